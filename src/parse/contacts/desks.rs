//! Houses that are called by their press desks, one below the other and nobody named, as two houses set their
//! contacts below what they announce together.
//!
//! Of one house with two numbers no second is made: its own words, or the text, have to say that it is another.

use super::pieces::{bears_name, is_joint};
use super::street::is_address;
use super::{Below, Next, Reader};
use crate::parse::words::{self, fold};
use crate::parse::{details, people};
use crate::release::Contact;

impl<K: Fn(&str) -> bool> Reader<'_, K> {
    /// "Quayworks" behind a blank line and somebody's number: with its desk below, or an address, where a house
    /// was called above.
    pub(super) fn opens_house(&self, text: &str) -> bool {
        const MOST_WORDS: usize = 8;
        let Some(last) = self.contacts.last() else { return false };
        let calls = !last.phones.is_empty() || !last.emails.is_empty();
        let is_name = text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
            && !text.contains(':')
            && !words::at_least(text, MOST_WORDS + 1)
            && people::people(text).is_empty()
            && !details::is_detail_line(text)
            && !details::holds_detail(text)
            && !people::is_role(text)
            && !is_desk(text)
            && !words::CALL_TIMES.has(text)
            && !is_joint(text)
            && !is_address(text);
        // "Pressestelle", its number, and the house below.
        let below_house = || last.name.is_none() && last.organization.as_deref().is_some_and(|above| !is_desk(above));
        let is_another = || below_house() && self.around.below == Below::Detail && (self.known)(text);
        calls && is_name && (self.around.next == Next::Desk || is_another())
    }
}

/// "Media Relations", "Service de presse": the name of a desk and nothing else.
fn is_desk(text: &str) -> bool {
    let text = text.trim();
    people::is_department_alone(text)
        || people::is_desk(text)
        || words::PRESS_DESKS.has(text)
        || words::CONTACT.has(text) && text.contains(' ')
}

/// "Direction de la communication": words of which one is that of a desk, and nobody's name or role.
pub fn names_desk(text: &str) -> bool {
    const MOST_WORDS: usize = 5;
    let says_desk = |word: &str| people::is_department(word) || words::PRESS_DESKS.has(word);
    is_desk(text)
        || !words::at_least(text, MOST_WORDS + 1)
            && text.trim().split([' ', '-', '\u{A0}']).any(says_desk)
            && !text.contains(':')
            && !details::holds_detail(text)
            && !people::is_role(text)
            && people::people(text).is_empty()
}

/// "Lindholm Yard" above "Media Relations" and press@lindholm.example: a house with the shape of a name, since the
/// address is the desk's and its domain the house's.
pub fn of_a_house(mut contact: Contact) -> Contact {
    const SHORTEST: usize = 4;
    let (Some(name), Some(desk)) = (&contact.name, &contact.organization) else { return contact };
    let bears =
        |domain: &str| name.split([' ', '-']).map(fold).any(|word| word.len() >= SHORTEST && domain.contains(&word));
    let of_house = contact.role.is_none()
        && is_desk(desk)
        && contact.emails.iter().all(|email| !bears_name(email, name))
        && contact.emails.iter().filter_map(|email| email.split_once('@')).any(|(_, domain)| bears(&fold(domain)));
    if of_house {
        contact.organization = Some(format!("{name}, {desk}"));
        contact.name = None;
    }
    contact
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contact(name: &str, email: &str) -> Contact {
        let (name, organization) = (Some(name.to_owned()), Some("Media Relations".to_owned()));
        Contact { name, organization, emails: vec![email.to_owned()], ..Contact::default() }
    }

    #[test]
    fn a_name_that_is_the_domain_of_its_desk_is_a_houses() {
        let house = of_a_house(contact("Lindholm Yard", "press@lindholm.example"));
        assert_eq!((house.name, house.organization.as_deref()), (None, Some("Lindholm Yard, Media Relations")));
        for email in ["lindholm@lindholm.example", "media@quay.example"] {
            assert!(of_a_house(contact("Marta Lindholm", email)).name.is_some(), "{email}");
        }
    }
}
