//! What is true across releases: ids and addresses are unique, no two share an instant, and only
//! what is public at a given instant goes on.
//!
//! [`Newsroom::public_at`] is the only maker of a [`Cleared`] release, and feeds and pages take
//! nothing else: an embargoed release in a feed does not compile. No format is known here.

use std::collections::HashMap;

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
        public.reverse();
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

/// Readers skip an item whose date another has, so of two the later id moves on by a second.
fn set_apart(public: &mut [Cleared]) {
    let mut last: Option<Instant> = None;
    for cleared in public.iter_mut() {
        cleared.published = after(last, cleared.published);
        cleared.updated = cleared.updated.max(cleared.published);
        last = Some(cleared.published);
    }
    // The same for changes: validators take two entries of one `updated` for a mistake.
    let mut by_change: Vec<&mut Cleared> = public.iter_mut().collect();
    by_change.sort_by(|a, b| (a.updated, &a.release.id).cmp(&(b.updated, &b.release.id)));
    let mut last: Option<Instant> = None;
    for cleared in by_change {
        cleared.updated = after(last, cleared.updated);
        last = Some(cleared.updated);
    }
}

fn after(last: Option<Instant>, wanted: Instant) -> Instant {
    last.map_or(wanted, |last| wanted.max(last.plus_seconds(1)))
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
