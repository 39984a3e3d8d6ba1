//! Connections from this machine: one request each, side by side, no more at once than a browser
//! with many windows has. What is asked and answered is decided elsewhere.
//!
//! Whoever sends too slowly, too much or nothing is let go of; nothing that comes in can end more than
//! its own connection.

use std::io::{self, Read, Write as _};
use std::net::{Ipv4Addr, Shutdown, TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use dateline::preview::request::{Head, LONGEST_HEAD, Request};
use dateline::preview::{Answer, answer};

use super::stage::Stage;

const MOST_CONNECTIONS: usize = 128;
/// For a whole request to arrive, and for each piece of an answer to be taken.
const PATIENCE: Duration = Duration::from_secs(10);
/// For what is still under way when the answer has been given.
const FAREWELL: Duration = Duration::from_millis(500);

/// No other machine can come to this address.
pub fn open(port: u16) -> io::Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port))
}

/// Lets in who comes, until the program ends.
pub fn attend(listener: TcpListener, stage: &Arc<Stage>) {
    let stage = Arc::clone(stage);
    thread::spawn(move || {
        // Each connection holds one; who holds none is the only one left.
        let present = Arc::new(());
        for stream in listener.incoming() {
            let Ok(stream) = stream else {
                // Out of files to open, most likely: somebody has to leave first.
                thread::sleep(Duration::from_millis(50));
                continue;
            };
            if Arc::strong_count(&present) > MOST_CONNECTIONS {
                continue;
            }
            let (stage, present) = (Arc::clone(&stage), Arc::clone(&present));
            // Where no thread is to be had, the connection closes.
            let _ = thread::Builder::new().spawn(move || {
                // A visitor that went away is nobody's fault.
                let _ = receive(stream, &stage);
                drop(present);
            });
        }
    });
}

fn receive(mut stream: TcpStream, stage: &Stage) -> io::Result<()> {
    stream.set_write_timeout(Some(PATIENCE))?;
    let answer = match head(&mut stream)? {
        Head::Whole(request) => answered(&request, stage),
        Head::TooLong => Answer::refusal(431),
        Head::Broken => Answer::refusal(400),
        Head::Unfinished => return Ok(()),
    };
    stream.write_all(&answer.bytes())?;
    stream.shutdown(Shutdown::Write)?;
    // To close on bytes that nobody read would take the answer back.
    let until = Instant::now() + FAREWELL;
    let mut rest = [0; 4096];
    while read_until(&mut stream, &mut rest, until)? > 0 {}
    Ok(())
}

fn answered(request: &Request, stage: &Stage) -> Answer {
    if let Some(seen) = request.awaits(stage.port()) {
        stage.wait(seen);
    }
    let shown = stage.standing();
    answer::answer(request, &shown.standing(), |name| shown.made.shelf.as_ref()?.read(name))
}

fn head(stream: &mut TcpStream) -> io::Result<Head> {
    let until = Instant::now() + PATIENCE;
    let mut bytes = Vec::new();
    let mut piece = [0; 4096];
    loop {
        let read = read_until(stream, &mut piece, until)?;
        bytes.extend_from_slice(&piece[..read]);
        bytes.truncate(LONGEST_HEAD);
        match Request::read(&bytes) {
            Head::Unfinished if read > 0 => {}
            head => return Ok(head),
        }
    }
}

/// Nothing when the time is over.
fn read_until(stream: &mut TcpStream, piece: &mut [u8], until: Instant) -> io::Result<usize> {
    let left = until.saturating_duration_since(Instant::now());
    if left.is_zero() {
        return Ok(0);
    }
    stream.set_read_timeout(Some(left))?;
    match stream.read(piece) {
        Err(error) if matches!(error.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut) => Ok(0),
        read => read,
    }
}
