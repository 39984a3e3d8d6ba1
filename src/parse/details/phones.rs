//! Phone numbers. A date, a post code, a sum or a number of something else is none.

use std::ops::Range;

use super::extensions::{extension, further_ends, without_further_ends};
use super::figures::{self, digits_in};
use super::groups::{behind_year, in_letters, is_in_address, is_in_three_and_five, is_in_threes};
use crate::characters;
use crate::parse::memory::remembered;
use crate::parse::{date, words};

/// Phone numbers as written, with the bytes they stand in.
pub fn phones(text: &str) -> Vec<(Range<usize>, String)> {
    if !characters::has_digit(text) {
        return Vec::new();
    }
    remembered!(text, find_phones => Vec<(Range<usize>, String)>)
}

/// Phone numbers among the lines of a contact, where "955 550 121" is no sum.
pub fn phones_of_contact(text: &str) -> Vec<(Range<usize>, String)> {
    if !characters::has_digit(text) {
        return Vec::new();
    }
    remembered!(text, find_phones_of_contact => Vec<(Range<usize>, String)>)
}

/// Phone numbers in the value of a phone's label, however few their figures are.
pub fn labelled_phones(value: &str) -> Vec<(Range<usize>, String)> {
    let found = phones_of_contact(value);
    if !found.is_empty() || !characters::has_digit(value) {
        return found;
    }
    let start = value.len() - value.trim_start().len();
    let number: &str =
        value[start..].split(|c: char| !(c.is_ascii_digit() || " \u{A0}./-".contains(c))).next().unwrap_or("");
    let number = number.trim_end_matches([' ', '\u{A0}', '.', '/', '-']);
    let fits = (6..=17).contains(&digits_in(number)) && date::opening(number).is_none();
    if fits { vec![(start..start + number.len(), number.to_owned())] } else { found }
}

fn find_phones(text: &str) -> Vec<(Range<usize>, String)> {
    numbers(text, |number, _| is_phone(number))
}

fn find_phones_of_contact(text: &str) -> Vec<(Range<usize>, String)> {
    const SUMS: [&str; 6] = ["€", "$", "£", "eur", "usd", "million"];
    let is_sum = |behind: &str| SUMS.iter().any(|unit| words::behind(behind.trim_start(), unit).is_some());
    numbers(text, |number, behind| {
        is_phone(number) || is_in_threes(number) && !is_sum(behind) || is_in_three_and_five(number, behind)
    })
}

fn numbers(text: &str, is_phone: impl Fn(&str, &str) -> bool) -> Vec<(Range<usize>, String)> {
    let mut found = Vec::new();
    let mut chars = text.char_indices().peekable();
    // "+ 1 202 555 0143"
    let is_apart =
        |behind: &str| behind.strip_prefix(' ').is_some_and(|number| number.starts_with(|n: char| n.is_ascii_digit()));
    while let Some((start, c)) = chars.next() {
        let opens = c.is_ascii_digit()
            || (matches!(c, '+' | '(') && text[start + 1..].starts_with(|n: char| n.is_ascii_digit() || n == '+'))
            || c == '+' && is_apart(&text[start + 1..]);
        // "16:40 31/08/2026"
        let of_clock = text[..start].strip_suffix(':').is_some_and(|hour| hour.ends_with(|h: char| h.is_ascii_digit()));
        let within = text[..start].ends_with(|p: char| p.is_alphanumeric() || matches!(p, '@' | '.' | '_'));
        // "Public/Industry(703) 555-0111"
        let within = within && !(c == '(' && text[..start].ends_with(char::is_lowercase));
        if !opens || within || of_clock || is_in_address(&text[..start]) {
            continue;
        }
        if let Some(length) = in_letters(&text[start..]) {
            found.push((start..start + length, text[start..start + length].to_owned()));
            while chars.next_if(|(at, _)| *at < start + length).is_some() {}
            continue;
        }
        let mut end = start + c.len_utf8();
        while let Some((at, next)) =
            chars.peek().copied().filter(|(_, n)| n.is_ascii_digit() || " \u{A0}()/.–-+".contains(*n))
        {
            end = at + next.len_utf8();
            chars.next();
        }
        let part = text[start..end].trim_end_matches([' ', '\u{A0}', '(', '/', '.', '–', '-', '+']);
        let part = if part.ends_with(')') && !part.contains('(') { part.trim_end_matches(')') } else { part };
        // "(600 555 012)" stands behind a name.
        let whole = part.strip_prefix('(').filter(|_| part.matches('(').count() == 1);
        let (start, part) = match whole.and_then(|rest| rest.strip_suffix(')')) {
            Some(inner) => (start + 1, inner),
            None => (start, part),
        };
        let (start, part) = (start + behind_year(part), &part[behind_year(part)..]);
        // "01632 960 440 (8am to 8pm)"
        let open = part.rfind('(').filter(|open| *open > 0 && !part[*open..].contains(')'));
        let part = open.map_or(part, |open| part[..open].trim_end_matches([' ', '\u{A0}']));
        let end = start + part.len();
        let end = end + extension(&text[end..]);
        let end = end + further_ends(&text[start..end], &text[end..]);
        let part = &text[start..end];
        let after = &text[end..];
        // "10.5555/harbour.2026" is what a paper is found by.
        let is_paper = part.starts_with("10.") && after.strip_prefix('/').is_some_and(|name| !name.starts_with(' '));
        // "2024 390,000" is a year and how many.
        let is_sum =
            after.strip_prefix(',').is_some_and(|sum| sum.len() > 2 && sum.bytes().take(3).all(|n| n.is_ascii_digit()));
        let glued =
            is_paper || is_sum || after.starts_with(|n: char| n.is_alphabetic() || matches!(n, '@' | '_' | '#'));
        if glued {
            continue;
        }
        let mut from = start;
        for (number, sign) in several(part) {
            if is_phone(number.trim(), after) {
                found.push((from..from + number.len(), number.trim().to_owned()));
            }
            from += number.len() + sign;
        }
    }
    found
}

/// The numbers that a run of digits and signs is made of, each with the bytes of the sign behind it:
/// "301-457-3691/301-457-3620" are two, "921 55 54 00 - 921 55 54 01" and "755 50 001 / 955 50 177" too,
/// "202-358-1726/3895" is one and an extension.
fn several(part: &str) -> Vec<(&str, usize)> {
    const LONGEST: usize = 80;
    // "+49 30 555 0112 +49 170 555 0112"
    let ends_number = |first: &str| first.ends_with(|c: char| c.is_ascii_digit()) && digits_in(first) >= 8;
    if part.len() <= LONGEST
        && part.contains(" +")
        && let Some((first, _)) = part.rsplit_once(" +").filter(|(first, _)| ends_number(first))
    {
        let mut numbers = several(first);
        if let Some((_, sign)) = numbers.last_mut() {
            *sign = 1;
        }
        numbers.push((&part[first.len() + 1..], 0));
        return numbers;
    }
    for (sign, fewest) in [("/", 7), (" - ", 9), (" – ", 9)].into_iter().filter(|(sign, _)| part.contains(sign)) {
        let numbers: Vec<&str> = part.split(sign).collect();
        // "+43-(0)6991 / 23424-22": a country, a town and no more.
        let is_whole = |number: &&str| digits_in(number) >= if number.starts_with('+') { 9 } else { fewest };
        if numbers.len() > 1 && numbers.iter().all(is_whole) {
            return numbers.into_iter().map(|number| (number, sign.len())).collect();
        }
    }
    vec![(part, 0)]
}

fn is_phone(part: &str) -> bool {
    let part = without_further_ends(part.split(char::is_alphabetic).next().unwrap_or("")).trim_end();
    let digits = digits_in(part);
    // "Riverside, PR 80050-240" in Brazil.
    let is_short_zip = part.len() == 9 && digits == 8 && !part.starts_with('0');
    let is_zip = (part.len() == 10 && digits == 9 || is_short_zip) && part.as_bytes()[5] == b'-';
    let is_plain = digits == part.len() && digits < 7 && !part.starts_with('0');
    let is_number = is_plain
        || !part.starts_with(['0', '+'])
            && part.split(['.', ' ', '\u{A0}']).enumerate().all(|(at, group)| {
                group.chars().all(|c| c.is_ascii_digit()) && (group.len() == 3 || at == 0 && group.len() < 3)
            });
    // "Am Brettspiel 5 69126 Heidelberg": a house's number and a post code.
    let is_postcode = !part.starts_with('0')
        && part.rsplit_once([' ', '\u{A0}']).is_some_and(|(house, code)| {
            // "Plaza Mayor, 1. 06600 Almorchón"
            let house = house.trim_end_matches(['.', ',']);
            let numbers = || house.split(['-', '–', '/']).map(str::trim);
            // "Uferweg 2-6 89999 Hohenrain" is a house of several numbers.
            numbers().count() <= 2
                && numbers().all(|number| (1..=3).contains(&number.len()))
                && code.len() == 5
                && digits == numbers().map(str::len).sum::<usize>() + code.len()
        });
    !is_postcode
        && !figures::are_no_number(part)
        && (6..=17).contains(&digits)
        && !is_zip
        && !is_number
        && date::opening(part.trim_start_matches('(')).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phones_are_found_as_written() {
        for phone in [
            "+43-(0)6991 / 55524-22",
            "+49 (0)30 23125 106",
            "+49 (0)351796 5106",
            "214-555-0136",
            "0043-1-2083-2500",
            "+ 1 202 555 0143",
            "++1 650-565-9800-752",
            "(0351) 488-2390",
            "412.555.0190",
            "202/555-0154",
            "+49 351 483–2233",
            "02 61 91 04 27",
            "03.53.01.77.00",
            "55 5036 0000 Ext. 1234",
            "+1 613-755-6286 x752",
            "+1 613-755-6286, x752",
            "55 5036 0000 (ext. 1234)",
            "07777/100-Kl.2180",
            "07777/100 Klappe 2180",
            "541 5550163",
            "2024-390-0000",
            "2024 3900000",
        ] {
            let text = format!("Tel: {phone} (Office)");
            assert_eq!(phones(&text).into_iter().map(|p| p.1).collect::<Vec<_>>(), [phone.to_owned()], "{phone}");
        }
    }

    #[test]
    fn a_year_and_the_way_to_a_page_are_no_part_of_a_phone() {
        let found = |text: &str| phones(text).into_iter().map(|p| p.1).collect::<Vec<_>>();
        assert_eq!(found("28 MAY 2005 (202) 555-0108"), ["(202) 555-0108"]);
        assert_eq!(found("Public/Industry(703) 555-0111"), ["(703) 555-0111"]);
        assert!(found("ftp://ftp.agency.example/pub/1999/99-143").is_empty());
    }

    #[test]
    fn hours_in_parentheses_are_no_part_of_a_phone() {
        let found = phones("press office, 01632 960 440 (8am to 8pm), or 01632 960 441 (24 hours)");
        assert_eq!(found.into_iter().map(|p| p.1).collect::<Vec<_>>(), ["01632 960 440", "01632 960 441"]);
    }

    #[test]
    fn nine_figures_in_threes_are_a_phone_in_a_contact_only() {
        let found = |text: &str| phones_of_contact(text).into_iter().map(|p| p.1).collect::<Vec<_>>();
        assert_eq!(found("955 550 112 / 600 555 012"), ["955 550 112", "600 555 012"]);
        assert_eq!(found("600 555 012 / 91 555 01 30"), ["600 555 012", "91 555 01 30"]);
        assert_eq!(found("755 50 001 / 955 50 177"), ["755 50 001", "955 50 177"]);
        assert_eq!(found("0555 / 300 040"), ["0555 / 300 040"]);
        assert_eq!(found("+49 30 555 0112 +49 170 555 0112"), ["+49 30 555 0112", "+49 170 555 0112"]);
        assert!(phones("955 550 112").is_empty() && found("955 550 112 Euro").is_empty());
        assert!(found("1.955.550.112").is_empty() && found("550 112").is_empty());
    }

    #[test]
    fn dates_postcodes_and_sums_are_no_phones() {
        for text in [
            "03.07.2019",
            "16:40 31/08/2026",
            "Marlow, Texas 75207-4399",
            "Riverside, PR 80050-240",
            "01067 Dresden",
            "Nr. 211/2026",
            "Am Brettspiel 5 69126 Heidelberg",
            "Uferweg 2-6 89999 Hohenrain",
            "Uferweg 2 - 6 89999 Hohenrain",
            "1.500.000 Euro",
            "2015-08-05",
            "133 N. Riverfront",
            "130 Mio.",
            "India 110024",
            "2015 06 03   11:05 a.m.",
            "2026 2025",
            "268.1 252.9",
            "2024 390,000",
            "2023 12,400",
            "2024 61 000",
            "2024 390.000 1.200.000",
            "2024\u{A0}390\u{A0}000",
            "Shift Work Letters 12 (2026), p. 4",
            "Leopold Varga (1938–2026)",
            "Harbour strategy 2024-2026",
            "Budget 2026/27",
            "doi.org 10.5555/jrh.2026.118",
            "Code: 5550118#",
            "10.00–13.00",
            "9.30 - 12.15",
        ] {
            assert!(phones(text).is_empty(), "{text}: {:?}", phones(text));
        }
    }
}
