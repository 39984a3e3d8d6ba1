//! Lines that say that there is no embargo, as a form does that asks for one.

use super::SIGNS;
use crate::parse::words::{self, fold};

/// "Embargo: none", "SPERRFRIST keine", "Ohne Sperrfrist", "Embargo: for immediate release": there is none.
pub fn is_none(text: &str) -> bool {
    const MOST_WORDS: usize = 7;
    if words::at_least(text, MOST_WORDS + 1) {
        return false;
    }
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    let is_none = |text: &str| words::NO_EMBARGO.has(text.trim_matches(SIGNS));
    let labelled = words::EMBARGO.opening(bare).is_some_and(|label| {
        let rest = words::after(bare, label);
        is_none(rest) || rest.split([',', '–', '—', '|', '(']).all(is_none)
    });
    labelled || denies(bare)
}

/// "Ohne Sperrfrist", "No embargo".
fn denies(bare: &str) -> bool {
    let folded = fold(bare);
    let parts = folded.split_once(' ').filter(|(not, _)| words::NEGATIONS.has(not));
    parts.is_some_and(|(_, named)| {
        !named.contains(' ') && words::EMBARGO_STEMS.beginning(named.strip_prefix("d'").unwrap_or(named)).is_some()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn that_there_is_no_embargo_is_said_in_several_ways() {
        for text in ["Embargo: none", "SPERRFRIST keine", "Ohne Sperrfrist", "No embargo", "Sperrfrist: sofort frei"] {
            assert!(is_none(text), "{text}");
        }
        for text in ["Embargo: 5 June 2026", "EMBARGO", "Immediate embargo", "No publication before 5 June 2026"] {
            assert!(!is_none(text), "{text}");
        }
    }
}
