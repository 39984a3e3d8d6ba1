//! What a paragraph tells behind its embargo: "Embargoed until 3 March 2026. The director speaks at 6 a.m."
//!
//! A sentence that says nothing of the embargo has no say in when it ends, and is of the text. When in doubt it is
//! the embargo's.

use crate::parse::joining::ends_sentence;
use crate::parse::words::{self, fold};
use crate::parse::{date, line};

/// Where the sentences begin that tell something else, behind the one that names the day.
pub fn told_behind(text: &str) -> Option<usize> {
    const FEWEST_WORDS: usize = 4;
    let stops = text.match_indices(['.', '!']).map(|(at, _)| at + 1);
    let begins = stops.filter(|stop| parts_sentences(&text[..stop - 1], &text[*stop..])).map(|stop| stop + 1);
    begins.into_iter().find(|at| {
        let (before, behind) = (&text[..*at], &text[*at..]);
        ends_sentence(behind)
            && words::at_least(behind, FEWEST_WORDS)
            && date::first(before).is_some()
            && date::first(behind).is_none()
            && !speaks_of_publication(behind)
    })
}

/// Whether a stop ends a sentence: behind a year or a word, never behind "a.m" or "Dr".
fn parts_sentences(before: &str, behind: &str) -> bool {
    let word = before.rsplit([' ', '\u{A0}', '(']).next().unwrap_or("");
    let is_year = word.len() >= 4 && word.bytes().rev().take(4).all(|byte| byte.is_ascii_digit());
    let is_word = word.chars().count() >= 3 && word.chars().all(char::is_alphabetic);
    (is_year || is_word) && behind.strip_prefix(' ').is_some_and(|behind| behind.starts_with(char::is_uppercase))
}

/// Whether sentences may still be about when and how a text may be used.
fn speaks_of_publication(text: &str) -> bool {
    const LONGEST_LABEL: usize = 30;
    let folded = fold(text);
    words::EMBARGO_STEMS_IN.is_within(&folded)
        || words::PUBLICATION_IN.is_within(&folded)
        || words::MEDIA_IN.is_in(&folded)
        || words::UNTIL.opening(text).is_some_and(|until| opens_with_figure(words::after(text, until)))
        || words::DELIVERY.opening(text).is_some()
        || words::EMBARGO.opening(text).is_some()
        || line::release_line(text).is_some()
        // "Uhrzeit: 10 Uhr"
        || text.find(':').is_some_and(|colon| colon <= LONGEST_LABEL && !text[..colon].ends_with(|c: char| c.is_ascii_digit()))
}

fn opens_with_figure(text: &str) -> bool {
    text.trim_start().starts_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_behind_the_embargo_that_says_nothing_of_it_is_of_the_text() {
        let told = |text: &str| told_behind(text).map(|at| text[at..].to_owned());
        for (embargo, behind) in [
            ("Embargoed until March 3, 2026.", "The director will speak at the symposium, which starts at 6:00 a.m."),
            ("Frei ab 12.03.2026.", "Der Schalter öffnet um 06:10 Uhr und ist werktags besetzt."),
            ("Sous embargo jusqu'au 12 mars 2026.", "Le guichet ouvrira à 6 h 10."),
            ("Sperrfrist: Donnerstag, 12. März 2026, 11 Uhr.", "Das Fest beginnt um 15 Uhr am alten Hafen."),
        ] {
            assert_eq!(told(&format!("{embargo} {behind}")).as_deref(), Some(behind));
        }
        for text in [
            "Embargo: 12 March 2026. Time: 10:00 GMT is meant.",
            "Embargo: 12 March 2026. Not for use before 10:00 GMT.",
            "Sperrfrist: 12. März 2026. Bitte vor 10 Uhr nichts veröffentlichen.",
            "Embargoed until March 12, 2026 at 9 a.m. Eastern time on the day.",
            "Embargo until 12 March 2026 by order of Dr. Smith of the lock at 10 a.m.",
            "Strict embargo. The study appears on 12 March 2026 at 10 a.m.",
            "Embargo: 12 March 2026. Check against delivery by the minister.",
        ] {
            assert_eq!(told(text), None, "{text}");
        }
    }
}
