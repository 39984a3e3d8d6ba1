//! Exit codes, stable for ever, and what becomes of a panic.

use std::panic::{self, AssertUnwindSafe};
use std::process::ExitCode;

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

/// What each means, for people.
pub const CODES: [(&str, &str); 8] = [
    ("0", "Done, or nothing to do."),
    ("1", "A release is bad; nothing was written."),
    ("2", "Usage or configuration."),
    ("3", "The file system refused; each file is as it was or as it is to be."),
    ("4", "A hub or the live check failed; the files are good."),
    ("5", "A guard refused: a mass removal, ids that vanish, an empty feed."),
    ("70", "A bug in dateline."),
    ("130", "Interrupted; nothing was changed."),
];

/// The same below the help.
pub fn codes() -> String {
    let lines = CODES.iter().map(|(code, meaning)| format!("  {code:<4} {meaning}\n"));
    std::iter::once("Exit codes:\n".to_owned()).chain(lines).collect()
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
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
        eprintln!("dateline: this is a bug in dateline{place}; nothing was left half-written. Please report it");
    }));
    panic::catch_unwind(AssertUnwindSafe(command)).unwrap_or(Exit::Bug)
}
