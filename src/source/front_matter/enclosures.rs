//! The pictures and attachments that front matter names: one, or a list; each a name, or a mapping.

use super::entries::{Entries, Item, Value, too_deep};
use super::values::{line, member, unknown_members};
use super::{Line, Stated};
use crate::problem::{Place, Report};
use crate::prose::one_line;

const IMAGE_KEYS: [&str; 4] = ["file", "alt", "caption", "credit"];
const ATTACHMENT_KEYS: [&str; 2] = ["file", "title"];

/// What `file` is called by other programs.
const FILE_ELSEWHERE: [&str; 4] = ["src", "path", "url", "href"];

/// `image: file.jpg`, or a mapping with `file`, `alt`, `caption` and `credit`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    pub file: Stated<String>,
    pub alt: Line,
    pub caption: Line,
    pub credit: Line,
}

/// `attachments: file.pdf`, or a mapping with `file` and `title`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    pub file: Stated<String>,
    pub title: Line,
}

pub fn images(value: &Value, report: &mut Report) -> Vec<Image> {
    each("image", "picture.jpg", &IMAGE_KEYS, value, report, |file, entries| {
        let find = |name: &str| entries.and_then(|entries| member(entries, name));
        Image { file, alt: find("alt"), caption: find("caption"), credit: find("credit") }
    })
}

pub fn attachments(value: &Value, report: &mut Report) -> Vec<Attachment> {
    each("attachments", "programme.pdf", &ATTACHMENT_KEYS, value, report, |file, entries| Attachment {
        file,
        title: entries.and_then(|entries| member(entries, "title")),
    })
}

/// The things that stand below the key `name`. `example` is a file for the remedy.
fn each<T>(
    name: &str,
    example: &str,
    known: &[&'static str],
    value: &Value,
    report: &mut Report,
    make: impl Fn(Stated<String>, Option<&Entries>) -> T,
) -> Vec<T> {
    let mapping = |entries: &Entries, at: Place, report: &mut Report| {
        let called = FILE_ELSEWHERE.into_iter().find(|called| member(entries, called).is_some());
        let known: Vec<&'static str> = known.iter().copied().chain(called).collect();
        unknown_members(entries, name, &known, report);
        let file = member(entries, "file").or_else(|| member(entries, called?)).filter(|file| !file.value.is_empty());
        if file.is_none() {
            report.error(at, format!("`{name}` names no file"), format!("add `file: {example}` under it"));
        }
        file.map(|file| make(file, Some(entries)))
    };
    match value {
        Value::Scalar { .. } => line(name, value, report).map(|file| make(file, None)).into_iter().collect(),
        Value::Map(entries, at) => mapping(entries, *at, report).into_iter().collect(),
        Value::List(items, _) => items
            .iter()
            .filter_map(|item| match item {
                Item::Map(entries, at) => mapping(entries, *at, report),
                Item::Line(stated) if stated.value.trim().is_empty() => {
                    report.error(stated.at, format!("`{name}` names no file"), format!("write `- {example}`"));
                    None
                }
                Item::Line(stated) => Some(make(Stated { value: one_line(&stated.value), at: stated.at }, None)),
            })
            .collect(),
        Value::Deep(_, at) => {
            too_deep(*at, report);
            Vec::new()
        }
    }
}
