//! What would be different for readers: this edition's releases, held against the live entries.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use url::Url;

use super::live::{LiveEntry, Text};
use super::print::Print;
use crate::config::Config;
use crate::feed::Entry;
use crate::instant::Instant;
use crate::newsroom::Cleared;
use crate::reading::RELEASES;
use crate::release::{Id, Slug};

/// A release of this edition, as its entry says it.
#[derive(Debug, Clone)]
pub struct Own {
    pub path: String,
    pub id: String,
    pub title: String,
    /// Without what a notice puts before it.
    headline: String,
    pub link: Url,
    slug: Slug,
    day: NaiveDate,
    pub published: Instant,
    pub updated: Instant,
    html: Print,
    plain: Print,
    withdrawn: bool,
}

impl Own {
    pub fn of(cleared: &Cleared) -> Self {
        let (entry, release) = (Entry::of(cleared), cleared.release());
        Self {
            path: release.path.clone(),
            id: entry.id.to_string(),
            title: entry.title,
            headline: release.title.clone(),
            link: entry.link,
            slug: release.slug.clone(),
            day: release.day,
            published: entry.published,
            updated: entry.updated,
            html: Print::of_html(&entry.content_html),
            plain: Print::of_text(&entry.content_text),
            withdrawn: release.withdrawn.is_some(),
        }
    }
}

/// One thing that readers would see, or would have to be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The file of the release, which is public; none where it is gone.
    pub path: Option<String>,
    /// The id that it has from now on, or had until now.
    pub id: String,
    pub title: String,
    /// The address that goes with the id.
    pub url: Option<String>,
    pub kind: Kind,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// A live id that no release has.
    Lost,
    /// A release that readers have under another id, and would be shown again.
    ReAnnounced {
        live_id: String,
        /// Whether front matter can state that id.
        statable: bool,
        /// The slug of its live address, where that is another one.
        slug: Option<String>,
    },
    Redated {
        live: Instant,
        now: Instant,
    },
    /// `updated` is earlier than it was, and nothing else is.
    SetBack {
        live: Instant,
    },
    Silent {
        headline: bool,
        text: bool,
    },
    Readdressed {
        live: String,
        slug: Option<String>,
    },
    Added,
    Updated,
    Withdrawn,
}

/// Sorted by weight: first what is lost, then by path.
pub fn compare(live: &[LiveEntry], own: &[Own], config: &Config) -> Vec<Difference> {
    let by_id: HashMap<&str, &Own> = own.iter().map(|own| (own.id.as_str(), own)).collect();
    let known: HashSet<&str> = live.iter().map(|entry| entry.id.as_str()).collect();
    let mut gone = Gone::of(live.iter().filter(|entry| !by_id.contains_key(entry.id.as_str())));
    let mut differences = Vec::new();
    // All addresses before any title: they are the surer sign.
    let mut left = Vec::new();
    for own in own.iter().filter(|own| !known.contains(own.id.as_str())) {
        match gone.take_address(own) {
            Some(entry) => differences.push(re_announced(entry, own, config)),
            None => left.push(own),
        }
    }
    for own in left {
        match gone.take_title(own, config) {
            Some(entry) => differences.push(re_announced(entry, own, config)),
            None => differences.push(of(own, Kind::Added)),
        }
    }
    differences.extend(gone.entries.into_iter().flatten().map(|entry| Difference {
        path: None,
        id: entry.id.clone(),
        title: entry.title.clone(),
        url: entry.link.clone(),
        kind: Kind::Lost,
    }));
    for entry in live {
        if let Some(own) = by_id.get(entry.id.as_str()) {
            differences.extend(changes(entry, own, config).into_iter().map(|kind| of(own, kind)));
        }
    }
    differences.sort_by(|a, b| (a.kind.rank(), &a.path, &a.id).cmp(&(b.kind.rank(), &b.path, &b.id)));
    differences
}

fn of(own: &Own, kind: Kind) -> Difference {
    let url = Some(own.link.to_string());
    Difference { path: Some(own.path.clone()), id: own.id.clone(), title: own.title.clone(), url, kind }
}

/// Live entries whose ids no release has, until one turns out to be theirs under another id.
struct Gone<'a> {
    entries: Vec<Option<&'a LiveEntry>>,
    by_address: HashMap<&'a str, usize>,
    by_title: HashMap<String, Vec<usize>>,
}

impl<'a> Gone<'a> {
    fn of(entries: impl Iterator<Item = &'a LiveEntry>) -> Self {
        let entries: Vec<_> = entries.map(Some).collect();
        let (mut by_address, mut by_title) = (HashMap::new(), HashMap::<String, Vec<usize>>::new());
        for (at, entry) in entries.iter().enumerate().filter_map(|(at, entry)| Some((at, (*entry)?))) {
            by_address.extend(entry.link.as_deref().map(|link| (link, at)));
            by_title.entry(folded(&entry.title)).or_default().push(at);
        }
        by_title.remove("");
        Self { entries, by_address, by_title }
    }

    fn take_address(&mut self, own: &Own) -> Option<&'a LiveEntry> {
        let at = self.by_address.get(own.link.as_str())?;
        self.entries.get_mut(*at)?.take()
    }

    fn take_title(&mut self, own: &Own, config: &Config) -> Option<&'a LiveEntry> {
        let titles = [&own.title, &own.headline];
        let mut alike = titles.into_iter().filter_map(|title| self.by_title.get(&folded(title))).flatten();
        let of_its_day = |at: &&usize| {
            let entry = self.entries.get(**at).copied().flatten();
            let day = entry.and_then(|entry| entry.published.or(entry.updated)).map(|at| at.date_in(config.time_zone));
            day.is_some_and(|day| day == own.day || day == own.published.date_in(config.time_zone))
        };
        let at = *alike.find(of_its_day)?;
        self.entries.get_mut(at)?.take()
    }
}

fn folded(title: &str) -> String {
    title.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

fn re_announced(entry: &LiveEntry, own: &Own, config: &Config) -> Difference {
    let slug = entry.link.as_deref().and_then(|link| slug(link, config)).filter(|slug| *slug != own.slug.as_str());
    let statable = Id::stated(&entry.id).is_some();
    of(own, Kind::ReAnnounced { live_id: entry.id.clone(), statable, slug })
}

/// The slug that makes a live address, where one does.
fn slug(link: &str, config: &Config) -> Option<String> {
    let slug = link.strip_prefix(config.site.as_str())?.strip_prefix(RELEASES)?.strip_prefix('/')?.strip_suffix('/')?;
    Slug::stated(slug).map(|slug| slug.to_string())
}

fn changes(entry: &LiveEntry, own: &Own, config: &Config) -> Vec<Kind> {
    let mut kinds = Vec::new();
    if let Some(link) = entry.link.as_ref().filter(|link| **link != own.link.as_str()) {
        kinds.push(Kind::Readdressed { live: link.clone(), slug: slug(link, config) });
    }
    let redated = entry.published.filter(|live| differ(*live, own.published));
    kinds.extend(redated.map(|live| Kind::Redated { live, now: own.published }));
    let headline = !entry.title.split_whitespace().eq(own.title.split_whitespace());
    let text = match entry.text {
        Some(Text::Html(print)) => print != own.html,
        Some(Text::Plain(print)) => print != own.plain,
        None => false,
    };
    let later = match entry.updated {
        Some(live) => differ(live, own.updated) && live < own.updated,
        // Nobody can tell what readers of RSS were told; a change that is stated counts as told.
        None => differ(own.published, own.updated),
    };
    let set_back = entry.updated.filter(|live| differ(*live, own.updated) && *live > own.updated);
    let differs = headline || text;
    match (differs, later) {
        (true, true) if own.withdrawn => kinds.push(Kind::Withdrawn),
        (true, true) => kinds.push(Kind::Updated),
        (true, false) => kinds.push(Kind::Silent { headline, text }),
        // An entry that only moved has been told of.
        (false, true) if redated.is_none() && entry.updated.is_some() => kinds.push(Kind::Updated),
        (false, _) => {}
    }
    kinds.extend(set_back.filter(|_| redated.is_none() && !differs).map(|live| Kind::SetBack { live }));
    kinds
}

/// Seconds within a minute set releases of one day apart, and may give way to a new one; nobody sees
/// them, and other tools don't write them.
fn differ(live: Instant, own: Instant) -> bool {
    (live.as_chrono() - own.as_chrono()).num_seconds().abs() >= 60
}

impl Kind {
    fn rank(&self) -> u8 {
        match self {
            Self::Lost => 0,
            Self::ReAnnounced { .. } => 1,
            Self::Redated { .. } => 2,
            Self::SetBack { .. } => 3,
            Self::Silent { .. } => 4,
            Self::Readdressed { .. } => 5,
            Self::Added => 6,
            Self::Updated => 7,
            Self::Withdrawn => 8,
        }
    }

    /// As programs read it, for ever.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Lost => "lost",
            Self::ReAnnounced { .. } => "re-announced",
            Self::Redated { .. } => "redated",
            Self::SetBack { .. } => "set back",
            Self::Silent { .. } => "silent",
            Self::Readdressed { .. } => "readdressed",
            Self::Added => "added",
            Self::Updated => "updated",
            Self::Withdrawn => "withdrawn",
        }
    }
}
