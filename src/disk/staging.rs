//! A run's temporary files, beside their targets, and the folders it makes for them. What a killed
//! run left behind goes when the next one comes to the same folder.

use std::collections::HashMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use tempfile::{Builder, NamedTempFile};

use super::Fault;

pub(super) const PREFIX: &str = ".dateline-";
const SUFFIX: &str = ".tmp";
/// A run's own folders and temporary files.
#[derive(Debug)]
pub struct Staging {
    /// Begins the names of this run's temporary files, so that none is taken for a leftover.
    pub prefix: String,
    /// Folders that were looked at, and whether this run made them.
    folders: Mutex<HashMap<PathBuf, bool>>,
}

impl Staging {
    pub fn begin() -> Self {
        use std::hash::{BuildHasher as _, RandomState};
        // A process's number comes again soon in a container; this doesn't.
        let run = RandomState::new().hash_one(0);
        Self { prefix: format!("{PREFIX}{run:016x}-"), folders: Mutex::new(HashMap::new()) }
    }

    pub fn folders(&self) -> std::sync::MutexGuard<'_, HashMap<PathBuf, bool>> {
        self.folders.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Sees to it that a folder is there, and that nothing of a killed run is left in it.
    pub fn enter(&self, folder: &Path) -> Result<(), Fault> {
        let mut folders = self.folders();
        if folders.contains_key(folder) {
            return Ok(());
        }
        let missing: Vec<PathBuf> = folder
            .ancestors()
            .take_while(|above| !above.as_os_str().is_empty() && !above.exists())
            .map(Path::to_owned)
            .collect();
        fs::create_dir_all(folder).map_err(|error| Fault::new(folder, "making a folder", error))?;
        if missing.is_empty() {
            remove_leftovers(folder, &self.prefix);
            folders.insert(folder.to_owned(), false);
        }
        folders.extend(missing.into_iter().map(|folder| (folder, true)));
        Ok(())
    }

    /// Removes the folders that were made for files that do not come.
    pub fn undo(&self) {
        let folders = self.folders();
        let mut made: Vec<&PathBuf> = folders.iter().filter(|(_, made)| **made).map(|(folder, _)| folder).collect();
        made.sort_by_key(|folder| std::cmp::Reverse(folder.components().count()));
        for folder in made {
            // One that is not empty is somebody's.
            let _ = fs::remove_dir(folder);
        }
    }
}

/// A temporary file that a web server may read: the default mode would be 0600.
pub(super) fn temporary(folder: &Path, prefix: &str) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(prefix).suffix(SUFFIX);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // The process's umask takes its share, as for any new file.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

/// What a killed run left behind. Under the lock nobody else's can be there.
fn remove_leftovers(folder: &Path, own: &str) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with(PREFIX) && !name.starts_with(own) && name.ends_with(SUFFIX) {
            // A leftover that can't be removed harms nothing.
            let _ = fs::remove_file(entry.path());
        }
    }
}
