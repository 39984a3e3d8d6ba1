//! What a text calls itself before its date.

use crate::parse::{line, people, words};

/// "CP", "NP 45/2026": communiqué de presse, nota de prensa.
const SHORT: [&str; 6] = ["CP", "NP", "NDP", "PM", "MM", "PI"];

/// "Joint statement, ", "NEWS RELEASE NO. ", "Luminen Oyj Stock exchange release " before a date.
pub fn calls_itself(before: &str) -> bool {
    let signs = |c: char| !c.is_alphanumeric() && c != '°' && c != ')';
    let bare = before.trim_start_matches(|c: char| !c.is_alphanumeric()).trim_end_matches(signs);
    // "Meldung vom", "Communiqué du"
    let bare = words_of(bare).map_or(bare, |(head, link)| {
        if words::BEFORE_DAYS.has_small(link) { head.trim_end_matches(signs) } else { bare }
    });
    if bare.is_empty() {
        return false;
    }
    // "Nr. 53/26 "
    let is_number = || {
        let label = bare.split_once([' ', '\u{A0}']).map(|(label, _)| label);
        label.is_some_and(line::is_label_of_number) && line::release_number(bare).is_some()
    };
    if words::TEXT_KINDS.has(bare) || line::is_label_of_number(bare) || is_numbered(bare) || is_number() {
        return true;
    }
    // "Harbour Trust plc, "
    if before.trim_end().ends_with([',', '-', '–', '|'])
        && !words::at_least(bare, 7)
        && people::is_house_with_legal_form(bare)
    {
        return true;
    }
    // "Fjordkraft Media ASA (FJM), Published"
    let sender = words_before(bare, &words::TEXT_KINDS).or_else(|| words_before(bare, &words::RELEASE_LINES));
    let sender = sender.or_else(|| words_before(bare, &words::DATE).filter(|sender| sender.ends_with([')', ','])));
    sender.is_some_and(|sender| {
        let sender = sender.trim_end_matches([',', ' ', '\u{A0}', '-', '–', '|']);
        !words::at_least(sender, 7) && (sender.ends_with(')') || people::is_house_with_legal_form(sender))
    })
}

/// "SHERIFF NEWS BRIEFING" before a day: what the press is asked to come to, and no place.
pub fn names_an_event(before: &str) -> bool {
    let folded = words::fold(before.trim_end_matches(|c: char| !c.is_alphanumeric()));
    words::PRESS_EVENTS.before_each(&folded).any(|(before, _)| before.is_empty() || before.ends_with([' ', '-']))
}

/// "PM 45/2026", "Selskabsmeddelelse nr. 12"
fn is_numbered(text: &str) -> bool {
    let short = text.split_once([' ', '\u{A0}']).filter(|(first, _)| SHORT.contains(first)).map(|(_, rest)| rest);
    let named = || {
        [&words::TEXT_KINDS, &words::RELEASE_LINES]
            .into_iter()
            .find_map(|table| Some(words::after(text, table.opening(text)?)))
    };
    short.or_else(named).is_some_and(|number| line::release_number(number).is_some())
}

fn words_of(text: &str) -> Option<(&str, &str)> {
    text.rsplit_once([' ', '\u{A0}'])
}

/// What stands before an entry that a text ends with.
fn words_before<'t>(text: &'t str, table: &words::Table) -> Option<&'t str> {
    const MOST_WORDS: usize = 3;
    let mut starts = text.rmatch_indices([' ', '\u{A0}']).take(MOST_WORDS);
    starts.find_map(|(at, blank)| table.has(&text[at + blank.len()..]).then(|| text[..at].trim_end()))
}

/// "City Museum – Press release – " before a date.
pub fn names_its_kind(before: &str) -> bool {
    let is_kind = |part: &str| {
        let part = part.trim();
        let first = part.split(' ').next().unwrap_or(part);
        let last = part.rsplit(' ').next().unwrap_or(part);
        let short = SHORT.contains(&first) && part[first.len()..].chars().all(|c| !c.is_alphabetic());
        let numbered = || {
            let phrase = words::RELEASE_LINES.opening(part);
            phrase.is_some_and(|phrase| line::release_number(words::after(part, phrase)).is_some())
        };
        let named = || part.contains(' ') && !words::at_least(part, 5) && words::STATEMENTS.has_small(last);
        words::RELEASE_LINES.has(part) || short || numbered() || named()
    };
    before.ends_with(['|', '–', '—', '-', '·']) && before.split(['|', '–', '—', '·', '/']).any(is_kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_text_calls_itself_is_told_from_a_place() {
        for before in [
            "Joint statement,",
            "NO.",
            "PM 45/2026 vom",
            "NR. 53/26",
            "Meldung vom",
            "Selskabsmeddelelse nr. 12 /",
            "Luminen Oyj Pörssitiedote",
            "Fjordkraft Media ASA (FJM) , Published",
            "Harbour Trust plc,",
        ] {
            assert!(calls_itself(before), "{before}");
        }
        for before in ["", "Aldwick,", "Harbour news from Aldwick,", "The council's statement of"] {
            assert!(!calls_itself(before), "{before}");
        }
    }
}
