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
        return closed_at_sign(text).or_else(|| spelled_out(text)).map_or(text.into(), Cow::Owned);
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

/// "press at harbour dot example", with both signs in letters; "see us at harbour.example" is no address.
fn spelled_out(text: &str) -> Option<String> {
    const LONGEST: usize = 400;
    const AT: [&str; 6] = ["at", "ät", "arroba", "arobase", "chiocciola", "małpa"];
    const DOTS: [&str; 9] = ["dot", "punkt", "point", "punto", "ponto", "punt", "kropka", "punktum", "prick"];
    let may_be = text.len() <= LONGEST && DOTS.iter().any(|dot| text.contains(dot));
    let parts: Vec<&str> = if may_be { text.split(' ').collect() } else { return None };
    let is_host = |label: &&&str| label.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    let is_name = |name: &&&str| name.bytes().all(|b| b.is_ascii_alphanumeric() || b"._-".contains(&b));
    let mut at = 0;
    let (mut plain, mut found) = (Vec::new(), false);
    while let Some(part) = parts.get(at) {
        let opens = |at: usize| parts.get(at + 1).is_some_and(|sign| AT.contains(sign));
        let mut host = parts.get(at + 2).filter(is_host).filter(|_| opens(at)).map(|label| (*label).to_owned());
        let mut end = at + 3;
        while let Some(host) = &mut host
            && parts.get(end).is_some_and(|sign| DOTS.contains(sign))
            && let Some(label) = parts.get(end + 1).map(|label| label.trim_end_matches(['.', ',', ';', ')']))
            && is_host(&&label)
        {
            host.push('.');
            host.push_str(parts[end + 1]);
            end += 2;
        }
        if let Some((host, name)) = host.filter(|_| end > at + 3).zip(Some(part).filter(is_name)) {
            plain.push(format!("{name}@{host}"));
            (at, found) = (end, true);
        } else {
            plain.push((*part).to_owned());
            at += 1;
        }
    }
    found.then(|| plain.join(" "))
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
        assert_eq!(unobfuscated("presse at harbour-trust punkt example"), "presse@harbour-trust.example");
        assert_eq!(
            unobfuscated("Mail: ada.berg at press dot harbour dot example, daily"),
            "Mail: ada.berg@press.harbour.example, daily"
        );
        for text in
            ["we met at noon on the dot", "see us at harbour.example", "at this point the boat was full", "at dot"]
        {
            assert_eq!(unobfuscated(text), text);
        }
        for letters in ["İİİ", "ẞ", "K", "Ⱥ"] {
            assert_eq!(unobfuscated(&format!("{letters}(AT)")), format!("{letters}@"));
        }
    }
}
