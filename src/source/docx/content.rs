//! What stands in a document, in its order: paragraphs, tables and pictures, before anything is
//! decided about gaps and blocks.

use roxmltree::Node;

use super::xml;
use crate::manuscript::Bullet;

#[derive(Debug, Clone)]
pub enum Piece {
    Paragraph(Paragraph),
    Table(Table),
    Picture(Picture),
    /// What a text box holds.
    Box(Vec<Piece>),
}

#[derive(Debug, Clone)]
pub struct Paragraph {
    /// Number of its first line; see the module's own words.
    pub line: usize,
    pub kind: Kind,
    pub lines: Vec<Line>,
    pub spacing: Spacing,
    /// Its style, for the spacing between paragraphs of one style.
    pub style: Option<String>,
    /// It stands apart from what is above and below, as a footnote does.
    pub apart: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Text,
    Heading(u8),
    Item(Bullet, u8),
    Quote,
    Caption,
}

/// What stands between two line breaks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    pub runs: Vec<Run>,
    /// A page or a column begins with it.
    pub begins_page: bool,
}

/// Words in one setting.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Run {
    pub text: String,
    pub strong: bool,
    pub emphasis: bool,
    /// An address as it is written.
    pub link: Option<String>,
    /// It is the number of a note.
    pub is_reference: bool,
}

#[derive(Debug, Clone)]
pub struct Table {
    pub line: usize,
    pub rows: Vec<Row>,
}

#[derive(Debug, Clone)]
pub struct Row {
    pub is_header: bool,
    pub cells: Vec<Cell>,
}

#[derive(Debug, Clone)]
pub struct Cell {
    /// How many columns it is wide.
    pub span: usize,
    pub pieces: Vec<Piece>,
}

#[derive(Debug, Clone)]
pub struct Picture {
    pub line: usize,
    pub source: Source,
    pub alt: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    Part(String),
    /// An address as it is written.
    Outside(String),
}

impl Line {
    pub fn text(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }
}

impl Paragraph {
    pub fn text(&self) -> String {
        self.lines.iter().map(Line::text).collect::<Vec<_>>().join("\n")
    }

    /// Sentences rather than a headline or a line of a contact.
    pub fn is_prose(&self) -> bool {
        let text = self.text();
        self.kind == Kind::Text && text.chars().count() > 100 && text.contains(['.', '!', '?', ':'])
    }

    pub fn is_empty(&self) -> bool {
        self.lines.iter().all(|line| line.runs.iter().all(|run| run.text.trim().is_empty()))
    }
}

/// All lines of some pieces, as plain text.
pub fn lines(pieces: &[Piece]) -> Vec<String> {
    let mut all = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Paragraph(paragraph) => all.extend(paragraph.lines.iter().map(Line::text)),
            Piece::Table(table) => {
                let cells = table.rows.iter().flat_map(|row| &row.cells);
                all.extend(cells.flat_map(|cell| lines(&cell.pieces)));
            }
            Piece::Picture(_) => {}
            Piece::Box(inner) => all.extend(lines(inner)),
        }
    }
    all
}

/// Space around a paragraph, in twentieths of a point, as far as it is stated.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Spacing {
    before: Option<u32>,
    after: Option<u32>,
    /// None between paragraphs of one style.
    contextual: Option<bool>,
}

/// What "automatic" space comes to.
const AUTOMATIC: u32 = 280;
/// From here on a space is seen as one, in twentieths of a point.
const VISIBLE: u32 = 60;

impl Spacing {
    pub fn read(properties: Node) -> Self {
        let spacing = xml::child(properties, "spacing");
        let side = |automatic: &str, stated: &str| {
            let spacing = spacing?;
            if matches!(xml::attribute(spacing, automatic), Some("1" | "true" | "on")) {
                return Some(AUTOMATIC);
            }
            xml::attribute(spacing, stated)?.parse().ok()
        };
        Self {
            before: side("beforeAutospacing", "before"),
            after: side("afterAutospacing", "after"),
            contextual: xml::toggle(properties, "contextualSpacing"),
        }
    }

    /// What is not stated here, from there.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            before: self.before.or(other.before),
            after: self.after.or(other.after),
            contextual: self.contextual.or(other.contextual),
        }
    }
}

/// Whether a reader sees space between two paragraphs, one right below the other.
pub fn are_spaced(above: &Paragraph, below: &Paragraph) -> bool {
    let one_style = above.style == below.style;
    let side = |spacing: &Spacing, space: Option<u32>| {
        let left_out = one_style && spacing.contextual == Some(true);
        if left_out { 0 } else { space.unwrap_or(0) }
    };
    let after = side(&above.spacing, above.spacing.after);
    after.max(side(&below.spacing, below.spacing.before)) >= VISIBLE
}
