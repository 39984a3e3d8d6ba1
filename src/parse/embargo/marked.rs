//! The word for an embargo as a mark of the headline: "[EMBARGO] Lamp lit", "Lamp lit (Embargoed)". It says that the
//! text is held back, and not until when: a day in the headline is that of the news.
//!
//! A headline about an embargo on goods has neither brackets around the word nor capitals before a sign.

use super::{bare, is_ban, is_line, release_day};
use crate::parse::date;
use crate::parse::line::{self, Apart, Mark};
use crate::parse::words::{self, fold};

/// The mark of a headline that is under embargo.
pub fn mark(text: &str) -> Option<&str> {
    let mark = line::marks_beside(text).into_iter().find(holds_back)?;
    let behind = text.split_once(mark.words).map_or("", |(_, rest)| rest);
    (mark.apart != Apart::BracketsBefore || !says_until_when(behind)).then_some(mark.words)
}

/// "[EMBARGO] until 5 May 2027, 10:00": no headline, but the embargo's end.
fn says_until_when(rest: &str) -> bool {
    let rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
    let first = rest.split([' ', ',']).next().unwrap_or(rest);
    let is_time = || date::time(rest).is_some_and(|(range, _)| range.start == 0);
    words::UNTIL.opening(rest).is_some_and(|until| until.len() >= 3)
        || words::EMBARGO.opening(rest).is_some()
        || words::WEEKDAYS.number(first).is_some()
        || words::BEFORE_DAYS.has(first) && date::first(rest).is_some()
        || date::opening(rest).is_some()
        || is_time()
        || release_day(rest).is_some()
        || is_ban(rest)
}

fn holds_back(mark: &Mark) -> bool {
    let names = || words::EMBARGO.has(mark.words) || is_line(mark.words) || bare::says_nothing_else(mark.words);
    match mark.apart {
        Apart::BracketsBefore | Apart::BracketsBehind => names(),
        // "Council debates the sale of oil (embargo)"
        Apart::ParenthesesBehind => {
            (mark.is_in_capitals() || fold(mark.words) != "embargo" && fold(mark.words).contains("embarg")) && names()
        }
        // "EMBARGO: Lamp lit" is a line of its own.
        Apart::SignBefore => false,
        Apart::SignBehind | Apart::CapitalsBefore => mark.is_in_capitals() && words::EMBARGO.has(mark.words),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_beside_a_headline_holds_it_back_in_every_language() {
        for text in [
            "[EMBARGO] Lamp lit on 5 March 2026",
            "[Embargo] Lamp lit",
            "(EMBARGO) Lamp lit",
            "Lamp lit [EMBARGO]",
            "Lamp lit (EMBARGOED)",
            "Lamp lit (embargoed)",
            "Lamp lit – EMBARGO",
            "EMBARGO Lamp lit",
            "[STRICT EMBARGO] Lamp lit",
            "[EMBARGO] LAMP LIT",
            "[PRESS RELEASE] [EMBARGO] Lamp lit",
            "[SPERRFRIST] Lampe brennt",
            "[Sous embargo] La lampe brille",
            "[BAJO EMBARGO] La lámpara brilla",
            "[SOTTO EMBARGO] La lampada brilla",
            "[SOB EMBARGO] A lâmpada brilha",
            "[ONDER EMBARGO] De lamp brandt",
            "[UNDER EMBARGO] Lampan lyser",
            "[KLAUSULERET] Lampen lyser",
            "[SPERREFRIST] Lampen lyser",
            "[POD EMBARGIEM] Lampa świeci",
        ] {
            assert!(mark(text).is_some(), "{text}");
        }
        assert_eq!(mark("[EMBARGO] Lamp lit on 5 March 2026"), Some("EMBARGO"));
    }

    #[test]
    fn a_headline_about_an_embargo_bears_no_mark() {
        for text in [
            "Embargo on lamp oil lifted",
            "EMBARGO ON LAMP OIL LIFTED",
            "EMBARGO on lamp oil lifted",
            "Council lifts its embargo (again)",
            "Council debates the sale of oil (embargo)",
            "The oil embargo – a history",
            "[UPDATE] Embargo on lamp oil lifted",
            "Lamp oil: embargo lifted by council",
            "[EMBARGO] until 5 March 2027, 10:00",
            "[EMBARGO] 5 March 2027, 10:00",
        ] {
            assert_eq!(mark(text), None, "{text}");
        }
    }
}
