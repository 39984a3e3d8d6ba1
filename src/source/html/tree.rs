//! HTML as a tree, built as browsers build it, in which every piece of text knows its line.
//!
//! The nodes lie in one list and point to each other by number, so that neither building nor
//! dropping a tree costs stack. A page that is nested deeper or has more nodes than any page of
//! words is refused while it is being built: closing what it left open costs time without end.

mod builder;

use html5ever::tendril::{StrTendril, TendrilSink as _};
use html5ever::{Attribute, ParseOpts, QualName, parse_document};

use builder::Builder;

/// Elements within each other; browsers stop at the same number.
const DEEPEST: usize = 512;
/// A page of 1 MiB that closes what it opens has fewer.
const MOST_NODES: usize = 400_000;
/// How much is parsed before the limits are looked at again, in bytes.
const PORTION: usize = 4096;

pub type NodeId = usize;
pub const ROOT: NodeId = 0;

#[derive(Debug)]
pub enum Data {
    Root,
    Element(QualName, Vec<Attribute>),
    /// Pieces with the line that each begins on.
    Text(Vec<(usize, String)>),
    Comment(String),
}

#[derive(Debug)]
pub struct Node {
    pub parent: Option<NodeId>,
    pub children: Vec<NodeId>,
    pub line: usize,
    pub data: Data,
    depth: usize,
}

#[derive(Debug)]
pub struct Tree {
    nodes: Vec<Node>,
}

impl Tree {
    /// `None` when the page is nested too deeply to be read.
    pub fn parse(html: &str, first_line: usize) -> Option<Self> {
        let opts = ParseOpts::default();
        let mut parser = parse_document(Builder::new(first_line), opts);
        let mut rest = html;
        while !rest.is_empty() {
            let end = (PORTION.min(rest.len())..=rest.len()).find(|end| rest.is_char_boundary(*end))?;
            parser.process(StrTendril::from(&rest[..end]));
            rest = &rest[end..];
            if parser.tokenizer.sink.sink.overgrown.get() {
                return None;
            }
        }
        let (tree, overgrown) = parser.finish();
        (!overgrown).then_some(tree)
    }

    pub fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id]
    }

    /// The name of an HTML element; nothing for text, comments and other languages.
    pub fn element(&self, id: NodeId) -> &str {
        match &self.nodes[id].data {
            Data::Element(name, _) if name.ns == html5ever::ns!(html) => &name.local,
            _ => "",
        }
    }

    /// Whether a node is an element, of whatever language.
    pub fn is_element(&self, id: NodeId) -> bool {
        matches!(self.nodes[id].data, Data::Element(..))
    }

    pub fn attribute(&self, id: NodeId, name: &str) -> Option<&str> {
        match &self.nodes[id].data {
            Data::Element(_, attributes) => {
                attributes.iter().find(|attribute| &*attribute.name.local == name).map(|attribute| &*attribute.value)
            }
            _ => None,
        }
    }

    /// A node and all below it, in the order of the page.
    pub fn within(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        let mut stack = vec![id];
        std::iter::from_fn(move || {
            let next = stack.pop()?;
            stack.extend(self.nodes[next].children.iter().rev());
            Some(next)
        })
    }

    /// The characters below a node, as they stand in the page.
    pub fn text(&self, id: NodeId) -> String {
        let mut text = String::new();
        for node in self.within(id) {
            if let Data::Text(pieces) = &self.nodes[node].data {
                text.extend(pieces.iter().map(|(_, piece)| piece.as_str()));
            }
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(html: &str) -> Vec<(usize, String)> {
        let tree = Tree::parse(html, 1).expect("a tree");
        let texts = tree.within(ROOT).filter_map(|id| match &tree.node(id).data {
            Data::Text(pieces) => Some(pieces.clone()),
            _ => None,
        });
        texts.flatten().filter(|(_, text)| !text.trim().is_empty()).collect()
    }

    #[test]
    fn every_text_knows_its_line_however_tags_and_references_are_broken() {
        let html = "<!doctype html>\n<html\n lang=de>\n<body><p\n class=x>one &amp;\n two</p>\n<!-- a\nb -->\n<p>three<br>\nfour</p><pre>\nfive\nsix</pre>";
        let seen: Vec<_> = lines(html).into_iter().map(|(line, text)| (line, text.trim().to_owned())).collect();
        let at = |word: &str| {
            seen.iter().find_map(|(line, text)| {
                let before = &text[..text.find(word)?];
                Some(line + before.matches('\n').count())
            })
        };
        assert_eq!(at("one"), Some(5), "{seen:?}");
        // What stands before a word in its piece counts, and trimming took line ends away.
        assert_eq!(at("three"), Some(9), "{seen:?}");
        assert_eq!(at("five"), Some(11), "{seen:?}");
        assert_eq!(at("six"), Some(12), "{seen:?}");
    }

    #[test]
    fn pages_nested_without_end_are_refused() {
        for html in
            ["<div>".repeat(20_000), "<b>".repeat(100_000), "<table><td>".repeat(20_000), "<ul><li>".repeat(50_000)]
        {
            assert!(Tree::parse(&html, 1).is_none());
        }
        let fonts = (0..400).map(|n| format!("<font color={n}>")).collect::<Vec<_>>().concat();
        // Each paragraph opens all fonts again.
        assert!(Tree::parse(&format!("<p>{fonts}{}", "<p>x".repeat(100_000)), 1).is_none());
    }

    #[test]
    fn many_paragraphs_that_are_never_closed_are_a_page_like_any_other() {
        let tree = Tree::parse(&"<p>x".repeat(50_000), 1);
        assert!(tree.is_some());
    }
}
