//! Phone numbers that only their groups tell: in letters, in threes, in three and five figures; and figures in front
//! of a number or in an address that are none.

use super::figures::digits_in;

/// "888-555-BOAT", "1-800-NIGHT-LINE": how many bytes a number takes that is told in letters and free of charge.
pub fn in_letters(text: &str) -> Option<usize> {
    const FREE: [&str; 7] = ["800", "833", "844", "855", "866", "877", "888"];
    const FEWEST: usize = 7;
    const MOST: usize = 10;
    let national = text.trim_start_matches('+').trim_start_matches("1-").trim_start_matches('(');
    let prefix = FREE.iter().find(|prefix| national.starts_with(**prefix))?;
    let number = national[prefix.len()..].trim_start_matches(')').strip_prefix(['-', ' ', '.']).unwrap_or("");
    let is_part = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '-';
    let end = number.find(|c: char| !is_part(c)).unwrap_or(number.len());
    let part = number[..end].trim_end_matches('-');
    let signs = part.chars().filter(char::is_ascii_alphanumeric).count();
    let ends = !number[part.len()..].starts_with(char::is_alphanumeric);
    let told = part.contains(|c: char| c.is_ascii_uppercase());
    (told && ends && (FEWEST..=MOST).contains(&signs)).then(|| text.len() - number.len() + part.len())
}

/// "555 01881" in a contact: eight figures, as three and five.
pub fn is_in_three_and_five(part: &str, behind: &str) -> bool {
    // A house's number and a post code stand before a town.
    let ends = behind.trim_end().is_empty() || behind.starts_with(['.', ',', ';', ')']);
    let groups = part.split_once([' ', '\u{A0}']);
    ends && groups.is_some_and(|(first, last)| first.len() == 3 && last.len() == 5 && digits_in(part) == 8)
}

/// "955 550 112": nine figures in threes, which elsewhere are a sum.
pub fn is_in_threes(part: &str) -> bool {
    let mut groups = part.split([' ', '\u{A0}', '.']);
    groups.all(|group| group.len() == 3 && group.bytes().all(|byte| byte.is_ascii_digit())) && digits_in(part) == 9
}

/// "May 28, 2005 (202) 555-0108": how many bytes a year and its blank take in front of a number.
pub fn behind_year(part: &str) -> usize {
    let is_year = ["19", "20"].iter().any(|century| part.starts_with(century));
    if is_year && part.find(" (") == Some(4) { 5 } else { 0 }
}

/// Whether what follows is of the way to a page, behind a scheme or "www.".
pub fn is_in_address(before: &str) -> bool {
    let word = before.rsplit(char::is_whitespace).next().unwrap_or("");
    word.contains("://") || word.starts_with("www.")
}

#[cfg(test)]
mod tests {
    use crate::parse::details::phones_of_contact;

    #[test]
    fn numbers_in_letters_and_of_three_and_five_figures_are_phones() {
        let found = |text: &str| phones_of_contact(text).into_iter().map(|p| p.1).collect::<Vec<_>>();
        for number in ["888-555-BOAT", "1-800-NIGHT-LINE", "888-INFO-FDA", "(800) 555-BOAT", "555 01881"] {
            assert_eq!(found(&format!("Line: {number}")), [number]);
            assert_eq!(found(&format!("call {number}.")), [number]);
        }
        for text in ["Weg 123 69126 Heidelberg", "888-BOAT", "The 800 BOATS"] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
        assert_eq!(found("(301) 555-0142/555-0143 (fax)"), ["(301) 555-0142", "555-0143"]);
    }
}
