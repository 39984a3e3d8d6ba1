//! JSON Feed, versions 1 and 1.1.

use serde::Deserialize;
use serde_json::Value;

use super::{LiveEntry, NotAFeed, Page, Print, Text, instant};

#[derive(Deserialize)]
struct Feed {
    items: Vec<Item>,
    next_url: Option<String>,
}

#[derive(Deserialize)]
struct Item {
    /// A string; a number is to be taken for one (1.1, "Items").
    id: Option<Value>,
    url: Option<String>,
    title: Option<String>,
    date_published: Option<String>,
    date_modified: Option<String>,
    content_html: Option<String>,
    content_text: Option<String>,
}

pub fn read(text: &str) -> Result<Page, NotAFeed> {
    let feed: Feed = serde_json::from_str(text)
        .map_err(|error| NotAFeed(format!("it is no JSON Feed (line {} of the JSON)", error.line())))?;
    let entries = feed.items.into_iter().filter_map(entry).collect();
    Ok(Page { entries, older: feed.next_url })
}

fn entry(item: Item) -> Option<LiveEntry> {
    let id = match item.id {
        Some(Value::String(id)) => id,
        Some(Value::Number(id)) => id.to_string(),
        _ => String::new(),
    };
    let link = item.url.as_deref();
    let html = item.content_html.map(|html| Text::Html(Print::of_html(&html, link)));
    let text = html.or_else(|| item.content_text.map(|text| Text::Plain(Print::of_text(&text, link))));
    let date = |stated: Option<String>| stated.as_deref().and_then(instant);
    let entry = LiveEntry {
        id,
        title: item.title.unwrap_or_default(),
        link: item.url,
        published: date(item.date_published),
        updated: date(item.date_modified),
        text,
    };
    entry.identified()
}
