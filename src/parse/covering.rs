//! The letter or e-mail that a release was sent in. It is left out when a release line, or the head
//! of an e-mail, says where the release begins; otherwise nothing is touched.

use super::joining::LeftOut;
use super::refusal::is_mail_label;
use super::{embargo, line};
use crate::manuscript::{Block, Joint};
use crate::problem::Place;

const WHY: &str = "the letter that the release came in";

/// The blocks below a covering letter. What a sentence of the letter says of an embargo goes to `held`.
pub fn without_letter(
    mut blocks: Vec<Block>,
    left_out: &mut Vec<LeftOut>,
    held: &mut Vec<(Place, String)>,
) -> Vec<Block> {
    let letter = blocks.iter().position(|block| line::valediction(block.text()) || is_mail_label(block.text()));
    let release = || blocks.iter().position(|block| line::release_line(block.text()).is_some());
    let Some(release) = letter.and_then(|letter| release().filter(|release| letter < *release)) else { return blocks };
    // An embargo is never part of what is left out.
    let (letter, kept): (Vec<Block>, Vec<Block>) =
        blocks.drain(..release).partition(|block| !embargo::is_line(block.text()));
    let holding = letter.iter().filter(|block| embargo::is_in_sentence(block.text()));
    held.extend(holding.map(|block| (block.at, embargo::statement(block.text()).to_owned())));
    left_out.extend(letter.into_iter().map(|block| LeftOut {
        line: block.at.line,
        text: block.prose.into_text(),
        why: WHY,
    }));
    blocks.splice(0..0, kept);
    if let Some(first) = blocks.first_mut() {
        first.joint = Joint::Gap;
    }
    blocks
}
