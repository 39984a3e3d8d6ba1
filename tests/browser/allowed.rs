//! What a piece of HTML in a feed, and a page, may hold. Written down by hand, so that a change of the
//! sanitiser's own list is noticed here.

use html5ever::ns;
use url::Url;

use super::{Node, Tree};

/// Elements with what they may have besides [`EVERYWHERE`].
const CONTENT: &[(&str, &[&str])] = &[
    ("a", &["href", "hreflang"]),
    ("abbr", &[]),
    ("acronym", &[]),
    ("article", &[]),
    ("aside", &[]),
    ("b", &[]),
    ("bdi", &[]),
    ("blockquote", &["cite"]),
    ("br", &[]),
    ("caption", &[]),
    ("cite", &[]),
    ("code", &[]),
    ("col", &["align", "char", "charoff", "span"]),
    ("colgroup", &["align", "char", "charoff", "span"]),
    ("data", &[]),
    ("dd", &[]),
    ("del", &["cite", "datetime"]),
    ("details", &[]),
    ("dfn", &[]),
    ("div", &[]),
    ("dl", &[]),
    ("dt", &[]),
    ("em", &[]),
    ("figcaption", &[]),
    ("figure", &[]),
    ("footer", &[]),
    ("h1", &[]),
    ("h2", &[]),
    ("h3", &[]),
    ("h4", &[]),
    ("h5", &[]),
    ("h6", &[]),
    ("header", &[]),
    ("hgroup", &[]),
    ("hr", &["align", "size", "width"]),
    ("i", &[]),
    ("img", &["alt", "height", "src", "width"]),
    ("ins", &["cite", "datetime"]),
    ("kbd", &[]),
    ("li", &["value"]),
    ("mark", &[]),
    ("nav", &[]),
    ("ol", &["start"]),
    ("p", &[]),
    ("pre", &[]),
    ("q", &["cite"]),
    ("rp", &[]),
    ("rt", &[]),
    ("rtc", &[]),
    ("ruby", &[]),
    ("s", &[]),
    ("samp", &[]),
    ("small", &[]),
    ("span", &[]),
    ("strike", &[]),
    ("strong", &[]),
    ("sub", &[]),
    ("summary", &[]),
    ("sup", &[]),
    ("table", &["align", "char", "charoff", "summary"]),
    ("tbody", &["align", "char", "charoff"]),
    ("td", &["align", "char", "charoff", "colspan", "headers", "rowspan"]),
    ("th", &["align", "char", "charoff", "colspan", "headers", "rowspan", "scope"]),
    ("thead", &["align", "char", "charoff"]),
    ("time", &[]),
    ("tr", &["align", "char", "charoff"]),
    ("tt", &[]),
    ("u", &[]),
    ("ul", &[]),
    ("var", &[]),
    ("wbr", &[]),
];
const EVERYWHERE: [&str; 3] = ["dir", "lang", "title"];
const DIRECTIONS: [&str; 3] = ["ltr", "rtl", "auto"];
/// What a page alone sets around a table and a picture of the text, to the letter.
const OF_PAGES: [&str; 6] = [
    "class=\"wide\" on <div>",
    "role=\"region\" on <div>",
    "tabindex=\"0\" on <div>",
    "aria-label=\"Table\" on <div>",
    "class=\"full\" on <span>",
    "class=\"tall\" on <figure>",
];
const ADDRESSES: [&str; 3] = ["href", "src", "cite"];
const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// What is in a piece of HTML and must not be, as [`CONTENT`] has it.
fn faults(tree: &Tree) -> Vec<String> {
    let mut faults = Vec::new();
    for node in tree.nodes() {
        let (name, attributes) = match node {
            Node::Element(name, attributes) => (name, attributes),
            Node::Comment(text) => {
                faults.push(format!("a comment: {text}"));
                continue;
            }
            Node::Root | Node::Text(_) => continue,
        };
        let local = &*name.local;
        let allowed = CONTENT.iter().find(|(element, _)| *element == local && name.ns == ns!(html));
        // What the parser makes by itself; in a piece it is never to be seen.
        if attributes.is_empty() && ["html", "head", "body"].contains(&local) {
            continue;
        }
        if allowed.is_none() {
            let told = attributes.iter().map(|attribute| match &*attribute.name.local {
                // These say the same otherwise in each release.
                key @ ("href" | "content" | "title") => key.to_owned(),
                key => format!("{key}=\"{}\"", &*attribute.value),
            });
            let language = if name.ns == ns!(html) { "" } else { &*name.ns };
            faults.push(format!("<{local} {}> of {language}", told.collect::<Vec<_>>().join(" ")));
        }
        for attribute in attributes {
            let (key, value) = (&*attribute.name.local, &*attribute.value);
            if allowed.is_some_and(|(_, allowed)| !allowed.contains(&key) && !EVERYWHERE.contains(&key)) {
                faults.push(format!("{key}=\"{value}\" on <{local}>"));
            }
            if key == "dir" && !DIRECTIONS.contains(&value.to_ascii_lowercase().as_str()) {
                faults.push(format!("no direction: {value} on <{local}>"));
            }
            if ADDRESSES.contains(&key) && !is_harmless(value) {
                faults.push(format!("an address: {key}=\"{value}\" on <{local}>"));
            }
        }
    }
    faults
}

/// Absolute, and of a scheme that only points or calls. The URL Standard's parser drops what browsers drop.
fn is_harmless(address: &str) -> bool {
    Url::parse(address).is_ok_and(|url| SCHEMES.contains(&url.scheme()))
}

/// Each way a piece is read: with and without scripts, and again after a reader wrote it down.
pub fn in_a_piece(html: &str) -> Vec<String> {
    let mut all = Vec::new();
    for scripting in [true, false] {
        let mut html = html.to_owned();
        for _ in 0..3 {
            let tree = Tree::of_piece(&html, scripting);
            all.extend(faults(&tree));
            html = tree.written();
        }
    }
    all
}

/// What is in a page and may not be in a piece: its frame, which is the same for every release.
pub fn frame(html: &str) -> Vec<String> {
    let mut frame = faults(&Tree::of_page(html, true));
    // A picture of the text is told of in the page's head, too.
    frame.retain(|part| !(part.starts_with("<meta property=\"og:image") && part.ends_with("\" content> of ")));
    frame.retain(|part| !OF_PAGES.contains(&part.as_str()));
    frame
}

/// What one frame has and the other has not.
pub fn difference(frame: Vec<String>, usual: &[String]) -> Vec<String> {
    let mut more = frame;
    let mut missing = Vec::new();
    for part in usual {
        match more.iter().position(|other| other == part) {
            Some(at) => drop(more.swap_remove(at)),
            None => missing.push(format!("no {part}")),
        }
    }
    more.extend(missing);
    more
}
