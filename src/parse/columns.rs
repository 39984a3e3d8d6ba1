//! A head or two contacts that are set in two columns: what stands on the left is read first, then what
//! stands on the right. Only where one of the parts is a head's by its own words, or each column names
//! and calls somebody, are there columns; everything else is a line with a gap in it, and is put
//! together again.

use std::collections::HashMap;

use super::{contacts, dateline, details, embargo, line, people, words};
use crate::manuscript::{Block, Joint};

/// A line that begins so far to the right, in characters, goes on with the right column.
const RIGHT: usize = 20;
/// A letterhead has no more lines than this; a table may.
const MOST_LINES: usize = 8;

/// Columns of a head begin within so many lines.
const LAST_LINE_OF_HEAD: usize = 16;

/// Sets the blocks in the order they are to be read in; none is left beside another.
pub fn in_order(blocks: &mut Vec<Block>) {
    if blocks.iter().all(|block| block.joint != Joint::Beside) {
        return;
    }
    let below_head = blocks.first().map_or(0, |first| first.at.line) + LAST_LINE_OF_HEAD;
    let mut ordered = Vec::with_capacity(blocks.len());
    let mut rest = std::mem::take(blocks).into_iter().peekable();
    while let Some(first) = rest.next() {
        let mut chunk = vec![first];
        while let Some(next) = rest.next_if(|next| next.joint != Joint::Gap) {
            chunk.push(next);
        }
        if let Some(columns) = contacts_in_many_columns(&chunk) {
            ordered.extend(one_below_the_other(columns));
            continue;
        }
        chunk = without_third_cells(chunk);
        if chunk.iter().any(|block| block.joint == Joint::Beside) {
            let in_columns = chunk[0].at.line < below_head && is_head(&chunk) || are_contacts(&chunk);
            chunk = if is_table(&chunk) {
                by_rows(chunk)
            } else if in_columns {
                by_columns(chunk)
            } else if are_rows(&chunk) {
                apart(by_lines(chunk, &|_, _| true))
            } else {
                by_lines(chunk, &|_, _| true)
            };
        }
        ordered.extend(chunk);
    }
    *blocks = ordered;
}

/// Whether lines of two columns are a letterhead's: a release line, a date, a contact's heading. A
/// table of days and events has several dates.
fn is_head(chunk: &[Block]) -> bool {
    let opens = |block: &Block| {
        let text = block.text();
        line::release_line(text).is_some() || line::contact_heading(text).is_some() || embargo::is_line(text)
    };
    let pairs = || chunk.windows(2).filter(|pair| pair[1].joint == Joint::Beside);
    let days = chunk.iter().filter(|block| dateline::own_line(block.text()).is_some()).count();
    let dated = || pairs().flatten().any(|block| dateline::own_line(block.text()).is_some());
    let lines = chunk.iter().filter(|block| block.joint != Joint::Beside).count();
    lines <= MOST_LINES && days <= 1 && (pairs().flatten().any(opens) || dated())
}

/// Whether a column of labels stands beside one of values: "Wann?   Monday, 11 a.m.", "Date   14 December 2026".
fn is_table(chunk: &[Block]) -> bool {
    const FEWEST_ROWS: usize = 2;
    let rows = || chunk.windows(2).filter(|pair| pair[1].joint == Joint::Beside).map(|pair| pair[0].text());
    let labels = rows().filter(|label| is_label(label)).count();
    labels >= FEWEST_ROWS && labels * 2 > rows().count()
}

fn is_label(text: &str) -> bool {
    let bare = text.trim_end_matches(['?', ':', ' ', '\u{A0}']);
    [&words::FACTS, &words::TIMES, &words::PLACES, &words::DATE].iter().any(|labels| labels.has(bare))
}

/// Each label with its value, which may go on below itself.
fn by_rows(chunk: Vec<Block>) -> Vec<Block> {
    const FARTHER_RIGHT: usize = 4;
    let mut rows: Vec<Block> = Vec::with_capacity(chunk.len());
    for block in chunk {
        match rows.last_mut() {
            Some(row) if block.joint == Joint::Beside => {
                let bare = is_label(row.text()) && !row.text().ends_with(['?', ':']);
                row.prose.append(if bare { ": " } else { " " }, &block.prose);
            }
            Some(row) if block.joint == Joint::Line && block.at.column > row.at.column + FARTHER_RIGHT => {
                row.prose.append(" ", &block.prose);
                row.last_line = block.last_line;
            }
            _ => rows.push(block),
        }
    }
    rows
}

/// "Vera Pohl   Lutz Hage" above "0555 3000   030 5550": whether each of two columns opens with a name, a
/// house or a heading and holds somebody's number or address.
fn are_contacts(chunk: &[Block]) -> bool {
    const MOST_LINES: usize = 14;
    let cells: Vec<(&str, &str)> = chunk
        .windows(2)
        .filter(|pair| pair[1].joint == Joint::Beside)
        .map(|pair| (pair[0].text(), pair[1].text()))
        .collect();
    let (left, right): (Vec<&str>, Vec<&str>) = cells.into_iter().unzip();
    (2..=MOST_LINES).contains(&left.len()) && is_contact(&left) && is_contact(&right)
}

/// Whether a column opens with a name, a house or a heading and holds somebody's number or address.
fn is_contact(column: &[&str]) -> bool {
    let names = |text: &str| {
        !details::reaches_somebody(text)
            && (people::person(text).is_some()
                || people::is_organisation(text)
                || line::contact_heading(text).is_some())
    };
    let name = column.iter().position(|cell| names(cell));
    name.is_some_and(|name| column[name..].iter().any(|cell| details::reaches_somebody(cell)))
}

/// Three contacts and more, side by side: each below where its column begins.
fn contacts_in_many_columns(chunk: &[Block]) -> Option<Vec<Vec<Block>>> {
    const FEWEST: usize = 3;
    /// In characters; a column is not set more exactly.
    const LEFT_OF_COLUMN: usize = 3;
    const MOST_BLOCKS: usize = 80;
    // Most chunks have one column or two.
    let is_third = |pair: &[Block]| pair[0].joint == Joint::Beside && pair[1].joint == Joint::Beside;
    if chunk.len() > MOST_BLOCKS || !chunk.windows(2).any(is_third) {
        return None;
    }
    let cells = |line: usize| chunk.iter().filter(move |block| block.at.line == line);
    let fullest = chunk.iter().map(|block| block.at.line).max_by_key(|line| cells(*line).count())?;
    let starts: Vec<usize> = cells(fullest).map(|block| block.at.column).collect();
    if starts.len() < FEWEST {
        return None;
    }
    let mut columns: Vec<Vec<Block>> = vec![Vec::new(); starts.len()];
    for block in chunk {
        let behind = starts.iter().rposition(|start| block.at.column + LEFT_OF_COLUMN >= *start);
        columns[behind.unwrap_or(0)].push(block.clone());
    }
    let of_somebody = |column: &Vec<Block>| is_contact(&column.iter().map(Block::text).collect::<Vec<_>>());
    // The house's address in a column, and each contact below its heading in one of the others.
    let heading = |column: &Vec<Block>| column.first().map(|first| first.text().to_owned()).unwrap_or_default();
    let beside_address = || {
        let Some((address, contacts)) = columns.split_first() else { return false };
        !of_somebody(address)
            && contacts.iter().all(|column| of_somebody(column) && heading(column).ends_with(':'))
            && contacts.iter().any(|column| line::contact_heading(&heading(column)).is_some())
    };
    (columns.iter().all(of_somebody) || beside_address()).then_some(columns)
}

/// Lines of three cells and more that are no contacts are lines with gaps in them.
fn without_third_cells(chunk: Vec<Block>) -> Vec<Block> {
    let mut beside: HashMap<usize, usize> = HashMap::new();
    for block in chunk.iter().filter(|block| block.joint == Joint::Beside) {
        *beside.entry(block.at.line).or_default() += 1;
    }
    beside.retain(|_, cells| *cells > 1);
    if beside.is_empty() { chunk } else { by_lines(chunk, &|_, block| beside.contains_key(&block.at.line)) }
}

/// "plane   no longer sticks" below "Package   Reason": short cells on the left and something beside each, of which
/// one begins small, so that it would go on with the row above.
fn are_rows(chunk: &[Block]) -> bool {
    const FEWEST: usize = 3;
    const LONGEST_CELL: usize = 30;
    let cells: Vec<&Block> =
        chunk.windows(2).filter(|pair| pair[1].joint == Joint::Beside).map(|pair| &pair[0]).collect();
    let is_cell = |block: &&Block| block.joint != Joint::Beside && block.text().chars().count() <= LONGEST_CELL;
    cells.len() >= FEWEST
        && cells.len() * 2 == chunk.len()
        && cells.iter().all(is_cell)
        && cells[1..].iter().any(|cell| cell.text().starts_with(char::is_lowercase))
}

fn apart(mut rows: Vec<Block>) -> Vec<Block> {
    for row in &mut rows {
        row.joint = Joint::Gap;
    }
    rows
}

/// Puts together the lines that are of one piece.
fn by_lines(chunk: Vec<Block>, whole: &impl Fn(&Block, &Block) -> bool) -> Vec<Block> {
    let mut lines: Vec<Block> = Vec::with_capacity(chunk.len());
    for block in chunk {
        match lines.last_mut() {
            Some(left) if block.joint == Joint::Beside && whole(left, &block) => left.prose.append(" ", &block.prose),
            _ => lines.push(block),
        }
    }
    lines
}

/// "12 May 2026   10:30" is a date line, "Ida Holm   +45 ..." a contact.
fn is_one_line(left: &Block, right: &Block) -> bool {
    let joined = || format!("{} {}", left.text(), right.text());
    let is_house = |place: Option<String>| place.is_none_or(|place| people::is_organisation(&place));
    let places = || dateline::own_line(right.text()).is_some_and(|own| own.place.is_some());
    let dated =
        || !places() && dateline::own_line(&joined()).is_some_and(|own| own.rest.is_none() && is_house(own.place));
    let called = || people::person(left.text()).is_some() && details::is_detail_line(right.text());
    dated() || called() || contacts::is_joint(right.text())
}

fn by_columns(chunk: Vec<Block>) -> Vec<Block> {
    let mut lines = by_lines(chunk, &is_one_line);
    let is_right = |block: &Block| block.joint == Joint::Beside || block.at.column > RIGHT;
    let below = lines.iter().rposition(is_right).map_or(0, |last| last + 1);
    let mut below = lines.split_off(below);
    let (right, mut left): (Vec<Block>, Vec<Block>) = lines.into_iter().partition(is_right);
    // The left column may be the longer one, and its last lines call whom it names.
    let called = below.iter().take_while(|block| details::is_detail_line(block.text())).count();
    left.extend(below.drain(..called));
    // "This release is embargoed   ORS-30-0081" goes on below with "until 8:30 a.m."
    let goes_on = left.last().is_some_and(|last| embargo::is_line(last.text()) && embargo::breaks_off(last.text()));
    let columns = if goes_on { [left, below, right] } else { [left, right, below] };
    one_below_the_other(columns)
}

fn one_below_the_other(columns: impl IntoIterator<Item = Vec<Block>>) -> Vec<Block> {
    let mut ordered = Vec::new();
    for mut column in columns {
        for block in &mut column {
            block.joint = Joint::Line;
        }
        if let Some(first) = column.first_mut() {
            first.joint = Joint::Gap;
        }
        ordered.extend(column);
    }
    ordered
}
