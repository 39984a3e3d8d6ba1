//! How prose becomes safe HTML: escaped once, with links found in plain text made links.
//!
//! [`SafeHtml`] can only be made here, by escaping or by the sanitiser's allow-list, so what it
//! holds has no script, no style, no relative address and no character that XML forbids.

mod address;
mod setter;

use std::fmt;

use url::Url;

use crate::characters;
use crate::link;
use crate::prose::Prose;
use address::linked_into;
pub use address::{Address, addresses};
use setter::Setter;

/// HTML that may be shown to anyone.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SafeHtml(String);

impl SafeHtml {
    pub fn new() -> Self {
        Self::default()
    }

    /// Prose with its marks, its addresses made links.
    pub fn of(prose: &Prose) -> Self {
        let mut html = Self::new();
        html.prose(prose);
        html
    }

    /// JSON as the text of a `script`: nothing in it can end the element (HTML Standard §4.12.1.3).
    pub fn script_data(json: &str) -> Self {
        Self(json.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026"))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn into_string(self) -> String {
        self.0
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Markup that is written in the program itself.
    pub fn tag(&mut self, markup: &'static str) -> &mut Self {
        self.0.push_str(markup);
        self
    }

    pub fn text(&mut self, text: &str) -> &mut Self {
        escape_into(&mut self.0, text);
        self
    }

    /// Opens an element; the values of its attributes are escaped.
    pub fn open(&mut self, element: &'static str, attributes: &[(&'static str, &str)]) -> &mut Self {
        self.0.push('<');
        self.0.push_str(element);
        for (name, value) in attributes {
            self.0.push(' ');
            self.0.push_str(name);
            self.0.push_str("=\"");
            escape_into(&mut self.0, value);
            self.0.push('"');
        }
        self.0.push('>');
        self
    }

    pub fn append(&mut self, other: &Self) -> &mut Self {
        self.0.push_str(&other.0);
        self
    }

    /// Prose with its marks, addresses in it made links, its line breaks kept.
    pub fn prose(&mut self, prose: &Prose) -> &mut Self {
        Setter::of(&mut self.0, prose).set();
        self
    }

    /// An address in plain text of one line, as written, with its link. Where no address is seen in it,
    /// all of it leads to `otherwise`.
    pub fn address(&mut self, text: &str, otherwise: impl FnOnce() -> Option<Url>) -> &mut Self {
        let found = addresses(text);
        let url = found.is_empty().then(otherwise).flatten();
        let found = url.map_or(found, |url| vec![Address { range: 0..text.len(), url }]);
        linked_into(&mut self.0, text, found);
        self
    }

    /// HTML of others, cut down to what a feed reader may be given; relative addresses are
    /// resolved against `base`.
    pub fn sanitised(html: &str, base: &Url) -> Self {
        let cleaned = sanitiser(base).clean(html).to_string();
        // The sanitiser decodes references such as `&#12;`, so the characters come last.
        Self(cleaned.chars().filter(|c| characters::verdict(*c) == characters::Verdict::Keep).collect())
    }
}

/// HTML that waits with its release, and was made safe before. Nobody else may read any.
pub(crate) mod kept {
    use serde::{Deserialize as _, Deserializer, Serialize as _, Serializer};

    use crate::body::SafeHtml;

    pub fn serialize<S: Serializer>(html: &SafeHtml, serializer: S) -> Result<S::Ok, S::Error> {
        html.0.serialize(serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<SafeHtml, D::Error> {
        String::deserialize(deserializer).map(SafeHtml)
    }
}

impl fmt::Display for SafeHtml {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn sanitiser(base: &Url) -> ammonia::Builder<'static> {
    let mut builder = ammonia::Builder::default();
    let cited_from = base.clone();
    builder
        .url_schemes(["http", "https", "mailto", "tel"].into())
        .url_relative(ammonia::UrlRelative::RewriteWithBase(base.clone()))
        .link_rel(None)
        .rm_tags(["map", "area", "center", "bdo"])
        .rm_tag_attributes("img", ["align", "height", "width"])
        .add_tag_attributes("li", ["value"])
        .add_generic_attributes(["dir"])
        // The crate takes what is cited for a word, not for an address.
        .attribute_filter(move |element, name, value| match (element, name) {
            (_, "cite") => link::resolve(value, &cited_from).map(|url| String::from(url).into()),
            (_, "dir") => is_direction(value).then(|| value.into()),
            ("ol", "start") | ("li", "value") => value.trim().parse().ok().map(|number: i32| number.to_string().into()),
            _ => Some(value.into()),
        });
    builder
}

fn is_direction(value: &str) -> bool {
    ["ltr", "rtl", "auto"].iter().any(|direction| value.eq_ignore_ascii_case(direction))
}

/// Whether the sanitiser would leave an element or attribute of this HTML out.
pub fn sanitiser_removes(element: &str, attributes: &[(String, String)], base: &Url) -> Option<String> {
    let builder = sanitiser(base);
    if !builder.clone_tags().contains(element) {
        return Some(format!("<{element}>"));
    }
    attributes.iter().find_map(|(name, value)| {
        if name.starts_with("on") || name == "srcset" {
            return Some(name.clone());
        }
        (matches!(name.as_str(), "href" | "src" | "cite") && link::resolve(value, base).is_none())
            .then(|| format!("{name}={value}"))
    })
}

fn escape_into(html: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = characters::first(rest, |byte| matches!(byte, b'&' | b'<' | b'>' | b'"')) {
        html.push_str(&rest[..at]);
        html.push_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            _ => "&quot;",
        });
        rest = &rest[at + 1..];
    }
    html.push_str(rest);
}

fn anchor(html: &mut String, url: &Url) {
    html.push_str("<a href=\"");
    escape_into(html, url.as_str());
    html.push_str("\">");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::prose::Style;

    fn html(prose: &Prose) -> String {
        SafeHtml::new().prose(prose).as_str().to_owned()
    }

    #[test]
    fn plain_text_is_escaped_once() {
        assert_eq!(html(&Prose::plain("R&D < 9 % &amp; ]]> <b>")), "R&amp;D &lt; 9 % &amp;amp; ]]&gt; &lt;b&gt;");
    }

    #[test]
    fn addresses_in_plain_text_become_links() {
        assert_eq!(
            html(&Prose::plain("See www.bioelbtal.example or a@b.example.")),
            "See <a href=\"https://www.bioelbtal.example/\">www.bioelbtal.example</a> or <a href=\"mailto:a@b.example\">a@b.example</a>."
        );
        assert_eq!(html(&Prose::plain("GmbH.Berlin und Mio.EUR")), "GmbH.Berlin und Mio.EUR");
    }

    #[test]
    fn marks_nest_and_links_are_not_linked_again() {
        let mut prose = Prose::plain("a ");
        let link = prose.text().len();
        prose.push_str("www.x.example");
        prose.mark_from(link, Style::Strong);
        prose.mark_from(link, Style::Link(Url::parse("https://y.example/").expect("a URL")));
        let set = html(&prose);
        assert!(
            set == "a <strong><a href=\"https://y.example/\">www.x.example</a></strong>"
                || set == "a <a href=\"https://y.example/\"><strong>www.x.example</strong></a>",
            "{set}"
        );
    }

    #[test]
    fn line_breaks_are_kept() {
        assert_eq!(html(&Prose::plain("a\nb")), "a<br>\nb");
    }

    #[test]
    fn foreign_html_is_cut_down_and_made_absolute() {
        let base = Url::parse("https://n.example/releases/x/").expect("a URL");
        let dirty = r##"<p onclick="x()">a<script>alert(1)</script><a href="#c">c</a><img src="p.jpg" srcset="q.jpg 2x" onerror="x"><a href="javascript:x">j</a>&#12;</p>"##;
        let clean = SafeHtml::sanitised(dirty, &base).into_string();
        assert_eq!(
            clean,
            r#"<p>a<a href="https://n.example/releases/x/#c">c</a><img src="https://n.example/releases/x/p.jpg"><a>j</a></p>"#
        );
    }

    #[test]
    fn a_list_keeps_its_numbers_and_nothing_that_is_none() {
        let base = Url::parse("https://n.example/releases/x/").expect("a URL");
        let clean = |html| SafeHtml::sanitised(html, &base).into_string();
        assert_eq!(
            clean("<ol start=' 4'><li>a<li value=6>b</ol>"),
            "<ol start=\"4\"><li>a</li><li value=\"6\">b</li></ol>"
        );
        assert_eq!(clean("<ol start=x><li value=y>a</ol><p value=1>b</p>"), "<ol><li>a</li></ol><p>b</p>");
    }

    #[test]
    fn a_direction_stays_and_nothing_else_passes_for_one() {
        let base = Url::parse("https://n.example/releases/x/").expect("a URL");
        let clean = |html| SafeHtml::sanitised(html, &base).into_string();
        assert_eq!(clean("<p dir=rtl lang=ar>a</p>"), "<p dir=\"rtl\" lang=\"ar\">a</p>");
        assert_eq!(clean("<p dir='up' onclick='b()'>a</p>"), "<p>a</p>");
    }

    #[test]
    fn what_a_quotation_cites_is_made_absolute_or_left_out() {
        let base = Url::parse("https://n.example/releases/x/").expect("a URL");
        let clean = |html| SafeHtml::sanitised(html, &base).into_string();
        assert_eq!(clean("<q cite='../y/'>a</q>"), "<q cite=\"https://n.example/releases/y/\">a</q>");
        assert_eq!(clean("<q cite=' JavaScript:b()'>a</q><del cite='data:,b'>c</del>"), "<q>a</q><del>c</del>");
    }
}
