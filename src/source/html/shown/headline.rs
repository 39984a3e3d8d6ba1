//! A headline that stands in a page's frame: `<header><h1>`, as many systems set it above the text.
//!
//! The name of a site stands in the same place; the page's title tells them apart.

use super::{FRAME, Judge};
use crate::source::html::tree::{NodeId, ROOT};

impl Judge<'_> {
    /// The part of the frame with the headline: none where the text has a first heading of its own.
    pub(super) fn headline_in_frame(&self) -> Option<NodeId> {
        const FEWEST_WORDS: usize = 4;
        let all = |name: &'static str| {
            let headings = self.tree.within(ROOT).filter(move |id| self.tree.element(*id) == name);
            headings.filter(|id| self.hidden(*id).is_none())
        };
        let is_own = |id: &NodeId| self.is_within(*id, self.content) && self.frame_around(*id).is_none();
        if all("h1").any(|heading| is_own(&heading)) {
            return None;
        }
        let mut candidates = all("h1").map(|id| (id, false)).chain(all("h2").map(|id| (id, true))).peekable();
        candidates.peek()?;
        let title = self.tree.within(ROOT).find(|id| self.tree.element(*id) == "title");
        let title = title.map(|id| self.words(id).to_lowercase()).unwrap_or_default();
        // The headline itself may be a lower heading of the text.
        let rival = self.heading_of_text();
        if rival.as_ref().is_some_and(|rival| title.starts_with(rival.as_str())) {
            return None;
        }
        let is_headline = |(id, lower): &(NodeId, bool)| {
            let words = self.words(*id).to_lowercase();
            let long = words.split(' ').count() >= FEWEST_WORDS;
            // In fewer words the page's title may well be the name of the site.
            let titled = || self.tree.attribute(*id, "class").is_some_and(is_title);
            let fits = title.starts_with(&words) && (long || titled())
                || !lower && long && (title.contains(&words) || rival.is_none());
            !words.is_empty() && fits && !is_own(id)
        };
        let (heading, _) = candidates.find(is_headline)?;
        // A header over the whole page holds its menu, too, which is left out as ever.
        Some(self.frame_around(heading).filter(|frame| self.tree.element(*frame) == "header").unwrap_or(heading))
    }

    /// Whether a part is not come to on the way through the page's own words.
    pub(super) fn is_apart(&self, id: NodeId) -> bool {
        !self.is_within(id, self.content) || self.frame_around(id).is_some()
    }

    pub(super) fn is_within(&self, id: NodeId, outer: NodeId) -> bool {
        std::iter::successors(Some(id), |at| self.tree.node(*at).parent).any(|at| at == outer)
    }

    /// The outermost part of the frame, within the text, that an element stands in.
    fn frame_around(&self, id: NodeId) -> Option<NodeId> {
        let (mut at, mut frame) = (id, None);
        while let Some(parent) = self.tree.node(at).parent {
            match self.tree.element(parent) {
                // What stands in there belongs to the text.
                "main" | "article" => return None,
                element if FRAME.contains(&element) => frame = Some(parent),
                _ => {}
            }
            at = parent;
        }
        frame
    }

    /// The heading that the text itself opens with, in small letters.
    fn heading_of_text(&self) -> Option<String> {
        let mut parts = self.tree.within(self.content).filter(|id| self.frame_around(*id).is_none());
        let first = parts.find(|id| matches!(self.tree.element(*id), "h2" | "h3" | "p") && !self.words(*id).is_empty());
        first.filter(|id| self.tree.element(*id) != "p").map(|id| self.words(id).to_lowercase())
    }
}

/// "title", "entry-title" and "headline", but not "site-title".
fn is_title(class: &str) -> bool {
    let mut names = class.split_whitespace();
    names.any(|name| !name.contains("site") && ["title", "headline"].iter().any(|word| name.ends_with(word)))
}
