//! How much each part of a page says, and whether it holds what only the text itself has.

use crate::source::html::tree::{Data, NodeId, ROOT, Tree};

#[derive(Debug)]
pub struct Weights {
    nodes: Vec<Weight>,
}

#[derive(Debug, Clone, Copy, Default)]
pub struct Weight {
    /// Characters that are no white space.
    pub said: usize,
    /// Of those, characters in links.
    pub linked: usize,
    /// It holds a first heading, or the whole page.
    pub holds_text: bool,
}

impl Weights {
    pub fn of(tree: &Tree) -> Self {
        let order: Vec<NodeId> = tree.within(ROOT).collect();
        let mut nodes = vec![Weight::default(); order.iter().max().map_or(0, |last| last + 1)];
        // Children stand behind their parents in this order, so each is whole when it is added.
        for id in order.into_iter().rev() {
            let element = tree.element(id);
            let weight = &mut nodes[id];
            if let Data::Text(pieces) = &tree.node(id).data {
                weight.said =
                    pieces.iter().map(|(_, piece)| piece.split_whitespace().map(str::len).sum::<usize>()).sum();
            }
            if matches!(element, "script" | "style" | "template" | "noscript") {
                (weight.said, weight.linked) = (0, 0);
            }
            if element == "a" {
                weight.linked = weight.said;
            }
            weight.holds_text |= matches!(element, "h1" | "main" | "body");
            let weight = *weight;
            if let Some(parent) = tree.node(id).parent.and_then(|parent| nodes.get_mut(parent)) {
                parent.said += weight.said;
                parent.linked += weight.linked;
                parent.holds_text |= weight.holds_text;
            }
        }
        Self { nodes }
    }

    pub fn get(&self, id: NodeId) -> Weight {
        self.nodes.get(id).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_in_what_is_not_shown_weighs_nothing() {
        let html =
            "<body><div>harbour<template><a href=x>lamp</a></template><noscript><a href=x>lamp</a></noscript></div>";
        let tree = Tree::parse(html, 1).expect("a tree");
        let weights = Weights::of(&tree);
        let div = tree.within(ROOT).find(|id| tree.element(*id) == "div").expect("a part");
        assert_eq!((weights.get(div).said, weights.get(div).linked), (7, 0));
    }
}
