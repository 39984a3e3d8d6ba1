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
