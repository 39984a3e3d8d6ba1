//! How a fault is located and worded: `path:line:col: what: found; fix`.
//!
//! A problem is data. This module decides how it reads, never whether something is one,
//! and never prints: `main` owns the terminal.

mod printable;

use std::cmp::Ordering;
use std::fmt::Write as _;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use printable::{printable, printable_json};

/// A position in a source file. Both numbers count from 1; columns count characters, not bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Place {
    pub line: usize,
    pub column: usize,
}

impl Place {
    pub fn new(line: usize, column: usize) -> Self {
        Self { line, column }
    }

    pub fn line(line: usize) -> Self {
        Self { line, column: 1 }
    }

    /// The place of a byte offset in a text that begins at line 1.
    pub fn of_offset(text: &str, offset: usize) -> Self {
        let before = text.get(..offset).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Self { line: before.matches('\n').count() + 1, column: before[line_start..].chars().count() + 1 }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    Error,
    Warning,
}

/// One fault: where it is, what is wrong, what was found there and what to write instead.
///
/// `what` and `fix` never quote the source; only `quoted` does. So the text of a release that is
/// not public yet can be kept out of a log by leaving `quoted` out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub path: String,
    pub at: Option<Place>,
    pub severity: Severity,
    pub what: String,
    pub quoted: Option<String>,
    pub fix: String,
    /// The release it belongs to is not public: its words must not reach a log.
    pub held: bool,
}

/// Longest piece of the source that a message quotes, in characters.
const LONGEST_QUOTE: usize = 80;

impl Problem {
    fn new(path: &str, at: Option<Place>, severity: Severity, what: String, fix: String) -> Self {
        Self { path: path.to_owned(), at, severity, what, quoted: None, fix, held: false }
    }

    /// A fault of a whole file or folder, not of one line.
    pub fn of_file(path: &str, what: impl Into<String>, fix: impl Into<String>) -> Self {
        Self::new(path, None, Severity::Error, what.into(), fix.into())
    }

    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    /// What is wrong, what was found and the remedy, without the place.
    pub fn message(&self) -> String {
        let mut message = self.what.clone();
        if let Some(found) = self.quoted.as_ref().filter(|_| !self.held) {
            let _ = write!(message, ": `{}`", shortened(found));
        }
        if !self.fix.is_empty() {
            message.push_str("; ");
            message.push_str(&self.fix);
        }
        printable(&message)
    }

    /// One line for people.
    pub fn human(&self) -> String {
        let path = printable(&self.path);
        let place = match self.at {
            Some(Place { line, column }) => format!("{path}:{line}:{column}"),
            None => path,
        };
        let severity = if self.is_error() { "" } else { "warning: " };
        format!("{place}: {severity}{}", self.message())
    }

    /// One workflow command, which GitHub shows as an annotation on the line.
    pub fn github(&self) -> String {
        let command = if self.is_error() { "error" } else { "warning" };
        let mut properties = format!("file={}", property(&printable(&self.path)));
        if let Some(Place { line, column }) = self.at {
            let _ = write!(properties, ",line={line},col={column}");
        }
        format!("::{command} {properties}::{}", data(&self.message()))
    }

    pub fn json(&self) -> ProblemJson {
        ProblemJson {
            path: self.path.clone(),
            line: self.at.map(|at| at.line),
            column: self.at.map(|at| at.column),
            severity: self.severity,
            message: self.message(),
        }
    }

    /// Sorts by path, then place, errors before warnings, then words: the same on every machine.
    pub fn in_order(a: &Self, b: &Self) -> Ordering {
        (&a.path, a.at, a.severity, &a.what).cmp(&(&b.path, b.at, b.severity, &b.what))
    }
}

/// A problem as programs read it.
#[derive(Debug, Serialize)]
pub struct ProblemJson {
    pub path: String,
    pub line: Option<usize>,
    pub column: Option<usize>,
    pub severity: Severity,
    pub message: String,
}

/// Where a key is stated for a file that has no place for it.
pub const IN_A_COPY: &str = " (at the top of a copy saved as .txt)";

/// Collects the problems of one file.
#[derive(Debug)]
pub struct Report {
    path: String,
    /// The file's format has no place to state `key: value`.
    keyless: bool,
    pub problems: Vec<Problem>,
}

impl Report {
    pub fn new(path: &str) -> Self {
        Self { path: path.to_owned(), keyless: false, problems: Vec::new() }
    }

    /// From now on, a remedy that states a key says where to: not in this file.
    pub fn keyless(&mut self) {
        self.keyless = true;
    }

    pub fn is_keyless(&self) -> bool {
        self.keyless
    }

    /// Notes an error. Add what was found with [`Problem::found`] on the returned problem.
    pub fn error(&mut self, at: Place, what: impl Into<String>, fix: impl Into<String>) -> &mut Problem {
        self.push(at, Severity::Error, what.into(), fix.into())
    }

    pub fn warning(&mut self, at: Place, what: impl Into<String>, fix: impl Into<String>) -> &mut Problem {
        self.push(at, Severity::Warning, what.into(), fix.into())
    }

    pub fn has_errors(&self) -> bool {
        self.problems.iter().any(Problem::is_error)
    }

    fn push(&mut self, at: Place, severity: Severity, what: String, mut fix: String) -> &mut Problem {
        if self.keyless && fix.contains("state `") {
            fix.push_str(IN_A_COPY);
        }
        self.problems.push(Problem::new(&self.path, Some(at), severity, what, fix));
        let last = self.problems.len() - 1;
        &mut self.problems[last]
    }
}

impl Problem {
    /// It is about an embargo that the release itself doesn't state where it is read: its words must not
    /// reach a log either.
    pub fn holding(&mut self) -> &mut Self {
        self.held = true;
        self
    }

    /// States the piece of the source that the problem is about.
    pub fn found(&mut self, found: impl Into<String>) -> &mut Self {
        self.quoted = Some(found.into());
        self
    }
}

fn shortened(found: &str) -> String {
    let found = found.trim();
    match found.char_indices().nth(LONGEST_QUOTE) {
        Some((cut, _)) => format!("{}…", found[..cut].trim_end()),
        None => found.to_owned(),
    }
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

/// `word`, when it is the nearest of `known` and near enough to be a slip of the keyboard.
pub fn did_you_mean<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    known
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(&word.to_lowercase(), candidate), candidate))
        .filter(|(distance, candidate)| *distance * 2 <= candidate.len().max(word.len()) && *distance <= 4)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_reads_as_place_what_found_and_fix() {
        let mut report = Report::new("releases/a.txt");
        report.error(Place::new(3, 10), "no day of the calendar", "write a day that exists").found("31.02.2025");
        assert_eq!(
            report.problems[0].human(),
            "releases/a.txt:3:10: no day of the calendar: `31.02.2025`; write a day that exists"
        );
    }

    #[test]
    fn a_held_release_is_not_quoted() {
        let mut problem = Problem::of_file("a.txt", "no day of the calendar", "fix it");
        problem.found("CANARY");
        problem.held = true;
        assert!(!problem.human().contains("CANARY"));
        assert!(!problem.github().contains("CANARY"));
    }

    #[test]
    fn an_annotation_escapes_what_would_end_it() {
        let mut problem = Problem::of_file("a,b:c.txt", "100 %", "");
        problem.at = Some(Place::new(1, 2));
        assert_eq!(problem.github(), "::error file=a%2Cb%3Ac.txt,line=1,col=2::100 %25");
    }

    #[test]
    fn terminal_escapes_do_not_reach_the_terminal() {
        let problem = Problem::of_file("\u{1b}[31mred.txt", "x", "");
        assert_eq!(problem.human(), "\u{FFFD}[31mred.txt: x");
        assert_eq!(problem.github(), "::error file=\u{FFFD}[31mred.txt::x");
    }

    #[test]
    fn a_slip_is_recognised_and_a_stranger_is_not() {
        assert_eq!(did_you_mean("pubdate", ["date", "title", "updated"]), Some("date"));
        assert_eq!(did_you_mean("zebra", ["date", "title"]), None);
    }
}
