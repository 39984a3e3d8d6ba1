//! What a release's own model has no place for, passed on as sanitised HTML, and what is said of
//! HTML that stands in the text.
//!
//! What may stay is the sanitiser's decision.

use std::ops::Range;

use pulldown_cmark::Event;

use super::{Reader, Spanned};
use crate::body::{self, SafeHtml};
use crate::manuscript::{Block, Joint, Remark, Shape, Stands};
use crate::markup::{self, LineEnds};
use crate::prose::Prose;
use crate::source::html::{self, Knows};
use crate::source::{STATE_IT, STRUCK, refuse_template, warn_of_another_root, warn_of_struck};

/// What a text in paragraphs is made of; the rest is passed on as it is.
const OF_TEXT: [&str; 35] = [
    "a",
    "abbr",
    "article",
    "b",
    "blockquote",
    "br",
    "center",
    "cite",
    "code",
    "div",
    "em",
    "figcaption",
    "figure",
    "font",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "img",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "section",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "ul",
];

/// What stands around a text and is left out without a word of it.
const WRAPPERS: [&str; 4] = ["article", "main", "nav", "section"];

/// Marks by which a page shows no more than its opening, and others that say nothing.
const MARKS: [&str; 10] =
    ["break", "content", "end", "excerpt", "fold", "more", "nextpage", "pagebreak", "toc", "truncate"];

fn is_text_in_blocks(html: &str) -> bool {
    if html.contains("<!") || markup::is_overloaded(html) {
        return false;
    }
    let (tags, text) = markup::tags_and_text(html);
    !text.trim().is_empty()
        && !tags.is_empty()
        && tags.iter().all(|tag| OF_TEXT.contains(&tag.element.as_str()))
        && pictures_stand_alone(html)
}

/// Whether each picture opens what it stands in: one amid words stays there.
fn pictures_stand_alone(html: &str) -> bool {
    const AROUND: [&str; 10] = ["p", "/p", "div", "/div", "figure", "center", "section", "article", "main", "br"];
    let is_picture = |at: &usize| html[*at..].get(1..4).is_some_and(|name| name.eq_ignore_ascii_case("img"));
    let opens = |at: usize| {
        let before = html[..at].trim_end();
        // "<p><a href=...><img ...></a></p>"
        match last_tag(before) {
            Some((tag, "a")) => last_tag(before[..tag].trim_end()).map_or(tag == 0, |(_, name)| AROUND.contains(&name)),
            Some((_, name)) => AROUND.contains(&name),
            None => before.is_empty(),
        }
    };
    html.match_indices('<').map(|(at, _)| at).filter(is_picture).all(opens)
}

/// Where the tag begins that a text ends in, and its name, "/a" for one that closes.
fn last_tag(html: &str) -> Option<(usize, &str)> {
    let inner = html.strip_suffix('>')?;
    let at = inner.rfind('<')?;
    let name = &inner[at + 1..];
    Some((at, name.split([' ', '\t', '\n']).next().unwrap_or(name)))
}

impl Reader<'_, '_> {
    pub(super) fn html_block(&mut self, events: &[Spanned], range: &Range<usize>) {
        let html: String = events
            .iter()
            .filter_map(|(event, _)| if let Event::Html(html) = event { Some(html.as_ref()) } else { None })
            .collect();
        self.warn_of_html(events);
        if is_text_in_blocks(&html) {
            return self.text_in_blocks(&html, range);
        }
        self.markup(events, range);
    }

    /// Paragraphs and headings written as HTML are what they are in a page.
    fn text_in_blocks(&mut self, html: &str, range: &Range<usize>) {
        let at = self.place(range.start);
        let knows = Knows { holds_back: self.holds_back, names_contact: |_| false };
        let read = html::read(html, at.line, self.base, knows, self.report);
        self.blocks.extend(read.blocks);
        self.left_out.extend(read.left_out);
        self.remarks.extend(read.remarks);
    }

    pub(super) fn markup(&mut self, events: &[Spanned], range: &Range<usize>) {
        let mut html = String::new();
        pulldown_cmark::html::push_html(&mut html, events.iter().map(|(event, _)| event.clone()));
        self.push_markup(&html, range);
    }

    pub(super) fn push_markup(&mut self, written: &str, range: &Range<usize>) {
        if markup::is_overloaded(written) {
            let what = "a tag has more attributes than any text needs";
            self.report.error(self.place(range.start), what, "delete it, or say it in words");
            return;
        }
        let html = SafeHtml::sanitised(written, self.base);
        let text = markup::lines(html.as_str(), LineEnds::Kept);
        self.refuse_lost_embargo(written, &text, range.start);
        let pictured = markup::tags_and_text(html.as_str()).0.iter().any(|tag| tag.element == "img");
        if text.is_empty() && !pictured {
            return;
        }
        let at = self.place(range.start);
        let end = range.start + self.text[range.clone()].trim_end().len();
        let last_line = self.place(end).line;
        self.blocks.push(Block {
            at,
            last_line,
            joint: Joint::Gap,
            shape: Shape::Markup(html),
            prose: Prose::plain(text),
        });
    }

    /// Of signs that are read as Markdown's own nothing is kept but a link's target.
    pub(super) fn refuse_embargo_in_attributes(&mut self, events: &[Spanned]) {
        for (event, span) in events {
            let Event::InlineHtml(html) = event else { continue };
            let (tags, _) = markup::tags_and_text(html);
            let mut said = tags.iter().flat_map(|tag| &tag.attributes).filter(|(_, value)| !value.contains("://"));
            if let Some((_, lost)) = said.find(|(_, value)| (self.holds_back)(value)) {
                self.lost_embargo(span.start, "a part that isn't shown speaks of an embargo or a withdrawal", lost);
            }
        }
    }

    /// Reports an embargo in what the sanitiser leaves out, and in attributes, which nobody reads.
    fn refuse_lost_embargo(&mut self, written: &str, shown: &str, offset: usize) {
        let all = markup::lines(written, LineEnds::Kept);
        let (tags, _) = markup::tags_and_text(written);
        let said = tags.iter().flat_map(|tag| &tag.attributes).map(|(_, value)| value.as_str());
        let said = said.filter(|value| !value.contains("://")).filter(|value| (self.holds_back)(value));
        let lines = all.lines().filter(|line| (self.holds_back)(line) && !shown.lines().any(|shown| shown == *line));
        if let Some(lost) = lines.chain(said).next() {
            self.lost_embargo(offset, "a part that isn't shown speaks of an embargo or a withdrawal", lost);
        }
    }

    pub(super) fn lost_embargo(&mut self, offset: usize, what: &'static str, words: &str) {
        let at = self.place(offset);
        self.report.error(at, what, STATE_IT).holding().found(words.trim());
    }

    /// Says what the sanitiser is going to leave out, and on which line.
    pub(super) fn warn_of_html(&mut self, events: &[Spanned]) {
        self.comments(events);
        for (event, span) in events {
            let (Event::Html(html) | Event::InlineHtml(html)) = event else {
                continue;
            };
            // That is told of where it would be set.
            if markup::is_overloaded(html) {
                continue;
            }
            for tag in markup::tags_and_text(html).0 {
                if STRUCK.contains(&tag.element.as_str()) {
                    warn_of_struck(self.place(span.start), self.report);
                }
                if let Some(target) = tag.attribute("href") {
                    warn_of_another_root(target, self.base, self.place(span.start), self.report);
                }
                let local = tag.attribute("src").filter(|src| tag.element == "img" && !src.contains("//"));
                let at = self.place(span.start);
                if let Some(src) = local.filter(|src| !refuse_template(src, at, self.report)) {
                    let fix = "write it as `![what it shows](file.jpg)`, so that it is";
                    self.report
                        .warning(at, "the file of a picture in HTML is not copied, so readers may see none", fix)
                        .found(src);
                }
                if WRAPPERS.contains(&tag.element.as_str()) {
                    continue;
                }
                if let Some(removed) = body::sanitiser_removes(&tag.element, &tag.attributes, self.base) {
                    let at = self.place(span.start);
                    self.report
                        .warning(at, "HTML that feed readers refuse was left out", "delete it, or say it in words")
                        .found(removed);
                }
            }
        }
    }

    /// A comment is no text, yet an embargo in it is meant. It may go over several lines, each of which is an
    /// event by itself.
    fn comments(&mut self, events: &[Spanned]) {
        let html = events.iter().filter_map(|(event, span)| match event {
            Event::Html(html) | Event::InlineHtml(html) => Some((html.as_ref(), span.start)),
            _ => None,
        });
        let (mut joined, mut openers) = (String::new(), Vec::new());
        for (html, offset) in html {
            openers.extend(html.matches("<!").chain(html.matches("<?")).map(|_| offset));
            joined.push_str(html);
        }
        if openers.is_empty() || markup::is_overloaded(&joined) {
            return;
        }
        for (index, comment) in markup::comments(&joined).into_iter().enumerate() {
            let offset = openers.get(index).or(openers.last()).copied().unwrap_or(0);
            let found = format!("<!--{comment}-->");
            if (self.holds_back)(&markup::either_way(&comment)) {
                self.lost_embargo(offset, "a comment speaks of an embargo or a withdrawal", &found);
            } else if !MARKS.contains(&comment.trim().to_lowercase().as_str()) {
                let at = self.place(offset);
                self.remarks.push(Remark { at, text: comment, stands: Stands::InComment });
                self.report.warning(at, "a comment was left out", "delete it, or say it in the text").found(found);
            }
        }
    }
}
