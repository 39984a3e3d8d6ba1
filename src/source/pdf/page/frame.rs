//! What is shown of a page, and what it takes from the part of the document it belongs to.
//!
//! What is drawn on it is not looked at.

use lopdf::{Dictionary, Document, Object};

use super::Walk;
use crate::source::pdf::font;

impl Walk<'_> {
    /// What is shown of the page: the crop box within the media box; A4 where neither is stated.
    pub(super) fn frame(&self, page: &Dictionary) -> [f64; 4] {
        let stated = |key: &[u8]| {
            let sides = inherited(self.document, page, key)?.as_array().ok()?;
            let sides: Vec<f64> = sides.iter().filter_map(|side| font::number(self.document, side)).collect();
            let [a, b, c, d] = sides.try_into().ok()?;
            let frame: [f64; 4] = [f64::min(a, c), f64::min(b, d), f64::max(a, c), f64::max(b, d)];
            (frame[2] - frame[0] > 1.0 && frame[3] - frame[1] > 1.0).then_some(frame)
        };
        stated(b"CropBox").or_else(|| stated(b"MediaBox")).unwrap_or([0.0, 0.0, 595.0, 842.0])
    }
}

/// What a page states, or the part of the document it belongs to.
pub fn inherited<'d>(document: &'d Document, page: &'d Dictionary, key: &[u8]) -> Option<&'d Object> {
    let mut node = page;
    for _ in 0..32 {
        if let Ok(object) = node.get_deref(key, document) {
            return Some(object);
        }
        node = node.get_deref(b"Parent", document).and_then(Object::as_dict).ok()?;
    }
    None
}
