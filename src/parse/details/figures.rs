//! Figures that nobody can call: rows of a table, years, hours, numbers of a journal or a file.

/// Whether what looks like a number of a phone is something else by its shape.
pub fn are_no_number(part: &str) -> bool {
    is_row(part) || is_volume(part) || is_span(part) || is_reference(part) || are_hours(part)
}

/// "2024–2026", "(1938–2026)", "2025/26"
fn is_span(part: &str) -> bool {
    let is_year = |year: &str| year.len() == 4 && ["17", "18", "19", "20"].iter().any(|age| year.starts_with(age));
    part.trim_matches(['(', ')']).split_once(['–', '-', '/']).is_some_and(|(from, to)| {
        is_year(from.trim()) && (is_year(to.trim()) || to.len() == 2 && to.bytes().all(|byte| byte.is_ascii_digit()))
    })
}

/// "211/2026" is a number of the year.
fn is_reference(part: &str) -> bool {
    part.split_once('/').is_some_and(|(number, year)| {
        number.len() <= 4 && year.len() == 4 && (year.starts_with("19") || year.starts_with("20"))
    })
}

/// "10.00–13.00" is when something is open.
fn are_hours(part: &str) -> bool {
    part.contains(['–', '-']) && part.split(['–', '-']).all(is_time)
}

/// "10.00"
fn is_time(text: &str) -> bool {
    let number = |text: &str| if text.len() <= 2 { text.parse::<u8>().ok() } else { None };
    let parts = text.trim().split_once('.').and_then(|(hour, minute)| Some((number(hour)?, number(minute)?)));
    parts.is_some_and(|(hour, minute)| hour <= 24 && minute < 60)
}

/// "2026 2025", "268.1 252.9" and "2024 390 000" are columns of a table.
fn is_row(part: &str) -> bool {
    let is_decimal =
        |cell: &str| cell.len() >= 3 && cell.as_bytes()[cell.len() - 2] == b'.' && digits_in(cell) == cell.len() - 1;
    // "390.000", or a group of "390 000".
    let is_sum = |cell: &str| {
        cell.split('.').enumerate().all(|(at, group)| {
            digits_in(group) == group.len() && (if at == 0 { (1..=3).contains(&group.len()) } else { group.len() == 3 })
        })
    };
    let mut cells = part.split([' ', '\u{A0}']);
    let year_first = cells.next().is_some_and(is_year);
    part.contains([' ', '\u{A0}'])
        && part.split([' ', '\u{A0}']).all(|cell| is_year(cell) || is_decimal(cell) || year_first && is_sum(cell))
}

/// "12 (2026)": the volume of a journal, and its year.
fn is_volume(part: &str) -> bool {
    let year = part.split_once(" (").and_then(|(volume, year)| (volume.len() <= 3).then(|| year.strip_suffix(')')));
    year.flatten().is_some_and(is_year)
}

fn is_year(cell: &str) -> bool {
    cell.len() == 4 && digits_in(cell) == 4 && (cell.starts_with("19") || cell.starts_with("20"))
}

pub fn digits_in(text: &str) -> usize {
    text.bytes().filter(u8::is_ascii_digit).count()
}
