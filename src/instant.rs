//! One instant of a release or a feed, with the offset of the place that states it.
//!
//! Years outside [`YEARS`] are refused: chrono panics on RFC 2822 dates past 9999, and offsets
//! before the railways are not whole minutes. This module never asks the clock.

use std::fmt;
use std::ops::RangeInclusive;

use chrono::{DateTime, Datelike, Duration, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Timelike};
use chrono_tz::{OffsetName, Tz};
use serde::{Deserialize, Serialize};

/// The years a press release may bear.
pub const YEARS: RangeInclusive<i32> = 1900..=2199;

/// A second in time, together with the offset it was stated in.
///
/// Equality and order look at the second alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "(i64, i32)", try_from = "(i64, i32)")]
pub struct Instant(DateTime<FixedOffset>);

/// Which of two instants is meant when clocks are set back and a local time happens twice.
#[derive(Debug, Clone, Copy)]
pub enum Twice {
    Earlier,
    Later,
}

impl Instant {
    /// Local time in a zone. A time that the clocks skip becomes the first second after the gap.
    pub fn local(date: NaiveDate, time: NaiveTime, zone: Tz, twice: Twice) -> Option<Self> {
        let wanted = date.and_time(time);
        let found = match zone.from_local_datetime(&wanted) {
            chrono::LocalResult::Single(at) => at,
            chrono::LocalResult::Ambiguous(early, late) => match twice {
                Twice::Earlier => early,
                Twice::Later => late,
            },
            chrono::LocalResult::None => after_gap(wanted, zone)?,
        };
        Self::whole(found.fixed_offset())
    }

    /// Local time at a stated offset.
    pub fn at_offset(date: NaiveDate, time: NaiveTime, offset: FixedOffset) -> Option<Self> {
        Self::whole(offset.from_local_datetime(&date.and_time(time)).single()?)
    }

    /// RFC 3339, as front matter and `--now` state it. Leap seconds and fractions are cut.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        // Seconds are often left out, though RFC 3339 wants them.
        let parsed =
            DateTime::parse_from_rfc3339(text).or_else(|_| DateTime::parse_from_str(text, "%Y-%m-%dT%H:%M%#z"));
        Self::whole(parsed.ok()?)
    }

    pub fn from_clock(now: DateTime<chrono::Utc>) -> Option<Self> {
        Self::whole(now.fixed_offset())
    }

    fn whole(at: DateTime<FixedOffset>) -> Option<Self> {
        // RFC 3339 knows offsets of whole minutes; some zones had others until 1972.
        let at = if at.offset().local_minus_utc() % 60 == 0 { at } else { at.to_utc().fixed_offset() };
        YEARS.contains(&at.year()).then(|| at.with_nanosecond(0)).flatten().map(Self)
    }

    #[must_use]
    pub fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0.checked_add_signed(Duration::seconds(seconds)).unwrap_or(self.0))
    }

    /// How far into its minute it is.
    pub fn second(self) -> i64 {
        i64::from(self.0.second())
    }

    /// The day it is in a zone.
    pub fn date_in(self, zone: Tz) -> NaiveDate {
        self.0.with_timezone(&zone).date_naive()
    }

    /// What the time in a zone is called then: "CEST".
    pub fn zone_called(self, zone: Tz) -> String {
        self.0.with_timezone(&zone).offset().abbreviation().unwrap_or_default().to_owned()
    }

    pub fn date(self) -> NaiveDate {
        self.0.date_naive()
    }

    /// RFC 3339 with the stated offset (RFC 4287 §3.3, JSON Feed dates): a UTC rendering would
    /// show midnight in Berlin as the day before.
    pub fn rfc3339(self) -> String {
        self.0.to_rfc3339_opts(chrono::SecondsFormat::Secs, false)
    }

    /// RFC 822 with a four-digit year, in UTC: the one zone form every tried reader understands.
    pub fn rfc822(self) -> String {
        self.0.to_utc().format("%a, %d %b %Y %H:%M:%S +0000").to_string()
    }

    pub fn as_chrono(self) -> DateTime<FixedOffset> {
        self.0
    }
}

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.format("%Y-%m-%d %H:%M %:z"))
    }
}

fn after_gap(wanted: NaiveDateTime, zone: Tz) -> Option<DateTime<Tz>> {
    // No zone has ever skipped more than a day (Samoa, 2011); quarter hours find every gap's end.
    (1..=4 * 25).find_map(|quarters| {
        let later = wanted.checked_add_signed(Duration::minutes(15 * quarters))?;
        let at = zone.from_local_datetime(&later).earliest()?;
        let mut first = at;
        // Step back to the gap's very end.
        while let Some(before) = first.checked_sub_signed(Duration::minutes(1)) {
            if before.naive_local() < wanted {
                break;
            }
            first = before;
        }
        Some(first)
    })
}

/// Seconds since 1970 and the offset in seconds, east of Greenwich.
impl From<Instant> for (i64, i32) {
    fn from(instant: Instant) -> Self {
        (instant.0.timestamp(), instant.0.offset().local_minus_utc())
    }
}

impl TryFrom<(i64, i32)> for Instant {
    type Error = &'static str;

    fn try_from((seconds, offset): (i64, i32)) -> Result<Self, Self::Error> {
        let offset = FixedOffset::east_opt(offset).ok_or("no offset")?;
        let at = DateTime::from_timestamp(seconds, 0).ok_or("no instant")?;
        Self::whole(at.with_timezone(&offset)).ok_or("no year of a release")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::Europe::Berlin;

    fn local(day: &str, time: &str, twice: Twice) -> String {
        let date = day.parse().expect("a day");
        let time = time.parse().expect("a time");
        Instant::local(date, time, Berlin, twice).expect("an instant").rfc3339()
    }

    #[test]
    fn a_time_that_the_clocks_skip_becomes_the_end_of_the_gap() {
        assert_eq!(local("2019-03-31", "02:30:00", Twice::Earlier), "2019-03-31T03:00:00+02:00");
    }

    #[test]
    fn a_time_that_happens_twice_is_the_one_that_was_asked_for() {
        assert_eq!(local("2019-10-27", "02:30:00", Twice::Earlier), "2019-10-27T02:30:00+02:00");
        assert_eq!(local("2019-10-27", "02:30:00", Twice::Later), "2019-10-27T02:30:00+01:00");
    }

    #[test]
    fn midnight_in_berlin_keeps_its_day() {
        assert_eq!(local("2018-11-02", "00:00:00", Twice::Earlier), "2018-11-02T00:00:00+01:00");
    }

    #[test]
    fn a_day_without_midnight_begins_at_its_first_second() {
        let date = "2018-11-04".parse().expect("a day");
        let at = Instant::local(date, NaiveTime::MIN, chrono_tz::America::Sao_Paulo, Twice::Earlier);
        assert_eq!(at.expect("an instant").rfc3339(), "2018-11-04T01:00:00-02:00");
    }

    #[test]
    fn years_that_chrono_cannot_write_are_refused() {
        assert_eq!(Instant::parse("+12024-01-01T00:00:00Z"), None);
        assert_eq!(Instant::parse("0001-01-01T00:00:00Z"), None);
        assert_eq!(Instant::parse("1890-01-01T00:00:00+00:53"), None);
    }

    #[test]
    fn an_offset_with_seconds_is_written_in_utc() {
        let date = "1930-03-02".parse().expect("a day");
        let at =
            Instant::local(date, NaiveTime::MIN, chrono_tz::Europe::Bucharest, Twice::Earlier).expect("an instant");
        assert_eq!(Instant::parse(&at.rfc3339()), Some(at));
    }

    #[test]
    fn leap_seconds_and_fractions_are_cut() {
        let at = Instant::parse("2016-12-31T23:59:60.5Z").expect("an instant");
        assert_eq!(at.rfc3339(), "2016-12-31T23:59:59+00:00");
    }

    #[test]
    fn rss_dates_are_english_and_in_utc() {
        let at = Instant::parse("2018-11-02T00:30:00+01:00").expect("an instant");
        assert_eq!(at.rfc822(), "Thu, 01 Nov 2018 23:30:00 +0000");
    }
}
