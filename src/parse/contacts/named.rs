//! The words of a contact: who is named, as what, and of which house.
//!
//! Which words name a person, a role or a house, `people` says; whose they are is decided here.

use super::pieces::{
    Opening, behind_contact_word, house_and_name, is_acronym, is_joint, listed, parted, second_person,
};
use super::street::{before_address, ends_with_house_number, is_address};
use super::{Below, Reader};
use crate::parse::line;
use crate::parse::people::{self, Person};
use crate::parse::words::{self, fold};
use crate::release::Contact;

impl<K: Fn(&str) -> bool> Reader<'_, K> {
    pub(super) fn words(&mut self, text: &str, gap: bool) {
        let text = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ':' | '('));
        let text = [
            "of the ",
            "of ",
            "both of the ",
            "both of ",
            "from ",
            "i. A. ",
            "i.A. ",
            "i. V. ",
            "i.V. ",
            "gez. ",
            "p.o. ",
        ]
        .iter()
        .find_map(|link| text.strip_prefix(link))
        .unwrap_or(text);
        // "For Harbour Works:" above whom to call there.
        let text = text.strip_prefix("For ").filter(|house| house.starts_with(char::is_uppercase)).unwrap_or(text);
        // "Please email press@example.org"
        let text = words::behind(text, "please").map_or(text, |rest| rest.trim_start_matches([' ', ',']));
        let text = behind_contact_word(text).unwrap_or(text);
        let text = without_label(without_stop(text));
        // "Phone" above numbers that stand in a column.
        if [&words::PHONE, &words::FAX, &words::EMAIL, &words::WEB].iter().any(|table| table.has(text)) {
            return;
        }
        // A sentence below the numbers is no house.
        let is_sentence = text.ends_with('.') && text.split_whitespace().count() >= 7 && !people::is_organisation(text);
        // "(c) 202-555-0148"
        let one_letter = text.chars().filter(|c| c.is_alphabetic()).nth(1).is_none();
        if one_letter || text.chars().count() > 120 || is_joint(text) || is_sentence {
            return;
        }
        if self.around.above_town && ends_with_house_number(text) {
            return self.current().address.push(text.to_owned());
        }
        if is_address(text) {
            let (before, address) = before_address(text);
            if !before.is_empty() {
                self.words(before, gap);
            }
            self.current().address.push(address.to_owned());
            return;
        }
        if let Some((house, name)) = in_parentheses(text) {
            self.words(name, gap);
            return self.organisation(house, false);
        }
        let names = people::people(text);
        if !names.is_empty() && !self.is_rather_an_organisation(&names, gap) {
            return self.people(names);
        }
        let of_three = |parts: &Vec<&str>| parts.iter().any(|part| part.contains(", "));
        if let Some(parts) = listed(text).filter(|parts| self.around.detail_beside || of_three(parts)) {
            for part in parts {
                self.words(part, false);
            }
            return;
        }
        if let Some((house, name, behind)) = house_and_name(text, self.around.detail_beside) {
            // The next one in a list.
            if self.contacts.last().is_some_and(|contact| contact.name.is_some() && contact.has_details()) {
                self.run = self.contacts.len();
                self.contacts.push(Contact::default());
                self.paired = false;
            }
            self.organisation(house, false);
            self.words(name, gap);
            if !is_degree(behind) {
                self.words(behind, false);
            }
            return;
        }
        if let Some((left, right)) = parted(text)
            && let names = people::people(left)
            && !names.is_empty()
        {
            let house_above = self.contacts.last().is_some_and(|contact| contact.organization.is_some());
            if let Some(second) = second_person(right).filter(|second| house_above || second.certain) {
                return self.people(names.into_iter().chain([second]).collect());
            }
            self.people(names);
            // "Nina Berg, MAS"
            if is_degree(right) {
                return;
            }
            return self.role_or_organisation(right);
        }
        // "Regierungsrat Beat Gisler, Vorsteher Baudepartement"
        if let Some((left, right)) = text.split_once(", ")
            && let Some((role, person)) = people::behind_words(left).filter(|(role, _)| people::is_role(role))
        {
            self.people(vec![person]);
            self.current().role.get_or_insert_with(|| role.to_owned());
            return self.role_or_organisation(right);
        }
        if let Some((name, role)) = people::role_behind_name(text).filter(|_| !people::is_organisation(text)) {
            self.people(people::people(name));
            self.current().role.get_or_insert_with(|| role.to_owned());
            return;
        }
        // "Konserndirektør, Per Solberg", "Presserådgiver i Handelsministeriet, Jesper Holm"
        if let Some((role, house, person)) = people::role_and_name(text) {
            self.people(vec![person]);
            self.current().role.get_or_insert_with(|| role.to_owned());
            if let Some(house) = house {
                self.organisation(house, false);
            }
            return;
        }
        if let Some((before, person)) = people::behind_words(text) {
            // "Cabinet de Mme Solène Marquissac" is named after somebody.
            let last = before.rsplit(' ').next().unwrap_or("");
            if people::is_organisation(before) && words::GENITIVES.has_small(last) {
                return self.organisation(text, false);
            }
            self.people(vec![person]);
            if !before.contains(' ') && people::is_role(before) {
                self.current().role.get_or_insert_with(|| before.to_owned());
            } else if people::is_organisation(before) && !people::is_role(before) {
                self.organisation(before, false);
            }
            return;
        }
        // "Dr. Ada Berg Kommunikation", "Ada Berg Presse und Öffentlichkeitsarbeit"
        if let Some((person, desk)) = people::fused(text, people::is_department_alone)
            && people::is_department_alone(&desk)
            && (person.certain || desk.contains(" und ") || desk.contains(" & "))
        {
            self.people(vec![person]);
            return self.role_or_organisation(&desk);
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

    /// Right above a role stands who holds it, unless the text speaks of it as of a house.
    fn is_rather_somebody(&self, person: &Person) -> bool {
        self.around.below == Below::Role && !(self.known)(&person.name)
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
        let Some(contact) = self.contacts.last_mut().filter(|contact| contact.name.is_some()) else { return };
        if people::is_role(label) {
            contact.role.get_or_insert_with(|| label.to_owned());
        } else if (people::is_organisation(label) || is_acronym(label))
            && !(people::is_department(label) || words::CONTACT.has(label))
            && self.contacts.len() > before
        {
            self.organisation(label, false);
        }
    }

    fn people(&mut self, names: Vec<Person>) {
        self.pending = None;
        self.form.labelled = false;
        self.house_above(&names);
        // A house's address alone may stand above the name.
        let calls =
            |contact: &Contact| !(contact.phones.is_empty() && contact.emails.is_empty() && contact.fax.is_empty());
        // A number may stand above the name where nothing stands above it.
        let number_above = self.contacts.len() == 1 && self.around.adjacent && self.begins.len() == 1;
        let waiting = self.contacts.last().is_some_and(|contact| {
            contact.name.is_none() && (!calls(contact) || number_above && contact.organization.is_none())
        });
        let after_details = self.contacts.last().is_none_or(Contact::has_details);
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

/// "MA", "MAS, BA", or nothing.
fn is_degree(text: &str) -> bool {
    text.split([' ', ',']).all(|word| word.is_empty() || people::is_honorific(word))
}

/// "Gabinete de prensa (Jane Doe)"
fn in_parentheses(text: &str) -> Option<(&str, &str)> {
    let (house, name) = text.strip_suffix(')')?.split_once(" (")?;
    let named = people::person(name).is_some_and(|person| person.name.contains(' ')) && !people::is_organisation(name);
    (named && people::is_organisation(house) && people::person(house).is_none()).then_some((house, name))
}

/// "Jane Doe, T" before its number: a label of which the number stands elsewhere.
fn without_label(text: &str) -> &str {
    match text.rsplit_once(", ") {
        Some((before, last)) if [&words::PHONE, &words::FAX, &words::EMAIL].iter().any(|table| table.has(last)) => {
            before
        }
        _ => text,
    }
}

/// "jefa de prensa." before a label: the stop of a sentence, but not of an abbreviation.
fn without_stop(text: &str) -> &str {
    const LONGEST_ABBREVIATION: usize = 5;
    let Some(bare) = text.strip_suffix('.') else { return text };
    let last = bare.rsplit([' ', '\u{A0}']).next().unwrap_or(bare);
    let abbreviated =
        last.chars().count() <= LONGEST_ABBREVIATION || last.contains('.') || line::ends_with_legal_form(&fold(text));
    if abbreviated { text } else { bare }
}
