//! How a command tells of problems, of what waits, and of what it made. No word of a release that
//! is not public yet is among it.

use dateline::desk::Desk;
use dateline::edition::Edition;
use dateline::instant::Instant;
use dateline::newsroom::Newsroom;
use dateline::problem::{Problem, ProblemJson};

use crate::cli::CheckFormat;
use crate::terminal::Terminal;

pub fn tell_of_held(newsroom: &Newsroom, now: Instant, terminal: &Terminal) {
    let held = newsroom.held_at(now);
    if held.drafts + held.waiting > 0 {
        let next = held.next.map(|at| format!("; the next may be public at {at}")).unwrap_or_default();
        terminal.detail(&format!(
            "{} not public yet, {} of them drafts{next}",
            held.drafts + held.waiting,
            held.drafts
        ));
    }
}

pub fn print_problems(problems: &[Problem], format: CheckFormat, strict: bool, terminal: &Terminal) {
    let problems = terminal.tellable(problems, strict);
    match format {
        CheckFormat::Human => terminal.errors(problems.iter().map(Problem::human)),
        CheckFormat::Github => terminal.lines(problems.iter().map(Problem::github)),
        CheckFormat::Json => {
            let problems: Vec<ProblemJson> = problems.iter().map(Problem::json).collect();
            // Strings and numbers: serialising them can't fail.
            terminal.json(&serde_json::to_string_pretty(&problems).unwrap_or_default());
        }
    }
}

pub fn summary(edition: &Edition, desk: &Desk, outcome: &str, terminal: &Terminal) {
    if edition.over_budget() > 0 {
        terminal.note(&format!(
            "left out the oldest {} of {} entries to keep each feed within `byte_budget`",
            edition.over_budget(),
            edition.over_budget() + edition.entries()
        ));
    }
    if !desk.passed_over.is_empty() {
        terminal.note(&format!(
            "passed over {}: {}",
            counted(desk.passed_over.len(), "file that is no release", "files that are no releases"),
            desk.passed_over.join(", ")
        ));
    }
    let public = counted(edition.cleared().len(), "release", "releases");
    terminal.note(&format!("{public} public, {} in each feed; {outcome}", edition.entries()));
}

/// What to do where no release is public. Which of them wait, a public log must not hold.
pub fn nothing_public(waits: bool) -> &'static str {
    if waits {
        "`--verbose` says how many wait for their time"
    } else {
        "put a release into the folder of releases, or begin one with `dateline new \"Headline\"`"
    }
}

pub fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
