//! Words for holding a text back, in what is no text: headers, footers, watermarks, hidden words
//! and comments. A release must not go out because its embargo stood where nobody reads.
//!
//! Whether such a line is an embargo, the parser decides; here it is only seen to it that it is
//! read. Headers and footers are otherwise left out: they are stationery. One more thing in them
//! can matter, a date, and is taken where the text itself names none.

use std::collections::HashSet;

use roxmltree::Node;

use super::content::{self, Cell, Kind, Line, Paragraph, Piece, Run, Spacing};
use super::xml;
use crate::source::{HoldsBack, columns};

/// Where a text names its own day, in lines that are not empty.
const LINES_OF_A_TOP: usize = 12;

/// A number for a year with another number beside it, and nothing that speaks of an address.
fn names_a_day(line: &str) -> bool {
    let lower = line.to_lowercase();
    if line.chars().count() > 80 || ["©", "(c)", "@", "www.", "tel", "fax"].iter().any(|sign| lower.contains(sign)) {
        return false;
    }
    let numbers: Vec<&str> = line.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty()).collect();
    let is_year = |number: &str| number.len() == 4 && (number.starts_with("19") || number.starts_with("20"));
    numbers.len() >= 2 && numbers.iter().any(|number| is_year(number))
}

/// What stands in a header or a footer, line by line; tabs part what stands side by side.
pub struct Stationery {
    pub lines: Vec<String>,
    /// It is the header of the first page.
    pub is_first_header: bool,
}

impl Stationery {
    pub fn new(pieces: &[Piece], root: Node, is_first_header: bool) -> Self {
        let watermarks = root.descendants().filter(|node| xml::name(*node) == "textpath");
        let watermarks = watermarks.filter_map(|node| xml::attribute(node, "string").map(str::to_owned));
        let lines = content::lines(pieces).into_iter().chain(watermarks);
        let lines = lines.flat_map(|line| line.split('\t').map(|part| part.trim().to_owned()).collect::<Vec<_>>());
        Self { lines: lines.filter(|line| !line.is_empty()).collect(), is_first_header }
    }
}

/// The lines of stationery that nobody reads, each once.
pub fn unread(stationery: Vec<Stationery>, read: &[Piece]) -> Vec<String> {
    let read = content::lines(read);
    let mut known: HashSet<String> = read.iter().map(|line| line.trim().to_owned()).collect();
    stationery.into_iter().flat_map(|page| page.lines).filter(|line| known.insert(line.clone())).collect()
}

/// The lines that are to be read above the body.
pub fn lines_for_the_top(stationery: &[Stationery], body: &[Piece], holds_back: HoldsBack) -> Vec<Piece> {
    let body = content::lines(body);
    let top = body.iter().filter(|line| !line.trim().is_empty()).take(LINES_OF_A_TOP);
    let dated = top.into_iter().any(|line| names_a_day(line) || line.split(['–', '—', '-', ':']).any(names_a_day));
    let mut known: HashSet<&str> = body.iter().map(|line| line.trim()).collect();
    let mut lines: Vec<&str> = Vec::new();
    for (page, line) in stationery.iter().flat_map(|page| page.lines.iter().map(move |line| (page, line.as_str()))) {
        let day = page.is_first_header && !dated && names_a_day(line);
        if (holds_back(line) || day) && known.insert(line) {
            lines.push(line);
        }
    }
    lines.into_iter().map(paragraph).collect()
}

/// What the columns of tables say of an embargo, also of those set with tabs, to be read above the body.
pub fn lines_of_columns(pieces: &[Piece], holds_back: HoldsBack) -> Vec<Piece> {
    let mut found = Vec::new();
    let mut tabbed: Vec<Vec<String>> = Vec::new();
    let row = |line: &str| line.split('\t').map(|cell| cell.trim().to_owned()).collect::<Vec<_>>();
    for piece in pieces {
        if let Piece::Paragraph(paragraph) = piece
            && paragraph.lines.iter().any(|line| line.text().contains('\t'))
        {
            tabbed.extend(paragraph.lines.iter().map(|line| row(&line.text())));
            continue;
        }
        found.extend(columns::that_hold_back(&std::mem::take(&mut tabbed), holds_back));
        match piece {
            Piece::Table(table) => {
                let words = |cell: &Cell| content::lines(&cell.pieces).join(" ").trim().to_owned();
                let rows: Vec<_> = table.rows.iter().map(|row| row.cells.iter().map(words).collect()).collect();
                found.extend(columns::that_hold_back(&rows, holds_back));
            }
            Piece::Box(inner) => found.extend(content::lines(inner).into_iter().filter(|line| holds_back(line))),
            Piece::Paragraph(_) | Piece::Picture(_) => {}
        }
    }
    found.extend(columns::that_hold_back(&tabbed, holds_back));
    found.iter().map(|line| paragraph(line)).collect()
}

fn paragraph(line: &str) -> Piece {
    Piece::Paragraph(Paragraph {
        line: 1,
        kind: Kind::Text,
        lines: vec![Line { runs: vec![Run { text: line.to_owned(), ..Run::default() }], begins_page: false }],
        spacing: Spacing::default(),
        style: None,
        apart: true,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_told_from_what_else_stands_on_stationery() {
        for line in ["Pressemitteilung 12/2019", "Dresden, 12. Mai 2019", "12.05.2019", "May 3, 2021"] {
            assert!(names_a_day(line), "{line}");
        }
        for line in ["© 2019–2021 Example", "Tel. 0351 2019-20", "Page 1 of 2", "01099 Dresden", "Seit 1990"] {
            assert!(!names_a_day(line), "{line}");
        }
    }
}
