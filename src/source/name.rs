//! What the name of a file in the releases folder says: a release, something to pass over, or a
//! document that looks like a release and can't be read yet. The content is not looked at.

mod collections;
pub mod marks;

use chrono::NaiveDate;

use super::{Format, unfinished};
pub use collections::is_collection;
use marks::Mark;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    Release(Format),
    /// No release; passed over and counted, unless a release names it.
    Other,
    /// No release, and taken up by itself where it lies beside one.
    Beside,
    /// Most likely a release in a format that is not read; the text says what to do.
    Unreadable(&'static str),
}

/// Formats that a release's pictures and attachments come in, and that hold nothing unseen.
const BESIDES: [&str; 16] = [
    "jpg", "jpeg", "png", "gif", "webp", "avif", "mp3", "m4a", "wav", "ogg", "mp4", "webm", "mov", "zip", "csv", "ics",
];

/// Formats that other things beside a release come in. An Office file may hold comments, and an
/// SVG a script: they go along only where somebody says so.
const OTHERS: [&str; 12] = ["svg", "tif", "tiff", "heic", "xlsx", "pptx", "json", "yaml", "yml", "toml", "xml", "css"];

const OFFICE_NAMES: [&str; 10] = [
    "readme",
    "license",
    "licence",
    "licence-mit",
    "license-mit",
    "license-apache",
    "copying",
    "changelog",
    "contributing",
    "authors",
];

pub fn kind(file_name: &str) -> Kind {
    let lower = file_name.to_lowercase();
    let (stem, extension) = match lower.rsplit_once('.') {
        Some((stem, extension)) => (stem, extension),
        None => (lower.as_str(), ""),
    };
    let hidden_or_backup = lower.starts_with(['.', '~', '#', '_'])
        || lower.ends_with(['~', '#'])
        || ["bak", "tmp", "swp", "swo", "orig", "rej", "part", "lock"].contains(&extension)
        || is_unfinished(stem)
        || is_set_aside(file_name.rsplit_once('.').map_or(file_name, |(stem, _)| stem))
        || ["thumbs.db", "desktop.ini", "icon\r"].contains(&lower.as_str());
    if hidden_or_backup || OFFICE_NAMES.contains(&stem) || OFFICE_NAMES.contains(&lower.as_str()) {
        return Kind::Other;
    }
    if let Some(format) = format_of(extension) {
        return Kind::Release(format);
    }
    match extension {
        _ if BESIDES.contains(&extension) => Kind::Beside,
        _ if OTHERS.contains(&extension) => Kind::Other,
        "doc" => Kind::Unreadable("it is an old Word document: open it and save it as .docx or as plain text"),
        "odt" => Kind::Unreadable("it is an OpenDocument text: open it and save it as .docx or as plain text"),
        "rtf" => Kind::Unreadable("it is an RTF document: open it and save it as .docx or as plain text"),
        "pages" => Kind::Unreadable("it is a Pages document: open it and export it to Word or to plain text"),
        "wpd" => Kind::Unreadable("it is a WordPerfect document: open it and save it as .docx or as plain text"),
        "eml" | "msg" | "mht" | "mhtml" => {
            Kind::Unreadable("it is a mail or a web archive: save its text as a .txt or .html file and put that here")
        }
        "" => Kind::Unreadable("give it the ending .txt if it is a release, or move it out of this folder"),
        _ => Kind::Unreadable(
            "give it the ending .txt, .md, .docx, .html or .pdf if it is such a release, or move it out of this folder",
        ),
    }
}

/// The day that a name begins with: "2008-03-12-ferry-sails", as static site generators name files.
pub fn day(name: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(name.get(.."2008-03-12".len())?, "%Y-%m-%d").ok()
}

/// The format of a file by its ending, whatever else its name says.
pub fn format(file_name: &str) -> Option<Format> {
    format_of(&file_name.rsplit_once('.')?.1.to_lowercase())
}

fn format_of(extension: &str) -> Option<Format> {
    match extension {
        "txt" | "text" => Some(Format::Text),
        "md" | "markdown" => Some(Format::Markdown),
        "html" | "htm" | "xhtml" => Some(Format::Html),
        "pdf" => Some(Format::Pdf),
        "docx" | "docm" => Some(Format::Docx),
        _ => None,
    }
}

/// Whether the name of a folder, or of a file without its ending, has a mark that says that nothing is ready there:
/// `DRAFT boat`.
pub fn is_set_aside(name: &str) -> bool {
    marks::find(name, unfinished::word) == Some(Mark::Apart)
}

/// "quay.draft", "quay.entwurf.de", "quay.bak": what stands behind a dot says that it is none yet, or none any
/// more. Within a name such a word may be of the headline.
fn is_unfinished(stem: &str) -> bool {
    let is_kept = |word: &str| ["bak", "backup", "orig"].contains(&word);
    stem.split('.').skip(1).any(|word| unfinished::is_word(word) || is_kept(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_release_is_passed_over() {
        for name in [
            ".DS_Store",
            "~$x.docx",
            "x.md~",
            "README",
            "README.md",
            "Thumbs.db",
            "#x.txt#",
            "x.txt.bak",
            "plan.svg",
            "figures.pptx",
            "_draft.txt",
            "quay.draft.md",
            "quay.Entwurf.docx",
            "quay.bak.md",
            "quay.draft.de.md",
            "DRAFT quay.md",
            "quay (Entwurf).docx",
        ] {
            assert_eq!(kind(name), Kind::Other, "{name}");
        }
    }

    #[test]
    fn what_may_go_with_a_release_is_known_by_its_ending() {
        for name in ["photo.JPG", "sound.mp3", "dates.ics", "all.zip"] {
            assert_eq!(kind(name), Kind::Beside, "{name}");
        }
        assert_eq!(kind("_photo.jpg"), Kind::Other);
    }

    #[test]
    fn a_document_is_never_silently_dropped() {
        for name in ["news.doc", "news", "news.odt", "news.rtf", "news.pages", "news.eml", "news.mht", "news.xyz"] {
            assert!(matches!(kind(name), Kind::Unreadable(_)), "{name}");
        }
    }

    #[test]
    fn every_format_is_known_by_its_ending() {
        assert_eq!(kind("draft-budget-2027.md"), Kind::Release(Format::Markdown));
        assert_eq!(kind("quay-draft.md"), Kind::Release(Format::Markdown));
        assert_eq!(kind("News 2019.TXT"), Kind::Release(Format::Text));
        assert_eq!(kind("slug.de.markdown"), Kind::Release(Format::Markdown));
        assert_eq!(kind("News.HTM"), Kind::Release(Format::Html));
        assert_eq!(kind("news.xhtml"), Kind::Release(Format::Html));
        assert_eq!(kind("News.PDF"), Kind::Release(Format::Pdf));
        assert_eq!(kind("PM 12.DOCX"), Kind::Release(Format::Docx));
        assert_eq!(kind("with-macros.docm"), Kind::Release(Format::Docx));
    }
}
