//! A paragraph's lines, each a block of its own, with styles, links and pictures.
//!
//! A paragraph that holds more HTML than Markdown has signs for is passed on as a whole, see [`super::html`].

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::events::{end_of, words};
use super::inline::{self, Meaning, Sets};
use super::{Reader, Spanned, picture_source};
use crate::characters;
use crate::link;
use crate::manuscript::{Block, Joint, Shape};
use crate::prose::{Prose, Style};
use crate::source::{figures, refuse_template, warn_of_another_root, warn_of_struck};

impl Reader<'_, '_> {
    pub(super) fn paragraph(&mut self, events: &[Spanned], range: &Range<usize>, mut shape: Shape) {
        if events.iter().any(|(event, _)| matches!(event, Event::InlineHtml(_))) {
            if !inline::is_plain(events) {
                return self.with_html(events, range);
            }
            self.warn_of_html(events);
            self.refuse_embargo_in_attributes(events);
        }
        let mut line = Line::default();
        let mut start = range.start;
        let mut joint = Joint::Gap;
        let mut pictures = Vec::new();
        let mut at = 0;
        while at < events.len() {
            let (event, span) = &events[at];
            match event {
                Event::Text(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                    let text = self.clean(text, span.start);
                    let high = if line.high > 0 { figures::high(&text) } else { None };
                    line.prose.push_str(high.as_deref().unwrap_or(&text));
                }
                Event::Code(code) => {
                    let from = line.prose.text().len();
                    line.prose.push_str(&self.clean(code, span.start));
                    line.prose.mark_from(from, Style::Code);
                }
                Event::Start(Tag::Emphasis) => line.open(Some(Style::Emphasis)),
                Event::Start(Tag::Strong) => line.open(Some(Style::Strong)),
                Event::Start(Tag::Link { dest_url, .. }) => {
                    let style = self.link(dest_url, span.start);
                    line.open(style);
                }
                Event::Start(Tag::Image { dest_url, .. }) => {
                    let end = end_of(events, at);
                    pictures.extend(self.picture(dest_url, &events[at + 1..end], span.start));
                    at = end;
                }
                Event::FootnoteReference(name) => {
                    let number = self.number_of_note(name);
                    line.prose.push_str(&format!("[{number}]"));
                }
                Event::Start(tag) => {
                    if *tag == Tag::Strikethrough {
                        warn_of_struck(self.place(span.start), self.report);
                    }
                    line.open(None);
                }
                Event::TaskListMarker(done) => line.prose.push_str(if *done { "☑ " } else { "☐ " }),
                Event::End(_) => line.close(),
                Event::InlineHtml(html) => match Meaning::of(html) {
                    Some(Meaning::Opens(_, sets)) => {
                        line.high += usize::from(sets == Sets::High);
                        line.open(self.style_of(sets));
                    }
                    Some(Meaning::Closes(name)) => {
                        line.high -= usize::from(name == "sup");
                        line.close();
                    }
                    Some(Meaning::Break) if !matches!(shape, Shape::Heading(_)) => {
                        let next = line.split();
                        self.push(start, span.start, joint, shape.clone(), &next);
                        (joint, start) = (Joint::Line, span.end);
                    }
                    Some(Meaning::Break) => line.prose.push_str(" "),
                    Some(Meaning::Nothing) | None => {}
                },
                // A headline stays one however it is broken.
                Event::SoftBreak | Event::HardBreak if matches!(shape, Shape::Heading(_)) => line.prose.push_str(" "),
                // What stands below a picture goes on with nothing above it.
                Event::SoftBreak | Event::HardBreak
                    if line.is_empty() && (joint == Joint::Gap || !pictures.is_empty()) =>
                {
                    self.blocks.append(&mut pictures);
                    joint = Joint::Gap;
                    if shape == Shape::Text && self.is_caption(&events[at + 1..]) {
                        shape = Shape::Caption;
                    }
                    start = span.end;
                }
                Event::SoftBreak | Event::HardBreak => {
                    let next = line.split();
                    self.push(start, span.start, joint, shape.clone(), &next);
                    joint = if matches!(event, Event::SoftBreak) { Joint::Soft } else { Joint::Line };
                    start = span.end;
                }
                _ => {}
            }
            at += 1;
        }
        let last = line.split();
        self.push(start, range.end, joint, shape, &last);
        // They come behind their paragraph.
        self.blocks.extend(pictures);
    }

    /// Links that can't be followed were told of with the HTML.
    fn style_of(&self, sets: Sets) -> Option<Style> {
        match sets {
            Sets::Strong => Some(Style::Strong),
            Sets::Emphasis => Some(Style::Emphasis),
            Sets::Code => Some(Style::Code),
            Sets::Link(target) => link::resolve(&target, self.base).map(Style::Link),
            Sets::High | Sets::Plain => None,
        }
    }

    fn with_html(&mut self, events: &[Spanned], range: &Range<usize>) {
        self.warn_of_html(events);
        for (event, span) in events {
            if let Event::Start(Tag::Link { dest_url, .. }) = event {
                self.link(dest_url, span.start);
            }
        }
        let mut html = String::from("<p>");
        pulldown_cmark::html::push_html(&mut html, events.iter().map(|(event, _)| event.clone()));
        html.push_str("</p>");
        self.push_markup(&html, range);
    }

    fn link(&mut self, target: &str, offset: usize) -> Option<Style> {
        let resolved = link::resolve(target, self.base);
        warn_of_another_root(target, self.base, self.place(offset), self.report);
        if resolved.is_none() {
            let at = self.place(offset);
            self.report
                .warning(at, "a link of this kind was left out", "link to an http, https, mailto or tel address")
                .found(target);
        }
        resolved.map(Style::Link)
    }

    fn picture(&mut self, target: &str, alt: &[Spanned], offset: usize) -> Option<Block> {
        let at = self.place(offset);
        if refuse_template(target, at, self.report) {
            return None;
        }
        let source = picture_source(target);
        if source.is_none() {
            self.report
                .warning(at, "a picture of this kind was left out", "name a file beside the release or an http address")
                .found(target);
        }
        let alt: String = alt.iter().filter_map(|(event, _)| words(event)).collect();
        source.map(|source| Block {
            at,
            last_line: at.line,
            joint: Joint::Gap,
            shape: Shape::Picture(source),
            prose: Prose::plain(alt),
        })
    }

    /// "*The quay by night*": how a caption is set below its picture. A sentence above all others may be the lead.
    fn is_caption(&self, events: &[Spanned]) -> bool {
        let all =
            matches!(events.first(), Some((Event::Start(Tag::Emphasis), _))) && end_of(events, 0) + 1 == events.len();
        let last = events.iter().rev().find_map(|(event, _)| words(event));
        let is_sentence = last.is_some_and(|last| last.trim_end().ends_with(['.', '!', '?']));
        all && (!is_sentence || self.blocks.iter().any(|block| block.shape == Shape::Text))
    }

    fn clean(&mut self, text: &str, offset: usize) -> String {
        // References such as `&#12;` have just become real characters.
        let at = self.place(offset);
        characters::clean(text, at, self.report).into_owned()
    }
}

/// The line being set, with the styles that are open in it.
#[derive(Default)]
struct Line {
    prose: Prose,
    open: Vec<(usize, Option<Style>)>,
    /// In how many elements figures stand that are set high.
    high: usize,
}

impl Line {
    fn is_empty(&self) -> bool {
        self.prose.text().trim().is_empty()
    }

    fn open(&mut self, style: Option<Style>) {
        self.open.push((self.prose.text().len(), style));
    }

    fn close(&mut self) {
        if let Some((start, Some(style))) = self.open.pop() {
            self.prose.mark_from(start, style);
        }
    }

    /// Takes the line out; styles that are still open go on in the next.
    fn split(&mut self) -> Prose {
        for (start, style) in &mut self.open {
            if let Some(style) = style {
                self.prose.mark_from(*start, style.clone());
            }
            *start = 0;
        }
        std::mem::take(&mut self.prose)
    }
}
