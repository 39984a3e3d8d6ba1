//! The words of a contact: who is named, as what, and of which house, in the order in which they may be read.
//!
//! Which words name a person, a role or a house, `people` says; whose they are is decided here.

use super::bare::{bare, says_nobody};
use super::pieces::{house_and_name, listed, parted, second_person};
use super::street::{before_address, ends_with_house_number, is_address, is_town_in_state, opens_with_house_number};
use super::{Below, Reach, Reader};
use crate::parse::people::{self, Person};
use crate::parse::words;
use crate::release::Contact;

impl<K: Fn(&str) -> bool> Reader<'_, K> {
    /// Reads words in the first of the ways that fits them; a role or a house is what is left.
    pub(super) fn words(&mut self, text: &str, gap: bool) {
        let text = self.without_release_number(bare(text));
        if says_nobody(text) {
            return;
        }
        let ways: [fn(&mut Self, &str, bool) -> bool; 13] = [
            Self::address,
            Self::town,
            Self::name_in_parentheses,
            Self::names_alone,
            Self::list,
            Self::house_before_name,
            Self::names_before_words,
            Self::titled_name,
            Self::name_before_role,
            Self::name_before_small_words,
            Self::role_before_name,
            Self::words_before_name,
            Self::fused_with_name,
        ];
        if !ways.iter().any(|reads| reads(self, text, gap)) {
            self.role_or_organisation_after(text, gap);
        }
    }

    /// "Public Information Office   CB93-O.17": the number of the release stood in the column beside the house.
    fn without_release_number<'t>(&mut self, text: &'t str) -> &'t str {
        let Some((house, number)) = text.rsplit_once([' ', '\u{A0}']) else { return text };
        let letters = number.chars().take_while(char::is_ascii_uppercase).count();
        let figures = number.chars().filter(char::is_ascii_digit).count();
        let is_number = letters >= 2 && figures >= 2 && number.contains('-');
        if !is_number || !people::is_organisation(house) && !people::is_department_alone(house) {
            return text;
        }
        self.found.unread.push((self.number, number.to_owned()));
        house.trim_end_matches([' ', ',', '\u{A0}'])
    }

    fn address(&mut self, text: &str, gap: bool) -> bool {
        if self.around.above_town && (ends_with_house_number(text) || opens_with_house_number(text))
            || is_town_in_state(text)
        {
            self.current().address.push(text.to_owned());
            self.street = Some(self.number);
            return true;
        }
        if !is_address(text) {
            return false;
        }
        let (before, address) = before_address(text);
        if !before.is_empty() {
            self.words(before, gap);
        }
        self.current().address.push(address.to_owned());
        self.street = Some(self.number);
        true
    }

    /// "New Delhi" below the street of somebody whose number stands below.
    fn town(&mut self, text: &str, gap: bool) -> bool {
        let below_street = !gap && self.street.is_some_and(|street| street + 1 == self.number);
        let is_one = below_street
            && !self.around.detail_beside
            && self.around.reach == Reach::Called
            && self.contacts.last().is_some_and(|last| last.name.is_some() && !last.has_details())
            && text.starts_with(char::is_uppercase)
            && !text.contains(':')
            && !people::is_certain(text)
            && !people::is_role(text)
            && !people::is_organisation(text);
        if is_one {
            self.current().address.push(text.to_owned());
            self.street = Some(self.number);
        }
        is_one
    }

    fn name_in_parentheses(&mut self, text: &str, gap: bool) -> bool {
        let Some((house, name)) = in_parentheses(text) else { return false };
        self.words(name, gap);
        self.organisation(house, false);
        true
    }

    fn names_alone(&mut self, text: &str, gap: bool) -> bool {
        let names = people::people(text);
        let are_people = !names.is_empty() && !self.is_rather_an_organisation(&names, gap);
        if are_people {
            self.people(names);
        }
        are_people
    }

    fn list(&mut self, text: &str, _gap: bool) -> bool {
        let of_three = |parts: &Vec<&str>| parts.iter().any(|part| part.contains(", "));
        let Some(parts) = listed(text).filter(|parts| self.around.detail_beside || of_three(parts)) else {
            return false;
        };
        for part in parts {
            self.words(part, false);
        }
        true
    }

    fn house_before_name(&mut self, text: &str, gap: bool) -> bool {
        let Some((house, name, behind)) = house_and_name(text, self.around.detail_beside) else { return false };
        // The next one in a list.
        if self.contacts.last().is_some_and(|contact| contact.name.is_some() && contact.has_details()) {
            self.begin();
        }
        self.organisation(house, false);
        self.words(name, gap);
        if !is_degree(behind) {
            self.words(behind, false);
        }
        true
    }

    fn names_before_words(&mut self, text: &str, _gap: bool) -> bool {
        let Some((left, right)) = parted(text) else { return false };
        let names = people::people(left);
        if names.is_empty() || people::named_by_its_form(text).is_some() {
            return false;
        }
        let house_above = self.contacts.last().is_some_and(|contact| contact.organization.is_some());
        let house_around = house_above || self.around.below == Below::House;
        if let Some(second) = second_person(right).filter(|second| house_around || second.certain) {
            self.people(names.into_iter().chain([second]).collect());
            return true;
        }
        self.people(names);
        // "Nina Berg, MAS"
        if !is_degree(right) {
            self.role_or_organisation(right);
        }
        true
    }

    /// "Regierungsrat Beat Gisler, Vorsteher Baudepartement"
    fn titled_name(&mut self, text: &str, _gap: bool) -> bool {
        let Some((left, right)) = text.split_once(", ") else { return false };
        let Some((role, person)) = people::behind_words(left).filter(|(role, _)| people::is_role(role)) else {
            return false;
        };
        self.somebody_as(person, role);
        self.role_or_organisation(right);
        true
    }

    fn name_before_role(&mut self, text: &str, _gap: bool) -> bool {
        let named = people::role_behind_name(text).filter(|_| !people::is_organisation(text));
        let Some((name, role)) = named else { return false };
        self.people(people::people(name));
        self.current().role.get_or_insert_with(|| role.to_owned());
        true
    }

    /// "Jane Doe projektledare" above a number, below that of somebody else: what she is, be the word known or
    /// not, since her number is nobody else's; and beside it, as the columns of a table are read.
    fn name_before_small_words(&mut self, text: &str, gap: bool) -> bool {
        let Some((name, what)) = before_small_words(text).filter(|_| !people::is_organisation(text)) else {
            return false;
        };
        let below_number = gap && self.contacts.last().is_some_and(Contact::has_details);
        let in_columns = self.around.detail_beside && people::is_role(what);
        if !(in_columns || below_number && self.around.below == Below::Detail) {
            return false;
        }
        if !people::person(name).is_some_and(|person| person.name.contains(' ')) || people::is_department(what) {
            return false;
        }
        self.people(people::people(name));
        self.current().role.get_or_insert_with(|| what.to_owned());
        true
    }

    /// "Konserndirektør, Per Solberg", "Presserådgiver i Handelsministeriet, Jesper Holm"
    fn role_before_name(&mut self, text: &str, _gap: bool) -> bool {
        let Some((role, house, person)) = people::role_and_name(text) else { return false };
        self.somebody_as(person, role);
        if let Some(house) = house {
            self.organisation(house, false);
        }
        true
    }

    fn words_before_name(&mut self, text: &str, gap: bool) -> bool {
        let Some((before, person)) = people::behind_words(text) else { return false };
        // "Leiterin Kommunikation Vivantis Schweiz" right below a name says what she is.
        let under_a_name = self
            .contacts
            .last()
            .is_some_and(|contact| contact.name.is_some() && contact.role.is_none() && !contact.has_details());
        if under_a_name && !gap && !person.certain && before.contains(' ') && people::is_role(before) {
            return false;
        }
        // "Cabinet de Mme Solène Marquissac" is named after somebody.
        let last = before.rsplit(' ').next().unwrap_or("");
        if people::is_organisation(before) && words::GENITIVES.has_small(last) {
            self.organisation(text, false);
            return true;
        }
        let is_small = before.rsplit(' ').next().is_some_and(|last| last.starts_with(char::is_lowercase));
        if (!before.contains(' ') || is_small) && people::is_role(before) && !people::is_organisation(before) {
            self.somebody_as(person, before);
            return true;
        }
        self.people(vec![person]);
        // "Leiterin Kommunikation Dr. Jane Doe"
        let first = before.split(' ').next().unwrap_or(before);
        if people::is_role(first) && !people::is_department(first) && people::is_role(before) {
            self.role_or_organisation(before);
        } else if people::is_organisation(before) && !people::is_role(before) {
            self.organisation(before, false);
        }
        true
    }

    fn fused_with_name(&mut self, text: &str, _gap: bool) -> bool {
        // "Dr. Ada Berg Kommunikation", "Ada Berg Presse und Öffentlichkeitsarbeit"
        if let Some((person, desk)) = people::fused(text, people::is_department_alone)
            && people::is_department_alone(&desk)
            && (person.certain || desk.contains(" und ") || desk.contains(" & "))
        {
            self.people(vec![person]);
            self.role_or_organisation(&desk);
            return true;
        }
        // Right under a name stands a house or a role, however it begins.
        let names_the_house = self
            .contacts
            .last()
            .is_some_and(|contact| contact.name.is_some() && contact.organization.is_none() && !contact.has_details());
        let fused = if names_the_house { None } else { people::fused(text, self.known) };
        let Some((person, house)) = fused else { return false };
        self.people(vec![person]);
        self.organisation(&house, false);
        true
    }

    fn somebody_as(&mut self, person: Person, role: &str) {
        self.people(vec![person]);
        self.current().role.get_or_insert_with(|| role.to_owned());
    }
}

/// A name and the small words behind it, where nothing else stands.
fn before_small_words(text: &str) -> Option<(&str, &str)> {
    const MOST_WORDS: usize = 4;
    let is_small = |word: &str| word.starts_with(char::is_lowercase);
    let (at, _) = text.match_indices(' ').find(|(at, _)| text[at + 1..].split(' ').all(is_small))?;
    let what = &text[at + 1..];
    (!words::at_least(what, MOST_WORDS + 1) && !what.ends_with(['.', ':', '!', '?'])).then_some((&text[..at], what))
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
