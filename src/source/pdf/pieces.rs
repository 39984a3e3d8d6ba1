//! From characters with places to pieces of lines: what stands side by side without a wide gap.
//!
//! Blanks come from the gaps that are seen, not from the blanks that are drawn alone: a justified
//! line has wide ones, and many writers draw none.

use std::collections::{BTreeMap, HashMap};

use unicode_normalization::UnicodeNormalization as _;

use super::page::{Area, Glyph, Page, Turn};

/// A gap of this share of the size parts words.
const BLANK: f64 = 0.16;
/// A gap of this many sizes parts pieces, such as columns.
const APART: f64 = 1.2;
/// Baselines that differ by less than this share of the size are one.
const SAME_LINE: f64 = 0.2;
/// What is drawn in a gap reaches over its edges by less than this share of the size.
const OVERLAP: f64 = 0.1;
/// A sign in another font is drawn at most so many pieces after its line.
const LATEST: usize = 4;

#[derive(Debug, Clone, PartialEq)]
pub struct Piece {
    pub text: String,
    pub left: f64,
    pub right: f64,
    pub baseline: f64,
    pub size: f64,
    pub bold: bool,
    /// Where the first word ends.
    pub first_word: f64,
    pub holes: Vec<Hole>,
}

/// A gap within a piece, which shows as a blank until something is drawn in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Hole {
    /// Where its blank stands in the text.
    at: usize,
    pub left: f64,
    pub right: f64,
}

impl Piece {
    pub fn width(&self) -> f64 {
        self.right - self.left
    }

    /// Sets a sign that its line's font lacks, such as the 2 of CO₂, where room was left for it:
    /// programs draw those in another font once the line is done.
    fn fill(&mut self, glyph: &Glyph, text: &str) -> bool {
        let edge = glyph.size * OVERLAP;
        if glyph.right > self.right || (glyph.baseline - self.baseline).abs() > glyph.size * SAME_LINE {
            return false;
        }
        let fits = |hole: &Hole| hole.left - edge < glyph.left && glyph.right < hole.right + edge;
        let Some(number) = self.holes.iter().rposition(fits) else { return false };
        let parted = |gap: f64| if gap > glyph.size * BLANK { " " } else { "" };
        let (before, after) =
            (parted(glyph.left - self.holes[number].left), parted(self.holes[number].right - glyph.right));
        let hole = &mut self.holes[number];
        let at = hole.at;
        if before.is_empty() && self.first_word <= hole.left {
            self.first_word = f64::INFINITY;
        }
        (hole.at, hole.left) = (at + before.len() + text.len(), glyph.right);
        self.text.replace_range(at..=at, &format!("{before}{text}{after}"));
        for later in &mut self.holes[number + 1..] {
            later.at = later.at + before.len() + text.len() + after.len() - 1;
        }
        if after.is_empty() {
            self.holes.remove(number);
        }
        true
    }
}

/// The pieces of a page, in the order they were drawn, and those of each direction that isn't level or
/// not to be seen.
pub fn pieces(page: &Page) -> (Vec<Piece>, Vec<Vec<Piece>>) {
    let mut level = Setting::default();
    let mut askew: BTreeMap<Turn, Setting> = BTreeMap::new();
    for glyph in &page.glyphs {
        if glyph.turn == 0 && glyph.seen && is_on(page, glyph) {
            level.set(glyph);
        } else {
            askew.entry(glyph.turn).or_default().set(glyph);
        }
    }
    (level.done(), askew.into_values().map(Setting::done).collect())
}

/// The words in an area of the page.
pub fn within(page: &Page, area: &Area) -> Vec<Piece> {
    let mut setting = Setting::default();
    for glyph in page.glyphs.iter().filter(|glyph| glyph.turn == 0) {
        let middle = f64::midpoint(glyph.left, glyph.right);
        if area.left < middle && middle < area.right && area.bottom < glyph.baseline + 1.0 && glyph.baseline < area.top
        {
            setting.set(glyph);
        }
    }
    setting.done()
}

#[derive(Default)]
struct Setting {
    pieces: Vec<Piece>,
    /// Where words ended, for the piece being set.
    blank: bool,
}

impl Setting {
    fn set(&mut self, glyph: &Glyph) {
        let text = letters(&glyph.text);
        if text.chars().all(|c| c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            self.blank |= !text.is_empty();
            return;
        }
        let late = self.pieces.iter_mut().rev().take(LATEST).any(|piece| piece.fill(glyph, &text));
        match self.pieces.last_mut() {
            _ if late => {}
            Some(piece) if continues(piece, glyph) => {
                let gap = glyph.left - piece.right;
                if self.blank || gap > glyph.size * BLANK {
                    piece.holes.push(Hole { at: piece.text.len(), left: piece.right, right: glyph.left });
                    piece.text.push(' ');
                    if piece.first_word.is_infinite() {
                        piece.first_word = piece.right;
                    }
                }
                piece.text.push_str(&text);
                piece.right = piece.right.max(glyph.right);
                // A bullet may be larger than what it stands before.
                if piece.text.chars().count() <= 3 {
                    piece.size = glyph.size;
                }
                piece.bold &= glyph.bold;
            }
            _ => self.pieces.push(Piece {
                text,
                left: glyph.left,
                right: glyph.right,
                baseline: glyph.baseline,
                size: glyph.size,
                bold: glyph.bold,
                first_word: f64::INFINITY,
                holes: Vec::new(),
            }),
        }
        self.blank = false;
    }

    fn done(mut self) -> Vec<Piece> {
        for piece in &mut self.pieces {
            piece.text = piece.text.nfc().collect();
            piece.first_word = piece.first_word.min(piece.right);
        }
        without_shadows(self.pieces)
    }
}

fn is_on(page: &Page, glyph: &Glyph) -> bool {
    const EDGE: f64 = 5.0;
    glyph.right > -EDGE
        && glyph.left < page.width + EDGE
        && glyph.baseline > -EDGE
        && glyph.baseline < page.height + EDGE
        && glyph.size > 0.5
}

fn continues(piece: &Piece, glyph: &Glyph) -> bool {
    let size = piece.size.max(glyph.size);
    let gap = glyph.left - piece.right;
    (glyph.baseline - piece.baseline).abs() < size * SAME_LINE && gap > -size * 0.5 && gap < size * APART
}

/// Text drawn twice, a hair apart, to look bold.
fn without_shadows(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut seen: HashMap<String, Vec<(f64, f64)>> = HashMap::new();
    let mut kept = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let places = seen.entry(piece.text.clone()).or_default();
        let near = piece.size * 0.15;
        let again =
            places.iter().take(64).any(|(x, y)| (x - piece.left).abs() < near && (y - piece.baseline).abs() < near);
        if !again {
            places.push((piece.left, piece.baseline));
            kept.push(piece);
        }
    }
    kept
}

/// Takes ligatures apart, makes bullets of the signs that stand for one, and leaves out what is
/// no character of any text.
fn letters(text: &str) -> String {
    let mut letters = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            'ﬀ' => letters.push_str("ff"),
            'ﬁ' => letters.push_str("fi"),
            'ﬂ' => letters.push_str("fl"),
            'ﬃ' => letters.push_str("ffi"),
            'ﬄ' => letters.push_str("ffl"),
            'ﬅ' | 'ﬆ' => letters.push_str("st"),
            // Places in Symbol and Wingdings, and signs that lists open with.
            '\u{F0B7}' | '\u{F0A7}' | '\u{F0D8}' | '\u{F076}' | '\u{F06C}' | '\u{F06E}' | '\u{F0FC}' | '\u{F0A8}'
            | '●' | '◦' | '■' | '□' | '➢' | '►' | '❖' | '\u{2219}' => letters.push('•'),
            '\u{2028}' | '\u{2029}' => letters.push(' '),
            c => letters.push(c),
        }
    }
    letters
}

/// Whether a character is what fonts without tables leave: nothing that anyone can read.
pub fn is_unreadable(c: char) -> bool {
    matches!(c, '\u{FFFD}' | '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFD}') || c.is_control()
}

#[cfg(test)]
mod tests {
    use super::super::page::Ink;
    use super::*;

    fn page(glyphs: &[(&str, f64, f64, f64)]) -> Page {
        let glyphs = glyphs.iter().map(|(text, left, right, baseline)| Glyph {
            text: (*text).to_owned(),
            left: *left,
            right: *right,
            baseline: *baseline,
            size: 10.0,
            bold: false,
            turn: 0,
            ink: Ink::Seen,
            seen: true,
        });
        Page { width: 600.0, height: 800.0, glyphs: glyphs.collect(), ..Page::default() }
    }

    fn texts(glyphs: &[(&str, f64, f64, f64)]) -> Vec<String> {
        pieces(&page(glyphs)).0.into_iter().map(|piece| piece.text).collect()
    }

    #[test]
    fn gaps_make_blanks_and_wide_ones_part() {
        assert_eq!(
            texts(&[("a", 0.0, 5.0, 9.0), ("b", 5.5, 10.0, 9.0), ("c", 13.0, 18.0, 9.0), ("d", 40.0, 45.0, 9.0)]),
            ["ab c", "d"]
        );
    }

    #[test]
    fn runs_of_blanks_are_one_and_ligatures_are_letters() {
        assert_eq!(
            texts(&[("ﬁ", 0.0, 5.0, 9.0), (" ", 5.0, 8.0, 9.0), (" ", 8.0, 11.0, 9.0), ("u\u{308}", 11.0, 16.0, 9.0)]),
            ["fi ü"]
        );
    }

    #[test]
    fn a_sign_in_another_font_fills_the_room_left_for_it() {
        let line = [("C", 0.0, 5.0, 9.0), ("O", 5.0, 10.0, 9.0), ("-", 14.0, 17.0, 9.0), ("o", 17.0, 22.0, 9.0)];
        let with = |late: &[(&str, f64, f64, f64)]| texts(&[&line, late].concat());
        assert_eq!(with(&[("₂", 10.0, 14.0, 9.0)]), ["CO₂-o"]);
        assert_eq!(with(&[("ﬁ", 10.0, 12.0, 9.0), ("n", 12.0, 14.0, 9.0)]), ["COfin-o"]);
        assert_eq!(with(&[("₂", 10.0, 12.0, 9.0)]), ["CO₂ -o"]);
        // A footnote's sign stands higher.
        assert_eq!(with(&[("2", 10.0, 14.0, 13.0)]), ["CO -o", "2"]);
    }

    #[test]
    fn what_is_drawn_twice_is_read_once_and_what_lies_off_the_page_is_not() {
        assert_eq!(texts(&[("a", 0.0, 5.0, 9.0), ("a", 0.3, 5.3, 9.0), ("x", 700.0, 705.0, 9.0)]).concat().len(), 2);
        assert_eq!(texts(&[("Ab", 0.0, 15.0, 9.0), ("q", 0.0, 5.0, 300.0), ("Ab", 0.3, 15.3, 9.0)]), ["Ab", "q"]);
    }
}
