//! The release line: what kind of text this is, its number, and what else stands on the line.

mod beside;

use super::super::date;
use super::super::dateline;
use super::super::words::{self, fold};
use crate::parse::memory::remembered;

/// "FOR IMMEDIATE RELEASE: A headline", "Medieninformation: 292/2019".
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReleaseLine {
    pub number: Option<String>,
    /// Byte offset of what follows and is no number: a headline or a date.
    pub rest: Option<usize>,
    /// What follows stands behind a dash or a bullet, and may name a desk as well as the news.
    pub remark: bool,
    /// It says whose release this is, as "Pressemitteilung der Stadt Dresden": the headline of a
    /// text that has no other.
    pub issuer: bool,
}

/// The longest line that only ends with its release line, in words.
const LONGEST_NAMED: usize = 6;

pub fn release_line(text: &str) -> Option<ReleaseLine> {
    remembered!(text, read_release_line => Option<ReleaseLine>)
}

/// The number of "Pressemitteilung Nr. 12/2026", where nothing else stands on the line.
pub fn numbered_kind(text: &str) -> Option<String> {
    words::RELEASE_LINES.opening(text)?;
    release_line(text).filter(|found| found.rest.is_none()).and_then(|found| found.number)
}

impl ReleaseLine {
    fn numbered(number: String) -> Self {
        Self { number: Some(number), ..Self::default() }
    }

    /// What follows begins at this byte.
    fn above(rest: usize) -> Self {
        Self { rest: Some(rest), ..Self::default() }
    }
}

fn read_release_line(text: &str) -> Option<ReleaseLine> {
    let lead_in = text.len() - text.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
    let body = &text[lead_in..];
    if let Some(found) = beside::spaced_phrase(body, lead_in) {
        return Some(found);
    }
    if ends_with_phrase(body) && dateline::own_line(text).is_none() {
        return Some(ReleaseLine::default());
    }
    with_phrase_inside(body, lead_in).or_else(|| with_phrase_first(text, body, lead_in))
}

/// A house's name before the phrase, and a number or a date behind it.
fn with_phrase_inside(body: &str, lead_in: usize) -> Option<ReleaseLine> {
    // "Committee press notice 14/2026"
    if let Some((kind, number)) = body.rsplit_once([' ', '\u{A0}'])
        && number.contains('/')
        && ends_with_phrase(kind)
        && let Some(number) = release_number(number)
        && !beside::is_behind_day(body)
    {
        return Some(ReleaseLine::numbered(number));
    }
    // "Staatskanzlei - Pressemitteilung Nr.: 84/2026", "PM 2026-84: Neues Wehr"
    if let Some(found) = beside::kind_behind_house(body).or_else(|| beside::number_before_headline(body, lead_in)) {
        return Some(found);
    }
    // "CONTRACT RELEASE: C07-03"
    if let Some((kind, number)) = body.split_once(':')
        && kind.split_whitespace().nth(3).is_none()
        && ["release", "advisory", "statement"].iter().any(|word| fold(kind).ends_with(word))
        && let Some(number) = release_number(number)
    {
        return Some(ReleaseLine::numbered(number));
    }
    // "Harbour Pressemitteilung vom 21.02.2026"
    if may_end_in_date(body)
        && let Some(found) =
            date::all(body).into_iter().next_back().filter(|found| found.range.end == body.trim_end().len())
        && let Some((head, link)) = body[..found.range.start].trim_end().rsplit_once(' ')
        && words::DATED.has_small(link)
        && ends_with_phrase(head)
        && !speaks_of_another(head)
    {
        return Some(ReleaseLine::above(lead_in + found.range.start));
    }
    // "Harbour Press Release: March 9, 2026"
    let (kind, date) = body.split_once(':')?;
    let dated = || dateline::own_line(date).is_some_and(|own| own.rest.is_none());
    let offset = lead_in + body.len() - date.trim_start().len();
    (ends_with_phrase(kind) && dated()).then(|| ReleaseLine::above(offset))
}

fn with_phrase_first(text: &str, body: &str, lead_in: usize) -> Option<ReleaseLine> {
    let phrase = words::RELEASE_LINES.opening(body)?;
    let after = words::after(body, phrase);
    let rest = after.trim_matches(|c: char| !c.is_alphanumeric() && !"„“\"”«»'(".contains(c));
    // "Release: IMMEDIATE"
    let at_once = || after.trim_start().starts_with(':') && words::NO_EMBARGO.has(rest);
    if rest.is_empty() || is_other_phrase(rest) || at_once() {
        return Some(ReleaseLine::default());
    }
    if let Some(number) = release_number(rest).or_else(|| number_with_remark(rest)) {
        return Some(ReleaseLine::numbered(number));
    }
    let start = text.len() - after.len();
    // "Nr. 12/2026 12.06.2026"; the "12" of "No. 12 March 2026" is a day.
    let is_apart = |number: &str| dateline::own_line(rest).is_none() || number.contains('/') || rest.contains('|');
    if let Some((number, date)) = number_and_date(rest).filter(|(number, _)| is_apart(number)) {
        return Some(ReleaseLine { number: Some(number), ..ReleaseLine::above(start + after.find(date)?) });
    }
    // "Insiderinformation gemäß Artikel 17 der Verordnung (EU) Nr. 596/2014"
    if follows_a_law(rest) {
        return Some(ReleaseLine::default());
    }
    let separator = after.trim_start().chars().next();
    what_follows(phrase, separator, rest, start + after.find(rest)?, lead_in)
}

/// "Nr. 211/2026 – Nachtrag"
fn number_with_remark(rest: &str) -> Option<String> {
    let (number, remark) = [" – ", " — ", " - ", " | "].iter().find_map(|sign| rest.split_once(sign))?;
    release_number(number).filter(|_| date::first(remark).is_none() && !words::at_least(rest, 6))
}

/// A date, a headline, or whose release it is, from byte `offset` on; the phrase begins at `lead_in`.
fn what_follows(
    phrase: &str,
    separator: Option<char>,
    rest: &str,
    offset: usize,
    lead_in: usize,
) -> Option<ReleaseLine> {
    let parted_by = |signs: &str| separator.is_some_and(|sign| signs.contains(sign));
    let plain_word = words::PLAIN_RELEASE_LINES.has(phrase);
    let own_line = dateline::own_line(rest);
    // "Communiqué de presse – Bruxelles, 20 avril 2026"
    if parted_by("–—-") && own_line.as_ref().is_some_and(|own| own.rest.is_none()) {
        return Some(ReleaseLine::above(offset));
    }
    // "Invitation aux médias - Dévoilement d'un monument" is a headline as a whole.
    if rest.split_whitespace().count() > 3 && (phrase == "aviso" || parted_by("–—-")) {
        return Some(ReleaseLine::above(lead_in));
    }
    if parted_by(":|/") || own_line.is_some() && !plain_word {
        return Some(ReleaseLine::above(offset));
    }
    if parted_by("●•·–—-") && !plain_word {
        return Some(ReleaseLine { remark: true, ..ReleaseLine::above(offset) });
    }
    if plain_word {
        // "Communiqué du 6 mai 2026"
        let (link, date) = rest.split_once(' ')?;
        let dated = words::DATED.has_small(link) && date::whole(date).is_some();
        return dated.then(|| ReleaseLine::above(offset));
    }
    // "MEDIA ADVISORY for Monday, Nov. 30, 2026" says when to come.
    if words::behind(rest, "for ").is_some_and(|day| date::whole(day).is_some()) && !phrase.ends_with("release") {
        return Some(ReleaseLine::default());
    }
    // "Pressemitteilung der Stadt Dresden vom 12.06.2026", "Press release of the council"
    let words = rest.split_whitespace().count();
    let dated = date::all(rest).into_iter().next_back().filter(|found| found.range.end == rest.len() && words <= 12);
    let opens_small = rest.chars().next().is_some_and(char::is_lowercase) || opens_with_of(rest);
    (words <= LONGEST_NAMED && opens_small || dated.is_some()).then(|| ReleaseLine {
        rest: dated.map(|found| offset + found.range.start),
        issuer: true,
        ..ReleaseLine::default()
    })
}

/// "PERSMEDEDELING VAN HET PARKET", where all is in capitals.
fn opens_with_of(rest: &str) -> bool {
    const OF: [&str; 8] = ["of ", "van ", "der ", "des ", "de ", "du ", "del ", "von "];
    super::is_shouted(rest) && OF.iter().any(|of| words::behind(rest, of).is_some())
}

/// "Rückruf unserer Pressemitteilung": the headline of a release about an earlier one.
fn speaks_of_another(head: &str) -> bool {
    head.split_whitespace().any(|word| words::POSSESSIVES.has(word))
}

/// "gemäß Artikel 17 MAR": what a stock company publishes it by.
fn follows_a_law(rest: &str) -> bool {
    let folded = fold(rest);
    let opens = words::BY_LAW.behind_each(&folded).any(|rest| rest.starts_with(' '));
    opens && [" art.", " artikel ", " article ", " l'art", " artículo "].iter().any(|law| folded.contains(law))
}

/// "FOR IMMEDIATE RELEASE – PRESS RELEASE": a second release line on the same line.
fn is_other_phrase(rest: &str) -> bool {
    words::RELEASE_LINES.has(rest.trim_matches(|c: char| !c.is_alphanumeric()))
}

/// "CENSUS BUREAU MEDIA ADVISORY", "Acme Pressemitteilung". "NEW FERRY PHOTO OPPORTUNITY" is a headline.
fn ends_with_phrase(text: &str) -> bool {
    let bare = text.trim_end_matches(|c: char| !c.is_alphanumeric());
    if words::at_least(bare, 2 * LONGEST_NAMED + 1) {
        return false;
    }
    let bare = fold(bare);
    let dashed = || [" — ", " – ", " | ", " · "].iter().any(|dash| bare.contains(dash));
    (!words::at_least(&bare, LONGEST_NAMED + 1) || dashed())
        && words::RELEASE_LINES.before_each(&bare).any(|(before, phrase)| {
            // "Merkmale dieser Pressemitteilung" speaks of one.
            let speaks_of_itself =
                || before.trim_end().rsplit(' ').next().is_some_and(|word| words::OF_ITSELF.has_small(word));
            before.ends_with([' ', '-', '|', '\u{A0}'])
                && !speaks_of_itself()
                && !before.contains(':')
                && !words::PLAIN_RELEASE_LINES.has(phrase)
                && !words::PRESS_EVENTS.has(phrase)
        })
}

/// Whether a digit stands so near to the end that a date may end there; asked before dates are looked for.
fn may_end_in_date(text: &str) -> bool {
    const NEAR: usize = 24;
    text.trim_end().bytes().rev().take(NEAR).any(|byte| byte.is_ascii_digit())
}

/// "Nr. 12/2026 vom 12.06.2026".
fn number_and_date(rest: &str) -> Option<(String, &str)> {
    rest.match_indices([' ', ',']).map(|(at, _)| rest.split_at(at)).find_map(|(number, date)| {
        let date = date.trim_start_matches([' ', ',', '|', '–', '-']);
        dateline::own_line(date).filter(|own| own.rest.is_none())?;
        Some((release_number(number)?, date))
    })
}

/// A number on a line of its own: any below a release line, elsewhere one of a year: "PM 112/2026".
pub fn number_line(text: &str, below_release_line: bool) -> Option<String> {
    if below_release_line
        && text.len() > 3
        && let Some(number) = release_number(text)
    {
        return Some(number);
    }
    // "Nr. 211"
    if let [label, number] = text.split_whitespace().collect::<Vec<_>>().as_slice()
        && words::NUMBER_LABELS.has(label)
        && number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'/')
    {
        return Some((*number).to_owned());
    }
    let last = text.rsplit([' ', '\u{A0}']).next().unwrap_or(text);
    let (number, year) = last.split_once('/').filter(|(number, year)| number.len() <= 4 && year.len() == 4)?;
    let digits = [number, year].iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
    // "Haushalt 2026/2027" is a budget of two years.
    let is_span = number.len() == 4 && (number.starts_with("19") || number.starts_with("20"));
    (digits && !is_span && !words::at_least(text, 4) && year.starts_with(['1', '2'])).then(|| last.to_owned())
}

/// "No." before a number, which may be missing.
pub fn is_label_of_number(text: &str) -> bool {
    words::NUMBER_LABELS.has(text)
}

/// "Nr. 12/2019", "M07-44", "(Nr. I) /".
pub fn release_number(rest: &str) -> Option<String> {
    let bare = rest.trim_matches(|c: char| !c.is_alphanumeric());
    let mut parts = bare.split_whitespace();
    let first = parts.next()?;
    let labelled = words::NUMBER_LABELS.has(first.trim_end_matches(':'));
    let number = if labelled { parts.next()?.trim_matches(|c: char| !c.is_alphanumeric()) } else { first };
    let digits = number.chars().filter(char::is_ascii_digit).count();
    let looks = number.chars().all(|c| c.is_ascii_alphanumeric() || "/-.".contains(c)) && number.len() <= 12;
    (parts.next().is_none() && looks && (labelled || digits >= 1) && dateline::own_line(bare).is_none())
        .then(|| number.to_owned())
}

#[cfg(test)]
mod tests;
