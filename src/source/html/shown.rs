//! What of a page is its text: not its frame, not what is hidden, not what only a browser runs.
//!
//! An embargo is never lost with the frame: a part that speaks of one is read, or an error.

use super::tree::{Data, NodeId, ROOT, Tree};
use crate::problem::{Place, Report};
use crate::source::speaks_of_embargo;

const STATE_IT: &str = "state it in the text or as `embargo:` in front matter";

/// Where a page's own words begin: in its only `<main>` or `<article>`, else in its body.
pub fn content(tree: &Tree) -> NodeId {
    let body = tree.within(ROOT).find(|id| tree.element(*id) == "body").unwrap_or(ROOT);
    let only = |name: &str| {
        let mut found = tree.within(body).filter(|id| tree.element(*id) == name && !is_hidden(tree, *id));
        found.next().filter(|_| found.next().is_none())
    };
    let Some(content) = only("main").or_else(|| only("article")) else {
        return body;
    };
    let mut outside = String::new();
    let mut stack = vec![body];
    while let Some(id) = stack.pop() {
        if id == content {
            continue;
        }
        if let Data::Text(pieces) = &tree.node(id).data {
            outside.extend(pieces.iter().map(|(_, piece)| piece.as_str()));
            outside.push(' ');
        }
        if !matches!(tree.element(id), "script" | "style") {
            stack.extend(tree.node(id).children.iter().rev());
        }
    }
    if speaks_of_embargo(&outside) || tree.text(content).trim().is_empty() { body } else { content }
}

/// Whether an element and all in it is left out.
pub fn is_left_out(tree: &Tree, id: NodeId, in_article: bool) -> bool {
    if !tree.is_element(id) {
        return false;
    }
    match tree.element(id) {
        // SVG and MathML have no HTML name.
        "" | "head" | "script" | "style" | "template" | "noscript" | "button" | "select" | "textarea" | "input"
        | "datalist" | "dialog" => true,
        // Some systems wrap every page in a form.
        "form" => !tree.within(id).any(|inner| matches!(tree.element(inner), "h1" | "main" | "article")),
        "nav" => !speaks_of_embargo(&tree.text(id)),
        "header" | "footer" | "aside" => !in_article && !speaks_of_embargo(&tree.text(id)),
        _ => is_hidden(tree, id),
    }
}

fn is_hidden(tree: &Tree, id: NodeId) -> bool {
    let style = tree.attribute(id, "style").unwrap_or("").to_lowercase().replace(char::is_whitespace, "");
    let class = tree.attribute(id, "class").unwrap_or("");
    tree.attribute(id, "hidden").is_some()
        || tree.attribute(id, "aria-hidden").is_some_and(|value| value.eq_ignore_ascii_case("true"))
        || ["display:none", "visibility:hidden", "mso-hide:all"].iter().any(|hides| style.contains(hides))
        || class.split_whitespace().any(|class| ["sr-only", "visually-hidden", "screen-reader-text"].contains(&class))
}

/// Reports an embargo in a part that is left out.
pub fn refuse_lost_embargo(tree: &Tree, id: NodeId, report: &mut Report) {
    if matches!(tree.element(id), "script" | "style") {
        return;
    }
    let words = tree.text(id);
    if speaks_of_embargo(&words) {
        let at = Place::line(tree.node(id).line);
        report.error(at, "a part that isn't shown speaks of an embargo", STATE_IT).found(words.trim());
    }
}

/// Reports an embargo in a comment, and one in the page's head that its text doesn't state.
pub fn refuse_embargo_aside(tree: &Tree, read: &str, report: &mut Report) {
    let stated = speaks_of_embargo(read);
    for id in tree.within(ROOT) {
        let node = tree.node(id);
        let (what, words) = match (&node.data, tree.element(id)) {
            (Data::Comment(comment), _) => ("a comment speaks of an embargo", comment.clone()),
            (_, "title") if !stated => ("the page's title speaks of an embargo", tree.text(id)),
            (_, "meta") if !stated => {
                let content = tree.attribute(id, "content").unwrap_or("");
                ("what the page says of itself speaks of an embargo", content.to_owned())
            }
            _ => continue,
        };
        if speaks_of_embargo(&words) {
            report.error(Place::line(node.line), what, STATE_IT).found(words.trim());
        }
    }
}
