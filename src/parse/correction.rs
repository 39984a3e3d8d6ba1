//! Lines that say the release was put right or taken back: "KORREKTUR vom 14.06.2026: ...",
//! "THIS RELEASE HAS BEEN WITHDRAWN".
//!
//! They are taken out before anything else is read, since below a headline they would pass for a
//! sub-headline. Only a line above the lead counts, and only when nothing but an end, a sign or a
//! date follows its word: "Korrektur der Flugroute" is what a release is about. No date is made up.

mod head;
mod note;
mod unheeded;
mod wire;

use super::date::{Dated, TimeOfDay};
use super::joining::{LeftOut, ends_sentence};
use super::{dateline, embargo, line, words};
use crate::manuscript::{Block, Shape};
use crate::problem::Place;
use head::Head;
pub use head::takes_back;
use note::{Kind, note_below_headline, take_note};

pub use unheeded::refuse as refuse_unheeded;

/// What one such line says.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    pub at: Place,
    pub date: Option<Dated>,
    pub time: Option<TimeOfDay>,
    /// What was put right, or why the release was taken back.
    pub note: Option<String>,
}

/// All of them.
#[derive(Debug, Default)]
pub struct Marks {
    pub corrections: Vec<Mark>,
    pub withdrawal: Option<Mark>,
    pub left_out: Vec<LeftOut>,
    /// A paragraph below a withdrawal that may have been meant as its reason.
    pub apart: Option<Place>,
}

/// Lines further down belong to the text.
const LAST_LINE_ABOVE_A_LEAD: usize = 24;
/// No release has more marks.
const MOST: usize = 100;
/// A sentence of this many words is the lead.
const FEWEST_WORDS_OF_A_LEAD: usize = 12;
/// A line of this many characters may have been wrapped.
const SHORTEST_WRAPPED: usize = 60;

/// Whether a line says that the release was corrected or taken back.
pub fn is_mark(text: &str) -> bool {
    head::of_withdrawal(text).is_some() || head::of_correction(text).is_some()
}

/// Takes the marks out of the blocks. `titled` says that front matter gives the headline.
pub fn take(blocks: &mut Vec<Block>, titled: bool) -> Marks {
    let mut marks = Marks::default();
    wire::take(blocks, &mut marks);
    let (mut at, mut found) = (0, 0);
    while at < blocks.len().min(LAST_LINE_ABOVE_A_LEAD) && found < MOST {
        // What is left of the line is counted from its end.
        let text = blocks[at].text().trim_end();
        let withdrawn = head::of_withdrawal(text);
        let corrected = if withdrawn.is_none() { head::of_correction(text) } else { None };
        let may_be = matches!(blocks[at].shape, Shape::Text | Shape::Heading(_) | Shape::Quote | Shape::Item { .. });
        let (head, is_withdrawal) = match (withdrawn, corrected) {
            (Some(head), _) if may_be => (head, true),
            (None, Some(head)) if may_be && !titled && is_only_headline(blocks, at, &head) => {
                at += 1;
                continue;
            }
            (None, Some(head)) if may_be && (head.rest.is_empty() || has_text(&blocks[at + 1..])) => (head, false),
            _ if is_lead(text) => break,
            _ => {
                at += 1;
                continue;
            }
        };
        found += 1;
        let is_sentence = head.is_sentence() && !is_withdrawal;
        let rest = if is_sentence { 0 } else { text.len() - head.rest.len() };
        let mark = Mark { at: blocks[at].at, date: head.date(&blocks[at]), time: head.time, note: None };
        let kind = match is_withdrawal {
            true if !titled && !blocks[..at].iter().any(may_be_headline) => Kind::WithdrawalAboveHeadline,
            true => Kind::Withdrawal,
            false => Kind::Correction,
        };
        let keeps_headline = !is_sentence && head.holds_headline(blocks, at, titled, kind);
        let note = if !is_sentence && dateline::run_in(head.rest).is_some() {
            blocks[at].prose = blocks[at].prose.from_offset(rest);
            None
        } else if keeps_headline {
            // That it was put right or taken back is said above the text, and in the feed's dates; "Correction to
            // our release of 12 June: the bridge opens ..." is a headline as a whole.
            if is_withdrawal || !blocks[at].text().get(rest..).is_some_and(|rest| rest.starts_with(char::is_lowercase))
            {
                blocks[at].prose = blocks[at].prose.from_offset(rest);
            }
            at += 1;
            if is_withdrawal { None } else { note_below_headline(blocks, at, &mut marks.left_out) }
        } else {
            take_note(blocks, at, rest, &mut marks, kind)
        };
        let mark = Mark { note, ..mark };
        if is_withdrawal {
            marks.withdrawal.get_or_insert(mark);
        } else {
            marks.corrections.push(mark);
        }
    }
    marks
}

impl Head<'_> {
    /// Whether the rest of the line is the headline and no note.
    fn holds_headline(&self, blocks: &[Block], at: usize, titled: bool, kind: Kind) -> bool {
        if self.rest.is_empty() || titled {
            return false;
        }
        // What is taken back must not stay as the headline.
        let taken_back = kind != Kind::Correction;
        if taken_back && (self.rest.starts_with(|c: char| c.is_lowercase() || c == ',') || is_lead(self.rest)) {
            return false;
        }
        let top = blocks.len().min(LAST_LINE_ABOVE_A_LEAD);
        let above = blocks[..at].iter().any(may_be_headline);
        let below = blocks[at + 1..top.max(at + 1)]
            .iter()
            .take_while(|block| taken_back || dateline::own_line(block.text()).is_none())
            .take_while(|block| !is_lead(block.text()))
            .any(may_be_headline);
        let line_follows = blocks.get(at + 1).is_some_and(|next| line::release_line(next.text()).is_some());
        let sure = self.written.is_some() || ends_sentence(self.rest) || line_follows;
        !(above || sure && below)
    }
}

/// "Richtigstellung" above a date line and the text: what puts another release right is a release by itself. In
/// capitals the word is a mark.
fn is_only_headline(blocks: &[Block], at: usize, head: &Head) -> bool {
    let top = blocks.len().min(LAST_LINE_ABOVE_A_LEAD);
    let mut below = blocks[at + 1..top.max(at + 1)].iter().take_while(|block| !is_lead(block.text()));
    head.rest.is_empty()
        && blocks[at].text().contains(char::is_lowercase)
        && !blocks[..at].iter().any(may_be_headline)
        && !below.any(may_be_headline)
}

/// A line that nothing but a headline, a kicker or a sub-headline looks like.
fn may_be_headline(block: &Block) -> bool {
    let text = block.text();
    matches!(block.shape, Shape::Text | Shape::Heading(_))
        && text.chars().any(char::is_alphabetic)
        && line::release_line(text).is_none()
        && !embargo::is_line(text)
        && dateline::own_line(text).is_none()
        && !is_lead(text)
}

/// Whether there is a text below: a correction that stands alone is no note but the text itself.
fn has_text(blocks: &[Block]) -> bool {
    blocks.iter().map(Block::text).any(|text| ends_sentence(text) && words::at_least(text, 4))
}

fn is_lead(text: &str) -> bool {
    dateline::run_in(text).is_some() || ends_sentence(text) && words::at_least(text, FEWEST_WORDS_OF_A_LEAD)
}

#[cfg(test)]
mod tests;
