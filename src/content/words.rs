//! The few words that the program itself puts into a release's text, and how a day is written in
//! its language. English stands in where no words are known.

mod germanic;
mod romance;
mod slavic;

use chrono::{Datelike, NaiveDate};

use super::notice;
use crate::release::Language;

/// One language's words.
pub struct Words {
    language: &'static str,
    pub(super) contact: &'static str,
    pub(super) phone: &'static str,
    pub(super) picture: &'static str,
    pub(super) downloads: &'static str,
    /// Units of a file's size: thousands and millions of bytes.
    pub(super) bytes: (&'static str, &'static str),
    pub(super) decimal_mark: char,
    months: [&'static str; 12],
    /// What a feed brings; `{}` stands for a language or a subject.
    releases_in: &'static str,
    releases_on: &'static str,
    pub(super) notice: notice::Words,
}

const ENGLISH: Words = Words {
    language: "en",
    contact: "Contact",
    phone: "Phone",
    picture: "Picture",
    downloads: "Downloads",
    bytes: ("kB", "MB"),
    decimal_mark: '.',
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    releases_in: "Press releases in {}",
    releases_on: "Press releases on “{}”",
    notice: notice::ENGLISH,
};

impl Words {
    /// English where no words are known for a language.
    pub fn of(language: &Language) -> &'static Self {
        let mut others = germanic::WORDS.iter().chain(&romance::WORDS).chain(&slavic::WORDS);
        others.find(|words| words.language == written_as(language)).unwrap_or(&ENGLISH)
    }
}

/// The language that words are looked up by: Norwegian without another word is Bokmål.
pub fn written_as(language: &Language) -> &str {
    match language.primary() {
        "no" => "nb",
        primary => primary,
    }
}

/// The language of the words that the program puts into a text of this language.
pub fn spoken(language: &Language) -> &'static str {
    Words::of(language).language
}

/// A month and its year, for the heading of a list.
pub fn month(date: NaiveDate, language: &Language) -> String {
    let words = Words::of(language);
    let (month, year) = (words.months[date.month0() as usize], date.year());
    if matches!(words.language, "es" | "pt") { format!("{month} de {year}") } else { format!("{month} {year}") }
}

/// A language's name for itself, with its region where it has one; the tag where none is known.
pub fn autonym(language: &Language) -> String {
    let primary = language.primary();
    let known = isolang::Language::from_639_1(primary).or_else(|| isolang::Language::from_639_3(primary));
    let Some(name) = known.and_then(|known| known.to_autonym()) else { return language.to_string() };
    match language.as_str().split_once('-') {
        Some((_, rest)) => format!("{name} ({rest})"),
        None => name.to_owned(),
    }
}

/// What a feed per language brings, in that language.
pub fn releases_in(language: &Language) -> String {
    Words::of(language).releases_in.replace("{}", &autonym(language))
}

/// What a feed per subject brings.
pub fn releases_on(subject: &str, language: &Language) -> String {
    Words::of(language).releases_on.replace("{}", subject)
}

/// A day as its language writes it.
pub fn day(date: NaiveDate, language: &Language) -> String {
    let words = Words::of(language);
    let (year, day) = (date.year(), date.day());
    let month = date.month0() as usize;
    match written_as(language) {
        "en" if matches!(language.as_str(), "en" | "en-US") => format!("{} {day}, {year}", words.months[month]),
        "de" | "da" | "nb" => format!("{day}. {} {year}", words.months[month]),
        "fr" if day == 1 => format!("1er {} {year}", words.months[month]),
        "it" if day == 1 => format!("1º {} {year}", words.months[month]),
        "en" | "fr" | "it" | "nl" | "sv" => format!("{day} {} {year}", words.months[month]),
        "es" | "pt" => format!("{day} de {} de {year}", words.months[month]),
        "pl" => format!("{day} {} {year}", slavic::MONTHS_OF_DAYS[month]),
        _ => date.format("%Y-%m-%d").to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_named_as_it_names_itself() {
        let named = |tag: &str| autonym(&Language::parse(tag).expect("a language"));
        assert_eq!(named("de"), "Deutsch");
        assert_eq!(named("de-AT"), "Deutsch (AT)");
        assert_eq!(named("hsb"), "hornjoserbšćina");
        assert_eq!(named("qaa"), "qaa");
    }

    #[test]
    fn the_day_is_written_as_its_language_does() {
        let date = NaiveDate::from_ymd_opt(2019, 3, 1).expect("a day");
        let written = |tag: &str| day(date, &Language::parse(tag).expect("a language"));
        assert_eq!(written("en"), "March 1, 2019");
        assert_eq!(written("en-GB"), "1 March 2019");
        assert_eq!(written("de-AT"), "1. März 2019");
        assert_eq!(written("fr"), "1er mars 2019");
        assert_eq!(written("es"), "1 de marzo de 2019");
        assert_eq!(written("it"), "1º marzo 2019");
        assert_eq!(written("pt-BR"), "1 de março de 2019");
        assert_eq!(written("nl"), "1 maart 2019");
        assert_eq!(written("sv"), "1 mars 2019");
        assert_eq!(written("da"), "1. marts 2019");
        assert_eq!([written("nb"), written("no")], ["1. mars 2019", "1. mars 2019"]);
        assert_eq!(written("pl"), "1 marca 2019");
        assert_eq!(written("fi"), "2019-03-01");
    }

    #[test]
    fn what_is_said_of_a_feed_is_in_its_language() {
        let of = |tag: &str| Language::parse(tag).expect("a language");
        assert_eq!(releases_in(&of("it")), "Comunicati stampa in italiano");
        assert_eq!(releases_on("Hafen", &of("nl")), "Persberichten over ‘Hafen’");
        for language in crate::parse::languages() {
            assert_eq!(spoken(&language), language.as_str());
        }
        let march = NaiveDate::from_ymd_opt(2026, 3, 1).expect("a day");
        assert_eq!([month(march, &of("pl")), month(march, &of("pt"))], ["marzec 2026", "março de 2026"]);
    }
}
