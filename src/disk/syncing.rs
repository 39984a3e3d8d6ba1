//! Takes care that bytes and names are on the disk, so that losing power leaves each file old or new.
//!
//! A few files are synced one by one. Where there are many, their whole file system is synced once,
//! where the system can do that (Linux): it takes a small part of the time.

use std::fs::File;
use std::io;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

const ONE_BY_ONE: usize = 64;

#[derive(Debug, Default)]
pub(super) struct Syncing {
    files: AtomicUsize,
    /// One open file for each file system that is to be synced.
    systems: Mutex<Vec<(u64, File)>>,
}

impl Syncing {
    /// A file has its bytes; now, or when all wait for it, they come to the disk.
    pub fn file(&self, file: &File) -> io::Result<()> {
        if self.files.fetch_add(1, Ordering::Relaxed) < ONE_BY_ONE {
            return file.sync_all();
        }
        match system_of(file)? {
            Some(system) => self.later(system, file),
            None => file.sync_all(),
        }
    }

    fn later(&self, system: u64, file: &File) -> io::Result<()> {
        let mut systems = self.systems.lock().unwrap_or_else(PoisonError::into_inner);
        if systems.iter().all(|(other, _)| *other != system) {
            systems.push((system, file.try_clone()?));
        }
        Ok(())
    }

    /// Waits for what was put off.
    pub fn wait(&self) -> io::Result<()> {
        let systems = std::mem::take(&mut *self.systems.lock().unwrap_or_else(PoisonError::into_inner));
        systems.iter().try_for_each(|(_, file)| sync_system(file))
    }

    /// Has the names in folders on the disk. Not every system can sync a folder; the files
    /// themselves are safe.
    pub fn folders<'a>(&self, folders: impl ExactSizeIterator<Item = &'a Path>) {
        let many = folders.len() > ONE_BY_ONE;
        for folder in folders.filter_map(|folder| File::open(folder).ok()) {
            let _ = match system_of(&folder) {
                Ok(Some(system)) if many => self.later(system, &folder),
                _ => folder.sync_all(),
            };
        }
        let _ = self.wait();
    }
}

/// The number of a file's system, where a whole one can be synced.
#[cfg(target_os = "linux")]
fn system_of(file: &File) -> io::Result<Option<u64>> {
    use std::os::unix::fs::MetadataExt as _;
    Ok(Some(file.metadata()?.dev()))
}

#[cfg(target_os = "linux")]
fn sync_system(file: &File) -> io::Result<()> {
    Ok(rustix::fs::syncfs(file)?)
}

#[cfg(not(target_os = "linux"))]
fn system_of(_: &File) -> io::Result<Option<u64>> {
    Ok(None)
}

#[cfg(not(target_os = "linux"))]
fn sync_system(file: &File) -> io::Result<()> {
    file.sync_all()
}
