//! Drawings: the pictures and text boxes in them.
//!
//! Charts and diagrams can't be shown, which is said; ornaments are passed over: what its author
//! marked as one, and what is smaller than a centimetre.

use roxmltree::Node;

use super::content::Source;
use super::relationships::{Relationships, Target};
use super::xml;
use crate::release::ImageKind;

/// A picture's smallest side, in English Metric Units (360 000 to the centimetre).
const SMALLEST: u64 = 360_000;

/// What Word and its like write for authors who wrote nothing, in the languages of the readers.
const MADE_UP: [&str; 9] = [
    "description automatically generated",
    "automatically generated description",
    "automatisch generierte beschreibung",
    "beschreibung automatisch generiert",
    "description générée automatiquement",
    "descripción generada automáticamente",
    "ai-generated content may be incorrect",
    "ki-generierte inhalte können fehlerhaft sein",
    "le contenu généré par l’ia peut être incorrect",
];

#[derive(Debug, Default)]
pub struct Drawing<'a, 'i> {
    pub pictures: Vec<(Source, String)>,
    /// The contents of its text boxes.
    pub boxes: Vec<Node<'a, 'i>>,
    /// It holds a chart or a diagram.
    pub has_chart: bool,
}

pub fn read<'a, 'i>(drawing: Node<'a, 'i>, relationships: &Relationships) -> Drawing<'a, 'i> {
    let mut read = Drawing::default();
    let alt = alternative(drawing);
    let ornament = is_ornament(drawing);
    walk(drawing, &mut |node| match xml::name(node) {
        "txbxContent" => {
            read.boxes.push(node);
            false
        }
        "blip" | "imagedata" if !ornament => {
            let id = ["embed", "link", "id"].iter().find_map(|local| xml::relation(node, local));
            match id.and_then(|id| relationships.target(id)) {
                Some(Target::Part(part)) => read.pictures.push((Source::Part(part.clone()), alt.clone())),
                Some(Target::Outside(address)) => read.pictures.push((Source::Outside(address.clone()), alt.clone())),
                None => {}
            }
            true
        }
        "graphicData" => {
            let kind = xml::attribute(node, "uri").unwrap_or_default();
            read.has_chart |= kind.ends_with("/chart") || kind.ends_with("/chartex") || kind.ends_with("/diagram");
            true
        }
        _ => true,
    });
    read
}

/// Visits elements below a node as long as `enter` says so; of alternatives only the first.
fn walk<'a, 'i>(node: Node<'a, 'i>, enter: &mut impl FnMut(Node<'a, 'i>) -> bool) {
    if !enter(node) {
        return;
    }
    for child in node.children().filter(Node::is_element) {
        if xml::name(child) == "AlternateContent" {
            if let Some(chosen) = alternatives(child) {
                walk(chosen, enter);
            }
        } else {
            walk(child, enter);
        }
    }
}

/// The alternative that is read: the first choice, which is the newest way to say it.
pub fn alternatives<'a, 'i>(content: Node<'a, 'i>) -> Option<Node<'a, 'i>> {
    xml::child(content, "Choice").or_else(|| xml::child(content, "Fallback"))
}

fn alternative(drawing: Node) -> String {
    let described = drawing.descendants().find_map(|node| {
        let stated = |local| xml::attribute(node, local).map(str::trim).filter(|text| !text.is_empty());
        match xml::name(node) {
            "docPr" => stated("descr").or_else(|| stated("title")),
            "shape" | "rect" => stated("alt"),
            "imagedata" => stated("title"),
            _ => None,
        }
    });
    described.and_then(stated_by_a_person).unwrap_or_default()
}

/// Word puts the file's name, with its folders, or words of its own where nobody wrote any.
fn stated_by_a_person(text: &str) -> Option<String> {
    let is_file = ImageKind::of_extension(text).is_some() || text.contains(":\\");
    let made_up = |line: &str| {
        let line = line.to_lowercase();
        MADE_UP.iter().any(|known| line.contains(known))
    };
    let lines = || text.lines().map(str::trim).filter(|line| !line.is_empty());
    (!is_file && !lines().any(made_up)).then(|| lines().collect::<Vec<_>>().join(" "))
}

fn is_ornament(drawing: Node) -> bool {
    let marked =
        drawing.descendants().any(|node| xml::name(node) == "decorative" && xml::attribute(node, "val") == Some("1"));
    let size = drawing.children().filter(Node::is_element).find_map(|frame| {
        let extent = xml::child(frame, "extent")?;
        let side = |local| xml::attribute(extent, local)?.parse::<u64>().ok();
        Some((side("cx")?, side("cy")?))
    });
    marked || size.is_some_and(|(width, height)| width < SMALLEST && height < SMALLEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_wrote_is_no_alternative_text() {
        for text in ["C:\\Users\\me\\IMG_1.tif", "IMG_0001.JPG", "A man\n\nDescription automatically generated"] {
            assert_eq!(stated_by_a_person(text), None, "{text}");
        }
        assert_eq!(stated_by_a_person("A lamp\nat night").as_deref(), Some("A lamp at night"));
    }
}
