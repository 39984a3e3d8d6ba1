//! What is true across releases: ids and addresses are unique, no two share an instant, and only
//! what is public at a given instant goes on.
//!
//! [`Newsroom::public_at`] is the only maker of a [`Cleared`] release, and feeds and pages take
//! nothing else: an embargoed release in a feed does not compile. No format is known here.

mod copies;
pub mod kept;
mod subjects;
mod tongues;

use std::collections::{BTreeSet, HashMap, HashSet};
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

    pub fn published(&self) -> Instant {
        self.facts().published
    }

    /// As [`Facts::updated`]; of two changes of one instant, some seconds apart for one.
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
    /// A problem for each release whose id, slug or address another has already, naming both; then with
    /// all others that are true across releases.
    pub fn new(mut releases: Vec<Kept>, drawer: Box<dyn Drawer>, now: Instant) -> Result<Self, Vec<Problem>> {
        // The order of the folder must not show.
        releases.sort_by(|a, b| a.facts.path.cmp(&b.facts.path));
        set_apart(&mut releases);
        let newsroom = Self { releases, drawer };
        let mut problems = clashes(newsroom.facts(), now);
        if problems.is_empty() {
            return Ok(newsroom);
        }
        problems.extend(newsroom.problems(now));
        Err(problems)
    }

    fn facts(&self) -> impl Iterator<Item = &Facts> {
        self.releases.iter().map(|kept| &*kept.facts)
    }

    /// The files of releases that are not public.
    pub fn waiting_at(&self, now: Instant) -> impl Iterator<Item = &str> {
        self.facts().filter(move |release| !is_public(release, now)).map(|release| release.path.as_str())
    }

    /// What is amiss between releases: different things meant by one subject or one thing by two, a release in several
    /// files, one that is taken back in one language alone.
    pub fn problems(&self, now: Instant) -> Vec<Problem> {
        let mut problems = subjects::problems(self.facts(), now);
        problems.extend(copies::problems(self.facts(), now));
        problems.extend(tongues::problems(self.facts(), now));
        problems
    }

    /// What may be seen at an instant, newest first.
    pub fn public_at(&self, now: Instant) -> Vec<Cleared<'_>> {
        let mut public: Vec<Cleared> = self
            .releases
            .iter()
            .filter(|kept| is_public(&kept.facts, now))
            .map(|kept| Cleared { kept, drawer: &*self.drawer, updated: kept.facts.updated, translations: Vec::new() })
            .collect();
        set_changes_apart(&mut public);
        pair(&mut public);
        public.sort_by(|a, b| (b.published(), &b.facts().id).cmp(&(a.published(), &a.facts().id)));
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

    /// The ids of what may not be seen at an instant.
    pub fn ids_held_at(&self, now: Instant) -> BTreeSet<&str> {
        self.facts().filter(|release| !is_public(release, now)).map(|release| release.id.as_str()).collect()
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

/// Readers skip an item whose date another has, so of releases that come to one second all but one move,
/// to a second that is free: as a rule before it, in the same minute. Nothing is looked at but what comes
/// first, so a release that is still to come moves none. What is found is when each is public, so none is
/// dated later than that, nor before its embargo's end.
fn set_apart(releases: &mut [Kept]) {
    let mut dated: Vec<(Wanted, &mut Facts)> = releases
        .iter_mut()
        .map(|kept| &mut *kept.facts)
        .filter(|facts| !facts.draft && facts.embargo.as_ref().is_none_or(|embargo| embargo.until.is_some()))
        .map(|facts| (Wanted::new(facts.published, facts.embargo.as_ref().and_then(|embargo| embargo.until)), facts))
        .collect();
    dated.sort_by(|(a, one), (b, other)| (a, &one.id).cmp(&(b, &other.id)));
    let distinct = distinct(dated.iter().map(|(wanted, _)| *wanted));
    for ((wanted, facts), at) in dated.into_iter().zip(distinct) {
        facts.updated = if facts.updated == wanted.at { at } else { facts.updated.max(at) };
        facts.published = at;
    }
}

/// Validators take two entries of one `updated` for a mistake. A change is never before its release.
fn set_changes_apart(public: &mut [Cleared]) {
    let mut changed: Vec<(Wanted, &mut Cleared)> =
        public.iter_mut().map(|cleared| (Wanted::new(cleared.updated, Some(cleared.published())), cleared)).collect();
    changed.sort_by(|(a, one), (b, other)| (a, &one.facts().id).cmp(&(b, &other.facts().id)));
    let distinct = distinct(changed.iter().map(|(wanted, _)| *wanted));
    for ((_, cleared), at) in changed.into_iter().zip(distinct) {
        cleared.updated = at;
    }
}

/// An instant that is asked for. Of those of one second the one with the least room comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Wanted {
    at: Instant,
    /// By how many seconds it may be earlier, within its minute.
    room: i64,
}

impl Wanted {
    fn new(at: Instant, earliest: Option<Instant>) -> Self {
        let free = |seconds: &i64| earliest.is_none_or(|earliest| at.plus_seconds(-seconds) >= earliest);
        Self { at, room: (1..=at.second()).take_while(free).last().unwrap_or(0) }
    }
}

/// Instants in rising order. One that is taken becomes the last free one before it for which there is
/// room, else the first free one after it.
fn distinct(wanted: impl Iterator<Item = Wanted>) -> Vec<Instant> {
    let mut taken: HashSet<Instant> = HashSet::new();
    // Where a crowded minute's seconds are free again.
    let mut crowded: Option<Instant> = None;
    wanted
        .map(|Wanted { at, room }| {
            let mut earlier = (0..=room).map(|seconds| at.plus_seconds(-seconds));
            let free = earlier.find(|free| !taken.contains(free)).unwrap_or_else(|| {
                let mut free = crowded.map_or(at, |end| end.max(at));
                while taken.contains(&free) {
                    free = free.plus_seconds(1);
                }
                crowded = Some(free);
                free
            });
            taken.insert(free);
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
