//! Running text with its emphasis and links held beside it, as ranges of bytes.
//!
//! Keeping the marks apart from the words lets the parser cut a dateline off a lead, or join a
//! sentence that a page break cut, without knowing of either. Prose holds no HTML.

use std::ops::Range;

use serde::{Deserialize, Serialize};
use url::Url;

/// How a range of the text is set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Style {
    Strong,
    Emphasis,
    Code,
    /// Always absolute; see [`crate::link`].
    Link(Url),
}

/// Words with one blank between them, however they were set.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A style over a range of bytes. Marks of one prose nest; they never cross.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    pub range: Range<usize>,
    pub style: Style,
}

/// Text without markup, where `\n` is a line break that is meant.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prose {
    text: String,
    marks: Vec<Mark>,
}

impl Prose {
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), marks: Vec::new() }
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    pub fn into_text(self) -> String {
        self.text
    }

    pub fn marks(&self) -> &[Mark] {
        &self.marks
    }

    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    pub fn push_str(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Sets the text from `start` to the present end in a style.
    pub fn mark_from(&mut self, start: usize, style: Style) {
        if start < self.text.len() {
            self.marks.push(Mark { range: start..self.text.len(), style });
        }
    }

    pub fn append(&mut self, separator: &str, other: &Self) {
        self.text.push_str(separator);
        let offset = self.text.len();
        self.text.push_str(&other.text);
        self.marks.extend(
            other.marks.iter().map(|mark| Mark {
                range: mark.range.start + offset..mark.range.end + offset,
                style: mark.style.clone(),
            }),
        );
    }

    /// The part in a range of bytes, without white space at its ends.
    #[must_use]
    pub fn slice(&self, range: Range<usize>) -> Self {
        let part = &self.text[range.clone()];
        let start = range.start + (part.len() - part.trim_start().len());
        let end = start + part.trim().len();
        let marks = self
            .marks
            .iter()
            .filter_map(|mark| {
                let from = mark.range.start.clamp(start, end) - start;
                let to = mark.range.end.clamp(start, end) - start;
                (from < to).then(|| Mark { range: from..to, style: mark.style.clone() })
            })
            .collect();
        Self { text: self.text[start..end].to_owned(), marks }
    }

    /// The part from a byte offset on.
    #[must_use]
    pub fn from_offset(&self, offset: usize) -> Self {
        self.slice(offset..self.text.len())
    }

    /// One prose for each line of the text.
    pub fn lines(&self) -> Vec<Self> {
        let (mut lines, mut ranges) = (Vec::new(), Vec::new());
        let mut start = 0;
        for line in self.text.split('\n') {
            let trimmed = start + (line.len() - line.trim_start().len());
            lines.push(Self::plain(line.trim()));
            ranges.push(trimmed..trimmed + line.trim().len());
            start += line.len() + 1;
        }
        for mark in &self.marks {
            let first = ranges.partition_point(|range| range.end <= mark.range.start);
            let marked = lines[first..].iter_mut().zip(&ranges[first..]);
            for (line, range) in marked.take_while(|(_, range)| range.start < mark.range.end) {
                let (from, to) = (mark.range.start.max(range.start), mark.range.end.min(range.end));
                if from < to {
                    line.marks.push(Mark { range: from - range.start..to - range.start, style: mark.style.clone() });
                }
            }
        }
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bold_dateline() -> Prose {
        let mut prose = Prose::plain("BERLIN – ");
        prose.mark_from(0, Style::Strong);
        let start = prose.text().len();
        prose.push_str("All good");
        prose.mark_from(start + 4, Style::Emphasis);
        prose
    }

    #[test]
    fn cutting_a_dateline_keeps_the_marks_of_the_rest() {
        let prose = bold_dateline();
        let rest = prose.from_offset("BERLIN – ".len());
        assert_eq!(rest.text(), "All good");
        assert_eq!(rest.marks(), [Mark { range: 4..8, style: Style::Emphasis }]);
    }

    #[test]
    fn joining_moves_the_marks_of_what_comes_second() {
        let mut first = Prose::plain("ab");
        first.append(" ", &bold_dateline());
        assert_eq!(first.marks()[0].range, 3..3 + "BERLIN – ".len());
    }

    #[test]
    fn lines_are_trimmed_and_keep_their_marks() {
        let mut prose = Prose::plain("one \n");
        prose.push_str("two");
        prose.mark_from(5, Style::Strong);
        let lines = prose.lines();
        assert_eq!(lines[0].text(), "one");
        assert_eq!(lines[1].marks(), [Mark { range: 0..3, style: Style::Strong }]);
    }
}
