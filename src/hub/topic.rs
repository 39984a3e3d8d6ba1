//! A built feed and the address that it is subscribed to under.
//!
//! Refuses a feed whose self link is another address: a subscriber takes the self link for the topic,
//! and would never hear of what a hub is told under another name.

use serde_json::Value;
use url::Url;

use crate::feed::ATOM;
use crate::link;

#[derive(Debug)]
pub struct Topic {
    /// Below the output folder, with slashes.
    pub file: String,
    pub url: Url,
    pub bytes: Vec<u8>,
}

impl Topic {
    /// Reads what a feed says of itself.
    ///
    /// # Errors
    /// Why it is no topic, in words that name both addresses where they differ.
    pub fn read(file: String, bytes: Vec<u8>, site: &Url) -> Result<Self, String> {
        let url = link::below(site, &file);
        let Some(said) = self_link(&bytes) else {
            return Err("this feed can't be read, or has no self link".to_owned());
        };
        if said == url.as_str() {
            return Ok(Self { file, url, bytes });
        }
        let said = Url::parse(&said).map_or(said, |said| link::without_secrets(&said));
        Err(format!("its self link is {said}, and it would be served as {}", link::without_secrets(&url)))
    }

    /// As messages show it.
    pub fn shown(&self) -> String {
        link::without_secrets(&self.url)
    }
}

fn self_link(bytes: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(bytes).ok()?;
    if text.trim_start().starts_with('{') {
        let feed: Value = serde_json::from_str(text).ok()?;
        return feed["feed_url"].as_str().map(str::to_owned);
    }
    let document = roxmltree::Document::parse(text).ok()?;
    let root = document.root_element();
    let feed = root.children().find(|node| node.has_tag_name("channel")).unwrap_or(root);
    let is_self = |node: &roxmltree::Node| node.has_tag_name((ATOM, "link")) && node.attribute("rel") == Some("self");
    feed.children().find(is_self)?.attribute("href").map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(file: &str, text: &str) -> Result<Topic, String> {
        let site = Url::parse("https://news.example.org/press/").expect("a URL");
        Topic::read(file.to_owned(), text.as_bytes().to_vec(), &site)
    }

    #[test]
    fn each_format_says_its_topic() {
        let rss = r#"<rss xmlns:atom="http://www.w3.org/2005/Atom"><channel><atom:link rel="hub" href="https://h.example/"/>
            <atom:link rel="self" href="https://news.example.org/press/rss.xml"/></channel></rss>"#;
        let atom = r#"<feed xmlns="http://www.w3.org/2005/Atom"><entry><link rel="self" href="https://x.example/"/></entry>
            <link rel="self" href="https://news.example.org/press/atom.xml"/></feed>"#;
        let json = r#"{"feed_url": "https://news.example.org/press/feed.json"}"#;
        for (file, text) in [("rss.xml", rss), ("atom.xml", atom), ("feed.json", json)] {
            let topic = read(file, text).expect("a topic");
            assert_eq!(topic.shown(), format!("https://news.example.org/press/{file}"));
        }
    }

    #[test]
    fn another_self_link_is_refused_with_both() {
        let why =
            read("feed.json", r#"{"feed_url": "http://news.example.org/press/feed.json"}"#).expect_err("a refusal");
        assert!(why.contains("http://news.example.org/press/feed.json"), "{why}");
        assert!(why.contains("https://news.example.org/press/feed.json"), "{why}");
        assert!(read("rss.xml", "<rss>").is_err());
        assert!(read("atom.xml", r#"<feed xmlns="http://www.w3.org/2005/Atom"/>"#).is_err());
    }
}
