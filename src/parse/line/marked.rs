//! A headline with a mark beside it that speaks of the text and not of the news: "[Draft] The lock opens", "TEST: The
//! lock opens", "The lock opens (DRAFT v2)".
//!
//! Without brackets only capitals make a word a mark; "Test: three lamps compared" is a headline.

use super::super::words::{self, Table, fold};
use super::{draft, is_shouted};
use crate::characters;

/// In bytes; a headline is no longer.
const LONGEST: usize = 240;
/// A mark has no more words.
const MOST_WORDS: usize = 8;

/// What sets a mark apart from its headline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Apart {
    /// "[DRAFT] The lock opens"
    BracketsBefore,
    /// "The lock opens [DRAFT]"
    BracketsBehind,
    /// "The lock opens (DRAFT)"
    ParenthesesBehind,
    /// "DRAFT: The lock opens"
    SignBefore,
    /// "The lock opens – DRAFT"
    SignBehind,
    /// "DRAFT The lock opens"
    CapitalsBefore,
}

/// What may be a mark beside a headline, and what sets it apart.
#[derive(Debug, Clone, Copy)]
pub struct Mark<'t> {
    pub words: &'t str,
    pub apart: Apart,
}

impl Mark<'_> {
    pub fn is_in_capitals(&self) -> bool {
        is_shouted(self.words) && self.words.chars().filter(|c| c.is_alphabetic()).count() >= 3
    }

    fn says_unready(&self) -> bool {
        let (mark, capitals) = (self.words, self.is_in_capitals());
        let is_one_of = |tables: &[&Table]| tables.iter().any(|table| table.has(mark));
        let is_sure = || draft::is_sure_draft(mark) || is_one_of(&[&words::BANS, &words::HOLDS]);
        let is_plain = || {
            is_one_of(&[&words::HOLDS_ALONE, &words::DRAFTS_ALONE, &words::WAITING])
                || ["todo", "fixme", "tbc", "tbd"].contains(&fold(mark).as_str())
        };
        match self.apart {
            Apart::BracketsBefore => is_sure() || capitals && is_plain(),
            // "The lock opens (confidential)" may be part of the headline.
            Apart::BracketsBehind => is_sure() && (capitals || words::at_least(mark, 2) || draft::draft_mark(mark)),
            Apart::ParenthesesBehind => is_sure() && (capitals || draft::draft_mark(mark)),
            // "PROJET : une rue de lampes" names a kind of news.
            Apart::SignBefore => capitals && (is_sure() || is_plain() && !names_a_plan(mark)),
            Apart::SignBehind => capitals && is_sure(),
            Apart::CapitalsBefore => words::DRAFTS.has(mark) || mark == "TODO" || mark == "FIXME",
        }
    }
}

/// What is a draft as well as a plan of the town.
fn names_a_plan(mark: &str) -> bool {
    ["projet", "projekt"].contains(&fold(mark).as_str())
}

/// "NO PUBLICAR: Se abre la esclusa", "[Draft] The lock opens": whether a mark says that the text is not ready, or not
/// for everybody.
pub fn is_marked_headline(text: &str) -> bool {
    marks_beside(text).iter().any(Mark::says_unready)
}

/// What stands beside a headline as a mark would.
pub fn marks_beside(text: &str) -> Vec<Mark<'_>> {
    let text = text.trim_matches([' ', '\u{A0}', '*', '_', '#', '"', '\'']);
    if text.len() > LONGEST || !may_bear_mark(text) || !words::at_least(text, 2) {
        return Vec::new();
    }
    let mut marks = Vec::new();
    let mut headline = text;
    while let Some((inner, rest)) = bracketed_before(headline) {
        marks.push(Mark { words: inner, apart: Apart::BracketsBefore });
        headline = rest.trim_start_matches([' ', '\u{A0}', ':', '-', '–', '—', '|', '*', '_']);
    }
    while let Some((rest, inner, apart)) = bracketed_behind(headline) {
        marks.push(Mark { words: inner, apart });
        headline = rest;
    }
    // Of capitals alone nobody can tell which of them are a mark's.
    if !is_shouted(headline) {
        let before = [": ", " : ", " – ", " — ", " - ", " | ", "! "];
        let before = before.into_iter().filter_map(|sign| Some((headline.split_once(sign)?.0, Apart::SignBefore)));
        let behind = [" – ", " — ", " - ", " | "];
        let behind = behind.into_iter().filter_map(|sign| Some((headline.rsplit_once(sign)?.1, Apart::SignBehind)));
        let capitals = capitals_before(headline).map(|words| (words, Apart::CapitalsBefore));
        marks.extend(before.chain(behind).chain(capitals).map(|(words, apart)| Mark { words, apart }));
    }
    for mark in &mut marks {
        mark.words = mark.words.trim_matches(|c: char| !c.is_alphanumeric());
    }
    marks.retain(|mark| !mark.words.is_empty() && !words::at_least(mark.words, MOST_WORDS + 1));
    marks
}

/// Whether a sign or capitals may set a mark apart. Most lines have neither.
fn may_bear_mark(text: &str) -> bool {
    let is_sign = |byte: u8| matches!(byte, b'[' | b']' | b'(' | b')' | b':' | b'|' | b'-' | b'!' | b'\xE2');
    let capitals = || text.chars().take(3).filter(|c| !c.is_lowercase()).count() == 3;
    characters::holds(text, is_sign) || capitals()
}

fn bracketed_before(text: &str) -> Option<(&str, &str)> {
    let close = if text.starts_with('[') { ']' } else { text.strip_prefix('(').map(|_| ')')? };
    let (inner, rest) = text[1..].split_once(close)?;
    rest.contains(char::is_alphabetic).then_some((inner, rest))
}

fn bracketed_behind(text: &str) -> Option<(&str, &str, Apart)> {
    let text = text.trim_end_matches([' ', '\u{A0}', '.', '*', '_']);
    let (open, apart) = match text.chars().next_back()? {
        ']' => ('[', Apart::BracketsBehind),
        ')' => ('(', Apart::ParenthesesBehind),
        _ => return None,
    };
    let (before, inner) = text[..text.len() - 1].rsplit_once(open)?;
    let before = before.trim_end();
    before.contains(char::is_alphabetic).then_some((before, inner, apart))
}

/// "DRAFT The lock opens": words in capitals before one with a capital and small letters.
fn capitals_before(text: &str) -> Option<&str> {
    const MOST: usize = 3;
    let is_capital = |word: &str| word.chars().count() >= 3 && !word.contains(char::is_lowercase);
    let mut end = 0;
    for (count, word) in text.split(' ').enumerate() {
        if count <= MOST && is_capital(word) && word.chars().all(char::is_alphabetic) {
            end += word.len() + usize::from(count > 0);
            continue;
        }
        let opens = word.starts_with(char::is_uppercase) && word.contains(char::is_lowercase);
        return (count > 0 && opens).then(|| &text[..end]);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_beside_a_headline_holds_it_back() {
        for text in [
            "NO PUBLICAR: Se abre la esclusa",
            "[DRAFT] The lock opens in May",
            "The lock opens in May (DRAFT)",
            "L'écluse ouvre en mai – CONFIDENTIEL",
            "NICHT VERÖFFENTLICHEN – Die Schleuse öffnet",
            "[Draft] The lock opens in May",
            "(Draft) The lock opens in May",
            "[draft v3] The lock opens in May",
            "The lock opens in May [WIP]",
            "WIP: The lock opens in May",
            "The lock opens in May (draft)",
            "TEST: The lock opens in May",
            "[SAMPLE] The lock opens in May",
            "TODO The lock opens in May",
            "DRAFT The lock opens in May",
            "[PRESS RELEASE] [DRAFT] The lock opens in May",
            "Die Schleuse öffnet im Mai (Entwurf)",
            "[Noch nicht freigegeben] Die Schleuse öffnet im Mai",
            "MUSTER: Die Schleuse öffnet im Mai",
            "[Brouillon] L'écluse ouvre en mai",
            "Se abre la esclusa [borrador]",
            "[Bozza] La chiusa apre a maggio",
            "A eclusa abre em maio (rascunho)",
            "CONCEPT: De sluis gaat open",
            "[Utkast] Slussen öppnar i maj",
            "Slusen åbner i maj (udkast)",
            "[Utkast] Slusen åpner i mai",
            "[wersja robocza] Śluza otwarta w maju",
        ] {
            assert!(is_marked_headline(text), "{text}");
        }
    }

    #[test]
    fn a_headline_with_such_a_word_of_its_own_bears_no_mark() {
        for text in [
            "Draft law on locks: council votes in May",
            "The lock opens in May (BBC)",
            "CONFIDENTIAL PAPERS OF THE LOCK: A SHOW",
            "WATER: the lock opens – DANGER",
            "Sailors and the DRAFT of 1917: a show",
            "Test: three lamps compared",
            "Three lamps compared (test)",
            "Council publishes its plan (draft budget)",
            "Work in progress: artists show their studios",
            "[Projet] Une rue de lampes",
            "PROJET : une rue de lampes",
            "TODO LISTO PARA LA FIESTA",
            "TODO el mundo canta en el puerto",
            "[VIDEO] The lock opens in May",
            "The lock opens in May (confidential)",
            "Intern: Karl Berg führt die Schleuse",
            "Sample of the week: oak",
        ] {
            assert!(!is_marked_headline(text), "{text}");
        }
    }
}
