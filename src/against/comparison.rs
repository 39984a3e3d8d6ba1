//! What would be different for readers: this edition's releases, held against the live entries.

mod gone;

use std::collections::{HashMap, HashSet};

use super::difference::{Difference, Kind};
use super::live::{LiveEntry, Text};
use super::own::Own;
use crate::address::RELEASES;
use crate::config::Config;
use crate::instant::Instant;
use crate::release::{Id, Slug};
use gone::Gone;

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
        Some(Text::Html(print)) => !print.says_the_same(&own.html),
        Some(Text::Plain(print)) => !print.says_the_same(&own.plain),
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

#[cfg(test)]
mod tests {
    use url::Url;

    use super::*;
    use crate::against::print::Print;

    const CONFIG: &str = "title = \"T\"\ndescription = \"D\"\nlanguage = \"en\"\nsite = \"https://news.example.org/\"\n\
        id_base = \"tag:example.org,2018\"\ntime_zone = \"Europe/Berlin\"\n[publisher]\nname = \"P\"\n";

    fn at(text: &str) -> Instant {
        Instant::parse(text).expect("an instant")
    }

    fn own(slug: &str) -> Own {
        Own {
            path: format!("releases/{slug}.txt"),
            id: format!("tag:example.org,2018:{slug}"),
            title: "Cellar opens".to_owned(),
            headline: "Cellar opens".to_owned(),
            link: Url::parse(&format!("https://news.example.org/releases/{slug}/")).expect("an address"),
            slug: Slug::stated(slug).expect("a slug"),
            day: "2026-03-02".parse().expect("a day"),
            published: at("2026-03-02T09:00:07+01:00"),
            updated: at("2026-03-02T09:00:07+01:00"),
            html: Print::of_html("<p>Forty</p>", None),
            plain: Print::of_text("Forty", None),
            withdrawn: false,
        }
    }

    fn live(own: &Own) -> LiveEntry {
        LiveEntry {
            id: own.id.clone(),
            title: own.title.clone(),
            link: Some(own.link.to_string()),
            published: Some(own.published),
            updated: Some(own.updated),
            text: Some(Text::Html(own.html)),
        }
    }

    fn kinds(live: &[LiveEntry], own: &[Own]) -> Vec<Kind> {
        let config = Config::parse("dateline.toml", CONFIG).expect("a configuration");
        compare(live, own, &config).into_iter().map(|difference| difference.kind).collect()
    }

    /// What is told of one release whose live entry is otherwise in one way.
    fn of_one(change: impl Fn(&mut LiveEntry, &mut Own)) -> Vec<Kind> {
        let mut own = own("a");
        let mut entry = live(&own);
        change(&mut entry, &mut own);
        kinds(&[entry], &[own])
    }

    #[test]
    fn what_is_the_same_is_not_told_of() {
        assert_eq!(of_one(|_, _| {}), []);
        assert_eq!(of_one(|entry, _| entry.text = Some(Text::Plain(Print::of_text("Forty", None)))), []);
        assert_eq!(of_one(|entry, _| entry.text = None), []);
        assert_eq!(of_one(|entry, _| (entry.link, entry.updated, entry.published) = (None, None, None)), []);
        // Seconds give way to other releases of the day.
        assert_eq!(of_one(|entry, _| entry.published = Some(at("2026-03-02T08:00:50Z"))), []);
    }

    #[test]
    fn a_text_that_differs_is_silent_unless_its_change_is_dated_later() {
        let fifty = |entry: &mut LiveEntry| entry.text = Some(Text::Html(Print::of_html("<p>Fifty</p>", None)));
        assert_eq!(of_one(|entry, _| fifty(entry)), [Kind::Silent { headline: false, text: true }]);
        let later = at("2026-05-01T09:00:00+02:00");
        let told = |entry: &mut LiveEntry, own: &mut Own| {
            fifty(entry);
            own.updated = later;
        };
        assert_eq!(of_one(told), [Kind::Updated]);
        let withdrawn = |entry: &mut LiveEntry, own: &mut Own| {
            told(entry, own);
            own.withdrawn = true;
        };
        assert_eq!(of_one(withdrawn), [Kind::Withdrawn]);
        // A second change on the date of the first.
        let again = |entry: &mut LiveEntry, own: &mut Own| {
            told(entry, own);
            entry.updated = Some(later);
        };
        assert_eq!(of_one(again), [Kind::Silent { headline: false, text: true }]);
        assert_eq!(
            of_one(|entry, _| entry.title = "Cellar opened".to_owned()),
            [Kind::Silent { headline: true, text: false }]
        );
    }

    #[test]
    fn dates_that_move_and_changes_that_are_set_back_are_told_once() {
        let live = at("2026-03-01T09:00:00+01:00");
        let both = |entry: &mut LiveEntry, _: &mut Own| (entry.published, entry.updated) = (Some(live), Some(live));
        assert_eq!(of_one(both), [Kind::Redated { live, now: own("a").published }]);
        let live = at("2026-04-01T09:00:00+02:00");
        assert_eq!(of_one(|entry, _| entry.updated = Some(live)), [Kind::SetBack { live }]);
    }

    #[test]
    fn an_id_that_is_gone_is_found_again_by_address_then_by_title_and_day() {
        let known_as = |slug: Option<&str>, id: &str, statable| {
            let (live_id, slug) = (id.to_owned(), slug.map(str::to_owned));
            [Kind::ReAnnounced { live_id, statable, slug }]
        };
        assert_eq!(kinds(&[live(&own("a"))], &[own("b")]), known_as(Some("a"), "tag:example.org,2018:a", true));
        let retitled = LiveEntry { id: "17".to_owned(), title: "Other".to_owned(), ..live(&own("b")) };
        assert_eq!(kinds(&[retitled], &[own("b")]), known_as(None, "17", false));
        let another_day = LiveEntry { published: Some(at("2026-02-02T09:00:00+01:00")), ..live(&own("a")) };
        assert_eq!(kinds(&[another_day], &[own("b")]), [Kind::Lost, Kind::Added]);
        // Of two with one headline each is found once.
        let two = [live(&own("a")), live(&own("c"))];
        assert_eq!(kinds(&two, &[own("b")])[0], Kind::Lost);
        assert_eq!(kinds(&two, &[own("b")]).len(), 2);
    }

    #[test]
    fn an_address_that_moves_is_told_with_the_slug_that_keeps_it() {
        let moved = |to: &str| of_one(|entry, _| entry.link = Some(to.to_owned()));
        let kind = |live: &str, slug: Option<&str>| {
            [Kind::Readdressed { live: live.to_owned(), slug: slug.map(str::to_owned) }]
        };
        let (here, elsewhere) = ("https://news.example.org/releases/old/", "https://old.example.org/?p=7");
        assert_eq!(moved(here), kind(here, Some("old")));
        assert_eq!(moved(elsewhere), kind(elsewhere, None));
    }

    #[test]
    fn without_anything_live_everything_is_new() {
        assert_eq!(kinds(&[], &[own("a"), own("b")]), [Kind::Added, Kind::Added]);
    }
}
