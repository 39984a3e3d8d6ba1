//! The tags in a piece of HTML, as the HTML Standard's tokenizer sees them.
//!
//! For looking only: what may stay is the sanitiser's decision.

mod lines;

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

pub use lines::{LineEnds, Lines, comments, either_way, lines};

/// A start tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    pub element: String,
    pub attributes: Vec<(String, String)>,
}

impl Tag {
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str())
    }
}

#[derive(Default)]
struct Sink {
    tags: RefCell<Vec<Tag>>,
    text: RefCell<String>,
    between: Between,
}

/// What becomes of the border between two blocks of a text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Between {
    #[default]
    Nothing,
    Blank,
}

/// Elements within a line. A browser sets all others apart from the words around them.
const IN_LINE: [&str; 25] = [
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q", "s",
    "samp", "small", "span", "strong", "sub", "sup", "time", "u",
];

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        if let Token::TagToken(tag) = &token
            && self.between == Between::Blank
            && !IN_LINE.contains(&tag.name.as_ref())
        {
            self.text.borrow_mut().push(' ');
        }
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => self.tags.borrow_mut().push(Tag {
                element: tag.name.to_string(),
                attributes: tag.attrs.iter().map(|a| (a.name.local.to_string(), a.value.to_string())).collect(),
            }),
            Token::CharacterTokens(text) => self.text.borrow_mut().push_str(&text),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

/// Start tags in order, and the characters between all tags with references decoded.
pub fn tags_and_text(html: &str) -> (Vec<Tag>, String) {
    let sink = told(html, Sink::default());
    (sink.tags.into_inner(), sink.text.into_inner())
}

/// A sink that has been told every token of a piece of HTML.
fn told<S: TokenSink>(html: &str, sink: S) -> S {
    let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(html));
    // A sink that never pauses leaves nothing behind.
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink
}

/// The same of HTML that nobody has looked at; where it is [overloaded](is_overloaded), its letters and no tag.
pub fn tags_and_text_of_others(html: &str) -> (Vec<Tag>, String) {
    if is_overloaded(html) { (Vec::new(), html.to_owned()) } else { tags_and_text(html) }
}

/// Start tags and words of HTML that nobody has looked at, with a blank wherever one block or line ends; where
/// it is [overloaded](is_overloaded), its letters and no tag.
pub fn tags_and_words_of_others(html: &str) -> (Vec<Tag>, String) {
    if is_overloaded(html) {
        return (Vec::new(), html.to_owned());
    }
    let sink = told(html, Sink { between: Between::Blank, ..Sink::default() });
    (sink.tags.into_inner(), sink.text.into_inner())
}

/// Whether a tag has more attributes than any page needs. Each is compared with all others of its tag, so
/// a text of nothing else would keep every reader of HTML busy.
pub fn is_overloaded(html: &str) -> bool {
    const MOST_ATTRIBUTES: usize = 1_000;
    let bytes = html.as_bytes();
    let mut at = 0;
    while let Some(open) = bytes[at..].iter().position(|byte| *byte == b'<').map(|found| at + found) {
        at = open + 1;
        if !bytes.get(at).is_some_and(u8::is_ascii_alphabetic) {
            continue;
        }
        let (mut quote, mut blank, mut attributes) = (None, false, 0);
        while let Some(byte) = bytes.get(at).filter(|byte| quote.is_some() || **byte != b'>') {
            match quote {
                Some(open) if open == *byte => quote = None,
                Some(_) => {}
                None => {
                    let separates = byte.is_ascii_whitespace() || *byte == b'/';
                    attributes += usize::from(blank && !separates);
                    blank = separates;
                    quote = matches!(byte, b'"' | b'\'').then_some(*byte);
                }
            }
            at += 1;
        }
        if attributes > MOST_ATTRIBUTES {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_of_a_thousand_attributes_is_overloaded_and_a_long_value_is_none() {
        let attributes: String = (0..1_001).map(|number| ["a", &number.to_string(), " "].concat()).collect();
        assert!(is_overloaded(&format!("x <b>y</b> <p {attributes}>")));
        assert!(is_overloaded(&format!("<p {attributes}")));
        assert!(!is_overloaded(&format!("<p title=\"{attributes}\" class='{attributes}'>{attributes}</p> 1 < 2")));
    }

    #[test]
    fn tags_attributes_and_text_are_seen_as_a_browser_sees_them() {
        let (tags, text) = tags_and_text("<P OnClick=x>a &amp; b<img SRC='p.jpg'></p>");
        assert_eq!(tags[0].element, "p");
        assert_eq!(tags[0].attribute("onclick"), Some("x"));
        assert_eq!(tags[1].attribute("src"), Some("p.jpg"));
        assert_eq!(text, "a & b");
    }
}
