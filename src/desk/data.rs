//! Data beside releases by which a generator of sites holds them back: told of, since nobody reads them here.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use crate::config::Config;
use crate::disk::input::SourceFile;
use crate::disk::{Fault, shown};
use crate::instant::Instant;
use crate::parse;
use crate::problem::{Place, Problem};
use crate::source::front_matter::Data;

/// What the files among `others` hold back of the releases.
///
/// # Errors
/// When one of them can't be read.
pub fn told(others: &[PathBuf], files: &[SourceFile], config: &Config, now: Instant) -> Result<Vec<Problem>, Fault> {
    if others.is_empty() {
        return Ok(Vec::new());
    }
    // An archive may have data beside each text.
    let texts: HashSet<(Option<&Path>, &str)> =
        files.iter().map(|file| (file.path.parent(), file.stem.as_str())).collect();
    let folders: HashSet<&Path> = files.iter().filter_map(|file| file.path.parent()).collect();
    let above: HashSet<&Path> = folders.iter().flat_map(|folder| folder.ancestors()).collect();
    let mut problems = Vec::new();
    for path in others {
        let Some(folder) = path.parent() else { continue };
        let Some(data) = Data::of(path, |stem| texts.contains(&(Some(folder), stem))) else { continue };
        let speaks_for_some = match data {
            Data::Section | Data::Named => above.contains(folder),
            Data::Other => folders.contains(folder),
        };
        if !speaks_for_some {
            continue;
        }
        let Ok(bytes) = SourceFile::named(path).bytes()? else { continue };
        let today = now.date_in(config.time_zone);
        let is_to_come = |day: &str| parse::names_a_day_after(day, today);
        if let Some((at, key)) = data.holds_back(&String::from_utf8_lossy(&bytes), is_to_come) {
            problems.push(problem(path, at, &key));
        }
    }
    Ok(problems)
}

fn problem(path: &Path, at: Place, key: &str) -> Problem {
    let what = format!("`{key}` may hold back the releases beside this file, and nobody reads it here");
    let fix = "state `draft: true`, or `embargo:` with its day, in each release that waits, and delete the key here";
    Problem { at: Some(at), ..Problem::of_file(&shown(path), what, fix) }
}
