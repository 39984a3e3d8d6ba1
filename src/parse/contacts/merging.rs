//! One contact for what several parts of a release say of the same people. Those of different names stay
//! apart, however alike their numbers are.

use std::collections::HashMap;

use crate::parse::Placed;
use crate::parse::words::fold;
use crate::problem::Place;
use crate::release::Contact;

/// Contacts of one name are one contact.
pub fn merged(contacts: Vec<(usize, Contact)>) -> Vec<Placed<Contact>> {
    let mut merged: Vec<Placed<Contact>> = Vec::new();
    let mut places = Places::default();
    for (line, contact) in contacts {
        let twin = places.of(&contact);
        let house = twin.map_or(&contact.organization, |twin| &merged[twin].value.organization);
        places.note(&contact, house.as_ref(), twin.unwrap_or(merged.len()));
        match twin {
            Some(twin) => merged[twin].value.absorb(contact),
            None => merged.push(Placed::new(Place::line(line), contact)),
        }
    }
    merged
}

/// Where the first contact stands that bears a name; of those without one, that has a number or an
/// address, in any house and in one.
#[derive(Default)]
struct Places {
    names: HashMap<String, usize>,
    details: HashMap<String, usize>,
    houses: HashMap<(String, Option<String>), usize>,
}

impl Places {
    /// The place of the contact that one is another reading of.
    fn of(&self, contact: &Contact) -> Option<usize> {
        if let Some(name) = &contact.name {
            return self.names.get(&fold(name)).copied();
        }
        let known = details(contact).filter_map(|detail| match &contact.organization {
            None => self.details.get(detail),
            house => self.houses.get(&(detail.clone(), house.clone())),
        });
        known.copied().min()
    }

    /// `house` is that of the contact at the place, which one without any is of as well.
    fn note(&mut self, contact: &Contact, house: Option<&String>, at: usize) {
        if let Some(name) = &contact.name {
            self.names.entry(fold(name)).or_insert(at);
            return;
        }
        for detail in details(contact) {
            self.details.entry(detail.clone()).or_insert(at);
            self.houses.entry((detail.clone(), house.cloned())).or_insert(at);
        }
    }
}

fn details(contact: &Contact) -> impl Iterator<Item = &String> {
    contact.phones.iter().chain(&contact.emails)
}
