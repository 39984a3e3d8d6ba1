//! Lines that free a text for each of several media on its own day: "Print: frei für die Ausgaben vom 14. Mai, Online:
//! ab 14. Mai, 6 Uhr". What names one medium alone may be a programme.

use super::from::says_when;
use crate::characters;
use crate::parse::date;
use crate::parse::words::{self, fold};

/// Whether a line, without the signs around it, says nothing else.
pub fn frees_media(bare: &str) -> bool {
    const MOST_WORDS: usize = 20;
    const MOST_WORDS_OF_LABEL: usize = 3;
    if !characters::has_digit(bare) || words::at_least(bare, MOST_WORDS + 1) {
        return false;
    }
    let Some((label, rest)) = bare.split_once(':') else { return false };
    let rest = fold(rest);
    !words::at_least(label, MOST_WORDS_OF_LABEL + 1)
        && is_medium(&fold(label))
        && date::first(&rest).is_some()
        && names_another(&rest)
}

fn is_medium(folded: &str) -> bool {
    words::MEDIA_IN.is_within(folded)
}

/// "..., online: ab 14. Mai", "..., en ligne dès 6 h"
fn names_another(rest: &str) -> bool {
    let begins = |text: &str| words::BEGINNINGS.behind_each(text).any(says_when);
    let ends = rest.match_indices([',', ';', '/', '|', '.']).map(|(at, _)| rest[at + 1..].trim_start());
    let mut parts = ends.filter(|part| !part.is_empty());
    parts.any(|part| {
        let mut ways = part.match_indices([':', ' ']).map(|(at, _)| (&part[..at], part[at + 1..].trim_start()));
        ways.any(|(medium, when)| is_medium(medium) && (begins(when) || says_when(when)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_each_of_two_media_may_print_from_a_day_on_is_held_back() {
        for line in [
            "Print: frei für die Ausgaben vom 14. Mai 2026, Online: ab 14. Mai 2026, 6 Uhr",
            "Print: for editions of 14 May 2026; online: from 6 a.m. on 14 May 2026",
            "Print: free for editions of 14 May 2026, online from 14 May 2026, 6 a.m.",
            "Presse écrite : libre pour les éditions du 14 mai 2026, en ligne dès 6 h",
            "Prensa: libre para las ediciones del 14 de mayo de 2026, digital: desde las 6 h",
            "Print: ab 14. Mai 2026, Online: ab 14. Mai 2026, 6 Uhr",
        ] {
            assert!(frees_media(line), "{line}");
        }
        for line in [
            "Online: ab 14. Mai 2026, 6 Uhr",
            "Radio: Konzert am 14. Mai 2026, 20 Uhr",
            "Print: a new press opens on 14 May 2026, online visitors may look on",
            "Hafen: frei ab 14. Mai 2026, Online: ab 15. Mai 2026",
        ] {
            assert!(!frees_media(line), "{line}");
        }
    }
}
