//! An embargo or a withdrawal in front matter that doesn't stand behind its key: in a comment, in the headline,
//! behind a key that nobody knows.

use super::{Fenced, FrontMatter};
use crate::manuscript::{Remark, Stands};
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

/// The comments of front matter, which the text is judged by as well.
pub fn remarks(fenced: Fenced<'_>) -> Vec<Remark> {
    let lines = (fenced.first_line..).zip(fenced.text.lines());
    let comments = lines.filter_map(|(number, line)| {
        let comment = comment(line)?.trim_matches(['#', ' ', '\t']);
        let stands = Stands::InComment;
        (!comment.is_empty()).then(|| Remark { at: Place::line(number), text: comment.to_owned(), stands })
    });
    comments.collect()
}

/// Behind a `#` that opens the line or stands behind a blank, outside of quotes.
fn comment(line: &str) -> Option<&str> {
    let is_quoted = |at: usize| ['"', '\''].iter().any(|quote| line[..at].matches(*quote).count() % 2 == 1);
    let mut signs = line.match_indices('#').map(|(at, _)| at);
    signs.find(|at| line[..*at].ends_with(char::is_whitespace) && !is_quoted(*at) || *at == 0).map(|at| &line[at + 1..])
}

/// What a line may say: all of it, what stands behind its key, with and without a bracket, and its comment.
fn said(line: &str) -> [&str; 4] {
    let all = line.trim_start_matches([' ', '-', '#', '"', '\'']);
    let stated = all.split_once(": ").or_else(|| all.split_once(" = ")).map_or("", |(_, value)| value);
    let stated = stated.trim_matches([' ', '"', '\'']);
    let comment = line.split_once('#').map_or("", |(_, comment)| comment);
    [all, stated, stated.trim_start_matches([' ', '"', '\'', '[']), comment]
}
