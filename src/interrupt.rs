//! Ctrl-C, and the signal to end, for commands that write files and wait for nobody.
//!
//! While nothing is being written, such a signal ends the program at once; while files are, it is
//! noted, and whoever writes them takes back what is not in place. Neither does anything to the
//! files that are in place.

use std::process;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::exit::Exit;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Idle,
    Writing,
    /// Meanwhile a signal came.
    Requested,
}

#[derive(Debug, Clone)]
pub struct Interrupt(Arc<Mutex<State>>);

impl Interrupt {
    /// Hears signals from now on. Where they can't be heard, they end the program as they do
    /// without us, and the next run clears up.
    pub fn heard() -> Self {
        let interrupt = Self(Arc::new(Mutex::new(State::Idle)));
        let handled = interrupt.clone();
        let _ = ctrlc::set_handler(move || {
            let mut state = handled.state();
            if *state == State::Idle {
                // With the state still held, so that no writing begins meanwhile.
                process::exit(Exit::Interrupted as i32);
            }
            *state = State::Requested;
        });
        interrupt
    }

    /// Signals wait from now on.
    pub fn hold(&self) {
        *self.state() = State::Writing;
    }

    /// Whether one came.
    pub fn is_requested(&self) -> bool {
        *self.state() == State::Requested
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
