//! What stands below the end mark: contacts and notices, and nothing that vanishes. Rows of stars end a
//! text only where nothing of it goes on below them.

use super::kinds::{contact_heading, ends_with_colon, introduces, is_prose, opens_boilerplate};
use super::{Reader, Section, elsewhere};
use crate::manuscript::{Block, Shape};
use crate::parse::joining::ends_sentence;
use crate::parse::{details, line, people, words};

/// Why a line is left out that nothing is made of.
pub const BELOW_END: &str = "below the end mark, and no part of the release";

/// Words of a sentence, however short it is.
const FEWEST_WORDS: usize = 3;

impl Reader {
    /// Whether a row of stars parts two sections of a text: a sentence stands below it, at most a heading
    /// between them.
    pub(super) fn parts_sections(&self, blocks: &[Block], at: usize) -> bool {
        const MOST: usize = 40;
        let is_row = |block: &Block| block.text().bytes().all(|byte| matches!(byte, b'*' | b' '));
        let says = |at: usize| blocks.get(at).is_some_and(is_sentence);
        let heads = |at: usize| {
            let heading = |block: &Block| !words::at_least(block.text(), 9) && !details::holds_detail(block.text());
            blocks.get(at).is_some_and(heading) && says(at + 1)
        };
        let other = |at: usize| {
            blocks.get(at).is_none_or(|block| {
                let text = block.text();
                opens_boilerplate(blocks, at)
                    || describes_a_house(text)
                    || contact_heading(block).is_some()
                    || line::notes_heading(text).is_some()
                    || line::false_boilerplate(text)
                    || line::other_contact_heading(text)
                    || line::is_caption(text)
                    || line::notice(text)
            })
        };
        // Facts, and another row or the end below them.
        let below = || (at + 1..blocks.len()).take(MOST);
        let closed = || {
            let next = below().find(|at| line::end_mark(blocks[*at].text()) || other(*at));
            next.is_some_and(|next| next > at + 1 && line::end_mark(blocks[next].text()))
        };
        self.section == Section::Body
            && is_row(&blocks[at])
            && !other(at + 1)
            && (says(at + 1) || heads(at + 1) && !other(at + 2) || closed())
    }

    /// Below the end mark, where nobody is named to call: a sentence, an item, where something is to be had or what
    /// stands above one of these; the rest is left out.
    pub(super) fn below_end(&mut self, blocks: &[Block], at: usize) {
        let block = &blocks[at];
        if says_something(block) || ends_with_colon(block.text()) && blocks.get(at + 1).is_some_and(says_something) {
            self.notice(block, "a line below the end");
        } else {
            self.leave_out(block, BELOW_END);
        }
    }
}

/// A short sentence of the text, with nobody's number or address.
fn is_sentence(block: &Block) -> bool {
    let text = block.text();
    matches!(block.shape, Shape::Text | Shape::Quote)
        && ends_sentence(text)
        && words::at_least(text, FEWEST_WORDS)
        && !ends_with_colon(text)
        && !details::holds_detail(text)
        && !line::ends_with_legal_form(&words::fold(text))
}

/// "The Harbour Trust is a charity": what a house says of itself, without a heading.
pub fn describes_a_house(text: &str) -> bool {
    const LONGEST_NAME: usize = 8;
    let mut words = text.split(' ').take(LONGEST_NAME);
    words.find(|word| introduces(word)).is_some_and(|verb| {
        let name = &text[..verb.as_ptr() as usize - text.as_ptr() as usize];
        people::is_organisation(name.trim_end())
    })
}

/// "Ann Lee, press officer, 01632 960 001", "In Hull: Ann Lee, ann@hull.example"
pub fn names_somebody_to_call(block: &Block) -> bool {
    const LONGEST: usize = 220;
    let text = block.text();
    if text.len() > LONGEST || !details::calls_somebody(text) || is_prose(block) {
        return false;
    }
    let behind = text.split_once(':').map_or("", |(_, behind)| behind.trim());
    let house = text.split([',', ':', '|']).next().is_some_and(people::is_name_of_house);
    people::opens_with_person(text) || people::opens_with_person(behind) || house && !ends_sentence(text)
}

fn says_something(block: &Block) -> bool {
    let text = block.text();
    matches!(block.shape, Shape::Item { .. } | Shape::Quote)
        || ends_sentence(text)
            && !ends_with_colon(text)
            && words::at_least(text, FEWEST_WORDS)
            && !line::ends_with_legal_form(&words::fold(text))
        || elsewhere::leads_elsewhere(text)
        || details::calls_somebody(text) && !details::is_detail_line(text)
}
