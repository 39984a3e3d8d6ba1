//! Embargoes on goods, arms and countries, which are news and hold no text back.

use super::says_when;
use crate::parse::words::{self, fold};

/// Whether an embargo is one on goods, by what stands before and behind its name.
pub fn is_on_goods(before: &str, behind: &str) -> bool {
    let mut parts = behind.split(|c: char| !c.is_alphanumeric());
    // The rest of "embargoed".
    parts.next();
    let (first, second) = (parts.next().unwrap_or(""), parts.next().unwrap_or(""));
    // "The embargo on these papers will lift on Monday"
    if words::OF_ITSELF.has(second) || ["this", "these", "our", "all"].contains(&second) {
        return false;
    }
    let is_day = |word: &str| {
        word.starts_with(|c: char| c.is_ascii_digit())
            || words::WEEKDAYS.number(word).is_some()
            || words::MONTHS.number(word).is_some()
    };
    words::GOODS_BEFORE.has(before.trim_end().rsplit(' ').next().unwrap_or(""))
        || words::GOODS_BEHIND.has(first) && !is_day(second)
        // "embargo na broń", where one on a text has the same small word
        || words::GOODS_BEHIND.has(&format!("{first} {second}"))
        || first == "on" && !is_day(second)
}

/// "Noise limits hold until December", "Grain embargo ends after four years": small words within a line, no
/// day, and nothing that could be the text itself. In English alone the verb reads as a noun.
pub fn is_about_others(text: &str) -> bool {
    let folded = fold(text);
    let plain = ["hold until", "embargo ends", "embargo until", "embargo lifts"]
        .iter()
        .any(|words| folded.find(words).is_some_and(|at| at > 0) && text.contains(words));
    let speaks_of_text = [
        "under", "this", "these", "paper", "study", "article", "online", "figures", "results", "release", "publ",
        "please", "press", "media", "story", "news", "copy", "text", "report", "editor", "for ", "on ", "all ", "kind",
        "strict",
    ];
    plain && !says_when(text) && !speaks_of_text.iter().any(|word| folded.contains(word))
}

/// "Sperrfrist für Gülle beginnt am 1. November": a headline about a ban in farming. Without a verb it may be an
/// embargo on what is told of it.
pub fn is_headline_on_farming(text: &str) -> bool {
    const FEWEST_LETTERS: usize = 4;
    const FEWEST_WORDS: usize = 4;
    if !words::at_least(text, FEWEST_WORDS) {
        return false;
    }
    let bare = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let Some(label) = words::EMBARGO.opening(bare) else { return false };
    let mut rest = words::after(bare, label).split_whitespace().map(|word| word.trim_matches(','));
    let on_goods = rest.next().is_some_and(|word| words::PURPOSES.has_small(word))
        && rest.next().is_some_and(|word| words::BANNED_GOODS.has(word));
    let is_verb = |word: &str| {
        word.chars().count() >= FEWEST_LETTERS
            && word.chars().all(char::is_lowercase)
            && !words::SMALL_WORDS.has_small(word)
            && words::UNTIL.opening(word).is_none()
    };
    on_goods && rest.any(is_verb)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ban_in_farming_with_a_verb_is_a_headline() {
        assert!(is_headline_on_farming("Sperrfrist für Gülle beginnt am 1. November 2026"));
        for text in ["Sperrfrist für Gülle ab 1. November 2026", "Sperrfrist für Zeitungen endet am 1. November 2026"]
        {
            assert!(!is_headline_on_farming(text), "{text}");
        }
    }

    #[test]
    fn an_embargo_on_a_text_is_none_on_goods() {
        for (before, behind) in [
            ("the trade ", ""),
            ("an ", " on grain"),
            ("das ", " gegen Inseln"),
            ("the ", "ed against"),
            ("", " na broń do"),
        ] {
            assert!(is_on_goods(before, behind), "{before}embargo{behind}");
        }
        for (before, behind) in [
            ("the ", " on these papers will lift"),
            ("an ", " on this release until"),
            ("the ", " on Monday"),
            ("the ", ""),
            ("", " na informację do"),
        ] {
            assert!(!is_on_goods(before, behind), "{before}embargo{behind}");
        }
    }
}
