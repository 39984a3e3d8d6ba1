//! The output folder: all or nothing.
//!
//! Every changed file is first written and synced beside its target; only when all are there are
//! they renamed. So a failure or a kill leaves each file entirely old or entirely new. A file
//! whose bytes are right already is not touched, so its date and the server's tags for it stay.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use rayon::prelude::*;

use super::bytes::Bytes;
use super::earlier::Earlier;
use super::removal::{self, Left};
use super::staged::{Change, Placed, Staged, behind_links};
use super::staging::Staging;
use super::standing::{Standing, There};
use super::syncing::Syncing;
use super::{Fault, built, shown};
use crate::document::{Content, Document};

/// The output folder, held against other runs until it is dropped.
#[derive(Debug)]
pub struct Output {
    folder: PathBuf,
    _lock: File,
    staging: Staging,
    syncing: Syncing,
    standing: Standing,
}

/// How long a run waits for another one on the same folder.
const PATIENCE: Duration = Duration::from_secs(30);

impl Output {
    /// Opens the folder, makes it where it is missing, and waits for other runs to end.
    ///
    /// # Errors
    /// When the folder can't be made or opened, or another run holds it for too long.
    pub fn open(folder: &Path) -> Result<Self, Fault> {
        fs::create_dir_all(folder).map_err(|error| Fault::new(folder, "making the output folder", error))?;
        let lock = lock_file(folder).map_err(|error| Fault::new(folder, "opening the output folder", error))?;
        let begun = Instant::now();
        loop {
            match lock.try_lock() {
                Ok(()) => break,
                Err(fs::TryLockError::WouldBlock) if begun.elapsed() < PATIENCE => {
                    std::thread::sleep(Duration::from_millis(50));
                }
                Err(fs::TryLockError::WouldBlock) => {
                    return Err(Fault::new(
                        folder,
                        "locking",
                        io::Error::new(io::ErrorKind::WouldBlock, "another run holds the lock on this folder"),
                    ));
                }
                Err(fs::TryLockError::Error(error)) => return Err(Fault::new(folder, "locking", error)),
            }
        }
        Ok(Self {
            folder: folder.to_owned(),
            _lock: lock,
            staging: Staging::begin(folder),
            syncing: Syncing::default(),
            standing: Standing::of(folder),
        })
    }

    /// Makes the documents side by side, puts them in place, and takes away what `earlier` editions
    /// put there and this one does not have. No more documents are in memory than are being written.
    ///
    /// # Errors
    /// At the first refusal of the file system or of the maker. Nothing is renamed before
    /// everything is written, and nothing is removed before everything is in place. Records come last:
    /// whatever fails before them, the next run knows of everything that it has to remove.
    pub fn write<E: From<Fault> + Send>(
        &self,
        made: impl IndexedParallelIterator<Item = Result<Vec<Document>, E>>,
        earlier: &impl Earlier,
    ) -> Result<Written, E> {
        let staged: Result<Vec<Staged>, E> = made
            .try_fold(Vec::new, |mut staged, documents| {
                for document in &documents? {
                    staged.push(self.stage(document, earlier)?);
                }
                Ok(staged)
            })
            .try_reduce(Vec::new, |mut staged, more| {
                staged.extend(more);
                Ok(staged)
            });
        let written = staged.and_then(|staged| Ok(self.put_in_place(staged, earlier)?));
        if written.is_err() {
            self.staging.undo();
        }
        written
    }

    /// Whether a document is in place already, to the byte.
    pub fn holds(&self, document: &Document) -> bool {
        let Content::Bytes(bytes) = &document.content else { return false };
        let bytes = Bytes::InMemory(bytes.into());
        bytes.are_in(&behind_links(&self.folder.join(&document.name))).unwrap_or(false)
    }

    fn put_in_place(&self, staged: Vec<Staged>, earlier: &impl Earlier) -> Result<Written, Fault> {
        self.syncing.wait().map_err(|error| Fault::new(&self.folder, "writing", error))?;
        let mut placed: Vec<Placed> = Vec::with_capacity(staged.len());
        let mut left = Vec::new();
        let mut records = Vec::new();
        for document in staged {
            if document.record {
                records.push(document);
            } else {
                let (there, beside) = document.put_in_place(&self.folder)?;
                placed.push(there);
                left.extend(beside.into_iter().map(Left::Beside));
            }
        }
        let placed_names = placed.iter().map(|document| document.name.as_str());
        let names: HashSet<&str> = placed_names.chain(records.iter().map(|record| record.name.as_str())).collect();
        let missing = |listed: &[String]| -> Vec<Left> {
            listed.iter().filter(|name| !names.contains(name.as_str())).cloned().map(Left::Listed).collect()
        };
        left.extend(missing(earlier.pages()));
        let unlisted = built::pages(&self.folder, earlier.folder(), |page| !names.contains(page))?;
        left.extend(unlisted.into_iter().map(Left::Listed));
        let mut removed = removal::remove(&self.folder, &left, &names, earlier)?;
        removed.extend(removal::remove(&self.folder, &missing(earlier.records()), &names, earlier)?);
        for record in records {
            placed.push(record.put_in_place(&self.folder)?.0);
        }
        placed.retain(|document| document.new);
        if !placed.is_empty() {
            self.syncing.folders(self.staging.folders().keys().map(PathBuf::as_path));
        }
        let changed = placed.into_iter().map(|document| document.name).collect();
        let written = Written { folder: self.folder.clone(), changed, removed };
        Ok(written)
    }

    /// Writes the bytes beside the target, unless the target has them already.
    fn stage(&self, document: &Document, earlier: &impl Earlier) -> Result<Staged, Fault> {
        let target = self.folder.join(&document.name);
        self.staging.enter(target.parent().unwrap_or(&self.folder))?;
        let bytes = Bytes::of(&document.content)?;
        let (old, beside) = match self.standing.there(document, &bytes, earlier)? {
            There::Same => return Ok(Staged::of(document, None)),
            There::Nothing => (None, Vec::new()),
            There::Earlier { old, beside } => (Some(old), beside),
        };
        let place = behind_links(&target);
        let folder = place.parent().unwrap_or(Path::new("."));
        let fault = |error| Fault::new(&target, "writing", error);
        let mut file = self.staging.temporary(folder).map_err(fault)?;
        bytes.write_to(&mut file, &target)?;
        if let Some(old) = old {
            file.as_file().set_permissions(old.permissions()).map_err(fault)?;
        }
        self.syncing.file(file.as_file()).map_err(fault)?;
        // Closed: a large newsroom has more files than a process may hold open.
        Ok(Staged::of(document, Some(Change { file: file.into_temp_path(), beside })))
    }
}

/// What became of the output folder.
#[derive(Debug)]
pub struct Written {
    folder: PathBuf,
    /// What was written, by its name below the folder, in the given order.
    pub changed: Vec<String>,
    /// Paths of earlier editions that are gone.
    pub removed: Vec<String>,
}

impl Written {
    /// The paths of what was written.
    pub fn paths(&self) -> impl Iterator<Item = String> {
        self.changed.iter().map(|name| shown(&self.folder.join(name)))
    }
}

/// The folder itself is the lock, so that no lock file is ever deployed.
#[cfg(unix)]
fn lock_file(folder: &Path) -> io::Result<File> {
    File::open(folder)
}

#[cfg(not(unix))]
fn lock_file(folder: &Path) -> io::Result<File> {
    File::create(folder.join(".dateline.lock"))
}
