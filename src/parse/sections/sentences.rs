//! A paragraph of whole sentences behind the label of a contact: "Note to media: please register on 0113 496 0288.
//! There is parking by the quay." Whom to call is heard from it, and it stays whole.

use super::kinds::contact_heading;
use super::{Reader, Section, SentenceContact};
use crate::manuscript::{Block, Shape};
use crate::parse::{contacts, details, joining, people, words};

const BEHIND_LABEL: &str = "sentences behind the label of a contact";

impl Reader {
    pub(super) fn names_whom_to_ask(&mut self, block: &Block, sentence: &str) {
        let (at, text) = (block.at, sentence.to_owned());
        self.out.sentence_contacts.push(SentenceContact { at, text, below_heading: false });
    }

    /// Takes in a labelled paragraph of sentences, in the body or as a notice; false where it is a contact's line.
    pub(super) fn told_in_sentences(&mut self, block: &Block) -> bool {
        let text = block.text();
        let in_list = self.section == Section::Contact && !words::at_least(text, 12);
        let Some(rest) = contact_heading(block).filter(|rest| !in_list && says_more(rest)) else { return false };
        if !matches!(block.shape, Shape::Text | Shape::Quote) {
            return false;
        }
        let group = called(block.at.line, &rest);
        match self.section {
            Section::Body | Section::Other => {
                let named = self.out.sentence_contacts.len();
                self.body(block);
                if group.is_some() {
                    self.out.sentence_contacts.truncate(named);
                }
                self.out.contacts.extend(group);
            }
            Section::Notes | Section::Unpublished | Section::After => {
                self.notice(block, BEHIND_LABEL);
                self.out.contacts.extend(group);
            }
            // Below them may stand the house and its address.
            _ => {
                self.notice(block, BEHIND_LABEL);
                self.section = if group.is_some() { Section::Contact } else { Section::Tail };
                self.out.contacts.extend(group);
            }
        }
        true
    }
}

/// Whom sentences say to call, as the lines of a contact.
fn called(number: usize, text: &str) -> Option<Vec<contacts::Line>> {
    let contact = contacts::in_contact(text)?;
    let first = joining::sentences(text, contacts::ends_before_capital).next().unwrap_or(text);
    let detail = details::phones_of_contact(first).first().map(|(range, _)| range.start);
    let address = details::addresses(first).0.first().and_then(|address| first.find(address.as_str()));
    let label = details::label_starts(first).into_iter().find(|at| *at > 0);
    let end = detail.into_iter().chain(address).chain(label).min().unwrap_or(first.len());
    let opening = first[..end].trim_end_matches(|c: char| !c.is_alphanumeric());
    // "Jane Doe at the Boat Trust"
    let at_house = || {
        let blank = opening.match_indices(' ').nth(1).map(|(at, _)| at).filter(|at| {
            let opens = opening.split(' ').next().is_some_and(|first| !words::ARTICLES.has(first));
            opens && opening[at + 1..].starts_with(char::is_lowercase)
        });
        blank.is_some_and(|at| people::person(&opening[..at]).is_some())
    };
    let name = Some(opening)
        .filter(|opening| people::opens_with_person(opening) || at_house())
        .map(str::to_owned)
        .or(contact.name);
    let phones = contact.phones.into_iter().map(|phone| format!("Tel: {phone}"));
    let lines = name.into_iter().chain(phones).chain(contact.emails);
    Some(lines.map(|text| contacts::Line { number, text, gap: false }).collect())
}

/// Whether a text says more than whom to call: a sentence that reaches nobody, or one that goes on behind the number.
fn says_more(text: &str) -> bool {
    const FEWEST_BEHIND: usize = 2;
    joining::sentences(text, contacts::ends_before_capital).enumerate().any(|(at, sentence)| {
        let behind = behind_details(sentence).trim_matches(|c: char| !c.is_alphanumeric());
        let goes_on = behind.len() < sentence.trim_end_matches(['.', '!', '?']).len()
            && behind.starts_with(char::is_lowercase)
            && words::at_least(behind, FEWEST_BEHIND)
            && !words::CALL_TIMES.has(behind);
        // Whom to call stands in the first of them.
        let is_sentence = || is_of_words(sentence) && (at > 0 || names_nobody(sentence));
        joining::ends_sentence(sentence) && (goes_on || is_sentence())
    })
}

/// Words that go on in small letters, and nobody's number.
fn is_of_words(text: &str) -> bool {
    const FEWEST_WORDS: usize = 4;
    const FEWEST_SMALL: usize = 2;
    let small = text.split_whitespace().filter(|word| word.starts_with(char::is_lowercase)).count();
    words::at_least(text, FEWEST_WORDS)
        && small >= FEWEST_SMALL
        && !details::reaches_somebody(text)
        && details::label(text).is_none()
        && !people::opens_with_person(text)
}

/// No name of a house, role or address that a stop ends.
fn names_nobody(text: &str) -> bool {
    let name = text.trim_end_matches(['.', '!', '?']);
    !details::is_detail_line(name)
        && !people::is_name_of_house(name)
        && !people::is_role(name)
        && !contacts::is_address(name)
}

/// What stands behind the last number or address of a sentence; all of it where none does.
fn behind_details(text: &str) -> &str {
    let (emails, urls) = details::addresses(text);
    let addresses = emails.iter().chain(&urls).filter_map(|found| Some(text.rfind(found.as_str())? + found.len()));
    let numbers = details::phones_of_contact(text).into_iter().map(|(range, _)| range.end);
    &text[addresses.chain(numbers).max().unwrap_or(0)..]
}
