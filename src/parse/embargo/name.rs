//! What a file's name says of an embargo: "EMBARGO-2027-01-01-museum".
//!
//! Without a day right behind it the word may be what the release is about ("oil-embargo-lifted").

use crate::parse::date;
use crate::parse::words;

pub fn is_in_name(stem: &str) -> bool {
    let is_joint = |c: char| !c.is_alphanumeric();
    let plain: String = stem.chars().map(|c| if is_joint(c) { ' ' } else { c }).collect();
    let starts = plain.char_indices().filter(|(at, _)| plain[..*at].chars().next_back().is_none_or(|c| c == ' '));
    starts.map(|(at, _)| &plain[at..]).any(|tail| {
        let Some(phrase) = words::EMBARGO.opening(tail) else { return false };
        let behind = stem.chars().skip(stem.chars().count() - tail.chars().count() + phrase.chars().count());
        let behind: String = behind.collect();
        let rest = behind.trim_start_matches(is_joint);
        let until = words::UNTIL.opening(rest).map_or(0, |until| until.chars().count());
        let rest: String = rest.chars().skip(until).collect();
        let day: String = rest.trim_start_matches(is_joint).replace('_', " ");
        date::opening(&day).is_some() || date::opening(&day.replace('-', " ")).is_some()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_holds_back_where_the_word_stands_before_a_day() {
        for stem in [
            "EMBARGO-2027-01-01-museum",
            "museum_embargo_2027-01-01",
            "sperrfrist-bis-2027-01-01",
            "Museum (embargoed until 1 January 2027)",
            "embargo-1-january-2027-museum",
        ] {
            assert!(is_in_name(stem), "{stem}");
        }
        for stem in ["oil-embargo-lifted", "2026-06-01-embargo-on-oil-lifted", "embargo-hurts-trade", "museum"] {
            assert!(!is_in_name(stem), "{stem}");
        }
    }
}
