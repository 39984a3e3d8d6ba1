//! The block of a page that calls itself its content and holds the headline, in pages older than `<main>`.
//!
//! That a heading is the headline is told by the page's title, which says the same.

use super::Judge;
use crate::source::html::tree::{NodeId, ROOT};

/// Words by which such a block goes.
const NAMES: [&str; 12] = [
    "article",
    "articlebody",
    "content",
    "contentarea",
    "contents",
    "main",
    "maincontent",
    "mainbody",
    "maintext",
    "post",
    "pressrelease",
    "release",
];
/// Signs before a site's name in a title.
const SIGNS: [&str; 6] = [" | ", " - ", " – ", " — ", " :: ", " » "];

impl Judge<'_> {
    pub(super) fn block_of_title(&self) -> Option<NodeId> {
        let title = self.tree.within(ROOT).find(|id| self.tree.element(*id) == "title")?;
        let title = self.words(title).to_lowercase();
        let says_the_same = |id: &NodeId| {
            let words = self.words(*id).to_lowercase();
            let rest = if words.is_empty() { None } else { title.strip_prefix(words.as_str()) };
            rest.is_some_and(|rest| rest.is_empty() || SIGNS.iter().any(|sign| rest.starts_with(sign)))
        };
        let mut headings =
            self.tree.within(self.body()).filter(|id| matches!(self.tree.element(*id), "h1" | "h2" | "h3"));
        let heading = headings.find(says_the_same)?;
        let mut around = std::iter::successors(self.tree.node(heading).parent, |at| self.tree.node(*at).parent);
        let block = around.find(|id| self.is_named_content(*id) && self.hidden(*id).is_none())?;
        // Not the column of headlines beside the text.
        let unlinked = |id: NodeId| self.weights.get(id).said - self.weights.get(id).linked;
        (2 * unlinked(block) >= unlinked(self.body())).then_some(block)
    }

    fn is_named_content(&self, id: NodeId) -> bool {
        let is_name = |name: &str| {
            let bare: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
            NAMES.contains(&bare.to_ascii_lowercase().as_str())
        };
        matches!(self.tree.element(id), "div" | "section" | "td") && self.names_of(id).any(is_name)
    }
}
