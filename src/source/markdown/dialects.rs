//! Marks of other programs' Markdown, which are no words: attributes in braces (pandoc, kramdown), comments
//! between `%%`, highlights and the names of blocks (Obsidian), boxes in HTML with Markdown in them (Notion),
//! includes (Jekyll). They are taken out before the text is read; every line stays where it is.
//!
//! What nobody reads may hold the release back: an embargo in it is an error.

mod boxes;
mod marks;

use std::borrow::Cow;

use crate::problem::{Place, Report};
use crate::source::{HoldsBack, STATE_IT, template};
use boxes::{Mark, is_table_of_contents, mark, set_in, with_bullet};
use marks::{
    LONGEST, closed, glued_bold, glued_heading, has_blank_in_address, is_attributes, is_box, is_import,
    with_closed_addresses, without_callout, without_highlights, without_name, without_pictograph,
};

/// What is looked for; most texts have none of it.
const SIGNS: [&str; 12] = ["%%", "{", "==", " ^", "[!", "<aside", "<div", "<br", "<%", ":::", "import ", "export "];

/// The text without the marks. Its first line has the number `first_line`.
pub fn plain<'t>(text: &'t str, first_line: usize, holds_back: HoldsBack, report: &mut Report) -> Cow<'t, str> {
    let is_other = |line: &str| {
        line.starts_with('#') && line.ends_with('\\')
            || glued_heading(line).is_some()
            || glued_bold(line).is_some()
            || has_blank_in_address(line)
            || is_table_of_contents(line)
            || with_bullet(line).is_some()
            || mark(line).is_some()
    };
    if !SIGNS.iter().any(|sign| text.contains(sign)) && !text.lines().any(is_other) {
        return Cow::Borrowed(text);
    }
    let mut writer = Writer {
        out: String::with_capacity(text.len()),
        first_line,
        holds_back,
        report,
        told_of_include: false,
        counted: (0, 0),
        boxes: Vec::new(),
        set_in: false,
    };
    let mut fence: Option<&str> = None;
    let mut prose = String::new();
    for line in text.split_inclusive('\n') {
        let sign = ["```", "~~~"].into_iter().find(|sign| line.trim_start().starts_with(sign));
        let opens = fence.is_none() && sign.is_some();
        if opens || fence.is_some() {
            writer.prose(&std::mem::take(&mut prose));
            writer.out.push_str(line);
            fence = if opens { sign } else { fence.filter(|open| Some(*open) != sign) };
        } else {
            prose.push_str(line);
        }
    }
    writer.prose(&prose);
    Cow::Owned(writer.out)
}

/// What is left out of a text.
#[derive(Debug, Clone, Copy)]
enum Left {
    Comment,
    Include,
    /// How words look, of which nobody needs to be told.
    Attributes,
}

struct Writer<'r> {
    out: String,
    first_line: usize,
    holds_back: HoldsBack,
    report: &'r mut Report,
    told_of_include: bool,
    /// How many lines end in as much as was written.
    counted: (usize, usize),
    /// The boxes that are open, each with whether it stands beside the text.
    boxes: Vec<bool>,
    /// Lines that are set in are a box's.
    set_in: bool,
}

impl Writer<'_> {
    /// A stretch of text without listings.
    fn prose(&mut self, text: &str) {
        let (start, first) = (self.out.len(), self.count());
        let mut rest = text;
        while let Some(at) = rest.find(['%', '{', '<', '`']) {
            let (before, here) = rest.split_at(at);
            self.out.push_str(before);
            rest = self.sign(here);
        }
        self.out.push_str(rest);
        let last = self.count();
        let lines = self.out.split_off(start);
        // The lines are written, and counted, once more.
        self.counted = (start, first);
        self.lines(&lines);
        self.counted = (self.out.len(), last);
    }

    /// The lines that end in what was written, counted on from the last time.
    fn count(&mut self) -> usize {
        let (from, lines) = self.counted;
        let lines = lines + self.out.get(from..).map_or(0, |new| new.matches('\n').count());
        self.counted = (self.out.len(), lines);
        lines
    }

    /// Writes or leaves out what a sign opens, and returns what stands behind it.
    fn sign<'t>(&mut self, here: &'t str) -> &'t str {
        if let Some(behind) = here.strip_prefix('`') {
            // A listing within a line.
            let run = here.len() - here.trim_start_matches('`').len();
            let end = here[run..].find(&here[..run]).filter(|end| !here[run..run + end].contains("\n\n"));
            let end = end.map_or(here.len() - behind.len(), |end| run + end + run);
            self.out.push_str(&here[..end]);
            return &here[end..];
        }
        let starts_line = self.out.is_empty() || self.out.ends_with('\n');
        if let Some((inner, behind)) = here.strip_prefix("%%").and_then(|inner| inner.split_once("%%"))
            && (starts_line || !inner.contains("\n\n"))
        {
            self.leave_out(Left::Comment, inner);
            self.ends_of(inner);
            return behind;
        }
        let code = template::SIGNS.into_iter().find_map(|(opener, closer)| closed(here, opener, closer));
        if let Some((inner, behind)) = code.filter(|_| !self.out.ends_with('{')) {
            self.leave_out(Left::Include, inner);
            self.ends_of(inner);
            return behind;
        }
        if let Some((inner, behind)) = closed(here, "{", "}")
            && is_attributes(inner)
            && self.may_bear_attributes(inner)
        {
            self.leave_out(Left::Attributes, inner);
            self.without_brackets();
            self.counted.0 = self.out.len();
            self.ends_of(inner);
            return behind;
        }
        let next = here.chars().next().map_or(0, char::len_utf8);
        self.out.push_str(&here[..next]);
        &here[next..]
    }

    /// The lines of what is left out, so that those below keep their numbers.
    fn ends_of(&mut self, inner: &str) {
        self.out.extend(inner.matches('\n'));
    }

    fn leave_out(&mut self, left: Left, inner: &str) {
        let at = Place::line(self.first_line + self.count());
        let words: String = inner.chars().map(|c| if "={}\"'.#_-".contains(c) { ' ' } else { c }).collect();
        if (self.holds_back)(inner) || (self.holds_back)(words.trim()) {
            let what = match left {
                Left::Comment => "a comment speaks of an embargo or a withdrawal",
                Left::Include => "an include speaks of an embargo or a withdrawal",
                Left::Attributes => "an attribute speaks of an embargo or a withdrawal",
            };
            self.report.error(at, what, STATE_IT).holding().found(inner.trim());
            return;
        }
        let what = match left {
            Left::Comment => "a comment was left out",
            Left::Include if !std::mem::replace(&mut self.told_of_include, true) => {
                "what another program would include was left out"
            }
            Left::Include | Left::Attributes => return,
        };
        self.report.warning(at, what, "delete it, or say it in the text").found(inner.trim());
    }

    /// Attributes stand behind a link, a picture, a span or a heading, or on a line of their own.
    fn may_bear_attributes(&self, inner: &str) -> bool {
        let mut lines = self.out.rsplit('\n');
        let (line, above) = (lines.next().unwrap_or(""), lines.next().unwrap_or(""));
        let ends_heading = line.starts_with('#') || above.starts_with('#') && above.ends_with('\\');
        inner.starts_with(':')
            || line.trim().is_empty()
            || line.ends_with([']', ')', '`', '*', '_'])
            || ends_heading && line.ends_with(' ')
    }

    /// "[words]{.underline}" is "words".
    fn without_brackets(&mut self) {
        if !self.out.ends_with(']') {
            return;
        }
        let mut open = 0usize;
        for (at, byte) in self.out.bytes().enumerate().rev().take(10 * LONGEST) {
            match byte {
                b']' => open += 1,
                b'[' => open -= 1,
                _ => {}
            }
            if open == 0 {
                if !self.out[..at].ends_with('!') {
                    self.out.pop();
                    self.out.remove(at);
                }
                return;
            }
        }
    }

    /// Opens or closes a box. Its title is the first line of it, whatever stands right below; what else the line
    /// says is judged.
    fn mark(&mut self, found: Mark<'_>, line: &str, goes_on: bool) {
        let (aside, title) = match found {
            Mark::Closes => {
                self.boxes.pop();
                return;
            }
            Mark::Opens { aside, title } => {
                self.boxes.push(aside);
                (aside, title)
            }
            Mark::OpensSetIn { title } => {
                self.set_in = true;
                (true, title)
            }
        };
        let Some(title) = title else { return self.leave_out(Left::Attributes, line) };
        let sign = if aside { "> " } else { "" };
        let ends = if goes_on { "\\" } else { "" };
        self.out.extend([sign, "**", title, "**", ends]);
    }

    fn lines(&mut self, text: &str) {
        let mut lines = text.split_inclusive('\n').peekable();
        let mut opens_box = false;
        while let Some(line) = lines.next() {
            let (words, end) = line.strip_suffix('\n').map_or((line, ""), |words| (words, "\n"));
            let words = words.trim_end_matches('\r');
            if is_box(words.trim()) {
                opens_box = true;
                self.out.push_str(end);
                continue;
            }
            if let Some(found) = mark(words) {
                self.mark(found, words, lines.peek().is_some_and(|next| !next.trim().is_empty()));
                self.out.push_str(end);
                continue;
            }
            if is_table_of_contents(words) {
                self.out.push_str(end);
                continue;
            }
            let inner = set_in(words).filter(|_| self.set_in);
            self.set_in &= inner.is_some() || words.trim().is_empty();
            let words = inner.unwrap_or(words);
            if self.boxes.contains(&true) || inner.is_some() {
                self.out.push_str(if words.trim().is_empty() { ">" } else { "> " });
            }
            if is_import(words) {
                self.leave_out(Left::Include, words);
                self.out.push_str(end);
                continue;
            }
            // Such a box opens with a picture in letters.
            let words = if std::mem::take(&mut opens_box) { without_pictograph(words) } else { words };
            let words = without_callout(&without_highlights(without_name(words))).into_owned();
            let words = glued_bold(&words).unwrap_or(words);
            let words = glued_heading(&words).or_else(|| with_closed_addresses(&words)).unwrap_or(words);
            let words = with_bullet(&words).unwrap_or(words);
            if !words.starts_with('#') {
                self.out.push_str(&words);
                self.out.push_str(end);
                continue;
            }
            let mut heading = words;
            for mark in ["<br>", "<br/>", "<br />"] {
                heading = heading.replace(mark, " ");
            }
            // A heading that pandoc breaks goes on below.
            let mut ends = end.to_owned();
            while let Some(before) = heading.strip_suffix('\\').map(str::to_owned)
                && let Some(next) = lines.next()
            {
                heading = format!("{} {}", before.trim_end(), next.trim());
                ends.push('\n');
            }
            self.out.push_str(heading.trim_end());
            self.out.push_str(&ends);
        }
    }
}

#[cfg(test)]
mod tests;
