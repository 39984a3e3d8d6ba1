//! One document of a live feed, in any of the three formats and by whichever tool: its entries, and
//! the address at which its archive goes on.
//!
//! Lenient where readers are: what they would show is what counts here, not whether it is valid.

mod json;
mod xml;

use chrono::DateTime;

use super::print::Print;
use crate::instant::Instant;

/// An entry as readers have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LiveEntry {
    pub id: String,
    pub title: String,
    pub link: Option<String>,
    pub published: Option<Instant>,
    /// RSS has none.
    pub updated: Option<Instant>,
    /// None where only a summary is live.
    pub text: Option<Text>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Text {
    Html(Print),
    Plain(Print),
}

#[derive(Debug, PartialEq, Eq)]
pub struct Page {
    pub entries: Vec<LiveEntry>,
    /// As written, so perhaps relative.
    pub older: Option<String>,
}

/// Why bytes are no feed, in words for the end of a sentence.
#[derive(Debug, PartialEq, Eq)]
pub struct NotAFeed(pub String);

/// # Errors
/// When no reader could make a feed of the bytes.
pub fn read(bytes: &[u8]) -> Result<Page, NotAFeed> {
    let text = decoded(bytes);
    match text.chars().next() {
        Some('{') => json::read(&text),
        Some('<') => xml::read(&text),
        None => Err(NotAFeed("it is empty".to_owned())),
        Some(_) => Err(NotAFeed("it begins neither as XML nor as JSON".to_owned())),
    }
}

/// Ours are UTF-8; another tool's XML may say otherwise.
fn decoded(bytes: &[u8]) -> String {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(200)]).into_owned();
    let declaration = head.split_once("?>").map_or("", |(declaration, _)| declaration);
    let declared = declaration.split_once("encoding=").and_then(|(_, rest)| rest.split(['"', '\'']).nth(1));
    let encoding = declared.and_then(|label| encoding_rs::Encoding::for_label(label.as_bytes()));
    let (text, _, _) = encoding.unwrap_or(encoding_rs::UTF_8).decode(bytes);
    text.trim_start().to_owned()
}

/// As RFC 3339 (Atom, JSON Feed) or RFC 822 (RSS).
fn instant(text: &str) -> Option<Instant> {
    let text = text.trim();
    Instant::parse(text).or_else(|| Instant::parse(&DateTime::parse_from_rfc2822(text).ok()?.to_rfc3339()))
}

impl LiveEntry {
    /// What a reader knows it by: its id, else its address, else its title. Without any of them no
    /// reader can tell it from others.
    fn identified(mut self) -> Option<Self> {
        if self.id.is_empty() {
            self.id = self.link.clone().unwrap_or_else(|| self.title.clone());
        }
        (!self.id.is_empty()).then_some(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn only(bytes: &[u8]) -> LiveEntry {
        let page = read(bytes).expect("a feed");
        assert_eq!(page.entries.len(), 1);
        page.entries.into_iter().next().expect("an entry")
    }

    #[test]
    fn an_rss_item_without_a_guid_is_known_by_its_link() {
        let item = only(
            b"\n<rss version='2.0'><channel><item><title>A &amp; B</title><link>https://x.example/a</link>\
            <pubDate>Mon, 02 Mar 2026 08:00:00 GMT</pubDate><description>S</description></item></channel></rss>",
        );
        assert_eq!((item.id.as_str(), item.title.as_str()), ("https://x.example/a", "A & B"));
        assert_eq!(item.published, Instant::parse("2026-03-02T09:00:00+01:00"));
        assert_eq!(item.text, None);
    }

    #[test]
    fn rss_1_0_and_another_encoding_are_understood() {
        let item = only(
            b"<?xml version='1.0' encoding='iso-8859-1'?><rdf:RDF xmlns='http://purl.org/rss/1.0/' \
            xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><item rdf:about='https://x.example/1'>\
            <title>M\xFCnchen</title><link>https://x.example/1</link></item></rdf:RDF>",
        );
        assert_eq!(item.title, "M\u{FC}nchen");
    }

    #[test]
    fn an_atom_entry_in_xhtml_has_the_words_of_the_same_in_html() {
        let atom = |content: &str| {
            format!(
                "<feed xmlns='http://www.w3.org/2005/Atom'><link rel='prev-archive' href='archive/2.xml'/><entry>\
                <id>tag:x,2026:1</id><title type='html'>A &amp;lt;em&gt;b&lt;/em></title>\
                <link href='https://x.example/1'/><updated>2026-03-02T09:00:00Z</updated>{content}</entry></feed>"
            )
        };
        let html =
            only(atom("<content type='html'>&lt;p>Forty &lt;a href='/x'>ships&lt;/a>&lt;/p></content>").as_bytes());
        let xhtml = "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>Forty <a href='/x'>ships</a></p></div></content>";
        let xhtml = read(atom(xhtml).as_bytes()).expect("a feed");
        assert_eq!(xhtml.older.as_deref(), Some("archive/2.xml"));
        assert_eq!(html.text, xhtml.entries[0].text);
        assert!(html.text.is_some());
    }

    #[test]
    fn a_title_with_a_tag_of_a_thousand_attributes_is_taken_by_its_letters() {
        let titled = |attributes: &str| {
            let atom = format!(
                "<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>tag:x,2026:1</id>\
                <title type='html'>&lt;b {attributes}>Forty&lt;/b> ships</title></entry></feed>"
            );
            only(atom.as_bytes()).title
        };
        assert_eq!(titled("a "), "Forty ships");
        assert!(titled(&"a ".repeat(1_001)).starts_with("<b a a a"));
    }

    #[test]
    fn a_json_item_may_have_a_number_for_its_id() {
        let item = only(br#"{"version":"https://jsonfeed.org/version/1","items":[{"id":7,"content_text":"A  b"}]}"#);
        assert_eq!((item.id.as_str(), item.text), ("7", Some(Text::Plain(Print::of_text("A b", None)))));
    }

    #[test]
    fn what_is_no_feed_is_told_with_the_reason() {
        for (bytes, reason) in [
            (&b"<!DOCTYPE html><html><body>404</body></html>"[..], "it is a web page"),
            (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "its root is `svg`"),
            (b"<!DOCTYPE rss [<!ENTITY a 'b'>]><rss><channel/></rss>", "XML with DTD detected"),
            (b"{\"items\": 3}", "JSON"),
            (b"{\"error\":\"no\"}", "JSON"),
            (b"", "it is empty"),
            (b"nothing", "neither"),
        ] {
            let NotAFeed(told) = read(bytes).expect_err("no feed");
            assert!(told.contains(reason), "{told}");
        }
    }
}
