//! The files that are copied to a release's folder, and the addresses they get there.

use std::path::PathBuf;

use unicode_normalization::UnicodeNormalization as _;
use url::Url;

use super::RELEASES;
use crate::disk::enclosure::Unusable;
use crate::release::{FileKind, Slug};
use crate::{characters, link, problem};

/// A file to be copied to its release's folder.
#[derive(Debug, Clone)]
pub struct Enclosure {
    pub from: Origin,
    /// Path below the output folder.
    pub to: String,
}

/// Where its bytes are; they are fetched when they are written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    File(PathBuf),
    /// A part of a DOCX: the document, and the part's name.
    PartOf(PathBuf, String),
}

/// All of one release; no two have one name.
pub struct Enclosures<'a> {
    permalink: &'a Url,
    pub all: Vec<Enclosure>,
}

impl<'a> Enclosures<'a> {
    pub fn new(permalink: &'a Url) -> Self {
        Self { permalink, all: Vec::new() }
    }

    /// Notes that a file is to be copied, and says under which address.
    pub fn add(&mut self, name: &str, kind: FileKind, from: Origin, noun: &str) -> Result<Url, Unusable> {
        let name = copy_name(name, kind, noun);
        let outside = || (format!("the {noun}'s name makes no address"), "name it with letters, digits and hyphens");
        let url = link::resolve(&name, self.permalink).ok_or_else(outside)?;
        let folder = self.permalink.path_segments().and_then(|mut parts| parts.nth_back(1)).unwrap_or_default();
        let to = format!("{RELEASES}/{folder}/{name}");
        // Not every file system tells names apart by case.
        if self.all.iter().any(|other| other.to.eq_ignore_ascii_case(&to)) {
            return Err((format!("another {noun} of this release has this name already"), "rename one of the two"));
        }
        self.all.push(Enclosure { from, to });
        Ok(url)
    }
}

/// What a file is called where readers see it: without its folders, and without what no feed can hold.
pub fn file_name(name: &str) -> String {
    let name: String = name.rsplit('/').next().unwrap_or(name).nfc().filter(|c| characters::is_xml(*c)).collect();
    problem::printable(&name)
}

/// A file name that every server and file system serves alike; folders become part of it, so that
/// two files of one name stay two. Never the page of the release.
fn copy_name(name: &str, kind: FileKind, noun: &str) -> String {
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    let stem = stem.trim_start_matches("./").replace('/', "-");
    let stem = Slug::of_stem(&stem).map_or_else(|| noun.to_owned(), |slug| slug.to_string());
    let extension = match FileKind::of_extension(name) {
        Some(_) => extension.to_ascii_lowercase(),
        None => kind.mime().rsplit('/').next().unwrap_or_default().to_owned(),
    };
    format!("{stem}.{extension}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_has_a_name_for_every_server_and_never_that_of_the_page() {
        let name = |name: &str| copy_name(name, FileKind::Pdf, "attachment");
        assert_eq!(name("Größe & Maß.PDF"), "Groesse-Mass.pdf");
        assert_eq!(name("./a/b.pdf"), "a-b.pdf");
        assert_eq!(name("東京.pdf"), "attachment.pdf");
        assert_eq!(name("index.html"), "index.pdf");
        assert_eq!(name("index"), "index.pdf");
    }

    #[test]
    fn a_name_from_the_disk_holds_nothing_that_a_feed_can_not() {
        assert_eq!(file_name("a/Pla\u{1}n\n\u{FFFE}\u{202E}.pdf"), "Plan \u{FFFD}.pdf");
        assert_eq!(file_name("Gro\u{308}ße.pdf"), "Größe.pdf");
    }
}
