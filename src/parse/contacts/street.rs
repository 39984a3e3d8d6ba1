//! Streets, house numbers, post codes and towns: where somebody is to be found, and who it is not.

use crate::characters;
use crate::parse::people;
use crate::parse::words::{self, fold};

/// "D-01067 Dresden", "39200 Valserine", "Reston, VA 20192"
pub fn is_town_with_code(text: &str) -> bool {
    if ends_with_zip(text) {
        return true;
    }
    let text = text.trim_start();
    if opens_with_swedish_code(text) {
        return true;
    }
    let text = ["D-", "A-", "CH-", "F-", "E-", "B-", "L-", "I-"]
        .iter()
        .find_map(|land| text.strip_prefix(land))
        .unwrap_or(text);
    let Some((code, town)) = text.split_once([' ', '\u{A0}']) else { return false };
    (4..=5).contains(&code.len())
        && code.bytes().all(|byte| byte.is_ascii_digit())
        && town.trim_start().starts_with(char::is_uppercase)
}

/// "Reston, VA 20192"
fn ends_with_zip(text: &str) -> bool {
    let mut last = text.trim_end().rsplit([' ', '\u{A0}']);
    let (Some(code), Some(state), Some(_)) = (last.next(), last.next(), last.next()) else { return false };
    let zip = code.split_once('-').map_or(code, |(zip, _)| zip);
    let is_state = state.len() == 2 && state.bytes().all(|byte| byte.is_ascii_uppercase());
    is_state && zip.len() == 5 && code.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
}

/// "OH 43001", "New York 10001-0123"
fn is_state_with_zip(text: &str) -> bool {
    let Some((state, code)) = text.trim().rsplit_once([' ', '\u{A0}']) else { return false };
    let (zip, more) = code.split_once('-').unwrap_or((code, "0000"));
    let is_figures = |code: &str, count: usize| code.len() == count && code.bytes().all(|byte| byte.is_ascii_digit());
    is_figures(zip, 5)
        && is_figures(more, 4)
        && !words::at_least(state, 3)
        && state
            .split(' ')
            .all(|word| word.starts_with(char::is_uppercase) && word.bytes().all(|b| b.is_ascii_alphabetic()))
}

/// "Washington D.C.", "Albany, N.Y.": a town by its state, short as no degree is.
pub fn is_town_in_state(text: &str) -> bool {
    const STATES: [&str; 13] =
        ["D.C.", "DC", "N.Y.", "N.J.", "N.H.", "N.M.", "N.C.", "N.D.", "S.C.", "S.D.", "R.I.", "W.Va.", "D.F."];
    let Some((town, state)) = text.trim().rsplit_once([' ', '\u{A0}']) else { return false };
    STATES.contains(&state)
        && !words::at_least(town, 4)
        && !town.trim_end_matches(',').contains(',')
        && town.split([' ', '\u{A0}']).all(|word| word.starts_with(char::is_uppercase))
        && !people::is_organisation(town)
}

/// "119 National Center" above a post code and a town.
pub fn opens_with_house_number(text: &str) -> bool {
    let (number, street) = text.split_once([' ', '\u{A0}']).unwrap_or_default();
    (1..=5).contains(&number.len())
        && number.bytes().all(|byte| byte.is_ascii_digit())
        && street.starts_with(char::is_uppercase)
        && !words::at_least(street, 6)
}

/// "Markt 1", "Im Winkel 14a": a street without its kind, which only what stands beside it can tell.
pub fn ends_with_house_number(text: &str) -> bool {
    let Some((street, number)) = text.rsplit_once(' ') else { return false };
    let digits = number.chars().take_while(char::is_ascii_digit).count();
    let behind = &number[digits..];
    (1..=3).contains(&digits)
        && (behind.len() <= 1 || behind.starts_with(['-', '–', '/']) && behind.len() <= 6)
        && !characters::has_digit(street)
        && !words::at_least(street, 5)
}

/// A street, a post code, a box: kept beside the contact, but none of its fields.
pub fn is_address(text: &str) -> bool {
    if !characters::has_digit(text) {
        return false;
    }
    let folded = fold(text);
    let padded = format!(" {folded} ");
    let street = [
        "straße",
        "strasse",
        "str.",
        "platz",
        "weg ",
        "allee",
        "gasse",
        " street",
        " st.",
        " avenue",
        " ave",
        " road",
        " rd",
        " blvd",
        "boulevard",
        "lane",
        " drive",
        "p.o. box",
        "postfach",
        " rue ",
        "calle ",
        "avenida",
        "plaza",
        "floor",
        "suite",
        "cedex",
        "building",
        "rue ",
        "chemin",
        "route de",
        "quai ",
        " quay ",
        "place ",
        "escaliers",
        "avda",
        "carrera ",
        "colonia ",
        " colony",
        "p.o.box",
        "p.p.box",
        "box ",
    ]
    .iter()
    .any(|word| padded.contains(word));
    let mut words = folded.split(|c: char| !c.is_alphanumeric() && c != '-');
    street || opens_with_swedish_code(text) || words.any(holds_postcode) && !ends_in_year(text)
}

/// "75207-4399", "CH-3003", and no "2000-Pressestelle".
fn holds_postcode(word: &str) -> bool {
    let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let mut parts = word.split('-');
    parts.clone().any(|part| (4..=5).contains(&part.len()) && is_number(part))
        && parts.all(|part| part.len() <= 2 || is_number(part))
}

/// "LANTERN 2000", as a house may be called.
fn ends_in_year(text: &str) -> bool {
    let Some((name, year)) = text.rsplit_once(' ') else { return false };
    year.len() == 4
        && (year.starts_with("19") || year.starts_with("20"))
        && year.bytes().all(|byte| byte.is_ascii_digit())
        && !characters::has_digit(name)
        && !name.contains(',')
}

/// "590 71 Ljung", "SE-590 71 Ljung"
fn opens_with_swedish_code(text: &str) -> bool {
    let text = ["SE-", "S-"].iter().find_map(|land| text.strip_prefix(land)).unwrap_or(text);
    let mut parts = text.split([' ', '\u{A0}']);
    let mut figures = |count: usize| {
        parts.next().is_some_and(|part| part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    figures(3) && figures(2) && parts.next().is_some_and(|town| town.starts_with(char::is_uppercase))
}

/// "House, Jane Doe, Street 3, Town": who lives there, and the address.
pub fn before_address(text: &str) -> (&str, &str) {
    let commas = text.match_indices(", ").map(|(at, comma)| (&text[..at], &text[at + comma.len()..]));
    // "Bay Harbor, OH 43001" is nobody's name.
    let commas = commas.filter(|(_, address)| !is_state_with_zip(address));
    let is_street = |address: &str| {
        let first = address.split(", ").next().unwrap_or(address);
        is_address(first) || ends_with_house_number(first)
    };
    let is_name = |part: &str| people::person(part).is_some() || people::is_organisation(part) && !is_address(part);
    let names_somebody = |before: &str| before.split(", ").any(is_name);
    // "Jane Doe, House, Street 3, Town", "House, Street 3, Town"
    if let Some(found) = commas.clone().find(|(_, address)| is_street(address))
        && names_somebody(found.0)
    {
        return found;
    }
    let parts = commas.take_while(|(before, _)| !is_address(before));
    let found = parts.filter(|(before, address)| {
        people::person(before.rsplit(", ").next().unwrap_or("")).is_some() && is_address(address)
    });
    found.last().or_else(|| unparted(text)).unwrap_or(("", text))
}

/// "Polizeiwache Hohenrain Uferweg 2-6 89999 Hohenrain": the house, and its address behind it without a sign.
fn unparted(text: &str) -> Option<(&str, &str)> {
    let is_figures = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let is_code = |word: &str| (4..=5).contains(&word.len()) && is_figures(word);
    let is_number = |word: &str| word.len() <= 7 && word.starts_with(|c: char| c.is_ascii_digit()) && !is_code(word);
    let starts: Vec<usize> = text.match_indices(' ').map(|(at, _)| at).collect();
    let word = |at: usize| text[starts[at] + 1..].split(' ').next().unwrap_or("");
    let number = (1..starts.len().saturating_sub(1)).find(|at| is_number(word(*at)) && is_code(word(at + 1)))?;
    let at = starts[number - 1];
    let (house, address) = (&text[..at], &text[at + 1..]);
    (people::is_organisation(house) && !characters::has_digit(house)).then_some((house, address))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_house_is_parted_from_its_address() {
        assert_eq!(
            before_address("Polizeiwache Hohenrain Uferweg 2-6 89999 Hohenrain"),
            ("Polizeiwache Hohenrain", "Uferweg 2-6 89999 Hohenrain")
        );
        assert_eq!(before_address("Uferweg 2 89999 Hohenrain"), ("", "Uferweg 2 89999 Hohenrain"));
        assert_eq!(before_address("Jane Doe, Markt 3, Bay Harbor, OH 43001").0, "Jane Doe");
        for town in ["Bay Harbor, OH 43001", "BAY HARBOR, OHIO 43001", "Bay Harbor, New York 10001-0123"] {
            assert_eq!(before_address(town), ("", town));
        }
    }

    #[test]
    fn a_street_and_a_town_are_told_from_a_room() {
        assert!(is_address("SE-590 71 Ljung") && is_address("Marlow, Texas 75207-4399") && is_address("CH-3003 Bern"));
        assert!(!is_address("LANTERN 2000") && !is_address("LANTERN 2000-Pressestelle"));
        assert!(is_town_with_code("Eastport, VA 20192") && !is_town_with_code("Room VA 20192-1 b"));
        assert!(is_town_in_state("Washington D.C.") && is_town_in_state("Albany, N.Y."));
        assert!(!is_town_in_state("Jane Doe, M.D.") && !is_town_in_state("Press Office, Albany, N.Y."));
        assert!(opens_with_house_number("119 National Center") && !opens_with_house_number("0113 496 0288"));
        assert!(is_address("01067 Dresden") && is_address("Hafengasse 4") && !is_address("Raum 7 Halle"));
    }
}
