//! A withdrawal or a correction where none is read: below the lead, in a table, behind the headline, amid a
//! paragraph. A text that is taken back must not stay public for that, so it is an error; of a correction readers
//! would not hear, which is a warning.
//!
//! What the text tells of others is none: only what can be said of the text itself.

use super::head::{self, closes_as_withdrawn};
use super::{LAST_LINE_ABOVE_A_LEAD, Marks};
use crate::manuscript::{Block, Joint, Shape};
use crate::parse::FrontMatterGives;
use crate::parse::joining::{ends_sentence, sentences};
use crate::parse::words::{self, Wordings};
use crate::problem::Report;

const ABOVE: &str =
    "put it on a line of its own above the headline, with its day, as in `This release was withdrawn on 14 June 2026.`";
const QUOTES: [char; 7] = ['"', '“', '„', '«', '»', '‘', '\''];
/// A reason is shorter.
const FEWEST_WORDS_OF_A_TEXT: usize = 40;

/// Reports those among the blocks that no mark was taken out of.
pub fn refuse(blocks: &[Block], marks: &Marks, given: FrontMatterGives, report: &mut Report) {
    let fix = if report.is_keyless() {
        format!("{ABOVE}; where another text is meant, say so in other words")
    } else {
        format!("{ABOVE}, or state `withdrawn: 2026-06-14`; where another text is meant, state `withdrawn: false`")
    };
    let mut corrected = given.changed || given.withdrawn;
    for (at, block) in blocks.iter().enumerate() {
        let text = block.text();
        let taken_back = marks.withdrawal.is_none() && !given.withdrawn;
        let across = || blocks.get(at + 1).and_then(|below| across(block, below));
        let within = || text.lines().find_map(withdrawal_in).map(str::to_owned);
        let sentence = || if may_say(block) { within() } else { None }.or_else(across);
        if taken_back && let Some(sentence) = sentence() {
            report.error(block.at, "the text says that it was withdrawn, and would stay public", &*fix).found(sentence);
            return;
        }
        let is_headline = matches!(block.shape, Shape::Text | Shape::Heading(_)) && !ends_sentence(text);
        if taken_back && !given.title && at < LAST_LINE_ABOVE_A_LEAD && is_headline && closes_as_withdrawn(text) {
            let fix = format!("{ABOVE}; a headline that only speaks of it goes into `title:`");
            report.error(block.at, "the headline ends in a word for a withdrawal", fix).found(text);
            return;
        }
        let is_dated = |line: &str| head::of_correction(line).is_some_and(|head| head.written.is_some());
        if !corrected && marks.withdrawal.is_none() && text.lines().any(is_dated) {
            corrected = true;
            let what = "a correction stands where readers are not told of it as a change";
            let fix = if report.is_keyless() {
                "put it on a line of its own above the headline"
            } else {
                "put it on a line of its own above the headline, or state it as `correction:`"
            };
            report.warning(block.at, what, fix).found(text);
        }
    }
    refuse_doubtful_reason(blocks, marks, report);
    if let Some(at) = marks.apart {
        let what = "this paragraph below a withdrawal is not published, since it may be of the text that was withdrawn";
        report.warning(at, what, "write the reason behind the withdrawal, in the same paragraph");
    }
}

/// The sentence that takes the release back, in nobody else's words.
fn withdrawal_in(line: &str) -> Option<&str> {
    // A point behind a number is hardly ever the end of a sentence: "am 14. Juni".
    let ends = |before: &str, after: &str| {
        after.starts_with(char::is_whitespace) && !before.ends_with(|c: char| c.is_ascii_digit())
    };
    // "[1] This release was withdrawn": a note.
    sentences(line, ends)
        .map(|sentence| sentence.trim_start_matches(|c: char| !c.is_alphabetic() && !QUOTES.contains(&c)))
        .find(|sentence| !sentence.starts_with(QUOTES) && head::takes_back(sentence))
}

/// Whether one of the words is there that all such sentences have. Most lines have none.
fn may_say(block: &Block) -> bool {
    words::wordings(block.text()).has(Wordings::WITHDRAWN)
}

/// The same where a line ends within the sentence.
fn across(above: &Block, below: &Block) -> Option<String> {
    let are_lines = below.joint != Joint::Gap && below.shape == Shape::Text && above.shape == Shape::Text;
    if !are_lines || !may_say(above) && !may_say(below) {
        return None;
    }
    withdrawal_in(&format!("{} {}", above.text(), below.text())).map(str::to_owned)
}

/// What stands behind the mark is published as the reason. Where that is long, or all there is, it may be the
/// very text that is taken back.
fn refuse_doubtful_reason(blocks: &[Block], marks: &Marks, report: &mut Report) {
    let Some((mark, reason)) = marks.withdrawal.as_ref().and_then(|mark| Some((mark, mark.note.as_deref()?))) else {
        return;
    };
    let is_all = || reason.contains(". ") && words::at_least(reason, 12) && !super::has_text(blocks);
    if words::at_least(reason, FEWEST_WORDS_OF_A_TEXT) || is_all() {
        let what = "what stands behind the withdrawal would be published as its reason, and may be the text itself";
        let fix = "put the text into a paragraph of its own, or give the reason in one short sentence";
        report.error(mark.at, what, fix).found(reason);
    }
}
