//! Labels of a contact with the name of the house in front: "NRB Media Contact:", "Lichtwerk-Pressestelle: Jane
//! Doe". A headline that ends so is none: nobody does anything in front of the label.

use super::of_a_house::says_contact;
use crate::parse::contacts;
use crate::parse::words::{self, fold};
use crate::parse::{details, people};

/// Where the contact begins on the line: behind a label that says no more, and at its start where the label says
/// what somebody is or which desk it is.
pub fn contact_behind_house(text: &str) -> Option<usize> {
    const MOST_WORDS: usize = 8;
    const LONGEST: usize = 80;
    let (label, value) = text.split_once(':').filter(|(label, _)| label.len() <= LONGEST)?;
    let label = label.trim();
    if words::at_least(label, MOST_WORDS + 1) || !label.starts_with(char::is_uppercase) {
        return None;
    }
    let (house, kind) = parted(label)?;
    let value = value.trim();
    let is_acronym = contacts::is_acronym(house);
    let is_name = is_acronym || people::is_joined_by_capitals(house.split_whitespace());
    let calls = value.is_empty()
        || details::reaches_somebody(value)
        || is_acronym && (people::opens_with_person(value) || !people::people(value).is_empty());
    if !is_name || !calls {
        return None;
    }
    // "NRB Press Officer: Jane Doe", "Harbour Press Office: 0113 496 0288"
    let says_somebody = !says_contact(kind) && !value.is_empty();
    Some(if says_somebody { 0 } else { text.len() - value.len() })
}

/// The house, and the label behind it, which is none by a plain word: "Loss of Contact" names nobody to call.
fn parted(label: &str) -> Option<(&str, &'static str)> {
    const SHORTEST: usize = 9;
    let folded = fold(label);
    if folded.len() != label.len() {
        return None;
    }
    let labels = [&words::CONTACT, &words::CONTACT_LABELS].into_iter().flat_map(|table| table.before_each(&folded));
    let (house, kind) = labels
        .filter(|(before, kind)| before.ends_with([' ', '-', '\u{A0}']) && kind.len() >= SHORTEST)
        .min_by_key(|(before, _)| before.len())?;
    let house = label[..house.len()].trim_end_matches([' ', '-', '\u{A0}']);
    (!house.is_empty()).then_some((house, kind))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_may_have_the_name_of_its_house_in_front() {
        let rest = |text: &'static str| contact_behind_house(text).map(|at| text[at..].trim());
        for (text, contact) in [
            ("NRB Media Contact:", ""),
            ("NRB Media Contact: Ken Gibbs, (301) 555-0152", "Ken Gibbs, (301) 555-0152"),
            ("NRB Press Officer: Paul Stamm", "NRB Press Officer: Paul Stamm"),
            ("Lichtwerk-Pressekontakt: Ida Holm, 0555 123 45", "Ida Holm, 0555 123 45"),
            ("Harbour Museum Press Office: 0113 496 0288", "Harbour Museum Press Office: 0113 496 0288"),
            ("KMD perscontact:", ""),
            ("Mairie de Morne Contact presse : anne@morne.example", "anne@morne.example"),
        ] {
            assert_eq!(rest(text), Some(contact), "{text}");
        }
        for text in [
            "Museum Names Press Officer: Paul Stamm",
            "Probe Loses Contact: Signal Gone After a Week",
            "The town has a new press office: it opens in May",
            "NRB Media Contact",
        ] {
            assert_eq!(rest(text), None, "{text}");
        }
    }
}
