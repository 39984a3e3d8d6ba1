//! What goes with an entry: pictures and attachments, wherever a format names them.
//!
//! RSS has room for one enclosure, so there Media RSS holds the list; in Atom both hold it.

use std::collections::HashSet;

use url::Url;

use super::once_keyed::OnceKeyed;
use super::xml::{ATOM, MEDIA, children};
use super::{Findings, check_address};

/// A file as a reader of the document sees it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Enclosed {
    pub url: String,
    pub media_type: String,
    /// Bytes; unknown for a picture on another site.
    pub length: Option<u64>,
}

/// The files of an RSS item.
pub fn of_item(node: roxmltree::Node, findings: &mut Findings) -> Vec<Enclosed> {
    let media = media(node, findings);
    let enclosures = children(node, None, "enclosure");
    let enclosed: Vec<Enclosed> = enclosures.map(|enclosure| named(enclosure, ["url", "length"], findings)).collect();
    // More than one breaks a rule of its own.
    if let Some(first) = enclosed.first() {
        agree(first, &media, findings);
    }
    let listed = if media.is_empty() { enclosed } else { media };
    once_each(&listed, findings);
    listed
}

/// The files of an Atom entry.
pub fn of_entry(node: roxmltree::Node, findings: &mut Findings) -> Vec<Enclosed> {
    let media = media(node, findings);
    let links = children(node, Some(ATOM), "link").filter(|link| link.attribute("rel") == Some("enclosure"));
    let linked: Vec<Enclosed> = links.map(|link| named(link, ["href", "length"], findings)).collect();
    for one in &linked {
        agree(one, &media, findings);
    }
    // What Media RSS names and no link does, most readers of Atom never see.
    for one in media.iter().filter(|one| is_whole(&one.url) && !linked.is_empty()) {
        let links = linked.iter().any(|link| link.url == one.url || !is_whole(&link.url));
        findings.unless(links, "EnclosureDoesntMatchMedia", &one.url);
    }
    once_each(&linked, findings);
    linked
}

/// The attachments of a JSON item, whose picture must be among them.
pub fn of_json(item: &OnceKeyed, findings: &mut Findings) -> Vec<Enclosed> {
    let listed = item["attachments"].as_list().into_iter().flatten();
    let listed: Vec<Enclosed> = listed
        .map(|attachment| {
            let text = |name: &str| attachment[name].as_str().unwrap_or_default().to_owned();
            check_address(&text("url"), findings);
            findings.unless(attachment["mime_type"].as_str().is_some(), "MissingAttribute", "attachment mime_type");
            check_type(attachment["mime_type"].as_str(), findings);
            let length = &attachment["size_in_bytes"];
            findings.unless(
                length.is_null() || length.as_u64().is_some(),
                "InvalidIntegerAttribute",
                "attachment size_in_bytes",
            );
            Enclosed { url: text("url"), media_type: text("mime_type"), length: length.as_u64() }
        })
        .collect();
    if let Some(image) = item["image"].as_str().filter(|image| is_whole(image)) {
        let among = listed.iter().any(|one| one.url == image || !is_whole(&one.url));
        findings.unless(listed.is_empty() || among, "ImageIsNoAttachment", image);
    }
    once_each(&listed, findings);
    listed
}

fn media(node: roxmltree::Node, findings: &mut Findings) -> Vec<Enclosed> {
    children(node, Some(MEDIA), "content").map(|content| named(content, ["url", "fileSize"], findings)).collect()
}

fn named(node: roxmltree::Node, [url, length]: [&str; 2], findings: &mut Findings) -> Enclosed {
    let text = |name: &str| node.attribute(name).unwrap_or_default();
    check_type(node.attribute("type"), findings);
    // A length of 0 says that it is not known (RSS profile 4.1.1.20.5).
    let number = node.attribute(length).filter(|length| !length.is_empty()).map(str::parse::<u64>);
    findings.unless(!matches!(number, Some(Err(_))), "InvalidIntegerAttribute", format_args!("enclosure {length}"));
    Enclosed {
        url: text(url).to_owned(),
        media_type: text("type").to_owned(),
        length: number.and_then(Result::ok).filter(|length| *length > 0),
    }
}

/// A file must be said to be the same wherever its document names it.
fn agree(one: &Enclosed, media: &[Enclosed], findings: &mut Findings) {
    if media.is_empty() || media.iter().chain([one]).any(|one| !is_whole(&one.url)) || one.media_type.is_empty() {
        return;
    }
    let same = media.iter().any(|other| {
        let length = one.length.is_none() || other.length.is_none() || one.length == other.length;
        one.url == other.url && one.media_type == other.media_type && length
    });
    findings.unless(same, "EnclosureDoesntMatchMedia", &one.url);
}

fn once_each(listed: &[Enclosed], findings: &mut Findings) {
    let mut seen = HashSet::new();
    for one in listed.iter().filter(|one| is_whole(&one.url)) {
        findings.unless(seen.insert(&one.url), "DuplicateAttachment", &one.url);
    }
}

/// RFC 6838 §4.2: two names with a slash between them; a missing one has a rule of its own.
fn check_type(media_type: Option<&str>, findings: &mut Findings) {
    let Some(media_type) = media_type.filter(|media_type| !media_type.is_empty()) else { return };
    let name = |name: &str| {
        name.starts_with(|c: char| c.is_ascii_alphanumeric())
            && name.chars().all(|c| c.is_ascii_alphanumeric() || "!#$&-^_.+".contains(c))
    };
    let valid = media_type.split_once('/').is_some_and(|(kind, subtype)| name(kind) && name(subtype));
    findings.unless(valid, "InvalidMIMEAttribute", media_type);
}

/// Whether an address can be compared; one that can't breaks a rule of its own.
fn is_whole(address: &str) -> bool {
    Url::parse(address).is_ok_and(|url| url.as_str() == address)
}
