//! Embargo lines, and the instant they end.
//!
//! Losing one is the worst a parser of press releases can do. So a line that speaks of an embargo
//! and can't be understood is an error, and an unclear end is never taken for the earlier one.

use chrono::{FixedOffset, NaiveDate, NaiveTime};
use chrono_tz::Tz;

use super::date::{self, Written};
use super::words::{self, fold, opening};
use crate::instant::{Instant, Twice};

/// Whether a line puts the text under embargo and says nothing else.
pub fn is_line(text: &str) -> bool {
    if opens(text) || labelled_within(text).is_some() && text.chars().count() <= LONGEST_LINE {
        return true;
    }
    // "Status: EMBARGOED"
    let is_value = || {
        let value = text.split_once(':').map(|(_, value)| fold(value.trim_matches(|c: char| !c.is_alphanumeric())));
        value.is_some_and(|value| words::all(|w| w.embargo).any(|phrase| phrase == value))
    };
    if is_value() {
        return true;
    }
    let few_words = text.split_whitespace().nth(FEWEST_WORDS_OF_A_SENTENCE - 1).is_none();
    // "PRESS RELEASE | EMBARGO 19 JUNE 2026": one of several things on the line.
    few_words
        && (mentioned(text)
            || text.replace(". ", "|").split(['|', ';', '•', '·', '–', '—', '/', '(', '\n']).skip(1).any(opens))
}

/// Whether a sentence of the text speaks of the text's own embargo.
pub fn is_in_sentence(text: &str) -> bool {
    text.split_whitespace().nth(FEWEST_WORDS_OF_A_SENTENCE - 1).is_some()
        && (mentioned(text) && says_when(text) || labelled_within(text).is_some())
        && !is_line(text)
}

/// What a text says of its embargo: from the label on, where one stands in mid-line.
pub fn statement(text: &str) -> &str {
    if opens(text) { text } else { labelled_within(text).map_or(text, |at| &text[at..]) }
}

/// Where "Embargo: 15.01.2010, 21h00" begins in a longer line.
fn labelled_within(text: &str) -> Option<usize> {
    text.match_indices(':').find_map(|(colon, _)| {
        let after: String = text[colon + 1..].chars().take(LONGEST_LABELLED).collect();
        let dated = || date::first(&after).is_some() || date::time(&after).is_some();
        let before = text[..colon].trim_end();
        let starts = before
            .char_indices()
            .rev()
            .filter(|(at, c)| c.is_alphabetic() && !before[..*at].ends_with(|c: char| c.is_alphanumeric()));
        let label = starts.take(4).map(|(at, _)| at).find(|at| {
            let folded = fold(&before[*at..]);
            words::all(|w| w.embargo).any(|phrase| phrase == folded)
        });
        label.filter(|_| dated())
    })
}

/// How far behind its label an embargo's end begins and ends, in characters.
const LONGEST_LABELLED: usize = 40;

/// From this many words on, a mention stands in a sentence that belongs to the text.
const FEWEST_WORDS_OF_A_SENTENCE: usize = 15;

/// Whether a sentence names a day, a time or an occasion; "an embargo until the end of the year
/// would hit trade" holds nothing back.
fn says_when(text: &str) -> bool {
    let folded = fold(text);
    let weekday = || {
        let mut words = folded.split(|c: char| !c.is_alphanumeric());
        words.any(|word| word.len() > 3 && words::ALL.iter().flat_map(|w| w.weekdays).any(|(name, _)| *name == word))
    };
    date::first(text).is_some()
        || date::time(text).is_some()
        || ["delivery", "further notice", "auf weiteres", "nouvel ordre", "nuevo aviso"]
            .iter()
            .any(|when| folded.contains(when))
        || weekday()
}

fn mentioned(text: &str) -> bool {
    words::EMBARGO_ANYWHERE.is_in(&fold(text))
}

fn opens(text: &str) -> bool {
    if text.len() > 4 * LONGEST_LINE || text.chars().count() > LONGEST_LINE {
        return false;
    }
    let text = &unspaced(text);
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    let folded = fold(bare);
    // With a time of day, "For release" holds the text back; with a day alone it is its date.
    if let Some(rest) = folded.strip_prefix("for release") {
        let at_a_time =
            rest.trim_start().starts_with("at ") && date::time(rest).is_some_and(|(range, _)| range.start <= 6);
        return date::time(rest).is_some() && (date::first(rest).is_some() || at_a_time);
    }
    let Some(phrase) = opening(&folded, words::all(|w| w.embargo)) else {
        return false;
    };
    let rest = folded[phrase.len()..].trim_start();
    let rest = ["strict", "strikt", "estricto", "absolu"]
        .iter()
        .find_map(|word| rest.strip_prefix(word))
        .unwrap_or(rest)
        .trim_start();
    let rest = without_articles(rest);
    // "Embargo hurts trade" is a headline.
    rest.is_empty()
        || rest.starts_with([':', '-', '–', '—', '|', '('])
        || opening(rest, words::all(|w| w.until)).is_some()
        || date::opening(rest).is_some()
        || date::time(rest).is_some_and(|(range, _)| range.start == 0)
}

/// "For release at 2:00 p.m. EDT": a time on the day of the date line.
pub fn is_release_time(text: &str) -> bool {
    let folded = fold(text.trim_matches(|c: char| !c.is_alphanumeric()));
    folded.strip_prefix("for release").is_some_and(|rest| rest.trim_start().starts_with("at "))
        && date::first(text).is_none()
}

/// Whether a line above the text holds it back by wordings that no table has: the word itself
/// beside a day or a time, or a ban on publication before a day. A headline on an embargo of goods
/// may pass for one; what is held back for nothing is told of, what leaks is lost.
pub fn is_above(text: &str) -> bool {
    const MOST_WORDS: usize = 25;
    if text.split_whitespace().nth(MOST_WORDS).is_some() || !text.contains(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let folded = fold(text);
    let dated = || date::first(text).is_some() || date::time(text).is_some();
    let named = ["embarg", "sperrfrist", "sperrvermerk"].iter().any(|stem| folded.contains(stem));
    let has = |table: fn(&'static words::Words) -> &'static [&'static str]| {
        words::all(table).any(|word| folded.contains(word))
    };
    (named || has(|w| w.publication) && has(|w| w.not_before)) && dated()
}

/// "Embargo: none" says that there is none.
pub fn is_none(text: &str) -> bool {
    text.split_once(':').is_some_and(|(label, rest)| {
        let label = fold(label);
        let none = fold(rest.trim_end_matches('.'));
        words::all(|w| w.embargo).any(|phrase| phrase == label)
            && ["none", "no", "keine", "keiner", "aucun", "ninguno", "no hay", "n/a", "nein"].contains(&none.as_str())
    })
}

/// A label such as "Sperrfrist:" that gives no day, together with the lines below it that hold its
/// end, and how many those are.
pub fn with_lines_below<'t>(text: &str, below: impl Iterator<Item = &'t str>) -> (String, usize) {
    const MOST: usize = 3;
    let mut joined = statement(text).to_owned();
    let mut lines = 0;
    let breaks_off = is_label_only(text) || breaks_off(text) || is_release_time(&joined);
    let is_time_alone = |line: &str| {
        line.split_whitespace().count() <= 6
            && date::first(line).is_none()
            && date::time(line).is_some_and(|(range, _)| range.start <= 4)
    };
    let timed = |text: &str| date::time(text).is_some();
    for line in below.take(MOST) {
        // "EMBARGOED UNTIL JUNE 12, 2026" above "9:00 PM PACIFIC"
        if is_time_alone(line) && date::first(&joined).is_some() && !timed(&joined) {
            return (format!("{joined} {line}"), lines + 1);
        }
        // "EASTERN DAYLIGHT TIME" below day and hour
        if lines > 0 && timed(&joined) && is_zone_alone(line) {
            return (format!("{joined} {line}"), lines + 1);
        }
        if !(breaks_off || opens_with_until(line))
            || date::first(&joined).is_some()
            || !names_a_time(line)
            || super::dateline::own_line(line).is_some_and(|own| own.place.is_some())
        {
            break;
        }
        joined = format!("{joined} {line}");
        lines += 1;
    }
    (joined, lines)
}

fn opens_with_until(line: &str) -> bool {
    opening(&fold(line), words::all(|w| w.until)).is_some_and(|until| until.len() >= 3)
}

/// A line that names a time zone and nothing else.
fn is_zone_alone(line: &str) -> bool {
    let bare = line.trim_matches(|c: char| !c.is_alphanumeric());
    let upper = bare.to_uppercase();
    line.split_whitespace().count() <= 4
        && (zone_in_words(&fold(bare)).is_some()
            || ABBREVIATIONS.iter().any(|(name, _)| *name == upper)
            || NAMED.iter().any(|(name, _)| *name == upper))
}

/// Whether a line stops before it says until when: "... is embargoed until", "RELEASE IS EMBARGOED".
fn breaks_off(text: &str) -> bool {
    let folded = fold(text.trim_end_matches(|c: char| !c.is_alphanumeric()));
    let ends_with = |entry: &str| folded.strip_suffix(entry).is_some_and(|before| before.ends_with(' '));
    let ends_with_weekday = || {
        let last = folded.rsplit(' ').next().unwrap_or("");
        words::ALL.iter().flat_map(|w| w.weekdays).any(|(name, _)| *name == last)
    };
    words::all(|w| w.until).chain(words::all(|w| w.embargo)).any(ends_with) || ends_with_weekday()
}

/// Whether an embargo line holds nothing but its label, so that its end stands on the next line.
fn is_label_only(text: &str) -> bool {
    let folded = fold(text.trim_matches(|c: char| !c.is_alphanumeric()));
    words::all(|w| w.embargo).any(|phrase| {
        folded
            .strip_prefix(phrase)
            .is_some_and(|rest| rest.is_empty() || words::all(|w| w.until).any(|until| until == rest.trim()))
    })
}

/// "E M B A R G O" as the word it is.
fn unspaced(text: &str) -> std::borrow::Cow<'_, str> {
    let letters = text
        .split_whitespace()
        .take_while(|word| word.chars().count() == 1 && word.chars().all(char::is_alphabetic))
        .count();
    if letters < 5 {
        return text.into();
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    format!("{} {}", words[..letters].concat(), words[letters..].join(" ")).into()
}

/// "vor dem 5. Juni", "until the 5th": small words before the day.
fn without_articles(text: &str) -> &str {
    let first = text.split_whitespace().next().unwrap_or("");
    if ["dem", "den", "der", "the", "le", "el", "am", "on", "um", "at"].contains(&first) {
        return without_articles(text[first.len()..].trim_start());
    }
    text
}

/// Longest embargo line, in characters.
const LONGEST_LINE: usize = 200;

/// Whether a line below a bare label can be the embargo's end.
fn names_a_time(text: &str) -> bool {
    text.chars().count() <= LONGEST_LINE / 2 && (date::first(text).is_some() || date::time(text).is_some())
}

/// Why an embargo's end is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unclear {
    NoDay,
    NoYear,
    Ambiguous,
    Impossible,
    WrongWeekday,
    SeveralDays,
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
            Self::Zone => "the embargo's time zone is not known",
        }
    }
}

/// The first instant at which the release may be public. Without a time of day that is the end of
/// the day; without a zone `zone` counts; a local time that happens twice is the later one.
pub fn end(text: &str, zone: Tz) -> Result<Instant, Unclear> {
    if let Some(at) = text.split_whitespace().find_map(Instant::parse) {
        return Ok(at);
    }
    let (day, rest) = only_day(text)?;
    // The date's own digits must not be taken for a time; 24:00 is the end of the day.
    let ends_with_day = ["24:00", "24.00", "24 uhr", "24 h", "24h"].iter().any(|end| fold(&rest).contains(end));
    let Some((range, time)) = date::time(&rest).filter(|_| !ends_with_day) else {
        let next = day.succ_opt().ok_or(Unclear::Impossible)?;
        return Instant::local(next, NaiveTime::MIN, zone, Twice::Later).ok_or(Unclear::Impossible);
    };
    // Midnight may be either end of the day; the later one leaks nothing.
    let (day, time) = match time {
        NaiveTime::MIN if !rest[range.clone()].starts_with(|c: char| c.is_ascii_digit()) => {
            (day.succ_opt().ok_or(Unclear::Impossible)?, time)
        }
        time => (day, time),
    };
    let instant = match stated_zone(&rest, range.end)? {
        None => Instant::local(day, time, zone, Twice::Later),
        Some(Zone::Named(named)) => Instant::local(day, time, named, Twice::Later),
        Some(Zone::Offset(offset)) => Instant::at_offset(day, time, offset),
    };
    instant.ok_or(Unclear::Impossible)
}

fn only_day(text: &str) -> Result<(NaiveDate, String), Unclear> {
    let mut found = Vec::new();
    let mut rest = text.to_owned();
    while let Some(next) = date::first(&rest) {
        let blank = " ".repeat(next.range.len());
        rest.replace_range(next.range, &blank);
        found.push(next.date);
    }
    found.dedup();
    match found.as_slice() {
        [] | [Written::NoDay] => Err(Unclear::NoDay),
        [Written::Day(day)] => Ok((*day, rest)),
        [Written::NoYear(..)] => Err(Unclear::NoYear),
        [Written::Ambiguous(..) | Written::ShortYear] => Err(Unclear::Ambiguous),
        [Written::Impossible] => Err(Unclear::Impossible),
        [Written::WrongWeekday] => Err(Unclear::WrongWeekday),
        _ => Err(Unclear::SeveralDays),
    }
}

#[derive(Debug, Clone, Copy)]
enum Zone {
    Named(Tz),
    Offset(FixedOffset),
}

/// Abbreviations with one meaning in press releases, in minutes east of Greenwich.
const ABBREVIATIONS: [(&str, i32); 21] = [
    ("UTC", 0),
    ("GMT", 0),
    ("Z", 0),
    ("WET", 0),
    ("BST", 60),
    ("WEST", 60),
    ("MEZ", 60),
    ("CET", 60),
    ("MESZ", 120),
    ("CEST", 120),
    ("EET", 120),
    ("EEST", 180),
    ("EST", -300),
    ("EDT", -240),
    ("CST", -360),
    ("CDT", -300),
    ("MST", -420),
    ("MDT", -360),
    ("PST", -480),
    ("PDT", -420),
    ("JST", 540),
];

const NAMED: [(&str, Tz); 4] = [
    ("ET", chrono_tz::America::New_York),
    ("CT", chrono_tz::America::Chicago),
    ("MT", chrono_tz::America::Denver),
    ("PT", chrono_tz::America::Los_Angeles),
];

/// The zone that stands with the time. Whatever follows the time and is neither a zone nor harmless
/// is an error: a zone passed over would publish hours early.
fn stated_zone(text: &str, time_end: usize) -> Result<Option<Zone>, Unclear> {
    let after = text[time_end..].trim_start_matches([' ', ',', '(', '.', '\u{A0}']);
    if let Some(offset) = after.strip_prefix(['+', '-', '\u{2212}']) {
        let sign = if after.starts_with('+') { 1 } else { -1 };
        return numeric_offset(offset, sign).map(|offset| Some(Zone::Offset(offset))).ok_or(Unclear::Zone);
    }
    let is_zone_name = |word: &str| word.parse::<Tz>().is_ok();
    let words: Vec<&str> = text
        .split(|c: char| !(c.is_alphanumeric() || "/_+-:".contains(c)))
        .flat_map(|word| if is_zone_name(word) { vec![word] } else { word.split('/').collect() })
        .filter(|word| !word.is_empty())
        .collect();
    for (index, word) in words.iter().enumerate() {
        let upper = word.to_uppercase();
        let zone = ABBREVIATIONS
            .iter()
            .find(|(name, _)| *name == upper)
            .and_then(|(_, minutes)| FixedOffset::east_opt(minutes * 60))
            .map(Zone::Offset);
        let zone = zone.or_else(|| NAMED.iter().find(|(name, _)| name == word).map(|(_, zone)| Zone::Named(*zone)));
        let zone = zone.or_else(|| word.contains('/').then(|| word.parse::<Tz>().ok()).flatten().map(Zone::Named));
        if zone.is_some() {
            // "UTC -5" and "UTC+2" are other zones than UTC.
            let moved = words.get(index + 1).is_some_and(|next| next.starts_with(['+', '-']));
            return if moved { Err(Unclear::Zone) } else { Ok(zone) };
        }
    }
    if let Some(zone) = zone_in_words(&fold(&text[time_end..])) {
        return Ok(Some(Zone::Named(zone)));
    }
    let speaks_of_a_zone = words.iter().any(|word| {
        let lower = word.to_lowercase();
        lower.split_once('/').is_some_and(|(a, b)| !a.is_empty() && !b.is_empty())
            || ["time", "zeit", "heure", "hora", "zone"].contains(&lower.as_str())
            || lower.ends_with("zeit") && lower != "ortszeit"
    });
    let local = ["local time", "ortszeit", "heure locale", "hora local"].iter().any(|local| fold(text).contains(local));
    if speaks_of_a_zone && !local {
        return Err(Unclear::Zone);
    }
    let next: String = after.chars().take_while(|c| !c.is_whitespace() && !",;.()".contains(*c)).collect();
    let next = next.to_lowercase();
    let harmless = !next.chars().any(char::is_alphanumeric) || is_harmless(&next);
    // "22:00 on 31 May 2019 HST": capitals anywhere behind the time may be a zone.
    let in_capitals = text[time_end..].split(|c: char| !c.is_alphanumeric()).any(|word| {
        (2..=5).contains(&word.chars().count())
            && word.chars().all(|c| c.is_ascii_uppercase())
            && !is_harmless(&word.to_lowercase())
    });
    if harmless && !in_capitals { Ok(None) } else { Err(Unclear::Zone) }
}

fn is_harmless(word: &str) -> bool {
    HARMLESS.contains(&word)
        || words::all(|w| w.publication).any(|stem| word.starts_with(stem))
        || word.parse::<u32>().is_ok()
        || words::ALL.iter().flat_map(|w| w.weekdays).any(|(name, _)| *name == word)
        || words::ALL.iter().flat_map(|w| w.months).any(|(name, _)| *name == word)
}

/// The first zone that is named in words after the time.
fn zone_in_words(after: &str) -> Option<Tz> {
    const WORDS: [(&str, Tz); 17] = [
        ("central european", chrono_tz::Europe::Berlin),
        ("mitteleuropäisch", chrono_tz::Europe::Berlin),
        ("eastern", chrono_tz::America::New_York),
        ("pacific", chrono_tz::America::Los_Angeles),
        ("mountain", chrono_tz::America::Denver),
        ("us central", chrono_tz::America::Chicago),
        ("central time", chrono_tz::America::Chicago),
        ("central standard", chrono_tz::America::Chicago),
        ("central daylight", chrono_tz::America::Chicago),
        ("greenwich", chrono_tz::UTC),
        ("london time", chrono_tz::Europe::London),
        ("londoner zeit", chrono_tz::Europe::London),
        ("uk time", chrono_tz::Europe::London),
        ("new york time", chrono_tz::America::New_York),
        ("heure de paris", chrono_tz::Europe::Paris),
        ("hora de madrid", chrono_tz::Europe::Madrid),
        ("berlin time", chrono_tz::Europe::Berlin),
    ];
    WORDS
        .iter()
        .filter_map(|(words, zone)| Some((after.find(words)?, *zone)))
        .min_by_key(|(at, _)| *at)
        .map(|(_, zone)| zone)
}

/// Words that may follow a time of day and name no zone.
const HARMLESS: [&str; 50] = [
    "uhr", "on", "am", "um", "the", "den", "dem", "le", "el", "du", "del", "de", "of", "local", "at", "h", "hours",
    "hrs", "horas", "heures", "and", "und", "et", "y", "or", "oder", "frei", "ortszeit", "sharp", "for", "para",
    "pour", "vor", "a", "until", "not", "press", "free", "bitte", "please", "merci", "seule", "nur", "only", "für",
    "es", "werden", "be", "être", "ser",
];

/// "05:00", "0500", "5".
fn numeric_offset(text: &str, sign: i32) -> Option<FixedOffset> {
    let digits: String =
        text.chars().take_while(|c| c.is_ascii_digit() || *c == ':').filter(char::is_ascii_digit).collect();
    let (hours, minutes) = match digits.len() {
        1 | 2 => (digits.parse::<i32>().ok()?, 0),
        4 => (digits[..2].parse::<i32>().ok()?, digits[2..].parse::<i32>().ok()?),
        _ => return None,
    };
    (hours <= 14 && minutes < 60).then(|| FixedOffset::east_opt(sign * (hours * 3600 + minutes * 60))).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ends(text: &str) -> Result<String, Unclear> {
        end(text, chrono_tz::Europe::Berlin).map(Instant::rfc3339)
    }

    #[test]
    fn every_wording_of_an_embargo_is_seen() {
        for text in [
            "EMBARGOED UNTIL 9:00 A.M., FRIDAY, MAY 10, 2019",
            "EMBARGOED until 3/22/23",
            "embargoed until delivery",
            "Embargo: 00:01 GMT, 5 June 2026",
            "*** STRICT EMBARGO: 5 June 2026 ***",
            "Not for release before 5 June 2026",
            "Sperrfrist: Freitag, 5. Juni 2026, 10 Uhr MESZ",
            "Sperrfrist 5.6.2026",
            "Frei ab: 5. Juni 2026, 10:00 Uhr",
            "Sous embargo jusqu'au 5 juin 2026 à 10 h",
            "Embargado hasta el 5 de junio de 2026",
            "This report is under embargo until 5 June 2026.",
            "PRESS RELEASE | EMBARGO 19 JUNE 2026, 10:00",
            "Do not publish before 19 June 2026, 10:00",
            "FOR RELEASE 10:00 A.M. EDT, JUNE 19, 2026",
            "FOR RELEASE ON DELIVERY",
            "Frei zur Veröffentlichung ab 19. Juni 2026, 10 Uhr",
            "No publicar hasta el 19 de junio de 2026",
            "E M B A R G O  19 June 2026",
            "Veröffentlichung nicht vor dem 19. Juni 2026, 10 Uhr",
            "Sous embargo strict jusqu’au vendredi 19 juin 2026, 10 h",
            "EMBARGO",
        ] {
            assert!(is_line(text), "{text}");
        }
    }

    #[test]
    fn an_embargo_on_goods_is_none_on_news() {
        for text in [
            "Embargo hurts trade, study finds",
            "The embargo on oil was lifted in May.",
            "Frei ab 12 Jahren ist der Film",
        ] {
            assert!(!is_line(text), "{text}");
        }
    }

    #[test]
    fn ends_are_instants_in_the_stated_or_the_configured_zone() {
        for (text, expected) in [
            ("EMBARGOED UNTIL 9:00 A.M., FRIDAY, MAY 10, 2019", "2019-05-10T09:00:00+02:00"),
            ("Embargo: 00:01 GMT, 5 June 2026", "2026-06-05T00:01:00+00:00"),
            ("embargoed until 11:06 a.m. ET on June 5, 2026", "2026-06-05T11:06:00-04:00"),
            ("Sperrfrist: Freitag, 5. Juni 2026, 10 Uhr MESZ", "2026-06-05T10:00:00+02:00"),
            ("Sperrfrist: 5. Juni 2026", "2026-06-06T00:00:00+02:00"),
            ("Sous embargo jusqu'au 5 juin 2026 à 10 h", "2026-06-05T10:00:00+02:00"),
            ("Embargado hasta las 10:00 horas del 5 de junio de 2026", "2026-06-05T10:00:00+02:00"),
            ("2026-06-05T10:00:00-07:00", "2026-06-05T10:00:00-07:00"),
            ("Sperrfrist: 25.10.2026, 02:30 Uhr", "2026-10-25T02:30:00+01:00"),
            ("Embargo: 4 July 2026, 10:00 Pacific time", "2026-07-04T10:00:00-07:00"),
            ("EMBARGOED UNTIL 10:00 A.M. EASTERN, FRIDAY, JUNE 19, 2026", "2026-06-19T10:00:00-04:00"),
            ("16:00 London time / 11:00 US Eastern, 19 June 2026", "2026-06-19T16:00:00+01:00"),
            ("Sperrfrist: 19. Juni 2026, 24:00 Uhr", "2026-06-20T00:00:00+02:00"),
            ("Embargo: 4 July 2026, midnight", "2026-07-05T00:00:00+02:00"),
            ("Embargo: 4 July 2026, 10:00 -0500", "2026-07-04T10:00:00-05:00"),
            ("Embargo: 4 July 2026, 10:00 pst", "2026-07-04T10:00:00-08:00"),
        ] {
            assert_eq!(ends(text).as_deref(), Ok(expected), "{text}");
        }
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
            ("Embargo: 5 June 2026, 10:00 UTC -5", Unclear::Zone),
            ("Embargoed until 22:00 on 31 May 2019 HST", Unclear::Zone),
            ("Embargo: 5 June 2026, 10:00 UTC+2", Unclear::Zone),
            ("Embargoed until 5 June 2026, online 7 June 2026", Unclear::SeveralDays),
        ] {
            assert_eq!(ends(text), Err(why), "{text}");
        }
    }
}
