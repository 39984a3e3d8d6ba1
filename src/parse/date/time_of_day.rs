//! Times of day. A number that may be anything else is none, and 24:00 belongs to the next day.

use std::ops::Range;

use chrono::NaiveTime;

use super::tokens::{Cursor, Token, tokens};
use super::zones::{Zone, abbreviated_zone, zone_behind};
use crate::parse::words;

/// A time of day as a date line gives it. Where it names no zone, it is of the newsroom's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimeOfDay {
    pub time: NaiveTime,
    pub zone: Option<Zone>,
}

/// A time of day with the zone behind it, and the bytes they stand in: "07:00 ET", "9 a.m. (EET)".
pub fn zoned_time(text: &str) -> Option<(Range<usize>, TimeOfDay)> {
    let (range, time) = time(text)?;
    Some(match zone_behind(&text[range.end..]) {
        Some((length, zone)) => (range.start..range.end + length, TimeOfDay { time, zone: Some(zone) }),
        None => (range, TimeOfDay { time, zone: None }),
    })
}

/// A time of day, and the bytes it stands in: "9:00 a.m.", "17.30 Uhr", "10 h 30", "noon".
pub fn time(text: &str) -> Option<(Range<usize>, NaiveTime)> {
    let tokens = tokens(text);
    (0..tokens.len()).find_map(|at| time_at(&tokens, at))
}

fn time_at(tokens: &[(Token, Range<usize>)], at: usize) -> Option<(Range<usize>, NaiveTime)> {
    let start = tokens.get(at)?.1.start;
    if is_within_number(tokens, at) {
        return None;
    }
    let mut cursor = Cursor { tokens, at };
    if cursor.word_of(&words::NOONS) {
        return Some((start..cursor.end(), NaiveTime::from_hms_opt(12, 0, 0)?));
    }
    if cursor.word_of(&words::MIDNIGHTS) {
        return Some((start..cursor.end(), NaiveTime::MIN));
    }
    // "Mezzogiorno" is also the south of Italy.
    if is_behind(&tokens[..at], &["a", "alle", "ore"]) && cursor.word(&["mezzogiorno"]) {
        return Some((start..cursor.end(), NaiveTime::from_hms_opt(12, 0, 0)?));
    }
    if let Some(time) = together(tokens, at) {
        return Some(time);
    }
    // "kl. 10.00", "ore 12"
    let labelled = cursor.word_of(&words::HOUR_LABELS);
    if labelled {
        cursor.sign(&['.']);
        // "kl. 1430"
        if let Some((digits, 4)) = (Cursor { tokens, at: cursor.at }).number() {
            cursor.at += 1;
            return Some((start..cursor.end(), NaiveTime::from_hms_opt(digits / 100, digits % 100, 0)?));
        }
    }
    let (hour, _) = cursor.number().filter(|(_, digits)| *digits <= 2)?;
    let mut minute = 0;
    let mut certain = labelled;
    let after_hour = cursor.at;
    // "17u45", "12u", as Flanders writes it.
    let flemish = cursor.touches() && cursor.word(&["u"]);
    if flemish || (cursor.touches() && cursor.sign(&[':', '.'])) || cursor.word(&["h"]) {
        if let Some((value, 2)) = cursor.number() {
            // "13.00" may be a number; a colon, an "h", a word before it or a zone makes it a time.
            let is_number = matches!(tokens[after_hour].0, Token::Sign('.'));
            certain |= !is_number || is_behind(&tokens[..at], &["at", "um", "à", "alle"]) || zone_follows(&cursor);
            minute = value;
            let after_minute = cursor.at;
            // Seconds, as content systems write them, are not kept.
            if !(cursor.sign(&[':']) && cursor.number().is_some_and(|(_, digits)| digits == 2)) {
                cursor.at = after_minute;
            }
        } else {
            cursor.at = after_hour;
            certain |= cursor.word(&["h"]) || flemish && cursor.word(&["u"]);
        }
    }
    let hour = match meridiem(&mut cursor) {
        Some(afternoon) if (1..=12).contains(&hour) => hour % 12 + if afternoon { 12 } else { 0 },
        // "00:01am", as embargoes of the small hours have it.
        Some(false) if hour == 0 => hour,
        Some(_) => return None,
        None => {
            let has_unit = cursor.word(&["uhr", "heures", "heure", "horas", "hrs", "hours", "uur"]);
            certain |= has_unit || cursor.at > after_hour && cursor.word(&["h", "hs"]);
            minute = if has_unit && minute == 0 { minute_behind(&mut cursor).unwrap_or(0) } else { minute };
            hour
        }
    };
    // "alle 6 del mattino", "a las 6 de la tarde"
    certain |= is_behind(&tokens[..at], &["alle", "las", "às"])
        && (says(&cursor, &words::MORNINGS) || says(&cursor, &words::EVENINGS));
    let hour = if hour < 12 && says(&cursor, &words::EVENINGS) { hour + 12 } else { hour };
    let time = if hour == 24 && minute == 0 { None } else { NaiveTime::from_hms_opt(hour, minute, 0) };
    let has_meridiem = cursor.at > after_hour && matches!(tokens[cursor.at - 1].0, Token::Word(_) | Token::Sign('.'));
    (certain || has_meridiem).then_some(())?;
    Some((start..cursor.end(), time?))
}

/// The "00" of "11.00 h" and the "15" of "21,15 Uhr" begin no time.
fn is_within_number(tokens: &[(Token, Range<usize>)], at: usize) -> bool {
    let Some([(Token::Number(..), number), (Token::Sign('.' | ',' | ':'), sign)]) =
        at.checked_sub(2).map(|from| &tokens[from..at])
    else {
        return false;
    };
    number.end == sign.start && sign.end == tokens[at].1.start && matches!(tokens[at].0, Token::Number(..))
}

/// "20 heures 30", "10 Uhr 30": but "10 Uhr 30. Juni" names a day.
fn minute_behind(cursor: &mut Cursor) -> Option<u32> {
    let before = cursor.at;
    let minute = cursor.number().filter(|(minute, digits)| *digits == 2 && *minute < 60);
    let is_day = cursor.month().is_some() || cursor.sign(&['.']);
    cursor.at = before + usize::from(minute.is_some() && !is_day);
    minute.filter(|_| !is_day).map(|(minute, _)| minute)
}

/// "8 Uhr abends", "6 heures du soir": whether one of these words stands right behind.
fn says(cursor: &Cursor, words: &words::Table) -> bool {
    const NEAR: usize = 4;
    let near = cursor.tokens[cursor.at.min(cursor.tokens.len())..].iter().take(NEAR);
    let mut near =
        near.take_while(|(token, _)| !matches!(token, Token::Number(..) | Token::Sign('.' | ',' | ';' | ')')));
    near.any(|(token, _)| matches!(token, Token::Word(word) if words.has(word)))
}

/// "0001 GMT", "1430hrs": four digits that a unit or a zone makes a time.
fn together(tokens: &[(Token, Range<usize>)], at: usize) -> Option<(Range<usize>, NaiveTime)> {
    let mut cursor = Cursor { tokens, at };
    let start = tokens.get(at)?.1.start;
    let (digits, _) = cursor.number().filter(|(_, digits)| *digits == 4)?;
    let has_unit = cursor.word(&["h", "hrs", "hours", "uhr", "uur"]);
    (has_unit || zone_follows(&cursor)).then_some(())?;
    Some((start..cursor.end(), NaiveTime::from_hms_opt(digits / 100, digits % 100, 0)?))
}

/// Which zone it is, others find out. In capitals: in French "et" follows many a number.
fn zone_follows(cursor: &Cursor) -> bool {
    let mut cursor = Cursor { tokens: cursor.tokens, at: cursor.at };
    cursor.sign(&['(']);
    let next = cursor.tokens.get(cursor.at).map(|(token, _)| token);
    matches!(next, Some(Token::Word(word)) if !word.contains(char::is_lowercase) && abbreviated_zone(word).is_some())
}

/// Whether a number stands behind one of these words.
fn is_behind(before: &[(Token, Range<usize>)], words: &[&str]) -> bool {
    let last = before.last().map(|(token, _)| token);
    matches!(last, Some(Token::Word(word)) if words.iter().any(|other| other.eq_ignore_ascii_case(word)))
}

/// `Some(true)` for p.m.
fn meridiem(cursor: &mut Cursor) -> Option<bool> {
    let before = cursor.at;
    for (letters, afternoon) in [("a", false), ("p", true)] {
        if cursor.word(&[if afternoon { "pm" } else { "am" }]) {
            return Some(afternoon);
        }
        if cursor.word(&[letters]) {
            cursor.sign(&['.']);
            if cursor.word(&["m"]) {
                cursor.sign(&['.']);
                return Some(afternoon);
            }
            cursor.at = before;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_day_are_read_in_every_writing() {
        for (text, hour, minute) in [
            ("9:00 A.M., FRIDAY", 9, 0),
            ("2 p.m. EDT", 14, 0),
            ("12 a.m.", 0, 0),
            ("12 pm", 12, 0),
            ("17:00 Uhr", 17, 0),
            ("13.30 Uhr", 13, 30),
            ("10 Uhr", 10, 0),
            ("10 h 30", 10, 30),
            ("14h00", 14, 0),
            ("00:01 GMT", 0, 1),
            ("11:13:00 AM", 11, 13),
            ("noon", 12, 0),
            ("11:06 a.m. ET", 11, 6),
            ("à 11 heures", 11, 0),
            ("0001 GMT, 5 June", 0, 1),
            ("1430hrs", 14, 30),
            ("at 10.00 (CET)", 10, 0),
            ("10.00 CET", 10, 0),
            ("um 9.30", 9, 30),
            ("06.00 uur", 6, 0),
            ("kl. 10.30", 10, 30),
            ("klo 9.00", 9, 0),
            ("alle ore 12", 12, 0),
            ("godz. 9.00", 9, 0),
            ("11.00 h", 11, 0),
            ("21.30h", 21, 30),
            ("20 heures 30", 20, 30),
            ("10 Uhr 30", 10, 30),
            ("10 Uhr 30. Juni", 10, 0),
            ("8 Uhr abends", 20, 0),
            ("6 heures du soir", 18, 0),
            ("kl. 1430", 14, 30),
            ("kl. 0500", 5, 0),
            ("7u30", 7, 30),
            ("om 12u", 12, 0),
            ("12u00", 12, 0),
            ("alle 6 del mattino", 6, 0),
            ("a mezzogiorno", 12, 0),
        ] {
            assert_eq!(time(text).map(|t| t.1), NaiveTime::from_hms_opt(hour, minute, 0), "{text}");
        }
        for text in [
            "13.00",
            "12 u",
            "il Mezzogiorno",
            "21,15 Uhr",
            "5 June",
            "25:00",
            "1726",
            "13 pm",
            "2575 hrs",
            "2026 words",
            "2025 et 2026",
            "10.00 et",
        ] {
            assert_eq!(time(text), None, "{text}");
        }
    }
}
