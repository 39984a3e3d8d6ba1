//! The releases folder: which files there are, and their bytes.
//!
//! Links are not followed, so no loop can be walked and nothing outside the folder is read.

use std::fs::File;
use std::io::Read as _;
use std::path::{Component, Path, PathBuf};

use walkdir::WalkDir;

use super::{Fault, shown};
use crate::problem::Problem;
use crate::release::ImageKind;
use crate::source::Format;
use crate::source::name::{self, Kind};
use crate::source::translation::{self, Named};

/// A file that is to be read as a release.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// As messages name it.
    pub shown: String,
    pub path: PathBuf,
    pub stem: String,
    pub format: Format,
    /// The language its name says, where a file beside it says another.
    pub translation: Option<Named>,
}

#[derive(Debug, Default)]
pub struct Listing {
    /// Sorted by path, so that the folder's own order never shows.
    pub files: Vec<SourceFile>,
    /// What is no release, sorted.
    pub passed_over: Vec<String>,
    pub problems: Vec<Problem>,
}

impl SourceFile {
    /// A file named on the command line; an ending that says nothing is read as plain text.
    pub fn named(path: &Path) -> Self {
        let file_name = path.file_name().unwrap_or_default().to_string_lossy();
        let format = match name::kind(&file_name) {
            Kind::Release(format) => format,
            _ => Format::Text,
        };
        let mut file =
            Self { shown: shown(path), path: path.to_owned(), stem: stem(&file_name), format, translation: None };
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        if file.tongue_in_name().is_some() {
            let beside = std::fs::read_dir(folder).into_iter().flatten().flatten().filter_map(|entry| {
                let file_name = entry.file_name().to_string_lossy().into_owned();
                let release = entry.path() != file.path && matches!(name::kind(&file_name), Kind::Release(_));
                release.then(|| translation::named(&file.folder(), &stem(&file_name)))
            });
            let names = std::iter::once(file.tongue_in_name()).chain(beside).collect();
            file.translation = translation::shared(names).into_iter().next().flatten();
        }
        file
    }

    fn folder(&self) -> String {
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
                &self.shown,
                format!("the file is larger than {mib} MiB"),
                "a release is text; put pictures and tables beside it",
            )));
        }
        Ok(Ok(bytes))
    }
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
    let visible = |entry: &walkdir::DirEntry| {
        entry.depth() == 0
            || !entry.file_type().is_dir()
            || !entry.file_name().to_string_lossy().starts_with(['.', '_'])
    };
    for entry in WalkDir::new(folder).into_iter().filter_entry(visible) {
        let entry = entry.map_err(|error| {
            let path = error.path().unwrap_or(folder).to_owned();
            Fault::new(&path, "reading", error.into())
        })?;
        if entry.file_type().is_dir() {
            continue;
        }
        let shown = shown(entry.path());
        let file_name = entry.file_name().to_string_lossy();
        match name::kind(&file_name) {
            Kind::Other => listing.passed_over.push(shown),
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
                    shown,
                    stem: stem(&file_name),
                    path: entry.into_path(),
                    format,
                    translation: None,
                });
            }
        }
    }
    listing.files.sort_by(|a, b| a.shown.cmp(&b.shown));
    let names = translation::shared(listing.files.iter().map(SourceFile::tongue_in_name).collect());
    for (file, named) in listing.files.iter_mut().zip(names) {
        file.translation = named;
    }
    listing.passed_over.sort();
    Ok(listing)
}

/// A picture beside a release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PictureFile {
    pub path: PathBuf,
    pub kind: ImageKind,
    /// Bytes.
    pub length: u64,
    pub size: Option<(u32, u32)>,
}

/// Why a named picture can't be used: what is wrong, and the remedy.
pub type Unusable = (&'static str, &'static str);

/// Looks at the picture that a release names.
///
/// # Errors
/// What is wrong with it, for the line that names it.
pub fn picture(release: &Path, name: &str) -> Result<PictureFile, Unusable> {
    let relative = Path::new(name);
    if !relative.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir))
        || name.contains('\\')
    {
        return Err((
            "the picture lies outside the release's folder",
            "put it beside the release and name it without `..`",
        ));
    }
    let folder = release.parent().unwrap_or(Path::new(""));
    // No part of the way may be a link, which could lead out of the folder.
    let linked = |way: &Path| std::fs::symlink_metadata(folder.join(way)).is_ok_and(|metadata| metadata.is_symlink());
    if relative.ancestors().skip(1).any(|way| !way.as_os_str().is_empty() && linked(way)) {
        return Err(("the picture lies behind a link", "put it beside the release"));
    }
    let path = folder.join(relative);
    let missing = ("there is no such picture", "put it beside the release, or correct its name");
    let metadata = std::fs::symlink_metadata(&path).map_err(|_| missing)?;
    if !metadata.is_file() {
        return Err(("the picture is a link or a folder", "put the file itself beside the release"));
    }
    // The first bytes tell the kind; sizes can stand later, but never past this.
    let mut head = Vec::new();
    let opened = File::open(&path).and_then(|file| file.take(256 * 1024).read_to_end(&mut head));
    opened.map_err(|_| ("the picture can't be read", "check its permissions"))?;
    let kind = ImageKind::sniff(&head)
        .ok_or(("this is no picture that feed readers show", "use JPEG, PNG, GIF, WebP or AVIF"))?;
    if ImageKind::of_extension(name).is_some_and(|named| named != kind) {
        return Err(("the picture is not of the kind its name says", "give it the ending of its kind"));
    }
    let size = picture_size(&head);
    Ok(PictureFile { path, kind, length: metadata.len(), size })
}

/// Width and height of a picture, by its first bytes.
pub fn picture_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let size = imagesize::blob_size(bytes).ok()?;
    Some((u32::try_from(size.width).ok()?, u32::try_from(size.height).ok()?))
}
