//! Sets prose as HTML, walking its marks from the outside in.

use super::address::{addresses, linked_into};
use super::{anchor, escape_into};
use crate::prose::{Mark, Prose, Style};

/// Writes one prose.
pub(super) struct Setter<'a> {
    html: &'a mut String,
    text: &'a str,
    marks: &'a [Mark],
}

impl<'a> Setter<'a> {
    pub(super) fn of(html: &'a mut String, prose: &'a Prose) -> Self {
        Self { html, text: prose.text(), marks: prose.marks() }
    }

    pub(super) fn set(&mut self) {
        if self.marks.is_empty() {
            self.words(0, self.text.len(), true);
            return;
        }
        // Outer marks first, so that what opens last closes first.
        let mut marks: Vec<&Mark> = self.marks.iter().collect();
        marks.sort_by_key(|mark| (mark.range.start, usize::MAX - mark.range.end));
        let mut open: Vec<&Mark> = Vec::new();
        let mut at = 0;
        for mark in marks {
            at = self.close_until(&mut open, at, mark.range.start);
            self.words(at, mark.range.start, may_link(&open));
            at = at.max(mark.range.start);
            self.start(&mark.style);
            open.push(mark);
        }
        at = self.close_until(&mut open, at, self.text.len());
        self.words(at, self.text.len(), true);
    }

    fn close_until(&mut self, open: &mut Vec<&Mark>, mut at: usize, limit: usize) -> usize {
        while let Some(mark) = open.last().copied().filter(|mark| mark.range.end <= limit) {
            self.words(at, mark.range.end, may_link(open));
            at = at.max(mark.range.end);
            self.html.push_str(match mark.style {
                Style::Strong => "</strong>",
                Style::Emphasis => "</em>",
                Style::Code => "</code>",
                Style::Link(_) => "</a>",
            });
            open.pop();
        }
        at
    }

    fn start(&mut self, style: &Style) {
        match style {
            Style::Strong => self.html.push_str("<strong>"),
            Style::Emphasis => self.html.push_str("<em>"),
            Style::Code => self.html.push_str("<code>"),
            Style::Link(url) => anchor(self.html, url),
        }
    }

    fn words(&mut self, from: usize, to: usize, linked: bool) {
        if from >= to {
            return;
        }
        let mut first = true;
        for line in self.text[from..to].split('\n') {
            if !first {
                self.html.push_str("<br>\n");
            }
            first = false;
            if linked {
                linked_into(self.html, line, addresses(line));
            } else {
                escape_into(self.html, line);
            }
        }
    }
}

fn may_link(open: &[&Mark]) -> bool {
    !open.iter().any(|mark| matches!(mark.style, Style::Link(_) | Style::Code))
}
