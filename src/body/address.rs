//! The addresses in plain text, which become links.

use std::ops::Range;

use linkify::{LinkFinder, LinkKind};
use url::Url;

use super::{anchor, escape_into};
use crate::link;

/// An address in a plain text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// What it points to.
    pub url: Url,
}

/// The addresses in a plain text.
///
/// Without a scheme only `www.` counts: "GmbH.Berlin" is no address.
pub fn addresses(text: &str) -> Vec<Address> {
    // Most lines hold none; a byte search spares them the finder.
    if !text.contains('@') && !text.contains("://") && !text.contains("www.") {
        return Vec::new();
    }
    let mut finder = LinkFinder::new();
    finder.url_must_have_scheme(false);
    finder
        .links(text)
        .filter_map(|found| {
            let shown = found.as_str();
            let url = match found.kind() {
                LinkKind::Email => {
                    let address = shown.strip_prefix("mailto:").unwrap_or(shown);
                    Url::parse(&format!("mailto:{address}")).ok()?
                }
                LinkKind::Url if shown.contains("://") => link::web(shown)?,
                LinkKind::Url if shown.starts_with("www.") => link::web(&format!("https://{shown}"))?,
                _ => return None,
            };
            url.password().is_none().then_some(Address { range: found.start()..found.end(), url })
        })
        .collect()
}

/// A plain text with the addresses that were found in it as links.
pub(super) fn linked_into(html: &mut String, text: &str, found: Vec<Address>) {
    let mut from = 0;
    for Address { range, url } in found {
        escape_into(html, &text[from..range.start]);
        anchor(html, &url);
        escape_into(html, &text[range.clone()]);
        html.push_str("</a>");
        from = range.end;
    }
    escape_into(html, &text[from..]);
}
