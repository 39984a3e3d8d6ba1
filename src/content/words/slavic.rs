//! Polish.

use super::Words;
use crate::content::notice;

pub(super) static WORDS: [Words; 1] = [Words {
    language: "pl",
    contact: "Kontakt",
    phone: "Telefon",
    picture: "Zdjęcie",
    downloads: "Do pobrania",
    bytes: ("kB", "MB"),
    decimal_mark: ',',
    months: [
        "styczeń",
        "luty",
        "marzec",
        "kwiecień",
        "maj",
        "czerwiec",
        "lipiec",
        "sierpień",
        "wrzesień",
        "październik",
        "listopad",
        "grudzień",
    ],
    releases_in: "Informacje prasowe (język: {})",
    releases_on: "Informacje prasowe na temat „{}”",
    notice: notice::POLISH,
}];

/// The months as they stand behind a day.
pub(super) const MONTHS_OF_DAYS: [&str; 12] = [
    "stycznia",
    "lutego",
    "marca",
    "kwietnia",
    "maja",
    "czerwca",
    "lipca",
    "sierpnia",
    "września",
    "października",
    "listopada",
    "grudnia",
];
