//! The date line on a line of its own: what stands before its day, and what behind it.

use super::place::{is_place, place_before, readable};
use super::{LONGEST_LINE, OwnLine, agency, filed, is_link, kind};
use crate::parse::date::{self, TimeOfDay, Written, Zone};
use crate::parse::words;
use crate::parse::{embargo, joining, line, people};

pub fn read(text: &str) -> Option<OwnLine> {
    if text.chars().count() > LONGEST_LINE {
        return None;
    }
    // "Wien (pts005/27.01.2026/08:15)"
    if let Some(filed) = filed::filed(text).filter(|filed| !filed.rest.contains(char::is_alphanumeric)) {
        return is_place(filed.place).then(|| OwnLine {
            place: Some(readable(filed.place)),
            date: filed.date,
            time: filed.time,
            rest: None,
        });
    }
    // "Nr: 41/26 | Dato: 03.06.2026"
    let numbered = text.split_once('|').filter(|(number, _)| line::release_number(number).is_some());
    // "HMB PA/M 26-16 - March 3, 2026"
    let of_office = || {
        let dash = [" - ", " – "].iter().find_map(|dash| text.find(dash).map(|at| at + dash.len()));
        dash.filter(|behind| is_number_of_office(&text[..*behind]))
    };
    let from =
        numbered.map(|(_, behind)| text.len() - behind.trim_start().len()).or_else(of_office).unwrap_or_default();
    let start = from + agency::leading(&text[from..]).max(after_label(&text[from..]));
    let found = date::first(&text[start..])?;
    // "March 2026." ends a sentence.
    if found.date == Written::NoDay && text.trim_end().ends_with('.') {
        return None;
    }
    let (date_start, date_end) = (start + found.range.start, start + found.range.end);
    let Before { place, time: time_before } = before(text[start..date_start].trim(), start > 0, &found.date)?;
    let after = &text[date_end..];
    let (time, time_end) = match date::zoned_time(after) {
        Some((range, time)) if is_link(&after[..range.start]) => (Some(time), range.end),
        _ => match time_alone(after).filter(|_| start > 0) {
            Some(time) => (Some(time), after.len()),
            None => (time_before, 0),
        },
    };
    let rest = after[time_end..].trim_start_matches(|c: char| !c.is_alphanumeric());
    // "10:00 AM Eastern"
    let (time, rest) = match time.filter(|time| time.zone.is_none()).and_then(|time| named_zone(time, rest)) {
        Some(time) => (Some(time), ""),
        None => (time, rest),
    };
    // "17:42 ET": the zone of a content system.
    // "20:05 CET/CEST": the zones of both halves of a year.
    let is_zone = time.is_some()
        && rest.split('/').all(|zone| (2..=4).contains(&zone.len()) && zone.chars().all(|c| c.is_ascii_uppercase()));
    // "21.10.2026 r.": the year, in Polish.
    let rest = if is_zone || ["r.", "r", "roku"].contains(&rest) { "" } else { rest };
    let gap = &after[time_end..after.len() - rest.len()];
    let offset = text.len() - rest.len();
    // "Thursday, 15 March 2012, 12:10," goes on with what is shown then.
    if time.is_some() && text.trim_end().ends_with(',') {
        return None;
    }
    // "Aldwick, Maine, November 5, 2026 / PRNEWSWIRE", "VILLAMAR, 3 Ene. 2026 (EUROPA PRESS) -"
    let tag = rest.trim_end_matches([')', '/', '-', '–', '—', ' ']);
    let shouted_tag =
        || place.is_some() && gap.contains('(') && rest[tag.len()..].starts_with(')') && agency::is_shouted(tag);
    if rest.is_empty() || agency::is_name(tag) || shouted_tag() {
        return Some(OwnLine { place, date: found.date, time, rest: None });
    }
    // "Friday, 14 May 2021, 10 a.m., Town Hall" is where and when one is to come.
    if place.is_none() && time.is_some() && gap.trim() == "," && words::names_weekday(&text[..date_end]) {
        return None;
    }
    // "9 November 2026, Lohe"
    if place.is_none() && gap.trim() == "," && rest.split_whitespace().count() <= 2 && is_place(rest) {
        return Some(OwnLine { place: Some(readable(rest)), date: found.date, time, rest: None });
    }
    // "5 December 2026 – 30 January 2027" is how long something lasts.
    let is_day_and_hour = || read(rest).is_some_and(|other| other.place.is_none() && other.rest.is_none());
    if place.is_none() && gap.contains(['-', '–', '—']) && (date::whole(rest).is_some() || is_day_and_hour()) {
        return None;
    }
    // "November 20, 2026 - Aldwick, Quebec - Northern Science"
    let may_remark = place.is_none() || gap.contains('|') || line::release_line(rest).is_some();
    let place = place.or_else(|| {
        let (named, _) = rest.split_once(" - ").or_else(|| rest.split_once(" – ")).unwrap_or((rest, ""));
        let sure = named.contains(',') && is_place(named) && !people::is_organisation(named);
        (sure && gap.contains(['-', '–', '—'])).then(|| readable(named))
    });
    // "Wien, 23.1.2026 / PA": who wrote it.
    if place.is_some()
        && gap.trim() == "/"
        && (2..=4).contains(&rest.len())
        && rest.bytes().all(|byte| byte.is_ascii_uppercase())
    {
        return Some(OwnLine { place, date: found.date, time, rest: Some(offset) });
    }
    // "[2026-04-25] Tingsrätten i Nordhamn"
    // "(Bergen, 22. oktober 2026 kl. 07.00) Laksen ASA: Resultat"
    let bracketed = match gap.trim() {
        "]" => place.is_none() && text.starts_with('['),
        ")" => place.is_some() && text.starts_with('('),
        _ => false,
    };
    if bracketed && !words::at_least(rest, 7) && !rest.ends_with('.') {
        return Some(OwnLine { place, date: found.date, time, rest: Some(offset) });
    }
    let is_contact = line::contact_heading(rest).is_some();
    let refers = |word: &str| word.contains('/') && word.chars().any(|c| c.is_ascii_digit());
    let reference = place.is_none() && rest.split_whitespace().count() <= 6 && rest.split_whitespace().any(refers);
    // "8 September 2026 Press release", "Posted on 8 September 2026 by admin", as sites set them.
    let by = if start > 0 { rest.trim_end_matches('.') } else { rest };
    let filed = || start >= SHORTEST_LABEL_OF_SITE && is_filed(by);
    let of_site =
        gap.trim().is_empty() && place.is_none() && (words::RELEASE_LINES.has(rest) || is_of_site(by) || filed());
    // "Paris, le 7 novembre 2026. Communiqué de presse."
    let of_site = of_site || words::RELEASE_LINES.has(rest.trim_end_matches('.'));
    // "21.09.2026, Pressemitteilung Nr. 12/2026"
    let of_site = of_site || line::numbered_kind(rest).is_some();
    if line::release_number(rest).is_some() || reference || of_site {
        return Some(OwnLine { place, date: found.date, time, rest: Some(offset) });
    }
    // "Hamburg, 4 March 2026 – The lamp room of the" is the start of a sentence wrapped by hand.
    let short = rest.chars().count() <= 45 || !words::at_least(rest, 9) && line::release_line(rest).is_some();
    // "13 October 2008 – The club opened its new" is one, too.
    let is_wrapped = joining::ends_open(rest)
        || joining::ends_small(rest)
        || words::at_least(rest, 4)
            && rest.split(' ').next().is_some_and(|first| words::ARTICLES.has(first))
            && rest.split(' ').skip(2).any(|word| word.starts_with(char::is_lowercase));
    let is_remark = !is_wrapped
        && may_remark
        && gap.contains(['|', '—', '–', '/', '(', '-', '•', '·'])
        && short
        && !rest.ends_with('.');
    // "February 19, 2025 07:30 ET | Source: Acme, Inc."
    let is_sender = gap.contains('|') && short && words::SOURCES.opening(rest).is_some();
    // "Published 26 November 2026, last updated 27 November 2026"
    (is_contact || is_sender || is_remark || line::change_date(rest)).then_some(OwnLine {
        place,
        date: found.date,
        time,
        rest: Some(offset),
    })
}

/// "14.05" behind a labelled day, which says no "kl." and no "Uhr".
fn time_alone(after: &str) -> Option<TimeOfDay> {
    let (hour, minute) = after.trim().split_once('.')?;
    let is_figure = |part: &str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    let time = (is_figure(hour) && is_figure(minute)).then(|| format!("{hour}:{minute}"))?;
    date::zoned_time(&time).map(|(_, time)| time)
}

/// Bytes: "posted", and none as short as "le" or "date".
const SHORTEST_LABEL_OF_SITE: usize = 6;

/// "in Latest News, Newsroom": the shelf that a site put it on, behind the label of its day.
fn is_filed(rest: &str) -> bool {
    const MOST_WORDS: usize = 8;
    let shelf = rest.split_once(' ').filter(|(within, _)| words::LOCATIVES.has_small(within)).map(|(_, shelf)| shelf);
    shelf.is_some_and(|shelf| shelf.starts_with(char::is_uppercase) && !words::at_least(shelf, MOST_WORDS + 1))
}

/// "by admin", and the day of a change before it.
fn is_of_site(rest: &str) -> bool {
    const MOST_WORDS: usize = 6;
    let behind_day = date::opening(rest).map(|found| rest[found.range.end..].trim_start());
    match behind_day {
        Some("") => true,
        Some(rest) => is_of_site(rest),
        None => {
            let by_or_in = words::BYLINES.opening(rest).is_some() || words::FILING.opening(rest).is_some();
            by_or_in && !words::at_least(rest, MOST_WORDS + 1) && !rest.ends_with('.')
        }
    }
}

/// What stands before the day of a line.
struct Before {
    place: Option<String>,
    time: Option<TimeOfDay>,
}

/// Nothing where it belongs to no date line.
fn before(before: &str, labelled: bool, date: &Written) -> Option<Before> {
    // "Santa Clara, CA (PRWEB) September 23, 2026"
    let untagged = agency::without_known(before);
    let before = untagged.as_deref().unwrap_or(before);
    // "Issued: 16:40 hrs, Sunday 22 November 2026", "at 7.00 am 22 November 2026"
    let (before, time) = match date::zoned_time(before) {
        Some((range, time)) if is_link(&before[..range.start]) && is_link(&before[range.end..]) => ("", Some(time)),
        _ => (before, None),
    };
    if kind::names_an_event(before) {
        return None;
    }
    // "Publisert av Kari Nes"
    let by = labelled && words::BYLINES.opening(before).is_some() && !words::at_least(before, 6);
    if (by || kind::calls_itself(before)) && *date != Written::NoDay {
        return Some(Before { place: None, time });
    }
    // "Harbour Athletic FC | Club statement | 25 November 2026"
    let barred = || before.matches('|').count() >= 2 && before.split('|').all(|part| !words::at_least(part, 6));
    let kind = kind::names_its_kind(before) || is_number_of_office(before);
    // "Admin | April 30, 2026" names who put it up.
    let byline = before.ends_with('|') && (!words::at_least(before, 5) || barred()) || kind;
    let place = match place_before(before) {
        _ if kind => None,
        Ok(place) => place,
        Err(_) if byline => None,
        Err(_) => return None,
    };
    // "Updated 15 June 2026" says when it was changed.
    if place.as_deref().is_some_and(|place| words::CHANGES.has(place)) {
        return None;
    }
    // "Consumer prices - September 2009", "Exports in June 2019" are what a release is about.
    let about = place.as_deref().is_some_and(|place| place.split_whitespace().count() > 2);
    let apart = before.contains([',', '(', '|']);
    if *date == Written::NoDay && (about || place.is_some() && !apart) {
        return None;
    }
    Some(Before { place, time })
}

/// "HMB PA/M 26-16 -", "NR 26-014 |": short names of an office, and the number of its release.
fn is_number_of_office(before: &str) -> bool {
    const MOST_WORDS: usize = 4;
    const LONGEST_NAME: usize = 6;
    let bare = before.trim_end_matches(|c: char| !c.is_ascii_alphanumeric());
    let Some((names, number)) = bare.rsplit_once(' ').filter(|_| bare.len() < before.len()) else { return false };
    let is_name = |name: &str| {
        name.len() <= LONGEST_NAME
            && name.starts_with(|c: char| c.is_ascii_uppercase())
            && name.bytes().all(|byte| byte.is_ascii_uppercase() || b"/-.".contains(&byte))
    };
    !words::at_least(bare, MOST_WORDS + 1)
        && number.starts_with(|c: char| c.is_ascii_digit())
        && number.contains(['-', '/'])
        && number.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase() || b"/-.".contains(&byte))
        && names.split(' ').all(is_name)
}

/// A zone by a name that is no abbreviation, right behind a time of day: "Eastern", "Pacific".
fn named_zone(time: TimeOfDay, rest: &str) -> Option<TimeOfDay> {
    let name = words::fold(rest.trim_end_matches(['.', ')', ' ']));
    let zone =
        (!name.is_empty() && !words::at_least(&name, 3)).then(|| embargo::zone_in_words(&format!("{name} time")));
    Some(TimeOfDay { zone: Some(Zone::Named(zone.flatten()?)), ..time })
}

/// What stands behind a label that can be of nothing but the publication: "Data publikacji 14:04".
pub fn behind_label_of_publication(text: &str) -> Option<&str> {
    let label = words::DATE.opening(text).filter(|label| !words::DATES_OF_ANYTHING.has(label))?;
    let after = words::after(text.trim_start(), label).trim_start();
    Some(after.strip_prefix(':').unwrap_or(after))
}

/// How many bytes the label before a date takes, with a bracket before it: "Published on", "(Released:".
fn after_label(text: &str) -> usize {
    const SHORT: usize = 3;
    let text_inside = text.trim_start_matches(['(', '[', ' ']);
    let Some(label) = words::DATE.opening(text_inside) else { return 0 };
    let after = words::after(text_inside.trim_start(), label);
    match after.trim_start().strip_prefix(':') {
        Some(rest) => text.len() - rest.len(),
        // "Le Puy-en-Velay" opens with a part of its name, "Le 2 mai" with a label.
        None if label.len() <= SHORT && date::opening(after.trim_start()).is_none() => 0,
        // "May 2, 2026" opens with a month, "Date 2 May" with a label; neither needs its colon.
        None => text.len() - after.len(),
    }
}
