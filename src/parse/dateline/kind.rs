//! What a text calls itself before its date.

use crate::parse::{line, words};

/// "City Museum – Press release – " before a date.
pub fn names_its_kind(before: &str) -> bool {
    /// "CP", "NP 45/2026": communiqué de presse, nota de prensa.
    const SHORT: [&str; 6] = ["CP", "NP", "NDP", "PM", "MM", "PI"];
    /// "Service update", "Incident summary".
    const LAST: [&str; 6] = ["update", "summary", "statement", "bulletin", "briefing", "notice"];
    let is_kind = |part: &str| {
        let part = part.trim();
        let first = part.split(' ').next().unwrap_or(part);
        let last = part.rsplit(' ').next().unwrap_or(part);
        let short = SHORT.contains(&first) && part[first.len()..].chars().all(|c| !c.is_alphabetic());
        let numbered = || {
            let phrase = words::RELEASE_LINES.opening(part);
            phrase.is_some_and(|phrase| line::release_number(words::after(part, phrase)).is_some())
        };
        let named = || part.contains(' ') && !words::at_least(part, 5) && LAST.contains(&last);
        words::RELEASE_LINES.has(part) || short || numbered() || named()
    };
    before.ends_with(['|', '–', '—', '-', '·']) && before.split(['|', '–', '—', '·', '/']).any(is_kind)
}
