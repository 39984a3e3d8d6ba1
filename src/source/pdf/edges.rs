//! Where a column's text begins and ends, and whether a line left room for the next word.
//!
//! What a full line says of the text is not decided here.

use super::lines::Line;

/// A blank between words, in sizes.
pub const BLANK: f64 = 0.25;
/// Lines are wrapped at no narrower width, in sizes.
const NARROWEST: f64 = 18.0;
/// Lines that end this near to each other end at the edge that they were set to.
const SAME: f64 = 0.1;
/// Of a column's width, at least.
const JUSTIFIED: f64 = 0.7;

/// The edges of a column's text.
#[derive(Debug)]
pub struct Edges {
    pub left: f64,
    pub right: f64,
    /// Where two lines end alike or more: justified text, which an address may stick out of.
    shared: Vec<f64>,
}

impl Edges {
    /// Those of a column whose lines are long enough to have been wrapped.
    pub fn of(lines: &[Line], column: usize) -> Option<Self> {
        let own = || lines.iter().filter(|line| line.column == column);
        let left = own().map(|line| line.left).min_by(f64::total_cmp)?;
        let furthest = own().map(|line| line.right).max_by(f64::total_cmp)?;
        // A line set to the right, such as a date, may stand out further than the text.
        let set_left = own().filter(|line| line.left < left + (furthest - left) * 0.3);
        let right = set_left.map(|line| line.right).max_by(f64::total_cmp)?;
        let size = own().map(|line| line.size).max_by(f64::total_cmp)?.min(12.0);
        if right - left <= size * NARROWEST {
            return None;
        }
        let is_wide = |line: &&Line| line.right - left > (right - left) * JUSTIFIED;
        let mut ends: Vec<f64> = own().filter(is_wide).map(|line| line.right).collect();
        ends.sort_by(f64::total_cmp);
        let shared = ends.windows(2).filter(|pair| pair[1] - pair[0] < SAME).map(|pair| pair[0]).collect();
        Some(Self { left, right, shared })
    }

    /// Whether the first word of the next line would not have gone onto this one.
    pub fn is_full(&self, line: &Line, next: &Line) -> bool {
        let width = self.right - self.left;
        let centred = line.left > self.left + width * 0.03
            && ((line.left - self.left) - (self.right - line.right)).abs() < width * 0.03;
        let room = if centred { width - (line.right - line.left) } else { self.room(line) };
        // A line that was broken by hand is stretched all the same where the text is justified.
        room + line.slack < next.first_word + line.size * BLANK
    }

    /// What a line leaves free, as far as is seen from where others end.
    fn room(&self, line: &Line) -> f64 {
        let set = self.shared.iter().any(|edge| (line.right - edge).abs() < SAME);
        if set { 0.0 } else { self.right - line.right }
    }
}
