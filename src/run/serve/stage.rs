//! What is shown at the moment, and who waits for something else. Knows no request and no file's name.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use dateline::disk::shelf::Shelf;
use dateline::preview::Standing;
use dateline::problem::Problem;

/// The outcome of a build.
#[derive(Debug, Default)]
pub struct Made {
    /// Where the edition stands on this host.
    pub base: String,
    /// The last good edition.
    pub shelf: Option<Arc<Shelf>>,
    pub problems: Vec<Problem>,
    /// They kept a newer one from being built.
    pub failed: bool,
}

#[derive(Debug)]
pub struct Shown {
    port: u16,
    version: String,
    pub made: Made,
}

impl Shown {
    pub fn standing(&self) -> Standing<'_> {
        Standing {
            port: self.port,
            base: &self.made.base,
            version: &self.version,
            names: self.made.shelf.as_ref().map(|shelf| shelf.names()),
            problems: &self.made.problems,
            failed: self.made.failed,
        }
    }
}

#[derive(Debug)]
pub struct Stage {
    port: u16,
    /// Begins every version, so that a page of an earlier run sees that it is one.
    run: i64,
    state: Mutex<State>,
    turned: Condvar,
}

#[derive(Debug)]
struct State {
    shown: Arc<Shown>,
    count: u64,
    closed: bool,
}

/// Shorter than what lies between may take for a dead connection.
const LONGEST_WAIT: Duration = Duration::from_secs(25);

impl Stage {
    pub fn new(port: u16, run: i64) -> Self {
        let made = Made { base: "/".to_owned(), ..Made::default() };
        let shown = Arc::new(Shown { port, version: format!("{run}-0"), made });
        Self { port, run, state: Mutex::new(State { shown, count: 0, closed: false }), turned: Condvar::new() }
    }

    pub fn port(&self) -> u16 {
        self.port
    }

    pub fn standing(&self) -> Arc<Shown> {
        Arc::clone(&self.state().shown)
    }

    pub fn show(&self, made: Made) {
        let mut state = self.state();
        state.count += 1;
        let version = format!("{}-{}", self.run, state.count);
        state.shown = Arc::new(Shown { port: self.port, version, made });
        self.turned.notify_all();
    }

    /// Waits until something else than `seen` is shown, or long enough.
    pub fn wait(&self, seen: &str) {
        let same = |state: &mut State| state.shown.version == seen && !state.closed;
        // A waiter that was woken goes on to be answered, whatever woke it.
        drop(self.turned.wait_timeout_while(self.state(), LONGEST_WAIT, same));
    }

    /// Nobody waits any longer.
    pub fn close(&self) {
        self.state().closed = true;
        self.turned.notify_all();
    }

    /// Every change is one assignment, so a panic elsewhere leaves nothing half-done.
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_waits_is_woken_by_another_edition() {
        let stage = Stage::new(8000, 1);
        let first = stage.standing().standing().version.to_owned();
        std::thread::scope(|scope| {
            let waiter = scope.spawn(|| stage.wait(&first));
            stage.show(Made::default());
            assert!(waiter.join().is_ok());
        });
        assert_ne!(stage.standing().standing().version, first);
    }

    #[test]
    fn nobody_waits_beyond_the_end_or_for_what_was_seen_in_another_run() {
        let stage = Arc::new(Stage::new(8000, 2));
        let waited = |seen: &'static str| {
            let (ended, end) = std::sync::mpsc::channel();
            let stage = Arc::clone(&stage);
            std::thread::spawn(move || {
                stage.wait(seen);
                ended.send(())
            });
            end.recv_timeout(LONGEST_WAIT / 2).is_ok()
        };
        assert!(waited("1-0"), "it was seen in another run");
        stage.close();
        assert!(waited("2-0"), "this is the end");
        assert_eq!(stage.standing().version, "2-0", "nothing else is shown");
    }
}
