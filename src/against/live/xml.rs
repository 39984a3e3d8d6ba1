//! RSS (2.0, and the older ones in RDF) and Atom.

use roxmltree::{Document, Node, ParsingOptions};

use super::{LiveEntry, NotAFeed, Page, Print, Text, instant};
use crate::feed::ATOM;
use crate::markup;
use crate::problem::printable;
use crate::prose::one_line;

const CONTENT: &str = "http://purl.org/rss/1.0/modules/content/";
const DC: &str = "http://purl.org/dc/elements/1.1/";
/// RSS 1.0, in RDF.
const RSS: &str = "http://purl.org/rss/1.0/";

/// More than the largest feed that a reader would take, and little enough to be held in memory.
const MOST_NODES: u32 = 2_000_000;

pub fn read(text: &str) -> Result<Page, NotAFeed> {
    let begin: String = text.chars().take(15).collect::<String>().to_ascii_lowercase();
    if begin.starts_with("<!doctype html") || begin.starts_with("<html") {
        return Err(NotAFeed("it is a web page".to_owned()));
    }
    // A document with a DTD is refused: its entities could make much out of little.
    let options = ParsingOptions { nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options)
        .map_err(|error| NotAFeed(format!("it is no well-formed XML ({})", short(&error.to_string()))))?;
    let root = document.root_element();
    match root.tag_name().name() {
        "feed" if root.tag_name().namespace() == Some(ATOM) => Ok(page(root, root, "entry", of_atom)),
        "rss" => match named(root, "channel").next() {
            Some(channel) => Ok(page(channel, channel, "item", of_rss)),
            None => Err(NotAFeed("it is RSS without a channel".to_owned())),
        },
        "RDF" => Ok(page(named(root, "channel").next().unwrap_or(root), root, "item", of_rss)),
        other => Err(NotAFeed(format!("its root is `{}`, which no feed has", short(other)))),
    }
}

fn page(head: Node, holder: Node, item: &'static str, entry: fn(Node) -> LiveEntry) -> Page {
    let entries = named(holder, item).filter_map(|node| entry(node).identified()).collect();
    Page { entries, older: older(head) }
}

/// Archived feeds (RFC 5005 §4), and paged ones (§3) as blogs have them.
fn older(head: Node) -> Option<String> {
    let leads = |rel: &str| {
        let mut links = of_namespace(head, ATOM, "link").filter(|link| link.attribute("rel") == Some(rel));
        links.find_map(|link| link.attribute("href").map(str::to_owned))
    };
    leads("prev-archive").or_else(|| leads("next"))
}

fn of_atom(entry: Node) -> LiveEntry {
    let text = |name: &'static str| of_namespace(entry, ATOM, name).next().map(text_of).unwrap_or_default();
    let title = of_namespace(entry, ATOM, "title").next();
    let alternate = of_namespace(entry, ATOM, "link")
        .find(|link| link.attribute("rel").is_none_or(|rel| rel == "alternate"))
        .and_then(|link| link.attribute("href"));
    LiveEntry {
        id: text("id").trim().to_owned(),
        title: match title.and_then(|title| title.attribute("type")) {
            Some("html") => one_line(&markup::tags_and_text_of_others(&text("title")).1),
            _ => one_line(&text("title")),
        },
        link: alternate.map(str::to_owned),
        published: instant(&text("published")),
        updated: instant(&text("updated")),
        text: of_namespace(entry, ATOM, "content").next().and_then(|node| content(node, alternate)),
    }
}

fn content(node: Node, link: Option<&str>) -> Option<Text> {
    // What lies elsewhere is not in the feed.
    if node.attribute("src").is_some() {
        return None;
    }
    match node.attribute("type").unwrap_or("text") {
        "html" | "text/html" => Some(Text::Html(Print::of_html(&text_of(node), link))),
        // Its source text, which a tokenizer of HTML reads alike.
        "xhtml" => Some(Text::Html(Print::of_html(&node.document().input_text()[node.range()], link))),
        _ => Some(Text::Plain(Print::of_text(&text_of(node), link))),
    }
}

fn of_rss(item: Node) -> LiveEntry {
    let text = |name: &'static str| named(item, name).next().map(text_of).unwrap_or_default().trim().to_owned();
    let within = |namespace, name| of_namespace(item, namespace, name).next().map(text_of);
    let link = Some(text("link")).filter(|link| !link.is_empty());
    let encoded = within(CONTENT, "encoded").map(|html| Text::Html(Print::of_html(&html, link.as_deref())));
    LiveEntry {
        id: text("guid"),
        title: one_line(&text("title")),
        link,
        published: instant(&text("pubDate")).or_else(|| within(DC, "date").as_deref().and_then(instant)),
        updated: within(ATOM, "updated").as_deref().and_then(instant),
        text: encoded,
    }
}

/// Children outside the namespaces that extend RSS: those of RSS 2.0 have none, those in RDF one of
/// several.
fn named<'a, 'd: 'a>(node: Node<'a, 'd>, name: &'static str) -> impl Iterator<Item = Node<'a, 'd>> {
    let own = node.tag_name().namespace();
    node.children().filter(move |child| {
        let tag = child.tag_name();
        tag.name() == name && (tag.namespace() == own || tag.namespace().is_none() || tag.namespace() == Some(RSS))
    })
}

fn of_namespace<'a, 'd: 'a>(
    node: Node<'a, 'd>,
    namespace: &'static str,
    name: &'static str,
) -> impl Iterator<Item = Node<'a, 'd>> {
    node.children().filter(move |child| child.has_tag_name((namespace, name)))
}

/// What a stranger's document says of itself may be of any length.
fn short(text: &str) -> String {
    printable(text).chars().take(100).collect()
}

fn text_of(node: Node) -> String {
    node.descendants().filter(Node::is_text).filter_map(|node| node.text()).collect()
}
