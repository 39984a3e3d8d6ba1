//! E-mail and web addresses, also those that are hidden from machines. None is put together.

use std::borrow::Cow;

use crate::body;
use crate::characters;

/// E-mail addresses and web addresses as written, with obfuscated "(at)" undone.
pub fn addresses(text: &str) -> (Vec<String>, Vec<String>) {
    let (mut emails, mut urls) = (Vec::new(), Vec::new());
    for (start, end, url) in body::addresses(text) {
        let shown = text[start..end].trim_start_matches("mailto:").to_owned();
        if url.scheme() == "mailto" {
            emails.push(shown);
        } else {
            urls.push(shown);
        }
    }
    (emails, urls)
}

/// "press (at) example (dot) org" as it is meant.
pub fn unobfuscated(text: &str) -> Cow<'_, str> {
    let may_hide = |byte| matches!(byte, b'(' | b'[' | b'{' | b'<');
    if !characters::holds(text, may_hide) && !text.contains("www.") {
        return closed_at_sign(text).map_or(text.into(), Cow::Owned);
    }
    // What a content network leaves of an address says nothing.
    let mut plain = if text.contains('[') {
        text.replace("[email\u{A0}protected]", "").replace("[email protected]", "")
    } else {
        text.to_owned()
    };
    // "press@harbour.examplewww.harbour.example": two addresses that an extraction glued.
    while let Some(at) =
        plain.match_indices("www.").map(|(at, _)| at).find(|at| plain[..*at].ends_with(char::is_alphabetic))
    {
        plain.insert(at, ' ');
    }
    if !plain.contains(['(', '[', '{', '<']) {
        return plain.into();
    }
    for (marks, sign) in [
        (["(at)", "[at]", "{at}", "<at>", "(ät)"].as_slice(), "@"),
        (["(dot)", "[dot]", "{dot}", "(punkt)", "[punkt]", "(point)"].as_slice(), "."),
    ] {
        for mark in marks {
            // Places in small letters must be places in the text, so nothing may change its length.
            while let Some(at) = plain.to_ascii_lowercase().replace('Ä', "ä").find(mark) {
                let (before, after) =
                    (plain[..at].trim_end().to_owned(), plain[at + mark.len()..].trim_start().to_owned());
                plain = format!("{before}{sign}{after}");
            }
        }
    }
    plain.into()
}

/// "press @harbour.example", with a blank that a word processor let in. "Instagram @harbour.museum" is none.
fn closed_at_sign(text: &str) -> Option<String> {
    const NAMES: [&str; 14] = [
        "presse",
        "press",
        "prensa",
        "imprensa",
        "stampa",
        "pers",
        "media",
        "medien",
        "info",
        "kontakt",
        "contact",
        "kommunikation",
        "communication",
        "pressestelle",
    ];
    let (before, domain) = text.split_once(" @")?;
    let name = before.rsplit([' ', ':', '(', '\u{A0}']).next()?;
    let host = domain.split([' ', ',', ')']).next()?;
    (NAMES.contains(&name) && is_bare_host(host)).then(|| format!("{before}@{domain}"))
}

/// "news.harbour.example": a host without "www." or a scheme.
pub fn is_bare_host(piece: &str) -> bool {
    let labels: Vec<&str> = piece.split('.').collect();
    labels.len() >= 2
        && labels.iter().all(|label| {
            label.chars().count() >= 2
                && label.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
        })
        && labels.last().is_some_and(|last| last.chars().all(|c| c.is_ascii_lowercase()) && last.len() <= 8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_addresses_are_read() {
        assert_eq!(unobfuscated("press (at) example (dot) org"), "press@example.org");
        assert_eq!(unobfuscated("PRESS (ÄT) EXAMPLE (DOT) ORG"), "PRESS@EXAMPLE.ORG");
        for letters in ["İİİ", "ẞ", "K", "Ⱥ"] {
            assert_eq!(unobfuscated(&format!("{letters}(AT)")), format!("{letters}@"));
        }
    }
}
