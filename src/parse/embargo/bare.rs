//! Embargoes that name no day: the word beside what the text calls itself, as in "EMBARGOED PRESS RELEASE",
//! and a ban until somebody says otherwise. They hold for good, and are told of.

use super::SIGNS;
use crate::characters;
use crate::parse::date;
use crate::parse::words::{self, fold};

/// "PRESS RELEASE EMBARGOED", "EMBARGOED MEDIA ADVISORY: Lamp lit": the word, and a release line.
pub fn is_beside_release_line(text: &str) -> bool {
    const MOST_WORDS: usize = 8;
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    let head = bare.split([':', '!']).next().unwrap_or(bare);
    if words::at_least(head, MOST_WORDS + 1) {
        return false;
    }
    let begins = |at: &usize| !head[..*at].ends_with(char::is_alphanumeric);
    let mut starts = head.char_indices().map(|(at, _)| at).filter(begins).map(|at| &head[at..]);
    let opens =
        |text: &str| words::EMBARGO.opening(text).is_some_and(|entry| names_the_text(words::after(text, entry)));
    starts.any(opens) || ends_with_embargo(head)
}

/// "INFORMATION UNDER EMBARGO", "Embargoed copy – 8 December 2026": the word, a day, and nothing of its own.
pub fn says_nothing_else(text: &str) -> bool {
    const MOST_WORDS: usize = 9;
    // A row of a table is no line.
    if text.contains('\t') || words::at_least(text, MOST_WORDS + 1) {
        return false;
    }
    // "Ölembargo gilt" is of another.
    let is_stem = |word: &str| words::EMBARGO_STEMS.iter().any(|stem| words::behind(word, stem).is_some());
    let named = |word: &str| words::EMBARGO.has(word) || is_stem(word);
    if !text.split(|c: char| !c.is_alphanumeric()).any(named) {
        return false;
    }
    let mut rest = fold(text);
    while let Some(found) = date::first(&rest) {
        rest.replace_range(found.range, " ");
    }
    let mut all = rest.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|word| !word.is_empty());
    let is_frame = |word: &str| named(word) || words::EMBARGO_FRAMES.has_small(word);
    all.clone().any(named) && all.all(is_frame)
}

fn ends_with_embargo(head: &str) -> bool {
    let Some(line) = words::RELEASE_LINES.opening(head) else { return false };
    let folded = fold(words::after(head, line));
    let mut rest: Vec<&str> = folded.split(SIGNS).filter(|word| !word.is_empty()).collect();
    // "Press release No. 12", and not "no embargo".
    if let Some(number) = rest.iter().take(2).position(|word| characters::has_digit(word)) {
        rest.drain(..=number);
    }
    words::EMBARGO.has(&rest.join(" "))
}

fn names_the_text(rest: &str) -> bool {
    let rest = rest.trim_matches(SIGNS);
    let line = words::RELEASE_LINES.opening(rest).or_else(|| words::COPIES.opening(rest));
    line.is_some_and(|line| line.contains(' ') || !words::after(rest, line).contains(char::is_alphabetic))
}

/// What a text that is sent beforehand calls itself: "Vorabmeldung".
pub fn is_copy(text: &str) -> bool {
    words::COPIES.has(text)
}

/// "Advance copy, not for publication", above the text: below it such words are about something else.
pub fn is_ban_without_day(text: &str) -> bool {
    const LONGEST: usize = 80;
    // "*** DO NOT PUBLISH ***", "[NO DIFUNDIR]", "« NE PAS PUBLIER »"
    fn bare(part: &str) -> &str {
        part.trim_matches(|c: char| !c.is_alphanumeric())
    }
    let says = |part: &str| words::BANS.has(bare(part));
    let is_frame = |part: &str| {
        let part = bare(part);
        part.is_empty() || says(part) || words::RELEASE_LINES.has(part) || is_copy(part)
    };
    text.len() <= LONGEST && (parts(text).any(says) && parts(text).all(is_frame) || ends_in_ban(text))
}

/// "Vorabinformation – nicht zur Veröffentlichung": beside what the text calls itself, a ban is on the text wherever
/// it stands.
pub fn is_banned_copy(text: &str) -> bool {
    let names_the_text = |part: &str| is_copy(part) || words::RELEASE_LINES.has(part);
    // "Note to editors (not for publication)" heads what is below it.
    let heads_notes = || words::NOTES.opening(text).is_some();
    is_ban_without_day(text) && !heads_notes() && parts(text).any(|part| names_the_text(part.trim_matches(SIGNS)))
}

/// "Note to editors (not for publication)": whether one of the parts of a line is such a ban.
pub fn names_a_ban(text: &str) -> bool {
    parts(text).flat_map(|part| part.split(')')).any(|part| words::BANS.has(part.trim_matches(SIGNS)))
}

/// What signs part from each other on a line.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split([',', ':', '|', '–', '—', '(', '!', '.', ';']).flat_map(|part| part.split(" - "))
}

/// "FOR PLANNING PURPOSES ONLY - NOT FOR RELEASE": few words, and behind a sign a ban of more than one word, since
/// "Lamp lit – confidential" may be a headline.
fn ends_in_ban(text: &str) -> bool {
    const MOST_WORDS: usize = 6;
    const MOST_WORDS_OF_BAN: usize = 12;
    if words::at_least(text, MOST_WORDS + MOST_WORDS_OF_BAN + 1) {
        return false;
    }
    let text = text.trim_end_matches(SIGNS);
    let signs = [" - ", " -- ", " – ", " — ", "–", "—", "|", "(", ". ", ", ", "; ", ": ", "! "];
    let ends = signs.iter().filter_map(|sign| text.rsplit_once(sign));
    let mut ends = ends.map(|(before, ban)| (before, ban.trim_matches(SIGNS)));
    ends.any(|(before, ban)| {
        ban.contains(' ') && words::BANS.has(ban) && !words::at_least(before, MOST_WORDS + 1) && !before.is_empty()
    })
}

/// "Under embargo tills vidare", "under embargo until further notice".
pub fn is_until_notice(rest: &str) -> bool {
    const MOST_WORDS: usize = 6;
    !words::at_least(rest, MOST_WORDS + 1) && words::UNTIL_NOTICE_IN.is_in(&fold(rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_beside_what_a_text_calls_itself_holds_it_back() {
        for text in [
            "PRESS RELEASE EMBARGOED",
            "Press release No. 12 EMBARGO",
            "PRESS RELEASE - EMBARGO",
            "PRESS RELEASE UNDER STRICT EMBARGO",
            "EMBARGOED PRESS RELEASE",
            "Embargoed copy",
            "Embargoed release: Lamp lit again",
            "PRESSEMITTEILUNG EMBARGO",
            "COMMUNIQUÉ DE PRESSE SOUS EMBARGO",
            "NOTA DE PRENSA EMBARGADA",
            "Nota de prensa bajo embargo",
        ] {
            assert!(is_beside_release_line(text), "{text}");
        }
        for text in
            ["Press release", "Embargo hurts trade", "Press release on the embargo", "Embargo: release of grain"]
        {
            assert!(!is_beside_release_line(text), "{text}");
        }
    }

    #[test]
    fn the_word_with_nothing_else_holds_a_text_back() {
        for text in [
            "INFORMATION UNDER EMBARGO",
            "EMBARGO APPLIES",
            "Embargoed material",
            "Embargoed copy – 8 December 2026",
            "Meldung mit Sperrfrist",
            "Document sous embargo",
        ] {
            assert!(says_nothing_else(text), "{text}");
        }
        for text in
            ["Fish embargo applies", "Ölembargo gilt", "Embargo on oil", "Information for the press", "8 May 2026"]
        {
            assert!(!says_nothing_else(text), "{text}");
        }
    }

    #[test]
    fn a_ban_alone_on_its_line_needs_no_day() {
        for text in [
            "NOT FOR PUBLICATION",
            "Advance copy, not for publication",
            "Vorabinformation, nicht zur Veröffentlichung",
            "FOR PLANNING PURPOSES ONLY - NOT FOR RELEASE",
            "Internal draft – not for release",
            "For background only. Not for publication.",
        ] {
            assert!(is_ban_without_day(text), "{text}");
        }
        for text in [
            "Not for publication: Ada Berg, 020 7946 0001",
            "Press release",
            "Lamp lit, not for long",
            "Lamp lit – confidential",
            "Do not publish: minister sues paper",
        ] {
            assert!(!is_ban_without_day(text), "{text}");
        }
    }
}
