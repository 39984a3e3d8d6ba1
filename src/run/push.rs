//! `push`: tells hubs of the feeds that were built, once they are what is served. Writes nothing but
//! the note that it is asked for.
//!
//! Which feeds have changed only a note from before the deployment can say, since `push` comes after
//! it; without one all of them are told of, and hubs pass over what they know.

mod outdated;
mod report;

use std::path::Path;
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use dateline::config::Config;
use dateline::disk::{self, built};
use dateline::hub::clock::Clock;
use dateline::hub::fetch::Fault;
use dateline::hub::note::Note;
use dateline::hub::topic::Topic;
use dateline::hub::{self, Event, Live};
use dateline::link;
use url::Url;

use super::Ended;
use super::given::config;
use super::stop::refused;
use super::telling::{Form, counted};
use crate::cli::Push;
use crate::exit::Exit;
use crate::terminal::Terminal;
use report::Report;

pub fn push(push: &Push, terminal: &Terminal) -> Exit {
    match try_push(push, terminal) {
        Ok(exit) | Err(exit) => exit,
    }
}

fn try_push(push: &Push, terminal: &Terminal) -> Result<Exit, Ended> {
    let config = config(&push.config, None).map_err(|early| early.told(Form::Human, terminal))?;
    let hubs = hubs(push, &config, terminal)?;
    let note = push.since.as_deref().map(|path| read_note(path, terminal)).transpose()?;
    if hubs.is_empty() && push.note_live.is_none() {
        terminal.note("there is no hub to tell; name them with `hubs` in dateline.toml, or with `--hub`");
        Report::new(&[], &[], push).finish(terminal);
        return Ok(Exit::Done);
    }
    let topics = topics(&push.out, &config, terminal)?;
    if let Some(path) = &push.note_live {
        return note_live(path, &topics, terminal);
    }
    outdated::tell(push, &config, &topics, terminal)?;
    let all = topics.len();
    let is_told = |topic: &Topic| push.all || note.as_ref().is_none_or(|note| note.tells_apart(topic));
    let topics: Vec<Topic> = topics.into_iter().filter(is_told).collect();
    if topics.is_empty() {
        terminal
            .note(&format!("none of the {} changed since the note; nothing to tell", counted(all, "feed", "feeds")));
    } else if push.all || note.is_none() {
        let why = if push.all { "as `--all` says" } else { "since no note (`--since`) says which of them changed" };
        terminal.note(&format!(
            "telling of {}, {why}",
            if all == 1 { "the feed".to_owned() } else { format!("all {all} feeds") }
        ));
    } else {
        terminal.note(&format!(
            "telling of {} of {} that changed since the note",
            topics.len(),
            counted(all, "feed", "feeds")
        ));
    }
    let job = hub::Push { topics, hubs, wait: push.wait };
    let mut report = Report::new(&job.topics, &job.hubs, push);
    if push.dry_run {
        report.would_send(terminal);
        report.finish(terminal);
        return Ok(Exit::Done);
    }
    let ended = run(job, |event| report.note(event, terminal));
    ended.map_err(|end| match end {
        End::Interrupted => {
            terminal.error("interrupted; what hubs have been told stands");
            Exit::Interrupted
        }
        End::Unable(fault) => {
            terminal.error(&fault.to_string());
            Exit::Hub
        }
        End::Bug => Exit::Bug,
    })?;
    Ok(report.finish(terminal))
}

fn hubs(push: &Push, config: &Config, terminal: &Terminal) -> Result<Vec<Url>, Ended> {
    let mut stated = Vec::new();
    for (at, text) in push.hub.iter().enumerate() {
        // Never quoted: it may hold a password.
        let Some(hub) = link::web(text) else {
            terminal.error(&format!(
                "`--hub` number {} is no absolute address; write one such as https://hub.example.org/",
                at + 1
            ));
            return Err(Exit::Usage);
        };
        stated.push(hub);
    }
    let mut hubs: Vec<Url> = Vec::new();
    for mut hub in if stated.is_empty() { config.hubs.clone() } else { stated } {
        hub.set_fragment(None);
        if !hubs.contains(&hub) {
            hubs.push(hub);
        }
    }
    Ok(hubs)
}

fn read_note(path: &Path, terminal: &Terminal) -> Result<Note, Ended> {
    let bytes = disk::read_optional(path).map_err(|fault| refused(&fault, terminal))?;
    bytes.as_deref().and_then(Note::read).ok_or_else(|| {
        let what = if bytes.is_some() { "this is no note of what was live" } else { "there is no such file" };
        terminal.error(&format!("{}: {what}; write one with `dateline push --note-live`", disk::shown(path)));
        Exit::Usage
    })
}

fn topics(out: &Path, config: &Config, terminal: &Terminal) -> Result<Vec<Topic>, Ended> {
    let shown = disk::shown(out);
    let feeds = built::feeds(out).map_err(|fault| refused(&fault, terminal))?;
    if feeds.is_empty() {
        let what = if out.is_dir() { "there are no feeds in this folder" } else { "there is no such folder" };
        terminal.error(&format!("{shown}: {what}; run `dateline build` first, or name the folder with `--out`"));
        return Err(Exit::Usage);
    }
    let mut topics = Vec::with_capacity(feeds.len());
    let mut failed = false;
    for (file, bytes) in feeds {
        match Topic::read(file.clone(), bytes, &config.site) {
            Ok(topic) => topics.push(topic),
            Err(why) => {
                let fix = "run `dateline build` with this configuration and deploy it, then push";
                terminal.error(&format!("{}: {why}; {fix}", disk::shown(&out.join(&file))));
                failed = true;
            }
        }
    }
    if failed { Err(Exit::Usage) } else { Ok(topics) }
}

fn note_live(path: &Path, topics: &[Topic], terminal: &Terminal) -> Result<Exit, Ended> {
    let live = hub::live_now(topics).map_err(|fault| {
        terminal.error(&fault.to_string());
        Exit::Hub
    })?;
    let there = live.iter().filter(|live| matches!(live, Live::Digest(_))).count();
    for (topic, live) in topics.iter().zip(&live) {
        if let Live::Unknown(why) = live {
            let shown = link::without_secrets(&topic.url);
            terminal.error(&format!("{shown}: nobody can tell what is live ({why}), so hubs will be told of it"));
        }
    }
    let note = Note::of(topics.iter().zip(live.into_iter().map(Live::digest)));
    let text = note.text().map_err(|error| terminal.bug(&error))?;
    built::replace(path, &text).map_err(|fault| refused(&fault.elsewhere("--note-live"), terminal))?;
    terminal.data(&disk::shown(path));
    terminal.note(&format!(
        "{there} of {} live now; after deploying, `dateline push --since {}`",
        counted(topics.len(), "feed", "feeds"),
        disk::shown(path)
    ));
    Ok(Exit::Done)
}

enum End {
    Interrupted,
    Unable(Fault),
    Bug,
}

enum Sign {
    Event(Event),
    Ended(Result<(), Fault>),
    Interrupted,
}

/// Runs a job in threads that nobody waits for any more once somebody ends it: an answer that is
/// under way may take its time.
fn run(job: hub::Push, mut note: impl FnMut(Event)) -> Result<(), End> {
    let (signs, happened) = mpsc::channel();
    let interrupt = signs.clone();
    // Where signals can't be heard, they end the program as they do without us: nothing is half-written.
    let _ = ctrlc::set_handler(move || {
        let _ = interrupt.send(Sign::Interrupted);
    });
    let worker = thread::spawn(move || {
        let tell = |event| {
            let _ = signs.send(Sign::Event(event));
        };
        let ended = hub::push(&job, &RealClock, &tell);
        let _ = signs.send(Sign::Ended(ended));
    });
    loop {
        // The signals' handler holds the channel open for good, so a bug has to be looked for.
        match happened.recv_timeout(Duration::from_secs(1)) {
            Ok(Sign::Event(event)) => note(event),
            Ok(Sign::Ended(ended)) => return ended.map_err(End::Unable),
            Ok(Sign::Interrupted) => return Err(End::Interrupted),
            Err(_) if worker.is_finished() => return Err(End::Bug),
            Err(_) => {}
        }
    }
}

#[derive(Debug)]
struct RealClock;

impl Clock for RealClock {
    fn now(&self) -> Instant {
        Instant::now()
    }

    fn date(&self) -> SystemTime {
        SystemTime::now()
    }

    fn sleep(&self, span: Duration) {
        thread::sleep(span);
    }
}
