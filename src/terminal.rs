//! What is printed where: data on stdout, everything else on stderr.

use std::io::{self, Write as _};

use dateline::problem::{Problem, printable};

#[derive(Debug)]
pub struct Terminal {
    out: io::Stdout,
    err: io::Stderr,
    quiet: bool,
    verbose: bool,
}

impl Terminal {
    pub fn new(quiet: bool, verbose: bool) -> Self {
        Self { out: io::stdout(), err: io::stderr(), quiet, verbose }
    }

    /// A line of data. A reader that closed the pipe has had enough.
    pub fn data(&self, line: &str) {
        let _ = writeln!(self.out.lock(), "{line}");
    }

    pub fn error(&self, line: &str) {
        let _ = writeln!(self.err.lock(), "{}", printable(line));
    }

    /// Lines of data.
    pub fn lines(&self, lines: impl Iterator<Item = String>) {
        for line in lines {
            self.data(&line);
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
