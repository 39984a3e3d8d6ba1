//! How a command tells of problems, of what waits, and of what it made. No word of a release that
//! is not public yet is among it.

use std::collections::HashMap;

use dateline::against::report::{AgainstJson, Json};
use dateline::desk::{Desk, Warnings};
use dateline::edition::Edition;
use dateline::instant::Instant;
use dateline::newsroom::Newsroom;
use dateline::problem::{Problem, ProblemJson};
use serde::Serialize;

use crate::cli::{Check, CheckFormat};
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

/// The form in which problems are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Human,
    Github,
    Json,
    /// Beside a comparison, which is missing where it did not come to one.
    JsonObject,
}

impl Form {
    pub fn of(check: &Check) -> Self {
        match check.format {
            CheckFormat::Human => Self::Human,
            CheckFormat::Github => Self::Github,
            CheckFormat::Json if check.against.is_some() => Self::JsonObject,
            CheckFormat::Json => Self::Json,
        }
    }
}

pub fn print_problems(problems: &[Problem], form: Form, warnings: Warnings, terminal: &Terminal) {
    let problems = terminal.tellable(problems, warnings);
    match form {
        Form::Human if warnings == Warnings::Refused || terminal.is_verbose() => {
            terminal.errors(problems.iter().map(Problem::human));
        }
        Form::Human => terminal.errors(told_once(&problems).into_iter()),
        Form::Github => terminal.lines(problems.iter().map(Problem::github)),
        Form::Json => print_json(&listed(&problems), terminal),
        Form::JsonObject => print_json(&Json { problems: listed(&problems), against: None }, terminal),
    }
}

/// One line a problem; of a warning that many files share, as those of one generator of sites do, the first
/// with the number of the others.
fn told_once(problems: &[Problem]) -> Vec<String> {
    const MOST: usize = 5;
    let mut counts: HashMap<String, usize> = HashMap::new();
    let message = |problem: &Problem| (!problem.is_error()).then(|| problem.message());
    for message in problems.iter().filter_map(message) {
        *counts.entry(message).or_default() += 1;
    }
    let mut lines = Vec::new();
    for problem in problems {
        let shared = message(problem).and_then(|message| counts.get_mut(&message));
        match shared.filter(|count| **count == 0 || **count > MOST) {
            None => lines.push(problem.human()),
            Some(0) => {}
            Some(count) => {
                lines.push(format!("{} (and {} times more; `--verbose` tells where)", problem.human(), *count - 1));
                *count = 0;
            }
        }
    }
    lines
}

/// Problems and what a comparison has come to, as one object.
pub fn print_compared(problems: &[Problem], against: AgainstJson, warnings: Warnings, terminal: &Terminal) {
    let problems = terminal.tellable(problems, warnings);
    print_json(&Json { problems: listed(&problems), against: Some(against) }, terminal);
}

fn listed(problems: &[Problem]) -> Vec<ProblemJson> {
    problems.iter().map(Problem::json).collect()
}

fn print_json(json: &impl Serialize, terminal: &Terminal) {
    terminal.json(serde_json::to_string_pretty(json));
}

pub fn summary(edition: &Edition, desk: &Desk, outcome: &str, terminal: &Terminal) {
    if edition.over_budget() > 0 {
        terminal.note(&format!(
            "left out {} of {} entries, those published or changed longest ago, to keep each feed within `byte_budget`",
            edition.over_budget(),
            edition.over_budget() + edition.entries()
        ));
    }
    passed_over(desk, terminal);
    let public = counted(edition.cleared().len(), "release", "releases");
    terminal.note(&format!("{public} public, {} in each feed; {outcome}", edition.entries()));
}

/// How many files are no releases, also where nothing comes of it all.
pub fn passed_over(desk: &Desk, terminal: &Terminal) {
    if !desk.passed_over.is_empty() {
        let files = counted(desk.passed_over.len(), "file that is no release", "files that are no releases");
        // What lies beside a release that is not public yet may well be named after it.
        let names = || format!(": {}", desk.passed_over.join(", "));
        let told = if terminal.is_verbose() { names() } else { "; `--verbose` tells which".to_owned() };
        terminal.note(&format!("passed over {files}{told}"));
    }
}

/// What to do where no release is public. Which of them wait, a public log must not hold.
pub fn nothing_public(waits: bool) -> &'static str {
    if waits {
        "`--verbose` says how many are drafts or wait for their time"
    } else {
        "put a release into the folder of releases, or begin one with `dateline new \"Headline\"`"
    }
}

pub fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
