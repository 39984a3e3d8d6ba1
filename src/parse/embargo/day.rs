//! Lines above a text that say on which day it is to be published, without the word embargo: "FOR RELEASE ON
//! MONDAY, 30 NOVEMBER", "À diffuser lundi", "For release after the board meeting".
//!
//! Such a day may be that of the date line, so only with that one can be told whether it holds the text back. What
//! a line says beyond its day makes it another line.

use chrono::{Datelike as _, NaiveDate, TimeDelta};

use super::from::without_articles;
use super::{composed, is_labelled_time, is_line, papers};
use crate::parse::date::{self, Written};
use crate::parse::line;
use crate::parse::words::{self, fold};

/// When a text is to be published, as far as a line says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReleaseDay {
    Dated {
        date: Written,
        timed: bool,
    },
    /// Monday is 0.
    Weekday {
        number: u32,
        timed: bool,
    },
    /// Tomorrow, or after something that has no date.
    Sometime,
}

pub fn release_day(text: &str) -> Option<ReleaseDay> {
    const MOST_WORDS: usize = 14;
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    let phrase = words::TO_PUBLISH.opening(bare).filter(|_| !words::at_least(bare, MOST_WORDS + 1))?;
    // "For release upon receipt"
    if words::RELEASE_LINES.has(bare) {
        return None;
    }
    let behind = words::after(bare, phrase);
    let rest = without_links(papers::behind_papers(behind).unwrap_or(behind));
    if let Some(found) = dated(rest).or_else(|| timed_before_day(rest)) {
        return Some(found);
    }
    let first = rest.split(|c: char| !(c.is_alphanumeric() || c == '-')).next().unwrap_or(rest);
    let behind = &rest[first.len()..];
    if let Some(number) = words::WEEKDAYS.number(first) {
        let weekday = || ReleaseDay::Weekday { number, timed: date::time(behind).is_some() };
        return dated(without_links(behind)).or_else(|| says_no_more(behind).then(weekday));
    }
    let is_tomorrow = || words::TOMORROW.has(first) && says_no_more(behind);
    // "Release after the storm" may be a headline, and so may "For release after years of work".
    let is_label = words::after(bare, phrase).trim_start().starts_with(':') || line::is_shouted(text);
    let is_event = || is_after_something(rest, is_label) && (is_label || phrase.contains(' '));
    (is_tomorrow() || is_event()).then_some(ReleaseDay::Sometime)
}

/// "Publikation: 5. Juni 2026, 10 Uhr": both day and hour, which below the headline may hold the text back as well.
pub fn is_timed_day(text: &str) -> bool {
    is_labelled_time(text)
        || matches!(release_day(text), Some(ReleaseDay::Dated { date: Written::Day(_), timed: true }))
}

/// "For release", "Zur Veröffentlichung": of the text itself, and of nothing that it tells of.
pub fn opens_with_purpose(text: &str) -> bool {
    let bare = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    bare.split([' ', '\u{A0}']).next().is_some_and(|first| words::PURPOSES.has(first))
}

/// "Release date: 5 June 2026": by its label that may be the day of a film as well as the text's own.
pub fn may_be_of_anything(text: &str) -> bool {
    let of_release = matches!(release_day(text), Some(ReleaseDay::Dated { date: Written::Day(_), timed: false }));
    of_release && !is_line(text) && !opens_with_purpose(text) && words::RELEASE_TIMES.opening(text).is_some()
}

/// "5 June 2026, 10:00"
fn dated(rest: &str) -> Option<ReleaseDay> {
    let found = date::opening(rest)?;
    let behind = &rest[found.range.end..];
    says_no_more(behind).then(|| ReleaseDay::Dated { date: found.date, timed: date::time(behind).is_some() })
}

/// "10:00 ET on 5 June 2026"
fn timed_before_day(rest: &str) -> Option<ReleaseDay> {
    const MOST_WORDS_BETWEEN: usize = 5;
    let time = date::time(rest).map(|(range, _)| range).filter(|range| range.start == 0)?;
    let day = date::first(rest)?;
    let between = rest.get(time.end..day.range.start)?;
    (!words::at_least(between, MOST_WORDS_BETWEEN + 1) && says_no_more(&rest[day.range.end..]))
        .then_some(ReleaseDay::Dated { date: day.date, timed: true })
}

/// Whether such a line may mean a later day than the text's own: what is not certain to be that one, or one before,
/// waits. `None` of any other line.
pub fn waits(text: &str, own: Option<NaiveDate>) -> Option<bool> {
    let day =
        release_day(text).filter(|_| !is_line(text) && !is_labelled_time(text)).or_else(|| composed::then(text))?;
    // Without a day of its own nothing is published.
    let Some(own) = own else { return Some(false) };
    Some(match day {
        ReleaseDay::Dated { date: Written::Day(day), timed } => day > own || timed && day == own,
        ReleaseDay::Dated { date: Written::Ambiguous(one, other), .. } => one.max(other) >= own,
        ReleaseDay::Dated { date: Written::NoYear(month, day), timed } => timed || !is_just_past(own, month, day),
        ReleaseDay::Weekday { number, timed } => timed || number != own.weekday().num_days_from_monday(),
        ReleaseDay::Dated { .. } | ReleaseDay::Sometime => true,
    })
}

/// Whether a day without a year is the text's own, or one shortly before.
fn is_just_past(own: NaiveDate, month: u32, day: u32) -> bool {
    let near = TimeDelta::days(31);
    let mut days =
        [own.year(), own.year() - 1].into_iter().filter_map(|year| NaiveDate::from_ymd_opt(year, month, day));
    days.any(|day| day <= own && own - day <= near)
}

/// Whether a small word stands before a day; "vom" says of which day a text is, and not when it is free.
fn is_link(word: &str) -> bool {
    let before_day = words::BEFORE_DAYS.has(word) && !words::GENITIVES.has(word);
    before_day || words::LOCATIVES.has(word) || ["ab", "lo"].contains(&&*fold(word))
}

fn without_links(text: &str) -> &str {
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let text = words::UNTIL.opening(text).map_or(text, |until| words::after(text, until).trim_start());
    let first = text.split([' ', '\u{A0}']).next().unwrap_or(text);
    if first.len() < text.len() && is_link(first) { without_links(&text[first.len()..]) } else { text }
}

/// Whether nothing follows a day but a time, or the word for what is to be done.
fn says_no_more(rest: &str) -> bool {
    const MOST_WORDS: usize = 6;
    let rest = rest.trim_matches(|c: char| !c.is_alphanumeric());
    let is_timed = || date::time(rest).is_some_and(|(range, _)| without_links(&rest[..range.start]).is_empty());
    let publishes = |word: &str| words::PUBLICATION.beginning(&fold(word)).is_some() || words::ONLY.has_small(word);
    rest.is_empty() || !words::at_least(rest, MOST_WORDS + 1) && (is_timed() || rest.split(' ').all(publishes))
}

/// "after the board meeting", "nach der Pressekonferenz veröffentlichen"; behind a label, or in capitals, also
/// "upon adjournment" and "TBD".
fn is_after_something(rest: &str, is_label: bool) -> bool {
    const MOST_WORDS: usize = 6;
    let behind = |table: &words::Table| table.behind_each(rest).next().map(str::trim_start);
    if is_label && behind(&words::UNKNOWN_DAYS).is_some_and(|thing| !words::at_least(thing, MOST_WORDS + 1)) {
        return true;
    }
    behind(&words::AFTER).is_some_and(|behind| {
        let of = behind.split_once(' ').filter(|(of, _)| words::GENITIVES.has(of));
        let thing = of.map_or(behind, |(_, thing)| thing);
        let thing = words::behind(thing, "l'").unwrap_or(thing);
        let named = without_articles(thing);
        let is_named = is_label || named.len() < behind.len();
        is_named && !named.is_empty() && !words::at_least(named, MOST_WORDS + 1)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_says_when_to_publish_waits_for_a_later_day_than_the_texts_own() {
        // A Friday.
        let own = NaiveDate::from_ymd_opt(2026, 11, 27);
        for text in [
            "FOR RELEASE ON MONDAY, 30 NOVEMBER",
            "For release 30 November",
            "For release on December 1st",
            "FOR RELEASE: 30 NOV",
            "For release: Monday, November 30",
            "FOR RELEASE MONDAY",
            "For release Monday, 9 a.m.",
            "For release Friday, 9 a.m.",
            "For release tomorrow",
            "For publication: 1 December 2026",
            "To be published 1 December 2026",
            "For publication Monday",
            "Release date: Monday",
            "Publish on Monday",
            "Publication: Monday 30 November",
            "For release in the Sunday papers, 13 December",
            "FOR RELEASE IN THE MORNING PAPERS MONDAY",
            "For release in evening newspapers: 30 November",
            "For release after the board meeting",
            "Veröffentlichung: 1. Dezember 2026",
            "Veröffentlichung am Montag",
            "Bitte erst am Montag veröffentlichen",
            "Bitte erst nach der Pressekonferenz veröffentlichen",
            "Freigegeben zur Veröffentlichung am Montag",
            "Pour diffusion le 10 décembre 2026",
            "À diffuser lundi",
            "Communiqué à diffuser lundi",
            "Diffusion : 10 décembre 2026",
            "Para publicar el 10 de diciembre de 2026",
            "Difusión: 10 de diciembre de 2026",
            "Publicar el lunes",
            "Da pubblicare il 10 dicembre 2026",
            "Da diffondere il 10 dicembre 2026",
            "Diffusione: lunedì",
            "Para divulgação em 10 de dezembro de 2026",
            "Para publicação na segunda-feira",
            "Divulgar na segunda-feira",
            "Te publiceren op maandag",
            "För publicering på måndag",
            "Publiceras tidigast måndag",
            "Offentliggøres mandag",
            "Publiseres mandag 30. november",
            "Do publikacji w poniedziałek",
            "FOR RELEASE: UPON ADJOURNMENT OF COURT",
            "FOR RELEASE AFTER SENTENCING",
            "FOR RELEASE: UPON DELIVERY",
            "FOR RELEASE: TBD",
            "FOR RELEASE WHEN THE VERDICT IS READ",
            "RELEASE UPON FILING OF CHARGES",
            "PARA PUBLICACIÓN DESPUÉS DE LA CONFERENCIA DE PRENSA",
            "Freigabetermin: 5. Juni 2027, 10 Uhr",
            "Publikation: 5. Juni 2027, 10 Uhr",
            "Sperre bis 5. Juni 2027, 10 Uhr",
            "Erst nach dem 5. Juni 2027 verwenden",
            "Publish at 10:00 on 5 June 2027",
            "Publish at 15:00 on 27 November 2026",
            "Release on 5 June 2027 only",
            "HOLD: 5 June 2027, 10:00",
            "Holding until 10:00 on 5 June 2027",
            "News hold: June 5, 2027 10 am ET",
            "Media blackout until 5 June 2027",
            "Private until 5 June 2027",
            "Lifts: 5 June 2027, 10:00",
            "Earliest publication: 5 June 2027",
            "Go live: 5 June 2027",
            "Date de levée : 5 juin 2027",
            "Mise en ligne : 5 juin 2027",
            "Vrijgavedatum: 5 juni 2027",
            "Frisläpps: 5 juni 2027",
            "Offentliggørelsesdato: 5. juni 2027",
        ] {
            assert!(is_line(text) || waits(text, own) == Some(true), "{text}");
        }
    }

    #[test]
    fn the_texts_own_day_and_one_just_past_hold_nothing_back() {
        let own = NaiveDate::from_ymd_opt(2026, 11, 27);
        for text in [
            "FOR RELEASE NOVEMBER 27",
            "FOR RELEASE FRIDAY",
            "FOR RELEASE: FRIDAY, NOVEMBER 27",
            "For release November 26",
            "Veröffentlichung: 27. November 2026",
        ] {
            assert_eq!(waits(text, own), Some(false), "{text}");
            assert_eq!(waits(text, None), Some(false), "{text}");
        }
    }

    #[test]
    fn what_says_more_than_a_day_is_another_line() {
        for text in [
            "For release: Lamp lit again",
            "For release after years of work",
            "For immediate release",
            "Release of the new lamp on Monday",
            "Publication series of the museum, November 2026",
            "Veröffentlichung am Montag: Hafen wächst",
            "Release after the storm",
            "Diffusion des lampes lundi dans toute la ville",
            "Publication so far",
            "Hold the line: nurses strike on Monday",
            "Private until death",
            "Sperre der Hauptstraße ab Montag, 5. Juni 2027",
        ] {
            assert_eq!(release_day(text), None, "{text}");
        }
    }
}
