//! Polish.

use super::Words;

pub(super) static WORDS: [Words; 1] = [Words {
    language: "pl",
    skip: "Przejdź do tekstu",
    newsroom: "Biuro prasowe",
    releases: "Informacje prasowe",
    subscribe: "Subskrybuj",
    also_in: "Inne wersje językowe",
    full_size: "Zdjęcie w pełnym rozmiarze",
    copy: "Kopiuj tekst",
    copied: "Tekst został skopiowany.",
    not_copied: "Przeglądarka nie pozwoliła skopiować tekstu.",
    latest: "Najnowsze informacje",
    none: "Nie ma jeszcze informacji.",
    archive: "Archiwum",
    older: "Starsze informacje",
    newer: "Nowsze informacje",
    newest: "Najnowsze informacje",
    years: "Według roku",
    languages: "Według języka",
    subjects: "Według tematu",
    how_to_subscribe: "Skopiuj adres do swojego czytnika kanałów, a każda informacja dotrze do Ciebie z całym tekstem, zdjęciami i osobą do kontaktu. Wszystkie trzy formaty mówią to samo.",
    all_feeds: "Wszystkie kanały w jednym pliku (OPML)",
    table: "Tabela",
    copy_address: "To jest kanał dla czytników kanałów. Skopiuj jego adres z paska adresu przeglądarki do swojego:",
    same_as_page: "Te same informacje na stronie:",
}];
