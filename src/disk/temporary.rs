//! A temporary file beside the one it is to become, by a name that tells whose it is.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io;
use std::path::Path;

use tempfile::{Builder, NamedTempFile};

/// How the name of each begins.
pub const PREFIX: &str = ".dateline-";
/// That of the first of a run, which says that there may be others.
pub const SIGN: &str = ".dateline-run-";
/// And that of one that is written by itself.
const ALONE: &str = ".dateline-alone-";
const SUFFIX: &str = ".tmp";

/// A temporary file that a web server may read: the default mode would be 0600.
pub fn temporary(folder: &Path, prefix: &str) -> io::Result<NamedTempFile> {
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

/// A temporary file for one that is written by itself, in whichever folder. What killed runs left there of such
/// files goes; one whose lock is held is still being written.
pub fn temporary_alone(folder: &Path) -> io::Result<NamedTempFile> {
    let here = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let is_left = |entry: &fs::DirEntry| entry.file_name().to_string_lossy().starts_with(ALONE);
    for left in entries(here).filter(|entry| is_left(entry) && is_temporary(&entry.file_name())) {
        if File::open(left.path()).is_ok_and(|file| file.try_lock().is_ok()) {
            let _ = fs::remove_file(left.path());
        }
    }
    let file = temporary(folder, ALONE)?;
    // Where files can't be locked, none is taken for a leftover either.
    let _ = file.as_file().try_lock();
    Ok(file)
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

pub fn is_temporary(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    name.starts_with(PREFIX) && name.ends_with(SUFFIX)
}

/// What is in a folder, as far as it can be seen.
pub fn entries(folder: &Path) -> impl Iterator<Item = fs::DirEntry> {
    fs::read_dir(folder).into_iter().flatten().flatten()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::expect_used)] // In a test an expectation that fails is the message.

    use super::*;

    #[test]
    fn a_file_written_alone_clears_up_what_a_killed_run_left_and_nothing_that_is_being_written() {
        let folder = tempfile::tempdir().expect("a folder");
        let of_a_build = folder.path().join(".dateline-page.tmp");
        let left = folder.path().join(".dateline-alone-left.tmp");
        for path in [&of_a_build, &left] {
            fs::write(path, "").expect("a file");
        }
        let first = temporary_alone(folder.path()).expect("a file");
        let second = temporary_alone(folder.path()).expect("a file");
        assert!(!left.exists() && of_a_build.exists());
        assert!(first.path().exists() && second.path().exists());
    }
}
