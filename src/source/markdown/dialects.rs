//! Marks of other programs' Markdown, which are no words: attributes in braces (pandoc, kramdown), comments
//! between `%%`, highlights and the names of blocks (Obsidian), boxes in HTML with Markdown in them (Notion),
//! includes (Jekyll). They are taken out before the text is read; every line stays where it is.
//!
//! What nobody reads may hold the release back: an embargo in it is an error.

mod marks;

use std::borrow::Cow;

use crate::problem::{Place, Report};
use crate::source::{HoldsBack, STATE_IT, template};
use marks::{
    LONGEST, closed, glued_heading, has_blank_in_address, is_attributes, is_box, is_import, with_closed_addresses,
    without_callout, without_highlights, without_name, without_pictograph,
};

/// What is looked for; most texts have none of it.
const SIGNS: [&str; 12] = ["%%", "{", "==", " ^", "[!", "<aside", "<div", "<br", "<%", ":::", "import ", "export "];

/// The text without the marks. Its first line has the number `first_line`.
pub fn plain<'t>(text: &'t str, first_line: usize, holds_back: HoldsBack, report: &mut Report) -> Cow<'t, str> {
    let is_other = |line: &str| {
        line.starts_with('#') && line.ends_with('\\') || glued_heading(line).is_some() || has_blank_in_address(line)
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
}

impl Writer<'_> {
    /// A stretch of text without listings.
    fn prose(&mut self, text: &str) {
        let start = self.out.len();
        let mut rest = text;
        while let Some(at) = rest.find(['%', '{', '<', '`']) {
            let (before, here) = rest.split_at(at);
            self.out.push_str(before);
            rest = self.sign(here);
        }
        self.out.push_str(rest);
        self.count();
        let lines = self.out.split_off(start);
        self.lines(&lines);
        self.counted.0 = self.out.len();
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
                Left::Comment => "a comment speaks of an embargo",
                Left::Include => "an include speaks of an embargo",
                Left::Attributes => "an attribute speaks of an embargo",
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

    fn lines(&mut self, text: &str) {
        let mut lines = text.split_inclusive('\n');
        let mut opens_box = false;
        while let Some(line) = lines.next() {
            let (words, end) = line.strip_suffix('\n').map_or((line, ""), |words| (words, "\n"));
            let words = words.trim_end_matches('\r');
            if is_box(words.trim()) {
                opens_box = true;
                self.out.push_str(end);
                continue;
            }
            // ":::info" and ":::" around a box of Docusaurus or pandoc.
            if words.starts_with(":::") && !words.contains(' ') || words.starts_with("::: ") && words.len() < LONGEST {
                self.out.push_str(end);
                continue;
            }
            if is_import(words) {
                self.leave_out(Left::Include, words);
                self.out.push_str(end);
                continue;
            }
            // Such a box opens with a picture in letters.
            let words = if std::mem::take(&mut opens_box) { without_pictograph(words) } else { words };
            let words = without_callout(&without_highlights(without_name(words))).into_owned();
            let words = glued_heading(&words).or_else(|| with_closed_addresses(&words)).unwrap_or(words);
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
mod tests {
    use super::*;

    fn read(text: &str) -> (String, Vec<String>) {
        let mut report = Report::new("a.md");
        let words = plain(text, 1, |words| words.to_lowercase().contains("embargo"), &mut report).into_owned();
        (words, report.problems.iter().map(crate::problem::Problem::human).collect())
    }

    #[test]
    fn marks_are_taken_out_and_every_line_stays() {
        for (text, words) in [
            ("# A {#a-b .c}\n\nx", "# A\n\nx"),
            ("# A\\\nb {#a}\nc", "# A b\n\nc"),
            ("<aside>\n☎\u{FE0F} **A**\n", "\n**A**\n"),
            ("# A\\\nb\nc", "# A b\n\nc"),
            ("## A<br/>b\n", "## A b\n"),
            ("a\n{: .lead}\nb", "a\n\nb"),
            ("the [new stops]{.underline} are", "the new stops are"),
            ("[[a\nb]{.underline}](u)", "[a\nb](u)"),
            ("![B](a.png){width=\"3 in\"\nheight=\"2in\"} c", "![B](a.png)\n c"),
            ("![a]{.x}", "![a]"),
            ("a %%no\nsign%% b\n\n%%\nc\n\nd\n%%\ne", "a \n b\n\n\n\n\n\n\ne"),
            ("{% include x.html a=\"b\" %}\nc", "\nc"),
            ("import A from 'a';\nexport const b = 2;\nexport of lamps\n", "\n\nexport of lamps\n"),
            ("##Why\n####2 lamps\n#tag\n##\n", "## Why\n#### 2 lamps\n#tag\n##\n"),
            (
                "![Q](https://a.example/new quay.jpg) [p](/a b/c d.pdf)",
                "![Q](<https://a.example/new quay.jpg>) [p](</a b/c d.pdf>)",
            ),
            ("==a b== c ==d==\n====\n", "a b c d\n====\n"),
            ("a ^abc123\nb ^2", "a\nb ^2"),
            ("> [!NOTE]\n> [!quote]- Ada\n", "> \n> Ada\n"),
            ("<aside>\n**C**\n\n</aside>\n<div class=\"a\">\nb\n</div>", "\n**C**\n\n\n\nb\n"),
        ] {
            assert_eq!(read(text).0, words, "{text}");
        }
        for text in [
            "a {b} c and {.x} d",
            "f{x=1}",
            "```\n%%a%% {: .b}\n```\n",
            "`{: .b}` {{ c }}",
            "100 %% sure",
            "a == b",
            "<div hidden>\na\n",
            "<div style=\"display:none\">\n",
            "[!NOTE]",
            "[a](b.pdf \"The plan\") [c](see there) [d](<e f.pdf>)",
        ] {
            assert_eq!(read(text).0, text);
        }
    }

    #[test]
    fn what_is_left_out_is_told_of_and_an_embargo_in_it_is_an_error() {
        let (_, problems) = read("a\n\n%%ask Ada%%\n[b]{.c} [d]{.e}\n{% include share %}\n<%= like %>\n");
        assert_eq!(problems.len(), 2, "{problems:?}");
        assert!(problems[1].starts_with("a.md:5:1: warning: what another program would include"), "{problems:?}");
        assert!(problems[0].starts_with("a.md:3:1: warning: a comment was left out"), "{problems:?}");
        for text in ["%% Embargo: Friday %%", "{% embargo until Friday %}", "# A {.embargo-until-friday}"] {
            let (_, problems) = read(&format!("a\n{text}\n"));
            assert!(problems[0].starts_with("a.md:2:1: ") && problems[0].contains("an embargo"), "{problems:?}");
        }
    }
}
