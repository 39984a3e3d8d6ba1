//! The words of a contact without what leads over to them, stands behind them or labels a number elsewhere.
//!
//! Whom or what house they name, `named` decides.

use super::pieces::{behind_contact_word, is_joint, opens_with_name};
use crate::parse::words::{self, fold};
use crate::parse::{line, people};

/// Without what leads over to a name or a house, and a label of which the number stands elsewhere.
pub fn bare(text: &str) -> &str {
    let text = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ':' | '('));
    // "Nina Berg (UTC +0100)"
    let text = text.split_once(" (").filter(|(_, inner)| is_zone(inner)).map_or(text, |(name, _)| name);
    let text = ["of the ", "of ", "both of the ", "both of ", "from "]
        .iter()
        .find_map(|link| text.strip_prefix(link))
        .unwrap_or_else(|| people::signed(text));
    // "For Harbour Works:" above whom to call there.
    let text = text.strip_prefix("For ").filter(|house| house.starts_with(char::is_uppercase)).unwrap_or(text);
    // "Please email press@example.org"
    let text = words::behind(text, "please").map_or(text, |rest| rest.trim_start_matches([' ', ',']));
    // "ISSUED BY THE DEPARTMENT OF WETLANDS" below whom to call there.
    let text =
        ["issued by the", "issued by"].iter().find_map(|by| words::behind(text, by)).map_or(text, str::trim_start);
    let text = behind_contact_word(text).unwrap_or(text);
    without_label(without_link(without_stop(without_remark(text))))
}

/// "or Jane Doe, 0113 496 0288": the next to call, without the word that leads over.
pub fn behind_joint(text: &str) -> Option<&str> {
    let (joint, rest) = text.split_once(' ')?;
    (words::CONJUNCTIONS.has_small(joint) && (people::opens_with_person(rest) || opens_with_name(rest))).then_some(rest)
}

/// "Jane Doe e-mail", "Jane Doe 1-click interview": the words of a link that stood behind the name.
fn without_link(text: &str) -> &str {
    let blanks = text.match_indices(' ').map(|(at, _)| at).skip(1).take(4);
    let mut links = blanks.filter(|at| {
        let link = text[at + 1..].trim_matches(['(', ')', '[', ']']);
        (words::EMAIL.has(link) || words::BUTTONS.has(link)) && people::person(&text[..*at]).is_some()
    });
    links.next().map_or(text, |at| &text[..at])
}

/// "Jane Doe (verantw.)": that she is the one to ask.
fn without_remark(text: &str) -> &str {
    let remarked = text.strip_suffix(')').and_then(|inner| inner.split_once(" ("));
    let says_nothing = |remark: &str| words::CONTACT.has(remark) && !people::is_role(remark);
    let found = remarked.filter(|(name, remark)| {
        says_nothing(remark) && !people::is_organisation(remark) && people::person(name).is_some()
    });
    found.map_or(text, |(name, _)| name)
}

pub fn says_nobody(text: &str) -> bool {
    const LONGEST: usize = 120;
    const FEWEST_WORDS_OF_A_SENTENCE: usize = 7;
    // "Phone" above numbers that stand in a column.
    // "Ihre Ansprechpartnerin" above her name, "Nur für Medienanfragen!" below the numbers.
    let is_heading = || {
        let names_somebody = text.rsplit(' ').next().is_some_and(|last| words::CONTACT_FIELDS.has(last));
        words::CONTACT.has(text) && (names_somebody || line::says_contact(&fold(text)))
    };
    let calls_out = || text.ends_with('!') && words::at_least(text, 3);
    let is_label = [&words::PHONE, &words::FAX, &words::EMAIL, &words::WEB].iter().any(|table| table.has(text));
    // "(c) 202-555-0148"
    let is_link = || text.contains("://") && !text.contains(' ');
    let is_letter = || text.chars().filter(|c| c.is_alphabetic()).nth(1).is_none();
    // A sentence below the numbers is no house.
    let is_sentence =
        || text.ends_with('.') && words::at_least(text, FEWEST_WORDS_OF_A_SENTENCE) && !people::is_organisation(text);
    is_label
        || is_heading()
        || calls_out()
        || is_link()
        || is_letter()
        || text.chars().count() > LONGEST
        || is_joint(text)
        || is_sentence()
}

/// "UTC +08h00)", "GMT+1": when somebody is awake is no house.
fn is_zone(text: &str) -> bool {
    let behind = ["UTC", "GMT"].iter().find_map(|zone| text.strip_prefix(zone));
    behind.is_some_and(|behind| behind.trim_start().starts_with(['+', '-', '−', '–', '±', ')']))
}

/// "Jane Doe, T" before its number: a label of which the number stands elsewhere.
fn without_label(text: &str) -> &str {
    match text.rsplit_once(", ") {
        Some((before, last)) if [&words::PHONE, &words::FAX, &words::EMAIL].iter().any(|table| table.has(last)) => {
            before
        }
        _ => text,
    }
}

/// "jefa de prensa." before a label: the stop of a sentence, but not of an abbreviation.
pub fn without_stop(text: &str) -> &str {
    const LONGEST_ABBREVIATION: usize = 5;
    let Some(bare) = text.strip_suffix('.') else { return text };
    let last = bare.rsplit([' ', '\u{A0}']).next().unwrap_or(bare);
    // "CSIRO." is named by its letters, and nothing else is short for it.
    let is_acronym = last.chars().count() >= 4 && last.chars().all(char::is_uppercase);
    let abbreviated = !is_acronym && last.chars().count() <= LONGEST_ABBREVIATION
        || last.contains('.')
        || line::ends_with_legal_form(&fold(text));
    if abbreviated { text } else { bare }
}
