//! Which releases are in which document of a feed.

use std::io;

use super::Stop;
use crate::feed::{Entry, Feed, Format, Part, archive};
use crate::instant::Instant;
use crate::newsroom::Cleared;
use crate::problem::Problem;

/// The releases of a feed, as places among the cleared, newest first.
#[derive(Debug)]
pub struct Planned {
    pub members: Vec<usize>,
    /// What its subscription document holds.
    pub subscribed: Vec<usize>,
    /// The archive page that goes on where that document ends.
    pub prev: Option<usize>,
    pub over_budget: usize,
}

impl Planned {
    pub fn of(feed: &Feed, cleared: &[Cleared]) -> Result<Self, Stop> {
        let members: Vec<usize> = (0..cleared.len()).filter(|at| feed.scope.brings(&cleared[*at])).collect();
        let mut subscribed = last_changed(&members, cleared, feed.config.entries);
        let newest = subscribed.len();
        if let Some(budget) = feed.config.byte_budget {
            let newest = by_change(&subscribed, cleared);
            let kept = within_budget(feed, budget, &newest, cleared)?;
            if let (0, Some(first)) = (kept, newest.first()) {
                return Err(too_large(&cleared[*first], budget));
            }
            subscribed = last_changed(&members, cleared, Some(kept));
        }
        let prev = archive::prev(members.len(), |at| subscribed.binary_search(&members[at]).is_ok());
        Ok(Self { over_budget: newest - subscribed.len(), members, subscribed, prev })
    }

    /// How many archive pages there are: none where the subscription document holds everything.
    pub fn pages(&self) -> usize {
        if self.prev.is_some() { archive::pages(self.members.len()) } else { 0 }
    }
}

/// Those that were published or changed last, in their order: who reads a feed of fifty learns of a
/// correction to the sixtieth, too.
fn last_changed(members: &[usize], cleared: &[Cleared], most: Option<usize>) -> Vec<usize> {
    let mut changes: Vec<Instant> = members.iter().map(|at| cleared[*at].updated()).collect();
    changes.sort_unstable();
    // No two share the instant of their change.
    let earliest = most.and_then(|most| changes.len().checked_sub(most)).and_then(|at| changes.get(at));
    let shown = members.iter().filter(|at| earliest.is_none_or(|earliest| cleared[**at].updated() >= *earliest));
    shown.copied().collect()
}

/// The same releases, those that were published or changed last first: of a feed that is cut short a
/// correction to the sixtieth is not the first to go.
fn by_change(members: &[usize], cleared: &[Cleared]) -> Vec<usize> {
    let mut members = members.to_vec();
    members.sort_by_key(|at| std::cmp::Reverse(cleared[*at].updated()));
    members
}

fn too_large(cleared: &Cleared, budget: usize) -> Stop {
    let problem = Problem::of_file(
        &cleared.facts().path,
        format!("this release alone is larger than a feed may be ({budget} bytes)"),
        "shorten it, or raise `byte_budget` in dateline.toml",
    );
    Stop::Release(Box::new(problem))
}

pub fn write(feed: &Feed, format: Format, part: Part, entries: &[Entry]) -> Result<Vec<u8>, Stop> {
    feed.write(format, part, entries).map_err(|error| Stop::Broken(vec![error.to_string()]))
}

/// The most entries, of these from the first on, with which every format stays within the budget: bytes
/// are as many in any order. All formats keep the same ones.
fn within_budget(feed: &Feed, budget: usize, members: &[usize], cleared: &[Cleared]) -> Result<usize, Stop> {
    let entries = members.iter().map(|at| Entry::of(&cleared[*at])).collect::<io::Result<Vec<Entry>>>();
    let entries = entries.map_err(Stop::Lost)?;
    let fits = |count: usize| -> Result<bool, Stop> {
        // The longest link there can be, so that it is reckoned with.
        let part = Part::Subscription { prev: Some(usize::MAX) };
        let lengths = Format::ALL.into_iter().map(|format| write(feed, format, part, &entries[..count]));
        for bytes in lengths {
            if bytes?.len() > budget {
                return Ok(false);
            }
        }
        Ok(true)
    };
    if entries.is_empty() || fits(entries.len())? {
        return Ok(entries.len());
    }
    // `low` entries fit, `high` do not.
    let (mut low, mut high) = (0, entries.len());
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        if fits(middle)? {
            low = middle;
        } else {
            high = middle;
        }
    }
    Ok(low)
}
