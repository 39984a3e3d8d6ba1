//! A paragraph of whole sentences behind the label of a contact: "Note to media: please register on 0113 496 0288.
//! There is parking by the quay." Whom to call is heard from it, and it stays whole.

use super::kinds::contact_heading;
use super::{Reader, Section, SentenceContact};
use crate::manuscript::{Block, Shape};
use crate::parse::{contacts, details, joining, people, words};

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
        if contacts::in_contact(&rest).is_some() {
            let at = block.at;
            self.out.sentence_contacts.push(SentenceContact { at, text: rest, below_heading: true });
        }
        match self.section {
            Section::Body | Section::Other => self.body(block),
            Section::Contact => {
                self.section = Section::Tail;
                self.notice(block, "sentences behind the label of a contact");
            }
            _ => self.notice(block, "sentences behind the label of a contact"),
        }
        true
    }
}

/// Whether a text says more than whom to call: a sentence that reaches nobody, or one that goes on behind the number.
fn says_more(text: &str) -> bool {
    const FEWEST_BEHIND: usize = 3;
    joining::sentences(text, contacts::ends_before_capital).any(|sentence| {
        let behind = behind_details(sentence).trim_matches(|c: char| !c.is_alphanumeric());
        let goes_on = behind.len() < sentence.trim_end_matches(['.', '!', '?']).len()
            && behind.starts_with(char::is_lowercase)
            && words::at_least(behind, FEWEST_BEHIND)
            && !words::CALL_TIMES.has(behind);
        joining::ends_sentence(sentence) && (goes_on || is_sentence(sentence))
    })
}

/// Words that go on in small letters, with nobody's name in front and nobody's number.
fn is_sentence(text: &str) -> bool {
    const FEWEST_WORDS: usize = 4;
    const FEWEST_SMALL: usize = 2;
    let small = text.split_whitespace().filter(|word| word.starts_with(char::is_lowercase)).count();
    let name = text.trim_end_matches(['.', '!', '?']);
    words::at_least(text, FEWEST_WORDS)
        && small >= FEWEST_SMALL
        && !details::reaches_somebody(text)
        && !details::is_detail_line(name)
        && details::label(text).is_none()
        && !people::opens_with_person(text)
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
