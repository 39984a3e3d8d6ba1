//! The text below a contact that stands in its midst: beside its lead, between two contacts of one line, or under
//! a heading of its own.
//!
//! Below an end mark, notes or a house's description nothing is of the text.

use super::after::describes_a_house;
use super::kinds::{contact_heading, ends_with_colon, is_prose, opens_boilerplate};
use super::{Reader, Section};
use crate::manuscript::{Block, Joint, Shape};
use crate::parse::joining::ends_sentence;
use crate::parse::{Piece, Placed, contacts, details, line, people, words};
use crate::release::Part;

/// So far below a line it is looked for what follows it.
const NEAR: usize = 12;

impl Reader {
    /// Whether a text goes on below a contact of one line, since another such line stands farther below.
    pub(super) fn goes_on_between(&self, blocks: &[Block], at: usize) -> bool {
        let of_one_line = |group: &Vec<contacts::Line>| group.len() == 1 && details::reaches_somebody(&group[0].text);
        let block = &blocks[at];
        let heads = || blocks.get(at + 1).is_some_and(is_prose) && !words::at_least(block.text(), 9);
        matches!(self.section, Section::Contact | Section::Tail)
            && block.joint == Joint::Gap
            && matches!(block.shape, Shape::Text | Shape::Quote)
            && self.out.contacts.last().is_some_and(of_one_line)
            && !details::holds_detail(block.text())
            && (is_prose(block) || heads())
            && is_followed_by_contact(blocks, at)
    }

    /// Whether a crosshead stands below a contact, and a paragraph below that, as digests are set: each part of
    /// them with whom to ask.
    pub(super) fn goes_on_below_heading(&self, blocks: &[Block], at: usize) -> bool {
        let block = &blocks[at];
        matches!(self.section, Section::Contact | Section::Tail)
            && !self.closed
            && self.out.boilerplate.is_empty()
            && block.joint == Joint::Gap
            && self.calls_somebody()
            && is_crosshead(block)
            && (is_shouted(block.text()) || self.has_crosshead() || ends_below(blocks, at + 1))
            && blocks.get(at + 1).is_some_and(|next| {
                let text = next.text();
                is_prose(next)
                    && !line::notice(text)
                    && !details::reaches_somebody(text)
                    && !describes_a_house(text)
                    && contacts::in_contact(text).is_none()
            })
    }

    /// "Hafenklub" alone below whom to call and above "OTS-ORIGINALTEXT": the house that had the wire send it.
    pub(super) fn is_sender(&self, below: &[Block]) -> bool {
        const MOST_WORDS: usize = 6;
        let [house, foot, ..] = below else { return false };
        let text = house.text();
        self.calls_somebody()
            && house.joint == Joint::Gap
            && foot.joint == Joint::Gap
            && house.shape == Shape::Text
            && words::fold(foot.text()).contains("originaltext")
            && text.starts_with(char::is_uppercase)
            && !words::at_least(text, MOST_WORDS + 1)
            && !text.ends_with(['.', ':', '!', '?'])
            && !words::SOURCES.has(text)
            && !details::holds_detail(text)
    }

    /// Puts the house above the number of the last one to call, where a house is read.
    pub(super) fn sender(&mut self, house: &Block) {
        self.decide(house, "contact", "the house that had a news wire send it");
        let Some(group) = self.out.contacts.last_mut() else { return };
        let called = group.iter().rposition(|line| !details::is_detail_line(&line.text)).map_or(0, |named| named + 1);
        let line = contacts::Line { number: house.at.line, text: house.text().to_owned(), gap: false };
        group.insert(called, line);
    }

    /// Whether the body has short lines above paragraphs already, so that another is one of them.
    fn has_crosshead(&self) -> bool {
        let text = |piece: &Placed<Piece>| match &piece.value {
            Piece::Part(Part::Paragraph(prose) | Part::Heading(prose)) => prose.text().to_owned(),
            _ => String::new(),
        };
        let heads =
            |line: &str| words::at_least(line, 2) && !words::at_least(line, MOST_WORDS + 1) && !ends_sentence(line);
        self.out.body.windows(2).any(|pair| {
            let (line, below) = (text(&pair[0]), text(&pair[1]));
            heads(&line) && !ends_with_colon(&line) && !details::holds_detail(&line) && ends_sentence(&below)
        })
    }
}

/// Words of a crosshead, at the most.
const MOST_WORDS: usize = 14;

fn is_shouted(text: &str) -> bool {
    !text.chars().any(char::is_lowercase)
}

/// Whether another contact, the end mark or a house's description stands below, so that the text ends there.
fn ends_below(blocks: &[Block], at: usize) -> bool {
    (at..blocks.len()).take(NEAR).any(|at| {
        let text = blocks[at].text();
        line::end_mark(text) || contact_heading(&blocks[at]).is_some() || opens_boilerplate(blocks, at)
    })
}

/// A short line that is nobody's name, role, house or address, and labels nothing.
fn is_crosshead(block: &Block) -> bool {
    const FEWEST_WORDS: usize = 3;
    let text = block.text();
    matches!(block.shape, Shape::Text | Shape::Heading(_))
        && words::at_least(text, FEWEST_WORDS)
        && !words::at_least(text, MOST_WORDS + 1)
        && text.starts_with(|c: char| !c.is_lowercase())
        && !ends_sentence(text)
        && !ends_with_colon(text)
        && !details::holds_detail(text)
        && !line::notice(text)
        && !people::opens_with_person(text)
        && !people::is_name_of_house(text)
        && !people::is_role(text)
        && !contacts::is_address(text)
}

/// A contact's heading with the contact on its line, before the text ends.
fn is_followed_by_contact(blocks: &[Block], at: usize) -> bool {
    let ends = |at: usize| {
        let text = blocks[at].text();
        line::end_mark(text) || line::notes_heading(text).is_some() || opens_boilerplate(blocks, at)
    };
    let mut below = (at..blocks.len()).take(NEAR).take_while(|at| !ends(*at));
    below.any(|at| contact_heading(&blocks[at]).is_some_and(|rest| details::reaches_somebody(&rest)))
}
