//! JSON Feed 1.1, with the parts of a release that it has no member for under `_press`.

use serde::Serialize;

use super::entry::Press;
use super::{Entry, Feed, Format, Part, Rel, WriteError};

const VERSION: &str = "https://jsonfeed.org/version/1.1";

// Structs, not `json!`: that would sort the members, and `version` belongs first.

#[derive(Serialize)]
struct Document<'a> {
    version: &'static str,
    title: &'a str,
    home_page_url: &'a str,
    feed_url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    next_url: Option<String>,
    description: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    icon: Option<&'a str>,
    language: &'a str,
    authors: Vec<Author<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    hubs: Vec<Hub<'a>>,
    items: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Author<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    avatar: Option<&'a str>,
}

#[derive(Serialize)]
struct Hub<'a> {
    r#type: &'static str,
    url: &'a str,
}

#[derive(Serialize)]
struct Item<'a> {
    id: &'a str,
    url: &'a str,
    title: &'a str,
    summary: &'a str,
    content_html: &'a str,
    content_text: &'a str,
    date_published: String,
    date_modified: String,
    language: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    authors: Vec<Author<'a>>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    tags: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    attachments: Vec<Attachment<'a>>,
    _press: &'a Press,
}

#[derive(Serialize)]
struct Attachment<'a> {
    url: &'a str,
    mime_type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    size_in_bytes: Option<u64>,
}

pub fn write(feed: &Feed, part: Part, entries: &[Entry]) -> Result<Vec<u8>, WriteError> {
    let config = feed.config;
    let publisher = &config.publisher;
    let logo = publisher.logo.as_ref().map(url::Url::as_str);
    let page = feed.page(part);
    let links = feed.links(Format::Json, part);
    let hubs = links.iter().filter(|(rel, _)| *rel == Rel::Hub);
    let document = Document {
        version: VERSION,
        title: &feed.title,
        home_page_url: page.as_str(),
        feed_url: feed.address(Format::Json, part).into(),
        next_url: feed.before(Format::Json, part).map(String::from),
        description: &feed.description,
        icon: logo,
        language: feed.language.as_str(),
        authors: vec![Author {
            name: &publisher.name,
            url: publisher.url.as_ref().map(url::Url::as_str),
            avatar: logo,
        }],
        hubs: hubs.map(|(_, hub)| Hub { r#type: "WebSub", url: hub.as_str() }).collect(),
        items: entries.iter().map(item).collect(),
    };
    let mut bytes = serde_json::to_vec_pretty(&document).map_err(|error| WriteError(error.to_string()))?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn item(entry: &Entry) -> Item<'_> {
    Item {
        id: entry.id.as_str(),
        url: entry.link.as_str(),
        title: &entry.title,
        summary: &entry.summary,
        content_html: &entry.content_html,
        content_text: &entry.content_text,
        date_published: entry.published.rfc3339(),
        date_modified: entry.updated.rfc3339(),
        language: entry.language.as_str(),
        authors: entry.authors.iter().map(|name| Author { name, url: None, avatar: None }).collect(),
        tags: &entry.subjects,
        image: entry.image.as_ref().map(url::Url::as_str),
        attachments: entry
            .media
            .iter()
            .map(|media| Attachment {
                url: media.url.as_str(),
                mime_type: media.media_type,
                title: media.title.as_deref(),
                size_in_bytes: media.length,
            })
            .collect(),
        _press: &entry.press,
    }
}
