//! Guards against what readers can't forgive: releases or feeds that vanish, ids that change, an empty feed.
//!
//! Compares ids with what was published before, which is the output folder's own feed and its archive, and the
//! feeds of languages and subjects with those that its sitemap lists. Decides, and leaves it to the caller to
//! say so.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::error::Error;
use std::fmt;

use serde::Deserialize;

use crate::feed::ATOM;
use crate::newsroom::Cleared;

/// What the output folder published before.
#[derive(Debug, Default)]
pub struct Before {
    /// Each once, with its place in the feeds.
    ids: HashMap<String, usize>,
    /// What is there, or is said to be, and can't be read.
    unreadable: Option<Unreadable>,
    /// The archive page that goes on where those read so far end.
    next: Option<usize>,
    /// The folders of its feeds but the newsroom's own.
    feeds: BTreeSet<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    Feed,
    ArchivePage(usize),
}

#[derive(Debug, Deserialize)]
struct BeforeItem {
    id: String,
}

#[derive(Deserialize)]
struct Published {
    items: Vec<BeforeItem>,
    next_url: Option<String>,
}

/// What the guards are told to let pass.
#[derive(Debug, Clone, Copy, Default)]
pub struct Allowance {
    pub removal: bool,
    pub empty: bool,
}

/// Why nothing is written.
#[derive(Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing is public, and whether anything waits to be.
    Empty { waits: bool },
    /// What was published before can't be read, so nothing can be compared.
    Unreadable(Unreadable),
    /// Ids that would vanish, of how many; and ids that would be new.
    Vanishing {
        gone: Vec<String>,
        of: usize,
        new: Vec<String>,
        /// Those of the gone whose release is there and not public.
        held: HashSet<String>,
    },
    /// Folders of feeds that would vanish, with whoever reads them; and those that would be new.
    Feeds { gone: Vec<String>, new: Vec<String> },
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty { .. } => f.write_str("no release is public, and the feeds would be empty"),
            Self::Unreadable(Unreadable::Feed) => {
                f.write_str("the feeds in the output folder can't be read, so nobody can tell what would vanish")
            }
            Self::Unreadable(Unreadable::ArchivePage(number)) => {
                write!(
                    f,
                    "`archive/{number}/` in the output folder can't be read, so nobody can tell what would vanish"
                )
            }
            Self::Vanishing { gone, of, .. } => {
                write!(f, "this would remove {} of {of} published releases from the feeds", gone.len())
            }
            Self::Feeds { gone, .. } => {
                let whose = if gone.len() == 1 { "a language or subject" } else { "languages or subjects" };
                write!(f, "this would remove the feeds of {whose}, and nobody who subscribed to them would be told")
            }
        }
    }
}

impl Error for Refusal {}

impl Refusal {
    /// The front of the ids that were published, where every one of them is there again behind another.
    pub fn other_base(&self) -> Option<&str> {
        let Self::Vanishing { gone, new, .. } = self else { return None };
        let parted = |id: &'_ String| id.rsplit_once(':').map(|(base, slug)| (base.to_owned(), slug.to_owned()));
        let new: HashSet<String> = new.iter().filter_map(|id| Some(parted(id)?.1)).collect();
        let base = gone.first()?.rsplit_once(':')?.0;
        let again = |id: &String| parted(id).is_some_and(|(front, slug)| front == base && new.contains(&slug));
        gone.iter().all(again).then_some(base)
    }
}

impl Before {
    /// From the bytes of `feed.json`, or of `atom.xml` where that can't be read. Bytes that are
    /// no feed stop a run that was not told to go on.
    pub fn read(json: Option<&[u8]>, atom: Option<&[u8]>) -> Self {
        let mut before = Self::default();
        if json.is_some() || atom.is_some() {
            before.add_document(json, atom, Unreadable::Feed);
        }
        before
    }

    /// Adds the folders of feeds that were there besides the newsroom's own, such as `subjects/energy/`.
    pub fn add_feeds(&mut self, folders: impl IntoIterator<Item = String>) {
        self.feeds.extend(folders);
    }

    /// The number of the archive page that goes on where what was read so far ends.
    pub fn archive_page(&self) -> Option<usize> {
        self.next
    }

    /// Adds that page, from the bytes of its `feed.json` and `atom.xml`. One that is missing was
    /// published all the same.
    pub fn add_archive_page(&mut self, json: Option<&[u8]>, atom: Option<&[u8]>) {
        if let Some(number) = self.next.take() {
            self.add_document(json, atom, Unreadable::ArchivePage(number));
        }
    }

    fn add_document(&mut self, json: Option<&[u8]>, atom: Option<&[u8]>, document: Unreadable) {
        let json = json.and_then(|bytes| serde_json::from_slice::<Published>(bytes).ok());
        let Some(feed) = json.or_else(|| atom.and_then(from_atom)) else {
            self.unreadable = self.unreadable.or(Some(document));
            return;
        };
        self.add(feed.items);
        let Some(address) = feed.next_url else { return };
        self.next = archive_page(&address).filter(|next| match document {
            Unreadable::Feed => true,
            // They lead back in time, so that there is an end.
            Unreadable::ArchivePage(number) => *next < number,
        });
        if self.next.is_none() {
            self.unreadable = self.unreadable.or(Some(document));
        }
    }

    /// In the subscription document and in the archive a release is the same one.
    fn add(&mut self, items: Vec<BeforeItem>) {
        for item in items {
            let next = self.ids.len();
            self.ids.entry(item.id).or_insert(next);
        }
    }
}

/// The number in the address of an archive page, wherever its site was when it was written.
fn archive_page(address: &str) -> Option<usize> {
    let mut parts = address.rsplit('/').skip(1);
    let number = parts.next()?.parse().ok()?;
    (parts.next() == Some("archive")).then_some(number)
}

fn from_atom(bytes: &[u8]) -> Option<Published> {
    let text = std::str::from_utf8(bytes).ok()?;
    let document = roxmltree::Document::parse(text).ok()?;
    let entries = document.root_element().children().filter(|node| node.has_tag_name((ATOM, "entry")));
    let links = document.root_element().children().filter(|node| node.has_tag_name((ATOM, "link")));
    let mut older = links.filter(|node| node.attribute("rel") == Some("prev-archive"));
    let next_url = older.next().and_then(|node| node.attribute("href")).map(str::to_owned);
    let id = |entry: roxmltree::Node| {
        entry
            .children()
            .find(|node| node.has_tag_name((ATOM, "id")))
            .and_then(|node| node.text())
            .unwrap_or("")
            .to_owned()
    };
    Some(Published { items: entries.map(|entry| BeforeItem { id: id(entry) }).collect(), next_url })
}

/// `held` are the ids of releases that are not public yet.
///
/// # Errors
/// The refusal, unless it was given leave.
pub fn check(before: &Before, cleared: &[Cleared], held: &BTreeSet<&str>, allowance: Allowance) -> Result<(), Refusal> {
    if let Some(unreadable) = before.unreadable.filter(|_| !allowance.removal) {
        return Err(Refusal::Unreadable(unreadable));
    }
    let now: HashSet<&str> = cleared.iter().map(|cleared| cleared.facts().id.as_str()).collect();
    let mut gone: Vec<(&String, &usize)> = before.ids.iter().filter(|(id, _)| !now.contains(id.as_str())).collect();
    if !gone.is_empty() && !allowance.removal {
        gone.sort_by_key(|(_, place)| **place);
        let gone: Vec<String> = gone.into_iter().map(|(id, _)| id.clone()).collect();
        let held = gone.iter().filter(|id| held.contains(id.as_str())).cloned().collect();
        // Only an id that appears in the same run can be the new name of one that goes.
        let new = cleared
            .iter()
            .map(|cleared| cleared.facts().id.as_str())
            .filter(|id| !before.ids.contains_key(*id))
            .map(str::to_owned)
            .collect();
        return Err(Refusal::Vanishing { gone, of: before.ids.len(), new, held });
    }
    if cleared.is_empty() && !allowance.empty {
        return Err(Refusal::Empty { waits: !held.is_empty() });
    }
    Ok(())
}

/// `feeds` are the folders of those that are to be: a subject with another name has other ones.
///
/// # Errors
/// The refusal, unless it was given leave.
pub fn check_feeds(before: &Before, feeds: &BTreeSet<String>, allowance: Allowance) -> Result<(), Refusal> {
    let gone: Vec<String> = before.feeds.difference(feeds).cloned().collect();
    if gone.is_empty() || allowance.removal {
        return Ok(());
    }
    Err(Refusal::Feeds { gone, new: feeds.difference(&before.feeds).cloned().collect() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn feed(id: &str, next: &str) -> String {
        format!("{{\"items\": [{{\"id\": \"{id}\"}}], \"next_url\": \"{next}\"}}")
    }

    fn before(documents: &[&str]) -> Before {
        let mut documents = documents.iter().map(|text| text.as_bytes());
        let mut before = Before::read(documents.next(), None);
        while before.archive_page().is_some() {
            before.add_archive_page(documents.next(), None);
        }
        before
    }

    #[test]
    fn archive_pages_are_read_back_to_the_oldest_whatever_their_site() {
        let newest = feed("c", "https://old.example.org/press/archive/2/feed.json");
        let middle = feed("b", "https://news.example.org/archive/1/feed.json");
        let before = before(&[&newest, &middle, "{\"items\": [{\"id\": \"a\"}]}"]);
        assert_eq!((before.ids.len(), before.unreadable), (3, None));
    }

    #[test]
    fn a_way_that_is_broken_or_leads_round_is_told_of() {
        let newest = feed("c", "https://news.example.org/archive/2/feed.json");
        let of = |documents: &[&str]| before(documents).unreadable;
        assert_eq!(of(&[&newest]), Some(Unreadable::ArchivePage(2)));
        assert_eq!(of(&[&newest, "<"]), Some(Unreadable::ArchivePage(2)));
        assert_eq!(of(&[&newest, &newest]), Some(Unreadable::ArchivePage(2)));
        assert_eq!(of(&[&feed("c", "https://news.example.org/feed.json?page=2")]), Some(Unreadable::Feed));
        assert_eq!(of(&["{"]), Some(Unreadable::Feed));
        assert_eq!(of(&[]), None);
    }

    #[test]
    fn atom_leads_to_the_archive_where_json_does_not() {
        let atom = "<feed xmlns=\"http://www.w3.org/2005/Atom\"><link rel=\"prev-archive\" \
                    href=\"https://news.example.org/archive/7/atom.xml\"/><entry><id>a</id></entry></feed>";
        let before = Before::read(Some(b"{"), Some(atom.as_bytes()));
        assert_eq!((before.archive_page(), before.ids.len(), before.unreadable), (Some(7), 1, None));
    }
}
