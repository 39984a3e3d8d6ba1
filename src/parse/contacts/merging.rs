//! One contact for what several parts of a release say of the same people. Those of different names stay
//! apart, however alike their numbers are.

use std::collections::HashMap;

use crate::parse::Placed;
use crate::parse::words::fold;
use crate::problem::Place;
use crate::release::{Contact, figures};

/// Contacts of one name are one contact.
pub fn merged(contacts: Vec<(usize, Contact)>) -> Vec<Placed<Contact>> {
    let mut merged: Vec<Placed<Contact>> = Vec::new();
    let mut places = Places::default();
    for (line, mut contact) in contacts {
        let named = places.named_in_house(&contact);
        if named.is_some() {
            contact.organization = None;
        }
        let twin = named.or_else(|| places.of(&contact)).or_else(|| last_half(&merged, &contact));
        let house = twin.map_or(&contact.organization, |twin| &merged[twin].value.organization);
        places.note(&contact, house.as_ref(), twin.unwrap_or(merged.len()));
        match twin {
            Some(twin) => merged[twin].value.absorb(contact),
            None => merged.push(Placed::new(Place::line(line), contact)),
        }
    }
    merged
}

/// Numbers of nobody and addresses of nobody, as the gaps of a letterhead part them, are of one house.
fn last_half(merged: &[Placed<Contact>], contact: &Contact) -> Option<usize> {
    let nobodys =
        |contact: &Contact| contact.name.is_none() && contact.organization.is_none() && contact.role.is_none();
    let last = merged.last().filter(|last| nobodys(&last.value) && nobodys(contact))?;
    let halves = last.value.emails.is_empty() && contact.phones.is_empty() && contact.fax.is_empty();
    (halves && merged.len() == 1).then_some(0)
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
            None => self.details.get(&detail),
            house => self.houses.get(&(detail.clone(), house.clone())),
        });
        known.copied().min()
    }

    /// "County Clerk Spokesperson Ada Berg", of whom a contact tells already: no house, but what she is.
    fn named_in_house(&self, contact: &Contact) -> Option<usize> {
        let house = contact.organization.as_ref().filter(|_| contact.name.is_none()).map(|house| fold(house))?;
        let is_behind = |name: &str| house.strip_suffix(name).is_some_and(|before| before.ends_with(' '));
        self.names.iter().filter(|(name, _)| is_behind(name)).map(|(_, at)| *at).min()
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

/// Numbers by their figures: "0221/555-0112" and "0221 5550112" are one.
fn details(contact: &Contact) -> impl Iterator<Item = String> {
    contact.phones.iter().map(|phone| figures(phone)).chain(contact.emails.iter().cloned())
}
