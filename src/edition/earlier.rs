//! What an earlier edition of this newsroom put into the output folder, by its own word: the pages
//! that its sitemap lists, and the copies that those pages name as theirs.

use memchr::memmem;
use url::Url;

use crate::address::{FEEDS, INDEX, RELEASES};
use crate::disk::earlier::Earlier;
use crate::feed::Format;
use crate::page::{self, MARK};
use crate::sitemap;

/// The folders that an edition makes.
pub const FOLDERS: [&str; 5] = [RELEASES, LISTS[0], LISTS[1], LISTS[2], LISTS[3]];
/// Those of lists. No list elsewhere is ever taken for one of ours.
const LISTS: [&str; 4] = ["years", ARCHIVES, FEEDS[0], FEEDS[1]];
const ARCHIVES: &str = "archive";

/// Names are below the output folder.
#[derive(Debug)]
pub struct EarlierEdition {
    site: Url,
    pages: Vec<String>,
    sitemaps: Vec<String>,
}

impl EarlierEdition {
    pub fn of(site: &Url) -> Self {
        Self { site: site.clone(), pages: vec![sitemap::NEWS.to_owned()], sitemaps: Vec::new() }
    }

    /// The folders of its feeds besides the newsroom's own.
    pub fn feeds(&self) -> impl Iterator<Item = String> {
        let folders = self.pages.iter().filter_map(|page| page.strip_suffix(INDEX));
        let feeds = folders.filter(|folder| {
            let mut parts = folder.split_terminator('/');
            // Below them are their archives.
            parts.next().is_some_and(|above| FEEDS.contains(&above)) && parts.count() == 1
        });
        feeds.map(str::to_owned)
    }

    /// Adds one of its several sitemaps, by its name.
    pub fn add_part(&mut self, name: String, addresses: &[String]) {
        self.sitemaps.push(name);
        self.add_sitemap(addresses);
    }

    /// Adds the lists among the addresses in one of its sitemaps.
    pub fn add_sitemap(&mut self, addresses: &[String]) {
        self.pages.extend(addresses.iter().filter_map(|address| {
            let folder = address.strip_prefix(self.site.as_str())?.strip_suffix('/')?;
            LISTS.contains(&folder.split('/').next()?).then(|| format!("{folder}/{INDEX}"))
        }));
    }
}

impl Earlier for EarlierEdition {
    fn pages(&self) -> &[String] {
        &self.pages
    }

    fn records(&self) -> &[String] {
        &self.sitemaps
    }

    fn folder(&self) -> &str {
        RELEASES
    }

    fn beside(&self, name: &str, bytes: &[u8]) -> Vec<String> {
        let Some(folder) = name.strip_suffix(INDEX).filter(|_| self.is_ours(bytes)) else { return Vec::new() };
        let above = folder.split('/').next().unwrap_or_default();
        if above == ARCHIVES || FEEDS.contains(&above) {
            return Format::ALL.map(|format| format!("{folder}{}", format.file())).into();
        }
        page::files(&String::from_utf8_lossy(bytes)).map(|file| format!("{folder}{file}")).collect()
    }

    fn is_ours(&self, bytes: &[u8]) -> bool {
        [MARK, sitemap::MARK].iter().any(|mark| memmem::find(bytes, mark.as_bytes()).is_some())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::expect_used)] // In a test an expectation that fails is the message.

    use super::*;

    fn beside(name: &str, body: &str) -> Vec<String> {
        let edition = EarlierEdition::of(&Url::parse("https://news.example.org/").expect("an address"));
        edition.beside(name, format!("{MARK}{body}").as_bytes())
    }

    #[test]
    fn the_feeds_are_told_from_their_archives_and_from_other_lists() {
        let mut edition = EarlierEdition::of(&Url::parse("https://news.example.org/").expect("an address"));
        let folders = [
            "",
            "releases/a/",
            "years/2025/",
            "archive/1/",
            "subjects/ships/",
            "subjects/ships/archive/2/",
            "languages/de/",
        ];
        edition.add_sitemap(&folders.map(|folder| format!("https://news.example.org/{folder}")));
        assert_eq!(edition.feeds().collect::<Vec<_>>(), ["subjects/ships/", "languages/de/"]);
    }

    #[test]
    fn a_page_has_beside_it_what_it_names_and_never_what_it_links_to() {
        let links = "<a href=\"https://news.example.org/releases/a/annex.pdf\">annex</a><img src=\"gull.png\">";
        let named = format!("<article class=\"release\" data-files=\"crane.png plan.pdf\">{links}</article>");
        assert_eq!(beside("releases/a/index.html", &named), ["releases/a/crane.png", "releases/a/plan.pdf"]);
        // As earlier versions wrote it: nobody can tell what is a copy, so it stays.
        let unnamed = format!("<article class=\"release\">{links}</article>");
        assert!(beside("releases/a/index.html", &unnamed).is_empty());
        let outside = "<article class=\"release\" data-files=\"../b/crane.png ..\\b\">";
        assert!(beside("releases/a/index.html", outside).is_empty());
    }

    #[test]
    fn lists_have_their_feeds_beside_them_and_years_have_none() {
        assert_eq!(beside("archive/1/index.html", "").len(), 3);
        assert_eq!(beside("subjects/ships/index.html", "").len(), 3);
        assert!(beside("years/2025/index.html", "").is_empty());
    }
}
