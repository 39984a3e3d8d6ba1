//! Words of a document that are not read: notes that nothing refers to, text in charts and diagrams,
//! descriptions of pictures, and what the document says of itself.
//!
//! They are no text, yet an embargo in them is meant.

use roxmltree::Node;

use super::archive::Archive;
use super::relationships::Relationships;
use super::{Part, Refusal, xml};
use crate::source::HoldsBack;

/// Where a document says of itself what it is.
const PROPERTIES: [&str; 3] = ["docProps/core.xml", "docProps/custom.xml", "docProps/app.xml"];
/// Kinds of parts that show words of their own.
const DRAWN: [&str; 3] = ["chart", "chartEx", "diagramData"];

/// Why a document may be held back though nothing that was read of it says so.
///
/// # Errors
/// Why a part can't be read.
pub fn embargo(
    main: Node,
    parts: &[&Part],
    archive: &mut Archive,
    relationships: &Relationships,
    read: &[String],
    holds_back: HoldsBack,
) -> Result<Option<Refusal>, Refusal> {
    if holds_back(&read.join("\n")) {
        return Ok(None);
    }
    let unread = (
        "a part of the document that isn't read speaks of an embargo or a withdrawal",
        "state it in the text, or delete it",
    );
    if speaks(main, holds_back) {
        return Ok(Some(unread));
    }
    for part in parts {
        if speaks(xml::parse(&part.text)?.root_element(), holds_back) {
            return Ok(Some(unread));
        }
    }
    for name in DRAWN.iter().flat_map(|kind| relationships.parts(kind)) {
        let Some(text) = archive.text(name)? else { continue };
        if speaks(xml::parse(&text)?.root_element(), holds_back) {
            return Ok(Some(unread));
        }
    }
    for name in PROPERTIES {
        let Some(text) = archive.text(name)? else { continue };
        // What nobody can read is no property.
        let Ok(tree) = xml::parse(&text) else { continue };
        if tree.descendants().filter(Node::is_text).any(|node| node.text().is_some_and(holds_back)) {
            let fix = "state it in the text, or delete it under File, Info";
            return Ok(Some(("the document's properties speak of an embargo or a withdrawal", fix)));
        }
    }
    Ok(None)
}

fn speaks(root: Node, holds_back: HoldsBack) -> bool {
    paragraphs(root).iter().any(|words| holds_back(words)) || descriptions(root).any(holds_back)
}

/// What is said of pictures, boxes and tables for those who can't see them, and words drawn as a watermark.
fn descriptions<'a>(root: Node<'a, '_>) -> impl Iterator<Item = &'a str> {
    root.descendants().flat_map(|node| {
        let said: &[&str] = match xml::name(node) {
            "docPr" | "cNvPr" | "shape" | "rect" | "imagedata" => &["descr", "title", "alt"],
            "textpath" => &["string"],
            "tblCaption" | "tblDescription" => &["val"],
            _ => &[],
        };
        said.iter().filter_map(move |local| xml::attribute(node, local))
    })
}

/// The words of each paragraph, without those that were deleted.
pub fn paragraphs(root: Node) -> Vec<String> {
    root.descendants().filter(|node| xml::name(*node) == "p").map(words).collect()
}

fn words(paragraph: Node) -> String {
    let mut words = String::new();
    let mut stack: Vec<Node> = paragraph.children().rev().collect();
    while let Some(node) = stack.pop() {
        match xml::name(node) {
            "t" => words.push_str(&xml::text(node)),
            "tab" | "ptab" => words.push(' '),
            "br" | "cr" => words.push('\n'),
            // A paragraph in a box in this one is one of its own.
            "p" | "del" | "moveFrom" => {}
            _ => stack.extend(node.children().rev()),
        }
    }
    words
}
