//! Until when a release is under embargo. Of several embargoes the last end counts, and one that
//! can't be understood holds for good.

use chrono::NaiveDate;

use super::super::date::{self, Written};
use super::super::embargo::{self, Unclear};
use super::super::words::{self, fold};
use super::super::{FrontMatterGives, House, Understood};
use crate::instant::Instant;
use crate::problem::{Place, Report};
use crate::release::Embargo;
use crate::source::front_matter::FrontMatter;

/// Where a line says no more than that nothing is to be published.
const DELETE_ONCE_FREE: &str = "delete the line once the text may go out, and state `draft: true` until then; for an embargo state its end as `embargo: 2019-05-10T09:00:00+02:00`, and `embargo: none` where the line forbids something else";
/// Where a label leaves open what is released on its day.
const SAY_OF_WHAT: &str = "write `Embargo:` before the day where the text may not be published earlier, or state `embargo: none` where something else is released then";
const WRITE_IN_FULL: &str = "write day and time in full, as in `Embargo: 10 May 2019, 09:00`, or state `embargo: 2019-05-10T09:00:00+02:00`; where there is none, state `embargo: none`";

pub fn embargo_of(
    text: &Understood,
    front: &FrontMatter,
    day: Option<NaiveDate>,
    house: &House,
    report: &mut Report,
) -> Option<Embargo> {
    let given = FrontMatterGives::of(front);
    if given.no_embargo {
        return None;
    }
    let stated = front.embargo.iter().map(|stated| (stated.at, stated.value.clone()));
    // A day to publish on may be that of the date line, or of front matter.
    let read = text.embargoes.iter().filter(|placed| embargo::waits(&placed.value, day) != Some(false));
    let is_of_work = is_of_work(text);
    let read = read.filter(|placed| !(is_of_work && embargo::may_be_of_anything(&placed.value)));
    let read = read.map(|placed| (placed.at, placed.value.clone()));
    // "For release at 2:00 p.m. EDT" means the day of the date line.
    let dated = |words: &str| match day {
        Some(day) if embargo::is_of_the_day(words) => format!("{words}, {day}"),
        Some(day) => embargo::with_year(words, day).unwrap_or_else(|| words.to_owned()),
        None => words.to_owned(),
    };
    let ends = stated.chain(read).map(|(at, words)| (at, embargo::end(&dated(&words), house.zone, text.order), words));
    let ends: Vec<(Place, Result<Instant, Unclear>, String)> = ends.collect();
    if !house.unconfigured {
        warn_of_other_end(front, &ends, report);
    }
    let understood = ends.iter().any(|(_, end, _)| end.is_ok());
    let mut embargo: Option<Embargo> = None;
    for (at, end, words) in ends {
        let until = match end {
            // A second mention without a day only repeats the first.
            Err(Unclear::NoDay) if understood => continue,
            // "Release date: 8 December 2026" below an earlier date line.
            Ok(_) if embargo::may_be_of_anything(&words) => {
                report.error(at, "this day of release is later than the date line", SAY_OF_WHAT).found(&words);
                None
            }
            Ok(end)
                if house.unconfigured
                    && embargo::end(&dated(&words), chrono_tz::Asia::Tokyo, text.order) != Ok(end) =>
            {
                report.warning(
                    at,
                    "the embargo's end needs a time zone, and no `dateline.toml` states one",
                    "run this beside your `dateline.toml`",
                );
                None
            }
            Ok(end) => Some(end),
            // What a draft forbids, nobody breaks.
            Err(Unclear::NoDay) if given.draft && embargo::is_ban_without_day(&words) => None,
            Err(unclear) => {
                let fix = if embargo::is_ban_without_day(&words) { DELETE_ONCE_FREE } else { WRITE_IN_FULL };
                report.error(at, unclear.why(), fix).found(&words);
                None
            }
        };
        // Two embargoes: the later end holds, and an unclear one holds for good.
        let holds_longer = embargo.as_ref().is_none_or(|first| match (first.until, until) {
            (Some(first), Some(until)) => until > first,
            (Some(_), None) => true,
            (None, _) => false,
        });
        if holds_longer {
            embargo = Some(Embargo { until, text: words });
        }
    }
    embargo
}

/// Whether the news is of a film, an album or a book, which have a day of release themselves.
fn is_of_work(text: &Understood) -> bool {
    let told = [&text.title, &text.subtitle].into_iter().flatten().map(|line| line.value.as_str());
    let mut told = told.chain(text.lead.iter().map(|lead| lead.value.text()));
    told.any(|told| fold(told).split(|c: char| !c.is_alphanumeric()).any(|word| words::WORKS.has_small(word)))
}

/// `pubDate:` after the day of the release, and `go_live:` on it: another system would wait.
pub fn refuse_other_days(text: &Understood, front: &FrontMatter, day: Option<NaiveDate>, report: &mut Report) {
    for goes_public in front.goes_public.iter().chain(&text.goes_public) {
        let found = date::first(&goes_public.value).map(|found| found.date);
        // A release without a day is published by nobody.
        let waits = day.is_some_and(|day| match found {
            Some(Written::Day(other)) => other > day || goes_public.by_schedule && other == day,
            Some(_) => true,
            None => goes_public.by_schedule,
        });
        if waits {
            // That nobody knows the key is said with it.
            report.problems.retain(|problem| problem.is_error() || problem.at != Some(goes_public.at));
            let what = "an unknown key that may hold the release back";
            let fix = "state the day as `embargo:`, or delete the key";
            report.error(goes_public.at, what, fix).found(&goes_public.key);
        }
    }
}

/// Of two ends the later holds, whoever states it: to publish too early can't be taken back.
fn warn_of_other_end(front: &FrontMatter, ends: &[(Place, Result<Instant, Unclear>, String)], report: &mut Report) {
    let (Some(stated), Some((_, Ok(end), _))) = (&front.embargo, ends.first()) else { return };
    let other = ends[1..].iter().find(|(_, read, _)| read.is_ok_and(|read| read != *end));
    if let Some((at, _, _)) = other {
        let what = format!("`embargo` differs from the embargo in line {}", at.line);
        report.warning(stated.at, what, "the later end holds; correct one of the two").found(&stated.value);
    }
}
