//! What every command is given: the instant, the configuration and the folder of releases. What is
//! missing or wrong is told of with its remedy, and nothing is taken in its place.

use std::path::Path;
use std::time::SystemTime;

use chrono::DateTime;
use dateline::config::Config;
use dateline::desk::{self, Desk};
use dateline::disk;
use dateline::instant::Instant;
use dateline::problem::Problem;
use dateline::reading;

use super::Ended;
use super::stop::Early;
use crate::cli::Folders;
use crate::exit::Exit;
use crate::terminal::Terminal;

/// The one look at the clock.
pub fn now(stated: Option<Instant>, terminal: &Terminal) -> Result<Instant, Ended> {
    stated.or_else(clock).ok_or_else(|| {
        terminal.error("the clock of this machine is far off; set it, or state `--now`");
        Exit::Usage
    })
}

/// Nothing where it stands before 1970, which chrono's own look at it would not survive.
fn clock() -> Option<Instant> {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).ok()?;
    Instant::from_clock(DateTime::from_timestamp(i64::try_from(since.as_secs()).ok()?, 0)?)
}

pub fn config(path: &Path) -> Result<Config, Early> {
    let bytes = disk::read_optional(path).map_err(|fault| Early::of(&fault))?;
    let bytes = bytes.ok_or_else(|| Early::usage(vec![no_config(path)]))?;
    parsed_config(path, &bytes).map_err(Early::usage)
}

pub fn no_config(path: &Path) -> Problem {
    let fix = "write one with `dateline init`, or name one with `--config`";
    Problem::of_file(&disk::shown(path), "there is no such file", fix)
}

pub fn parsed_config(path: &Path, bytes: &[u8]) -> Result<Config, Vec<Problem>> {
    let shown = disk::shown(path);
    match std::str::from_utf8(bytes) {
        Ok(text) => Config::parse(&shown, text.trim_start_matches('\u{FEFF}')),
        Err(_) => Err(vec![Problem::of_file(&shown, "the configuration is not UTF-8", "save it as UTF-8")]),
    }
}

pub fn read_releases(folders: &Folders, config: &Config, now: Instant) -> Result<Desk, Early> {
    if let Some(problem) = no_folder(&folders.inputs.releases) {
        return Err(Early::usage(vec![problem]));
    }
    let copies = folders.out.join(reading::RELEASES);
    if is_within(&folders.out, &folders.inputs.releases) || is_within(&copies, &folders.inputs.releases) {
        let what = "the output would lie in the releases folder";
        return Err(Early::usage(vec![Problem::of_file(
            &disk::shown(&folders.out),
            what,
            "name another with `--out`",
        )]));
    }
    desk::read(&folders.inputs.releases, config, now, folders.strict).map_err(|fault| Early::of(&fault))
}

/// What is wrong with a releases folder that is none.
pub fn no_folder(releases: &Path) -> Option<Problem> {
    let what = if releases.exists() { "this is a file, not a folder" } else { "there is no such folder" };
    let fix = "name the folder of press releases with `--releases`";
    (!releases.is_dir()).then(|| Problem::of_file(&disk::shown(releases), what, fix))
}

/// Whether a folder, which may not be there yet, is another one or lies in it.
pub fn is_within(inner: &Path, outer: &Path) -> bool {
    let Ok(outer) = outer.canonicalize() else { return false };
    inner
        .ancestors()
        .find_map(|ancestor| {
            if ancestor.as_os_str().is_empty() {
                Path::new(".").canonicalize().ok()
            } else {
                ancestor.canonicalize().ok()
            }
        })
        .is_some_and(|inner| inner.starts_with(outer))
}
