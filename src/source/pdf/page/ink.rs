//! Which text can't be seen: white on a page where nothing was painted below it, or drawn in no ink at
//! all where no scanned picture is.
//!
//! A colour of a space that is not known may be any, and whatever else is painted may be dark.

use super::{Glyph, Page};
use crate::source::pdf::syntax::Operand;

/// What text is drawn in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Ink {
    #[default]
    Seen,
    White,
    None,
}

/// Left, bottom, right, top.
pub type Area = [f64; 4];

/// Places that were painted; a page of words has fewer.
const MOST_AREAS: usize = 2000;
/// From this share of white on, a colour is white.
const WHITE: f64 = 0.98;
/// A bar may be drawn as a line as wide, in points.
const STROKE: f64 = 20.0;
/// A picture this large may be a scanned page below the text.
const SCANNED: f64 = 0.1;

/// Whether an operator sets a colour for what is filled, and whether that is white.
pub fn is_white(operator: &[u8], operands: &[Operand]) -> Option<bool> {
    let numbers: Vec<f64> =
        operands.iter().filter_map(|operand| if let Operand::Number(n) = operand { Some(*n) } else { None }).collect();
    match operator {
        b"g" | b"rg" => Some(!numbers.is_empty() && numbers.iter().all(|part| *part >= WHITE)),
        b"k" => Some(numbers.len() == 4 && numbers.iter().all(|part| *part <= 1.0 - WHITE)),
        b"cs" | b"sc" | b"scn" => Some(false),
        _ => None,
    }
}

/// Marks what can't be seen, where most of the page can.
pub fn mark_unseen(page: &mut Page) {
    let unseen: Vec<bool> = page.glyphs.iter().map(|glyph| is_unseen(page, glyph)).collect();
    if unseen.iter().filter(|unseen| **unseen).count() * 2 > page.glyphs.len() {
        return;
    }
    for (glyph, unseen) in page.glyphs.iter_mut().zip(unseen) {
        glyph.seen = !unseen;
    }
}

fn is_unseen(page: &Page, glyph: &Glyph) -> bool {
    let (x, y) = (f64::midpoint(glyph.left, glyph.right), glyph.baseline + glyph.size * 0.3);
    let holds = |[left, bottom, right, top]: &Area| *left <= x && x <= *right && *bottom <= y && y <= *top;
    match glyph.ink {
        Ink::Seen => false,
        Ink::None => page.pictured < SCANNED,
        // What is turned is measured in another direction.
        Ink::White => glyph.turn == 0 && page.painted.len() < MOST_AREAS && !page.painted.iter().any(holds),
    }
}

/// A path under way, which may be painted.
#[derive(Debug)]
pub struct Path {
    area: Area,
}

impl Path {
    pub const NONE: Self = Self { area: [f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY] };

    /// Takes the points of an operator; `along` puts them onto the page.
    pub fn draw(&mut self, operator: &[u8], operands: &[f64], along: impl Fn(f64, f64) -> (f64, f64)) {
        let corners;
        let points = match (operator, operands) {
            (b"re", [x, y, width, height]) => {
                corners = [*x, *y, x + width, *y, *x, y + height, x + width, y + height];
                &corners[..]
            }
            (b"m" | b"l" | b"c" | b"v" | b"y", points) => points,
            _ => return,
        };
        for point in points.chunks_exact(2) {
            let (x, y) = along(point[0], point[1]);
            let [left, bottom, right, top] = self.area;
            self.area = [left.min(x), bottom.min(y), right.max(x), top.max(y)];
        }
    }

    /// Ends the path; its area where it was painted in a colour that is not white.
    pub fn end(&mut self, operator: &[u8], white: bool) -> Option<Area> {
        let area = match operator {
            b"f" | b"F" | b"f*" => (!white).then_some(self.area),
            b"B" | b"B*" | b"b" | b"b*" | b"S" | b"s" => {
                let [left, bottom, right, top] = self.area;
                Some([left - STROKE, bottom - STROKE, right + STROKE, top + STROKE])
            }
            b"n" => None,
            _ => return None,
        };
        *self = Self::NONE;
        area
    }
}

pub fn paint(painted: &mut Vec<Area>, area: Area) {
    if painted.len() < MOST_AREAS {
        painted.push(area);
    }
}
