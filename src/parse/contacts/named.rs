//! The words of a contact: who is named, as what, and of which house.
//!
//! Which words name a person, a role or a house, `people` says; whose they are is decided here.

use super::Reader;
use super::pieces::{is_address, is_joint, listed, parted};
use crate::parse::people::{self, Person};
use crate::parse::words::fold;
use crate::release::Contact;

impl<K: Fn(&str) -> bool> Reader<'_, K> {
    pub(super) fn words(&mut self, text: &str, gap: bool) {
        let text = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ':' | '('));
        let text = ["of the ", "of ", "both of the ", "both of ", "from "]
            .iter()
            .find_map(|link| text.strip_prefix(link))
            .unwrap_or(text);
        // A sentence below the numbers is no house.
        let is_sentence = text.ends_with('.') && text.split_whitespace().count() >= 7 && !people::is_organisation(text);
        if !text.contains(char::is_alphabetic) || text.chars().count() > 120 || is_joint(text) || is_sentence {
            return;
        }
        if is_address(text) {
            self.current().address.push(text.to_owned());
            return;
        }
        let names = people::people(text);
        if !names.is_empty() && !self.is_rather_an_organisation(&names, gap) {
            return self.people(names);
        }
        if let Some(parts) = listed(text).filter(|_| self.around.detail_beside) {
            for part in parts {
                self.words(part, false);
            }
            return;
        }
        if let Some((left, right)) = parted(text)
            && let names = people::people(left)
            && !names.is_empty()
        {
            self.people(names);
            // "Nina Berg, MAS"
            if right.split([' ', ',']).all(|word| word.is_empty() || people::is_honorific(word)) {
                return;
            }
            return self.role_or_organisation(right);
        }
        // Right under a name stands a house or a role, however it begins.
        let names_the_house = self
            .contacts
            .last()
            .is_some_and(|contact| contact.name.is_some() && contact.organization.is_none() && !contact.has_details());
        if !names_the_house && let Some((person, organisation)) = people::fused(text, self.known) {
            self.people(vec![person]);
            return self.organisation(&organisation, false);
        }
        self.role_or_organisation_after(text, gap);
    }

    /// A name-like line right under a name is more likely the house than a second person.
    fn is_rather_an_organisation(&self, names: &[Person], gap: bool) -> bool {
        let [only] = names else { return false };
        let under_a_name = self
            .contacts
            .last()
            .is_some_and(|contact| contact.name.is_some() && contact.organization.is_none() && !contact.has_details());
        let long = only.name.split_whitespace().count() > 2;
        under_a_name
            && !gap
            && !only.certain
            && self.contacts.len() - self.run == 1
            && (long || self.around.detail_follows || (self.known)(&only.name))
    }

    fn people(&mut self, names: Vec<Person>) {
        self.pending = None;
        // A house's address alone may stand above the name.
        let calls =
            |contact: &Contact| !(contact.phones.is_empty() && contact.emails.is_empty() && contact.fax.is_empty());
        let waiting = self.contacts.last().is_some_and(|contact| contact.name.is_none() && !calls(contact));
        let after_details = self.contacts.last().is_none_or(Contact::has_details);
        let many = names.len() > 1;
        if after_details || many {
            self.run = self.contacts.len().saturating_sub(usize::from(waiting));
        }
        self.paired = many;
        let shared = self.contacts.last().filter(|_| waiting).and_then(|contact| contact.organization.clone());
        for (index, person) in names.into_iter().enumerate() {
            let at = if waiting && index == 0 { self.contacts.len() - 1 } else { self.contacts.len() };
            self.sure.resize(at + 1, false);
            self.sure[at] |= person.certain || many;
            if waiting && index == 0 {
                if let Some(contact) = self.contacts.last_mut() {
                    contact.name = Some(person.name);
                }
            } else {
                self.contacts.push(Contact {
                    name: Some(person.name),
                    organization: shared.clone().filter(|_| many),
                    ..Contact::default()
                });
            }
        }
    }

    fn role_or_organisation_after(&mut self, text: &str, gap: bool) {
        let finished = self
            .contacts
            .last()
            .is_some_and(|contact| contact.has_details() && contact.organization.is_some() && contact.name.is_some());
        if finished
            && (gap || self.around.detail_follows || self.around.detail_beside || self.around.person_follows)
            && people::is_organisation(text)
        {
            self.contacts.push(Contact::default());
            self.run = self.contacts.len() - 1;
            self.paired = false;
        }
        self.role_or_organisation(text);
    }

    fn role_or_organisation(&mut self, text: &str) {
        let has_name = self.contacts.last().is_some_and(|contact| contact.name.is_some());
        let is_role = people::is_role(text) || people::role_and_house(text).1.is_some();
        if has_name && is_role && self.current().role.is_none() {
            let (role, organisation) = people::role_and_house(text);
            self.current().role = Some(role.to_owned());
            if let Some(organisation) = organisation {
                self.organisation(organisation, true);
            }
        } else {
            self.organisation(text, true);
        }
    }

    fn organisation(&mut self, text: &str, extend: bool) {
        let run = self.run.min(self.contacts.len());
        if self.paired {
            for contact in &mut self.contacts[run..] {
                contact.organization.get_or_insert_with(|| text.to_owned());
            }
            return;
        }
        let contact = self.with_details();
        match &mut contact.organization {
            Some(organisation) if fold(organisation).contains(&fold(text)) => {}
            Some(organisation) if extend && contact.phones.is_empty() && contact.emails.is_empty() => {
                organisation.push_str(", ");
                organisation.push_str(text);
            }
            Some(_) => contact.address.push(text.to_owned()),
            organisation @ None => *organisation = Some(text.to_owned()),
        }
    }
}
