//! Dates and times of day as press releases write them, in the languages of `words`.
//!
//! Only what stands there is read: a day without a year stays without, a two-digit year or
//! 03/04/2019 is not decided, and no date is ever completed from the clock.

mod shapes;
mod time_of_day;
mod tokens;
mod zones;

use std::ops::Range;

use chrono::{Datelike, NaiveDate};

use crate::characters;
use crate::manuscript::Block;
use crate::problem::Place;
use crate::release::Language;
use shapes::{day_first, iso, named_month};
pub use time_of_day::{TimeOfDay, time, zoned_time};
use tokens::{Cursor, Token, Tokens, tokens};
pub use zones::{Zone, abbreviated_zone};

/// A date found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Bytes of the text, with the weekday before it.
    pub range: Range<usize>,
    pub date: Written,
}

/// What the writing says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Written {
    Day(NaiveDate),
    /// Month and day without a year.
    NoYear(u32, u32),
    /// Month and year without a day.
    NoDay,
    /// No day of the calendar, such as 31 February.
    Impossible,
    /// The weekday beside it belongs to another date.
    WrongWeekday,
    /// Numbers that can be read as two different days: month first, and day first.
    Ambiguous(NaiveDate, NaiveDate),
    /// The year has two digits.
    ShortYear,
}

/// Which number of a date in figures is the day, where both may be.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Order {
    DayFirst,
    /// As in English, which is written on both sides of the Atlantic.
    #[default]
    Either,
}

impl Order {
    /// As a text of this language writes it.
    pub fn of(language: Option<&Language>) -> Self {
        match language {
            Some(language) if language.primary() != "en" => Self::DayFirst,
            _ => Self::Either,
        }
    }
}

/// A date line's date, and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Dated {
    pub at: Place,
    pub date: Written,
    /// As written, for messages; nothing else of the line, which may be a lead under embargo.
    pub text: String,
}

impl Dated {
    pub fn of(block: &Block, date: Written) -> Self {
        let line = block.text();
        let text = first(line).map_or(String::new(), |found| line[found.range].to_owned());
        Self { at: block.at, date, text }
    }
}

/// The first date that begins at or after the start of the text, at a word boundary.
pub fn first(text: &str) -> Option<Found> {
    let tokens = tokens_with_number(text)?;
    starts(&tokens).find_map(|at| date_at(&tokens, at))
}

/// Every date, in the order of the text.
pub fn all(text: &str) -> Vec<Found> {
    let Some(tokens) = tokens_with_number(text) else { return Vec::new() };
    let mut found: Vec<Found> = Vec::new();
    for at in starts(&tokens) {
        let fresh = found.last().is_none_or(|last| tokens[at].1.start >= last.range.end);
        found.extend(if fresh { date_at(&tokens, at) } else { None });
    }
    found
}

/// No date is written without a number, and most lines have none.
fn tokens_with_number(text: &str) -> Option<Tokens<'_>> {
    characters::has_digit(text).then(|| tokens(text))
}

/// The tokens at which a date may begin: numbers, and words a few tokens before one.
fn starts<'t>(tokens: &'t Tokens) -> impl Iterator<Item = usize> + 't {
    // "Friday, the 2nd", "Thursday, Nov. 2": weekday, signs and articles, month and period.
    const FARTHEST: usize = 8;
    let mut number = None;
    (0..tokens.len()).filter(move |at| {
        if number.is_none_or(|found| found < *at) {
            let next = tokens[*at..].iter().position(|(token, _)| matches!(token, Token::Number(..)));
            number = Some(next.map_or(usize::MAX, |next| at + next));
        }
        match tokens[*at].0 {
            Token::Number(..) => true,
            Token::Word(_) => number.is_some_and(|number| number - at <= FARTHEST),
            Token::Sign(_) => false,
        }
    })
}

/// A date that opens the text.
pub fn opening(text: &str) -> Option<Found> {
    date_at(&tokens_with_number(text)?, 0)
}

/// One date that is the whole text, as front matter states it.
pub fn whole(text: &str) -> Option<Written> {
    let found = opening(text.trim())?;
    (found.range.end == text.trim().len()).then_some(found.date)
}

fn date_at(tokens: &[(Token, Range<usize>)], at: usize) -> Option<Found> {
    let start = tokens.get(at)?.1.start;
    let mut cursor = Cursor { tokens, at };
    // "DETROIT, MI, September 17" names a state.
    let weekday = if cursor.is_state() { None } else { cursor.weekday() };
    if weekday.is_some() {
        while cursor.sign(&[',', '.']) || cursor.word(&["the", "den", "dem", "der", "d", "le", "el"]) {}
    }
    let from = cursor.at;
    let shapes: &[fn(&mut Cursor) -> Option<Written>] = match tokens.get(from)?.0 {
        Token::Number(..) => &[iso, day_first],
        _ => &[named_month],
    };
    let (date, end) = shapes.iter().find_map(|shape| {
        let mut cursor = Cursor { tokens, at: from };
        shape(&mut cursor).map(|date| (date, cursor.end()))
    })?;
    let date = match (date, weekday) {
        (Written::Day(day), Some(weekday)) if day.weekday().num_days_from_monday() != weekday => Written::WrongWeekday,
        (date, _) => date,
    };
    Some(Found { range: start..end, date })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Option<Written> {
        first(text).map(|found| found.date)
    }

    fn on(year: i32, month: u32, day: u32) -> Option<Written> {
        NaiveDate::from_ymd_opt(year, month, day).map(Written::Day)
    }

    #[test]
    fn every_way_to_write_a_day_is_read() {
        for (text, expected) in [
            ("November 2, 2018", on(2018, 11, 2)),
            ("Nov. 12, 2020 (GLOBE NEWSWIRE)", on(2020, 11, 12)),
            ("Sept 2, 2018", on(2018, 9, 2)),
            ("Friday, May 10, 2019", on(2019, 5, 10)),
            ("2015-08-05", on(2015, 8, 5)),
            ("01.11.2018", on(2018, 11, 1)),
            ("25. Juni 2008", on(2008, 6, 25)),
            ("Freitag, den 2. März 2018", on(2018, 3, 2)),
            ("5. Jänner 2019", on(2019, 1, 5)),
            ("le 1er mars 2019", on(2019, 3, 1)),
            ("29 de abril, 2026", on(2026, 4, 29)),
            ("3 de mayo de 2026", on(2026, 5, 3)),
            ("14 September 2026", on(2026, 9, 14)),
            ("12/31/2026", on(2026, 12, 31)),
            ("13/12/2026", on(2026, 12, 13)),
            ("1. 2. 2019", on(2019, 2, 1)),
            ("12-Jun-2026", on(2026, 6, 12)),
            ("2015 06 03", on(2015, 6, 3)),
            ("1° novembre 2026", on(2026, 11, 1)),
            ("1:a december 2026", on(2026, 12, 1)),
            ("Torsdag d. 5. november 2026", on(2026, 11, 5)),
            ("5/11 2026", on(2026, 11, 5)),
            ("5/11-2026", on(2026, 11, 5)),
            ("13 juill. 2026", on(2026, 7, 13)),
            ("3 de set. de 2026", on(2026, 9, 3)),
            ("3 out 2026", on(2026, 10, 3)),
            ("03/mar/2026", on(2026, 3, 3)),
            ("03/dez./2026", on(2026, 12, 3)),
            ("11 magg. 2026", on(2026, 5, 11)),
        ] {
            assert_eq!(day(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_not_certain_is_not_decided() {
        for (text, expected) in [
            ("June 29 /PRNewswire/", Written::NoYear(6, 29)),
            ("15.8. (Samstag)", Written::NoYear(8, 15)),
            ("August 2015", Written::NoDay),
            ("31.02.2025", Written::Impossible),
            ("2025-13-01", Written::Impossible),
            ("5 May 12024", Written::Impossible),
            ("0001-01-01", Written::Impossible),
            ("02.11.18", Written::ShortYear),
            ("3/22/23", Written::ShortYear),
            ("Monday, November 2, 2018", Written::WrongWeekday),
            ("Montag den 2. März 2018", Written::WrongWeekday),
            ("12.31.2026", Written::Impossible),
        ] {
            assert_eq!(day(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn numbers_that_can_be_two_days_are_kept_as_both() {
        let (Some(third_of_april), Some(fourth_of_march)) =
            (NaiveDate::from_ymd_opt(2019, 4, 3), NaiveDate::from_ymd_opt(2019, 3, 4))
        else {
            unreachable!()
        };
        assert_eq!(day("03/04/2019"), Some(Written::Ambiguous(fourth_of_march, third_of_april)));
    }

    #[test]
    fn numbers_that_are_no_dates_are_left_alone() {
        for text in [
            "13.00 Uhr",
            "M07-44",
            "292/2019",
            "1726/3895",
            "17 Millionen",
            "the 203rd court",
            "10.15",
            "2018",
            "3/4/",
            "3/4 of 2018",
            "5/11 1200",
            "15.80.",
            "12 out of 20",
            "3 set pieces",
            "9 of 10 set menus",
            "3/may have been",
            "03.53.01.77.00",
        ] {
            assert_eq!(day(text), None, "{text}");
        }
    }
}
