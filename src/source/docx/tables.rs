//! Which tables hold data, and which only hold a page together.
//!
//! Letterheads and contacts are set in tables too; their words must reach the parser as lines.
//! When in doubt, a table is layout: lines can be read, cells can't.

use std::borrow::Cow;

use super::content::{Cell, Kind, Line, Paragraph, Piece, Row, Run, Table};

/// A cell of data is no longer, in characters.
const LONGEST_CELL: usize = 100;
/// "Telephone:" and the like are no longer.
const LONGEST_LABEL: usize = 40;

/// The paragraphs of each cell of each row, where the table holds data.
pub fn data(table: &Table) -> Option<Vec<Vec<Vec<&Paragraph>>>> {
    let width = |row: &Row| row.cells.iter().map(|cell| cell.span).sum::<usize>();
    if table.rows.len() < 2 || table.rows.iter().any(|row| width(row) < 2) {
        return None;
    }
    let rows: Vec<Vec<Vec<&Paragraph>>> =
        table.rows.iter().map(|row| row.cells.iter().map(cell_of_data).collect()).collect::<Option<_>>()?;
    let is_filled = |cell: &Vec<&Paragraph>| !cell.is_empty();
    let columns = rows.iter().map(|row| row.iter().filter(|cell| is_filled(cell)).count());
    // Where no row fills two cells, nothing is compared with anything.
    if columns.clone().max()? < 2 || columns.filter(|filled| *filled > 0).count() < 2 {
        return None;
    }
    let mut texts = rows.iter().flatten().flatten().map(|paragraph| paragraph.text());
    let labelled = table.rows.iter().all(|row| label(row).is_some());
    (!labelled && !texts.any(|text| text.contains('@'))).then_some(rows)
}

fn cell_of_data(cell: &Cell) -> Option<Vec<&Paragraph>> {
    let mut paragraphs = Vec::new();
    for piece in &cell.pieces {
        match piece {
            Piece::Paragraph(paragraph) if paragraph.is_empty() => {}
            Piece::Paragraph(paragraph) if paragraph.kind == Kind::Text => paragraphs.push(paragraph),
            _ => return None,
        }
    }
    let short = |paragraph: &&Paragraph| paragraph.lines.len() == 1 && paragraph.text().chars().count() <= LONGEST_CELL;
    (paragraphs.len() <= 1 && paragraphs.iter().all(short)).then_some(paragraphs)
}

/// The pieces of a table that holds a page together, cell by cell. A row of a label and what it
/// labels is one line, and such rows below each other stay together.
pub fn layout(table: &Table) -> Vec<Cow<'_, [Piece]>> {
    if let Some(columns) = columns(table) {
        return columns.into_iter().map(Cow::Owned).collect();
    }
    let mut groups: Vec<Cow<[Piece]>> = Vec::new();
    let mut labelled = false;
    for row in &table.rows {
        if let Some((label, value)) = label(row) {
            let line = Piece::Paragraph(joined(label, value));
            match groups.last_mut().filter(|_| labelled) {
                Some(group) => group.to_mut().push(line),
                None => groups.push(Cow::Owned(vec![line])),
            }
            labelled = true;
            continue;
        }
        labelled = false;
        let single = |cell: &Cell| cell_of_data(cell).is_some();
        let called = row.cells.iter().filter_map(cell_of_data).flatten().any(|cell| cell.text().contains('@'));
        if called && row.cells.iter().all(single) {
            // A person's name, telephone and address side by side.
            let pieces = row.cells.iter().flat_map(|cell| &cell.pieces);
            groups.push(pieces.filter(|piece| !is_empty(piece)).cloned().collect());
        } else {
            groups.extend(row.cells.iter().map(|cell| Cow::Borrowed(cell.pieces.as_slice())));
        }
    }
    groups
}

/// The pieces of each column, where a table is read down and not across: headings above what they head, or
/// contacts side by side.
fn columns(table: &Table) -> Option<Vec<Vec<Piece>>> {
    let width = table.rows.first().map(|row| row.cells.len()).filter(|width| *width > 1)?;
    let is_plain = |row: &Row| row.cells.len() == width && row.cells.iter().all(|cell| cell.span == 1);
    if table.rows.len() < 2 || !table.rows.iter().all(is_plain) || table.rows.iter().any(|row| label(row).is_some()) {
        return None;
    }
    let text = |cell: &Cell| cell_of_data(cell).and_then(|found| Some(found.first()?.text()));
    let is_called = |cell: &&Cell| text(cell).is_some_and(|text| text.contains('@'));
    let single = table.rows.iter().flat_map(|row| &row.cells).all(|cell| cell_of_data(cell).is_some());
    let side_by_side = single && table.rows.iter().any(|row| row.cells.iter().filter(is_called).count() > 1);
    let headed = match table.rows.as_slice() {
        [head, below] => {
            let is_heading = |cell: &Cell| {
                let text = cell.pieces.iter().filter(|piece| !is_empty(piece)).collect::<Vec<_>>();
                matches!(text.as_slice(), [Piece::Paragraph(only)] if only.lines.len() == 1
                    && only.text().chars().count() <= LONGEST_LABEL && !only.text().trim_end().ends_with('.'))
            };
            let lines = |cell: &Cell| super::content::lines(&cell.pieces).len();
            head.cells.iter().all(is_heading) && below.cells.iter().any(|cell| lines(cell) > 1)
        }
        _ => false,
    };
    (side_by_side || headed).then(|| {
        let cells = |at: usize| table.rows.iter().filter_map(move |row| row.cells.get(at));
        let pieces = |at: usize| cells(at).flat_map(|cell| &cell.pieces).filter(|piece| !is_empty(piece)).cloned();
        (0..width).map(|at| pieces(at).collect()).collect()
    })
}

fn is_empty(piece: &Piece) -> bool {
    matches!(piece, Piece::Paragraph(paragraph) if paragraph.is_empty())
}

/// A label and its value, when the row is just that.
fn label(row: &Row) -> Option<(&Paragraph, &Paragraph)> {
    let [label, value] = row.cells.as_slice() else { return None };
    let [label] = cell_of_data(label)?[..] else { return None };
    let [value] = cell_of_data(value)?[..] else { return None };
    let text = label.text();
    (text.trim_end().ends_with(':') && text.chars().count() <= LONGEST_LABEL).then_some((label, value))
}

fn joined(label: &Paragraph, value: &Paragraph) -> Paragraph {
    let blank = Run { text: " ".to_owned(), ..Run::default() };
    let runs = |paragraph: &Paragraph| paragraph.lines.iter().flat_map(|line| line.runs.clone()).collect::<Vec<_>>();
    let runs = [runs(label), vec![blank], runs(value)].concat();
    Paragraph { lines: vec![Line { runs, begins_page: false }], ..label.clone() }
}
