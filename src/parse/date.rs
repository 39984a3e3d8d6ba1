//! Dates and times of day as press releases write them, in four languages.
//!
//! Only what stands there is read: a day without a year stays without, a two-digit year or
//! 03/04/2019 is not decided, and no date is ever completed from the clock.

use std::ops::Range;

use chrono::{Datelike, NaiveDate, NaiveTime};

use super::words;
use crate::characters;
use crate::instant::YEARS;
use crate::manuscript::Block;
use crate::problem::Place;

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

#[derive(Debug, Clone, PartialEq)]
enum Token<'a> {
    Number(u32, usize),
    Word(&'a str),
    Sign(char),
}

type Tokens<'a> = Vec<(Token<'a>, Range<usize>)>;

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
    characters::holds(text, |byte| byte.is_ascii_digit()).then(|| tokens(text))
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

/// A time of day, and the bytes it stands in: "9:00 a.m.", "17.30 Uhr", "10 h 30", "noon".
pub fn time(text: &str) -> Option<(Range<usize>, NaiveTime)> {
    let tokens = tokens(text);
    (0..tokens.len()).find_map(|at| time_at(&tokens, at))
}

fn tokens(text: &str) -> Tokens<'_> {
    let mut tokens = Vec::with_capacity(text.len() / 5 + 2);
    let mut chars = text.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        let same = |next: char| {
            if c.is_ascii_digit() { next.is_ascii_digit() } else { next.is_alphabetic() }
        };
        let mut end = start + c.len_utf8();
        if c.is_ascii_digit() || c.is_alphabetic() {
            while let Some((at, next)) = chars.peek().copied().filter(|(_, next)| same(*next)) {
                end = at + next.len_utf8();
                chars.next();
            }
        }
        let part = &text[start..end];
        let token = match c {
            c if c.is_whitespace() => continue,
            '0'..='9' => Token::Number(part.parse().unwrap_or(u32::MAX), part.len()),
            c if c.is_alphabetic() => Token::Word(part),
            c => Token::Sign(c),
        };
        tokens.push((token, start..end));
    }
    tokens
}

/// Walks the tokens of one attempt.
struct Cursor<'t, 'a> {
    tokens: &'t [(Token<'a>, Range<usize>)],
    at: usize,
}

impl Cursor<'_, '_> {
    fn number(&mut self) -> Option<(u32, usize)> {
        let Some((Token::Number(value, digits), _)) = self.tokens.get(self.at) else {
            return None;
        };
        self.at += 1;
        Some((*value, *digits))
    }

    fn sign(&mut self, signs: &[char]) -> bool {
        let found = matches!(self.tokens.get(self.at), Some((Token::Sign(c), _)) if signs.contains(c));
        self.at += usize::from(found);
        found
    }

    fn word(&mut self, known: &[&str]) -> bool {
        let is_known = |word: &str| {
            if word.is_ascii() {
                known.iter().any(|known| known.eq_ignore_ascii_case(word))
            } else {
                known.contains(&word.to_lowercase().as_str())
            }
        };
        let found = matches!(self.tokens.get(self.at), Some((Token::Word(word), _)) if is_known(word));
        self.at += usize::from(found);
        found
    }

    fn month(&mut self) -> Option<u32> {
        let Some((Token::Word(word), _)) = self.tokens.get(self.at) else {
            return None;
        };
        // "may" and "mar" are words too; a month is written with a capital or stands by a number.
        let month = words::MONTHS.number(word)?;
        self.at += 1;
        Some(month)
    }

    fn weekday(&mut self) -> Option<u32> {
        let Some((Token::Word(word), _)) = self.tokens.get(self.at) else {
            return None;
        };
        let day = words::WEEKDAYS.number(word)?;
        self.at += 1;
        Some(day)
    }

    /// Whether the next token touches the one before it.
    fn touches(&self) -> bool {
        self.at > 0
            && matches!((self.tokens.get(self.at - 1), self.tokens.get(self.at)), (Some(a), Some(b)) if a.1.end == b.1.start)
    }

    fn end(&self) -> usize {
        self.tokens[self.at - 1].1.end
    }
}

fn date_at(tokens: &[(Token, Range<usize>)], at: usize) -> Option<Found> {
    let start = tokens.get(at)?.1.start;
    let mut cursor = Cursor { tokens, at };
    let weekday = cursor.weekday();
    if weekday.is_some() {
        while cursor.sign(&[',', '.']) || cursor.word(&["the", "den", "dem", "der", "le", "el"]) {}
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

/// 2015-08-05; 2015 08 05.
fn iso(cursor: &mut Cursor) -> Option<Written> {
    let (year, digits) = cursor.number()?;
    let signed = cursor.sign(&['-', '/']);
    // Set apart by blanks, month and day must be of two digits.
    let fits = |(_, digits): &(u32, usize)| if signed { *digits <= 2 } else { *digits == 2 };
    if digits < 4 || !signed && digits != 4 {
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
fn named_month(cursor: &mut Cursor) -> Option<Written> {
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
fn day_first(cursor: &mut Cursor) -> Option<Written> {
    let (day, _) = cursor.number().filter(|(_, digits)| *digits <= 2)?;
    if let Some(written) = numeric(&mut Cursor { tokens: cursor.tokens, at: cursor.at }, day) {
        let (date, at) = written;
        cursor.at = at;
        return Some(date);
    }
    if cursor.touches() {
        cursor.word(&["st", "nd", "rd", "th", "er", "º"]);
    }
    // "12. Juni", "12-Jun-2026"
    cursor.sign(&['.', '-']);
    cursor.word(&["de", "of"]);
    let month = cursor.month()?;
    cursor.sign(&['.', '-']);
    year_after(cursor, month, day)
}

/// The rest of 02.11.2018, 2. 11. 2018, 3/22/2023 or 12-11-2018.
fn numeric(cursor: &mut Cursor, first: u32) -> Option<(Written, usize)> {
    let separators = ['.', '/', '-'];
    let Some((Token::Sign(separator), _)) = cursor.tokens.get(cursor.at) else {
        return None;
    };
    let separator = *separator;
    if !separators.contains(&separator) || !cursor.sign(&[separator]) {
        return None;
    }
    let (second, _) = cursor.number().filter(|(_, digits)| *digits <= 2)?;
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

fn time_at(tokens: &[(Token, Range<usize>)], at: usize) -> Option<(Range<usize>, NaiveTime)> {
    let start = tokens.get(at)?.1.start;
    let mut cursor = Cursor { tokens, at };
    if cursor.word(&["noon", "mittag", "midi", "mediodía"]) {
        return Some((start..cursor.end(), NaiveTime::from_hms_opt(12, 0, 0)?));
    }
    if cursor.word(&["midnight", "mitternacht", "minuit", "medianoche"]) {
        return Some((start..cursor.end(), NaiveTime::MIN));
    }
    let (hour, _) = cursor.number().filter(|(_, digits)| *digits <= 2)?;
    let mut minute = 0;
    let mut certain = false;
    let after_hour = cursor.at;
    if (cursor.touches() && cursor.sign(&[':', '.'])) || cursor.word(&["h"]) {
        if let Some((value, 2)) = cursor.number() {
            // "13.00" may be a number; a colon or an "h" makes it a time.
            certain = !matches!(tokens[after_hour].0, Token::Sign('.'));
            minute = value;
            let after_minute = cursor.at;
            // Seconds, as content systems write them, are not kept.
            if !(cursor.sign(&[':']) && cursor.number().is_some_and(|(_, digits)| digits == 2)) {
                cursor.at = after_minute;
            }
        } else {
            cursor.at = after_hour;
            certain = cursor.word(&["h"]);
        }
    }
    let hour = match meridiem(&mut cursor) {
        Some(afternoon) if (1..=12).contains(&hour) => hour % 12 + if afternoon { 12 } else { 0 },
        Some(_) => return None,
        None => {
            certain |= cursor.word(&["uhr", "heures", "horas", "hrs", "hours"]);
            hour
        }
    };
    let time = if hour == 24 && minute == 0 { None } else { NaiveTime::from_hms_opt(hour, minute, 0) };
    let has_meridiem = cursor.at > after_hour && matches!(tokens[cursor.at - 1].0, Token::Word(_) | Token::Sign('.'));
    (certain || has_meridiem).then_some(())?;
    Some((start..cursor.end(), time?))
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
            ("1. 2. 2019", on(2019, 2, 1)),
            ("12-Jun-2026", on(2026, 6, 12)),
            ("2015 06 03", on(2015, 6, 3)),
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
        for text in ["13.00 Uhr", "M07-44", "292/2019", "1726/3895", "17 Millionen", "the 203rd court", "10.15", "2018"]
        {
            assert_eq!(day(text), None, "{text}");
        }
    }

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
        ] {
            assert_eq!(time(text).map(|t| t.1), NaiveTime::from_hms_opt(hour, minute, 0), "{text}");
        }
        for text in ["13.00", "5 June", "25:00", "1726", "13 pm"] {
            assert_eq!(time(text), None, "{text}");
        }
    }
}
