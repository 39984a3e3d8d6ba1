//! What the end of a line and the beginning of the next say by their signs and small words.
//!
//! What blocks they stand in is not known here.

use crate::parse::line::is_shouted;
use crate::parse::words::{self, fold};
use crate::parse::{date, dateline};

use super::SHORTEST_CUT;

/// Whether a line can't begin anything: it opens with the sign that ends what stands above, or with
/// the dash behind a date line, as lines do where an extraction set each piece apart.
pub fn goes_on(before: &str, after: &str) -> bool {
    // "CHICAGO", "—" and "County Clerk", where the place had a tag of its own.
    let is_dash = matches!(after, "–" | "—" | "--");
    let behind_place = (after.starts_with(['–', '—']) || is_dash)
        && (after.chars().count() > SHORTEST_CUT || is_dash && is_shouted(before))
        && (dateline::own_line(before).is_some()
            || before.chars().count() <= SHORTEST_CUT && dateline::is_place(before));
    // "CHICAGO —"
    let place_above = before
        .strip_suffix(['–', '—'])
        .is_some_and(|place| place.chars().count() <= SHORTEST_CUT && dateline::is_place(place.trim()));
    // "Harbour Fair", and below it "(6 to 7 May, Porthaven) brings boat builders"
    let in_brackets = after
        .strip_prefix('(')
        .and_then(|inner| inner.split_once(") "))
        .is_some_and(|(inner, behind)| !inner.contains('(') && opens_lower(behind) && words::at_least(behind, 3));
    let bracketed = in_brackets && !ends_sentence(before);
    let sign = bracketed || after.starts_with(CLOSING_SIGNS) && !after.starts_with("..");
    sign || is_cut_word(before, after) || ends_ordinal(before, after) || behind_place || place_above
}

/// "das gesproche-" above "ne Wort".
fn is_cut_word(before: &str, after: &str) -> bool {
    let stem = before.strip_suffix(['-', '\u{2010}']);
    stem.is_some_and(|stem| stem.ends_with(char::is_lowercase)) && opens_lower(after)
}

/// Signs that stand right behind a word.
pub const CLOSING_SIGNS: [char; 6] = [',', ';', '.', ')', '”', '%'];

/// "2" above "nd".
pub fn ends_ordinal(before: &str, after: &str) -> bool {
    before.ends_with(|c: char| c.is_ascii_digit()) && ["st", "nd", "rd", "th"].contains(&fold(after).as_str())
}

/// "... wurde niemand. (tk)", "(sb/lf)": a text without the initials of who wrote it, behind its last sentence.
pub fn without_initials(text: &str) -> &str {
    const MOST_LETTERS: usize = 4;
    let inner = || text.trim_end().strip_suffix(')')?.rsplit_once('(');
    let Some((before, inner)) = inner() else { return text };
    let before = before.trim_end();
    let is_sign = |part: &str| {
        let letters = part.trim().trim_end_matches('.').chars();
        (1..=MOST_LETTERS).contains(&letters.clone().count()) && letters.clone().all(char::is_alphabetic)
    };
    let signs = inner.starts_with(char::is_lowercase) && inner.split(['/', ',']).all(is_sign);
    if signs && before.ends_with(['.', '!', '?', '"', '“', '”', '«', '»']) { before } else { text }
}

/// Whether a line ends as sentences, list openings and headlines with quotes do.
pub fn ends_sentence(text: &str) -> bool {
    let text = without_initials(text);
    let bare = text.trim_end_matches(['"', '”', '“', '»', '’', '\'', ')', ']', ' ', '\u{A0}', '*', '_']);
    bare.ends_with(['.', '!', '?', ':', '…', '。', '！', '？']) || text.ends_with(['”', '»'])
}

/// The sentences of a text. Which stops end one, `ends` says by what stands before and behind.
pub fn sentences(text: &str, ends: impl Fn(&str, &str) -> bool) -> impl Iterator<Item = &str> {
    let stops = text.match_indices(['.', '!', '?']).map(|(at, _)| at);
    let ends = stops.filter(move |at| ends(&text[..*at], &text[at + 1..])).map(|at| at + 1);
    let mut start = 0;
    ends.chain([text.len()]).map(move |end| {
        let sentence = &text[start..end];
        start = end;
        sentence.trim()
    })
}

/// Whether a text is of so many words, and ends as sentences do, that no part of a frame would.
pub fn is_long_sentence(text: &str) -> bool {
    const FEWEST_WORDS: usize = 12;
    ends_sentence(text) && words::at_least(text, FEWEST_WORDS)
}

/// Whether a text is one clause whose last words stand between quotes, and no sentence.
pub fn ends_in_quoted_name(text: &str) -> bool {
    const MOST_WORDS: usize = 8;
    let inner = text.strip_suffix(['”', '»', '"', '“', '’']).filter(|inner| inner.ends_with(char::is_alphanumeric));
    let name = inner.and_then(|inner| inner.rsplit_once(['“', '«', '"', '„', '‘']));
    name.is_some_and(|(before, name)| {
        !words::at_least(name, MOST_WORDS + 1)
            && before.ends_with(' ')
            && !before.trim_end().ends_with([':', ','])
            && !before.contains(['.', '!', '?'])
    })
}

/// Whether the last word can't end a headline or a sentence.
pub fn ends_open(text: &str) -> bool {
    let last = last_word(text);
    words::VERB_PARTICLES.has(&last) || words::OPEN_ENDS.has(&last)
}

/// "Gartenfreunde stimmen dem Umbau der Lauben am alten Bahndamm nach langem Streit zu" above a line that is no
/// sentence either: a headline may be as long, and end so.
pub fn is_headline_with_verb(before: &str, after: &str, width: Option<usize>) -> bool {
    width.is_none() && words::VERB_PARTICLES.has(&last_word(before)) && !before.contains(". ") && !ends_sentence(after)
}

/// "une aide de 40 euros par vélo;", "a grant of 25 euros; and": an item of a list whose items are set apart.
pub fn ends_item(text: &str) -> bool {
    text.ends_with(';')
        || text.rsplit_once("; ").is_some_and(|(_, last)| words::CONJUNCTIONS.has_small(last.trim_end_matches(',')))
}

fn last_word(text: &str) -> String {
    fold(text.split_whitespace().next_back().unwrap_or(""))
}

/// "... at midnight from", above "February 1, because": a day goes on with the sentence.
pub fn awaits_a_day(text: &str) -> bool {
    let last = text.split_whitespace().next_back().unwrap_or("");
    words::DAY_PREPOSITIONS.has_small(last)
}

/// "for the year ended 31" above "March 2026.": a day whose month stands on the line below.
pub fn is_cut_day(before: &str, after: &str) -> bool {
    let last = before.split_whitespace().next_back().unwrap_or("");
    let day = last.trim_end_matches('.').parse::<u32>();
    day.is_ok_and(|day| (1..=31).contains(&day))
        && date::opening(after).is_some_and(|found| found.date == date::Written::NoDay)
}

/// "Staudamm hält Hochwasser ab" above "14.05.2021": no sentence goes on in figures alone.
pub fn is_stamp(after: &str) -> bool {
    !after.contains(char::is_alphabetic) && date::whole(after).is_some()
}

pub fn opens_lower(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_that_are_set_apart_end_in_a_semicolon() {
        for item in ["a grant of 40 euros;", "a grant of 25 euros; and", "eine Hilfe von 25 Euro; und"] {
            assert!(ends_item(item), "{item}");
        }
        assert!(!ends_item("the grant came late; it came whole"));
    }

    #[test]
    fn initials_behind_a_sentence_are_no_part_of_it() {
        for text in ["Niemand wurde verletzt. (tk)", "Er sagte „Nein“. (sb/lf)", "Das war’s! (al, kk)"] {
            assert!(ends_sentence(text), "{text}");
            assert!(without_initials(text).len() < text.len(), "{text}");
        }
        for text in ["Niemand wurde verletzt (tk)", "Er kam. (gestern Abend)", "Die Fischer GmbH (fg)", "Er kam. (FDP)"]
        {
            assert_eq!(without_initials(text), text);
        }
    }

    #[test]
    fn a_line_goes_on_with_a_sign_or_behind_a_place() {
        for (before, after) in [
            ("Halverton", "– The lamp works of the town have moved"),
            ("CHICAGO —", "The lamps"),
            ("a lamp", ", and a light"),
            ("the 2", "nd"),
            ("Harbour Fair", "(6 to 7 May, Porthaven) brings boat builders to the quay"),
        ] {
            assert!(goes_on(before, after), "{before} / {after}");
        }
        for (before, after) in [
            ("lamp", "– The lamp works of the town have moved"),
            ("the door –", "opens"),
            ("a lamp", "... and a light"),
            ("a", "nd"),
        ] {
            assert!(!goes_on(before, after), "{before} / {after}");
        }
    }
}
