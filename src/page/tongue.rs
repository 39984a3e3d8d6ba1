//! Which words of a page are in another language than the page (WCAG 2.2, 3.1.2).

use super::Site;
use super::words::Words;
use crate::body::SafeHtml;
use crate::content;
use crate::feed::{Feed, Scope};
use crate::release::Language;

/// An attribute for what is written in `written`; none on a page of that language.
fn attribute(written: &str, page: &Language) -> SafeHtml {
    let mut html = SafeHtml::new();
    if written.split('-').next() != Some(page.primary()) {
        html.tag(" lang=\"").text(written).tag("\"");
    }
    html
}

/// Text of the program's own; on a page from right to left it keeps its direction.
fn told(text: &str, written: &str, page: &Language) -> SafeHtml {
    let attribute = attribute(written, page);
    let mut html = SafeHtml::new();
    if attribute.is_empty() {
        html.text(text);
    } else {
        html.tag("<bdi").append(&attribute).tag(">").text(text).tag("</bdi>");
    }
    html
}

impl Words {
    pub fn tongue(&self, page: &Language) -> SafeHtml {
        attribute(self.language, page)
    }

    pub fn told(&self, text: &str, page: &Language) -> SafeHtml {
        told(text, self.language, page)
    }
}

impl Site<'_> {
    /// Of what the configuration says.
    pub fn tongue(&self, page: &Language) -> SafeHtml {
        attribute(self.config.language.as_str(), page)
    }
}

/// What a feed says it brings.
pub fn description(feed: &Feed, site: &Site, page: &Language) -> SafeHtml {
    let written = match feed.scope {
        Scope::All => site.config.language.as_str(),
        _ => content::spoken(&feed.language),
    };
    told(&feed.description, written, page)
}

/// Of headings that a release's text is given.
pub fn of_headings(page: &Language) -> SafeHtml {
    attribute(content::spoken(page), page)
}
