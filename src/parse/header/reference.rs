//! Numbers by which a court, the police or an office files what a release is about, "(File 168/26)", "Case # 21CM11",
//! or the release itself, "NHO 96-48".
//!
//! A number within a headline is none of them.

use super::Header;
use super::headlines::{Candidate, above_headline};
use crate::characters;
use crate::manuscript::Joint;
use crate::parse::words::{self, fold};
use crate::parse::{date, line};

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

/// "Beschluss vom 11. Mai 2026", "2 O 123/26", "Urteil in der Rechtssache C-12/26" and the parties below: what a court
/// decided stands above its headline as a kicker, where another line is left to be that.
pub fn rulings_above(header: &mut Header, lines: &mut Vec<Candidate>) {
    let is_ruling = |at: usize| {
        let line = &lines[at];
        let below_case = || at > 0 && line.joint != Joint::Gap && ruling(lines[at - 1].text());
        line.level.is_none()
            && (ruling(line.text()) || is_docket(line.text()) || below_case() && are_parties(line.text()))
    };
    let rulings: Vec<bool> = (0..lines.len()).map(is_ruling).collect();
    let is_headline =
        |at: usize| !rulings[at] && lines[at].words() > 2 && line::release_line(lines[at].text()).is_none();
    if !(0..lines.len()).any(is_headline) {
        return;
    }
    let (out, kept): (Vec<_>, Vec<_>) = lines.drain(..).zip(&rulings).partition(|(_, is_ruling)| **is_ruling);
    let candidates = |of: Vec<(Candidate, &bool)>| of.into_iter().map(|(line, _)| line).collect::<Vec<_>>();
    lines.extend(candidates(kept));
    let out = candidates(out);
    if !out.is_empty() {
        above_headline(header, &out);
    }
}

/// A decision, its day, its case, and nothing else.
fn ruling(text: &str) -> bool {
    let Some(label) = words::RULINGS.opening(text) else { return false };
    let mut rest = fold(words::after(text.trim_start(), label));
    let mut told = false;
    while let Some(found) = date::first(&rest) {
        rest.replace_range(found.range, " ");
        told = true;
    }
    let is_small = |word: &&str| {
        words::BEFORE_DAYS.has_small(word)
            || words::GENITIVES.has_small(word)
            || words::ARTICLES.has_small(word)
            || words::LOCATIVES.has_small(word)
            || words::CONJUNCTIONS.has_small(word)
            || words::RULINGS.has_small(word)
            || is_part_of_docket(word)
    };
    let parts = || rest.split([' ', ',', '(', ')', '–', '—', '|', ':']).filter(|word| !word.is_empty() && *word != "-");
    told |= parts().any(|part| is_number_of_year(part.rsplit('-').next().unwrap_or(part)));
    told && parts().all(|word| is_small(&word))
}

/// "2 O 123/26", "VI ZR 12/26", "C-123/26"
fn is_docket(text: &str) -> bool {
    const MOST_PARTS: usize = 4;
    let parts: Vec<&str> = text.trim_matches(['(', ')', ' ']).split([' ', '\u{A0}']).collect();
    let [first, .., last] = parts.as_slice() else {
        return text.split_once('-').is_some_and(|(court, number)| court.len() == 1 && is_number_of_year(number));
    };
    let opens = first.bytes().all(|byte| byte.is_ascii_digit()) || first.bytes().all(|byte| b"IVX".contains(&byte));
    (3..=MOST_PARTS).contains(&parts.len())
        && opens
        && is_number_of_year(last)
        && parts.iter().all(|part| is_part_of_docket(&fold(part)))
}

fn is_part_of_docket(part: &str) -> bool {
    const LONGEST: usize = 4;
    let (court, number) = part.rsplit_once('-').unwrap_or(("", part));
    is_number_of_year(number) && court.len() <= 1
        || part.bytes().all(|byte| byte.is_ascii_digit()) && part.len() <= 2
        || part.len() <= LONGEST && part.bytes().all(|byte| byte.is_ascii_alphabetic())
}

/// "123/26"
fn is_number_of_year(text: &str) -> bool {
    let is_figure = |part: &str| !part.is_empty() && part.len() <= 5 && part.bytes().all(|byte| byte.is_ascii_digit());
    text.split_once('/')
        .is_some_and(|(number, year)| is_figure(number) && is_figure(year) && [2, 4].contains(&year.len()))
}

/// "Falk / Wasserverband Hohenrain"
fn are_parties(text: &str) -> bool {
    [" / ", " ./. ", " v ", " v. ", " gegen ", " contre ", " contra ", " contro ", " tegen "]
        .iter()
        .any(|sign| text.contains(sign))
}

/// Where the subject begins behind what a mailing list sets before it: "[HVB PR][DE] ".
pub fn behind_tags(text: &str) -> usize {
    let mut rest = text;
    while let Some((tag, behind)) = rest.strip_prefix('[').and_then(|inner| inner.split_once(']'))
        && !tag.is_empty()
        && tag.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || " -".contains(c))
    {
        rest = behind.trim_start();
    }
    if rest.is_empty() { 0 } else { text.len() - rest.len() }
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
    const MOST_WORDS: usize = 12;
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

/// "`BoxID`: 772555 (Stadtwerke Lohe)": a label, a colon and a number, whatever stands behind.
pub fn opens_with_number(text: &str) -> bool {
    let behind = words::REFERENCE_LABELS.behind_each(text.trim_start());
    let numbers = behind.filter_map(|rest| rest.trim_start().strip_prefix(':'));
    numbers.map(str::trim_start).any(|number| {
        let first = number.split([' ', '\u{A0}']).next().unwrap_or(number);
        first.len() >= 4 && first.bytes().all(|byte| byte.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decision_of_a_court_and_its_number_are_told_from_headlines() {
        for text in [
            "Beschluss vom 11. Mai 2026",
            "Urteil vom 14. Mai 2026 – VI ZR 123/25",
            "Urteil in der Rechtssache C-123/25",
            "Urteile in den Rechtssachen C-123/25 und C-124/25",
            "Judgment in Case C-123/25",
            "Arrêt dans l’affaire C-123/25",
            "Sentenza nella causa C-123/25",
            "Rechtssache C-123/25",
        ] {
            assert!(ruling(text), "{text}");
        }
        for text in ["1 BvR 123/25", "VI ZR 12/25", "C-123/25", "2 BvE 1/25", "12 Js 345/25"] {
            assert!(is_docket(text), "{text}");
        }
        for text in [
            "Urteil gegen Hafenbetreiber bestätigt",
            "Urteil vom 14. Mai 2026 stärkt Mieter",
            "Beschluss",
            "Judgment day in Aldwick",
            "Order 12 new bins",
        ] {
            assert!(!ruling(text), "{text}");
        }
        for text in ["Haushalt 2026/27", "2 von 3 Lampen brennen", "Saison 2025/26"] {
            assert!(!is_docket(text), "{text}");
        }
    }

    #[test]
    fn a_mailing_list_sets_its_tags_before_the_subject() {
        assert_eq!(behind_tags("[HVB PR][DE] Neues Wehr"), 13);
        for text in ["Neues Wehr", "[2026-04-25] Neues Wehr an der Mühle", "[Bild] Neues Wehr", "[HVB]"] {
            let tags = if text.starts_with("[2026") { 13 } else { 0 };
            assert_eq!(behind_tags(text), tags, "{text}");
        }
    }

    #[test]
    fn a_number_that_files_a_case_is_a_reference() {
        for text in [
            "(File 168/26)",
            "Case # 21CM11",
            "Case No.: 10-112",
            "Docket No. 3:20-cr-00123",
            "Az.: 12 Js 345/26",
            "INCIDENT #2026-1188",
            "Ref.: PN 26/41",
            "Our ref.: BH/14",
            "Reference: PN 14/26",
            "Story Box-ID: 1230337",
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
