//! Links to other pages below a heading that says so, where no element holds them together: "Recent posts",
//! and then a card for each.

use std::collections::HashSet;

use super::furniture::heads_other_pages;
use super::weight::Weights;
use crate::source::html::tree::{NodeId, ROOT, Tree};

/// Such headings, and the cards below each, up to the first part that is not mostly a link.
pub fn find(tree: &Tree, weights: &Weights) -> HashSet<NodeId> {
    let mut found = HashSet::new();
    for parent in tree.within(ROOT) {
        let mut parts = tree.node(parent).children.iter().copied();
        while let Some(part) = parts.next() {
            if !heads_other_pages(tree, weights, part) {
                continue;
            }
            let cards: Vec<NodeId> = parts.clone().take_while(|part| is_card(weights, *part)).collect();
            if cards.iter().any(|card| weights.get(*card).linked > 0) {
                found.insert(part);
                found.extend(cards);
            }
        }
    }
    found
}

/// Whether a part is mostly links.
pub fn is_card(weights: &Weights, part: NodeId) -> bool {
    let weight = weights.get(part);
    2 * weight.linked >= weight.said
}
