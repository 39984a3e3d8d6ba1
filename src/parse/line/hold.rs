//! Lines that hold a text back in whole and say no more than that: "Status: pending", "TEST – please ignore",
//! "Harbour Trust | DRAFT | 1", wherever in a text they landed.
//!
//! A line with a word of its own is none of them: "Test of the sirens". Until when a text is held back is not read
//! here, nor whether it stands above a text or below it, but by who asks.

use super::super::date;
use super::super::words::{self, Table};
use super::draft;
use crate::characters;
use crate::manuscript::{Block, Shape};
use crate::parse::memory::remembered;
use crate::parse::{embargo, joining};

const LONGEST: usize = 120;
const SIGNS: [char; 10] = [' ', '\u{A0}', '-', '–', '—', '*', '#', '.', '\'', '"'];

/// What a line says of the text that it stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hold {
    /// It is not ready.
    Unready,
    /// It is not to be published, in these words.
    Banned(String),
}

/// What the parts of a line are.
#[derive(Debug, Clone, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a kind of word that is there or not")]
struct Marks {
    /// What forbids to publish.
    ban: Option<String>,
    draft: bool,
    hold: bool,
    /// A word that is a plain noun too.
    plain: bool,
    label: bool,
    /// "Attention" stands before them.
    heeded: bool,
    waits: bool,
    paged: bool,
    parts: usize,
}

impl Marks {
    fn is_labelled(&self) -> bool {
        self.label && (self.waits || self.draft)
    }

    fn holds(&self) -> bool {
        self.hold
            || self.plain
            || self.is_labelled()
            || self.heeded && self.draft
            || self.paged && (self.draft || self.ban.is_some())
    }
}

/// Whether a line above a text holds it back, though it calls it no draft.
pub fn hold_mark(text: &str) -> bool {
    marks(text).is_some_and(|marks| marks.holds())
}

/// The blocks from one on that hold the text back.
pub fn holds_below(blocks: &[Block], from: usize) -> impl Iterator<Item = (&Block, Hold)> {
    let speaks = |block: &Block| joining::ends_sentence(block.text()) && words::at_least(block.text(), 5);
    let last_sentence = blocks.iter().rposition(speaks).unwrap_or(0);
    (from..blocks.len()).filter_map(move |at| Some((&blocks[at], hold_below(blocks, at, at > last_sentence)?)))
}

/// A word alone is the heading of what follows as often, unless it is in capitals.
fn hold_below(blocks: &[Block], at: usize, is_last: bool) -> Option<Hold> {
    let block = &blocks[at];
    let text = block.text();
    let marks = marks(text).filter(|_| matches!(block.shape, Shape::Text | Shape::Quote | Shape::Heading(_)))?;
    let is_label = |at: Option<usize>| {
        let is_fact = |block: &Block| block.text().split_once(':').is_some_and(|(_, value)| !value.trim().is_empty());
        at.and_then(|at| blocks.get(at)).is_some_and(is_fact)
    };
    // A project has its status as well.
    if marks.is_labelled() && (is_label(at.checked_sub(1)) || is_label(Some(at + 1))) {
        return None;
    }
    // What stands below such a heading of notes is not published.
    if marks.ban.is_some() && super::notes_heading(text).is_some() && at + 1 < blocks.len() {
        return None;
    }
    let is_shouted = in_capitals(text);
    let is_alone = !words::at_least(text, 2);
    let is_strong = is_shouted
        || marks.paged
        || marks.is_labelled()
        || marks.parts > 1
        || characters::has_digit(text)
        || marks.hold && !is_alone;
    let is_sure = marks.hold || marks.is_labelled() || marks.draft && !marks.plain;
    let unready = if matches!(block.shape, Shape::Heading(_)) {
        marks.hold && !is_alone
    } else {
        is_sure && is_strong || is_last && (is_sure || is_shouted)
    };
    let is_any = marks.holds() || marks.draft;
    marks.ban.clone().map(Hold::Banned).or_else(|| (is_any && unready).then_some(Hold::Unready))
}

/// Whether a line that was joined with others is the mark of a page: with the page's number, or in capitals below the
/// beginning; above, such a word ends a headline.
pub fn is_mark_of_page(text: &str, is_below: bool) -> bool {
    marks(text).is_some_and(|marks| {
        let is_sure = marks.ban.is_some() || marks.hold || marks.draft && !marks.plain;
        is_sure && (marks.paged || is_below && in_capitals(text) && !text.trim_end().ends_with(['.', ',']))
    })
}

/// `None` where a part of the line says something else.
fn marks(text: &str) -> Option<Marks> {
    if text.len() > LONGEST || text.trim_end().ends_with(':') {
        return None;
    }
    remembered!(text, read_marks => Option<Marks>)
}

fn read_marks(text: &str) -> Option<Marks> {
    let may_be_paged = characters::has_digit(text);
    let text = closed_up(text);
    let sentences = |part: &str| if characters::has_digit(part) { "\n" } else { ". " };
    let signs = ['–', '—', '|', '(', ')', '[', ']', ',', ':', ';', '/', '·', '•', '!'];
    let parts = text.split(signs).flat_map(|part| part.split(" - ")).flat_map(|part| part.split(sentences(part)));
    let (mut marks, mut others) = (Marks::default(), 0);
    let ornaments = |c: char| !c.is_alphanumeric();
    for part in parts.map(|part| part.trim_matches(ornaments)).filter(|part| !part.is_empty()) {
        marks.parts += 1;
        // "Let op: nog niet vrijgegeven"
        if marks.parts == 1 && words::ATTENTION.has(part) {
            marks.heeded = true;
            continue;
        }
        if is_page(part) {
            marks.paged = true;
        } else if !take(&mut marks, part) {
            // The house beside the number of a page.
            others += 1;
            if !may_be_paged || words::at_least(part, 7) {
                return None;
            }
        }
    }
    // "Before Sunday, 17 January, 5 p.m., not for publication" is an embargo.
    let is_embargo = || others > 0 && embargo::holds_back(&text);
    (others == 0 || marks.paged && others <= 2 && !is_embargo()).then_some(marks)
}

/// "D R A F T", `Draft_v4`: as it is meant.
pub(super) fn closed_up(text: &str) -> String {
    let text = text.replace('_', " ");
    let letters = || text.split(' ').filter(|word| !word.is_empty());
    let is_spaced = letters().count() >= 4 && letters().all(|word| word.chars().count() == 1);
    if is_spaced { letters().collect() } else { text }
}

/// Takes a part to be one mark behind the other, with a number or a day behind them; says whether it is.
fn take(marks: &mut Marks, part: &str) -> bool {
    let tables: [&Table; 9] = [
        &words::DRAFTS,
        &words::DRAFTS_ALONE,
        &words::BANS,
        &words::HOLDS,
        &words::HOLDS_ALONE,
        &words::CLEARANCES,
        &words::WAITING,
        &words::RELEASE_LINES,
        &words::WITHDRAWALS,
    ];
    if words::REPLIES.opening(part).is_some() {
        marks.hold = true;
        return true;
    }
    // "1st draft"
    let mut rest = draft::behind_ordinal(part).filter(|rest| words::DRAFTS.opening(rest).is_some()).unwrap_or(part);
    while !rest.is_empty() && !is_frame(rest) {
        let openings = tables.iter().enumerate().filter_map(|(at, table)| Some((at, table.opening(rest)?)));
        let Some((table, entry)) = openings.max_by_key(|(at, entry)| (entry.len(), std::cmp::Reverse(*at))) else {
            return false;
        };
        // "TEST STAND PHOTO OPPORTUNITY" is a headline.
        if words::PRESS_EVENTS.has(entry) {
            return false;
        }
        match table {
            0 => marks.draft = true,
            1 if entry.contains(' ') => marks.draft = true,
            1 => (marks.draft, marks.plain) = (true, true),
            2 => marks.ban = Some(rest[..rest.len() - words::after(rest, entry).len()].to_owned()),
            3 => marks.hold = true,
            4 => marks.plain = true,
            8 if !entry.contains(' ') => marks.plain = true,
            5 => marks.label = true,
            6 => marks.waits = true,
            _ => {}
        }
        // "pending" is a value, and by itself a draft's word in some languages.
        marks.waits |= words::WAITING.has(entry);
        rest = words::after(rest, entry).trim_start_matches(SIGNS);
    }
    true
}

/// "v2", "3 March", "16 Uhr": a version, a day or a time.
fn is_frame(text: &str) -> bool {
    let number = words::VERSIONS.behind_each(text).next().unwrap_or(text).trim_start_matches(['v', 'V', '.', ' ', '#']);
    let is_version = number.starts_with(|c: char| c.is_ascii_digit()) && !words::at_least(number, 3) && {
        number.chars().all(|c| c.is_ascii_digit() || c == '.') || number.to_lowercase().ends_with(" final")
    };
    is_version
        || date::whole(text).is_some()
        || date::whole(text.trim_start_matches("of ").trim_start_matches("vom ")).is_some()
        || date::time(text).is_some() && !words::at_least(text, 4)
}

/// "Page 1 of 2", "2"
fn is_page(part: &str) -> bool {
    let is_number = |word: &str| (1..=3).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit());
    let label = part.split(' ').next().filter(|word| words::PAGES.has(word));
    let numbers = label.map_or(part, |label| part[label.len()..].trim_start());
    let mut tokens = numbers.split(' ');
    let first = tokens.next().is_some_and(is_number);
    let behind: Vec<&str> = tokens.collect();
    first
        && match behind.as_slice() {
            [] => true,
            [of, all] => words::GENITIVES.has(of) && is_number(all),
            _ => false,
        }
}

fn in_capitals(text: &str) -> bool {
    super::is_shouted(text) && text.chars().filter(|c| c.is_alphabetic()).count() >= 3
}

#[cfg(test)]
mod tests;
