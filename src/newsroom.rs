//! What is true across releases: ids and addresses are unique, no two share an instant, and only
//! what is public at a given instant goes on.
//!
//! [`Newsroom::public_at`] is the only maker of a [`Cleared`] release, and feeds and pages take
//! nothing else: an embargoed release in a feed does not compile. No format is known here.

mod copies;
pub mod kept;
mod subjects;

use std::collections::{HashMap, HashSet};
use std::io;

use chrono::Datelike as _;

use crate::instant::Instant;
use crate::problem::{Place, Problem, Report};
use crate::release::{Facts, Id, Kin, Language, Release};
use kept::{Drawer, Kept};

/// All releases of a folder, checked against each other.
#[derive(Debug)]
pub struct Newsroom {
    releases: Vec<Kept>,
    drawer: Box<dyn Drawer>,
}

/// A release that may be seen.
#[derive(Debug, Clone)]
pub struct Cleared<'a> {
    kept: &'a Kept,
    drawer: &'a dyn Drawer,
    published: Instant,
    updated: Instant,
    translations: Vec<&'a Facts>,
}

impl<'a> Cleared<'a> {
    pub fn facts(&self) -> &'a Facts {
        &self.kept.facts
    }

    /// The whole of it, from where it waits.
    ///
    /// # Errors
    /// When it can't be had back.
    pub fn release(&self) -> io::Result<Release> {
        self.kept.release(self.drawer)
    }

    /// As [`Facts::published`]; of two releases with one instant, some seconds later for one.
    pub fn published(&self) -> Instant {
        self.published
    }

    pub fn updated(&self) -> Instant {
        self.updated
    }

    /// The year it is listed under: its own day's, which it shows.
    pub fn year(&self) -> i32 {
        self.facts().day.year()
    }

    /// The month of that day, from 1.
    pub fn month(&self) -> u32 {
        self.facts().day.month()
    }

    /// The same release in other languages, of those that may be seen as well, by language.
    pub fn translations(&self) -> &[&'a Facts] {
        &self.translations
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
    pub fn new(mut releases: Vec<Kept>, drawer: Box<dyn Drawer>, now: Instant) -> Result<Self, Vec<Problem>> {
        // The order of the folder must not show.
        releases.sort_by(|a, b| a.facts.path.cmp(&b.facts.path));
        let newsroom = Self { releases, drawer };
        let problems = clashes(newsroom.facts(), now);
        if problems.is_empty() { Ok(newsroom) } else { Err(problems) }
    }

    fn facts(&self) -> impl Iterator<Item = &Facts> {
        self.releases.iter().map(|kept| &*kept.facts)
    }

    /// The files of releases that are not public.
    pub fn waiting_at(&self, now: Instant) -> impl Iterator<Item = &str> {
        self.facts().filter(move |release| !is_public(release, now)).map(|release| release.path.as_str())
    }

    /// Where one release lies in several files.
    pub fn problems_of_copies(&self, now: Instant) -> Vec<Problem> {
        copies::problems(self.facts(), now)
    }

    /// Where releases mean different things by one subject, or write one differently.
    pub fn problems_of_subjects(&self, now: Instant) -> Vec<Problem> {
        subjects::problems(self.facts(), now)
    }

    /// What may be seen at an instant, newest first.
    pub fn public_at(&self, now: Instant) -> Vec<Cleared<'_>> {
        let mut public: Vec<Cleared> = self
            .releases
            .iter()
            .filter(|kept| is_public(&kept.facts, now))
            .map(|kept| Cleared {
                kept,
                drawer: &*self.drawer,
                published: kept.facts.published,
                updated: kept.facts.updated,
                translations: Vec::new(),
            })
            .collect();
        public.sort_by(|a, b| (a.published, &a.facts().id).cmp(&(b.published, &b.facts().id)));
        set_apart(&mut public);
        pair(&mut public);
        public.sort_by(|a, b| (b.published, &b.facts().id).cmp(&(a.published, &a.facts().id)));
        public
    }

    /// What may not be seen at an instant.
    pub fn held_at(&self, now: Instant) -> Held {
        let held = self.facts().filter(|release| !is_public(release, now));
        let (drafts, waiting): (Vec<&Facts>, Vec<&Facts>) = held.partition(|release| release.draft);
        Held {
            drafts: drafts.len(),
            waiting: waiting.len(),
            next: waiting.iter().map(|release| release.published).min(),
        }
    }

    /// How many releases are public at an instant and were not at an earlier one.
    pub fn lifted(&self, since: Instant, now: Instant) -> usize {
        self.facts().filter(|release| is_public(release, now) && !is_public(release, since)).count()
    }

    /// All of them, public or not.
    pub fn count(&self) -> usize {
        self.releases.len()
    }
}

/// The one test. `published` is never before an embargo's end; the end is asked all the same.
fn is_public(release: &Facts, now: Instant) -> bool {
    let lifted = release.embargo.as_ref().is_none_or(|embargo| embargo.until.is_some_and(|end| end <= now));
    !release.draft && lifted && release.published <= now
}

/// A release and another that it is told of with: the only maker of problems here, so that none shows a
/// word of either before both are public.
struct Between<'a>(&'a Facts, &'a Facts);

impl Between<'_> {
    fn error(&self, at: Place, what: impl Into<String>, fix: impl Into<String>, now: Instant) -> Problem {
        self.told(now, |report| report.error(at, what, fix).clone())
    }

    fn warning(&self, at: Place, what: impl Into<String>, fix: impl Into<String>, now: Instant) -> Problem {
        self.told(now, |report| report.warning(at, what, fix).clone())
    }

    fn told(&self, now: Instant, problem: impl FnOnce(&mut Report) -> Problem) -> Problem {
        let mut problem = problem(&mut Report::new(&self.0.path));
        problem.held = !is_public(self.0, now) || !is_public(self.1, now);
        problem
    }
}

/// Pairs translations with each other. Only what may be seen is looked at, so that none hints at
/// another under embargo; of one that is withdrawn there is nothing left to read.
fn pair(public: &mut [Cleared]) {
    let mut kin: HashMap<&Kin, Vec<&Facts>> = HashMap::new();
    for release in public.iter().map(Cleared::facts).filter(|release| !release.withdrawn) {
        if let Some(shared) = &release.kin {
            kin.entry(shared).or_default().push(release);
        }
    }
    for cleared in public.iter_mut().filter(|cleared| !cleared.facts().withdrawn) {
        let group = cleared.facts().kin.as_ref().and_then(|shared| kin.get(shared));
        let others = group.into_iter().flatten().filter(|other| other.id != cleared.facts().id);
        cleared.translations = others.copied().collect();
        cleared.translations.sort_by(|a, b| a.language.cmp(&b.language));
    }
}

/// Readers skip an item whose date another has, and validators take two entries of one `updated`
/// for a mistake. So of two releases with one instant the later id moves on, to a second that no
/// other release claims.
fn set_apart(public: &mut [Cleared]) {
    let published = distinct(public.iter().map(|cleared| (cleared.published, &cleared.facts().id)));
    for (cleared, at) in public.iter_mut().zip(published) {
        cleared.updated = cleared.updated.max(at);
        cleared.published = at;
    }
    let mut by_change: Vec<&mut Cleared> = public.iter_mut().collect();
    by_change.sort_by(|a, b| (a.updated, &a.facts().id).cmp(&(b.updated, &b.facts().id)));
    let updated = distinct(by_change.iter().map(|cleared| (cleared.updated, &cleared.facts().id)));
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

/// A problem for each release whose slug or id an earlier one has. One slug makes one id too, so
/// that a release is told of once.
fn clashes<'a>(releases: impl Iterator<Item = &'a Facts>, now: Instant) -> Vec<Problem> {
    let mut slugs: HashMap<String, &Facts> = HashMap::new();
    let mut ids: HashMap<&Id, &Facts> = HashMap::new();
    let mut tongues: HashMap<(&Kin, &Language), &Facts> = HashMap::new();
    let mut problems = Vec::new();
    for release in releases {
        // Web servers and file systems that fold case would serve one page for two.
        let slug = release.slug.as_str().to_lowercase();
        if let Some(first) = slugs.get(&slug) {
            problems.push(clash("slug", slug, release, first, now));
        } else if let Some(first) = ids.get(&release.id) {
            problems.push(clash("id", release.id.to_string(), release, first, now));
        } else {
            slugs.insert(slug, release);
            ids.insert(&release.id, release);
            if let Some(kin) = &release.kin
                && let Some(first) = tongues.insert((kin, &release.language), release)
            {
                problems.push(one_tongue(release, first, now));
            }
        }
    }
    problems
}

/// Two translations in one language, of which readers could be led to one only.
fn one_tongue(release: &Facts, first: &Facts, now: Instant) -> Problem {
    let fix = match release.kin {
        Some(Kin::Key(_)) => "state the `language:` of each, or another `translation_key:` in one of them",
        _ => "state the `language:` of each, or rename one of the files",
    };
    let what = format!("{} is this release in the same language already", first.path);
    let mut problem = Between(release, first).error(Place::line(1), what, fix, now);
    problem.found(release.language.as_str());
    problem
}

fn clash(what: &str, found: String, release: &Facts, first: &Facts, now: Instant) -> Problem {
    let belongs = format!("the {what} belongs to {} already", first.path);
    let fix = format!("rename one file, or state another `{what}:` in one of them");
    let mut problem = Between(release, first).error(Place::line(1), belongs, fix, now);
    problem.found(found);
    problem
}
