//! JSON Feed 1.1.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use url::Url;

use super::once_keyed::OnceKeyed;
use super::{Findings, Read, Seen, check_address, check_plain, enclosures, translations};
use crate::instant::YEARS;
use crate::release::Language;

pub fn read(bytes: &[u8], address: &Url, findings: &mut Findings) -> Read {
    findings.unless(!bytes.starts_with(b"\xEF\xBB\xBF"), "InvalidJSON", "a byte order mark");
    let parsed = str::from_utf8(bytes).map_err(|error| error.to_string());
    let parsed = parsed.and_then(|text| serde_json::from_str(text).map_err(|error| error.to_string()));
    let document: OnceKeyed = match parsed {
        Ok(document) => document,
        Err(error) => {
            findings.add("InvalidJSON", error);
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
    for hub in document["hubs"].as_list().into_iter().flatten() {
        findings.unless(hub["type"].as_str().is_some(), "MissingElement", "hub type");
        check_address(hub["url"].as_str().unwrap_or_default(), findings);
    }
    let Some(items) = document["items"].as_list() else {
        findings.add("MissingElement", "items");
        return Read::default();
    };
    let items: Vec<Seen> = items.iter().map(|value| item(value, findings)).collect();
    let mut ids = HashSet::new();
    for seen in &items {
        findings.unless(ids.insert(seen.id.as_str()), "DuplicateEntries", &seen.id);
    }
    // In the order in which the XML formats have them.
    let links = [("self", &document["feed_url"]), ("prev-archive", &document["next_url"])];
    let hubs = document["hubs"].as_list().into_iter().flatten().map(|hub| ("hub", &hub["url"]));
    let links = links.into_iter().chain(hubs).filter_map(|(rel, url)| Some((rel.to_owned(), url.as_str()?.to_owned())));
    Read { entries: items, links: links.collect(), archive: false }
}

fn item(value: &OnceKeyed, findings: &mut Findings) -> Seen {
    let text = |name: &str| value[name].as_str().unwrap_or_default();
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
    check_address(text("url"), findings);
    check_plain(text("title"), "ContainsHTML", findings);
    findings.content(text("content_html"));
    language(&value["language"], findings);
    authors(&value["authors"], findings);
    if let Some(image) = value["image"].as_str() {
        check_address(image, findings);
    }
    let enclosed = enclosures::of_json(value, findings);
    let mut date = |name: &str| -> Option<DateTime<Utc>> {
        if let Ok(date) = DateTime::parse_from_rfc3339(text(name)) {
            findings.unless(YEARS.contains(&chrono::Datelike::year(&date)), "ImplausibleDate", text(name));
            Some(date.to_utc())
        } else {
            findings.add("InvalidRFC3339Date", &value[name]);
            None
        }
    };
    let (published, updated) = (date("date_published"), date("date_modified"));
    Seen {
        id: text("id").to_owned(),
        link: text("url").to_owned(),
        title: text("title").to_owned(),
        published,
        updated,
        summary: text("summary").to_owned(),
        content: text("content_html").to_owned(),
        subjects: value["tags"]
            .as_list()
            .into_iter()
            .flatten()
            .filter_map(OnceKeyed::as_str)
            .map(str::to_owned)
            .collect(),
        language: value["language"].as_str().map(str::to_owned),
        deleted: None,
        translations: translations::of_press(value, findings),
        enclosed,
    }
}

fn language(value: &OnceKeyed, findings: &mut Findings) {
    let valid = value.is_null() || value.as_str().is_some_and(|tag| Language::parse(tag).is_some());
    findings.unless(valid, "InvalidLanguage", value);
}

/// Each author has one of name, url, avatar; the `author` of version 1 is gone.
fn authors(value: &OnceKeyed, findings: &mut Findings) {
    for author in value.as_list().into_iter().flatten() {
        let known = ["name", "url", "avatar"].iter().any(|name| author[*name].as_str().is_some());
        findings.unless(known, "MissingElement", "author");
        for name in ["url", "avatar"] {
            if let Some(address) = author[name].as_str() {
                check_address(address, findings);
            }
        }
    }
}
