//! What somebody is, and the department they are it of. Who they are is not asked.

use super::houses::{is_joined_by_capitals, is_organisation};
use crate::parse::line::ends_with_legal_form;
use crate::parse::words::{self, fold};

/// A word that names a department of a house.
pub fn is_department(text: &str) -> bool {
    words::DEPARTMENTS.has(text)
}

/// "Media Relations", "Press Office": a department and no house.
pub fn is_department_alone(text: &str) -> bool {
    let mut parts = text.split([' ', '\u{A0}']);
    let first = parts.next().unwrap_or("");
    let is_joint = |part: &str| part == "&" || words::CONJUNCTIONS.has_small(part);
    is_department(text)
        // "Presse- und Öffentlichkeitsarbeit"
        || is_department(first.trim_end_matches('-'))
            && parts.all(|part| words::OFFICES.has(part) || is_department(part) || is_joint(part))
}

/// A role, and the house that stands behind it: "Head of Press, Acme", "Geschäftsleiter Genossenschaft X".
pub fn role_and_house(text: &str) -> (&str, Option<&str>) {
    let is_house = |house: &str| {
        let department = is_department(house.split_whitespace().next().unwrap_or("")) || is_desk(house);
        house.starts_with(char::is_uppercase) && !department && !is_role(house)
    };
    let by_comma = text.split_once(',').map(|(role, house)| (role.trim(), house.trim()));
    let by_space = text.split_once(' ').filter(|(_, house)| is_organisation(house));
    by_comma
        .into_iter()
        .chain(by_space)
        .find(|(role, house)| is_role(role) && is_house(house))
        .map_or((text, None), |(role, house)| (role, Some(house)))
}

/// "Investor Relations", "Corporate Affairs": what somebody is in charge of, behind a role.
pub fn is_desk(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or("");
    words::DESKS.has(first)
        && !words::at_least(text, 4)
        && text.split_whitespace().skip(1).last().is_some_and(|last| words::DESK_ENDS.has(last))
}

/// A desk, and what it is in charge of beside that: "Public Relations and Media".
fn is_desk_or_two(text: &str) -> bool {
    let two = || {
        super::joints(text).any(|(at, joint)| {
            let other = &text[at + joint.len()..];
            is_desk(&text[..at]) && (is_desk(other) || is_department(other))
        })
    };
    is_desk(text) || two()
}

/// "Vice President, Investor Relations" as the role alone: the desk has words of an organisation.
fn without_desk(text: &str) -> &str {
    // "Public Relations", "Public Relations and Media"
    const WORDS_OF_DESKS: [usize; 2] = [2, 4];
    let blank = |words: usize| text.match_indices([' ', '\u{A0}']).rev().nth(words - 1).map(|(at, _)| at);
    let desk = WORDS_OF_DESKS.into_iter().filter_map(blank).find(|at| is_desk_or_two(text[*at..].trim()));
    let role = desk.map_or(text, |at| text[..at].trim_end_matches([',', ' ']));
    if role.ends_with(" of") || role.is_empty() { text } else { role }
}

/// A role or position; one that opens with its word, or has no word of an organisation.
pub fn is_role(text: &str) -> bool {
    let text = without_desk(text);
    let folded = fold(text);
    let words_in: Vec<&str> =
        folded.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| !word.is_empty()).collect();
    // "Office of the Mayor" is a house.
    if words_in.first().is_some_and(|first| words::BUREAUS.has(first)) {
        return false;
    }
    // Each word is looked up once.
    let roles: Vec<bool> = words_in.iter().map(|word| words::ROLES.has(word)).collect();
    let named = |at: usize| roles[at] && !is_department(words_in[at]);
    // "Press Officer" ends with its role; "Communications" at the end names a department.
    let ends = words_in.len().checked_sub(1).is_some_and(named);
    let opens = roles.first().is_some_and(|opens| *opens)
        || ends
        || (0..words_in.len().min(3)).any(named) && !is_organisation(text);
    let compound = words_in.iter().any(|word| is_compound_role(word));
    let names_a_role = (0..words_in.len()).any(named);
    (opens || compound || names_a_role && !is_organisation(text) || is_two_word_role(&folded))
        && text.chars().count() <= 90
        && !ends_with_legal_form(&folded)
}

/// "Jane Doe Chief Executive", as two columns are read, and no "Public Information Officer".
pub fn role_behind_name(text: &str) -> Option<(&str, &str)> {
    let blanks = text.match_indices(' ').map(|(at, _)| (&text[..at], text[at..].trim_start()));
    let mut names = blanks.filter(|(name, _)| words::at_least(name, 2));
    names.find(|(name, role)| {
        let last = role.rsplit(' ').next().unwrap_or(role);
        let is_plain = words::at_least(role, 2) && words::ROLES.has(last) && !is_department(last);
        is_plain && role.starts_with(char::is_uppercase) && is_role(role) && super::person(name).is_some()
    })
}

/// German, Dutch and the Scandinavian languages write the role into the last part of a word: "Pressereferentin".
fn is_compound_role(word: &str) -> bool {
    words::COMPOUND_ROLES.before_each(word).next().is_some()
}

/// "Press secretary", "account manager": roles that only two words together name.
fn is_two_word_role(folded: &str) -> bool {
    words::ROLES_IN.is_in(folded)
        && words::ROLES.iter().any(|role| role.contains(' ') && folded.contains(role))
        && !is_organisation(folded)
}

/// "Le procureur de la République", "Der Oberbürgermeister": an office and nothing else, as it stands in
/// a letterhead and below a signature.
pub fn is_office(text: &str) -> bool {
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    if words::at_least(bare, 11) || text.ends_with(['.', '!', '?', ':']) {
        return false;
    }
    let folded = fold(bare);
    let (article, office) = match folded.split_once(' ') {
        Some((article, office)) if words::ARTICLES.has(article) => (article.len() + 1, office),
        _ => (folded.strip_prefix("l'").map_or(0, |_| 2), folded.strip_prefix("l'").unwrap_or(&folded)),
    };
    let holds = office.split(' ').next().is_some_and(|first| words::ROLES.has(first) || is_compound_role(first));
    // A name may follow in capitals, but nobody does anything.
    let of_a_house = || is_joined_by_capitals(bare.split(' ').skip(1 + usize::from(article > 2)));
    holds && !is_department(office) && (!office.contains(' ') || article > 0 && of_a_house())
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
            "Vice President, Investor Relations",
            "Senior Communications Officer Public Relations and Media",
            "Marketing Co-Lead",
        ] {
            assert!(is_role(role), "{role}");
        }
        assert_eq!(
            role_and_house("Geschäftsleiter Genossenschaft Talwärts"),
            ("Geschäftsleiter", Some("Genossenschaft Talwärts"))
        );
        assert_eq!(role_and_house("Leiter Öffentlichkeitsarbeit"), ("Leiter Öffentlichkeitsarbeit", None));
        for organisation in [
            "Marlow County District Attorney’s Office",
            "ABA-Alpen Bild Agentur",
            "Stabstelle Kommunikation",
            "Page One Public Relations",
            "Steinhorch e. V.",
        ] {
            assert!(is_organisation(organisation), "{organisation}");
        }
        assert!(!is_role("Marlow County District Attorney’s Office"));
    }

    #[test]
    fn an_office_is_a_role_of_which_nothing_is_said() {
        for office in [
            "Le procureur de la République",
            "LE PRÉFET",
            "Der Oberbürgermeister der Stadt Morne",
            "Die Landrätin",
            "El Alcalde",
            "Le directeur général",
        ] {
            assert!(is_office(office), "{office}");
        }
        for other in [
            "Le procureur ouvre une enquête",
            "Der Bürgermeister lädt ein",
            "Bürgermeister tritt zurück",
            "El alcalde inaugura la feria",
            "Die Landrätin kommt!",
            "Kommunikation",
        ] {
            assert!(!is_office(other), "{other}");
        }
    }

    #[test]
    fn departments_and_roles_of_two_words_are_known() {
        assert!(is_department("Kommunikation") && !is_department("Berg"));
        assert!(is_role("Press secretary"));
    }
}
