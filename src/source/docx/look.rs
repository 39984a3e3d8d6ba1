//! How words look, as far as it matters to what they say.

use roxmltree::Node;

use super::styles::Styles;
use super::xml;

/// How a run looks.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "they are independent, as in the document")]
pub struct Look {
    pub strong: bool,
    pub emphasis: bool,
    pub hidden: bool,
    pub struck: bool,
    pub high: bool,
    /// The font, where one is stated.
    pub font: String,
}

impl Look {
    pub fn of(run: Node, styles: &Styles) -> Self {
        let properties = xml::child(run, "rPr");
        let style = properties.and_then(|properties| xml::value(properties, "rStyle"));
        let stated = |local| properties.and_then(|properties| xml::toggle(properties, local));
        let font = properties.and_then(|properties| xml::child(properties, "rFonts"));
        Self {
            strong: stated("b").unwrap_or_else(|| styles.strong(style)),
            emphasis: stated("i").unwrap_or_else(|| styles.emphasis(style)),
            hidden: stated("vanish").unwrap_or_else(|| styles.hidden(style)),
            struck: stated("strike") == Some(true) || stated("dstrike") == Some(true),
            high: properties.and_then(|properties| xml::value(properties, "vertAlign")) == Some("superscript"),
            font: font.and_then(|font| xml::attribute(font, "ascii")).unwrap_or_default().to_owned(),
        }
    }
}
