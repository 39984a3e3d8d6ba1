//! One paragraph: its lines, what its style and its list make of it, and what hangs on it.

use roxmltree::Node;

use super::content::{Kind, Line, Paragraph, Piece, Spacing};
use super::flow::{Beside, Reader};
use super::styles::Role;
use super::xml;
use crate::manuscript::Bullet;

impl<'a, 'i> Reader<'a, 'i, '_> {
    pub(super) fn paragraph(&mut self, node: Node<'a, 'i>, put: &mut dyn FnMut(Piece, Vec<Piece>)) {
        let first = self.line + 1;
        let properties = xml::child(node, "pPr");
        let lines = self.words(node);
        self.line = first + lines.len() - 1;
        let mark = properties.and_then(|properties| xml::child(properties, "rPr"));
        let beside = std::mem::take(&mut self.beside);
        if mark.is_some_and(|mark| ["del", "moveFrom"].iter().any(|end| xml::child(mark, end).is_some())) {
            self.changed();
            self.carry(first, lines);
            self.beside = beside;
            return;
        }
        // A large initial is a paragraph of its own, of which the word goes on below.
        if properties.is_some_and(is_initial) {
            self.carry(first, lines);
            self.beside = beside;
            return;
        }
        let (line, lines) = if self.carried.1.is_empty() {
            (first, lines)
        } else {
            self.carry(first, lines);
            std::mem::take(&mut self.carried)
        };
        let style = properties.and_then(|properties| xml::value(properties, "pStyle"));
        let is_empty = lines.iter().all(|line| line.runs.iter().all(|run| run.text.trim().is_empty()));
        let mut paragraph = Paragraph {
            line,
            // An empty paragraph is no item, and counts for no list.
            kind: if is_empty { Kind::Text } else { self.kind(properties, style) },
            lines,
            spacing: properties.map(Spacing::read).unwrap_or_default().or(self.sheet.styles.spacing(style)),
            style: style.map(str::to_owned),
            apart: false,
        };
        if !paragraph.is_prose() && !matches!(paragraph.kind, Kind::Item(..) | Kind::Quote) {
            // No headline and no telephone number ends with the number of a note.
            paragraph.lines.iter_mut().for_each(|line| line.runs.retain(|run| !run.is_reference));
        }
        let mut notes = Vec::new();
        let mut below = Vec::new();
        for beside in beside {
            match beside {
                Beside::Picture(picture) => below.push(Piece::Picture(picture)),
                Beside::Box(content) => {
                    let inner = self.inner(content, &mut notes);
                    below.push(Piece::Box(inner));
                }
                Beside::Note(number, kind, id) => notes.extend(self.note(number, kind, id, first)),
            }
        }
        put(Piece::Paragraph(paragraph), notes);
        for piece in below {
            put(piece, Vec::new());
        }
    }

    /// Joins lines to those of the paragraph above whose end was deleted.
    fn carry(&mut self, number: usize, lines: Vec<Line>) {
        let (from, carried) = &mut self.carried;
        let mut lines = lines.into_iter();
        if let Some(last) = carried.last_mut() {
            last.runs.extend(lines.next().map(|line| line.runs).unwrap_or_default());
        } else {
            *from = number;
        }
        carried.extend(lines);
    }

    /// Sets what was carried where no paragraph follows that could take it.
    pub(super) fn set_carried(&mut self, put: &mut dyn FnMut(Piece, Vec<Piece>)) {
        let (line, lines) = std::mem::take(&mut self.carried);
        if !lines.is_empty() {
            let (kind, style, apart) = (Kind::Text, None, false);
            put(
                Piece::Paragraph(Paragraph { line, kind, lines, spacing: Spacing::default(), style, apart }),
                Vec::new(),
            );
        }
    }

    fn kind(&mut self, properties: Option<Node>, style: Option<&str>) -> Kind {
        let role = self.sheet.styles.role(style);
        let outline = properties.and_then(|properties| xml::value(properties, "outlineLvl")?.parse::<u8>().ok());
        let role = match outline {
            Some(level @ 0..=8) if role == Role::Text => Role::Heading((level + 1).min(6)),
            _ => role,
        };
        match role {
            Role::Heading(level) => Kind::Heading(level),
            Role::Caption => Kind::Caption,
            Role::Text | Role::Quote | Role::Bulleted | Role::Numbered => {
                if let Some((bullet, level)) = self.bullet(properties, style, role) {
                    return Kind::Item(bullet, level);
                }
                if role == Role::Quote { Kind::Quote } else { Kind::Text }
            }
        }
    }

    fn bullet(&mut self, properties: Option<Node>, style: Option<&str>, role: Role) -> Option<(Bullet, u8)> {
        let own = properties.and_then(|properties| xml::child(properties, "numPr"));
        let own_list = own.and_then(|own| xml::value(own, "numId"));
        let own_level = own.and_then(|own| xml::value(own, "ilvl")?.parse().ok());
        let styled = self.sheet.styles.numbering(style);
        if own_list == Some("0") {
            return None;
        }
        let list = own_list.or(styled.map(|(list, _)| list));
        let level = own_level.or(styled.map(|(_, level)| level)).unwrap_or(0);
        let listed = list.and_then(|list| self.counters.bullet(&self.sheet.numbering, list, level));
        let listed = listed.map(|bullet| (bullet, u8::try_from(level).unwrap_or(u8::MAX)));
        if role != Role::Numbered {
            self.styled = 0;
        }
        listed.or_else(|| match role {
            Role::Bulleted => Some((Bullet::Dot, 0)),
            Role::Numbered => {
                self.styled += 1;
                Some((Bullet::Number(self.styled), 0))
            }
            _ => None,
        })
    }

    /// Gives a note the next number; `None` when there is no such note.
    pub(super) fn refer(&mut self, kind: &'static str, id: &str) -> Option<u64> {
        self.notes.get(&(kind, id.to_owned()))?;
        self.notes_read += 1;
        self.beside.push(Beside::Note(self.notes_read, kind, id.to_owned()));
        Some(self.notes_read)
    }

    /// A note's paragraphs, on the line that refers to it.
    fn note(&mut self, number: u64, kind: &'static str, id: String, line: usize) -> Vec<Piece> {
        let Some((node, relationships)) = self.notes.get(&(kind, id)) else { return Vec::new() };
        let outer = std::mem::replace(&mut self.relationships, relationships);
        let last = std::mem::replace(&mut self.line, line.saturating_sub(1));
        // A note within a note is not known to Word.
        let mut pieces = self.inner(*node, &mut Vec::new());
        self.relationships = outer;
        self.line = last;
        pieces.retain(|piece| !matches!(piece, Piece::Paragraph(paragraph) if paragraph.is_empty()));
        for (index, piece) in pieces.iter_mut().enumerate() {
            let Piece::Paragraph(paragraph) = piece else { continue };
            paragraph.apart = true;
            paragraph.line = line;
            if let Some(run) = paragraph.lines.first_mut().and_then(|line| line.runs.first_mut())
                && index == 0
            {
                run.text = format!("[{number}] {}", run.text.trim_start());
            }
        }
        pieces
    }
}

/// Whether a paragraph is set into the one below it as its first letter.
fn is_initial(properties: Node) -> bool {
    let cap = xml::child(properties, "framePr").and_then(|frame| xml::attribute(frame, "dropCap"));
    cap.is_some_and(|cap| cap != "none")
}
