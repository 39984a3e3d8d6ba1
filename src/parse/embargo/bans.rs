//! Lines that hold a text back by wordings that no table has: the word itself beside a day or a time, a
//! ban on publication before a day, or permission to publish from one on.
//!
//! Where such a line stands is not known here; below the text it must speak of the text itself.

use super::from::says_when;
use super::goods::{is_headline_on_farming, is_on_goods};
use super::plainly::plainly;
use crate::characters;
use crate::parse::memory::remembered;
use crate::parse::words::{self, fold};
use crate::parse::{date, joining};

/// Whether a line above the text holds it back. A headline on an embargo of goods may pass for such a
/// line; what is held back for nothing is told of, what leaks is lost.
pub fn is_above(text: &str) -> bool {
    const MOST_WORDS: usize = 25;
    if !characters::has_digit(text) || words::at_least(text, MOST_WORDS + 1) {
        return false;
    }
    let plain = &*plainly(text);
    let folded = fold(plain);
    (words::EMBARGO_STEMS_IN.is_within(&folded) || folded.contains("klausul") || governs(&folded) || blocks(&folded))
        && is_dated(plain)
        && !is_headline_on_farming(text)
}

/// Whether such a line forbids to publish before a day, or allows it from one on, in so many words.
pub fn is_ban(text: &str) -> bool {
    governs(&fold(&plainly(text)))
}

/// Whether a line of the notes or below the end forbids to publish the text itself before a day or a time.
pub fn is_below(text: &str) -> bool {
    const MOST_WORDS: usize = 40;
    if !characters::has_digit(text) || words::at_least(text, MOST_WORDS + 1) {
        return false;
    }
    let text = &*plainly(text);
    let folded = fold(text);
    (bans_itself(&folded) || names_its_own(&folded)) && is_dated(text)
}

/// The sentence of a paragraph that asks to keep the text's own embargo, or forbids to publish it, and
/// says until when. It may be one of the news all the same, where its day has passed.
pub fn in_prose(text: &str) -> Option<&str> {
    const MOST_WORDS: usize = 40;
    if !characters::has_digit(text) {
        return None;
    }
    let folded = fold(text);
    // Most paragraphs speak of neither.
    if !names_its_own(&folded) && !words::PUBLICATION_IN.is_within(&folded) && !blocks(&folded) {
        return None;
    }
    joining::sentences(text, ends_behind_word).find(|sentence| {
        let folded = fold(&plainly(sentence));
        let keeps = || names_its_own(&folded) && words::KEPT_IN.is_within(&folded);
        !words::at_least(sentence, MOST_WORDS + 1)
            && (keeps() || bans_itself(&folded))
            && date::first(sentence).is_some()
    })
}

/// Whether a sentence ends at a stop: behind a word or a year, but no abbreviation and no day.
fn ends_behind_word(before: &str, behind: &str) -> bool {
    let word = before.rsplit([' ', '\u{A0}']).next().unwrap_or("");
    let is_year = word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    (is_year || word.chars().filter(|c| c.is_alphabetic()).count() > 3)
        && behind.trim_start_matches(['"', '”', '“', '»', ')']).starts_with([' ', '\u{A0}', '\n'])
}

/// Whether a line below the lead, which is no sentence, holds the text back as [`is_above`] has it.
pub fn is_ban_alone(text: &str) -> bool {
    remembered!(text, reads_as_ban_alone => bool)
}

fn reads_as_ban_alone(text: &str) -> bool {
    const MOST_WORDS: usize = 16;
    !words::at_least(text, MOST_WORDS + 1) && !text.trim_end().ends_with(['.', '"', '”', '“', '»']) && is_above(text)
}

/// "The embargo will lift at 9am GMT on 7 December 2026", but no embargo on goods.
fn names_its_own(folded: &str) -> bool {
    let begins = |at: usize| !folded[..at].ends_with(char::is_alphanumeric);
    let mut named = words::EMBARGO_STEMS
        .iter()
        .filter(|stem| folded.contains(stem))
        .flat_map(|stem| folded.match_indices(stem))
        .filter(|(at, _)| begins(*at));
    named.next().is_some_and(|(at, stem)| !is_on_goods(&folded[..at], &folded[at + stem.len()..]))
}

fn is_dated(text: &str) -> bool {
    date::first(text).is_some() || date::time(text).is_some()
}

/// A ban on the text that speaks of itself.
fn bans_itself(folded: &str) -> bool {
    // A note may have a number.
    let speaks = || words::OF_ITSELF.opening(folded.trim_start_matches(|c: char| !c.is_alphabetic())).is_some();
    speaks() && (governs(folded) || blocks(folded))
}

/// A ban on publication before something, or permission to publish from then on.
fn governs(folded: &str) -> bool {
    if !words::PUBLICATION_IN.is_within(folded) {
        return false;
    }
    // "Published before 12 June" is news; "not to be published before 12 June" is a ban.
    words::FORBIDS_IN.is_in(folded) && (words::NOT_BEFORE.is_in(folded) || opens_before_day(folded))
        || words::PERMITS_IN.is_in(folded)
            && words::BEGINNINGS.iter().any(|from| behind_each(folded, from).any(says_when))
}

/// "Vor Montag, 7. Dezember 2026, 6 Uhr, nicht zur Veröffentlichung"
fn opens_before_day(folded: &str) -> bool {
    let bare = folded.trim_start_matches(|c: char| !c.is_alphanumeric());
    words::BAN_OPENINGS.behind_each(bare).any(|day| !day.starts_with(char::is_alphanumeric) && says_when(day))
}

/// "Bis 10. Dezember 2026, 12 Uhr, gesperrt": of roads it is news.
fn blocks(folded: &str) -> bool {
    let bare = folded.trim_matches(|c: char| !c.is_alphanumeric());
    let of_a_text = || {
        const OF_A_TEXT: [&str; 12] = [
            "text",
            "meldung",
            "mitteilung",
            "bericht",
            "redaktion",
            "presse",
            "achtung",
            "beachten",
            "nachricht",
            "publikation",
            "veröffentlichung",
            "vorab",
        ];
        OF_A_TEXT.iter().any(|text| folded.contains(text))
    };
    let opens = bare.starts_with("bis ");
    folded.contains("gesperrt")
        && folded.contains("bis ")
        && (opens && bare.ends_with("gesperrt") || of_a_text() || words::PARTS_IN.is_in(folded))
}

/// What stands behind each place where an entry stands as words.
fn behind_each<'t>(folded: &'t str, entry: &str) -> impl Iterator<Item = &'t str> {
    let found = folded.contains(entry).then(|| folded.match_indices(entry));
    found.into_iter().flatten().filter_map(move |(at, entry)| {
        let behind = &folded[at + entry.len()..];
        let whole = !folded[..at].ends_with(char::is_alphanumeric) && !behind.starts_with(char::is_alphanumeric);
        whole.then_some(behind)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ban_above_the_text_holds_it_back_in_any_wording() {
        for text in [
            "Embargo date: 3 July 2026, 06:00 BST",
            "Unter Embargo bis Dienstag, 24. März 2026, 17.00 Uhr",
            "Bitte nicht vor Montag, 7. Dezember 2026, 6 Uhr veröffentlichen!",
            "Publication interdite avant le jeudi 22 octobre 2026 à 5 heures",
            "NOT FOR USE BEFORE 00:01 ON FRIDAY 18 SEPTEMBER 2026",
            "El embargo se levanta el jueves 3 de septiembre de 2026 a las 09:00",
            "Bitte nicht vor Montag, 7. Dezember 2026 veröffentlichen!",
            "Vor Montag, 7. Dezember 2026, 6 Uhr, nicht zur Veröffentlichung bestimmt!",
            "Not for publication or broadcast until 9.30am on Thursday 26 November 2026",
            "Not for publication, broadcast or online use prior to 5 June 2026",
            "Zur freien Veröffentlichung gesperrt bis zum 5. Juni 2026, 17 Uhr",
            "Ingen publisering før 5. juni 2026",
            "Bez publikacji przed 5 czerwca 2026 r.",
            "Wij verzoeken u dit niet eerder te publiceren dan 5 juni 2026",
            "EJ FÖR SPRIDNING FÖRE 5 JUNI 2026",
            "Pubblicazione vietata fino a venerdì 5 giugno 2026",
            "Ne peut être rendu public avant le 5 juin 2026",
        ] {
            assert!(is_above(text), "{text}");
        }
        for text in [
            "Annual report published before the meeting on 12 June 2026",
            "Aldwick, 12 June 2026",
            "Museum reopens on 12 June 2026 at 9 a.m.",
            "Brücke bis 10. Dezember 2026 gesperrt",
            "Illuminazione pubblica, i lavori non iniziano prima del 5 giugno 2026",
            "Nueva plataforma para publicar datos desde el 5 de junio de 2026",
            "The embargo on lamp oil, which the harbour towns of the county had asked for three times since the war, was lifted on 12 June 2026, and the lamps of the pier are lit again",
        ] {
            assert!(!is_above(text), "{text}");
        }
    }

    #[test]
    fn a_ban_below_the_text_is_one_where_it_speaks_of_the_text() {
        for text in [
            "This release and its figures must not be published or broadcast before 00.01 on 5 June 2026.",
            "Please do not publish any of this until 5 June 2026, 9am.",
            "Not for publication or broadcast before 5 June 2026",
            "The embargo will lift at 9am GMT on 5 June 2026.",
            "Please respect the embargo of 5 June 2026, 9am.",
            "The paper goes online on 5 June 2026 at 16:00, when the embargo will also lift.",
            "Reports may be published from 00:01 on Friday 5 June 2026.",
            "Berichte dürfen ab Freitag, 5. Juni 2026, 6 Uhr, veröffentlicht werden.",
            "Ce communiqué peut être diffusé à partir du 5 juin 2026 à 6 h.",
            "Esta nota puede publicarse a partir del 5 de junio de 2026.",
        ] {
            assert!(is_below(text), "{text}");
        }
        for text in [
            "The names of the bidders may not be published before 5 June 2026.",
            "This report is published before the meeting of 5 June 2026.",
            "Please send your publication before 5 June 2026.",
            "The embargo on lamp oil was lifted on 5 June 2026.",
            "The oil embargo of 5 June 1976 closed the works.",
            "The paper can be read once the embargo has lifted.",
            "This report can be printed from our pages, which were made on 5 June 2026.",
            "Tickets may be used from 5 June 2026.",
            "The names of the bidders may be published from 5 June 2026.",
            "Das Freibad kann ab 5. Juni 2026 besucht werden.",
        ] {
            assert!(!is_below(text), "{text}");
        }
    }

    #[test]
    fn a_paragraph_asks_to_keep_its_embargo_in_one_of_its_sentences() {
        let news = "The lamp is eighty years old and was lit on 1 May 2026.";
        for text in [
            "Merci de respecter l'embargo fixé au 5 juin 2026 à 8 h.",
            "Agradecemos que respeten el embargo del 5 de junio de 2026.",
            "El embargo se levanta el 5 de junio de 2026 a las 9:00.",
            "Vi preghiamo di rispettare l'embargo del 5 giugno 2026.",
            "Wij verzoeken u het embargo van 5 juni 2026, 12.00 uur te respecteren.",
            "Agradecemos que respeitem o embargo de 5 de junho de 2026.",
            "Vi beder jer respektere embargoet den 5. juni 2026.",
            "Vänligen respektera embargot den 5 juni 2026.",
            "Vennligst respekter sperrefristen 5. juni 2026.",
            "Ces informations ne peuvent être publiées avant le 5 juin 2026.",
            "Hinweis: Dieser Text ist bis zum 5. Juni 2026, 12 Uhr, gesperrt.",
        ] {
            assert_eq!(in_prose(&format!("{news} {text}")), Some(text));
        }
        for text in [
            news,
            "The embargo on lamp oil was lifted on 5 June 2026.",
            "El embargo comercial se levanta el 5 de junio de 2026.",
            "The list of names was not published before 5 June 2026.",
        ] {
            assert_eq!(in_prose(text), None, "{text}");
        }
    }
}
