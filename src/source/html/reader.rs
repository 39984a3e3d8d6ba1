//! Walks a page's content and makes a block of each paragraph, heading, item and line.

mod inline;
mod laid_out;
mod list;

use std::borrow::Cow;

use url::Url;

use super::habits;
use super::line::Line;
use super::shown::{Judge, Why};
use super::tree::{Data, NodeId, Tree};
use crate::characters;
use crate::manuscript::{Block, Bullet, Joint, LeftOut, Shape};
use crate::problem::{Place, Report};
use crate::source::{figures, text};
pub use inline::stated_base;

/// Why what is neither the text nor its contact is left out.
const AROUND: &str = "what stands around the page's own words";

/// What surrounds a block.
#[derive(Debug, Clone, Copy, Default)]
struct Setting {
    kind: Kind,
    /// Frame elements in here belong to the text.
    in_article: bool,
    /// Paragraphs of the same parent are set off by blank ones, so that each is a line.
    lined: bool,
    /// Lists that are open.
    lists: u8,
}

/// The innermost of these decides what a block is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Kind {
    #[default]
    Text,
    Quote,
    Caption,
    Heading(u8),
    Item(Bullet, u8),
}

impl Setting {
    fn of(self, kind: Kind) -> Self {
        Self { kind, ..self }
    }

    fn shape(self) -> Shape {
        match self.kind {
            Kind::Text => Shape::Text,
            Kind::Quote => Shape::Quote,
            Kind::Caption => Shape::Caption,
            Kind::Heading(level) => Shape::Heading(level),
            Kind::Item(bullet, level) => Shape::Item { bullet, level },
        }
    }
}

pub struct Reader<'a, 'r> {
    tree: &'a Tree,
    judge: &'a Judge<'a>,
    base: Url,
    /// The page itself states it.
    names_base: bool,
    report: &'r mut Report,
    blocks: Vec<Block>,
    line: Line,
    /// What lies before the next block, if anything was seen there.
    joint: Option<Joint>,
    /// Pictures of a paragraph come after it.
    pictures: Vec<Block>,
    /// Whom to call, in boxes beside the text: read below it.
    contacts: Vec<NodeId>,
    left_out: Vec<LeftOut>,
}

impl<'a, 'r> Reader<'a, 'r> {
    pub fn new(judge: &'a Judge<'a>, base: Url, report: &'r mut Report) -> Self {
        Self {
            tree: judge.tree,
            judge,
            names_base: stated_base(judge.tree).is_some(),
            base,
            report,
            blocks: Vec::new(),
            line: Line::default(),
            joint: Some(Joint::Gap),
            pictures: Vec::new(),
            contacts: Vec::new(),
            left_out: Vec::new(),
        }
    }

    pub fn read(mut self) -> (Vec<Block>, Vec<LeftOut>) {
        let content = self.judge.content;
        let in_article = matches!(self.tree.element(content), "main" | "article");
        let setting = Setting { in_article, lined: habits::is_lined(self.tree, content), ..Setting::default() };
        let of_article = Setting { in_article: true, ..Setting::default() };
        if let Some(head) = self.judge.head.filter(|_| self.judge.head_is_apart) {
            self.element(head, of_article);
        }
        self.children(content, setting);
        self.boundary(setting, Joint::Gap);
        let mut boxes = std::mem::take(&mut self.contacts);
        boxes.extend(self.judge.contacts_around());
        for part in &boxes {
            self.block(*part, of_article, Joint::Gap);
        }
        for part in self.judge.around() {
            let holds_box = self.tree.within(part).any(|inner| boxes.contains(&inner));
            if !holds_box && self.judge.head != Some(part) {
                self.told_as_left_out(part, AROUND);
            }
        }
        (self.blocks, self.left_out)
    }

    fn children(&mut self, id: NodeId, setting: Setting) {
        for child in &self.tree.node(id).children {
            self.node(*child, setting);
        }
    }

    fn node(&mut self, id: NodeId, setting: Setting) {
        match &self.tree.node(id).data {
            Data::Text(pieces) => {
                for (line, piece) in pieces {
                    self.text(piece, *line);
                }
            }
            Data::Element(..) if self.judge.head == Some(id) => {
                if !self.judge.head_is_apart {
                    self.element(id, Setting { in_article: true, ..setting });
                }
            }
            Data::Element(..) => match self.judge.left_out(id, setting.in_article) {
                Some(why) => self.leave_out(id, why),
                None => self.element(id, setting),
            },
            Data::Root | Data::Comment(_) => {}
        }
    }

    fn leave_out(&mut self, id: NodeId, why: Why) {
        // What of the frame speaks of an embargo is read.
        if why != Why::Frame {
            self.judge.refuse_lost_embargo(id, self.report);
        }
        let line = self.tree.node(id).line;
        let text = || self.judge.words(id);
        let why = match why {
            Why::Machinery => return,
            Why::Frame if self.judge.is_contact(id) => return self.contacts.push(id),
            Why::Frame => AROUND,
            Why::Hidden => "hidden on the page",
            Why::HiddenByStyle if text().is_empty() => return,
            Why::HiddenByStyle => {
                let what = "a part that a style hides was left out";
                self.report.warning(Place::line(line), what, "delete it, or show it").found(text());
                "hidden on the page"
            }
        };
        self.told_as_left_out(id, why);
    }

    fn told_as_left_out(&mut self, id: NodeId, why: &'static str) {
        let text = self.judge.words(id);
        if !text.is_empty() {
            self.left_out.push(LeftOut { line: self.tree.node(id).line, text, why });
        }
    }

    fn element(&mut self, id: NodeId, setting: Setting) {
        let element = self.tree.element(id);
        match element {
            "br" if matches!(setting.kind, Kind::Heading(_)) => self.line.blank = true,
            "br" => {
                let joint = if self.push(setting) { Joint::Line } else { Joint::Gap };
                self.joint = Some(self.joint.map_or(joint, |before| wider(before, joint)));
            }
            "hr" => self.boundary(setting, Joint::Gap),
            "wbr" => {}
            "img" => self.picture(id),
            "iframe" | "video" | "audio" | "object" | "embed" | "canvas" => {
                let at = Place::line(self.tree.node(id).line);
                self.report
                    .warning(at, "HTML that feed readers refuse was left out", "delete it, or say it in words")
                    .found(format!("<{element}>"));
                // What it says where it can't be shown.
                self.judge.refuse_lost_embargo(id, self.report);
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let level = element[1..].parse().unwrap_or(6);
                self.block(id, Setting { lined: false, ..setting.of(Kind::Heading(level)) }, Joint::Gap);
            }
            "ul" | "ol" | "menu" => self.list(id, setting),
            "li" => self.block(id, setting.of(Kind::Item(Bullet::Dot, 0)), Joint::Line),
            "blockquote" => self.block(id, setting.of(Kind::Quote), Joint::Gap),
            "figcaption" => self.block(id, setting.of(Kind::Caption), Joint::Gap),
            "dl" => self.descriptions(id, setting),
            "dt" | "dd" => self.block(id, setting, Joint::Line),
            "pre" | "xmp" | "listing" | "plaintext" => self.preformatted(id, setting),
            "table" => self.table(id, setting),
            "article" | "main" => self.block(id, Setting { in_article: true, ..setting }, Joint::Gap),
            "p" | "div" | "center" if setting.lined => self.block(id, setting, Joint::Line),
            "p" | "div" | "center" | "figure" | "address" | "section" | "header" | "footer" | "aside" | "nav"
            | "fieldset" | "details" | "summary" | "hgroup" | "body" | "html" | "td" | "th" | "tr" | "caption" => {
                self.block(id, setting, Joint::Gap);
            }
            _ => self.inline(id, setting),
        }
    }

    /// An element that stands by itself.
    fn block(&mut self, id: NodeId, mut setting: Setting, joint: Joint) {
        self.boundary(setting, joint);
        let blocks = self.blocks.len();
        let class = self.tree.attribute(id, "class").unwrap_or("").to_lowercase();
        if setting.kind == Kind::Text && habits::is_caption(&class) {
            setting.kind = Kind::Caption;
        }
        let style = self.tree.attribute(id, "style").unwrap_or("").to_lowercase();
        if setting.kind == Kind::Text && habits::is_list_paragraph(&class, &style) {
            self.list_paragraph(id, setting);
        } else {
            let open = self.line.open(habits::style_of(&style));
            self.children(id, Setting { lined: habits::is_lined(self.tree, id), ..setting });
            self.line.close(open);
        }
        // A paragraph that shows nothing is a blank line.
        let blank = !self.push(setting) && self.blocks.len() == blocks && self.pictures.is_empty();
        self.boundary(setting, if blank && setting.lined { Joint::Gap } else { joint });
    }

    fn text(&mut self, piece: &str, line: usize) {
        // References such as `&#12;` have become real characters.
        let cleaned = characters::clean(piece, Place::line(line), self.report);
        let high = if self.line.high { figures::high(&cleaned) } else { None };
        let cleaned = high.map_or(cleaned, Cow::Owned);
        let mut at = line;
        for c in cleaned.chars() {
            match c {
                '\n' => {
                    at += 1;
                    self.line.blank = true;
                }
                ' ' | '\t' | '\r' | '\u{2028}' => self.line.blank = true,
                // Soft hyphens and blanks without width only say where a line may end.
                '\u{AD}' | '\u{200B}' => {}
                c => self.line.push(c, at),
            }
        }
    }

    /// The end of one block and the start of another.
    fn boundary(&mut self, setting: Setting, joint: Joint) {
        self.push(setting);
        if !self.pictures.is_empty() {
            self.blocks.append(&mut self.pictures);
            self.joint = Some(Joint::Gap);
        }
        self.joint = Some(self.joint.map_or(joint, |before| wider(before, joint)));
    }

    /// Takes the line out, unless there is nothing in it.
    fn push(&mut self, setting: Setting) -> bool {
        let (prose, first, last_line) = self.line.take();
        let prose = prose.from_offset(0);
        if prose.is_empty() || text::is_rule(prose.text()) {
            return false;
        }
        let mut shape = setting.shape();
        let mut words = prose;
        if shape == Shape::Text
            && let Some((bullet, rest)) = text::item(words.text())
        {
            words = words.from_offset(words.text().len() - rest.len());
            shape = Shape::Item { bullet, level: 0 };
        }
        let joint = self.joint.take().unwrap_or(Joint::Line);
        self.blocks.push(Block { at: Place::line(first), last_line, joint, shape, prose: words });
        true
    }
}

fn wider(a: Joint, b: Joint) -> Joint {
    if a == Joint::Gap { a } else { b }
}
