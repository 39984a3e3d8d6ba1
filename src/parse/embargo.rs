//! Embargo lines: what puts a text under embargo, and what only speaks of one.
//!
//! Losing one is the worst a parser of press releases can do. So a line that speaks of an embargo
//! and can't be understood is an error, and an unclear end is never taken for the earlier one.

mod bans;
mod bare;
mod below;
mod beside;
mod clock;
mod composed;
mod confidential;
mod day;
mod editions;
mod from;
mod goods;
mod marked;
mod name;
mod none;
mod occasion;
mod papers;
mod parts;
mod plainly;
mod release;
mod told;
mod until;
mod year;
mod zone;

use super::joining::ends_sentence;
use super::words::{self, Wordings, fold};
use super::{date, dateline};
use crate::parse::memory::remembered;
pub use bans::{in_prose, is_above, is_ban, is_ban_alone, is_below};
pub use bare::{is_ban_without_day, is_banned_copy, names_a_ban};
pub use below::{breaks_off, with_lines_below};
pub use beside::beside_date;
pub use composed::{Composed, composed};
pub use day::{ReleaseDay, is_timed_day, may_be_of_anything, opens_with_purpose, release_day, waits};
use from::without_articles;
pub use marked::mark as mark_of_headline;
pub use name::is_in_name;
pub use none::is_none;
pub use occasion::{ClosedDay, closed_day};
use plainly::{plainly, unspaced};
pub use release::{is_label_alone, is_labelled_time, is_of_the_day, lacks_day_alone};
pub use told::told_behind;
pub use until::{Unclear, end, ends_after};
pub use year::with_year;
pub use zone::zone_in_words;

/// Whether a line puts the text under embargo and says nothing else.
pub fn is_line(text: &str) -> bool {
    remembered!(text, reads_as_line => bool)
}

fn reads_as_line(text: &str) -> bool {
    let text = &*plainly(text);
    if goods::is_headline_on_farming(text) {
        return false;
    }
    // "EMBARGO EMBARGO EMBARGO"
    let is_banner = || {
        let mut words = text.split_whitespace();
        words.clone().nth(1).is_some() && words.all(|word| words::EMBARGO.has(word))
    };
    if opens(text) || is_banner() || labelled_within(text).is_some() && text.chars().count() <= LONGEST_LINE {
        return true;
    }
    // "Status: EMBARGOED"
    let is_value = || {
        text.split_once(':')
            .is_some_and(|(_, value)| words::EMBARGO.has(value.trim_matches(|c: char| !c.is_alphanumeric())))
    };
    if is_value() {
        return true;
    }
    let few_words = !words::at_least(text, FEWEST_WORDS_OF_A_SENTENCE);
    // "PRESS RELEASE | EMBARGO 19 JUNE 2026": one of several things on the line.
    few_words
        && (mentioned(text) && !goods::is_about_others(text)
            || bare::is_beside_release_line(text)
            || bare::says_nothing_else(text)
            || parts::hold_back(text)
            || occasion::opens(text))
        || from::frees_a_part(text)
        || composed(text) == Some(Composed::Held)
}

/// Whether a sentence of the text speaks of the text's own embargo.
pub fn is_in_sentence(text: &str) -> bool {
    let text = &*plainly(text);
    (mentioned(text) && says_when(text) || labelled_within(text).is_some())
        && words::at_least(text, FEWEST_WORDS_OF_A_SENTENCE)
        && !is_line(text)
}

/// What a text says of its embargo: from the label on, where one stands in mid-line.
pub fn statement(text: &str) -> &str {
    if opens(text) { text } else { labelled_within(text).map_or(text, |at| &text[at..]) }
}

/// Where "Embargo: 15.01.2010, 21h00" begins in a longer line.
fn labelled_within(text: &str) -> Option<usize> {
    text.match_indices(':').find_map(|(colon, _)| {
        let dated = || {
            let after: String = text[colon + 1..].chars().take(LONGEST_LABELLED).collect();
            date::first(&after).is_some() || date::time(&after).is_some()
        };
        let before = text[..colon].trim_end();
        let near = before.char_indices().rev().take(LONGEST_LABEL);
        let starts =
            near.filter(|(at, c)| c.is_alphabetic() && !before[..*at].ends_with(|c: char| c.is_alphanumeric()));
        let label = starts.take(4).map(|(at, _)| at).find(|at| words::EMBARGO.has(&before[*at..]));
        label.filter(|_| dated())
    })
}

/// In characters.
const LONGEST_LABEL: usize = 100;

/// How far behind its label an embargo's end begins and ends, in characters.
const LONGEST_LABELLED: usize = 40;

/// From this many words on, a mention stands in a sentence that belongs to the text.
const FEWEST_WORDS_OF_A_SENTENCE: usize = 15;

/// Whether a sentence names a day, a time or an occasion; "an embargo until the end of the year
/// would hit trade" holds nothing back.
fn says_when(text: &str) -> bool {
    let folded = fold(text);
    let weekday = || {
        let mut words = folded.split(|c: char| !c.is_alphanumeric());
        words.any(|word| word.len() > 3 && words::WEEKDAYS.number(word).is_some())
    };
    date::first(text).is_some() || date::time(text).is_some() || words::UNTIL_NOTICE_IN.is_within(&folded) || weekday()
}

fn mentioned(text: &str) -> bool {
    words::wordings(text).has(Wordings::EMBARGO)
}

fn opens(text: &str) -> bool {
    if text.len() > 4 * LONGEST_LINE || text.chars().count() > LONGEST_LINE {
        return false;
    }
    let text = &unspaced(text);
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    let frees = || from::opens(bare) || papers::frees_papers(bare) || editions::frees_media(bare);
    if frees() || confidential::is_until_a_day(bare) {
        return true;
    }
    if let Some(at_a_time) = release::at_a_time(bare) {
        return at_a_time;
    }
    let folded = fold(bare);
    let phrase = words::EMBARGO.opening(bare);
    let Some(phrase) = phrase else { return false };
    let rest = folded[phrase.len()..].trim_start();
    let rest = words::STRICT.behind_each(rest).next().unwrap_or(rest).trim_start();
    let rest = without_articles(rest);
    // "Embargo hurts trade" is a headline.
    rest.is_empty()
        || rest.starts_with([':', '-', '–', '—', '|', '('])
        || rest.starts_with('!')
        || words::UNTIL.opening(rest).is_some()
        || bare::is_until_notice(rest)
        || from::says_when(rest)
        || from::goes_on_until(rest)
}

const SIGNS: [char; 12] = [' ', '\u{A0}', '-', '–', '—', ':', ',', '|', '!', '.', '(', ')'];

/// "The paper goes online when the embargo lifts.": what readers are told as well, and no mere label.
pub fn is_told_in_a_sentence(text: &str) -> bool {
    const FEWEST_WORDS: usize = 6;
    ends_sentence(text) && words::at_least(text, FEWEST_WORDS) && words::EMBARGO.opening(text).is_none()
}

/// Whether a line holds back the text that stands below it, in whatever wording.
pub fn holds_back(text: &str) -> bool {
    remembered!(text, reads_as_held => bool)
}

fn reads_as_held(text: &str) -> bool {
    !is_none(text)
        && (is_line(text) || is_in_sentence(text) || opens_held_text(text) || mark_of_headline(text).is_some())
}

/// Whether a line above the lead holds the text back by its wording, and is no date line.
pub fn opens_held_text(text: &str) -> bool {
    is_ban_without_day(text)
        || is_above(text) && (is_ban(text) || dateline::own_line(text).is_none() && dateline::run_in(text).is_none())
}

/// Longest embargo line, in characters.
const LONGEST_LINE: usize = 200;

#[cfg(test)]
mod tests;
