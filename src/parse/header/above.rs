//! What stands above a headline and is not its letterhead: an event and its days, the kind of text, the place
//! beside the date.

use super::Header;
use super::headlines::{Candidate, above_headline, decide, leave_out};
use crate::manuscript::{Block, Joint, Shape};
use crate::parse::words;
use crate::parse::{Placed, date, dateline, line, people};

/// "VILLARREAL, AGS." in the block that has number and day.
pub fn place_beside_date(header: &mut Header, lines: &mut Vec<Candidate>) {
    let [first, _, ..] = lines.as_slice() else { return };
    let abbreviated = |text: &str| {
        let state = text.rsplit_once(", ").map(|(_, state)| state);
        state.is_some_and(|state| state.len() <= 6 && state.ends_with('.') && line::is_shouted(state))
    };
    let beside = header.dates.iter().any(|dated| dated.at.line + 1 == first.at.line) && first.joint != Joint::Gap;
    if header.place.is_none() && beside && abbreviated(first.text()) && dateline::is_place(first.text()) {
        let place = dateline::readable(first.text());
        decide(header, &lines[0], "place", "a place and its state right below the date");
        header.place = Some(Placed::new(lines.remove(0).at, place));
    }
}

/// "39th Harbour Festival | 17 to 24 October" above the headline.
pub fn event_above(header: &mut Header, lines: &mut Vec<Candidate>) {
    let names_an_event = |line: &Candidate| line.text().contains('|') && date::first(line.text()).is_some();
    if lines.len() > 1 && names_an_event(&lines[0]) {
        let line = lines.remove(0);
        leave_out(header, line, "an event and its days");
    }
}

/// "PRODUCT RECALL", "In memoriam": what kind of text it is, above its headline.
pub fn kinds_above(header: &mut Header, lines: &mut Vec<Candidate>) {
    let bare = |text: &str| text.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let is_kind = |line: &Candidate| bare(line.text()).split(['/', '|', '–']).all(|part| words::KINDS.has(part));
    // "(Euronext Paris - Compartiment C)"
    let in_brackets = |line: &Candidate| {
        line.level.is_none()
            && line
                .text()
                .strip_prefix('(')
                .and_then(|inner| inner.strip_suffix(')'))
                .is_some_and(|inner| !inner.contains(')'))
    };
    while lines.first().is_some_and(in_brackets) {
        leave_out(header, lines.remove(0), "a remark in brackets");
    }
    // "Comunicado Clube do Lago," above a date, and the headline below it.
    let of_a_house = |first: &Candidate, next: &Candidate| {
        let behind = words::RELEASE_LINES.opening(first.text()).map(|kind| words::after(first.text(), kind));
        let is_named = |name: &str| {
            people::is_joined_by_capitals(name.split_whitespace().filter(|word| !["–", "do", "da"].contains(word)))
        };
        next.dates_above > first.dates_above
            && next.words() > first.words()
            && first.level.is_none()
            && !line::is_shouted(first.text())
            && behind.is_some_and(|name| is_named(name.trim_end_matches(',')))
    };
    while lines.len() > 1 && of_a_house(&lines[0], &lines[1]) {
        leave_out(header, lines.remove(0), "whose release it is");
    }
    while lines.len() > 1 && is_kind(&lines[0]) {
        let line = lines.remove(0);
        above_headline(header, &[line]);
    }
}

/// Whether a box stands above the date line that opens the text.
pub fn is_box_above_text(blocks: &[Block], at: usize) -> bool {
    const NEAR: usize = 8;
    let opens = |block: &Block| {
        block.shape == Shape::Text && dateline::run_in(block.text()).is_some_and(|run| run.date.is_some())
    };
    blocks[at].shape == Shape::Quote && blocks[at + 1..].iter().take(NEAR).any(opens)
}
