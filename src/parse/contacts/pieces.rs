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
        let phones = details::phones(text);
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

/// The parts that dashes set apart; a dash inside a number is none of them.
pub fn dashed(piece: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, dash) in piece.match_indices(['–', '—', '-']) {
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

/// "House, Name" and "House, Department, Name": the parts of a list in which the house stands first.
pub fn listed(text: &str) -> Option<Vec<&str>> {
    let (house, name) = text.rsplit_once(", ")?;
    let person = people::person(name).filter(|_| !people::is_role(name) && !people::is_organisation(name))?;
    let stands_first = people::person(house.split(", ").next()?).is_none();
    let is_house = people::is_organisation(house) || house.contains(", ");
    (stands_first && person.name.contains(' ') && is_house && !people::is_role(house)).then(|| vec![house, name])
}

/// "or" between two addresses, on a line of its own.
pub fn is_joint(text: &str) -> bool {
    ["or", "oder", "ou", "o", "and", "und", "et", "y"].contains(&fold(text).as_str())
}

/// "Contact Jane Doe": the name without the word that opens its line.
pub fn behind_contact_word(text: &str) -> Option<&str> {
    let label = words::CONTACT.opening(text)?;
    let rest = words::after(text.trim_start(), label).trim_start_matches([' ', '\u{A0}', '\u{2013}', '-']);
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
    const OTHERS: [&str; 12] = ["from", "until", "only", "after", "ab", "bis", "von", "nur", "de", "à", "a", "on"];
    let first = text.split_whitespace().next().unwrap_or("");
    text.starts_with(char::is_lowercase)
        && !characters::has_digit(text)
        && !words::at_least(text, 7)
        && !OTHERS.contains(&first)
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

/// "D-01067 Dresden", "39200 Valserine"
pub fn opens_with_postcode(text: &str) -> bool {
    let text = text.trim_start();
    let text = ["D-", "A-", "CH-", "F-", "E-", "B-", "L-", "I-"]
        .iter()
        .find_map(|land| text.strip_prefix(land))
        .unwrap_or(text);
    let Some((code, town)) = text.split_once([' ', '\u{A0}']) else { return false };
    (4..=5).contains(&code.len())
        && code.bytes().all(|byte| byte.is_ascii_digit())
        && town.trim_start().starts_with(char::is_uppercase)
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

/// What stands behind a number: "(fax)", "(TTY)".
pub enum Behind {
    Fax,
    Phone,
    /// For people who can't hear; no newsroom calls it.
    TextPhone,
}

pub fn label_behind(text: &str) -> Option<Behind> {
    let folded = fold(text);
    let word = folded.trim_start_matches(['(', ' ', ',']).split(|c: char| !c.is_alphanumeric()).next()?;
    match word {
        "fax" | "telefax" => Some(Behind::Fax),
        "office" | "mobile" | "cell" | "direct" | "home" | "mobil" | "büro" => Some(Behind::Phone),
        "tdd" | "tty" => Some(Behind::TextPhone),
        _ => None,
    }
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

/// "Name, role", "Name - house", "Name (role)", "Name of house".
pub fn parted(text: &str) -> Option<(&str, &str)> {
    let (left, right) = text
        .split_once(", ")
        .or_else(|| text.split_once(" - "))
        .or_else(|| text.split_once(" ("))
        .or_else(|| text.split_once(" of "))?;
    let right = right.trim();
    let right = if right.contains('(') { right } else { right.trim_end_matches(')') };
    let speaks = right.starts_with(char::is_uppercase)
        || people::is_role(right)
        || people::is_organisation(right)
        || is_small_role(right) && text[left.len()..].starts_with([',', ' ']) && people::person(left).is_some();
    speaks.then_some((left, right))
}

/// "(English, French)" behind the last number or address: which languages somebody speaks, or when.
fn remark_behind(
    piece: &str,
    emails: &[String],
    urls: &[String],
    phones: &[(std::ops::Range<usize>, String)],
) -> Option<usize> {
    let addresses = emails.iter().chain(urls).filter_map(|found| Some(piece.rfind(found.as_str())? + found.len()));
    let last = addresses.chain(phones.iter().map(|(range, _)| range.end)).max()?;
    let behind = piece[last..].trim_matches([' ', ',', '.', '\u{A0}']);
    let inner = behind.strip_prefix('(')?.strip_suffix(')')?;
    let remarks = !inner.contains(['(', ')']) && label_behind(behind).is_none() && people::person(inner).is_none();
    remarks.then_some(last)
}

/// Without blank parts between commas, which numbers and addresses leave.
fn closed_up(rest: &str) -> String {
    let parts: Vec<&str> = rest.split(", ").map(str::trim).filter(|part| !part.is_empty() && *part != ",").collect();
    parts.join(", ")
}

/// What a text leads on to a number with: "Acme press team on".
const LEADS_ON: [&str; 6] = ["on", "at", "via", "unter", "au", "en"];

pub fn without(piece: &str, emails: &[String], urls: &[String], phones: &[(std::ops::Range<usize>, String)]) -> String {
    let piece = &piece[..remark_behind(piece, emails, urls, phones).unwrap_or(piece.len())];
    let mut rest = piece.to_owned();
    // "0113 496 0288 (media only)"
    if let (Some((number, _)), true) = (phones.last(), piece.ends_with(')'))
        && let Some(open) = piece.rfind('(').filter(|open| *open >= number.end && !piece[*open..].contains('@'))
    {
        rest.truncate(open);
    }
    let kept = rest.len();
    for (range, _) in phones.iter().rev().filter(|(range, _)| range.end <= kept) {
        rest.replace_range(range.clone(), " ");
    }
    for address in emails.iter().chain(urls) {
        rest = rest.replace(address.as_str(), " ");
    }
    let rest = without_hours(rest.replace("mailto:", " ").replace("()", " "));
    let rest = rest.trim_matches(|c: char| !c.is_alphanumeric() && c != '.');
    let rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
    // "0113 496 0288 or jane@example.org", "301-457-3620 (fax)"
    let behind = |word: &&str| word.contains(['(', ')']) && label_behind(word).is_some();
    // What a sentence says behind the number or address that ended it is nobody's name.
    let here = rest.split_whitespace().take_while(|word| *word != ".");
    let words: Vec<&str> = here.filter(|word| !behind(word) && ![",", ";"].contains(word)).collect();
    let mut words = words.strip_suffix(&["/"]).unwrap_or(&words);
    // "Jane Doe 0113 496 0288 or 07700 900 321"
    // "Acme press team on 0113 496 0288"
    while let [before @ .., last] = words
        && (is_joint(last) || LEADS_ON.contains(last))
    {
        words = before;
    }
    let says_nothing = |word: &&str| is_joint(word) || label_behind(word).is_some();
    if words.iter().all(says_nothing) {
        return String::new();
    }
    let rest = closed_up(&words.join(" ").replace(" ,", ","));
    let rest = rest.trim_end_matches([',', ';']).to_owned();
    // "Burnett Rowe (Press)": only signs that close nothing are trimmed.
    if rest.contains('(') && !rest.contains(')') && piece.contains(')') { rest + ")" } else { rest }
}

/// "Press office (8am to 8pm)": when somebody can be called is no part of a name.
fn without_hours(mut text: String) -> String {
    while let Some((open, close)) = text
        .match_indices('(')
        .filter_map(|(open, _)| Some((open, open + text[open..].find(')')?)))
        .find(|(open, close)| characters::has_digit(&text[*open..*close]))
    {
        text.replace_range(open..=close, " ");
    }
    text
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
        "place ",
        "escaliers",
        "avda",
        "carrera ",
        "colonia ",
        "p.o.box",
        "p.p.box",
        "box ",
    ]
    .iter()
    .any(|word| padded.contains(word));
    let postcode = folded
        .split(|c: char| !c.is_alphanumeric())
        .any(|word| (4..=5).contains(&word.len()) && word.chars().all(|c| c.is_ascii_digit()));
    street || postcode
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
    fn a_list_opens_with_a_house_and_ends_with_a_name() {
        assert_eq!(listed("Halverton Lamp Works, Ada Berg"), Some(vec!["Halverton Lamp Works", "Ada Berg"]));
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
        assert!(is_address("01067 Dresden") && is_address("Hafengasse 4") && !is_address("Raum 7 Halle"));
    }

    #[test]
    fn words_beside_a_number_stay_without_their_signs() {
        for (piece, left) in [
            ("Lamp e. V., 0351 1234567", "Lamp e. V."),
            ("0351 1234567 or fax", ""),
            ("Ada Berg 0351 1234567 or", "Ada Berg"),
        ] {
            assert_eq!(without(piece, &[], &[], &details::phones(piece)), left, "{piece}");
        }
    }
}
