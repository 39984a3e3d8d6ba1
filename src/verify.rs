//! Reads back what was written, before it is put in place, and holds it against the
//! specifications and against the release it came from.
//!
//! The crates that write the feeds let broken ones pass, and reading them back with the same
//! crates proves nothing; so this reads with others. Rules bear the names of the W3C validator's
//! messages where it has one. Nothing is repaired here.

mod agreement;
mod archive;
mod atom;
mod enclosures;
mod html;
mod json;
mod once_keyed;
mod rss;
mod tombstones;
mod translations;
mod xml;

use std::fmt;

use chrono::{DateTime, Utc};
use rayon::prelude::*;
use url::Url;

use crate::feed::{Entry, Feed, Format, Part};
use enclosures::Enclosed;

/// A rule that a document breaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub format: Format,
    pub rule: &'static str,
    pub detail: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}: {}", self.format.file(), self.rule, self.detail)
    }
}

/// Rules whose breach a headline's or a name's own wording can cause: the reading warns of it with
/// its line, and it is never in the way.
const ADVICE: [&str; 3] = ["ContainsHTML", "ContainsUndeclaredHTML", "ContainsEmail"];

impl Finding {
    /// Whether the document may be published all the same.
    pub fn is_advice(&self) -> bool {
        ADVICE.contains(&self.rule)
    }
}

/// Collects what breaks a rule in one document.
#[derive(Debug)]
struct Findings {
    format: Format,
    all: Vec<Finding>,
    content: Content,
}

/// What is known of the HTML in a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Content {
    /// Nothing, so it is judged.
    Unknown,
    /// Each entry's is held against HTML that was judged once for all formats.
    Compared,
}

impl Findings {
    fn of(format: Format, content: Content) -> Self {
        Self { format, all: Vec::new(), content }
    }

    fn content(&mut self, html: &str) {
        if self.content == Content::Unknown {
            html::check(html, self);
        }
    }

    fn add(&mut self, rule: &'static str, detail: impl fmt::Display) {
        self.all.push(Finding { format: self.format, rule, detail: detail.to_string() });
    }

    /// The detail is put into words only where the rule is broken.
    fn unless(&mut self, holds: bool, rule: &'static str, detail: impl fmt::Display) {
        if !holds {
            self.add(rule, detail);
        }
    }
}

/// A document as a reader of it sees it.
#[derive(Debug, Default)]
struct Read {
    entries: Vec<Seen>,
    /// Relation and address of the links by which documents lead to each other, and of hubs.
    links: Vec<(String, String)>,
    /// It says that it is an archive page (RFC 5005 §4).
    archive: bool,
}

/// An entry as a reader of the document sees it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Seen {
    id: String,
    link: String,
    title: String,
    published: Option<DateTime<Utc>>,
    /// `None` in RSS, which has no place for it.
    updated: Option<DateTime<Utc>>,
    summary: String,
    content: String,
    subjects: Vec<String>,
    language: Option<String>,
    /// The instant of its tombstone; only Atom knows them.
    deleted: Option<DateTime<Utc>>,
    /// Language and address of each translation.
    translations: Vec<(String, String)>,
    /// Pictures and attachments.
    enclosed: Vec<Enclosed>,
}

/// What one document breaks by itself. `address` is where it will be served.
pub fn document(format: Format, bytes: &[u8], address: &Url) -> Vec<Finding> {
    read(format, bytes, address, Content::Unknown).0
}

fn read(format: Format, bytes: &[u8], address: &Url, content: Content) -> (Vec<Finding>, Read) {
    let mut findings = Findings::of(format, content);
    let read = match format {
        Format::Rss => rss::read(bytes, address, &mut findings),
        Format::Atom => atom::read(bytes, address, &mut findings),
        Format::Json => json::read(bytes, address, &mut findings),
    };
    (findings.all, read)
}

/// What one document of a feed breaks in one of its formats, alone and held against its entries. Their
/// HTML is judged by [`contents`].
pub fn part(feed: &Feed, part: Part, entries: &[Entry], format: Format, bytes: &[u8]) -> Vec<Finding> {
    let (mut all, read) = read(format, bytes, &feed.address(format, part), Content::Compared);
    all.extend(archive::with_part(format, &read, feed, part));
    all.extend(agreement::with_entries(format, &read.entries, entries));
    all
}

/// What the HTML of entries breaks in whatever document it stands.
pub fn contents(entries: &[Entry]) -> Vec<Finding> {
    let judged = entries.par_iter().flat_map_iter(|entry| {
        let mut findings = Findings::of(Format::Json, Content::Unknown);
        findings.content(&entry.content_html);
        findings.all
    });
    judged.collect()
}

/// An absolute address in ASCII, written as parsers write it (RFC 3986, RFC 3987 §3.1).
fn check_address(text: &str, findings: &mut Findings) {
    match Url::parse(text) {
        Ok(url) if !matches!(url.scheme(), "http" | "https") => findings.add("InvalidFullLink", text),
        Ok(url) if url.as_str() == text => {}
        Ok(_) => findings.add("NonCanonicalURI", text),
        Err(_) => findings.add("InvalidFullLink", text),
    }
}

/// Plain text that some readers would take for markup.
fn check_plain(text: &str, rule: &'static str, findings: &mut Findings) {
    let tag = text
        .match_indices('<')
        .any(|(at, _)| text[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!'));
    findings.unless(!tag, rule, text);
}
