//! The few words that the program itself puts into a release's text, and how a day is written in
//! its language. English stands in where no words are known.

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

const OTHERS: [Words; 3] = [
    Words {
        language: "de",
        contact: "Kontakt",
        phone: "Telefon",
        picture: "Bild",
        downloads: "Downloads",
        bytes: ("kB", "MB"),
        decimal_mark: ',',
        months: [
            "Januar",
            "Februar",
            "März",
            "April",
            "Mai",
            "Juni",
            "Juli",
            "August",
            "September",
            "Oktober",
            "November",
            "Dezember",
        ],
        releases_in: "Pressemitteilungen auf {}",
        releases_on: "Pressemitteilungen zum Thema „{}“",
        notice: notice::GERMAN,
    },
    Words {
        language: "fr",
        contact: "Contact",
        phone: "Tél.",
        picture: "Image",
        downloads: "Téléchargements",
        bytes: ("ko", "Mo"),
        decimal_mark: ',',
        months: [
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre",
        ],
        releases_in: "Communiqués de presse en {}",
        releases_on: "Communiqués de presse sur «\u{A0}{}\u{A0}»",
        notice: notice::FRENCH,
    },
    Words {
        language: "es",
        contact: "Contacto",
        phone: "Tel.",
        picture: "Imagen",
        downloads: "Descargas",
        bytes: ("kB", "MB"),
        decimal_mark: ',',
        months: [
            "enero",
            "febrero",
            "marzo",
            "abril",
            "mayo",
            "junio",
            "julio",
            "agosto",
            "septiembre",
            "octubre",
            "noviembre",
            "diciembre",
        ],
        releases_in: "Comunicados de prensa en {}",
        releases_on: "Comunicados de prensa sobre «{}»",
        notice: notice::SPANISH,
    },
];

impl Words {
    /// English where no words are known for a language.
    pub fn of(language: &Language) -> &'static Self {
        OTHERS.iter().find(|words| words.language == language.primary()).unwrap_or(&ENGLISH)
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
    if words.language == "es" { format!("{month} de {year}") } else { format!("{month} {year}") }
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
    match language.primary() {
        "en" if matches!(language.as_str(), "en" | "en-US") => format!("{} {day}, {year}", words.months[month]),
        "de" => format!("{day}. {} {year}", words.months[month]),
        "fr" if day == 1 => format!("1er {} {year}", words.months[month]),
        "en" | "fr" => format!("{day} {} {year}", words.months[month]),
        "es" => format!("{day} de {} de {year}", words.months[month]),
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
        assert_eq!(written("pl"), "2019-03-01");
    }
}
