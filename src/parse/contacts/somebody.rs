//! Somebody named in a contact: a contact of their own, or the name of one that has its house or number already.
//!
//! Whether words are a name, `people` says; here it is only decided whose lines are whose.

use super::bare::without_stop;
use super::pieces::{Opening, is_acronym};
use super::street::is_address;
use super::{Below, Next, Reach, Reader};
use crate::parse::people::{self, Person};
use crate::parse::words;
use crate::release::Contact;

/// Lands that houses are named after, each in its own language and in English, folded.
const LANDS: [&str; 24] = [
    "austria",
    "österreich",
    "germany",
    "deutschland",
    "switzerland",
    "schweiz",
    "suisse",
    "svizzera",
    "france",
    "italia",
    "italy",
    "españa",
    "spain",
    "portugal",
    "nederland",
    "netherlands",
    "belgium",
    "sverige",
    "sweden",
    "danmark",
    "norge",
    "polska",
    "europe",
    "international",
];

impl<K: Fn(&str) -> bool> Reader<'_, K> {
    /// A name-like line right under a name is more likely the house than a second person.
    pub(super) fn is_rather_an_organisation(&self, names: &[Person], gap: bool) -> bool {
        let [only] = names else { return false };
        // "AK Grünstetten – Kommunikation" above "Mag. Jane Doe"
        let first = only.name.split(' ').next().unwrap_or_default();
        let is_first = self.contacts.is_empty();
        if is_first && is_acronym(first) && first.len() > 1 && self.around.below == Below::Person {
            return true;
        }
        // A department is of a house, which stands below it.
        let awaits_house = |contact: &Contact| contact.organization.as_deref().is_none_or(people::is_department_alone);
        let under_a_name = self
            .contacts
            .last()
            .is_some_and(|contact| contact.name.is_some() && awaits_house(contact) && !contact.has_details());
        let long = only.name.split_whitespace().count() > 2;
        under_a_name
            && !gap
            && !only.certain
            && self.contacts.len() - self.run == 1
            && !self.is_rather_somebody(only)
            && (long || self.around.below == Below::Detail || (self.known)(&only.name))
    }

    /// "Asia" or "Museum shop:" above the next name, where somebody's number ends above the gap.
    pub(super) fn heads_next(&self, text: &str) -> bool {
        const MOST_WORDS: usize = 6;
        let calls = |contact: &Contact| !contact.phones.is_empty() || !contact.emails.is_empty();
        (self.around.below == Below::Person && self.around.reach == Reach::Called || self.around.next == Next::Somebody)
            && !self.around.detail_beside
            && self.contacts.last().is_some_and(calls)
            && text.starts_with(char::is_uppercase)
            && !words::at_least(text, MOST_WORDS + 1)
            && !text.ends_with('.')
            && (people::people(text).is_empty() || self.form.headed && !people::is_certain(text))
            && !people::is_role(text)
            && !is_address(text)
    }

    /// "Europe" on a line by itself, with somebody and a number below, opens a list that is set so.
    pub(super) fn is_heading_of_somebody(&self, text: &str) -> bool {
        self.around.next == Next::Somebody
            && !self.around.detail_beside
            && people::people(text).is_empty()
            && !people::is_organisation(text)
            && !people::is_role(text)
    }

    /// Right above a role stands who holds it, unless the text speaks of it as of a house.
    fn is_rather_somebody(&self, person: &Person) -> bool {
        self.around.below == Below::Role && !(self.known)(&person.name)
            || self.around.below == Below::Detail && self.is_below_house(person)
    }

    /// "Lindmark Austria" above "Jane Doe": the name above has a land in it, or the text speaks of what it opens with and
    /// never of it as a whole, as of somebody it would.
    fn is_below_house(&self, person: &Person) -> bool {
        const SHORTEST: usize = 4;
        let Some(above) = self.contacts.last().and_then(|contact| contact.name.as_deref()) else { return false };
        let is_sure = self.sure.last().is_some_and(|sure| *sure);
        let opening = above.split(' ').next().unwrap_or(above);
        let is_land = |word: &str| LANDS.contains(&words::fold(word).as_str());
        let spoken_of = || opening.chars().count() >= SHORTEST && (self.known)(opening) && !(self.known)(above);
        let of_nobody =
            || !person.name.split([' ', '-']).any(|word| word.chars().count() >= SHORTEST && (self.known)(word));
        !is_sure
            && !person.name.split(' ').any(is_land)
            && (above.split(' ').skip(1).any(is_land) || spoken_of())
            && of_nobody()
    }

    /// "Assistant: Jane Doe", "Harbour Museum: Jane Doe", "At weekends: Jane Doe".
    pub(super) fn labelled_person(&mut self, label: &str, rest: &str, gap: bool) {
        let calls_somebody = self.contacts.last().is_some_and(Contact::has_details);
        let (first, others) = rest.split_once(',').unwrap_or((rest, ""));
        if calls_somebody && people::people(first).is_empty() && people::behind_words(first).is_none() {
            self.run = self.contacts.len();
            self.contacts.push(Contact { role: Some(without_stop(first).to_owned()), ..Contact::default() });
            return self.piece(others.trim(), false);
        }
        let before = self.contacts.len();
        self.piece(rest, gap);
        if self.contacts.last().is_none_or(|contact| contact.name.is_none()) {
            return;
        }
        if people::is_role(label) {
            // "Press officer: Jane Doe/John Roe": what both are.
            let last = self.contacts.len() - 1;
            let first = if self.paired { self.run.min(last) } else { last };
            for contact in &mut self.contacts[first..] {
                contact.role.get_or_insert_with(|| label.to_owned());
            }
        } else if (people::is_organisation(label) || is_acronym(label))
            && !(people::is_department(label) || words::CONTACT.has(label))
            && self.contacts.len() > before
        {
            self.organisation(label, false);
        }
    }

    pub(super) fn people(&mut self, names: Vec<Person>) {
        self.pending = None;
        self.form.labelled = false;
        self.house_above(&names);
        // A house's address alone may stand above the name.
        let calls =
            |contact: &Contact| !(contact.phones.is_empty() && contact.emails.is_empty() && contact.fax.is_empty());
        // A number may stand above the name where nothing stands above it.
        let number_above = self.contacts.len() == 1 && self.around.adjacent && self.begins.len() == 1;
        // That of a house too, where it is the only number, and nobody else is named.
        let is_last = self.lone_name_behind.is_some_and(|number| self.number >= number);
        let of_house = is_last && !self.around.detail_beside;
        let waiting = self.contacts.last().is_some_and(|contact| {
            contact.name.is_none()
                && (!calls(contact) || number_above && (contact.organization.is_none() || of_house && names.len() == 1))
        });
        let parted = std::mem::take(&mut self.parted);
        let after_details = parted || self.contacts.last().is_none_or(Contact::has_details);
        let many = names.len() > 1;
        if after_details || many {
            self.run = self.contacts.len().saturating_sub(usize::from(waiting));
        }
        self.paired = many;
        self.named_last = true;
        let shared = self.contacts.last().filter(|_| waiting).and_then(|contact| contact.organization.clone());
        let below_house = self.below_house(&names);
        for (index, person) in names.into_iter().enumerate() {
            let at = if waiting && index == 0 { self.contacts.len() - 1 } else { self.contacts.len() };
            self.sure.resize(at + 1, false);
            self.sure[at] |= person.certain || many;
            if waiting && index == 0 {
                if let Some(contact) = self.contacts.last_mut() {
                    contact.name = Some(person.name);
                }
            } else {
                self.sure[at] |= below_house.is_some();
                let organization = shared.clone().filter(|_| many).or_else(|| below_house.clone());
                self.contacts.push(Contact { name: Some(person.name), organization, ..Contact::default() });
            }
        }
        self.form.beside = Some(self.contacts.len().saturating_sub(1)).filter(|_| self.around.detail_beside);
    }

    /// "Northern Ballet" above "Jane Doe  0113 496 0288": of two lines with the shape of a name the one
    /// beside the number or above a role is somebody's, and the one above that house's.
    fn house_above(&mut self, names: &[Person]) {
        let alone = self.contacts.len() == self.run + 1 && self.sure.last().is_none_or(|sure| !sure);
        let [only] = names else { return };
        if !self.around.adjacent || !alone || !self.around.detail_beside && !self.is_rather_somebody(only) {
            return;
        }
        if let Some(contact) = self.contacts.last_mut()
            && contact.organization.is_none()
            && contact.role.is_none()
            && !contact.has_details()
        {
            contact.organization = contact.name.take();
        }
    }

    /// The house that a second name stands below, where no number parts it from the first.
    fn below_house(&self, names: &[Person]) -> Option<String> {
        let [_] = names else { return None };
        let beside_its_number = |contact: &Contact| contact.name.is_none() && self.opening == Opening::HouseAndNumber;
        let is_above = |contact: &&Contact| {
            beside_its_number(contact) && !self.around.detail_beside || contact.name.is_some() && !contact.has_details()
        };
        let above = self.contacts.last().filter(is_above)?;
        above.organization.clone().filter(|_| self.opening != Opening::Other && self.around.adjacent)
    }
}
