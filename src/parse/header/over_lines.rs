//! Headlines that are set over several lines, joined.

use super::LONGEST_HEADLINE;
use super::headlines::Candidate;
use super::house_name::is_house_alone;
use crate::manuscript::Joint;
use crate::parse::words::{self, fold};
use crate::parse::{dateline, joining, line};

/// Lines of text are wrapped at so many characters at the most.
const WIDEST: usize = 90;

pub fn joined(lines: Vec<Candidate>, wrapped: bool) -> Vec<Candidate> {
    let mut joined: Vec<Candidate> = Vec::new();
    for line in lines {
        match joined.last_mut() {
            Some(last) if is_one_headline(last, &line, wrapped) => {
                last.prose.append(" ", &line.prose);
                last.last_line = line.last_line;
            }
            _ => joined.push(line),
        }
    }
    joined
}

fn is_one_headline(last: &Candidate, next: &Candidate, wrapped: bool) -> bool {
    let (before, after) = (last.text(), next.text());
    let adjacent =
        next.joint != Joint::Gap && next.at.line == last.last_line + 1 && next.dates_above == last.dates_above;
    let both_shouted = is_in_capitals(before) && is_in_capitals(after);
    let same_case = is_in_capitals(before) == is_in_capitals(after);
    let runs_on = after.starts_with(char::is_lowercase)
        || before.ends_with([',', '-', '–', '&', ':', ';'])
        || after.starts_with('&')
        || joining::ends_open(before)
        || opens_with_joint(after)
        // "Clerk Honored for Saving" above "15-Year-Old Girl"
        || fold(after.split_whitespace().next().unwrap_or("")).ends_with("-year-old") && !joining::ends_sentence(before)
        || ends_with_deed(before);
    // No line of a text that was wrapped by hand is so long, and a sentence below a headline sums up.
    let is_summary = || after.chars().count() > WIDEST && joining::ends_sentence(after);
    let fits = before.chars().count() + after.chars().count() <= LONGEST_HEADLINE;
    // "Northland Rescue Center" above "Eastport, Maine"
    let placed = || after.contains(',') && dateline::is_place(after) && is_house_alone(before);
    adjacent
        && !placed()
        && same_case
        && !words::KINDS.has(before)
        && fits
        && last.level.is_none()
        && (wrapped && !is_summary()
            || last.after_release_line
            || runs_on
            || both_shouted && (!joining::ends_sentence(before) || opens_with_deed(before, after)))
}

/// "WAVELINE COMMUNICATIONS CORP." above "REPORTS SECOND QUARTER RESULTS"
fn opens_with_deed(before: &str, after: &str) -> bool {
    // "Posts" are in the names of ministries, too.
    let is_deed = |word: &str| words::DEEDS.has(word) || ["to", "posts"].contains(&word);
    let first = fold(after.split_whitespace().next().unwrap_or(""));
    line::ends_with_legal_form(&fold(before)) && is_deed(&first)
}

/// "Lakeglass Board of Directors Announces", above what it announces.
fn ends_with_deed(before: &str) -> bool {
    before.split_whitespace().next_back().is_some_and(|last| words::DEEDS_BEFORE_OBJECT.has(last))
}

/// "FOR THE PERIOD ENDED 30th SEPTEMBER 2026" is in capitals, too.
fn is_in_capitals(text: &str) -> bool {
    let is_count = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let mut words = text.split_whitespace().filter(|word| !is_count(word)).peekable();
    line::is_shouted(text) || words.peek().is_some() && words.all(line::is_shouted)
}

/// A line in title case that opens with a word which goes on with what stands before it.
fn opens_with_joint(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or("");
    let title_case =
        text.split_whitespace().all(|word| word.chars().count() < 5 || word.starts_with(|c: char| !c.is_lowercase()));
    title_case && words::HEADLINE_JOINTS.has(first)
}
