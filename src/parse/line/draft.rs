//! Lines by which a text calls itself unfinished: "DRAFT 2 – 3 March", "Persbericht (concept)".
//!
//! What is a draft of something else, "Draft budget passes", is none of them; nor is a ban on publication, which
//! says nothing of how far a text is.

use super::super::date;
use super::super::words::{self, fold};

/// A mark has no more words.
const MOST_WORDS: usize = 10;

const SIGNS: [char; 9] = [' ', '\u{A0}', '-', '–', '—', ':', '.', '(', ')'];

/// "DRAFT – not for release": the text calls itself unfinished.
pub fn draft_mark(text: &str) -> bool {
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    if words::at_least(bare, MOST_WORDS + 1) {
        return false;
    }
    let bare = &*super::hold::closed_up(bare);
    // "PRESS RELEASE – DRAFT v3", "2nd draft"
    let behind_kind = || {
        let kind = words::RELEASE_LINES.opening(bare)?;
        Some(words::after(bare, kind).trim_start_matches(SIGNS))
    };
    opens_with_draft(bare)
        || behind_kind().is_some_and(opens_with_draft)
        || behind_ordinal(bare).is_some_and(opens_with_draft)
        || is_one_of_parts(bare)
}

/// The same, and by no single word that is a plan of the town as well.
pub fn is_sure_draft(text: &str) -> bool {
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    draft_mark(text) && !(words::DRAFTS_ALONE.has(bare) && !bare.contains(' ') && fold(bare) != "wip")
}

fn opens_with_draft(bare: &str) -> bool {
    let rest = |marks: &words::Table| marks.opening(bare).map(|mark| fold(words::after(bare, mark)).trim().to_owned());
    // "Subject to approval by the board"
    let is_whose = |rest: &str| {
        rest.split_once(' ').is_some_and(|(by, _)| words::AGENTS.has(by))
            && !words::at_least(rest, 5)
            && !rest.contains([':', ',', '–'])
    };
    if rest(&words::DRAFTS_ALONE).is_some_and(|rest| is_numbered_or_dated(&rest) || is_whose(&rest)) {
        return true;
    }
    rest(&words::DRAFTS).is_some_and(|rest| {
        is_numbered_or_dated(&rest)
            || rest.starts_with(['-', '–', '—', ':', '|', '(', ',', '!', '.'])
            || names_the_kind(&rest)
    })
}

/// Nothing, "v3", "n° 2", "vom 3. März 2024".
fn is_numbered_or_dated(rest: &str) -> bool {
    let rest = rest.trim_matches(SIGNS);
    let number = ["version", "ver.", "v", "no.", "nr.", "nr", "n°", "nº", "#"];
    let labelled = number.iter().find_map(|label| rest.strip_prefix(label)).map(|rest| rest.trim_start_matches(SIGNS));
    let numbered = labelled.unwrap_or(rest).starts_with(|c: char| c.is_ascii_digit());
    let day = rest.strip_prefix("as ").unwrap_or(rest);
    let day = day.split_once(' ').filter(|(link, _)| words::DATED.has(link)).map(|(_, day)| day.trim_start());
    rest.is_empty() || numbered || day.is_some_and(|day| date::whole(day).is_some()) || is_signed(rest)
}

/// "Kolb 3.3., Änderungen eingearbeitet": somebody's name and a day.
fn is_signed(rest: &str) -> bool {
    let is_short_day = |word: &str| {
        let parts: Vec<&str> = word.trim_end_matches(',').split('.').collect();
        let is_number = |part: &&str| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        matches!(parts.as_slice(), [day, month, ""] if is_number(day) && is_number(month))
    };
    rest.split(' ').skip(1).take(2).any(is_short_day)
}

/// "einer Pressemitteilung", "de communiqué"
fn names_the_kind(rest: &str) -> bool {
    let of = |word: &str| words::SMALL_WORDS.has(word);
    let kind = rest.split_once(' ').filter(|(first, _)| of(first)).map_or(rest, |(_, kind)| kind);
    let kind = kind.split_once(' ').filter(|(first, _)| of(first)).map_or(kind, |(_, kind)| kind);
    words::RELEASE_LINES.has(kind.trim_matches(SIGNS))
}

/// "2nd draft", "1. Entwurf": what stands behind the number.
pub(super) fn behind_ordinal(text: &str) -> Option<&str> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (ordinal, rest) = text[digits..].split_once(' ').filter(|_| (1..=2).contains(&digits))?;
    ["", ".", "st", "nd", "rd", "th", "er", "e", "º", "ª", "°", "a"].contains(&ordinal).then_some(rest)
}

/// "Version 3 – draft", "CONFIDENTIAL – DRAFT": one of several parts that are no words of a headline.
fn is_one_of_parts(text: &str) -> bool {
    let mut parts = text.split(['–', '—', '|', '(', ')', ',', ':', ';', '/']).flat_map(|part| part.split(" - "));
    let is_draft = |part: &str| words::DRAFTS.has(part) || words::DRAFTS_ALONE.has(part);
    let is_frame = |part: &str| {
        let numbered = part.split_once(' ').is_some_and(|(label, number)| {
            words::VERSIONS.has(label) && number.starts_with(|c: char| c.is_ascii_digit())
        });
        part.is_empty()
            || numbered
            || words::RELEASE_LINES.has(part)
            || words::BANS.has(part)
            || date::whole(part).is_some()
    };
    let mut drafts = 0;
    parts.all(|part| {
        let part = part.trim_matches(SIGNS);
        let draft = is_draft(part);
        drafts += usize::from(draft);
        draft || is_frame(part)
    }) && drafts > 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_calls_itself_a_draft_in_every_language() {
        for text in [
            "DRAFT",
            "DRAFT v2",
            "Draft v.2",
            "DRAFT 2 – 3 March",
            "Draft_v4_final",
            "D R A F T",
            "Entwurf Kolb 3.3., Änderungen Reeve eingearbeitet",
            "Draft, 3 March 2024",
            "DRAFT of 3 March 2024",
            "PRESS RELEASE – DRAFT v3",
            "Draft press release",
            "2nd draft",
            "Draft for review",
            "Version 3 – draft",
            "CONFIDENTIAL – DRAFT",
            "Awaiting approval by legal",
            "Not yet approved",
            "1. Entwurf",
            "Entwurf vom 3. März 2024",
            "Entwurf einer Pressemitteilung",
            "Pressemitteilung (Entwurf)",
            "Noch nicht freigegeben",
            "PROJET – NE PAS DIFFUSER",
            "Projet de communiqué",
            "Brouillon n° 2",
            "En attente de validation",
            "Borrador de nota de prensa",
            "Pendiente de aprobación",
            "Bozza di comunicato stampa",
            "Da approvare",
            "Rascunho 2 – 3 de março",
            "Aguarda aprovação",
            "Persbericht (concept)",
            "Nog niet goedgekeurd",
            "Utkast till pressmeddelande",
            "Väntar på godkännande",
            "Udkast til pressemeddelelse",
            "Afventer godkendelse",
            "Utkast til pressemelding",
            "Venter på godkjenning",
            "Informacja prasowa (wersja robocza)",
            "Do akceptacji",
        ] {
            assert!(draft_mark(text), "{text}");
        }
    }

    #[test]
    fn a_draft_of_something_else_is_none() {
        for text in [
            "Draft vision of the harbour",
            "Draft budget passes",
            "Pending approval, harbour opens in May",
            "Subject to approval: council buys two mills",
            "Work in progress: artists show their studios",
            "To be approved by parliament: new law on lamps",
            "Entwurf für neues Rathaus gewinnt Preis",
            "Projet de loi adopté",
            "Projet urbain lancé",
            "Concept store opent",
            "Projekt Hafen beginnt",
            "Utkast till ny lag klart",
            "2 drafts of the law",
        ] {
            assert!(!draft_mark(text), "{text}");
        }
    }
}
