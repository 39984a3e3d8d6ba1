//! The releases folder: which files there are, and their bytes.
//!
//! Links in it are not followed, so no loop can be walked and nothing outside the folder is read.

use std::collections::HashSet;
use std::ffi::OsStr;
use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::beside::{self, Beside};
use super::{Fault, set_aside, shown};
use crate::problem::Problem;
use crate::source::Format;
use crate::source::name::{self, Kind};
use crate::source::translation::{self, Named};
use crate::source::unfinished;

/// A file that is to be read as a release.
#[derive(Debug, Clone)]
pub struct SourceFile {
    pub path: PathBuf,
    pub stem: String,
    pub format: Format,
    /// The language its name says, where a file beside it says another.
    pub translation: Option<Named>,
    /// What belongs to it by name or folder, in the order of names.
    pub beside: Vec<Beside>,
    /// The folders that it lies in, below that of all releases.
    pub below: Vec<String>,
}

#[derive(Debug, Default)]
pub struct Listing {
    /// Sorted by path, so that the folder's own order never shows.
    pub files: Vec<SourceFile>,
    /// What is no release by itself, sorted.
    pub passed_over: Vec<String>,
    /// Word files in a release's folder, which go with it only where it names them; in `passed_over`, too.
    pub documents: HashSet<String>,
    /// Among what is no release, what may be data for the releases beside it.
    pub data: Vec<PathBuf>,
    /// Files of formats that releases have, in folders whose name begins with `_`.
    pub set_aside: Vec<String>,
    pub problems: Vec<Problem>,
}

impl SourceFile {
    /// A file named on the command line; an ending that says nothing is read as plain text.
    pub fn named(path: &Path) -> Self {
        let file_name = path.file_name().unwrap_or_default().to_string_lossy();
        let format = name::format(&file_name).unwrap_or(Format::Text);
        let mut file = Self {
            path: path.to_owned(),
            stem: slug_name(path, None),
            format,
            translation: None,
            beside: Vec::new(),
            below: path.parent().and_then(Path::file_name).map(name_of).into_iter().collect(),
        };
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        if file.tongue_in_name().is_some() {
            let beside = std::fs::read_dir(folder).into_iter().flatten().flatten().filter_map(|entry| {
                let file_name = entry.file_name().to_string_lossy().into_owned();
                let release = entry.path() != file.path && matches!(name::kind(&file_name), Kind::Release(_));
                release.then(|| translation::named(&file.folder(), &slug_name(&entry.path(), None)))
            });
            let names = std::iter::once(file.tongue_in_name()).chain(beside).collect();
            file.translation = translation::shared(names).into_iter().next().flatten();
        }
        file
    }

    /// As messages name it.
    pub fn shown(&self) -> String {
        shown(&self.path)
    }

    pub(super) fn folder(&self) -> String {
        self.path.parent().map(shown).unwrap_or_default()
    }

    fn tongue_in_name(&self) -> Option<Named> {
        translation::named(&self.folder(), &self.stem)
    }

    /// # Errors
    /// When the file can't be read, or is larger than its format may be (`Ok(Err(_))`).
    pub fn bytes(&self) -> Result<Result<Vec<u8>, Problem>, Fault> {
        let file = File::open(&self.path).map_err(|error| Fault::new(&self.path, "reading", error))?;
        let mut bytes = Vec::new();
        let largest = self.format.largest();
        file.take(largest + 1).read_to_end(&mut bytes).map_err(|error| Fault::new(&self.path, "reading", error))?;
        if bytes.len() as u64 > largest {
            let mib = largest / 1024 / 1024;
            return Ok(Err(Problem::of_file(
                &self.shown(),
                format!("the file is larger than {mib} MiB"),
                "a release is text; put pictures and tables beside it",
            )));
        }
        Ok(Ok(bytes))
    }
}

pub(super) fn walk_fault(folder: &Path, error: walkdir::Error) -> Fault {
    let path = error.path().unwrap_or(folder).to_owned();
    Fault::new(&path, "reading", error.into())
}

/// The name that a release's address is made of: its file's, and its folder's where the file is an `index`, as
/// generators of sites keep a page with its pictures.
fn slug_name(path: &Path, root: Option<&Path>) -> String {
    const INDEX: &str = "index";
    let own = stem(&path.file_name().unwrap_or_default().to_string_lossy());
    // "index.de" is a translation in the same folder.
    let Some(tongue) = own.strip_prefix(INDEX).filter(|rest| rest.is_empty() || rest.starts_with('.')) else {
        return own;
    };
    let folder = path.parent().filter(|folder| root.is_none_or(|root| *folder != root));
    let folder = folder.and_then(Path::file_name).map(|name| name.to_string_lossy());
    // A year, a month or a language is no release's name, nor is the folder of them all.
    let is_name = |name: &str| {
        name.chars().filter(|c| c.is_alphabetic()).count() > 2 && !(root.is_none() && name == DEFAULT_FOLDER)
    };
    folder.filter(|name| is_name(name)).map_or_else(|| own.clone(), |name| format!("{name}{tongue}"))
}

/// Where a file named on the command line lies when nothing else is known of it.
const DEFAULT_FOLDER: &str = "releases";

fn name_of(part: &OsStr) -> String {
    part.to_string_lossy().into_owned()
}

fn stem(file_name: &str) -> String {
    match file_name.rsplit_once('.') {
        Some((stem, _)) if !stem.is_empty() => stem.to_owned(),
        _ => file_name.to_owned(),
    }
}

/// Walks the folder.
///
/// # Errors
/// When a folder in it can't be read.
pub fn list(folder: &Path) -> Result<Listing, Fault> {
    let mut listing = Listing::default();
    let mut others = Vec::new();
    let mut aside = Vec::new();
    let visible = |entry: &walkdir::DirEntry| {
        let name = entry.file_name().to_string_lossy();
        let is_folder = entry.file_type().is_dir();
        if is_folder && name.starts_with('_') {
            aside.push(entry.path().to_owned());
        }
        !is_folder || !name.starts_with(['.', '_'])
    };
    // The folder itself is what was asked for, also where it is a link.
    for entry in WalkDir::new(folder).min_depth(1).into_iter().filter_entry(visible) {
        let entry = entry.map_err(|error| walk_fault(folder, error))?;
        if entry.file_type().is_dir() {
            continue;
        }
        let shown = shown(entry.path());
        let file_name = entry.file_name().to_string_lossy();
        let below = entry.path().strip_prefix(folder).unwrap_or(entry.path()).parent();
        let below: Vec<String> = below.into_iter().flatten().map(name_of).collect();
        if below.iter().any(|name| unfinished::is_folder(name) || name::is_set_aside(name)) {
            listing.passed_over.push(shown);
            continue;
        }
        match name::kind(&file_name) {
            Kind::Beside if entry.file_type().is_file() => others.push(entry.into_path()),
            Kind::Other | Kind::Beside => {
                if entry.file_type().is_file() {
                    listing.data.push(entry.into_path());
                }
                listing.passed_over.push(shown);
            }
            _ if !entry.file_type().is_file() => {
                listing.problems.push(Problem::of_file(
                    &shown,
                    "this is a link or a device, not a file",
                    "put the file itself here",
                ));
            }
            Kind::Unreadable(fix) => {
                listing.problems.push(Problem::of_file(
                    &shown,
                    "this may be a release, but it is none of .txt, .md, .docx, .html or .pdf",
                    fix,
                ));
            }
            Kind::Release(format) => {
                listing.files.push(SourceFile {
                    stem: slug_name(entry.path(), Some(folder)),
                    path: entry.into_path(),
                    format,
                    translation: None,
                    beside: Vec::new(),
                    below,
                });
            }
        }
    }
    set_aside::tell(&aside, &mut listing)?;
    listing.data.sort();
    listing.files.sort_by_cached_key(SourceFile::shown);
    let root = shown(folder);
    let root = root.trim_end_matches('/');
    beside::set_aside_same_names(&mut listing.files, &mut others);
    let names = translation::shared(listing.files.iter().map(SourceFile::tongue_in_name).collect());
    for (file, named) in listing.files.iter_mut().zip(names) {
        file.translation = named;
    }
    let documents = beside::take_documents(root, &mut listing.files);
    listing.documents = documents.iter().map(|path| shown(path)).collect();
    listing.passed_over.extend(listing.documents.iter().cloned());
    let left = beside::give(root, &mut listing.files, others);
    listing.passed_over.extend(left.iter().map(|path| shown(path)));
    listing.passed_over.sort();
    Ok(listing)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::expect_used)] // In a test an expectation that fails is the message.

    use super::*;

    #[test]
    fn a_name_that_is_nothing_but_an_ending_stays_whole() {
        assert_eq!(SourceFile::named(Path::new("releases/.txt")).stem, ".txt");
        assert_eq!(SourceFile::named(Path::new("releases/fair.txt")).stem, "fair");
    }

    #[test]
    fn an_index_is_called_as_its_folder_is() {
        for (path, name) in [
            ("news/2026/lamp-lit/index.md", "lamp-lit"),
            ("news/2026/lamp-lit/index.de.md", "lamp-lit.de"),
            ("news/2026/index.md", "index"),
            ("news/de/index.md", "index"),
            ("news/index.md", "index"),
            ("news/lamp-lit/indexed.md", "indexed"),
        ] {
            assert_eq!(slug_name(Path::new(path), Some(Path::new("news"))), name, "{path}");
        }
        assert_eq!(slug_name(Path::new("releases/index.md"), None), "index");
        assert!(unfinished::is_folder("Entwu\u{308}rfe") && !unfinished::is_folder("Draft budget"));
    }

    #[test]
    fn a_file_is_read_up_to_its_largest_size_and_one_byte_more_is_a_problem() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("release.txt");
        let file = File::create(&path).expect("a file");
        let source = SourceFile::named(&path);
        let largest = Format::Text.largest();
        file.set_len(largest).expect("a length");
        let bytes = source.bytes().expect("a readable file").expect("a file that is not too large");
        assert_eq!(bytes.len() as u64, largest);
        file.set_len(largest + 1).expect("a length");
        let problem = source.bytes().expect("a readable file").expect_err("a problem");
        assert_eq!(problem.what, "the file is larger than 1 MiB");
    }
}
