//! Names of people, roles and organisations, told apart by their words.
//!
//! There is no list of given names: "Page One" alone would pass for a person, so callers ask only in a contact.

mod houses;
mod roles;

use super::line::ends_with_legal_form;
use super::words::{self, fold};
use crate::parse::memory::remembered;
pub use houses::{
    is_german_house, is_house_with_legal_form, is_joined_by_capitals, is_large, is_legal_form, is_name_of_house,
    is_organisation, named_by_its_form,
};
pub use roles::{is_department, is_department_alone, is_desk, is_office, is_role, role_and_house, role_behind_name};

/// A person's name without honorific and degree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    pub name: String,
    /// An honorific or initials in parentheses make it certain.
    pub certain: bool,
}

pub fn person(text: &str) -> Option<Person> {
    remembered!(text, read_person => Option<Person>)
}

fn read_person(text: &str) -> Option<Person> {
    let bare = text.trim().trim_end_matches([',', ';', ':']);
    let (bare, initials) = match bare.strip_suffix(')').and_then(|inner| inner.rsplit_once('(')) {
        Some((name, inner)) if inner.chars().count() <= 4 => (name.trim(), true),
        _ => (bare, false),
    };
    // "Jane Doe M. A."
    let degree = bare.match_indices(' ').rev().take(2).last().map(|(at, _)| at);
    let degree = degree.filter(|at| bare.ends_with('.') && is_honorific(&bare[*at..].replace(' ', "")));
    let words: Vec<&str> = bare[..degree.unwrap_or(bare.len())].split_whitespace().collect();
    let mut titles = words.iter().take_while(|word| is_honorific(word)).count();
    // "Don Savage" is no Savage with a title.
    if titles > 0 && words.len() - titles < 2 && is_given_name_too(words[titles - 1]) {
        titles -= 1;
    }
    let mut name = &words[titles..];
    // "Ana Pastor" has no title behind her name.
    while let [rest @ .., last] = name
        && name.len() > 1
        && is_honorific(last)
        && !is_given_name_too(last)
    {
        name = rest;
    }
    // "Redakteurssprecher ORF" opens with what somebody is.
    if name.first().is_some_and(|word| words::NO_NAMES.has(word) || is_role(word)) {
        return None;
    }
    let fits = match name.len() {
        1 => titles > 0,
        2..=5 => true,
        _ => false,
    };
    // "Jane Doe, Jr."
    let behind = 1 + usize::from(name.last().is_some_and(|last| is_generation(last)));
    let inner_comma = name.iter().rev().skip(behind).any(|word| word.ends_with(','));
    let ends_open = name.last().is_some_and(|word| words::PARTICLES.has(word));
    // "ÖVP Bundespartei": an acronym before a word is none of a person; "Jean DUPONT" is one.
    let shouted =
        |word: &str| word.chars().filter(|c| c.is_alphabetic()).count() >= 3 && !word.chars().any(char::is_lowercase);
    let opens_with_acronym = name.first().is_some_and(|word| shouted(word)) && !name.iter().all(|word| shouted(word));
    (fits
        && !inner_comma
        && !opens_with_acronym
        && !ends_open
        && name.iter().all(|word| is_name_word(word))
        && name.iter().any(|word| word.chars().count() > 2))
    .then(|| Person { name: name.join(" ").trim_end_matches(',').to_owned(), certain: titles > 0 || initials })
}

/// Who signed, without what says so or for whom: "gez. Jane Doe", "i. A. Jane Doe".
pub fn signed(text: &str) -> &str {
    const SIGNS: [&str; 7] = ["i. A. ", "i.A. ", "i. V. ", "i.V. ", "gez. ", "Gez. ", "p.o. "];
    SIGNS.iter().find_map(|sign| text.strip_prefix(sign)).unwrap_or(text)
}

/// Whether an honorific or initials make it sure that a text is somebody's name.
pub fn is_certain(text: &str) -> bool {
    person(text).is_some_and(|person| person.certain)
}

/// "Jr." behind somebody's name, with a comma or without.
pub fn is_generation(word: &str) -> bool {
    ["jr.", "jr", "sr.", "sr", "ii", "iii", "iv"].contains(&fold(word.trim_end_matches(',')).as_str())
}

fn is_given_name_too(word: &str) -> bool {
    ["don", "di", "d.", "pastor"].contains(&fold(word).as_str())
}

pub fn is_honorific(word: &str) -> bool {
    // "Pr" is a professor in French, "PR" a trade.
    // "DI" is a degree in Austria, "di" a small word in Italian.
    if word == "PR" || word == "di" {
        return false;
    }
    words::HONORIFICS.has(word.trim_end_matches(','))
}

fn is_name_word(word: &str) -> bool {
    let lower = word.to_lowercase();
    let bare = lower.trim_end_matches([',', '.']);
    let shaped = word.chars().all(|c| c.is_alphabetic() || "-.'’,".contains(c));
    let capital = word.chars().next().is_some_and(char::is_uppercase);
    let known_other = [&words::ORGANISATIONS, &words::ROLES, &words::CONTACT].into_iter().any(|table| table.has(bare));
    shaped && (capital && !known_other && !is_german_house(bare) || words::PARTICLES.has(word))
}

/// "and" or "or" within a text, with the blanks around it, and where it stands.
pub fn joints(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.match_indices(' ').filter_map(|(at, _)| {
        let (word, _) = text[at + 1..].split_once(' ')?;
        // "bzw."
        words::CONJUNCTIONS
            .has_small(word.strip_suffix('.').unwrap_or(word))
            .then(|| (at, &text[at..at + word.len() + 2]))
    })
}

/// Several people on one line: "Ada Berg/Nora Quill".
pub fn people(text: &str) -> Vec<Person> {
    let signs = ["/", ";", "|", " & "].into_iter().filter(|sign| text.contains(sign));
    for separator in signs.chain(joints(text).map(|(_, joint)| joint)) {
        let parts: Option<Vec<Person>> = text.split(separator).map(person).collect();
        // "Public Information and Outreach Administrator" is a role.
        if let Some(people) = parts.filter(|people| people.iter().any(|person| person.certain) || !is_role(text)) {
            return people;
        }
    }
    person(text).into_iter().collect()
}

/// A name and the organisation that a converter fused with it on one line.
///
/// `known` says whether words stand elsewhere in the text too. Without an honorific only that, or
/// a lower-case opening, can tell where the organisation begins.
pub fn fused(text: &str, known: impl Fn(&str) -> bool) -> Option<(Person, String)> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let titles = words.iter().take_while(|word| is_honorific(word)).count();
    // "Northmarsh Hospitals Trust" is named elsewhere as a whole.
    if titles == 0 && is_organisation(text) && known(text) {
        return None;
    }
    (titles + 2..words.len().min(titles + 5)).find_map(|cut| {
        let organisation = words[cut..].join(" ");
        let opens_lower = organisation.starts_with(char::is_lowercase);
        // "Lindmark Foods press office"
        if titles == 0 && opens_lower && is_department(words[cut]) {
            return None;
        }
        // "AG" alone is the form of a house, not its name.
        if organisation.chars().filter(|c| c.is_alphabetic()).count() < 3 || is_legal_form(&organisation) {
            return None;
        }
        // "Corrigan Loom Works Inc." is a house as a whole.
        if titles == 0 && ends_with_legal_form(&fold(text)) && words.len() - cut <= 2 {
            return None;
        }
        // So is "Corrigan Loom Works": a word for houses alone names none.
        if titles == 0 && words::ORGANISATIONS.has(&organisation) {
            return None;
        }
        let is_one = known(&organisation) || is_organisation(&organisation) && (titles > 0 || opens_lower);
        let name = person(&words[..cut].join(" "))?;
        (is_one && !words::PARTICLES.has(words[cut])).then_some((name, organisation))
    })
}

/// Whether a name stands at the start, before a comma, a parenthesis or the end.
pub fn opens_with_person(text: &str) -> bool {
    let first = text.split([',', '(']).next().unwrap_or(text);
    person(first).is_some() && named_by_its_form(text).is_none()
}

/// A role of a few words, and whose it is.
fn behind_role(text: &str) -> Option<(&str, Person)> {
    const MOST_WORDS: usize = 5;
    let splits = text.match_indices(' ').take(MOST_WORDS).map(|(at, _)| (&text[..at], text[at..].trim_start()));
    let mut roles = splits.filter(|(role, name)| {
        ends_as_role(role)
            && is_role(role)
            && !is_department(role)
            && name.starts_with(char::is_uppercase)
            && !is_desk(name)
    });
    roles.find_map(|(role, name)| {
        let full = |person: &Person| person.name.contains(' ');
        let is_house = |person: &Person| person.name.rsplit(' ').next().is_some_and(is_legal_form);
        person(name).filter(|person| full(person) && !is_house(person)).map(|person| (role, person))
    })
}

/// One word, or several of which the last is small, a department ("Leiterin Kommunikation") or the house that a small
/// word leads to ("Richterin am Landgericht").
fn ends_as_role(role: &str) -> bool {
    let Some((before, last)) = role.rsplit_once(' ') else { return true };
    let led_to = before.rsplit_once(' ').is_some_and(|(_, small)| small.starts_with(char::is_lowercase));
    let of_department = || before.split(' ').next().is_some_and(|first| is_role(first) && !is_department(first));
    last.starts_with(char::is_lowercase)
        || led_to && (is_organisation(last) || is_department(last))
        || is_department(last) && of_department()
}

/// "Richter am Landgericht Dr. Konrad Ehlers": what stands before somebody's title, and who it is.
pub fn behind_words(text: &str) -> Option<(&str, Person)> {
    // "Regierungsrätin Vreni Gisler", "kapitein Jan de Smit", "Ledende overlæge Mads Toft"
    let capitals = text.split(' ').filter(|word| word.starts_with(char::is_uppercase)).count();
    if (capitals >= 3 || capitals == 2 && text.starts_with(char::is_lowercase))
        && let Some(found) = behind_role(text)
    {
        return Some(found);
    }
    let starts = text.match_indices(char::is_whitespace).map(|(at, blank)| at + blank.len());
    let is_titled = |at: &usize| {
        let word = text[*at..].split_whitespace().next();
        word.is_some_and(|word| word.chars().count() > 1 && is_honorific(word))
    };
    starts.filter(is_titled).find_map(|at| {
        let name = person(&text[at..]).filter(|name| name.certain && name.name.contains(' '))?;
        Some((text[..at].trim_end_matches([' ', ',', '\u{A0}']), name))
    })
}

/// "Konserndirektør, Per Solberg", "Presserådgiver i Handelsministeriet Jesper Holm": a role in one word, the
/// house it is of, and whose it is.
pub fn role_and_name(text: &str) -> Option<(&str, Option<&str>, Person)> {
    // A "Richter am Landgericht" is what he is by that name.
    let of = |word: &str| (words::LOCATIVES.has_small(word) || word == "of") && word != "am";
    let is_one = |role: &str| is_role(role) && !is_department(role) && person(role).is_none();
    let is_house = |name: &str| is_organisation(name) || is_desk(name);
    let full = |name: &str| person(name).filter(|person| person.name.contains(' ') && !is_house(name));
    let (role, rest) = text.split_once([' ', ','])?;
    if !is_one(role) {
        return None;
    }
    let rest = rest.trim_start();
    let Some(house) = rest.split_once(' ').filter(|(word, _)| of(word)).map(|(_, house)| house) else {
        return full(rest).filter(|_| text[role.len()..].starts_with(',')).map(|person| (role, None, person));
    };
    if let Some((house, name)) = house.rsplit_once(", ")
        && let Some(person) = full(name)
    {
        return Some((role, Some(house), person));
    }
    // Of a house and a name that no sign parts, the last two words are the name.
    let at = house.match_indices(' ').rev().nth(1).map(|(at, _)| at)?;
    let (house, name) = (&house[..at], &house[at + 1..]);
    full(name).filter(|_| house.starts_with(char::is_uppercase)).map(|person| (role, Some(house), person))
}

#[cfg(test)]
mod tests;
