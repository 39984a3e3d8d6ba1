//! The year of an embargo's day that is written without one.

use chrono::{Datelike as _, NaiveDate};

use crate::parse::date::{self, Written};
use crate::parse::words::{self, fold};

/// "Tuesday 1 December" of a text that is dated: its weekday says of which year it is, and without one none
/// is given to it. `day` is the text's own, from which on the next that fits is meant.
pub fn with_year(text: &str, day: NaiveDate) -> Option<String> {
    let found = date::first(text)?;
    let Written::NoYear(month, number) = found.date else { return None };
    let mut words = text[found.range.clone()].split(|c: char| !(c.is_alphabetic() || c == '-'));
    let Some(weekday) = words.find_map(|word| words::WEEKDAYS.number(&fold(word))) else {
        // "EMBARGOED TO 12 NOON 24 NOVEMBER" above "24 November 2026"
        let same = (day.month(), day.day()) == (month, number);
        return same.then(|| format!("{}{day}{}", &text[..found.range.start], &text[found.range.end..]));
    };
    let mut years = [0, 1].into_iter().filter_map(|later| NaiveDate::from_ymd_opt(day.year() + later, month, number));
    let end = years.find(|end| *end >= day && end.weekday().num_days_from_monday() == weekday)?;
    Some(format!("{}{end}{}", &text[..found.range.start], &text[found.range.end..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_weekday_says_of_which_year_a_day_is() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 26).expect("a day");
        for (text, year) in [
            ("Sous embargo jusqu'au mardi 1er décembre à 6h", Some("Sous embargo jusqu'au 2026-12-01 à 6h")),
            ("EMBARGO: 9 a.m. Tuesday, Dec. 1", Some("EMBARGO: 9 a.m. 2026-12-01")),
            ("Sperrfrist: Freitag, 1. Januar, 10 Uhr", Some("Sperrfrist: 2027-01-01, 10 Uhr")),
            ("Sperrfrist: Montag, 1. Dezember, 10 Uhr", None),
            ("Sperrfrist: 1. Dezember, 10 Uhr", None),
            ("EMBARGOED TO 12 NOON 26 NOVEMBER", Some("EMBARGOED TO 12 NOON 2026-11-26")),
            ("Embargo: Tuesday 1 December 2026", None),
        ] {
            assert_eq!(with_year(text, day).as_deref(), year, "{text}");
        }
    }
}
