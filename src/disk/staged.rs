//! A document that is written beside its target, and gets its name when all others are there, too.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempPath;

use super::Fault;
use crate::document::Document;

/// A document that waits for all others.
pub struct Staged {
    pub name: String,
    pub record: bool,
    /// `None` when the right bytes are there already, as most are: so this is kept small.
    change: Option<Box<Change>>,
}

pub struct Change {
    pub file: TempPath,
    /// What the earlier version had beside it, and this one has not.
    pub beside: Vec<String>,
}

impl Staged {
    pub fn of(document: &Document, change: Option<Change>) -> Self {
        Self { name: document.name.clone(), record: document.record, change: change.map(Box::new) }
    }

    /// Gives it its name below the output folder; returns also what only its earlier version had beside it.
    pub fn put_in_place(self, folder: &Path) -> Result<(Placed, Vec<String>), Fault> {
        let Some(change) = self.change else { return Ok((Placed { name: self.name, new: false }, Vec::new())) };
        let target = folder.join(&self.name);
        // A link stays a link: the file it points to is replaced.
        let place = behind_links(&target);
        change.file.persist(&place).map_err(|error| Fault::new(&target, "putting in place", error.error))?;
        Ok((Placed { name: self.name, new: true }, change.beside))
    }
}

/// A document that has its name, and whether it was written.
pub struct Placed {
    pub name: String,
    pub new: bool,
}

/// Where a file really lies: behind its link, also when nothing is there yet.
pub fn behind_links(target: &Path) -> PathBuf {
    fs::canonicalize(target).unwrap_or_else(|_| match fs::read_link(target) {
        Ok(link) => target.parent().unwrap_or(Path::new("")).join(link),
        Err(_) => target.to_owned(),
    })
}
