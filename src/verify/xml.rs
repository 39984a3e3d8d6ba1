//! What holds for both XML formats: encoding, form, namespaces.

use super::Findings;
pub(super) use crate::feed::ATOM;
use crate::release::Language;

pub const CONTENT: &str = "http://purl.org/rss/1.0/modules/content/";
pub const DC: &str = "http://purl.org/dc/elements/1.1/";
pub const MEDIA: &str = "http://search.yahoo.com/mrss/";
pub const HISTORY: &str = "http://purl.org/syndication/history/1.0";
pub const TOMBSTONES: &str = "http://purl.org/atompub/tombstones/1.0";
const XML: &str = "http://www.w3.org/XML/1998/namespace";
const XHTML: &str = "http://www.w3.org/1999/xhtml";

/// Namespaces we write, with the prefixes that readers know them by.
const NAMESPACES: [(&str, Option<&str>); 7] = [
    (ATOM, Some("atom")),
    (CONTENT, Some("content")),
    (DC, Some("dc")),
    (MEDIA, Some("media")),
    (HISTORY, Some("fh")),
    (TOMBSTONES, Some("at")),
    (XML, Some("xml")),
];

/// Registered link relations that a feed or an entry may have (IANA link relations).
const RELATIONS: [&str; 12] = [
    "alternate",
    "self",
    "hub",
    "enclosure",
    "related",
    "via",
    "replies",
    "prev-archive",
    "next-archive",
    "current",
    "next",
    "previous",
];

/// The text of a document, when its bytes are what its declaration says.
pub fn text<'a>(bytes: &'a [u8], findings: &mut Findings) -> Option<&'a str> {
    let Ok(text) = std::str::from_utf8(bytes) else {
        findings.add("NotUTF8", "the bytes are no UTF-8");
        return None;
    };
    findings.unless(text.starts_with("<?xml"), "InvalidXML", "the first bytes are not the XML declaration");
    let declaration = text.split_once("?>").map_or("", |(declaration, _)| declaration).to_lowercase();
    findings.unless(
        declaration.contains("encoding=\"utf-8\""),
        "EncodingMismatch",
        "the declaration does not say UTF-8",
    );
    Some(text)
}

pub fn parse<'a>(text: &'a str, findings: &mut Findings) -> Option<roxmltree::Document<'a>> {
    match roxmltree::Document::parse(text) {
        Ok(document) => {
            namespaces(&document, findings);
            Some(document)
        }
        Err(error) => {
            findings.add("SAXError", error);
            None
        }
    }
}

fn namespaces(document: &roxmltree::Document, findings: &mut Findings) {
    let declared = document.descendants().filter(roxmltree::Node::is_element).flat_map(|node| node.namespaces());
    // Every element names all that it is in, of which the parser keeps each once.
    let mut seen: Vec<&roxmltree::Namespace> = Vec::new();
    for namespace in declared {
        if seen.iter().any(|other| std::ptr::eq(*other, namespace)) {
            continue;
        }
        seen.push(namespace);
        match NAMESPACES.iter().find(|(uri, _)| *uri == namespace.uri()) {
            // XHTML has a rule of its own below; the empty one undoes a default.
            None if namespace.uri() == XHTML || namespace.uri().is_empty() => {}
            None => findings.add("UnknownNamespace", namespace.uri()),
            Some((_, usual)) if namespace.name().is_some() && namespace.name() != *usual => {
                findings.add("AvoidNamespacePrefix", namespace.name().unwrap_or_default());
            }
            Some(_) => {}
        }
    }
    for node in document.descendants().filter(roxmltree::Node::is_element) {
        if node.tag_name().namespace() == Some(XHTML) {
            findings.add("MisplacedXHTMLContent", node.tag_name().name());
        }
        if let Some(language) = node.attribute((XML, "lang")) {
            findings.unless(Language::parse(language).is_some(), "InvalidLanguage", language);
        }
        if node.tag_name().namespace() == Some(MEDIA) && node.tag_name().name() == "content" {
            super::check_address(node.attribute("url").unwrap_or_default(), findings);
        }
    }
}

/// The text inside an element, references decoded.
pub fn text_of(node: roxmltree::Node<'_, '_>) -> String {
    node.descendants().filter(roxmltree::Node::is_text).filter_map(|node| node.text()).collect()
}

pub fn child<'a, 'd>(
    node: roxmltree::Node<'a, 'd>,
    namespace: Option<&str>,
    name: &str,
) -> Option<roxmltree::Node<'a, 'd>> {
    node.children().find(|child| {
        child.is_element() && child.tag_name().name() == name && child.tag_name().namespace() == namespace
    })
}

pub fn children<'a, 'd>(
    node: roxmltree::Node<'a, 'd>,
    namespace: Option<&'static str>,
    name: &'static str,
) -> impl Iterator<Item = roxmltree::Node<'a, 'd>> {
    node.children().filter(move |child| {
        child.is_element() && child.tag_name().name() == name && child.tag_name().namespace() == namespace
    })
}

/// Exactly one self link, and it is the document's own address; relations are registered ones.
pub fn links(parent: roxmltree::Node, address: &url::Url, findings: &mut Findings) {
    let own: Vec<&str> = children(parent, Some(ATOM), "link")
        .filter(|link| link.attribute("rel") == Some("self"))
        .filter_map(|link| link.attribute("href"))
        .collect();
    match own.as_slice() {
        [] => findings.add("MissingSelf", "no link rel=self"),
        [one] => findings.unless(*one == address.as_str(), "SelfDoesntMatchLocation", *one),
        _ => findings.add("DuplicateElement", "several links rel=self"),
    }
    relations(parent, findings);
}

pub fn relations(parent: roxmltree::Node, findings: &mut Findings) {
    for link in children(parent, Some(ATOM), "link") {
        let rel = link.attribute("rel").unwrap_or("alternate");
        findings.unless(RELATIONS.contains(&rel) || rel.contains(':'), "UnregisteredAtomLinkRel", rel);
        match link.attribute("href") {
            Some(href) => super::check_address(href, findings),
            None => findings.add("MissingHref", rel),
        }
    }
}
