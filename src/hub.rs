//! The only room that touches the network: looks at what is live, and tells hubs of it.
//!
//! Knows addresses and bytes, never what changed in a feed or why. Refuses to be led from a public
//! address to a private one, to read or wait without end, to tell a hub of what is not live, and to
//! print what an address keeps secret.

mod answer;
mod border;
pub mod clock;
pub mod fetch;
mod live;
pub mod note;
mod publish;
mod retry;
pub mod topic;

use std::time::Duration;

use url::Url;

use clock::Clock;
use fetch::Fault;
pub use live::{Live, now as live_now};
pub use publish::{Notification, Outcome, form};
use topic::Topic;

/// What is to be told to whom.
#[derive(Debug)]
pub struct Push {
    pub topics: Vec<Topic>,
    pub hubs: Vec<Url>,
    /// For all topics to be live, and then for each hub to take all of them.
    pub wait: Duration,
}

/// What happens, as it happens. Topics and hubs are places in the lists of a [`Push`].
#[derive(Debug)]
pub enum Event {
    /// A topic is not live yet, for this reason; told once.
    Waiting {
        topic: usize,
        why: String,
    },
    Live {
        topic: usize,
        moved: Option<Url>,
    },
    NotLive {
        topic: usize,
        why: String,
    },
    Told {
        hub: usize,
        topic: usize,
        told: Notification,
    },
}

/// First waits for every topic to be live, then tells the hubs of those that are, side by side.
///
/// # Errors
/// When this machine can't ask anybody.
pub fn push(push: &Push, clock: &dyn Clock, tell: &(dyn Fn(Event) + Sync)) -> Result<(), Fault> {
    let live = live::wait(&push.topics, push.wait, clock, tell)?;
    publish::all(push, &live, clock, tell)
}

/// Does the work of many topics or hubs side by side; the first fault ends it.
fn side_by_side<T: Send>(count: usize, work: impl Fn(usize) -> Result<T, Fault> + Sync) -> Result<Vec<T>, Fault> {
    std::thread::scope(|scope| {
        let work = &work;
        let workers: Vec<_> = (0..count).map(|worker| scope.spawn(move || work(worker))).collect();
        // A panic is our bug; it goes on to where bugs are reported.
        workers
            .into_iter()
            .map(|worker| worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
            .collect()
    })
}
