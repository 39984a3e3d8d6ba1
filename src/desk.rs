//! From the releases folder to a newsroom: every file is read, side by side, and the problems of
//! all of them are collected in one order.

mod data;
mod strays;

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::config::Config;
use crate::disk::drawer::Drawer;
use crate::disk::input::{self, Listing, SourceFile};
use crate::disk::{self, Fault, enclosure};
use crate::instant::Instant;
use crate::newsroom::Newsroom;
use crate::newsroom::kept::Kept;
use crate::problem::Problem;
use crate::reading::{self, Enclosure, Origin, Reading};

/// A folder as read.
#[derive(Debug)]
pub struct Desk {
    /// `None` when a problem is an error.
    pub newsroom: Option<Newsroom>,
    /// By slug.
    pub enclosures: Vec<(String, Enclosure)>,
    /// Sorted by path and line.
    pub problems: Vec<Problem>,
    /// Files that are no releases, and that nobody would miss in one.
    pub passed_over: Vec<String>,
}

impl Desk {
    /// The files that lie beside each release's page, by slug.
    pub fn files_by_release(&self) -> HashMap<&str, Vec<&Enclosure>> {
        let mut files: HashMap<&str, Vec<&Enclosure>> = HashMap::new();
        for (slug, copy) in &self.enclosures {
            files.entry(slug).or_default().push(copy);
        }
        files
    }
}

/// What becomes of warnings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Warnings {
    /// They are told, and nothing else.
    Told,
    /// Each that may be told is as good as an error: `--strict`.
    Refused,
}

impl Warnings {
    pub fn of(strict: bool) -> Self {
        if strict { Self::Refused } else { Self::Told }
    }
}

/// Reads a folder. `now` tells which releases' words may be printed.
///
/// # Errors
/// When the file system refuses to be read.
pub fn read(folder: &Path, config: &Config, now: Instant, warnings: Warnings) -> Result<Desk, Fault> {
    let Listing { files, mut passed_over, documents, data, set_aside, mut problems } = input::list(folder)?;
    let mut releases: Vec<Kept> = Vec::with_capacity(files.len());
    let mut enclosures = Vec::new();
    // All of them first, so that of several faults the same one is told on every machine.
    let drawer = Drawer::default();
    let readings: Vec<Result<Reading<Kept>, Fault>> =
        files.par_iter().map(|file| read_file(file, config, now, &drawer)).collect();
    let readings = readings.into_iter().collect::<Result<Vec<Reading<Kept>>, Fault>>()?;
    let claims: HashSet<PathBuf> = readings.iter().flat_map(|reading| reading.claims.iter().cloned()).collect();
    let texts = strays::only_texts(&files, folder);
    for (file, reading) in files.iter().zip(readings) {
        // What a release names as its attachment is none of its own, whatever it reads as.
        if !claims.is_empty() && claims.contains(&enclosure::identity(&file.path)) {
            continue;
        }
        let mut own = reading.problems;
        if reading.release.is_none() {
            strays::offer_as_attachment(&mut own, file, &texts);
        }
        problems.extend(own);
        if let Some(release) = reading.release {
            enclosures.extend(reading.enclosures.into_iter().map(|copy| (release.facts.slug.to_string(), copy)));
            releases.push(release);
        }
    }
    let newsroom = match Newsroom::new(releases, Box::new(drawer), now) {
        Ok(newsroom) => {
            problems.extend(newsroom.problems(now));
            Some(newsroom)
        }
        Err(found) => {
            problems.extend(found);
            None
        }
    };
    let used = enclosures.iter().filter_map(|(_, copy): &(String, Enclosure)| match &copy.from {
        Origin::File(path) => Some(disk::shown(path)),
        Origin::PartOf(..) => None,
    });
    let used: HashSet<String> = used.collect();
    passed_over.retain(|path| !used.contains(path));
    // One that could not be read may name them.
    if !problems.iter().any(Problem::is_error) {
        let waiting = newsroom.iter().flat_map(|newsroom| newsroom.waiting_at(now)).collect();
        problems.extend(strays::told(&mut passed_over, &files, &documents, &claims, &waiting));
    }
    problems.extend(data::told(&data, &files, config, now)?);
    passed_over.extend(set_aside);
    passed_over.sort();
    problems.sort_by(Problem::in_order);
    let failed = problems.iter().any(|problem| problem.is_error() || warnings == Warnings::Refused && !problem.held);
    Ok(Desk { newsroom: newsroom.filter(|_| !failed), enclosures, problems, passed_over })
}

/// A file's reading, its release put away.
fn read_file(file: &SourceFile, config: &Config, now: Instant, drawer: &Drawer) -> Result<Reading<Kept>, Fault> {
    let reading = match file.bytes()? {
        Ok(bytes) => reading::read(file, &bytes, config, now),
        Err(problem) => Reading::without_release(vec![problem]),
    };
    let fault = |error| Fault::new(&std::env::temp_dir(), "putting a release into the temporary folder", error);
    reading.holding(|release| Kept::new(&release, drawer)).map_err(fault)
}
