//! An embargo or a withdrawal in front matter that doesn't stand behind its key: in a comment, in the headline,
//! behind a key that nobody knows.

use super::{Fenced, FrontMatter};
use crate::problem::{Place, Report};
use crate::source::HoldsBack;

pub fn refuse_embargo(fenced: Fenced<'_>, front: &FrontMatter, holds_back: HoldsBack, report: &mut Report) {
    if front.embargo.is_some() {
        return;
    }
    let errors = || report.problems.iter().filter(|problem| problem.is_error());
    let told = |line: usize| errors().any(|problem| problem.at.is_some_and(|at| at.line == line));
    let untold =
        (fenced.first_line..).zip(fenced.text.lines()).filter(|(number, _)| !told(*number)).collect::<Vec<_>>();
    for (index, (number, line)) in untold.iter().copied().enumerate() {
        // A value may go on below.
        let goes_on = untold.get(index + 1).filter(|(_, next)| next.starts_with(char::is_whitespace));
        let joined = goes_on.map(|(_, next)| format!("{line} {}", next.trim())).unwrap_or_default();
        if said(line).into_iter().chain(said(&joined)).any(holds_back) {
            let what = "the front matter speaks of an embargo or a withdrawal outside of `embargo:` and `withdrawn:`";
            let fix = "state it as `embargo:` or `withdrawn:`; where there is none, state `embargo: none` or `withdrawn: false`";
            report.error(Place::line(number), what, fix).holding().found(line.trim());
            return;
        }
    }
}

/// What a line may say: all of it, what stands behind its key, and its comment.
fn said(line: &str) -> [&str; 3] {
    let all = line.trim_start_matches([' ', '-', '#', '"', '\'']);
    let value = all
        .split_once(": ")
        .or_else(|| all.split_once(" = "))
        .map_or("", |(_, value)| value.trim_start_matches([' ', '"', '\'', '[']));
    let comment = line.split_once('#').map_or("", |(_, comment)| comment);
    [all, value, comment]
}
