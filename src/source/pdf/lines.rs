//! From pieces to lines in the order they are read: row by row, and column by column where
//! running text is set in columns. A table's columns are read row by row.

use super::beside::region;
use super::pieces::Piece;
use super::rows::{Row, rows_of, sides};

/// A blank between words, in sizes, that nothing stretches.
const USUAL_BLANK: f64 = 0.35;
/// Blanks so many times as wide are set where a line was broken by hand in a justified text.
const STRETCHED: f64 = 2.0;
/// A gutter between columns of text is at least as wide, in points.
const GUTTER: f64 = 8.0;
/// A column of text has at least this many rows.
const FEWEST_ROWS: usize = 4;
/// What stands further above the columns is no part of them, in sizes.
const FAR: f64 = 3.0;
/// Pages of words have fewer rows.
const MOST_ROWS: usize = 400;

/// One line as it is read.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    pub text: String,
    pub left: f64,
    pub right: f64,
    pub baseline: f64,
    pub size: f64,
    pub bold: bool,
    /// How wide its first word is.
    pub first_word: f64,
    /// How much wider its blanks are than usual, all together, where it was stretched to be full.
    pub slack: f64,
    /// The page, from 0.
    pub page: usize,
    /// Lines of one column share a number, and a text runs on into the column with the next one; 0 is
    /// the whole width of any page.
    pub column: usize,
}

#[derive(Debug, Default)]
pub struct Reader {
    /// Short texts beside each other are read from left to right.
    across: bool,
    columns: usize,
    pub lines: Vec<Line>,
}

/// What stands apart from the text, line by line from the top.
pub fn apart(pieces: Vec<Piece>) -> Vec<String> {
    let mut reader = Reader::default();
    reader.rows(&rows_of(pieces), 0, 0);
    reader.lines.into_iter().map(|line| line.text).collect()
}

/// The lines of a page, with what stands beside them on each.
pub fn across(pieces: Vec<Piece>) -> Vec<Line> {
    let mut reader = Reader { across: true, ..Reader::default() };
    reader.page(pieces, 0);
    reader.lines
}

impl Reader {
    /// Adds the lines of a page.
    pub fn page(&mut self, pieces: Vec<Piece>, page: usize) {
        let rows = rows_of(pieces);
        let mut at = 0;
        while at < rows.len() {
            let Some((from, to, gutter)) = columns(&rows[at..]) else {
                break;
            };
            self.beside(&rows[at..at + from], page, 0, at == 0);
            for side in sides(&rows[at + from..at + to], gutter) {
                self.columns += 1;
                self.rows(&rows_of(side), page, self.columns);
            }
            at += to;
        }
        self.beside(&rows[at..], page, 0, at == 0);
    }

    /// Rows in which short texts may stand beside each other; at the top of a page the one that calls
    /// somebody is no part of what stands beside it.
    fn beside(&mut self, mut rows: &[Row], page: usize, column: usize, mut at_top: bool) {
        while !self.across
            && let Some(region) = region(rows)
        {
            self.rows(&rows[..region.from], page, column);
            let mut sides = sides(&rows[region.from..region.to], region.gutter);
            if at_top && region.from == 0 && region.calls_on_the_right {
                sides.reverse();
            }
            // Neither runs on into the other, as columns of one text do.
            for side in sides {
                self.columns += 2;
                self.beside(&rows_of(side), page, self.columns, false);
            }
            self.columns += 1;
            rows = &rows[region.to..];
            at_top = false;
        }
        self.rows(rows, page, column);
    }

    fn rows(&mut self, rows: &[Row], page: usize, column: usize) {
        let edge = rows.iter().map(Row::right).fold(0.0, f64::max);
        for (at, row) in rows.iter().enumerate() {
            let alone = |other: Option<&Row>| other.is_none_or(|other| other.pieces.len() == 1);
            let alone = alone(rows.get(at + 1)) && alone(at.checked_sub(1).map(|above| &rows[above]));
            if alone && !self.across && row.is_at_both_edges(edge) {
                for piece in &row.pieces {
                    self.lines.extend(line(&Row { pieces: vec![piece.clone()] }, page, column));
                }
            } else {
                self.lines.extend(line(row, page, column));
            }
        }
    }
}

fn line(row: &Row, page: usize, column: usize) -> Option<Line> {
    let first = row.pieces.first()?;
    let mut text = String::new();
    let mut right = first.left;
    let mut gaps: Vec<f64> = Vec::new();
    for piece in &row.pieces {
        if !text.is_empty() && piece.left - right > piece.size * 0.1 {
            text.push(' ');
            gaps.push(piece.left - right);
        }
        gaps.extend(piece.holes.iter().map(|hole| hole.right - hole.left));
        text.push_str(&piece.text);
        right = piece.right;
    }
    let weight = |piece: &&Piece| piece.text.chars().count();
    let main = row.pieces.iter().max_by_key(weight)?;
    Some(Line {
        text,
        left: first.left,
        right: row.right(),
        baseline: main.baseline,
        size: main.size,
        bold: row.pieces.iter().all(|piece| piece.bold),
        first_word: first.first_word - first.left,
        slack: slack(&gaps, main.size),
        page,
        column,
    })
}

/// How much wider blanks are than usual, all together, where they are wider than any wrapped line's.
fn slack(gaps: &[f64], size: f64) -> f64 {
    let usual = gaps.iter().map(|_| size * USUAL_BLANK).sum::<f64>();
    let wide = gaps.iter().sum::<f64>();
    if wide > usual * STRETCHED { wide - usual } else { 0.0 }
}

/// The longest run of rows in which a gutter parts running text: its rows, and a place in the
/// gutter.
fn columns(rows: &[Row]) -> Option<(usize, usize, f64)> {
    let rows = &rows[..rows.len().min(MOST_ROWS)];
    let width = rows.iter().map(Row::right).fold(0.0, f64::max) - rows.iter().map(Row::left).fold(f64::MAX, f64::min);
    let mut best: Option<(usize, usize, f64)> = None;
    for from in 0..rows.len() {
        let mut free = vec![(f64::NEG_INFINITY, f64::INFINITY)];
        for (at, row) in rows.iter().enumerate().skip(from) {
            if at > from && rows[at - 1].baseline() - row.baseline() > row.pieces[0].size * FAR {
                break;
            }
            for piece in &row.pieces {
                free = free
                    .into_iter()
                    .flat_map(|(left, right)| [(left, right.min(piece.left)), (left.max(piece.right), right)])
                    .filter(|(left, right)| right - left >= GUTTER)
                    .collect();
            }
            free.retain(|(_, right)| right.is_finite() || row.right() < *right);
            if free.len() < 2 {
                break;
            }
            let rows = &rows[from..=at];
            let longer = best.is_none_or(|(from, to, _)| rows.len() > to - from);
            if rows.len() < FEWEST_ROWS || !longer {
                continue;
            }
            let gutters = free.iter().filter(|(left, right)| left.is_finite() && right.is_finite());
            if let Some((left, right)) = gutters.copied().find(|(left, _)| is_text_beside(rows, *left, width)) {
                best = Some((from, at + 1, f64::midpoint(left, right)));
            }
        }
    }
    best
}

/// Whether running text stands on both sides, not labels with what they say.
fn is_text_beside(rows: &[Row], gutter: f64, width: f64) -> bool {
    let is_text = |left: bool| {
        let pieces: Vec<&Piece> =
            rows.iter().flat_map(|row| &row.pieces).filter(|piece| (piece.left < gutter) == left).collect();
        let widest = pieces.iter().map(|piece| piece.width()).fold(0.0, f64::max);
        let full = pieces.iter().filter(|piece| piece.width() > widest * 0.6).count();
        let letters: usize = pieces.iter().map(|piece| piece.text.chars().count()).sum();
        pieces.len() >= FEWEST_ROWS && widest > width * 0.25 && full * 2 > pieces.len() && letters >= pieces.len() * 15
    };
    is_text(true) && is_text(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn piece(text: &str, left: f64, baseline: f64) -> Piece {
        let width = 5.0 * f64::from(u32::try_from(text.chars().count()).expect("short"));
        Piece {
            text: text.to_owned(),
            left,
            right: left + width,
            baseline,
            size: 10.0,
            bold: false,
            first_word: left + width,
            holes: Vec::new(),
        }
    }

    fn read(pieces: Vec<Piece>) -> Vec<String> {
        let mut reader = Reader::default();
        reader.page(pieces, 0);
        reader.lines.into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn columns_of_text_are_read_one_after_the_other() {
        let mut pieces = vec![piece("A headline over both of the columns of the page", 50.0, 700.0)];
        pieces.extend([piece("Press", 50.0, 740.0), piece("12 May", 400.0, 740.0)]);
        for row in 0..5 {
            let y = 660.0 - 12.0 * f64::from(row);
            pieces.push(piece(&format!("right column, its line {row}"), 320.0, y - 2.0));
            pieces.push(piece(&format!("left column, and its line {row}"), 50.0, y));
        }
        let lines = read(pieces);
        assert_eq!(lines[..2], ["Press", "12 May"]);
        assert!(lines[2].starts_with("A headline"));
        assert!(lines[3..8].iter().all(|line| line.starts_with("left")), "{lines:?}");
        assert!(lines[8..].iter().all(|line| line.starts_with("right")), "{lines:?}");
    }

    #[test]
    fn a_list_of_labels_is_read_row_by_row() {
        let rows = [("Name:", "Jon Bell"), ("Phone:", "555 0101"), ("Fax:", "555 0102"), ("Web:", "www.bell.example")];
        let pieces = rows.iter().zip(0..).flat_map(|((label, value), row)| {
            let y = 700.0 - 12.0 * f64::from(row);
            [piece(value, 150.0, y), piece(label, 50.0, y)]
        });
        assert_eq!(read(pieces.collect())[1], "Phone: 555 0101");
    }
}
