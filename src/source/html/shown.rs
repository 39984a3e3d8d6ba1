//! What of a page is its text: not its frame, not what is hidden, not what only a browser runs.
//!
//! An embargo is never lost with the frame: a part that speaks of one is read, or an error.

mod furniture;
mod headline;
mod hidden;
mod lost;
mod main_block;
mod related;
mod remarks;
mod trail;
mod weight;

use std::collections::HashSet;

use super::Knows;
use super::table;
use super::tree::{Data, NodeId, ROOT, Tree};
use crate::manuscript::Block;
use crate::markup::{self, LineEnds, Lines};
use crate::source::columns;
use hidden::Styles;
use weight::Weights;

/// What stands around a page's own words.
const FRAME: [&str; 4] = ["header", "footer", "aside", "nav"];

/// Why a part of a page is no part of its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// Only a browser runs it, or it is to be filled in.
    Machinery,
    Frame,
    Hidden,
    /// A style hides it, which its author may not know.
    HiddenByStyle,
}

/// Looks at what a page shows and what it leaves out.
#[derive(Debug)]
pub struct Judge<'a> {
    pub tree: &'a Tree,
    pub knows: Knows,
    styles: Styles,
    weights: Weights,
    /// Where a page's own words begin: in its only `<main>` or `<article>`, else in its body.
    pub content: NodeId,
    /// What is said around that element, where there is one.
    around: String,
    /// The part of the frame that holds the headline, where the text has none.
    pub head: Option<NodeId>,
    /// It stands outside of the page's own words.
    pub head_is_apart: bool,
    /// The first heading of the page's own words.
    first_heading: Option<NodeId>,
    /// The first heading of the page, or its first sentence.
    first_words: NodeId,
    /// Links to other pages.
    related: HashSet<NodeId>,
    /// Classes say what is frame, and styles what is hidden.
    by_looks: bool,
}

impl<'a> Judge<'a> {
    /// `by_looks` says that classes and styles are asked, too.
    pub fn new(tree: &'a Tree, knows: Knows, by_looks: bool) -> Self {
        let styles = if by_looks { Styles::of(tree) } else { Styles::default() };
        let weights = Weights::of(tree);
        let mut judge = Self {
            tree,
            knows,
            styles,
            first_words: 0,
            related: related::find(tree, &weights),
            weights,
            content: ROOT,
            around: String::new(),
            head: None,
            head_is_apart: false,
            first_heading: None,
            by_looks,
        };
        (judge.content, judge.around) = judge.own_words();
        let is_heading = |id: &NodeId| matches!(tree.element(*id), "h1" | "h2" | "h3");
        judge.first_heading = tree.within(judge.content).find(is_heading);
        judge.first_words = trail::first_words(tree, judge.first_heading);
        judge.head = judge.headline_in_frame();
        judge.head_is_apart = judge.head.is_some_and(|head| judge.is_apart(head));
        judge
    }

    fn own_words(&self) -> (NodeId, String) {
        let body = self.body();
        let Some(content) = self.only_content() else { return (body, String::new()) };
        let around = lines_of(self.tree, body, Some(content));
        let is_empty = self.tree.text(content).trim().is_empty();
        (if (self.knows.holds_back)(&around) || is_empty { body } else { content }, around)
    }

    fn body(&self) -> NodeId {
        self.tree.within(ROOT).find(|id| self.tree.element(*id) == "body").unwrap_or(ROOT)
    }

    fn only_content(&self) -> Option<NodeId> {
        let only = |name: &str| {
            let all = self.tree.within(self.body());
            let mut found = all.filter(|id| self.tree.element(*id) == name && self.hidden(*id).is_none());
            found.next().filter(|_| found.next().is_none())
        };
        only("main").or_else(|| only("article")).or_else(|| self.block_of_title())
    }

    /// Why an element and all in it is left out.
    pub fn left_out(&self, id: NodeId, in_article: bool) -> Option<Why> {
        let tree = self.tree;
        if !tree.is_element(id) || self.head == Some(id) {
            return None;
        }
        let why = match tree.element(id) {
            // SVG and MathML have no HTML name.
            "" | "head" | "title" | "script" | "style" | "template" | "noscript" | "button" | "select" | "textarea"
            | "input" | "datalist" | "dialog" | "noembed" | "noframes" => return Some(Why::Machinery),
            // Some systems wrap every page in a form.
            "form" => {
                let around_text = tree.within(id).any(|inner| matches!(tree.element(inner), "h1" | "main" | "article"));
                return (!around_text).then_some(Why::Machinery);
            }
            "nav" => Some(Why::Frame),
            "header" | "footer" | "aside" if !in_article => Some(Why::Frame),
            "aside" if self.weights.get(id).linked > 0 && related::is_card(&self.weights, id) => Some(Why::Frame),
            _ => self.hidden(id),
        };
        let of_frame = || self.is_furniture(id) || self.is_trail(id) || self.related.contains(&id);
        let why = why.or_else(|| of_frame().then_some(Why::Frame))?;
        (why != Why::Frame || !self.speaks(id)).then_some(why)
    }

    pub fn speaks(&self, id: NodeId) -> bool {
        (self.knows.holds_back)(&lines_of(self.tree, id, None))
    }

    /// Whether a part of the frame is whom to call: a box beside the text, but no head or foot of a site.
    pub fn is_contact(&self, id: NodeId) -> bool {
        let of_site = matches!(self.tree.element(id), "header" | "footer" | "nav");
        !of_site && (self.knows.names_contact)(&lines_of(self.tree, id, None))
    }

    /// Boxes outside of the page's own words that say whom to call.
    pub fn contacts_around(&self) -> Vec<NodeId> {
        /// A box says no more, in bytes.
        const MOST: usize = 2000;
        let mut found = Vec::new();
        let mut stack = if self.content == self.body() { Vec::new() } else { vec![self.body()] };
        while let Some(id) = stack.pop() {
            let children = || self.tree.node(id).children.iter().rev();
            match self.left_out(id, false) {
                _ if id == self.content => {}
                Some(Why::Frame) if self.is_contact(id) => found.push(id),
                Some(_) => {}
                // The smallest part that says whom to call.
                None if self.tree.is_element(id)
                    && self.weights.get(id).said <= MOST
                    && !self.is_within(self.content, id)
                    && self.is_contact(id)
                    && !children().any(|child| self.tree.is_element(*child) && self.is_contact(*child)) =>
                {
                    found.push(id);
                }
                None => stack.extend(children()),
            }
        }
        found
    }

    /// The parts of the page that its own words do not stand in.
    pub fn around(&self) -> Vec<NodeId> {
        let (mut at, mut parts) = (self.content, Vec::new());
        while at != self.body() {
            let Some(parent) = self.tree.node(at).parent else { break };
            parts.extend(self.tree.node(parent).children.iter().copied().filter(|part| *part != at));
            at = parent;
        }
        parts.retain(|part| self.tree.is_element(*part) && self.left_out(*part, false) != Some(Why::Machinery));
        parts
    }

    /// What a part says, as one line.
    pub fn words(&self, id: NodeId) -> String {
        lines_of(self.tree, id, None).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Lines for the parser to read above the text, wherever they stand: what a frame or the columns of a
    /// table say of an embargo. Below the text a line has to say more to hold it back.
    pub fn lines_for_the_top(&self) -> Vec<Block> {
        let mut found: Vec<(usize, String)> = Vec::new();
        let mut take = |line: usize, words: &str| {
            if !found.iter().any(|(_, known)| known == words) {
                found.push((line, words.to_owned()));
            }
        };
        let body = self.body();
        for line in self.around.lines().filter(|line| (self.knows.holds_back)(line)) {
            take(self.tree.node(body).line, line);
        }
        let mut stack = vec![body];
        while let Some(id) = stack.pop() {
            let element = self.tree.element(id);
            if FRAME.contains(&element) || self.is_furniture(id) {
                let words = lines_of(self.tree, id, None);
                for line in words.lines().filter(|line| (self.knows.holds_back)(line)) {
                    take(self.tree.node(id).line, line);
                }
                // A frame within a frame says nothing else.
                continue;
            }
            stack.extend(self.tree.node(id).children.iter().rev());
            if element == "table" {
                for line in columns::that_hold_back(&table::cells(self.tree, id), self.knows.holds_back) {
                    take(self.tree.node(id).line, &line);
                }
            }
        }
        found.into_iter().map(|(line, words)| columns::line_of_its_own(words, line)).collect()
    }
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
