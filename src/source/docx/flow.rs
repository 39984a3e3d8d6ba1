//! The walk through a part: paragraphs, tables, and what stands in boxes, in the part's order.
//!
//! Changes that were tracked are read as accepted: what was inserted is there, what was deleted
//! or moved away is not, and a paragraph whose end was deleted runs on into the next.

use std::collections::{HashMap, HashSet};

use roxmltree::Node;

use super::content::{Cell, Line, Picture, Piece, Row, Table};
use super::drawing;
use super::fields::Fields;
use super::numbering::{Counters, Numbering};
use super::relationships::Relationships;
use super::styles::Styles;
use super::tables;
use super::xml;
use crate::problem::{Place, Report};
use crate::source::HoldsBack;

/// What all parts of a document share.
#[derive(Debug)]
pub struct Sheet {
    pub styles: Styles,
    pub numbering: Numbering,
    /// Ids of the comments that speak of an embargo.
    pub comments: HashSet<String>,
    pub holds_back: HoldsBack,
}

/// Notes at the foot of a page or the end of the document: kind and id, and where they lead to.
pub type Notes<'a, 'i> = HashMap<(&'static str, String), (Node<'a, 'i>, &'a Relationships)>;

pub struct Reader<'a, 'i, 'r> {
    pub sheet: &'a Sheet,
    pub relationships: &'a Relationships,
    pub notes: &'a Notes<'a, 'i>,
    pub report: &'r mut Report,
    /// Number of the last line that was begun.
    pub line: usize,
    pub(super) fields: Fields,
    /// What stands in the paragraph that is open, to be set below it.
    pub(super) beside: Vec<Beside<'a, 'i>>,
    pub(super) said: Said,
    /// Hidden words of the paragraph that is open.
    pub(super) hidden: String,
    pub(super) counters: Counters,
    /// Numbered paragraphs of a style without a list of its own.
    pub(super) styled: u64,
    /// Lines of a paragraph whose end was deleted, and the number of the first.
    pub(super) carried: (usize, Vec<Line>),
    pub(super) notes_read: u64,
}

/// What is said once for a whole document.
#[derive(Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a remark of its own")]
pub struct Said {
    pub changes: bool,
    pub struck: bool,
    pub chart: bool,
    pub sign: bool,
}

/// Something that a paragraph holds and that is no word of it.
#[derive(Debug)]
pub enum Beside<'a, 'i> {
    Picture(Picture),
    Box(Node<'a, 'i>),
    Note(u64, &'static str, String),
}

impl<'a, 'i, 'r> Reader<'a, 'i, 'r> {
    pub fn new(
        sheet: &'a Sheet,
        relationships: &'a Relationships,
        notes: &'a Notes<'a, 'i>,
        report: &'r mut Report,
    ) -> Self {
        Self {
            sheet,
            relationships,
            notes,
            report,
            line: 0,
            fields: Fields::default(),
            beside: Vec::new(),
            said: Said::default(),
            hidden: String::new(),
            counters: Counters::default(),
            styled: 0,
            carried: (0, Vec::new()),
            notes_read: 0,
        }
    }

    /// Reads the body, or a whole part. Notes stand below the paragraph of sentences that refers
    /// to them, never in a headline's or a contact's place.
    pub fn read(&mut self, container: Node<'a, 'i>) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut waiting = Vec::new();
        // Below the last piece that notes may follow.
        let mut place = None;
        let mut put = |piece, notes: Vec<Piece>| {
            waiting.extend(notes);
            let takes_notes = match &piece {
                Piece::Table(table) => tables::data(table).is_some(),
                Piece::Paragraph(paragraph) => paragraph.is_prose(),
                _ => false,
            };
            pieces.push(piece);
            if takes_notes {
                pieces.append(&mut waiting);
                place = Some(pieces.len());
            }
        };
        self.flow(container, &mut put);
        self.set_carried(&mut put);
        let place = place.unwrap_or(pieces.len());
        pieces.splice(place..place, waiting);
        if self.fields.are_open() {
            let fix = "open it in Word, delete the field that is broken, and save it";
            self.report.error(self.place(), "a field has no end, so words may be missing", fix);
        }
        pieces
    }

    /// The pieces in a cell or a box, and the notes that they refer to.
    pub(super) fn inner(&mut self, container: Node<'a, 'i>, notes: &mut Vec<Piece>) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut put = |piece, found| {
            pieces.push(piece);
            notes.extend::<Vec<Piece>>(found);
        };
        self.flow(container, &mut put);
        self.set_carried(&mut put);
        pieces
    }

    fn flow(&mut self, container: Node<'a, 'i>, put: &mut dyn FnMut(Piece, Vec<Piece>)) {
        for node in container.children().filter(Node::is_element) {
            match xml::name(node) {
                "p" => self.paragraph(node, put),
                "tbl" => {
                    self.set_carried(put);
                    let mut notes = Vec::new();
                    let table = self.table(node, &mut notes);
                    put(Piece::Table(table), notes);
                }
                "del" | "moveFrom" => self.changed(),
                "ins" | "moveTo" => {
                    self.changed();
                    self.flow(node, put);
                }
                "AlternateContent" => {
                    if let Some(chosen) = drawing::alternatives(node) {
                        self.flow(chosen, put);
                    }
                }
                "sdt" => {
                    if let Some(content) = self.control(node) {
                        self.flow(content, put);
                    }
                }
                "altChunk" => {
                    let fix = "open it in Word, which takes it in, and save it";
                    self.report.error(self.place(), "the document holds another file that only Word can show", fix);
                }
                name if name.ends_with("Pr") => {}
                _ => self.flow(node, put),
            }
        }
    }

    /// What a content control holds; a prompt that nobody replaced is no text.
    pub(super) fn control(&mut self, node: Node<'a, 'i>) -> Option<Node<'a, 'i>> {
        if let Some(properties) = xml::child(node, "sdtPr") {
            if xml::toggle(properties, "showingPlcHdr") == Some(true) {
                let fix = "fill it in, or delete it";
                self.report.error(self.place(), "a field of the document's template is not filled in", fix);
                return None;
            }
            let gallery = xml::child(properties, "docPartObj").and_then(|part| xml::value(part, "docPartGallery"));
            if gallery == Some("Table of Contents") {
                return None;
            }
        }
        xml::child(node, "sdtContent")
    }

    fn table(&mut self, node: Node<'a, 'i>, notes: &mut Vec<Piece>) -> Table {
        let line = self.line + 1;
        let mut rows = Vec::new();
        self.rows(node, &mut rows, notes);
        Table { line, rows }
    }

    fn rows(&mut self, node: Node<'a, 'i>, rows: &mut Vec<Row>, notes: &mut Vec<Piece>) {
        for row in node.children().filter(Node::is_element) {
            match xml::name(row) {
                "tr" => {
                    let properties = xml::child(row, "trPr");
                    if properties.is_some_and(|properties| xml::child(properties, "del").is_some()) {
                        self.changed();
                        continue;
                    }
                    let mut cells = Vec::new();
                    self.cells(row, &mut cells, notes);
                    let is_header = properties.and_then(|properties| xml::toggle(properties, "tblHeader"));
                    rows.push(Row { is_header: is_header == Some(true), cells });
                }
                name if name.ends_with("Pr") || matches!(name, "tblGrid" | "del" | "moveFrom") => {}
                _ => self.rows(row, rows, notes),
            }
        }
    }

    fn cells(&mut self, row: Node<'a, 'i>, cells: &mut Vec<Cell>, notes: &mut Vec<Piece>) {
        for cell in row.children().filter(Node::is_element) {
            match xml::name(cell) {
                "tc" => {
                    let span = xml::child(cell, "tcPr").and_then(|properties| xml::value(properties, "gridSpan"));
                    let span = span.and_then(|span| span.parse().ok()).unwrap_or(1).clamp(1, 64);
                    let pieces = self.inner(cell, notes);
                    cells.push(Cell { span, pieces });
                }
                name if name.ends_with("Pr") || matches!(name, "tblPrEx" | "del" | "moveFrom") => {}
                _ => self.cells(cell, cells, notes),
            }
        }
    }

    pub(super) fn changed(&mut self) {
        if !std::mem::replace(&mut self.said.changes, true) {
            let fix = "accept or reject them in Word, under Review";
            self.report.warning(self.place(), "tracked changes were read as accepted", fix);
        }
    }

    pub(super) fn place(&self) -> Place {
        Place::line(self.line.max(1))
    }
}
