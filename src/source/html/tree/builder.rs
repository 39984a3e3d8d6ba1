//! Takes what the parser hands over, and notes when it grows beyond any page of words.
//!
//! Where a node belongs is the parser's decision.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};

use html5ever::interface::{ElemName, ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::{Attribute, LocalName, Namespace, QualName};

use super::{DEEPEST, Data, MOST_NODES, Node, NodeId, ROOT, Tree};

/// Takes what the parser hands over.
pub struct Builder {
    nodes: RefCell<Vec<Node>>,
    line: Cell<usize>,
    first_line: usize,
    pub overgrown: Cell<bool>,
}

impl Builder {
    pub fn new(first_line: usize) -> Self {
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
pub struct Name(QualName);

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
