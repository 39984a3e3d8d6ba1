//! How feeds are found from pages: autodiscovery, the subscribe section, and OPML.

use askama::Template;

use super::{FEED_LIST, Site, tongue};
use crate::body::SafeHtml;
use crate::document::Document;
use crate::feed::{Feed, Format, Part, Scope};
use crate::page::words::Words;
use crate::release::Language;

/// One format of a feed, for the head of a page (HTML Standard 4.6.7.1) and for people.
#[derive(Debug)]
pub struct FeedLink {
    pub media_type: &'static str,
    pub format: &'static str,
    /// Titles differ, because browsers show nothing else.
    pub title: String,
    pub url: String,
}

pub fn links(feed: &Feed) -> [FeedLink; 3] {
    Format::ALL.map(|format| FeedLink {
        media_type: format.media_type(),
        format: format.name(),
        title: format!("{} ({})", feed.title, format.name()),
        url: feed.url(format).to_string(),
    })
}

/// A feed as the subscribe section explains it.
#[derive(Debug)]
pub struct Subscription {
    pub title: String,
    pub description: SafeHtml,
    pub links: [FeedLink; 3],
}

/// For a page of a language.
pub fn subscription(feed: &Feed, site: &Site, page: &Language) -> Subscription {
    Subscription { title: feed.title.clone(), description: tongue::description(feed, site, page), links: links(feed) }
}

#[derive(Template)]
#[template(path = "feeds.opml.xml")]
struct FeedList {
    title: String,
    groups: Vec<(String, Vec<Outline>)>,
}

struct Outline {
    title: String,
    description: String,
    language: String,
    xml: String,
    html: String,
}

/// Every feed in OPML 2.0, in RSS, which every reader takes; in groups, so that nobody gets a
/// release three times who wants it once.
pub fn feed_list(site: &Site) -> askama::Result<Document> {
    let words = Words::of(&site.config.language);
    let group = |name: &str, brings: fn(&Scope) -> bool| {
        let feeds = site.feeds.iter().filter(|feed| brings(&feed.scope)).map(outline).collect::<Vec<_>>();
        (name.to_owned(), feeds)
    };
    let groups = [
        group(words.releases, |scope| matches!(scope, Scope::All)),
        group(words.languages, |scope| matches!(scope, Scope::Language(_))),
        group(words.subjects, |scope| matches!(scope, Scope::Subject(_))),
    ];
    let groups = groups.into_iter().filter(|(_, feeds)| !feeds.is_empty()).collect();
    let list = FeedList { title: site.config.title.clone(), groups };
    Ok(Document::new(FEED_LIST, list.render()?))
}

fn outline(feed: &Feed) -> Outline {
    Outline {
        title: feed.title.clone(),
        description: feed.description.clone(),
        language: feed.language.to_string(),
        xml: feed.url(Format::Rss).to_string(),
        html: feed.page(Part::Subscription { prev: None }).to_string(),
    }
}
