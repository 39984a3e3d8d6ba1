//! When a release is published and when it changed, from what it states and the newsroom's rules.

use chrono::{NaiveDate, NaiveTime};
use chrono_tz::Tz;

use super::super::date::{self, Dated, TimeOfDay, Written, Zone};
use super::super::{House, Understood};
use crate::instant::{Instant, Twice};
use crate::problem::{Place, Report};
use crate::release::{Id, Slug};
use crate::source::front_matter::{FrontMatter, Stated};
use crate::source::name;

/// `date:` as a day, or as a whole instant.
pub struct Moment {
    pub day: Option<NaiveDate>,
    pub time: Option<TimeOfDay>,
    pub instant: Option<Instant>,
}

pub fn stated_moment(front: &FrontMatter, house: &House, report: &mut Report) -> Option<Moment> {
    let stated = front.date.as_ref()?;
    Some(moment(stated, "date", house, report).unwrap_or(Moment { day: None, time: None, instant: None }))
}

fn moment(stated: &Stated<String>, key: &str, house: &House, report: &mut Report) -> Option<Moment> {
    let text = stated.value.trim();
    if let Some(instant) = Instant::parse(text).or_else(|| parted_instant(text)) {
        return Some(Moment {
            day: Some(day_of(instant, house.zone)),
            time: Some(TimeOfDay { time: instant.as_chrono().time(), zone: None }),
            instant: Some(instant),
        });
    }
    if let Some(Written::Day(day)) = date::whole(text) {
        return Some(Moment { day: Some(day), time: None, instant: None });
    }
    // "2018-11-02 14:30", in the house's zone.
    if let Some((day, time)) = text.split_once([' ', 'T'])
        && let Some(Written::Day(day)) = date::whole(day)
        && let Some(time) =
            ["%H:%M", "%H:%M:%S", "%I:%M %p"].iter().find_map(|written| NaiveTime::parse_from_str(time, written).ok())
    {
        return Some(Moment { day: Some(day), time: Some(TimeOfDay { time, zone: None }), instant: None });
    }
    let (what, fix) = match date::whole(text) {
        Some(written @ Written::WrongWeekday) => explain(&written, key),
        Some(written) => (explain(&written, key).0, EXAMPLE.to_owned()),
        None => ("this is no date".to_owned(), EXAMPLE.to_owned()),
    };
    report.error(stated.at, format!("`{key}`: {what}"), fix).found(text);
    None
}

/// The day of an instant where it was stated; in UTC machines state it, and there it is the newsroom's day. But
/// a midnight in UTC is a day that a machine has written as an instant.
fn day_of(instant: Instant, own: Tz) -> NaiveDate {
    let at = instant.as_chrono();
    let by_machine = at.offset().local_minus_utc() == 0 && at.time() != NaiveTime::MIN;
    if by_machine { instant.date_in(own) } else { instant.date() }
}

/// "2018-11-02 14:30:00 +0100", as static site generators write it.
fn parted_instant(text: &str) -> Option<Instant> {
    let mut parts = text.split_ascii_whitespace();
    let (day, time, zone) = (parts.next()?, parts.next()?, parts.next()?);
    let zone = match zone.split_at_checked(3) {
        None if zone.eq_ignore_ascii_case("z") => "Z".to_owned(),
        Some((hours, minutes)) if hours.starts_with(['+', '-']) => {
            format!("{hours}:{}", minutes.trim_start_matches(':'))
        }
        Some(_) if zone.eq_ignore_ascii_case("utc") => "Z".to_owned(),
        _ => return None,
    };
    let seconds = if time.matches(':').count() == 1 { ":00" } else { "" };
    // "2:31:58"
    let hours = if time.find(':') == Some(1) { "0" } else { "" };
    if parts.next().is_some() { None } else { Instant::parse(&format!("{day}T{hours}{time}{seconds}{zone}")) }
}

/// Where the text may be none that has a day.
const NOT_HERE: &str = "what is no press release belongs in another folder";
const EXAMPLE: &str = "write the day as in `2018-11-02` or `2 November 2018`";

/// `key` is where the same date can be stated, for one that stands in the text.
fn explain(written: &Written, key: &str) -> (String, String) {
    let what = match written {
        Written::Day(_) => "this is a day",
        Written::NoYear(..) => "the date has no year",
        Written::NoDay => "the date has no day",
        Written::Impossible => "there is no such day in the calendar",
        Written::WrongWeekday => "the weekday belongs to another date",
        Written::Ambiguous(..) => "the date can be read in two ways",
        Written::ShortYear => "the date's year has two digits",
    };
    let fix = match written {
        Written::WrongWeekday => "correct the weekday or the date".to_owned(),
        _ => format!("write it in full, as in `2 November 2018`, or state `{key}: 2018-11-02`"),
    };
    (what.to_owned(), fix)
}

/// The day of the text; where none is written but that on which its embargo ends, that one. A midnight
/// may be either day's.
pub fn day_of_text(
    text: &Understood,
    front: &FrontMatter,
    held_until: Option<Instant>,
    slug: Option<&Slug>,
    house: &House,
    report: &mut Report,
) -> Option<NaiveDate> {
    if let Some(day) = &text.date {
        return Some(day.value);
    }
    let lifts_by_day = held_until.filter(|end| end.as_chrono().time() != NaiveTime::MIN);
    if let (Some(end), None) = (lifts_by_day, &text.doubtful_date) {
        return Some(day_of(end, house.zone));
    }
    if let Some(Dated { at, date, text: written }) = &text.doubtful_date {
        let (what, fix) = explain(date, "date");
        report.error(*at, what, fix).found(written);
    } else if !text.unfilled {
        // "Hannover (ots)": the wire kept the day elsewhere.
        if let Some(place) = &text.place {
            let fix = "put the day behind the place, as in `Dresden, 2 November 2018`, or state `date: 2018-11-02`";
            let fix = format!("{fix}; {NOT_HERE}");
            report.error(place.at, "there is no date line with a day", fix);
            return None;
        }
        let at = text.lead.as_ref().map_or(Place::line(1), |lead| lead.at);
        // A name is no statement, so its day is only offered.
        let named = slug.and_then(|slug| name::day(slug.as_str()));
        let state = match (day_elsewhere(front), named) {
            (Some((key, day)), _) => format!("`date: {day}` instead of `{key}`"),
            (None, Some(day)) => format!("`date: {day}`, as the file's name has it"),
            (None, None) => "`date: 2018-11-02`".to_owned(),
        };
        let fix =
            format!("put place and day above the text, as in `Dresden, 2 November 2018`, or state {state}; {NOT_HERE}");
        report.error(at, "there is no date line", fix);
    }
    None
}

/// `datum: 2024-07-10`: a day under a key that is not known here, and its key.
fn day_elsewhere(front: &FrontMatter) -> Option<(&str, NaiveDate)> {
    front.goes_public.iter().find_map(|stated| match date::first(&stated.value)?.date {
        Written::Day(day) => Some((stated.key.as_str(), day)),
        _ => None,
    })
}

pub fn stated_time(front: &FrontMatter, report: &mut Report) -> Option<TimeOfDay> {
    let stated = front.time.as_ref()?;
    let plain = NaiveTime::parse_from_str(&stated.value, "%H:%M").ok().map(|time| TimeOfDay { time, zone: None });
    let time = plain.or_else(|| {
        date::zoned_time(&stated.value).filter(|(range, _)| *range == (0..stated.value.len())).map(|(_, time)| time)
    });
    if time.is_none() {
        report.error(stated.at, "`time` is no time of day", "write `time: \"14:30\"`").found(&stated.value);
    }
    time
}

/// The instant that a day and a time of it stand for; without a time, the newsroom's own.
pub fn first_instant(day: NaiveDate, time: Option<TimeOfDay>, house: &House) -> Option<Instant> {
    let own = Zone::Named(house.zone);
    let TimeOfDay { time, zone } = time.unwrap_or(TimeOfDay { time: house.time_of_day, zone: None });
    zone.unwrap_or(own).instant(day, time, Twice::Earlier)
}

/// Releases of one day, of one stated time or of one embargo's end are set apart by seconds within
/// the minute that depend on nothing but their ids, so that a further one moves none. Stated
/// seconds stay; a stated `:00` is what machines write for none.
pub fn set_apart(at: Instant, id: Option<&Id>) -> Instant {
    if at.second() == 0 { at.plus_seconds(id.map_or(0, Id::spread)) } else { at }
}

/// A change that is stated or read: the day it bears, and the instant it stands for.
#[derive(Debug, Clone, Copy)]
pub struct Changed {
    pub at: Place,
    pub day: NaiveDate,
    pub instant: Instant,
    /// Whether more than a day is known.
    pub timed: bool,
}

/// The change that a stated date means.
pub fn changed(stated: &Stated<String>, key: &str, house: &House, report: &mut Report) -> Option<Changed> {
    let moment = moment(stated, key, house, report)?;
    let day = moment.day?;
    let instant = moment.instant.or_else(|| first_instant(day, moment.time, house))?;
    Some(Changed { at: stated.at, day, instant, timed: moment.time.is_some() })
}

/// The change that a date in the text means.
pub fn changed_in_text(
    dated: &Dated,
    time: Option<TimeOfDay>,
    key: &str,
    house: &House,
    report: &mut Report,
) -> Option<Changed> {
    let Written::Day(day) = dated.date else {
        let (what, fix) = explain(&dated.date, key);
        report.error(dated.at, what, fix).found(&dated.text);
        return None;
    };
    let instant = first_instant(day, time, house)?;
    Some(Changed { at: dated.at, day, instant, timed: time.is_some() })
}

/// `updated:`, which can't be before the release itself.
pub fn updated(front: &FrontMatter, published: Option<Instant>, house: &House, report: &mut Report) -> Option<Changed> {
    let stated = front.updated.as_ref()?;
    let changed = changed(stated, "updated", house, report)?;
    if published.is_some_and(|published| changed.instant < published) {
        report
            .error(
                stated.at,
                "`updated` is earlier than the release itself",
                "write the day of the change, or delete `updated:`",
            )
            .found(&stated.value);
    }
    Some(changed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_instant_may_have_blanks_between_its_parts() {
        for text in [
            "2026-09-08 08:30:00 +0100",
            "2026-09-08 8:30 +01:00",
            "2026-09-08 08:30 +01:00",
            "2026-09-08 07:30:00 UTC",
        ] {
            assert_eq!(parted_instant(text), Instant::parse("2026-09-08T08:30:00+01:00"), "{text}");
        }
        for text in ["2026-09-08 08:30", "2026-09-08 08:30 CET", "2026-09-08 08:30 +0100 x", "a b c"] {
            assert_eq!(parted_instant(text), None, "{text}");
        }
    }

    #[test]
    fn a_day_stated_in_utc_is_the_newsrooms_and_one_with_an_offset_its_own() {
        let day = |text: &str, zone: Tz| day_of(Instant::parse(text).expect("an instant"), zone).to_string();
        let (berlin, new_york) = (chrono_tz::Europe::Berlin, chrono_tz::America::New_York);
        assert_eq!(day("2025-12-31T23:30:00Z", berlin), "2026-01-01");
        assert_eq!(day("2025-05-10T22:00:00+00:00", berlin), "2025-05-11");
        assert_eq!(day("2025-05-10T00:00:00Z", new_york), "2025-05-10");
        assert_eq!(day("2025-05-10T02:00:00Z", new_york), "2025-05-09");
        assert_eq!(day("2025-05-10T23:30:00-04:00", berlin), "2025-05-10");
    }

    #[test]
    fn a_time_counts_in_its_own_zone_and_else_in_the_newsrooms() {
        let house = House { zone: chrono_tz::Europe::Berlin, ..House::unconfigured() };
        let day = NaiveDate::from_ymd_opt(2026, 12, 1).expect("a day");
        for (text, instant) in [
            ("07:00 ET", "2026-12-01T07:00:00-05:00"),
            ("9:00 a.m. (EET)", "2026-12-01T09:00:00+02:00"),
            ("9:00", "2026-12-01T09:00:00+01:00"),
        ] {
            let (_, time) = date::zoned_time(text).expect("a time");
            let first = first_instant(day, Some(time), &house).map(Instant::rfc3339);
            assert_eq!(first.as_deref(), Some(instant), "{text}");
        }
    }
}
