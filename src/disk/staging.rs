//! A run's temporary files, beside their targets, and the folders it makes for them. What a killed
//! run left behind goes when the next one comes to the same output folder.
//!
//! A run that writes begins with a file at the top of the output folder, and removes it when nothing
//! of it is left. So only where that file is found, all folders are looked through.

use std::collections::HashMap;
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use tempfile::{Builder, NamedTempFile, TempPath};
use walkdir::WalkDir;

use super::Fault;

pub(super) const PREFIX: &str = ".dateline-";
const SUFFIX: &str = ".tmp";

/// A run's own folders and temporary files.
#[derive(Debug)]
pub struct Staging {
    /// The output folder.
    top: PathBuf,
    /// Folders in which this run puts a name, and whether it made them.
    folders: Mutex<HashMap<PathBuf, bool>>,
    /// Says that there may be temporary files. Dropped last, when the files are.
    sign: Mutex<Option<TempPath>>,
}

impl Staging {
    /// Begins a run, and clears up after one that was killed. The output folder must be locked: nobody
    /// else's temporary files can be there.
    pub fn begin(top: &Path) -> Self {
        if entries(top).any(|entry| is_temporary(&entry.file_name())) {
            remove_leftovers(top);
        }
        Self { top: top.to_owned(), folders: Mutex::default(), sign: Mutex::default() }
    }

    /// A temporary file of this run, in a folder that is there.
    pub fn temporary(&self, folder: &Path) -> io::Result<NamedTempFile> {
        let mut sign = self.sign.lock().unwrap_or_else(PoisonError::into_inner);
        if sign.is_none() {
            *sign = Some(temporary(&self.top, PREFIX)?.into_temp_path());
        }
        drop(sign);
        let file = temporary(folder, PREFIX)?;
        let mut folders = self.folders();
        if !folders.contains_key(folder) {
            folders.insert(folder.to_owned(), false);
        }
        Ok(file)
    }

    /// The folders that have a name in them which they had not before.
    pub fn folders(&self) -> MutexGuard<'_, HashMap<PathBuf, bool>> {
        self.folders.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Sees to it that a folder is there.
    pub fn enter(&self, folder: &Path) -> Result<(), Fault> {
        if folder.is_dir() {
            return Ok(());
        }
        let mut folders = self.folders();
        let named = |above: &&Path| !above.as_os_str().is_empty();
        let mut above = folder.ancestors().take_while(named).peekable();
        let mut missing = Vec::new();
        while let Some(folder) = above.next_if(|above| !above.exists()) {
            missing.push((folder.to_owned(), true));
        }
        fs::create_dir_all(folder).map_err(|error| Fault::new(folder, "making a folder", error))?;
        // The first that was there has a new name in it.
        if let Some(there) = above.next().filter(|_| !missing.is_empty()) {
            folders.entry(there.to_owned()).or_insert(false);
        }
        folders.extend(missing);
        Ok(())
    }

    /// Removes what is left of files that do not come, and the folders that were made for them.
    pub fn undo(&self) {
        let sign = self.sign.lock().unwrap_or_else(PoisonError::into_inner).take();
        // Each file is removed where it is let go of, but nobody hears when that fails.
        if sign.is_some_and(|sign| sign.keep().is_ok()) {
            remove_leftovers(&self.top);
        }
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
    builder.tempfile_in(folder).map_err(of_the_system)
}

/// The system's own error: the crate adds the path of a file that nobody has heard of, and gives no way
/// to what it added it to.
fn of_the_system(error: io::Error) -> io::Error {
    let told = error.to_string();
    match told.split_once(" at path ") {
        Some((said, _)) => io::Error::new(error.kind(), said),
        None => error,
    }
}

fn is_temporary(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    name.starts_with(PREFIX) && name.ends_with(SUFFIX)
}

fn entries(folder: &Path) -> impl Iterator<Item = fs::DirEntry> {
    fs::read_dir(folder).into_iter().flatten().flatten()
}

/// Removes what a killed run left behind in any folder, those at the top last: until then the next run
/// knows that it has to look. A leftover that can't be removed stays for that one, too.
fn remove_leftovers(top: &Path) {
    let mut all_gone = true;
    let below = WalkDir::new(top).min_depth(2).follow_links(true).into_iter();
    for file in below.filter_map(Result::ok).filter(|entry| is_temporary(entry.file_name())) {
        all_gone &= fs::remove_file(file.path()).is_ok();
        // A folder that was made for it goes, too; one that is not empty is somebody's.
        let above = file.path().ancestors().skip(1).take_while(|above| *above != top);
        for folder in above {
            if fs::remove_dir(folder).is_err() {
                break;
            }
        }
    }
    if all_gone {
        for entry in entries(top).filter(|entry| is_temporary(&entry.file_name())) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::expect_used)] // In a test an expectation that fails is the message.

    use super::*;

    #[test]
    fn what_a_killed_run_left_goes_with_its_folder_and_nothing_of_others() {
        let top = tempfile::tempdir().expect("a folder");
        fs::create_dir_all(top.path().join("releases/made")).expect("a folder");
        let left = [".dateline-sign.tmp", "releases/made/.dateline-page.tmp"];
        let of_others = ["notes.tmp", ".dateline-notes", "releases/notes.tmp", "releases/.dateline-notes"];
        for name in left.iter().chain(&of_others) {
            fs::write(top.path().join(name), "").expect("a file");
        }
        drop(Staging::begin(top.path()));
        assert!(left.iter().all(|name| !top.path().join(name).exists()));
        assert!(of_others.iter().all(|name| top.path().join(name).exists()));
        assert!(!top.path().join("releases/made").exists());
    }

    #[test]
    fn while_something_can_not_be_cleared_up_the_next_run_is_told_to_look_again() {
        let top = tempfile::tempdir().expect("a folder");
        let sign = top.path().join(".dateline-sign.tmp");
        fs::write(&sign, "").expect("a file");
        // A folder in the place of a leftover stays.
        let stays = top.path().join("releases/.dateline-stays.tmp");
        fs::create_dir_all(&stays).expect("a folder");
        drop(Staging::begin(top.path()));
        assert!(sign.exists());
        fs::remove_dir(&stays).expect("an empty folder");
        drop(Staging::begin(top.path()));
        assert!(!sign.exists());
    }
}
