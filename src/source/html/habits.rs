//! Habits of the programs that press offices' HTML comes from, which say with styles and classes
//! what HTML has elements for. No style is looked at but bold, italic and Word's lists.

use super::tree::{Data, NodeId, Tree};
use crate::manuscript::Bullet;
use crate::prose::Style;

/// A caption by the class that `WordPress`, Word and others give it.
const CAPTION_CLASSES: [&str; 5] = ["caption", "figcaption", "wp-caption-text", "msocaption", "image-caption"];

pub fn is_caption(class: &str) -> bool {
    class.split_whitespace().any(|class| CAPTION_CLASSES.contains(&class))
}

/// Word writes a list as paragraphs that open with the sign.
pub fn is_list_paragraph(class: &str, style: &str) -> bool {
    class.contains("msolistparagraph") || style.contains("mso-list:l")
}

/// The sign that such a paragraph opens with, and where its words begin.
pub fn signed_item(text: &str) -> Option<(Bullet, usize)> {
    let (sign, rest) = text.split_once(char::is_whitespace)?;
    let at = text.len() - rest.len();
    if let Some(number) = sign.strip_suffix(['.', ')']) {
        return number.parse().ok().map(|number| (Bullet::Number(number), at));
    }
    let mut signs = sign.chars();
    // In the sign fonts "o" is a ring and "§" a square.
    let drawn = signs.next().is_some_and(|c| !c.is_alphanumeric() || c == 'o') && signs.next().is_none();
    drawn.then_some((Bullet::Dot, at))
}

/// Whether the paragraphs in an element are lines, because blank ones set them apart.
pub fn is_lined(tree: &Tree, id: NodeId) -> bool {
    let paragraphs = tree.node(id).children.iter().filter(|child| matches!(tree.element(**child), "p" | "div"));
    let (mut blank, mut full) = (0, 0);
    for child in paragraphs {
        let seen = tree.within(*child).any(|id| match &tree.node(id).data {
            Data::Text(pieces) => pieces.iter().any(|(_, piece)| !piece.trim().is_empty()),
            _ => tree.element(id) == "img",
        });
        if seen {
            full += 1;
        } else {
            blank += 1;
        }
    }
    blank > 0 && blank * 5 >= full
}

/// Google Docs wraps a whole page in a `<b>` that is not bold.
pub fn is_plain(tree: &Tree, id: NodeId) -> bool {
    let style = tree.attribute(id, "style").unwrap_or("").to_lowercase().replace(' ', "");
    style.contains("font-weight:normal") || style.contains("font-weight:400")
}

/// Whether a style sets a line through the words.
pub fn is_struck(tree: &Tree, id: NodeId) -> bool {
    let style = tree.attribute(id, "style").unwrap_or("").to_lowercase();
    style.split(';').any(|rule| rule.trim_start().starts_with("text-decoration") && rule.contains("line-through"))
}

pub fn style_of(style: &str) -> Option<Style> {
    let style = style.replace(' ', "");
    let weight = style.split("font-weight:").nth(1).unwrap_or("");
    if weight.starts_with("bold") || ["600", "700", "800", "900"].iter().any(|heavy| weight.starts_with(heavy)) {
        return Some(Style::Strong);
    }
    style.contains("font-style:italic").then_some(Style::Emphasis)
}
