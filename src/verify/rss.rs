//! RSS 2.0 and the RSS Advisory Board's Best Practices Profile, in our strict reading.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use url::Url;

use super::xml::{ATOM, CONTENT, DC, child, children, text_of};
use super::{Findings, Read, Seen, archive, check_address, check_plain, enclosures, html, translations, xml};
use crate::instant::YEARS;
use crate::markup;
use crate::release::Language;

/// Elements without a namespace that RSS 2.0 knows in a channel; all but two stand once.
const CHANNEL: [&str; 20] = [
    "title",
    "link",
    "description",
    "language",
    "copyright",
    "managingEditor",
    "webMaster",
    "pubDate",
    "lastBuildDate",
    "category",
    "generator",
    "docs",
    "cloud",
    "ttl",
    "image",
    "rating",
    "textInput",
    "skipHours",
    "skipDays",
    "item",
];
const ITEM: [&str; 10] =
    ["title", "link", "description", "author", "category", "comments", "enclosure", "guid", "pubDate", "source"];

pub fn read(bytes: &[u8], address: &Url, findings: &mut Findings) -> Read {
    let Some(text) = xml::text(bytes, findings) else {
        return Read::default();
    };
    let Some(document) = xml::parse(text, findings) else {
        return Read::default();
    };
    let root = document.root_element();
    findings.unless(
        root.tag_name().name() == "rss" && root.tag_name().namespace().is_none(),
        "UndefinedElement",
        root.tag_name().name(),
    );
    findings.unless(root.attribute("version") == Some("2.0"), "MissingAttribute", "rss version");
    let Some(channel) = child(root, None, "channel") else {
        findings.add("MissingElement", "channel");
        return Read::default();
    };
    known_elements(channel, &CHANNEL, &["category", "item"], findings);
    head(channel, findings);
    xml::links(channel, address, findings);
    let after_items =
        channel.children().filter(roxmltree::Node::is_element).skip_while(|node| node.tag_name().name() != "item");
    findings.unless(
        after_items.clone().all(|node| node.tag_name().name() == "item"),
        "MisplacedItem",
        "an element follows the first item",
    );
    let items: Vec<Seen> = children(channel, None, "item").map(|node| item(node, findings)).collect();
    let mut ids = HashSet::new();
    for seen in &items {
        findings.unless(ids.insert(seen.id.as_str()), "DuplicateValue", &seen.id);
    }
    let (links, archive) = archive::read(channel, children(channel, None, "item"), findings);
    Read { entries: items, links, archive }
}

fn head(channel: roxmltree::Node, findings: &mut Findings) {
    let value = |name: &str| child(channel, None, name).map(text_of);
    for name in ["title", "link", "description"] {
        findings.unless(
            value(name).is_some_and(|text| !text.trim().is_empty()),
            "MissingElement",
            format_args!("channel {name}"),
        );
    }
    check_plain(&value("title").unwrap_or_default(), "ContainsHTML", findings);
    if let Some(link) = value("link") {
        check_address(&link, findings);
    }
    if let Some(language) = value("language") {
        findings.unless(Language::parse(&language).is_some(), "InvalidLanguage", language);
    }
    for name in ["managingEditor", "webMaster"] {
        if let Some(email) = value(name) {
            findings.unless(
                email.contains('@') && email.contains(" (") && email.ends_with(')'),
                "MissingRealName",
                email,
            );
        }
    }
    for name in ["pubDate", "lastBuildDate"] {
        if let Some(date) = value(name) {
            rfc822(&date, findings);
        }
    }
    if let Some(image) = child(channel, None, "image") {
        let part = |name: &str| child(image, None, name).map(text_of);
        findings.unless(part("title") == value("title"), "ImageTitleDoesntMatch", "image title");
        findings.unless(part("link") == value("link"), "ImageLinkDoesntMatch", "image link");
        match part("url") {
            Some(url) => check_address(&url, findings),
            None => findings.add("MissingElement", "image url"),
        }
    }
}

fn item(node: roxmltree::Node, findings: &mut Findings) -> Seen {
    known_elements(node, &ITEM, &["category", "enclosure"], findings);
    let value = |name: &str| child(node, None, name).map(text_of);
    let title = value("title").unwrap_or_default();
    findings.unless(!title.trim().is_empty(), "MissingItemElement", "item title");
    check_plain(&title, "ContainsHTML", findings);
    let link = value("link").unwrap_or_default();
    check_address(&link, findings);
    let id = guid(node, findings);
    let written = value("pubDate");
    findings.unless(written.is_some(), "MissingItemElement", "pubDate");
    let published = written.and_then(|date| rfc822(&date, findings));
    if let Some(author) = value("author") {
        findings.unless(author.contains('@'), "InvalidContact", author);
    }
    for creator in children(node, Some(DC), "creator").map(text_of) {
        findings.unless(!creator.contains('@'), "ContainsEmail", creator);
    }
    enclosure(node, findings);
    let position = |namespace: Option<&'static str>, name: &'static str| {
        node.children().position(|child| {
            child.is_element() && child.tag_name().name() == name && child.tag_name().namespace() == namespace
        })
    };
    if let (Some(content), Some(description)) = (position(Some(CONTENT), "encoded"), position(None, "description")) {
        findings.unless(description < content, "NeedDescriptionBeforeContent", &id);
    }
    let content = child(node, Some(CONTENT), "encoded").map(text_of).unwrap_or_default();
    findings.unless(!content.is_empty(), "MissingItemElement", "content:encoded");
    findings.content(&content);
    let description = value("description").unwrap_or_default();
    html::check(&description, findings);
    let language = child(node, Some(DC), "language").map(text_of);
    if let Some(language) = &language {
        findings.unless(Language::parse(language).is_some(), "InvalidLanguage", language);
    }
    xml::relations(node, findings);
    let translations = translations::read(node, &link, findings);
    Seen {
        id,
        link,
        title,
        published,
        updated: None,
        // The description is HTML; what a reader shows of it is its text.
        summary: markup::tags_and_text(&description).1,
        content,
        subjects: children(node, None, "category").map(text_of).collect(),
        language,
        deleted: None,
        translations,
        enclosed: enclosures::of_item(node, findings),
    }
}

fn guid(node: roxmltree::Node, findings: &mut Findings) -> String {
    let Some(guid) = child(node, None, "guid") else {
        findings.add("MissingGuid", "item");
        return String::new();
    };
    let id = text_of(guid);
    if guid.attribute("isPermaLink") != Some("false") {
        findings.unless(id.starts_with("http"), "InvalidHttpGUID", &id);
    }
    findings.unless(!id.trim().is_empty(), "MissingGuid", "blank guid");
    id
}

fn enclosure(node: roxmltree::Node, findings: &mut Findings) {
    let enclosures: Vec<_> = children(node, None, "enclosure").collect();
    findings.unless(enclosures.len() <= 1, "DuplicateEnclosure", enclosures.len());
    for enclosure in enclosures {
        for name in ["url", "length", "type"] {
            findings.unless(
                enclosure.attribute(name).is_some_and(|value| !value.is_empty()),
                "MissingAttribute",
                format_args!("enclosure {name}"),
            );
        }
        if let Some(url) = enclosure.attribute("url").filter(|url| !url.is_empty()) {
            check_address(url, findings);
        }
    }
}

fn known_elements(parent: roxmltree::Node, known: &[&str], several: &[&str], findings: &mut Findings) {
    let mut seen = HashSet::new();
    for node in parent.children().filter(|node| node.is_element() && node.tag_name().namespace().is_none()) {
        let name = node.tag_name().name();
        findings.unless(known.contains(&name), "UndefinedElement", name);
        findings.unless(seen.insert(name) || several.contains(&name), "DuplicateElement", name);
    }
    // Atom's link is the one Atom element that a channel may hold.
    for node in parent.children().filter(|node| node.tag_name().namespace() == Some(ATOM)) {
        findings.unless(
            node.tag_name().name() == "link",
            "UndefinedElement",
            format_args!("atom:{}", node.tag_name().name()),
        );
    }
}

/// RFC 822 as every reader understands it; returns the instant in UTC.
fn rfc822(date: &str, findings: &mut Findings) -> Option<DateTime<Utc>> {
    let shape: Vec<&str> = date.split(' ').collect();
    let [day_name, day, _, year, time, zone] = shape.as_slice() else {
        findings.add("InvalidRFC2822Date", date);
        return None;
    };
    let plain = day_name.len() == 4 && day.len() == 2 && year.len() == 4 && time.len() == 8 && *zone == "+0000";
    let Ok(parsed) = DateTime::parse_from_rfc2822(date) else {
        // The parser checks the weekday too; without it the rest must still be a date.
        let rest = date.split_once(", ").map_or(date, |(_, rest)| rest);
        let only_the_day = DateTime::parse_from_rfc2822(rest).is_ok();
        findings.add(if only_the_day { "IncorrectDOW" } else { "InvalidRFC2822Date" }, date);
        return None;
    };
    findings.unless(plain, "ProblematicalRFC822Date", date);
    findings.unless(YEARS.contains(&chrono::Datelike::year(&parsed)), "ImplausibleDate", date);
    Some(parsed.to_utc())
}
