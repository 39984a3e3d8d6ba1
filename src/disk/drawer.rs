//! Where releases wait while an edition is made: in memory as long as they are few, then in a
//! temporary file without a name.
//!
//! Nobody else can open that file, and the system takes it away however the run ends; so it may
//! hold what is under embargo.

use std::fs::File;
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError, RwLock};

use crate::newsroom::kept::{self, Slip};

/// Bytes that wait in memory; more than a thousand releases.
const IN_MEMORY: usize = 4 * 1024 * 1024;

#[derive(Debug)]
pub struct Drawer {
    most: usize,
    /// Where the file is made.
    folder: PathBuf,
    memory: RwLock<Vec<u8>>,
    file: Mutex<Option<(File, u64)>>,
}

impl Default for Drawer {
    fn default() -> Self {
        Self::of(IN_MEMORY, std::env::temp_dir())
    }
}

impl Drawer {
    fn of(most: usize, folder: PathBuf) -> Self {
        Self { most, folder, memory: RwLock::default(), file: Mutex::default() }
    }

    fn file(&self) -> MutexGuard<'_, Option<(File, u64)>> {
        self.file.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn put_in_memory(&self, bytes: &[u8]) -> Option<Slip> {
        let mut memory = self.memory.write().unwrap_or_else(PoisonError::into_inner);
        let slip = Slip { at: memory.len() as u64, length: bytes.len() };
        (memory.len() + bytes.len() <= self.most).then(|| memory.extend_from_slice(bytes))?;
        Some(slip)
    }

    fn put_in_file(&self, bytes: &[u8]) -> io::Result<Slip> {
        let mut held = self.file();
        let (file, end) = match &mut *held {
            Some(held) => held,
            none => none.insert((tempfile::tempfile_in(&self.folder)?, 0)),
        };
        file.seek(SeekFrom::Start(*end))?;
        file.write_all(bytes)?;
        // Behind whatever may be in memory.
        let slip = Slip { at: self.most as u64 + *end, length: bytes.len() };
        *end += bytes.len() as u64;
        Ok(slip)
    }
}

impl kept::Drawer for Drawer {
    fn put(&self, bytes: &[u8]) -> io::Result<Slip> {
        match self.put_in_memory(bytes) {
            Some(slip) => Ok(slip),
            None => self.put_in_file(bytes),
        }
    }

    fn take(&self, slip: Slip) -> io::Result<Vec<u8>> {
        let missing = || io::Error::from(io::ErrorKind::UnexpectedEof);
        let Some(at) = slip.at.checked_sub(self.most as u64) else {
            let memory = self.memory.read().unwrap_or_else(PoisonError::into_inner);
            let at = usize::try_from(slip.at).map_err(|_| missing())?;
            return memory.get(at..at + slip.length).map(<[u8]>::to_vec).ok_or_else(missing);
        };
        let mut bytes = vec![0; slip.length];
        let mut held = self.file();
        let (file, _) = held.as_mut().ok_or_else(missing)?;
        file.seek(SeekFrom::Start(at))?;
        file.read_exact(&mut bytes)?;
        Ok(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::kept::Drawer as _;
    use super::*;

    #[test]
    fn what_was_put_away_comes_back_from_memory_and_from_the_file() {
        let drawer = Drawer::of(8, std::env::temp_dir());
        let all: [&[u8]; 5] = [b"four", b"fourteen bytes", b"2c", b"", b"five5"];
        let slips: Vec<Slip> = all.iter().map(|bytes| drawer.put(bytes).expect("room")).collect();
        for (slip, bytes) in slips.iter().zip(all).rev() {
            assert_eq!(drawer.take(*slip).expect("bytes"), bytes);
        }
        assert_eq!(drawer.memory.read().expect("no poison").as_slice(), b"four2c");
        assert_eq!(drawer.file().as_ref().map(|(_, end)| *end), Some(19));
    }

    #[test]
    fn what_was_never_put_away_is_missed_and_not_made_up() {
        let drawer = Drawer::of(8, std::env::temp_dir());
        drawer.put(b"four").expect("room");
        for slip in [Slip { at: 2, length: 3 }, Slip { at: 8, length: 1 }, Slip { at: u64::MAX, length: 1 }] {
            let error = drawer.take(slip).expect_err("nothing there");
            assert_eq!(error.kind(), io::ErrorKind::UnexpectedEof);
        }
    }

    #[test]
    fn a_temporary_folder_that_is_not_there_is_missed_only_when_it_is_needed() {
        let drawer = Drawer::of(8, PathBuf::from("/there/is/no/such/folder"));
        let slip = drawer.put(b"eight by").expect("room");
        assert_eq!(drawer.put(b"more").expect_err("no folder").kind(), io::ErrorKind::NotFound);
        assert_eq!(drawer.take(slip).expect("bytes"), b"eight by");
    }
}
