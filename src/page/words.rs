//! The words of the pages themselves, by language. English stands in where no words are known.

mod germanic;
mod romance;
mod slavic;

use crate::content;
use crate::release::Language;

/// One language's words.
#[derive(Debug)]
pub struct Words {
    pub(super) language: &'static str,
    pub skip: &'static str,
    pub newsroom: &'static str,
    pub releases: &'static str,
    pub subscribe: &'static str,
    pub also_in: &'static str,
    pub full_size: &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
    pub not_copied: &'static str,
    pub latest: &'static str,
    pub none: &'static str,
    pub archive: &'static str,
    pub older: &'static str,
    pub newer: &'static str,
    pub newest: &'static str,
    pub years: &'static str,
    pub languages: &'static str,
    pub subjects: &'static str,
    pub how_to_subscribe: &'static str,
    pub all_feeds: &'static str,
    /// What a table that may be wider than the page is called.
    pub table: &'static str,
    /// On a feed that is opened in a browser, before its address and its page's; without quotation
    /// marks or backslashes, as they stand in a stylesheet.
    pub copy_address: &'static str,
    pub same_as_page: &'static str,
}

const ENGLISH: Words = Words {
    language: "en",
    skip: "Skip to the text",
    newsroom: "Newsroom",
    releases: "Press releases",
    subscribe: "Subscribe",
    also_in: "Also in",
    full_size: "Full-size picture",
    copy: "Copy the text",
    copied: "The text is copied.",
    not_copied: "The browser did not let the text be copied.",
    latest: "Latest releases",
    none: "There are no releases yet.",
    archive: "Archive",
    older: "Older releases",
    newer: "Newer releases",
    newest: "Latest releases",
    years: "By year",
    languages: "By language",
    subjects: "By subject",
    how_to_subscribe: "Copy an address into your feed reader, and each release comes to you with its whole text, its pictures and the person to call. All three formats say the same.",
    all_feeds: "All feeds in one file (OPML)",
    table: "Table",
    copy_address: "This is a feed for feed readers. Copy its address from the browser’s address bar into yours:",
    same_as_page: "The same releases as a page:",
};

/// Every language that has words of its own, but English.
fn others() -> impl Iterator<Item = &'static Words> {
    germanic::WORDS.iter().chain(&romance::WORDS).chain(&slavic::WORDS)
}

impl Words {
    pub fn of(language: &Language) -> &'static Self {
        others().find(|words| words.language == content::written_as(language)).unwrap_or(&ENGLISH)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_a_stylesheet_needs_no_escaping() {
        for words in others().chain([&ENGLISH]) {
            let written = format!("{}{}", words.copy_address, words.same_as_page);
            assert!(!written.contains(['"', '\\', '\n']), "{written}");
        }
    }

    #[test]
    fn a_page_in_every_language_that_is_read_speaks_it() {
        for language in crate::parse::languages() {
            assert_eq!(Words::of(&language).language, language.as_str());
        }
        assert_eq!(Words::of(&Language::parse("no").expect("a language")).language, "nb");
        assert_eq!(Words::of(&Language::parse("fi").expect("a language")).language, "en");
    }
}
