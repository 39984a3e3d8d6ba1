//! What a wire files a text by, in parentheses behind its place: number, day and time.

use super::super::date::{self, TimeOfDay, Written};
use super::agency;

/// "Essen (pts007/06.05.2026/10:15)", "Lohe (ots/06.05.2026)": the number, day and time by which a wire files a text.
pub struct Filed<'t> {
    pub place: &'t str,
    pub date: Written,
    pub time: Option<TimeOfDay>,
    /// What stands behind it.
    pub rest: &'t str,
}

pub fn filed(text: &str) -> Option<Filed<'_>> {
    let (place, behind) = text.split_once(" (")?;
    let (tag, rest) = behind.split_once(')')?;
    let mut parts = tag.split('/');
    let (number, day, hour) = (parts.next()?, parts.next()?, parts.next());
    let letters = number.trim_end_matches(|c: char| c.is_ascii_digit());
    let is_numbered = letters.len() == 3 && number.len() > 3 && letters.bytes().all(|byte| byte.is_ascii_lowercase());
    let date = date::whole(day).filter(|date| matches!(date, Written::Day(_)))?;
    let time = match hour {
        Some(hour) => Some(date::zoned_time(hour)?.1),
        None => None,
    };
    ((is_numbered || agency::is_name(number)) && parts.next().is_none()).then_some(Filed { place, date, time, rest })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wire_files_a_text_by_number_day_and_time() {
        let read = |text| filed(text).map(|filed| (filed.place, filed.time.is_some(), filed.rest));
        assert_eq!(read("Wien (pts005/27.01.2026/08:15) - Neu"), Some(("Wien", true, " - Neu")));
        assert_eq!(read("Lohe (ots/14.05.2026)"), Some(("Lohe", false, "")));
        for text in ["Lohe (SPD/FDP)", "Lohe (ots)", "Lohe (14.05.2026/08:15)", "Lohe (abc/14.05.2026)"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
