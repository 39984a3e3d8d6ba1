//! Atom 1.0, RFC 4287.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use url::Url;

use super::xml::{ATOM, child, children, text_of};
use super::{Findings, Read, Seen, archive, check_address, check_plain, enclosures, tombstones, translations, xml};
use crate::instant::YEARS;

const FEED: [&str; 12] = [
    "author",
    "category",
    "contributor",
    "generator",
    "icon",
    "id",
    "link",
    "logo",
    "rights",
    "subtitle",
    "title",
    "updated",
];
const ENTRY: [&str; 12] = [
    "author",
    "category",
    "content",
    "contributor",
    "id",
    "link",
    "published",
    "rights",
    "source",
    "summary",
    "title",
    "updated",
];
const SEVERAL: [&str; 4] = ["author", "category", "contributor", "link"];

pub fn read(bytes: &[u8], address: &Url, findings: &mut Findings) -> Read {
    let Some(text) = xml::text(bytes, findings) else {
        return Read::default();
    };
    let Some(document) = xml::parse(text, findings) else {
        return Read::default();
    };
    let root = document.root_element();
    if !root.has_tag_name((ATOM, "feed")) {
        findings.add("UndefinedElement", root.tag_name().name());
        return Read::default();
    }
    let head = root.children().filter(|node| !node.has_tag_name((ATOM, "entry")));
    known_elements(head, &FEED, findings);
    required(root, &["id", "title", "updated"], "feed", findings);
    xml::links(root, address, findings);
    let first_entry = root.children().position(|node| node.has_tag_name((ATOM, "entry")));
    let late = root.children().enumerate().any(|(at, node)| {
        first_entry.is_some_and(|first| at > first)
            && node.tag_name().namespace() == Some(ATOM)
            && node.tag_name().name() != "entry"
    });
    findings.unless(!late, "MisplacedMetadata", "metadata after an entry");
    let feed_updated = child(root, Some(ATOM), "updated").map(text_of).and_then(|date| rfc3339(&date, findings));
    let id = child(root, Some(ATOM), "id").map(text_of).unwrap_or_default();
    findings.unless(id.is_empty() || id.contains(':') && id.is_ascii(), "InvalidFullLink", id);
    for name in ["logo", "icon"] {
        if let Some(address) = child(root, Some(ATOM), name) {
            check_address(&text_of(address), findings);
        }
    }
    let authored = child(root, Some(ATOM), "author").is_some();
    persons(root, findings);
    let mut entries: Vec<Seen> =
        children(root, Some(ATOM), "entry").map(|node| entry(node, authored, findings)).collect();
    tombstones::read(root, &mut entries, findings);
    between(&entries, feed_updated, findings);
    let (links, archive) = archive::read(root, children(root, Some(ATOM), "entry"), findings);
    Read { entries, links, archive }
}

fn between(entries: &[Seen], feed_updated: Option<DateTime<Utc>>, findings: &mut Findings) {
    let mut ids = HashSet::new();
    let mut dates = HashSet::new();
    for seen in entries {
        findings.unless(ids.insert(&seen.id), "DuplicateEntries", &seen.id);
        findings.unless(dates.insert(&seen.updated), "DuplicateUpdated", &seen.id);
        let newer = feed_updated.zip(seen.updated).is_some_and(|(feed, entry)| entry > feed);
        findings.unless(!newer, "FeedOlderThanEntry", &seen.id);
        let backwards = seen.updated.zip(seen.published).is_some_and(|(updated, published)| updated < published);
        findings.unless(!backwards, "UpdatedBeforePublished", &seen.id);
    }
}

fn entry(node: roxmltree::Node, feed_authored: bool, findings: &mut Findings) -> Seen {
    known_elements(node.children(), &ENTRY, findings);
    required(node, &["id", "title", "updated"], "entry", findings);
    findings.unless(feed_authored || child(node, Some(ATOM), "author").is_some(), "MissingElement", "author");
    persons(node, findings);
    xml::relations(node, findings);
    let value = |name: &str| child(node, Some(ATOM), name).map(text_of);
    let alternates: Vec<_> = children(node, Some(ATOM), "link")
        .filter(|link| matches!(link.attribute("rel"), None | Some("alternate")))
        .collect();
    let mut kinds = HashSet::new();
    for link in &alternates {
        let kind = (link.attribute("type"), link.attribute("hreflang"));
        findings.unless(kinds.insert(kind), "DuplicateAtomLink", link.attribute("href").unwrap_or_default());
    }
    let id = value("id").unwrap_or_default();
    findings.unless(id.is_empty() || id.contains(':') && id.is_ascii(), "InvalidFullLink", &id);
    for name in ["title", "summary"] {
        if let Some(text) = child(node, Some(ATOM), name) {
            let plain = matches!(text.attribute("type"), None | Some("text"));
            findings.unless(!plain || text.children().all(|node| node.is_text()), "UndefinedElement", name);
            if plain && name == "title" {
                check_plain(&text_of(text), "ContainsUndeclaredHTML", findings);
            }
        }
    }
    for category in children(node, Some(ATOM), "category") {
        findings.unless(
            category.attribute("term").is_some_and(|term| !term.is_empty()),
            "MissingAttribute",
            "category term",
        );
    }
    let content = child(node, Some(ATOM), "content");
    match content {
        Some(content) => {
            findings.unless(content.attribute("type") == Some("html"), "ContainsUndeclaredHTML", &id);
        }
        None => findings.add("MissingElement", "content"),
    }
    let content_html = content.map(text_of).unwrap_or_default();
    findings.content(&content_html);
    let language = content
        .and_then(|content| content.attribute(("http://www.w3.org/XML/1998/namespace", "lang")))
        .map(str::to_owned);
    let link = alternates.first().and_then(|link| link.attribute("href")).unwrap_or_default().to_owned();
    let translations = translations::read(node, &link, findings);
    Seen {
        id,
        link,
        title: value("title").unwrap_or_default(),
        published: value("published").and_then(|date| rfc3339(&date, findings)),
        updated: value("updated").and_then(|date| rfc3339(&date, findings)),
        summary: value("summary").unwrap_or_default(),
        content: content_html,
        subjects: children(node, Some(ATOM), "category")
            .filter_map(|category| category.attribute("label"))
            .map(str::to_owned)
            .collect(),
        language,
        deleted: None,
        translations,
        enclosed: enclosures::of_entry(node, findings),
    }
}

fn persons(parent: roxmltree::Node, findings: &mut Findings) {
    for person in children(parent, Some(ATOM), "author").chain(children(parent, Some(ATOM), "contributor")) {
        let name = child(person, Some(ATOM), "name").map(text_of).unwrap_or_default();
        findings.unless(!name.trim().is_empty(), "MissingElement", "name of an author");
        findings.unless(!name.contains('@'), "ContainsEmail", name);
        if let Some(uri) = child(person, Some(ATOM), "uri") {
            check_address(&text_of(uri), findings);
        }
    }
}

fn required(parent: roxmltree::Node, names: &[&str], whose: &str, findings: &mut Findings) {
    for name in names {
        let filled = child(parent, Some(ATOM), name).is_some_and(|node| !text_of(node).trim().is_empty());
        findings.unless(filled, "MissingElement", format_args!("{whose} {name}"));
    }
}

fn known_elements<'a, 'd: 'a>(
    nodes: impl Iterator<Item = roxmltree::Node<'a, 'd>>,
    known: &[&str],
    findings: &mut Findings,
) {
    let mut seen = HashSet::new();
    for node in nodes.filter(|node| node.tag_name().namespace() == Some(ATOM)) {
        let name = node.tag_name().name();
        findings.unless(known.contains(&name), "UndefinedElement", name);
        findings.unless(seen.insert(name) || SEVERAL.contains(&name), "DuplicateElement", name);
    }
}

/// RFC 3339 with upper-case T and Z and an offset (RFC 4287 §3.3); returns the instant in UTC.
pub(super) fn rfc3339(date: &str, findings: &mut Findings) -> Option<DateTime<Utc>> {
    let Ok(parsed) = DateTime::parse_from_rfc3339(date) else {
        findings.add("InvalidRFC3339Date", date);
        return None;
    };
    findings.unless(date.len() >= 20 && date.as_bytes()[10] == b'T' && !date.contains('z'), "InvalidRFC3339Date", date);
    findings.unless(YEARS.contains(&chrono::Datelike::year(&parsed)), "ImplausibleDate", date);
    Some(parsed.to_utc())
}
