//! What is printed where: data on stdout, everything else on stderr.

use std::cell::Cell;
use std::fmt::Display;
use std::io::{self, Write as _};

use dateline::desk::Warnings;
use dateline::problem::{Problem, printable, printable_json};

use crate::exit::Exit;

#[derive(Debug)]
pub struct Terminal {
    out: io::Stdout,
    err: io::Stderr,
    quiet: bool,
    verbose: bool,
    /// Why data could not be written.
    lost: Cell<Option<Exit>>,
}

impl Terminal {
    pub fn new(quiet: bool, verbose: bool) -> Self {
        Self { out: io::stdout(), err: io::stderr(), quiet, verbose, lost: Cell::new(None) }
    }

    /// A line of data.
    pub fn data(&self, line: &str) {
        self.lines(std::iter::once(line));
    }

    /// Data as JSON. What can't be put into JSON is our own bug, and never an empty line.
    pub fn json(&self, json: serde_json::Result<String>) {
        match json {
            Ok(json) => self.data(&printable_json(&json)),
            Err(error) => self.lost.set(Some(self.bug(&error))),
        }
    }

    /// Tells of a fault of our own.
    pub fn bug(&self, error: &impl Display) -> Exit {
        self.error(&format!("dateline: this is a bug in dateline: {error}. Please report it"));
        Exit::Bug
    }

    /// How a command ends that was to end in some way: somebody waits for data that could not be written, which
    /// has been said.
    pub fn ended(&self, exit: Exit) -> Exit {
        match self.lost.get() {
            Some(Exit::Bug) => Exit::Bug,
            Some(lost) if exit == Exit::Done => lost,
            _ => exit,
        }
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
                if self.lost.replace(Some(Exit::FileSystem)).is_none() {
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
    pub fn tellable(&self, problems: &[Problem], warnings: Warnings) -> Vec<Problem> {
        problems
            .iter()
            .filter(|problem| {
                problem.is_error() || (warnings == Warnings::Refused || !self.quiet) && (self.verbose || !problem.held)
            })
            .cloned()
            .map(|mut problem| {
                problem.held &= !self.verbose;
                problem
            })
            .collect()
    }
}
