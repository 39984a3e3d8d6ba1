//! The pieces of a contact's line, by the signs that part them. What they are is not asked.

use crate::parse::{details, people};

/// The parts that bars, bullets and the like set apart; a bar before the end of another number is none of them, nor
/// is that between two people: "0113 496 02-88 | -89", "Jane Doe | John Roe".
pub fn at_signs(text: &str) -> Vec<&str> {
    let mut parts: Vec<&str> = Vec::new();
    let mut start = 0;
    for (at, sign) in text.match_indices([';', '|', '•', '·', '\t']) {
        let (before, after) = (&text[start..at], &text[at + sign.len()..]);
        let next = after.split([';', '|', '•', '·', '\t']).next().unwrap_or(after);
        let is_one = |part: &str| people::person(part).is_some() && !people::is_organisation(part);
        let are_people = || is_one(before.rsplit('|').next().unwrap_or(before)) && is_one(next);
        if sign != "|" || !details::opens_with_number_end(after) && !are_people() {
            parts.push(before);
            start = at + sign.len();
        }
    }
    parts.push(&text[start..]);
    parts
}

/// The parts that dashes set apart; a dash inside a number is none of them.
pub fn dashed(piece: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, dash) in piece.match_indices(['–', '—', '-', '~', '*']) {
        let (before, after) = (&piece[..at], &piece[at + dash.len()..]);
        let apart = before.ends_with(' ') && after.starts_with(' ');
        let digit = |text: &str, last: bool| {
            let text = text.trim();
            let c = if last { text.chars().next_back() } else { text.chars().next() };
            c.is_some_and(|c| c.is_ascii_digit())
        };
        if apart && !(digit(before, true) && digit(after, false)) {
            parts.push(&piece[start..at]);
            start = at + dash.len();
        }
    }
    parts.push(&piece[start..]);
    parts
}

/// "Jane Doe (jane@example.org, 0113 496 0288)": what stands before parentheses around an address, in
/// them and behind.
pub fn around_parentheses(part: &str) -> Vec<&str> {
    let inner = part.split_once('(').and_then(|(before, rest)| Some((before, rest.split_once(')')?)));
    match inner {
        Some((before, (inner, after))) if inner.contains('@') && !inner.contains('(') => vec![before, inner, after],
        _ => vec![part],
    }
}

/// "Jane Doe (600 555 012) y Luis Gil (600 555 013)": each name with what stands behind it.
pub fn each_with_a_name(part: &str) -> Vec<&str> {
    // Behind each, all of the rest is looked through.
    const MOST: usize = 12;
    let slash = part.find(" / ").map(|at| (at, " / "));
    let seam = people::joints(part).take(MOST).chain(slash).find_map(|(at, joint)| {
        let (before, after) = (&part[..at], &part[at + joint.len()..]);
        let name = details::phones_of_contact(after).first().map_or(after, |(range, _)| &after[..range.start]);
        (people::opens_with_person(name) && details::reaches_somebody(before)).then_some((before, after))
    });
    let seam = seam.or_else(|| at_comma(part));
    match seam {
        Some((before, after)) => [vec![before], each_with_a_name(after)].concat(),
        None => vec![part],
    }
}

/// "Jane Doe 0113 496 0288, John Roe 0113 496 0289": behind a number or an address another name, with one of the same kind.
fn at_comma(part: &str) -> Option<(&str, &str)> {
    const MOST: usize = 12;
    part.match_indices(", ").take(MOST).map(|(at, comma)| (&part[..at], &part[at + comma.len()..])).find(
        |(before, after)| {
            let last = before.rsplit([' ', '\u{A0}', ',']).next().unwrap_or("");
            let by_mail = last.contains('@');
            let by_phone =
                last.ends_with(|c: char| c.is_ascii_digit()) && !details::phones_of_contact(before).is_empty();
            let numbers = details::phones_of_contact(after);
            let name = numbers.first().map_or(*after, |(range, _)| &after[..range.start]);
            let name = name.split(',').next().unwrap_or(name).trim();
            let is_name = people::person(name).is_some_and(|person| person.name.contains(' '))
                && !people::is_organisation(name)
                && !people::is_role(name);
            is_name && (by_mail && after.contains('@') || by_phone && !numbers.is_empty())
        },
    )
}

/// A piece without the signs that parted it from others.
pub fn without_signs(piece: &str) -> &str {
    let piece = piece.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '–' | '*' | '_'));
    // "Jane Doe / " before her number.
    piece.strip_suffix(" /").unwrap_or(piece)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_dash_with_blanks_around_it_sets_parts_apart() {
        for (piece, parts) in [
            ("Ada Berg – Lamp Works", 2),
            ("Quay 4 – Lamp Works", 2),
            ("Ada Berg –Lamp Works", 1),
            ("Berg–Low", 1),
            ("0351 – 1234", 1),
        ] {
            assert_eq!(dashed(piece).len(), parts, "{piece}");
        }
    }

    #[test]
    fn a_bar_parts_neither_the_ends_of_a_number_nor_two_people() {
        for (text, parts) in [
            ("Lamp Works Ltd | Ada Berg | Nora Quill", 2),
            ("Tel. 0351 555-1510 | -1722", 1),
            ("Tel. 0351 555-1510 | Fax: 0351 555-2000", 2),
        ] {
            assert_eq!(at_signs(text).len(), parts, "{text}");
        }
    }
}
