//! What two versions of a text are told apart by: its words and where its links lead.
//!
//! Not its markup: a release whose paragraphs are merely wrapped otherwise has not changed for anybody.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash as _, Hasher as _};

use crate::address::RELEASES;
use crate::markup;

/// Kept instead of the text, so that an archive of many years is never in memory at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Print {
    as_it_is: u64,
    /// With addresses in the release's own folder and its newsroom taken relative to these, so that a newsroom that
    /// moves says the same.
    at_home: u64,
}

impl Print {
    /// `link` is the address of the release.
    pub fn of_html(html: &str, link: Option<&str>) -> Self {
        // No edition of ours is overloaded; taken for its letters, such a text counts as another one.
        let (tags, text) = markup::tags_and_words_of_others(html);
        let targets = tags.iter().filter_map(|tag| tag.attribute("href").or_else(|| tag.attribute("src")));
        Self::of(&text, &targets.collect::<Vec<_>>(), link)
    }

    pub fn of_text(text: &str, link: Option<&str>) -> Self {
        Self::of(text, &[], link)
    }

    /// Whether readers would see a difference.
    pub fn says_the_same(&self, other: &Self) -> bool {
        self.as_it_is == other.as_it_is || self.at_home == other.at_home
    }

    fn of(text: &str, targets: &[&str], link: Option<&str>) -> Self {
        let folder = link.filter(|link| link.ends_with('/'));
        let site = folder.and_then(|link| Some(&link[..=link.rfind(&format!("/{RELEASES}/"))?]));
        // Few words are addresses.
        let at_home = |word: &str| -> Option<String> {
            site.or(folder).filter(|base| word.contains(base))?;
            let word = word.replace(folder?, "./");
            Some(match site {
                Some(site) => word.replace(site, "/"),
                None => word,
            })
        };
        let print = |shown: &dyn Fn(&str) -> Option<String>| {
            let mut hasher = DefaultHasher::new();
            for word in text.split_whitespace() {
                hasher.write(shown(word).as_deref().unwrap_or(word).as_bytes());
                // No letter of any text: "the rapist" is no "therapist".
                hasher.write_u8(u8::MAX);
            }
            for target in targets {
                shown(target).as_deref().unwrap_or(target).hash(&mut hasher);
            }
            hasher.finish()
        };
        Self { as_it_is: print(&|_| None), at_home: print(&at_home) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_targets_count_and_markup_does_not() {
        let print =
            Print::of_html("<p>Forty <em>models</em></p>\n<p>of <a href=\"https://a.example/\">ships</a></p>", None);
        let same = "<div><p>Forty models</p><p>of <a class=x href=\"https://a.example/\">ships</a></p></div>";
        assert_eq!(print, Print::of_html(same, None));
        assert_ne!(print, Print::of_html(&same.replace("Forty", "Fifty"), None));
        assert_ne!(print, Print::of_html(&same.replace("a.example", "b.example"), None));
    }

    #[test]
    fn a_newsroom_that_moves_says_the_same() {
        let at = |site: &str, slug: &str| {
            let html = format!("<img src=\"{site}releases/{slug}/a.png\"><a href=\"{site}releases/b/\">b</a>");
            Print::of_html(&html, Some(&format!("{site}releases/{slug}/")))
        };
        let here = at("https://news.example.org/", "a");
        assert!(here.says_the_same(&at("http://old.example/press/", "a")));
        assert!(here.says_the_same(&at("https://news.example.org/", "renamed")));
        let other = "<img src=\"https://old.example/a.png\"><a href=\"https://old.example/releases/b/\">b</a>";
        assert!(!here.says_the_same(&Print::of_html(other, Some("https://old.example/releases/a/"))));
        let text = |site: &str| {
            Print::of_text(&format!("Plan (PDF): {site}releases/a/plan.pdf"), Some(&format!("{site}releases/a/")))
        };
        assert!(text("https://news.example.org/").says_the_same(&text("https://old.example/")));
    }

    #[test]
    fn one_word_is_not_two_and_blocks_part_words_without_a_blank() {
        for (one, other) in [("the rapist", "therapist"), ("10 00", "1000"), ("a<em>b</em> c", "a <em>b</em>c")] {
            assert_ne!(Print::of_html(one, None), Print::of_html(other, None), "{one}");
        }
        for (one, other) in [
            ("<p>a</p><p>b<br>c</p>", "<p>a</p>\n<p>b<br />\nc</p>"),
            ("<li>a<b>b</b></li><li>c</li>", "<ul><li>a<i>b</i> <li> c</ul>"),
        ] {
            assert_eq!(Print::of_html(one, None), Print::of_html(other, None), "{one}");
        }
    }

    #[test]
    fn a_tag_of_a_thousand_attributes_is_not_looked_into() {
        let html = |most| format!("<p {}>Forty</p>", "a ".repeat(most));
        assert_eq!(Print::of_html(&html(1_000), None), Print::of_html("<p>Forty</p>", None));
        assert_eq!(Print::of_html(&html(1_001), None), Print::of_text(&html(1_001), None));
        assert_ne!(Print::of_html(&html(1_001), None), Print::of_html("<p>Forty</p>", None));
    }
}
