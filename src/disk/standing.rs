//! What stands where an edition would put a document. Nothing is written or taken away here; what is not of
//! our making is never to be written over.

use std::fs::{self, Metadata};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use memchr::memmem;

use super::bytes::Bytes;
use super::earlier::Earlier;
use super::staged::behind_links;
use super::{Fault, built};
use crate::document::Document;
use crate::page::INDEX;

/// The folder of an edition as it stands.
#[derive(Debug)]
pub struct Standing {
    folder: PathBuf,
    /// Looked for where it has to be known: before anything is put in place.
    follows: OnceLock<bool>,
}

/// What is in a document's place.
#[derive(Debug)]
pub enum There {
    Nothing,
    /// The very bytes that belong there.
    Same,
    /// An earlier version, and what it has beside it that this one has not.
    Earlier {
        old: Metadata,
        beside: Vec<String>,
    },
}

impl Standing {
    pub fn of(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), follows: OnceLock::new() }
    }

    /// Why a document can't be put in place, where that can be known before it is written.
    pub fn refusal(&self, document: &Document, earlier: &impl Earlier) -> Option<Fault> {
        // What nothing stands in the way of need not be read.
        fs::metadata(behind_links(&self.folder.join(&document.name))).ok()?;
        let bytes = Bytes::of(&document.content);
        bytes.and_then(|bytes| self.there(document, &bytes, earlier)).err()
    }

    /// What is in the place of a document with these bytes.
    ///
    /// # Errors
    /// Where it is not of our making, or no file.
    pub fn there(&self, document: &Document, bytes: &Bytes, earlier: &impl Earlier) -> Result<There, Fault> {
        let target = self.folder.join(&document.name);
        let place = behind_links(&target);
        let Ok(old) = fs::metadata(&place) else { return Ok(There::Nothing) };
        if !old.is_file() {
            let taken = io::Error::new(io::ErrorKind::AlreadyExists, "something that is no file stands there");
            return Err(Fault::new(&target, "writing", taken));
        }
        if bytes.are_in(&place)? {
            return Ok(There::Same);
        }
        let foreign = || Fault::new(&target, "writing", io::Error::from(io::ErrorKind::AlreadyExists)).foreign();
        let Some(mark) = document.mark else {
            let follows = self.follows_an_edition(earlier);
            return if follows { Ok(There::Earlier { old, beside: Vec::new() }) } else { Err(foreign()) };
        };
        let there = fs::read(&place).map_err(|error| Fault::new(&target, "reading", error))?;
        if memmem::find(&there, mark.as_bytes()).is_none() {
            return Err(foreign());
        }
        let mut beside = earlier.beside(&document.name, &there);
        if !beside.is_empty() {
            let still = earlier.beside(&document.name, bytes.in_memory());
            beside.retain(|name| !still.contains(name));
        }
        Ok(There::Earlier { old, beside })
    }

    /// Whether a page of ours is in the folder, however far the run came that put it there. Then files that
    /// bear no mark are ours by their names.
    fn follows_an_edition(&self, earlier: &impl Earlier) -> bool {
        let is_ours = |page: &str| fs::read(self.folder.join(page)).is_ok_and(|bytes| earlier.is_ours(&bytes));
        *self.follows.get_or_init(|| {
            let of_releases = || built::pages(&self.folder, earlier.folder(), |_| true).unwrap_or_default();
            is_ours(INDEX) || of_releases().iter().any(|page| is_ours(page))
        })
    }
}
