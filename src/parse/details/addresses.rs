//! E-mail and web addresses, also those that are hidden from machines. None is put together.

use std::borrow::Cow;

use crate::body;
use crate::characters;
use crate::parse::words;

/// E-mail addresses and web addresses as written, with obfuscated "(at)" undone.
pub fn addresses(text: &str) -> (Vec<String>, Vec<String>) {
    let (mut emails, mut urls) = (Vec::new(), Vec::new());
    for body::Address { range, url } in body::addresses(text) {
        let shown = text[range].trim_start_matches("mailto:").to_owned();
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
    if plain.contains("www.") {
        plain = parted(&plain);
    }
    if !plain.contains(['(', '[', '{', '<']) {
        return plain.into();
    }
    shown(&plain).into()
}

fn parted(text: &str) -> String {
    let mut parted = String::with_capacity(text.len() + 1);
    for (before, piece) in text.split("www.").enumerate() {
        if before > 0 {
            if parted.ends_with(char::is_alphabetic) {
                parted.push(' ');
            }
            parted.push_str("www.");
        }
        parted.push_str(piece);
    }
    parted
}

/// With the signs in place of the marks that hide them, and no blanks around.
fn shown(text: &str) -> String {
    const MARKS: [(&str, char); 11] = [
        ("(at)", '@'),
        ("[at]", '@'),
        ("{at}", '@'),
        ("<at>", '@'),
        ("(ät)", '@'),
        ("(dot)", '.'),
        ("[dot]", '.'),
        ("{dot}", '.'),
        ("(punkt)", '.'),
        ("[punkt]", '.'),
        ("(point)", '.'),
    ];
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['(', '[', '{', '<']) {
        shown.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some((behind, sign)) = MARKS.iter().find_map(|(mark, sign)| Some((words::behind(rest, mark)?, *sign))) {
            shown.truncate(shown.trim_end().len());
            shown.push(sign);
            rest = behind.trim_start();
        } else {
            shown.push_str(&rest[..1]);
            rest = &rest[1..];
        }
    }
    shown.push_str(rest);
    shown
}

/// "press @harbour.example", with a blank that a word processor let in. "Instagram @harbour.museum" is none.
fn closed_at_sign(text: &str) -> Option<String> {
    let (before, domain) = text.split_once(" @")?;
    // "presse @ harbour.example"
    let domain = domain.strip_prefix(' ').unwrap_or(domain);
    let name = before.rsplit([' ', ':', '(', '\u{A0}']).next()?;
    let host = domain.split([' ', ',', ')']).next()?;
    let is_name = words::PRESS_ADDRESSES.has_small(name)
        || ["info", "kontakt", "contact"].contains(&name)
        || name.contains('.') && name.chars().all(|c| c.is_ascii_lowercase() || c == '.');
    (is_name && is_bare_host(host)).then(|| format!("{before}@{domain}"))
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
