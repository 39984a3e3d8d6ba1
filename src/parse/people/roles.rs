//! What somebody is, and the department they are it of. Who they are is not asked.

use super::houses::is_organisation;
use crate::parse::line::ends_with_legal_form;
use crate::parse::words::{self, fold};

/// A word that names a department of a house.
pub fn is_department(text: &str) -> bool {
    DEPARTMENTS.contains(&fold(text).as_str())
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
    // Each word is looked up once.
    let roles: Vec<bool> = words_in.iter().map(|word| words::ROLES.has(word)).collect();
    let named = |at: usize| roles[at] && !DEPARTMENTS.contains(&words_in[at]);
    // "Press Officer" ends with its role; "Communications" at the end names a department.
    let ends = words_in.len().checked_sub(1).is_some_and(named);
    let opens = roles.first().is_some_and(|opens| *opens)
        || ends
        || (0..words_in.len().min(3)).any(named) && !is_organisation(text);
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
            "kommissar",
            "kommissarin",
        ]
        .iter()
        .any(|end| word.ends_with(end))
    });
    let names_a_role = (0..words_in.len()).any(named);
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
    fn departments_and_roles_of_two_words_are_known() {
        assert!(is_department("Kommunikation") && !is_department("Berg"));
        assert!(is_role("Press secretary"));
    }
}
