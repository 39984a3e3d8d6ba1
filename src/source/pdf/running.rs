//! Heads and feet that run through a document's pages, and page numbers.
//!
//! A head stays on the first page, as its letterhead, and a foot on the last, as where to write
//! to. A line that speaks of an embargo is left out only where the very same stood before.

use super::lines::Line;
use crate::source::HoldsBack;

/// Lines this near to the page's edge can be heads and feet, as a share of its height.
const MARGIN: f64 = 0.15;
/// The same line on two pages stands at the same height, give or take some points.
const SAME_PLACE: f64 = 6.0;

/// Takes them out. `heights` are those of the pages.
pub fn without(lines: Vec<Line>, heights: &[f64], holds_back: HoldsBack) -> Vec<Line> {
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
    let printed = |page| lines.iter().any(|other| other.page == page && is_browsers_foot(&other.text));
    let kept = (0..lines.len()).map(|at| {
        let line = &lines[at];
        match places[at] {
            None => true,
            Some(_) if holds_back(&line.text) => {
                lines.iter().all(|other| other.page >= line.page || other.text != line.text)
            }
            Some(_) if is_page_number(&line.text) || is_browsers_foot(&line.text) => false,
            // A date alone may be that of the release.
            Some(Edge::Top) if is_browsers_head(&line.text) && printed(line.page) => false,
            Some(Edge::Top) => !again(at, false),
            Some(Edge::Bottom) => !again(at, true),
        }
    });
    let kept: Vec<bool> = kept.collect();
    lines.into_iter().zip(kept).filter_map(|(line, kept)| kept.then_some(line)).collect()
}

/// Heads and feet that hold the text back, to be read above it: further down a line has to say more.
pub fn that_hold_back(lines: &[Line], heights: &[f64], holds_back: HoldsBack) -> Vec<String> {
    /// So near to the edge no text of a letter comes, as a share of the page's height.
    const EDGE: f64 = 0.07;
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

/// "2", "- 2 -", "2/3", "Seite 2 von 3", "Page 2 of 3".
fn is_page_number(text: &str) -> bool {
    let lower = text.to_lowercase().replace(['/', '|'], " / ");
    let mut words = lower.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric) || *word == "/");
    let number = |word: Option<&str>| {
        let bare = word.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
        bare.is_some_and(|bare| !bare.is_empty() && bare.len() <= 3 && bare.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let first = words.next();
    let named = first.is_some_and(|word| ["page", "seite", "página", "pagina", "p.", "s."].contains(&word));
    if !number(if named { words.next() } else { first }) {
        return false;
    }
    match words.next() {
        None => true,
        Some("of" | "von" | "de" | "sur" | "/") => number(words.next()) && words.next().is_none(),
        Some(_) => false,
    }
}

/// What a browser prints below a page: where it is from, and its number.
fn is_browsers_foot(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let address = words
        .next()
        .is_some_and(|first| ["http://", "https://", "file://"].iter().any(|scheme| first.starts_with(scheme)));
    address && words.next().is_some_and(is_page_number) && words.next().is_none()
}

/// What a browser prints above a page: when, and the title. "3/12/24, 10:58 AM Title".
fn is_browsers_head(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let dated = words.next().and_then(|first| first.strip_suffix(',')).is_some_and(|date| {
        let parts: Vec<&str> = date.split(['/', '.', '-']).collect();
        parts.len() == 3 && parts.iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
    });
    dated && words.next().is_some_and(|hour| hour.contains(':'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn embargoed(words: &str) -> bool {
        words.starts_with("Embargoed")
    }

    fn line(text: &str, page: usize, baseline: f64) -> Line {
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

    #[test]
    fn page_numbers_are_known_and_dates_and_years_are_none() {
        for text in ["2", "- 2 -", "2/3", "Seite 2 von 3", "Page 2 of 3", "p. 2", "2 | 3", "Página 1 de 2"] {
            assert!(is_page_number(text), "{text}");
        }
        for text in ["2019", "1. Mai", "12 March 2024", "2 of the best", "Page", "555 0101"] {
            assert!(!is_page_number(text), "{text}");
        }
    }
}
