//! Links that lie over words: which words of which block they are.
//!
//! Words are found again where they stand in the text that was made of their line.

use url::Url;

use super::lines::Line;
use super::page::Page;
use super::pieces;
use crate::link;
use crate::manuscript::Block;
use crate::prose::{Prose, Style};

/// Words of one line that lead somewhere.
#[derive(Debug)]
pub struct Link {
    page: usize,
    baseline: f64,
    left: f64,
    right: f64,
    words: String,
    target: Url,
}

/// The same in a block.
#[derive(Debug)]
pub struct Placed {
    pub block: usize,
    /// About where in its text, in bytes.
    about: usize,
    words: String,
    target: Url,
}

/// Those of a page that say more than their words.
pub fn of(page: &Page, number: usize) -> Vec<Link> {
    let mut links = Vec::new();
    for area in &page.links {
        let target = match Url::parse(area.target.trim()) {
            Ok(url) if url.scheme() == "mailto" => url,
            _ => match link::web(area.target.trim()) {
                Some(url) => url,
                None => continue,
            },
        };
        for piece in pieces::within(page, area) {
            let words = piece.text.trim_end_matches([',', ';', ':']).to_owned();
            if !words.is_empty() && !is_address(&words, &target) {
                let (baseline, left, right) = (piece.baseline, piece.left, piece.right);
                links.push(Link { page: number, baseline, left, right, words, target: target.clone() });
            }
        }
    }
    links
}

/// Whether the words already are the address, which anybody reads as a link.
fn is_address(words: &str, target: &Url) -> bool {
    let bare = |text: &str| {
        let text = text.to_lowercase();
        let text = ["https://", "http://", "mailto:"]
            .iter()
            .fold(text.as_str(), |text, scheme| text.strip_prefix(scheme).unwrap_or(text))
            .to_owned();
        text.trim_start_matches("www.").split(['?', '#']).next().unwrap_or("").trim_end_matches(['/', '.']).to_owned()
    };
    let (words, target) = (bare(words), bare(target.as_str()));
    // Of an address that was wrapped each line is a part.
    words == target
        || words.len() > 3 && !words.contains(' ') && target.contains(&words) && words.contains(['.', '@', '/'])
}

/// Finds the line of each, and the block that the line went into.
pub fn placed(found: Vec<Link>, lines: &[Line], blocks: &[Block]) -> Vec<Placed> {
    let mut placed = Vec::new();
    for link in found {
        let is_its = |line: &Line| {
            line.page == link.page
                && (line.baseline - link.baseline).abs() < line.size * 0.5
                && line.left - 1.0 < link.left
                && link.right < line.right + 1.0
        };
        let Some(at) = lines.iter().position(is_its) else { continue };
        let number = at + 1;
        let Some(block) = blocks.iter().position(|block| (block.at.line..=block.last_line).contains(&number)) else {
            continue;
        };
        let before: usize = lines[blocks[block].at.line - 1..at].iter().map(|line| line.text.len() + 1).sum();
        let line = &lines[at];
        let share = (link.left - line.left) / (line.right - line.left).max(1.0);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "about"
        )]
        let within = (share.clamp(0.0, 1.0) * line.text.len() as f64) as usize;
        placed.push(Placed { block, about: before + within, words: link.words, target: link.target });
    }
    placed
}

/// The text with its links.
pub fn set<'p>(text: &str, links: impl Iterator<Item = &'p Placed>) -> Prose {
    let mut links: Vec<&Placed> = links.collect();
    links.sort_by_key(|link| link.about);
    let mut prose = Prose::default();
    let mut done = 0;
    // Where the last link began, and where it leads: it may go on over a line's end.
    let mut open: Option<(usize, &Url)> = None;
    for link in links {
        let is_word = |at: &usize| {
            let end = at + link.words.len();
            !text[..*at].ends_with(char::is_alphanumeric) && !text[end..].starts_with(char::is_alphanumeric)
        };
        let places = text.match_indices(&link.words).map(|(at, _)| at).filter(|at| *at >= done).filter(is_word);
        let Some(at) = places.min_by_key(|at| at.abs_diff(link.about)) else { continue };
        let goes_on = open.filter(|(_, target)| **target == link.target && text[done..at] == *" ");
        if let Some((from, target)) = open.take()
            && goes_on.is_none()
        {
            prose.mark_from(from, Style::Link(target.clone()));
        }
        prose.push_str(&text[done..at]);
        open = Some((goes_on.map_or(at, |(from, _)| from), &link.target));
        done = at + link.words.len();
        prose.push_str(&text[at..done]);
    }
    if let Some((from, target)) = open {
        prose.mark_from(from, Style::Link(target.clone()));
    }
    prose.push_str(&text[done..]);
    prose
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(about: usize, words: &str, target: &str) -> Placed {
        let target = Url::parse(target).expect("an address");
        Placed { block: 0, about, words: words.to_owned(), target }
    }

    #[test]
    fn words_are_linked_where_they_stand_and_over_the_ends_of_lines() {
        let links = [link(20, "the bell", "https://a.example/b"), link(29, "tower", "https://a.example/b")];
        let text = "They ring the bell: the bell tower stands";
        let prose = set(text, links.iter());
        assert_eq!(prose.text(), text);
        let marked: Vec<&str> = prose.marks().iter().map(|mark| &text[mark.range.clone()]).collect();
        assert_eq!(marked, ["the bell tower"]);
        assert_eq!(set("They ring", links.iter()).marks(), []);
    }

    #[test]
    fn an_address_that_is_its_own_link_adds_nothing() {
        let url = |text: &str| Url::parse(text).expect("an address");
        assert!(is_address("www.bell.example", &url("http://www.bell.example/")));
        assert!(is_address("a@bell.example", &url("mailto:a@bell.example?subject=Bells")));
        assert!(is_address("bell.example/news", &url("https://bell.example/news/2026")));
        assert!(!is_address("the timetable", &url("https://bell.example/timetable")));
    }
}
