//! The press contact that a sentence of the text names.

use super::super::words::{self, fold};
use super::super::{details, people};
use crate::release::Contact;

/// The contact that a sentence names: "For questions call Jane Doe on 020 ...".
pub fn in_sentence(text: &str) -> Option<Contact> {
    let folded = fold(text);
    if !words::CONTACT_SENTENCE.is_in(&folded) {
        return None;
    }
    let (emails, _) = details::addresses(&details::unobfuscated(text));
    let phones: Vec<String> = details::phones(text).into_iter().map(|(_, phone)| phone).collect();
    if emails.is_empty() && phones.is_empty() {
        return None;
    }
    let mut contact = Contact { phones, emails, ..Contact::default() };
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
        }
    }
    Some(contact)
}

/// The name right after "contact" or "an", and what follows it.
fn name_in_sentence(text: &str) -> Option<(String, &str)> {
    const CUES: [&str; 8] = ["contact", "contacting", "an", "call", "email", "con", "auprès", "à"];
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
