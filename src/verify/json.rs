//! JSON Feed 1.1.

use std::collections::HashSet;

use serde_json::Value;
use url::Url;

use super::once_keyed::OnceKeyed;
use super::{Findings, Read, Seen, check_address, check_plain, enclosures, translations};
use crate::instant::YEARS;
use crate::release::Language;

pub fn read(bytes: &[u8], address: &Url, findings: &mut Findings) -> Read {
    findings.unless(!bytes.starts_with(b"\xEF\xBB\xBF"), "InvalidJSON", "a byte order mark");
    let document = match serde_json::from_slice(bytes) {
        Ok(OnceKeyed(document)) => document,
        Err(error) => {
            findings.add("InvalidJSON", error.to_string());
            return Read::default();
        }
    };
    let text = |name: &str| document[name].as_str().unwrap_or_default();
    findings.unless(text("version") == "https://jsonfeed.org/version/1.1", "MissingElement", "version");
    findings.unless(!text("title").is_empty(), "MissingElement", "title");
    findings.unless(text("feed_url") == address.as_str(), "SelfDoesntMatchLocation", text("feed_url"));
    check_address(text("home_page_url"), findings);
    for name in ["icon", "favicon"] {
        if let Some(address) = document[name].as_str() {
            check_address(address, findings);
        }
    }
    if let Some(next) = document["next_url"].as_str() {
        check_address(next, findings);
    }
    findings.unless(
        document["next_url"].is_null() || document["next_url"] != document["feed_url"],
        "NextIsSelf",
        "next_url",
    );
    language(&document["language"], findings);
    authors(&document["authors"], findings);
    for hub in document["hubs"].as_array().into_iter().flatten() {
        findings.unless(hub["type"].is_string(), "MissingElement", "hub type");
        check_address(hub["url"].as_str().unwrap_or_default(), findings);
    }
    let Some(items) = document["items"].as_array() else {
        findings.add("MissingElement", "items");
        return Read::default();
    };
    let items: Vec<Seen> = items.iter().map(|value| item(value, findings)).collect();
    let mut ids = HashSet::new();
    for seen in &items {
        findings.unless(ids.insert(seen.id.as_str()), "DuplicateEntries", seen.id.clone());
    }
    // In the order in which the XML formats have them.
    let links = [("self", &document["feed_url"]), ("prev-archive", &document["next_url"])];
    let hubs = document["hubs"].as_array().into_iter().flatten().map(|hub| ("hub", &hub["url"]));
    let links = links.into_iter().chain(hubs).filter_map(|(rel, url)| Some((rel.to_owned(), url.as_str()?.to_owned())));
    Read { entries: items, links: links.collect(), archive: false }
}

fn item(value: &Value, findings: &mut Findings) -> Seen {
    let text = |name: &str| value[name].as_str().unwrap_or_default().to_owned();
    findings.unless(
        value["id"].as_str().is_some_and(|id| !id.trim().is_empty()),
        "MissingGuid",
        value["id"].to_string(),
    );
    findings.unless(
        !text("content_html").is_empty() && !text("content_text").is_empty(),
        "MissingItemElement",
        "content",
    );
    check_address(&text("url"), findings);
    check_plain(&text("title"), "ContainsHTML", findings);
    findings.content(value["content_html"].as_str().unwrap_or_default());
    language(&value["language"], findings);
    authors(&value["authors"], findings);
    if let Some(image) = value["image"].as_str() {
        check_address(image, findings);
    }
    let enclosed = enclosures::of_json(value, findings);
    let mut date = |name: &str| {
        if let Ok(date) = chrono::DateTime::parse_from_rfc3339(value[name].as_str().unwrap_or_default()) {
            findings.unless(YEARS.contains(&chrono::Datelike::year(&date)), "ImplausibleDate", date.to_rfc3339());
            date.to_utc().to_rfc3339()
        } else {
            findings.add("InvalidRFC3339Date", value[name].to_string());
            String::new()
        }
    };
    let (published, updated) = (date("date_published"), date("date_modified"));
    Seen {
        id: text("id"),
        link: text("url"),
        title: text("title"),
        published,
        updated: Some(updated),
        summary: text("summary"),
        content: text("content_html"),
        subjects: value["tags"].as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect(),
        language: value["language"].as_str().map(str::to_owned),
        deleted: None,
        translations: translations::of_press(value, findings),
        enclosed,
    }
}

fn language(value: &Value, findings: &mut Findings) {
    let valid = value.is_null() || value.as_str().is_some_and(|tag| Language::parse(tag).is_some());
    findings.unless(valid, "InvalidLanguage", value.to_string());
}

/// Each author has one of name, url, avatar; the `author` of version 1 is gone.
fn authors(value: &Value, findings: &mut Findings) {
    for author in value.as_array().into_iter().flatten() {
        let known = ["name", "url", "avatar"].iter().any(|name| author[*name].is_string());
        findings.unless(known, "MissingElement", "author");
        for name in ["url", "avatar"] {
            if let Some(address) = author[name].as_str() {
                check_address(address, findings);
            }
        }
    }
}
