//! What a house says of itself, under "About" or under its name. Several may follow each other.

use super::kinds::{is_call_detail, is_prose};
use super::{Reader, Section};
use crate::manuscript::{Block, Joint, Shape};
use crate::parse::joining::ends_sentence;
use crate::parse::{Placed, contacts, details, line, people};
use crate::release::Boilerplate;

impl Reader {
    pub(super) fn boilerplate(&mut self, block: &Block) {
        self.section = Section::Boilerplate;
        let text = block.text();
        let (heading, rest) = match text.split_once(':') {
            Some((heading, rest)) if !rest.trim().is_empty() => {
                (heading, Some(block.prose.from_offset(heading.len() + 1)))
            }
            _ => (text.trim_end_matches([':', ' ', '\u{A0}']), None),
        };
        let heading = heading.trim_matches(['*', '_', '#', ' ']).trim_end_matches(':').trim();
        let about = Boilerplate { heading: heading.to_owned(), text: rest.into_iter().collect() };
        self.out.boilerplate.push(Placed::new(block.at, about));
    }

    pub(super) fn in_boilerplate(&mut self, blocks: &[Block], at: usize) {
        let block = &blocks[at];
        let text = block.text();
        let empty = self.out.boilerplate.last().is_none_or(|about| about.value.text.is_empty());
        let url_only = details::is_detail_line(text);
        let new_heading = line::false_boilerplate(text)
            || matches!(block.shape, Shape::Heading(_))
            || block.shape == Shape::Text
                && block.joint == Joint::Gap
                && !url_only
                && !ends_sentence(text)
                && text.split_whitespace().count() <= 8
                && blocks.get(at + 1).is_some_and(is_prose);
        if new_heading && !empty {
            self.section = Section::Body;
            return self.body_heading(block);
        }
        // A paragraph of its own that names whom to ask is no house's description.
        if !empty && block.joint == Joint::Gap && contacts::in_sentence(text).is_some() {
            self.names_whom_to_ask(block, text);
            return self.notice(block, "a sentence that names whom to ask");
        }
        if !empty && block.joint == Joint::Gap && opens_contact(&blocks[at..]) {
            self.open_contact(String::new(), block);
            return self.in_contact(&blocks[at..]);
        }
        if url_only {
            self.url = details::addresses(text).1.into_iter().next();
        }
        self.decide(block, "boilerplate", "below its heading");
        if let Some(about) = self.out.boilerplate.last_mut() {
            about.value.text.push(block.prose.clone());
        }
    }
}

/// Short lines down to a number or an address, of which one is somebody's name.
fn opens_contact(blocks: &[Block]) -> bool {
    const MOST: usize = 6;
    let together = blocks[1..].iter().take(MOST).take_while(|block| block.joint != Joint::Gap).count();
    let lines = &blocks[..=together];
    let Some(detail) = lines.iter().position(is_call_detail) else { return false };
    let above = &lines[..detail];
    above.iter().all(|line| line.text().chars().count() < 60 && !line.text().ends_with(['.', '!']))
        && above.iter().any(|line| people::person(line.text()).is_some_and(|person| person.name.contains(' ')))
}
