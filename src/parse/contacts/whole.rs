//! A line that is somebody's contact as a whole: "Jane Doe | T. 0113 496 0288 | jane@example.org". It is no
//! part of a sentence, so no neighbour is joined to it.

use super::signs::dashed;
use crate::characters;
use crate::parse::{details, people, words};

/// Whether a line is a name or a house, and behind it nothing but numbers, addresses, roles and houses, each
/// set apart by a sign.
pub fn is_whole(text: &str) -> bool {
    const LONGEST: usize = 200;
    let may_call = characters::holds(text, |byte| byte.is_ascii_digit() || byte == b'@');
    if !may_call || text.len() > LONGEST {
        return false;
    }
    let text = without_brackets_of_codes(&details::unobfuscated(text));
    let signs = ['|', '•', '·', '\t', ';', '(', ')'];
    let pieces = text.split(signs).flat_map(|part| part.split(", ")).flat_map(|part| part.split(": "));
    let mut pieces = pieces.flat_map(dashed).map(str::trim).filter(|piece| !piece.is_empty());
    let first = pieces.next().unwrap_or_default();
    let number = details::phones_of_contact(first).first().map(|(range, _)| range.start);
    let name = first[..number.unwrap_or(first.len())].trim();
    let names = people::person(name).is_some() || people::is_organisation(name) || people::behind_words(name).is_some();
    let mut calls = number.is_some();
    names
        && !(text.ends_with('.') && says_something(name))
        && !words::at_least(name, 7)
        && pieces.all(|piece| {
            let is_detail = details::is_detail_line(piece);
            calls |= is_detail;
            is_detail || is_part(piece)
        })
        && calls
}

/// "(270) 555-0156" with no brackets around its code, which would part it.
fn without_brackets_of_codes(text: &str) -> String {
    let mut plain = text.to_owned();
    for (range, _) in details::phones_of_contact(text) {
        plain.replace_range(range.clone(), &text[range].replace(['(', ')'], " "));
    }
    plain
}

/// "Further information gives the culture office on": a small word that joins no name and is of no desk or role.
fn says_something(name: &str) -> bool {
    const FEWEST_LETTERS: usize = 4;
    name.split_whitespace().any(|word| {
        let is_small = word.starts_with(char::is_lowercase) && word.chars().count() >= FEWEST_LETTERS;
        let of_name = || words::SMALL_WORDS.has_small(word) || people::is_role(word) || people::is_organisation(word);
        is_small && !of_name() && !people::is_department(word) && !people::is_desk(word)
    })
}

/// A role, a house, a degree, or another name.
fn is_part(piece: &str) -> bool {
    const MOST_WORDS: usize = 4;
    people::is_role(piece)
        || people::is_organisation(piece)
        || piece.starts_with(char::is_uppercase) && !words::at_least(piece, MOST_WORDS + 1) && !piece.ends_with('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_contact_is_a_name_and_what_calls_somebody() {
        for text in [
            "Mary Smith | T. +39 340 555 0190 | mary.smith@ellepi.example",
            "Lorna Pike | Press & Digital | lorna@pike.example | 01632 960 440",
            "Ana Martín, jefa de prensa: 955 550 112 / 600 555 012",
            "Sonsoles Iniesta: s.iniesta@metro.example | 965 550 145",
            "Ida Holm – Tel. 02 555 0190 – ida@ellepi.example",
            "Joss Merriweather, Merriweather PR (joss@merriweather.example), 0141 496 0288",
            "Jane Doe 0113 496 0288",
            "Jane Doe (270) 555-0156",
        ] {
            assert!(is_whole(text), "{text}");
        }
        for text in [
            "Mary Smith, who opened the hall at 0113 496 0288",
            "press officer, can be called at 0113 496 0288 or at",
            "Mary Smith | Press & Digital",
            "For questions call Mary Smith, 0113 496 0288",
            "Mary Smith (mary@ellepi.example) said on Monday. The hall",
        ] {
            assert!(!is_whole(text), "{text}");
        }
    }
}
