//! Short texts beside each other: two contacts, a contact beside what the house does, a box beside the
//! text. A table, whose rows are one thing each, is no such.
//!
//! The right one begins at the same place on each of its lines, and nothing on the left reaches there.

use super::pieces::Piece;
use super::rows::{Row, sides};

/// Between the two, in points.
const GUTTER: f64 = 8.0;
/// Edges that differ by no more are one column's, in points.
const SAME_EDGE: f64 = 2.0;
/// Lines of one paragraph stand no further apart, in sizes.
const CLOSE: f64 = 1.6;
/// A phone number has no fewer digits.
const FEWEST_DIGITS: usize = 7;
/// Pages of words have fewer rows.
const MOST_ROWS: usize = 400;
const MOST_PIECES: usize = 4000;

/// Rows in which a gutter parts two texts.
#[derive(Debug)]
pub struct Region {
    pub from: usize,
    pub to: usize,
    pub gutter: f64,
    /// Whether only the right one says how to call somebody.
    pub calls_on_the_right: bool,
}

/// The uppermost one.
pub fn region(rows: &[Row]) -> Option<Region> {
    let rows = &rows[..rows.len().min(MOST_ROWS)];
    if rows.iter().map(|row| row.pieces.len()).sum::<usize>() > MOST_PIECES {
        return None;
    }
    let mut lefts: Vec<f64> = rows.iter().flat_map(|row| &row.pieces).map(|piece| piece.left).collect();
    lefts.sort_by(f64::total_cmp);
    let edges = lefts.chunk_by(|a, b| b - a < SAME_EDGE).filter(|edge| edge.len() > 1).map(|edge| edge[0]);
    let regions = edges.flat_map(|edge| stretches(rows, edge).into_iter().filter_map(move |at| apart(rows, at, edge)));
    regions.min_by_key(|region| (region.from, usize::MAX - region.to))
}

/// From the first to the last row that has something on the right, wherever nothing crosses the gutter.
fn stretches(rows: &[Row], edge: f64) -> Vec<(usize, usize)> {
    let mut stretches: Vec<(usize, usize)> = Vec::new();
    let mut open = false;
    for (at, row) in rows.iter().enumerate() {
        let is_right = |piece: &Piece| piece.left > edge - SAME_EDGE;
        if row.pieces.iter().any(|piece| !is_right(piece) && piece.right > edge - GUTTER) {
            open = false;
        } else if row.pieces.iter().any(is_right) {
            match stretches.last_mut() {
                Some((_, to)) if open => *to = at + 1,
                _ => stretches.push((at, at + 1)),
            }
            open = true;
        }
    }
    stretches
}

/// The stretch with the lines above and below that belong to its left side, if its sides are two texts.
fn apart(rows: &[Row], (from, to): (usize, usize), edge: f64) -> Option<Region> {
    let gutter = edge - SAME_EDGE;
    let [left, right] = sides(&rows[from..to], gutter);
    let aligned = right.iter().filter(|piece| (piece.left - edge).abs() < SAME_EDGE).count();
    let rows_of_it = &rows[from..to];
    let is_one = || is_box_beside(rows_of_it, &left, &right, gutter) || are_two(rows_of_it, &left, &right, gutter);
    if left.is_empty() || aligned < 2 || aligned * 3 < right.len() || !is_one() {
        return None;
    }
    let is_left = |row: &Row| row.pieces.iter().all(|piece| piece.right < edge - GUTTER);
    let close = |above: &Row, below: &Row| {
        let size = above.pieces.iter().chain(&below.pieces).map(|piece| piece.size).fold(0.0, f64::max);
        above.baseline() - below.baseline() < size * CLOSE
    };
    let on_the_left = |row: &&Row| row.pieces.iter().any(|piece| piece.left < gutter);
    let (mut first, mut last) = (rows[from..to].iter().find(on_the_left)?, rows[from..to].iter().rfind(on_the_left)?);
    let above =
        rows[..from].iter().rev().take_while(|row| is_left(row) && close(row, std::mem::replace(&mut first, row)));
    let below = rows[to..].iter().take_while(|row| is_left(row) && close(std::mem::replace(&mut last, row), row));
    let (above, below) = (above.count(), below.count());
    let calls_on_the_right = calls(&right) && !calls(&left);
    Some(Region { from: from - above, to: to + below, gutter, calls_on_the_right })
}

/// Whether the lines of the two stand at heights of their own, as those of a table don't.
fn is_box_beside(rows: &[Row], left: &[Piece], right: &[Piece], gutter: f64) -> bool {
    let shared = shared(rows, gutter).count();
    // A justified line has many pieces.
    let lines =
        |left: bool| rows.iter().filter(|row| row.pieces.iter().any(|piece| (piece.left < gutter) == left)).count();
    let fewer = lines(true).min(lines(false));
    lines(false) > 1 && shared * 2 <= fewer && !is_figures(left) && !is_figures(right)
}

/// Whether the two are texts by what they hold, though their lines share their heights.
fn are_two(rows: &[Row], left: &[Piece], right: &[Piece], gutter: f64) -> bool {
    let labelled = || shared(rows, gutter).any(|piece| piece.text.trim_end().ends_with(':'));
    if right.len() < 2 || is_figures(left) || is_figures(right) || labelled() {
        return false;
    }
    // The house's name beside the first line of a contact.
    let single = left.len() == 1 && right.len() > 2 && rows[0].pieces.first().is_some_and(|piece| piece.left < gutter);
    let both = |says: fn(&Piece) -> bool| left.len() > 1 && left.iter().any(says) && right.iter().any(says);
    let text_and_contact = || calls(left) != calls(right) && runs_on(if calls(left) { right } else { left });
    single && calls(right) || both(has_address) || both(has_number) || text_and_contact()
}

/// What stands on the left of something at the very same height, as cells of a table do.
fn shared(rows: &[Row], gutter: f64) -> impl Iterator<Item = &Piece> {
    const SAME_HEIGHT: f64 = 0.75;
    rows.iter().filter_map(move |row| {
        let left = row.pieces.iter().rfind(|piece| piece.left < gutter)?;
        let right = row.pieces.iter().find(|piece| piece.left >= gutter)?;
        ((left.baseline - right.baseline).abs() < SAME_HEIGHT).then_some(left)
    })
}

/// Whether one of the lines was wrapped.
fn runs_on(pieces: &[Piece]) -> bool {
    let widest = pieces.iter().map(Piece::width).fold(0.0, f64::max);
    pieces.windows(2).any(|pair| {
        pair[0].width() > widest * 0.7
            && pair[0].text.split_whitespace().count() > 3
            && !pair[0].text.ends_with(['.', '!', '?', ':'])
            && pair[1].text.starts_with(char::is_lowercase)
    })
}

fn calls(pieces: &[Piece]) -> bool {
    pieces.iter().any(|piece| has_address(piece) || has_number(piece))
}

fn has_address(piece: &Piece) -> bool {
    piece.text.contains('@')
}

fn has_number(piece: &Piece) -> bool {
    let mut runs = piece.text.split(|c: char| !(c.is_ascii_digit() || " -/().+".contains(c)));
    runs.any(|run| run.bytes().filter(u8::is_ascii_digit).count() >= FEWEST_DIGITS)
}

/// Whether most of them are figures, as in a column of a table.
fn is_figures(pieces: &[Piece]) -> bool {
    let is_figure = |piece: &&Piece| {
        let letters = piece.text.chars().filter(|c| c.is_alphabetic()).count();
        let digits = piece.text.chars().filter(char::is_ascii_digit).count();
        digits > 0 && digits >= letters
    };
    pieces.iter().filter(is_figure).count() * 2 > pieces.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(baseline: f64, pieces: &[(f64, &str)]) -> Row {
        let piece = |(left, text): &(f64, &str)| {
            let right = left + 5.0 * f64::from(u32::try_from(text.len()).expect("short"));
            let text = (*text).to_owned();
            Piece { text, left: *left, right, baseline, size: 10.0, bold: false, first_word: right, holes: Vec::new() }
        };
        Row { pieces: pieces.iter().map(piece).collect() }
    }

    /// Rows 7 points apart, with an empty text where nothing stands.
    fn found(rows: &[[&str; 2]]) -> Option<(usize, usize)> {
        let rows = rows.iter().zip(0..).map(|([left, right], at)| {
            let pieces: Vec<_> =
                [(50.0, *left), (300.0, *right)].into_iter().filter(|(_, text)| !text.is_empty()).collect();
            row(700.0 - 7.0 * f64::from(at), &pieces)
        });
        region(&rows.collect::<Vec<_>>()).map(|region| (region.from, region.to))
    }

    #[test]
    fn two_contacts_and_a_contact_beside_a_text_are_apart() {
        let contacts = [["Ada Berg", "Bo Holm"], ["a@bell.example", "b@bell.example"]];
        assert_eq!(found(&contacts), Some((0, 2)));
        let about = [
            ["About the works and what they do all the", "Press contact"],
            ["year round", "Bo Holm"],
            ["", "b@bell.example"],
        ];
        assert_eq!(found(&about), Some((0, 3)));
        let logo = [["The Works", "Press contact"], ["", "Bo Holm"], ["", "b@bell.example"]];
        assert_eq!(found(&logo), Some((0, 3)));
    }

    #[test]
    fn tables_are_not() {
        assert_eq!(found(&[["Name:", "Jon Bell"], ["Phone:", "555 0101 55"], ["Mail:", "j@bell.example"]]), None);
        assert_eq!(found(&[["2024", "5,550,101"], ["2025", "6,550,101"], ["", "of all"]]), None);
        assert_eq!(found(&[["Ada Berg", "a@bell.example"], ["Bo Holm", "b@bell.example"]]), None);
        assert_eq!(found(&[["Monday", "The mayor opens the fair"], ["", "in hall 3"], ["Tuesday", "Talks"]]), None);
    }

    #[test]
    fn a_box_whose_lines_stand_at_heights_of_their_own_is_apart() {
        let rows = [["They rang", ""], ["", "Facts"], ["the bell", ""], ["", "One bell"], ["again", ""]];
        assert_eq!(found(&rows), Some((0, 5)));
    }
}
