//! The line being set: words with the styles that are open, and white space as browsers show it.

use crate::prose::{Prose, Style};

/// The line being set, with the styles that are open in it.
#[derive(Debug, Default)]
pub struct Line {
    prose: Prose,
    open: Vec<(usize, Option<Style>)>,
    first: Option<usize>,
    last: usize,
    /// Figures are set high.
    pub high: bool,
    /// White space was seen that shows if a word follows.
    pub blank: bool,
    /// A blank is due if a letter or a digit follows one.
    apart: bool,
}

impl Line {
    pub fn push(&mut self, c: char, line: usize) {
        let touches = |c: char| c.is_alphanumeric();
        if std::mem::take(&mut self.apart) && touches(c) && self.prose.text().ends_with(touches) {
            self.blank = true;
        }
        self.settle();
        self.first.get_or_insert(line);
        self.last = line;
        self.prose.push_str(c.encode_utf8(&mut [0; 4]));
    }

    /// What stands here and what follows are words of their own, which only a style may set apart.
    pub fn part(&mut self) {
        self.apart = true;
    }

    /// Writes the blank that is due.
    fn settle(&mut self) {
        if std::mem::take(&mut self.blank) && !self.prose.is_empty() {
            self.prose.push_str(" ");
        }
    }

    pub fn open(&mut self, style: Option<Style>) -> usize {
        self.settle();
        self.open.push((self.prose.text().len(), style));
        self.open.len()
    }

    pub fn close(&mut self, opened: usize) {
        while self.open.len() >= opened {
            if let Some((start, Some(style))) = self.open.pop() {
                self.prose.mark_from(start, style);
            }
        }
    }

    /// Takes the line out; styles that are still open go on in the next.
    pub fn take(&mut self) -> (Prose, usize, usize) {
        for (start, style) in self.open.iter_mut().rev() {
            if let Some(style) = style {
                self.prose.mark_from(*start, style.clone());
            }
            *start = 0;
        }
        (self.blank, self.apart) = (false, false);
        (std::mem::take(&mut self.prose), self.first.take().unwrap_or(0), self.last)
    }
}
