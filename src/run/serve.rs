//! `serve`: builds into a temporary folder of its own, shows that on this machine, and builds anew
//! when a file changes, until somebody ends it. Never touches the output folder.

mod door;
mod rebuild;
mod stage;
mod watch;

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

use dateline::disk::{self, shelf};

use super::Ended;
use super::given::{is_within, no_config, no_folder, run_number};
use super::stop::refused;
use crate::cli::Serve;
use crate::exit::Exit;
use crate::terminal::Terminal;
use rebuild::Workshop;
use stage::Stage;
use watch::Watch;

/// What can happen while the preview stands.
enum Sign {
    Changed,
    /// The watch failed, for this reason.
    Blind(String),
    Interrupted,
}

pub fn serve(serve: &Serve, terminal: &Terminal) -> Exit {
    match try_serve(serve, terminal) {
        Ok(exit) | Err(exit) => exit,
    }
}

fn try_serve(serve: &Serve, terminal: &Terminal) -> Result<Exit, Ended> {
    let (signs, happened) = mpsc::channel();
    let interrupted = Arc::new(AtomicBool::new(false));
    let (end, sign) = (Arc::clone(&interrupted), signs.clone());
    let heard = ctrlc::set_handler(move || {
        end.store(true, Ordering::SeqCst);
        // Nobody hears it when the preview has ended already.
        let _ = sign.send(Sign::Interrupted);
    });
    if let Err(error) = heard {
        terminal.error(&format!("signals can't be heard, so Ctrl-C will leave a temporary folder: {error}"));
    }
    look_before(serve, terminal)?;
    let listener = door::open(serve.port).map_err(|error| {
        let fix = "name another with `--port`, or 0 for any that is free";
        terminal.error(&format!("port {} of 127.0.0.1 can't be opened: {error}; {fix}", serve.port));
        Exit::Usage
    })?;
    let port = listener.local_addr().map_or(serve.port, |address| address.port());
    let room = shelf::room().map_err(|fault| refused(&fault, terminal))?;
    if is_within(room.path(), &serve.inputs.releases) {
        let shown = disk::shown(&serve.inputs.releases);
        terminal.error(&format!("{shown}: temporary files would lie in it; name a folder elsewhere with `TMPDIR`"));
        return Err(Exit::Usage);
    }
    let stage = Arc::new(Stage::new(port, run_number()));
    let mut watch = Watch::new(&serve.inputs.config, &serve.inputs.releases, signs);
    let workshop = Workshop { serve, terminal, port, room: room.path(), interrupted: &interrupted };
    let mut door = Some(listener);
    loop {
        // Before the files are read: what changes from here on is heard of.
        watch.renew();
        if let Some(made) = workshop.build(&stage.standing()) {
            stage.show(made);
        }
        if interrupted.load(Ordering::SeqCst) {
            break;
        }
        if let Some(listener) = door.take() {
            door::attend(listener, &stage);
            terminal.data(&format!("http://127.0.0.1:{port}/"));
            terminal.note("built anew when a file changes; Ctrl-C ends it");
        }
        if !something_changed(&happened, terminal) {
            break;
        }
    }
    stage.close();
    remove(room, terminal);
    Ok(Exit::Interrupted)
}

/// What is missing from the start is a slip on the command line; what goes later is shown in the pages.
fn look_before(serve: &Serve, terminal: &Terminal) -> Result<(), Ended> {
    let config = Some(&serve.inputs.config).filter(|config| !config.exists()).map(|config| no_config(config));
    let Some(problem) = config.or_else(|| no_folder(&serve.inputs.releases)) else { return Ok(()) };
    terminal.error(&problem.human());
    Err(Exit::Usage)
}

/// One change seldom comes alone: an editor writes, renames and removes.
const QUIET: Duration = Duration::from_millis(80);
const LONGEST_UNREST: Duration = Duration::from_secs(2);

/// Waits for a change and the quiet after it; `false` when the preview is to end.
fn something_changed(happened: &Receiver<Sign>, terminal: &Terminal) -> bool {
    let mut since: Option<Instant> = None;
    loop {
        let sign = match since {
            Some(since) if since.elapsed() > LONGEST_UNREST => return true,
            Some(_) => match happened.recv_timeout(QUIET) {
                Ok(sign) => sign,
                Err(_) => return true,
            },
            None => match happened.recv() {
                Ok(sign) => sign,
                Err(_) => return false,
            },
        };
        match sign {
            Sign::Changed => since = since.or_else(|| Some(Instant::now())),
            Sign::Blind(why) => {
                terminal.error(&format!("changes may go unseen: {why}; start `dateline serve` anew to see them"));
            }
            Sign::Interrupted => return false,
        }
    }
}

fn remove(room: tempfile::TempDir, terminal: &Terminal) {
    let shown = disk::shown(Path::new(room.path()));
    if let Err(error) = room.close() {
        terminal.error(&format!("{shown}: removing this temporary folder failed: {error}; delete it"));
    }
}
