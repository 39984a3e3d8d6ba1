//! An embargo in a box beside the text, whose lines share their heights with those of the text: read
//! from left to right it would be lost among them.
//!
//! Pieces in one column are judged from top to bottom; what holds the text back and isn't read so
//! anyway is taken out of the page.

use super::lines::Line;
use super::pieces::Piece;
use super::stacked;
use crate::source::HoldsBack;

/// Edges that differ by no more are one column's, in points.
const SAME_EDGE: f64 = 3.0;
/// Lines of a box stand no further apart, in sizes.
const FAR: f64 = 4.0;
/// A page that is read has fewer pieces.
const MOST_PIECES: usize = 2000;

/// What the boxes of a page say; `read` are its lines as they would be read with them.
pub fn taken(pieces: &mut Vec<Piece>, read: &[Line], holds_back: HoldsBack) -> Vec<String> {
    if pieces.len() > MOST_PIECES {
        return Vec::new();
    }
    let read = read.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join("\n");
    let read = format!("\n{read}\n");
    // A single line is read as what it is also behind others.
    let is_read = |lines: &[&str]| match lines {
        [line] => read.contains(line),
        lines => read.contains(&format!("\n{}\n", lines.join("\n"))),
    };
    let mut said = Vec::new();
    let mut out = vec![false; pieces.len()];
    let edges: [fn(&Piece) -> f64; 3] =
        [|piece| piece.left, |piece| piece.right, |piece| f64::midpoint(piece.left, piece.right)];
    for edge in edges {
        for run in runs(pieces, edge) {
            let lines: Vec<&str> = run.iter().map(|at| pieces[*at].text.as_str()).collect();
            if is_read(&lines) || run.iter().any(|at| out[*at]) {
                continue;
            }
            for (range, text) in stacked::embargoes(&lines, holds_back) {
                if !is_read(&lines[range.clone()]) {
                    run[range].iter().for_each(|at| out[*at] = true);
                    said.push(text);
                }
            }
        }
    }
    let mut at = 0;
    pieces.retain(|_| {
        at += 1;
        !out[at - 1]
    });
    said
}

/// Pieces one below the other with an edge at the same place, each run from the top.
fn runs(pieces: &[Piece], edge: fn(&Piece) -> f64) -> Vec<Vec<usize>> {
    let mut by_edge: Vec<usize> = (0..pieces.len()).collect();
    by_edge.sort_by(|a, b| edge(&pieces[*a]).total_cmp(&edge(&pieces[*b])));
    let columns = by_edge.chunk_by(|a, b| edge(&pieces[*b]) - edge(&pieces[*a]) < SAME_EDGE);
    let mut runs = Vec::new();
    for column in columns {
        let mut column = column.to_vec();
        column.sort_by(|a, b| pieces[*b].baseline.total_cmp(&pieces[*a].baseline));
        let near = |a: &usize, b: &usize| {
            let (above, below) = (&pieces[*a], &pieces[*b]);
            above.baseline - below.baseline < above.size.max(below.size) * FAR
        };
        runs.extend(column.chunk_by(near).filter(|run| run.len() > 1).map(<[usize]>::to_vec));
    }
    runs
}
