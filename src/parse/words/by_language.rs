//! In which languages a word is of some kind, whatever its accents: lines in capitals often lack them.
//!
//! An entry with a hyphen at its end is the beginning of words. Two words are of one line only where they are of one
//! language: "do" is a direction in Polish, and in English none.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::ends::Seconds;
use super::{Words, with_frames};

/// Some languages, a bit each.
pub type Languages = u16;

/// Of how many languages anything is known.
pub fn languages() -> impl Iterator<Item = Languages> {
    with_frames().enumerate().map(|(at, _)| 1 << at)
}

/// The words of one kind, or of some kinds together.
#[derive(Debug)]
pub struct Lexicon(LazyLock<Entries>);

#[derive(Debug)]
struct Entries {
    words: HashMap<String, Languages>,
    beginnings: HashMap<String, Languages>,
    /// Bytes of the beginnings.
    lengths: Range<usize>,
    seconds: Seconds,
}

type Tables = fn(&'static Words) -> Vec<&'static [&'static str]>;

macro_rules! lexicons {
    ($($name:ident: $($table:ident)|+,)*) => {
        $(pub static $name: Lexicon = Lexicon(LazyLock::new(|| entries(|words| vec![$(words.$table),+])));)*
    };
}

lexicons! {
    HOLD_ANY: hold_publish | hold_use | hold_secret | hold_later | hold_from | hold_until | hold_only | hold_no | hold_open
        | hold_frames | embargo_frames | articles | before_days | genitives | locatives | purposes | hour_labels
        | before_hours | beside_hours | zone_nouns | local_time | mornings | evenings,
    HOLD_SPEAKS: hold_publish | hold_use | hold_secret | hold_open,
    HOLD_PUBLISH: hold_publish,
    HOLD_USE: hold_use,
    HOLD_SECRET: hold_secret,
    HOLD_LATER: hold_later,
    HOLD_FROM: hold_from,
    HOLD_UNTIL: hold_until,
    HOLD_ONLY: hold_only,
    HOLD_NO: hold_no,
    HOLD_OPEN: hold_open,
    HOLD_EVENTS: hold_events,
    HOLD_FRAMES: hold_frames | embargo_frames | articles | before_days | genitives | locatives | purposes | hour_labels
        | before_hours | beside_hours | zone_nouns | local_time | mornings | evenings,
}

fn entries(tables: Tables) -> Entries {
    let (mut words, mut beginnings) = (HashMap::<_, Languages>::new(), HashMap::<_, Languages>::new());
    for (of_language, language) in with_frames().zip(languages()) {
        for entry in tables(of_language).into_iter().flatten() {
            if let Some(beginning) = entry.strip_suffix('-') {
                *beginnings.entry(plain(beginning)).or_default() |= language;
                continue;
            }
            for word in entry.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
                *words.entry(plain(word)).or_default() |= language;
            }
        }
    }
    let lengths = beginnings.keys().map(String::len);
    let lengths = lengths.clone().min().unwrap_or(0)..lengths.max().map_or(0, |longest| longest + 1);
    let seconds = Seconds::of(words.keys().chain(beginnings.keys()).map(String::as_str));
    Entries { words, beginnings, lengths, seconds }
}

/// A folded word without its accents.
pub fn plain(word: &str) -> String {
    if word.is_ascii() { word.to_owned() } else { word.nfd().filter(|c| !is_combining_mark(*c)).collect() }
}

impl Lexicon {
    /// The languages in which a word is one of these, given as [`plain`] leaves it.
    pub fn of(&self, word: &str) -> Languages {
        let entries = &*self.0;
        if entries.seconds.rule_out(word) {
            return 0;
        }
        let whole = entries.words.get(word).copied().unwrap_or_default();
        let begins = entries.lengths.clone().filter_map(|end| entries.beginnings.get(word.get(..end)?));
        begins.fold(whole, |all, languages| all | languages)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_of_the_languages_that_have_it() {
        assert_eq!(HOLD_UNTIL.of("do") & HOLD_FRAMES.of("kindly"), 0);
        assert_ne!(HOLD_UNTIL.of("do") & HOLD_PUBLISH.of("publikacji"), 0);
        assert_eq!(HOLD_PUBLISH.of(&plain("diffusée")), HOLD_PUBLISH.of("diffusee"));
        assert_ne!(HOLD_UNTIL.of(&plain("até")), 0);
    }
}
