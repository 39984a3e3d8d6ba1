//! Lines that belong to the page a release was set on, and not to the release. A line that speaks
//! of an embargo is never one.

use super::super::words::{self, fold};
use super::super::{dateline, details, embargo, people};
use super::button::is_button;
use super::{contact_heading, release_line};
use crate::characters;

/// What belongs to the page and not to the release.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Furniture {
    WireFoot,
    Picture,
    Button,
    Letterhead,
    RunningHead,
    PageNumber,
    PageTurn,
    ReadingTime,
}

impl Furniture {
    pub fn why(self) -> &'static str {
        match self {
            Self::WireFoot => "the foot of a news wire or of a mail",
            Self::Picture => "what is left of a picture",
            Self::Button => "a button or label of a page",
            Self::Letterhead => "a letterhead line",
            Self::RunningHead => "a running head",
            Self::PageNumber => "a page number",
            Self::PageTurn => "a page turn",
            Self::ReadingTime => "how long it takes to read",
        }
    }
}

/// What of the page a line is.
pub fn furniture(text: &str) -> Option<Furniture> {
    const LONGEST: usize = 160;
    if words::WIRE_FEET.beginning(text).is_some() && !embargo::is_line(text) {
        return Some(Furniture::WireFoot);
    }
    if text.len() > 4 * LONGEST || text.chars().count() > LONGEST {
        return None;
    }
    if let Some(of_page) = page_number(text) {
        return Some(of_page);
    }
    if is_page_turn(text) {
        return Some(Furniture::PageTurn);
    }
    if is_picture_left(text) {
        return Some(Furniture::Picture);
    }
    if is_button(text) {
        return Some(Furniture::Button);
    }
    if is_reading_time(text) {
        return Some(Furniture::ReadingTime);
    }
    if is_source(text) {
        return Some(Furniture::WireFoot);
    }
    if is_of_register(text) {
        return Some(Furniture::Letterhead);
    }
    let separators =
        text.chars().filter(|c| matches!(c, '•' | '·' | '|' | '‧' | '▪' | '\u{E000}'..='\u{F8FF}')).count();
    if separators < 2 {
        return None;
    }
    // A foot holds a post code beside its town, or a phone; prices, opening hours and rows of figures do not make one.
    let names_a_town = |cell: &str| {
        cell.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() >= 4)
            && cell.split([' ', '\u{A0}']).any(|word| word.starts_with(char::is_uppercase) && word.len() > 1)
    };
    let postcode = text.split(['•', '·', '|', '‧', '▪', ',']).any(names_a_town);
    let opens_with_bullet = text.starts_with(['•', '·', '▪']);
    // "Jane Doe, press officer • Tel. ... • jane@example.org" is a contact on one line, and so is "Town
    // Hall | Jane Doe | ...".
    let mut firsts =
        text.split(['•', '·', '|', ',']).take(2).map(|part| part.rsplit(':').next().unwrap_or(part).trim());
    // "Press | Jane Doe, press officer | T 020 7946 0101 |" has the address on the next line.
    let reaches = || text.contains('@') || text.split(['•', '·', '|', ',']).any(|part| people::is_role(part.trim()));
    let names_somebody = reaches() && firsts.any(|part| !people::people(part).is_empty());
    // "T: ... | M: ... | E: ..." goes on with the contact above.
    let goes_on = || text.split(['•', '·', '|']).all(|part| details::is_detail_line(part.trim()));
    ((postcode || !details::phones(text).is_empty())
        && !opens_with_bullet
        && !names_somebody
        && !goes_on()
        && dateline::own_line(text).is_none()
        && !dateline::run_in(text).is_some_and(|run| run.date.is_some() && run.place.is_some())
        && !embargo::is_line(text)
        && release_line(text).is_none()
        && contact_heading(text).is_none())
    .then_some(Furniture::Letterhead)
}

/// "Geschäftsführer: Ada Berg | Amtsgericht Lohe HRB 5555": what the law asks of a letterhead.
fn is_of_register(text: &str) -> bool {
    const REGISTERS: [&str; 9] =
        ["HRB ", "HRA ", "USt-Id", "USt.-Id", "Steuernummer", "UID: CHE", "RCS ", "SIRET", "FN "];
    !words::at_least(text, 20)
        && characters::has_digit(text)
        && REGISTERS.iter().any(|register| text.contains(register))
        && details::phones(text).is_empty()
        && !text.contains('@')
        && !text.trim_end().ends_with('.')
        && !embargo::is_line(text)
}

/// "(more)", "-more-", "[MORE]" at the foot of a page.
fn is_page_turn(text: &str) -> bool {
    const LONGEST: usize = 60;
    let text = text.trim();
    if text.len() > LONGEST || text.starts_with(char::is_alphanumeric) || text.ends_with(char::is_alphanumeric) {
        return false;
    }
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    words::PAGE_TURNS.has(bare)
}

/// "Board votes - page 2", "Add 1", "2-2-2": what stands at the head of the page behind a page turn.
pub fn is_head_of_page(text: &str) -> bool {
    const MOST_WORDS: usize = 8;
    const DASHES: [char; 4] = ['-', '–', '—', '/'];
    if words::at_least(text, MOST_WORDS + 1) || !characters::has_digit(text) || embargo::is_line(text) {
        return false;
    }
    let folded = fold(text);
    let is_number = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let parts = || folded.split(|c: char| c.is_whitespace() || DASHES.contains(&c)).filter(|part| !part.is_empty());
    let edge = |found: Option<(&str, &str)>, at_end: bool| {
        found.is_some_and(|(before, behind)| is_number(if at_end { behind } else { before }.trim()))
    };
    parts().all(is_number)
        || parts().any(|part| words::PAGES.has(part) || part == "add") && parts().any(is_number)
        || edge(folded.rsplit_once(DASHES), true)
        || edge(folded.split_once(DASHES), false)
}

/// The number of a page, alone or at the end of a running head.
fn page_number(text: &str) -> Option<Furniture> {
    // "Page 2/", "Page | 2"
    let text = text.trim_end_matches([' ', '/']);
    if !text.ends_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let folded = fold(text).replace(" | ", " ");
    let tokens: Vec<&str> = folded.split_whitespace().collect();
    let is_of = |word: &str| words::GENITIVES.has(word) || ["sur", "/"].contains(&word);
    // "Old ferry tickets ...   Page 3 of 3"
    let is_count = |token: &str| token.parse::<u16>().is_ok();
    let numbered = || {
        matches!(tokens.as_slice(), [.., of, m] if is_of(of) && is_count(m))
            && words::PAGES.iter().any(|word| {
                folded.rsplit_once(word).is_some_and(|(before, rest)| {
                    let mut rest = rest.split_whitespace();
                    !before.is_empty() && rest.next().is_some_and(is_count) && rest.count() == 2
                })
            })
    };
    if tokens.len() <= 14 && numbered() {
        return Some(Furniture::RunningHead);
    }
    let number = |token: &str| !token.is_empty() && token.chars().all(|c| c.is_ascii_digit());
    // "PÁGINA 1/2"
    let of_all = |token: &str| token.split_once('/').is_some_and(|(n, all)| number(n) && number(all));
    let page = match tokens.as_slice() {
        [word, n] => words::PAGES.has(word) && (number(n) || of_all(n)),
        [word, n, of, m] => words::PAGES.has(word) && number(n) && is_of(of) && number(m),
        _ => false,
    };
    page.then_some(Furniture::PageNumber)
}

/// "3 min read", "Lesezeit: 3 Minuten"
fn is_reading_time(text: &str) -> bool {
    const MOST_WORDS: usize = 5;
    if !characters::has_digit(text) || words::at_least(text, MOST_WORDS + 1) {
        return false;
    }
    let bare = text.trim_start_matches(|c: char| c.is_ascii_digit() || " \u{A0}-–~".contains(c));
    words::READING_TIME.has(bare) || words::READING_TIME.opening(text).is_some()
}

/// "SOURCE Harbour Works Inc.", as wires close a release.
fn is_source(text: &str) -> bool {
    let house = text.strip_prefix("SOURCE ").or_else(|| text.strip_prefix("SOURCE: "));
    house.is_some_and(|house| house.starts_with(char::is_uppercase) && !words::at_least(house, 11))
}

/// What a text keeps of a picture: "[LOGO]", "[image: crest.png]", "[cid:image001.png@01DA]".
fn is_picture_left(text: &str) -> bool {
    let Some(inner) = text.trim().strip_prefix('[').and_then(|text| text.strip_suffix(']')) else { return false };
    // In other letters, or with a sentence, it is a caption.
    let is_alternative = inner.starts_with("image: ") && !inner.contains([']', ';']) && !inner.contains(". ");
    words::PICTURES.has(inner) || inner.starts_with("cid:") || is_alternative
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_belongs_to_the_page_is_told_from_the_text() {
        for (text, why) in [
            ("Museum • 01067 Dresden • Tel. 0351 1234567", Some("a letterhead line")),
            ("3 min read", Some("how long it takes to read")),
            ("Lesezeit: 3 Minuten", Some("how long it takes to read")),
            ("3 minutes of reading time", None),
            ("Old ferry tickets Page 3 of 3", Some("a running head")),
            ("Old ferry page 3", None),
            ("Page 3", Some("a page number")),
            ("Page 3/", Some("a page number")),
            ("Page | 3", Some("a page number")),
            ("Page x1", None),
            ("Room 3", None),
            ("Page 3 of 4", Some("a page number")),
            ("Page 3 in 4", None),
            ("Page x of 4", None),
            ("Click here for the PDF of this release", Some("a button or label of a page")),
            ("2025 | 410 | 9200", None),
            ("2025 · 410 boats · 9200 guests", None),
            ("EX-99.1 2 lamp991.htm EX-99.1: PRESS RELEASE OF THE BOARD", Some("a button or label of a page")),
            ("Exhibit", Some("a button or label of a page")),
            ("99.1", Some("a button or label of a page")),
            ("99.5 per cent of lamps are lit", None),
            ("Exhibit of lamps", None),
            ("Share this article on Facebook", Some("a button or label of a page")),
            ("Print", Some("a button or label of a page")),
            ("Share: Facebook, LinkedIn", Some("a button or label of a page")),
            ("Seite drucken", None),
            ("Newsroom > Press Releases > Corporate", Some("a button or label of a page")),
            ("100 COURTHOUSE SQ. · FAIRVIEW, KY 40000 | USA", Some("a letterhead line")),
            ("Share Repurchase Program", None),
            ("Share capital", None),
            ("Print works", None),
            ("Drucken ohne Tinte", None),
            ("Partager les risques", None),
            ("Click here for the PDF of this release today", None),
            ("Click hereabouts", None),
        ] {
            assert_eq!(furniture(text).map(Furniture::why), why, "{text}");
        }
        for turn in ["(more)", "-more-", "- MORE -", "[MORE]", "(Fortsetzung folgt)"] {
            assert!(is_page_turn(turn), "{turn}");
        }
        for text in ["more", "(more boats)", "MORE", "- more boats"] {
            assert!(!is_page_turn(text), "{text}");
        }
        for head in ["Board votes - page 2", "Add 1", "2-2-2", "Board votes/3"] {
            assert!(is_head_of_page(head), "{head}");
        }
        assert!(!is_head_of_page("Two boats sail") && !is_head_of_page("The 40 boats sail"));
        // Of letters of two bytes, since letters are counted.
        let line = |length: usize| format!("Ü • 01067 Dresden • {}", "ü".repeat(length - 20));
        assert_eq!(furniture(&line(160)), Some(Furniture::Letterhead));
        assert_eq!(furniture(&line(161)), None);
    }
}
