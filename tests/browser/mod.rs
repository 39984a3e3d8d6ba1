//! HTML as a browser builds it: a tree, with templates, other languages and their ways back to HTML.
//!
//! Made anew for tests, so that what judges the pages shares no line with what reads and cuts sources.

use std::borrow::Cow;
use std::cell::RefCell;
use std::io;

use html5ever::interface::{ElemName, ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::serialize::{Serialize, SerializeOpts, Serializer, TraversalScope, serialize};
use html5ever::tendril::{StrTendril, TendrilSink as _};
use html5ever::{Attribute, LocalName, Namespace, ParseOpts, QualName, local_name, ns, parse_document, parse_fragment};

pub mod allowed;

const ROOT: usize = 0;

#[derive(Debug, Clone)]
pub enum Node {
    Root,
    Element(QualName, Vec<Attribute>),
    Text(String),
    /// A comment, or what browsers take for one.
    Comment(String),
}

#[derive(Debug, Default)]
struct Branch {
    parent: Option<usize>,
    children: Vec<usize>,
}

#[derive(Debug)]
pub struct Tree {
    nodes: Vec<Node>,
    branches: Vec<Branch>,
}

impl Tree {
    /// What a browser makes of a whole page.
    pub fn of_page(html: &str, scripting: bool) -> Self {
        parse_document(Builder::default(), options(scripting)).one(StrTendril::from(html))
    }

    /// What a reader makes of a piece that it puts into an element of its own.
    pub fn of_piece(html: &str, scripting: bool) -> Self {
        let context = QualName::new(None, ns!(html), local_name!("div"));
        parse_fragment(Builder::default(), options(scripting), context, Vec::new(), scripting)
            .one(StrTendril::from(html))
    }

    /// All nodes that hang on the tree, in its order.
    pub fn nodes(&self) -> Vec<&Node> {
        let (mut nodes, mut open) = (Vec::new(), vec![ROOT]);
        while let Some(node) = open.pop() {
            nodes.push(&self.nodes[node]);
            open.extend(self.branches[node].children.iter().rev());
        }
        nodes
    }

    /// The text of the elements of a name, each by itself.
    pub fn texts_in(&self, element: &str) -> Vec<String> {
        let named = |node: &usize| matches!(&self.nodes[*node], Node::Element(name, _) if &*name.local == element);
        let text = |node: &usize| match &self.nodes[*node] {
            Node::Text(text) => text.as_str(),
            _ => "",
        };
        let elements = (0..self.nodes.len()).filter(named);
        elements.map(|element| self.branches[element].children.iter().map(text).collect()).collect()
    }

    /// The tree written down again, as `innerHTML` gives it.
    pub fn written(&self) -> String {
        let mut bytes = Vec::new();
        serialize(&mut bytes, self, SerializeOpts::default()).expect("memory is never full");
        String::from_utf8(bytes).expect("UTF-8")
    }
}

fn options(scripting: bool) -> ParseOpts {
    let mut options = ParseOpts::default();
    options.tree_builder.scripting_enabled = scripting;
    options
}

impl Serialize for Tree {
    fn serialize<S: Serializer>(&self, serializer: &mut S, _: TraversalScope) -> io::Result<()> {
        enum Step {
            Open(usize),
            Close(QualName),
        }
        // A piece hangs below an `html` of the parser's own, which is not part of it.
        let mut steps = vec![Step::Open(ROOT)];
        while let Some(step) = steps.pop() {
            let node = match step {
                Step::Close(name) => {
                    serializer.end_elem(name)?;
                    continue;
                }
                Step::Open(node) => node,
            };
            match &self.nodes[node] {
                Node::Element(name, attributes) if self.branches[node].parent != Some(ROOT) => {
                    let attributes = attributes.iter().map(|attribute| (&attribute.name, &*attribute.value));
                    serializer.start_elem(name.clone(), attributes)?;
                    steps.push(Step::Close(name.clone()));
                }
                Node::Text(text) => serializer.write_text(text)?,
                Node::Comment(text) => serializer.write_comment(text)?,
                Node::Root | Node::Element(..) => {}
            }
            steps.extend(self.branches[node].children.iter().rev().map(|child| Step::Open(*child)));
        }
        Ok(())
    }
}

/// Takes what the parser hands over.
struct Builder(RefCell<Tree>);

impl Default for Builder {
    fn default() -> Self {
        Self(RefCell::new(Tree { nodes: vec![Node::Root], branches: vec![Branch::default()] }))
    }
}

impl Builder {
    fn make(&self, node: Node) -> usize {
        let mut tree = self.0.borrow_mut();
        tree.nodes.push(node);
        tree.branches.push(Branch::default());
        tree.nodes.len() - 1
    }

    /// Puts a node into a parent, before one of its children or at the end.
    fn put(&self, parent: usize, before: Option<usize>, child: NodeOrText<usize>) {
        let child = match child {
            NodeOrText::AppendNode(child) => child,
            NodeOrText::AppendText(text) => {
                if let Some(last) = self.last_before(parent, before)
                    && let Node::Text(words) = &mut self.0.borrow_mut().nodes[last]
                {
                    words.push_str(&text);
                    return;
                }
                self.make(Node::Text(text.to_string()))
            }
        };
        self.remove_from_parent(&child);
        let mut tree = self.0.borrow_mut();
        let children = &mut tree.branches[parent].children;
        let at = before.and_then(|before| children.iter().position(|other| *other == before));
        children.insert(at.unwrap_or(children.len()), child);
        tree.branches[child].parent = Some(parent);
    }

    fn last_before(&self, parent: usize, before: Option<usize>) -> Option<usize> {
        let tree = self.0.borrow();
        let children = &tree.branches[parent].children;
        let at = before.and_then(|before| children.iter().position(|other| *other == before));
        children[..at.unwrap_or(children.len())].last().copied()
    }

    fn parent(&self, node: usize) -> Option<usize> {
        self.0.borrow().branches[node].parent
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
    type Handle = usize;
    type Output = Tree;
    type ElemName<'a> = Name;

    fn finish(self) -> Tree {
        self.0.into_inner()
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> usize {
        ROOT
    }

    fn elem_name<'a>(&'a self, target: &'a usize) -> Name {
        match &self.0.borrow().nodes[*target] {
            Node::Element(name, _) => Name(name.clone()),
            _ => Name(QualName::new(None, Namespace::default(), LocalName::default())),
        }
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> usize {
        self.make(Node::Element(name, attributes))
    }

    fn create_comment(&self, text: StrTendril) -> usize {
        self.make(Node::Comment(text.to_string()))
    }

    fn create_pi(&self, _: StrTendril, data: StrTendril) -> usize {
        self.make(Node::Comment(data.to_string()))
    }

    fn append(&self, parent: &usize, child: NodeOrText<usize>) {
        self.put(*parent, None, child);
    }

    fn append_based_on_parent_node(&self, element: &usize, previous: &usize, child: NodeOrText<usize>) {
        match self.parent(*element) {
            Some(parent) => self.put(parent, Some(*element), child),
            None => self.put(*previous, None, child),
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    /// What a template holds is as dangerous as what holds the template.
    fn get_template_contents(&self, target: &usize) -> usize {
        *target
    }

    fn same_node(&self, x: &usize, y: &usize) -> bool {
        x == y
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &usize, new: NodeOrText<usize>) {
        if let Some(parent) = self.parent(*sibling) {
            self.put(parent, Some(*sibling), new);
        }
    }

    fn add_attrs_if_missing(&self, target: &usize, attributes: Vec<Attribute>) {
        if let Node::Element(_, own) = &mut self.0.borrow_mut().nodes[*target] {
            for attribute in attributes {
                if own.iter().all(|other| other.name != attribute.name) {
                    own.push(attribute);
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &usize) {
        let mut tree = self.0.borrow_mut();
        if let Some(parent) = tree.branches[*target].parent.take() {
            tree.branches[parent].children.retain(|child| child != target);
        }
    }

    fn reparent_children(&self, node: &usize, new_parent: &usize) {
        let mut tree = self.0.borrow_mut();
        let children = std::mem::take(&mut tree.branches[*node].children);
        for child in &children {
            tree.branches[*child].parent = Some(*new_parent);
        }
        tree.branches[*new_parent].children.extend(children);
    }

    fn is_mathml_annotation_xml_integration_point(&self, target: &usize) -> bool {
        let Node::Element(_, attributes) = &self.0.borrow().nodes[*target] else { return false };
        let html = |value: &str| {
            value.eq_ignore_ascii_case("text/html") || value.eq_ignore_ascii_case("application/xhtml+xml")
        };
        attributes.iter().any(|attribute| &*attribute.name.local == "encoding" && html(&attribute.value))
    }
}
