//! Lines that say several things side by side, one of which is an embargo.

use super::{bare, occasion, opens};
use crate::parse::words;

/// "PRESS RELEASE | EMBARGO 19 JUNE 2026"; but "Hauptstraße – gesperrt bis 10. März" is of a road.
pub fn hold_back(text: &str) -> bool {
    let signs = ['|', ';', '•', '·', '–', '—', '/', '(', '\n'];
    // "Speech. Embargo: 5 June" is of two parts, "10. Dezember" of one.
    let is_sentence = |part: &&str| part.ends_with(char::is_alphabetic);
    let mut from = 0;
    let sentences = text.match_indices(". ").map(|(at, _)| at).chain([text.len()]).filter_map(|at| {
        let sentence = Some(&text[from..at]).filter(|part| at == text.len() || is_sentence(part))?;
        from = at;
        Some(sentence)
    });
    let mut parts = sentences.flat_map(|sentence| sentence.split(signs));
    let of_a_release = parts.next().is_some_and(|first| words::RELEASE_LINES.opening(first).is_some());
    let is_of_a_road = |part: &str| !of_a_release && words::behind(part.trim_start(), "gesperrt").is_some();
    let names_the_text = |first: &str| bare::is_copy(first) || words::RELEASE_LINES.has(first);
    let behind_copy = || text.split_once(',').is_some_and(|(first, rest)| names_the_text(first) && opens(rest));
    let asks_to_heed = |first: &str| words::ATTENTION.has(first) || words::NOTES.has(first);
    let heeded = || {
        let bare = text.trim_start_matches(|c: char| !c.is_alphanumeric());
        let (first, rest) = bare.split_once([':', '!'])?;
        Some(asks_to_heed(first) && opens(rest) && !is_of_a_road(rest))
    };
    parts.any(|part| opens(part) && !is_of_a_road(part) || occasion::opens(part))
        || behind_copy()
        || heeded() == Some(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_part_of_a_line_holds_the_text_back() {
        for line in [
            "PRESS RELEASE | EMBARGO 19 JUNE 2026",
            "Speech of the mayor. Embargo: 5 June 2026",
            "Vorab-Information – Abdruck ab 10. Dezember 2026",
            "Vorabmeldung, frei für Donnerstag, 10. Dezember 2026",
            "Pressemitteilung, Veröffentlichung frei am 10. Dezember 2026, 18 Uhr",
            "Pressemitteilung – gesperrt bis 10. Dezember 2026",
            "NEWS RELEASE – FOR RELEASE AFTER MARKET CLOSE",
            "Bitte beachten: Veröffentlichung ab 10. Dezember 2026, 17 Uhr",
            "*** Bitte beachten: Veröffentlichung ab 10. Dezember 2026, 17 Uhr ***",
            "Nur zur Vorabinformation, Veröffentlichung ab 10. Dezember 2026",
            "Please note: for publication from 10 December 2026",
        ] {
            assert!(hold_back(line), "{line}");
        }
        for line in [
            "Hauptstraße – gesperrt bis 10. Dezember 2026",
            "Achtung: gesperrt bis Montag",
            "/embargo.html 'Embargo hurts trade'",
            "Lamp – lit",
        ] {
            assert!(!hold_back(line), "{line}");
        }
    }
}
