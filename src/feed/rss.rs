//! RSS 2.0 with the RSS Advisory Board's profile, Atom links, Dublin Core, content and Media RSS.
//!
//! Refuses nothing and checks nothing: what comes in can be written, and what goes out is read
//! back by [`crate::verify`].

use std::collections::BTreeMap;

use rss::extension::atom::{AtomExtension, Link};
use rss::extension::dublincore::DublinCoreExtension;
use rss::extension::{Extension, ExtensionMap};
use rss::{Category, Channel, Enclosure, Guid, Image, Item};
use url::Url;

use super::media::{self, Element, Media};
use super::{Entry, Feed, Format, HISTORY, Part, Rel, WriteError, styled};
use crate::body::SafeHtml;
use crate::instant::Instant;
use crate::release::ImageKind;

const SPECIFICATION: &str = "https://www.rssboard.org/rss-specification";

pub fn write(feed: &Feed, part: Part, entries: &[Entry]) -> Result<Vec<u8>, WriteError> {
    let config = feed.config;
    let date = feed.updated(entries).map(Instant::rfc822);
    let mut namespaces = BTreeMap::new();
    if entries.iter().any(|entry| !entry.media.is_empty()) {
        // The crate declares the prefixes it knows; Media RSS is not among them.
        namespaces.insert("media".to_owned(), media::NAMESPACE.to_owned());
    }
    let mut extensions = ExtensionMap::new();
    if let Part::Archive { .. } = part {
        namespaces.insert("fh".to_owned(), HISTORY.to_owned());
        let archive = Extension { name: "fh:archive".to_owned(), ..Extension::default() };
        extensions.insert("fh".to_owned(), BTreeMap::from([("archive".to_owned(), vec![archive])]));
    }
    let page = feed.page(part);
    let channel = Channel {
        title: feed.title.clone(),
        link: page.to_string(),
        description: feed.description.clone(),
        language: Some(feed.language.to_string()),
        copyright: config.rights.clone(),
        // Profile 5.3.1: an address with the real name in parentheses.
        managing_editor: config
            .publisher
            .email
            .as_ref()
            .map(|email| format!("{email} ({})", config.publisher.name.replace(['(', ')'], ""))),
        last_build_date: date,
        generator: Some("dateline".to_owned()),
        docs: Some(SPECIFICATION.to_owned()),
        image: logo(feed, &page),
        atom_ext: Some(AtomExtension { links: links(feed, part) }),
        items: entries.iter().map(|entry| item(feed, entry)).collect(),
        namespaces,
        extensions,
        ..Channel::default()
    };
    // `to_string` would turn an error into an empty feed.
    let written = channel.pretty_write_to(Vec::new(), b' ', 2).map_err(|error| WriteError(error.to_string()))?;
    // The crate writes a declaration of its own and has no place for the stylesheet behind it.
    let root = written.windows(4).position(|bytes| bytes == b"<rss");
    let root = root.ok_or_else(|| WriteError("the channel has no root".to_owned()))?;
    let mut bytes = styled(feed).into_bytes();
    bytes.extend_from_slice(&written[root..]);
    bytes.push(b'\n');
    Ok(bytes)
}

/// RSS 2.0 knows GIF, JPEG and PNG; title and link are the channel's (4.1.1.9).
fn logo(feed: &Feed, page: &Url) -> Option<Image> {
    let url = feed.config.publisher.logo.as_ref()?;
    let kind = ImageKind::of_extension(url.path())?;
    matches!(kind, ImageKind::Gif | ImageKind::Jpeg | ImageKind::Png).then(|| Image {
        url: url.to_string(),
        title: feed.title.clone(),
        link: page.to_string(),
        ..Image::default()
    })
}

fn links(feed: &Feed, part: Part) -> Vec<Link> {
    let links = feed.links(Format::Rss, part).into_iter();
    links
        .map(|(rel, url)| Link {
            href: url.to_string(),
            rel: rel.name().to_owned(),
            mime_type: (rel != Rel::Hub).then(|| Format::Rss.media_type().to_owned()),
            ..Link::default()
        })
        .collect()
}

fn item(feed: &Feed, entry: &Entry) -> Item {
    // A name without an address is no RSS author (4.1.1.20.1).
    let creators =
        if entry.authors.is_empty() { vec![feed.config.publisher.name.clone()] } else { entry.authors.clone() };
    Item {
        title: Some(entry.title.clone()),
        link: Some(entry.link.to_string()),
        // The one element that readers take for HTML (3.1), so plain text is escaped into it.
        description: Some(SafeHtml::new().text(&entry.summary).as_str().to_owned()),
        content: Some(entry.content_html.clone()),
        // `Guid::default` would call the id an address.
        guid: Some(Guid { value: entry.id.to_string(), permalink: false }),
        pub_date: Some(entry.published.rfc822()),
        categories: entry.subjects.iter().map(|subject| Category { name: subject.clone(), domain: None }).collect(),
        // One only (4.1.1.20.5): readers take the first or the last of several.
        enclosure: entry.media.first().map(enclosure),
        atom_ext: (!entry.translations.is_empty()).then(|| AtomExtension { links: languages(entry) }),
        extensions: media(entry),
        dublin_core_ext: Some(DublinCoreExtension {
            creators,
            languages: vec![entry.language.to_string()],
            ..DublinCoreExtension::default()
        }),
        ..Item::default()
    }
}

/// The item in each of its languages. Its own comes last: some readers take the last link they see
/// for the item's.
fn languages(entry: &Entry) -> Vec<Link> {
    let others = entry.translations.iter().map(|other| (&other.language, other.link.as_str()));
    others
        .chain(std::iter::once((&entry.language, entry.link.as_str())))
        .map(|(language, link)| Link {
            href: link.to_string(),
            rel: "alternate".to_owned(),
            mime_type: Some("text/html".to_owned()),
            hreflang: Some(language.to_string()),
            ..Link::default()
        })
        .collect()
}

fn enclosure(media: &Media) -> Enclosure {
    Enclosure {
        url: media.url.to_string(),
        // 0 when unknown (4.1.1.20.5).
        length: media.length.unwrap_or(0).to_string(),
        mime_type: media.media_type.to_owned(),
    }
}

fn extension(element: &Element) -> Extension {
    Extension {
        name: format!("media:{}", element.name),
        value: element.text.map(str::to_owned),
        attrs: element.attributes.iter().map(|(key, value)| ((*key).to_owned(), value.clone())).collect(),
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
