//! What stands on one line with the kind of a text: the house before it, a number and a day behind its letters set
//! apart, or its headline behind a number. Without a number no house is parted from a headline here.

use super::{LONGEST_NAMED, ReleaseLine, number_and_date, release_number};
use crate::characters;
use crate::parse::dateline;
use crate::parse::words::{self, fold};

/// "Staatskanzlei - Pressemitteilung Nr.: 84/2026"
pub fn kind_behind_house(body: &str) -> Option<ReleaseLine> {
    [" - ", " – ", " — ", " | "].iter().find_map(|sign| {
        let (house, kind) = body.split_once(sign).filter(|(house, _)| !words::at_least(house, LONGEST_NAMED + 1))?;
        let phrase = words::RELEASE_LINES.opening(kind).filter(|phrase| !words::PLAIN_RELEASE_LINES.has(phrase))?;
        (!house.contains(':') && !is_behind_day(body)).then_some(())?;
        release_number(words::after(kind, phrase)).map(ReleaseLine::numbered)
    })
}

/// "21.09.2026 | Pressemitteilung Nr. 12/2026": the line is its day's.
pub fn is_behind_day(body: &str) -> bool {
    characters::has_digit(body) && dateline::own_line(body).is_some_and(|own| own.rest.is_some())
}

/// "PM 2026-84: Neues Wehr am Mühlgraben": the kind in short, its number, and the headline.
pub fn number_before_headline(body: &str, lead_in: usize) -> Option<ReleaseLine> {
    const FEWEST_WORDS: usize = 3;
    let (label, headline) = body.split_once(": ").filter(|(_, headline)| words::at_least(headline, FEWEST_WORDS))?;
    let (kind, number) = label.split_once([' ', '\u{A0}'])?;
    let is_number =
        number.contains(['/', '-']) && number.bytes().all(|byte| byte.is_ascii_digit() || b"/-".contains(&byte));
    (["PM", "PI", "MM", "MI"].contains(&kind) && is_number).then(|| ReleaseLine {
        number: Some(number.to_owned()),
        ..ReleaseLine::above(lead_in + body.len() - headline.trim_start().len())
    })
}

/// "P R E S S  R E L E A S E", set with blanks between its letters, "P R E S S E D I E N S T  NR. 53/2026  14.5.2026".
pub fn spaced_phrase(body: &str, lead_in: usize) -> Option<ReleaseLine> {
    const FEWEST_LETTERS: usize = 5;
    let letters: Vec<&str> = body.split_whitespace().take_while(|word| word.chars().count() == 1).collect();
    let squeezed = fold(&letters.concat());
    let is_phrase = || words::RELEASE_LINES.iter().any(|phrase| squeezed == phrase.split(' ').collect::<String>());
    if letters.len() < FEWEST_LETTERS || !is_phrase() {
        return None;
    }
    let rest = body.split_whitespace().nth(letters.len()).and_then(|next| {
        let from = body.match_indices(next).map(|(at, _)| at).find(|at| *at >= 2 * letters.len() - 1)?;
        Some(&body[from..])
    });
    let Some(rest) = rest else { return Some(ReleaseLine::default()) };
    let offset = |date: &str| lead_in + body.len() - date.trim_start().len();
    if let Some((number, date)) = number_and_date(rest) {
        return Some(ReleaseLine { number: Some(number), ..ReleaseLine::above(offset(date)) });
    }
    if dateline::own_line(rest).is_some_and(|own| own.rest.is_none()) {
        return Some(ReleaseLine::above(offset(rest)));
    }
    release_number(rest).map(ReleaseLine::numbered)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_and_a_day_beside_the_kind_are_found() {
        let number = |found: Option<ReleaseLine>| found.and_then(|found| found.number);
        for (line, expected) in [
            ("Staatskanzlei - Pressemitteilung Nr.: 84/26", Some("84/26")),
            ("Ministerium des Innern – Pressemitteilung Nr. 84/2026", Some("84/2026")),
            ("Hafen wächst - Pressemitteilung der Stadt", None),
        ] {
            assert_eq!(number(kind_behind_house(line)).as_deref(), expected, "{line}");
        }
        let found = number_before_headline("PM 2026-84: Neues Wehr am Graben", 0);
        assert_eq!(found.map(|found| (found.number, found.rest)), Some((Some("2026-84".to_owned()), Some(12))));
        assert_eq!(number_before_headline("PM May: weir to be rebuilt", 0), None);
        let line = "P R E S S E D I E N S T    NR. 53/26  14.5.2026";
        let found = spaced_phrase(line, 0);
        assert_eq!(found.as_ref().and_then(|found| found.rest).map(|rest| &line[rest..]), Some("14.5.2026"));
        assert_eq!(number(found).as_deref(), Some("53/26"));
        assert_eq!(spaced_phrase("P R E S S  R E L E A S E", 0), Some(ReleaseLine::default()));
    }
}
