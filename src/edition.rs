//! One edition: everything that is to be written at an instant, planned, guarded against what was
//! published before, and checked as it is made.
//!
//! A function of its arguments: no disk, no clock. Documents are made one by one when they are asked
//! for, so that an archive of many years is never in memory at once.

pub mod earlier;
mod plan;

use std::error::Error;
use std::fmt;
use std::io;

use rayon::prelude::*;

use crate::config::Config;
use crate::document::{Content, Document};
use crate::feed::scope::{self, Scope};
use crate::feed::{Entry, Feed, Format, Part, archive};
pub use crate::guard::Allowance;
use crate::guard::{self, Refusal};
use crate::instant::Instant;
use crate::newsroom::{Cleared, Newsroom};
use crate::page::{self, Listed, Site};
use crate::problem::Problem;
use crate::sitemap;
use crate::verify::{self, Finding};
use plan::Planned;

/// What is to be written.
#[derive(Debug)]
pub struct Edition<'a> {
    /// Newest first.
    cleared: Vec<Cleared<'a>>,
    site: Site<'a>,
    /// For each of the site's feeds.
    plans: Vec<Planned>,
    now: Instant,
    works: Vec<Work>,
}

/// Documents that are made together.
#[derive(Debug, Clone, Copy)]
enum Work {
    Assets,
    /// A release's page, by its place among the cleared.
    Release(usize),
    Year(i32),
    /// One document of a feed in three formats, and the page that lists the same releases.
    Feed(usize, Part),
    Sitemap,
    FeedList,
}

/// A document of a feed, and what reading it back found.
struct Judged {
    document: Document,
    /// It is not in place yet, so it was read back.
    new: bool,
    findings: Vec<Finding>,
}

#[derive(Debug)]
pub enum Stop {
    /// A guard refused (exit 5).
    Refused(Refusal),
    /// A release can't be published (exit 1).
    Release(Box<Problem>),
    /// A release can't be had back from where it waited (exit 3).
    Lost(io::Error),
    /// A document that we wrote is broken: our own bug (exit 70).
    Broken(Vec<String>),
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(refusal) => refusal.fmt(f),
            Self::Release(problem) => f.write_str(&problem.human()),
            Self::Lost(why) => write!(f, "what was read of a release is lost: {why}"),
            Self::Broken(findings) => write!(f, "a feed that was written breaks a rule: {}", findings.join(", ")),
        }
    }
}

impl Error for Stop {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Refused(refusal) => Some(refusal),
            Self::Lost(why) => Some(why),
            Self::Release(_) | Self::Broken(_) => None,
        }
    }
}

/// Plans the edition that is public at `now`.
///
/// # Errors
/// When a guard refuses, or a single release is larger than a feed may be.
pub fn make<'a>(
    config: &'a Config,
    newsroom: &'a Newsroom,
    now: Instant,
    before: &guard::Before,
    allowance: Allowance,
) -> Result<Edition<'a>, Stop> {
    let cleared = newsroom.public_at(now);
    guard::check(before, &cleared, &newsroom.ids_held_at(now), allowance).map_err(Stop::Refused)?;
    let feeds: Vec<Feed> = scope::scopes(&cleared).into_iter().map(|scope| Feed::of(config, scope)).collect();
    // The first is the newsroom's own.
    let folders = feeds[1..].iter().map(|feed| feed.folder(Part::Subscription { prev: None })).collect();
    guard::check_feeds(before, &folders, allowance).map_err(Stop::Refused)?;
    let plans = feeds.par_iter().map(|feed| Planned::of(feed, &cleared)).collect::<Result<Vec<_>, _>>()?;
    let site = Site::new(config, feeds, &cleared);
    let works = works(cleared.len(), site.years(), &plans);
    Ok(Edition { cleared, site, plans, now, works })
}

/// In the order in which they are put in place: nobody is to see a feed or a list whose releases
/// are not there yet.
fn works(cleared: usize, years: &[i32], plans: &[Planned]) -> Vec<Work> {
    let mut works = vec![Work::Assets];
    works.extend((0..cleared).map(Work::Release));
    works.extend(years.iter().copied().map(Work::Year));
    for (at, planned) in plans.iter().enumerate().rev() {
        let pages = planned.pages();
        works.extend((1..=pages).map(|number| Work::Feed(at, Part::Archive { number, last: number == pages })));
    }
    works.extend([Work::Sitemap, Work::FeedList]);
    for (at, planned) in plans.iter().enumerate().rev() {
        works.push(Work::Feed(at, Part::Subscription { prev: planned.prev }));
    }
    works
}

impl<'a> Edition<'a> {
    /// What may be seen, newest first.
    pub fn cleared(&self) -> &[Cleared<'a>] {
        &self.cleared
    }

    /// How many entries are in the newsroom's own feed.
    pub fn entries(&self) -> usize {
        self.plans[0].subscribed.len()
    }

    /// Entries left out of it for the sake of the byte budget alone.
    pub fn over_budget(&self) -> usize {
        self.plans[0].over_budget
    }

    /// Every document, made and checked when it is asked for. `files` gives the files that belong
    /// to a release: no others' are ever asked for than those of cleared ones. `stands` tells
    /// whether a document is in place already, to the byte; such a one is not judged again.
    ///
    /// # Errors
    /// When a document does not read back as it should.
    pub fn documents<'e>(
        &'e self,
        files: impl Fn(&str) -> Vec<Document> + Sync + Send + 'e,
        stands: impl Fn(&Document) -> bool + Sync + Send + 'e,
    ) -> impl IndexedParallelIterator<Item = Result<Vec<Document>, Stop>> + 'e {
        self.works.par_iter().with_max_len(16).map(move |work| self.make(*work, &files, &stands))
    }

    /// The feeds that are subscribed to, and nothing else.
    ///
    /// # Errors
    /// As [`Edition::documents`].
    pub fn subscriptions(&self) -> Result<Vec<Document>, Stop> {
        let made = self.plans.iter().enumerate().map(|(at, planned)| {
            self.part(at, Part::Subscription { prev: planned.prev }, |_| false).map(|(_, documents)| documents)
        });
        Ok(made.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect())
    }

    fn make(
        &self,
        work: Work,
        files: impl Fn(&str) -> Vec<Document>,
        stands: impl Fn(&Document) -> bool + Sync,
    ) -> Result<Vec<Document>, Stop> {
        let broken = |error: askama::Error| Stop::Broken(vec![error.to_string()]);
        Ok(match work {
            Work::Assets => page::assets(self.site.config),
            Work::Release(at) => {
                let cleared = &self.cleared[at];
                let copies = files(cleared.facts().slug.as_str());
                // The page last: it shows what lies beside it.
                let release = cleared.release().map_err(Stop::Lost)?;
                let names: Vec<&str> = copies.iter().filter_map(|copy| copy.name.rsplit('/').next()).collect();
                let page = page::release(&self.site, cleared, &release, &names).map_err(broken)?;
                copies.into_iter().chain([page]).collect()
            }
            Work::Year(year) => {
                let told = self.of_year(year).map(Listed::of).collect::<io::Result<_>>().map_err(Stop::Lost)?;
                vec![page::year(&self.site, year, told).map_err(broken)?]
            }
            Work::Feed(at, part) => self.feed(at, part, stands)?,
            Work::Sitemap => sitemap::documents(&self.site, self.lists(), &self.cleared, self.now).map_err(broken)?,
            Work::FeedList => vec![page::feed_list(&self.site).map_err(broken)?],
        })
    }

    /// The pages of lists, each with the last change of what it lists.
    fn lists(&self) -> Vec<sitemap::Entry<'_>> {
        let changed = |shown: &[&Cleared]| shown.iter().map(|cleared| cleared.updated()).max();
        let mut lists = Vec::new();
        for (feed, planned) in self.site.feeds.iter().zip(&self.plans) {
            let subscription = Part::Subscription { prev: planned.prev };
            let archives = (1..=planned.pages()).map(|number| Part::Archive { number, last: false });
            for part in std::iter::once(subscription).chain(archives) {
                lists.push((feed.page(part).to_string().into(), changed(&self.shown(planned, part))));
            }
        }
        for year in self.site.years() {
            let of_year: Vec<&Cleared> = self.of_year(*year).collect();
            lists.push((self.site.year(*year).to_string().into(), changed(&of_year)));
        }
        lists
    }

    fn of_year(&self, year: i32) -> impl Iterator<Item = &Cleared<'a>> {
        self.cleared.iter().filter(move |cleared| cleared.year() == year)
    }

    fn shown(&self, planned: &Planned, part: Part) -> Vec<&Cleared<'a>> {
        let places = match part {
            Part::Subscription { .. } => planned.subscribed.as_slice(),
            Part::Archive { number, .. } => &planned.members[archive::page(number, planned.members.len())],
        };
        places.iter().map(|at| &self.cleared[*at]).collect()
    }

    /// One document of a feed in its formats, and before them the page that lists the same releases.
    fn feed(&self, at: usize, part: Part, stands: impl Fn(&Document) -> bool + Sync) -> Result<Vec<Document>, Stop> {
        let (told, feeds) = self.part(at, part, stands)?;
        let page = page::listing(&self.site, &self.site.feeds[at], part, self.plans[at].pages(), told);
        let page = page.map_err(|error| Stop::Broken(vec![error.to_string()]))?;
        Ok(std::iter::once(page).chain(feeds).collect())
    }

    /// What the list beside one document of a feed tells, and the document in its formats, read back.
    fn part(
        &self,
        at: usize,
        part: Part,
        stands: impl Fn(&Document) -> bool + Sync,
    ) -> Result<(Vec<Listed<'_>>, Vec<Document>), Stop> {
        let feed = &self.site.feeds[at];
        let shown = self.shown(&self.plans[at], part);
        let entries = shown.par_iter().map(|cleared| Entry::of(cleared)).collect::<io::Result<Vec<Entry>>>();
        let entries = entries.map_err(Stop::Lost)?;
        let folder = feed.folder(part);
        let formats = Format::ALL.into_par_iter().map(|format| {
            let bytes = plan::write(feed, format, part, &entries)?;
            let document = Document::new(format!("{folder}{}", format.file()), bytes);
            let new = !stands(&document);
            let findings = match &document.content {
                Content::Bytes(bytes) if new => verify::part(feed, part, &entries, format, bytes),
                _ => Vec::new(),
            };
            Ok(Judged { document, new, findings })
        });
        let judged: Vec<Result<Judged, Stop>> = formats.collect();
        // All of them first, so that of several faults the same one is told on every machine.
        let judged = judged.into_iter().collect::<Result<Vec<Judged>, Stop>>()?;
        // Every release is in a document of the newsroom's own feed, so its HTML is judged there.
        if feed.scope == Scope::All && judged.iter().any(|one| one.new) {
            refuse_broken(&verify::contents(&entries))?;
        }
        for one in &judged {
            refuse_broken(&one.findings)?;
        }
        let documents = judged.into_iter().map(|one| one.document).collect();
        let told = shown.iter().zip(entries).map(|(cleared, entry)| Listed::by(cleared, entry));
        Ok((told.collect(), documents))
    }
}

fn refuse_broken(findings: &[Finding]) -> Result<(), Stop> {
    let broken: Vec<String> = findings.iter().filter(|finding| !finding.is_advice()).map(ToString::to_string).collect();
    if broken.is_empty() { Ok(()) } else { Err(Stop::Broken(broken)) }
}
