//! What is printed where: data on stdout, everything else on stderr.

use std::cell::Cell;
use std::fmt::Display;
use std::io::{self, Write as _};

use dateline::problem::{Problem, printable, printable_json};

#[derive(Debug)]
pub struct Terminal {
    out: io::Stdout,
    err: io::Stderr,
    quiet: bool,
    verbose: bool,
    /// Data could not be written.
    lost: Cell<bool>,
}

impl Terminal {
    pub fn new(quiet: bool, verbose: bool) -> Self {
        Self { out: io::stdout(), err: io::stderr(), quiet, verbose, lost: Cell::new(false) }
    }

    /// A line of data.
    pub fn data(&self, line: &str) {
        self.lines(std::iter::once(line));
    }

    /// Data as JSON.
    pub fn json(&self, json: &str) {
        self.data(&printable_json(json));
    }

    /// Whether somebody waits for data that could not be written; it has been said.
    pub fn lost_data(&self) -> bool {
        self.lost.get()
    }

    pub fn error(&self, line: &str) {
        let _ = writeln!(self.err.lock(), "{}", printable(line));
    }

    /// Lines of data.
    pub fn lines(&self, lines: impl Iterator<Item = impl Display>) {
        let mut out = io::BufWriter::new(self.out.lock());
        let mut lines = lines;
        let written = lines.try_for_each(|line| writeln!(out, "{line}")).and_then(|()| out.flush());
        match written {
            Ok(()) => {}
            // A reader that closed the pipe has had enough.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {}
            Err(error) => {
                if !self.lost.replace(true) {
                    self.error(&format!("the output could not be written: {error}"));
                }
            }
        }
    }

    pub fn errors(&self, lines: impl Iterator<Item = String>) {
        for line in lines {
            self.error(&line);
        }
    }

    pub fn note(&self, line: &str) {
        if !self.quiet {
            self.error(line);
        }
    }

    /// Whether what is not public yet may be spoken of.
    pub fn is_verbose(&self) -> bool {
        self.verbose
    }

    /// May speak of what is not public yet.
    pub fn detail(&self, line: &str) {
        if self.verbose {
            self.error(line);
        }
    }

    /// The problems that may be told of at this level. Warnings about a release that is not public
    /// wait for `--verbose`; its errors are told without its words.
    pub fn tellable(&self, problems: &[Problem], strict: bool) -> Vec<Problem> {
        problems
            .iter()
            .filter(|problem| problem.is_error() || (strict || !self.quiet) && (self.verbose || !problem.held))
            .cloned()
            .map(|mut problem| {
                problem.held &= !self.verbose;
                problem
            })
            .collect()
    }
}
