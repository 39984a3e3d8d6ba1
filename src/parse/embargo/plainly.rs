//! A line as it is meant: without characters that nobody sees, with wide letters as plain ones, and
//! with "S P E R R F R I S T" as the word it is.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization as _;

use crate::parse::words::{self, fold};

/// What shows nothing by itself: hyphens and blanks without width, joiners, directions.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

/// Letters of a width of their own, bold ones of formulas, and the like.
fn is_dressed(c: char) -> bool {
    matches!(c, '\u{FF01}'..='\u{FF5E}' | '\u{3000}' | '\u{1D400}'..='\u{1D7FF}' | '\u{24B6}'..='\u{24E9}')
}

/// Whether the bytes of any such character begin somewhere: most lines have none, and are many.
fn may_hide(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.iter().enumerate().any(|(at, lead)| match *lead {
        0xC2 => bytes.get(at + 1) == Some(&0xAD),
        0xE2 => matches!(
            bytes.get(at + 1..at + 3),
            Some([0x80, 0x8B..=0x8F | 0xAA..=0xAE] | [0x81, 0xA0..=0xAF] | [0x92 | 0x93, _])
        ),
        0xCD | 0xD8 | 0xE1 | 0xE3 | 0xEF.. => true,
        _ => false,
    })
}

pub fn plainly(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || !may_hide(text) {
        return unspaced(text);
    }
    let mut plain = String::with_capacity(text.len());
    for c in text.chars().filter(|c| !is_unseen(*c)) {
        if is_dressed(c) {
            plain.extend(c.nfkc());
        } else {
            plain.push(c);
        }
    }
    Cow::Owned(unspaced(&plain).into_owned())
}

/// "E M B A R G O" as the word it is.
pub fn unspaced(text: &str) -> Cow<'_, str> {
    const FEWEST: usize = 5;
    let whole = text;
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    // The last letter may have a sign behind it.
    let is_letter = |word: &str| {
        let mut signs = word.chars();
        signs.next().is_some_and(char::is_alphabetic) && signs.all(|c| matches!(c, ':' | '.' | ',' | '!'))
    };
    let mut tail = text.split_whitespace();
    let mut letters = Vec::new();
    for word in tail.by_ref().take_while(|word| is_letter(word)) {
        letters.push(word);
        if word.chars().count() > 1 {
            break;
        }
    }
    if letters.len() < FEWEST {
        return whole.into();
    }
    let rest: Vec<&str> = text.split_whitespace().skip(letters.len()).collect();
    let word = letters.concat();
    // "E M B A R G O E D U N T I L": how wide the gaps were isn't known any more.
    let folded = fold(&word);
    let known = words::EMBARGO.iter().filter(|entry| folded.starts_with(*entry)).map(str::len).max();
    let word = match known.filter(|end| word.is_char_boundary(*end)) {
        Some(end) if word[end..].starts_with(char::is_alphanumeric) => format!("{} {}", &word[..end], &word[end..]),
        _ => word,
    };
    format!("{word} {}", rest.join(" ")).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_with_blanks_between_them_are_a_word_and_words_stay_apart() {
        assert_eq!(unspaced("E M B A R G O until noon"), "EMBARGO until noon");
        assert_eq!(unspaced("S P E R R F R I S T: 5. Juni"), "SPERRFRIST: 5. Juni");
        assert_eq!(unspaced("e m b a r g o e d u n t i l 5 June"), "embargoed until 5 June");
        assert_eq!(unspaced("[S P E R R F R I S T 5. Juni]"), "SPERRFRIST 5. Juni]");
        assert_eq!(unspaced("Held back until noon by all"), "Held back until noon by all");
        assert_eq!(unspaced("P R E S S release"), "PRESS release");
        assert_eq!(unspaced("1 2 3 4 5 6"), "1 2 3 4 5 6");
    }

    #[test]
    fn what_nobody_sees_parts_no_word() {
        for text in
            ["EM\u{AD}BARGO", "EM\u{200B}BARGO", "EM\u{2060}BARGO", "EM\u{200C}BARGO", "ＥＭＢＡＲＧＯ", "𝐄𝐌𝐁𝐀𝐑𝐆𝐎"]
        {
            assert_eq!(plainly(text), "EMBARGO", "{text}");
        }
        assert_eq!(plainly("Größe"), "Größe");
    }
}
