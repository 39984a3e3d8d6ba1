//! The lines below an embargo's label that belong to it: its day, its time, its zone. A date line
//! with a place is none of them.

use super::bare::is_ban_without_day;
use super::zone::is_zone_alone;
use super::{LONGEST_LINE, lacks_day_alone, statement};
use crate::characters;
use crate::parse::words::{self, fold};
use crate::parse::{date, dateline};

/// A label such as "Sperrfrist:" that gives no day, together with the lines below it that hold its
/// end, and how many those are.
pub fn with_lines_below<'t>(text: &str, below: impl Iterator<Item = &'t str>) -> (String, usize) {
    const MOST: usize = 3;
    let text = without_code(text).filter(|text| breaks_off(text)).unwrap_or(text);
    let mut joined = statement(text).to_owned();
    let mut lines = 0;
    // "NOT FOR RELEASE" above a date line says not until when.
    let breaks_off = is_label_only(text) || breaks_off(text) && !is_ban_without_day(text);
    let lacks_day = !breaks_off && lacks_day_alone(&joined);
    let on_delivery = ends_with_delivery(text);
    let is_time_alone = |line: &str| {
        line.split_whitespace().count() <= 6
            && date::first(line).is_none()
            && date::time(line).is_some_and(|(range, _)| range.start <= 4)
    };
    let timed = |text: &str| date::time(text).is_some();
    // Lines that only count where a day stands below them.
    let mut way = 0;
    for line in below.take(MOST) {
        if lacks_day && leads_to_a_day(line) {
            joined = format!("{joined} {line}");
            way += 1;
            continue;
        }
        // "EMBARGOED UNTIL JUNE 12, 2026" above "9:00 PM PACIFIC"
        if is_time_alone(line) && date::first(&joined).is_some() && !timed(&joined) {
            return (format!("{joined} {line}"), lines + 1);
        }
        // "EASTERN DAYLIGHT TIME" below day and hour
        if lines > 0 && timed(&joined) && is_zone_alone(line) {
            return (format!("{joined} {line}"), lines + 1);
        }
        let goes_on = breaks_off
            || lacks_day && date::whole(line).is_some()
            || lacks_a_day(&joined) && behind_link(line).is_some_and(|day| date::whole(day).is_some())
            || on_delivery && (lines > 0 || words::behind(line, "expected ").is_some());
        if !(goes_on || opens_with_until(line))
            || date::first(&joined).is_some()
            || !names_a_time(line)
            || dateline::own_line(line).is_some_and(|own| own.place.is_some())
            || dateline::run_in(line).is_some()
        {
            break;
        }
        joined = format!("{joined} {line}");
        lines += way + 1;
        way = 0;
    }
    if way > 0 { (statement(text).to_owned(), 0) } else { (joined, lines) }
}

/// "(US Eastern Time) on Wednesday,": a zone or a weekday, and small words.
fn leads_to_a_day(line: &str) -> bool {
    const MOST_WORDS: usize = 6;
    let bare = line.trim_matches(|c: char| !c.is_alphanumeric());
    let last = bare.rsplit([' ', ')']).next().unwrap_or(bare);
    let is_weekday = |word: &str| words::WEEKDAYS.number(&fold(word)).is_some();
    !words::at_least(bare, MOST_WORDS + 1)
        && !characters::has_digit(bare)
        && (is_zone_alone(bare) || is_weekday(last) && (bare == last || is_zone_alone(without_weekday(bare, last))))
}

fn without_weekday<'t>(line: &'t str, weekday: &str) -> &'t str {
    let before = line[..line.len() - weekday.len()].trim_end_matches([' ', ',']);
    before.strip_suffix(" on").unwrap_or(before).trim_end_matches([' ', ',', ')'])
}

/// "on Thursday, 5 March 2026"
fn behind_link(line: &str) -> Option<&str> {
    line.split_once(' ').filter(|(link, _)| words::BEFORE_DAYS.has(link)).map(|(_, day)| day)
}

fn lacks_a_day(text: &str) -> bool {
    date::first(text).is_none() && date::time(text).is_some()
}

fn opens_with_until(line: &str) -> bool {
    words::UNTIL.opening(line).is_some_and(|until| until.len() >= 3)
}

/// "... is embargoed   ORS-30-0081": without the number that stands in a column of its own.
fn without_code(text: &str) -> Option<&str> {
    let (before, last) = text.trim_end().rsplit_once([' ', '\t'])?;
    let is_code = last.len() >= 5
        && last.contains('-')
        && last.starts_with(|c: char| c.is_ascii_uppercase())
        && last.ends_with(|c: char| c.is_ascii_digit())
        && last.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '-');
    is_code.then(|| before.trim_end())
}

/// "For Release on Delivery", below which may stand when that is expected.
fn ends_with_delivery(text: &str) -> bool {
    let last = text.trim_end_matches(|c: char| !c.is_alphanumeric()).rsplit(' ').next().unwrap_or("");
    last.eq_ignore_ascii_case("delivery")
}

/// Whether a line stops before it says until when: "... is embargoed until", "RELEASE IS EMBARGOED".
pub fn breaks_off(text: &str) -> bool {
    let folded = fold(text.trim_end_matches(|c: char| !c.is_alphanumeric()));
    let ends_with = |entry: &str| folded.strip_suffix(entry).is_some_and(|before| before.ends_with(' '));
    let ends_with_weekday = || {
        let last = folded.rsplit(' ').next().unwrap_or("");
        words::WEEKDAYS.number(last).is_some()
    };
    words::UNTIL.iter().chain(words::EMBARGO.iter()).any(ends_with) || ends_with_weekday()
}

/// Whether an embargo line holds nothing but its label, so that its end stands on the next line.
fn is_label_only(text: &str) -> bool {
    let folded = fold(text.trim_matches(|c: char| !c.is_alphanumeric()));
    words::EMBARGO
        .iter()
        .any(|phrase| folded.strip_prefix(phrase).is_some_and(|rest| rest.is_empty() || words::UNTIL.has(rest.trim())))
}

/// Whether a line below a bare label can be the embargo's end.
fn names_a_time(text: &str) -> bool {
    text.chars().count() <= LONGEST_LINE / 2 && (date::first(text).is_some() || date::time(text).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_or_a_weekday_on_the_way_to_a_day_belongs_to_it() {
        for (line, below, taken) in [
            ("This release is embargoed until 11 am", &["(US Eastern Time) on Wednesday,", "March 4, 2026"][..], 2),
            ("This release is embargoed until 11 am", &["Eastern Time", "on Wednesday, March 4, 2026"], 2),
            ("This release is embargoed until 11 am", &["Wednesday", "March 4, 2026"], 2),
            ("This release is embargoed until 11 am", &["on Wednesday", "Museum opens its cellar"], 0),
        ] {
            let (joined, lines) = with_lines_below(line, below.iter().copied());
            assert_eq!(lines, taken, "{line} / {below:?}: {joined}");
        }
    }

    #[test]
    fn an_embargo_goes_on_below_only_where_it_breaks_off() {
        for (line, below, taken) in [
            ("EMBARGO", "19 June 2026, 10:00", 1),
            ("Embargoed until", "19 June 2026", 1),
            ("Embargo: 10:00", "on 19 June 2026 the museum opens its cellar", 0),
            ("Embargo: 19 June 2026, 10:00", "Museum opens at 9 a.m.", 0),
            ("Embargo: 19 June 2026, 10:00", "until 9 a.m. nobody gets in", 0),
            ("This report is under embargo until Friday", "19 June 2026, 10:00", 1),
            ("EMBARGOED UNTIL JUNE 12, 2026", "9:00 PM PACIFIC", 1),
            ("EMBARGO", "Museum opens its cellar", 0),
            ("EMBARGOED", "GHENT, Belgium, June 24, 2026 /PRNewswire/ -- Great tits sing lower.", 0),
            ("EMBARGOED UNTIL THURSDAY", "GHENT, Belgium, June 24, 2026 -- Great tits sing lower in cities.", 0),
            ("FOR PLANNING PURPOSES ONLY - NOT FOR RELEASE", "Friday, 19 June 2026", 0),
            ("NOT FOR RELEASE", "before Friday, 19 June 2026", 1),
            ("Transmission of this release is embargoed      ORS-30-0081", "until 8:30 a.m., 19 June 2026", 1),
            ("This release is embargoed until      ORS-30-0081", "8:30 a.m. (EST), 19 June 2026", 1),
            ("Embargo: 10:00", "Friday, 19 June 2026", 1),
            ("For release on delivery", "Expected at 2:00 p.m. EST", 1),
            ("For release on delivery", "19 June 2026", 0),
            ("EMBARGOED UNTIL 00:01 (GMT)", "on Friday, 19 June 2026", 1),
            ("EMBARGOED UNTIL 00:01 (GMT)", "19 June 2026", 0),
        ] {
            let (_, lines) = with_lines_below(line, [below].into_iter());
            assert_eq!(lines, taken, "{line} / {below}");
        }
    }
}
