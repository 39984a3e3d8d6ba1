//! Names of people, roles and organisations, told apart by their words.
//!
//! There is no list of given names: "Page One" alone would pass for a person, so callers ask only
//! inside a contact.

use super::line::ends_with_legal_form;
use super::words::{self, fold};
use crate::parse::memory::remembered;

/// A person's name without honorific and degree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    pub name: String,
    /// An honorific or initials in parentheses make it certain.
    pub certain: bool,
}

const PARTICLES: [&str; 16] =
    ["von", "van", "de", "der", "den", "del", "della", "di", "da", "du", "la", "le", "zu", "zur", "el", "ten"];

/// Words that no name begins with.
const NO_NAMES: [&str; 14] =
    ["zu", "zur", "zum", "der", "die", "das", "im", "the", "bei", "für", "nach", "außerhalb", "während", "unter"];

pub fn person(text: &str) -> Option<Person> {
    remembered!(text, read_person => Option<Person>)
}

fn read_person(text: &str) -> Option<Person> {
    let bare = text.trim().trim_end_matches([',', ';', ':']);
    let (bare, initials) = match bare.strip_suffix(')').and_then(|inner| inner.rsplit_once('(')) {
        Some((name, inner)) if inner.chars().count() <= 4 => (name.trim(), true),
        _ => (bare, false),
    };
    let words: Vec<&str> = bare.split_whitespace().collect();
    let mut titles = words.iter().take_while(|word| is_honorific(word)).count();
    // "Don Savage" is no Savage with a title.
    if titles > 0 && words.len() - titles < 2 && is_given_name_too(words[titles - 1]) {
        titles -= 1;
    }
    let mut name = &words[titles..];
    while let [rest @ .., last] = name
        && name.len() > 1
        && is_honorific(last)
    {
        name = rest;
    }
    // "Redakteurssprecher ORF" opens with what somebody is.
    if name.first().is_some_and(|word| NO_NAMES.contains(&word.to_lowercase().as_str()) || is_role(word)) {
        return None;
    }
    let fits = match name.len() {
        1 => titles > 0 && name[0].chars().count() > 1,
        2..=5 => true,
        _ => false,
    };
    let inner_comma = name.iter().rev().skip(1).any(|word| word.ends_with(','));
    let ends_open = name.last().is_some_and(|word| PARTICLES.contains(&word.to_lowercase().as_str()));
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

fn is_given_name_too(word: &str) -> bool {
    ["don", "di", "d."].contains(&fold(word).as_str())
}

pub fn is_honorific(word: &str) -> bool {
    words::HONORIFICS.has(word.trim_end_matches(','))
}

fn is_name_word(word: &str) -> bool {
    let lower = word.to_lowercase();
    let bare = lower.trim_end_matches([',', '.']);
    let shaped = word.chars().all(|c| c.is_alphabetic() || "-.'’,".contains(c));
    let capital = word.chars().next().is_some_and(char::is_uppercase);
    let known_other = [&words::ORGANISATIONS, &words::ROLES, &words::CONTACT].into_iter().any(|table| table.has(bare));
    shaped && (capital && !known_other && !is_german_house(bare) || PARTICLES.contains(&lower.as_str()))
}

/// Several people on one line: "Dwayne Brown/Tabatha Thompson".
pub fn people(text: &str) -> Vec<Person> {
    for separator in ["/", ";", " und ", " and ", " & ", " et ", " y ", " or ", " oder ", " ou "] {
        if !text.contains(separator) {
            continue;
        }
        let parts: Vec<Option<Person>> = text.split(separator).map(person).collect();
        if parts.iter().all(Option::is_some) {
            return parts.into_iter().flatten().collect();
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
    (titles + 2..words.len().min(titles + 5)).find_map(|cut| {
        let organisation = words[cut..].join(" ");
        let opens_lower = organisation.starts_with(char::is_lowercase);
        // "AG" alone is the form of a house, not its name.
        if organisation.chars().filter(|c| c.is_alphabetic()).count() < 3 || is_legal_form(&organisation) {
            return None;
        }
        // "Corrigan Loom Works Inc." is a house as a whole.
        if titles == 0 && ends_with_legal_form(&fold(text)) && words.len() - cut <= 2 {
            return None;
        }
        let is_one = known(&organisation) || is_organisation(&organisation) && (titles > 0 || opens_lower);
        let name = person(&words[..cut].join(" "))?;
        (is_one && !PARTICLES.contains(&words[cut].to_lowercase().as_str())).then_some((name, organisation))
    })
}

fn is_legal_form(text: &str) -> bool {
    ["ag", "gmbh", "kg", "se", "ug", "inc", "inc.", "ltd", "ltd.", "llc", "plc", "corp", "corp.", "sa", "s.a.", "e.v."]
        .contains(&fold(text).as_str())
}

/// A word that names a department of a house.
pub fn is_department(text: &str) -> bool {
    DEPARTMENTS.contains(&fold(text).as_str())
}

pub fn is_organisation(text: &str) -> bool {
    remembered!(text, reads_as_organisation => bool)
}

fn reads_as_organisation(text: &str) -> bool {
    let folded = fold(text);
    ends_with_legal_form(&folded)
        || words::ORGANISATIONS_IN.is_in(&folded)
        || folded.split_whitespace().any(is_german_house)
}

/// German writes the kind of house into the name's last part: "Fraunhofer-Institut".
fn is_german_house(word: &str) -> bool {
    const ENDS: [&str; 32] = [
        "institut",
        "agentur",
        "verband",
        "amt",
        "stelle",
        "stiftung",
        "universität",
        "ministerium",
        "gesellschaft",
        "präsidium",
        "direktion",
        "gemeinschaft",
        "genossenschaft",
        "schule",
        "bibliothek",
        "archiv",
        "werke",
        "betriebe",
        "kammer",
        "klinik",
        "zentrum",
        "museum",
        "verlag",
        "theater",
        "orchester",
        "verein",
        "partei",
        "kanzlei",
        "verwaltung",
        "museen",
        "referat",
        "behörde",
    ];
    ENDS.iter().any(|end| word.len() > end.len() && word.ends_with(end))
}

/// Words of a role that also name a department.
const DEPARTMENTS: [&str; 13] = [
    "communications",
    "kommunikation",
    "marketing",
    "öffentlichkeitsarbeit",
    "unternehmenskommunikation",
    "pr",
    "presse",
    "press",
    "media",
    "medien",
    "communication",
    "comunicación",
    "public",
];

/// A role, and the house that stands behind it: "Head of Press, Acme", "Geschäftsleiter Genossenschaft X".
pub fn role_and_house(text: &str) -> (&str, Option<&str>) {
    let is_house = |house: &str| {
        let first = fold(house.split_whitespace().next().unwrap_or(""));
        house.starts_with(char::is_uppercase) && !DEPARTMENTS.contains(&first.as_str()) && !is_role(house)
    };
    let by_comma = text.split_once(',').map(|(role, house)| (role.trim(), house.trim()));
    let by_space = text.split_once(' ').filter(|(_, house)| is_organisation(house));
    by_comma
        .into_iter()
        .chain(by_space)
        .find(|(role, house)| is_role(role) && is_house(house))
        .map_or((text, None), |(role, house)| (role, Some(house)))
}

/// A role or position; one that opens with its word, or has no word of an organisation.
pub fn is_role(text: &str) -> bool {
    let folded = fold(text);
    let words_in: Vec<&str> =
        folded.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| !word.is_empty()).collect();
    // "Office of the Mayor" is a house.
    if ["office", "büro", "cabinet", "oficina", "bureau", "department", "staatskanzlei"]
        .contains(words_in.first().unwrap_or(&""))
    {
        return false;
    }
    let is_role_word = |word: &&str| words::ROLES.has(word);
    // "Press Officer" ends with its role; "Communications" at the end names a department.
    let ends = words_in.last().is_some_and(|word| is_role_word(word) && !DEPARTMENTS.contains(word));
    let opens = words_in.first().is_some_and(is_role_word)
        || ends
        || words_in.iter().take(3).any(|word| is_role_word(word) && !DEPARTMENTS.contains(word))
            && !is_organisation(text);
    let compound = words_in.iter().any(|word| {
        [
            "sprecher",
            "sprecherin",
            "leiter",
            "leiterin",
            "referent",
            "referentin",
            "beauftragte",
            "beauftragter",
            "manager",
            "managerin",
            "volontär",
            "volontärin",
            "koordinator",
            "koordinatorin",
            "redakteur",
            "redakteurin",
            "vorsitzende",
            "vorsitzender",
            "präsident",
            "präsidentin",
            "assistent",
            "assistentin",
        ]
        .iter()
        .any(|end| word.ends_with(end))
    });
    let names_a_role = words_in.iter().any(|word| is_role_word(word) && !DEPARTMENTS.contains(word));
    (opens || compound || names_a_role && !is_organisation(text) || is_two_word_role(&folded))
        && text.chars().count() <= 90
        && !ends_with_legal_form(&folded)
}

/// "Press secretary", "account manager": roles that only two words together name.
fn is_two_word_role(folded: &str) -> bool {
    words::ROLES_IN.is_in(folded)
        && words::ROLES.iter().any(|role| role.contains(' ') && folded.contains(role))
        && !is_organisation(folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(text: &str) -> Option<String> {
        person(text).map(|person| person.name)
    }

    #[test]
    fn people_are_known_by_their_shape() {
        assert_eq!(name("Ms. Thekla Herzog").as_deref(), Some("Thekla Herzog"));
        assert_eq!(name("Mag. Edith Dörfler").as_deref(), Some("Edith Dörfler"));
        assert_eq!(name("Thomas Geithner (tg)").as_deref(), Some("Thomas Geithner"));
        assert_eq!(name("Prof. Dr. Anna von der Heide").as_deref(), Some("Anna von der Heide"));
        for other in [
            "Page One Public Relations",
            "Stabsstelle Kommunikation",
            "Director of Communications",
            "01067 Dresden",
            "Headquarters, Washington",
            "Contact",
        ] {
            assert_eq!(name(other), None, "{other}");
        }
    }

    #[test]
    fn a_name_is_split_from_the_organisation_on_its_line() {
        let split = fused("Ms. Thekla Herzog biosaxony e. V.", |_| false);
        assert_eq!(split.map(|(p, o)| (p.name, o)), Some(("Thekla Herzog".into(), "biosaxony e. V.".into())));
        assert_eq!(fused("Page One Public Relations", |_| false), None);
        let known = fused("Jane Doe Acme Widgets", |org| org == "Acme Widgets");
        assert_eq!(known.map(|(p, o)| (p.name, o)), Some(("Jane Doe".into(), "Acme Widgets".into())));
    }

    #[test]
    fn roles_and_organisations_are_told_apart() {
        for role in [
            "Director of Communications",
            "Leiter Öffentlichkeitsarbeit",
            "Pressesprecherin",
            "Chargé de communication",
            "Communications Officer",
            "Responsable de prensa",
        ] {
            assert!(is_role(role), "{role}");
        }
        assert_eq!(
            role_and_house("Geschäftsleiter Genossenschaft Talwärts"),
            ("Geschäftsleiter", Some("Genossenschaft Talwärts"))
        );
        assert_eq!(role_and_house("Leiter Öffentlichkeitsarbeit"), ("Leiter Öffentlichkeitsarbeit", None));
        for organisation in [
            "Dallas County District Attorney’s Office",
            "APA-Austria Presse Agentur",
            "Stabstelle Kommunikation",
            "Page One Public Relations",
            "Steinhorch e. V.",
        ] {
            assert!(is_organisation(organisation), "{organisation}");
        }
        assert!(!is_role("Dallas County District Attorney’s Office"));
    }

    #[test]
    fn two_people_on_a_line_are_two() {
        let names: Vec<String> = people("Dwayne Brown/Tabatha Thompson").into_iter().map(|p| p.name).collect();
        assert_eq!(names, ["Dwayne Brown", "Tabatha Thompson"]);
    }
}
