//! Lists of releases: the newsroom, a language, a subject, an archive page, a year.

use std::io;

use askama::Template;

use super::feeds::{self, FeedLink, Subscription};
use super::tongue;
use super::words::Words;
use super::{INDEX, MARK, Site, page_of};
use crate::body::SafeHtml;
use crate::content;
use crate::document::Document;
use crate::feed::{Entry, Feed, Part, Scope};
use crate::newsroom::Cleared;
use crate::release::Language;

#[derive(Template)]
#[template(path = "listing.html")]
struct Listing<'a> {
    site: &'a Site<'a>,
    words: &'static Words,
    language: &'a Language,
    address: String,
    feeds: Vec<FeedLink>,
    title: String,
    description: &'a str,
    said: SafeHtml,
    heading: String,
    list_heading: String,
    entries: Vec<Line<'a>>,
    /// Relation, address and name of neighbouring lists.
    turns: Vec<(&'static str, String, &'static str)>,
    groups: Vec<Group>,
    subscriptions: Vec<Subscription>,
}

#[derive(Template)]
#[template(path = "year.html")]
struct OfYear<'a> {
    site: &'a Site<'a>,
    words: &'static Words,
    language: &'a Language,
    address: String,
    feeds: Vec<FeedLink>,
    year: i32,
    months: Vec<Month<'a>>,
    years: Vec<(i32, String)>,
}

/// The releases of a month.
struct Month<'a> {
    /// Its address within the page.
    id: String,
    name: String,
    entries: Vec<Line<'a>>,
}

/// A release in a list.
struct Line<'a> {
    link: &'a str,
    title: String,
    summary: String,
    place: Option<String>,
    published: String,
    day: String,
    language: &'a Language,
    /// Where it is not the list's own.
    language_name: Option<String>,
}

struct Group {
    id: &'static str,
    heading: &'static str,
    links: Vec<Link>,
}

struct Link {
    name: String,
    page: String,
    language: Option<String>,
}

/// What lists tell of a release.
#[derive(Debug)]
pub struct Listed<'a> {
    cleared: &'a Cleared<'a>,
    summary: String,
    place: Option<String>,
}

impl<'a> Listed<'a> {
    /// # Errors
    /// When the release can't be had back from where it waits.
    pub fn of(cleared: &'a Cleared<'a>) -> io::Result<Self> {
        let release = cleared.release()?;
        Ok(Self { cleared, summary: content::summary(&release), place: release.place })
    }

    /// The same by its entry in a feed.
    pub fn by(cleared: &'a Cleared<'a>, entry: Entry) -> Self {
        Self { cleared, summary: entry.summary, place: entry.press.place }
    }
}

impl<'a> Line<'a> {
    fn of(told: Listed<'a>, list: &Language) -> Self {
        let Listed { cleared, summary, place } = told;
        let release = cleared.facts();
        Self {
            link: release.permalink.as_str(),
            title: content::notice::title(release),
            summary,
            place,
            published: cleared.published().rfc3339(),
            day: content::day(release.day, list),
            language: &release.language,
            language_name: (release.language != *list).then(|| content::autonym(&release.language)),
        }
    }
}

/// The page beside one document of a feed, which lists the same releases. `pages` is the number of
/// the feed's archive pages.
///
/// # Errors
/// When the template can't be rendered: a bug.
pub fn listing(site: &Site, feed: &Feed, part: Part, pages: usize, told: Vec<Listed>) -> askama::Result<Document> {
    let words = Words::of(&feed.language);
    let heading = feed.scope.name().unwrap_or_else(|| feed.title.clone());
    let (title, list_heading) = match part {
        Part::Subscription { .. } => (feed.title.clone(), words.latest.to_owned()),
        Part::Archive { number, .. } => {
            let list = format!("{} {number}", words.archive);
            (format!("{} – {list}", feed.title), list)
        }
    };
    let newsroom = site.newsroom();
    let own = (feed.scope != Scope::All).then_some(feed);
    let found = std::iter::once(newsroom).chain(own);
    let whole = feed.scope == Scope::All && matches!(part, Part::Subscription { .. });
    let language = &feed.language;
    let subscriptions = if whole {
        site.feeds.iter().map(|feed| feeds::subscription(feed, site, language)).collect()
    } else {
        vec![feeds::subscription(feed, site, language)]
    };
    let listing = Listing {
        site,
        words,
        language: &feed.language,
        address: feed.page(part).to_string(),
        feeds: found.flat_map(feeds::links).collect(),
        title,
        description: &feed.description,
        said: tongue::description(feed, site, &feed.language),
        heading,
        list_heading,
        entries: told.into_iter().map(|told| Line::of(told, &feed.language)).collect(),
        turns: turns(feed, part, pages, words),
        // Years and subjects come, and an archive page is to stay as it is.
        groups: if matches!(part, Part::Archive { .. }) { Vec::new() } else { groups(site, words) },
        subscriptions,
    };
    Ok(Document::new(page_of(feed, part), listing.render()?).marked(MARK))
}

/// To the neighbouring archive pages and back to the latest.
fn turns(feed: &Feed, part: Part, pages: usize, words: &Words) -> Vec<(&'static str, String, &'static str)> {
    let page = |number: usize| feed.page(Part::Archive { number, last: false }).to_string();
    let mut turns = Vec::new();
    match part {
        Part::Subscription { prev } => turns.extend(prev.map(|number| ("next", page(number), words.older))),
        Part::Archive { number, .. } => {
            if number > 1 {
                turns.push(("next", page(number - 1), words.older));
            }
            if number < pages {
                turns.push(("prev", page(number + 1), words.newer));
            }
            turns.push(("up", feed.page(Part::Subscription { prev: None }).to_string(), words.newest));
        }
    }
    turns
}

/// Years, languages and subjects; a group of none is left out.
fn groups(site: &Site, words: &Words) -> Vec<Group> {
    let years = site.years().iter().map(|year| Link {
        name: year.to_string(),
        page: site.year(*year).to_string(),
        language: None,
    });
    let of = |feed: &Feed, language: Option<String>| Link {
        name: feed.scope.name().unwrap_or_default(),
        page: feed.page(Part::Subscription { prev: None }).to_string(),
        language,
    };
    let languages = site.feeds.iter().filter_map(|feed| match &feed.scope {
        Scope::Language(language) => Some(of(feed, Some(language.to_string()))),
        _ => None,
    });
    let subjects = site.feeds.iter().filter_map(|feed| match &feed.scope {
        Scope::Subject(_) => Some(of(feed, None)),
        _ => None,
    });
    let all = [
        Group { id: "years", heading: words.years, links: years.collect() },
        Group { id: "languages", heading: words.languages, links: languages.collect() },
        Group { id: "subjects", heading: words.subjects, links: subjects.collect() },
    ];
    all.into_iter().filter(|group| !group.links.is_empty()).collect()
}

/// The releases of one year, by month. `told` is sorted newest first.
///
/// # Errors
/// When the template can't be rendered: a bug.
pub fn year(site: &Site, year: i32, mut told: Vec<Listed>) -> askama::Result<Document> {
    let language = &site.config.language;
    // An embargo may have put one behind others of a later day.
    told.sort_by_key(|told| std::cmp::Reverse(told.cleared.month()));
    let mut months: Vec<Month> = Vec::new();
    for told in told {
        let day = told.cleared.facts().day;
        let id = day.format("m%m").to_string();
        let line = Line::of(told, language);
        match months.last_mut() {
            Some(month) if month.id == id => month.entries.push(line),
            _ => months.push(Month { id, name: content::month(day, language), entries: vec![line] }),
        }
    }
    let page = OfYear {
        site,
        words: Words::of(language),
        language,
        address: site.year(year).to_string(),
        feeds: feeds::links(site.newsroom()).into(),
        year,
        months,
        years: site.years().iter().map(|year| (*year, site.year(*year).to_string())).collect(),
    };
    Ok(Document::new(format!("years/{year}/{INDEX}"), page.render()?).marked(MARK))
}
