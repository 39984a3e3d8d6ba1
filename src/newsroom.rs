//! What is true across releases: ids and addresses are unique, no two share an instant, and only
//! what is public at a given instant goes on.
//!
//! [`Newsroom::public_at`] is the only maker of a [`Cleared`] release, and feeds and pages take
//! nothing else: an embargoed release in a feed does not compile. No format is known here.

use std::collections::{HashMap, HashSet};

use crate::instant::Instant;
use crate::problem::{Place, Problem, Report};
use crate::release::Release;

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

    /// As [`Release::published`], a second later for each release that claimed the instant first.
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
    /// # Errors
    /// A problem for each release whose id, slug or address another has already, naming both.
    pub fn new(mut releases: Vec<Release>) -> Result<Self, Vec<Problem>> {
        // The order of the folder must not show.
        releases.sort_by(|a, b| a.path.cmp(&b.path));
        let mut problems = Vec::new();
        // Web servers and file systems that fold case would serve one page for two.
        unique(&releases, "slug", |release| release.slug.as_str().to_lowercase(), &mut problems);
        unique(&releases, "id", |release| release.id.as_str().to_owned(), &mut problems);
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

    pub fn len(&self) -> usize {
        self.releases.len()
    }

    pub fn is_empty(&self) -> bool {
        self.releases.is_empty()
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
    let published = distinct(public.iter().map(|cleared| cleared.published));
    for (cleared, at) in public.iter_mut().zip(published) {
        cleared.updated = cleared.updated.max(at);
        cleared.published = at;
    }
    let mut by_change: Vec<&mut Cleared> = public.iter_mut().collect();
    by_change.sort_by(|a, b| (a.updated, &a.release.id).cmp(&(b.updated, &b.release.id)));
    let updated = distinct(by_change.iter().map(|cleared| cleared.updated));
    for (cleared, at) in by_change.into_iter().zip(updated) {
        cleared.updated = at;
    }
}

/// Instants in rising order, each later one of a pair moved to the next free second.
fn distinct(wanted: impl Iterator<Item = Instant> + Clone) -> Vec<Instant> {
    let claimed: HashSet<Instant> = wanted.clone().collect();
    let (mut last, mut last_moved): (Option<Instant>, Option<Instant>) = (None, None);
    wanted
        .map(|at| {
            if last != Some(at) {
                last = Some(at);
                return at;
            }
            let mut free = last_moved.map_or(at, |moved| moved.max(at)).plus_seconds(1);
            while claimed.contains(&free) {
                free = free.plus_seconds(1);
            }
            last_moved = Some(free);
            free
        })
        .collect()
}

fn unique(releases: &[Release], what: &str, key: impl Fn(&Release) -> String, problems: &mut Vec<Problem>) {
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
                problem.held = release.embargo.is_some() || release.draft || first.embargo.is_some() || first.draft;
                problems.push(problem);
            }
        } else {
            seen.insert(key, release);
        }
    }
}
