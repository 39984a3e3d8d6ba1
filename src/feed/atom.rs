//! Atom 1.0 (RFC 4287), with Media RSS for pictures and attachments, and a tombstone (RFC 6721) for each
//! withdrawn release.
//!
//! Content is `type="html"` throughout: readers garble XHTML, and the crate would write it raw.

use std::collections::BTreeMap;

use atom_syndication as atom;
use atom_syndication::extension::{Extension, ExtensionMap};
use quick_xml::escape::escape;

use super::media::{self, Element};
use super::{Entry, Feed, Format, HISTORY, Part, Rel, WriteError, styled};
use crate::release::Language;

pub fn write(feed: &Feed, part: Part, entries: &[Entry]) -> Result<Vec<u8>, WriteError> {
    let config = feed.config;
    let updated = feed.updated(entries).ok_or_else(|| WriteError("the feed has no date".to_owned()))?;
    let mut namespaces = BTreeMap::new();
    if entries.iter().any(|entry| !entry.media.is_empty()) {
        namespaces.insert("media".to_owned(), media::NAMESPACE.to_owned());
    }
    let mut extensions = ExtensionMap::new();
    if let Part::Archive { .. } = part {
        namespaces.insert("fh".to_owned(), HISTORY.to_owned());
        let archive = Extension { name: "fh:archive".to_owned(), ..Extension::default() };
        extensions.insert("fh".to_owned(), BTreeMap::from([("archive".to_owned(), vec![archive])]));
    }
    let tombstones: Vec<Extension> = entries.iter().filter_map(tombstone).collect();
    if !tombstones.is_empty() {
        namespaces.insert("at".to_owned(), TOMBSTONES.to_owned());
        extensions.insert("at".to_owned(), BTreeMap::from([("deleted-entry".to_owned(), tombstones)]));
    }
    let document = atom::Feed {
        id: feed.id.clone(),
        title: plain(&feed.title, None),
        subtitle: Some(plain(&feed.description, None)),
        updated: updated.as_chrono(),
        authors: vec![atom::Person {
            name: config.publisher.name.clone(),
            email: config.publisher.email.clone(),
            uri: config.publisher.url.as_ref().map(ToString::to_string),
            ..atom::Person::default()
        }],
        generator: Some(atom::Generator { value: "dateline".to_owned(), ..atom::Generator::default() }),
        links: links(feed, part),
        logo: config.publisher.logo.as_ref().map(ToString::to_string),
        rights: config.rights.as_ref().map(|rights| plain(rights, None)),
        entries: entries.iter().map(entry).collect(),
        namespaces,
        // The crate writes them behind the entries.
        extensions,
        lang: Some(feed.language.to_string()),
        ..atom::Feed::default()
    };
    let style = atom::WriteConfig { write_document_declaration: false, indent_size: Some(2) };
    // The crate's own declaration names no encoding.
    let bytes = styled(feed).into_bytes();
    let mut bytes = document.write_with_config(bytes, style).map_err(|error| WriteError(error.to_string()))?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// Alternate before self: some readers take the first link they see.
fn links(feed: &Feed, part: Part) -> Vec<atom::Link> {
    let home = link(feed.page(part).as_str(), "alternate", Some("text/html"));
    let others = feed.links(Format::Atom, part).into_iter().map(|(rel, url)| {
        let media_type = (rel != Rel::Hub).then(|| Format::Atom.media_type());
        link(url.as_str(), rel.name(), media_type)
    });
    std::iter::once(home).chain(others).collect()
}

fn link(href: &str, rel: &str, mime_type: Option<&str>) -> atom::Link {
    atom::Link {
        href: href.to_owned(),
        rel: rel.to_owned(),
        mime_type: mime_type.map(str::to_owned),
        ..atom::Link::default()
    }
}

/// Every field is given: the crate's defaults are an empty id and the year 1970.
fn entry(entry: &Entry) -> atom::Entry {
    let language = Some(&entry.language);
    let page = atom::Link {
        hreflang: Some(entry.language.to_string()),
        ..link(entry.link.as_str(), "alternate", Some("text/html"))
    };
    // RFC 4287 §4.2.7.4: an alternate in another language is a translation. Of several alternates some
    // readers take the first and some the last, so the release's own page is both; without type and
    // language the last one is of another kind (§4.1.2).
    let translations = entry.translations.iter().map(|other| atom::Link {
        hreflang: Some(other.language.to_string()),
        ..link(&other.link, "alternate", Some("text/html"))
    });
    let again = (!entry.translations.is_empty()).then(|| link(entry.link.as_str(), "alternate", None));
    let enclosures = entry.media.iter().map(|media| atom::Link {
        length: media.length.map(|length| length.to_string()),
        title: media.title.clone(),
        ..link(media.url.as_str(), "enclosure", Some(media.media_type))
    });
    atom::Entry {
        id: entry.id.to_string(),
        title: plain(&entry.title, language),
        updated: entry.updated.as_chrono(),
        published: Some(entry.published.as_chrono()),
        authors: entry
            .authors
            .iter()
            .map(|name| atom::Person { name: name.clone(), ..atom::Person::default() })
            .collect(),
        categories: entry
            .subjects
            .iter()
            .map(|subject| atom::Category { term: subject.clone(), scheme: None, label: Some(subject.clone()) })
            .collect(),
        links: std::iter::once(page).chain(translations).chain(again).chain(enclosures).collect(),
        summary: Some(plain(&entry.summary, language)),
        content: Some(atom::Content {
            lang: Some(entry.language.to_string()),
            value: Some(entry.content_html.clone()),
            content_type: Some("html".to_owned()),
            ..atom::Content::default()
        }),
        extensions: media(entry),
        ..atom::Entry::default()
    }
}

fn plain(text: &str, language: Option<&Language>) -> atom::Text {
    atom::Text {
        value: text.to_owned(),
        lang: language.map(ToString::to_string),
        r#type: atom::TextType::Text,
        ..atom::Text::default()
    }
}

/// RFC 6721 §3. The entry stays in the feed as well, for readers that know no tombstones.
const TOMBSTONES: &str = "http://purl.org/atompub/tombstones/1.0";

fn tombstone(entry: &Entry) -> Option<Extension> {
    let when = entry.deleted?.rfc3339();
    let attributes = |pairs: &[(&str, &str)]| {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), escape(*value).into_owned())).collect()
    };
    let comment = Extension {
        name: "at:comment".to_owned(),
        value: Some(entry.summary.clone()),
        attrs: attributes(&[("xml:lang", entry.language.as_str())]),
        ..Extension::default()
    };
    Some(Extension {
        name: "at:deleted-entry".to_owned(),
        attrs: attributes(&[("ref", entry.id.as_str()), ("when", &when)]),
        children: BTreeMap::from([("comment".to_owned(), vec![comment])]),
        ..Extension::default()
    })
}

fn extension(element: &Element) -> Extension {
    Extension {
        name: format!("media:{}", element.name),
        value: element.text.map(str::to_owned),
        // The crate writes attribute values of extensions as they are, so they are escaped here; a
        // test fails on the day it starts to escape them itself.
        attrs: element.attributes.iter().map(|(key, value)| ((*key).to_owned(), escape(value).into_owned())).collect(),
        children: element.children.iter().map(|child| (child.name.to_owned(), vec![extension(child)])).collect(),
    }
}

fn media(entry: &Entry) -> ExtensionMap {
    let contents: Vec<Extension> = media::contents(entry).iter().map(extension).collect();
    if contents.is_empty() {
        return ExtensionMap::new();
    }
    BTreeMap::from([("media".to_owned(), BTreeMap::from([("content".to_owned(), contents)]))])
}
