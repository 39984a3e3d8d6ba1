//! An embargo in what a page doesn't show: in a part that is left out, in a comment, in an attribute.
//!
//! What nobody reads can't hold a release back, so it is an error.

use super::{Judge, lines_of};
use crate::markup;
use crate::problem::{Place, Report};
use crate::source::STATE_IT;
use crate::source::html::tree::{Data, NodeId, ROOT};

/// Attributes that say nothing to people.
const MUTE: [&str; 9] = ["class", "id", "style", "href", "src", "srcset", "name", "type", "d"];

impl Judge<'_> {
    /// Reports an embargo in a part that is left out.
    pub fn refuse_lost_embargo(&self, id: NodeId, report: &mut Report) {
        if matches!(self.tree.element(id), "script" | "style") {
            return;
        }
        let words = lines_of(self.tree, id, None);
        if (self.knows.holds_back)(&words) {
            self.lost(id, "a part that isn't shown speaks of an embargo or a withdrawal", &words, report);
        }
    }

    /// Reports an embargo in a part that is shown as `words`, where it stands in something that isn't.
    pub fn refuse_embargo_beside(&self, id: NodeId, words: &str, report: &mut Report) {
        let all = lines_of(self.tree, id, None);
        let lost = all.lines().find(|line| (self.knows.holds_back)(line) && !words.lines().any(|shown| shown == *line));
        if let Some(line) = lost {
            self.lost(id, "a part that isn't shown speaks of an embargo or a withdrawal", line, report);
        }
    }

    fn lost(&self, id: NodeId, what: &'static str, words: &str, report: &mut Report) {
        let at = Place::line(self.tree.node(id).line);
        report.error(at, what, STATE_IT).holding().found(words.trim());
    }

    /// Reports an embargo in a comment, and one in the page's head or beside its words, in an attribute,
    /// that its text doesn't state.
    pub fn refuse_embargo_aside(&self, read: &str, report: &mut Report) {
        let stated = (self.knows.holds_back)(read);
        for id in self.tree.within(ROOT) {
            let node = self.tree.node(id);
            match &node.data {
                Data::Comment(comment) if (self.knows.holds_back)(&markup::either_way(comment)) => {
                    self.lost(id, "a comment speaks of an embargo or a withdrawal", comment, report);
                }
                Data::Element(..) if self.tree.element(id) == "head" => {
                    // A page that begins with a part which isn't shown has it in its head.
                    let parts = node.children.iter().filter(|part| self.tree.element(**part) != "title");
                    parts.for_each(|part| self.refuse_lost_embargo(*part, report));
                }
                Data::Element(..) if !stated && self.tree.element(id) == "title" => {
                    let words = self.tree.text(id);
                    if (self.knows.holds_back)(&words) {
                        self.lost(id, "the page's title speaks of an embargo or a withdrawal", &words, report);
                    }
                }
                Data::Element(..) if !stated && matches!(self.tree.element(id), "script" | "style") => {
                    let words = self.tree.text(id);
                    if let Some(words) = words.split(['"', '\'', '`']).find(|words| (self.knows.holds_back)(words)) {
                        let what = "what a script or a style would write speaks of an embargo or a withdrawal";
                        self.lost(id, what, words, report);
                    }
                }
                Data::Element(_, attributes) if !stated => {
                    let mute = |name: &str| MUTE.contains(&name) || name.starts_with("on");
                    let said = attributes.iter().filter(|attribute| !mute(&attribute.name.local));
                    let mut said = said.map(|said| said.value.trim()).filter(|said| !said.contains("://"));
                    if let Some(said) = said.find(|said| (self.knows.holds_back)(said)) {
                        let what = match self.tree.element(id) {
                            "meta" => "what the page says of itself speaks of an embargo or a withdrawal",
                            _ => "what an element says beside its words speaks of an embargo or a withdrawal",
                        };
                        self.lost(id, what, said, report);
                    }
                }
                _ => {}
            }
        }
    }
}
