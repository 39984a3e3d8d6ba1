//! What a font says of its codes: the characters they stand for, and how wide they are.
//!
//! A code that no table of the font explains is U+FFFD; what it looks like is not guessed.

use std::collections::HashMap;

use lopdf::{Dictionary, Document, Object};
use memchr::memmem;

use super::cmap::CMap;
use super::metrics;
use super::unpack::unpacked;

/// Shown for a code that no table explains.
const UNKNOWN: &str = "\u{FFFD}";
/// In thousandths of the size.
const USUAL_WIDTH: f64 = 500.0;

#[derive(Debug)]
pub struct Font {
    pub bold: bool,
    name: String,
    codes: Codes,
    unicode: Option<CMap>,
    widths: HashMap<u32, f64>,
    default_width: Option<f64>,
    /// From glyph space to thousandths of the size; only Type 3 fonts have their own.
    scale: f64,
}

#[derive(Debug)]
enum Codes {
    /// One byte each, with what it stands for.
    Bytes(Vec<String>),
    /// Two bytes each.
    Pairs,
    /// Two bytes each, in UTF-16.
    Utf16,
    Mapped(CMap),
}

/// One code of a shown text.
#[derive(Debug, PartialEq)]
pub struct Shown {
    pub text: String,
    /// In units of the size.
    pub width: f64,
    /// The one-byte blank, to which word spacing applies.
    pub is_blank: bool,
}

impl Font {
    pub fn new(document: &Document, font: &Dictionary) -> Self {
        let name = name_in(document, font, b"BaseFont");
        let unicode = font.get_deref(b"ToUnicode", document).ok().and_then(|object| object.as_stream().ok());
        let unicode = unicode.map(|stream| CMap::parse(&unpacked(document, stream)));
        let lower = name.to_lowercase();
        let bold = ["bold", "black", "heavy", "demi"].iter().any(|weight| lower.contains(weight));
        let mut made =
            Self { bold, name, codes: Codes::Pairs, unicode, widths: HashMap::new(), default_width: None, scale: 1.0 };
        match name_in(document, font, b"Subtype").as_str() {
            "Type0" => made.composite(document, font),
            kind => made.simple(document, font, kind),
        }
        made
    }

    /// The codes in a shown text.
    pub fn shown(&self, mut bytes: &[u8]) -> Vec<Shown> {
        let mut shown = Vec::new();
        while !bytes.is_empty() {
            let (code, length) = match &self.codes {
                Codes::Bytes(_) => (u32::from(bytes[0]), 1),
                Codes::Pairs | Codes::Utf16 => (pair(bytes), bytes.len().min(2)),
                Codes::Mapped(cmap) => cmap.code(bytes),
            };
            bytes = &bytes[length.clamp(1, bytes.len())..];
            let text = self.text(code);
            let width = self.width(code, &text) * self.scale / 1000.0;
            shown.push(Shown { text, width, is_blank: length == 1 && code == 32 });
        }
        shown
    }

    fn text(&self, code: u32) -> String {
        if let Some(text) = self.unicode.as_ref().and_then(|cmap| cmap.characters(code)) {
            return text;
        }
        match &self.codes {
            Codes::Bytes(table) => {
                let text = usize::try_from(code).ok().and_then(|code| table.get(code)).map_or("", String::as_str);
                if text.is_empty() { UNKNOWN.to_owned() } else { text.to_owned() }
            }
            Codes::Utf16 => char::from_u32(code).map_or_else(|| UNKNOWN.to_owned(), String::from),
            Codes::Pairs | Codes::Mapped(_) => UNKNOWN.to_owned(),
        }
    }

    fn width(&self, code: u32, text: &str) -> f64 {
        let glyph = if let Codes::Mapped(cmap) = &self.codes { cmap.glyph(code) } else { code };
        self.widths
            .get(&glyph)
            .copied()
            .or(self.default_width)
            .unwrap_or_else(|| text.chars().map(|c| metrics::width(&self.name, c)).sum())
    }

    fn simple(&mut self, document: &Document, font: &Dictionary, kind: &str) {
        self.codes = Codes::Bytes(self.table(document, font, kind));
        let first = number_in(document, font, b"FirstChar").unwrap_or(0.0);
        if let Ok(widths) = font.get_deref(b"Widths", document).and_then(Object::as_array) {
            for (code, width) in (code(first)..).zip(widths.iter().take(256)) {
                self.widths.extend(number(document, width).map(|width| (code, width)));
            }
            let descriptor = font.get_deref(b"FontDescriptor", document).and_then(Object::as_dict);
            let missing = descriptor.ok().and_then(|descriptor| number_in(document, descriptor, b"MissingWidth"));
            self.default_width = missing.filter(|width| *width > 0.0);
        }
        if kind == "Type3"
            && let Ok(matrix) = font.get_deref(b"FontMatrix", document).and_then(Object::as_array)
        {
            self.scale = matrix.first().and_then(|x| number(document, x)).unwrap_or(0.001).abs() * 1000.0;
        }
    }

    /// What each byte stands for: the encoding's table, and the differences from it.
    fn table(&self, document: &Document, font: &Dictionary, kind: &str) -> Vec<String> {
        if self.unicode.is_none() && is_drawn(&self.name) {
            return self.drawn();
        }
        let encoding = font.get_deref(b"Encoding", document).ok();
        let base = match encoding {
            Some(Object::Name(name)) => Some(name.as_slice()),
            Some(Object::Dictionary(encoding)) => {
                encoding.get_deref(b"BaseEncoding", document).and_then(Object::as_name).ok()
            }
            _ => None,
        };
        let mut table = match base {
            Some(b"MacRomanEncoding") => legacy(encoding_rs::MACINTOSH),
            Some(b"WinAnsiEncoding") => legacy(encoding_rs::WINDOWS_1252),
            None if kind == "TrueType" => legacy(encoding_rs::WINDOWS_1252),
            _ => standard(),
        };
        if let Some(Object::Dictionary(encoding)) = encoding
            && let Ok(differences) = encoding.get_deref(b"Differences", document).and_then(Object::as_array)
        {
            let mut at = 0;
            for difference in differences {
                match difference {
                    Object::Integer(code) => at = usize::try_from(*code).unwrap_or(0),
                    Object::Name(name) => {
                        if let Some(entry) = table.get_mut(at) {
                            *entry = named(name);
                        }
                        at += 1;
                    }
                    _ => {}
                }
            }
        }
        table
    }

    /// Fonts of signs: of all they can draw, a text has the bullet.
    fn drawn(&self) -> Vec<String> {
        let symbol = self.name.to_lowercase().contains("symbol");
        (0..=255_u8).map(|code| if symbol && code != 0xB7 { String::new() } else { "•".to_owned() }).collect()
    }

    fn composite(&mut self, document: &Document, font: &Dictionary) {
        self.codes = match font.get_deref(b"Encoding", document) {
            Ok(Object::Stream(stream)) => Codes::Mapped(CMap::parse(&unpacked(document, stream))),
            Ok(Object::Name(name)) if memmem::find(name, b"UCS2").or(memmem::find(name, b"UTF16")).is_some() => {
                Codes::Utf16
            }
            _ => Codes::Pairs,
        };
        let descendants = font.get_deref(b"DescendantFonts", document).and_then(Object::as_array);
        let descendant = descendants.ok().and_then(|list| document.dereference(list.first()?).ok()?.1.as_dict().ok());
        let Some(descendant) = descendant else { return };
        self.default_width = Some(number_in(document, descendant, b"DW").unwrap_or(1000.0));
        let Ok(widths) = descendant.get_deref(b"W", document).and_then(Object::as_array) else {
            return;
        };
        let mut at = 0;
        while let Some(first) = widths.get(at).and_then(|first| number(document, first)) {
            let next = widths.get(at + 1).and_then(|next| document.dereference(next).ok()).map(|(_, next)| next);
            match next {
                Some(Object::Array(list)) => {
                    for (glyph, width) in (code(first)..).zip(list) {
                        self.widths.extend(number(document, width).map(|width| (glyph, width)));
                    }
                    at += 2;
                }
                Some(last) => {
                    let last = number(document, last).unwrap_or(first);
                    let width = widths.get(at + 2).and_then(|width| number(document, width)).unwrap_or(USUAL_WIDTH);
                    self.widths.extend((code(first)..=code(last)).map(|glyph| (glyph, width)));
                    at += 3;
                }
                None => break,
            }
        }
    }
}

fn is_drawn(name: &str) -> bool {
    let name = name.to_lowercase();
    ["symbol", "dingbat", "wingding", "webding"].iter().any(|drawn| name.contains(drawn))
}

fn legacy(encoding: &'static encoding_rs::Encoding) -> Vec<String> {
    let decoded = (0..=255_u8).map(|byte| encoding.decode_without_bom_handling(&[byte]).0.into_owned());
    // Some codes are free; PDF readers show the bullet there.
    let bullets = decoded
        .map(|text| if text.starts_with(|c| ('\u{7F}'..='\u{9F}').contains(&c)) { "•".to_owned() } else { text });
    bullets.map(|text| if text.starts_with(char::is_control) { String::new() } else { text }).collect()
}

/// Adobe's standard encoding, which the library knows.
fn standard() -> Vec<String> {
    (0..=255).map(|byte| by_library(&[], byte)).collect()
}

/// The characters of a glyph's name: `uni00DF`, `f_i`, `A.alt` or one of Adobe's list.
fn named(name: &[u8]) -> String {
    let name = name.split(|byte| *byte == b'.').next().unwrap_or(name);
    let parts = name.split(|byte| *byte == b'_').map(|part| {
        let text = std::str::from_utf8(part).unwrap_or("");
        let digits = text.strip_prefix("uni").or(text.strip_prefix('u')).filter(|digits| digits.len() >= 4);
        let stated = digits.and_then(|digits| char::from_u32(u32::from_str_radix(digits, 16).ok()?));
        stated.map_or_else(|| by_library(&[Object::Integer(0), Object::Name(part.to_vec())], 0), String::from)
    });
    parts.collect()
}

/// Asks the library what a byte stands for in an encoding with these differences.
fn by_library(differences: &[Object], byte: u8) -> String {
    let mut font = Dictionary::new();
    font.set("Type", Object::Name(b"Font".to_vec()));
    if !differences.is_empty() {
        let mut encoding = Dictionary::new();
        encoding.set("Type", Object::Name(b"Encoding".to_vec()));
        encoding.set("Differences", Object::Array(differences.to_vec()));
        font.set("Encoding", Object::Dictionary(encoding));
    }
    let nothing = Document::new();
    let text = font.get_font_encoding(&nothing).and_then(|encoding| encoding.bytes_to_string(&[byte]));
    text.unwrap_or_default()
}

fn name_in(document: &Document, dictionary: &Dictionary, key: &[u8]) -> String {
    let name = dictionary.get_deref(key, document).and_then(Object::as_name);
    name.map(|name| String::from_utf8_lossy(name).into_owned()).unwrap_or_default()
}

fn number_in(document: &Document, dictionary: &Dictionary, key: &[u8]) -> Option<f64> {
    dictionary.get(key).ok().and_then(|object| number(document, object))
}

/// A number, however it is written, or by reference.
pub fn number(document: &Document, object: &Object) -> Option<f64> {
    match document.dereference(object).ok()?.1 {
        #[expect(clippy::cast_precision_loss, reason = "a place on a page")]
        Object::Integer(number) => Some(*number as f64),
        Object::Real(number) => Some(f64::from(*number)),
        _ => None,
    }
}

fn pair(bytes: &[u8]) -> u32 {
    u32::from(bytes[0]) << 8 | u32::from(bytes.get(1).copied().unwrap_or(0))
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to what fits")]
fn code(number: f64) -> u32 {
    number.clamp(0.0, 65_535.0) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn glyphs_are_known_by_every_kind_of_name() {
        let names = ["Adieresis", "uni00DF", "u1E9E", "f_i", "germandbls.alt", "endash", "g123"];
        let texts: Vec<_> = names.iter().map(|name| named(name.as_bytes())).collect();
        assert_eq!(texts, ["Ä", "ß", "ẞ", "fi", "ß", "–", ""]);
    }

    #[test]
    fn the_tables_of_windows_and_of_adobe_are_told_apart() {
        assert_eq!(legacy(encoding_rs::WINDOWS_1252)[0xFC], "ü");
        assert_eq!(legacy(encoding_rs::WINDOWS_1252)[0x95], "•");
        assert_eq!(standard()[0x27], "’");
    }
}
