//! An edition in a temporary folder of its own, for the preview: filled once, then read by the names
//! it was filled with.
//!
//! Refuses every other name, so nothing that a browser asks for is ever looked for on the disk. Syncs
//! nothing and renames nothing: nobody sees the folder before it is full, and it goes with the preview.

use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;
use tempfile::{Builder, TempDir};

use super::Fault;
use super::bytes::Bytes;
use crate::document::Document;

/// Removed when it is dropped.
#[derive(Debug)]
pub struct Shelf {
    folder: TempDir,
    names: BTreeSet<String>,
}

/// The folder that a preview's shelves are in, which nobody but its owner may look into.
///
/// # Errors
/// When it can't be made.
pub fn room() -> Result<TempDir, Fault> {
    let above = std::env::temp_dir();
    let mut builder = Builder::new();
    builder.prefix("dateline-serve-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // With `--now`, what is under embargo lies here.
        builder.permissions(fs::Permissions::from_mode(0o700));
    }
    builder.tempdir_in(&above).map_err(|error| Fault::new(&above, "making a temporary folder", error))
}

impl Shelf {
    /// Makes the documents side by side and sets them down.
    ///
    /// # Errors
    /// At the first refusal of the file system or of the maker; then nothing is left of it.
    pub fn fill<E: From<Fault> + Send>(
        room: &Path,
        made: impl IndexedParallelIterator<Item = Result<Vec<Document>, E>>,
    ) -> Result<Self, E> {
        let folder = Builder::new().prefix("edition-").tempdir_in(room);
        let folder = folder.map_err(|error| Fault::new(room, "making a temporary folder", error))?;
        let folders = Mutex::new(HashSet::new());
        let names: Result<Vec<Vec<String>>, E> = made
            .map(|documents| {
                documents?.into_iter().map(|document| set_down(folder.path(), &folders, document)).collect()
            })
            .collect();
        let names = names?.into_iter().flatten().collect();
        Ok(Self { folder, names })
    }

    pub fn names(&self) -> &BTreeSet<String> {
        &self.names
    }

    /// A document's bytes; `None` also where the file can't be read.
    pub fn read(&self, name: &str) -> Option<Vec<u8>> {
        self.names.contains(name).then(|| fs::read(self.folder.path().join(name)).ok())?
    }

    /// Whether another one holds the same documents, byte by byte.
    pub fn is_like(&self, other: &Self) -> bool {
        let same = |name: &String| {
            let [own, there] = [self, other].map(|shelf| shelf.folder.path().join(name));
            Bytes::InFile(&own).are_in(&there).unwrap_or(false)
        };
        self.names == other.names && self.names.par_iter().all(same)
    }
}

fn set_down<E: From<Fault>>(folder: &Path, folders: &Mutex<HashSet<PathBuf>>, document: Document) -> Result<String, E> {
    let target = folder.join(&document.name);
    let above = target.parent().unwrap_or(folder);
    {
        // Held until the folder is there: another document may be on its way to it.
        let mut folders = folders.lock().unwrap_or_else(PoisonError::into_inner);
        if folders.insert(above.to_owned()) {
            fs::create_dir_all(above).map_err(|error| Fault::new(above, "making a folder", error))?;
        }
    }
    let mut file = fs::File::create(&target).map_err(|error| Fault::new(&target, "writing", error))?;
    Bytes::of(&document.content)?.write_to(&mut file, &target)?;
    Ok(document.name)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::expect_used)] // In a test an expectation that fails is the message.

    use super::*;

    fn shelf(room: &TempDir, documents: &[(&str, &str)]) -> Shelf {
        let made = documents.par_iter().map(|(name, text)| Ok::<_, Fault>(vec![Document::new(*name, *text)]));
        Shelf::fill(room.path(), made).expect("a filled shelf")
    }

    #[test]
    fn a_shelf_is_like_another_only_with_the_same_names_and_bytes() {
        let room = room().expect("a room");
        let first = shelf(&room, &[("rss.xml", "crane"), ("releases/a/index.html", "page")]);
        assert!(first.is_like(&shelf(&room, &[("releases/a/index.html", "page"), ("rss.xml", "crane")])));
        assert!(!first.is_like(&shelf(&room, &[("releases/a/index.html", "page"), ("rss.xml", "gull")])));
        assert!(!first.is_like(&shelf(&room, &[("rss.xml", "crane")])));
        assert!(!first.is_like(&shelf(&room, &[("releases/a/index.html", "page"), ("atom.xml", "crane")])));
    }

    #[test]
    fn nothing_is_read_but_what_a_shelf_was_filled_with() {
        let room = room().expect("a room");
        let shelf = shelf(&room, &[("rss.xml", "crane")]);
        let inside = shelf.folder.path().join("other.xml");
        fs::write(inside, "gull").expect("a file");
        assert!(shelf.names().iter().eq(["rss.xml"]));
        assert_eq!(shelf.read("rss.xml"), Some(b"crane".to_vec()));
        assert_eq!(shelf.read("other.xml"), None);
        assert_eq!(shelf.read("../rss.xml"), None);
    }
}
