//! What of a page is its text: not its frame, not what is hidden, not what only a browser runs.
//!
//! An embargo is never lost with the frame: a part that speaks of one is read, or an error.

use super::table;
use super::tree::{Data, NodeId, ROOT, Tree};
use crate::manuscript::Block;
use crate::markup::{self, LineEnds, Lines};
use crate::problem::{Place, Report};
use crate::source::{HoldsBack, STATE_IT, columns};

/// What stands around a page's own words.
const FRAME: [&str; 4] = ["header", "footer", "aside", "nav"];
/// Attributes that say nothing to people.
const MUTE: [&str; 9] = ["class", "id", "style", "href", "src", "srcset", "name", "type", "d"];

/// Looks at what a page shows and what it leaves out.
#[derive(Debug, Clone, Copy)]
pub struct Judge<'a> {
    pub tree: &'a Tree,
    pub holds_back: HoldsBack,
}

impl Judge<'_> {
    /// Where a page's own words begin: in its only `<main>` or `<article>`, else in its body.
    pub fn content(self) -> NodeId {
        let body = self.body();
        let Some(content) = self.only_content() else { return body };
        let around = lines_of(self.tree, body, Some(content));
        if (self.holds_back)(&around) || self.tree.text(content).trim().is_empty() { body } else { content }
    }

    fn body(self) -> NodeId {
        self.tree.within(ROOT).find(|id| self.tree.element(*id) == "body").unwrap_or(ROOT)
    }

    fn only_content(self) -> Option<NodeId> {
        let only = |name: &str| {
            let all = self.tree.within(self.body());
            let mut found = all.filter(|id| self.tree.element(*id) == name && !is_hidden(self.tree, *id));
            found.next().filter(|_| found.next().is_none())
        };
        only("main").or_else(|| only("article"))
    }

    /// Whether an element and all in it is left out.
    pub fn is_left_out(self, id: NodeId, in_article: bool) -> bool {
        let tree = self.tree;
        if !tree.is_element(id) {
            return false;
        }
        match tree.element(id) {
            // SVG and MathML have no HTML name.
            "" | "head" | "script" | "style" | "template" | "noscript" | "button" | "select" | "textarea" | "input"
            | "datalist" | "dialog" | "noembed" | "noframes" => true,
            // Some systems wrap every page in a form.
            "form" => !tree.within(id).any(|inner| matches!(tree.element(inner), "h1" | "main" | "article")),
            "nav" => !self.speaks(id),
            "header" | "footer" | "aside" => !in_article && !self.speaks(id),
            _ => is_hidden(tree, id),
        }
    }

    fn speaks(self, id: NodeId) -> bool {
        (self.holds_back)(&lines_of(self.tree, id, None))
    }

    /// Reports an embargo in a part that is left out.
    pub fn refuse_lost_embargo(self, id: NodeId, report: &mut Report) {
        if matches!(self.tree.element(id), "script" | "style") {
            return;
        }
        let words = lines_of(self.tree, id, None);
        if (self.holds_back)(&words) {
            self.lost(id, "a part that isn't shown speaks of an embargo", &words, report);
        }
    }

    /// Reports an embargo in a part that is shown as `words`, where it stands in something that isn't.
    pub fn refuse_embargo_beside(self, id: NodeId, words: &str, report: &mut Report) {
        let all = lines_of(self.tree, id, None);
        let lost = all.lines().find(|line| (self.holds_back)(line) && !words.lines().any(|shown| shown == *line));
        if let Some(line) = lost {
            self.lost(id, "a part that isn't shown speaks of an embargo", line, report);
        }
    }

    fn lost(self, id: NodeId, what: &'static str, words: &str, report: &mut Report) {
        let at = Place::line(self.tree.node(id).line);
        report.error(at, what, STATE_IT).holding().found(words.trim());
    }

    /// Reports an embargo in a comment, and one in the page's head or beside its words, in an attribute,
    /// that its text doesn't state.
    pub fn refuse_embargo_aside(self, read: &str, report: &mut Report) {
        let stated = (self.holds_back)(read);
        for id in self.tree.within(ROOT) {
            let node = self.tree.node(id);
            match &node.data {
                Data::Comment(comment) if (self.holds_back)(&markup::either_way(comment)) => {
                    self.lost(id, "a comment speaks of an embargo", comment, report);
                }
                Data::Element(..) if self.tree.element(id) == "head" => {
                    // A page that begins with a part which isn't shown has it in its head.
                    let parts = node.children.iter().filter(|part| self.tree.element(**part) != "title");
                    parts.for_each(|part| self.refuse_lost_embargo(*part, report));
                }
                Data::Element(..) if !stated && self.tree.element(id) == "title" => {
                    let words = self.tree.text(id);
                    if (self.holds_back)(&words) {
                        self.lost(id, "the page's title speaks of an embargo", &words, report);
                    }
                }
                Data::Element(..) if !stated && matches!(self.tree.element(id), "script" | "style") => {
                    let words = self.tree.text(id);
                    if let Some(words) = words.split(['"', '\'', '`']).find(|words| (self.holds_back)(words)) {
                        let what = "what a script or a style would write speaks of an embargo";
                        self.lost(id, what, words, report);
                    }
                }
                Data::Element(_, attributes) if !stated => {
                    let mute = |name: &str| MUTE.contains(&name) || name.starts_with("on");
                    let said = attributes.iter().filter(|attribute| !mute(&attribute.name.local));
                    let mut said = said.map(|said| said.value.trim()).filter(|said| !said.contains("://"));
                    if let Some(said) = said.find(|said| (self.holds_back)(said)) {
                        let what = match self.tree.element(id) {
                            "meta" => "what the page says of itself speaks of an embargo",
                            _ => "what an element says beside its words speaks of an embargo",
                        };
                        self.lost(id, what, said, report);
                    }
                }
                _ => {}
            }
        }
    }

    /// Lines for the parser to read above the text, wherever they stand: what a frame or the columns of a
    /// table say of an embargo. Below the text a line has to say more to hold it back.
    pub fn lines_for_the_top(self) -> Vec<Block> {
        let mut found: Vec<(usize, String)> = Vec::new();
        let mut take = |line: usize, words: &str| {
            if !found.iter().any(|(_, known)| known == words) {
                found.push((line, words.to_owned()));
            }
        };
        let body = self.body();
        if let Some(content) = self.only_content() {
            let around = lines_of(self.tree, body, Some(content));
            for line in around.lines().filter(|line| (self.holds_back)(line)) {
                take(self.tree.node(body).line, line);
            }
        }
        let mut stack = vec![body];
        while let Some(id) = stack.pop() {
            let element = self.tree.element(id);
            if FRAME.contains(&element) {
                let words = lines_of(self.tree, id, None);
                for line in words.lines().filter(|line| (self.holds_back)(line)) {
                    take(self.tree.node(id).line, line);
                }
                // A frame within a frame says nothing else.
                continue;
            }
            stack.extend(self.tree.node(id).children.iter().rev());
            if element == "table" {
                for line in columns::that_hold_back(&table::cells(self.tree, id), self.holds_back) {
                    take(self.tree.node(id).line, &line);
                }
            }
        }
        found.into_iter().map(|(line, words)| columns::line_of_its_own(words, line)).collect()
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

/// The lines in an element, without those in one of the elements in it.
fn lines_of(tree: &Tree, id: NodeId, without: Option<NodeId>) -> String {
    let mut lines = Lines::new(LineEnds::Blank);
    // A stack instead of calls; the second of a pair closes its element.
    let mut stack = vec![(id, false)];
    while let Some((id, close)) = stack.pop() {
        match &tree.node(id).data {
            Data::Element(..) if matches!(tree.element(id), "script" | "style") => {}
            Data::Element(name, _) if close => lines.close(&name.local),
            Data::Element(name, _) => {
                lines.open(&name.local);
                stack.push((id, true));
                if matches!(&*name.local, "iframe" | "noscript" | "noembed" | "noframes" | "xmp") {
                    // The tags in here are letters to a browser.
                    for line in markup::lines(&tree.text(id), LineEnds::Blank).lines() {
                        lines.words(line);
                        lines.open("br");
                    }
                } else if Some(id) != without {
                    stack.extend(tree.node(id).children.iter().rev().map(|child| (*child, false)));
                }
            }
            Data::Text(pieces) => pieces.iter().for_each(|(_, piece)| lines.words(piece)),
            Data::Root => stack.extend(tree.node(id).children.iter().rev().map(|child| (*child, false))),
            Data::Comment(_) => {}
        }
    }
    lines.finish()
}
