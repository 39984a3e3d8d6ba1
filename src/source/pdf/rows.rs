//! Rows of pieces that stand side by side.

use super::pieces::Piece;

/// Baselines that differ by less than this share of the size are one row.
const SAME_ROW: f64 = 0.4;
/// A gap this wide, in sizes, parts what only shares a height.
const FAR: f64 = 3.0;

pub struct Row {
    pub pieces: Vec<Piece>,
}

impl Row {
    /// A letterhead and its date, which only share a height.
    pub fn is_at_both_edges(&self, edge: f64) -> bool {
        let [first, second] = self.pieces.as_slice() else {
            return false;
        };
        second.left - first.right > first.size * FAR
            && second.right > edge - (edge - first.left) * 0.04
            && !first.text.ends_with(':')
    }

    pub fn baseline(&self) -> f64 {
        self.pieces.first().map_or(0.0, |piece| piece.baseline)
    }

    pub fn left(&self) -> f64 {
        self.pieces.iter().map(|piece| piece.left).fold(f64::INFINITY, f64::min)
    }

    pub fn right(&self) -> f64 {
        self.pieces.iter().map(|piece| piece.right).fold(f64::NEG_INFINITY, f64::max)
    }
}

/// The pieces on the left of a gutter, and those on its right.
pub fn sides(rows: &[Row], gutter: f64) -> [Vec<Piece>; 2] {
    let (left, right) = rows.iter().flat_map(|row| &row.pieces).cloned().partition(|piece: &Piece| piece.left < gutter);
    [left, right]
}

pub fn rows_of(mut pieces: Vec<Piece>) -> Vec<Row> {
    pieces.sort_by(|a, b| b.baseline.total_cmp(&a.baseline));
    let mut rows: Vec<Row> = Vec::new();
    for piece in pieces {
        match rows.last_mut() {
            Some(row)
                if row.pieces.iter().any(|other| is_beside(other, &piece))
                    && !row.pieces.iter().any(|other| is_below(&piece, other)) =>
            {
                row.pieces.push(piece);
            }
            _ => rows.push(Row { pieces: vec![piece] }),
        }
    }
    for row in &mut rows {
        row.pieces.sort_by(|a, b| a.left.total_cmp(&b.left));
    }
    rows
}

/// Lines of small type, beside one of large type that is at the height of both.
fn is_below(a: &Piece, b: &Piece) -> bool {
    let overlap = a.right.min(b.right) - a.left.max(b.left);
    overlap > a.width().min(b.width()) * 0.5 && b.baseline - a.baseline > a.size.max(b.size) * SAME_ROW
}

fn is_beside(a: &Piece, b: &Piece) -> bool {
    let overlap = a.right.min(b.right) - a.left.max(b.left);
    (a.baseline - b.baseline).abs() < a.size.max(b.size) * SAME_ROW && overlap < a.width().min(b.width()) * 0.5
}
