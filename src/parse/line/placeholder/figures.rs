//! Figures and words to come: "£XX,XXX", "May XX", "Some XX boats", "________", "%NAME%". Roman numbers, rules and
//! slips to be sent back are none of them.

use crate::characters;
use crate::parse::words::{self, MERGED, PROGRAM_SIGNS, fold};

#[rustfmt::skip]
const UNITS: [&str; 25] = [
    "euro", "euros", "eur", "uhr", "prozent", "percent", "million", "millionen", "kr", "millions", "billion",
    "billions", "milliarden", "milliards", "mio", "mrd", "millones", "milioni", "milhões", "miljoen", "miljard",
    "miljoner", "millioner", "milionów", "procent",
];
/// Whose number Rome wrote.
const CENTURIES: [&str; 8] = ["siglo", "século", "secolo", "siècle", "wieku", "wiek", "segle", "s"];
/// What is counted, and on a slip to be sent back by whoever answers.
const MEASURES: [&str; 11] = [
    "metres",
    "meters",
    "meter",
    "pounds",
    "dollars",
    "people",
    "personen",
    "menschen",
    "kilometer",
    "kilometres",
    "miles",
];

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
        let (before, behind) = (&text[..start], &text[at..]);
        let fits = match bytes[start] {
            _ if length == 1 && !is_millions(before, behind) => false,
            b'_' => colon >= start && is_blank(before, behind, length),
            b'?' if length == 2 => {
                colon >= start
                    && before.ends_with(' ')
                    && (is_measured(behind, &UNITS) || is_measured(behind, &MEASURES))
            }
            b'?' => colon >= start && length >= 3 && is_blank(before, behind, length),
            sign => {
                is_figure(before, behind, length)
                    || is_of_unknown_number(before, behind, length, sign == b'x')
                    || is_quantity(before, behind)
                    || sign == b'X' && is_name_to_come(before, behind, length)
            }
        };
        if fits {
            return Some(&text[start..at]);
        }
        let longer = thousands(before, behind).map(|end| at + end);
        if let Some(end) = longer.or_else(|| Some(start + dummy_number(before, &text[start..])?)) {
            return Some(&text[start..end]);
        }
    }
    None
}

/// "£x million"
fn is_millions(before: &str, behind: &str) -> bool {
    let unit = behind.strip_prefix(' ').and_then(|behind| behind.split([' ', '.', ',']).next()).unwrap_or("");
    before.ends_with(['£', '€', '$']) && ["million", "millions", "billion", "bn", "millionen"].contains(&unit)
}

/// "x,xxx", "xx.xxx" behind a blank: how long it is from its comma on.
fn thousands(before: &str, behind: &str) -> Option<usize> {
    let rest = behind.strip_prefix([',', '.'])?;
    let length = rest.bytes().take_while(|byte| matches!(byte, b'x' | b'X')).count();
    let opens = before.is_empty() || before.ends_with([' ', '£', '€', '$', '(']);
    let ends = !rest[length..].starts_with(|c: char| c.is_alphanumeric() || c == '.' || c == '/');
    (length == 3 && opens && ends).then_some(1 + length)
}

/// "(xxx) xxx-xxxx": as many signs for figures as a phone number has, with others between.
fn dummy_number(before: &str, text: &str) -> Option<usize> {
    const FEWEST: usize = 7;
    const LONGEST: usize = 40;
    let text = characters::at_most(text, LONGEST);
    let is_sign = |byte: u8| matches!(byte, b'x' | b'X');
    let between = |byte: u8| matches!(byte, b' ' | b'-' | b'.' | b'(' | b')');
    let end = text.bytes().take_while(|byte| is_sign(*byte) || between(*byte)).count();
    let number = text[..end].trim_end_matches(|c: char| c.is_ascii() && !is_sign(c as u8));
    let signs = number.bytes().filter(|byte| is_sign(*byte)).count();
    let groups = number.split(|c: char| c != 'x' && c != 'X').filter(|group| !group.is_empty());
    let fits =
        signs >= FEWEST && groups.clone().count() >= 2 && groups.clone().all(|group| (2..=5).contains(&group.len()));
    let opens = !before.ends_with(char::is_alphanumeric);
    (fits && opens && !text[end..].starts_with(char::is_alphanumeric)).then_some(number.len())
}

/// Before what is counted or paid.
fn is_measured(behind: &str, units: &[&str]) -> bool {
    let unit = behind.trim_start().split([' ', '.', ',']).next().unwrap_or("");
    behind.starts_with(' ') && units.contains(&fold(unit).as_str())
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
    // No number of Rome has four.
    let is_none = length >= 4 && next.starts_with(char::is_lowercase);
    if small { length >= 3 && (counted || before.trim().is_empty()) } else { counted || opens || is_none }
}

/// "XX million", "XX%"
fn is_quantity(before: &str, behind: &str) -> bool {
    let last = fold(before.trim_end().trim_end_matches('.').rsplit(' ').next().unwrap_or(""));
    let opens = before.is_empty() || before.ends_with([' ', '\u{A0}', '(']);
    let is_share = || behind.trim_start_matches([' ', '\u{A0}']).starts_with('%');
    opens && !CENTURIES.contains(&last.as_str()) && (is_measured(behind, &UNITS) || is_share())
}

/// "The XXXXXX Grant", "awarded to XXXXXX.": a name in so many signs; no number of Rome has them.
fn is_name_to_come(before: &str, behind: &str, length: usize) -> bool {
    const FEWEST: usize = 5;
    let opens = before.is_empty() || before.ends_with(' ');
    let goes_on = || behind.strip_prefix(' ').is_some_and(|next| next.starts_with(char::is_alphabetic));
    let ends = || {
        before.trim_end().ends_with(char::is_lowercase)
            && (behind.is_empty() || behind.starts_with(['.', ',', ';', ')', '\'', '’']))
    };
    length >= FEWEST && opens && (goes_on() || ends())
}

/// Of blanks behind no colon: "Name: ____" is a slip to be sent back, and a rule stands alone.
fn is_blank(before: &str, behind: &str, length: usize) -> bool {
    let next = behind.trim_start();
    let measured = is_measured(behind, &UNITS);
    let goes_on = length >= 3 && next.starts_with(char::is_lowercase);
    let follows = before.trim_end().ends_with(char::is_alphanumeric);
    let alone = before.is_empty() && measured;
    // "said ______, club leader"
    let last = before.trim_end().rsplit(' ').next().unwrap_or("");
    let in_sentence = length >= 3 && last.chars().all(char::is_lowercase) && behind.starts_with([',', '.']);
    follows && (goes_on || in_sentence || measured && before.ends_with(' ')) || alone
}

/// "#REF!", "[object Object]", "*|FNAME|*", "«Vorname»", "{0}": what a program could not fill in.
pub fn of_a_program(text: &str) -> Option<&str> {
    // Nearly every text has none of their signs.
    let may_hold = characters::holds(text, |byte| matches!(byte, b'#' | b'[' | b'%' | b'|' | b'{' | b'<' | 0xC2));
    if !may_hold && !text.contains("NaN") {
        return None;
    }
    let whole = |at: usize, sign: &str| {
        let (before, behind) = (&text[..at], &text[at + sign.len()..]);
        let ends = !behind.starts_with(char::is_alphanumeric) || sign.ends_with(['!', '?']);
        (!before.ends_with(char::is_alphanumeric) && ends).then(|| &text[at..at + sign.len()])
    };
    PROGRAM_SIGNS
        .iter()
        .find_map(|sign| text.match_indices(sign).find_map(|(at, sign)| whole(at, sign)))
        .or_else(|| {
            between(text, "*|", "|*", |name| name.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_'))
        })
        .or_else(|| between(text, "<%=", "%>", |_| true))
        .or_else(|| between(text, "{", "}", |name| name.len() == 1 && name.bytes().all(|byte| byte.is_ascii_digit())))
        .or_else(|| between(text, "«", "»", |name| MERGED.binary_search(&fold(name).as_str()).is_ok()))
}

/// The first that stands between two signs and is a name of the kind asked for.
fn between<'t>(text: &'t str, open: &str, close: &str, is_name: impl Fn(&str) -> bool) -> Option<&'t str> {
    const LONGEST: usize = 60;
    text.match_indices(open).find_map(|(at, _)| {
        let near = characters::at_most(&text[at + open.len()..], LONGEST);
        let name = &near[..near.find(close)?];
        (!name.is_empty() && is_name(name)).then(|| &text[at..at + open.len() + name.len() + close.len()])
    })
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
