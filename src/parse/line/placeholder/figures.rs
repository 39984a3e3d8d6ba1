//! Figures and words to come: "£XX,XXX", "May XX", "Some XX boats", "________", "%NAME%". Roman numbers, rules and
//! slips to be sent back are none of them.

use crate::characters;
use crate::parse::words::{self, fold};

/// "£XX,XXX", "May XX, 2026", "20XX", and a blank "________" within a sentence.
pub fn to_come(text: &str) -> Option<&str> {
    let bytes = text.as_bytes();
    // Looked for once: a hostile line has many blanks behind a far colon.
    let colon = text.find(':').unwrap_or(text.len());
    let mut at = 0;
    while let Some(found) = bytes[at..].iter().position(|byte| matches!(byte, b'X' | b'x' | b'_' | b'?')) {
        let start = at + found;
        let length = bytes[start..].iter().take_while(|byte| **byte == bytes[start]).count();
        at = start + length;
        if length == 1 {
            continue;
        }
        let (before, behind) = (&text[..start], &text[at..]);
        let fits = match bytes[start] {
            b'_' => colon >= start && is_blank(before, behind, length),
            b'?' => colon >= start && length >= 3 && is_blank(before, behind, length),
            sign => is_figure(before, behind, length) || is_of_unknown_number(before, behind, length, sign == b'x'),
        };
        if fits {
            return Some(&text[start..at]);
        }
    }
    None
}

fn is_figure(before: &str, behind: &str, length: usize) -> bool {
    let priced = before.ends_with(['£', '€', '$']);
    let dated = before.ends_with("20") && !before[..before.len() - 2].ends_with(char::is_alphanumeric);
    let is_month = |word: &str| words::MONTHS.number(&fold(word)).is_some();
    let month = before.trim_end().rsplit(' ').next().unwrap_or("");
    let of_month = before.ends_with(' ') && is_month(month) && length == 2;
    // "am XX. Mai"
    let next = behind.trim_start_matches(['.', ' ']).split([' ', ',', '.']).next().unwrap_or("");
    let before_month = length == 2 && behind.starts_with([' ', '.']) && !next.is_empty() && is_month(next);
    (priced || dated && length == 2 || of_month || before_month) && !behind.starts_with(char::is_alphabetic)
}

/// "Some XX boats", "xxx Gäste"; a king and a congress have their number in capitals, before a capital or at an end.
fn is_of_unknown_number(before: &str, behind: &str, length: usize, small: bool) -> bool {
    let parted = !before.ends_with(|c: char| c.is_alphanumeric() || c == '-' || c == '/');
    let next = behind.strip_prefix([' ', '\u{A0}']).unwrap_or("");
    if !parted || !next.starts_with(char::is_alphabetic) {
        return false;
    }
    let last = fold(before.trim_end().rsplit(' ').next().unwrap_or(""));
    let counted = before.ends_with(' ') && words::ROUGHLY.has(&last);
    // "siglo" above "XX y XXI": a line may begin with a number of two signs.
    let opens = before.is_empty() && length == 3 && words::at_least(behind, 3) && next.starts_with(char::is_lowercase);
    let opens = opens && !["y ", "e ", "de ", "i "].iter().any(|link| next.starts_with(link));
    if small { length >= 3 && (counted || before.trim().is_empty()) } else { counted || opens }
}

/// Of blanks behind no colon: "Name: ____" is a slip to be sent back, and a rule stands alone.
fn is_blank(before: &str, behind: &str, length: usize) -> bool {
    const UNITS: [&str; 9] = ["euro", "euros", "eur", "uhr", "prozent", "percent", "million", "millionen", "kr"];
    let next = behind.trim_start();
    let unit = next.split([' ', '.', ',']).next().unwrap_or("");
    let measured = behind.starts_with(' ') && UNITS.contains(&fold(unit).as_str());
    let goes_on = length >= 3 && next.starts_with(char::is_lowercase);
    let follows = before.trim_end().ends_with(char::is_alphanumeric);
    let alone = before.is_empty() && measured;
    // "said ______, club leader"
    let last = before.trim_end().rsplit(' ').next().unwrap_or("");
    let in_sentence = length >= 3 && last.chars().all(char::is_lowercase) && behind.starts_with([',', '.']);
    follows && (goes_on || in_sentence || measured && before.ends_with(' ')) || alone
}

/// "%NAME%", "##NAME##", "{% quote %}": a name between the signs of a program.
pub fn between_signs(text: &str) -> Option<&str> {
    const SHORTEST_NAME: usize = 3;
    if !characters::holds(text, |byte| matches!(byte, b'%' | b'#' | b'$' | b'@')) {
        return None;
    }
    if let Some((before, rest)) = text.split_once("{%")
        && let Some((_, behind)) = rest.split_once("%}")
    {
        return Some(&text[before.len()..text.len() - behind.len()]);
    }
    ['%', '#', '$', '@'].into_iter().find_map(|sign| {
        let mut runs = text.match_indices(sign).filter(|(start, _)| !text[..*start].ends_with(sign));
        runs.find_map(|(start, _)| {
            let name = text[start..].trim_start_matches(sign);
            let length = name.find(|c: char| !(c.is_uppercase() || c == '_'))?;
            let closing = name[length..].len() - name[length..].trim_start_matches(sign).len();
            let end = text.len() - name.len() + length + closing;
            let whole =
                !text[..start].ends_with(char::is_alphanumeric) && !text[end..].starts_with(char::is_alphanumeric);
            (length >= SHORTEST_NAME && closing > 0 && whole).then(|| &text[start..end])
        })
    })
}
