//! Tombstones: `at:deleted-entry`, RFC 6721 §3.
//!
//! Each belongs to an entry of the feed, which bears the notice for readers that know no tombstones.
//! It has to be later than that entry: of an entry that is as new, a reader passes its tombstone
//! over.

use std::collections::HashSet;

use super::atom::rfc3339;
use super::xml::TOMBSTONES;
use super::{Findings, Seen};

/// Notes in each entry when it was deleted.
pub fn read(feed: roxmltree::Node, entries: &mut [Seen], findings: &mut Findings) {
    let mut refs = HashSet::new();
    let ours = |node: &roxmltree::Node| node.tag_name().namespace() == Some(TOMBSTONES);
    for node in feed.children().filter(ours) {
        if node.tag_name().name() != "deleted-entry" {
            findings.add("UndefinedElement", format_args!("at:{}", node.tag_name().name()));
            continue;
        }
        for child in node.children().filter(ours) {
            let name = child.tag_name().name();
            findings.unless(matches!(name, "by" | "comment"), "UndefinedElement", format_args!("at:{name}"));
        }
        let when = node.attribute("when");
        findings.unless(when.is_some(), "MissingAttribute", "when of a tombstone");
        let when = when.and_then(|when| rfc3339(when, findings));
        let Some(id) = node.attribute("ref") else {
            findings.add("MissingAttribute", "ref of a tombstone");
            continue;
        };
        if !id.contains(':') || !id.is_ascii() {
            findings.add("InvalidFullLink", id);
            continue;
        }
        // Stricter than §3, which lets one id have several of different dates.
        findings.unless(refs.insert(id.to_owned()), "DuplicateTombstone", id);
        let Some(entry) = entries.iter_mut().find(|entry| entry.id == id) else {
            findings.add("UnknownTombstone", id);
            continue;
        };
        let later = when.zip(entry.updated).is_none_or(|(when, updated)| when > updated);
        findings.unless(later, "TombstoneNotLater", id);
        entry.deleted = when;
    }
}
