//! What opens a contact without its heading, and what only looks like one: a label above somebody's name and
//! number, a heading above nobody's, a contact of one line within a text.

use super::elsewhere::says_facts_alone;
use super::kinds::{contact_heading, ends_with_colon, is_prose};
use super::{Reader, Section};
use crate::manuscript::{Block, Joint, Shape};
use crate::parse::joining::ends_sentence;
use crate::parse::{contacts, details, line, people, words};

/// So far below a line it is looked for what the line opens.
const NEAR: usize = 12;

impl Reader {
    /// "Investors:" above short lines down to a number, of which one is somebody's name; "Financial analysts
    /// may call:" above "Jane Doe, Acme 612-555-0135".
    pub(super) fn labels_contact(&self, blocks: &[Block], at: usize) -> bool {
        const MOST_WORDS: usize = 6;
        const MOST_LINES: usize = 4;
        const LONGEST: usize = 120;
        let text = blocks[at].text();
        if !ends_with_colon(text)
            || words::at_least(text, MOST_WORDS + 1)
            || !matches!(blocks[at].shape, Shape::Text | Shape::Heading(_))
            || matches!(self.section, Section::Contact | Section::Other)
        {
            return false;
        }
        let short = |block: &&Block| {
            let text = block.text();
            block.shape == Shape::Text && text.len() <= LONGEST && !ends_with_colon(text) && !is_prose(block)
        };
        let lines = || blocks[at + 1..].iter().take(MOST_LINES).take_while(short);
        let Some(called) = lines().position(|block| details::reaches_somebody(block.text())) else { return false };
        let names = |block: &Block| {
            let first = block.text().split([',', '(', '|', ':']).next().unwrap_or_default();
            let name = details::phones_of_contact(first).first().map_or(first, |(range, _)| &first[..range.start]);
            people::person(name).is_some_and(|person| person.name.contains(' '))
        };
        // Dates and prices are no lines of a contact, and what has a heading of its own is not of this one.
        let plain = |block: &Block| {
            let text = block.text();
            let headed = line::other_contact_heading(text) || line::contact_heading(text).is_some();
            // "Please register at press@example.org by noon!" is for the reader.
            let is_sentence = ends_sentence(text)
                && words::at_least(text, 5)
                && !people::opens_with_person(text)
                && !details::is_detail_line(text);
            !headed && !is_sentence && (details::reaches_somebody(text) || !text.contains(char::is_numeric))
        };
        lines().next().is_some_and(names) && lines().take(called + 1).all(plain)
    }

    /// "More information" above words and links for the reader, where whom to call stands below its own heading.
    pub(super) fn calls_nobody(&self, blocks: &[Block], at: usize) -> bool {
        if self.section != Section::Body {
            return false;
        }
        let below = &blocks[at + 1..];
        let Some(next) = next_called(below) else {
            // "Contact" says whom to call, be there a number or not.
            return !line::says_contact(&words::fold(blocks[at].text())) && says_facts_alone(below);
        };
        let says = |block: &Block| {
            let text = block.text();
            block.shape == Shape::Text
                && words::at_least(text, 4)
                && !details::holds_detail(text)
                && !people::opens_with_person(text)
                && people::people(text).is_empty()
                && !people::is_name_of_house(text)
                && !people::is_role(text)
        };
        let words_alone = || {
            below[..next].iter().all(says)
            // Sentences are told as notices.
            && below[..next].iter().any(|block| !ends_sentence(block.text()))
        };
        // "Further information" above "Hall and boats" and the address of its page.
        let pages = || {
            below[next].joint == Joint::Gap
                && below[..next].iter().all(leads_to_page)
                && below[..next].iter().any(|block| details::is_detail_line(block.text()))
        };
        next > 0 && (words_alone() || pages())
    }
}

/// "Sprecher: Ada Berg (Hafenmeisterin) und Jo Low": who is heard in a recording, above paragraphs and the heading of
/// whom to call.
pub fn names_speakers(blocks: &[Block], at: usize) -> bool {
    let (text, below) = (blocks[at].text(), &blocks[at + 1..]);
    words::CONTACT_LABELS.opening(text).is_some()
        && !details::holds_detail(text)
        && next_called(below)
            .is_some_and(|next| next > 0 && below[0].joint == Joint::Gap && below[..next].iter().all(is_prose))
}

/// Where the next heading of a contact stands that calls somebody.
fn next_called(below: &[Block]) -> Option<usize> {
    let next = below.iter().take(NEAR).position(|block| contact_heading(block).is_some())?;
    below[next..].iter().take(NEAR).any(|block| details::calls_somebody(block.text())).then_some(next)
}

/// What stands above the address of a page, and that address: nobody's name, number or role.
fn leads_to_page(block: &Block) -> bool {
    let text = block.text();
    let (emails, _) = details::addresses(text);
    block.shape == Shape::Text
        && emails.is_empty()
        && !details::reaches_somebody(text)
        && !people::opens_with_person(text)
        && people::people(text).is_empty()
        && !people::is_role(text)
        && !contacts::is_address(text)
}
