//! Where the head of a date line may end, and the sentence behind it begin.

use super::super::date::{self, Written};
use super::agency;
use crate::parse::words;

/// Where a head may end and the sentence after it begin.
#[derive(Debug, Clone, Copy)]
pub struct End {
    pub head: usize,
    pub lead: usize,
    /// Nothing but the bracket around the head ends it.
    pub bracket: bool,
}

/// What a head may end with.
const SIGNS: [char; 12] = ['.', ':', '-', '–', '—', '…', '|', ')', ']', '·', '•', '/'];

/// The day that a text ends with.
fn day_at_end(text: &str) -> Option<Written> {
    date::all(text).pop().filter(|found| found.range.end == text.len()).map(|found| found.date)
}

pub fn ends(text: &str) -> Vec<End> {
    let mut found = Vec::new();
    let bracketed = text.starts_with(['(', '[']);
    for (at, c) in text.char_indices().filter(|(_, c)| SIGNS.contains(c)) {
        let (before, after) = (&text[..at], &text[at + c.len_utf8()..]);
        let blank_after = after.starts_with([' ', '\u{A0}']);
        let digit_before = before.trim_end_matches([' ', '\u{A0}', ')']).ends_with(|c: char| c.is_ascii_digit());
        // "Harbour Fair (May 6 - 7, Porthaven) brings": within brackets nothing ends.
        let is_open = |open: char, close: char| before.matches(open).count() > before.matches(close).count();
        if !matches!(c, ')' | ']') && (is_open('(', ')') || is_open('[', ']')) {
            continue;
        }
        // "Corval - RS, 10 de março de 2026 – A cidade": a town and its state.
        if matches!(c, '-' | '–') && opens_with_state(after) {
            continue;
        }
        let is_end = match c {
            // "Wien, (OTS) Zum ersten Mal", "Wien, 25. November 2012 (XYZ-PD) Die"
            ')' if !bracketed && blank_after => before.rfind('(').is_some_and(|open| {
                let inner = &before[open + 1..];
                let dated = || open > 0 && matches!(date::whole(inner), Some(Written::Day(_)));
                let coded =
                    || agency::is_code_behind(before[..open].trim_end_matches([' ', ',']), inner, after.trim_start());
                agency::is_known(inner) || date::first(&before[..open]).is_some() || dated() || coded()
            }),
            // "March 29, 2006 (Aldwick). The"
            '.' if blank_after && before.ends_with(')') => {
                // "Halden (bsk). Der Rat"
                let tagged = || {
                    before[..at - 1]
                        .rsplit_once('(')
                        .is_some_and(|(_, tag)| agency::is_known(tag) || agency::is_small_code(tag))
                };
                date::first(before).is_some() || tagged()
            }
            '–' | '—' | '…' => true,
            '|' => blank_after,
            // "Halden, 2 October 2026 · The sentence", "Madrid, 20 de noviembre de 2026 / Una"
            '·' | '•' | '/' => digit_before && blank_after && before.ends_with([' ', '\u{A0}']),
            // "Ahlbrück, 13. Mai 2026. The sentence", "Aldwick, Maine... The sentence"
            '.' => {
                blank_after && (digit_before || ends_with_month(before))
                    || after.starts_with('-')
                    || after.starts_with("..")
                    || after.starts_with(" . .")
            }
            '-' => {
                let parted = before.ends_with([' ', '\u{A0}', ')', '/', ']']);
                // "Aldwick, June 9, 2026- The sentence"
                let dated = || day_at_end(before).is_some();
                // "ALDWICK, June 9, 2026 -The sentence"
                let day_parted = || day_at_end(before.trim_end_matches([' ', '\u{A0}'])).is_some();
                let opens = || before.len() > 1 && parted && digit_before && after.starts_with(char::is_uppercase);
                // "ALDWICK, OH-June 9, 2026-Four new members"
                let whole_day = || matches!(day_at_end(before), Some(Written::Day(_)));
                // "HARBOUR-The Trust opens", and not "NATO-Generalsekretär"
                let above_article = || before.chars().count() > 3 && is_shouted(before) && opens_with_article(after);
                let glued = || digit_before && after.starts_with(char::is_uppercase) && whole_day();
                after.starts_with('-')
                    || blank_after && (parted || digit_before && dated())
                    || opens() && day_parted()
                    || glued()
                    || above_article()
            }
            // "Berlin, 12.03.2024: The sentence"
            // "ST. OLAF, MO: The sentence"
            ':' => blank_after && (digit_before || is_shouted_town_in_state(before)),
            ')' | ']' => bracketed && blank_after,
            _ => false,
        };
        if is_end {
            let bracket = bracketed && matches!(c, ')' | ']');
            let rest = after.trim_start_matches(['.', '-', '–', '—', '|', '…', '·', '•', '/', ' ', '\u{A0}']);
            let head = if matches!(c, ')' | ']') { at + c.len_utf8() } else { at };
            found.push(End { head, lead: text.len() - rest.len(), bracket });
        }
    }
    found
}

/// "Pamplona, 22 de enero": a day without its year, of which the author is told.
fn ends_with_month(before: &str) -> bool {
    const NEAR: usize = 30;
    let near = before.bytes().rev().take(NEAR).any(|byte| byte.is_ascii_digit());
    near && before.ends_with(char::is_alphabetic) && matches!(day_at_end(before), Some(Written::NoYear(..)))
}

fn is_shouted(text: &str) -> bool {
    text.chars().all(|c| c.is_uppercase() || " .,'’".contains(c)) && text.contains(char::is_uppercase)
}

/// "ST. OLAF, MO"
fn is_shouted_town_in_state(text: &str) -> bool {
    let (town, state) = text.rsplit_once(", ").unwrap_or_default();
    state.len() == 2 && town.chars().count() > 2 && is_shouted(text)
}

/// "The Trust", "Die Stadt"
fn opens_with_article(text: &str) -> bool {
    let (first, rest) = text.split_once(' ').unwrap_or_default();
    first.starts_with(char::is_uppercase)
        && first.chars().skip(1).all(char::is_lowercase)
        && words::ARTICLES.has(first)
        && rest.starts_with(char::is_alphabetic)
}

/// "RS, 10 de março de 2026": two capitals, and a date behind a comma.
fn opens_with_state(after: &str) -> bool {
    let (state, date) = after.trim_start().split_once(',').unwrap_or_default();
    state.len() == 2
        && state.bytes().all(|byte| byte.is_ascii_uppercase())
        && date::opening(date.trim_start()).is_some()
}
