//! Embargoes below the lead: as a line, in a sentence, in a table. What only speaks of somebody else's stays
//! news.

use super::{Reader, Section};
use crate::manuscript::{Block, Shape};
use crate::parse::{Placed, embargo};

impl Reader {
    pub(super) fn embargo_in_sentence(&mut self, block: &Block) {
        if !self.given.no_embargo && embargo::is_in_sentence(block.text()) {
            self.decide(block, "embargo", "a sentence that holds the text back");
            self.out.embargoes.push(Placed::new(block.at, embargo::statement(block.text()).to_owned()));
        }
    }

    /// Takes in a line that holds the text back, and says how many lines below belong to it.
    pub(super) fn held_back(&mut self, blocks: &[Block], at: usize) -> Option<usize> {
        let block = &blocks[at];
        let text = block.text();
        if self.given.no_embargo {
            return None;
        }
        let aside = matches!(self.section, Section::Notes | Section::After | Section::Tail | Section::Contact);
        let holds = embargo::is_line(text)
            || embargo::is_ban_alone(text)
            || embargo::is_banned_copy(text)
            || aside && !embargo::is_in_sentence(text) && embargo::is_below(text);
        if !holds || embargo::is_none(text) {
            if let Some(sentence) = embargo::in_prose(text).filter(|_| !embargo::is_in_sentence(text)) {
                self.out.likely_embargoes.push(Placed::new(block.at, sentence.to_owned()));
            } else if embargo::is_timed_day(text)
                || embargo::may_be_of_anything(text)
                || embargo::composed(text).is_some()
                || at + 1 == blocks.len() && embargo::release_day(text).is_some()
            {
                self.out.likely_embargoes.push(Placed::new(block.at, text.to_owned()));
            }
            return None;
        }
        self.decide(block, "embargo", "wording of an embargo");
        if let Some(told) = embargo::told_behind(text) {
            self.out.embargoes.push(Placed::new(block.at, text[..told].trim_end().to_owned()));
            self.body(&Block { prose: block.prose.from_offset(told), ..block.clone() });
            return Some(0);
        }
        let (statement, lines) = embargo::with_lines_below(text, blocks[at + 1..].iter().map(Block::text));
        self.out.embargoes.push(Placed::new(block.at, statement));
        // "The paper goes online when the embargo lifts." is of the text as well.
        let is_told = lines == 0 && embargo::is_told_in_a_sentence(text);
        if self.section == Section::Body && (is_told || is_one_of_several(blocks, at, lines)) {
            for block in &blocks[at..=at + lines] {
                self.body(block);
            }
        }
        Some(lines)
    }

    /// A table or a listing is passed on as it is, and may state an embargo all the same.
    pub(super) fn embargo_in_markup(&mut self, block: &Block) {
        if matches!(block.shape, Shape::Markup(_)) && !self.given.no_embargo {
            let lines: Vec<&str> = block.text().lines().filter(|line| !line.is_empty()).collect();
            for (at, line) in
                lines.iter().enumerate().filter(|(_, line)| embargo::is_line(line) && !embargo::is_none(line))
            {
                let (statement, _) = embargo::with_lines_below(line, lines[at + 1..].iter().copied());
                self.out.embargoes.push(Placed::new(block.at, statement));
            }
        }
    }
}

/// Whether other lines that hold the text back stand near one: a list of times, one for each kind of media.
fn is_one_of_several(blocks: &[Block], at: usize, lines: usize) -> bool {
    const NEAR: usize = 4;
    let above = &blocks[at.saturating_sub(NEAR)..at];
    let below = &blocks[at + 1 + lines..];
    let holds = |block: &Block| embargo::is_line(block.text()) || embargo::is_ban_alone(block.text());
    above.iter().any(holds) || below.iter().take(NEAR).any(holds)
}
