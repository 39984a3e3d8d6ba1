//! Whether a text opens with an entry, and what stands behind it.

use super::folded;

/// What stands behind an entry, or another folded text, that a text begins with.
#[inline]
pub fn behind<'t>(text: &'t str, entry: &str) -> Option<&'t str> {
    // The second letter and the third tell nearly all others apart.
    if let (Some(letters), Some(wanted)) = (text.as_bytes().first_chunk::<3>(), entry.as_bytes().first_chunk::<3>())
        && letters.is_ascii()
        && (letters[1].to_ascii_lowercase() != wanted[1] || letters[2].to_ascii_lowercase() != wanted[2])
    {
        return None;
    }
    behind_by_bytes(text, entry)
}

/// Letter by letter only from where one is not ASCII.
fn behind_by_bytes<'t>(text: &'t str, entry: &str) -> Option<&'t str> {
    let pairs = text.bytes().zip(entry.bytes());
    let same = pairs.take_while(|(letter, wanted)| letter.is_ascii() && letter.to_ascii_lowercase() == *wanted).count();
    let (text, entry) = (&text[same..], &entry[same..]);
    let mut letters = text.chars();
    entry.chars().all(|wanted| letters.next().map(folded) == Some(wanted)).then_some(letters.as_str())
}

/// Whether a text opens with an entry as whole words.
pub fn opens_with(text: &str, entry: &str) -> bool {
    behind(text, entry).is_some_and(starts_anew)
}

pub(super) fn starts_anew(rest: &str) -> bool {
    rest.chars().next().is_none_or(|c| !c.is_alphanumeric())
}
