//! What is dialled behind a number, and the ends of further numbers that share its beginning: "Ext. 1234",
//! "0351 555-1510, -1722". They stay with their number, as written, since alone they call nobody.

use super::figures::digits_in;
use crate::parse::words;

/// How many bytes an extension behind a number takes: " Ext. 1234".
pub fn extension(after: &str) -> usize {
    // "07777/100-Kl.2180"
    let text = after.trim_start_matches([' ', ',', '(', '-', '\u{A0}']);
    let in_parentheses = after[..after.len() - text.len()].contains('(');
    let Some(label) = words::EXTENSIONS.opening(text) else {
        // "x752" is written without a blank.
        let digits = text.strip_prefix('x').map_or(0, |rest| rest.chars().take_while(char::is_ascii_digit).count());
        return if digits > 0 { after.len() - text.len() + 1 + digits } else { 0 };
    };
    let value = words::after(text, label).trim_start_matches(['.', ':', ' ', '\u{A0}']);
    let digits = value.chars().take_while(char::is_ascii_digit).count();
    let closing = usize::from(in_parentheses && value[digits.min(value.len())..].starts_with(')'));
    if (1..=6).contains(&digits) { after.len() - value.len() + digits + closing } else { 0 }
}

/// How many bytes the ends of further numbers behind one take: ", -1500, -1722", " | -1722", " oder -12".
pub fn further_ends(number: &str, after: &str) -> usize {
    const FEWEST_DIGITS: usize = 7;
    if digits_in(number) < FEWEST_DIGITS {
        return 0;
    }
    let mut rest = after;
    if let Some(behind) = bare_end(number, after) {
        rest = behind;
    }
    while let Some(behind) = behind_joint(rest).and_then(behind_end) {
        rest = behind;
    }
    after.len() - rest.len()
}

/// Whether a text opens with the end of a number: "-1722".
pub fn opens_with_number_end(text: &str) -> bool {
    behind_end(text.trim_start_matches([' ', '\u{A0}'])).is_some()
}

/// "(0391) 555-5504/-5514/-5516": the first of the numbers.
pub fn without_further_ends(part: &str) -> &str {
    let part = part.split([',', '|']).next().unwrap_or(part);
    let mut strokes = part.match_indices('/').map(|(at, _)| part.split_at(at));
    strokes.find(|(_, rest)| opens_with_number_end(&rest[1..])).map_or(part, |(first, _)| first)
}

/// What stands behind a sign or a small word that joins two numbers.
fn behind_joint(text: &str) -> Option<&str> {
    let blanks = [' ', '\u{A0}'];
    let joint = text.trim_start_matches(blanks);
    if let Some(behind) = joint.strip_prefix([',', '|', '/']) {
        return Some(behind.trim_start_matches(blanks));
    }
    let (word, behind) = joint.split_once(blanks)?;
    words::CONJUNCTIONS.has_small(word).then(|| behind.trim_start_matches(blanks))
}

/// "(212) 555-0189 or 0166": the last figures of another number, as many as the first one ends in.
fn bare_end<'t>(number: &str, after: &'t str) -> Option<&'t str> {
    const FIGURES: usize = 4;
    let (word, behind) = after.strip_prefix(' ')?.split_once(' ')?;
    let figures = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let ends_alike = number.rsplit('-').next().is_some_and(|end| end.len() == FIGURES && figures(end) == FIGURES);
    let rest = behind.get(FIGURES..).filter(|_| figures(behind) == FIGURES && ends_alike)?;
    let goes_on = rest.trim_start().starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '–' | '/' | '('));
    (words::CONJUNCTIONS.has_small(word) && !goes_on).then_some(rest)
}

fn behind_end(text: &str) -> Option<&str> {
    const MOST_DIGITS: usize = 5;
    let figures = text.strip_prefix(['-', '–'])?;
    let behind = figures.trim_start_matches(|c: char| c.is_ascii_digit());
    let goes_on = behind.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '–' | '@' | '_'));
    ((1..=MOST_DIGITS).contains(&(figures.len() - behind.len())) && !goes_on).then_some(behind)
}

#[cfg(test)]
mod tests {
    use crate::parse::details::phones_of_contact;

    #[test]
    fn the_ends_of_further_numbers_stay_with_the_first() {
        let found = |text: &str| phones_of_contact(text).into_iter().map(|p| p.1).collect::<Vec<_>>();
        for number in [
            "(0391) 555-5504/-5514/-5516",
            "+49 (0)30.55 49 84-1510 | -1722",
            "030 555-1510, -1500, -1722",
            "0351 555-110 oder -12",
        ] {
            assert_eq!(found(&format!("Tel. {number}")), [number]);
            assert_eq!(found(&format!("Tel. {number}, Mail")), [number]);
        }
        assert_eq!(found("030 555-1510, -17-22"), ["030 555-1510"]);
        assert_eq!(found("030 555-1510, -17 Grad"), ["030 555-1510, -17"]);
    }
}
