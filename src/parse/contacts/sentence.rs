//! The press contact that a sentence of the text names.

use super::super::words::{self, Wordings, fold};
use super::super::{details, joining, people};
use crate::characters;
use crate::release::Contact;

/// The contact that a sentence names: "For questions call Jane Doe on 020 ...".
pub fn in_sentence(text: &str) -> Option<Contact> {
    // Without a number or an address there is nobody to ask, and most sentences have none.
    let is_sign = |byte| matches!(byte, b'0'..=b'9' | b'@' | b'(' | b'[' | b'{' | b'<');
    let may_hold_detail = characters::holds(text, is_sign);
    (may_hold_detail && speaks_of_contact(text)).then(|| addressed(text, false)).flatten()
}

/// The contact in a sentence below the heading of a contact, which needs no wording of its own.
pub fn in_contact(text: &str) -> Option<Contact> {
    addressed(text, true)
}

/// Whether a sentence says whom to ask.
pub fn speaks_of_contact(text: &str) -> bool {
    words::wordings(text).has(Wordings::CONTACT)
}

fn addressed(text: &str, below_heading: bool) -> Option<Contact> {
    // Only the sentence that speaks of a contact can name it.
    let text = if below_heading {
        text
    } else {
        joining::sentences(text, ends_before_capital)
            .find(|sentence| speaks_of_contact(sentence) && details::reaches_somebody(sentence))?
    };
    let (emails, urls) = details::addresses(&details::unobfuscated(text));
    let emails: Vec<String> = emails.into_iter().filter(|email| !super::pieces::is_list_address(email)).collect();
    let phones: Vec<String> = details::phones_of_contact(text).into_iter().map(|(_, phone)| phone).collect();
    if emails.is_empty() && phones.is_empty() {
        return None;
    }
    let urls = if below_heading { urls } else { Vec::new() };
    let mut contact = Contact { phones, emails, urls, ..Contact::default() };
    if let Some((name, rest)) = name_in_sentence(text) {
        contact.name = Some(name);
        // "Jane Doe, press officer of the Widget Company, on 020 ..."
        let described = rest.strip_prefix(", ").and_then(|rest| rest.split(", ").next()).unwrap_or("");
        let (role, house) = ["of the", "of", "der", "des", "von", "du", "de la", "del", "de"]
            .iter()
            .find_map(|link| described.split_once(&format!(" {link} ")))
            .map_or((described, None), |(role, house)| (role, Some(house)));
        if people::is_role(role) {
            contact.role = Some(role.trim().to_owned());
            contact.organization = house.map(|house| house.trim().to_owned());
        } else if people::is_organisation(described) && !characters::has_digit(described) {
            contact.organization = Some(described.trim().to_owned());
        }
    }
    Some(contact)
}

/// Whether a sentence ends at a stop: before a capital, but not behind an abbreviation.
fn ends_before_capital(before: &str, behind: &str) -> bool {
    let word = before.rsplit([' ', '\u{A0}', '(']).next().unwrap_or("");
    let abbreviated = word.chars().count() <= 4 && word.starts_with(char::is_alphabetic);
    !abbreviated && behind.strip_prefix([' ', '\u{A0}']).is_some_and(|after| after.starts_with(char::is_uppercase))
}

/// The name right after "contact" or "an", and what follows it.
fn name_in_sentence(text: &str) -> Option<(String, &str)> {
    const CUES: [&str; 27] = [
        "to",
        "contact",
        "contacting",
        "an",
        "call",
        "email",
        "con",
        "auprès",
        "à",
        "contactez",
        "contacter",
        "contactar",
        "contacte",
        "joindre",
        "appeler",
        "bitte",
        "from",
        "beantwortet",
        "erteilt",
        "gibt",
        "ihnen",
        "you",
        "steht",
        "met",
        "kontakta",
        "kontakt",
        "contattare",
    ];
    let starts: Vec<usize> =
        text.split_whitespace().map(|word| word.as_ptr() as usize - text.as_ptr() as usize).collect();
    let cue = |at: &usize| CUES.contains(&fold(text[*at..].split_whitespace().next().unwrap_or("")).as_str());
    starts.iter().enumerate().filter(|(_, at)| cue(at)).find_map(|(index, _)| {
        (2..=4).rev().find_map(|length| {
            let from = *starts.get(index + 1)?;
            let to = starts.get(index + 1 + length).map_or(text.len(), |next| *next);
            let part = text[from..to].trim_end();
            let inner_stop = part
                .split_whitespace()
                .rev()
                .skip(1)
                .any(|word| word.ends_with(',') || word.ends_with('.') && word.chars().count() > 4);
            let name = part.trim_end_matches([',', '.']);
            let person = people::person(name).filter(|_| !inner_stop)?;
            Some((person.name, &text[from + name.len()..]))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_can_be_the_contact() {
        let found = in_sentence(
            "Für Fragen steht Ihnen unsere Pressestelle unter press@debconf.example und +49 89 2155 0092 gerne zur Verfügung.",
        );
        let found = found.expect("a contact");
        assert_eq!(found.emails, ["press@debconf.example"]);
        assert_eq!(found.phones, ["+49 89 2155 0092"]);
        assert_eq!(in_sentence("To subscribe send a message to list@example.org"), None);
        let named = in_sentence("For further information, please contact Jane Doe, press officer, at jane@x.example.")
            .expect("a contact");
        assert_eq!(named.name.as_deref(), Some("Jane Doe"));
    }

    #[test]
    fn of_several_sentences_one_is_the_contact() {
        let text = "Dr. Berg answers letters at home. For interviews please contact Jane Doe at 541-555-0163. Mr. Low does not.";
        let found = in_sentence(text).expect("a contact");
        assert_eq!(
            (found.name.as_deref(), found.phones.as_slice()),
            (Some("Jane Doe"), &["541-555-0163".to_owned()][..])
        );
        assert_eq!(
            in_sentence("Please contact the museum. Its bell was cast in 1802 and weighs 541-555-0163 grains."),
            None
        );
    }

    #[test]
    fn a_sentence_without_a_number_names_nobody_to_call() {
        let name = |text: &str| in_sentence(text).map(|contact| contact.name);
        let jane = Some(Some("Jane Doe".to_owned()));
        assert_eq!(name("We contact Ida Low daily. For interviews please contact Jane Doe at 541-555-0163."), jane);
        assert_eq!(name("For questions contact the museum. For interviews contact Jane Doe at 541-555-0163."), jane);
        assert_eq!(name("Ring 541-555-0163 at night. For questions contact the museum."), None);
    }
}
