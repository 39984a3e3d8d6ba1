//! Exit codes, stable for ever, and what becomes of a panic.

use std::io::{self, Write as _};
use std::panic::{self, AssertUnwindSafe};
use std::process::ExitCode;

use dateline::problem::printable;
use dateline::reading;
use dateline::source::pdf;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Done, or nothing to do.
    Done = 0,
    /// A release is bad; nothing was written.
    Release = 1,
    /// Usage or configuration.
    Usage = 2,
    /// The file system refused.
    FileSystem = 3,
    /// A hub or the live check failed; the files are good.
    Hub = 4,
    /// A guard refused: a mass removal, ids that vanish, an empty feed.
    Guard = 5,
    /// Our own bug.
    Bug = 70,
    /// Somebody ended it: Ctrl-C, or a signal to end.
    Interrupted = 130,
}

impl Exit {
    /// Each of them, in the order of their codes.
    pub const ALL: [Self; 8] = [
        Self::Done,
        Self::Release,
        Self::Usage,
        Self::FileSystem,
        Self::Hub,
        Self::Guard,
        Self::Bug,
        Self::Interrupted,
    ];

    pub fn code(self) -> u8 {
        self as u8
    }

    /// What it means, for people.
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Done => "Done, or nothing to do.",
            Self::Release => "A release is bad; nothing was written.",
            Self::Usage => "Usage or configuration.",
            Self::FileSystem => "The file system refused; each file is as it was or as it is to be.",
            Self::Hub => "A hub or the live check failed; the files are good.",
            Self::Guard => "A guard refused: a mass removal, ids that vanish, an empty feed.",
            Self::Bug => "A bug in dateline.",
            Self::Interrupted => {
                "Ended by Ctrl-C or a signal; no file is half-written, and hubs that were told stay told."
            }
        }
    }
}

/// The same below the help.
pub fn codes() -> String {
    let lines = Exit::ALL.iter().map(|exit| format!("  {:<4} {}\n", exit.code(), exit.meaning()));
    std::iter::once("Exit codes:\n".to_owned()).chain(lines).collect()
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit.code())
    }
}

/// Runs a command; a panic in it is our own bug and ends with its code.
pub fn bugs_reported(command: impl FnOnce() -> Exit) -> Exit {
    panic::set_hook(Box::new(|info| {
        // A damaged PDF is reported as what it is.
        if pdf::is_here() {
            return;
        }
        // The place in our source, never the panic's payload: it may quote an embargoed text.
        let place = info.location().map_or_else(String::new, |at| format!(" at {}:{}", at.file(), at.line()));
        // A name may hold signs that drive a terminal, and one that hears nothing more is no second bug.
        let _ = writeln!(io::stderr(), "{}", printable(&bug(&place, reading::in_hand().as_deref())));
    }));
    panic::catch_unwind(AssertUnwindSafe(command)).unwrap_or(Exit::Bug)
}

/// What is told of a bug: where it is, the file that it was met in, and how to go on without that one.
fn bug(place: &str, file: Option<&str>) -> String {
    let met = file.map(|file| format!(", met in {file}")).unwrap_or_default();
    let go_on = file.map_or("", |_| " Move that file away to go on.");
    format!("dateline: this is a bug in dateline{place}{met}; nothing was left half-written.{go_on} Please report it")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bug_that_a_file_brings_out_names_the_file() {
        assert_eq!(
            bug(" at src/a.rs:7", Some("releases/lamp.txt")),
            "dateline: this is a bug in dateline at src/a.rs:7, met in releases/lamp.txt; nothing was left half-written. \
             Move that file away to go on. Please report it"
        );
        assert_eq!(
            bug("", None),
            "dateline: this is a bug in dateline; nothing was left half-written. Please report it"
        );
    }
}
