//! One contact for what several parts of a release say of the same people. Those of different names stay
//! apart, however alike their numbers are.

use crate::parse::words::fold;
use crate::release::Contact;

/// Contacts of one name are one contact.
pub fn merged(contacts: Vec<(usize, Contact)>) -> Vec<(usize, Contact)> {
    let mut merged: Vec<(usize, Contact)> = Vec::new();
    for (line, contact) in contacts {
        let twin = merged.iter_mut().map(|(_, other)| other).find(|other| match (&other.name, &contact.name) {
            (Some(a), Some(b)) => fold(a) == fold(b),
            (None, None) => {
                let shares = |a: &[String], b: &[String]| a.iter().any(|value| b.contains(value));
                (other.organization == contact.organization || contact.organization.is_none())
                    && (shares(&other.phones, &contact.phones) || shares(&other.emails, &contact.emails))
            }
            _ => false,
        });
        match twin {
            Some(twin) => twin.absorb(contact),
            None => merged.push((line, contact)),
        }
    }
    merged
}
