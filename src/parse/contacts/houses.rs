//! Roles and houses: what somebody is, and where.

use super::pieces::{Opening, bears_name, is_small_role};
use super::{Below, Line, Reader};
use crate::characters;
use crate::parse::people;
use crate::parse::words::{self, fold};
use crate::release::Contact;

impl<K: Fn(&str) -> bool> Reader<'_, K> {
    pub(super) fn role_or_organisation_after(&mut self, text: &str, gap: bool) {
        let finished = self
            .contacts
            .last()
            .is_some_and(|contact| contact.has_details() && contact.organization.is_some() && contact.name.is_some());
        // A desk and its number, where the block opened with another desk.
        let of_desks = gap
            && self.opening != Opening::Other
            && self.around.below == Below::Detail
            && self.contacts.last().is_some_and(|last| !last.phones.is_empty() || !last.emails.is_empty());
        // "Fondation Genève, tél. ..." on the line below "Marthe Lind, tél. ...".
        let beside = self.form.beside.is_some_and(|named| named + 1 == self.contacts.len())
            && self.around.detail_beside
            && self.contacts.last().is_some_and(|last| !last.phones.is_empty() || !last.emails.is_empty());
        if (finished || of_desks || beside)
            && (gap || matches!(self.around.below, Below::Detail | Below::Person) || self.around.detail_beside)
            && people::is_organisation(text)
        {
            self.begin();
        }
        self.role_or_organisation(text);
    }

    pub(super) fn role_or_organisation(&mut self, text: &str) {
        let has_name = self.contacts.last().is_some_and(|contact| contact.name.is_some());
        let is_role = people::is_role(text) || people::role_and_house(text).1.is_some() || is_small_role(text);
        // A house, "Duty editor", and below it who that is.
        if self.stands_between_house_and_name(text) {
            self.current().role = Some(text.to_owned());
            return;
        }
        // A second role, of a house.
        if has_name
            && let (role, Some(house)) = people::role_and_house(text)
            && let Some(known) = &mut self.current().role
        {
            known.push_str(", ");
            known.push_str(role);
            return self.organisation(house, true);
        }
        if has_name && is_role && self.current().role.is_none() {
            let (role, organisation) = people::role_and_house(text);
            self.current().role = Some(role.to_owned());
            if let Some(organisation) = organisation {
                self.organisation(organisation, true);
            }
        } else if has_name && (is_plain_role(text) || is_further_role(text)) {
            // "Richterin am Amtsgericht" above "Pressesprecherin"
            let role = self.current().role.get_or_insert_default();
            role.push_str(", ");
            role.push_str(text);
        } else if let (role, Some(house)) = people::role_and_house(text)
            && !has_name
            && !people::is_department(role)
        {
            // "Periodista Observatorio Cerro Llano" above the name
            self.organisation(house, true);
            self.with_details().role.get_or_insert_with(|| role.to_owned());
        } else if text.split_once(": ").is_some_and(|(label, _)| !people::is_organisation(label)) {
            // "Sprache: Deutsch" is said of nobody.
            self.current().address.push(text.to_owned());
        } else {
            self.organisation(text, true);
        }
    }

    /// Whether a role stands right below a house and right above somebody's name.
    fn stands_between_house_and_name(&self, text: &str) -> bool {
        let below_house = self.contacts.last().is_some_and(|contact| {
            contact.name.is_none() && contact.organization.is_some() && contact.role.is_none() && !contact.has_details()
        });
        below_house
            && self.around.adjacent
            && self.around.below == Below::Person
            && !self.around.detail_beside
            && people::is_role(text)
            && !people::is_organisation(text)
            && !people::is_department_alone(text)
    }

    /// "Jane Doe, Tel. 0113 496 0288 Stadtschreiberin", and who stands behind that before the next number.
    pub(super) fn behind_number(&mut self, text: &str) {
        let text = text.trim();
        let awaits_role = self.contacts.last().is_some_and(|contact| contact.name.is_some() && contact.role.is_none());
        if !awaits_role || !text.starts_with(char::is_uppercase) || text.ends_with('.') || characters::has_digit(text) {
            return;
        }
        let (role, next) = people::behind_words(text).map_or((text, None), |(role, next)| (role, Some(next)));
        if people::is_role(role) {
            self.role_or_organisation(role);
        }
        if let Some(next) = next {
            self.people(vec![next]);
        }
    }

    pub(super) fn organisation(&mut self, text: &str, extend: bool) {
        let run = self.run.min(self.contacts.len());
        if self.paired {
            for contact in &mut self.contacts[run..] {
                contact.organization.get_or_insert_with(|| text.to_owned());
            }
            return;
        }
        self.with_details();
        let run = self.run.min(self.contacts.len() - 1);
        let named_last = std::mem::take(&mut self.named_last);
        if let [first, .., last] = &self.contacts[run..]
            && last.organization.is_none()
            && extend
            && named_last
            && self.around.adjacent
        {
            // A house below several names is theirs; where the first has one, it is the last one's.
            let from = if first.organization.is_some() { self.contacts.len() - 1 } else { run };
            for contact in &mut self.contacts[from..] {
                contact.organization.get_or_insert_with(|| text.to_owned());
            }
            return;
        }
        let known = self.contacts[run..].iter().rev().find_map(|contact| contact.organization.clone());
        let Some(known) = known.filter(|_| self.contacts.len() - run > 1) else {
            return self.with_details().belongs_to(text, extend);
        };
        let members = self.contacts[run..].iter_mut();
        members
            .filter(|contact| contact.organization.as_ref() == Some(&known))
            .for_each(|contact| contact.belongs_to(text, extend));
    }
}

impl Contact {
    /// A house, or a further line of it.
    fn belongs_to(&mut self, text: &str, extend: bool) {
        match &mut self.organization {
            Some(organisation) if fold(organisation).contains(&fold(text)) => {}
            Some(organisation) if extend && self.phones.is_empty() && self.emails.is_empty() => {
                organisation.push_str(", ");
                organisation.push_str(text);
            }
            // "Pressestelle", its number, and the house below.
            Some(desk) if people::is_department_alone(desk) && people::is_organisation(text) => {
                desk.push_str(", ");
                desk.push_str(text);
            }
            Some(_) => self.address.push(text.to_owned()),
            organisation @ None => *organisation = Some(text.to_owned()),
        }
    }
}

/// "Harbour press office" right above several people, each with a number: it is of all of them.
pub fn share_desk(lines: &[Line], contacts: &mut [(usize, Contact)]) {
    // Each contact looks through all of the lines.
    const MOST_LINES: usize = 200;
    if lines.len() > MOST_LINES {
        return;
    }
    let is_desk = |house: &str| {
        people::is_organisation(house)
            && house.split([' ', '-']).any(|part| people::is_department(part) || words::PRESS_DESKS.has(part))
    };
    let mut desk: Option<(usize, String)> = None;
    for (begins, contact) in contacts {
        let gap = |from: usize| lines.iter().any(|line| line.gap && line.number > from && line.number <= *begins);
        desk = desk.filter(|(above, _)| !gap(*above));
        let opens = |house: &&String| lines.iter().any(|line| line.number == *begins && line.text.trim() == **house);
        match (&contact.organization, &desk) {
            (None, Some((_, house))) if contact.name.is_some() && contact.role.is_none() => {
                contact.organization = Some(house.clone());
            }
            (None, _) => {}
            (Some(house), _) => {
                desk = Some(house).filter(opens).filter(|house| is_desk(house)).map(|house| (*begins, house.clone()));
            }
        }
    }
}

/// "Textwerk Ost" above "Lutz Hage" and lh@textwerk.example: of two lines with the shape of a name the one that
/// the address is named after is the house's.
pub fn turned(mut contact: Contact) -> Contact {
    const SHORTEST: usize = 5;
    let words = |text: &Option<String>| -> Vec<String> {
        text.iter().flat_map(|text| text.split([' ', '-'])).map(fold).filter(|word| word.len() >= SHORTEST).collect()
    };
    let named = || contact.organization.as_deref().is_some_and(|house| people::person(house).is_some());
    if contact.emails.is_empty() || contact.name.is_none() || !named() {
        return contact;
    }
    let (name, house) = (words(&contact.name), words(&contact.organization));
    let is_in = |words: &[String], part: &str| words.iter().any(|word| part.contains(word.as_str()));
    let of_house = contact.emails.iter().filter_map(|email| email.split_once('@')).any(|(local, domain)| {
        let (local, domain) = (fold(local), fold(domain));
        is_in(&name, &domain) && !is_in(&house, &domain) && !is_in(&name, &local)
    });
    if of_house {
        std::mem::swap(&mut contact.name, &mut contact.organization);
    }
    contact
}

/// "Jane Doe" above "John Roe", a number and jane@example.org, john@example.org: what seemed a house has an address of
/// its own, and the number is of both.
pub fn two_by_address(contact: &Contact) -> Option<(Contact, Contact)> {
    let (name, other) = (contact.name.as_deref()?, contact.organization.as_deref()?);
    people::person(other).filter(|person| person.name.contains(' ') && !people::is_organisation(other))?;
    let (its, rest): (Vec<_>, Vec<_>) =
        contact.emails.iter().cloned().partition(|email| bears_name(email, other) && !bears_name(email, name));
    if its.is_empty() || !rest.iter().any(|email| bears_name(email, name)) {
        return None;
    }
    let first = Contact { organization: None, emails: rest, ..contact.clone() };
    let second =
        Contact { name: Some(other.to_owned()), phones: contact.phones.clone(), emails: its, ..Contact::default() };
    Some(match contact.phones.as_slice() {
        [one, two] => (Contact { phones: vec![one.clone()], ..first }, Contact { phones: vec![two.clone()], ..second }),
        _ => (first, second),
    })
}

/// "Chef Medien und Information" below "Kriminalkommissär": what somebody is besides, and no house.
fn is_further_role(text: &str) -> bool {
    let first = text.split(' ').next().unwrap_or(text);
    // "Chairman's Statement" is a heading.
    let is_word = first.chars().all(|c| c.is_alphabetic() || c == '-');
    is_word
        && people::is_role(first)
        && !people::is_department(first)
        && people::is_role(text)
        && !people::is_organisation(text)
}

/// A role of which each word but a small one says so, and no department.
fn is_plain_role(text: &str) -> bool {
    let last = text.rsplit(' ').next().unwrap_or(text);
    !words::at_least(text, 4)
        && people::is_role(text)
        && people::is_role(last)
        && !people::is_department(last)
        && !people::is_organisation(text)
}
