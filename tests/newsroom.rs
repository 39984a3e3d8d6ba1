//! What an edition is as a whole: its pages, its archive, its feeds per language and subject. The
//! documents are read by parsers that did not write them, and followed from one to the next by their
//! own addresses.

#![allow(clippy::expect_used, clippy::panic, reason = "a helper of tests may end them")]
#![allow(clippy::case_sensitive_file_extension_comparisons, reason = "the names are of our own making")]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use dateline::config::Config;
use dateline::desk::{self, Warnings};
use dateline::disk::Fault;
use dateline::disk::output::Output;
use dateline::edition::earlier::EarlierEdition;
use dateline::edition::{self, Allowance};
use dateline::feed::Format;
use dateline::guard::Before;
use dateline::instant::Instant;
use dateline::markup::{self, Tag};
use dateline::sitemap;
use rayon::prelude::*;
use roxmltree::Document;
use serde_json::Value;
use url::Url;

#[allow(dead_code, reason = "other tests use the rest")]
mod made;

use made::Documents;

const SITE: &str = "https://news.harbour.example/press/";
const ATOM: &str = "http://www.w3.org/2005/Atom";
const HISTORY: &str = "http://purl.org/syndication/history/1.0";

const CONFIG: &str = r#"
title = "Harbour & Docks"
description = "News of the harbour"
language = "en"
site = "https://news.harbour.example/press/"
id_base = "tag:harbour.example,2018"
time_zone = "Europe/Berlin"
hubs = ["https://hub.harbour.example/"]
[publisher]
name = "Harbour Press Office"
"#;

/// A folder of releases, one a day, the oldest first.
struct Folder {
    path: tempfile::TempDir,
    config: Config,
}

impl Folder {
    fn new() -> Self {
        let config = Config::parse("dateline.toml", CONFIG).expect("a configuration");
        Self { path: tempfile::tempdir().expect("a folder"), config }
    }

    fn with(count: u32) -> Self {
        let folder = Self::new();
        (0..count).for_each(|number| folder.release(number, ""));
        folder
    }

    /// Every third is in German, every second on a subject.
    fn release(&self, number: u32, more: &str) {
        let day = chrono::NaiveDate::from_ymd_opt(2025, 1, 1).expect("a day") + chrono::Days::new(number.into());
        let language = if number.is_multiple_of(3) { "de" } else { "en" };
        let subject = if number.is_multiple_of(2) { "subjects: [Ships & Cranes]\n" } else { "" };
        let text = format!(
            "---\ntitle: Crane number {number}\ndate: {day}\nlanguage: {language}\n{subject}{more}---\n\n\
             The old crane number {number} has moved to the museum. It took four days.\n\nThe gulls came along.\n"
        );
        fs::write(self.path.path().join(format!("r{number}.md")), text).expect("a release");
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.path.path().join(name), text).expect("a file");
    }

    fn documents(&self) -> Documents {
        self.documents_with(&self.config)
    }

    fn documents_with(&self, config: &Config) -> Documents {
        let now = Instant::parse("2026-06-01T12:00:00+02:00").expect("an instant");
        let desk = desk::read(Path::new(self.path.path()), config, now, Warnings::Told).expect("a readable folder");
        let newsroom = desk.newsroom.unwrap_or_else(|| panic!("{:?}", desk.problems));
        let edition =
            edition::make(config, &newsroom, now, &Before::default(), Allowance::default()).expect("an edition");
        made::documents(&edition).expect("documents")
    }
}

fn text<'a>(documents: &'a Documents, name: &str) -> &'a str {
    let bytes = documents.get(name).unwrap_or_else(|| panic!("there is no {name}"));
    std::str::from_utf8(bytes).expect("UTF-8")
}

/// The name of the document that an address leads to.
fn name_of(address: &str) -> Option<String> {
    let path = address.strip_prefix(SITE)?.split('#').next()?;
    Some(if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() })
}

/// What a document of a feed says: its ids, and its links by relation.
struct Seen {
    ids: Vec<String>,
    links: BTreeMap<String, String>,
    archive: bool,
}

fn seen(documents: &Documents, name: &str) -> Seen {
    let text = text(documents, name);
    if name.ends_with(".json") {
        let feed: Value = serde_json::from_str(text).expect("JSON");
        let ids = feed["items"].as_array().expect("items").iter().map(|item| item["id"].as_str().expect("an id"));
        let links = [("self", "feed_url"), ("prev-archive", "next_url")];
        let links = links.into_iter().filter_map(|(rel, key)| Some((rel.to_owned(), feed[key].as_str()?.to_owned())));
        return Seen { ids: ids.map(str::to_owned).collect(), links: links.collect(), archive: false };
    }
    let document = Document::parse(text).expect("well-formed XML");
    let root = document.root_element();
    let head = root.children().find(|node| node.has_tag_name("channel")).unwrap_or(root);
    let entries = head.children().filter(|node| ["item", "entry"].contains(&node.tag_name().name()));
    let id = |entry: roxmltree::Node| {
        let id = entry.children().find(|node| ["guid", "id"].contains(&node.tag_name().name()));
        id.and_then(|id| id.text()).expect("an id").to_owned()
    };
    let links = head.children().filter(|node| node.has_tag_name((ATOM, "link")));
    let link = |link: roxmltree::Node| Some((link.attribute("rel")?.to_owned(), link.attribute("href")?.to_owned()));
    Seen {
        ids: entries.map(id).collect(),
        links: links.filter_map(link).collect(),
        archive: head.children().any(|node| node.has_tag_name((HISTORY, "archive"))),
    }
}

/// The archive pages of a feed, from the subscription document back in time.
fn archive(documents: &Documents, subscription: &str) -> Vec<(String, Seen)> {
    let mut pages: Vec<(String, Seen)> = Vec::new();
    let mut next = seen(documents, subscription).links.remove("prev-archive");
    while let Some(address) = next {
        let name = name_of(&address).expect("an address of the site");
        let page = seen(documents, &name);
        next = page.links.get("prev-archive").cloned();
        assert!(pages.iter().all(|(other, _)| *other != name), "{name} comes again");
        pages.push((name, page));
    }
    pages
}

fn folders(documents: &Documents) -> Vec<String> {
    let names = documents.keys().filter_map(|name| name.strip_suffix("feed.json"));
    names.filter(|folder| !folder.contains("archive/")).map(str::to_owned).collect()
}

fn all_ids(count: u32, of: impl Fn(u32) -> bool) -> BTreeSet<String> {
    (0..count).filter(|number| of(*number)).map(|number| format!("tag:harbour.example,2018:r{number}")).collect()
}

fn links(tags: &[Tag]) -> impl Iterator<Item = &str> {
    tags.iter().flat_map(|tag| [tag.attribute("href"), tag.attribute("src")]).flatten()
}

fn pages(documents: &Documents) -> impl Iterator<Item = (&String, Vec<Tag>)> {
    documents
        .iter()
        .filter(|(name, _)| name.ends_with(".html"))
        .map(|(name, bytes)| (name, markup::tags_and_text(std::str::from_utf8(bytes).expect("UTF-8")).0))
}

#[test]
fn every_release_is_reached_from_the_subscription_document_in_each_format() {
    let documents = Folder::with(230).documents();
    let folders = folders(&documents);
    assert_eq!(folders, ["", "languages/de/", "languages/en/", "subjects/ships-cranes/"]);
    for folder in folders {
        let expected = match folder.as_str() {
            "" => all_ids(230, |_| true),
            "languages/de/" => all_ids(230, |number| number % 3 == 0),
            "languages/en/" => all_ids(230, |number| number % 3 != 0),
            _ => all_ids(230, |number| number % 2 == 0),
        };
        for format in Format::ALL {
            let subscription = format!("{folder}{}", format.file());
            let newest = seen(&documents, &subscription);
            assert_eq!(newest.ids.len(), 50, "{subscription}");
            assert!(!newest.archive);
            let pages = archive(&documents, &subscription);
            let archived: Vec<&String> = pages.iter().flat_map(|(_, page)| &page.ids).collect();
            let distinct: BTreeSet<&String> = archived.iter().copied().collect();
            assert_eq!(distinct.len(), archived.len(), "{subscription}: a release twice in the archive");
            let reached: BTreeSet<String> = newest.ids.iter().chain(archived).cloned().collect();
            assert_eq!(reached, expected, "{subscription}");
        }
    }
}

#[test]
fn archive_pages_lead_to_their_neighbours_and_to_the_subscription_document() {
    let documents = Folder::with(230).documents();
    for format in [Format::Rss, Format::Atom] {
        let file = format.file();
        let pages = archive(&documents, file);
        assert_eq!(pages.len(), 4, "the fifth is in the subscription document entirely");
        let newer = std::iter::once(format!("archive/5/{file}")).chain(pages.iter().map(|(name, _)| name.clone()));
        for ((name, page), newer) in pages.iter().zip(newer) {
            assert!(page.archive, "{name} says that it is an archive page");
            assert_eq!(page.links["self"], format!("{SITE}{name}"));
            assert_eq!(page.links["current"], format!("{SITE}{file}"));
            assert!(!page.links.contains_key("hub"), "only the subscription document is a topic");
            assert_eq!(name_of(&page.links["next-archive"]), Some(newer));
        }
        assert!(seen(&documents, file).links.contains_key("hub"));
        let last = seen(&documents, &format!("archive/5/{file}"));
        assert!(!last.links.contains_key("next-archive"));
    }
}

#[test]
fn a_full_archive_page_stays_as_it_is_when_releases_come() {
    let folder = Folder::with(230);
    let before = folder.documents();
    (230..290).for_each(|number| folder.release(number, ""));
    let after = folder.documents();
    for page in 1..=4 {
        for file in Format::ALL.map(Format::file).into_iter().chain(["index.html"]) {
            let name = format!("archive/{page}/{file}");
            assert!(before[&name] == after[&name], "{name}");
        }
    }
    assert!(before["archive/5/atom.xml"] != after["archive/5/atom.xml"]);
    assert!(after.contains_key("archive/6/atom.xml"));
}

/// Fifty thousand addresses make a second one, so these are written by hand.
#[test]
fn of_several_sitemaps_those_that_are_needed_no_more_go_and_those_of_others_stay() {
    let folder = tempfile::tempdir().expect("a folder");
    let site = Url::parse(SITE).expect("an address");
    let marked = format!("{}<urlset/>", sitemap::MARK);
    let write = |names: &[&str], earlier: &EarlierEdition| {
        let output = Output::open(folder.path()).expect("a folder");
        let made = names
            .par_iter()
            .map(|name| Ok::<_, Fault>(vec![dateline::document::Document::new(*name, &*marked).recording()]));
        output.write(made, earlier).expect("written").removed.len()
    };
    assert_eq!(write(&["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"], &EarlierEdition::of(&site)), 0);
    fs::write(folder.path().join("sitemap-3.xml"), "<urlset/>").expect("a file");
    let mut earlier = EarlierEdition::of(&site);
    (1..=3).for_each(|number| earlier.add_part(format!("sitemap-{number}.xml"), &[]));
    assert_eq!(write(&["sitemap-1.xml", "sitemap.xml"], &earlier), 1);
    let there = |number: usize| folder.path().join(format!("sitemap-{number}.xml")).exists();
    assert_eq!([1, 2, 3].map(there), [true, false, true]);
}

#[test]
fn a_small_newsroom_has_no_archive() {
    let documents = Folder::with(50).documents();
    assert!(documents.keys().all(|name| !name.contains("archive/")), "{:?}", documents.keys());
    assert!(seen(&documents, "atom.xml").links.keys().all(|rel| rel != "prev-archive"));
}

#[test]
fn a_correction_of_an_old_release_is_in_the_subscription_document_and_moves_nothing_in_the_archive() {
    let folder = Folder::with(120);
    let before = folder.documents();
    folder.release(3, "correction:\n  date: 2026-05-01\n  note: It took five days.\n");
    let after = folder.documents();
    let id = "tag:harbour.example,2018:r3".to_owned();
    for file in Format::ALL.map(Format::file) {
        assert!(!seen(&before, file).ids.contains(&id), "{file}");
        assert!(seen(&after, file).ids.contains(&id), "{file}");
        for page in 1..=2 {
            let name = format!("archive/{page}/{file}");
            assert_eq!(seen(&before, &name).ids, seen(&after, &name).ids, "{name}");
        }
        // The one release that had to make room is reached all the same.
        let pages = archive(&after, file);
        let archived = pages.iter().flat_map(|(_, page)| &page.ids);
        let reached: BTreeSet<String> = seen(&after, file).ids.iter().chain(archived).cloned().collect();
        assert_eq!(reached, all_ids(120, |_| true), "{file}");
    }
    assert!(text(&after, "archive/1/feed.json").contains("It took five days."));
}

#[test]
fn a_feed_that_the_byte_budget_cuts_short_leads_to_what_it_lacks() {
    let folder = Folder::with(30);
    let config = Config::parse("d", &format!("byte_budget = 20000\n{CONFIG}")).expect("a configuration");
    let documents = folder.documents_with(&config);
    for file in Format::ALL.map(Format::file) {
        let newest = seen(&documents, file).ids;
        assert!(newest.len() < 30, "{}", newest.len());
        let pages = archive(&documents, file);
        let archived = pages.iter().flat_map(|(_, page)| &page.ids);
        let reached: BTreeSet<String> = newest.iter().chain(archived).cloned().collect();
        assert_eq!(reached, all_ids(30, |_| true), "{file}");
    }
}

#[test]
fn a_feed_that_the_byte_budget_cuts_short_keeps_corrections_of_old_releases_in_the_order_of_publication() {
    let folder = Folder::with(30);
    folder.release(2, "correction:\n  date: 2026-05-01\n  note: It took five days.\n");
    let config = Config::parse("d", &format!("byte_budget = 20000\n{CONFIG}")).expect("a configuration");
    let documents = folder.documents_with(&config);
    for file in Format::ALL.map(Format::file) {
        let ids = seen(&documents, file).ids;
        let newest = (31 - ids.len()..30).rev().chain([2]);
        let expected: Vec<String> = newest.map(|number| format!("tag:harbour.example,2018:r{number}")).collect();
        assert_eq!(ids, expected, "{file}");
        assert!(documents[file].len() <= 20_000, "{file}");
    }
}

#[test]
fn feeds_differ_in_id_and_title_and_name_themselves() {
    let documents = Folder::with(10).documents();
    let mut ids = BTreeSet::new();
    let mut titles = BTreeSet::new();
    for folder in folders(&documents) {
        let own = Format::ALL.map(|format| seen(&documents, &format!("{folder}{}", format.file())));
        for (format, seen) in Format::ALL.into_iter().zip(&own) {
            assert_eq!(seen.links["self"], format!("{SITE}{folder}{}", format.file()));
            assert_eq!(seen.ids, own[0].ids, "{folder}: the formats have the same releases");
        }
        let text = text(&documents, &format!("{folder}atom.xml"));
        let atom = Document::parse(text).expect("well-formed XML");
        let part = |name: &str| {
            let node = atom.root_element().children().find(|node| node.has_tag_name((ATOM, name)));
            node.and_then(|node| node.text()).expect("text").to_owned()
        };
        assert!(ids.insert(part("id")), "{folder}");
        assert!(titles.insert(part("title")), "{folder}");
    }
    let titles: Vec<&str> = titles.iter().map(String::as_str).collect();
    assert_eq!(
        titles,
        [
            "Harbour & Docks",
            "Harbour & Docks – Deutsch",
            "Harbour & Docks – English",
            "Harbour & Docks – Ships & Cranes"
        ]
    );
}

#[test]
fn with_one_language_there_is_no_feed_per_language() {
    let folder = Folder::new();
    folder.release(1, "");
    folder.release(2, "");
    assert!(folder.documents().keys().all(|name| !name.starts_with("languages/")));
}

/// 53.
#[test]
fn feeds_are_discovered_from_every_page_the_newsrooms_own_first() {
    let documents = Folder::with(60).documents();
    for (name, tags) in pages(&documents) {
        let found: Vec<&Tag> = tags
            .iter()
            .filter(|tag| tag.element == "link" && tag.attribute("rel") == Some("alternate"))
            .filter(|tag| tag.attribute("type").is_some())
            .collect();
        assert_eq!(found[0].attribute("href"), Some(&*format!("{SITE}rss.xml")), "{name}");
        let titles: BTreeSet<Option<&str>> = found.iter().map(|tag| tag.attribute("title")).collect();
        assert_eq!(titles.len(), found.len(), "{name}: titles differ");
        for tag in found {
            let file = name_of(tag.attribute("href").unwrap_or_default()).expect("an address of the site");
            let format = Format::ALL.into_iter().find(|format| file.ends_with(format.file())).expect("a format");
            assert_eq!(tag.attribute("type"), Some(format.media_type()), "{name}");
            assert!(documents.contains_key(&file), "{name}: {file}");
        }
    }
}

#[test]
fn every_address_in_a_page_is_absolute_and_those_inside_lead_somewhere() {
    let documents = Folder::with(60).documents();
    for (name, tags) in pages(&documents) {
        for address in links(&tags).filter(|address| *address != "#main") {
            assert!(
                ["https://", "mailto:", "tel:"].iter().any(|start| address.starts_with(start)),
                "{name}: {address}"
            );
            let Some(inside) = name_of(address) else { continue };
            assert!(documents.contains_key(&inside), "{name}: {address}");
            if let Some((_, fragment)) = address.split_once('#') {
                let there = markup::tags_and_text(text(&documents, &inside)).0;
                assert!(there.iter().any(|tag| tag.attribute("id") == Some(fragment)), "{name}: {address}");
            }
        }
        assert!(tags.iter().any(|tag| tag.attribute("id") == Some("main")), "{name}");
        let canonical = tags.iter().find(|tag| tag.attribute("rel") == Some("canonical")).expect("a canonical link");
        assert_eq!(canonical.attribute("href").and_then(name_of).as_ref(), Some(name));
    }
}

#[test]
fn a_page_asks_nothing_of_other_servers_and_runs_nothing_inline() {
    let documents = Folder::with(3).documents();
    for (name, tags) in pages(&documents) {
        for tag in tags {
            let loads = ["script", "img", "link"].contains(&tag.element.as_str());
            for address in [tag.attribute("src"), tag.attribute("href")].into_iter().flatten().filter(|_| loads) {
                assert!(address.starts_with(SITE), "{name}: {address}");
            }
            assert!(tag.attributes.iter().all(|(name, _)| !name.starts_with("on") && name != "style"), "{name}");
            let data = tag.attribute("type") == Some("application/ld+json");
            assert!(tag.element != "script" || data || tag.attribute("src").is_some(), "{name}");
        }
    }
}

#[test]
fn structured_data_names_place_dates_language_and_the_work_it_translates() {
    let folder = Folder::new();
    let body = "The old crane has moved to the museum. It took four days.\n";
    folder.write(
        "crane.en.md",
        &format!("---\ntitle: The crane </script><b>\ndate: 2026-03-02\nplace: Hamburg\n---\n{body}"),
    );
    folder.write("crane.de.md", &format!("---\ntitle: Der Kran\ndate: 2026-03-02\nlanguage: de\n---\n{body}"));
    let documents = folder.documents();
    let data = |name: &str| -> Value {
        let page = text(&documents, name);
        let (_, rest) = page.split_once("<script type=\"application/ld+json\">").expect("structured data");
        serde_json::from_str(rest.split_once("</script>").expect("an end").0).expect("JSON")
    };
    let english = data("releases/crane.en/index.html");
    assert_eq!(english["@type"], "NewsArticle");
    assert_eq!(english["headline"], "The crane </script><b>", "nothing ends the element before its time");
    assert_eq!(english["dateline"], "Hamburg, March 2, 2026");
    assert_eq!(english["inLanguage"], "en");
    assert_eq!(english["datePublished"], english["dateModified"]);
    assert!(english["datePublished"].as_str().is_some_and(|date| date.starts_with("2026-03-02T09:00:")));
    assert_eq!(english["workTranslation"][0]["@id"], format!("{SITE}releases/crane.de/"));
    let german = data("releases/crane.de/index.html");
    assert_eq!(german["translationOfWork"]["@id"], format!("{SITE}releases/crane.en/"));
    assert!(german.get("workTranslation").is_none());
    // Each names all of them, itself too.
    for name in ["releases/crane.en/index.html", "releases/crane.de/index.html"] {
        let tags = markup::tags_and_text(text(&documents, name)).0;
        let tongues = tags.iter().filter(|tag| tag.element == "link").filter_map(|tag| tag.attribute("hreflang"));
        assert_eq!(tongues.collect::<Vec<_>>(), ["de", "en"], "{name}");
    }
}

#[test]
fn what_waits_is_in_no_document_of_any_kind() {
    let folder = Folder::with(60);
    let alone = folder.documents();
    for (name, hold) in [("one", "embargo: 2026-07-01T09:00:00+02:00\n"), ("two", "draft: true\n"), ("three", "")] {
        let day = if hold.is_empty() { "2026-06-30" } else { "2026-03-02" };
        let text = format!(
            "---\ntitle: CANARY {name}\ndate: {day}\nlanguage: fr\nsubjects: [CANARY]\n{hold}---\n\nLe CANARY chante.\n"
        );
        folder.write(&format!("CANARY-{name}.md"), &text);
    }
    assert!(folder.documents() == alone, "nothing differs, not even a count");
}

#[test]
fn the_sitemap_has_every_page_once_with_its_last_change() {
    let folder = Folder::with(120);
    folder.release(3, "updated: 2026-05-01\n");
    let documents = folder.documents();
    let sitemap = Document::parse(text(&documents, "sitemap.xml")).expect("well-formed XML");
    let urls: Vec<(String, String)> = sitemap
        .root_element()
        .children()
        .filter(roxmltree::Node::is_element)
        .map(|url| {
            let part = |name: &str| {
                let node = url.children().find(|node| node.tag_name().name() == name);
                node.and_then(|node| node.text()).expect("text").to_owned()
            };
            (part("loc"), part("lastmod"))
        })
        .collect();
    let listed: BTreeSet<String> = urls.iter().filter_map(|(address, _)| name_of(address)).collect();
    let written: BTreeSet<String> = documents.keys().filter(|name| name.ends_with(".html")).cloned().collect();
    assert_eq!(listed, written);
    assert_eq!(urls.len(), written.len(), "each once");
    let changed = |path: &str| {
        let found = urls.iter().find(|(address, _)| *address == format!("{SITE}{path}"));
        found.expect("a page").1.clone()
    };
    for path in ["", "releases/r3/", "archive/1/", "years/2025/", "languages/de/"] {
        assert!(changed(path).starts_with("2026-05-01T09:00:"), "{path}: {}", changed(path));
    }
    assert!(changed("releases/r4/").starts_with("2025-01-05T09:00:"));
}

#[test]
fn a_news_sitemap_is_written_on_request_with_the_last_two_days() {
    let folder = Folder::with(2);
    folder.write("new.md", "---\ntitle: New & <b>\ndate: 2026-05-31\n---\n\nThe crane has moved.\n");
    assert!(!folder.documents().contains_key("news-sitemap.xml"));
    let config = Config::parse("d", &format!("news_sitemap = true\n{CONFIG}")).expect("a configuration");
    let documents = folder.documents_with(&config);
    let sitemap = Document::parse(text(&documents, "news-sitemap.xml")).expect("well-formed XML");
    let values = |name: &str| -> Vec<&str> {
        sitemap.descendants().filter(|node| node.tag_name().name() == name).filter_map(|node| node.text()).collect()
    };
    assert_eq!(values("title"), ["New & <b>"]);
    assert_eq!(values("name"), ["Harbour & Docks"]);
    assert_eq!(values("loc"), [format!("{SITE}releases/new/")]);
    let quiet = Folder::with(2).documents_with(&config);
    let quiet = Document::parse(text(&quiet, "news-sitemap.xml")).expect("well-formed XML");
    let named = |name: &'static str| quiet.descendants().filter(move |node| node.tag_name().name() == name);
    assert_eq!(named("loc").filter_map(|node| node.text()).collect::<Vec<_>>(), [SITE], "the schema wants an address");
    assert_eq!(named("news").count(), 0, "the newsroom's page is no news");
}

#[test]
fn the_feed_list_names_every_feed_once() {
    let documents = Folder::with(10).documents();
    let list = Document::parse(text(&documents, "feeds.opml")).expect("well-formed XML");
    let feeds: Vec<String> = list
        .descendants()
        .filter_map(|node| node.attribute("xmlUrl"))
        .map(|address| name_of(address).expect("an address of the site"))
        .collect();
    let expected: Vec<String> = folders(&documents).into_iter().map(|folder| format!("{folder}rss.xml")).collect();
    assert_eq!(feeds, expected);
}

#[test]
fn a_page_shows_markup_in_a_headline_as_text() {
    let folder = Folder::new();
    let mut releases = String::new();
    let title = "Cranes <script>alert(1)</script> & \\\"gulls\\\" {{ title }}";
    let _ = write!(
        releases,
        "---\ntitle: \"{title}\"\ndate: 2026-03-02\nsubjects: [\"<i>\"]\n---\n\nThe crane has moved.\n"
    );
    folder.write("crane.md", &releases);
    let documents = folder.documents();
    for name in ["index.html", "releases/crane/index.html", "years/2026/index.html", "subjects/i/index.html"] {
        let (tags, text) = markup::tags_and_text(text(&documents, name));
        assert!(text.contains("Cranes <script>alert(1)</script> & \"gulls\" {{ title }}"), "{name}: {text}");
        assert!(tags.iter().all(|tag| tag.element != "i"), "{name}");
    }
}
