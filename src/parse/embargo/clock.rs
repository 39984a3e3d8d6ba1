//! Times of day that only an embargo's line may be read for, where nothing else is written like one.

use std::ops::Range;

use chrono::NaiveTime;

use super::zone::zone_in_words;
use crate::parse::words::{self, fold};

/// "10 o'clock in the morning"; without the part of the day it may be either half's.
pub fn by_the_clock(rest: &str) -> Option<(Range<usize>, NaiveTime)> {
    let (at, sign) = rest.match_indices(['\'', '’']).next()?;
    let before = rest[..at].strip_suffix(['o', 'O'])?.trim_end();
    let behind = words::behind(&rest[at + sign.len()..], "clock")?;
    let start = before.rfind(|c: char| !c.is_ascii_digit()).map_or(0, |at| at + 1);
    let hour: u32 = before[start..].parse().ok().filter(|hour| (1..12).contains(hour))?;
    let parts = [("in the morning", 0), ("in the afternoon", 12), ("in the evening", 12)];
    let (rest_behind, later) =
        parts.iter().find_map(|(part, later)| Some((words::behind(behind.trim_start(), part)?, later)))?;
    Some((start..rest.len() - rest_behind.len(), NaiveTime::from_hms_opt(hour + later, 0, 0)?))
}

/// "1600 London time"
pub fn four_figures(rest: &str) -> Option<(Range<usize>, NaiveTime)> {
    let (start, _) = rest
        .match_indices(|c: char| c.is_ascii_digit())
        .find(|(at, _)| !rest[..*at].ends_with(char::is_alphanumeric))?;
    let end = start + rest[start..].find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len() - start);
    zone_in_words(&fold(&rest[end..]))?;
    let (hour, minute) = Some(&rest[start..end]).filter(|figures| figures.len() == 4)?.split_at(2);
    Some((start..end, NaiveTime::from_hms_opt(hour.parse().ok()?, minute.parse().ok()?, 0)?))
}

/// "00.01 Tuesday 24 November": beside a day, the only number that is written like a time is one.
pub fn only_number(rest: &str) -> Option<(Range<usize>, NaiveTime)> {
    let start = rest.find(|c: char| c.is_ascii_digit())?;
    let end = rest.rfind(|c: char| c.is_ascii_digit())? + 1;
    let (hour, minute) = rest[start..end].split_once('.').filter(|(_, minute)| minute.len() == 2)?;
    Some((start..end, NaiveTime::from_hms_opt(hour.parse().ok()?, minute.parse().ok()?, 0)?))
}

/// "fino alle 18 del 12 marzo": an hour without its unit, which from the thirteenth on can be no other.
pub fn hour_alone(rest: &str) -> Option<(Range<usize>, NaiveTime)> {
    let folded = fold(rest);
    // Else its bytes are not those of the text.
    if folded.len() != rest.trim_end().len() {
        return None;
    }
    hours_alone(&folded).find_map(|(start, end, hour)| {
        let time = NaiveTime::from_hms_opt(hour, 0, 0).filter(|_| (13..24).contains(&hour))?;
        Some((start..end, time))
    })
}

/// Hours behind "at" and with nothing behind them that would say more, with the bytes they stand in.
fn hours_alone(folded: &str) -> impl Iterator<Item = (usize, usize, u32)> {
    let begins = |at: usize| !folded[..at].ends_with(char::is_alphanumeric);
    let links = words::BEFORE_HOURS.iter().flat_map(move |link| folded.match_indices(link));
    let behind = links.map(|(at, link)| (at, at + link.len())).filter(|(_, end)| folded[*end..].starts_with(' '));
    behind.filter(move |(at, _)| begins(*at)).filter_map(|(_, end)| {
        let start = end + 1;
        let word = folded[start..].split([' ', ',', ')']).next().unwrap_or("");
        let figures = word.trim_end_matches('.');
        let hour = figures.parse::<u32>().ok().filter(|hour| *hour <= 24)?;
        let behind = folded[start + word.len()..].trim().trim_matches([',', ')', '.']).trim();
        let says_no_more = ["", "del", "di", "do dia", "do", "de", "du", "am", "on", "den"].contains(&behind);
        says_no_more.then_some((start, start + figures.len(), hour))
    })
}

/// Whether a time of day is left that nobody could read: "25:00", "13 pm", "half past nine". In a
/// sentence such words may be about anything.
pub fn speaks_of_time(rest: &str) -> bool {
    const MOST_WORDS: usize = 16;
    let folded = fold(rest);
    let is_digit = |c: char| c.is_ascii_digit();
    let with_colon = rest.match_indices(':').any(|(at, _)| {
        let (before, after) = (&rest[..at], &rest[at + 1..]);
        let digits = before.chars().rev().take_while(char::is_ascii_digit).count();
        let minutes = after.chars().take_while(char::is_ascii_digit).count();
        (1..=2).contains(&digits) && minutes == 2 && !after[minutes..].starts_with(':') && before.ends_with(is_digit)
    });
    let with_half_day = ["am", "a.m.", "pm", "p.m."].iter().any(|half| {
        folded.match_indices(half).any(|(at, _)| {
            folded[..at].trim_end().ends_with(is_digit) && !folded[at + half.len()..].starts_with(char::is_alphanumeric)
        })
    });
    let in_few_words = || !words::at_least(rest, MOST_WORDS);
    with_colon || with_half_day || in_few_words() && (words::TIMES_OF_DAY.is_in(&folded) || names_an_hour(&folded))
}

/// "at 9": of either half of the day.
fn names_an_hour(folded: &str) -> bool {
    hours_alone(folded).next().is_some()
}

/// "10:00-12:00", "10am - 11am": the hours from and to which something lasts. To the letter the second could be how
/// far a zone lies from Greenwich.
pub fn is_span(behind: &str, from: NaiveTime) -> bool {
    let Some(second) = behind.trim_start().strip_prefix(['-', '\u{2212}']) else { return false };
    let until = second.trim_start();
    let figures = until.find(|c: char| !c.is_ascii_digit() && c != ':').unwrap_or(until.len());
    let (until, unit) = until.split_at(figures);
    let has_unit = || {
        let unit = fold(unit);
        ["uhr", "am", "a.m", "pm", "p.m", "h", "heures", "horas"]
            .iter()
            .any(|name| words::behind(&unit, name).is_some())
    };
    let later = || {
        let (hour, minute) = until.split_once(':')?;
        NaiveTime::from_hms_opt(hour.parse().ok()?, minute.parse().ok()?, 0).filter(|until| *until > from)
    };
    !until.is_empty() && (has_unit() || later().is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_from_and_to_are_no_distance_from_greenwich() {
        let ten = NaiveTime::from_hms_opt(10, 0, 0).expect("a time");
        for behind in ["-12:00", " - 12:00", "-11am", "-11:30 Uhr", "-11 Uhr"] {
            assert!(is_span(behind, ten), "{behind}");
        }
        for behind in ["-05:00", " -0500", "-7", " (CET)", "", " - check against delivery"] {
            assert!(!is_span(behind, ten), "{behind}");
        }
    }

    #[test]
    fn an_hour_without_its_unit_is_a_time_that_nobody_can_read() {
        for rest in ["embargo:  at 9", "embargo:  um 10.", "embargo: lunchtime", "embargo: mezzogiorno"] {
            assert!(speaks_of_time(rest), "{rest}");
        }
        for rest in ["embargo: 4 pages at 9 pier street", "embargo: at home"] {
            assert!(!speaks_of_time(rest), "{rest}");
        }
    }
}
