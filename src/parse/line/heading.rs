//! Headings of a release's parts: contacts, notes, boilerplates.
//!
//! What stands below them is not asked here.

mod behind_house;
mod of_a_house;

use super::about::{is_name_in_brief, is_sentence_about};
use super::ends_with_legal_form;
use crate::parse::memory::remembered;
use crate::parse::words::{self, fold};
use crate::parse::{date, details, people};
use behind_house::contact_behind_house;
pub use of_a_house::says_contact;
use of_a_house::{house_in_label, of_a_house};

/// The offset of what follows on the line after "Contact:" or "Pressekontakt".
pub fn contact_heading(text: &str) -> Option<usize> {
    remembered!(text, read_contact_heading => Option<usize>)
}

fn read_contact_heading(text: &str) -> Option<usize> {
    // "Media opportunity:" above where and when the press may come.
    if text.split_once(':').is_some_and(|(event, _)| words::PRESS_EVENTS.has(event)) {
        return None;
    }
    let rest = heading(text, &words::CONTACT, CONTACT_SLACK)
        .or_else(|| two_headings(text))
        .or_else(|| of_a_house(text))
        .or_else(|| of_somebody(text))
        .or_else(|| contact_behind_house(text))?;
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
        let mut parts = label.split_whitespace();
        let desk = || words::CONTACT.opening(label).filter(|desk| desk.len() < label.trim_end().len());
        !name.is_empty()
            && parts.any(|word| words::GENITIVES.has_small(word))
            && desk().is_some_and(people::is_organisation)
            && people::is_organisation(label)
    };
    if name.is_empty()
        && let Some(house) = house_in_label(label)
    {
        return Some(house);
    }
    Some(if says_role || names_somebody() || names_a_house() { 0 } else { rest })
}

/// "Spokesperson: Jane Doe", "Press officer:" above a name; "Spokesman: no comment" is a headline.
fn of_somebody(text: &str) -> Option<usize> {
    const LONGEST_QUALIFICATION: usize = 30;
    let rest = heading(text, &words::CONTACT_LABELS, LONGEST_QUALIFICATION)?;
    let value = text[rest..].trim();
    // "Info: Jane Doe, 0113 496 0288", and not where tickets are to be had.
    let informs = words::CONTACT_LABELS.opening(text).is_some_and(|label| ["info", "infos"].contains(&label));
    let calls = || people::opens_with_person(value) || !informs && details::reaches_somebody(value);
    (!(informs && value.is_empty()) && text[..rest].ends_with(':') && (value.is_empty() || calls())).then_some(rest)
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
    // "Anmälan och frågor" calls the press as well.
    let longest = |table: &words::Table| table.opening(text).map(str::len);
    longest(&words::OTHER_CONTACT) > longest(&words::CONTACT)
        && heading(text, &words::OTHER_CONTACT, CONTACT_SLACK).is_some()
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
pub fn heading(text: &str, entries: &words::Table, slack: usize) -> Option<usize> {
    let lead_in = text.len() - text.trim_start_matches(['*', '#', '_', ' ', '•', '+', '=']).len();
    let body = &text[lead_in..];
    let label = entries.opening(body)?;
    let after = words::after(body, label);
    let trimmed = after.trim_matches(['*', '_', ' ', '\u{A0}', '#', '=', '+', '-', '–', '—']);
    // "Meer weten?"
    let asks = || trimmed == "?" && label.contains(' ');
    if trimmed.is_empty()
        || slack >= CONTACT_SLACK && (is_enumerated(label, trimmed) || is_qualified(trimmed) || asks())
    {
        return Some(text.len());
    }
    // "ENQUIRIES; Mr. Low": a sign that was meant to be a colon.
    // That of "http://" is none.
    let colons = || after.match_indices(':').map(|(at, _)| at).find(|at| !after[at + 1..].starts_with("//"));
    let colon = colons().or_else(|| after.starts_with(';').then_some(0)).filter(|at| *at <= slack.max(2))?;
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
    // "Press view: Thursday 4 February 2027"
    let names_a_day = date::opening(value.trim()).is_some();
    if words::PLAIN_CONTACTS.has(label) && !qualification.trim().is_empty() && (names_a_day || speaks_of_it()) {
        return None;
    }
    let plain = qualification.chars().all(|c| c.is_alphanumeric() || " ,&/()*_-#\u{A0}".contains(c));
    plain.then(|| text.len() - after.len() + colon + 1)
}

/// "Contact (for the media only)", and not "Contact (Jane Doe)".
fn is_qualified(behind: &str) -> bool {
    const MOST_WORDS: usize = 6;
    let inner = behind.strip_prefix('(').and_then(|inner| inner.strip_suffix(')'));
    inner.is_some_and(|inner| {
        !words::at_least(inner, MOST_WORDS + 1)
            && inner.chars().all(|c| c.is_alphabetic() || " -.".contains(c))
            && people::person(inner).is_none()
    })
}

/// "For all press enquiries, interviews and tickets" on a line of its own.
fn is_enumerated(label: &str, behind: &str) -> bool {
    const MOST_WORDS: usize = 6;
    let joined = |(joint, _)| words::CONJUNCTIONS.has_small(joint);
    let goes_on = behind.starts_with([',', '&']) || behind.split_once(' ').is_some_and(joined);
    let opens = label.split_once(' ').is_some_and(|(purpose, _)| words::PURPOSES.has_small(purpose));
    opens
        && goes_on
        && !words::at_least(behind, MOST_WORDS + 1)
        && behind.chars().all(|c| c.is_lowercase() || ", &-".contains(c))
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
    // "Der HKV im Überblick"; "Die Termine im Überblick" head a list.
    let is_house = |name: &str| {
        let (article, name) = name.split_once(' ').unwrap_or_default();
        let short = (2..=8).contains(&name.len()) && name.chars().all(|c| c.is_uppercase() || c == '-');
        words::ARTICLES.has(article) && (short || people::is_name_of_house(name))
    };
    if bare.strip_suffix(" im Überblick").is_some_and(is_house) {
        return true;
    }
    if folded.ends_with(" im profil") || folded == "boilerplate" || is_name_in_brief(bare, &folded) {
        return true;
    }
    let Some(phrase) = words::BOILERPLATE.beginning(&folded) else {
        return false;
    };
    let after = &folded[phrase.len()..];
    let separated = phrase.ends_with('\'') || after.is_empty() || after.starts_with([' ', '\u{A0}', ':']);
    let named = bare.chars().skip(phrase.chars().count()).find(|c| c.is_alphanumeric());
    // "Qui sommes-nous ?"
    if words::BOILERPLATE_ALONE.has(folded.trim_end_matches(['?', ' '])) {
        return text.starts_with(|c: char| c.is_uppercase() || !c.is_alphanumeric());
    }
    let has_name = match named {
        None => false,
        // "About 8bitHalden", and not "About 40 Boats".
        Some(c) => {
            (!c.is_ascii_digit() || names_by_figure(bare, phrase))
                && bare.split_whitespace().skip(1).any(|w| w.chars().any(char::is_uppercase))
        }
    };
    // "About the harbour, see our page"
    let runs_on = folded.split_once(", ").is_some_and(|(_, rest)| {
        let original = bare.split_once(", ").map_or("", |(_, rest)| rest);
        original.starts_with(char::is_lowercase) && rest.split_whitespace().count() > 1
    });
    // "About Ferries Now!": a name that ends so.
    let is_name =
        || bare.ends_with('!') && bare.split_whitespace().skip(1).all(|word| word.starts_with(char::is_uppercase));
    // "About the City Museum of Washington, D.C."
    let is_initial = || {
        let last = bare.strip_suffix('.').and_then(|before| before.rsplit(['.', ' ']).next());
        last.is_some_and(|last| last.len() == 1 && last.starts_with(|c: char| c.is_ascii_uppercase()))
    };
    let ends_name = || ends_with_legal_form(&folded) || is_name() || is_initial();
    let sentence = runs_on || is_sentence_about(bare) || bare.ends_with(['.', '!', '?']) && !ends_name();
    separated
        && has_name
        && !sentence
        && !bare.contains('@')
        && details::phones(bare).is_empty()
        && words::FALSE_BOILERPLATE.beginning(&folded).is_none()
        && text.chars().next().is_some_and(|c| c.is_uppercase() || !c.is_alphanumeric())
}

/// Whether a name of figures and letters in one stands right behind the phrase.
fn names_by_figure(heading: &str, phrase: &str) -> bool {
    let name: String = heading.chars().skip(phrase.chars().count()).collect();
    let first = name.split_whitespace().next().unwrap_or("");
    first.starts_with(|c: char| c.is_ascii_digit()) && first.contains(char::is_uppercase)
}

/// "About this release", above what is no house's description.
pub fn false_boilerplate(text: &str) -> bool {
    words::FALSE_BOILERPLATE.has(text.trim_matches(['*', '_', '#', ' ', ':', '\u{A0}']))
}

#[cfg(test)]
mod tests;
