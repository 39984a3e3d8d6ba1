//! What people call a text that is not ready, in the languages that are known: as a mark in front matter, behind
//! a dot in a file's name, or as the name of a folder.
//!
//! Within a sentence or a longer name such a word says nothing: a draft budget is news.

use unicode_normalization::UnicodeNormalization as _;

const WORDS: [&str; 12] = [
    "draft",
    "entwurf",
    "brouillon",
    "borrador",
    "bozza",
    "rascunho",
    "concept",
    "utkast",
    "udkast",
    "kladde",
    "szkic",
    "luonnos",
];

/// Their plurals, as folders are called.
const FOLDERS: [&str; 11] = [
    "drafts",
    "entwürfe",
    "entwuerfe",
    "brouillons",
    "borradores",
    "bozze",
    "rascunhos",
    "concepten",
    "kladder",
    "szkice",
    "luonnokset",
];

/// Whether a word, in small letters, says that something is not ready.
pub fn is_word(word: &str) -> bool {
    WORDS.contains(&word)
}

/// Whether a folder holds what is not ready, by its name.
pub fn is_folder(name: &str) -> bool {
    // Some systems take letters in names apart.
    let name: String = name.nfc().collect::<String>().to_lowercase();
    is_word(&name) || FOLDERS.contains(&name.as_str())
}
