//! Lines that belong to the page a release was set on, and not to the release. A line that speaks
//! of an embargo is never one.

use super::super::words::{self, fold};
use super::super::{dateline, details, embargo, people};
use super::{contact_heading, release_line};

/// Why a line belongs to the page and not to the release: a letterhead's foot, a page number.
pub fn furniture(text: &str) -> Option<&'static str> {
    if text.chars().count() > 160 {
        return None;
    }
    let folded = fold(text);
    let tokens: Vec<&str> = folded.split_whitespace().collect();
    // "Old ferry tickets ...   Page 3 of 3"
    let numbered = ["page", "seite", "página"].iter().any(|word| {
        folded.rsplit_once(word).is_some_and(|(before, rest)| {
            let rest: Vec<&str> = rest.split_whitespace().collect();
            !before.is_empty() && matches!(rest.as_slice(), [n, "of" | "von" | "de" | "sur" | "/", m] if n.parse::<u16>().is_ok() && m.parse::<u16>().is_ok())
        })
    });
    if numbered && tokens.len() <= 14 {
        return Some("a running head");
    }
    let number = |token: &str| !token.is_empty() && token.chars().all(|c| c.is_ascii_digit());
    let page = match tokens.as_slice() {
        [word, n] => ["page", "seite", "página", "p."].contains(word) && number(n),
        [word, n, of, m] => {
            ["page", "seite", "página"].contains(word)
                && number(n)
                && ["of", "von", "de", "sur", "/"].contains(of)
                && number(m)
        }
        _ => false,
    };
    if page {
        return Some("a page number");
    }
    if is_button(&folded) {
        return Some("a button or label of a page");
    }
    if words::WIRE_FEET.beginning(&folded).is_some() && !embargo::is_line(text) {
        return Some("the foot of a news wire");
    }
    let separators =
        text.chars().filter(|c| matches!(c, '•' | '·' | '|' | '‧' | '▪' | '\u{E000}'..='\u{F8FF}')).count();
    // A foot holds a post code or a phone; prices and opening hours do not make one.
    let postcode = text.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() >= 4);
    let opens_with_bullet = text.starts_with(['•', '·', '▪']);
    // "Jane Doe, press officer • Tel. ... • jane@example.org" is a contact on one line.
    let names_somebody = text
        .split(['•', '·', '|', ','])
        .next()
        .is_some_and(|first| text.contains('@') && people::person(first).is_some());
    (separators >= 2
        && (postcode || !details::phones(text).is_empty())
        && !opens_with_bullet
        && !names_somebody
        && dateline::own_line(text).is_none()
        && !embargo::is_line(text)
        && release_line(text).is_none()
        && contact_heading(text).is_none())
    .then_some("a letterhead line")
}

/// "Exhibit 99.1", as releases are filed with an authority.
fn is_exhibit(bare: &str) -> bool {
    ["exhibit ", "ex-", "ex "]
        .iter()
        .any(|word| bare.strip_prefix(word).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit())))
}

/// What a web page or a layout puts beside a text: "Click here for the PDF", "Company Logo".
fn is_button(folded: &str) -> bool {
    let bare = folded.trim_matches(|c: char| !c.is_alphanumeric());
    let words = bare.split_whitespace().count();
    words::BUTTONS.iter().any(|button| {
        bare == button || words <= 8 && bare.strip_prefix(button).is_some_and(|rest| rest.starts_with([' ', ':']))
    }) || words <= 5 && (bare.ends_with(" logo") || is_exhibit(bare))
        || ["logo: http", "photo: http", "foto: http"].iter().any(|picture| bare.starts_with(picture))
}
