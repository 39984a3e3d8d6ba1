//! The short phrase above a headline that names where a text stands, whose or what it is.
//!
//! Where two lines alone stand around a date, the first is a kicker only by its words.

use super::Header;
use super::headlines::{Candidate, above_headline};
use super::house_name::names_a_house;
use super::letterhead::says_something;
use crate::parse::words;
use crate::parse::{joining, line, people};

/// Takes the kicker out of the lines, where the first of them is one.
pub fn take(header: &mut Header, lines: &mut Vec<Candidate>) {
    // Where one stands first, nothing is above it, however short it is.
    let first_heading = lines.iter().position(|line| line.level == Some(1));
    let above =
        first_heading.unwrap_or_else(|| usize::from(lines.len() > 1 && is_kicker(&lines[0], &lines[1], lines.len())));
    if above == 0 {
        return;
    }
    let bar = usize::from(lines.len() > above + 1 && is_bar_of_a_site(lines[above].text()));
    let above: Vec<Candidate> = lines.drain(..above + bar).collect();
    above_headline(header, &above);
}

/// A short phrase above the date line or the release line, with a longer headline below it ("In eigener Sache").
fn is_kicker(first: &Candidate, second: &Candidate, lines: usize) -> bool {
    let parted = second.dates_above > first.dates_above || second.release_lines_above > first.release_lines_above;
    // One word above a headline names a desk: "Culture"; so do two, "EARTH SCIENCES", where a sub-headline follows.
    let few = first.words() == 1
        || lines > 2 && first.words() <= 3 && line::is_shouted(first.text()) && !line::is_shouted(second.text());
    // "The chair issued this statement:" is of the text.
    if second.text().ends_with(':') {
        return false;
    }
    let rubric = few && second.words() >= 4 && !joining::ends_sentence(first.text());
    // Of two lines alone the first may as well be a short headline: "Station closed", its date, "Trains are late".
    let above_date = parted && first.words() <= 4 && (lines > 2 || names_a_rubric(first.text()));
    let of_site = parted && first.words() <= 3 && is_part_of_a_site(first.text()) || is_bar_of_a_site(first.text());
    of_site || (above_date || rubric) && second.words() > first.words()
}

/// "Stellungnahme", "Statement"
pub fn names_kind(text: &str) -> bool {
    let text = text.trim_end_matches(':');
    !text.contains(' ') && (words::KINDS.has(text) || words::TEXT_KINDS.has(text) || words::STATEMENTS.has(text))
}

/// "Culture", "In eigener Sache", "Harbour Museum", "Joint statement": where a text stands, whose or what it is.
fn names_a_rubric(text: &str) -> bool {
    let first = text.split([' ', '\u{A0}']).next().unwrap_or(text);
    !text.contains([' ', '\u{A0}'])
        || words::LOCATIVES.has(first)
        || names_a_house(text)
        || people::is_organisation(text) && !says_something(text)
        || words::KINDS.has(text)
        || words::TEXT_KINDS.opening(text).is_some()
        || words::STATEMENTS.has(text)
        || words::FILING.has(first)
        || words::REFERENCE_LABELS.opening(text).is_some()
        || is_part_of_a_site(text)
}

/// "Presse-Infos | Kultur": the shelves that a site put it on.
fn is_bar_of_a_site(text: &str) -> bool {
    const MOST_WORDS: usize = 2;
    let mut parts = text.split('|').map(str::trim);
    text.contains('|')
        && parts.clone().all(|part| !part.is_empty() && !words::at_least(part, MOST_WORDS + 1))
        && parts.next().is_some_and(is_part_of_a_site)
}

/// "News & Events", "Aktuelle Meldungen", "Oldford News"; "Presse kritisiert Minister" is a headline.
fn is_part_of_a_site(text: &str) -> bool {
    let mut says_more = text.split([' ', '\u{A0}']).filter(|word| word.starts_with(char::is_lowercase));
    text.split(|c: char| !c.is_alphanumeric()).any(|word| words::RUBRICS.has(word))
        && says_more.all(|word| words::SMALL_WORDS.has(word))
}
