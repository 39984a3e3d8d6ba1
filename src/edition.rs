//! One edition: everything that is to be written at an instant, checked, and guarded against
//! what was published before.
//!
//! A function of its arguments: no disk, no clock.

use std::collections::HashSet;

use crate::config::Config;
use crate::feed::{Entry, Feed, Format};
use crate::guard::{self, Refusal};
use crate::instant::Instant;
use crate::newsroom::{Cleared, Newsroom};
use crate::problem::Problem;
use crate::verify;

/// The feeds of an edition.
#[derive(Debug)]
pub struct Edition {
    pub feeds: Vec<(Format, Vec<u8>)>,
    /// Slugs of the cleared releases.
    pub cleared: HashSet<String>,
    /// How many entries are in a feed.
    pub entries: usize,
    /// Entries left out for the sake of the byte budget alone.
    pub over_budget: usize,
}

#[derive(Debug)]
pub enum Stop {
    /// A guard refused (exit 5).
    Refused(Refusal),
    /// A release can't be published (exit 1).
    Release(Box<Problem>),
    /// A document that we wrote is broken: our own bug (exit 70).
    Broken(Vec<String>),
}

/// What the guards are told to let pass.
#[derive(Debug, Clone, Copy, Default)]
pub struct Leave {
    pub removal: bool,
    pub empty: bool,
}

/// Makes the edition that is public at `now`.
///
/// # Errors
/// When a guard refuses, a single release is larger than a feed may be, or what was written does
/// not read back as it should.
pub fn make(
    config: &Config,
    newsroom: &Newsroom,
    now: Instant,
    before: &guard::Before,
    leave: Leave,
) -> Result<Edition, Stop> {
    let cleared = newsroom.public_at(now);
    guard::check(before, &cleared, leave).map_err(Stop::Refused)?;
    let shown = last_changed(&cleared, config.entries);
    let newest = shown.len();
    let entries: Vec<Entry> = shown.iter().copied().map(Entry::of).collect();
    let feed = Feed::new(config);
    let (kept, feeds) = within_budget(&feed, &entries)?;
    if kept == 0 && newest > 0 {
        let release = shown[0].release();
        let budget = config.byte_budget.unwrap_or(0);
        let problem = Problem::of_file(
            &release.path,
            format!("this release alone is larger than a feed may be ({budget} bytes)"),
            "shorten it, or raise `byte_budget` in dateline.toml",
        );
        return Err(Stop::Release(Box::new(problem)));
    }
    let findings = verify::edition(&feed, &entries[..kept], &feeds);
    let broken: Vec<String> = findings.iter().filter(|finding| !finding.is_advice()).map(ToString::to_string).collect();
    if !broken.is_empty() {
        return Err(Stop::Broken(broken));
    }
    let cleared = cleared.iter().map(|cleared| cleared.release().slug.to_string()).collect();
    Ok(Edition { feeds, cleared, entries: kept, over_budget: newest - kept })
}

/// Those that were published or changed last, in their order: who reads a feed of fifty learns of a
/// correction to the sixtieth, too.
fn last_changed<'a, 'r>(cleared: &'a [Cleared<'r>], most: Option<usize>) -> Vec<&'a Cleared<'r>> {
    let mut changes: Vec<Instant> = cleared.iter().map(Cleared::updated).collect();
    changes.sort_unstable();
    // No two share the instant of their change.
    let earliest = most.and_then(|most| changes.len().checked_sub(most)).and_then(|at| changes.get(at));
    cleared.iter().filter(|cleared| earliest.is_none_or(|earliest| cleared.updated() >= *earliest)).collect()
}

type Written = Vec<(Format, Vec<u8>)>;

/// The most entries, newest first, with which every format stays within the budget. All formats
/// keep the same ones.
fn within_budget(feed: &Feed, entries: &[Entry]) -> Result<(usize, Written), Stop> {
    let write = |count: usize| -> Result<Written, Stop> {
        Format::ALL
            .into_iter()
            .map(|format| {
                feed.write(format, &entries[..count])
                    .map(|bytes| (format, bytes))
                    .map_err(|error| Stop::Broken(vec![error.0]))
            })
            .collect()
    };
    let all = write(entries.len())?;
    let Some(budget) = feed.config.byte_budget else {
        return Ok((entries.len(), all));
    };
    let fits = |written: &Written| written.iter().all(|(_, bytes)| bytes.len() <= budget);
    if fits(&all) || entries.is_empty() {
        return Ok((entries.len(), all));
    }
    // `low` entries fit, `high` do not.
    let (mut low, mut high) = (0, entries.len());
    let mut best = None;
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        let written = write(middle)?;
        if fits(&written) {
            low = middle;
            best = Some(written);
        } else {
            high = middle;
        }
    }
    match best {
        Some(written) => Ok((low, written)),
        None => Ok((0, write(0)?)),
    }
}
