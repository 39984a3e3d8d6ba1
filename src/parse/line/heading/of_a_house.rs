//! Headings of a contact that name its house: where the house begins. Who is to be called there is not asked.

use crate::parse::line::ends_with_legal_form;
use crate::parse::people;
use crate::parse::words::{self, fold};

/// Whether a folded label has the word itself, in any of the languages: "perscontact", "contatto".
pub fn says_contact(folded: &str) -> bool {
    ["kontakt", "contact", "contat"].iter().any(|word| folded.contains(word))
}

/// "Pressekontakt Wattschutz e. V.", "Press contact of the Lamp Works Ltd": where the house begins.
pub fn of_a_house(text: &str) -> Option<usize> {
    const MOST_WORDS: usize = 8;
    let label = words::CONTACT.opening(text)?;
    if !says_contact(label) || words::at_least(text, MOST_WORDS + 1) {
        return None;
    }
    let behind = words::after(text.trim_start(), label).strip_prefix([' ', '\u{A0}'])?;
    let mut house = behind;
    while let Some((first, rest)) = house.split_once(' ')
        && (words::GENITIVES.has_small(first) || words::ARTICLES.has_small(first))
    {
        house = rest;
    }
    let folded = fold(house);
    let is_house = people::is_name_of_house(house) || ends_with_legal_form(&folded);
    // "Contact Energy Ltd" is a house as a whole.
    let is_whole = ["contact", "kontakt"].contains(&label) && house.len() == behind.len();
    (is_house && !is_whole && house.starts_with(char::is_uppercase)).then(|| text.len() - house.len())
}

/// "Presse Harrow-Museum:" above whom to call there: where the house begins.
pub fn house_in_label(label: &str) -> Option<usize> {
    let desk = words::CONTACT.opening(label)?;
    let house = words::after(label.trim_start(), desk).strip_prefix([' ', '\u{A0}'])?;
    let first = house.split([' ', '-']).next().unwrap_or(house);
    let is_house = people::is_name_of_house(house)
        && !people::is_department(first)
        && !people::is_role(house)
        && !words::CONTACT.has(house);
    is_house.then(|| label.len() - house.len())
}
