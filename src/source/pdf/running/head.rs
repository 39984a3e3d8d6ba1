//! Lines that look like a letterhead: at the top of the first page, above something in larger type,
//! and either above every page or close to the edge in smaller type than the text.
//!
//! A release line or a date may look so as well; who knows what lines say has to part them.

use super::{EDGE, Edge, edge, from_edge, numberless};
use crate::source::pdf::lines::Line;

/// Type is smaller than other type from this share of it on.
const SMALLER: f64 = 0.92;

/// Those among the lines that were kept, by their numbers from 1.
pub fn heads(kept: &[Line], left_out: &[(Line, &str)], heights: &[f64]) -> Vec<usize> {
    let body = usual_size(kept);
    let first_page = kept.iter().take_while(|line| line.page == 0).count();
    let pages = heights.len();
    let repeats = |line: &Line| {
        let same = |other: &Line| {
            from_edge(line, Some(Edge::Top), heights, other) && numberless(&other.text) == numberless(&line.text)
        };
        let later = left_out.iter().map(|(other, _)| other).filter(|other| other.page > 0 && same(other));
        let mut on: Vec<usize> = later.map(|other| other.page).collect();
        on.dedup();
        pages > 1 && on.len() == pages - 1
    };
    // What announces a headline stands lower.
    let is_at_edge = |line: &Line| heights.first().is_some_and(|height| line.baseline > height * (1.0 - EDGE));
    let mut heads = Vec::new();
    for (at, line) in kept[..first_page].iter().enumerate() {
        let largest_below = kept[at + 1..first_page].iter().map(|below| below.size).fold(0.0, f64::max);
        let is_head = edge(line, heights) == Some(Edge::Top)
            && line.size < largest_below * SMALLER
            && (is_at_edge(line) && line.size < body * SMALLER || repeats(line));
        if !is_head {
            break;
        }
        heads.push(at + 1);
    }
    heads
}

/// The size that most of the text is set in.
fn usual_size(lines: &[Line]) -> f64 {
    let mut sizes: Vec<(f64, usize)> = lines.iter().map(|line| (line.size, line.text.len())).collect();
    sizes.sort_by(|a, b| a.0.total_cmp(&b.0));
    let half = sizes.iter().map(|(_, length)| length).sum::<usize>() / 2;
    let mut seen = 0;
    let middle = sizes.iter().find(|(_, length)| {
        seen += length;
        seen > half
    });
    middle.map_or(0.0, |(size, _)| *size)
}

#[cfg(test)]
mod tests {
    use super::super::SAME_PLACE;
    use super::*;

    fn line(text: &str, page: usize, baseline: f64, size: f64) -> Line {
        Line { size, ..super::super::tests::line(text, page, baseline) }
    }

    #[test]
    fn what_is_small_or_stands_above_every_page_looks_like_a_letterhead() {
        let text = |page| line(&"They rang the bell again. ".repeat(9), page, 600.0, 10.0);
        let kept = |size| vec![line("Mill Lane", 0, 800.0, size), line("They ring", 0, 740.0, 16.0), text(0), text(1)];
        let above = (line("Mill Lane", 1, 800.0 + SAME_PLACE / 2.0, 10.0), "");
        assert_eq!(heads(&kept(8.0), &[], &[842.0; 2]), [1]);
        assert_eq!(heads(&kept(10.0), &[], &[842.0; 2]), [0; 0]);
        assert_eq!(heads(&kept(10.0), &[above], &[842.0; 2]), [1]);
        // Larger than all below it, it is no head of a page but the house's name.
        assert_eq!(heads(&kept(18.0), &[], &[842.0; 2]), [0; 0]);
    }
}
