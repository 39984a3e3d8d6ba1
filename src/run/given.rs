//! What every command is given: the instant, the configuration and the folder of releases. What is
//! missing or wrong is told of with its remedy, and nothing is taken in its place.

use std::path::{Component, Path, PathBuf};
use std::time::SystemTime;

use chrono::DateTime;
use dateline::config::Config;
use dateline::desk::{self, Desk};
use dateline::disk;
use dateline::edition::earlier::FOLDERS;
use dateline::instant::Instant;
use dateline::problem::Problem;

use super::Ended;
use super::stop::Early;
use crate::cli::Folders;
use crate::exit::Exit;
use crate::terminal::Terminal;

/// The one look at the clock for what is public.
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

/// Sets this run apart from those before it, also where the clock stands still or before 1970.
pub fn run_number() -> i64 {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_micros()).unwrap_or_default() ^ i64::from(std::process::id()).rotate_left(32)
}

/// `now` is given where what the configuration claims is published.
pub fn config(path: &Path, now: Option<Instant>) -> Result<Config, Early> {
    let bytes = disk::read_optional(path).map_err(|fault| Early::of(&fault))?;
    let bytes = bytes.ok_or_else(|| Early::usage(vec![no_config(path)]))?;
    parsed_config(path, &bytes, now).map_err(Early::usage)
}

pub fn no_config(path: &Path) -> Problem {
    let fix = "write one with `dateline init`, or name one with `--config`";
    Problem::of_file(&disk::shown(path), "there is no such file", fix)
}

pub fn parsed_config(path: &Path, bytes: &[u8], now: Option<Instant>) -> Result<Config, Vec<Problem>> {
    let shown = disk::shown(path);
    match std::str::from_utf8(bytes) {
        Ok(text) => {
            let text = text.trim_start_matches('\u{FEFF}');
            now.map_or_else(|| Config::parse(&shown, text), |now| Config::parse_on(&shown, text, now))
        }
        Err(_) => Err(vec![Problem::of_file(&shown, "the configuration is not UTF-8", "save it as UTF-8")]),
    }
}

pub fn read_releases(folders: &Folders, config: &Config, now: Instant) -> Result<Desk, Early> {
    if let Some(problem) = no_folder(&folders.inputs.releases) {
        return Err(Early::usage(vec![problem]));
    }
    if let Some(problem) = no_place(&folders.out, &folders.inputs.releases) {
        return Err(Early::usage(vec![problem]));
    }
    desk::read(&folders.inputs.releases, config, now, folders.warnings()).map_err(|fault| Early::of(&fault))
}

/// What is wrong with a releases folder that is none.
pub fn no_folder(releases: &Path) -> Option<Problem> {
    let what = if releases.exists() { "this is a file, not a folder" } else { "there is no such folder" };
    let fix = "name the folder of press releases with `--releases`";
    (!releases.is_dir()).then(|| Problem::of_file(&disk::shown(releases), what, fix))
}

/// Why no edition can go into a folder.
fn no_place(out: &Path, releases: &Path) -> Option<Problem> {
    let there = out.ancestors().find(|folder| folder.as_os_str().is_empty() || folder.exists());
    let file = there.filter(|there| !there.as_os_str().is_empty() && !there.is_dir());
    let (path, what) = if let Some(file) = file {
        (file, "this is a file, so no output can lie there")
    } else if is_within(out, releases) {
        (out, "the output would lie in the releases folder")
    } else if mixes(out, releases) {
        (out, "the output has folders of its own, and the releases folder would be one of them or lie in one")
    } else {
        return None;
    };
    Some(Problem::of_file(&disk::shown(path), what, "name another folder with `--out`"))
}

/// Whether an edition in a folder would put files among the releases, or its own pages are to be read as such.
fn mixes(out: &Path, releases: &Path) -> bool {
    let mut written = FOLDERS.iter().map(|folder| out.join(folder));
    is_within(out, releases) || written.any(|folder| is_within(&folder, releases) || is_within(releases, &folder))
}

/// Whether a folder, which may not be there yet, is another one or lies in it.
pub fn is_within(inner: &Path, outer: &Path) -> bool {
    let (Some(inner), Some(outer)) = (resolved(inner), resolved(outer)) else { return false };
    inner.starts_with(outer)
}

/// Where a folder lies once what is missing of it is made: behind its links.
fn resolved(folder: &Path) -> Option<PathBuf> {
    let mut resolved = Path::new(".").canonicalize().ok()?;
    for part in folder.components() {
        if part == Component::ParentDir {
            resolved.pop();
        } else {
            resolved.push(part);
            resolved = resolved.canonicalize().unwrap_or(resolved);
        }
    }
    Some(resolved)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_up_is_taken_before_it_is_asked_where_a_folder_lies() {
        let outer = Path::new("src");
        assert!(
            ["src", "src/run", "src/none/yet", "none/../src/none", "./docs/../src"]
                .iter()
                .all(|inner| is_within(Path::new(inner), outer))
        );
        assert!(
            ["", ".", "docs", "src/..", "src/none/../../docs", "srcs"]
                .iter()
                .all(|inner| !is_within(Path::new(inner), outer))
        );
    }

    #[test]
    fn no_folder_of_an_edition_may_hold_the_releases_or_lie_in_them() {
        let mix = |out: &str, releases: &str| mixes(Path::new(out), Path::new(releases));
        assert!(mix(".", "subjects") && mix(".", "subjects/ships") && mix(".", "years/2026") && mix(".", "archive"));
        assert!(mix(".", "languages") && mix(".", "releases") && mix("public", "public/releases/a"));
        assert!(mix("src/out", "src") && mix("nope/../src/out", "src"));
        assert!(!mix("public", "releases") && !mix(".", "press") && !mix(".", "press/releases"));
    }
}
