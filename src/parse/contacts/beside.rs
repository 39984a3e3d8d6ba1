//! The words beside numbers and addresses, once those are taken out.

use super::pieces::{is_joint, label_behind};
use crate::characters;
use crate::parse::{people, words};

/// "(English, French)" behind the last number or address: which languages somebody speaks, or when.
/// "0113 496 0288 (media only)" as well; a person named there stays.
fn remark_behind(
    piece: &str,
    emails: &[String],
    urls: &[String],
    phones: &[(std::ops::Range<usize>, String)],
) -> Option<usize> {
    let addresses = emails.iter().chain(urls).filter_map(|found| Some(piece.rfind(found.as_str())? + found.len()));
    let last = addresses.chain(phones.iter().map(|(range, _)| range.end)).max()?;
    let behind = piece[last..].trim_matches([' ', ',', '.', '\u{A0}']);
    let inner = behind.strip_prefix('(')?.strip_suffix(')')?;
    // "(office)" says which number it is, "(office hours)" when.
    let labels = !inner.contains(' ') && label_behind(behind).is_some();
    let remarks = !inner.contains(['(', ')']) && !labels && people::person(inner).is_none();
    remarks.then_some(last)
}

/// Without blank parts between commas, which numbers and addresses leave.
fn closed_up(rest: &str) -> String {
    let parts: Vec<&str> = rest.split(", ").map(str::trim).filter(|part| !part.is_empty() && *part != ",").collect();
    parts.join(", ")
}

/// Nobody has more on a line, and each is looked for in all of it.
const MOST_ADDRESSES: usize = 100;

pub fn without(piece: &str, emails: &[String], urls: &[String], phones: &[(std::ops::Range<usize>, String)]) -> String {
    let piece = &piece[..remark_behind(piece, emails, urls, phones).unwrap_or(piece.len())];
    let mut rest = piece.to_owned();
    for (range, _) in phones.iter().rev() {
        rest.replace_range(range.clone(), " ");
    }
    for address in emails.iter().chain(urls).take(MOST_ADDRESSES) {
        rest = rest.replace(address.as_str(), " ");
    }
    let rest = without_hours(rest.replace("mailto:", " ").replace("()", " ").replace("( )", " "));
    let rest = rest.trim_matches(|c: char| !c.is_alphanumeric() && c != '.');
    let rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
    // "0113 496 0288 or jane@example.org", "301-457-3620 (fax)"
    let behind = |word: &&str| word.contains(['(', ')']) && label_behind(word).is_some();
    // What a sentence says behind the number or address that ended it is nobody's name.
    let here = rest.split_whitespace().take_while(|word| *word != ".");
    let words: Vec<&str> = here.filter(|word| !behind(word) && ![",", ";"].contains(word)).collect();
    let mut words = words.strip_suffix(&["/"]).unwrap_or(&words);
    // "Jane Doe 0113 496 0288 or 07700 900 321"
    // "Acme press team on 0113 496 0288"
    while let [before @ .., last] = words
        && (is_joint(last) || words::BEFORE_NUMBERS.has_small(last))
    {
        words = before;
    }
    let says_nothing = |word: &&str| is_joint(word) || label_behind(word).is_some();
    if words.iter().all(says_nothing) {
        return String::new();
    }
    // "Harbour Museum, 0113 496 0288 (Jane Doe)": the comma stood before the number.
    let rest = closed_up(&words.join(" ").replace(" ,", ",")).replace(", (", " (");
    let rest = rest.trim_end_matches([',', ';']).to_owned();
    // "Burnett Rowe (Press)": only signs that close nothing are trimmed.
    if rest.contains('(') && !rest.contains(')') && piece.contains(')') { rest + ")" } else { rest }
}

/// "Press office (8am to 8pm)": when somebody can be called is no part of a name.
fn without_hours(mut text: String) -> String {
    while let Some((open, close)) = text
        .match_indices('(')
        .filter_map(|(open, _)| Some((open, open + text[open..].find(')')?)))
        .find(|(open, close)| characters::has_digit(&text[*open..*close]))
    {
        text.replace_range(open..=close, " ");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::details;

    #[test]
    fn words_beside_a_number_stay_without_their_signs() {
        for (piece, left) in [
            ("Lamp e. V., 0351 1234567", "Lamp e. V."),
            ("0351 1234567 or fax", ""),
            ("Ada Berg 0351 1234567 or", "Ada Berg"),
        ] {
            assert_eq!(without(piece, &[], &[], &details::phones(piece)), left, "{piece}");
        }
    }
}
