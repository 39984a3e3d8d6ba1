//! Time zones by their abbreviations. Which of them counts, and what else may name one, is not known
//! here.

use chrono::{FixedOffset, NaiveDate, NaiveTime};
use chrono_tz::Tz;

use crate::instant::{Instant, Twice};
use crate::parse::{embargo, words};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zone {
    Named(Tz),
    Offset(FixedOffset),
    /// The summer half of a zone by its own name, which in winter is a slip.
    Summer(Tz, FixedOffset),
}

impl Zone {
    /// The instant of a local time; `twice` counts only where a zone's clocks are put back.
    pub fn instant(self, day: NaiveDate, time: NaiveTime, twice: Twice) -> Option<Instant> {
        match self {
            Self::Named(zone) => Instant::local(day, time, zone, twice),
            Self::Offset(offset) => Instant::at_offset(day, time, offset),
            // To the letter, 10:00 MESZ of a day in January would be an hour early.
            Self::Summer(zone, offset) => {
                Instant::local(day, time, zone, twice).max(Instant::at_offset(day, time, offset))
            }
        }
    }
}

/// With one meaning in press releases, in minutes east of Greenwich.
const ABBREVIATIONS: [(&str, i32); 13] = [
    ("UTC", 0),
    ("GMT", 0),
    ("Z", 0),
    ("WET", 0),
    ("MEZ", 60),
    ("CET", 60),
    ("EET", 120),
    ("EST", -300),
    ("CST", -360),
    ("MST", -420),
    ("PST", -480),
    ("JST", 540),
    ("HNE", -300),
];

/// In capitals only, since some are words as well.
const IN_CAPITALS: [(&str, i32); 12] = [
    ("WAT", 60),
    ("CAT", 120),
    ("SAST", 120),
    ("EAT", 180),
    ("PKT", 300),
    ("SGT", 480),
    ("HKT", 480),
    ("AWST", 480),
    ("KST", 540),
    ("ACST", 570),
    ("AEST", 600),
    ("NZST", 720),
];

/// The summer half of a year, and in which zone.
const SUMMER: [(&str, i32, Tz); 10] = [
    ("BST", 60, chrono_tz::Europe::London),
    ("WEST", 60, chrono_tz::Europe::Lisbon),
    ("MESZ", 120, chrono_tz::Europe::Berlin),
    ("CEST", 120, chrono_tz::Europe::Berlin),
    ("EEST", 180, chrono_tz::Europe::Athens),
    ("EDT", -240, chrono_tz::America::New_York),
    ("CDT", -300, chrono_tz::America::Chicago),
    ("MDT", -360, chrono_tz::America::Denver),
    ("PDT", -420, chrono_tz::America::Los_Angeles),
    ("HAE", -240, chrono_tz::America::Toronto),
];

/// The same, in capitals only.
const SUMMER_IN_CAPITALS: [(&str, i32, Tz); 3] = [
    ("ACDT", 630, chrono_tz::Australia::Adelaide),
    ("AEDT", 660, chrono_tz::Australia::Sydney),
    ("NZDT", 780, chrono_tz::Pacific::Auckland),
];

const NAMED: [(&str, Tz); 5] = [
    ("HE", chrono_tz::America::Toronto),
    ("ET", chrono_tz::America::New_York),
    ("CT", chrono_tz::America::Chicago),
    ("MT", chrono_tz::America::Denver),
    ("PT", chrono_tz::America::Los_Angeles),
];

/// The zone that a time of day is followed by, and the bytes up to its end: " ET", " (CET +1)". Where both
/// halves of a year are named, as in "CET/CEST", or the abbreviation is not known, there is none.
pub fn zone_behind(text: &str) -> Option<(usize, Zone)> {
    let rest = text.trim_start_matches([' ', '\u{A0}', ',']);
    let (inner, open) = rest.strip_prefix('(').map_or((rest, false), |inner| (inner, true));
    let length = inner.find(|c: char| !c.is_ascii_uppercase()).unwrap_or(inner.len());
    let (name, behind) = inner.split_at(length);
    let Some(zone) = abbreviated_zone(name) else {
        return in_words(inner).map(|(length, zone)| (text.len() - inner.len() + length, zone));
    };
    let signed = behind.trim_start().strip_prefix(['+', '-', '\u{2212}']);
    let (zone, behind) = match signed.map(|signed| signed.split_at(digits(signed))) {
        // "UTC+2" is what it says, and "CET +1" says again what CET is.
        Some((hours, behind)) if !hours.is_empty() => match zone {
            Zone::Offset(offset) if offset.local_minus_utc() == 0 => return None,
            zone => (zone, behind),
        },
        _ => (zone, behind),
    };
    let behind = if open { behind.trim_start().strip_prefix(')')? } else { behind };
    (!behind.starts_with(|c: char| c.is_alphanumeric() || c == '/')).then(|| (text.len() - behind.len(), zone))
}

/// "Eastern Standard Time", down to the end of the text or the next sign.
fn in_words(text: &str) -> Option<(usize, Zone)> {
    let length = text.find(|c: char| !c.is_alphabetic() && c != ' ' && c != '\'').unwrap_or(text.len());
    let name = text[..length].trim_end();
    let last = name.rsplit(' ').next().filter(|last| last.len() < name.len())?;
    let named = !words::at_least(name, 6) && words::ZONE_NOUNS.has(last);
    let zone = named.then(|| embargo::zone_in_words(&words::fold(name))).flatten()?;
    Some((name.len(), Zone::Named(zone)))
}

fn digits(text: &str) -> usize {
    text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len())
}

/// "MESZ" or "mesz", but "ET" only in capitals: "et" is a word.
pub fn abbreviated_zone(word: &str) -> Option<Zone> {
    let upper = word.to_uppercase();
    let offset = ABBREVIATIONS.iter().find(|(name, _)| *name == upper);
    let offset = offset.or_else(|| IN_CAPITALS.iter().find(|(name, _)| *name == word));
    let offset = offset.and_then(|(_, minutes)| FixedOffset::east_opt(minutes * 60)).map(Zone::Offset);
    let summer = || {
        let found = SUMMER.iter().find(|(name, ..)| *name == upper);
        let (_, minutes, zone) = found.or_else(|| SUMMER_IN_CAPITALS.iter().find(|(name, ..)| *name == word))?;
        Some(Zone::Summer(*zone, FixedOffset::east_opt(minutes * 60)?))
    };
    offset.or_else(summer).or_else(|| NAMED.iter().find(|(name, _)| *name == word).map(|(_, zone)| Zone::Named(*zone)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_behind_a_time_is_read_to_its_end() {
        let new_york = Zone::Named(chrono_tz::America::New_York);
        let east = |hours: i32| FixedOffset::east_opt(hours * 3600).map(Zone::Offset);
        for (text, zone, behind) in [
            (" ET", Some(new_york), ""),
            (" EET – The lamp", east(2), " – The lamp"),
            (" (CET +1)", east(1), ""),
            (" (CET), Stock exchange release", east(1), ", Stock exchange release"),
            (" UTC", east(0), ""),
            (" Eastern Standard Time", Some(new_york), ""),
            (" Eastern Time – The lamp", Some(new_york), " – The lamp"),
        ] {
            assert_eq!(
                zone_behind(text).map(|(end, zone)| (zone, &text[end..])),
                zone.map(|zone| (zone, behind)),
                "{text}"
            );
        }
        for text in ["", " et", " est", " XYZ", " UTC+2", " CET/CEST", " (CET", " ETA", " uhr", " Eastern", " The time"]
        {
            assert_eq!(zone_behind(text), None, "{text}");
        }
    }
}
