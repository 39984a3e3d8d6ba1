//! Phone numbers, e-mail and web addresses in a line of a contact.

use std::borrow::Cow;
use std::ops::Range;

use super::date;
use super::words;
use crate::body;
use crate::characters;
use crate::parse::memory::remembered;

/// What a label such as "Tel:" says its value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Phone,
    Fax,
    Email,
    Web,
    /// Kept, but no field of a contact.
    Other,
}

/// A labelled piece: the label's kind, and the byte offset of its value.
pub fn label(line: &str) -> Option<(Kind, usize)> {
    let text = line.trim_start();
    let tables = [
        (Kind::Fax, &words::FAX),
        (Kind::Phone, &words::PHONE),
        (Kind::Email, &words::EMAIL),
        (Kind::Web, &words::WEB),
        (Kind::Other, &words::OTHER_LABEL),
    ];
    let (kind, label) = tables
        .into_iter()
        .filter_map(|(kind, table)| table.opening(text).map(|label| (kind, label)))
        .max_by_key(|(_, label)| label.len())?;
    let after = words::after(text, label);
    let value = after.trim_start_matches([' ', '\u{A0}', '.']);
    if let Some(value) = value.strip_prefix(':') {
        return Some((kind, line.len() - value.len()));
    }
    // "Tel +49 351 ..." needs no colon; "M 5" is no phone.
    let is_number = label.len() >= 3
        && matches!(kind, Kind::Phone | Kind::Fax)
        && value.starts_with(|c: char| c.is_ascii_digit() || c == '+' || c == '(');
    let is_address = kind == Kind::Email
        && label.len() >= 3
        && after.starts_with([' ', '\u{A0}'])
        && value.contains('@')
        && !value.trim().contains(' ');
    (is_number || is_address).then(|| (kind, line.len() - value.len()))
}

/// Byte offsets at which a labelled piece begins inside a line: "Tel: 1 Email: a@b".
pub fn label_starts(text: &str) -> Vec<usize> {
    text.char_indices()
        .filter(|(at, c)| {
            c.is_alphabetic()
                && (*at == 0 || text[..*at].ends_with([' ', '\u{A0}', ',', ';', '|', '•', '·', '(', '/', '\t']))
        })
        .map(|(at, _)| at)
        .filter(|at| label(&text[*at..]).is_some_and(|(kind, _)| kind != Kind::Other || *at == 0))
        .collect()
}

/// Phone numbers as written, with the bytes they stand in.
pub fn phones(text: &str) -> Vec<(Range<usize>, String)> {
    if !characters::holds(text, |byte| byte.is_ascii_digit()) {
        return Vec::new();
    }
    remembered!(text, find_phones => Vec<(Range<usize>, String)>)
}

fn find_phones(text: &str) -> Vec<(Range<usize>, String)> {
    let mut found = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        let opens = c.is_ascii_digit()
            || (matches!(c, '+' | '(') && text[start + 1..].starts_with(|n: char| n.is_ascii_digit() || n == '+'));
        if !opens || text[..start].ends_with(|p: char| p.is_alphanumeric() || matches!(p, '@' | '.' | '_')) {
            continue;
        }
        let mut end = start + c.len_utf8();
        while let Some((at, next)) =
            chars.peek().copied().filter(|(_, n)| n.is_ascii_digit() || " \u{A0}()/.–-+".contains(*n))
        {
            end = at + next.len_utf8();
            chars.next();
        }
        let part = text[start..end].trim_end_matches([' ', '\u{A0}', '(', '/', '.', '–', '-', '+']);
        let part = if part.ends_with(')') && !part.contains('(') { part.trim_end_matches(')') } else { part };
        let end = start + part.len();
        let end = end + extension(&text[end..]);
        let part = &text[start..end];
        let glued = text[end..].starts_with(|n: char| n.is_alphabetic() || matches!(n, '@' | '_'));
        if glued {
            continue;
        }
        // "301-457-3691/301-457-3620" are two numbers, "202-358-1726/3895" one and an extension.
        let halves: Vec<&str> = part.split('/').collect();
        let several = halves.len() == 2 && halves.iter().all(|half| digits_in(half) >= 9);
        let mut from = start;
        for half in if several { halves } else { vec![part] } {
            if is_phone(half.trim()) {
                found.push((from..from + half.len(), half.trim().to_owned()));
            }
            from += half.len() + 1;
        }
    }
    found
}

fn digits_in(text: &str) -> usize {
    text.chars().filter(char::is_ascii_digit).count()
}

fn is_phone(part: &str) -> bool {
    let part = part.split(char::is_alphabetic).next().unwrap_or("").trim_end();
    let digits = digits_in(part);
    let is_zip = part.len() == 10 && part.as_bytes()[5] == b'-' && digits == 9;
    let is_plain = digits == part.len() && digits < 7 && !part.starts_with('0');
    let is_number = is_plain
        || !part.starts_with(['0', '+'])
            && part.split(['.', ' ', '\u{A0}']).enumerate().all(|(at, group)| {
                group.chars().all(|c| c.is_ascii_digit()) && (group.len() == 3 || at == 0 && group.len() < 3)
            });
    // "Im Breitspiel 5 69126 Heidelberg": a house's number and a post code.
    let is_postcode =
        part.split_once(' ').is_some_and(|(house, code)| house.len() <= 3 && code.len() == 5 && !code.contains(' '))
            && digits == part.len() - 1
            && !part.starts_with('0');
    !is_postcode
        && (6..=17).contains(&digits)
        && !is_zip
        && !is_number
        && date::opening(part.trim_start_matches('(')).is_none()
}

/// Labels of an extension, the longer ones first.
const EXTENSIONS: [&str; 7] = ["durchwahl", "extension", "poste", "ext", "int", "dw", "x"];

/// How many bytes an extension behind a number takes: " Ext. 1234".
fn extension(after: &str) -> usize {
    let text = after.trim_start_matches([' ', ',', '(', '\u{A0}']);
    let in_parentheses = after[..after.len() - text.len()].contains('(');
    let Some(label) = EXTENSIONS.into_iter().find(|label| words::opens_with(text, label)) else {
        // "x752" is written without a blank.
        let digits = text.strip_prefix('x').map_or(0, |rest| rest.chars().take_while(char::is_ascii_digit).count());
        return if digits > 0 { after.len() - text.len() + 1 + digits } else { 0 };
    };
    let value = words::after(text, label).trim_start_matches(['.', ':', ' ', '\u{A0}']);
    let digits = value.chars().take_while(char::is_ascii_digit).count();
    let closing = usize::from(in_parentheses && value[digits.min(value.len())..].starts_with(')'));
    if (1..=6).contains(&digits) { after.len() - value.len() + digits + closing } else { 0 }
}

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
        return text.into();
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

/// Whether a line is nothing but one detail of a contact, with or without its label.
pub fn is_detail_line(text: &str) -> bool {
    text.len() <= 4 * LONGEST_LINE && remembered!(text, reads_as_detail => bool)
}

/// Characters of a line that is one detail.
const LONGEST_LINE: usize = 120;

fn reads_as_detail(text: &str) -> bool {
    if text.chars().count() > LONGEST_LINE {
        return false;
    }
    if is_bare_host(text.trim()) {
        return true;
    }
    if let Some((kind, value)) = label(text) {
        let value = &text[value..];
        let fits = match kind {
            Kind::Phone | Kind::Fax => {
                // "Telephone 020 ... by noon to obtain the number" is part of a sentence.
                let words = value.split_whitespace().filter(|word| word.starts_with(char::is_alphabetic)).count();
                value.trim().is_empty() || !phones(value).is_empty() && words <= 5
            }
            Kind::Email => value.trim().is_empty() || unobfuscated(value).contains('@'),
            Kind::Web => value.trim().is_empty() || value.contains('.') && value.split_whitespace().count() <= 2,
            Kind::Other => value.trim().is_empty(),
        };
        if fits {
            return true;
        }
    }
    let (emails, urls) = addresses(&unobfuscated(text));
    let numbers = phones(text);
    if emails.is_empty() && urls.is_empty() && numbers.is_empty() {
        return false;
    }
    let mut rest = text.to_owned();
    for (range, _) in numbers.iter().rev() {
        rest.replace_range(range.clone(), "");
    }
    let rest_words = rest
        .split_whitespace()
        .filter(|word| {
            !word.contains(['@', '(', ')', '|'])
                && !word.contains("www.")
                && !word.contains("://")
                && word.chars().any(char::is_alphabetic)
        })
        .count();
    rest_words == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phones_are_found_as_written() {
        for phone in [
            "+49 (0)351 796 5106",
            "+49 (0)351796 5106",
            "214-653-3600",
            "0043-1-36060-2500",
            "++1 650-565-9800-752",
            "(0351) 488-2390",
            "412.688.8690",
            "202/224-9854",
            "+49 351 483–2233",
            "02 61 91 04 27",
            "55 5036 0000 Ext. 1234",
            "+1 613-755-6286 x752",
        ] {
            let text = format!("Tel: {phone} (Office)");
            assert_eq!(phones(&text).into_iter().map(|p| p.1).collect::<Vec<_>>(), [phone.to_owned()], "{phone}");
        }
    }

    #[test]
    fn dates_postcodes_and_sums_are_no_phones() {
        for text in [
            "03.07.2019",
            "Dallas, Texas 75207-4399",
            "01067 Dresden",
            "1.500.000 Euro",
            "2015-08-05",
            "133 N. Riverfront",
            "130 Mio.",
            "India 110024",
            "2015 06 03   11:05 a.m.",
        ] {
            assert!(phones(text).is_empty(), "{text}: {:?}", phones(text));
        }
    }

    #[test]
    fn a_line_of_several_labels_is_split() {
        let text = "Tel: 0351 123456, Fax: 0351 123457 E-Mail: a@b.example";
        let starts: Vec<&str> = label_starts(text).into_iter().map(|at| &text[at..at + 3]).collect();
        assert_eq!(starts, ["Tel", "Fax", "E-M"]);
    }

    #[test]
    fn hidden_addresses_are_read() {
        assert_eq!(unobfuscated("press (at) example (dot) org"), "press@example.org");
        assert_eq!(unobfuscated("PRESS (ÄT) EXAMPLE (DOT) ORG"), "PRESS@EXAMPLE.ORG");
        for letters in ["İİİ", "ẞ", "K", "Ⱥ"] {
            assert_eq!(unobfuscated(&format!("{letters}(AT)")), format!("{letters}@"));
        }
    }

    #[test]
    fn a_sentence_with_a_number_is_no_detail_line() {
        assert!(is_detail_line("214-653-3600 (Office)"));
        assert!(is_detail_line("Email: marketing@biosaxony.com"));
        assert!(is_detail_line("www.biosaxony.com"));
        assert!(!is_detail_line("Call us on 214-653-3600 before noon."));
        assert!(!is_detail_line("Neuer Sprecher soll er werden."));
    }
}
