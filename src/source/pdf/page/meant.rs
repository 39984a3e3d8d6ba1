//! What marked pieces of a page say that their text is. A description of something is no text.

use lopdf::Dictionary;

use super::{Glyph, Walk};
use crate::source::pdf::syntax::Operand;

impl Walk<'_> {
    /// What a marked piece says its text is: a hyphen that was set at a line's end, letters for a
    /// ligature.
    pub(super) fn actual_text(&self, resources: &Dictionary, operand: &Operand) -> Option<String> {
        let bytes = match operand {
            Operand::Dictionary(pairs) => pairs.iter().find_map(|(key, value)| match value {
                Operand::Text(text) if key == b"ActualText" => Some(text.clone()),
                _ => None,
            })?,
            Operand::Name(name) => {
                let properties = resources.get_deref(b"Properties", self.document).ok()?.as_dict().ok()?;
                let marked = properties.get_deref(name, self.document).ok()?.as_dict().ok()?;
                marked.get_deref(b"ActualText", self.document).ok()?.as_str().ok()?.to_vec()
            }
            _ => return None,
        };
        Some(match bytes.strip_prefix(b"\xFE\xFF") {
            Some(utf16) => encoding_rs::UTF_16BE.decode_without_bom_handling(utf16).0.into_owned(),
            None => encoding_rs::WINDOWS_1252.decode_without_bom_handling(&bytes).0.into_owned(),
        })
    }
}

/// Puts the text that was meant in the place of a few glyphs on one line. One that would stand
/// for more is a description, not letters.
pub fn replace(glyphs: &mut Vec<Glyph>, from: usize, meant: String) {
    const MOST: usize = 8;
    let drawn = glyphs.get(from..).unwrap_or(&[]);
    let (Some(first), Some(last)) = (drawn.first(), drawn.last()) else { return };
    #[expect(clippy::float_cmp, reason = "one line is set at one height")]
    if drawn.len() > MOST || meant.chars().count() > MOST || first.baseline != last.baseline {
        return;
    }
    let whole = Glyph { text: meant, right: last.right, ..first.clone() };
    glyphs.truncate(from);
    glyphs.push(whole);
}
