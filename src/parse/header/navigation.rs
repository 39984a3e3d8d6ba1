//! What a site sets above its texts, copied with them: trails, bars of links, the search.
//!
//! A headline with a bar or an arrow in it is none of them, unless the home page is one of its parts.

use super::Reader;
use crate::manuscript::{Block, Shape};
use crate::parse::{dateline, joining, words};

pub fn is_navigation(text: &str) -> bool {
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    words::NAVIGATION.has(bare) || is_of_portal(bare) || is_trail(text) || are_bracketed(text)
}

/// "Alle Storys", "Ein Dokument", "Keine Story von Stadt Lohe mehr verpassen"
fn is_of_portal(bare: &str) -> bool {
    const MOST_WORDS: usize = 12;
    let goes_on = |line: &str| line.rsplit(' ').next().is_some_and(|last| words::GENITIVES.has_small(last));
    words::PAGE_LINES.has(bare)
        || words::PAGE_LINES.opening(bare).is_some_and(goes_on) && !words::at_least(bare, MOST_WORDS + 1)
}

/// "[ back ] [ overview ] [ next ]"
fn are_bracketed(text: &str) -> bool {
    const FEWEST: usize = 2;
    const MOST_WORDS: usize = 2;
    let links = text.trim().strip_suffix(']').unwrap_or_default().split(']');
    let is_link = |link: &str| {
        let link = link.trim_start().strip_prefix('[');
        link.is_some_and(|link| link.contains(char::is_alphabetic) && !words::at_least(link, MOST_WORDS + 1))
    };
    links.clone().count() >= FEWEST && links.clone().all(is_link)
}

/// "Home » Press", "Home | Sitemap | Contact", "Newsroom > News > 2026 >"
fn is_trail(text: &str) -> bool {
    const LONGEST: usize = 160;
    const MOST_WORDS: usize = 3;
    const FEWEST_OF_A_TRAIL: usize = 3;
    let arrows = text.contains(['»', '›', '>']);
    if text.len() > LONGEST || !arrows && !text.contains('|') || joining::ends_sentence(text) {
        return false;
    }
    let parts: Vec<&str> =
        text.split(['»', '›', '>', '|']).map(str::trim).filter(|part| part.contains(char::is_alphanumeric)).collect();
    let short = parts.iter().all(|part| !words::at_least(part, MOST_WORDS + 1));
    let leads_home = parts.iter().any(|part| words::HOME_PAGES.has(part));
    parts.len() >= 2 && short && (leads_home || arrows && parts.len() >= FEWEST_OF_A_TRAIL)
}

impl Reader {
    /// "• 14.05.2021, 09:52:33", "• /" and "• OTS0031" above a headline, as the page of a wire sets its head.
    pub(super) fn is_head_of_wire_in_items(&self, block: &Block) -> bool {
        let text = block.text();
        let is_number = || {
            let letters = text.trim_end_matches(|c: char| c.is_ascii_digit());
            letters.len() < text.len() && dateline::is_agency_line(letters)
        };
        let is_day = || dateline::own_line(text).is_some_and(|own| own.time.is_some() && own.rest.is_none());
        matches!(block.shape, Shape::Item { .. })
            && self.candidates.is_empty()
            && !self.given.title
            && (is_day() && self.header.dates.is_empty() || !text.contains(char::is_alphanumeric) || is_number())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_above_each_page_of_a_site_is_told_from_headlines() {
        for text in [
            "Home » Press",
            "home > press",
            "Startseite > INFOS > Mitteilungen > 2026 >",
            "| Home | Sitemap |",
            "[Search]",
            "Alle Storys",
            "Keine Story von Stadt Lohe mehr verpassen.",
            "[ back ] [ overview ] [ next ]",
        ] {
            assert!(is_navigation(text), "{text}");
        }
        for text in [
            "Lamps > lanterns",
            "Lohe | Morne | Aldwick",
            "Search for a boat ends",
            "Home is where the lamp is",
            "[Lohe] opens [a] lamp",
            "[]",
        ] {
            assert!(!is_navigation(text), "{text}");
        }
    }
}
