//! What is set by its layout, tables and preformatted text: read as lines, or passed on as HTML.
//!
//! Which tables hold data, `table` says.

use super::{Reader, Setting};
use crate::body::SafeHtml;
use crate::characters;
use crate::manuscript::{Block, Joint, Shape};
use crate::markup::{self, LineEnds};
use crate::problem::Place;
use crate::prose::{Prose, Style};
use crate::source::html::table;
use crate::source::html::tree::{Data, NodeId};
use crate::source::text;

impl Reader<'_, '_> {
    pub(super) fn preformatted(&mut self, id: NodeId, setting: Setting) {
        self.boundary(setting, Joint::Gap);
        let below = self.tree.within(id).find(|inner| matches!(self.tree.element(*inner), "code" | "samp"));
        if below.is_some() {
            self.markup(id);
        } else {
            // A mail or a text file put into a page as it was.
            let words = self.tree.text(id);
            let pieces = self.tree.within(id).flat_map(|inner| match &self.tree.node(inner).data {
                Data::Text(pieces) => pieces.as_slice(),
                _ => &[],
            });
            let pieces: Vec<(usize, usize)> =
                pieces.map(|(line, piece)| (*line, line + piece.trim_end().matches('\n').count())).collect();
            let first = pieces.first().map_or(self.tree.node(id).line, |(first, _)| *first);
            let last = pieces.iter().map(|(_, last)| *last).max().unwrap_or(first);
            let words = characters::clean(&words, Place::line(first), self.report).into_owned();
            let mut blocks = text::read(&words, first).blocks;
            // Parts that stand side by side in the file, such as cells, are lines of their own here.
            for block in &mut blocks {
                block.at.line = block.at.line.min(last);
                block.last_line = block.last_line.min(last);
            }
            self.blocks.extend(blocks);
        }
        self.boundary(setting, Joint::Gap);
    }

    pub(super) fn table(&mut self, id: NodeId, setting: Setting) {
        self.boundary(setting, Joint::Gap);
        let rows = table::rows(self.tree, id);
        if table::is_data(self.tree, id, &rows) {
            self.markup(id);
        } else if let Some(columns) = table::columns(self.tree, &rows) {
            for cells in columns {
                self.boundary(setting, Joint::Gap);
                for cell in cells {
                    self.boundary(setting, Joint::Line);
                    self.node_of_row(cell, setting);
                    self.boundary(setting, Joint::Line);
                }
            }
        } else {
            for row in rows {
                let joint = if row.is_lines(self.tree) { Joint::Line } else { Joint::Gap };
                self.boundary(setting, joint);
                for cell in row.cells {
                    if joint == Joint::Line {
                        self.line.blank = true;
                        self.node_of_row(cell, setting);
                    } else {
                        self.node(cell, setting);
                    }
                }
                self.boundary(setting, joint);
            }
        }
        self.boundary(setting, Joint::Gap);
    }

    /// A cell in a row that is one line: a label and what it says.
    fn node_of_row(&mut self, cell: NodeId, setting: Setting) {
        if let Some(why) = self.judge.left_out(cell, setting.in_article) {
            self.leave_out(cell, why);
        } else {
            let open = self.line.open((self.tree.element(cell) == "th").then_some(Style::Strong));
            for child in &self.tree.node(cell).children {
                match self.tree.element(*child) {
                    "p" | "div" => self.children(*child, setting),
                    _ => self.node(*child, setting),
                }
            }
            self.line.close(open);
        }
    }

    /// Passes an element on as it is, cut down to what may be shown.
    fn markup(&mut self, id: NodeId) {
        let html = SafeHtml::sanitised(&table::written(self.tree, id), &self.base);
        let words = markup::lines(html.as_str(), LineEnds::Blank);
        self.judge.refuse_embargo_beside(id, &words, self.report);
        if words.is_empty() {
            return;
        }
        let lines = self.tree.within(id).filter_map(|inner| match &self.tree.node(inner).data {
            Data::Text(pieces) => pieces.last().map(|(line, piece)| line + piece.trim_end().matches('\n').count()),
            _ => None,
        });
        let line = self.tree.node(id).line;
        let last_line = lines.max().unwrap_or(line).max(line);
        self.blocks.push(Block {
            at: Place::line(line),
            last_line,
            joint: Joint::Gap,
            shape: Shape::Markup(html),
            prose: Prose::plain(words),
        });
    }
}
