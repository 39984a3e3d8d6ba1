//! An embargo that is set in short lines, one below the other: in a box beside the text, or across a page.
//!
//! No line of it need hold the text back by itself, and a day or a time may be cut anywhere.

use std::ops::Range;

use crate::characters::has_digit;
use crate::source::HoldsBack;

/// One in a narrow box has no more lines.
const MOST: usize = 6;
/// A page has fewer.
const MOST_LINES: usize = 1000;

/// Which lines hold the text back together, and what they say.
pub fn embargoes(lines: &[&str], holds_back: HoldsBack) -> Vec<(Range<usize>, String)> {
    let lines = &lines[..lines.len().min(MOST_LINES)];
    let alone: Vec<bool> = lines.iter().map(|line| holds_back(line)).collect();
    let mut found: Vec<(Range<usize>, String)> = Vec::new();
    let mut taken = vec![false; lines.len()];
    let mut take = |taken: &mut [bool], range: Range<usize>| {
        taken[range.clone()].fill(true);
        found.push((range.clone(), joined(&lines[range])));
    };
    // Down from a line that says it, to the day.
    for from in (0..lines.len()).filter(|from| alone[*from]) {
        let free = |to: usize| !taken[to] && (to == from || !alone[to]);
        let furthest = (from..lines.len()).take(MOST).take_while(|to| free(*to)).count() + from;
        if let Some(range) =
            (from + 1..=furthest).map(|to| from..to).find(|range| is_dated(&lines[range.clone()], holds_back))
        {
            take(&mut taken, with_further_figures(range, furthest, lines));
        }
    }
    // What only several lines say; a day that stands above the word.
    for length in 2..=MOST {
        for from in 0..(lines.len() + 1).saturating_sub(length) {
            let range = from..from + length;
            if taken[range.clone()].iter().all(|taken| !taken) && is_dated(&lines[range.clone()], holds_back) {
                let free = (range.end..lines.len()).take_while(|to| !taken[*to] && !alone[*to]).count();
                take(&mut taken, with_further_figures(range.clone(), range.end + free, lines));
            }
        }
    }
    for at in (0..lines.len()).filter(|at| alone[*at]) {
        if !taken[at] {
            take(&mut taken, at..at + 1);
        }
    }
    found.sort_by_key(|(range, _)| range.start);
    found
}

/// Those whose label itself was cut: "SPERR-" at the end of a line, above "FRIST".
pub fn cut(lines: &[&str], holds_back: HoldsBack) -> Vec<String> {
    let is_capital = |word: &str| word.chars().count() > 2 && word.chars().all(char::is_uppercase);
    let mut said = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let last = line.rsplit(' ').next().unwrap_or(line);
        let below = &lines[at + 1..lines.len().min(at + MOST)];
        if last.strip_suffix('-').is_some_and(is_capital)
            && below.iter().any(|line| line.starts_with(char::is_uppercase))
        {
            let found = embargoes(&[&[last], below].concat(), holds_back).into_iter();
            said.extend(found.filter(|(range, _)| range.start == 0 && range.end > 1).map(|(_, text)| text));
        }
    }
    said
}

/// The lines as one; a word that was cut is whole.
pub fn joined(lines: &[&str]) -> String {
    let mut text = String::new();
    for line in lines {
        match text.strip_suffix(['-', '\u{2010}', '\u{AD}']) {
            Some(stem) if !stem.ends_with([' ', '-']) => text.truncate(stem.len()),
            _ if text.is_empty() => {}
            _ => text.push(' '),
        }
        text.push_str(line);
    }
    text
}

fn is_dated(lines: &[&str], holds_back: HoldsBack) -> bool {
    lines.iter().any(|line| has_digit(line)) && holds_back(&joined(lines))
}

/// "2027" and "9 am" below "EMBARGO until 10 March".
fn with_further_figures(range: Range<usize>, furthest: usize, lines: &[&str]) -> Range<usize> {
    const LONGEST: usize = 20;
    let mut end = range.end;
    let year = |to: usize| lines[range.start..to].iter().any(|line| has_year(line));
    let short = || (end..furthest).take_while(|to| lines[*to].chars().count() <= LONGEST);
    if !year(end)
        && let Some(to) = short().find(|to| year(to + 1))
    {
        end = to + 1;
    }
    let further = |at: usize| {
        let unit = lines[at - 1].ends_with(|c: char| c.is_ascii_digit()) && lines[at].chars().count() < 5;
        has_digit(lines[at]) && lines[at].chars().count() <= LONGEST || unit
    };
    end += (end..furthest).take(2).take_while(|at| further(*at)).count();
    range.start..end
}

fn has_year(line: &str) -> bool {
    line.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() == 4)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse;

    fn said(lines: &[&str]) -> Vec<String> {
        embargoes(lines, parse::holds_back).into_iter().map(|(_, text)| text).collect()
    }

    #[test]
    fn an_embargo_is_put_together_from_its_lines() {
        for (lines, meant) in [
            (&["EMBARGOED UNTIL", "10 MARCH 2027"][..], "EMBARGOED UNTIL 10 MARCH 2027"),
            (&["DRAFT", "EMBARGOED", "UNTIL", "10 MARCH 2027"], "EMBARGOED UNTIL 10 MARCH 2027"),
            (&["SPERR-", "FRIST", "10. März", "2027", "10 Uhr"], "SPERRFRIST 10. März 2027 10 Uhr"),
            (&["DRAFT", "EMBARGOED UNTIL 10 MARCH 2027", "three"], "EMBARGOED UNTIL 10 MARCH 2027"),
            (&["EMBARGADO", "hasta el 10 de marzo", "de 2027"], "EMBARGADO hasta el 10 de marzo de 2027"),
            (&["EMBARGOED UNTIL 10", "MARCH", "2027, 9", "AM"], "EMBARGOED UNTIL 10 MARCH 2027, 9 AM"),
            (&["EMBARGOED", "EMBARGOED UNTIL 10 MARCH 2027"], "EMBARGOED UNTIL 10 MARCH 2027"),
        ] {
            assert_eq!(said(lines).last().map(String::as_str), Some(meant));
        }
        assert_eq!(said(&["EMBARGOED", "PRESS RELEASE"]), ["EMBARGOED"]);
        let lines = ["The Bell Works SPERR-", "FRIST", "10. März 2027", "They ring"];
        assert_eq!(cut(&lines, parse::holds_back), ["SPERRFRIST 10. März 2027"]);
        assert_eq!(said(&["The ferry runs", "on 10 March 2027", "again"]), [""; 0]);
    }
}
