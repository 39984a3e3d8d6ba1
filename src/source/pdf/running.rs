//! Heads and feet that run through a document's pages, and page numbers.
//!
//! A head stays on the first page, as its letterhead, and a foot on the last, as where to write
//! to. Which lines look like a letterhead is told to who knows what they say. A line that speaks
//! of an embargo is left out only where the very same stood before.

mod head;
mod printed;

use super::lines::Line;
use crate::source::HoldsBack;
pub use head::heads;
use printed::{Printed, is_page_number};

/// Lines this near to the page's edge can be heads and feet, as a share of its height.
const MARGIN: f64 = 0.15;
/// So near to the edge no text of a letter comes, as a share of the page's height.
const EDGE: f64 = 0.07;
/// The same line on two pages stands at the same height, give or take some points.
const SAME_PLACE: f64 = 6.0;

/// The lines without them, and those that were left out, each with the reason. `heights` are those of the pages.
pub fn parted(lines: Vec<Line>, heights: &[f64], holds_back: HoldsBack) -> (Vec<Line>, Vec<(Line, &'static str)>) {
    let places: Vec<Option<Edge>> = lines.iter().map(|line| edge(line, heights)).collect();
    let again = |at: usize, later: bool| {
        let line = &lines[at];
        let same = |other: &Line| {
            (if later { other.page > line.page } else { other.page < line.page })
                && from_edge(line, places[at], heights, other)
                && numberless(&other.text) == numberless(&line.text)
        };
        lines.iter().zip(&places).any(|(other, place)| *place == places[at] && same(other))
    };
    let printed = Printed::on(&lines, &places);
    let why = |at: usize| {
        let line = &lines[at];
        let edge = places[at]?;
        if holds_back(&line.text) {
            let same = |other: &Line| other.page < line.page && other.text == line.text;
            return lines.iter().any(same).then_some(ABOVE);
        }
        match edge {
            _ if is_page_number(&line.text) => Some("the number of a page"),
            // A date alone may be that of the release.
            _ if printed.has(line) => Some("a browser printed it around the page"),
            Edge::Top => again(at, false).then_some(ABOVE),
            Edge::Bottom => again(at, true).then_some("it stands below several pages"),
        }
    };
    let why: Vec<_> = (0..lines.len()).map(why).collect();
    let mut left_out = Vec::new();
    let mut kept = Vec::with_capacity(lines.len());
    for (line, why) in lines.into_iter().zip(why) {
        match why {
            Some(why) => left_out.push((line, why)),
            None => kept.push(line),
        }
    }
    (kept, left_out)
}

const ABOVE: &str = "it stands above several pages";

/// Heads and feet that hold the text back, to be read above it: further down a line has to say more.
pub fn that_hold_back(lines: &[Line], heights: &[f64], holds_back: HoldsBack) -> Vec<String> {
    let at_edge = |line: &&Line| {
        let height = heights.get(line.page).copied().unwrap_or(842.0);
        line.baseline < height * EDGE || line.page > 0 && line.baseline > height * (1.0 - EDGE)
    };
    let words = lines.iter().filter(at_edge).map(|line| &line.text);
    words.filter(|words| holds_back(words)).cloned().collect()
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Edge {
    Top,
    Bottom,
}

fn edge(line: &Line, heights: &[f64]) -> Option<Edge> {
    let height = heights.get(line.page).copied().unwrap_or(842.0);
    if line.baseline > height * (1.0 - MARGIN) {
        Some(Edge::Top)
    } else if line.baseline < height * MARGIN {
        Some(Edge::Bottom)
    } else {
        None
    }
}

fn from_edge(line: &Line, edge: Option<Edge>, heights: &[f64], other: &Line) -> bool {
    let down = |line: &Line| heights.get(line.page).copied().unwrap_or(842.0) - line.baseline;
    let apart = match edge {
        Some(Edge::Top) => down(line) - down(other),
        _ => line.baseline - other.baseline,
    };
    apart.abs() < SAME_PLACE
}

fn numberless(text: &str) -> String {
    text.chars().map(|c| if c.is_ascii_digit() { '#' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn without(lines: Vec<Line>, heights: &[f64], holds_back: HoldsBack) -> Vec<Line> {
        parted(lines, heights, holds_back).0
    }

    fn embargoed(words: &str) -> bool {
        words.starts_with("Embargoed")
    }

    pub fn line(text: &str, page: usize, baseline: f64) -> Line {
        Line {
            text: text.to_owned(),
            left: 50.0,
            right: 500.0,
            baseline,
            size: 10.0,
            bold: false,
            first_word: 20.0,
            slack: 0.0,
            page,
            column: 0,
        }
    }

    #[test]
    fn heads_stay_on_the_first_page_and_feet_on_the_last() {
        let page = |n: usize| {
            [
                line("Askerdale Transit", n, 800.0),
                line(&format!("text {}", "abc".repeat(n + 1)), n, 400.0),
                line("12 Mill Lane, Askerdale", n, 60.0),
                line(&format!("Page {} of 3", n + 1), n, 40.0),
            ]
        };
        let kept = without((0..3).flat_map(page).collect(), &[842.0; 3], embargoed);
        let kept: Vec<_> = kept.iter().map(|line| (line.page, line.text.as_str())).collect();
        assert_eq!(
            kept,
            [
                (0, "Askerdale Transit"),
                (0, "text abc"),
                (1, "text abcabc"),
                (2, "text abcabcabc"),
                (2, "12 Mill Lane, Askerdale")
            ]
        );
    }

    #[test]
    fn a_head_that_speaks_of_an_embargo_stays_for_each_day_it_names() {
        let heads = ["Embargoed until 1 May", "Embargoed until 1 May", "Embargoed until 2 May"];
        let lines = heads.iter().enumerate().map(|(page, text)| line(text, page, 800.0)).collect();
        let kept: Vec<_> = without(lines, &[842.0; 3], embargoed).into_iter().map(|line| line.text).collect();
        assert_eq!(kept, [heads[0], heads[2]]);
    }

    #[test]
    fn what_a_browser_prints_around_a_page_is_left_out_and_a_date_alone_is_not() {
        let head = line("3/12/24, 10:58 AM Askerdale Transit", 0, 820.0);
        let foot = line("https://transit.example/news 1/2", 0, 20.0);
        assert_eq!(without(vec![head.clone(), foot], &[842.0], embargoed), []);
        assert_eq!(without(vec![head.clone()], &[842.0], embargoed), [head]);
    }
}
