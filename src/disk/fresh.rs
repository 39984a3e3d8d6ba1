//! Files that are written once, for people to go on with: a release to fill in, a configuration.
//!
//! What is there already is never touched.

use std::io::{self, Write as _};
use std::path::Path;

use super::temporary::temporary_alone;
use super::{Fault, shown};
use crate::source::name::{self, Kind};

/// Writes a new file, entire or not at all. `Ok(false)` when something has that name already.
///
/// # Errors
/// When the file system refuses.
pub fn write(path: &Path, text: &str) -> Result<bool, Fault> {
    let fault = |error| Fault::new(path, "writing", error);
    if path.symlink_metadata().is_ok() {
        return Ok(false);
    }
    let folder = path.parent().unwrap_or(Path::new(""));
    let mut file = temporary_alone(folder).map_err(fault)?;
    file.write_all(text.as_bytes()).map_err(fault)?;
    file.as_file().sync_all().map_err(fault)?;
    match file.persist_noclobber(path) {
        Ok(_) => Ok(true),
        Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(fault(error.error)),
    }
}

/// Makes a folder where there is none; says whether it did.
///
/// # Errors
/// When the file system refuses, or something else has that name.
pub fn folder(path: &Path) -> Result<bool, Fault> {
    if path.is_dir() {
        return Ok(false);
    }
    std::fs::create_dir_all(path).map_err(|error| Fault::new(path, "making a folder", error))?;
    Ok(true)
}

/// Documents in a folder that differ from `path` in nothing but the ending, as messages show them.
pub fn namesakes(path: &Path) -> Vec<String> {
    let Some(folder) = path.parent() else { return Vec::new() };
    let stem = |path: &Path| path.file_stem().map(|stem| stem.to_string_lossy().to_lowercase());
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    // A picture beside a release may well have its name.
    let is_document = |path: &Path| {
        path.file_name().is_some_and(|name| !matches!(name::kind(&name.to_string_lossy()), Kind::Other | Kind::Beside))
    };
    let alike = entries.filter(|other| stem(other) == stem(path) && is_document(other));
    let mut names: Vec<String> = alike.map(|other| shown(&other)).collect();
    names.sort();
    names
}
