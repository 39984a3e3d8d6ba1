//! The instant an embargo ends. An end that is not certain is none, and of two that may be meant the
//! later one counts.

use chrono::{NaiveDate, NaiveTime};
use chrono_tz::Tz;

use super::clock::{by_the_clock, four_figures, hour_alone, is_span, only_number, speaks_of_time};
use super::told::told_behind;
use super::zone::{stated_zone, undotted, unglued};
use crate::instant::{Instant, Twice};
use crate::parse::date::{self, Order, Written};
use crate::parse::words::{self, fold};

/// Why an embargo's end is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unclear {
    NoDay,
    NoYear,
    Ambiguous,
    Impossible,
    WrongWeekday,
    SeveralDays,
    Time,
    Zone,
}

impl Unclear {
    pub fn why(self) -> &'static str {
        match self {
            Self::NoDay => "the embargo names no day",
            Self::NoYear => "the embargo's day has no year",
            Self::Ambiguous => "the embargo's day can be read in two ways",
            Self::Impossible => "the embargo's day is not in the calendar",
            Self::WrongWeekday => "the embargo's weekday belongs to another date",
            Self::SeveralDays => "the embargo names several days",
            Self::Time => "the embargo's time of day is not understood",
            Self::Zone => "the embargo's time zone is not known",
        }
    }
}

/// The first instant at which the release may be public. Without a time of day that is the end of
/// the day; without a zone `zone` counts; a local time that happens twice is the later one.
pub fn end(text: &str, zone: Tz, order: Order) -> Result<Instant, Unclear> {
    if let Some(at) = text.split_whitespace().find_map(Instant::parse) {
        return Ok(at);
    }
    let text = told_behind(text).map_or(text, |at| &text[..at]);
    let (day, rest) = only_day(text, order)?;
    let rest = unglued(undotted(without_delivery(rest)));
    // 24:00 is the end of the day.
    let ends_with_day = ["24:00", "24.00", "24 uhr", "24 h", "24h"].iter().any(|end| fold(&rest).contains(end));
    let Some((range, time)) = date::time(&rest)
        .or_else(|| by_the_clock(&rest))
        .or_else(|| four_figures(&rest))
        .or_else(|| only_number(&rest))
        .or_else(|| hour_alone(&rest))
        .filter(|_| !ends_with_day)
    else {
        if !ends_with_day && speaks_of_time(&rest) {
            return Err(Unclear::Time);
        }
        let next = day.succ_opt().ok_or(Unclear::Impossible)?;
        return Instant::local(next, NaiveTime::MIN, zone, Twice::Later).ok_or(Unclear::Impossible);
    };
    if is_span(&rest[range.end..], time) {
        return Err(Unclear::Time);
    }
    // Midnight may be either end of the day; the later one leaks nothing.
    let (day, time) = match time {
        NaiveTime::MIN if !rest[range.clone()].starts_with(|c: char| c.is_ascii_digit()) => {
            (day.succ_opt().ok_or(Unclear::Impossible)?, time)
        }
        time => (day, time),
    };
    let at_home = Instant::local(day, time, zone, Twice::Later).map(|at| at.zone_called(zone));
    let local = Instant::local(day, time, zone, Twice::Later);
    let stated = |text: &str| stated_zone(text, range.end, at_home.as_deref());
    // "11:00 US Eastern Time (16:00 CET)": the zone behind a second time is not the first one's.
    let second = date::time(&rest[range.end..]).map(|(second, _)| range.end + second.start);
    // "10:00 +05:30" is one time.
    let second = second.filter(|second| !rest[..*second].ends_with(['+', '-', '\u{2212}']));
    let own = stated(second.map_or(&rest, |second| &rest[..second]))?;
    let instant = match own {
        Some(own) => own.instant(day, time, Twice::Later),
        // It may be meant for both of them.
        None if second.is_some() => match stated(&rest)? {
            Some(other) => other.instant(day, time, Twice::Later).max(local),
            None => local,
        },
        None => local,
    };
    instant.ok_or(Unclear::Impossible)
}

/// Whether an embargo, so far as it is understood, ends after a day.
pub fn ends_after(text: &str, day: NaiveDate, order: Order) -> bool {
    match end(text, Tz::UTC, order) {
        Ok(end) => end.date() > day,
        Err(unclear) => unclear != Unclear::NoDay,
    }
}

/// Without "check against delivery", which says nothing of when.
fn without_delivery(text: String) -> String {
    let found = text.char_indices().find_map(|(at, _)| Some((at, words::DELIVERY.behind_each(&text[at..]).next()?)));
    match found {
        Some((at, behind)) => format!("{} {behind}", &text[..at]),
        None => text,
    }
}

fn only_day(text: &str, order: Order) -> Result<(NaiveDate, String), Unclear> {
    const MOST: usize = 12;
    let mut found = Vec::new();
    let mut rest = text.to_owned();
    // What is left of a date may be one with what stands beside it, so each look begins anew.
    while let Some(next) = date::first(&rest) {
        let blank = " ".repeat(next.range.len());
        rest.replace_range(next.range, &blank);
        found.push(next.date);
        if found.len() > MOST {
            return Err(Unclear::SeveralDays);
        }
    }
    found.dedup();
    match found.as_slice() {
        [] | [Written::NoDay] => Err(Unclear::NoDay),
        [Written::Day(day)] => Ok((*day, rest)),
        [Written::Ambiguous(_, day_first)] if order == Order::DayFirst => Ok((*day_first, rest)),
        [Written::NoYear(..)] => Err(Unclear::NoYear),
        [Written::Ambiguous(..) | Written::ShortYear] => Err(Unclear::Ambiguous),
        [Written::Impossible] => Err(Unclear::Impossible),
        [Written::WrongWeekday] => Err(Unclear::WrongWeekday),
        _ => Err(Unclear::SeveralDays),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ends(text: &str) -> Result<String, Unclear> {
        end(text, chrono_tz::Europe::Berlin, Order::Either).map(Instant::rfc3339)
    }

    #[test]
    fn ends_are_instants_in_the_stated_or_the_configured_zone() {
        for (text, expected) in [
            ("EMBARGOED UNTIL 9:00 A.M., FRIDAY, MAY 10, 2019", "2019-05-10T09:00:00+02:00"),
            ("Embargo: 00:01 GMT, 5 June 2026", "2026-06-05T00:01:00+00:00"),
            ("embargoed until 11:06 a.m. ET on June 5, 2026", "2026-06-05T11:06:00-04:00"),
            ("Sperrfrist: Freitag, 5. Juni 2026, 10 Uhr MESZ", "2026-06-05T10:00:00+02:00"),
            ("Sperrfrist: 5. Juni 2026", "2026-06-06T00:00:00+02:00"),
            ("Embargo fino alle 18 del 5 giugno 2026", "2026-06-05T18:00:00+02:00"),
            ("Publicação autorizada a partir das 18h do dia 5 de junho de 2026", "2026-06-05T18:00:00+02:00"),
            ("Sous embargo jusqu'au 5 juin 2026 à 10 h", "2026-06-05T10:00:00+02:00"),
            ("Embargado hasta las 10:00 horas del 5 de junio de 2026", "2026-06-05T10:00:00+02:00"),
            ("2026-06-05T10:00:00-07:00", "2026-06-05T10:00:00-07:00"),
            ("Sperrfrist: 25.10.2026, 02:30 Uhr", "2026-10-25T02:30:00+01:00"),
            ("Embargo: 4 July 2026, 10:00 Pacific time", "2026-07-04T10:00:00-07:00"),
            ("EMBARGOED UNTIL 10:00 A.M. EASTERN, FRIDAY, JUNE 19, 2026", "2026-06-19T10:00:00-04:00"),
            ("Release time: 6:00 a.m. Central, Friday, June 5, 2026", "2026-06-05T06:00:00-05:00"),
            ("EMBARGO: 00.01 Friday 5 June 2026", "2026-06-05T00:01:00+02:00"),
            ("Sperrfrist: 5.6.2026, 14.00", "2026-06-05T14:00:00+02:00"),
            ("Embargo : 5 juin 2026 (chiffres de 2025 et 2026)", "2026-06-06T00:00:00+02:00"),
            ("EMBARGO do 5 czerwca 2026, godz. 10:00", "2026-06-05T10:00:00+02:00"),
            ("Embargo: 5 June 2026, 24.00", "2026-06-06T00:00:00+02:00"),
            ("Embargo: 5 June 2026 (version 1.05, page 3)", "2026-06-06T00:00:00+02:00"),
            ("Embargo: 0001 GMT, 5 June 2026", "2026-06-05T00:01:00+00:00"),
            ("Embargo: 5 June 2026 at 10.00 (Brussels time)", "2026-06-05T10:00:00+02:00"),
            ("Embargo: 5 June 2026, 10:00 Buenos Aires time", "2026-06-05T10:00:00-03:00"),
            ("Embargo : 5 juin 2026 à 00h01 (heure de Bruxelles)", "2026-06-05T00:01:00+02:00"),
            ("16:00 London time / 11:00 US Eastern, 19 June 2026", "2026-06-19T16:00:00+01:00"),
            ("Embargo: 10 June 2026, 11:00 US Eastern Time (16:00 CET)", "2026-06-10T11:00:00-04:00"),
            ("Embargo: 10 June 2026, 7 a.m. Pacific / 4 p.m. CEST", "2026-06-10T07:00:00-07:00"),
            ("EMBARGOED UNTIL 10 JUNE 2026 AT 16:00 LONDON TIME (17:00 CET, 12:00 EST)", "2026-06-10T16:00:00+01:00"),
            ("Sperrfrist: 10. Juni 2026, 16 Uhr Londoner Zeit (17 Uhr MESZ)", "2026-06-10T16:00:00+01:00"),
            ("Under embargo until 1600 London time on 10 June 2026", "2026-06-10T16:00:00+01:00"),
            ("Embargo: 10 June 2026, 0001GMT", "2026-06-10T00:01:00+00:00"),
            ("Embargo: 10 June 2026, 12:00 Geneva time", "2026-06-10T12:00:00+02:00"),
            ("Embargo: 10 June 2026, 10:00 (08:00 GMT)", "2026-06-10T10:00:00+00:00"),
            ("Sperrfrist: 19. Juni 2026, 24:00 Uhr", "2026-06-20T00:00:00+02:00"),
            ("Embargo: 4 July 2026, midnight", "2026-07-05T00:00:00+02:00"),
            ("Embargo: 4 July 2026, 10:00 -0500", "2026-07-04T10:00:00-05:00"),
            ("For use at 2:00 p.m., E.S.T., 5 January 2026", "2026-01-05T14:00:00-05:00"),
            ("FOR USE AT 2:00 P.M. (E.T.) 5 JUNE 2026", "2026-06-05T14:00:00-04:00"),
            ("Embargo: 4 July 2026, 10:00 pst", "2026-07-04T10:00:00-08:00"),
            (
                "Sperrfrist: Freitag, 5. Juni 2026, 10:00 Uhr - Es gilt das gesprochene Wort!",
                "2026-06-05T10:00:00+02:00",
            ),
            ("EMBARGOED UNTIL 2 P.M. EDT, JUNE 5, 2026 - CHECK AGAINST DELIVERY", "2026-06-05T14:00:00-04:00"),
            ("EMBARGO: 5 JUNE 2026, 14:00 - CHECK AGAINST DELIVERY", "2026-06-05T14:00:00+02:00"),
            ("Embargo : vendredi 5 juin 2026, 14h00 (seul le prononcé fait foi)", "2026-06-05T14:00:00+02:00"),
            ("Embargo: 4 July 2026, 10:00 +0530", "2026-07-04T10:00:00+05:30"),
            ("Embargo: 4 July 2026, 10:00 +05:30", "2026-07-04T10:00:00+05:30"),
            ("Embargo: 4 July 2026, 10:00 -7", "2026-07-04T10:00:00-07:00"),
            ("Embargo: 4 July 2026, 10:00 local time", "2026-07-04T10:00:00+02:00"),
            ("Embargo: 4 July 2026, 00:00", "2026-07-04T00:00:00+02:00"),
            // An offset behind Greenwich's time is as certain as one behind the hour.
            ("Embargo: 5 June 2026, 10:00 UTC+2", "2026-06-05T10:00:00+02:00"),
            ("Embargo: 14:00 GMT+2, 5 June 2026", "2026-06-05T14:00:00+02:00"),
            ("Embargo: 5 June 2026, 10:00 UTC -5", "2026-06-05T10:00:00-05:00"),
            ("Embargo: 5 June 2026, 10:00 (UTC−5)", "2026-06-05T10:00:00-05:00"),
            ("Embargo: 5 June 2026, 10:00 (GMT+5:30)", "2026-06-05T10:00:00+05:30"),
            ("Embargo: 5 June 2026, 10:00 Etc/GMT+2", "2026-06-05T10:00:00-02:00"),
            ("Embargo: 5 June 2026, 10:00 AEST", "2026-06-05T10:00:00+10:00"),
            ("Embargo: 5 June 2026, 10:00 EAT", "2026-06-05T10:00:00+03:00"),
            ("Embargo: 6am Australian Eastern Standard Time, 5 June 2026", "2026-06-05T06:00:00+10:00"),
            ("Embargo: 5 June 2026, 10:00 Indian Standard Time", "2026-06-05T10:00:00+05:30"),
            ("Embargo: 10:00 Friday, 5 June 2026", "2026-06-05T10:00:00+02:00"),
            ("Embargo: 10:00 June 5, 2026", "2026-06-05T10:00:00+02:00"),
            ("Embargo: 5 June 2026, 10 o'clock in the morning", "2026-06-05T10:00:00+02:00"),
            ("Embargo: 5 June 2026, 3 o’clock in the afternoon", "2026-06-05T15:00:00+02:00"),
            ("Sperrfrist: frei ab 10 Uhr am 5. Juni 2026", "2026-06-05T10:00:00+02:00"),
            ("Embargo: 5 June 2026 (4 pages; questions: 0113 496 0288, ext. 25)", "2026-06-06T00:00:00+02:00"),
            ("Sperrfrist: 5. Juni 2026, Rückfragen 030/12 34 56-7, Seite 3 von 12", "2026-06-06T00:00:00+02:00"),
            ("Embargo: 10:00 on 5 June 2026 (Europe/London)", "2026-06-05T10:00:00+01:00"),
            ("Embargoed until midday, 5 June 2026", "2026-06-05T12:00:00+02:00"),
            // Left from summer; an hour early to the letter.
            ("Sperrfrist: 5. Januar 2027, 10 Uhr MESZ", "2027-01-05T10:00:00+01:00"),
            ("Embargoed until 10:00 a.m. EDT, January 5, 2027", "2027-01-05T10:00:00-05:00"),
            ("Embargoed until 10:00 BST on 5 January 2027", "2027-01-05T10:00:00+00:00"),
            ("Embargoed until 10:00 a.m. EST, June 5, 2026", "2026-06-05T10:00:00-05:00"),
        ] {
            assert_eq!(ends(text).as_deref(), Ok(expected), "{text}");
        }
    }

    #[test]
    fn an_abbreviation_of_several_zones_is_the_newsrooms_own() {
        let ends = |text, zone| end(text, zone, Order::Either).map(Instant::rfc3339);
        let text = "Embargoed until 10:00 IST on 5 June 2026";
        assert_eq!(ends(text, chrono_tz::Asia::Kolkata).as_deref(), Ok("2026-06-05T10:00:00+05:30"));
        assert_eq!(ends(text, chrono_tz::Europe::Dublin).as_deref(), Ok("2026-06-05T10:00:00+01:00"));
        let winter = "Embargoed until 10:00 IST on 5 January 2026";
        assert_eq!(ends(winter, chrono_tz::Europe::Dublin), Err(Unclear::Zone));
    }

    #[test]
    fn an_end_that_is_not_certain_is_an_error() {
        for (text, why) in [
            ("embargoed until delivery", Unclear::NoDay),
            ("EMBARGOED until 3/22/23", Unclear::Ambiguous),
            ("Sperrfrist: 5. Juni, 10 Uhr", Unclear::NoYear),
            ("Sperrfrist: 31. Juni 2026", Unclear::Impossible),
            ("Sperrfrist: Montag, 5. Juni 2026", Unclear::WrongWeekday),
            ("Embargo: 10:00 XYZ, 5 June 2026", Unclear::Zone),
            ("Embargo: 5 June 2026, 10:00 Gondor time", Unclear::Zone),
            ("Embargo: 5 June 2026, 10:00 UTC - 5", Unclear::Zone),
            ("Embargo: 5 June 2026, 10:00 - Gondor", Unclear::Zone),
            ("Embargo: 5 June 2026, 10:00 gondorian", Unclear::Zone),
            ("Embargo: 10:00 on 5 June 2026, Gondor time", Unclear::Zone),
            ("Embargo: 10:00 on 5 June 2026 (America/New York)", Unclear::Zone),
            ("Sperrfrist: 5. Juni 2026, 10 Uhr Sommerzeit", Unclear::Zone),
            ("Embargo: 5 June 2026, 10:00 +0575", Unclear::Zone),
            ("Embargoed until 22:00 on 31 May 2019 HST", Unclear::Zone),
            ("Embargo: 5 June 2026, 10:00 UTC-3.30", Unclear::Zone),
            ("Embargo: 5 June 2026, 10:00 GMT+25", Unclear::Zone),
            ("Embargo: 5 June 2026, 10:00 IST", Unclear::Zone),
            ("Embargo: 5 June 2026, 25:00", Unclear::Time),
            ("Embargo: 5 June 2026, 10:75", Unclear::Time),
            ("Embargo: 5 June 2026, 13 pm", Unclear::Time),
            ("Sperrfrist: 5. Juni 2026, 25 Uhr", Unclear::Time),
            ("Sperrfrist: 5. Juni 2026, zehn Uhr", Unclear::Time),
            ("Sperrfrist: 5. Juni 2026, halb zehn", Unclear::Time),
            ("Embargo: 5 June 2026, half past nine", Unclear::Time),
            ("Embargo: 5 June 2026, 10 o’clock", Unclear::Time),
            ("Embargo : 5 juin 2026, neuf heures du matin", Unclear::Time),
            ("Embargoed until 5 June 2026, online 7 June 2026", Unclear::SeveralDays),
            ("Embargo: 5 June 2026, 10:00-12:00", Unclear::Time),
            ("Embargo: 5 June 2026, 10am-11am", Unclear::Time),
            ("Sperrfrist: 5. Juni 2026, 10:00-11:30 Uhr", Unclear::Time),
            ("Embargoed until 5 June 2026 at 9", Unclear::Time),
            ("Embargo: 5 giugno 2026, mezzogiorno", Unclear::Time),
        ] {
            assert_eq!(ends(text), Err(why), "{text}");
        }
    }
}
