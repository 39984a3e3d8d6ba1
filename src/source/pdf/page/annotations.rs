//! What lies on a page: links over its words, and stamps, whose words may stand in their drawing alone.

use lopdf::{Dictionary, Document, Object};

use super::matrix::{Matrix, moved, put};
use super::{Fault, Page, Walk};
use crate::source::pdf::font;
use crate::source::pdf::unpack::unpacked;

/// A page of words has fewer of either.
const MOST: usize = 200;

/// A place on the page that leads somewhere, in points as its characters are placed.
#[derive(Debug, Clone, PartialEq)]
pub struct Area {
    pub left: f64,
    pub right: f64,
    pub bottom: f64,
    pub top: f64,
    pub target: String,
}

impl Walk<'_> {
    pub(super) fn annotations(&mut self, page: &Dictionary, matrix: &Matrix, onto: &mut Page) -> Result<(), Fault> {
        let document = self.document;
        let Ok(annotations) = page.get_deref(b"Annots", document).and_then(Object::as_array) else { return Ok(()) };
        for annotation in annotations.iter().take(MOST) {
            let Some(annotation) = dictionary(document, annotation) else { continue };
            let kind = annotation.get_deref(b"Subtype", document).and_then(Object::as_name).unwrap_or(b"");
            if kind == b"Link" {
                onto.links.extend(areas(document, annotation, matrix));
            } else if let Some(shown) = self.appearance(annotation)? {
                onto.stamps.push(shown);
            }
        }
        onto.links.truncate(MOST);
        Ok(())
    }

    /// What an annotation looks like; of several looks, the one it has.
    fn appearance(&mut self, annotation: &Dictionary) -> Result<Option<Page>, Fault> {
        let document = self.document;
        let looks = annotation.get_deref(b"AP", document).and_then(Object::as_dict);
        let Some(look) = looks.ok().and_then(|looks| looks.get_deref(b"N", document).ok()) else { return Ok(None) };
        let drawn = match look {
            Object::Dictionary(states) => {
                let state = annotation.get_deref(b"AS", document).and_then(Object::as_name);
                state.ok().and_then(|state| states.get_deref(state, document).ok()?.as_stream().ok())
            }
            look => look.as_stream().ok(),
        };
        let Some(drawn) = drawn else { return Ok(None) };
        let own = drawn.dict.get_deref(b"Resources", document).and_then(Object::as_dict);
        let empty = Dictionary::new();
        // Wherever it lies; on a page as large as any, so that nothing is cut off.
        let mut shown = Page { width: 20_000.0, height: 20_000.0, ..Page::default() };
        let middle = moved(shown.width / 2.0, shown.height / 2.0);
        self.run(&unpacked(document, drawn), own.unwrap_or(&empty), middle, &mut shown, 1)?;
        Ok(Some(shown))
    }
}

fn dictionary<'d>(document: &'d Document, object: &'d Object) -> Option<&'d Dictionary> {
    document.dereference(object).ok()?.1.as_dict().ok()
}

/// Where a link can be clicked: its rectangle, or one for each line of its words.
fn areas(document: &Document, link: &Dictionary, matrix: &Matrix) -> Vec<Area> {
    let action = link.get_deref(b"A", document).and_then(Object::as_dict);
    let target = action.and_then(|action| action.get_deref(b"URI", document)).and_then(Object::as_str);
    let Ok(target) = target else { return Vec::new() };
    let target = String::from_utf8_lossy(target).into_owned();
    let numbers = |key: &[u8]| -> Vec<f64> {
        let list = link.get_deref(key, document).and_then(Object::as_array);
        list.map(|list| list.iter().filter_map(|item| font::number(document, item)).collect()).unwrap_or_default()
    };
    let mut corners = numbers(b"QuadPoints");
    if corners.len() < 8 {
        corners = numbers(b"Rect");
    }
    let size = if corners.len() < 8 { 4 } else { 8 };
    let area = |corners: &[f64]| {
        let points: Vec<_> = corners.chunks_exact(2).map(|at| put(matrix, at[0], at[1])).collect();
        let least = |part: fn(&(f64, f64)) -> f64| points.iter().map(part).fold(f64::INFINITY, f64::min);
        let most = |part: fn(&(f64, f64)) -> f64| points.iter().map(part).fold(f64::NEG_INFINITY, f64::max);
        Area {
            left: least(|at| at.0),
            right: most(|at| at.0),
            bottom: least(|at| at.1),
            top: most(|at| at.1),
            target: target.clone(),
        }
    };
    corners.chunks_exact(size).take(MOST).map(area).collect()
}
