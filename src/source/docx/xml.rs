//! One XML part as a tree, and the few questions that are asked of it.
//!
//! Elements are known by their local names: the transitional and the strict form of the standard
//! have other namespaces for the same words. A part with a document type is refused, so there are
//! no entities to expand.

use roxmltree::{Document, Error, Node, ParsingOptions};

use super::Refusal;

/// A long release has some thousands.
const MOST_NODES: u32 = 1_000_000;
/// Recursion costs stack; a table in a text box in a table comes to about thirty.
const DEEPEST: usize = 200;

pub fn parse(text: &str) -> Result<Document<'_>, Refusal> {
    let options = ParsingOptions { allow_dtd: false, nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    let tree = Document::parse_with_options(text, options).map_err(|error| match error {
        Error::DtdDetected => {
            ("the Word file declares entities, as no word processor does", "open it in Word and save it again")
        }
        Error::NodesLimitReached => {
            ("the Word file holds far more than a release", "copy the release alone into a new document")
        }
        _ => ("the Word file is damaged: a part of it is no XML", "open it in Word and save it again"),
    })?;
    if is_too_deep(tree.root()) {
        return Err(("the Word file nests tables or boxes too deeply", "copy the release alone into a new document"));
    }
    Ok(tree)
}

fn is_too_deep(root: Node) -> bool {
    let mut depth = 0usize;
    let mut node = root;
    loop {
        if let Some(child) = node.first_child() {
            depth += 1;
            node = child;
            if depth > DEEPEST {
                return true;
            }
            continue;
        }
        loop {
            if let Some(next) = node.next_sibling() {
                node = next;
                break;
            }
            match node.parent() {
                Some(parent) => {
                    depth = depth.saturating_sub(1);
                    node = parent;
                }
                None => return false,
            }
        }
    }
}

pub fn name<'a>(node: Node<'a, '_>) -> &'a str {
    node.tag_name().name()
}

pub fn child<'a, 'i>(node: Node<'a, 'i>, local: &str) -> Option<Node<'a, 'i>> {
    node.children().find(|child| name(*child) == local)
}

pub fn children<'a, 'i>(node: Node<'a, 'i>, local: &'static str) -> impl Iterator<Item = Node<'a, 'i>> {
    node.children().filter(move |child| name(*child) == local)
}

/// An attribute by its local name.
pub fn attribute<'a>(node: Node<'a, '_>, local: &str) -> Option<&'a str> {
    node.attributes().find(|attribute| attribute.name() == local).map(|attribute| attribute.value())
}

/// `r:id` and its like, which share a local name with other attributes.
pub fn relation<'a>(node: Node<'a, '_>, local: &str) -> Option<&'a str> {
    let is_relation = |namespace: &str| namespace.ends_with("/relationships");
    node.attributes()
        .find(|attribute| attribute.name() == local && attribute.namespace().is_some_and(is_relation))
        .map(|attribute| attribute.value())
}

/// The `val` of a child.
pub fn value<'a>(node: Node<'a, '_>, local: &str) -> Option<&'a str> {
    attribute(child(node, local)?, "val")
}

/// A property that is on or off, such as `<w:b/>`; `None` where it is not stated.
pub fn toggle(properties: Node, local: &str) -> Option<bool> {
    let property = child(properties, local)?;
    Some(!matches!(attribute(property, "val"), Some("0" | "false" | "off" | "none")))
}

/// The characters right inside an element.
pub fn text(node: Node) -> String {
    node.children().filter(Node::is_text).filter_map(|text| text.text()).collect()
}
