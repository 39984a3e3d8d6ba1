//! What programs print around a page: its number, and what a browser knows of it.

use super::{Edge, Line};

/// Baselines of one row, in points.
const SAME_ROW: f64 = 2.0;

/// The rows that a browser printed, each with its page.
pub struct Printed {
    rows: Vec<(usize, f64)>,
}

impl Printed {
    /// `places` says which of the lines stand at an edge.
    pub fn on(lines: &[Line], places: &[Option<Edge>]) -> Self {
        let at =
            |edge: Edge| lines.iter().zip(places).filter(move |(_, place)| **place == Some(edge)).map(|(line, _)| line);
        let row = |line: &Line| {
            let beside = lines.iter().filter(|other| is_on_row(other, line.page, line.baseline));
            beside.map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ")
        };
        let mut rows = Vec::new();
        for foot in at(Edge::Bottom) {
            let words = row(foot);
            if !is_foot(&words) {
                continue;
            }
            rows.push((foot.page, foot.baseline));
            let heads = at(Edge::Top).filter(|head| head.page == foot.page).filter(|head| is_head(&row(head), &words));
            rows.extend(heads.map(|head| (head.page, head.baseline)));
        }
        Self { rows }
    }

    pub fn has(&self, line: &Line) -> bool {
        self.rows.iter().any(|(page, baseline)| is_on_row(line, *page, *baseline))
    }
}

fn is_on_row(line: &Line, page: usize, baseline: f64) -> bool {
    line.page == page && (line.baseline - baseline).abs() < SAME_ROW
}

/// "https://... 1/2" below a page, and in Firefox "1 of 2 3/12/24, 10:58 AM".
fn is_foot(text: &str) -> bool {
    let (first, rest) = text.split_once(' ').unwrap_or((text, ""));
    is_address(first) && is_page_number(rest)
        || text.match_indices(' ').any(|(at, _)| opens_with_time(&text[at + 1..]) && is_page_number(&text[..at]))
}

/// "3/12/24, 10:58 AM Title" above a page, and in Firefox "Title https://...".
fn is_head(text: &str, foot: &str) -> bool {
    if foot.split(' ').next().is_some_and(is_address) {
        opens_with_time(text)
    } else {
        text.rsplit(' ').next().is_some_and(is_address)
    }
}

fn is_address(word: &str) -> bool {
    ["http://", "https://", "file://"].iter().any(|scheme| word.starts_with(scheme))
}

/// A day in figures and a time of day.
fn opens_with_time(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let dated = words.next().is_some_and(|first| {
        let parts: Vec<&str> = first.trim_end_matches(',').split(['/', '.', '-']).collect();
        parts.len() == 3 && parts.iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
    });
    dated && words.next().is_some_and(|hour| hour.contains(':') && hour.starts_with(|c: char| c.is_ascii_digit()))
}

/// "2", "- 2 -", "2/3", "Seite 2 von 3", "Page 2 of 3".
pub fn is_page_number(text: &str) -> bool {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_numbers_are_known_and_dates_and_years_are_none() {
        for text in ["2", "- 2 -", "2/3", "Seite 2 von 3", "Page 2 of 3", "p. 2", "2 | 3", "Página 1 de 2"] {
            assert!(is_page_number(text), "{text}");
        }
        for text in ["2019", "1. Mai", "12 March 2024", "2 of the best", "Page", "555 0101"] {
            assert!(!is_page_number(text), "{text}");
        }
    }

    #[test]
    fn what_browsers_print_is_known() {
        for foot in ["https://a.example/news 1/2", "file:///a.html Seite 1 von 1", "1 of 2 3/12/24, 10:58 AM"] {
            assert!(is_foot(foot), "{foot}");
        }
        assert!(!is_foot("https://a.example/news") && !is_foot("12 March 2024, 10:58"));
        let (foot, others) = ("https://a.example/news 1/2", "1 von 1 27.11.26, 02:29");
        for head in ["11/27/26, 2:29 AM Title", "27.11.26, 02:29 Title", "27/11/2026 02:29 Title"] {
            assert!(is_head(head, foot) && !is_head(head, others), "{head}");
        }
        assert!(is_head("Title https://a.example/news", others));
    }
}
