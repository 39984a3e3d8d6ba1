//! Phone numbers, e-mail and web addresses in a line of a contact, and the labels before them.
//!
//! Whose they are is not asked here.

mod addresses;
mod extensions;
mod figures;
mod groups;
mod phones;

use super::words;
use crate::parse::memory::remembered;
pub use addresses::{addresses, is_bare_host, unobfuscated};
pub use extensions::opens_with_number_end;
pub use phones::{labelled_phones, phones, phones_of_contact};

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
    let value = after.trim_start_matches([' ', '\u{A0}', '.', '#']);
    if let Some(value) = value.strip_prefix(':') {
        return Some((kind, line.len() - value.len()));
    }
    // "Tel +49 351 ..." needs no colon; "M 5" is no phone, "F +49 351 ..." is a fax.
    let opens_number = |c: char| if label.len() >= 3 { c.is_ascii_digit() || c == '(' } else { c == '0' };
    // "T. 956 55 51 73"
    let abbreviated = || label.len() == 1 && after.starts_with(". ") && opens_with_phone(value);
    let is_number = matches!(kind, Kind::Phone | Kind::Fax)
        && (value.starts_with(|c: char| c == '+' || opens_number(c)) || abbreviated());
    let is_address = kind == Kind::Email
        && label.len() >= 3
        && after.starts_with([' ', '\u{A0}'])
        && value.contains('@')
        && !value.trim().contains(' ');
    (is_number || is_address).then(|| (kind, line.len() - value.len()))
}

/// "Central media line: 0113 496 0288": the number behind a label that only says which line it is.
pub fn behind_line_label(text: &str) -> Option<&str> {
    const LONGEST: usize = 40;
    let (label, number) = text.split_once(':').filter(|(label, _)| label.len() <= LONGEST)?;
    let (which, last) = label.trim_end().rsplit_once(' ')?;
    let folded = words::fold(which);
    let is_line = words::LINE_LABELS.has(last);
    let all = is_line && folded.split(' ').all(|word| words::LINES.has(word));
    let number = number.trim();
    let only = || labelled_phones(number).first().is_some_and(|(range, _)| *range == (0..number.len()));
    (all && only()).then_some(number)
}

fn opens_with_phone(value: &str) -> bool {
    const FEWEST_DIGITS: usize = 9;
    let first = labelled_phones(value).into_iter().next();
    first.is_some_and(|(range, phone)| {
        range.start == 0 && phone.bytes().filter(u8::is_ascii_digit).count() >= FEWEST_DIGITS
    })
}

/// Whether an address is one that the press is to write to, by its own name.
pub fn calls_the_press(text: &str) -> bool {
    addresses(text).0.iter().any(|email| {
        let local = email.split('@').next().unwrap_or("");
        let first = local.split(['.', '-', '_']).next().unwrap_or("");
        // "news-subscribe@example.org" is a program.
        !local.contains("subscribe") && words::PRESS_ADDRESSES.has(first)
    })
}

/// Byte offsets at which a labelled piece begins inside a line: "Tel: 1 Email: a@b".
pub fn label_starts(text: &str) -> Vec<usize> {
    text.char_indices()
        .filter(|(at, c)| {
            c.is_alphabetic()
                && (*at == 0 || text[..*at].ends_with([' ', '\u{A0}', ',', ';', '|', '•', '·', '(', '/', '\t']))
        })
        .map(|(at, _)| at)
        .filter(|at| !is_of_desk(&text[..*at], &text[*at..]))
        .filter(|at| label(&text[*at..]).is_some_and(|(kind, _)| kind != Kind::Other || *at == 0))
        .collect()
}

/// "City Council press | office (0113) 496 0288": no label, but what a department calls itself.
fn is_of_desk(before: &str, text: &str) -> bool {
    let desk = before.trim_end().rsplit([' ', '\u{A0}']).next().unwrap_or("");
    words::OFFICES.opening(text).is_some() && !desk.is_empty() && words::DEPARTMENTS.has(desk)
}

/// Whether somebody can be reached by what the text says: an address or a number of a phone.
pub fn calls_somebody(text: &str) -> bool {
    unobfuscated(text).contains('@') || !phones(text).is_empty()
}

/// The same of a line that stands in a contact.
pub fn reaches_somebody(text: &str) -> bool {
    unobfuscated(text).contains('@') || !phones_of_contact(text).is_empty()
}

/// Whether a line says anything that only a contact says, were it the address of a site.
pub fn holds_detail(text: &str) -> bool {
    is_detail_line(text) || calls_somebody(text)
}

/// "hohenrain.example/sturmflut": an address of the web, and no more.
pub fn is_bare_address(text: &str) -> bool {
    let (host, path) = text.trim().split_once('/').unwrap_or((text.trim(), ""));
    is_bare_host(host) && !path.contains(char::is_whitespace)
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
    if is_bare_host(text.trim()) || behind_line_label(text).is_some() {
        return true;
    }
    if let Some((kind, value)) = label(text) {
        let value = &text[value..];
        let fits = match kind {
            Kind::Phone | Kind::Fax => {
                // "Telephone 020 ... by noon to obtain the number" is part of a sentence.
                let words = value.split_whitespace().filter(|word| word.starts_with(char::is_alphabetic)).count();
                value.trim().is_empty() || !labelled_phones(value).is_empty() && words <= 5
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
    let numbers = phones_of_contact(text);
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
    fn a_line_of_several_labels_is_split() {
        let text = "Tel: 0351 123456, Fax: 0351 123457 E-Mail: a@b.example";
        let starts: Vec<&str> = label_starts(text).into_iter().map(|at| &text[at..at + 3]).collect();
        assert_eq!(starts, ["Tel", "Fax", "E-M"]);
    }

    #[test]
    fn a_sentence_with_a_number_is_no_detail_line() {
        assert!(is_detail_line("214-653-3600 (Office)"));
        assert!(is_detail_line("Email: marketing@bioelbtal.example"));
        assert!(is_detail_line("www.bioelbtal.example"));
        assert!(!is_detail_line("Call us on 214-653-3600 before noon."));
        assert!(!is_detail_line("Neuer Sprecher soll er werden."));
    }

    #[test]
    fn a_label_needs_no_colon_before_its_number_or_address() {
        assert_eq!(label("Mail jane@x.example"), Some((Kind::Email, 5)));
        for text in ["Tel jane@x.example", "Mail jane@x.example and call", "Mail the harbour"] {
            assert_eq!(label(text), None, "{text}");
        }
    }

    #[test]
    fn a_web_address_stands_alone_behind_its_label() {
        for text in ["Web:", "Web: harbour/press.html"] {
            assert!(is_detail_line(text), "{text}");
        }
        for text in ["Web: click here", "Web: see the pages of harbour.html for all of it"] {
            assert!(!is_detail_line(text), "{text}");
        }
    }

    #[test]
    fn a_longer_line_is_no_detail() {
        // Of letters of two bytes, since letters are counted.
        let line = |length: usize| format!("E-Mail: {}@x.example", "ü".repeat(length - 18));
        assert!(is_detail_line(&line(LONGEST_LINE)));
        assert!(!is_detail_line(&line(LONGEST_LINE + 1)));
    }
}
