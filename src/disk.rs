//! The only room that touches files: reads the releases folder, writes the output folder.
//!
//! Knows paths and bytes, never a headline. Nothing outside the two folders is read. Deleted are
//! temporary files of our own, and what an edition of ours put there and this one has no more; what
//! people write is never overwritten. A preview has a folder of its own.

pub mod beside;
pub mod built;
mod bytes;
pub mod drawer;
pub mod earlier;
pub mod enclosure;
pub mod fresh;
pub mod input;
pub mod output;
mod removal;
mod set_aside;
pub mod shelf;
mod staged;
mod staging;
pub mod standing;
mod syncing;
mod temporary;

use std::fmt;
use std::io;
use std::path::Path;

use crate::address::INDEX;
use crate::problem::Problem;

/// The file system refused. `path` is how messages name it.
#[derive(Debug)]
pub struct Fault {
    pub path: String,
    pub doing: &'static str,
    pub why: io::Error,
    /// Something of others stands where we would write.
    foreign: bool,
    /// The argument that names another place to write to.
    elsewhere: Option<&'static str>,
}

impl Fault {
    pub fn new(path: &Path, doing: &'static str, why: io::Error) -> Self {
        Self { path: shown(path), doing, why, foreign: false, elsewhere: None }
    }

    /// With the argument that names another place to write to.
    #[must_use]
    pub fn elsewhere(mut self, argument: &'static str) -> Self {
        self.elsewhere = Some(argument);
        self
    }

    /// Whether something of others stands in the way, and nothing is wrong with the file system.
    pub fn is_foreign(&self) -> bool {
        self.foreign
    }

    pub(crate) fn foreign(mut self) -> Self {
        self.foreign = true;
        self
    }

    /// As any other problem, of the file or folder that is not as it should be.
    pub fn problem(&self) -> Problem {
        let fix = match self.why.kind() {
            io::ErrorKind::PermissionDenied => "check who owns it and its permissions".to_owned(),
            io::ErrorKind::StorageFull => "make room on the disk".to_owned(),
            io::ErrorKind::ReadOnlyFilesystem => {
                self.elsewhere.map(|argument| format!("name another place with `{argument}`")).unwrap_or_default()
            }
            io::ErrorKind::AlreadyExists if self.foreign => {
                let what = if self.path.ends_with(INDEX) { "page" } else { "file" };
                let what = format!("this {what} is not of dateline's making, and would be written over");
                return Problem::of_file(&self.path, what, "name another folder with `--out`, or delete it");
            }
            _ => String::new(),
        };
        Problem::of_file(&self.path, format!("{} failed: {}", self.doing, self.why), fix)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.problem().human())
    }
}

impl std::error::Error for Fault {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.why)
    }
}

/// A path as messages and `stdout` show it: with slashes on every system. Elsewhere than on Windows a backslash is a
/// letter of a name.
pub fn shown(path: &Path) -> String {
    let shown = path.to_string_lossy();
    if cfg!(windows) { shown.replace('\\', "/") } else { shown.into_owned() }
}

/// A small file that may be missing.
///
/// # Errors
/// When it is there and can't be read. A pipe or a device, which may never end, is not waited for.
pub fn read_optional(path: &Path) -> Result<Option<Vec<u8>>, Fault> {
    let read = std::fs::metadata(path).and_then(|there| {
        let is_special = !there.is_file() && !there.is_dir();
        if is_special { Err(io::Error::other("this is no file")) } else { std::fs::read(path) }
    });
    match read {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Ok(None),
        Err(error) => Err(Fault::new(path, "reading", error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(kind: io::ErrorKind) -> String {
        Fault::new(Path::new("public"), "writing", kind.into()).to_string()
    }

    #[test]
    fn a_refusal_that_has_a_remedy_names_it_and_another_names_none() {
        assert!(said(io::ErrorKind::PermissionDenied).ends_with("; check who owns it and its permissions"));
        assert!(said(io::ErrorKind::StorageFull).ends_with("; make room on the disk"));
        let read_only = Fault::new(Path::new("public"), "writing", io::ErrorKind::ReadOnlyFilesystem.into());
        assert_eq!(read_only.to_string(), "public: writing failed: read-only filesystem or storage medium");
        let remedy = "; name another place with `--out`";
        assert!(read_only.elsewhere("--out").to_string().ends_with(remedy));
        assert_eq!(said(io::ErrorKind::TimedOut), "public: writing failed: timed out");
        assert_eq!(said(io::ErrorKind::AlreadyExists), "public: writing failed: entity already exists");
    }

    #[test]
    fn a_file_that_is_missing_is_none_and_one_that_can_not_be_read_is_told_of() {
        let here = std::env::temp_dir();
        assert!(matches!(read_optional(&here.join("no such file of dateline")), Ok(None)));
        assert!(read_optional(&here).is_err());
    }

    #[test]
    fn a_page_of_others_is_said_to_be_one() {
        let said = |path: &str| {
            Fault::new(Path::new(path), "writing", io::ErrorKind::AlreadyExists.into()).foreign().to_string()
        };
        assert!(said("public/index.html").starts_with("public/index.html: this page is not of dateline's making"));
        assert!(said("public/style.css").starts_with("public/style.css: this file is not of dateline's making"));
    }
}
