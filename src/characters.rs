//! Which characters may enter a release: those XML 1.0 §2.2 allows, less the ones that only a
//! broken conversion leaves behind.
//!
//! The three feed crates write forbidden characters without a word, so nothing that fails here
//! may travel on. This module never guesses what a lost character was.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization as _, is_nfc_quick};

use crate::problem::{Place, Report};

/// The figures from 0 to 9 as they are set high, each where its value says.
pub const HIGH_FIGURES: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

/// Where the first byte of a kind stands. Mostly there is none for long, and a stretch without a branch in
/// it is looked through at once.
pub fn first(text: &str, kind: impl Fn(u8) -> bool) -> Option<usize> {
    const STRETCH: usize = 16;
    let bytes = text.as_bytes();
    let (stretches, _) = bytes.as_chunks::<STRETCH>();
    let has_none = |stretch: &&[u8; STRETCH]| stretch.iter().fold(0, |found, byte| found | u8::from(kind(*byte))) == 0;
    let before = stretches.iter().take_while(has_none).count() * STRETCH;
    bytes[before..].iter().position(|byte| kind(*byte)).map(|at| before + at)
}

/// Whether a text holds a byte of a kind. Asks of all bytes, since that is done several at a time.
pub fn holds(text: &str, kind: impl Fn(u8) -> bool) -> bool {
    text.as_bytes().iter().fold(false, |found, byte| found | kind(*byte))
}

/// Whether a text holds a digit, as every date and every number to call does.
pub fn has_digit(text: &str) -> bool {
    holds(text, |byte| byte.is_ascii_digit())
}

/// The first bytes of a text, as many as asked for at the most, up to the end of a letter.
pub fn at_most(text: &str, bytes: usize) -> &str {
    let mut end = text.len().min(bytes);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// Where the first character of a text stands that is not ASCII.
pub fn beyond_ascii(text: &str) -> Option<usize> {
    first(text, |byte| !byte.is_ascii())
}

/// What is to be done with one character.
#[derive(Debug, PartialEq, Eq)]
pub enum Verdict {
    Keep,
    /// A line or page break of word processors and PDF converters.
    Break(&'static str),
    /// Invisible and without meaning here.
    Drop,
    Refuse,
}

/// XML 1.0 §2.2, production 2.
pub fn is_xml(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..='\u{10FFFF}')
}

/// Stands for a break inside a line of the file, so that the lines below keep their numbers.
pub const LINE_BREAK: char = '\u{2028}';
const PARAGRAPH_BREAK: &str = "\u{2028}\u{2028}";

pub fn verdict(c: char) -> Verdict {
    match c {
        '\u{0B}' | '\u{85}' => Verdict::Break("\u{2028}"),
        '\u{0C}' | '\u{2029}' => Verdict::Break(PARAGRAPH_BREAK),
        '\u{FEFF}' => Verdict::Drop,
        '\u{7F}'..='\u{9F}' => Verdict::Refuse,
        // Noncharacters of the higher planes are legal XML, yet no text means them.
        c if u32::from(c) & 0xFFFE == 0xFFFE => Verdict::Refuse,
        c if is_xml(c) => Verdict::Keep,
        _ => Verdict::Refuse,
    }
}

/// Cleans a text whose first character stands at `start`; reports each kind of trouble once.
///
/// A refused character is an error and left out of the returned text, so that reading can go on.
/// Letters are composed (NFC) and ligatures of type set taken apart, since words are looked up.
pub fn clean<'a>(text: &'a str, start: Place, report: &mut Report) -> Cow<'a, str> {
    // Most bytes are judged all together, and letters outside of ASCII one by one.
    let odd = |byte: u8| byte < b' ' && byte != b'\n' && byte != b'\t' || byte == 0x7F;
    let mut rest = text;
    let mut others = std::iter::from_fn(|| {
        let mut letters = rest[beyond_ascii(rest)?..].chars();
        let letter = letters.next();
        rest = letters.as_str();
        letter
    });
    if !holds(text, odd) && others.all(is_plain) {
        return Cow::Borrowed(text);
    }
    let allowed = allowed(text, start, report);
    let is_ligature = |c: char| ('\u{FB00}'..='\u{FB06}').contains(&c);
    if is_nfc_quick(allowed.chars()) == IsNormalized::Yes && !allowed.contains(is_ligature) {
        return allowed;
    }
    let mut composed = String::with_capacity(allowed.len());
    for c in allowed.nfc() {
        match c {
            '\u{FB00}' => composed.push_str("ff"),
            '\u{FB01}' => composed.push_str("fi"),
            '\u{FB02}' => composed.push_str("fl"),
            '\u{FB03}' => composed.push_str("ffi"),
            '\u{FB04}' => composed.push_str("ffl"),
            '\u{FB05}' | '\u{FB06}' => composed.push_str("st"),
            c => composed.push(c),
        }
    }
    Cow::Owned(composed)
}

/// Cleans a value in which line ends may have been written as escapes, so that its lines are not the
/// file's: trouble in such a one is reported where the value begins.
pub fn clean_value<'a>(text: &'a str, start: Place, report: &mut Report) -> Cow<'a, str> {
    let before = report.problems.len();
    let cleaned = clean(text, start, report);
    if text.contains('\n') {
        for problem in &mut report.problems[before..] {
            problem.at = Some(start);
        }
    }
    cleaned
}

/// Whether a character is one of those that nearly all texts are made of: it may stand there, and is composed
/// as it is, so that no other question is asked about it.
fn is_plain(c: char) -> bool {
    matches!(c, ' '..='~' | '\n' | '\t' | '\u{A0}'..='\u{2FF}' | '\u{2010}'..='\u{2027}' | '\u{20A0}'..='\u{20BF}')
}

fn allowed<'a>(text: &'a str, start: Place, report: &mut Report) -> Cow<'a, str> {
    if !text.bytes().any(|b| b < 0x20 && b != b'\n' && b != b'\t' || b >= 0x7F) {
        return Cow::Borrowed(text);
    }
    if text.chars().all(|c| verdict(c) == Verdict::Keep && c != '\u{FFFD}') {
        return Cow::Borrowed(text);
    }
    let mut cleaned = String::with_capacity(text.len());
    let (mut line, mut column) = (start.line, start.column);
    let mut seen = Vec::new();
    for c in text.chars() {
        let first = !seen.contains(&c);
        let at = Place::new(line, column);
        match verdict(c) {
            Verdict::Keep => {
                if c == '\u{FFFD}' && first {
                    seen.push(c);
                    report.warning(at, "a character was lost before the file came here (U+FFFD)", "type it again");
                }
                cleaned.push(c);
            }
            Verdict::Break(instead) => {
                if first {
                    seen.push(c);
                    report.warning(
                        at,
                        format!(
                            "U+{:04X}, a break that only word processors know, was read as a line break",
                            u32::from(c)
                        ),
                        "press Enter there instead",
                    );
                }
                cleaned.push_str(instead);
            }
            Verdict::Drop => {}
            Verdict::Refuse => {
                if first {
                    seen.push(c);
                    report.error(
                        at,
                        format!("U+{:04X} can't stand in a feed", u32::from(c)),
                        "delete it; it is invisible, so retype the words around it",
                    );
                }
            }
        }
        if c == '\n' {
            line += 1;
            column = 1;
        } else {
            column += 1;
        }
    }
    Cow::Owned(cleaned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cleaned(text: &str) -> (String, Vec<String>) {
        let mut report = Report::new("a.txt");
        let text = clean(text, Place::new(1, 1), &mut report).into_owned();
        (text, report.problems.iter().map(crate::problem::Problem::human).collect())
    }

    #[test]
    fn a_null_is_an_error_with_line_and_column() {
        let (text, problems) = cleaned("ab\nc\0d");
        assert_eq!(text, "ab\ncd");
        assert!(problems[0].starts_with("a.txt:2:2: U+0000"), "{problems:?}");
    }

    #[test]
    fn a_vertical_tab_is_a_line_break_with_a_warning() {
        let (text, problems) = cleaned("a\u{b}b");
        assert_eq!(text, "a\u{2028}b");
        assert!(problems[0].contains("warning: U+000B"), "{problems:?}");
    }

    #[test]
    fn nothing_that_xml_forbids_survives() {
        for c in '\0'..=char::MAX {
            let (text, _) = cleaned(&format!("a{c}b"));
            assert!(text.chars().all(is_xml), "U+{:04X}", u32::from(c));
        }
    }

    #[test]
    fn trouble_behind_an_escaped_line_end_is_reported_where_its_value_begins() {
        let mut report = Report::new("a.toml");
        clean_value("a\nb\nc\u{9F}", Place::new(1, 8), &mut report);
        assert_eq!(report.problems[0].at, Some(Place::new(1, 8)));
        clean_value("ab\u{9F}", Place::new(2, 8), &mut report);
        assert_eq!(report.problems[1].at, Some(Place::new(2, 10)));
    }

    #[test]
    fn a_plain_character_needs_no_other_look() {
        for c in ('\0'..=char::MAX).filter(|c| is_plain(*c)) {
            assert_eq!(verdict(c), Verdict::Keep, "U+{:04X}", u32::from(c));
            assert_eq!(is_nfc_quick(['a', c, 'b'].into_iter()), IsNormalized::Yes, "U+{:04X}", u32::from(c));
        }
    }

    #[test]
    fn ordinary_text_is_not_copied() {
        let mut report = Report::new("a.txt");
        let text = clean("Größe — “x”\n", Place::new(1, 1), &mut report);
        assert!(matches!(text, Cow::Borrowed(_)));
    }
}
