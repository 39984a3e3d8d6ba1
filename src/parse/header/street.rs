//! Streets and towns of a letterhead, and the lines that stand together with them: who sits there, and in which
//! department.

use super::Header;
use super::headlines::{Candidate, leave_out};
use super::house_name::names_a_house;
use super::letterhead::LETTERHEAD;
use super::venue;
use crate::characters;
use crate::manuscript::Joint;
use crate::parse::words::{self, fold};
use crate::parse::{joining, line, people};

/// "221 East Hickory Street", "12 Raspberry Road", "Hafenstraße 12", "P.O. Box 115", "Mankato, Minnesota 56001"
pub fn is_street(text: &str) -> bool {
    const LONGEST: usize = 80;
    if text.len() > LONGEST || !characters::has_digit(text) || joining::ends_sentence(text) && !text.ends_with("St.") {
        return false;
    }
    let mut parts = text.split([',', '•', '|', '·']).map(str::trim);
    let first = parts.next().unwrap_or("");
    has_number_first(first)
        || has_number_last(first) && parts.clone().all(is_town)
        || is_coded_town(first) && parts.clone().count() == 1 && parts.all(has_number_last)
        || is_box(first)
        || is_town_with_code(text)
        || ends_with_postcode(text)
}

/// "Old Harbour, Bramley BR1 2AB", "BR1 2AB": a code of the United Kingdom.
fn ends_with_postcode(text: &str) -> bool {
    const MOST_WORDS: usize = 10;
    let words: Vec<&str> = text.split_whitespace().collect();
    let [.., out, within] = words.as_slice() else { return false };
    let letters = out.bytes().take_while(u8::is_ascii_uppercase).count();
    let district = &out[letters..];
    let is_out = (1..=2).contains(&letters)
        && (1..=2).contains(&district.len())
        && district.starts_with(|c: char| c.is_ascii_digit())
        && district.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase());
    let is_within = within.len() == 3
        && within.starts_with(|c: char| c.is_ascii_digit())
        && within[1..].bytes().all(|byte| byte.is_ascii_uppercase() && !b"CIKMOV".contains(&byte));
    is_out && is_within && !words::at_least(text, MOST_WORDS + 1)
}

/// "8999 Hohenrain" before its street.
fn is_coded_town(part: &str) -> bool {
    let code = part.bytes().take_while(u8::is_ascii_digit).count();
    (4..=5).contains(&code) && part[code..].starts_with([' ', '\u{A0}']) && is_town(part)
}

fn has_number_first(part: &str) -> bool {
    const MOST_WORDS: usize = 3;
    let Some((number, street)) = part.split_once(' ') else { return false };
    let mut names = street.split_whitespace();
    let is_name = |word: &str| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    (1..=5).contains(&number.len())
        && number.bytes().all(|byte| byte.is_ascii_digit())
        && (2..=MOST_WORDS).contains(&names.clone().count())
        && names.clone().all(is_name)
        && names.next_back().is_some_and(|kind| words::STREETS.has(kind.trim_end_matches('.')))
}

fn has_number_last(part: &str) -> bool {
    let Some((street, number)) = part.split_once([' ', '\u{A0}']) else { return false };
    let folded = fold(street);
    let digits = number.trim_end_matches(|c: char| c.is_ascii_lowercase());
    (1..=3).contains(&digits.len())
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && words::COMPOUND_STREETS.before_each(&folded).any(|(name, _)| !name.is_empty())
}

/// "18055 Morne" behind a street, or "Morne" alone.
fn is_town(part: &str) -> bool {
    let name = part.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ' || c == '\u{A0}');
    name.starts_with(char::is_uppercase) && !words::at_least(name, 4)
}

fn is_box(part: &str) -> bool {
    let is_number = |number: &str| number.bytes().all(|byte| byte.is_ascii_digit() || byte == b' ');
    words::BOXES.behind_each(part).any(|behind| behind.strip_prefix(' ').is_some_and(is_number))
}

/// "Mankato, Minnesota 56001": the state by its full name.
fn is_town_with_code(text: &str) -> bool {
    const MOST_WORDS: usize = 6;
    let Some((place, code)) = text.rsplit_once(' ') else { return false };
    let zip = code.split_once('-').map_or(code, |(zip, _)| zip);
    zip.len() == 5
        && code.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
        && (place.contains(", ") || place.split(' ').count() == 2)
        && !words::at_least(place, MOST_WORDS)
        && !characters::has_digit(place)
        && place.split_whitespace().all(|word| word.starts_with(char::is_uppercase))
}

/// Leaves out the lines that stand together with an address, no blank line between, above the headline.
pub fn beside_addresses(header: &mut Header, lines: &mut Vec<Candidate>) {
    const LONGEST: usize = 10;
    if header.letterhead.is_empty() || lines.len() < 2 {
        return;
    }
    let addresses = std::mem::take(&mut header.letterhead);
    let is_address = |line: usize, joined_above: bool| {
        addresses.iter().any(|block| block.at.line == line && (!joined_above || block.joint != Joint::Gap))
    };
    let above = |line: &Candidate| line.joint != Joint::Gap && line.at.line > 1 && is_address(line.at.line - 1, false);
    let mut start = 0;
    while start < lines.len() {
        let goes_on = |pair: &[Candidate]| {
            let next = &pair[1];
            next.joint != Joint::Gap && (next.at.line == pair[0].last_line + 1 || above(next))
        };
        let end = start + 1 + lines[start..].windows(2).take_while(|pair| goes_on(pair)).count();
        let run = &lines[start..end];
        let touches = run.iter().any(above) || run.iter().any(|line| is_address(line.last_line + 1, true));
        let is_house = |line: &Candidate| {
            let shouted = || line::is_shouted(line.text()) && people::is_organisation(line.text());
            line.level.is_none() && (names_a_house(line.text()) || shouted())
        };
        // Where all stand with the address, the text has no headline.
        let all_houses = touches && start == 0 && run.len() > 1 && run.iter().all(is_house);
        if end == lines.len() && !all_houses {
            if start > 0 && run.iter().all(|line| line.level.is_none()) && !names_a_house(lines[0].text()) {
                venue::keep(header, lines, start, &addresses);
            }
            return;
        }
        if touches && run.iter().all(|line| line.level.is_none() && line.words() <= LONGEST) {
            for line in lines.drain(start..end).collect::<Vec<_>>() {
                leave_out(header, line, LETTERHEAD);
            }
        } else {
            start = end;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn streets_boxes_and_towns_are_told_from_headlines() {
        for line in [
            "221 East Hickory Street",
            "12 Raspberry Road",
            "11 WEST 50th STREET",
            "1300 Mill St., P.O. Box 130 • Atchison, Kansas 66002-0130",
            "P.O. Box 115",
            "Mankato, Minnesota 56001",
            "Bramley Ohio 44001",
            "Old Harbour, Bramley BR1 2AB",
            "BR1 2AB",
            "Hafenstraße 12, 18055 Morne",
            "1805 Morne • Hafenplatz 1",
        ] {
            assert!(is_street(line), "{line}");
        }
        for line in [
            "100 Years of Harbour Street",
            "3 Shops Burgled on Mill Street",
            "Brand Hafenstraße 12",
            "Hafenstraße 12 wird saniert",
            "Storm, Rain and 12000",
            "1805 Gäste, Hafenplatz 1 und ein Fest",
            "50 Streets",
            "Museum buys 44001",
            "Harbour opens berth B2 3AM",
        ] {
            assert!(!is_street(line), "{line}");
        }
    }
}
