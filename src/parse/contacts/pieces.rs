//! What a line of a contact is made of: its parts, labels and addresses, by their shape and words.
//! Whose they are, the reader of the lines decides.

use crate::characters;
use crate::parse::words::{self, fold};
use crate::parse::{details, people};

/// What a block of contacts opens with.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Opening {
    House,
    /// On one line, as the next house may be.
    HouseAndNumber,
    Other,
}

impl Opening {
    pub fn of(text: &str) -> Self {
        let phones = details::phones_of_contact(text);
        let name = phones.first().map_or("", |(range, _)| text[..range.start].trim());
        // "Acme plc   Tel: 0113 496 0288"
        let label = details::label_starts(text).into_iter().find(|at| *at > 0 && *at < name.len());
        let name = label.map_or(name, |at| text[..at].trim());
        // "Lark Street (PR adviser to Acme)"
        let name = name.split_once(" (").filter(|_| name.ends_with(')')).map_or(name, |(name, _)| name);
        let is_house = people::is_organisation(name) || people::person(name).is_none() && !people::is_role(name);
        if !name.is_empty() && !name.contains([',', ':']) && is_house {
            Self::HouseAndNumber
        } else if people::is_organisation(text) {
            Self::House
        } else {
            Self::Other
        }
    }
}

/// "Jane Doe", "Jane Doe  0113 496 0288"
pub fn opens_with_name(text: &str) -> bool {
    let name = details::phones_of_contact(text).first().map_or(text, |(range, _)| &text[..range.start]);
    people::person(name).is_some()
}

/// "House, Name" and "House, Department, Name": the parts of a list in which the house stands first.
pub fn listed(text: &str) -> Option<Vec<&str>> {
    let (house, name) = text.rsplit_once(", ")?;
    let person = people::person(name).filter(|_| !people::is_role(name) && !people::is_organisation(name))?;
    let first = house.split(", ").next()?;
    let stands_first =
        people::person(first).is_none() || people::is_organisation(first) || people::named_by_its_form(house).is_some();
    let is_house = people::is_organisation(house) || house.contains(", ");
    (stands_first && person.name.contains(' ') && is_house && !people::is_role(house)).then(|| vec![house, name])
}

/// "Museum Zuidhaven, Bregje Hoff, Marketing", "Fachgruppe Buch, Ing. Jakob Steindl, MA", "BVD, Iris Kretzschmar"
/// beside a number: the house in front, the name, and what stands behind it.
pub fn house_and_name(text: &str, detail_beside: bool) -> Option<(&str, &str, &str)> {
    let form = people::named_by_its_form(text).and_then(|end| Some((&text[..end], text[end..].strip_prefix(", ")?)));
    let (house, rest) = form.or_else(|| text.split_once(", "))?;
    let (name, behind) = rest.split_once(", ").unwrap_or((rest, ""));
    let person = people::person(name).filter(|person| person.name.contains(' ') && !people::is_organisation(name))?;
    let alone = people::person(house).is_none();
    let is_acronym = is_acronym(house);
    let says_role = |text: &str| !text.is_empty() && (people::is_role(text) || is_small_role(text));
    let is_house = form.is_some()
        || alone && (people::is_organisation(house) || says_role(behind))
        || is_acronym
        || person.certain && !people::is_certain(house);
    (detail_beside && is_house && !people::is_role(house)).then_some((house, name, behind))
}

/// "JPL"
pub fn is_acronym(label: &str) -> bool {
    (1..=6).contains(&label.chars().count()) && label.chars().all(char::is_uppercase)
}

/// "Jane Doe, John Roe" below their house: who stands behind the comma, unless it is a house, a role or a desk.
pub fn second_person(text: &str) -> Option<people::Person> {
    let is_other = || people::is_organisation(text) || people::is_role(text) || people::is_department(text);
    people::person(text).filter(|person| person.name.split(' ').count() == 2 && !is_other())
}

/// "or" between two addresses, on a line of its own.
pub fn is_joint(text: &str) -> bool {
    words::CONJUNCTIONS.has(text)
}

/// "Contact Jane Doe": the name without the word that opens its line.
pub fn behind_contact_word(text: &str) -> Option<&str> {
    let label = words::CONTACT.opening(text)?;
    let rest = words::after(text.trim_start(), label).trim_start_matches([' ', '\u{A0}', '\u{2013}', '-']);
    // "Pressesprecherin Jane Doe" is what she is.
    let says_role = || people::behind_words(text.split(", ").next().unwrap_or(text)).is_some();
    if people::is_role(label) && !people::is_department(label) && says_role() {
        return None;
    }
    // "Gabinete de Prensa de la Diputación" is a house as a whole.
    (rest.starts_with(char::is_uppercase) && people::opens_with_person(rest)).then_some(rest)
}

/// "Assistant: Jane Doe", "At weekends: Jane Doe, Acme": the label before a name, and the rest.
pub fn labelled_person(piece: &str) -> Option<(&str, &str)> {
    let (label, rest) = piece.split_once(':')?;
    let (label, rest) = (label.trim(), rest.trim());
    let speaks = label.contains(char::is_alphabetic) && !words::at_least(label, 7) && details::label(piece).is_none();
    let first = rest.split(',').next().unwrap_or(rest);
    // "Acme Agency: Jane Doe / John Roe"
    let names = || people::opens_with_person(rest) || !people::people(first).is_empty();
    (speaks && (names() || people::is_role(first))).then_some((label, rest))
}

/// "Jane Doe, persvoorlichter": what somebody is, in small letters and a language of its own.
pub fn is_small_role(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or("");
    text.starts_with(char::is_lowercase)
        && !characters::has_digit(text)
        // "(she/her)" says how to speak of somebody.
        && !text.contains('/')
        && !words::at_least(text, 7)
        && !words::NO_ROLES.has_small(first)
        && !people::is_organisation(text)
}

/// The value behind "Name:" or "Organisation:", as forms label them.
pub fn form_field(piece: &str) -> Option<&str> {
    let (label, value) = piece.split_once(':')?;
    (!value.trim().is_empty() && words::CONTACT_FIELDS.has(label)).then(|| value.trim())
}

/// "At weekends:", which is neither a name nor the label of a detail.
pub fn is_unknown_label(piece: &str) -> bool {
    let label = piece.trim().strip_suffix(':').map(str::trim);
    label.is_some_and(|label| {
        details::label(piece).is_none() && people::person(label).is_none() && !people::is_organisation(label)
    })
}

/// "IG: @harbour": an account of the house on somebody else's site.
pub fn is_account(piece: &str) -> bool {
    const SITES: [&str; 12] = [
        "ig",
        "instagram",
        "twitter",
        "x",
        "facebook",
        "fb",
        "linkedin",
        "tiktok",
        "youtube",
        "bluesky",
        "mastodon",
        "threads",
    ];
    piece.split_once(':').is_some_and(|(site, _)| SITES.contains(&fold(site).as_str()))
}

/// "Follow us on Twitter: @harbour, @museum"
pub fn names_accounts(piece: &str) -> bool {
    let is_handle = |word: &str| word.strip_prefix('@').is_some_and(|name| name.starts_with(char::is_alphanumeric));
    piece.contains('@')
        && piece.split([' ', ',']).any(is_handle)
        && !details::reaches_somebody(&piece.replace('@', ""))
        && details::addresses(piece).0.is_empty()
}

/// What stands behind a number: "(fax)", "(TTY)".
pub enum Behind {
    Fax,
    Phone,
    /// For people who can't hear; no newsroom calls it.
    TextPhone,
}

pub fn label_behind(text: &str) -> Option<Behind> {
    let word = text.trim_start_matches(['(', ' ', ',', '\u{A0}']).split(|c: char| !c.is_alphanumeric()).next()?;
    match fold(word).as_str() {
        "fax" | "telefax" => Some(Behind::Fax),
        "office" | "mobile" | "cell" | "direct" | "home" | "mobil" | "büro" => Some(Behind::Phone),
        "tdd" | "tty" => Some(Behind::TextPhone),
        _ => None,
    }
}

/// Whether an address has a part of a name before its sign.
pub fn bears_name(email: &str, name: &str) -> bool {
    let local = fold(email.split('@').next().unwrap_or(""));
    name.split([' ', '-']).map(fold).any(|word| word.chars().count() > 2 && local.contains(&word))
}

/// The address of a mailing list's program reaches nobody.
pub fn is_list_address(email: &str) -> bool {
    let local = email.split('@').next().unwrap_or("").to_lowercase();
    ["subscribe", "majordomo", "listserv", "noreply", "no-reply", "domo@"].iter().any(|word| local.contains(word))
}

/// An account of the house on somebody else's site calls nobody.
pub fn is_social(url: &str) -> bool {
    ["twitter.com/", "x.com/", "facebook.com/", "instagram.com/", "linkedin.com/", "youtube.com/", "tiktok.com/"]
        .iter()
        .any(|site| url.contains(site) && !url.contains(&format!("-{site}")))
}

/// "Name, role", "Name - house", "Name (role)", "Name of house", "Name at house".
pub fn parted(text: &str) -> Option<(&str, &str)> {
    let (left, right) = text
        .split_once(", ")
        .or_else(|| text.split_once(" - "))
        .or_else(|| text.split_once(" ("))
        .or_else(|| text.split_once(" of "))
        .or_else(|| text.split_once(" at "))
        .or_else(|| text.split_once(" bei "))
        .or_else(|| text.split_once(" chez "))
        .or_else(|| text.split_once(" @ "))?;
    // "Jane Doe, Jr., President"
    if let Some((generation, right)) = right.split_once(", ").filter(|(behind, _)| people::is_generation(behind)) {
        return Some((text[..left.len() + 2 + generation.len()].trim(), right.trim()));
    }
    let right = right.trim();
    // "Jane Doe of the Newseum"
    let named = right.split_once(' ').filter(|(article, name)| {
        words::ARTICLES.has_small(article)
            && name.starts_with(char::is_uppercase)
            && text[left.len()..].starts_with(' ')
    });
    let right = named.map_or(right, |(_, name)| name);
    let right = if right.contains('(') { right } else { right.trim_end_matches(')') };
    let speaks = right.starts_with(char::is_uppercase)
        || people::is_role(right)
        || people::is_organisation(right)
        || is_small_role(right) && text[left.len()..].starts_with([',', ' ']) && people::person(left).is_some();
    speaks.then_some((left, right))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_opens_with_a_house_and_ends_with_a_name() {
        assert_eq!(listed("Halverton Lamp Works, Ada Berg"), Some(vec!["Halverton Lamp Works", "Ada Berg"]));
        let city = "Stadt Halverton, Presse- und Informationsamt";
        assert_eq!(listed(&format!("{city}, Ada Berg")), Some(vec![city, "Ada Berg"]));
        for text in ["Ada Berg, Lamp Works Halverton, Ida Low", "Lamp Works, Dr. Berg", "Quay, Ada Berg"] {
            assert_eq!(listed(text), None, "{text}");
        }
    }

    #[test]
    fn small_words_labels_and_addresses_are_known() {
        assert!(is_joint("or") && !is_joint("Berg"));
        assert!(is_unknown_label("At weekends:") && !is_unknown_label("Halverton Lamp Works:"));
        assert!(!is_unknown_label("Tel:"));
        assert!(matches!(label_behind(" (TTY)"), Some(Behind::TextPhone)));
    }
}
