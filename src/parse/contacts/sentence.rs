//! The press contact that a sentence of the text names.

use super::super::words::{self, Wordings, fold};
use super::super::{details, joining, people};
use crate::characters;
use crate::release::Contact;

/// The contact that a sentence names: "For questions call Jane Doe on 020 ...".
pub fn in_sentence(text: &str) -> Option<Contact> {
    // Without a number or an address there is nobody to ask, and most sentences have none.
    let is_sign = |byte| matches!(byte, b'0'..=b'9' | b'@' | b'(' | b'[' | b'{' | b'<');
    let may_hold_detail = characters::holds(text, is_sign);
    (may_hold_detail && (speaks_of_contact(text) || sentences(text).any(opens_with_whom)))
        .then(|| addressed(text, false))
        .flatten()
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    joining::sentences(text, ends_before_capital)
}

/// "Contact Jane Doe at ...", "Contact: Jane Doe, ..." as a sentence of a paragraph.
fn opens_with_whom(sentence: &str) -> bool {
    let first = sentence.split(' ').next().unwrap_or("");
    let bare = first.trim_end_matches(':');
    words::CONTACT.has(bare)
        && words::CONTACT_CUES.has(bare)
        && details::reaches_somebody(sentence)
        && named_at(sentence, first.len()).is_some()
}

/// The contact in a sentence below the heading of a contact, which needs no wording of its own.
pub fn in_contact(text: &str) -> Option<Contact> {
    addressed(text, true)
}

/// Everybody whom a sentence names with a number or an address of their own: "Contact Jane Doe on 020 ... or
/// John Roe on 020 ...".
pub fn all_in_sentence(text: &str, below_heading: bool) -> Vec<Contact> {
    let Some(sentence) = speaking(text, below_heading) else { return Vec::new() };
    let mut parts = each_with_somebody(sentence).into_iter();
    let first = parts.next().and_then(|part| in_part(part, below_heading, name_in_sentence(part)));
    let others = parts.filter_map(|part| in_part(part, below_heading, named_at(part, 0)));
    first.into_iter().chain(others).collect()
}

/// Whether a sentence says whom to ask.
pub fn speaks_of_contact(text: &str) -> bool {
    words::wordings(text).has(Wordings::CONTACT)
}

fn addressed(text: &str, below_heading: bool) -> Option<Contact> {
    let sentence = speaking(text, below_heading)?;
    in_part(sentence, below_heading, name_in_sentence(sentence))
}

/// Only the sentence that speaks of a contact can name it.
fn speaking(text: &str, below_heading: bool) -> Option<&str> {
    if below_heading {
        return Some(text);
    }
    sentences(text).find(|sentence| {
        details::reaches_somebody(sentence) && (speaks_of_contact(sentence) || opens_with_whom(sentence))
    })
}

/// The parts of a sentence of which each names somebody and says how to reach them.
fn each_with_somebody(text: &str) -> Vec<&str> {
    // Dutch for "or", which in English joins nobody.
    let dutch = text.match_indices(" of ");
    let seam = people::joints(text).chain(dutch).find(|(at, joint)| {
        let (before, after) = (&text[..*at], &text[at + joint.len()..]);
        named_at(after, 0).is_some() && details::reaches_somebody(after) && details::reaches_somebody(before)
    });
    match seam {
        Some((at, joint)) => [vec![&text[..at]], each_with_somebody(&text[at + joint.len()..])].concat(),
        None => vec![text],
    }
}

/// Somebody in a sentence, and what follows the name.
struct Named<'t> {
    role: Option<&'t str>,
    name: String,
    rest: &'t str,
}

fn in_part(text: &str, below_heading: bool, named: Option<Named<'_>>) -> Option<Contact> {
    let (emails, urls) = details::addresses(&details::unobfuscated(text));
    let emails: Vec<String> = emails.into_iter().filter(|email| !super::pieces::is_list_address(email)).collect();
    let phones: Vec<String> = details::phones_of_contact(text).into_iter().map(|(_, phone)| phone).collect();
    if emails.is_empty() && phones.is_empty() {
        return None;
    }
    let urls = if below_heading { urls } else { Vec::new() };
    let mut contact = Contact { phones, emails, urls, ..Contact::default() };
    let Some(Named { role: before, name, rest }) = named else {
        if let Some((house, name)) = house_and_name(text) {
            (contact.organization, contact.name) = (Some(house.to_owned()), Some(name));
        } else {
            contact.organization = desk(text).map(str::to_owned);
        }
        return Some(contact);
    };
    contact.name = Some(name);
    // "Jane Doe, press officer of the Widget Company, on 020 ..."
    let behind_comma = || rest.strip_prefix(", ").and_then(|rest| rest.split(", ").next());
    // "Jane Doe (press officer), 020 ..."
    let in_parentheses = || rest.strip_prefix(" (").and_then(|rest| rest.split_once(')')).map(|(inner, _)| inner);
    let described = behind_comma().or_else(in_parentheses).unwrap_or("");
    let of_house = described.match_indices(' ').find_map(|(at, _)| {
        let (of, house) = described[at + 1..].split_once(' ')?;
        words::GENITIVES.has_small(of).then_some((&described[..at], house))
    });
    let (role, house) = of_house.map_or((described, None), |(role, house)| {
        let named = house.split_once(' ').filter(|(article, _)| words::ARTICLES.has_small(article));
        (role, Some(named.map_or(house, |(_, name)| name)))
    });
    if people::is_role(role) {
        contact.role = Some(role.trim().to_owned());
        contact.organization = house.map(|house| house.trim().to_owned());
    } else if people::is_organisation(described) && !characters::has_digit(described) {
        contact.organization = Some(described.trim().to_owned());
    }
    contact.role = contact.role.or_else(|| before.map(str::to_owned));
    Some(contact)
}

/// "wenden Sie sich bitte an: Vertretung der Hafenkommission, Jane Doe, Tel. ...": a house right behind the word that
/// leads to whom to ask, and who it is there.
fn house_and_name(text: &str) -> Option<(&str, String)> {
    let starts = text.split_whitespace().map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word));
    let mut ends = starts.filter(|(_, word)| words::CONTACT_CUES.has(word.trim_end_matches(':')));
    ends.find_map(|(at, word)| {
        let mut parts = text[at + word.len()..].split(", ").map(str::trim);
        let house = parts.next()?;
        let (first, rest) = house.split_once(' ').unwrap_or((house, ""));
        let house = if words::ARTICLES.has_small(first) { rest } else { house };
        let name = parts.next()?;
        let person =
            people::person(name).filter(|person| person.name.contains(' ') && !people::is_organisation(name))?;
        let is_house = house.starts_with(char::is_uppercase) && people::is_organisation(house);
        (is_house && !characters::has_digit(house)).then_some((house, person.name))
    })
}

/// "please call Acme Media Relations at 020 ...": the desk that is to be called.
fn desk(text: &str) -> Option<&str> {
    let folded = fold(text);
    if folded.len() != text.len() {
        return None;
    }
    words::CALLS.iter().find_map(|call| {
        let from = folded.find(&format!("{call} "))? + call.len() + 1;
        let behind = text.get(from..)?;
        let end = ends_of_house(behind).min()?;
        let house = behind.get(..end)?.trim();
        let is_desk = people::is_organisation(house) || people::is_department_alone(house);
        // "the Corporate Communications Team" is no name.
        let capitals = house.starts_with(char::is_uppercase)
            && house.split(' ').all(|word| word.starts_with(char::is_uppercase) || word.chars().count() <= 3);
        (is_desk && capitals && !characters::has_digit(house)).then_some(house)
    })
}

/// Where a text leads on to a number, or a sign parts it.
fn ends_of_house(text: &str) -> impl Iterator<Item = usize> {
    let leads_on = |at: &usize| {
        let behind = &text[at + 1..];
        behind.split_once(' ').is_some_and(|(word, _)| words::BEFORE_NUMBERS.has_small(word)) || behind.starts_with('(')
    };
    let blanks = text.match_indices(' ').map(|(at, _)| at).filter(leads_on);
    blanks.chain(text.find(", "))
}

/// Whether a sentence ends at a stop: before a capital, but not behind an abbreviation.
pub fn ends_before_capital(before: &str, behind: &str) -> bool {
    let word = before.rsplit([' ', '\u{A0}', '(']).next().unwrap_or("");
    let abbreviated = word.chars().count() <= 4 && word.starts_with(char::is_alphabetic) && !word.ends_with(')');
    !abbreviated && behind.strip_prefix([' ', '\u{A0}']).is_some_and(|after| after.starts_with(char::is_uppercase))
}

/// The name right after "contact" or "an", and what follows it.
fn name_in_sentence(text: &str) -> Option<Named<'_>> {
    let starts = text.split_whitespace().map(|word| word.as_ptr() as usize - text.as_ptr() as usize);
    let is_cue = |word: &str| words::CONTACT_CUES.has(word);
    let words = starts.map(|at| (at, text[at..].split_whitespace().next().unwrap_or("")));
    // "steht Ihnen Jane Doe": of two of them the second leads to the name.
    let leads_on = |behind: &str| behind.split_whitespace().next().is_some_and(is_cue);
    // "Informacji udziela: Jane Doe"
    let mut ends =
        words.filter(|(_, word)| is_cue(word.strip_suffix(':').unwrap_or(word))).map(|(at, word)| at + word.len());
    ends.find_map(|end| named_at(text, end).filter(|_| !leads_on(&text[end..])))
}

/// Somebody whose name stands right behind a byte, or behind what they are: "press officer Jane Doe".
fn named_at(text: &str, from: usize) -> Option<Named<'_>> {
    const MOST_WORDS: usize = 3;
    let starts = text[from..].split_whitespace().map(|word| word.as_ptr() as usize - text.as_ptr() as usize);
    let starts: Vec<usize> = starts.take(MOST_WORDS + 5).collect();
    let first = *starts.first()?;
    let name_from = |index: usize| {
        let from = *starts.get(index)?;
        (2..=4).rev().find_map(|length| {
            let to = starts.get(index + length).map_or(text.len(), |next| *next);
            let part = text[from..to].trim_end();
            if part.split_whitespace().count() != length {
                return None;
            }
            let inner_stop = part
                .split_whitespace()
                .rev()
                .skip(1)
                .any(|word| word.ends_with(',') || word.ends_with('.') && word.chars().count() > 4);
            let name = part.trim_end_matches([',', '.']);
            // "Frau Heim Tel. 0113 496 0288"
            if name.rsplit(' ').next().is_some_and(|last| words::PHONE.has(last) || words::EMAIL.has(last)) {
                return None;
            }
            let person = people::person(name).filter(|_| !inner_stop)?;
            let rest = &text[from + name.len()..];
            // "Xcel Energy Media Relations" is a desk.
            let next = rest.strip_prefix(' ').and_then(|rest| rest.split([' ', ',']).next()).unwrap_or("");
            let goes_on =
                next.starts_with(char::is_uppercase) && (words::ORGANISATIONS.has(next) || people::is_department(next));
            (!goes_on).then_some((person.name, rest))
        })
    };
    if let Some((name, rest)) = name_from(0) {
        return Some(Named { role: None, name, rest });
    }
    (1..=MOST_WORDS).find_map(|words| {
        let role = text[first..*starts.get(words)?].trim_end();
        let is_role = !role.ends_with([',', '.', ':']) && people::is_role(role);
        let (name, rest) = name_from(words).filter(|_| is_role)?;
        Some(Named { role: Some(role), name, rest })
    })
}

#[cfg(test)]
mod tests;
