//! Senders who are named by what they are: ministers, senators, members of a parliament, with a line for each.
//!
//! One such line alone may be a headline or its sub-headline, and is left to others.

use super::Header;
use super::headlines::{Candidate, leave_out};
use super::letterhead::LETTERHEAD;
use crate::parse::{people, words};

const FEWEST: usize = 2;

/// "Senator the Hon. Jane Doe", "Minister for Roads", "Member for Eastport" above the date, where the headline stands
/// below it, or between the headline and the date.
pub fn leave_out_above_date(header: &mut Header, lines: &mut Vec<Candidate>) {
    let above = lines.iter().take_while(|line| line.dates_above == 0).count();
    for start in [0, 1] {
        let run = run_of(lines.get(start..above).unwrap_or_default());
        // Something else has to be left for the headline.
        if run >= FEWEST && start + run == above && (start > 0 || above < lines.len()) {
            for line in lines.drain(start..above).collect::<Vec<_>>() {
                leave_out(header, line, LETTERHEAD);
            }
            return;
        }
    }
}

/// How many lines from the first on name somebody by an office, or go on with one.
fn run_of(lines: &[Candidate]) -> usize {
    let goes_on = |at: usize| at > 0 && lines[at - 1].text().ends_with(',');
    let is_one = |at: usize| lines[at].level.is_none() && (is_officeholder(lines[at].text()) || goes_on(at));
    (0..lines.len()).take_while(|at| is_one(*at)).count()
}

/// "The Hon Jane Doe MP", "Minister for Roads": whose release it is, above the release line.
pub fn is_officeholder(text: &str) -> bool {
    let bare = words::behind(text, "the ").unwrap_or(text);
    let small = |word: &str| word.starts_with(char::is_lowercase) && word.chars().count() >= 5;
    // "Chair: Dame Olive Strand"
    let chaired =
        || bare.split_once(':').is_some_and(|(role, name)| people::is_role(role) && people::person(name).is_some());
    // "Senator the Hon. Jane Doe"
    let titled = || {
        bare.split_once(" the ").is_some_and(|(title, name)| {
            (people::is_honorific(title) || people::is_role(title)) && people::is_certain(name)
        })
    };
    let seated = || words::SEATS.behind_each(bare).any(|seat| seat.starts_with(' ') && !words::at_least(seat, 7));
    chaired()
        || titled()
        || seated()
        || people::person(bare).is_some()
        || people::is_role(bare) && !bare.split_whitespace().any(small)
}
