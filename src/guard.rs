//! Guards against what readers can't forgive: releases that vanish, ids that change, an empty feed.
//!
//! Compares ids with what was published before; that is the output folder's own feed and its
//! archive. Decides, and leaves it to the caller to say so.

use std::collections::{HashMap, HashSet};

use serde::Deserialize;

use crate::edition::Leave;
use crate::newsroom::Cleared;

/// What the output folder published before.
#[derive(Debug, Default)]
pub struct Before {
    /// Each once, with its place in the feeds.
    ids: HashMap<String, usize>,
    /// Feeds are there, and none of them can be read.
    unreadable: bool,
}

#[derive(Debug, Deserialize)]
struct BeforeItem {
    id: String,
}

#[derive(Deserialize)]
struct JsonFeed {
    items: Vec<BeforeItem>,
}

/// Why nothing is written.
#[derive(Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing is public, and whether anything waits to be.
    Empty { waits: bool },
    /// What was published before can't be read, so nothing can be compared.
    Unreadable,
    /// Ids that would vanish, of how many; and ids that would be new.
    Vanishing { gone: Vec<String>, of: usize, new: Vec<String> },
}

impl Before {
    /// From the bytes of `feed.json`, or of `atom.xml` where that can't be read. Bytes that are
    /// no feed stop a run that was not told to go on.
    pub fn read(json: Option<&[u8]>, atom: Option<&[u8]>) -> Self {
        let found = json.is_some() || atom.is_some();
        let items = json
            .and_then(|bytes| serde_json::from_slice::<JsonFeed>(bytes).ok())
            .map(|feed| feed.items)
            .or_else(|| atom.and_then(from_atom));
        let mut before = Self { unreadable: found && items.is_none(), ..Self::default() };
        before.add(items.unwrap_or_default());
        before
    }

    /// Adds what an archive page published; `json` are the bytes of its `feed.json`.
    pub fn add_archive_page(&mut self, json: &[u8]) {
        let Ok(page) = serde_json::from_slice::<JsonFeed>(json) else { return };
        self.add(page.items);
    }

    /// In the subscription document and in the archive a release is the same one.
    fn add(&mut self, items: Vec<BeforeItem>) {
        for item in items {
            let next = self.ids.len();
            self.ids.entry(item.id).or_insert(next);
        }
    }
}

fn from_atom(bytes: &[u8]) -> Option<Vec<BeforeItem>> {
    let text = std::str::from_utf8(bytes).ok()?;
    let document = roxmltree::Document::parse(text).ok()?;
    let entries = document.root_element().children().filter(|node| node.has_tag_name((ATOM, "entry")));
    let id = |entry: roxmltree::Node| {
        entry
            .children()
            .find(|node| node.has_tag_name((ATOM, "id")))
            .and_then(|node| node.text())
            .unwrap_or("")
            .to_owned()
    };
    Some(entries.map(|entry| BeforeItem { id: id(entry) }).collect())
}

const ATOM: &str = "http://www.w3.org/2005/Atom";

/// `waits` says whether there are releases that are not public yet.
///
/// # Errors
/// The refusal, unless it was given leave.
pub fn check(before: &Before, cleared: &[Cleared], waits: bool, leave: Leave) -> Result<(), Refusal> {
    if before.unreadable && !leave.removal {
        return Err(Refusal::Unreadable);
    }
    let now: HashSet<&str> = cleared.iter().map(|cleared| cleared.facts().id.as_str()).collect();
    let mut gone: Vec<(&String, &usize)> = before.ids.iter().filter(|(id, _)| !now.contains(id.as_str())).collect();
    if !gone.is_empty() && !leave.removal {
        gone.sort_by_key(|(_, place)| **place);
        let gone = gone.into_iter().map(|(id, _)| id.clone()).collect();
        // Only an id that appears in the same run can be the new name of one that goes.
        let new = cleared
            .iter()
            .map(|cleared| cleared.facts().id.as_str())
            .filter(|id| !before.ids.contains_key(*id))
            .map(str::to_owned)
            .collect();
        return Err(Refusal::Vanishing { gone, of: before.ids.len(), new });
    }
    if cleared.is_empty() && !leave.empty {
        return Err(Refusal::Empty { waits });
    }
    Ok(())
}
