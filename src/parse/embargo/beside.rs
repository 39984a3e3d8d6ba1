//! An embargo behind the date line, on one line with it: "Valmorin, le 3 mars 2026 – Sous embargo jusqu'au 5 mars 2026".
//!
//! Where it names no day of its own, that of the date line may be meant, and the line is read as a whole.

use super::{holds_back, is_above, is_told_in_a_sentence};
use crate::characters;
use crate::parse::date::{self, Written};
use crate::parse::{dateline, words};

/// The date line, and the embargo.
pub fn beside_date(text: &str) -> Option<(&str, &str)> {
    const SIGNS: [&str; 7] = [" – ", " — ", " - ", " | ", " (", ", ", "; "];
    const MOST_WORDS: usize = 30;
    // Few lines have two days.
    if !characters::has_digit(text) || words::at_least(text, MOST_WORDS + 1) || date::all(text).len() != 2 {
        return None;
    }
    let mut parts = SIGNS.iter().flat_map(|sign| text.match_indices(sign)).map(|(at, sign)| {
        let behind = text[at + sign.len()..].trim_end();
        (&text[..at], if sign == " (" { behind.trim_end_matches(')') } else { behind })
    });
    parts.find(|(before, behind)| {
        let is_day = |own: dateline::OwnLine| matches!(own.date, Written::Day(_)) && own.rest.is_none();
        date::first(behind).is_some()
            && (holds_back(behind) || is_above(behind))
            && !is_told_in_a_sentence(behind)
            && !holds_back(before)
            && dateline::own_line(before).is_some_and(is_day)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_embargo_with_a_day_of_its_own_stands_behind_a_date_line() {
        for (date, embargo, end) in [
            ("Valmorin, le 3 mars 2026 – ", "Sous embargo jusqu'au 5 mars 2026", ""),
            ("Valmora, 3 marzo 2026 | ", "Sotto embargo fino a giovedì 5 marzo 2026 alle ore 10.00", ""),
            ("Lindau, 3. März 2026 (", "Sperrfrist: 5. März 2026, 10 Uhr", ")"),
            ("Aldwick, 3 March 2026 - ", "not to be published before Thursday 5 March 2026", ""),
        ] {
            let line = format!("{date}{embargo}{end}");
            let found = beside_date(&line);
            assert_eq!(found, Some((date.trim_end_matches([' ', '–', '|', '(', '-']), embargo)), "{line}");
        }
        for line in [
            "Embargo: 3 March 2026, 10:00 – 5 March 2026",
            "Aldwick, 3 March 2026 – Embargo: 10 a.m.",
            "Aldwick, 3 March 2026 – This report and its tables are under embargo until 5 March 2026.",
            "Aldwick, 3 March 2026 – The harbour opens on 5 March 2026",
        ] {
            assert_eq!(beside_date(line), None, "{line}");
        }
    }
}
