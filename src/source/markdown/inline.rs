//! HTML within a line that means no more than Markdown's own signs: bold, a link, a line break. A paragraph
//! with nothing else in it is read as one without HTML.
//!
//! What is set by blocks, shows a picture or runs is left to the sanitiser.

use pulldown_cmark::Event;

use super::Spanned;
use crate::markup;

/// Elements that change how words look, or not even that.
const PLAIN: [&str; 13] =
    ["abbr", "bdi", "big", "font", "ins", "mark", "nobr", "small", "span", "sub", "time", "u", "wbr"];

/// What a piece of HTML in a line means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meaning {
    Opens(String, Sets),
    Closes(String),
    Break,
    /// A comment, or a place where a line may break.
    Nothing,
}

/// How the words are set that an element opens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sets {
    Strong,
    Emphasis,
    Code,
    Link(String),
    High,
    Plain,
}

impl Meaning {
    /// `None` where it means more than Markdown has.
    pub fn of(html: &str) -> Option<Self> {
        if html.starts_with("<!--") || html.starts_with("<?") || html.starts_with("<!") {
            return Some(Self::Nothing);
        }
        if let Some(name) = html.strip_prefix("</") {
            let name = name.trim_end_matches('>').trim().to_ascii_lowercase();
            return sets(&name, None).map(|_| Self::Closes(name));
        }
        let (tags, _) = markup::tags_and_text(html);
        let [tag] = tags.as_slice() else { return None };
        match tag.element.as_str() {
            "br" => Some(Self::Break),
            "wbr" => Some(Self::Nothing),
            name => Some(Self::Opens(name.to_owned(), sets(name, tag.attribute("href"))?)),
        }
    }
}

fn sets(element: &str, target: Option<&str>) -> Option<Sets> {
    match element {
        "b" | "strong" => Some(Sets::Strong),
        "i" | "em" | "cite" => Some(Sets::Emphasis),
        "code" | "tt" | "kbd" | "samp" => Some(Sets::Code),
        "a" => Some(target.map_or(Sets::Plain, |target| Sets::Link(target.to_owned()))),
        "sup" => Some(Sets::High),
        name if PLAIN.contains(&name) => Some(Sets::Plain),
        _ => None,
    }
}

/// Whether all HTML among these events means no more than Markdown's own signs, and closes what it opens.
pub fn is_plain(events: &[Spanned]) -> bool {
    let mut open: Vec<Option<String>> = Vec::new();
    events.iter().all(|(event, _)| match event {
        Event::Start(_) => {
            open.push(None);
            true
        }
        Event::End(_) => open.pop() == Some(None),
        Event::InlineHtml(html) if markup::is_overloaded(html) => false,
        Event::InlineHtml(html) => match Meaning::of(html) {
            Some(Meaning::Opens(name, _)) => {
                open.push(Some(name));
                true
            }
            Some(Meaning::Closes(name)) => open.pop() == Some(Some(name)),
            Some(Meaning::Break | Meaning::Nothing) => true,
            None => false,
        },
        _ => true,
    }) && open.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_piece_of_html_means_what_a_sign_of_markdown_does() {
        for (html, meaning) in [
            ("<b>", Some(Meaning::Opens("b".into(), Sets::Strong))),
            ("</B >", Some(Meaning::Closes("b".into()))),
            (
                "<a href='https://a.example/'>",
                Some(Meaning::Opens("a".into(), Sets::Link("https://a.example/".into()))),
            ),
            ("<span style=\"color: red\">", Some(Meaning::Opens("span".into(), Sets::Plain))),
            ("<br/>", Some(Meaning::Break)),
            ("<!--more-->", Some(Meaning::Nothing)),
            ("<script>", None),
            ("</div>", None),
            ("<img src=a.png>", None),
        ] {
            assert_eq!(Meaning::of(html), meaning, "{html}");
        }
    }
}
