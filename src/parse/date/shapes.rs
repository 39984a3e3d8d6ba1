//! The shapes that a day is written in, each over the tokens behind its weekday.
//!
//! A shape that doesn't fit takes nothing; one that fits and leaves something open says what.

use chrono::NaiveDate;

use super::Written;
use super::tokens::{Cursor, Token};
use crate::instant::YEARS;

/// 2015-08-05; 2015 08 05.
pub fn iso(cursor: &mut Cursor) -> Option<Written> {
    let (year, digits) = cursor.number()?;
    let signed = cursor.sign(&['-', '/']);
    // Set apart by blanks, month and day must be of two digits.
    let fits = |(_, digits): &(u32, usize)| if signed { *digits <= 2 } else { *digits == 2 };
    // "0475 55 01 20" is a phone number.
    if digits < 4 || !signed && (digits != 4 || year < 1000) {
        return None;
    }
    let (month, _) = cursor.number().filter(fits)?;
    if cursor.sign(&['-', '/']) != signed {
        return None;
    }
    let (day, _) = cursor.number().filter(fits)?;
    Some(day_of(year, month, day))
}

/// November 2, 2018; Nov. 2 2018; June 29; August 2015.
pub fn named_month(cursor: &mut Cursor) -> Option<Written> {
    let month = cursor.month()?;
    cursor.sign(&['.']);
    let behind = cursor.at;
    day_after(cursor, month).or_else(|| {
        cursor.at = behind;
        cursor.word(&["de"]);
        let (_, digits) = cursor.number()?;
        (digits == 4).then_some(Written::NoDay)
    })
}

fn day_after(cursor: &mut Cursor, month: u32) -> Option<Written> {
    let (day, _) = cursor.number().filter(|(_, digits)| *digits <= 2)?;
    if cursor.touches() {
        cursor.word(&["st", "nd", "rd", "th"]);
    }
    year_after(cursor, month, day)
}

/// 2. März 2018; 29 de abril, 2026; 1er mars 2019; 02.11.2018; 3/22/23.
pub fn day_first(cursor: &mut Cursor) -> Option<Written> {
    let (day, _) = cursor.number().filter(|(_, digits)| *digits <= 2)?;
    if let Some(written) = numeric(&mut Cursor { tokens: cursor.tokens, at: cursor.at }, day) {
        let (date, at) = written;
        cursor.at = at;
        return Some(date);
    }
    if cursor.touches() {
        // "1° novembre", "1:a december"
        let _ = cursor.word(&["st", "nd", "rd", "th", "er", "º"])
            || cursor.sign(&['°'])
            || cursor.sign(&[':']) && cursor.word(&["a", "e"]);
    }
    // "12. Juni", "12-Jun-2026", "12/jun/2026"
    let slashed = cursor.sign(&['/']);
    cursor.sign(&['.', '-']);
    cursor.word(&["de", "of"]);
    let month = cursor.month().map(|month| (month, !slashed));
    let (month, certain) = month.or_else(|| Some((cursor.word_for_month()?, false)))?;
    let behind = cursor.at;
    let dashed = cursor.sign(&['-', '/']);
    cursor.sign(&['.']);
    let dashed = cursor.sign(&['/']) || dashed;
    let date = year_after(cursor, month, day);
    let without_year = matches!(date, Some(Written::NoYear(..)));
    // "28 lug - La Regione": the dash belongs to no year.
    if dashed && without_year {
        cursor.at = behind;
    }
    date.filter(|_| certain || !without_year)
}

/// What stands behind a day and a month that only a slash parts is a year among these, or no year.
const YEARS_NEAR: std::ops::RangeInclusive<u32> = 1950..=2100;

/// The rest of 02.11.2018, 2. 11. 2018, 3/22/2023 or 12-11-2018.
fn numeric(cursor: &mut Cursor, first: u32) -> Option<(Written, usize)> {
    let separators = ['.', '/', '-'];
    let Some((Token::Sign(separator), _)) = cursor.tokens.get(cursor.at) else {
        return None;
    };
    let (start, separator) = (cursor.at - 1, *separator);
    if !separators.contains(&separator) || !cursor.sign(&[separator]) {
        return None;
    }
    let (second, _) = cursor.number().filter(|(_, digits)| *digits <= 2)?;
    // "5/11 2026", "5/11-2026", as the north writes it: the day comes first.
    let dashed = separator == '/' && cursor.sign(&['-']);
    if separator == '/' && matches!(cursor.tokens.get(cursor.at), Some((Token::Number(_, 4), _))) {
        let (year, _) = cursor.number()?;
        return (YEARS_NEAR.contains(&year) && second <= 12).then(|| (day_of(year, second, first), cursor.at));
    }
    if dashed {
        // "15/01-13"
        let short = cursor.number().is_some_and(|(_, digits)| digits == 2) && (1..=12).contains(&second);
        return (short && (1..=31).contains(&first)).then_some((Written::ShortYear, cursor.at));
    }
    if !cursor.sign(&[separator]) {
        // "13.00 Uhr" and "3/4" are no dates.
        return None;
    }
    let Some((year, digits)) = cursor.number() else {
        // "15.8." is a day without a year.
        return (separator == '.' && (1..=12).contains(&second) && (1..=31).contains(&first))
            .then_some((Written::NoYear(second, first), cursor.at));
    };
    let date = match (separator, digits) {
        (_, 2) if cursor.is_among_numbers(start, separator) => return None,
        (_, 2) => Written::ShortYear,
        (_, 4..) if separator != '.' && first <= 12 && second <= 12 && first != second => {
            match (day_of(year, first, second), day_of(year, second, first)) {
                (Written::Day(month_first), Written::Day(day_first)) => Written::Ambiguous(month_first, day_first),
                (other, _) => other,
            }
        }
        (_, 4..) if separator != '.' && first <= 12 && second > 12 => day_of(year, first, second),
        (_, 4..) => day_of(year, second, first),
        _ => return None,
    };
    Some((date, cursor.at))
}

fn year_after(cursor: &mut Cursor, month: u32, day: u32) -> Option<Written> {
    if !(1..=31).contains(&day) {
        return None;
    }
    let before = cursor.at;
    cursor.sign(&[',']);
    cursor.word(&["de", "del"]);
    if let Some((year, 4..)) = cursor.number() {
        // "16 listopada 2026 r."
        if cursor.word(&["r"]) {
            cursor.sign(&['.']);
        }
        Some(day_of(year, month, day))
    } else {
        cursor.at = before;
        Some(Written::NoYear(month, day))
    }
}

fn day_of(year: u32, month: u32, day: u32) -> Written {
    i32::try_from(year)
        .ok()
        .filter(|year| YEARS.contains(year))
        .and_then(|year| NaiveDate::from_ymd_opt(year, month, day))
        .map_or(Written::Impossible, Written::Day)
}
