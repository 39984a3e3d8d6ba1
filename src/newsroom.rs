//! What is true across releases: ids and addresses are unique, no two share an instant, and only
//! what is public at a given instant goes on.
//!
//! [`Newsroom::public_at`] is the only maker of a [`Cleared`] release, and feeds and pages take
//! nothing else: an embargoed release in a feed does not compile. No format is known here.

use std::collections::{HashMap, HashSet};

use crate::instant::Instant;
use crate::problem::{Place, Problem, Report};
use crate::release::{Id, Release};

/// All releases of a folder, checked against each other.
#[derive(Debug)]
pub struct Newsroom {
    releases: Vec<Release>,
}

/// A release that may be seen.
#[derive(Debug, Clone)]
pub struct Cleared<'a> {
    release: &'a Release,
    published: Instant,
    updated: Instant,
}

impl Cleared<'_> {
    pub fn release(&self) -> &Release {
        self.release
    }

    /// As [`Release::published`]; of two releases with one instant, some seconds later for one.
    pub fn published(&self) -> Instant {
        self.published
    }

    pub fn updated(&self) -> Instant {
        self.updated
    }
}

/// Releases that are not public yet, without a word of what they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    pub drafts: usize,
    pub waiting: usize,
    /// When the next of them may be public.
    pub next: Option<Instant>,
}

impl Newsroom {
    /// `now` tells whose words may be printed.
    ///
    /// # Errors
    /// A problem for each release whose id, slug or address another has already, naming both.
    pub fn new(mut releases: Vec<Release>, now: Instant) -> Result<Self, Vec<Problem>> {
        // The order of the folder must not show.
        releases.sort_by(|a, b| a.path.cmp(&b.path));
        let mut problems = Vec::new();
        // Web servers and file systems that fold case would serve one page for two.
        unique(&releases, "slug", |release| release.slug.as_str().to_lowercase(), now, &mut problems);
        unique(&releases, "id", |release| release.id.as_str().to_owned(), now, &mut problems);
        // One slug makes one id too; once is enough.
        problems.dedup_by(|later, first| later.path == first.path);
        problems.sort_by(Problem::in_order);
        problems.dedup_by(|later, first| later.path == first.path);
        if problems.is_empty() { Ok(Self { releases }) } else { Err(problems) }
    }

    /// What may be seen at an instant, newest first.
    pub fn public_at(&self, now: Instant) -> Vec<Cleared<'_>> {
        let mut public: Vec<Cleared> = self
            .releases
            .iter()
            .filter(|release| is_public(release, now))
            .map(|release| Cleared { release, published: release.published, updated: release.updated })
            .collect();
        public.sort_by(|a, b| (a.published, &a.release.id).cmp(&(b.published, &b.release.id)));
        set_apart(&mut public);
        public.sort_by(|a, b| (b.published, &b.release.id).cmp(&(a.published, &a.release.id)));
        public
    }

    /// What may not be seen at an instant.
    pub fn held_at(&self, now: Instant) -> Held {
        let held = self.releases.iter().filter(|release| !is_public(release, now));
        let (drafts, waiting): (Vec<&Release>, Vec<&Release>) = held.partition(|release| release.draft);
        Held {
            drafts: drafts.len(),
            waiting: waiting.len(),
            next: waiting.iter().map(|release| release.published).min(),
        }
    }

    /// All of them, public or not.
    pub fn count(&self) -> usize {
        self.releases.len()
    }
}

/// The one test. `published` is never before an embargo's end; the end is asked all the same.
fn is_public(release: &Release, now: Instant) -> bool {
    let lifted = release.embargo.as_ref().is_none_or(|embargo| embargo.until.is_some_and(|end| end <= now));
    !release.draft && lifted && release.published <= now
}

/// Readers skip an item whose date another has, and validators take two entries of one `updated`
/// for a mistake. So of two releases with one instant the later id moves on, to a second that no
/// other release claims.
fn set_apart(public: &mut [Cleared]) {
    let published = distinct(public.iter().map(|cleared| (cleared.published, &cleared.release.id)));
    for (cleared, at) in public.iter_mut().zip(published) {
        cleared.updated = cleared.updated.max(at);
        cleared.published = at;
    }
    let mut by_change: Vec<&mut Cleared> = public.iter_mut().collect();
    by_change.sort_by(|a, b| (a.updated, &a.release.id).cmp(&(b.updated, &b.release.id)));
    let updated = distinct(by_change.iter().map(|cleared| (cleared.updated, &cleared.release.id)));
    for (cleared, at) in by_change.into_iter().zip(updated) {
        cleared.updated = at;
    }
}

/// Instants in rising order; of those that are equal, all but the first move on by seconds that
/// depend on their ids, to one that nobody claims.
fn distinct<'a>(wanted: impl Iterator<Item = (Instant, &'a Id)> + Clone) -> Vec<Instant> {
    let mut claimed: HashSet<Instant> = wanted.clone().map(|(at, _)| at).collect();
    let mut last: Option<Instant> = None;
    // Where a crowded minute's seconds are free again.
    let mut crowded: Option<Instant> = None;
    wanted
        .map(|(at, id)| {
            if last.replace(at) != Some(at) {
                return at;
            }
            let mut free = at.plus_seconds(1 + id.spread());
            if claimed.contains(&free) {
                free = crowded.map_or(free, |end| end.max(free));
                while claimed.contains(&free) {
                    free = free.plus_seconds(1);
                }
                crowded = Some(free);
            }
            claimed.insert(free);
            free
        })
        .collect()
}

fn unique(
    releases: &[Release],
    what: &str,
    key: impl Fn(&Release) -> String,
    now: Instant,
    problems: &mut Vec<Problem>,
) {
    let mut seen: HashMap<String, &Release> = HashMap::new();
    for release in releases {
        let key = key(release);
        if let Some(first) = seen.get(&key) {
            let mut report = Report::new(&release.path);
            report
                .error(
                    Place::line(1),
                    format!("the {what} belongs to {} already", first.path),
                    format!("rename one file, or state another `{what}:` in one of them"),
                )
                .found(key);
            for mut problem in report.problems {
                problem.held = !is_public(release, now) || !is_public(first, now);
                problems.push(problem);
            }
        } else {
            seen.insert(key, release);
        }
    }
}
