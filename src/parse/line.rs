//! What a single line is by its own words, whatever stands around it.

mod page;
mod picture;
mod placeholder;
mod release;

use super::words::{self, Wordings, fold};
use super::{dateline, details, embargo, header, people};
use crate::characters;
use crate::parse::memory::remembered;
pub use page::furniture;
pub use picture::{caption_heading, credit_at_end, credit_line, is_caption, is_picture_label, names_a_source};
pub use placeholder::placeholders;
pub use release::{ReleaseLine, number_line, release_line, release_number};

/// A line that no neighbour may be joined to.
pub fn stands_alone(text: &str) -> bool {
    // A paragraph that grows is another text each time.
    if text.len() > 640 { false } else { remembered!(text, reads_as_alone => bool) }
}

fn reads_as_alone(text: &str) -> bool {
    let short = text.chars().count() <= 160;
    short
        && (release_line(text).is_some()
            || embargo::is_line(text)
            || contact_heading(text).is_some()
            || caption_heading(text).is_some()
            || boilerplate_heading(text)
            || credit_line(text).is_some()
            || end_mark(text)
            || valediction(text)
            || details::is_detail_line(text)
            || dateline::own_line(text).is_some()
            || header::is_fact(text)
            || dateline::place_line(text).is_some())
}

/// Bytes of a line that is an end mark or a closing, with the signs around it.
const LONGEST_MARK: usize = 200;

/// "###", "# #", "-30-", "– ENDE –", "Ends".
pub fn end_mark(text: &str) -> bool {
    if text.len() > LONGEST_MARK {
        return false;
    }
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    if bare.is_empty() {
        // "#" alone, where an extraction lost its brothers.
        if text.trim() == "#" {
            return true;
        }
        let stars = text.bytes().filter(|byte| *byte == b'*').count();
        let only_stars = stars >= 3 && text.bytes().all(|byte| matches!(byte, b'*' | b' '));
        return text.chars().filter(|c| *c == '#').count() >= 2 || only_stars;
    }
    let marked = bare.len() < text.len();
    (bare == "30" && marked || bare == "0" && text.trim() == "-0-")
        || words::END_MARKS.has(bare) && (marked || !bare.eq_ignore_ascii_case("more"))
        || words::behind(bare, "schluss)").is_some()
}

/// "Kind regards": the closing of a letter, above the name of its sender.
pub fn valediction(text: &str) -> bool {
    if text.len() > LONGEST_MARK {
        return false;
    }
    // "--" is how mail programs part a text from its sender.
    text.trim() == "--" || words::VALEDICTIONS.has(text.trim().trim_end_matches([',', '!', '.']))
}

/// The offset of what follows on the line after "Contact:" or "Pressekontakt".
pub fn contact_heading(text: &str) -> Option<usize> {
    const OF: [&str; 10] = ["der", "des", "du", "de", "del", "of", "von", "della", "da", "do"];
    let rest = heading(text, &words::CONTACT, CONTACT_SLACK).or_else(|| two_headings(text))?;
    // "Press officer: Jane Doe" says what somebody is.
    let (label, name) = text[..rest].strip_suffix(':').map(|label| (label, text[rest..].trim())).unwrap_or_default();
    let says_role = !name.is_empty() && people::is_role(label) && people::opens_with_person(name);
    // "Gabinete de prensa (Jane Doe): 666 55 50 21"
    let names_somebody = || {
        let inner = label.split_once('(').and_then(|(_, inner)| inner.strip_suffix(')'));
        inner.is_some_and(|inner| people::person(inner).is_some_and(|person| person.name.contains(' ')))
    };
    // "Pressestelle der Universität Morne: 0123 555 12"
    let names_a_house = || {
        let desk = words::CONTACT.opening(label).filter(|desk| desk.len() < label.trim_end().len());
        let mut words = label.split_whitespace();
        !name.is_empty()
            && words.any(|word| OF.contains(&word))
            && desk.is_some_and(people::is_organisation)
            && people::is_organisation(label)
    };
    Some(if says_role || names_somebody() || names_a_house() { 0 } else { rest })
}

/// "Medienkontakt / Media contact", in two languages.
fn two_headings(text: &str) -> Option<usize> {
    const LONGEST: usize = 80;
    if text.len() > LONGEST {
        return None;
    }
    let bare = text.trim_end_matches([':', ' ', '\u{A0}']);
    let (one, other) = bare.split_once(['/', '|', '·'])?;
    (words::CONTACT.has(one) && words::CONTACT.has(other)).then_some(text.len())
}

pub fn other_contact_heading(text: &str) -> bool {
    heading(text, &words::OTHER_CONTACT, CONTACT_SLACK).is_some()
}

pub fn notes_heading(text: &str) -> Option<usize> {
    // "Notes on a lamp: the museum shows it" is a headline.
    let alone = words::behind(text.trim_start_matches(['*', '#', '_', ' ']), "notes");
    let speaks_on = alone.is_some_and(|rest| {
        rest.trim_start().starts_with(|c: char| c.is_alphanumeric()) && words::NOTES.opening(text) == Some("notes")
    });
    if speaks_on { None } else { heading(text, &words::NOTES, 40) }
}

/// Bytes of qualification that a contact's heading may carry: "Contact for the media in Austria:".
const CONTACT_SLACK: usize = 60;

/// A label at the start, then a colon or the end of the line. Up to `slack` bytes of qualification
/// may stand between, as in "Contact for the media in Austria:".
fn heading(text: &str, entries: &words::Table, slack: usize) -> Option<usize> {
    let lead_in = text.len() - text.trim_start_matches(['*', '#', '_', ' ', '•', '+', '=']).len();
    let body = &text[lead_in..];
    let label = entries.opening(body)?;
    let after = words::after(body, label);
    let trimmed = after.trim_matches(['*', '_', ' ', '\u{A0}', '#', '=', '+']);
    if trimmed.is_empty() {
        return Some(text.len());
    }
    let colon = after.find(':').filter(|at| *at <= slack.max(2))?;
    let qualification = &after[..colon];
    // "Contact with passengers: drivers greet everyone who boards" is a sentence.
    let value = &after[colon + 1..];
    let is_sentence =
        value.split_whitespace().count() > 14 && !value.contains('@') && details::phones(value).is_empty();
    if qualification.split_whitespace().count() > 7 || slack >= CONTACT_SLACK && is_sentence {
        return None;
    }
    // "Press freedom under threat: council acts" is a headline.
    let speaks_of_it = || {
        let value = value.trim();
        !(value.is_empty() || value.contains('@') || people::opens_with_person(value) || people::is_organisation(value))
            && details::phones(value).is_empty()
    };
    let plain_words = ["press", "media", "contact", "interviews", "presse", "medien", "kontakt", "prensa"];
    if plain_words.contains(&label) && !qualification.trim().is_empty() && speaks_of_it() {
        return None;
    }
    let plain = qualification.chars().all(|c| c.is_alphanumeric() || " ,&/()*_-\u{A0}".contains(c));
    plain.then(|| text.len() - after.len() + colon + 1)
}

/// Characters of a boilerplate's heading.
const LONGEST_HEADING: usize = 90;

/// "About X", "Über X": short, without the end of a sentence, and not about the release itself.
pub fn boilerplate_heading(text: &str) -> bool {
    remembered!(text, reads_as_boilerplate_heading => bool)
}

fn reads_as_boilerplate_heading(text: &str) -> bool {
    let bare = text.trim_matches(['*', '_', '#', ' ', ':', '\u{A0}']);
    if bare.len() > 4 * LONGEST_HEADING || bare.chars().count() > LONGEST_HEADING {
        return false;
    }
    let folded = fold(bare);
    if folded.ends_with(" im profil") || folded == "boilerplate" {
        return true;
    }
    let Some(phrase) = words::BOILERPLATE.beginning(&folded) else {
        return false;
    };
    let after = &folded[phrase.len()..];
    let separated = phrase.ends_with('\'') || after.is_empty() || after.starts_with([' ', '\u{A0}', ':']);
    let named = bare.chars().skip(phrase.chars().count()).find(|c| c.is_alphanumeric());
    if words::BOILERPLATE_ALONE.has(&folded) {
        return text.starts_with(|c: char| c.is_uppercase() || !c.is_alphanumeric());
    }
    let has_name = match named {
        None => false,
        Some(c) => !c.is_ascii_digit() && bare.split_whitespace().skip(1).any(|w| w.chars().any(char::is_uppercase)),
    };
    // "About the harbour, see our page"
    let runs_on = folded.split_once(", ").is_some_and(|(_, rest)| {
        let original = bare.split_once(", ").map_or("", |(_, rest)| rest);
        original.starts_with(char::is_lowercase) && rest.split_whitespace().count() > 1
    });
    let sentence = runs_on || bare.ends_with(['.', '!', '?']) && !ends_with_legal_form(&folded);
    separated
        && has_name
        && !sentence
        && !bare.contains('@')
        && details::phones(bare).is_empty()
        && words::FALSE_BOILERPLATE.beginning(&folded).is_none()
        && text.chars().next().is_some_and(|c| c.is_uppercase() || !c.is_alphanumeric())
}

/// "About this release", above what is no house's description.
pub fn false_boilerplate(text: &str) -> bool {
    words::FALSE_BOILERPLATE.has(text.trim_matches(['*', '_', '#', ' ', ':', '\u{A0}']))
}

pub fn ends_with_legal_form(folded: &str) -> bool {
    ["e. v.", "e.v.", "e.g.", "inc.", "ltd.", "corp.", "co.", "s.a.", "s.l."].iter().any(|form| folded.ends_with(form))
}

/// Funding and legal lines.
pub fn notice(text: &str) -> bool {
    words::wordings(text).has(Wordings::NOTICE)
}

/// "DRAFT – not for release": the text calls itself unfinished.
pub fn draft_mark(text: &str) -> bool {
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    let Some(rest) = words::DRAFTS.iter().find_map(|mark| words::behind(bare, mark)) else {
        return false;
    };
    let rest = fold(rest);
    let version = rest.strip_prefix('v').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit() || c == '.'));
    !words::at_least(bare, 10)
        && (rest.is_empty() || rest.starts_with(['-', '–', '—', ':', '|', '(', ',', '!', '.']) || version)
}

/// "Updated: 15 June 2026", which is not the date of the release.
pub fn change_date(text: &str) -> bool {
    words::CHANGES.opening(text).is_some() && !words::at_least(text, 9) && super::date::first(text).is_some()
}

/// "(1.184 Zeichen inkl. Leerzeichen)", "Word count: 420".
pub fn is_count(text: &str) -> bool {
    const MOST_WORDS: usize = 6;
    if !characters::has_digit(text) || words::at_least(text, MOST_WORDS + 1) {
        return false;
    }
    let folded = fold(text);
    words::COUNTS.is_in(&folded) && (folded.starts_with('(') || folded.contains(':'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn end_marks_are_known_in_every_writing() {
        for mark in ["###", "# # #", "# #", "-30-", "--30--", "-end-", "ENDS", "– ENDE –", "– FIN –", "***", "*****"]
        {
            assert!(end_mark(mark), "{mark}");
        }
        for text in ["30", "The end of an era", "#1 in Europe"] {
            assert!(!end_mark(text), "{text}");
        }
    }

    #[test]
    fn contact_headings_may_carry_the_contact() {
        let rest = |text: &'static str| contact_heading(text).map(|at| text[at..].trim());
        assert_eq!(rest("Contact:"), Some(""));
        assert_eq!(rest("Contact: Claire Crouch"), Some("Claire Crouch"));
        assert_eq!(rest("Rückfragen & Kontakt:"), Some(""));
        assert_eq!(rest("Pressekontakt"), Some(""));
        assert_eq!(rest("Contact lenses are popular"), None);
        assert_eq!(rest("Press freedom under threat: readers act"), None);
    }

    #[test]
    fn boilerplate_headings_are_told_from_false_ones() {
        for text in [
            "About Acme",
            "Über die Eclipse Foundation",
            "À propos de Graines à quai",
            "Acerca de Acme:",
            "About the Night Sky Trust",
            "Über Steinhorch e. V.",
        ] {
            assert!(boilerplate_heading(text), "{text}");
        }
        for text in [
            "Über die Mitteilung",
            "Über 300 Menschen kamen",
            "About 300 people came",
            "About the matter he said nothing.",
            "À propos de l'annonce",
        ] {
            assert!(!boilerplate_heading(text), "{text}");
        }
    }

    #[test]
    fn a_line_that_is_anything_by_itself_stands_alone() {
        for text in
            ["embargoed until delivery", "Pressekontakt", "Bildunterschrift:", "About Acme", "© Jane Doe", "###"]
        {
            assert!(stands_alone(text), "{text}");
        }
        assert!(!stands_alone("the lamp room of the harbour"));
    }

    #[test]
    fn marks_are_no_longer_than_their_limit() {
        assert!(end_mark(&"#".repeat(LONGEST_MARK)));
        assert!(!end_mark(&"#".repeat(LONGEST_MARK + 1)));
        assert!(end_mark("-0-") && !end_mark("0"));
        let regards = |length: usize| format!("Kind regards{}", "!".repeat(length - 12));
        assert!(valediction(&regards(LONGEST_MARK)));
        assert!(!valediction(&regards(LONGEST_MARK + 1)));
    }

    #[test]
    fn a_heading_of_a_contact_is_no_sentence() {
        let value = |words: usize| format!("Contact:{}", " lamp".repeat(words));
        assert!(contact_heading(&value(14)).is_some());
        assert_eq!(contact_heading(&value(15)), None);
        assert!(contact_heading(&format!("{} jane@x.example", value(14))).is_some());
        assert!(contact_heading("Contact for us in or at my own:").is_some());
        assert_eq!(contact_heading("Contact for us in or at my own go:"), None);
        assert_eq!(contact_heading("Contact us? Anybody can:"), None);
    }

    #[test]
    fn a_boilerplate_heading_is_short_and_names_a_house() {
        for (text, is_one) in [
            ("Die Stadt Dresden im Profil", true),
            ("Boilerplate", true),
            ("À propos d'Acme", true),
            ("About us", true),
            ("**About us**", true),
            ("about us", false),
            ("**About Acme**", true),
            ("About Acme, plc", true),
            ("About Acme, Harbour House", true),
            ("About the Harbour, see our page", false),
        ] {
            assert_eq!(boilerplate_heading(text), is_one, "{text}");
        }
        // Of letters of two bytes, since letters are counted.
        let heading = |length: usize| format!("Über Ü{}", "ü".repeat(length - 6));
        assert!(boilerplate_heading(&heading(LONGEST_HEADING)));
        assert!(!boilerplate_heading(&heading(LONGEST_HEADING + 1)));
    }

    #[test]
    fn a_draft_a_change_and_a_count_say_so_on_a_short_line() {
        for (text, is_one) in [
            ("DRAFT v2", true),
            ("Draft v.2", true),
            ("Draft vision of the harbour", false),
            ("Draft budget passes", false),
        ] {
            assert_eq!(draft_mark(text), is_one, "{text}");
        }
        assert!(change_date("Updated 14 March 2026"));
        assert!(!change_date("Updated timetable for the ferry that leaves on 14 March 2026"));
        assert!(is_count("(1.184 Zeichen inkl. aller Leerzeichen hier)"));
        assert!(!is_count("(1.184 Zeichen inkl. aller der Leerzeichen hier)"));
        assert!(!is_count("(alle Zeichen)"));
    }
}
