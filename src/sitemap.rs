//! For search engines: every page with the day of its last change (sitemaps.org 0.9), and on request
//! the releases of the last two days for Google News.
//!
//! `lastmod` is what the publisher says, never the clock; a page that has none is given none.

use std::borrow::Cow;

use askama::Template;
use url::Url;

use crate::content;
use crate::document::Document;
use crate::instant::Instant;
use crate::link;
use crate::newsroom::Cleared;
use crate::page::Site;

/// The most addresses that one sitemap may hold.
const LONGEST: usize = 50_000;
/// The most articles that Google News takes from one sitemap, and how old they may be, in seconds.
const MOST_NEWS: usize = 1000;
const OLDEST_NEWS: i64 = 2 * 24 * 60 * 60;

pub const SITEMAP: &str = "sitemap.xml";
pub const NEWS: &str = "news-sitemap.xml";
/// Stands in every sitemap that not every edition has, so that a later one may take it away.
pub const MARK: &str = "<!-- generator: dateline -->";

/// A page's address and the instant of its last change.
pub type Entry<'a> = (Cow<'a, str>, Option<Instant>);

#[derive(Template)]
#[template(path = "sitemap.xml")]
struct Sitemap<'a> {
    urls: &'a [Entry<'a>],
    /// One of several, which goes when they become fewer.
    mark: Option<&'static str>,
}

#[derive(Template)]
#[template(path = "sitemap-index.xml")]
struct Index<'a> {
    sitemaps: Vec<Entry<'a>>,
}

#[derive(Template)]
#[template(path = "news-sitemap.xml")]
struct News<'a> {
    mark: &'static str,
    publication: &'a str,
    newsroom: &'a str,
    entries: Vec<Article<'a>>,
}

struct Article<'a> {
    address: &'a str,
    language: &'a str,
    published: String,
    title: String,
}

/// `lists` are the pages of lists, each with the last change of what it lists.
///
/// # Errors
/// When a template can't be rendered: a bug.
pub fn documents(site: &Site, lists: Vec<Entry>, cleared: &[Cleared], now: Instant) -> askama::Result<Vec<Document>> {
    let urls = urls(lists, cleared);
    let mut documents = Vec::new();
    if urls.len() <= LONGEST {
        documents.push(Document::new(SITEMAP, Sitemap { urls: &urls, mark: None }.render()?).recording());
    } else {
        let mut sitemaps = Vec::new();
        // From the end, so that an old part stays as it is when a release comes in front.
        for (at, urls) in urls.rchunks(LONGEST).enumerate() {
            let name = format!("sitemap-{}.xml", at + 1);
            let address = link::below(&site.config.site, &name).to_string().into();
            sitemaps.push((address, urls.iter().filter_map(|(_, changed)| *changed).max()));
            documents.push(Document::new(name, Sitemap { urls, mark: Some(MARK) }.render()?).recording());
        }
        documents.push(Document::new(SITEMAP, Index { sitemaps }.render()?).recording());
    }
    if site.config.news_sitemap {
        documents.push(Document::new(NEWS, news(site, cleared, now).render()?));
    }
    Ok(documents)
}

/// The addresses in a sitemap, or in an index of sitemaps.
pub fn addresses(bytes: &[u8]) -> Vec<String> {
    let document = std::str::from_utf8(bytes).ok().and_then(|text| roxmltree::Document::parse(text).ok());
    let Some(document) = document else { return Vec::new() };
    let locations = document.descendants().filter(|node| node.tag_name().name() == "loc");
    locations.filter_map(|node| node.text()).map(str::to_owned).collect()
}

/// The names of the sitemaps that an index of these addresses leads to, below the output folder.
pub fn parts(addresses: &[String], site: &Url) -> Vec<String> {
    let names = addresses.iter().filter_map(|address| Some(address.strip_prefix(site.as_str())?.to_owned()));
    let numbered = |name: &String| {
        let number = name.strip_prefix("sitemap-").and_then(|rest| rest.strip_suffix(".xml"));
        number.is_some_and(|number| number.chars().all(|c| c.is_ascii_digit()))
    };
    names.filter(numbered).collect()
}

/// Lists first, then releases, newest first.
fn urls<'a>(lists: Vec<Entry<'a>>, cleared: &'a [Cleared]) -> Vec<Entry<'a>> {
    let mut urls = lists;
    urls.extend(cleared.iter().map(|cleared| (cleared.facts().permalink.as_str().into(), Some(cleared.updated()))));
    urls
}

/// What is withdrawn is no news. Where there is none, the newsroom's own page stands there as a page that is none
/// either: the schema wants an address, and the file has to stay where search engines were told of it.
fn news<'a>(site: &'a Site, cleared: &'a [Cleared], now: Instant) -> News<'a> {
    let recent = cleared
        .iter()
        .filter(|cleared| cleared.published().plus_seconds(OLDEST_NEWS) >= now && !cleared.facts().withdrawn);
    News {
        mark: MARK,
        publication: &site.config.title,
        newsroom: site.config.site.as_str(),
        entries: recent
            .take(MOST_NEWS)
            .map(|cleared| Article {
                address: cleared.facts().permalink.as_str(),
                language: cleared.facts().language.primary(),
                published: cleared.published().rfc3339(),
                title: content::notice::title(cleared.facts()),
            })
            .collect(),
    }
}
