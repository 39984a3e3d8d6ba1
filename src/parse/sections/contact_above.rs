//! The lines right above a contact's first, which are of it though no heading says so: the name above a role, a house
//! and its address. Lines of prose are none.

use super::kinds::ends_with_colon;
use super::{Reader, Section};
use crate::manuscript::{Block, Joint};
use crate::parse::joining::ends_sentence;
use crate::parse::{Piece, Placed, contacts, people};
use crate::release::Part;

impl Reader {
    /// Whether one of the short lines right above is somebody's name.
    pub(super) fn names_somebody(&self) -> bool {
        const MOST_LINES: usize = 3;
        let lines = self.out.body.iter().rev().take(MOST_LINES).map_while(|piece| match &piece.value {
            Piece::Part(Part::Paragraph(prose)) if prose.text().chars().count() < 60 => Some(prose.text()),
            _ => None,
        });
        let mut lines = lines.take_while(|text| !is_end_of_sentence(text));
        lines.any(|text| people::person(people::signed(text)).is_some() || people::behind_words(text).is_some())
    }

    pub(super) fn is_right_below_house(&self, block: &Block) -> bool {
        block.joint != Joint::Gap
            && matches!(
                self.out.body.last(),
                Some(Placed { at, value: Piece::Part(Part::Paragraph(prose)) })
                    if self.is_right_above(at.line, block.at.line) && people::is_name_of_house(prose.text())
            )
    }

    /// "Herausgeber:" and a house, right above "Verantwortlich:" and who it is there.
    pub(super) fn is_below_house_to_call(&self, block: &Block) -> bool {
        let is_house = |line: &contacts::Line| people::is_name_of_house(&line.text);
        self.section == Section::Contact
            && block.joint != Joint::Gap
            && self.out.contacts.last().is_some_and(|group| !group.is_empty() && group.iter().all(is_house))
    }

    pub(super) fn is_right_below_address(&self, block: &Block) -> bool {
        ends_with_colon(block.text())
            && matches!(
                self.out.body.last(),
                Some(Placed { at, value: Piece::Part(Part::Paragraph(prose)) })
                    if self.is_right_above(at.line, block.at.line)
                        && contacts::is_address(prose.text())
                        && !is_end_of_sentence(prose.text())
            )
    }

    /// Takes the short lines right above a block out of the body, the last one first.
    pub(super) fn lines_above(&mut self, group: &mut Vec<contacts::Line>, block: &Block) {
        let mut line = block.at.line;
        if block.joint == Joint::Gap || self.section != Section::Body {
            return;
        }
        while let Some(Placed { at, value: Piece::Part(Part::Paragraph(prose)) }) = self.out.body.last()
            && self.is_right_above(at.line, line)
            && (prose.text().chars().count() < 60 || people::is_name_of_house(prose.text()))
            && !is_end_of_sentence(prose.text())
        {
            line = at.line;
            group.push(contacts::Line { number: line, text: prose.text().to_owned(), gap: false });
            self.out.body.pop();
        }
    }

    /// A phone or an e-mail address without any heading: the short lines above it are its people.
    pub(super) fn unlabelled_contact(&mut self, block: &Block) {
        self.decide(block, "contact", "a phone number or an address on a line of its own");
        let mut group = vec![contacts::Line { number: block.at.line, text: block.text().to_owned(), gap: false }];
        self.lines_above(&mut group, block);
        let mut line = group.last().map_or(block.at.line, |first| first.number);
        while self.section == Section::After
            && let Some(left) = self.out.left_out.last()
            && self.is_right_above(left.line, line)
            && left.text.chars().count() < 60
        {
            line = left.line;
            group.push(contacts::Line { number: line, text: left.text.clone(), gap: false });
            self.out.left_out.pop();
        }
        group.reverse();
        self.out.contacts.push(group);
        self.section = Section::Contact;
    }
}

/// Whether a line ends a sentence, and no degree: "Jane Doe M.A."
fn is_end_of_sentence(text: &str) -> bool {
    ends_sentence(text) && !text.rsplit(' ').next().is_some_and(people::is_honorific)
}
