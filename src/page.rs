//! The pages for people: one a release, and lists of them. Rendered by templates that the compiler
//! has checked; what is put into them is escaped there, but for [`SafeHtml`].
//!
//! Takes cleared releases only. Knows no feed's tags and no disk; a page asks nothing of other
//! servers, but for pictures that a release has there, and reads the same without its script.

mod feeds;
mod figures;
mod graph;
mod listing;
mod release;
mod structured;
mod tongue;
mod wide;
mod words;

use url::Url;

pub use crate::address::INDEX;
use crate::body::SafeHtml;
use crate::config::Config;
use crate::document::Document;
use crate::feed::{self, Feed, Part};
use crate::link;
use crate::newsroom::Cleared;
use feeds::FeedLink;
pub use feeds::feed_list;
pub use listing::{Listed, listing, year};
pub use release::{files, release};
use words::Words;

/// [`SafeHtml`] is escaped or sanitised when it is made.
impl askama::filters::HtmlSafe for SafeHtml {}

const STYLE: &str = "style.css";
const COPY: &str = "copy.js";
/// Stands in every page that this program ever wrote.
pub const MARK: &str = "<meta name=\"generator\" content=\"dateline\">";
/// The list of feeds, below the site.
const FEED_LIST: &str = "feeds.opml";

/// What the pages of an edition share.
#[derive(Debug)]
pub struct Site<'a> {
    pub config: &'a Config,
    /// The newsroom's own first.
    pub feeds: Vec<Feed<'a>>,
    /// Of each feed: every page of a release names some.
    links: Vec<[FeedLink; 3]>,
    /// Newest first.
    years: Vec<i32>,
}

impl<'a> Site<'a> {
    pub fn new(config: &'a Config, feeds: Vec<Feed<'a>>, cleared: &[Cleared]) -> Self {
        let mut years: Vec<i32> = cleared.iter().map(Cleared::year).collect();
        years.sort_unstable_by(|a, b| b.cmp(a));
        years.dedup();
        let links = feeds.iter().map(feeds::links).collect();
        Self { config, feeds, links, years }
    }

    /// The years of which there are releases, newest first.
    pub fn years(&self) -> &[i32] {
        &self.years
    }

    pub fn year(&self, year: i32) -> Url {
        link::below(&self.config.site, &format!("years/{year}/"))
    }

    fn asset(&self, name: &str) -> Url {
        link::below(&self.config.site, name)
    }

    /// The organisation's own page, where that is another one.
    fn home(&self) -> Option<&Url> {
        Some(&self.config.home).filter(|home| **home != self.config.site)
    }

    /// Its own feed and those that a release is in, the newsroom's first (HTML Standard 4.6.7.1).
    fn feeds_of<'s>(&'s self, cleared: &'s Cleared) -> impl Iterator<Item = &'s FeedLink> {
        let feeds = self.feeds.iter().zip(&self.links).filter(|(feed, _)| feed.scope.brings(cleared));
        feeds.flat_map(|(_, links)| links)
    }

    fn newsroom(&self) -> &Feed<'a> {
        &self.feeds[0]
    }
}

/// Stylesheets and scripts.
pub fn assets(config: &Config) -> Vec<Document> {
    let words = Words::of(&config.language);
    let feed_style = include_str!("../assets/feed.css")
        .replace("{copy this address}", words.copy_address)
        .replace("{the same as a page}", words.same_as_page);
    vec![
        Document::new(STYLE, include_bytes!("../assets/style.css").as_slice()),
        Document::new(feed::STYLESHEET, feed_style),
        Document::new(COPY, include_bytes!("../assets/copy.js").as_slice()),
    ]
}

/// The page of one document of a feed.
fn page_of(feed: &Feed, part: Part) -> String {
    format!("{}{INDEX}", feed.folder(part))
}
