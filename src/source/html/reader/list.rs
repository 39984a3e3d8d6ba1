//! Lists and what stands in their items.

use super::{Kind, Reader, Setting};
use crate::manuscript::{Bullet, Joint, Shape};
use crate::source::html::habits;
use crate::source::html::tree::NodeId;

impl Reader<'_, '_> {
    /// Word writes a list as paragraphs that open with the sign.
    pub(super) fn list_paragraph(&mut self, id: NodeId, setting: Setting) {
        let start = self.blocks.len();
        self.children(id, setting);
        self.push(setting);
        let Some(block) = self.blocks.get_mut(start).filter(|block| block.shape == Shape::Text) else {
            return;
        };
        if let Some((bullet, rest)) = habits::signed_item(block.prose.text()) {
            block.shape = Shape::Item { bullet, level: 0 };
            block.prose = block.prose.from_offset(rest);
        }
    }

    /// A term and the few words that describe it are one line, as they are mostly shown: "Published", and a day.
    pub(super) fn descriptions(&mut self, id: NodeId, setting: Setting) {
        self.boundary(setting, Joint::Gap);
        // The blanks between a term and its description part nothing.
        let says = |part: &NodeId| self.tree.is_element(*part) || !self.tree.text(*part).trim().is_empty();
        let mut parts = self.tree.node(id).children.iter().copied().filter(says).peekable();
        while let Some(part) = parts.next() {
            let beside = parts.next_if(|beside| self.is_described_by(part, *beside, setting));
            match (self.tree.element(part), beside) {
                (_, Some(beside)) => {
                    self.children(part, setting);
                    if !self.tree.text(part).trim_end().ends_with(':') {
                        self.line.push(':', self.tree.node(part).line);
                    }
                    self.line.blank = true;
                    self.children(beside, setting);
                    self.boundary(setting, Joint::Line);
                }
                ("div", None) if self.judge.left_out(part, setting.in_article).is_none() => {
                    self.descriptions(part, setting);
                }
                _ => self.node(part, setting),
            }
        }
        self.boundary(setting, Joint::Gap);
    }

    fn is_described_by(&self, term: NodeId, beside: NodeId, setting: Setting) -> bool {
        const LONGEST: usize = 100;
        let is_short = |part: NodeId| {
            let sets_blocks =
                |inner: NodeId| matches!(self.tree.element(inner), "p" | "div" | "ul" | "ol" | "br" | "table");
            let words = self.tree.text(part);
            (1..=LONGEST).contains(&words.trim().len())
                && !self.tree.within(part).any(sets_blocks)
                && self.judge.left_out(part, setting.in_article).is_none()
        };
        // What holds the release back does so on a line of its own.
        let holds_back = || self.judge.speaks(term) || self.judge.speaks(beside);
        self.tree.element(term) == "dt"
            && self.tree.element(beside) == "dd"
            && is_short(term)
            && is_short(beside)
            && !holds_back()
    }

    pub(super) fn list(&mut self, id: NodeId, setting: Setting) {
        self.boundary(setting, Joint::Gap);
        let inner = Setting { lists: setting.lists.saturating_add(1), ..setting };
        let ordered = self.tree.element(id) == "ol";
        let mut number = self.tree.attribute(id, "start").and_then(|start| start.trim().parse().ok()).unwrap_or(1);
        for child in &self.tree.node(id).children {
            if self.tree.element(*child) == "li" && self.judge.left_out(*child, setting.in_article).is_none() {
                let stated = self.tree.attribute(*child, "value").and_then(|value| value.trim().parse().ok());
                number = stated.unwrap_or(number);
                let bullet = if ordered { Bullet::Number(number) } else { Bullet::Dot };
                self.block(*child, inner.of(Kind::Item(bullet, setting.lists)), Joint::Line);
                number = number.saturating_add(1);
            } else {
                self.node(*child, inner);
            }
        }
        self.boundary(setting, Joint::Gap);
    }
}
