//! A file that goes with a release: where it lies, what it is, how long it is.
//!
//! A name leads nowhere but to a file in the release's own folder or below it; no link is followed.

use std::fs::File;
use std::io::Read as _;
use std::path::{Component, Path, PathBuf};

use unicode_normalization::UnicodeNormalization as _;

use crate::release::{FileKind, ImageKind, svg};

/// A picture beside a release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PictureFile {
    pub path: PathBuf,
    pub kind: ImageKind,
    /// Bytes.
    pub length: u64,
    pub size: Option<(u32, u32)>,
}

/// Any other file beside a release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttachedFile {
    pub path: PathBuf,
    pub kind: FileKind,
    /// Bytes.
    pub length: u64,
}

/// Why a file can't be used: what is wrong, and the remedy.
pub type Unusable = (String, &'static str);

/// The first bytes tell the kind; the size of a picture can stand later, but never past this.
const HEAD: u64 = 256 * 1024;
/// The largest text that is read to see whether it is harmless.
const LARGEST_TEXT: u64 = 32 * 1024 * 1024;

/// Looks at the picture that a release names.
///
/// # Errors
/// What is wrong with it, for the line that names it.
pub fn picture(release: &Path, name: &str) -> Result<PictureFile, Unusable> {
    let (path, length) = find(release, name, "picture")?;
    let head = head(&path, HEAD).map_err(|()| unreadable("picture"))?;
    let kind = ImageKind::sniff(&head).ok_or_else(|| {
        let is_svg = FileKind::of_extension(name) == Some(FileKind::Svg);
        let fix =
            if is_svg { "use PNG or JPEG; an SVG can be an attachment" } else { "use JPEG, PNG, GIF, WebP or AVIF" };
        ("this is no picture that feed readers show".to_owned(), fix)
    })?;
    if ImageKind::of_extension(name).is_some_and(|named| named != kind) {
        return Err(misnamed("picture", &head));
    }
    let size = picture_size(&head);
    Ok(PictureFile { path, kind, length, size })
}

/// Looks at the attachment that a release names.
///
/// # Errors
/// What is wrong with it, for the line that names it.
pub fn attachment(release: &Path, name: &str) -> Result<AttachedFile, Unusable> {
    within(name, "attachment")?;
    let kind = FileKind::of_extension(name).ok_or((
        "a file of this kind can't be an attachment".to_owned(),
        "use PDF, a picture, sound, a film, an Office file, CSV, ICS, or put it into a ZIP file",
    ))?;
    let (path, length) = find(release, name, "attachment")?;
    if length == 0 {
        return Err(("the attachment is empty".to_owned(), "put the file here again"));
    }
    if kind.is_text() && length > LARGEST_TEXT {
        return Err(("the attachment is larger than such a file may be".to_owned(), "put it into a ZIP file"));
    }
    let most = if kind.is_text() { LARGEST_TEXT } else { HEAD };
    let head = head(&path, most).map_err(|()| unreadable("attachment"))?;
    if !kind.fits(&head) {
        return Err(misnamed("attachment", &head));
    }
    if kind.is_text() {
        let text = std::str::from_utf8(&head)
            .ok()
            .filter(|text| !text.contains('\0'))
            .ok_or(("the attachment is not UTF-8".to_owned(), "save it as UTF-8"))?;
        if kind == FileKind::Svg {
            svg::check(text.trim_start_matches('\u{FEFF}')).map_err(|(what, fix)| (what.to_owned(), fix))?;
        }
    }
    Ok(AttachedFile { path, kind, length })
}

/// Width and height of a picture, by its first bytes.
pub fn picture_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let size = imagesize::blob_size(bytes).ok()?;
    Some((u32::try_from(size.width).ok()?, u32::try_from(size.height).ok()?))
}

/// What two names of one file share, whatever the file system makes of letters.
pub fn folded(name: &str) -> String {
    name.nfc().flat_map(char::to_lowercase).nfc().collect()
}

/// The file itself, however its name is spelt: the same on every system.
pub fn identity(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

/// Whether a file lies there, and no link, pipe or device.
pub fn is_file(path: &Path) -> bool {
    std::fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_file())
}

/// The file that a release names, whatever is in it.
pub fn named(release: &Path, name: &str) -> Option<PathBuf> {
    find(release, name, "attachment").ok().map(|(path, _)| path)
}

fn within(name: &str, noun: &str) -> Result<(), Unusable> {
    // It parts folders on some systems alone, and a newsroom is to be the same on all.
    if name.contains('\\') {
        return Err((format!("the {noun}'s name holds a backslash"), "rename it, and write `/` between folders"));
    }
    let mut parts = Path::new(name).components();
    if parts.all(|part| matches!(part, Component::Normal(_) | Component::CurDir)) {
        return Ok(());
    }
    if name.starts_with('/') {
        let fix = "put it beside the release and give its name alone";
        return Err((format!("the {noun}'s address begins with `/`, which no folder here does"), fix));
    }
    Err((format!("the {noun} lies outside the release's folder"), "put it beside the release and name it without `..`"))
}

fn find(release: &Path, name: &str, noun: &str) -> Result<(PathBuf, u64), Unusable> {
    within(name, noun)?;
    let relative = Path::new(name);
    let folder = release.parent().unwrap_or(Path::new(""));
    // No part of the way may be a link, which could lead out of the folder.
    let linked = |way: &Path| std::fs::symlink_metadata(folder.join(way)).is_ok_and(|metadata| metadata.is_symlink());
    if relative.ancestors().skip(1).any(|way| !way.as_os_str().is_empty() && linked(way)) {
        return Err((format!("the {noun} lies behind a link"), "put it beside the release"));
    }
    // Without `./`, so that it is called as the folder's own listing calls it.
    let mut path: PathBuf = folder.join(relative).components().collect();
    let mut metadata = std::fs::symlink_metadata(&path);
    if metadata.is_err()
        && let Some(meant) = spelt_otherwise(&path)
    {
        metadata = std::fs::symlink_metadata(&meant);
        path = meant;
    }
    let missing = |_| (format!("there is no such {noun}"), "put it beside the release, or correct its name");
    let metadata = metadata.map_err(missing)?;
    if !metadata.is_file() {
        return Err((format!("the {noun} is a link or a folder"), "put the file itself beside the release"));
    }
    Ok((path, metadata.len()))
}

/// The one file whose name differs in nothing but case or the composition of its letters, which
/// some file systems take for the same.
fn spelt_otherwise(path: &Path) -> Option<PathBuf> {
    let wanted = folded(&path.file_name()?.to_string_lossy());
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let entries = std::fs::read_dir(folder).ok()?.flatten();
    let mut like = entries.filter(|entry| folded(&entry.file_name().to_string_lossy()) == wanted);
    let found = like.next()?;
    like.next().is_none().then(|| path.with_file_name(found.file_name()))
}

fn head(path: &Path, most: u64) -> Result<Vec<u8>, ()> {
    let mut head = Vec::new();
    let opened = File::open(path).and_then(|file| file.take(most).read_to_end(&mut head));
    opened.map(|_| head).map_err(|_| ())
}

fn unreadable(noun: &str) -> Unusable {
    (format!("the {noun} can't be read"), "check its permissions")
}

fn misnamed(noun: &str, head: &[u8]) -> Unusable {
    let fix = match ImageKind::sniff(head) {
        Some(ImageKind::Jpeg) => "it is a JPEG: give it the ending `.jpg`",
        Some(ImageKind::Png) => "it is a PNG: give it the ending `.png`",
        Some(ImageKind::Gif) => "it is a GIF: give it the ending `.gif`",
        Some(ImageKind::Webp) => "it is a WebP: give it the ending `.webp`",
        Some(ImageKind::Avif) => "it is an AVIF: give it the ending `.avif`",
        None if FileKind::Pdf.fits(head) => "it is a PDF: give it the ending `.pdf`",
        None => "give it the ending of its kind",
    };
    (format!("the {noun} is not of the kind its name says"), fix)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::expect_used)] // In a test an expectation that fails is the message.

    use super::*;

    #[test]
    fn a_text_may_have_thirty_two_mebibytes_and_not_one_byte_more() {
        let folder = tempfile::tempdir().expect("a folder");
        let release = folder.path().join("release.md");
        let file = File::create(folder.path().join("table.csv")).expect("a file");
        let said = |length| {
            file.set_len(length).expect("a length");
            attachment(&release, "table.csv").expect_err("nothing but zeros is no text").0
        };
        assert_eq!(said(33_554_432), "the attachment is not UTF-8");
        assert_eq!(said(33_554_433), "the attachment is larger than such a file may be");
    }

    #[test]
    fn the_size_of_a_picture_is_found_behind_long_notes_of_its_camera() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut bytes = vec![0xFF, 0xD8];
        for _ in 0..3 {
            bytes.extend([0xFF, 0xE1, 0xFF, 0xFF]);
            bytes.resize(bytes.len() + 0xFFFD, 0);
        }
        bytes.extend([0xFF, 0xC0, 0, 11, 8, 0, 30, 0, 40, 1, 1, 0x11, 0]);
        std::fs::write(folder.path().join("crane.jpg"), bytes).expect("a file");
        let found = picture(&folder.path().join("release.md"), "crane.jpg").expect("a picture");
        assert_eq!(found.size, Some((40, 30)));
    }
}
