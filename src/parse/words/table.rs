//! One kind of wording over all languages, or some kinds together, in the forms it is asked for: as the
//! whole of a text or at its start. A release's frame is often in another language than its body.
//!
//! A table is asked about a text as it stands, and folds no more of it than it compares.

use std::sync::LazyLock;

use super::ends::{Ends, Seconds};
use super::opening::{behind, opens_with};
use super::{Words, with_frames};

/// Entries by their first letter, which rules out nearly all of them.
#[derive(Debug)]
pub struct Table(LazyLock<Entries>);

#[derive(Debug)]
pub(super) struct Entries {
    /// By first byte, the longest first.
    sorted: Vec<&'static str>,
    ends: Ends,
    seconds: Seconds,
    /// By last byte.
    by_last: Vec<&'static str>,
    last_ends: Ends,
}

impl Table {
    pub(super) const fn of(entries: fn() -> Entries) -> Self {
        Self(LazyLock::new(entries))
    }

    pub fn iter(&self) -> impl Iterator<Item = &'static str> {
        self.0.sorted.iter().copied()
    }

    /// The entries that begin with the letter that a text begins with, if any can go on as it does.
    fn likely(&self, text: &str) -> &[&'static str] {
        let entries = &*self.0;
        if entries.seconds.rule_out(text) { &[] } else { &entries.sorted[entries.ends.with_first_letter_of(text)] }
    }

    /// Whether a text is one of the entries.
    pub fn has(&self, text: &str) -> bool {
        let text = text.trim();
        self.likely(text).iter().any(|entry| behind(text, entry) == Some(""))
    }

    /// Whether a word, which is written small, is one of the entries.
    pub fn has_small(&self, word: &str) -> bool {
        self.likely(word).contains(&word)
    }

    /// The longest entry that a text opens with, as whole words.
    pub fn opening(&self, text: &str) -> Option<&'static str> {
        let text = text.trim_start();
        let mut entries = self.likely(text).iter();
        entries.find(|entry| opens_with(text, entry)).copied()
    }

    /// What stands before each entry that a folded text ends with, and the entry.
    pub fn before_each<'t>(&self, folded: &'t str) -> impl Iterator<Item = (&'t str, &'static str)> {
        let entries = &*self.0;
        let range = entries.last_ends.with(folded.bytes().next_back());
        entries.by_last[range].iter().filter_map(move |entry| Some((folded.strip_suffix(entry)?, *entry)))
    }

    /// What stands behind each entry that a text begins with.
    pub fn behind_each<'t>(&self, text: &'t str) -> impl Iterator<Item = &'t str> {
        self.likely(text).iter().filter_map(move |entry| behind(text, entry))
    }

    /// The longest entry that a text begins with, though its last word may go on.
    pub fn beginning(&self, text: &str) -> Option<&'static str> {
        let text = text.trim_start();
        self.likely(text).iter().find(|entry| behind(text, entry).is_some()).copied()
    }
}

pub(super) fn entries(tables: &[fn(&'static Words) -> &'static [&'static str]]) -> Entries {
    let of_language = |words| tables.iter().flat_map(move |table| table(words).iter().copied());
    let mut sorted: Vec<&'static str> = with_frames().flat_map(of_language).collect();
    sorted.sort_by_key(|entry| (entry.as_bytes().first().copied(), std::cmp::Reverse(entry.len()), *entry));
    sorted.dedup();
    let mut by_last = sorted.clone();
    by_last.sort_by_key(|entry| entry.bytes().next_back());
    Entries {
        ends: Ends::of(sorted.iter().map(|entry| entry.bytes().next())),
        seconds: Seconds::of(sorted.iter().copied()),
        last_ends: Ends::of(by_last.iter().map(|entry| entry.bytes().next_back())),
        sorted,
        by_last,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tables::*;

    #[test]
    fn entries_match_whole_words_only() {
        assert_eq!(CONTACT.opening("contactless payment"), None);
        assert_eq!(CONTACT.opening("contact: us"), Some("contact"));
    }

    #[test]
    fn every_entry_is_found_as_a_whole_and_at_the_start() {
        for table in [&RELEASE_LINES, &EMBARGO, &ROLES, &ORGANISATIONS, &CREDIT, &HONORIFICS] {
            for entry in table.iter() {
                assert!(table.has(entry), "{entry}");
                assert!(table.beginning(entry) == Some(entry), "{entry}");
            }
        }
    }
}
