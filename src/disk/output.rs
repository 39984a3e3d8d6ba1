//! The output folder: all or nothing.
//!
//! Every changed file is first written and synced beside its target; only when all are there are
//! they renamed. So a failure or a kill leaves each file entirely old or entirely new. A file
//! whose bytes are right already is not touched, so its date and the server's tags for it stay.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use tempfile::{Builder, NamedTempFile};

use super::{Fault, shown};
use crate::source::docx;

/// A file to be: its path below the output folder, with slashes, and its bytes.
#[derive(Debug)]
pub struct Document {
    pub name: String,
    pub content: Content,
}

#[derive(Debug)]
pub enum Content {
    Bytes(Vec<u8>),
    /// A copy of a file in the releases folder.
    CopyOf(PathBuf),
    /// A part of a DOCX in the releases folder: the file, and the part's name.
    PartOf(PathBuf, String),
}

/// The output folder, held against other runs until it is dropped.
#[derive(Debug)]
pub struct Output {
    folder: PathBuf,
    _lock: File,
}

const PREFIX: &str = ".dateline-";
const SUFFIX: &str = ".tmp";
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
        Ok(Self { folder: folder.to_owned(), _lock: lock })
    }

    /// Puts the documents in place and returns the paths that changed, in the given order.
    ///
    /// # Errors
    /// At the first refusal of the file system. Nothing is renamed before everything is written.
    pub fn write(&self, documents: &[Document]) -> Result<Vec<String>, Fault> {
        let mut staged: Vec<(NamedTempFile, PathBuf)> = Vec::new();
        let mut folders: Vec<PathBuf> = Vec::new();
        for document in documents {
            let target = self.folder.join(&document.name);
            let parent = target.parent().unwrap_or(&self.folder).to_owned();
            if !folders.contains(&parent) {
                fs::create_dir_all(&parent).map_err(|error| Fault::new(&parent, "making a folder", error))?;
                remove_leftovers(&parent);
                folders.push(parent);
            }
            if let Some(file) = stage(&target, &document.content)? {
                staged.push((file, target));
            }
        }
        let mut changed = Vec::with_capacity(staged.len());
        for (file, target) in staged {
            // A link stays a link: the file it points to is replaced.
            let place = behind_links(&target);
            file.persist(&place).map_err(|error| Fault::new(&target, "putting in place", error.error))?;
            changed.push(shown(&target));
        }
        for folder in folders.iter().filter(|_| !changed.is_empty()) {
            sync_folder(folder);
        }
        Ok(changed)
    }
}

/// Writes the bytes beside the target, unless the target has them already.
fn stage(target: &Path, content: &Content) -> Result<Option<NamedTempFile>, Fault> {
    let copied;
    let bytes = match content {
        Content::Bytes(bytes) => bytes.as_slice(),
        Content::CopyOf(path) => {
            copied = fs::read(path).map_err(|error| Fault::new(path, "reading", error))?;
            copied.as_slice()
        }
        Content::PartOf(path, part) => {
            let document = fs::read(path).map_err(|error| Fault::new(path, "reading", error))?;
            let changed = |(what, _)| Fault::new(path, "reading a picture of", io::Error::other(what));
            copied = docx::picture(&document, part).map_err(changed)?;
            copied.as_slice()
        }
    };
    let place = behind_links(target);
    let old = fs::metadata(&place).ok();
    if let Some(old) = &old {
        if !old.is_file() {
            return Err(Fault::new(
                target,
                "writing",
                io::Error::new(io::ErrorKind::AlreadyExists, "something that is no file stands there"),
            ));
        }
        if old.len() == bytes.len() as u64 && fs::read(&place).is_ok_and(|there| there == bytes) {
            return Ok(None);
        }
    }
    let folder = place.parent().unwrap_or(Path::new("."));
    let fault = |error| Fault::new(target, "writing", error);
    let mut file = temporary(folder).map_err(fault)?;
    file.write_all(bytes).map_err(fault)?;
    if let Some(old) = old {
        file.as_file().set_permissions(old.permissions()).map_err(fault)?;
    }
    file.as_file().sync_all().map_err(fault)?;
    Ok(Some(file))
}

/// Where a file really lies: behind its link, also when nothing is there yet.
fn behind_links(target: &Path) -> PathBuf {
    fs::canonicalize(target).unwrap_or_else(|_| match fs::read_link(target) {
        Ok(link) => target.parent().unwrap_or(Path::new("")).join(link),
        Err(_) => target.to_owned(),
    })
}

/// A temporary file that a web server may read: the default mode would be 0600.
pub(super) fn temporary(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(PREFIX).suffix(SUFFIX);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // The process's umask takes its share, as for any new file.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

/// What a killed run left behind. Under the lock nobody else's can be there.
fn remove_leftovers(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with(PREFIX) && name.ends_with(SUFFIX) {
            // A leftover that can't be removed harms nothing.
            let _ = fs::remove_file(entry.path());
        }
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

fn sync_folder(folder: &Path) {
    // Not every system can sync a folder; the files themselves are safe.
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
}
