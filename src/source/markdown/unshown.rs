//! What Markdown takes in without showing it: the lines that define links, which `[Embargo]: 2027-01-01`
//! is, titles and alternative texts, and what stands behind the fence of a listing.
//!
//! What was lost is told of; an embargo among it is an error.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Tag};

use super::events::{end_of, words};
use super::{Reader, Spanned};

impl<'a> Reader<'a, '_> {
    pub(super) fn judge_what_is_not_shown(&mut self, events: &[Spanned]) {
        let mut shown = vec![false; self.line_starts.len()];
        for (at, (event, range)) in events.iter().enumerate() {
            match event {
                Event::Start(Tag::Image { title, .. }) => {
                    let end = end_of(events, at);
                    let alt: String = events[at + 1..end].iter().filter_map(|(event, _)| words(event)).collect();
                    for words in [title.as_ref(), alt.as_str()] {
                        if (self.holds_back)(words) {
                            self.lost_embargo(
                                range.start,
                                "the description of a picture speaks of an embargo or a withdrawal",
                                words,
                            );
                        }
                    }
                }
                Event::Start(Tag::Link { title, .. }) if (self.holds_back)(title) => {
                    self.lost_embargo(range.start, "the title of a link speaks of an embargo or a withdrawal", title);
                }
                Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) if (self.holds_back)(info) => {
                    self.lost_embargo(
                        range.start,
                        "what isn't shown of a listing speaks of an embargo or a withdrawal",
                        info,
                    );
                }
                _ => {}
            }
            let is_word = !matches!(event, Event::Start(_) | Event::End(_));
            if is_word || matches!(event, Event::Start(Tag::Link { .. } | Tag::Image { .. })) {
                for line in self.lines_of(range) {
                    shown[line] = true;
                }
            }
        }
        let mut lost: Option<(usize, String)> = None;
        for index in 0..=shown.len() {
            let definition = (!shown.get(index).copied().unwrap_or(true)).then(|| self.line(index).trim());
            match definition.filter(|line| !line.is_empty()) {
                // Its address or title may stand on lines of their own.
                Some(line) if lost.is_some() && !line.trim_start_matches('>').trim().starts_with('[') => {
                    if let Some((_, words)) = &mut lost {
                        words.push(' ');
                        words.push_str(line);
                    }
                }
                Some(line) => {
                    self.judge_definition(lost.take());
                    lost = line.contains("]:").then(|| (index, line.to_owned()));
                }
                None => self.judge_definition(lost.take()),
            }
        }
    }

    /// A line that is no text since it says where links lead.
    fn judge_definition(&mut self, line: Option<(usize, String)>) {
        let Some((index, line)) = line else { return };
        // What is a web address may well hold the word.
        let words = line.split_whitespace().filter(|word| !word.contains("://")).collect::<Vec<_>>().join(" ");
        let plain: String = words.chars().filter(|c| !"[]<>()\"'".contains(*c)).collect();
        let title: &str = line.split_once(['(', '"', '\'']).map_or("", |(_, title)| title);
        if (self.holds_back)(plain.trim_start_matches(['>', ' '])) || (self.holds_back)(title) {
            let offset = self.line_starts[index];
            self.lost_embargo(
                offset,
                "a line that Markdown takes for a link's address speaks of an embargo or a withdrawal",
                &line,
            );
        }
    }

    fn line(&self, index: usize) -> &'a str {
        let start = self.line_starts[index];
        let end = self.line_starts.get(index + 1).copied().unwrap_or(self.text.len());
        &self.text[start..end]
    }

    /// The numbers of the lines, from 0, that a range lies on.
    fn lines_of(&self, range: &Range<usize>) -> Range<usize> {
        let of = |offset: usize| self.line_starts.partition_point(|start| *start <= offset).saturating_sub(1);
        of(range.start)..of(range.end.saturating_sub(1).max(range.start)) + 1
    }
}
