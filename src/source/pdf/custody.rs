//! Runs the reading of a PDF apart: a damaged or hostile one may make it panic, or go on for ever,
//! and neither may take the others down.

use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use super::Fault;

/// The name of the thread that reads a PDF; a panic in it is the file's fault, not a bug.
pub const THREAD: &str = "pdf";

/// Reading the longest release takes a second.
const LONGEST: Duration = Duration::from_secs(30);
/// The parsers call themselves for nested objects.
const STACK: usize = 32 * 1024 * 1024;

/// What `read` makes of the bytes. One that doesn't come to an end is left behind.
pub fn kept<T: Send + 'static>(
    bytes: &[u8],
    read: impl FnOnce(&[u8]) -> Result<T, Fault> + Send + 'static,
) -> Result<T, Fault> {
    let bytes = bytes.to_vec();
    let (sender, receiver) = mpsc::channel();
    let reading = move || {
        // Nobody listens any more once the time is up.
        let _ = sender.send(read(&bytes));
    };
    let thread = thread::Builder::new().name(THREAD.to_owned()).stack_size(STACK).spawn(reading);
    if thread.is_err() {
        return Err(Fault::Unread);
    }
    match receiver.recv_timeout(LONGEST) {
        Ok(result) => result,
        Err(mpsc::RecvTimeoutError::Timeout) => Err(Fault::Endless),
        // The reader panicked, which dropped its end.
        Err(mpsc::RecvTimeoutError::Disconnected) => Err(Fault::Damaged),
    }
}

/// Whether the present thread reads a PDF.
pub fn is_here() -> bool {
    thread::current().name() == Some(THREAD)
}
