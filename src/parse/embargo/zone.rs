//! The time zone that stands with an embargo's end. One that is not known is an error, since a zone
//! passed over would publish hours early.

use chrono::FixedOffset;
use chrono_tz::Tz;

use super::Unclear;
use crate::parse::date::{self, Zone};
use crate::parse::words::{self, fold};

/// What the name of a zone begins with.
const AREAS: [&str; 9] =
    ["Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific", "Antarctica"];

/// The zone that stands with the time. Whatever follows the time and is neither a zone nor harmless
/// is an error: a zone passed over would publish hours early. `at_home` is what the newsroom's own
/// zone is called then: "IST" is several.
pub fn stated_zone(text: &str, time_end: usize, at_home: Option<&str>) -> Result<Option<Zone>, Unclear> {
    let after = text[time_end..].trim_start_matches([' ', ',', '(', '.', '\u{A0}']);
    let signed = after.strip_prefix(['+', '-', '\u{2212}']).map(str::trim_start);
    if let Some(offset) = signed.filter(|offset| offset.starts_with(|c: char| c.is_ascii_digit())) {
        let sign = if after.starts_with('+') { 1 } else { -1 };
        return numeric_offset(offset, sign).map(|offset| Some(Zone::Offset(offset))).ok_or(Unclear::Zone);
    }
    if let Some(offset) = from_greenwich(text) {
        return offset.map(|offset| Some(Zone::Offset(offset)));
    }
    let is_zone_name = |word: &str| word.parse::<Tz>().is_ok();
    let words: Vec<&str> = text
        .split(|c: char| !(c.is_alphanumeric() || "/_+-:".contains(c)))
        .flat_map(|word| if is_zone_name(word) { vec![word] } else { word.split('/').collect() })
        .filter(|word| !word.is_empty())
        .collect();
    for word in &words {
        // "Ce communiqué est sous embargo": only right behind the time such a word is a zone.
        let is_word = ["est", "west", "cat", "eat", "he"].iter().any(|other| word.eq_ignore_ascii_case(other));
        let zone = date::abbreviated_zone(word).filter(|_| !is_word || after.starts_with(word.to_uppercase().as_str()));
        let zone = zone.or_else(|| word.contains('/').then(|| word.parse::<Tz>().ok()).flatten().map(Zone::Named));
        if zone.is_some() {
            return Ok(zone);
        }
    }
    if let Some(zone) = zone_in_words(&fold(&text[time_end..])) {
        return Ok(Some(Zone::Named(zone)));
    }
    let speaks_of_a_zone = words.iter().any(|word| {
        let lower = word.to_lowercase();
        ["time", "zeit", "heure", "hora", "zone"].contains(&lower.as_str())
            || lower.ends_with("zeit") && lower != "ortszeit"
    });
    // "America/New York" is written as zones are, and is none.
    let names_an_area = text.match_indices('/').any(|(at, _)| AREAS.iter().any(|area| text[..at].ends_with(area)));
    let local = words::LOCAL_TIME_IN.is_within(&fold(text));
    if speaks_of_a_zone && !local || names_an_area {
        return Err(Unclear::Zone);
    }
    let after = after.trim_start_matches([' ', '-', '–', '—', '|']);
    let next: String = after.chars().take_while(|c| !c.is_whitespace() && !",;.()!".contains(*c)).collect();
    let next = next.to_lowercase();
    let harmless = !next.chars().any(char::is_alphanumeric) || is_harmless(&next);
    // "22:00 on 31 May 2019 HST": capitals anywhere behind the time may be a zone.
    let in_capitals = text[time_end..].split(|c: char| !c.is_alphanumeric()).any(|word| {
        (2..=5).contains(&word.chars().count())
            && word.chars().all(|c| c.is_ascii_uppercase())
            && Some(word) != at_home
            && !is_harmless(&word.to_lowercase())
    });
    let harmless = harmless || at_home.is_some_and(|home| next.eq_ignore_ascii_case(home));
    if harmless && !in_capitals { Ok(None) } else { Err(Unclear::Zone) }
}

/// "0001GMT", "09:30CET": a time and the zone that is glued to it.
pub fn unglued(text: String) -> String {
    let seam = |at: usize| {
        let word = text[at..].split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
        text[..at].ends_with(|c: char| c.is_ascii_digit())
            && word.bytes().all(|byte| byte.is_ascii_uppercase())
            && date::abbreviated_zone(word).is_some()
    };
    let seams: Vec<usize> = text.char_indices().map(|(at, _)| at).filter(|at| seam(*at)).collect();
    let mut text = text;
    for at in seams.into_iter().rev() {
        text.insert(at, ' ');
    }
    text
}

/// "2:00 p.m., E.S.T.": a zone without its stops.
pub fn undotted(text: String) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let is_dotted = |word: &str| {
        let letters: Vec<&str> = word.split('.').filter(|letter| !letter.is_empty()).collect();
        let single = |letter: &&str| letter.len() == 1 && letter.starts_with(|c: char| c.is_ascii_uppercase());
        letters.len() >= 2 && word.contains('.') && letters.iter().all(single)
    };
    // "2 P.M." is a time.
    let is_half_day = |word: &str| word.starts_with(['A', 'P']) && word.contains(".M");
    let bare = |word: &str| word.trim_matches(['(', ')', ',', ';']).to_owned();
    if !words.iter().any(|word| is_dotted(&bare(word)) && !is_half_day(&bare(word))) {
        return text;
    }
    let plain = |word: &str| {
        if is_dotted(&bare(word)) && !is_half_day(&bare(word)) { word.replace('.', "") } else { word.to_owned() }
    };
    words.into_iter().map(plain).collect::<Vec<_>>().join(" ")
}

fn is_harmless(word: &str) -> bool {
    words::BESIDE_HOURS.has(word)
        || words::PUBLICATION.beginning(word).is_some()
        || word.parse::<u32>().is_ok()
        || words::WEEKDAYS.number(word).is_some()
        || words::MONTHS.number(word).is_some()
}

/// The first zone that is named in words after the time.
pub fn zone_in_words(after: &str) -> Option<Tz> {
    // "6:00 a.m. Central"
    let near = after.trim_start_matches([' ', ',', '(']);
    if let Some(behind) = near.strip_prefix("central")
        && (behind.is_empty() || behind.starts_with([',', ')', '.', ';']))
    {
        return Some(chrono_tz::America::Chicago);
    }
    words::zone_in(after).into_iter().chain(zone_of_city(after)).min_by_key(|(at, _)| *at).map(|(_, zone)| zone)
}

/// "Brussels time": the zone that bears the name of a city, and where the name stands.
fn zone_of_city(after: &str) -> Option<(usize, Tz)> {
    let (before, _) = after.split_once(" time")?;
    let starts = before.rmatch_indices([' ', ',', '(', '/']).map(|(at, _)| at + 1).take(3);
    let names = starts.chain([0]).map(|at| (at, before[at..].replace(' ', "_")));
    let zones = names.filter_map(|(at, city)| {
        let is_of = |zone: &&Tz| zone.name().rsplit('/').next().is_some_and(|name| name.eq_ignore_ascii_case(&city));
        Some((at, *chrono_tz::TZ_VARIANTS.iter().find(is_of)?))
    });
    // The longest name: "Mexico City" is no "City".
    zones.last()
}

/// "GMT+2", "UTC -5": how far the time is from Greenwich's, where a sign behind it says so.
/// With a blank behind the sign, as in "UTC - 5", that is not certain. "Etc/GMT+2" is the name of a zone, and lies the other way.
fn from_greenwich(text: &str) -> Option<Result<FixedOffset, Unclear>> {
    let starts = text.char_indices().filter(|(at, c)| {
        matches!(c, 'U' | 'u' | 'G' | 'g') && !text[..*at].ends_with(|c: char| c.is_alphanumeric() || c == '/')
    });
    starts.map(|(at, _)| &text[at..]).find_map(|text| {
        let after = ["utc", "gmt"].iter().find_map(|name| words::behind(text, name))?;
        let moved = after.trim_start_matches([' ', '\u{A0}']);
        let sign = moved.chars().next().filter(|c| "+-\u{2212}–".contains(*c))?;
        let offset = &moved[sign.len_utf8()..];
        let apart = offset.starts_with([' ', '\u{A0}']);
        offset.trim_start().starts_with(|c: char| c.is_ascii_digit()).then(|| {
            let end = offset.find(|c: char| !c.is_ascii_digit() && c != ':').unwrap_or(offset.len());
            // "-3.30" and "-3½" are more than three hours.
            let more = offset[end..].trim_start_matches('.').starts_with(char::is_alphanumeric);
            let offset = numeric_offset(offset, if sign == '+' { 1 } else { -1 });
            offset.filter(|_| !apart && !more).ok_or(Unclear::Zone)
        })
    })
}

/// "05:00", "0500", "5:30", "5".
fn numeric_offset(text: &str, sign: i32) -> Option<FixedOffset> {
    let end = text.find(|c: char| !c.is_ascii_digit() && c != ':').unwrap_or(text.len());
    let (hours, minutes) = match text[..end].split_once(':') {
        Some((hours, minutes)) if minutes.len() == 2 => (hours, minutes),
        None if end <= 2 => (&text[..end], "0"),
        None if end == 4 => text[..end].split_at(2),
        _ => return None,
    };
    let (hours, minutes) = (hours.parse::<i32>().ok()?, minutes.parse::<i32>().ok()?);
    (hours <= 14 && minutes < 60).then(|| FixedOffset::east_opt(sign * (hours * 3600 + minutes * 60))).flatten()
}

/// A line that names a time zone and nothing else.
pub fn is_zone_alone(line: &str) -> bool {
    let bare = line.trim_matches(|c: char| !c.is_alphanumeric());
    line.split_whitespace().count() <= 4
        && (zone_in_words(&fold(bare)).is_some() || date::abbreviated_zone(&bare.to_uppercase()).is_some())
}
