//! HTML as a tree, built as browsers build it, in which every piece of text knows its line.
//!
//! The nodes lie in one list and point to each other by number, so that neither building nor
//! dropping a tree costs stack. A page that is nested deeper or has more nodes than any page of
//! words is refused while it is being built: closing what it left open costs time without end.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};

use html5ever::interface::{ElemName, ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::{StrTendril, TendrilSink as _};
use html5ever::{Attribute, LocalName, Namespace, ParseOpts, QualName, parse_document};

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

/// Takes what the parser hands over.
struct Builder {
    nodes: RefCell<Vec<Node>>,
    line: Cell<usize>,
    first_line: usize,
    overgrown: Cell<bool>,
}

impl Builder {
    fn new(first_line: usize) -> Self {
        let root = Node { parent: None, children: Vec::new(), line: first_line, data: Data::Root, depth: 0 };
        Self { nodes: RefCell::new(vec![root]), line: Cell::new(first_line), first_line, overgrown: Cell::new(false) }
    }

    fn create(&self, data: Data) -> NodeId {
        let mut nodes = self.nodes.borrow_mut();
        nodes.push(Node { parent: None, children: Vec::new(), line: self.line.get(), data, depth: 0 });
        if nodes.len() > MOST_NODES {
            self.overgrown.set(true);
        }
        nodes.len() - 1
    }

    /// Puts a node into a parent, before one of its children or at the end.
    fn insert(&self, parent: NodeId, before: Option<NodeId>, child: NodeOrText<NodeId>) {
        let at = |nodes: &[Node]| {
            let children = &nodes[parent].children;
            before.and_then(|before| children.iter().rposition(|child| *child == before)).unwrap_or(children.len())
        };
        let child = match child {
            NodeOrText::AppendNode(child) => child,
            NodeOrText::AppendText(text) => {
                // The parser tells the line it has come to, which is where the text ends.
                let line = self.line.get().saturating_sub(text.matches('\n').count());
                let mut nodes = self.nodes.borrow_mut();
                let before = at(&nodes).checked_sub(1).map(|at| nodes[parent].children[at]);
                if let Some(Data::Text(pieces)) = before.map(|before| &mut nodes[before].data) {
                    pieces.push((line, text.to_string()));
                    return;
                }
                drop(nodes);
                let node = self.create(Data::Text(vec![(line, text.to_string())]));
                self.nodes.borrow_mut()[node].line = line;
                node
            }
        };
        self.detach(child);
        let mut nodes = self.nodes.borrow_mut();
        let at = at(&nodes);
        nodes[parent].children.insert(at, child);
        nodes[child].parent = Some(parent);
        nodes[child].depth = nodes[parent].depth + 1;
        if nodes[child].depth > DEEPEST {
            self.overgrown.set(true);
        }
    }

    fn detach(&self, node: NodeId) {
        let mut nodes = self.nodes.borrow_mut();
        if let Some(parent) = nodes[node].parent.take() {
            let at = nodes[parent].children.iter().rposition(|child| *child == node);
            at.map(|at| nodes[parent].children.remove(at));
        }
    }
}

#[derive(Debug)]
struct Name(QualName);

impl ElemName for Name {
    fn ns(&self) -> &Namespace {
        &self.0.ns
    }

    fn local_name(&self) -> &LocalName {
        &self.0.local
    }
}

impl TreeSink for Builder {
    type Handle = NodeId;
    type Output = (Tree, bool);
    type ElemName<'a> = Name;

    fn finish(self) -> Self::Output {
        let mut tree = Tree { nodes: self.nodes.into_inner() };
        let mut overgrown = self.overgrown.get();
        // Moving a branch leaves the depths below it as they were.
        let mut stack = vec![(ROOT, 0)];
        while let Some((id, depth)) = stack.pop() {
            overgrown |= depth > DEEPEST;
            tree.nodes[id].depth = depth;
            stack.extend(tree.nodes[id].children.iter().map(|child| (*child, depth + 1)));
        }
        (tree, overgrown)
    }

    fn parse_error(&self, _message: Cow<'static, str>) {}

    fn get_document(&self) -> NodeId {
        ROOT
    }

    fn elem_name<'a>(&'a self, target: &'a NodeId) -> Name {
        match &self.nodes.borrow()[*target].data {
            Data::Element(name, _) => Name(name.clone()),
            _ => Name(QualName::new(None, Namespace::default(), LocalName::default())),
        }
    }

    fn create_element(&self, name: QualName, attrs: Vec<Attribute>, _flags: ElementFlags) -> NodeId {
        self.create(Data::Element(name, attrs))
    }

    fn create_comment(&self, text: StrTendril) -> NodeId {
        self.create(Data::Comment(text.to_string()))
    }

    fn create_pi(&self, _target: StrTendril, data: StrTendril) -> NodeId {
        self.create(Data::Comment(data.to_string()))
    }

    fn append(&self, parent: &NodeId, child: NodeOrText<NodeId>) {
        self.insert(*parent, None, child);
    }

    fn append_based_on_parent_node(&self, element: &NodeId, previous: &NodeId, child: NodeOrText<NodeId>) {
        let parent = self.nodes.borrow()[*element].parent;
        match parent {
            Some(parent) => self.insert(parent, Some(*element), child),
            None => self.insert(*previous, None, child),
        }
    }

    fn append_doctype_to_document(&self, _name: StrTendril, _public: StrTendril, _system: StrTendril) {}

    /// A template's content is never shown, so it may hang below the template itself.
    fn get_template_contents(&self, target: &NodeId) -> NodeId {
        *target
    }

    fn same_node(&self, x: &NodeId, y: &NodeId) -> bool {
        x == y
    }

    fn set_quirks_mode(&self, _mode: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &NodeId, new_node: NodeOrText<NodeId>) {
        let parent = self.nodes.borrow()[*sibling].parent;
        if let Some(parent) = parent {
            self.insert(parent, Some(*sibling), new_node);
        }
    }

    fn add_attrs_if_missing(&self, target: &NodeId, attrs: Vec<Attribute>) {
        if let Data::Element(_, own) = &mut self.nodes.borrow_mut()[*target].data {
            for attribute in attrs {
                if own.iter().all(|other| other.name != attribute.name) {
                    own.push(attribute);
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &NodeId) {
        self.detach(*target);
    }

    fn reparent_children(&self, node: &NodeId, new_parent: &NodeId) {
        let mut nodes = self.nodes.borrow_mut();
        let children = std::mem::take(&mut nodes[*node].children);
        let depth = nodes[*new_parent].depth + 1;
        for child in &children {
            nodes[*child].parent = Some(*new_parent);
            nodes[*child].depth = depth;
        }
        nodes[*new_parent].children.extend(children);
    }

    fn set_current_line(&self, line: u64) {
        let line = usize::try_from(line).unwrap_or(usize::MAX);
        self.line.set(line.saturating_sub(1).saturating_add(self.first_line));
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
    fn pages_nested_without_end_are_refused_at_once() {
        let started = std::time::Instant::now();
        for html in
            ["<div>".repeat(20_000), "<b>".repeat(100_000), "<table><td>".repeat(20_000), "<ul><li>".repeat(50_000)]
        {
            assert!(Tree::parse(&html, 1).is_none());
        }
        let fonts = (0..400).map(|n| format!("<font color={n}>")).collect::<Vec<_>>().concat();
        // Each paragraph opens all fonts again.
        assert!(Tree::parse(&format!("<p>{fonts}{}", "<p>x".repeat(100_000)), 1).is_none());
        assert!(started.elapsed() < std::time::Duration::from_secs(20), "{:?}", started.elapsed());
    }

    #[test]
    fn many_paragraphs_that_are_never_closed_are_a_page_like_any_other() {
        let tree = Tree::parse(&"<p>x".repeat(50_000), 1);
        assert!(tree.is_some());
    }
}
