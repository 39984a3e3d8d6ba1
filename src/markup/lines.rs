//! The lines that HTML shows: where an element by itself begins or ends, and where `<br>` stands, one
//! line ends and another begins. The cells of a row stand side by side.
//!
//! A word of one paragraph must never run into that of the next: a line is asked what it says.

use std::cell::RefCell;

use html5ever::tokenizer::{TagKind, Token, TokenSink, TokenSinkResult};

use super::told;

/// Elements that stand within a line. All others, also those that nobody knows, part lines.
const INLINE: [&str; 42] = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "blink", "cite", "code", "data", "del", "dfn", "em", "font", "i",
    "img", "ins", "kbd", "label", "mark", "nobr", "q", "rb", "rp", "rt", "rtc", "ruby", "s", "samp", "small", "span",
    "strike", "strong", "sub", "sup", "time", "tspan", "tt", "u", "var", "wbr",
];

/// What white space in the source means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineEnds {
    /// A blank, as browsers take it, outside of `<pre>`.
    Blank,
    /// The end of a line, as their author saw it.
    Kept,
}

/// Lines being put together.
#[derive(Debug)]
pub struct Lines {
    text: String,
    due: Due,
    line_ends: LineEnds,
    /// How many `<pre>` are open.
    preformatted: usize,
    /// Nothing has been said in the cell that is open.
    cell_is_blank: bool,
}

/// What comes before the next word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Due {
    Nothing,
    Blank,
    Line,
}

impl Lines {
    pub fn new(line_ends: LineEnds) -> Self {
        Self { text: String::new(), due: Due::Nothing, line_ends, preformatted: 0, cell_is_blank: false }
    }

    pub fn open(&mut self, element: &str) {
        match element {
            "td" | "th" => {
                self.due = self.due.max(Due::Blank);
                self.cell_is_blank = true;
            }
            "pre" | "xmp" | "listing" | "plaintext" => {
                self.preformatted += 1;
                self.part();
            }
            "tr" => self.due = Due::Line,
            _ => self.edge(element),
        }
    }

    pub fn close(&mut self, element: &str) {
        match element {
            "td" | "th" => {
                // The end of a cell's last paragraph ends no row.
                self.due = Due::Blank;
                self.cell_is_blank = false;
            }
            "pre" | "xmp" | "listing" | "plaintext" => {
                self.preformatted = self.preformatted.saturating_sub(1);
                self.part();
            }
            "tr" => {
                self.due = Due::Line;
                self.cell_is_blank = false;
            }
            _ => self.edge(element),
        }
    }

    fn edge(&mut self, element: &str) {
        // Word's own elements have a prefix and stand within lines.
        let inline = element.is_empty() || element.contains(':') || INLINE.contains(&element);
        if !inline {
            self.part();
        }
    }

    fn part(&mut self) {
        if !self.cell_is_blank {
            self.due = Due::Line;
        }
    }

    pub fn words(&mut self, words: &str) {
        for c in words.chars() {
            if c == '\n' && (self.preformatted > 0 || self.line_ends == LineEnds::Kept) {
                self.due = Due::Line;
            } else if c.is_ascii_whitespace() {
                self.due = self.due.max(Due::Blank);
            } else {
                match std::mem::replace(&mut self.due, Due::Nothing) {
                    Due::Blank if !self.text.is_empty() => self.text.push(' '),
                    Due::Line if !self.text.is_empty() => self.text.push('\n'),
                    _ => {}
                }
                self.cell_is_blank = false;
                self.text.push(c);
            }
        }
    }

    pub fn finish(self) -> String {
        self.text
    }
}

/// HTML as its lines, and what its comments say.
struct Sink {
    lines: RefCell<Lines>,
    comments: RefCell<Vec<String>>,
}

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => self.lines.borrow_mut().open(&tag.name),
            Token::TagToken(tag) => self.lines.borrow_mut().close(&tag.name),
            Token::CharacterTokens(text) => self.lines.borrow_mut().words(&text),
            Token::CommentToken(comment) => self.comments.borrow_mut().push(comment.to_string()),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

fn read(html: &str, line_ends: LineEnds) -> (String, Vec<String>) {
    let sink = Sink { lines: RefCell::new(Lines::new(line_ends)), comments: RefCell::default() };
    let Sink { lines, comments } = told(html, sink);
    (lines.into_inner().finish(), comments.into_inner())
}

/// The words of a piece of HTML, line by line.
pub fn lines(html: &str, line_ends: LineEnds) -> String {
    read(html, line_ends).0
}

/// What a comment may say: with the line ends of its author and without, since it isn't known which were
/// meant, and behind the name of an instruction or of a kind of section.
pub fn either_way(html: &str) -> String {
    let behind = html.trim_start_matches("[CDATA[").trim_start_matches('?');
    let named = if behind.len() < html.len() { html.split_once(char::is_whitespace) } else { None };
    let named = named.map_or("", |(_, words)| words);
    [lines(html, LineEnds::Kept), lines(html, LineEnds::Blank), lines(named, LineEnds::Kept)].join("\n")
}

/// What the comments in a piece of HTML say, in their order, with what passes for one.
pub fn comments(html: &str) -> Vec<String> {
    read(html, LineEnds::Kept).1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_element_by_itself_is_a_line_and_one_within_a_line_is_none() {
        for element in [
            "address",
            "article",
            "aside",
            "blockquote",
            "center",
            "dd",
            "details",
            "dialog",
            "dir",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hgroup",
            "legend",
            "li",
            "main",
            "menu",
            "nav",
            "ol",
            "option",
            "p",
            "pre",
            "search",
            "section",
            "select",
            "summary",
            "table",
            "tbody",
            "title",
            "tr",
            "ul",
            "x-notice",
        ] {
            let html = format!("one<{element}>two</{element}>three");
            assert_eq!(lines(&html, LineEnds::Blank), "one\ntwo\nthree", "{element}");
        }
        for element in INLINE {
            let html = format!("one<{element}>two</{element}>three");
            assert_eq!(lines(&html, LineEnds::Blank), "onetwothree", "{element}");
        }
        assert_eq!(lines("one<br>two<hr>three", LineEnds::Blank), "one\ntwo\nthree");
    }

    #[test]
    fn cells_stand_side_by_side_and_their_paragraphs_below_each_other() {
        let row = "<table><tr><th>a</th><td><p>b</p></td></tr><tr><td><p>c</p><p>d</p></td><td>e</td></tr></table>";
        assert_eq!(lines(row, LineEnds::Blank), "a b\nc\nd e");
    }

    #[test]
    fn white_space_is_a_blank_but_in_preformatted_text() {
        assert_eq!(lines("<p>a\n  b</p>\n<pre>c\nd</pre>", LineEnds::Blank), "a b\nc\nd");
        assert_eq!(lines("a\nb", LineEnds::Kept), "a\nb");
    }

    #[test]
    fn whatever_passes_for_a_comment_is_one() {
        assert_eq!(comments("<!-- a\nb -->c<?d?><![CDATA[e]]><!f>"), [" a\nb ", "?d?", "[CDATA[e]]", "f"]);
        assert_eq!(comments("<p>a<!-- left open"), [" left open"]);
    }
}
