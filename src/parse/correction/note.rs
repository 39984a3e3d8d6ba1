//! What a correction's mark says of itself: the note behind it, or below.

use super::{Marks, SHORTEST_WRAPPED, has_text, may_be_headline};
use crate::manuscript::{Block, Joint, Shape};
use crate::parse::joining::{LeftOut, ends_sentence};
use crate::parse::{dateline, embargo, line, words};

/// A sentence of so many words below a mark that says nothing itself is its note.
const FEWEST_WORDS_OF_A_NOTE: usize = 6;

/// No note runs on over more lines below its mark.
const LONGEST_NOTE: usize = 40;

/// What a mark says of the release.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Correction,
    /// What stands below may be the text that is taken back.
    Withdrawal,
    /// Nothing that could be a headline stands above it.
    WithdrawalAboveHeadline,
}

impl Kind {
    fn why(self) -> &'static str {
        if self == Self::Correction { "a correction" } else { "the release is withdrawn" }
    }

    /// Whether a line below the mark, in the paragraph that it opens, may be its note. The reason of a withdrawal is
    /// published in place of the text, so it is in the mark's own paragraph or nowhere, and a text is left below it.
    fn may_take(self, blocks: &[Block], next: usize) -> bool {
        let block = &blocks[next];
        self == Self::Correction
            || block.joint != Joint::Gap && dateline::run_in(block.text()).is_none() && has_text(&blocks[next + 1..])
    }

    /// Whether a sentence that begins on the line below the mark may be its note.
    fn may_be_explained(self, blocks: &[Block], next: usize) -> bool {
        match self {
            Self::Correction => true,
            Self::Withdrawal => false,
            Self::WithdrawalAboveHeadline => blocks.get(next + 1).is_some_and(|below| {
                below.joint == Joint::Gap && may_be_headline(below) && !ends_sentence(below.text())
            }),
        }
    }
}

/// Takes the mark's block out, and the lines below it that its note runs on to.
pub fn take_note(blocks: &mut Vec<Block>, at: usize, rest: usize, marks: &mut Marks, kind: Kind) -> Option<String> {
    let block = &blocks[at];
    let mut note = without_stars(&block.text()[rest..]);
    // "CORRECTION OF THE PRESS RELEASE OF 2 JUNE" announces what was wrong as a colon does.
    let asks = note.is_empty() && (block.text().trim_end().ends_with(':') || words::at_least(block.text(), 4));
    let mut line_length = block.text().chars().count();
    let mut end = at + 1;
    let mut text = block.text().to_owned();
    while let Some(next) = blocks.get(end).filter(|_| end <= at + LONGEST_NOTE) {
        let taken = end > at + 1;
        let runs_on = !note.is_empty()
            && !ends_sentence(&note)
            && (line_length >= SHORTEST_WRAPPED || next.text().starts_with(char::is_lowercase));
        let may_be_explained = kind.may_be_explained(blocks, end);
        let answers = may_be_explained
            && asks
            && !taken
            && (ends_sentence(next.text()) || next.text().chars().count() >= SHORTEST_WRAPPED);
        // Below a mark alone, a sentence of some length or one in parentheses says what was wrong.
        let explains = || {
            let text = next.text();
            let is_long = ends_sentence(text) && words::at_least(text, FEWEST_WORDS_OF_A_NOTE);
            may_be_explained && note.is_empty() && !taken && (is_long || text.starts_with('(') && text.ends_with(')'))
        };
        // Behind a blank line it is one only where the headline is still to come.
        let apart = next.joint == Joint::Gap;
        let fits = if apart {
            (asks && !taken && ends_sentence(next.text()) || explains()) && headline_below(blocks, end)
        } else {
            runs_on || answers || explains() && headline_below(blocks, end)
        };
        // What holds a release back is no note of a correction.
        let is_dated = || dateline::run_in(next.text()).is_some_and(|run| run.date.is_some());
        if next.shape != Shape::Text
            || !fits
            || !kind.may_take(blocks, end)
            || is_dated()
            || embargo::is_line(next.text())
            || embargo::holds_back(next.text())
        {
            break;
        }
        line_length = next.text().chars().count();
        let separator = if note.is_empty() { "" } else { " " };
        note.extend([separator, next.text()]);
        text.extend([" ", next.text()]);
        end += 1;
    }
    let unsaid = kind == Kind::WithdrawalAboveHeadline && is_apart(blocks, end);
    let taken = end > at + 1;
    let (line, apart) = (block.at.line, block.joint == Joint::Gap || taken);
    blocks.drain(at..end);
    marks.left_out.push(LeftOut { line, text, why: kind.why() });
    if unsaid {
        let below = blocks.remove(at);
        marks.apart = marks.apart.or(Some(below.at));
        marks.left_out.push(LeftOut { line: below.at.line, text: below.text().to_owned(), why: kind.why() });
    }
    // What stood apart from the block stands apart now.
    if let Some(next) = blocks.get_mut(at).filter(|_| apart) {
        next.joint = Joint::Gap;
    }
    Some(without_stars(&note)).filter(|note| !note.is_empty())
}

/// Whether a headline is still to come below a block.
fn headline_below(blocks: &[Block], at: usize) -> bool {
    let is_frame =
        |below: &&Block| line::release_line(below.text()).is_some() || dateline::own_line(below.text()).is_some();
    let below = blocks.iter().skip(at + 1).find(|below| !is_frame(below));
    below.is_some_and(|below| may_be_headline(below) && !ends_sentence(below.text()))
}

/// Whether a paragraph between a withdrawal and the headline is its reason or of the text that is taken back, which
/// nobody can tell.
fn is_apart(blocks: &[Block], at: usize) -> bool {
    blocks.get(at).is_some_and(|block| {
        let text = block.text();
        block.shape == Shape::Text
            && ends_sentence(text)
            && words::at_least(text, FEWEST_WORDS_OF_A_NOTE)
            && dateline::run_in(text).is_none()
            && !embargo::is_line(text)
            && !embargo::holds_back(text)
            && headline_below(blocks, at)
    })
}

/// "The corrected release follows." below the headline that the mark stands before.
pub fn note_below_headline(blocks: &mut Vec<Block>, at: usize, left_out: &mut Vec<LeftOut>) -> Option<String> {
    let says_so = |block: &Block| {
        let folded = words::fold(block.text());
        ends_sentence(&folded) && words::CORRECTIONS.iter().any(|word| folded.contains(word))
    };
    // What stands last is the text itself.
    let text_follows = has_text(blocks.get(at + 1..).unwrap_or_default());
    let is_dated = |block: &Block| dateline::run_in(block.text()).is_some();
    blocks.get(at).filter(|block| block.shape == Shape::Text && text_follows && says_so(block) && !is_dated(block))?;
    let note = blocks.remove(at);
    let text = note.text().to_owned();
    left_out.push(LeftOut { line: note.at.line, text: text.clone(), why: "a correction" });
    Some(without_stars(&text))
}

/// Without the signs that a line is dressed up with.
fn without_stars(text: &str) -> String {
    let bare = text.trim_end_matches(['*', '_', ' ']);
    // "CORRECTED VERSION (the number was wrong)"
    let inner = bare.strip_prefix('(').and_then(|inner| inner.strip_suffix(')'));
    inner.filter(|inner| !inner.contains(['(', ')'])).unwrap_or(bare).to_owned()
}
