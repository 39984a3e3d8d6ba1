//! The HTML in an Atom document, which stands there escaped: by far most of its text.
//!
//! The parser takes text with references byte by byte. So what is plain text and nothing else is
//! decoded here in larger pieces, and the parser gets the document without it. Whatever is unusual
//! stays in the document, and the parser judges it.

use std::borrow::Cow;

const ELEMENT: &str = "<content ";
/// The references that XML knows by itself (XML 1.0 §4.6), without their ampersand.
const REFERENCES: [(&str, char); 5] = [("lt;", '<'), ("gt;", '>'), ("amp;", '&'), ("quot;", '"'), ("apos;", '\'')];

/// Where the elements begin whose text was taken out, in order, and that text, decoded.
#[derive(Debug, Default)]
pub struct Contents(Vec<(usize, String)>);

impl Contents {
    /// What was taken out of the element that begins at a place in the document. It stood in front of
    /// all else in there.
    pub fn take(&mut self, element: usize) -> String {
        let found = self.0.binary_search_by_key(&element, |(at, _)| *at);
        found.map(|at| std::mem::take(&mut self.0[at].1)).unwrap_or_default()
    }
}

/// A document without the content that could be taken out of it.
pub fn hollow(document: &str) -> (Cow<'_, str>, Contents) {
    let (mut out, mut contents, mut kept) = (String::new(), Vec::new(), 0);
    for at in elements(document) {
        let Some(end) = end_of_tag(&document[at..]).filter(|_| at >= kept) else { break };
        let from = at + end;
        let text = document[from..].split('<').next().unwrap_or_default();
        if let Some(decoded) = decoded(text) {
            contents.push((out.len() + at - kept, decoded));
            out.push_str(&document[kept..from]);
            kept = from + text.len();
        }
    }
    if contents.is_empty() {
        return (Cow::Borrowed(document), Contents::default());
    }
    out.push_str(&document[kept..]);
    (Cow::Owned(out), Contents(contents))
}

/// Where elements of content begin, if that is plain to see: outside of comments, CDATA, declarations
/// and instructions every `<` begins a tag, and nothing gives a reference another meaning.
fn elements(document: &str) -> impl Iterator<Item = usize> {
    let body = document.rfind("<?").and_then(|at| Some(at + document[at..].find("?>")?));
    let body = body.filter(|body| !document[..*body].contains(ELEMENT) && !document.contains("<!"));
    body.into_iter().flat_map(|body| document[body..].match_indices(ELEMENT).map(move |(at, _)| body + at))
}

/// Where a start tag has ended.
fn end_of_tag(tag: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in tag.bytes().enumerate() {
        match quote {
            Some(open) if open == byte => quote = None,
            Some(_) => {}
            None if byte == b'>' => return (!tag[..at].ends_with('/')).then_some(at + 1),
            None => quote = matches!(byte, b'"' | b'\'').then_some(byte),
        }
    }
    None
}

/// Text as it is meant; `None` where it may hold what is no text, or what a parser changes.
fn decoded(text: &str) -> Option<String> {
    // Control characters, the end of CDATA, and what may lead to U+FFFE and U+FFFF.
    let unusual = |byte: u8| byte < b' ' && byte != b'\n' && byte != b'\t' || matches!(byte, b'>' | 0xEF);
    let mut pieces = text.as_bytes().chunks(16);
    if pieces.any(|piece| piece.iter().fold(false, |any, byte| any | unusual(*byte))) {
        return None;
    }
    let mut pieces = text.split('&');
    let mut out = String::with_capacity(text.len());
    out.push_str(pieces.next()?);
    for piece in pieces {
        let (rest, meant) = REFERENCES.iter().find_map(|(name, meant)| Some((piece.strip_prefix(name)?, *meant)))?;
        out.push(meant);
        out.push_str(rest);
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::super::xml::text_of;
    use super::*;

    fn texts(document: &str, mut contents: Contents) -> Option<Vec<String>> {
        let parsed = roxmltree::Document::parse(document).ok()?;
        let elements = parsed.descendants().filter(|node| node.has_tag_name("content"));
        Some(elements.map(|node| contents.take(node.range().start) + &text_of(node)).collect())
    }

    /// Whether any was taken out, which must not change what is read.
    fn hollows(document: &str) -> bool {
        let (hollow, contents) = hollow(document);
        let any = !contents.0.is_empty();
        assert_eq!(texts(&hollow, contents), texts(document, Contents::default()), "{document}");
        any
    }

    #[test]
    fn what_is_taken_out_is_what_the_parser_would_read() {
        for text in ["", "a", "&lt;p&gt;1 &amp;amp; 2\n\t&quot;ü&apos;&lt;/p&gt;", "&amp;lt;&amp;", "a<b>&lt;</b>c&gt;"]
        {
            let content = format!("<content type=\"a>'b\" >{text}</content >");
            assert!(hollows(&format!("<?xml version=\"1.0\"?><feed>{content}</feed>")), "{text}");
            hollows(&format!("<?xml version=\"1.0\"?><feed>{content}x&lt;y{content}</feed>"));
        }
    }

    #[test]
    fn what_is_unusual_is_left_to_the_parser() {
        for text in [
            "a]]>b",
            "a > b",
            "\r\n&lt;",
            "&#60;",
            "&unknown;",
            "&lt",
            "& lt;",
            "\u{1}",
            "\u{FFFF}",
            "<!-- & -->",
            "<![CDATA[&lt;]]>",
            "<?a &?>",
        ] {
            let document = format!("<?xml version=\"1.0\"?><feed><content type=\"html\">{text}</content></feed>");
            assert!(!hollows(&document), "{text}");
        }
        for document in [
            "<content type=\"html\">a</content>",
            "<?xml version=\"1.0\"?><!DOCTYPE feed [<!ENTITY lt \"x\">]><feed><content a=\"\">&lt;</content></feed>",
            "<?xml version=\"1.0\"?><feed><content a=\"\"/>&lt;</feed>",
            "<?xml version=\"1.0\"?><feed a=\"<content b>\">&lt;</feed>",
            "<?xml version=\"1.0\"?><feed><content a=\"&lt;",
            "<?xml version=\"1.0\"?><feed><content a=\"<content b\">c</content></feed>",
        ] {
            hollows(document);
        }
    }
}
