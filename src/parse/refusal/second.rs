//! A second release below the first one's contact: a headline, a date line that runs into its text, and
//! a contact of its own. In another language it is the same release once more.

use crate::manuscript::{Block, Joint, Shape};
use crate::parse::date::{self, Written};
use crate::parse::joining::{ends_sentence, is_long_sentence};
use crate::parse::{dateline, details, header, language, line, words};

#[derive(Debug, Clone, Copy)]
pub struct Second<'t> {
    pub headline: &'t Block,
    pub translated: bool,
}

pub fn find(blocks: &[Block]) -> Option<Second<'_>> {
    let contact = below_text(blocks)?;
    let dated = (contact + 1..blocks.len()).find(|at| runs_in(&blocks[*at]))?;
    let headline = headline_above(&blocks[..dated], contact)?;
    let reachable = blocks[contact..headline].iter().any(|block| details::holds_detail(block.text()));
    let between = || blocks[contact + 1..headline].iter().map(Block::text);
    let quoted = || between().any(|text| line::notes_heading(text).is_some() || line::false_boilerplate(text));
    let labelled = || between().any(|text| line::release_line(text).is_some());
    let has_contact = || blocks[dated + 1..].iter().any(|block| line::contact_heading(block.text()).is_some());
    let goes_on = || {
        let below = &blocks[dated + 1..];
        below.iter().take_while(|block| is_prose(block)).count() >= 2 && !below.iter().any(runs_in)
    };
    (reachable && (labelled() || has_contact() || goes_on() && !quoted()))
        .then(|| Second { headline: &blocks[headline], translated: differ(&blocks[..contact], &blocks[dated..]) })
}

/// The heading of a contact below a day and a text; above the text it is the first release's own.
/// What stands below a letter is the release that the letter came with.
fn below_text(blocks: &[Block]) -> Option<usize> {
    let text = blocks.iter().position(is_prose)?;
    let contact = (text + 1..blocks.len()).find(|at| line::contact_heading(blocks[*at].text()).is_some())?;
    let above = &blocks[..contact];
    let is_day = |block: &Block| {
        matches!(dateline::own_line(block.text()).map(|own| own.date), Some(Written::Day(_))) || runs_in(block)
    };
    let is_letter = above.iter().any(|block| header::is_salutation(block.text()) || line::valediction(block.text()));
    (!is_letter && above.iter().any(is_day)).then_some(contact)
}

/// A day, and behind it a sentence.
fn runs_in(block: &Block) -> bool {
    const NEAR: usize = 120;
    let opening = block.text().as_bytes().iter().take(NEAR);
    opening.into_iter().any(u8::is_ascii_digit)
        && is_prose(block)
        && dateline::run_in(block.text()).is_some_and(|run| matches!(run.date, Some(Written::Day(_))))
}

/// The first of the lines right above a date line, where they can be a headline.
fn headline_above(above: &[Block], contact: usize) -> Option<usize> {
    let gap = above.iter().rposition(|block| block.joint == Joint::Gap).filter(|gap| *gap > contact)?;
    above[gap..].iter().all(is_title).then_some(gap)
}

fn is_title(block: &Block) -> bool {
    let text = block.text();
    matches!(block.shape, Shape::Text | Shape::Heading(_))
        && words::at_least(text, 3)
        && !words::at_least(text, 41)
        && !ends_sentence(text)
        && date::opening(text).is_none()
        && line::contact_heading(text).is_none()
        && line::release_line(text).is_none()
        && !line::boilerplate_heading(text)
        && !details::holds_detail(text)
}

fn is_prose(block: &Block) -> bool {
    matches!(block.shape, Shape::Text) && is_long_sentence(block.text())
}

fn differ(first: &[Block], second: &[Block]) -> bool {
    let spoken = |blocks: &[Block]| {
        let prose: Vec<&str> = blocks.iter().filter(|block| is_prose(block)).map(Block::text).collect();
        language::detect(&prose.join("\n"), None)
    };
    match (spoken(first), spoken(second)) {
        (Some(first), Some(second)) => first.primary() != second.primary(),
        _ => true,
    }
}
