//! What stands in a line: styles, links and pictures.
//!
//! Where a line ends is not known here.

use url::Url;

use super::{Reader, Setting};
use crate::characters;
use crate::link;
use crate::manuscript::{Block, Joint, PictureSource, Shape};
use crate::problem::Place;
use crate::prose::{Prose, Style};
use crate::source::html::habits;
use crate::source::html::tree::{NodeId, ROOT, Tree};
use crate::source::{STRUCK, markdown, refuse_template, warn_of_another_root, warn_of_struck};

impl Reader<'_, '_> {
    pub(super) fn inline(&mut self, id: NodeId, setting: Setting) {
        let style = match self.tree.element(id) {
            "b" | "strong" if !habits::is_plain(self.tree, id) => Some(Style::Strong),
            "i" | "em" | "cite" => Some(Style::Emphasis),
            "code" | "tt" | "kbd" | "samp" => Some(Style::Code),
            "a" => self.link(id),
            _ => habits::style_of(&self.tree.attribute(id, "style").unwrap_or("").to_lowercase()),
        };
        if STRUCK.contains(&self.tree.element(id)) || habits::is_struck(self.tree, id) {
            warn_of_struck(Place::line(self.tree.node(id).line), self.report);
        }
        let is_time = self.tree.element(id) == "time";
        if is_time {
            self.line.part();
        }
        let quote = self.tree.element(id) == "q";
        if quote {
            self.text("\"", self.tree.node(id).line);
        }
        let open = self.line.open(style);
        let around = self.line.high;
        self.line.high |= self.tree.element(id) == "sup";
        self.children(id, setting);
        self.line.high = around;
        self.line.close(open);
        if is_time {
            self.line.part();
        }
        if quote {
            self.text("\"", self.tree.node(id).line);
        }
    }

    fn link(&mut self, id: NodeId) -> Option<Style> {
        let target = self.tree.attribute(id, "href").filter(|target| !target.trim().is_empty())?;
        let resolved = link::resolve(target, &self.base);
        if !self.names_base {
            warn_of_another_root(target, &self.base, Place::line(self.tree.node(id).line), self.report);
        }
        if resolved.is_none() {
            let at = Place::line(self.tree.node(id).line);
            self.report
                .warning(at, "a link of this kind was left out", "link to an http, https, mailto or tel address")
                .found(target);
        }
        resolved.map(Style::Link)
    }

    pub(super) fn picture(&mut self, id: NodeId) {
        let attribute = |name| self.tree.attribute(id, name).map(str::trim);
        // One pixel counts readers; it shows nothing.
        if ["width", "height"].iter().any(|side| attribute(side).is_some_and(|size| matches!(size, "0" | "1"))) {
            return;
        }
        let shown = attribute("src").filter(|src| !src.is_empty() && !src.starts_with("data:"));
        let Some(target) = shown.or(attribute("data-src")).or(attribute("src")).filter(|src| !src.is_empty()) else {
            return;
        };
        let line = self.tree.node(id).line;
        if refuse_template(target, Place::line(line), self.report) {
            return;
        }
        let source = match markdown::picture_source(target) {
            // A page that names its address means the pictures there.
            Some(PictureSource::File(_)) if self.names_base => self.base.join(target).ok().map(PictureSource::Web),
            source => source,
        };
        let Some(source) = source else {
            let fix = "name a file beside the release or an http address";
            self.report.warning(Place::line(line), "a picture of this kind was left out", fix).found(target);
            return;
        };
        let alt = attribute("alt").unwrap_or("").split_whitespace().collect::<Vec<_>>().join(" ");
        let alt = characters::clean(&alt, Place::line(line), self.report).into_owned();
        self.pictures.push(Block {
            at: Place::line(line),
            last_line: line,
            joint: Joint::Gap,
            shape: Shape::Picture(source),
            prose: Prose::plain(alt),
        });
    }
}

/// The address that a page states for its links (`<base href>`).
pub fn stated_base(tree: &Tree) -> Option<Url> {
    let base = tree.within(ROOT).find(|id| tree.element(*id) == "base")?;
    link::web(tree.attribute(base, "href")?)
}
