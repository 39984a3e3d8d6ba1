//! What goes in a feed, whatever its format: which releases, under which title and address, and in
//! which of its documents.
//!
//! Takes cleared releases only. Knows no tag, no folder of the disk and no clock.

pub mod archive;
pub mod atom;
pub mod entry;
pub mod json;
pub mod media;
pub mod rss;
pub mod scope;

use std::fmt;

use chrono::NaiveTime;
use url::Url;

use crate::config::Config;
use crate::instant::{Instant, Twice};
use crate::link;
use crate::release::Language;

pub use archive::Part;
pub use entry::{Entry, Translation};
pub use media::Media;
pub use scope::Scope;

/// The namespace of Atom (RFC 4287).
pub(crate) const ATOM: &str = "http://www.w3.org/2005/Atom";

/// The files of a feed, and the media types they are served with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    Rss,
    Atom,
    Json,
}

impl Format {
    pub const ALL: [Self; 3] = [Self::Rss, Self::Atom, Self::Json];

    /// The file's name in its feed's folder, for ever.
    pub fn file(self) -> &'static str {
        match self {
            Self::Rss => "rss.xml",
            Self::Atom => "atom.xml",
            Self::Json => "feed.json",
        }
    }

    pub fn media_type(self) -> &'static str {
        match self {
            Self::Rss => "application/rss+xml",
            Self::Atom => "application/atom+xml",
            Self::Json => "application/feed+json",
        }
    }

    /// As people call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Rss => "RSS",
            Self::Atom => "Atom",
            Self::Json => "JSON Feed",
        }
    }
}

/// The name of the stylesheet that feeds are shown with where a person opens one, below the site.
pub const STYLESHEET: &str = "feed.css";

/// A feed without its entries.
#[derive(Debug, Clone)]
pub struct Feed<'a> {
    pub config: &'a Config,
    pub scope: Scope,
    pub id: String,
    pub title: String,
    /// A sentence on what the feed brings.
    pub description: String,
    pub language: Language,
}

impl<'a> Feed<'a> {
    /// The newsroom's own feed, which brings everything.
    pub fn new(config: &'a Config) -> Self {
        Self::of(config, Scope::All)
    }

    pub fn of(config: &'a Config, scope: Scope) -> Self {
        Self {
            // A slug holds no slash, so no release can have this id.
            id: config.id_base.id(&format!("/{}", scope.path("newsroom"))),
            title: scope.title(config),
            description: scope.description(config),
            language: scope.language(config),
            config,
            scope,
        }
    }

    /// The folder of one of its documents below the output folder: empty, or with a final slash.
    pub fn folder(&self, part: Part) -> String {
        let own = match self.scope {
            Scope::All => String::new(),
            _ => format!("{}/", self.scope.path("")),
        };
        match part {
            Part::Subscription { .. } => own,
            Part::Archive { number, .. } => format!("{own}archive/{number}/"),
        }
    }

    /// The topic: the address its subscription document is served under.
    pub fn url(&self, format: Format) -> Url {
        self.address(format, Part::Subscription { prev: None })
    }

    /// The address of one of its documents, and that document's self link.
    pub fn address(&self, format: Format, part: Part) -> Url {
        link::below(&self.config.site, &format!("{}{}", self.folder(part), format.file()))
    }

    /// The page for people that lists the same releases.
    pub fn page(&self, part: Part) -> Url {
        link::below(&self.config.site, &self.folder(part))
    }

    /// The stylesheet that a browser shows the feed with.
    pub fn stylesheet(&self) -> Url {
        link::below(&self.config.site, STYLESHEET)
    }

    /// The newest of the entries' changes. A feed without entries has not changed since its ids
    /// were claimed; the clock is never asked.
    pub fn updated(&self, entries: &[Entry]) -> Option<Instant> {
        entries.iter().map(|entry| entry.updated).max().or_else(|| {
            Instant::local(self.config.id_base.date()?, NaiveTime::MIN, self.config.time_zone, Twice::Earlier)
        })
    }

    /// One of its documents.
    ///
    /// # Errors
    /// When a writer refuses: a bug.
    pub fn write(&self, format: Format, part: Part, entries: &[Entry]) -> Result<Vec<u8>, WriteError> {
        match format {
            Format::Rss => rss::write(self, part, entries),
            Format::Atom => atom::write(self, part, entries),
            Format::Json => json::write(self, part, entries),
        }
    }

    /// The address of a neighbour of a document: another of the same feed and format.
    fn neighbour(&self, format: Format, number: usize) -> Url {
        self.address(format, Part::Archive { number, last: false })
    }

    /// RFC 5005 §4: how the documents of an archived feed lead to each other, and `WebSub` §4: hubs in
    /// the subscription document alone. The self link comes first.
    pub fn links(&self, format: Format, part: Part) -> Vec<(Rel, Url)> {
        let mut links = vec![(Rel::Own, self.address(format, part))];
        links.extend(self.before(format, part).map(|url| (Rel::Before, url)));
        match part {
            Part::Subscription { .. } => links.extend(self.config.hubs.iter().map(|hub| (Rel::Hub, hub.clone()))),
            Part::Archive { number, last } => {
                links.insert(1, (Rel::Current, self.url(format)));
                if !last {
                    links.push((Rel::Next, self.neighbour(format, number + 1)));
                }
            }
        }
        links
    }

    /// The document that goes on where one ends.
    pub fn before(&self, format: Format, part: Part) -> Option<Url> {
        let number = match part {
            Part::Subscription { prev } => prev,
            Part::Archive { number, .. } => number.checked_sub(1).filter(|number| *number > 0),
        };
        number.map(|number| self.neighbour(format, number))
    }
}

/// What a link of a feed's document leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rel {
    /// Where the document itself is.
    Own,
    Hub,
    /// The subscription document.
    Current,
    /// The archive page before, and the one that follows.
    Before,
    Next,
}

impl Rel {
    /// As the registry of link relations has it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Own => "self",
            Self::Hub => "hub",
            Self::Current => "current",
            Self::Before => "prev-archive",
            Self::Next => "next-archive",
        }
    }
}

/// RFC 5005 §4: an archive page says that it is one.
const HISTORY: &str = "http://purl.org/syndication/history/1.0";

/// How both XML formats begin: a browser that is given a feed shows it with the stylesheet.
fn styled(feed: &Feed) -> String {
    let stylesheet = feed.stylesheet();
    let href = quick_xml::escape::escape(stylesheet.as_str());
    format!("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<?xml-stylesheet type=\"text/css\" href=\"{href}\"?>\n")
}

/// A feed could not be written: a bug, since every entry holds only what a feed can hold.
#[derive(Debug)]
pub struct WriteError(String);

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for WriteError {}
