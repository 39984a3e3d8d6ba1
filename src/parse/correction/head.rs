//! The start of a line that marks a correction or a withdrawal: its word, its date, and where the
//! rest begins. What the rest is, a note or a headline, is not decided here.

use crate::characters;
use crate::manuscript::Block;
use crate::parse::date::{self, Dated, TimeOfDay};
use crate::parse::words::{self, Wordings};

/// The start of a line that is a mark.
pub struct Head<'a> {
    phrase: &'static str,
    pub written: Option<date::Written>,
    pub time: Option<TimeOfDay>,
    /// What follows, to the end of the line.
    pub rest: &'a str,
}

const SIGNS: [char; 8] = [':', '–', '—', '|', '.', '!', '-', '/'];
/// Small words between the mark and what it puts right.
const OF: [&str; 19] = [
    "der", "zur", "zu", "unserer", "des", "to", "of", "the", "our", "au", "du", "de", "la", "del", "al", "a", "alla",
    "le", "il",
];
/// Small words between the mark and its date.
const LINKS: [&str; 24] = [
    "vom", "am", "den", "dem", "of", "on", "dated", "the", "du", "le", "no dia", "el día", "del", "de", "el", "il",
    "in data", "em", "op", "d.", "w dniu", "z dnia", "dnia", "a",
];

pub fn of_correction(text: &str) -> Option<Head<'_>> {
    let of = |text| head(text, &words::CORRECTIONS);
    of(text).or_else(|| of(behind_release_line(text)?))
}

pub fn of_withdrawal(text: &str) -> Option<Head<'_>> {
    let of = |text| {
        let head = head(text, &words::WITHDRAWALS).or_else(|| dated_sentence(text)).or_else(|| {
            let phrase = framed(text)?;
            Some(Head { phrase, written: None, time: None, rest: "" })
        });
        head.filter(|head| !head.is_headline_about_it(text))
    };
    of(text).or_else(|| of(behind_release_line(text)?)).or_else(|| {
        // "Please note: this release has been withdrawn."
        of(behind_label(text)?).filter(Head::is_clause)
    })
}

/// Whether a line says of its own text, wherever it stands, that it was taken back.
pub fn takes_back(text: &str) -> bool {
    const MOST_WORDS: usize = 40;
    !words::at_least(text, MOST_WORDS + 1)
        && of_withdrawal(text).is_some_and(|head| head.is_clause() || head.words() == 2 && head.is_all())
}

/// Whether a headline ends in a word that takes it back: "City lowers fees (withdrawn)".
pub fn closes_as_withdrawn(text: &str) -> bool {
    let text = text.trim_end_matches(['*', '_', ' ', '!', '.']);
    // Neither a bracket nor a word in capitals.
    if text.ends_with(char::is_lowercase) {
        return false;
    }
    let in_brackets = [('(', ')'), ('[', ']')]
        .into_iter()
        .find_map(|(open, close)| Some(text.strip_suffix(close)?.rsplit_once(open)?.1));
    let behind_dash = || {
        let (_, last) = [" – ", " — ", " - "]
            .into_iter()
            .filter_map(|dash| text.rsplit_once(dash))
            .min_by_key(|found| found.1.len())?;
        (!last.contains(char::is_lowercase)).then_some(last)
    };
    let closing = in_brackets.or_else(behind_dash);
    closing.and_then(|closing| head(closing, &words::WITHDRAWALS)).is_some_and(|head| head.rest.is_empty())
}

/// What stands behind a few words and a colon.
fn behind_label(text: &str) -> Option<&str> {
    const MOST_WORDS: usize = 5;
    let (label, rest) = text.split_once(':')?;
    (!words::at_least(label, MOST_WORDS + 1)).then_some(rest.trim_start())
}

/// What a sign parts from "PRESS RELEASE", as in "PRESS RELEASE – CORRECTION".
fn behind_release_line(text: &str) -> Option<&str> {
    let bare = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let phrase = words::RELEASE_LINES.opening(bare)?;
    let after = words::after(bare, phrase).trim_start();
    after.starts_with(|c: char| SIGNS.contains(&c) || "([,".contains(c)).then_some(after)
}

fn head<'a>(text: &'a str, entries: &words::Table) -> Option<Head<'a>> {
    let bare = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let phrase = entries.opening(bare)?;
    let after = words::after(bare, phrase);
    if let Some(head) = dated(phrase, after).or_else(|| of_a_release(phrase, after)) {
        return Some(head);
    }
    let mut rest = after.trim_start_matches(|c: char| c.is_whitespace() || c == '*' || SIGNS.contains(&c));
    // "KORREKTUR – KORREKTUR – KORREKTUR"
    while let Some(again) = entries.opening(rest) {
        let behind = words::after(rest, again).trim_start();
        if !behind.is_empty() && !behind.starts_with(|c: char| SIGNS.contains(&c) || c == '*') {
            break;
        }
        rest = behind.trim_start_matches(|c: char| c.is_whitespace() || c == '*' || SIGNS.contains(&c));
    }
    // "[WITHDRAWN] City lowers fees"
    let bracketed = text[..text.len() - bare.len()].ends_with(['(', '[']) && after.starts_with([')', ']']);
    let rest = if bracketed { rest.trim_start_matches([')', ']', ' ', ':', '–', '-']) } else { rest };
    let signed =
        after.trim_start().starts_with(|c: char| SIGNS.contains(&c) || c == '*') && !after.starts_with(['-', '/']);
    let ends = !rest.contains(char::is_alphanumeric);
    let in_parentheses = after.trim_start().starts_with('(') && after.trim_end().ends_with(')');
    // "CORRECTING and REPLACING City lowers fees"
    let whole_clause = phrase.split(' ').count() >= 3;
    (ends || signed || bracketed || in_parentheses || whole_clause).then_some(Head {
        phrase,
        written: None,
        time: None,
        rest: if ends { "" } else { rest },
    })
}

impl Head<'_> {
    fn words(&self) -> usize {
        self.phrase.split(' ').count()
    }

    /// "This release has been withdrawn" can be said of nothing else.
    fn is_clause(&self) -> bool {
        self.words() >= 3
    }

    /// Whether the line says nothing else, but for its day.
    fn is_all(&self) -> bool {
        self.written.is_some() || self.rest.is_empty()
    }

    /// "This release replaces that of Monday.": the mark is part of a sentence, which is the note as a whole.
    pub fn is_sentence(&self) -> bool {
        const FEWEST_WORDS: usize = 4;
        self.written.is_none() && !self.rest.is_empty() && self.words() >= FEWEST_WORDS
    }
}

/// "CORRECTION TO THE PRESS RELEASE OF 2 JUNE": the date is that of what is put right.
fn of_a_release<'a>(phrase: &'static str, after: &'a str) -> Option<Head<'a>> {
    let mut start = after.trim_start();
    while let Some(rest) = OF.iter().find_map(|link| without_word(start, link)) {
        start = rest;
    }
    if start.len() == after.trim_start().len() {
        return None;
    }
    let kind = words::RELEASE_LINES.opening(start)?;
    let mut rest = words::after(start, kind).trim_start();
    // Its number, its date, and the small words before them.
    let (before, sign) = rest.split_once([':', '–', '—', '|']).map_or((rest, ""), |(before, rest)| (before, rest));
    let bare = before.trim_end_matches(['.', '!', ' ']);
    let says_which = bare.is_empty()
        || date::first(bare).is_some_and(|found| found.range.end == bare.len())
        || characters::has_digit(bare) && !words::at_least(bare, 4);
    rest = sign.trim_start();
    says_which.then_some(Head { phrase, written: None, time: None, rest })
}

/// A date right behind the mark, with a sign or the end of the line behind it.
fn dated<'a>(phrase: &'static str, after: &'a str) -> Option<Head<'a>> {
    let mut start = after.trim_start_matches(|c: char| !c.is_alphanumeric());
    while let Some(rest) = LINKS.iter().find_map(|link| without_word(start, link)) {
        start = rest;
    }
    let found = date::opening(start)?;
    let tail = &start[found.range.end..];
    let (time, tail) = match date::zoned_time(tail) {
        Some((range, time)) if is_gap(&tail[..range.start]) => (Some(time), &tail[range.end..]),
        _ => (None, tail),
    };
    let rest = tail.trim_start_matches(|c: char| !c.is_alphanumeric() && !"„“\"«»‘'(".contains(c));
    let signed = tail.trim_start().starts_with(|c: char| SIGNS.contains(&c) || ")],".contains(c));
    let whole_clause = phrase.split(' ').count() >= 3;
    (rest.is_empty() || signed || whole_clause).then_some(Head { phrase, written: Some(found.date), time, rest })
}

/// "Diese Mitteilung wurde am 14. Juni 2026 zurückgezogen": the date stands within.
fn dated_sentence(text: &str) -> Option<Head<'_>> {
    // Few texts have such a word, and dates are costlier to look for.
    if !words::wordings(text).has(Wordings::WITHDRAWN) || words::at_least(text, 41) {
        return None;
    }
    let found = date::first(text)?;
    let before = text[..found.range.start].trim_end();
    let before =
        LINKS.iter().find_map(|link| before.strip_suffix(link)?.strip_suffix(char::is_whitespace)).unwrap_or(before);
    let joined = format!("{} {}", before.trim(), text[found.range.end..].trim());
    if let Some(phrase) = framed(&joined) {
        return Some(Head { phrase, written: Some(found.date), time: None, rest: "" });
    }
    let head = head(&joined, &words::WITHDRAWALS).filter(|head| head.phrase.split(' ').count() >= 3)?;
    // The rest stands behind the date, or the date is another's.
    let rest = text[found.range.end..].len().checked_sub(head.rest.len()).map(|at| &text[found.range.end + at..])?;
    Some(Head { phrase: head.phrase, written: Some(found.date), time: None, rest })
}

/// "Diese Mitteilung wurde vom Vorstand zurückgezogen": who did so stands before the last word of the sentence.
fn framed(text: &str) -> Option<&'static str> {
    const FEWEST_WORDS: usize = 4;
    const MOST_WORDS_BETWEEN: usize = 8;
    if words::at_least(text, 41) || !words::wordings(text).has(Wordings::WITHDRAWN) {
        return None;
    }
    let folded = words::fold(text);
    let bare = folded.trim_matches(|c: char| !c.is_alphanumeric());
    // Letters first: of hundreds of phrases few open as the sentence does.
    let opens_alike = |phrase: &&str| phrase.as_bytes().first_chunk::<3>() == bare.as_bytes().first_chunk();
    let phrases = words::WITHDRAWALS.iter().filter(opens_alike);
    phrases.filter(|phrase| phrase.split(' ').count() >= FEWEST_WORDS).find(|phrase| {
        let between = phrase.rsplit_once(' ').and_then(|(opening, last)| {
            bare.strip_prefix(opening)?.strip_prefix(' ')?.strip_suffix(last)?.strip_suffix(' ')
        });
        between.is_some_and(|between| {
            !words::at_least(between, MOST_WORDS_BETWEEN + 1) && !between.contains([',', ';', '.'])
        })
    })
}

fn without_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let rest = text.get(..word.len()).filter(|start| start.eq_ignore_ascii_case(word)).map(|_| &text[word.len()..])?;
    rest.starts_with(char::is_whitespace).then(|| rest.trim_start())
}

/// Whether nothing but signs and small words stands between a day and its time.
fn is_gap(text: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric()).all(|word| ["", "um", "at", "à", "a", "las"].contains(&word))
}

impl Head<'_> {
    pub fn date(&self, block: &Block) -> Option<Dated> {
        self.written.clone().map(|date| Dated::of(block, date))
    }

    /// "Withdrawn: the story of a ship". To take a release back by one word before a headline, that
    /// word is in capitals or dated.
    fn is_headline_about_it(&self, text: &str) -> bool {
        let bare = text.trim_start_matches(|c: char| !c.is_alphanumeric());
        let word: String = bare.chars().take(self.phrase.chars().count()).collect();
        self.written.is_none()
            && !self.rest.is_empty()
            && self.phrase.split(' ').count() < 3
            && word.chars().any(char::is_lowercase)
    }
}
