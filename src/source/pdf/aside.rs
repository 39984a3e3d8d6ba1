//! What a PDF says beside its pages: notes stuck on it, fields of a form, its title and subject, and
//! the headings of its outline.
//!
//! They are no text, yet an embargo in them is meant.

use encoding_rs::WINDOWS_1252;
use lopdf::{Document, Object};

use crate::markup;
use crate::source::HoldsBack;

/// Where words for people stand.
const WORDS: [&[u8]; 11] =
    [b"Contents", b"RC", b"V", b"DV", b"Title", b"Subject", b"Keywords", b"Alt", b"ActualText", b"TU", b"Subj"];
/// A note is no longer, in bytes; a signature may be.
const LONGEST: usize = 4096;
/// Dictionaries within each other.
const DEEPEST: usize = 16;

/// What holds the text back, line by line.
pub fn embargoes(document: &Document, holds_back: HoldsBack) -> Vec<String> {
    let mut found = Vec::new();
    let objects = document.objects.values().chain(document.trailer.iter().map(|(_, value)| value));
    let mut stack: Vec<(&Object, usize)> = objects.map(|object| (object, 0)).collect();
    while let Some((object, depth)) = stack.pop() {
        if depth > DEEPEST {
            continue;
        }
        let dictionary = match object {
            Object::Array(items) => {
                stack.extend(items.iter().map(|item| (item, depth + 1)));
                continue;
            }
            Object::Dictionary(dictionary) => dictionary,
            Object::Stream(stream) => {
                if stream.dict.get(b"Type").is_ok_and(|kind| kind.as_name().is_ok_and(|name| name == b"Metadata")) {
                    take(&mut found, &String::from_utf8_lossy(&stream.content), holds_back);
                }
                &stream.dict
            }
            _ => continue,
        };
        for (key, value) in dictionary {
            match value {
                Object::String(bytes, _) if WORDS.contains(&key.as_slice()) && bytes.len() <= LONGEST => {
                    take(&mut found, &decoded(bytes), holds_back);
                }
                value => stack.push((value, depth + 1)),
            }
        }
    }
    found
}

fn take(found: &mut Vec<String>, words: &str, holds_back: HoldsBack) {
    if markup::is_overloaded(words) {
        return;
    }
    for line in markup::either_way(words).lines().filter(|line| holds_back(line)) {
        if !found.iter().any(|known| known == line) {
            found.push(line.to_owned());
        }
    }
}

/// A text string (ISO 32000-2 section 7.9.2.2): its mark says which encoding.
fn decoded(bytes: &[u8]) -> String {
    WINDOWS_1252.decode(bytes).0.replace('\r', "\n")
}
