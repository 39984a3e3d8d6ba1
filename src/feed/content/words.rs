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
        notice: notice::SPANISH,
    },
];

impl Words {
    /// English where no words are known for a language.
    pub fn of(language: &Language) -> &'static Self {
        OTHERS.iter().find(|words| words.language == language.primary()).unwrap_or(&ENGLISH)
    }
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
