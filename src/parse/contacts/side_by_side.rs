//! Two contacts that stood beside each other and lost the gap between them: "Jane Doe John Roe" above
//! "0113 496 0288 0113 496 0299". Only where each has a number or an address of its own; a name of four words has one.

use super::Line;
use crate::parse::words::fold;
use crate::parse::{details, people};

/// Nobody's number stands farther below the name.
const MOST_LINES: usize = 8;

/// The lines with the second contact below the first; `None` where no two stand beside each other.
pub fn apart(lines: &[Line]) -> Option<Vec<Line>> {
    let at = lines.iter().position(|line| two_names(&line.text).is_some())?;
    let names = two_names(&lines[at].text)?;
    let group = lines[at + 1..].iter().take(MOST_LINES).take_while(|line| !line.gap).count();
    let (mut left, mut right) = (vec![names.0], vec![names.1]);
    let mut each_is_called = false;
    for line in &lines[at + 1..=at + group] {
        let parts = two_numbers(&line.text).or_else(|| two_addresses(&line.text, names));
        if parts.is_none() && details::reaches_somebody(&line.text) {
            return None;
        }
        each_is_called |= parts.is_some();
        let (one, other) = parts.or_else(|| twice(&line.text)).unwrap_or((&line.text, &line.text));
        left.push(one);
        right.push(other);
    }
    if !each_is_called {
        return None;
    }
    let number = |row: usize| lines[at + row].number;
    let set = |(row, text): (usize, &str), gap: bool| Line { number: number(row), text: text.to_owned(), gap };
    let left = left.into_iter().enumerate().map(|line| set(line, line.0 == 0 && lines[at].gap));
    let right = right.into_iter().enumerate().map(|line| set(line, line.0 == 0));
    let (above, below) = (lines[..at].iter().cloned(), lines[at + group + 1..].iter().cloned());
    Some(above.chain(left).chain(right).chain(below).collect())
}

/// The halves of a text of an even number of words.
fn halves(text: &str) -> Option<(&str, &str)> {
    let words = text.split(' ').count();
    let (middle, _) = text.match_indices(' ').nth((words / 2).checked_sub(1)?)?;
    words.is_multiple_of(2).then(|| (&text[..middle], &text[middle + 1..]))
}

fn two_names(text: &str) -> Option<(&str, &str)> {
    let is_name = |half: &str| {
        half.split(' ').count() == 2
            && people::person(half).is_some_and(|person| person.name == half)
            && !people::is_organisation(half)
            && !people::is_role(half)
    };
    halves(text).filter(|(one, other)| is_name(one) && is_name(other) && !people::is_organisation(text))
}

/// Two numbers that are set alike, and nothing else.
fn two_numbers(text: &str) -> Option<(&str, &str)> {
    const FEWEST_FIGURES: usize = 7;
    let shape = |half: &str| half.replace(|c: char| c.is_ascii_digit(), "0");
    let figures = |half: &str| half.bytes().filter(u8::is_ascii_digit).count();
    halves(text).filter(|(one, other)| {
        shape(one) == shape(other) && figures(one) >= FEWEST_FIGURES && !one.contains(char::is_alphabetic)
    })
}

/// Two addresses, each with a part of one of the names.
fn two_addresses<'t>(text: &'t str, names: (&str, &str)) -> Option<(&'t str, &'t str)> {
    let is_of = |address: &str, name: &str| {
        let local = fold(address.split('@').next().unwrap_or(""));
        address.contains('@') && name.split(' ').map(fold).any(|word| word.len() > 2 && local.contains(&word))
    };
    text.split_once(' ').filter(|(one, other)| !other.contains(' ') && is_of(one, names.0) && is_of(other, names.1))
}

/// "Press officer Press officer"
fn twice(text: &str) -> Option<(&str, &str)> {
    halves(text).filter(|(one, other)| one == other)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        let lines: Vec<Line> = text.lines().map(|text| Line { number: 1, text: text.to_owned(), gap: false }).collect();
        apart(&lines).map(|lines| lines.into_iter().map(|line| line.text).collect::<Vec<_>>().join("; "))
    }

    #[test]
    fn two_contacts_beside_each_other_are_set_one_below_the_other() {
        assert_eq!(
            read("Ada Berg Nora Quill\nPress officer Press officer\n0113 496 0288 0113 496 0299").as_deref(),
            Some("Ada Berg; Press officer; 0113 496 0288; Nora Quill; Press officer; 0113 496 0299")
        );
        assert_eq!(
            read("Ada Berg Nora Quill\nLamp Works\nada@x.example quill@x.example").as_deref(),
            Some("Ada Berg; Lamp Works; ada@x.example; Nora Quill; Lamp Works; quill@x.example")
        );
    }

    #[test]
    fn a_name_of_four_words_is_one() {
        for text in [
            "Ada Berg Nora Quill\n0113 496 0288",
            "Ada Berg Nora Quill\nada@x.example press@x.example",
            "Ada Berg Nora Quill\nLamp Works",
            "Ada Berg\n0113 496 0288 0113 496 0299",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
