//! What an earlier edition of this newsroom put into the output folder, by its own word: the pages
//! that its sitemap lists, and the files that those pages show.

use std::collections::BTreeSet;

use url::Url;

use crate::address::{INDEX, RELEASES};
use crate::disk::output::Earlier;
use crate::feed::Format;
use crate::markup;
use crate::page::MARK;

/// The folders of lists that an edition makes. No page elsewhere is ever taken for one of ours.
const FOLDERS: [&str; 4] = ["years", "languages", "subjects", "archive"];

/// Names are below the output folder.
#[derive(Debug)]
pub struct EarlierEdition {
    site: Url,
    pages: Vec<String>,
}

impl EarlierEdition {
    pub fn of(site: &Url) -> Self {
        Self { site: site.clone(), pages: Vec::new() }
    }

    /// Adds the lists among the addresses in one of its sitemaps.
    pub fn add_sitemap(&mut self, addresses: &[String]) {
        self.pages.extend(addresses.iter().filter_map(|address| {
            let folder = address.strip_prefix(self.site.as_str())?.strip_suffix('/')?;
            FOLDERS.contains(&folder.split('/').next()?).then(|| format!("{folder}/{INDEX}"))
        }));
    }
}

impl Earlier for EarlierEdition {
    fn pages(&self) -> &[String] {
        &self.pages
    }

    fn folder(&self) -> &str {
        RELEASES
    }

    fn beside(&self, name: &str, bytes: &[u8]) -> Vec<String> {
        let Some(folder) = name.strip_suffix(INDEX).filter(|_| self.is_ours(bytes)) else { return Vec::new() };
        let own = format!("{}{folder}", self.site);
        let (tags, _) = markup::tags_and_text(&String::from_utf8_lossy(bytes));
        let shown = tags.iter().filter_map(|tag| tag.attribute("src").or_else(|| tag.attribute("href")));
        let files = shown.filter_map(|address| address.strip_prefix(&own));
        let files = files.filter(|file| !file.is_empty() && !file.contains(['/', '?', '#']));
        let mut beside: BTreeSet<String> = files.map(|file| format!("{folder}{file}")).collect();
        if !folder.is_empty() && !folder.starts_with(RELEASES) {
            beside.extend(Format::ALL.map(|format| format!("{folder}{}", format.file())));
        }
        beside.into_iter().collect()
    }

    fn is_ours(&self, bytes: &[u8]) -> bool {
        bytes.windows(MARK.len()).any(|found| found == MARK.as_bytes())
    }
}
