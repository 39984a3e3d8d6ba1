//! Lines that hold a text back by wordings that no table has: the word itself beside a day or a time,
//! or a ban on publication before a day.
//!
//! Where such a line stands is not known here; below the text it must speak of the text itself.

use super::from::says_when;
use super::plainly::plainly;
use crate::characters;
use crate::parse::date;
use crate::parse::memory::remembered;
use crate::parse::words::{self, fold};

/// Whether a line above the text holds it back by wordings that no table has: the word itself
/// beside a day or a time, or a ban on publication before a day. A headline on an embargo of goods
/// may pass for one; what is held back for nothing is told of, what leaks is lost.
pub fn is_above(text: &str) -> bool {
    const MOST_WORDS: usize = 25;
    if !characters::has_digit(text) || words::at_least(text, MOST_WORDS + 1) {
        return false;
    }
    let text = &*plainly(text);
    let folded = fold(text);
    let named =
        ["embarg", "sperrfrist", "sperrvermerk", "sperrefrist", "klausul"].iter().any(|stem| folded.contains(stem));
    (named || bans(&folded) || allows(&folded)) && is_dated(text)
}

/// Whether a line of the notes or below the end forbids to publish the text itself before a day or a time.
pub fn is_below(text: &str) -> bool {
    const MOST_WORDS: usize = 40;
    if !characters::has_digit(text) || words::at_least(text, MOST_WORDS + 1) {
        return false;
    }
    let text = &*plainly(text);
    let folded = fold(text);
    let of_itself = ["not ", "no ", "do not ", "please ", "strict", "this ", "nicht ", "bitte ", "dies"];
    let forbids_itself = bans(&folded) && of_itself.iter().any(|word| folded.starts_with(word));
    (forbids_itself || names_its_own(&folded) || allows(&folded)) && is_dated(text)
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
    const ON_GOODS: [&str; 8] = [
        "trade embargo",
        "oil embargo",
        "arms embargo",
        "weapons embargo",
        "import embargo",
        "export embargo",
        "embargo against",
        "embargo imposed",
    ];
    let Some((_, behind)) = folded.split_once("embargo") else { return false };
    let on = behind.strip_prefix(" on ").map(|on| on.split(|c: char| !c.is_alphanumeric()).next().unwrap_or(""));
    let on_goods = on.is_some_and(|word| {
        !word.starts_with(|c: char| c.is_ascii_digit())
            && words::WEEKDAYS.number(word).is_none()
            && words::MONTHS.number(word).is_none()
    });
    !on_goods && !ON_GOODS.iter().any(|goods| folded.contains(goods))
}

fn is_dated(text: &str) -> bool {
    date::first(text).is_some() || date::time(text).is_some()
}

/// A ban on publication before something.
fn bans(folded: &str) -> bool {
    // "Published before 12 June" is news; "not to be published before 12 June" is a ban.
    let forbids = || {
        let folded = folded.replace(|c: char| !c.is_alphanumeric() && c != '\'', " ");
        [
            "not ", "no ", "nicht", "erst a", "frei", "interdit", "pas ", "ne ", "prohib", "hold", "niet ", "non ",
            "não ", "ej ", "inte ", "ikke ", "nie ",
        ]
        .iter()
        .any(|word| folded.trim_start().starts_with(word) || folded.contains(&format!(" {word}")))
    };
    words::PUBLICATION_IN.is_within(folded) && words::NOT_BEFORE.is_within(folded) && forbids()
}

/// A leave to publish the text from a day on, which holds it back until then: "Reports may be published
/// from 00:01 on Friday". Of names, pictures or prices it is news.
fn allows(folded: &str) -> bool {
    /// What is let, the leave, the use and the beginning; each is said in one of these words.
    const LEAVES: [[&[&str]; 4]; 4] = [
        [
            &["this", "report", "stor", "release", "material", "text", "cop", "cover"],
            &["may be ", "may only be ", "can be ", "can only be "],
            &["publish", "broadcast", "report", "print", "aired", "run "],
            &[" from ", " after ", " as of "],
        ],
        [
            &["dies", "bericht", "beitr", "meldung", "mitteilung", "text"],
            &["darf ", "dürfen ", "kann ", "können "],
            &["veröffentlicht", "gesendet", "gedruckt", "verbreitet", "erscheinen"],
            &[" ab ", " nach "],
        ],
        [
            &["ce ", "cet", "communiqué", "article", "information", "texte"],
            &["peut être", "peuvent être", "pourra être", "pourront être"],
            &["publi", "diffus"],
            &["à partir", "à compter", "dès "],
        ],
        [
            &["est", "nota", "comunicado", "noticia", "información", "texto"],
            &["puede", "pueden", "podrá", "podrán"],
            &["public", "difund"],
            &["a partir", "desde "],
        ],
    ];
    LEAVES.iter().any(|[subjects, leaves, uses, beginnings]| {
        let mut begins = beginnings.iter().flat_map(|beginning| folded.split(beginning).skip(1));
        [subjects, leaves, uses].iter().all(|words| words.iter().any(|word| folded.contains(word)))
            && begins.any(says_when)
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
            "Not for publication or broadcast until 9.30am on Thursday 26 November 2026",
            "Not for publication, broadcast or online use prior to 5 June 2026",
        ] {
            assert!(is_above(text), "{text}");
        }
        for text in [
            "Annual report published before the meeting on 12 June 2026",
            "Aldwick, 12 June 2026",
            "Museum reopens on 12 June 2026 at 9 a.m.",
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
}
