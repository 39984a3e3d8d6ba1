//! What a release's own model has no place for, passed on as sanitised HTML, and what is said of
//! HTML that stands in the text.
//!
//! What may stay is the sanitiser's decision.

use std::ops::Range;

use pulldown_cmark::Event;

use super::{Reader, Spanned};
use crate::body::{self, SafeHtml};
use crate::manuscript::{Block, Joint, Shape};
use crate::markup;
use crate::prose::Prose;
use crate::source::speaks_of_embargo;

impl Reader<'_, '_> {
    pub(super) fn html_block(&mut self, events: &[Spanned], range: &Range<usize>) {
        self.warn_of_html(events);
        self.markup(events, range);
    }

    pub(super) fn markup(&mut self, events: &[Spanned], range: &Range<usize>) {
        let mut html = String::new();
        pulldown_cmark::html::push_html(&mut html, events.iter().map(|(event, _)| event.clone()));
        self.push_markup(&html, range);
    }

    pub(super) fn push_markup(&mut self, html: &str, range: &Range<usize>) {
        if markup::is_overloaded(html) {
            let what = "a tag has more attributes than any text needs";
            self.report.error(self.place(range.start), what, "delete it, or say it in words");
            return;
        }
        let html = SafeHtml::sanitised(html, self.base);
        let (tags, text) = markup::tags_and_text(&spaced(html.as_str()));
        let pictured = tags.iter().any(|tag| tag.element == "img");
        if text.trim().is_empty() && !pictured {
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
            prose: Prose::plain(text.trim()),
        });
    }

    /// Says what the sanitiser is going to leave out, and on which line.
    pub(super) fn warn_of_html(&mut self, events: &[Spanned]) {
        for (event, span) in events {
            let (Event::Html(html) | Event::InlineHtml(html)) = event else {
                continue;
            };
            if html.trim_start().starts_with("<!--") {
                self.comment(html, span.start);
            }
            // That is told of where it would be set.
            if markup::is_overloaded(html) {
                continue;
            }
            for tag in markup::tags_and_text(html).0 {
                let local = tag.attribute("src").filter(|src| tag.element == "img" && !src.contains("//"));
                if let Some(src) = local {
                    let at = self.place(span.start);
                    let fix = "write it as `![what it shows](file.jpg)`, so that its file is found and copied";
                    self.report.warning(at, "a picture in HTML stays where it is", fix).found(src);
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

    /// A comment is no text, yet an embargo in it is meant.
    fn comment(&mut self, html: &str, offset: usize) {
        let at = self.place(offset);
        let problem = if speaks_of_embargo(html) {
            self.report.error(
                at,
                "a comment speaks of an embargo",
                "state it in the text or as `embargo:` in front matter",
            )
        } else {
            self.report.warning(at, "a comment was left out", "delete it, or say it in the text")
        };
        problem.found(html.trim());
    }
}

/// Sets what a table or list shows side by side apart, for its text.
pub fn spaced(html: &str) -> String {
    html.replace("</td>", "</td> ").replace("</th>", "</th> ").replace("</tr>", "</tr>\n").replace("<br>", "<br>\n")
}
