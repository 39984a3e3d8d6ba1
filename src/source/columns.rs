//! Tables that name an embargo: the word stands in the head, the day in another row, or both in one of
//! several cells, so no line of the table says it.
//!
//! Only a cell or a column is read that holds a release back as "Embargo 1 January 2027" would on a line
//! by itself: one on an embargo of goods has no days below it.

use super::HoldsBack;
use crate::characters::LINE_BREAK;
use crate::manuscript::{Block, Joint, Shape};
use crate::problem::Place;
use crate::prose::Prose;

/// So far below its head a column is read, in rows.
const MOST_ROWS: usize = 20;

/// What the columns of a table say until when, each as a line.
pub fn that_hold_back(rows: &[Vec<String>], holds_back: HoldsBack) -> Vec<String> {
    let mut lines = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let has_digit = |cell: &String| cell.contains(|c: char| c.is_ascii_digit());
        for (column, cell) in row.iter().enumerate().filter(|(_, cell)| holds_back(cell)) {
            if has_digit(cell) {
                lines.push(cell.clone());
                continue;
            }
            let head = cell.trim_end_matches(':');
            let below =
                rows[at + 1..].iter().take(MOST_ROWS).filter_map(|row| row.get(column)).filter(|cell| has_digit(cell));
            lines.extend(below.map(|cell| format!("{head} {cell}")).filter(|line| holds_back(line)));
        }
    }
    lines
}

/// The same of a plain text whose columns are parted by tabs or wide gaps.
pub fn of_text(text: &str, first_line: usize, holds_back: HoldsBack) -> Vec<Block> {
    const WIDE: &str = "   ";
    let mut blocks = Vec::new();
    let has_columns = |text: &str| text.contains('\t') || text.contains(WIDE);
    if !has_columns(text) {
        return blocks;
    }
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut first = first_line;
    let lines = text.split(['\n', LINE_BREAK]).map(Some).chain(std::iter::once(None));
    for (index, line) in lines.enumerate() {
        let cells: Vec<String> = match line {
            Some(line) if line.contains('\t') => line.split('\t').map(|cell| cell.trim().to_owned()).collect(),
            Some(line) if !has_columns(line) => Vec::new(),
            Some(line) => line.split(WIDE).map(str::trim).filter(|cell| !cell.is_empty()).map(str::to_owned).collect(),
            None => Vec::new(),
        };
        if cells.len() > 1 {
            if rows.is_empty() {
                first = first_line + index;
            }
            rows.push(cells);
            continue;
        }
        let found = that_hold_back(&std::mem::take(&mut rows), holds_back);
        blocks.extend(found.into_iter().map(|line| line_of_its_own(line, first)));
    }
    blocks
}

/// A line that is to be read above the text, wherever in the file it stands.
pub fn line_of_its_own(words: String, line: usize) -> Block {
    Block { at: Place::line(line), last_line: line, joint: Joint::Gap, shape: Shape::Text, prose: Prose::plain(words) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holds_back(line: &str) -> bool {
        line == "Embargo" || line.starts_with("Embargo 1 January")
    }

    #[test]
    fn a_column_is_read_where_a_day_stands_below_its_head() {
        let lines = |text| {
            let blocks = of_text(text, 1, holds_back);
            blocks.into_iter().map(|block| (block.at.line, block.text().to_owned())).collect::<Vec<_>>()
        };
        let found = (2, "Embargo 1 January 2027".to_owned());
        assert_eq!(lines("x\nNr\tEmbargo\tPage\n1\t1 January 2027\t3"), vec![found.clone()]);
        assert_eq!(lines("x\nNr   Embargo   Page\n1   1 January 2027   3\n\ny"), vec![found]);
        assert_eq!(lines("Press\tEmbargo 1 January 2027\tx"), [(1, "Embargo 1 January 2027".to_owned())]);
        assert_eq!(lines("Country\tEmbargo\nAskerdale\tsince 1974\nBirk\tyes"), []);
    }
}
