//! Time as waiting needs it. The program hands in the real one; a test's goes as fast as it likes.

use std::fmt;
use std::time::{Duration, Instant, SystemTime};

pub trait Clock: Sync + fmt::Debug {
    /// For spans: never set back.
    fn now(&self) -> Instant;

    /// For a day and hour that a hub names.
    fn date(&self) -> SystemTime;

    fn sleep(&self, span: Duration);
}
