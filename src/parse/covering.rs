//! The letter or e-mail that a release was sent in. It is left out when a release line, a closing
//! above the date line, or the head of an e-mail says where the release begins; otherwise nothing
//! is touched.

use super::date::Written;
use super::header::is_salutation;
use super::joining::{LeftOut, ends_sentence, is_long_sentence};
use super::refusal::is_mail_label;
use super::{Placed, dateline, details, embargo, line, people, words};
use crate::manuscript::{Block, Joint};

const WHY: &str = "the letter that the release came in";

/// A release without the letter above it.
#[derive(Default)]
pub struct Uncovered {
    pub blocks: Vec<Block>,
    pub letter: Vec<LeftOut>,
    /// What sentences of the letter say of an embargo.
    pub held: Vec<Placed<String>>,
}

pub fn without_letter(mut blocks: Vec<Block>) -> Uncovered {
    let Some(release) = below_release_line(&blocks).or_else(|| below_signature(&blocks)) else {
        return Uncovered { blocks, ..Uncovered::default() };
    };
    // An embargo is never part of what is left out.
    let in_sentence = |text: &str| embargo::is_in_sentence(text);
    let holds = |text: &str| embargo::is_line(text) || embargo::is_above(text) && !in_sentence(text);
    let (letter, kept): (Vec<Block>, Vec<Block>) = blocks.drain(..release).partition(|block| !holds(block.text()));
    let holding = letter.iter().filter(|block| in_sentence(block.text()));
    let held = holding.map(|block| Placed::new(block.at, embargo::statement(block.text()).to_owned())).collect();
    let letter = letter.into_iter();
    let letter = letter.map(|block| LeftOut { line: block.at.line, text: block.prose.into_text(), why: WHY }).collect();
    blocks.splice(0..0, kept);
    if let Some(first) = blocks.first_mut() {
        first.joint = Joint::Gap;
    }
    Uncovered { blocks, letter, held }
}

/// The release line below the closing of a letter or the head of an e-mail.
fn below_release_line(blocks: &[Block]) -> Option<usize> {
    let letter = blocks.iter().position(|block| line::valediction(block.text()) || is_mail_label(block.text()))?;
    let release = blocks.iter().position(|block| line::release_line(block.text()).is_some())?;
    (letter < release).then_some(release)
}

/// What stands below the signature of a letter whose closing no date line stands above, and one
/// with its text below.
fn below_signature(blocks: &[Block]) -> Option<usize> {
    let closing = blocks.iter().position(|block| closes(block.text()))?;
    let dated = (0..blocks.len()).find(|at| opens_text(blocks, *at)).filter(|dated| closing < *dated)?;
    let is_letter = blocks[..closing].iter().any(|block| is_salutation(block.text()) || ends_sentence(block.text()));
    let group = |at: usize| at + 1 + blocks[at + 1..dated].iter().take_while(|block| block.joint != Joint::Gap).count();
    let mut end = group(closing);
    // A blank line may stand above the sender.
    if end == closing + 1 && end < dated && !names_sender(blocks[closing].text()) {
        end = group(end);
    }
    // House, address and numbers of the sender, in groups of their own.
    while let Some(next) = blocks[end..dated].iter().position(|block| details::is_detail_line(block.text())) {
        end = group(end + next);
    }
    while end < dated && group(end) < dated && blocks[end..group(end)].iter().all(|block| is_sender(block.text())) {
        end = group(end);
    }
    let titled = end < dated || blocks.get(dated + 1).is_some_and(|below| !is_long_sentence(below.text()));
    (is_letter && titled).then_some(end)
}

/// Whether a text begins here: a date line that goes on with a sentence, or one above prose.
fn opens_text(blocks: &[Block], at: usize) -> bool {
    const NEAR: usize = 5;
    let text = blocks[at].text();
    let is_day = |date: &Written| matches!(date, Written::Day(_));
    let of_other_parts =
        |text: &str| is_salutation(text) || line::contact_heading(text).is_some() || line::boilerplate_heading(text);
    dateline::run_in(text).is_some_and(|run| run.date.as_ref().is_some_and(is_day))
        || dateline::own_line(text).is_some_and(|own| is_day(&own.date))
            && blocks[at + 1..]
                .iter()
                .take(NEAR)
                .take_while(|block| !of_other_parts(block.text()))
                .any(|block| is_long_sentence(block.text()))
}

/// "Mit freundlichen Grüßen", also with the sender's name behind it.
fn closes(text: &str) -> bool {
    line::valediction(text) || names_sender(text)
}

fn names_sender(text: &str) -> bool {
    const LONGEST: usize = 100;
    let closing = words::VALEDICTIONS.opening(text).filter(|closing| closing.contains(' ') && text.len() <= LONGEST);
    closing.is_some_and(|closing| {
        let name = words::after(text.trim_start(), closing).trim_start_matches([' ', ',', '\u{A0}']);
        !line::valediction(text) && people::person(name).is_some()
    })
}

fn is_sender(text: &str) -> bool {
    !words::at_least(text, 9)
        && !ends_sentence(text)
        && (people::is_role(text) || people::person(text).is_some() || people::is_organisation(text) && !says(text))
}

/// "Harbour Museum opens hall" has a word that no name has.
fn says(text: &str) -> bool {
    let is_small = |word: &str| word.starts_with(char::is_lowercase);
    text.split_whitespace().any(|word| is_small(word) && !words::HOUSE_WORDS.has_small(word) && !people::is_role(word))
}
