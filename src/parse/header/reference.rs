//! Numbers by which a court, the police or an office files what a release is about, "(File 168/26)", "Case # 21CM11",
//! or the release itself, "NHO 96-48".
//!
//! A number within a headline is none of them.

use crate::characters;
use crate::parse::words;

pub fn is_reference(text: &str) -> bool {
    in_parentheses(text) || labelled(text) || is_of_series(text)
}

/// "NHO 96-48", "CB93-O.17": an office's short name, and the number of its release.
pub fn is_of_series(text: &str) -> bool {
    const FEWEST_DIGITS: usize = 3;
    const LONGEST_NAME: usize = 5;
    const MOST_WORDS: usize = 2;
    let name = text.bytes().take_while(u8::is_ascii_uppercase).count();
    let number = text[name..].strip_prefix(' ').unwrap_or(&text[name..]);
    (2..=LONGEST_NAME).contains(&name)
        && !words::at_least(text, MOST_WORDS + 1)
        && number.starts_with(|c: char| c.is_ascii_digit())
        && number.bytes().filter(u8::is_ascii_digit).count() >= FEWEST_DIGITS
        && number.contains(['-', '/'])
        && number.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || "/-.".contains(c))
}

/// "(File 168/26)"
fn in_parentheses(text: &str) -> bool {
    const MOST_WORDS: usize = 3;
    let Some(inner) = text.strip_prefix('(').and_then(|text| text.strip_suffix(')')) else { return false };
    let number = inner.rsplit(' ').next().unwrap_or("");
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    !words::at_least(inner, MOST_WORDS + 1)
        && digits >= 2
        && number.contains(['/', '-'])
        && number.chars().all(|c| c.is_ascii_alphanumeric() || "/-.".contains(c))
}

/// "Case # 21CM11", "Docket No. 3:20-cr-00123": a label, a sign or a word for a number, and the number.
fn labelled(text: &str) -> bool {
    const MOST_WORDS: usize = 5;
    if !characters::has_digit(text) || words::at_least(text, MOST_WORDS + 1) {
        return false;
    }
    let behind = words::REFERENCE_LABELS.behind_each(text.trim_start());
    behind.map(|rest| rest.trim_start_matches([' ', '.'])).any(|rest| {
        let number = ["no.", "no", "nr.", "nr", "number", "num."].iter().find_map(|word| words::behind(rest, word));
        let signed = rest.starts_with(['#', ':']);
        let number = number.unwrap_or(rest).trim_start_matches(['#', ':', ' ', '\u{A0}', '.', 's']);
        let is_number = |word: &str| {
            (word.contains(|c: char| c.is_ascii_digit()) || word.len() <= 2)
                && word.chars().all(|c| c.is_ascii_alphanumeric() || "/-.:,;".contains(c))
        };
        (signed || number.len() < rest.len()) && !number.is_empty() && number.split(' ').all(is_number)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_that_files_a_case_is_a_reference() {
        for text in [
            "(File 168/26)",
            "Case # 21CM11",
            "Case No.: 10-112",
            "Docket No. 3:20-cr-00123",
            "Az.: 12 Js 345/26",
            "INCIDENT #2026-1188",
            "NHO 96-48",
            "NHO 03-R258",
            "CB93-O.17",
        ] {
            assert!(is_reference(text), "{text}");
        }
        for text in [
            "Case closed after 12 years",
            "Report: 9 of 10 lamps lit",
            "Incident on pier 9",
            "Case 9 lost",
            "(2026)",
            "(Part 2)",
            "COVID-19",
            "EU 2026",
            "IFA 2026/27 opens",
        ] {
            assert!(!is_reference(text), "{text}");
        }
    }
}
