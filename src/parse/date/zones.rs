//! Time zones by their abbreviations. Which of them counts, and what else may name one, is not known
//! here.

use chrono::FixedOffset;
use chrono_tz::Tz;

#[derive(Debug, Clone, Copy)]
pub enum Zone {
    Named(Tz),
    Offset(FixedOffset),
}

/// With one meaning in press releases, in minutes east of Greenwich.
const ABBREVIATIONS: [(&str, i32); 23] = [
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
    ("HAE", -240),
    ("HNE", -300),
];

/// In capitals only, since some are words as well.
const IN_CAPITALS: [(&str, i32); 15] = [
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
    ("ACDT", 630),
    ("AEDT", 660),
    ("NZST", 720),
    ("NZDT", 780),
];

const NAMED: [(&str, Tz); 4] = [
    ("ET", chrono_tz::America::New_York),
    ("CT", chrono_tz::America::Chicago),
    ("MT", chrono_tz::America::Denver),
    ("PT", chrono_tz::America::Los_Angeles),
];

/// "MESZ" or "mesz", but "ET" only in capitals: "et" is a word.
pub fn abbreviated_zone(word: &str) -> Option<Zone> {
    let upper = word.to_uppercase();
    let offset = ABBREVIATIONS.iter().find(|(name, _)| *name == upper);
    let offset = offset.or_else(|| IN_CAPITALS.iter().find(|(name, _)| *name == word));
    let offset = offset.and_then(|(_, minutes)| FixedOffset::east_opt(minutes * 60)).map(Zone::Offset);
    offset.or_else(|| NAMED.iter().find(|(name, _)| *name == word).map(|(_, zone)| Zone::Named(*zone)))
}
