//! Why a command stops, how that is told, and with which exit code.

use std::path::Path;

use dateline::desk::{Desk, Warnings};
use dateline::disk::{self, Fault};
use dateline::edition::Stop;
use dateline::guard::{Refusal, Unreadable};
use dateline::problem::Problem;

use super::Ended;
use super::telling::{Form, nothing_public, passed_over, print_problems};
use crate::exit::Exit;
use crate::terminal::Terminal;

/// Why nothing was put in place.
pub enum Failure {
    Disk(Fault),
    Stop(Stop),
    /// Somebody ended it.
    Interrupted,
}

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Self {
        Self::Disk(fault)
    }
}

/// What ends a command before it has begun, untold yet.
#[derive(Debug)]
pub struct Early {
    problems: Vec<Problem>,
    exit: Exit,
}

impl Early {
    pub fn usage(problems: Vec<Problem>) -> Self {
        Self { problems, exit: Exit::Usage }
    }

    pub fn of(fault: &Fault) -> Self {
        Self { problems: vec![fault.problem()], exit: exit_of(fault) }
    }

    /// Tells it in the form that was asked for.
    pub fn told(&self, form: Form, terminal: &Terminal) -> Ended {
        print_problems(&self.problems, form, Warnings::Refused, terminal);
        self.exit
    }
}

/// What is written over nothing is a matter of names, as with `init`.
pub fn exit_of(fault: &Fault) -> Exit {
    if fault.is_foreign() { Exit::Usage } else { Exit::FileSystem }
}

pub fn failed(failure: Failure, terminal: &Terminal) -> Ended {
    match failure {
        Failure::Disk(fault) => refused(&fault.elsewhere("--out"), terminal),
        Failure::Stop(stop) => stopped(stop, terminal),
        Failure::Interrupted => {
            terminal.error("interrupted; nothing was changed");
            Exit::Interrupted
        }
    }
}

pub fn refused(fault: &Fault, terminal: &Terminal) -> Ended {
    Early::of(fault).told(Form::Human, terminal)
}

/// A stop as programs read it: of what would vanish each id, which readers have.
pub fn as_problems(stop: &Stop, out: &Path) -> Vec<Problem> {
    let (what, fix) = match stop {
        Stop::Release(problem) => return vec![(**problem).clone()],
        Stop::Broken(_) => ("a feed that was written breaks a rule", "report this bug in dateline"),
        Stop::Lost(_) => ("what was read of the releases is lost", "see what became of the temporary folder"),
        Stop::Refused(Refusal::Unreadable(_)) => {
            ("the feeds there can't be read", "put them right, or pass `--allow-removal`")
        }
        Stop::Refused(Refusal::Empty { waits }) => {
            let fix = format!("{}, or pass `--allow-empty` if that is meant", nothing_public(*waits));
            return vec![Problem::of_file(&disk::shown(out), "the feeds would be empty", fix)];
        }
        Stop::Refused(refusal @ Refusal::Vanishing { gone, .. }) => {
            let fix = format!("{}pass `--allow-removal` if it is to go", way_back(refusal));
            let told = |id: &String| {
                let what = format!("a published release would vanish from the feeds: `{id}`");
                Problem::of_file(&disk::shown(out), what, fix.clone())
            };
            return gone.iter().map(told).collect();
        }
        Stop::Refused(Refusal::Feeds { gone, new }) => {
            let told = |folder: &String| {
                let what = format!("a feed would vanish: `{folder}`");
                Problem::of_file(&disk::shown(out), what, keep_feeds(gone, new))
            };
            return gone.iter().map(told).collect();
        }
    };
    vec![Problem::of_file(&disk::shown(out), what, fix)]
}

/// Where nothing is public, what was passed over may be what is missed.
pub fn without_edition(stop: Stop, desk: &Desk, terminal: &Terminal) -> Ended {
    if matches!(stop, Stop::Refused(Refusal::Empty { .. })) {
        passed_over(desk, terminal);
    }
    stopped(stop, terminal)
}

pub fn stopped(stop: Stop, terminal: &Terminal) -> Ended {
    match stop {
        Stop::Release(problem) => {
            terminal.error(&problem.human());
            Exit::Release
        }
        Stop::Lost(why) => refused(
            &Fault::new(&std::env::temp_dir(), "reading a release back from the temporary folder", why),
            terminal,
        ),
        Stop::Broken(findings) => {
            terminal.error("dateline: this is a bug in dateline: a feed it wrote breaks a rule, so nothing was published. Please report it");
            terminal.errors(findings.iter().map(|finding| format!("  {finding}")));
            Exit::Bug
        }
        Stop::Refused(ref refusal @ Refusal::Unreadable(document)) => {
            let them = if document == Unreadable::Feed { "them" } else { "it" };
            terminal.error(&format!("{refusal}; put {them} right, or pass `--allow-removal`"));
            Exit::Guard
        }
        Stop::Refused(ref refusal @ Refusal::Empty { waits }) => {
            let way = nothing_public(waits);
            terminal.error(&format!("{refusal}; {way}, or pass `--allow-empty` if that is meant"));
            Exit::Guard
        }
        Stop::Refused(ref refusal @ Refusal::Vanishing { ref gone, ref new, ref held, .. }) => {
            terminal.error(&refusal.to_string());
            let waits = |id: &String| if held.contains(id) { " (its release is there, and not public)" } else { "" };
            terminal.errors(gone.iter().map(|id| format!("  gone: {id}{}", waits(id))));
            terminal.errors(new.iter().map(|id| format!("  new:  {id}")));
            terminal.error(&format!("{}pass `--allow-removal` if they are to go", way_back(refusal)));
            Exit::Guard
        }
        Stop::Refused(ref refusal @ Refusal::Feeds { ref gone, ref new }) => {
            terminal.error(&refusal.to_string());
            terminal.errors(gone.iter().map(|folder| format!("  gone: {folder}")));
            terminal.errors(new.iter().map(|folder| format!("  new:  {folder}")));
            terminal.error(&keep_feeds(gone, new));
            Exit::Guard
        }
    }
}

/// What to do where feeds would vanish. Only a subject can have another name now.
fn keep_feeds(gone: &[String], new: &[String]) -> String {
    let subject = |folders: &[String]| {
        folders.iter().find_map(|folder| folder.strip_prefix("subjects/")?.strip_suffix('/').map(str::to_owned))
    };
    let way = match (subject(gone), subject(new)) {
        (Some(old), Some(_)) => format!(
            "a subject with another name keeps its feeds with `\"New name\" = \"{old}\"` under `[subjects]` in dateline.toml; "
        ),
        (Some(_), None) => "state the subject again in a release that had it, or ".to_owned(),
        (None, _) => String::new(),
    };
    format!("{way}pass `--allow-removal` if they are to go")
}

/// What brings back ids that only seem to be gone.
fn way_back(refusal: &Refusal) -> String {
    let Refusal::Vanishing { gone, new, held, .. } = refusal else { return String::new() };
    if let Some(base) = refusal.other_base() {
        return format!("`id_base` is not the one that readers know; put back `id_base = \"{base}\"`; ");
    }
    if held.len() == gone.len() {
        return "put right the embargo, date or `draft` that holds them back, or wait until their time has come; "
            .to_owned();
    }
    if new.is_empty() {
        return String::new();
    }
    "give a renamed file its old name again, or keep id and address with `slug:` and its old name at the top of a text; "
        .to_owned()
}
