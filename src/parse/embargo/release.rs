//! Lines that say when a text is released: with a time of day they hold it back until then.

use chrono::{NaiveTime, Timelike as _};

use super::occasion;
use crate::characters;
use crate::parse::date;
use crate::parse::words::{self, fold};

/// "Release date: 10 December 2026 06:00": where the date line is of an earlier day, what holds the text back.
pub fn is_labelled_time(text: &str) -> bool {
    let Some(label) = words::RELEASE_TIMES.opening(text).filter(|_| characters::has_digit(text)) else { return false };
    let value = words::after(text.trim_start(), label).trim_start();
    value.strip_prefix(':').is_some_and(|value| date::first(value).is_some() && date::time(value).is_some())
}

/// Of a line that opens as "For release" does, whether it holds the text back: with a time of day it does, with
/// a day alone it gives its date.
pub fn at_a_time(bare: &str) -> Option<bool> {
    let label = |labels: &words::Table| labels.behind_each(bare).find(|rest| !rest.starts_with(char::is_alphanumeric));
    let (rest, may_stand_alone) = label(&words::TIMED_RELEASES)
        .map(|rest| (rest, true))
        .or_else(|| label(&words::RELEASE_HOURS).map(|rest| (rest, false)))?;
    let time = date::time(rest).map(|(range, _)| &rest[..range.start]);
    let alone = |before: &str| says_no_more(before.trim_start_matches(|c: char| !c.is_alphanumeric()));
    Some(time.is_some_and(|before| date::first(rest).is_some() || may_stand_alone && alone(before)))
}

/// "FOR RELEASE:", "For release after": when, the line below says.
pub fn is_label_alone(text: &str) -> bool {
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    let mut behind = words::FOR_RELEASE.behind_each(bare);
    behind.any(|rest| says_no_more(rest.trim_matches(|c: char| !c.is_alphanumeric())))
}

/// Whether between the label and the time nothing stands but a small word.
fn says_no_more(between: &str) -> bool {
    let between = between.trim();
    between.is_empty() || words::BEFORE_RELEASE_TIMES.has(between)
}

/// "For release at 2:00 p.m. EDT", "For release after market close": when on the day of the date line. An embargo by
/// its own word may end on another.
pub fn is_of_the_day(text: &str) -> bool {
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    (at_a_time(bare) == Some(true) || occasion::is_of_release(text)) && lacks_day_alone(text)
}

/// Whether a line gives a time of day, or an occasion, and lacks nothing but its day. In the small hours that may
/// be the day before's.
pub fn lacks_day_alone(text: &str) -> bool {
    const MOST_WORDS: usize = 12;
    let folded = fold(text);
    let names_a_day = || {
        let mut words = folded.split(|c: char| !c.is_alphanumeric());
        words.any(|word| {
            words::TOMORROW.has(word) || word == "next" || word.len() > 2 && words::WEEKDAYS.number(word).is_some()
        })
    };
    let by_day = |time: NaiveTime| time.hour() >= 6;
    !words::at_least(text, MOST_WORDS + 1)
        && date::first(text).is_none()
        && (date::time(text).is_some_and(|(_, time)| by_day(time)) || occasion::opens(text))
        && !words::UNTIL_NOTICE_IN.is_within(&folded)
        && !names_a_day()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_release_line_holds_back_where_it_gives_a_time() {
        for (line, holds) in [
            ("FOR RELEASE: 7:00 A.M. EASTERN TIME", Some(true)),
            ("For use at 2:00 p.m. EST", Some(true)),
            ("For immediate use after 18:00 hours, 1 February 2030", Some(true)),
            ("RELEASE AT 7 A.M.", Some(true)),
            ("For release 1 February 2030", Some(false)),
            ("For release at the fair that opens at 9 a.m.", Some(false)),
            ("Release time: 09:30", Some(false)),
            ("Release time: 09:30, 1 February 2030", Some(true)),
            ("For user groups at 9 a.m.", None),
            ("Museum opens at 9 a.m.", None),
        ] {
            assert_eq!(at_a_time(line), holds, "{line}");
        }
        assert!(is_label_alone("FOR RELEASE:") && is_label_alone("For release after"));
        assert!(!is_label_alone("For release on receipt") && !is_label_alone("For immediate release"));
    }

    #[test]
    fn a_time_without_a_day_lacks_nothing_else_where_no_other_day_is_meant() {
        for line in
            ["Embargoed: 10.00am", "FOR RELEASE AFTER MARKET CLOSE", "Sperrfrist: 10 Uhr", "Embargo: noon, local time"]
        {
            assert!(lacks_day_alone(line), "{line}");
        }
        for line in [
            "Embargo: 00:01",
            "Embargo: 10 a.m. Friday",
            "Embargo: tomorrow, 10 a.m.",
            "Sperrfrist: morgen, 10 Uhr",
            "Embargo: 5 June 2026, 10 a.m.",
            "For release on delivery, about 10 a.m.",
            "Embargo",
        ] {
            assert!(!lacks_day_alone(line), "{line}");
        }
        for (line, is_one) in [
            ("FOR RELEASE: 7:00 A.M. EASTERN TIME", true),
            ("FOR RELEASE AFTER MARKET CLOSE", true),
            ("Embargoed: 10.00am", false),
            ("Embargo until close of business", false),
            ("For release 5 June 2026", false),
        ] {
            assert_eq!(is_of_the_day(line), is_one, "{line}");
        }
    }
}
