//! Several releases in one file, and pages that list them.

use chrono::NaiveDate;

use super::{Refusal, Text};
use crate::manuscript::{Block, Shape};
use crate::parse::date::{self, Written};
use crate::parse::joining::ends_sentence;
use crate::parse::{dateline, details, embargo, line, words};

const A_FILE_EACH: &str = "keep each release in a file of its own";

/// A second release below the first one's contact, or a second release line and a second date line
/// below an end mark.
pub fn two_releases(text: Text<'_>) -> Option<Refusal> {
    if let Some(second) = text.second.filter(|second| !second.translated) {
        return Some(Refusal::of(second.headline, "a second press release begins here", A_FILE_EACH));
    }
    let end = text.paragraphs.iter().position(|block| line::end_mark(block.text()))?;
    let below = &text.paragraphs[end + 1..];
    let again = below.iter().position(|block| line::release_line(block.text()).is_some())?;
    let dated = below[again..].iter().any(|block| day(block).is_some());
    let above = text.paragraphs[..end].iter().any(|block| day(block).is_some());
    (dated && above).then(|| Refusal::of(&below[again], "a second press release begins here", A_FILE_EACH))
}

/// Headlines with their dates, the newest first, as a newsroom's page lists them.
pub fn releases(text: Text<'_>) -> Option<Refusal> {
    const FEWEST: usize = 3;
    let blocks = text.paragraphs;
    if blocks.iter().filter(|block| may_name_a_year(block)).count() < FEWEST {
        return None;
    }
    let is_embargo = |block: &Block| embargo::is_line(block.text()) || embargo::holds_back(block.text());
    let entries: Vec<(usize, NaiveDate)> = (0..blocks.len())
        .filter(|at| may_name_a_year(&blocks[*at]) && !is_embargo(&blocks[*at]))
        .filter_map(|at| {
            let day = day(&blocks[at]).or_else(|| labelled_day(&blocks[at]))?;
            let titled = at.checked_sub(1).is_some_and(|before| is_title(&blocks[before]))
                || blocks.get(at + 1).is_some_and(is_text)
                || labelled_day(&blocks[at]).is_some();
            titled.then_some((at, day))
        })
        .collect();
    // A page's own stamp, above a date line that runs into the text.
    let is_stamp = |pair: &[(usize, NaiveDate)]| {
        pair[0].1 == pair[1].1
            && dateline::own_line(blocks[pair[0].0].text()).is_some()
            && dateline::own_line(blocks[pair[1].0].text()).is_none()
            && dateline::run_in(blocks[pair[1].0].text()).is_some()
    };
    let stamps = entries.windows(2).filter(|pair| is_stamp(pair)).count();
    // A programme of events goes forward in time.
    let newest_first = entries.windows(2).all(|pair| pair[0].1 >= pair[1].1);
    // "Stand: 3 May 2021, 15:00" above reports, each of which says when it happened.
    let is_labelled = |at: usize| words::DATE.opening(blocks[at].text()).is_some();
    let happened =
        |at: usize| !is_labelled(at) && dateline::own_line(blocks[at].text()).is_some_and(|own| own.time.is_some());
    if is_labelled(entries.first()?.0) && entries[1..].iter().all(|(at, _)| happened(*at)) {
        return None;
    }
    let spread = entries.last()?.0 - entries.first()?.0;
    let first = &blocks[entries.first()?.0];
    (entries.len() - stamps >= FEWEST && newest_first && spread * 2 >= blocks.len() / 2)
        .then(|| Refusal::of(first, "this is a list of several releases", A_FILE_EACH))
}

/// Whether four digits stand near the beginning; asked before the costly questions.
pub fn may_name_a_year(block: &Block) -> bool {
    const NEAR: usize = 140;
    let bytes = block.text().as_bytes();
    bytes[..bytes.len().min(NEAR)].windows(4).any(|four| four.iter().all(u8::is_ascii_digit))
}

/// The day of a date line, on its own or run into a sentence.
fn day(block: &Block) -> Option<NaiveDate> {
    let text = block.text();
    let written = match dateline::own_line(text) {
        Some(own) => Some(own.date),
        None => dateline::run_in(text).and_then(|run| run.date),
    };
    if let Some(Written::Day(day)) = written { Some(day) } else { None }
}

/// "15 December 2014: What happened on that day"
fn labelled_day(block: &Block) -> Option<NaiveDate> {
    let found = date::opening(block.text())?;
    let rest = block.text()[found.range.end..].trim_start();
    let titled = rest.starts_with([':', '–', '-', '|']) && rest.split_whitespace().count() >= 4;
    if let (true, Written::Day(day)) = (titled, found.date) { Some(day) } else { None }
}

/// Words, and no date or address.
fn is_text(block: &Block) -> bool {
    let text = block.text();
    matches!(block.shape, Shape::Text | Shape::Heading(_))
        && text.split_whitespace().count() >= 4
        && date::opening(text).is_none()
        && !details::is_detail_line(text)
}

/// A line that could be a headline: some words that end no sentence.
fn is_title(block: &Block) -> bool {
    is_text(block) && block.text().split_whitespace().count() <= 40 && !ends_sentence(block.text())
}
