//! A run's temporary files, beside their targets, and the folders it makes for them. What a killed
//! run left behind goes when the next one comes to the same output folder.
//!
//! A run that writes begins with a file at the top of the output folder, and removes it when nothing
//! of it is left. So only where that file is found, all folders are looked through; those that lie
//! elsewhere, behind a link, are named in it.

use std::collections::HashMap;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use tempfile::NamedTempFile;
use walkdir::WalkDir;

use super::Fault;
use super::temporary::{PREFIX, SIGN, entries, is_temporary, temporary};

/// A run's own folders and temporary files.
#[derive(Debug)]
pub struct Staging {
    /// The output folder.
    top: PathBuf,
    /// Folders in which this run puts a name.
    folders: Mutex<HashMap<PathBuf, Entered>>,
    /// Says that there may be temporary files. Dropped last, when the files are.
    sign: Mutex<Option<NamedTempFile>>,
    /// The output folder itself, behind its links.
    real_top: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, Default)]
pub struct Entered {
    /// It was missing.
    made: bool,
    /// The sign names it, if it lies elsewhere.
    told: bool,
}

impl Staging {
    /// Begins a run, and clears up after one that was killed. The output folder must be locked: nobody
    /// else's temporary files can be there.
    pub fn begin(top: &Path) -> Self {
        if entries(top).any(|entry| is_temporary(&entry.file_name())) {
            remove_leftovers(top);
        }
        let real_top = top.canonicalize().ok();
        Self { top: top.to_owned(), folders: Mutex::default(), sign: Mutex::default(), real_top }
    }

    /// A temporary file of this run, in a folder that is there.
    pub fn temporary(&self, folder: &Path) -> io::Result<NamedTempFile> {
        let is_told = self.folders().get(folder).is_some_and(|folder| folder.told);
        let elsewhere = if is_told { None } else { self.elsewhere(folder) };
        let mut sign = self.sign.lock().unwrap_or_else(PoisonError::into_inner);
        if sign.is_none() {
            *sign = Some(temporary(&self.top, SIGN)?);
        }
        // Before anything is in it that would have to be found.
        if let (Some(sign), Some(folder)) = (sign.as_mut(), elsewhere) {
            writeln!(sign, "{folder}")?;
        }
        drop(sign);
        let file = temporary(folder, PREFIX)?;
        if !is_told {
            self.folders().entry(folder.to_owned()).or_default().told = true;
        }
        Ok(file)
    }

    /// Where a folder really lies, if that is not in the output folder.
    fn elsewhere(&self, folder: &Path) -> Option<String> {
        let real = folder.canonicalize().ok()?;
        self.real_top.as_deref().filter(|top| !real.starts_with(top))?;
        real.into_os_string().into_string().ok().filter(|real| !real.contains('\n'))
    }

    /// The folders that have a name in them which they had not before.
    pub fn folders(&self) -> MutexGuard<'_, HashMap<PathBuf, Entered>> {
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
            missing.push((folder.to_owned(), Entered { made: true, told: false }));
        }
        fs::create_dir_all(folder).map_err(|error| Fault::new(folder, "making a folder", error))?;
        // The first that was there has a new name in it.
        if let Some(there) = above.next().filter(|_| !missing.is_empty()) {
            folders.entry(there.to_owned()).or_default();
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
        let made = folders.iter().filter(|(_, entered)| entered.made);
        let mut made: Vec<&PathBuf> = made.map(|(folder, _)| folder).collect();
        made.sort_by_key(|folder| std::cmp::Reverse(folder.components().count()));
        for folder in made {
            // One that is not empty is somebody's.
            let _ = fs::remove_dir(folder);
        }
    }
}

/// Removes what a killed run left behind in any folder, those at the top last: until then the next run
/// knows that it has to look. A leftover that can't be removed stays for that one, too.
fn remove_leftovers(top: &Path) {
    let mut all_gone = true;
    let below = WalkDir::new(top).min_depth(2).into_iter();
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
    let is_sign = |entry: &fs::DirEntry| entry.file_name().to_string_lossy().starts_with(SIGN);
    let signs = entries(top).filter(is_sign).filter_map(|sign| fs::read_to_string(sign.path()).ok());
    for folder in signs.flat_map(|sign| sign.lines().map(PathBuf::from).collect::<Vec<_>>()) {
        for file in entries(&folder).filter(|entry| is_temporary(&entry.file_name())) {
            all_gone &= fs::remove_file(file.path()).is_ok();
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

    #[cfg(unix)]
    #[test]
    fn behind_a_link_only_folders_that_were_written_to_are_cleared_up() {
        use std::os::unix::fs::symlink;
        let room = tempfile::tempdir().expect("a folder");
        let [top, feeds, others] = ["public", "feeds", "others"].map(|name| room.path().join(name));
        for folder in [&top, &feeds, &others] {
            fs::create_dir(folder).expect("a folder");
        }
        symlink(&others, top.join("others")).expect("a link");
        let of_others = others.join(".dateline-page.tmp");
        fs::write(&of_others, "").expect("a file");
        let killed = Staging::begin(&top);
        let left = killed.temporary(&feeds).expect("a file").into_temp_path().keep().expect("a path");
        let sign = killed.sign.lock().expect("no poison").take().expect("a sign").into_temp_path().keep();
        assert!(left.exists() && sign.as_ref().is_ok_and(|sign| sign.exists()));
        drop(Staging::begin(&top));
        assert!(!left.exists() && entries(&top).all(|entry| !is_temporary(&entry.file_name())));
        assert!(of_others.exists());
    }
}
