//! The media type that a document is served with, by its name alone.

use crate::feed::Format;

/// A media type, and whether it depends on who asks.
#[derive(Debug, PartialEq, Eq)]
pub struct Media {
    pub kind: String,
    pub varies: bool,
}

/// `by_a_person`: browsers show a feed's own type as bare text or save it, so a person who opens one
/// gets it as hosts do that go by `.xml`, and the stylesheet in it works.
pub fn of(name: &str, by_a_person: bool) -> Media {
    let file = name.rsplit('/').next().unwrap_or(name);
    if let Some(format) = Format::ALL.into_iter().find(|format| format.file() == file) {
        let varies = format != Format::Json;
        let kind = if varies && by_a_person { XML } else { format.media_type() };
        return Media { kind: kind.to_owned(), varies };
    }
    let kind = match file.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).as_deref() {
        Some("html" | "htm") => HTML.to_owned(),
        Some("css") => CSS.to_owned(),
        Some("js") => SCRIPT.to_owned(),
        Some("txt") => TEXT.to_owned(),
        Some("xml") => XML.to_owned(),
        Some("opml") => "text/x-opml; charset=utf-8".to_owned(),
        _ => mime_guess::from_path(file).first_or_octet_stream().to_string(),
    };
    Media { kind, varies: false }
}

pub const HTML: &str = "text/html; charset=utf-8";
pub const CSS: &str = "text/css; charset=utf-8";
pub const SCRIPT: &str = "text/javascript; charset=utf-8";
pub const TEXT: &str = "text/plain; charset=utf-8";
const XML: &str = "application/xml; charset=utf-8";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_document_has_its_type() {
        for (name, kind) in [
            ("rss.xml", "application/rss+xml"),
            ("subjects/energy/atom.xml", "application/atom+xml"),
            ("archive/1/feed.json", "application/feed+json"),
            ("feeds.opml", "text/x-opml; charset=utf-8"),
            ("sitemap.xml", "application/xml; charset=utf-8"),
            ("index.html", "text/html; charset=utf-8"),
            ("style.css", "text/css; charset=utf-8"),
            ("copy.js", "text/javascript; charset=utf-8"),
            ("releases/a/photo.JPG", "image/jpeg"),
            ("releases/a/photo.webp", "image/webp"),
            ("releases/a/logo.svg", "image/svg+xml"),
            ("releases/a/figures.pdf", "application/pdf"),
            ("releases/a/sound.mp3", "audio/mpeg"),
            ("releases/a/no-ending", "application/octet-stream"),
            ("releases/rss.xml/photo.png", "image/png"),
        ] {
            assert_eq!(of(name, false).kind, kind, "{name}");
        }
    }

    #[test]
    fn a_person_gets_the_xml_feeds_with_their_stylesheet_and_json_as_it_is() {
        for name in ["rss.xml", "archive/2/atom.xml"] {
            assert_eq!(of(name, true), Media { kind: XML.to_owned(), varies: true });
            assert!(of(name, false).varies);
        }
        assert_eq!(of("feed.json", true), Media { kind: "application/feed+json".to_owned(), varies: false });
    }
}
