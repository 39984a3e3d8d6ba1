//! Walks a page's operators and notes each character with the place it is drawn at.
//!
//! Clipping is not looked at; text that is drawn invisibly over a scanned page is text.

mod annotations;
mod frame;
mod ink;
mod matrix;
mod meant;
mod pen;

use std::collections::HashMap;
use std::rc::Rc;

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::Fault;
use super::font::{self, Font};
use super::syntax::{Operand, Operators};
use super::unpack::unpacked;
pub use annotations::Area;
use frame::inherited;
pub use ink::Ink;
use matrix::{AS_IS, Matrix, moved, times};
use meant::replace;
use pen::{Pen, State, number};

/// Drawings within drawings.
const DEEPEST: usize = 8;
/// The longest release that was seen has under 20,000 characters.
const MOST_GLYPHS: usize = 2_000_000;
const MOST_OPERATORS: usize = 10_000_000;

/// Degrees that text is turned by; 0 is from left to right, as watermarks and notes in the margin are not.
pub type Turn = i16;

/// A character and where it stands, in points from the lower left corner of the page as it is
/// looked at; along its own direction where it is turned.
#[derive(Debug, Clone, PartialEq)]
pub struct Glyph {
    pub text: String,
    pub left: f64,
    pub right: f64,
    pub baseline: f64,
    pub size: f64,
    pub bold: bool,
    pub turn: Turn,
    pub ink: Ink,
    pub seen: bool,
}

#[derive(Debug, Default)]
pub struct Page {
    pub width: f64,
    pub height: f64,
    pub glyphs: Vec<Glyph>,
    /// What is painted onto it in other colours than white.
    pub painted: Vec<ink::Area>,
    pub links: Vec<Area>,
    /// What is stamped onto it, each by itself.
    pub stamps: Vec<Page>,
    /// The share of the page that its largest picture covers.
    pub pictured: f64,
}

/// Reads pages, and keeps the fonts that they share.
pub struct Walk<'d> {
    document: &'d Document,
    fonts: HashMap<ObjectId, Rc<Font>>,
    operators: usize,
    glyphs: usize,
}

/// A content stream under way.
struct Stream<'r> {
    resources: &'r Dictionary,
    depth: usize,
    pen: Pen,
    path: ink::Path,
    /// Marked pieces that are open, and what their text really is, if they say.
    marked: Vec<Option<(usize, String)>>,
}

impl<'d> Walk<'d> {
    pub fn new(document: &'d Document) -> Self {
        Self { document, fonts: HashMap::new(), operators: 0, glyphs: 0 }
    }

    pub fn page(&mut self, id: ObjectId) -> Result<Page, Fault> {
        let dictionary = self.document.get_dictionary(id).map_err(|_| Fault::Damaged)?;
        let frame = self.frame(dictionary);
        let [left, bottom, right, top] = frame;
        let rotation =
            inherited(self.document, dictionary, b"Rotate").and_then(|object| font::number(self.document, object));
        #[expect(clippy::cast_possible_truncation, reason = "quarters of a turn")]
        let turned = (rotation.unwrap_or(0.0) / 90.0).rem_euclid(4.0) as i64;
        let matrix = match turned {
            1 => [0.0, -1.0, 1.0, 0.0, -bottom, right],
            2 => [-1.0, 0.0, 0.0, -1.0, right, top],
            3 => [0.0, 1.0, -1.0, 0.0, top, -left],
            _ => moved(-left, -bottom),
        };
        let (width, height) = (right - left, top - bottom);
        let (width, height) = if turned % 2 == 1 { (height, width) } else { (width, height) };
        let mut page = Page { width, height, ..Page::default() };
        let empty = Dictionary::new();
        let resources = inherited(self.document, dictionary, b"Resources").and_then(|object| object.as_dict().ok());
        let mut content = Vec::new();
        for stream in self.document.get_page_contents(id) {
            if let Ok(stream) = self.document.get_object(stream).and_then(Object::as_stream) {
                content.extend(unpacked(self.document, stream));
                content.push(b'\n');
            }
        }
        self.run(&content, resources.unwrap_or(&empty), matrix, &mut page, 0)?;
        ink::mark_unseen(&mut page);
        self.annotations(dictionary, &matrix, &mut page)?;
        Ok(page)
    }

    fn run(
        &mut self,
        content: &[u8],
        resources: &Dictionary,
        matrix: Matrix,
        page: &mut Page,
        depth: usize,
    ) -> Result<(), Fault> {
        let mut stream = Stream { resources, depth, pen: Pen::new(matrix), path: ink::Path::NONE, marked: Vec::new() };
        let mut operators = Operators::new(content);
        while let Some((operator, operands)) = operators.next() {
            self.operators += 1;
            if self.operators > MOST_OPERATORS || self.glyphs > MOST_GLYPHS {
                return Err(Fault::Endless);
            }
            if !stream.pen.set(&operator, &operands) {
                self.act(&operator, &operands, &mut stream, page)?;
            }
        }
        Ok(())
    }

    fn act(
        &mut self,
        operator: &[u8],
        operands: &[Operand],
        stream: &mut Stream,
        page: &mut Page,
    ) -> Result<(), Fault> {
        let Stream { resources, depth, pen, path, marked } = stream;
        match (operator, operands.first()) {
            (b"Tf", name) => {
                if let Some(Operand::Name(name)) = name {
                    pen.state.font = self.font(resources, name);
                }
                pen.state.size = number(operands, 1);
            }
            (b"T*" | b"'" | b"\"", _) => {
                pen.next_line();
                if operator == b"\"" {
                    (pen.state.word_spacing, pen.state.character_spacing) = (number(operands, 0), number(operands, 1));
                }
                if let Some(Operand::Text(bytes)) = operands.last() {
                    self.show(bytes, pen, page);
                }
            }
            (b"Tj", Some(Operand::Text(bytes))) => self.show(bytes, pen, page),
            (b"TJ", Some(Operand::List(list))) => {
                for item in list {
                    match item {
                        Operand::Text(bytes) => self.show(bytes, pen, page),
                        Operand::Number(back) => pen.go_back(*back),
                        _ => {}
                    }
                }
            }
            (b"BDC" | b"BMC", _) => {
                let meant = operands.get(1).and_then(|operand| self.actual_text(resources, operand));
                marked.push(meant.map(|meant| (page.glyphs.len(), meant)));
            }
            (b"EMC", _) => {
                if let Some(Some((from, meant))) = marked.pop() {
                    replace(&mut page.glyphs, from, meant);
                }
            }
            (b"Do", Some(Operand::Name(name))) => self.draw(resources, name, &pen.state, page, *depth)?,
            (b"sh", _) => ink::paint(&mut page.painted, [0.0, 0.0, page.width, page.height]),
            _ => {
                let numbers: Vec<f64> = (0..operands.len()).map(|at| number(operands, at)).collect();
                path.draw(operator, &numbers, |x, y| matrix::put(&pen.state.matrix, x, y));
                if let Some(area) = path.end(operator, pen.state.white) {
                    ink::paint(&mut page.painted, area);
                }
            }
        }
        Ok(())
    }

    fn show(&mut self, bytes: &[u8], pen: &mut Pen, page: &mut Page) {
        let Pen { state, text, .. } = pen;
        let Some(font) = &state.font else { return };
        for shown in font.shown(bytes) {
            if self.glyphs > MOST_GLYPHS {
                return;
            }
            let matrix = times(text, &state.matrix);
            let spacing = state.character_spacing + if shown.is_blank { state.word_spacing } else { 0.0 };
            let drawn = shown.width * state.size * state.stretch;
            let (turn, [cos, sin]) = matrix::turn(&matrix, state.size);
            let at = |x: f64| {
                let (x, y) = matrix::put(&matrix, x, state.rise);
                (x * cos + y * sin, y * cos - x * sin)
            };
            let ((left, baseline), (right, _)) = (at(0.0), at(drawn));
            page.glyphs.push(Glyph {
                text: shown.text,
                left,
                right,
                baseline,
                size: (state.size * matrix[2].hypot(matrix[3])).abs(),
                bold: font.bold,
                turn,
                ink: state.ink(),
                seen: true,
            });
            self.glyphs += 1;
            *text = times(&moved(drawn + spacing * state.stretch, 0.0), text);
        }
    }

    fn font(&mut self, resources: &Dictionary, name: &[u8]) -> Option<Rc<Font>> {
        let fonts = resources.get_deref(b"Font", self.document).ok()?.as_dict().ok()?;
        let (id, object) = self.document.dereference(fonts.get(name).ok()?).ok()?;
        if let Some(known) = id.and_then(|id| self.fonts.get(&id)) {
            return Some(Rc::clone(known));
        }
        let made = Rc::new(Font::new(self.document, object.as_dict().ok()?));
        if let Some(id) = id {
            self.fonts.insert(id, Rc::clone(&made));
        }
        Some(made)
    }

    fn draw(
        &mut self,
        resources: &Dictionary,
        name: &[u8],
        state: &State,
        page: &mut Page,
        depth: usize,
    ) -> Result<(), Fault> {
        let document = self.document;
        let objects = resources.get_deref(b"XObject", document).and_then(Object::as_dict);
        let drawn = objects.ok().and_then(|objects| objects.get_deref(name, document).ok()?.as_stream().ok());
        let Some(drawn) = drawn else { return Ok(()) };
        let kind = drawn.dict.get_deref(b"Subtype", document).and_then(Object::as_name).unwrap_or(b"");
        if kind == b"Image" {
            // A picture is drawn into the unit square.
            let [a, b, c, d, ..] = state.matrix;
            let share = (a * d - b * c).abs() / (page.width * page.height);
            page.pictured = page.pictured.max(share);
            let mut frame = ink::Path::NONE;
            frame.draw(b"re", &[0.0, 0.0, 1.0, 1.0], |x, y| matrix::put(&state.matrix, x, y));
            page.painted.extend(frame.end(b"f", false));
        } else if kind == b"Form" && depth < DEEPEST {
            let own = drawn.dict.get_deref(b"Resources", document).and_then(Object::as_dict);
            let stated = drawn.dict.get_deref(b"Matrix", document).and_then(Object::as_array).ok();
            let numbers = stated.map(|list| list.iter().filter_map(|n| font::number(document, n)).collect::<Vec<_>>());
            let matrix: Matrix = numbers.and_then(|numbers| numbers.try_into().ok()).unwrap_or(AS_IS);
            let content = unpacked(document, drawn);
            let matrix = times(&matrix, &state.matrix);
            self.run(&content, own.unwrap_or(resources), matrix, page, depth + 1)?;
        }
        Ok(())
    }
}
