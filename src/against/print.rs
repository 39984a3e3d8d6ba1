//! What two versions of a text are told apart by: its words and where its links lead.
//!
//! Not its markup: a release whose paragraphs are merely wrapped otherwise has not changed for anybody.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash as _, Hasher as _};

use crate::markup;

/// Kept instead of the text, so that an archive of many years is never in memory at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Print(u64);

impl Print {
    pub fn of_html(html: &str) -> Self {
        // No edition of ours is overloaded; taken for its letters, such a text counts as another one.
        let (tags, text) = markup::tags_and_words_of_others(html);
        let targets = tags.iter().filter_map(|tag| tag.attribute("href").or_else(|| tag.attribute("src")));
        Self::of(&text, targets)
    }

    pub fn of_text(text: &str) -> Self {
        Self::of(text, std::iter::empty())
    }

    fn of<'a>(text: &str, targets: impl Iterator<Item = &'a str>) -> Self {
        let mut hasher = DefaultHasher::new();
        for word in text.split_whitespace() {
            hasher.write(word.as_bytes());
            // No letter of any text: "the rapist" is no "therapist".
            hasher.write_u8(u8::MAX);
        }
        targets.for_each(|target| target.hash(&mut hasher));
        Self(hasher.finish())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_targets_count_and_markup_does_not() {
        let print = Print::of_html("<p>Forty <em>models</em></p>\n<p>of <a href=\"https://a.example/\">ships</a></p>");
        let same = "<div><p>Forty models</p><p>of <a class=x href=\"https://a.example/\">ships</a></p></div>";
        assert_eq!(print, Print::of_html(same));
        assert_ne!(print, Print::of_html(&same.replace("Forty", "Fifty")));
        assert_ne!(print, Print::of_html(&same.replace("a.example", "b.example")));
    }

    #[test]
    fn one_word_is_not_two_and_blocks_part_words_without_a_blank() {
        for (one, other) in [("the rapist", "therapist"), ("10 00", "1000"), ("a<em>b</em> c", "a <em>b</em>c")] {
            assert_ne!(Print::of_html(one), Print::of_html(other), "{one}");
        }
        assert_eq!(Print::of_html("<p>a</p><p>b<br>c</p>"), Print::of_html("<p>a</p>\n<p>b<br />\nc</p>"));
        assert_eq!(Print::of_html("<li>a<b>b</b></li><li>c</li>"), Print::of_html("<ul><li>a<i>b</i> <li> c</ul>"));
    }

    #[test]
    fn a_tag_of_a_thousand_attributes_is_not_looked_into() {
        let html = |most| format!("<p {}>Forty</p>", "a ".repeat(most));
        assert_eq!(Print::of_html(&html(1_000)), Print::of_html("<p>Forty</p>"));
        assert_eq!(Print::of_html(&html(1_001)), Print::of_text(&html(1_001)));
        assert_ne!(Print::of_html(&html(1_001)), Print::of_html("<p>Forty</p>"));
    }
}
