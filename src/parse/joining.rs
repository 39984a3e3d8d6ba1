//! From lines to paragraphs: undoes hard wraps and page breaks, and takes running heads out.
//!
//! Two lines are joined when the first was full, or when a sentence plainly runs on. Nothing is
//! ever joined across a heading, a list item or a contact line, and a wrap at a true hyphen keeps
//! its hyphen.

mod carried;
mod closing;
mod endings;
mod furniture;
mod items;
mod seam;
mod spoken;
mod wrapped;

use super::{date, dateline, details, embargo, header, line, people, words};
pub use crate::manuscript::LeftOut;
use crate::manuscript::{Block, Joint, Shape};
pub use carried::ends_a_period;
use carried::{breaks_off_in_a_day, carries_on, goes_on_with_fact, goes_on_with_item};
use endings::{awaits_a_day, goes_on, is_cut_day, is_headline_with_verb, opens_lower};
pub use endings::{
    ends_in_quoted_name, ends_item, ends_open, ends_sentence, is_long_sentence, is_stamp, sentences, without_initials,
};
use furniture::without_furniture;
use items::with_wrapped_items;
use seam::join;
use wrapped::Seam;
pub use wrapped::{begins_sentence, ends_small};

/// Lines longer than this are paragraphs of their own: nobody wraps that wide.
const WIDEST_WRAP: usize = 120;
/// A wrapped text has at least this many full lines.
const FEWEST_FULL_LINES: usize = 3;
/// A line was full when the next word would have passed this share of the width, in per cent.
/// Below 100 because proportional type makes lines of one width differ in characters.
const FULL_AT: usize = 88;
/// A line of this many characters that ends with an article was cut; a headline may end in "mit".
const LONGER_THAN_HEADLINES: usize = 75;
/// A contact's line is as long as a page is wide at the most, in characters.
const LONGEST_DETAILS: usize = 100;
/// A sentence cut by a blank line is longer than a heading.
const SHORTEST_CUT: usize = 30;

pub fn paragraphs(blocks: Vec<Block>) -> (Vec<Block>, Vec<LeftOut>) {
    let (mut blocks, mut left_out) = without_furniture(blocks);
    blocks = with_addresses_in_sentences(blocks);
    blocks = with_wrapped_items(blocks);
    spoken::part(&mut blocks);
    part_contact_lines(&mut blocks);
    let width = wrap_width(&blocks);
    let seams = wrapped::seams(&blocks);
    let mut paragraphs: Vec<Block> = Vec::with_capacity(blocks.len());
    // The last line that went into the paragraph at the end, in characters.
    let mut line_length = 0;
    let again = title_again(&blocks);
    for (at, (block, seam)) in blocks.into_iter().zip(seams).enumerate() {
        let length = block.text().chars().count();
        if let Some(last) = paragraphs.last_mut()
            && seam != Seam::Begins
            && again.is_none_or(|again| at != again + 1)
            && runs_on(last, line_length, &block, width, seam)
        {
            join(last, &block);
        } else {
            paragraphs.push(block);
        }
        line_length = length;
    }
    let paragraphs = closing::without_marks(paragraphs, &mut left_out);
    (paragraphs, left_out)
}

/// Where the first line stands once more near the top: a headline that a page's frame gives as well, and whole.
fn title_again(blocks: &[Block]) -> Option<usize> {
    const NEAR: usize = 12;
    const FEWEST_WORDS: usize = 3;
    let first = blocks.first().filter(|first| words::at_least(first.text(), FEWEST_WORDS))?;
    (1..blocks.len().min(NEAR)).rfind(|at| blocks[*at].text() == first.text())
}

/// In Markdown the lines of a paragraph mean nothing, but a contact is written line by line there
/// too: short lines of which one is a phone or an address are lines.
fn part_contact_lines(blocks: &mut [Block]) {
    let mut start = 0;
    while start < blocks.len() {
        let end = start + 1 + blocks[start + 1..].iter().take_while(|block| block.joint == Joint::Soft).count();
        let lines = &mut blocks[start..end];
        let short = lines.iter().all(|line| line.text().chars().count() <= LONGEST_DETAILS);
        if short && lines.iter().any(|line| details::is_detail_line(line.text())) {
            for line in &mut lines[1..] {
                line.joint = Joint::Line;
            }
        }
        start = end;
    }
}

/// An address on a line of its own in mid-sentence, as wraps and extractions leave it, is no
/// contact: "may be sent to / press@example.org / by Friday".
fn with_addresses_in_sentences(blocks: Vec<Block>) -> Vec<Block> {
    let mut joined: Vec<Block> = Vec::with_capacity(blocks.len());
    let mut blocks = blocks.into_iter();
    while let Some(block) = blocks.next() {
        match (joined.last_mut(), blocks.as_slice().first()) {
            (Some(above), Some(below)) if is_address_in_sentence(above, &block, below) => {
                join(above, &block);
                blocks.next().iter().for_each(|below| join(above, below));
            }
            _ => joined.push(block),
        }
    }
    joined
}

fn is_address_in_sentence(above: &Block, address: &Block, below: &Block) -> bool {
    [address, below].iter().all(|block| block.joint == Joint::Line && block.shape == Shape::Text)
        && !ends_sentence(above.text())
        && above.shape == Shape::Text
        && words::at_least(above.text(), 2)
        && !line::stands_alone(above.text())
        && words::at_least(below.text(), 3)
        && (opens_lower(below.text()) || below.text().starts_with(['.', ',', ')']))
        && !details::is_detail_line(below.text())
        && details::is_detail_line(address.text())
        && details::label(address.text()).is_none()
}

/// The width that a text was wrapped to, if it was. Only lines with another right below count.
fn wrap_width(blocks: &[Block]) -> Option<usize> {
    let above: Vec<usize> = blocks
        .windows(2)
        .filter(|pair| pair[1].joint == Joint::Line && pair.iter().all(|line| line.shape == Shape::Text))
        // Lines of a contact are as long as what they say.
        .filter(|pair| !pair.iter().any(|line| details::is_detail_line(line.text())))
        .map(|pair| pair[0].text().chars().count())
        .collect();
    let width = above.iter().copied().filter(|length| *length <= WIDEST_WRAP).max()?;
    let full = above.iter().filter(|length| (width * 80..=width * 100).contains(&(**length * 100))).count();
    // A text of long lines with a few short ones is not wrapped, nor is a list between long paragraphs.
    let wide = above.iter().filter(|length| **length > WIDEST_WRAP).count();
    let lines = blocks.iter().filter(|block| block.shape == Shape::Text);
    let wider = lines.filter(|block| block.text().chars().count() * 2 > width * 3).count();
    if wide > full || wider * 2 > full {
        return None;
    }
    ((40..=WIDEST_WRAP).contains(&width) && full >= FEWEST_FULL_LINES).then_some(width)
}

fn runs_on(last: &Block, line_length: usize, next: &Block, width: Option<usize>, seam: Seam) -> bool {
    let (before, after) = (last.text(), next.text());
    let may_continue = next.shape == Shape::Text && matches!(last.shape, Shape::Text | Shape::Item { .. })
        || next.shape == last.shape && next.joint == Joint::Soft;
    // "will be welcomed home on", a blank line, "Saturday 16 May 2026, 11 a.m."
    if next.joint == Joint::Gap && may_continue && awaits_day_below(before, after) {
        return true;
    }
    // "EMBARGOED UNTIL 7.00 A.M. ON 27" above "NOVEMBER 2026"
    let may_break = || !line::stands_alone(before) || breaks_off_in_a_day(before) && embargo::is_line(before);
    if may_continue && may_break() && line::stands_alone(after) && carries_on(last, next)
        || goes_on_with_fact(last, next)
        || goes_on_with_item(last, next)
    {
        return true;
    }
    // Signs first: most lines end in a way that settles it, and words are costlier to ask about.
    if !may_continue
        || next.joint == Joint::Gap && !is_cut_at_gap(last, after, width)
        || header::is_salutation(before)
        || line::stands_alone(before) && !goes_on(before, after) && !is_cut_caption(before, next)
        || line::stands_alone(after)
        || dateline::opens_with_tag(after)
        || next.joint == Joint::Gap && dateline::opens_with_initials(after)
        || dateline::run_in(after)
            .is_some_and(|run| run.place.is_some() || !awaits_a_day(before) && !breaks_off_in_a_day(before))
        || is_role_below_name(before, after)
        || next.joint == Joint::Line && is_below_capitals(before, after)
        || !ends_open(before) && people::is_name_of_house(after) && people::is_role(before)
    {
        return false;
    }
    if next.joint == Joint::Line && goes_on(before, after) {
        return true;
    }
    match next.joint {
        // Of a gap it was asked above.
        Joint::Soft | Joint::Gap => true,
        Joint::Line | Joint::Beside => {
            let closes_quote = before.ends_with(['”', '"', '»', '“']);
            let cut = (!ends_sentence(before) || closes_quote && opens_lower(after))
                && (opens_lower(after)
                    || ends_open(before)
                        && line_length >= LONGER_THAN_HEADLINES
                        && !is_headline_with_verb(before, after, width));
            let full = width.is_some_and(|width| {
                let word = after.split_whitespace().next().map_or(0, |word| word.chars().count());
                (line_length + 1 + word) * 100 >= width * FULL_AT
            });
            let day = line_length >= SHORTEST_CUT
                && (awaits_a_day(before) && date::opening(after).is_some() && !is_stamp(after)
                    || is_cut_day(before, after));
            seam == Seam::GoesOn
                || cut
                || day
                || full
                || !ends_sentence(before) && before.len() >= SHORTEST_CUT && dateline::opens(before)
        }
    }
}

fn awaits_day_below(before: &str, after: &str) -> bool {
    before.len() >= SHORTEST_CUT
        && awaits_a_day(before)
        && !is_stamp(after)
        && dateline::own_line(after).is_some_and(|own| own.place.is_none())
        && !line::stands_alone(before)
}

/// A sub-headline in small letters right below a headline in capitals.
fn is_below_capitals(before: &str, after: &str) -> bool {
    const FEWEST_WORDS: usize = 3;
    // A paragraph that grows is no headline.
    const LONGEST: usize = 400;
    before.len() <= LONGEST
        && line::is_shouted(before)
        && !line::is_shouted(after)
        && words::at_least(before, FEWEST_WORDS)
        && after.split_whitespace().take(FEWEST_WORDS).any(|word| word.contains(char::is_lowercase))
        && !opens_lower(after)
        && !ends_open(before)
}

/// "directrice de la communication" right below somebody's name.
fn is_role_below_name(before: &str, after: &str) -> bool {
    const LONGEST_NAME: usize = 60;
    let first = || after.split_whitespace().next().unwrap_or("");
    let first_is_small = |word: &str| word.starts_with(char::is_lowercase);
    before.len() <= LONGEST_NAME
        && opens_lower(after)
        && before.split(' ').filter(|word| first_is_small(word)).count() <= 2
        && !before.ends_with('.')
        && !words::at_least(after, 7)
        && people::is_role(first())
        && people::person(before).is_some()
}

/// A sentence cut by a blank line, as page breaks cut them.
fn is_cut_at_gap(last: &Block, after: &str, width: Option<usize>) -> bool {
    let before = last.text();
    last.shape == Shape::Text
        && before.len() >= SHORTEST_CUT
        && !ends_sentence(before)
        && !ends_item(before)
        && (opens_lower(after)
            || before.len() >= LONGER_THAN_HEADLINES
                && ends_open(before)
                && !is_headline_with_verb(before, after, width))
}

/// A caption that its label would keep alone, cut in mid-sentence.
fn is_cut_caption(before: &str, next: &Block) -> bool {
    next.joint == Joint::Line
        && opens_lower(next.text())
        && line::is_caption(before)
        && !details::is_detail_line(before)
}

/// Whether more than one line of the file went into a paragraph.
pub fn was_joined(block: &Block) -> bool {
    block.last_line > block.at.line
}

/// First and last line of each paragraph that was joined. A table or code is none, and has its lines still.
pub fn joined_lines(paragraphs: &[Block]) -> Vec<(usize, usize)> {
    let joined = paragraphs.iter().filter(|block| was_joined(block) && !matches!(block.shape, Shape::Markup(_)));
    joined.map(|block| (block.at.line, block.last_line)).collect()
}

/// Whether lines were wrapped by hand, so that those of a block are one headline.
pub fn is_wrapped(lines: &[Block], paragraphs: &[Block]) -> bool {
    paragraphs.iter().filter(|block| was_joined(block)).count() >= 2 && lines.len() > paragraphs.len() + 2
}

#[cfg(test)]
mod tests;
