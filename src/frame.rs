//! A release to fill in: headline and date are given, the rest stands in brackets.
//!
//! The brackets are placeholders that the reading refuses, so a frame can't be published half
//! filled in. Nothing is written here, and the day is the caller's.

mod words;

use chrono::NaiveDate;

use crate::config::Publisher;
use crate::content::day;
use crate::release::{Language, Slug};
use crate::source::Format;
use crate::source::name::{self, Kind};
use words::Words;

/// A language that a frame can be written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tongue {
    English,
    German,
    French,
    Spanish,
    Italian,
    Portuguese,
    Dutch,
    Swedish,
    Danish,
    Norwegian,
    Polish,
}

impl Tongue {
    /// English where there is no frame in a language.
    pub fn of(language: &Language) -> Self {
        match language.primary() {
            "de" => Self::German,
            "fr" => Self::French,
            "es" => Self::Spanish,
            "it" => Self::Italian,
            "pt" => Self::Portuguese,
            "nl" => Self::Dutch,
            "sv" => Self::Swedish,
            "da" => Self::Danish,
            "nb" | "no" => Self::Norwegian,
            "pl" => Self::Polish,
            _ => Self::English,
        }
    }

    fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
            Self::French => "fr",
            Self::Spanish => "es",
            Self::Italian => "it",
            Self::Portuguese => "pt",
            Self::Dutch => "nl",
            Self::Swedish => "sv",
            Self::Danish => "da",
            Self::Norwegian => "nb",
            Self::Polish => "pl",
        }
    }

    fn words(self) -> &'static Words {
        match self {
            Self::English => &words::ENGLISH,
            Self::German => &words::GERMAN,
            Self::French => &words::FRENCH,
            Self::Spanish => &words::SPANISH,
            Self::Italian => &words::ITALIAN,
            Self::Portuguese => &words::PORTUGUESE,
            Self::Dutch => &words::DUTCH,
            Self::Swedish => &words::SWEDISH,
            Self::Danish => &words::DANISH,
            Self::Norwegian => &words::NORWEGIAN,
            Self::Polish => &words::POLISH,
        }
    }
}

/// The longest part of a headline that a file's name is made of, in characters.
const LONGEST_NAME: usize = 80;

/// The stem of a file for this headline, in lower case. `None` where its letters make no address,
/// or the file would not be read as a release.
pub fn stem(headline: &str) -> Option<String> {
    let mut start = String::new();
    for word in headline.split_whitespace() {
        if !start.is_empty() && start.chars().count() + word.chars().count() >= LONGEST_NAME {
            break;
        }
        start.push_str(if start.is_empty() { "" } else { " " });
        start.push_str(word);
    }
    let slug = Slug::of_stem(&start)?.as_str().to_lowercase();
    matches!(name::kind(&format!("{slug}.txt")), Kind::Release(_)).then_some(slug)
}

/// The frame. `house` is the newsroom's language, which knows how its country writes a day.
pub fn text(
    headline: &str,
    today: NaiveDate,
    tongue: Tongue,
    format: Format,
    publisher: &Publisher,
    house: &Language,
) -> String {
    let words = tongue.words();
    let own = Language::parse(tongue.code()).filter(|own| own.primary() != house.primary());
    let today = day(today, own.as_ref().unwrap_or(house));
    let markdown = format == Format::Markdown;
    let (first, second) = if markdown { ("# ", "## ") } else { ("", "") };
    let headline = if markdown { escaped(headline) } else { headline.to_owned() };
    let organisation = if markdown { escaped(&publisher.name) } else { publisher.name.clone() };
    let address = publisher.email.as_deref().unwrap_or(words.address);
    let Words { release_line, place, lead, body, about, organisation: portrait, contact, person, phone, email, .. } =
        words;
    format!(
        "{release_line}\n\n{first}{headline}\n\n{place} {today} – {lead}\n\n{body}\n\n\
         {second}{about} {organisation}\n\n{portrait}\n\n\
         {second}{contact}\n\n{person}\n{organisation}\n{phone}\n{email} {address}\n"
    )
}

/// Signs that mean something in Markdown, as they are (`CommonMark` 0.31 §2.4).
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if "\\`*_[]<>&#".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_after_its_headline() {
        let stem = |headline: &str| stem(headline);
        assert_eq!(stem("Größe & Maß: neu!").as_deref(), Some("groesse-mass-neu"));
        assert_eq!(stem("2.0 is here").as_deref(), Some("2.0-is-here"));
        let long = "Word ".repeat(60);
        assert_eq!(stem(&long).map(|stem| stem.len()), Some(79));
        for nothing in ["東京で", "", "...", "README"] {
            assert_eq!(stem(nothing), None, "{nothing}");
        }
    }

    #[test]
    fn markdown_shows_the_headline_as_it_is() {
        assert_eq!(escaped("5 * 3 [sic] <b>"), "5 \\* 3 \\[sic\\] \\<b\\>");
    }
}
