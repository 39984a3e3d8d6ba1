//! Links above the text that lead around the site: "home » press", "This page in: English / German".
//!
//! Known by their links and the signs between them, not by a class.

use super::Judge;
use crate::source::html::tree::{Data, NodeId, ROOT, Tree};

/// Signs between the links of a trail.
const SIGNS: [char; 12] = ['»', '›', '>', '/', '|', '·', '•', '→', ':', '\u{A0}', '-', '←'];

/// Where the page's own words begin at the latest: its first heading, or the first sentence outside of a link.
pub fn first_words(tree: &Tree, first_heading: Option<NodeId>) -> NodeId {
    const FEWEST_WORDS: usize = 8;
    let in_link = |id: NodeId| {
        std::iter::successors(tree.node(id).parent, |at| tree.node(*at).parent).any(|at| tree.element(at) == "a")
    };
    let says_much = |id: &NodeId| match &tree.node(*id).data {
        Data::Text(pieces) => {
            pieces.iter().map(|(_, piece)| piece.split_whitespace().count()).sum::<usize>() >= FEWEST_WORDS
        }
        _ => false,
    };
    let sentence = tree.within(ROOT).filter(says_much).find(|id| !in_link(*id));
    first_heading.into_iter().chain(sentence).min().unwrap_or(NodeId::MAX)
}

impl Judge<'_> {
    /// The nodes have their numbers in the order of the page.
    pub(super) fn is_trail(&self, id: NodeId) -> bool {
        const MOST: usize = 160;
        const LONGEST_BACK: usize = 30;
        let weight = self.weights.get(id);
        if id >= self.first_words || weight.said == 0 || weight.said > MOST || weight.linked == 0 {
            return false;
        }
        let links = || self.tree.within(id).filter(|id| self.tree.element(*id) == "a");
        let words = || self.words(id);
        let between = weight.said - weight.linked;
        // Nothing but links and signs, or a few words above more links.
        let of_signs = || {
            between > 0
                && links().nth(1).is_some()
                && words().chars().filter(|c| SIGNS.contains(c)).count() > 0
                && between <= words().matches(SIGNS).map(str::len).sum::<usize>()
        };
        // "Back to the newsroom"
        let back = || {
            let under_h1 = self.first_heading.is_some_and(|heading| id < heading && self.tree.element(heading) == "h1");
            between == 0 && under_h1 && weight.said <= LONGEST_BACK
        };
        let of_languages = || 2 * weight.linked > weight.said && links().nth(2).is_some();
        of_signs() || of_languages() || back()
    }
}
