//! What a page says of itself where its readers don't look: in its title, in comments, in what it tells programs.
//!
//! What an embargo is, is judged elsewhere; here it is only seen to it that the rest is heard.

use super::Judge;
use crate::manuscript::{Remark, Stands};
use crate::problem::Place;
use crate::source::html::tree::{Data, NodeId, ROOT};

impl Judge<'_> {
    pub fn remarks(&self) -> Vec<Remark> {
        let mut remarks = Vec::new();
        for id in self.tree.within(ROOT) {
            let said = match &self.tree.node(id).data {
                Data::Comment(comment) => Some((comment.clone(), Stands::InCode)),
                Data::Element(..) if self.tree.element(id) == "title" => Some((self.tree.text(id), Stands::InTitle)),
                Data::Element(..) if self.tree.element(id) == "meta" => self.property(id),
                Data::Element(..) if self.tree.element(id) == "script" => {
                    published(&self.tree.text(id)).map(|said| (said, Stands::InProperty))
                }
                _ => None,
            };
            let at = Place::line(self.tree.node(id).line);
            remarks.extend(said.map(|(text, stands)| Remark { at, text, stands }));
        }
        remarks
    }

    /// `<meta name="status" content="draft">` as "status: draft".
    fn property(&self, id: NodeId) -> Option<(String, Stands)> {
        let of = |name| self.tree.attribute(id, name);
        let name = of("name").or_else(|| of("property")).or_else(|| of("itemprop"))?;
        let content = of("content")?.trim();
        // "og:title", "article:published_time", "DC.date"
        let name = name.rsplit([':', '.']).next().unwrap_or(name).trim();
        let says = !content.is_empty() && !name.is_empty();
        says.then(|| match name.to_lowercase().as_str() {
            "title" => (content.to_owned(), Stands::InTitle),
            _ => (format!("{name}: {content}"), Stands::InProperty),
        })
    }
}

/// `"datePublished": "2027-05-05"`, as pages tell search engines.
fn published(script: &str) -> Option<String> {
    const KEY: &str = "datePublished";
    const LONGEST: usize = 40;
    let (_, behind) = script.split_once("\"datePublished\"")?;
    let value = behind.trim_start().strip_prefix(':')?.trim_start().strip_prefix('"')?;
    let end = value.find('"').filter(|end| *end <= LONGEST)?;
    Some(format!("{KEY}: {}", &value[..end]))
}
