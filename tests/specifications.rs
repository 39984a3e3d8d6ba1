//! What the specifications ask of a feed, line by line, asked of one newsroom in which everything
//! is awkward: `rich/`. The documents are read by parsers that did not write them: `roxmltree` for
//! their structure, `feed-rs` for their meaning, `serde_json` for JSON.
//!
//! The numbers are those of the checklist drawn from XML 1.0, RSS 2.0 with the Advisory Board's
//! profile, RFC 4287, JSON Feed 1.1, RFC 4151, `WebSub` and Media RSS. Not asked, because this
//! version writes nothing of the kind:
//!
//! - 45, 46: complete and paged feeds (RFC 5005); the feeds are archived ones (47), which
//!   `newsroom.rs` asks about, as about 53.
//! - 48: tombstones (RFC 6721).
//! - Parts of lines: `domain` and `scheme` of categories, which no configuration states (22, 33),
//!   `source` of copied entries (36), HTTP's `Link` (50) and `Content-Type` with its `charset` (54),
//!   which are the server's.
//! - The level "should" of 9, `&#x26;` for `&amp;`, and "escape instead of CDATA" of 3: how a
//!   character is escaped is up to the crates that write.
#![allow(clippy::expect_used, clippy::panic, reason = "a helper of tests may end them")]

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use dateline::config::Config;
use dateline::disk::Fault;
use dateline::disk::drawer::Drawer;
use dateline::disk::input;
use dateline::disk::output::Output;
use dateline::document::Document as File;
use dateline::edition::earlier::EarlierEdition;
use dateline::edition::{self, Allowance, Edition};
use dateline::feed::Format;
use dateline::guard::Before;
use dateline::instant::Instant;
use dateline::markup;
use dateline::newsroom::kept::Kept;
use dateline::newsroom::{Cleared, Newsroom};
use dateline::page::{INDEX, MARK};
use dateline::reading;
use dateline::release::Release;
use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};
use roxmltree::{Document, Node};
use serde_json::Value;
use url::Url;

mod made;
#[path = "rich/mod.rs"]
mod rich;

use rich::Rich;

const ATOM: &str = "http://www.w3.org/2005/Atom";
const CONTENT: &str = "http://purl.org/rss/1.0/modules/content/";
const DC: &str = "http://purl.org/dc/elements/1.1/";
const MEDIA: &str = "http://search.yahoo.com/mrss/";
const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// The title of the release on which most ways of escaping fail.
const HARD_TITLE: &str = "R&D < 9 % ]]> &amp;lt; <b>";

struct Written {
    rich: Rich,
    rss: String,
    atom: String,
    json: String,
    feed: Value,
}

static WRITTEN: LazyLock<Written> = LazyLock::new(|| {
    let rich = Rich::read();
    let edition = make(&rich.config, &rich.newsroom, rich.now);
    let text = |format: Format| String::from_utf8(bytes(&edition, format)).expect("UTF-8");
    let json = text(Format::Json);
    let feed = serde_json::from_str(&json).expect("JSON");
    Written { rss: text(Format::Rss), atom: text(Format::Atom), json, feed, rich }
});

fn make<'a>(config: &'a Config, newsroom: &'a Newsroom, now: Instant) -> Edition<'a> {
    edition::make(config, newsroom, now, &Before::default(), Allowance::default()).expect("an edition")
}

fn bytes(edition: &Edition, format: Format) -> Vec<u8> {
    let feeds = made::feeds(edition).expect("feeds");
    feeds.into_iter().find(|(other, _)| *other == format).expect("a feed").1
}

/// The releases of the feeds, newest first.
fn cleared() -> Vec<Cleared<'static>> {
    WRITTEN.rich.newsroom.public_at(WRITTEN.rich.now)
}

fn xml_documents() -> [(&'static str, Document<'static>); 2] {
    [("rss.xml", rss()), ("atom.xml", atom())]
}

fn rss() -> Document<'static> {
    Document::parse(&WRITTEN.rss).expect("well-formed XML")
}

fn atom() -> Document<'static> {
    Document::parse(&WRITTEN.atom).expect("well-formed XML")
}

fn channel<'a>(document: &'a Document<'static>) -> Node<'a, 'static> {
    only(document.root_element(), None, "channel")
}

fn items<'a>(document: &'a Document<'static>) -> Vec<Node<'a, 'static>> {
    children(channel(document), None, "item")
}

fn entries<'a>(document: &'a Document<'static>) -> Vec<Node<'a, 'static>> {
    children(document.root_element(), Some(ATOM), "entry")
}

fn json_items() -> &'static [Value] {
    WRITTEN.feed["items"].as_array().expect("items")
}

fn children<'a, 'd>(parent: Node<'a, 'd>, namespace: Option<&str>, name: &str) -> Vec<Node<'a, 'd>> {
    let is = |node: &Node| node.tag_name().name() == name && node.tag_name().namespace() == namespace;
    parent.children().filter(Node::is_element).filter(is).collect()
}

fn only<'a, 'd>(parent: Node<'a, 'd>, namespace: Option<&str>, name: &str) -> Node<'a, 'd> {
    let found = children(parent, namespace, name);
    assert_eq!(found.len(), 1, "{name} in {}", parent.tag_name().name());
    found[0]
}

fn text(node: Node) -> String {
    assert!(!node.children().any(|child| child.is_element()), "elements in {}", node.tag_name().name());
    node.children().filter_map(|child| child.text()).collect()
}

fn string<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap_or_else(|| panic!("no {name} in {value}"))
}

fn links<'a, 'd>(parent: Node<'a, 'd>, rel: &str) -> Vec<Node<'a, 'd>> {
    children(parent, Some(ATOM), "link").into_iter().filter(|link| link.attribute("rel") == Some(rel)).collect()
}

/// A document without its CDATA sections, and the sections.
fn without_cdata(document: &str) -> (String, Vec<&str>) {
    let (mut outside, mut sections) = (String::new(), Vec::new());
    let mut rest = document;
    while let Some((before, after)) = rest.split_once("<![CDATA[") {
        let (section, behind) = after.split_once("]]>").expect("the end of a section");
        outside.push_str(before);
        sections.push(section);
        rest = behind;
    }
    outside.push_str(rest);
    (outside, sections)
}

/// The HTML of every entry in every format.
fn html() -> Vec<(&'static str, String)> {
    let (rss, atom) = (rss(), atom());
    let mut all = Vec::new();
    for item in items(&rss) {
        all.push(("rss.xml", text(only(item, Some(CONTENT), "encoded"))));
        all.push(("rss.xml", text(only(item, None, "description"))));
    }
    all.extend(entries(&atom).into_iter().map(|entry| ("atom.xml", text(only(entry, Some(ATOM), "content")))));
    all.extend(json_items().iter().map(|item| ("feed.json", string(item, "content_html").to_owned())));
    all
}

/// Every address outside of the HTML.
fn addresses() -> Vec<(&'static str, String)> {
    let mut all = Vec::new();
    for (name, document) in xml_documents() {
        for node in document.descendants().filter(Node::is_element) {
            let attributes = ["href", "url"].into_iter().filter_map(|attribute| node.attribute(attribute));
            all.extend(attributes.map(|address| (name, address.to_owned())));
            let holds_one = ["link", "url", "docs", "logo", "icon", "uri"].contains(&node.tag_name().name());
            if holds_one && !node.has_attribute("href") {
                all.push((name, text(node)));
            }
        }
    }
    let mut values = vec![&WRITTEN.feed];
    while let Some(value) = values.pop() {
        match value {
            Value::Array(list) => values.extend(list),
            Value::Object(members) => {
                let named = |key: &str| {
                    key == "url" || key.ends_with("_url") || key == "image" || key == "icon" || key == "avatar"
                };
                let named = members.iter().filter(|(key, _)| named(key));
                all.extend(named.filter_map(|(_, value)| Some(("feed.json", value.as_str()?.to_owned()))));
                values.extend(members.values());
            }
            _ => {}
        }
    }
    all
}

fn is_absolute(address: &str) -> bool {
    Url::parse(address).is_ok_and(|url| matches!(url.scheme(), "http" | "https" | "mailto" | "tel"))
}

// All XML

/// 1.
#[test]
fn only_characters_that_xml_allows_are_written() {
    let allowed = |c: char| match c {
        '\u{FFFE}' | '\u{FFFF}' => false,
        c => c >= ' ' || ['\t', '\n', '\r'].contains(&c),
    };
    for document in [&WRITTEN.rss, &WRITTEN.atom] {
        assert!(document.chars().all(allowed));
        // Nor by reference, which the parser would refuse.
        let document = Document::parse(document).expect("well-formed XML");
        assert!(document.descendants().filter_map(|node| node.text()).all(|text| text.chars().all(allowed)));
    }
}

/// 2.
#[test]
fn documents_are_utf8_with_a_declaration_and_nothing_before_it() {
    for document in [&WRITTEN.rss, &WRITTEN.atom] {
        assert!(document.starts_with("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"));
        assert!(!document.contains("<!DOCTYPE"));
        let (outside, _) = without_cdata(document);
        for reference in outside.split('&').skip(1) {
            let (name, _) = reference.split_once(';').expect("the end of a reference");
            assert!(name.starts_with('#') || ["amp", "lt", "gt", "quot", "apos"].contains(&name), "&{name};");
        }
    }
}

/// 3.
#[test]
fn the_end_of_cdata_never_stands_in_a_text() {
    for document in [&WRITTEN.rss, &WRITTEN.atom] {
        let (outside, _) = without_cdata(document);
        assert!(!outside.contains("]]>"));
    }
    let rss = rss();
    assert!(items(&rss).into_iter().any(|item| text(only(item, None, "description")).contains("]]&gt; is no mistake")));
}

/// 4.
#[test]
fn namespaces_are_declared_once_at_the_root_by_their_usual_names() {
    let usual = BTreeMap::from([("atom", ATOM), ("content", CONTENT), ("dc", DC), ("media", MEDIA)]);
    for (name, document) in xml_documents() {
        let root = document.root_element();
        let (outside, _) = without_cdata(document.input_text());
        assert_eq!(outside.matches("xmlns").count(), root.namespaces().count(), "{name}");
        for namespace in root.namespaces() {
            let expected = namespace.name().map_or(ATOM, |prefix| usual[prefix]);
            assert_eq!(namespace.uri(), expected, "{name}");
        }
    }
}

/// 5.
#[test]
fn no_attribute_holds_a_bare_line_end_and_no_text_a_carriage_return() {
    for (name, document) in xml_documents() {
        assert!(!document.input_text().contains('\r'), "{name}");
        for attribute in document.descendants().flat_map(|node| node.attributes()) {
            let written = &document.input_text()[attribute.range_value()];
            assert!(!written.contains(['\n', '\t']), "{name}: {written:?}");
        }
    }
}

/// 6.
#[test]
fn two_runs_write_the_same_bytes_whatever_the_clock_says() {
    let again = Rich::read();
    let later = Instant::parse("2026-08-15T23:59:59-05:00").expect("an instant");
    let edition = make(&again.config, &again.newsroom, later);
    for (format, expected) in
        [(Format::Rss, &WRITTEN.rss), (Format::Atom, &WRITTEN.atom), (Format::Json, &WRITTEN.json)]
    {
        assert!(bytes(&edition, format) == expected.as_bytes(), "{format:?}");
    }
}

/// As they are read, before they are put away.
fn releases() -> Vec<Release> {
    let listing = input::list(Path::new(rich::RELEASES)).expect("a folder");
    let read = |file: &input::SourceFile| {
        let source = file.bytes().expect("a readable file").expect("a file of some size");
        let reading = reading::read(file, &source, &WRITTEN.rich.config, WRITTEN.rich.now);
        *reading.release.unwrap_or_else(|| panic!("{:?}", reading.problems))
    };
    listing.files.iter().map(read).collect()
}

#[test]
fn a_release_that_was_put_away_comes_back_as_it_was_read() {
    let releases = releases();
    for cleared in cleared() {
        let back = cleared.release().expect("a kept release");
        assert!(releases.contains(&back), "{}", back.path);
        let as_read = releases.iter().find(|release| release.path == back.path).expect("its own");
        assert_eq!(as_read, &back);
    }
}

#[test]
fn the_order_in_which_releases_come_changes_no_byte() {
    let config = &WRITTEN.rich.config;
    let mut releases = releases();
    for turn in 0..releases.len() {
        releases.rotate_left(turn);
        releases.reverse();
        let drawer = Box::new(Drawer::default());
        let kept = releases.iter().map(|release| Kept::new(release, &*drawer).expect("room")).collect();
        let newsroom = Newsroom::new(kept, drawer, WRITTEN.rich.now).expect("a newsroom");
        let edition = make(config, &newsroom, WRITTEN.rich.now);
        assert!(bytes(&edition, Format::Rss) == WRITTEN.rss.as_bytes(), "turn {turn}");
        assert!(bytes(&edition, Format::Atom) == WRITTEN.atom.as_bytes(), "turn {turn}");
        assert!(bytes(&edition, Format::Json) == WRITTEN.json.as_bytes(), "turn {turn}");
    }
}

// RSS 2.0

/// 7.
#[test]
fn rss_is_one_channel_with_the_elements_of_its_specification() {
    let document = rss();
    assert_eq!(document.root_element().tag_name().name(), "rss");
    assert_eq!(document.root_element().attribute("version"), Some("2.0"));
    let channel = channel(&document);
    for name in ["title", "link", "description"] {
        assert!(!text(only(channel, None, name)).trim().is_empty(), "{name}");
    }
    let known = "title link description language copyright managingEditor webMaster pubDate lastBuildDate category \
                 generator docs cloud ttl image rating textInput skipHours skipDays item";
    plain_elements(channel, known);
    for item in items(&document) {
        plain_elements(item, "title link description author category comments enclosure guid pubDate source");
    }
}

/// Elements without a namespace are known ones, and only categories and items stand twice.
fn plain_elements(parent: Node, known: &str) {
    let mut seen = HashSet::new();
    for child in parent.children().filter(|node| node.is_element() && node.tag_name().namespace().is_none()) {
        let name = child.tag_name().name();
        assert!(known.split(' ').any(|other| other == name), "{name}");
        assert!(seen.insert(name) || ["category", "item"].contains(&name), "{name} twice");
    }
}

/// 8.
#[test]
fn items_follow_what_describes_the_channel_and_have_a_title() {
    let document = rss();
    let names: Vec<&str> =
        channel(&document).children().filter(Node::is_element).map(|node| node.tag_name().name()).collect();
    let first = names.iter().position(|name| *name == "item").expect("an item");
    assert!(names[first..].iter().all(|name| *name == "item"), "{names:?}");
    assert_eq!(names.len() - first, cleared().len());
    for item in items(&document) {
        assert!(!text(only(item, None, "title")).is_empty());
    }
}

/// 9.
#[test]
fn what_is_plain_text_in_rss_is_encoded_once() {
    let document = rss();
    let config = &WRITTEN.rich.config;
    let channel = channel(&document);
    assert_eq!(text(only(channel, None, "title")), "Häfen & Harbour <Press>");
    assert_eq!(text(only(channel, None, "description")), config.description);
    assert_eq!(text(only(channel, None, "copyright")), "Free for editorial use; © Harbour & Co.");
    for (item, cleared) in items(&document).into_iter().zip(cleared()) {
        let release = cleared.release().expect("a kept release");
        assert_eq!(text(only(item, None, "title")), release.title);
        let subjects: Vec<String> = children(item, None, "category").into_iter().map(text).collect();
        let expected: Vec<String> = release.subjects.iter().map(|subject| subject.label.clone()).collect();
        assert_eq!(subjects, expected);
        // The description is the one text that is HTML; its text is the lead's.
        let (_, lead) = markup::tags_and_text(&text(only(item, None, "description")));
        assert_eq!(lead, release.lead.text());
    }
    assert!(items(&document).into_iter().any(|item| text(only(item, None, "title")) == HARD_TITLE));
}

/// 10.
#[test]
fn rss_dates_are_of_the_form_that_every_reader_knows() {
    let document = rss();
    let mut dates: Vec<String> = items(&document).into_iter().map(|item| text(only(item, None, "pubDate"))).collect();
    dates.push(text(only(channel(&document), None, "lastBuildDate")));
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    for date in dates {
        let parts: Vec<&str> = date.split(' ').collect();
        let [weekday, day, month, year, time, zone] = parts.as_slice() else { panic!("{date}") };
        assert!(day.len() == 2 && year.len() == 4 && time.len() == 8 && *zone == "+0000", "{date}");
        let month = months.iter().position(|name| name == month).expect("an English month");
        let day = NaiveDate::from_ymd_opt(
            year.parse().expect("a year"),
            u32::try_from(month).expect("a month") + 1,
            day.parse().expect("a day"),
        );
        assert_eq!(*weekday, format!("{},", day.expect("a day of the calendar").weekday()), "{date}");
    }
}

/// 11.
#[test]
fn every_address_is_absolute_and_in_ascii() {
    let addresses = addresses();
    assert!(addresses.len() > 40, "{}", addresses.len());
    for (name, address) in addresses {
        assert!(is_absolute(&address) && address.is_ascii(), "{name}: {address}");
    }
    let document = rss();
    assert_eq!(text(only(channel(&document), None, "link")), "https://news.harbour.example/press/",);
}

/// 12.
#[test]
fn an_address_of_an_editor_has_a_name_and_a_name_is_no_author() {
    let document = rss();
    let editor = text(only(channel(&document), None, "managingEditor"));
    let (address, name) = editor.split_once(' ').expect("address and name");
    assert_eq!(address, "press@harbour.example");
    assert!(name.starts_with('(') && name.ends_with(')') && name.matches(['(', ')']).count() == 2, "{name}");
    for item in items(&document) {
        assert!(children(item, None, "author").is_empty());
        assert!(!children(item, Some(DC), "creator").is_empty());
    }
}

/// 13.
#[test]
fn every_item_has_its_id_as_a_guid_that_is_no_permalink() {
    let document = rss();
    let mut seen = HashSet::new();
    for (item, cleared) in items(&document).into_iter().zip(cleared()) {
        let guid = only(item, None, "guid");
        assert_eq!(guid.attribute("isPermaLink"), Some("false"));
        assert_eq!(text(guid), cleared.facts().id.as_str());
        assert!(seen.insert(text(guid)));
    }
}

/// 14.
#[test]
fn an_enclosure_has_the_length_and_type_of_its_file() {
    let document = rss();
    let real = fs::metadata(Path::new(rich::RELEASES).join("alter kran.png")).expect("a picture").len();
    let mut enclosures = Vec::new();
    for item in items(&document) {
        let found = children(item, None, "enclosure");
        assert!(found.len() <= 1);
        enclosures.extend(found);
    }
    let seen: Vec<[&str; 3]> = enclosures
        .iter()
        .map(|enclosure| ["url", "length", "type"].map(|name| enclosure.attribute(name).expect("all three attributes")))
        .collect();
    assert_eq!(
        seen,
        [
            ["https://pictures.harbour.example/masts.jpg?w=1&h=2", "0", "image/jpeg"],
            [
                "https://news.harbour.example/press/releases/old-crane/alter-kran.png",
                real.to_string().as_str(),
                "image/png"
            ],
            ["https://pictures.harbour.example/chart.png?w=1&h=2", "0", "image/png"],
        ]
    );
}

/// 15.
#[test]
fn the_image_of_the_channel_has_the_channels_title_and_link() {
    let document = rss();
    let channel = channel(&document);
    let image = only(channel, None, "image");
    for name in ["title", "link"] {
        assert_eq!(text(only(image, None, name)), text(only(channel, None, name)));
    }
    assert_eq!(text(only(image, None, "url")), "https://www.harbour.example/logo.png?a=1&b=2");
    // Without a size it is 88 by 31.
    assert!(children(image, None, "width").is_empty() && children(image, None, "height").is_empty());
}

/// 16.
#[test]
fn languages_are_bcp_47_tags() {
    let document = rss();
    assert_eq!(text(only(channel(&document), None, "language")), "en");
    let languages: BTreeSet<String> =
        items(&document).into_iter().map(|item| text(only(item, Some(DC), "language"))).collect();
    assert_eq!(languages, BTreeSet::from(["de", "en", "en-GB"].map(str::to_owned)));
}

/// 17, and 25 for Atom, 37 for JSON Feed.
#[test]
fn the_self_link_is_the_address_the_file_is_served_under() {
    let site = "https://news.harbour.example/press/";
    let (rss, atom) = (rss(), atom());
    for (parent, file, kind) in
        [(channel(&rss), "rss.xml", "application/rss+xml"), (atom.root_element(), "atom.xml", "application/atom+xml")]
    {
        let own = links(parent, "self");
        assert_eq!(own.len(), 1, "{file}");
        assert_eq!(own[0].attribute("href"), Some(format!("{site}{file}").as_str()));
        assert_eq!(own[0].attribute("type"), Some(kind));
    }
    assert_eq!(WRITTEN.feed["feed_url"], format!("{site}feed.json"));
}

/// 18.
#[test]
fn the_summary_comes_before_the_whole_text() {
    let document = rss();
    for item in items(&document) {
        let description = only(item, None, "description");
        let content = only(item, Some(CONTENT), "encoded");
        assert!(description.range().start < content.range().start);
        assert!(text(description).len() < text(content).len());
        assert!(text(content).contains("</p>"));
    }
}

/// 19, and 7 of the design for all formats.
#[test]
fn every_address_in_the_html_is_absolute() {
    let html = html();
    let mut seen = 0;
    for (name, html) in &html {
        for tag in markup::tags_and_text(html).0 {
            for (attribute, value) in &tag.attributes {
                assert_ne!(attribute, "srcset");
                if ["href", "src", "cite", "poster", "longdesc"].contains(&attribute.as_str()) {
                    assert!(is_absolute(value), "{name}: {value}");
                    seen += 1;
                }
            }
        }
    }
    assert!(seen > 30, "{seen}");
    assert!(
        html.iter().any(|(_, html)| html.contains("href=\"https://news.harbour.example/yearbook?a=1&amp;b=2#page-9\""))
    );
    assert!(html.iter().any(|(_, html)| html.contains("href=\"https://xn--bcher-kva.example/gr%C3%B6%C3%9Fe\"")));
}

/// 20.
#[test]
fn the_channel_names_its_specification_its_last_change_and_its_generator() {
    let document = rss();
    let channel = channel(&document);
    assert_eq!(text(only(channel, None, "docs")), "https://www.rssboard.org/rss-specification");
    assert!(text(only(channel, None, "generator")).starts_with("dateline"));
    let changed = cleared().iter().map(Cleared::updated).max().expect("a release");
    assert_eq!(text(only(channel, None, "lastBuildDate")), changed.rfc822());
}

/// 21.
#[test]
fn nothing_of_a_release_that_is_not_public_is_in_any_document() {
    let rich = &WRITTEN.rich;
    let edition = make(&rich.config, &rich.newsroom, rich.now);
    assert_eq!(rich.newsroom.count() - cleared().len(), 4);
    for document in [&WRITTEN.rss, &WRITTEN.atom, &WRITTEN.json] {
        assert!(!document.to_lowercase().contains("zugvogel"));
    }
    let beside = format!(
        "{:?} {:?}",
        edition.cleared().iter().map(|cleared| cleared.facts().slug.to_string()).collect::<Vec<_>>(),
        rich.newsroom.held_at(rich.now)
    );
    assert!(!beside.to_lowercase().contains("zugvogel"), "{beside}");
}

#[test]
fn a_held_release_appears_when_its_time_has_come_and_not_a_second_earlier() {
    let rich = &WRITTEN.rich;
    let seen_at = |now: &str| {
        let edition = make(&rich.config, &rich.newsroom, Instant::parse(now).expect("an instant"));
        String::from_utf8_lossy(&bytes(&edition, Format::Json)).matches("tag:harbour.example,2018:zugvogel").count()
    };
    assert_eq!(seen_at("2026-11-30T23:00:00+01:00"), 0);
    assert_eq!(seen_at("2026-12-01T10:00:00+01:00"), 1);
    assert_eq!(seen_at("2031-05-04T08:59:59+02:00"), 1);
    // Two embargoes end; the draft stays where it is.
    assert_eq!(seen_at("2031-05-04T09:01:00+02:00"), 3);
}

/// 22.
#[test]
fn no_title_is_blank() {
    let (rss, atom) = (rss(), atom());
    let mut titles =
        vec![text(only(channel(&rss), None, "title")), text(only(atom.root_element(), Some(ATOM), "title"))];
    titles.push(string(&WRITTEN.feed, "title").to_owned());
    titles.extend(cleared().iter().map(|cleared| cleared.facts().title.clone()));
    assert!(titles.iter().all(|title| !title.trim().is_empty() && !title.contains('\n')), "{titles:?}");
}

// Atom 1.0

/// 23.
#[test]
fn feed_and_entries_have_one_id_title_and_date_and_metadata_comes_first() {
    let document = atom();
    let root = document.root_element();
    assert_eq!((root.tag_name().namespace(), root.tag_name().name()), (Some(ATOM), "feed"));
    for parent in std::iter::once(root).chain(entries(&document)) {
        for name in ["id", "title", "updated"] {
            assert!(!text(only(parent, Some(ATOM), name)).is_empty());
        }
    }
    let names: Vec<&str> = root.children().filter(Node::is_element).map(|node| node.tag_name().name()).collect();
    let first = names.iter().position(|name| *name == "entry").expect("an entry");
    assert!(names[first..].iter().all(|name| *name == "entry"), "{names:?}");
}

/// 24.
#[test]
fn the_feed_has_an_author_and_an_entry_those_that_it_states() {
    let document = atom();
    assert_eq!(names(document.root_element()), ["Harbour Press Office (Häfen & Co.)"]);
    for (entry, cleared) in entries(&document).into_iter().zip(cleared()) {
        assert_eq!(names(entry), cleared.release().expect("a kept release").authors);
    }
    assert!(entries(&document).into_iter().any(|entry| names(entry) == ["Ada Lindqvist", "Bo Öst"]));
}

fn names(parent: Node) -> Vec<String> {
    let authors = children(parent, Some(ATOM), "author").into_iter();
    let name = |author: Node| {
        assert!(children(author, Some(ATOM), "uri").len() <= 1 && children(author, Some(ATOM), "email").len() <= 1);
        text(only(author, Some(ATOM), "name"))
    };
    authors.map(name).collect()
}

/// 25.
#[test]
fn an_entry_has_one_page_and_the_feed_names_the_newsroom() {
    let document = atom();
    let home = links(document.root_element(), "alternate");
    assert_eq!(home.len(), 1);
    assert_eq!(home[0].attribute("href"), Some(WRITTEN.rich.config.site.as_str()));
    for (entry, cleared) in entries(&document).into_iter().zip(cleared()) {
        let pages = links(entry, "alternate");
        assert_eq!(pages.len(), 1);
        assert_eq!(pages[0].attribute("href"), Some(cleared.facts().permalink.as_str()));
    }
}

/// 26, 31.
#[test]
fn content_is_html_that_stands_in_the_entry() {
    let document = atom();
    for entry in entries(&document) {
        let content = only(entry, Some(ATOM), "content");
        assert_eq!(content.attribute("type"), Some("html"));
        assert_eq!(content.attribute("src"), None);
        assert!(text(content).starts_with('<') && text(content).contains("</p>"));
    }
}

/// 27.
#[test]
fn ids_are_absolute_different_and_those_of_the_releases_to_the_letter() {
    let document = atom();
    let mut ids = vec![text(only(document.root_element(), Some(ATOM), "id"))];
    ids.extend(entries(&document).into_iter().map(|entry| text(only(entry, Some(ATOM), "id"))));
    assert_eq!(ids.iter().collect::<HashSet<_>>().len(), ids.len());
    assert!(ids.iter().all(|id| id.starts_with("tag:harbour.example,2018:")), "{ids:?}");
    let specific: BTreeSet<&str> = ids.iter().map(|id| id.trim_start_matches("tag:harbour.example,2018:")).collect();
    let expected = "/newsroom ferry-at-night lifted-embargo midnight old-crane picture-of-others research-share \
                    skipped-hour tide-tables";
    assert_eq!(specific, expected.split(' ').collect());
    let releases: Vec<String> = cleared().iter().map(|cleared| cleared.facts().id.to_string()).collect();
    assert_eq!(ids[1..], releases);
}

#[test]
fn entries_stand_in_the_order_of_their_dates() {
    let dates: Vec<DateTime<Utc>> =
        shown(WRITTEN.json.as_bytes()).into_iter().filter_map(|seen| seen.published).collect();
    assert!(dates.len() == cleared().len() && dates.is_sorted_by(|a, b| a > b), "{dates:?}");
}

/// 28.
#[test]
fn atom_dates_are_rfc_3339_and_each_entry_has_its_own() {
    let document = atom();
    let mut updated = HashSet::new();
    for node in document.descendants().filter(|node| ["updated", "published"].contains(&node.tag_name().name())) {
        let date = text(node);
        assert!(DateTime::parse_from_rfc3339(&date).is_ok() && !date.contains(['t', 'z', ' ', '.']), "{date}");
        if node.tag_name().name() == "updated"
            && node.parent().is_some_and(|parent| parent.has_tag_name((ATOM, "entry")))
        {
            assert!(updated.insert(date));
        }
    }
    assert_eq!(updated.len(), entries(&document).len());
}

/// 29.
#[test]
fn updated_is_the_stated_change_and_never_before_published() {
    let document = atom();
    let date =
        |parent: Node, name: &str| DateTime::parse_from_rfc3339(&text(only(parent, Some(ATOM), name))).expect("a date");
    let newest = date(document.root_element(), "updated");
    for entry in entries(&document) {
        let (published, updated) = (date(entry, "published"), date(entry, "updated"));
        assert!(published <= updated && updated <= newest);
        let changed = text(only(entry, Some(ATOM), "id")).ends_with(":research-share");
        assert_eq!(updated != published, changed);
        if changed {
            assert_eq!(
                (updated.date_naive().to_string().as_str(), published.to_string().as_str()),
                ("2026-03-09", "2026-03-02 14:05:07 +01:00",)
            );
        }
    }
}

/// 30.
#[test]
fn atom_texts_are_plain_and_encoded_once() {
    let document = atom();
    let root = document.root_element();
    let config = &WRITTEN.rich.config;
    for (name, expected) in [
        ("title", config.title.as_str()),
        ("subtitle", &config.description),
        ("rights", "Free for editorial use; © Harbour & Co."),
    ] {
        let node = only(root, Some(ATOM), name);
        assert!(matches!(node.attribute("type"), None | Some("text")));
        assert_eq!(text(node), expected);
    }
    for (entry, cleared) in entries(&document).into_iter().zip(cleared()) {
        for (name, expected) in [
            ("title", cleared.facts().title.as_str()),
            ("summary", cleared.release().expect("a kept release").lead.text()),
        ] {
            let node = only(entry, Some(ATOM), name);
            assert!(matches!(node.attribute("type"), None | Some("text")));
            assert_eq!(text(node), expected);
        }
    }
    assert!(entries(&document).into_iter().any(|entry| text(only(entry, Some(ATOM), "title")) == HARD_TITLE));
}

/// 32.
#[test]
fn atom_links_have_registered_relations_types_and_languages() {
    let document = atom();
    let registered = ["alternate", "self", "hub", "enclosure"];
    for link in document.descendants().filter(|node| node.has_tag_name((ATOM, "link"))) {
        let rel = link.attribute("rel").expect("a relation");
        assert!(registered.contains(&rel) && link.has_attribute("href"));
        assert!(rel == "hub" || link.has_attribute("type"), "{rel}");
    }
    for (entry, cleared) in entries(&document).into_iter().zip(cleared()) {
        let page = links(entry, "alternate")[0];
        assert_eq!(page.attribute("hreflang"), Some(cleared.facts().language.as_str()));
        let release = cleared.release().expect("a kept release");
        let enclosed: Vec<Option<String>> =
            links(entry, "enclosure").iter().map(|link| link.attribute("length").map(str::to_owned)).collect();
        let pictures = release.pictures.iter().map(|picture| picture.length);
        let attachments = release.attachments.iter().map(|attachment| Some(attachment.length));
        let lengths = pictures.chain(attachments).map(|length| length.map(|length| length.to_string()));
        assert_eq!(enclosed, lengths.collect::<Vec<_>>());
    }
}

/// 33.
#[test]
fn categories_have_a_term_and_a_label_and_the_feed_a_logo() {
    let document = atom();
    for (entry, cleared) in entries(&document).into_iter().zip(cleared()) {
        let categories = children(entry, Some(ATOM), "category");
        let labels: Vec<&str> = categories.iter().filter_map(|category| category.attribute("label")).collect();
        let expected: Vec<&str> = cleared.facts().subjects.iter().map(|subject| subject.label.as_str()).collect();
        assert_eq!(labels, expected);
        assert!(categories.iter().all(|category| category.attribute("term").is_some_and(|term| !term.is_empty())));
    }
    assert_eq!(text(only(document.root_element(), Some(ATOM), "logo")), "https://www.harbour.example/logo.png?a=1&b=2");
}

/// 34.
#[test]
fn every_text_says_its_language() {
    let document = atom();
    assert_eq!(document.root_element().attribute((XML, "lang")), Some("en"));
    for (entry, cleared) in entries(&document).into_iter().zip(cleared()) {
        for name in ["title", "summary", "content"] {
            let language = only(entry, Some(ATOM), name).attribute((XML, "lang"));
            assert_eq!(language, Some(cleared.facts().language.as_str()), "{name}");
        }
    }
    assert!(document.descendants().all(|node| !node.has_attribute((XML, "base"))));
}

/// 35.
#[test]
fn the_atom_namespace_holds_only_what_atom_defines() {
    let known = "feed entry author name uri email category content generator id link logo published rights subtitle \
                 summary title updated";
    let document = atom();
    for node in document.descendants().filter(Node::is_element) {
        match node.tag_name().namespace() {
            Some(ATOM) => assert!(known.split(' ').any(|name| name == node.tag_name().name()), "{node:?}"),
            namespace => assert_eq!(namespace, Some(MEDIA)),
        }
    }
}

/// 36, 54.
#[test]
fn formats_have_the_media_types_they_are_to_be_served_with() {
    let types = Format::ALL.map(|format| (format.file(), format.media_type()));
    assert_eq!(
        types,
        [
            ("rss.xml", "application/rss+xml"),
            ("atom.xml", "application/atom+xml"),
            ("feed.json", "application/feed+json")
        ]
    );
}

// JSON Feed 1.1

/// 37.
#[test]
fn json_feed_begins_with_its_version() {
    assert!(WRITTEN.json.starts_with("{\n  \"version\": \"https://jsonfeed.org/version/1.1\",\n"));
    assert_eq!(string(&WRITTEN.feed, "title"), "Häfen & Harbour <Press>");
    assert_eq!(string(&WRITTEN.feed, "home_page_url"), WRITTEN.rich.config.site.as_str());
    let known = "version title home_page_url feed_url description user_comment next_url icon favicon authors language \
                 expired hubs items";
    known_members(&WRITTEN.feed, known);
    let known = "id url external_url title content_html content_text summary image banner_image date_published \
                 date_modified authors tags language attachments";
    for item in json_items() {
        known_members(item, known);
    }
}

/// Members that the specification does not know begin with an underscore and hold no dot.
fn known_members(value: &Value, known: &str) {
    for key in value.as_object().expect("an object").keys() {
        let extension = key.starts_with('_') && key.len() > 1 && !key.contains('.');
        assert!(extension || known.split(' ').any(|name| name == key), "{key}");
    }
}

/// 38.
#[test]
fn json_ids_are_strings_and_come_with_an_address() {
    let mut seen = HashSet::new();
    for (item, cleared) in json_items().iter().zip(cleared()) {
        assert_eq!(string(item, "id"), cleared.facts().id.as_str());
        assert_eq!(string(item, "url"), cleared.facts().permalink.as_str());
        assert!(seen.insert(string(item, "id")));
    }
}

/// 39.
#[test]
fn html_stands_in_content_html_alone() {
    for (item, cleared) in json_items().iter().zip(cleared()) {
        assert_eq!(string(item, "title"), cleared.facts().title);
        assert_eq!(string(item, "summary"), cleared.release().expect("a kept release").lead.text());
        assert!(string(item, "content_html").contains("<p>"));
        let plain = string(item, "content_text");
        assert!(plain.contains(cleared.release().expect("a kept release").lead.text()));
        assert!(!["<p>", "</p>", "&amp;", "&quot;", "<br>"].iter().any(|markup| plain.contains(markup)), "{plain}");
    }
    let hard = json_items().iter().find(|item| item["title"] == HARD_TITLE).expect("the hard title");
    assert!(string(hard, "content_text").contains("]]> is no mistake, and &lt; is written as it stands."));
}

/// 40.
#[test]
fn json_dates_authors_and_languages_are_in_their_forms() {
    let authors = |value: &Value| -> Vec<String> {
        let authors = value["authors"].as_array().map(Vec::as_slice).unwrap_or_default();
        authors.iter().map(|author| string(author, "name").to_owned()).collect()
    };
    assert_eq!(authors(&WRITTEN.feed), ["Harbour Press Office (Häfen & Co.)"]);
    assert_eq!(WRITTEN.feed["language"], "en");
    assert!(WRITTEN.feed["author"].is_null());
    for (item, cleared) in json_items().iter().zip(cleared()) {
        assert_eq!(authors(item), cleared.release().expect("a kept release").authors);
        assert!(item["author"].is_null());
        assert_eq!(item["language"], cleared.facts().language.as_str());
        for (name, expected) in [("date_published", cleared.published()), ("date_modified", cleared.updated())] {
            let date = DateTime::parse_from_rfc3339(string(item, name)).expect("an RFC 3339 date");
            assert_eq!(date, expected.as_chrono());
        }
    }
}

/// 41.
#[test]
fn a_picture_is_an_attachment_with_type_and_size() {
    for (item, cleared) in json_items().iter().zip(cleared()) {
        let release = cleared.release().expect("a kept release");
        assert_eq!(item["image"].as_str(), release.lead_picture().map(|image| image.url.as_str()));
        let attachments = item["attachments"].as_array().map(Vec::as_slice).unwrap_or_default();
        assert_eq!(attachments.len(), release.pictures.len() + release.attachments.len());
        for (attachment, image) in attachments.iter().zip(&release.pictures) {
            assert_eq!(attachment["url"], image.url.as_str());
            assert_eq!(attachment["mime_type"], image.kind.mime());
            assert_eq!(attachment["size_in_bytes"].as_u64(), image.length);
        }
    }
}

/// 43, 50.
#[test]
fn all_formats_name_the_hubs() {
    let hubs = ["https://hub.harbour.example/?a=1&b=2", "https://hub2.harbour.example/"];
    let (rss, atom) = (rss(), atom());
    for parent in [channel(&rss), atom.root_element()] {
        let found: Vec<&str> = links(parent, "hub").iter().filter_map(|link| link.attribute("href")).collect();
        assert_eq!(found, hubs);
    }
    let found: Vec<(&str, &str)> = WRITTEN.feed["hubs"]
        .as_array()
        .expect("hubs")
        .iter()
        .map(|hub| (string(hub, "type"), string(hub, "url")))
        .collect();
    assert_eq!(found, hubs.map(|hub| ("WebSub", hub)));
}

/// 44.
#[test]
fn json_is_small_utf8_without_a_mark_and_no_key_stands_twice() {
    assert!(WRITTEN.json.starts_with('{') && WRITTEN.json.len() < 250_000);
    // A parser keeps one of two, so that the document would come out shorter.
    let again = serde_json::to_string_pretty(&WRITTEN.feed).expect("JSON");
    assert_eq!(again.len() + "\n".len(), WRITTEN.json.len());
}

// RFC 4151, modules, the page

/// 49.
#[test]
fn ids_stay_when_the_site_moves_and_no_host_is_in_them() {
    let text = fs::read_to_string("tests/rich/dateline.toml").expect("a configuration");
    let moved = text.replace("news.harbour.example/press", "elsewhere.example");
    assert_ne!(moved, text);
    let config = Config::parse("dateline.toml", &moved).expect("a configuration");
    let desk =
        dateline::desk::read(Path::new(rich::RELEASES), &config, WRITTEN.rich.now, dateline::desk::Warnings::Told)
            .expect("a folder");
    let newsroom = desk.newsroom.expect("a newsroom");
    let edition = make(&config, &newsroom, WRITTEN.rich.now);
    let feed: Value = serde_json::from_slice(&bytes(&edition, Format::Json)).expect("JSON");
    assert_eq!(feed["feed_url"], "https://elsewhere.example/feed.json");
    for (item, before) in feed["items"].as_array().expect("items").iter().zip(json_items()) {
        assert_eq!(item["id"], before["id"]);
        assert_ne!(item["url"], before["url"]);
        let (authority, specific) = string(item, "id")
            .split_once(':')
            .and_then(|(tag, rest)| {
                assert_eq!(tag, "tag");
                rest.split_once(':')
            })
            .expect("a tag URI");
        assert_eq!(authority, "harbour.example,2018");
        assert!(specific.chars().all(|c| c.is_ascii_alphanumeric() || "-._~".contains(c)), "{specific}");
    }
}

/// 51.
#[test]
fn a_picture_comes_as_media_rss_in_both_xml_formats() {
    let (rss, atom) = (rss(), atom());
    for parents in [items(&rss), entries(&atom)] {
        for (parent, cleared) in parents.into_iter().zip(cleared()) {
            let found = children(parent, Some(MEDIA), "content");
            let release = cleared.release().expect("a kept release");
            let Some(image) = release.lead_picture() else {
                assert!(found.is_empty());
                continue;
            };
            let content = only(parent, Some(MEDIA), "content");
            let length = image.length.map(|length| length.to_string());
            let size = image.size.map(|(width, height)| (width.to_string(), height.to_string()));
            let expected = [
                ("url", Some(image.url.as_str())),
                ("type", Some(image.kind.mime())),
                ("medium", Some("image")),
                ("fileSize", length.as_deref()),
                ("width", size.as_ref().map(|(width, _)| width.as_str())),
                ("height", size.as_ref().map(|(_, height)| height.as_str())),
            ];
            for (name, value) in expected {
                assert_eq!(content.attribute(name), value, "{name}");
            }
            let description = only(content, Some(MEDIA), "description");
            assert_eq!(description.attribute("type"), Some("plain"));
            let caption = release.captions.first();
            assert_eq!(text(description), image.alt.clone());
            let credit: Vec<String> = children(content, Some(MEDIA), "credit").into_iter().map(text).collect();
            let expected: Vec<String> = caption.and_then(|caption| caption.credit.clone()).into_iter().collect();
            assert_eq!(credit, expected);
        }
    }
}

#[test]
fn a_picture_in_the_html_has_its_alternative_text_and_its_caption() {
    for (item, cleared) in json_items().iter().zip(cleared()) {
        let release = cleared.release().expect("a kept release");
        let Some(image) = release.lead_picture() else { continue };
        let (tags, shown) = markup::tags_and_text(string(item, "content_html"));
        let picture = tags.iter().find(|tag| tag.element == "img").expect("a picture");
        assert_eq!(picture.attribute("src"), Some(image.url.as_str()));
        assert_eq!(picture.attribute("alt"), Some(image.alt.as_str()));
        for caption in &release.captions {
            for words in caption.text.iter().chain(&caption.credit) {
                assert!(shown.contains(words.as_str()), "{words}");
            }
        }
    }
}

/// 52.
#[test]
fn every_stated_author_is_a_creator_and_content_is_html_as_text() {
    let document = rss();
    for (item, cleared) in items(&document).into_iter().zip(cleared()) {
        let creators: Vec<String> = children(item, Some(DC), "creator").into_iter().map(text).collect();
        let stated = &cleared.release().expect("a kept release").authors;
        if stated.is_empty() {
            assert_eq!(creators, ["Harbour Press Office (Häfen & Co.)"]);
        } else {
            assert_eq!(creators, *stated);
        }
        assert_eq!(text(only(item, Some(DC), "language")), cleared.facts().language.as_str());
        // `text` has refused elements.
        assert!(text(only(item, Some(CONTENT), "encoded")).starts_with('<'));
    }
}

/// 55.
#[test]
fn the_html_holds_nothing_that_runs_styles_or_collides() {
    let allowed = "a blockquote br code em figcaption figure h2 img li ol p small strong table tbody td th thead tr ul";
    for (name, html) in html() {
        for tag in markup::tags_and_text(&html).0 {
            assert!(allowed.split(' ').any(|element| element == tag.element), "{name}: <{}>", tag.element);
            for (attribute, _) in &tag.attributes {
                assert!(["href", "src", "alt", "width", "height"].contains(&attribute.as_str()), "{name}: {attribute}");
            }
        }
    }
}

/// 56.
#[test]
fn a_file_whose_bytes_are_right_is_not_written_again() {
    let folder = tempfile::tempdir().expect("a folder");
    // Each write is a run of its own.
    let write = |rss: &str| -> Vec<String> {
        let output = Output::open(folder.path()).expect("an output folder");
        let texts = [("rss.xml", rss), ("atom.xml", &WRITTEN.atom), ("feed.json", &WRITTEN.json)];
        let made = texts.into_par_iter().map(|(name, text)| Ok::<_, Fault>(vec![File::new(name, text)]));
        output.write(made, &EarlierEdition::of(&WRITTEN.rich.config.site)).expect("written").changed
    };
    fs::write(folder.path().join(INDEX), MARK).expect("a page of an edition");
    let changed = |name: &str| fs::metadata(folder.path().join(name)).and_then(|file| file.modified()).expect("a file");
    assert_eq!(write(&WRITTEN.rss).len(), 3);
    let before = ["rss.xml", "atom.xml", "feed.json"].map(changed);
    assert_eq!(write(&WRITTEN.rss).len(), 0);
    assert_eq!(["rss.xml", "atom.xml", "feed.json"].map(changed), before);
    assert_eq!(write("<rss/>").len(), 1);
    assert_eq!(["atom.xml", "feed.json"].map(changed), before[1..]);
}

// The three formats

/// What a reader shows of an entry.
#[derive(Debug, PartialEq)]
struct Shown {
    id: String,
    link: String,
    title: String,
    published: Option<DateTime<Utc>>,
    summary: String,
    content: String,
    categories: Vec<String>,
    authors: Vec<String>,
}

fn shown(document: &[u8]) -> Vec<Shown> {
    let parser = feed_rs::parser::Builder::new().sanitize_content(false).build();
    let feed = parser.parse(document).expect("a feed");
    let is_rss = feed.feed_type == feed_rs::model::FeedType::RSS2;
    let house: Vec<String> = feed.authors.iter().filter_map(|author| author.name.clone()).collect();
    let entries = feed.entries.into_iter().map(|entry| {
        let page = entry.links.iter().find(|link| matches!(link.rel.as_deref(), None | Some("alternate")));
        let summary = entry.summary.map(|text| text.content).unwrap_or_default();
        let authors: Vec<String> = entry.authors.into_iter().filter_map(|author| author.name).collect();
        Shown {
            id: entry.id,
            link: page.map(|link| link.href.clone()).unwrap_or_default(),
            title: entry.title.map(|text| text.content).unwrap_or_default(),
            published: entry.published,
            // Only RSS has HTML there.
            summary: if is_rss { markup::tags_and_text(&summary).1 } else { summary },
            // The reader trims the content of JSON Feed.
            content: entry.content.and_then(|content| content.body).unwrap_or_default().trim().to_owned(),
            categories: entry.categories.into_iter().map(|category| category.label.unwrap_or(category.term)).collect(),
            authors: if authors.is_empty() { house.clone() } else { authors },
        }
    });
    entries.collect()
}

#[test]
fn a_reader_sees_the_same_in_all_three_formats() {
    let rss = shown(WRITTEN.rss.as_bytes());
    let atom = shown(WRITTEN.atom.as_bytes());
    let json = shown(WRITTEN.json.as_bytes());
    assert_eq!(rss.len(), cleared().len());
    assert_eq!(rss, atom);
    assert_eq!(atom, json);
}

#[test]
fn a_reader_sees_what_the_releases_say() {
    let json = shown(WRITTEN.json.as_bytes());
    for (seen, cleared) in json.iter().zip(cleared()) {
        let release = cleared.release().expect("a kept release");
        assert_eq!(seen.id, release.id.as_str());
        assert_eq!(seen.link, release.permalink.as_str());
        assert_eq!(seen.title, release.title);
        assert_eq!(seen.published, Some(cleared.published().as_chrono().to_utc()));
        assert_eq!(seen.summary, release.lead.text());
        let squeezed = |text: &str| text.replace(char::is_whitespace, "");
        let words = squeezed(&markup::tags_and_text(&seen.content).1);
        for part in &release.body {
            assert!(words.contains(&squeezed(part.text())), "{}", part.text());
        }
    }
}

#[test]
fn a_reader_sees_the_newsroom_and_its_picture_in_every_format() {
    for document in [&WRITTEN.rss, &WRITTEN.atom, &WRITTEN.json] {
        let feed = feed_rs::parser::parse(document.as_bytes()).expect("a feed");
        let content = |text: Option<feed_rs::model::Text>| text.map(|text| text.content);
        assert_eq!(content(feed.title).as_deref(), Some("Häfen & Harbour <Press>"));
        assert_eq!(content(feed.description), Some(WRITTEN.rich.config.description.clone()));
        assert_eq!(feed.logo.map(|logo| logo.uri).as_deref(), Some("https://www.harbour.example/logo.png?a=1&b=2"));
        assert_eq!(feed.language.as_deref(), Some("en"));
    }
}

#[test]
fn a_reader_sees_the_picture_with_its_credit_in_both_xml_formats() {
    for document in [&WRITTEN.rss, &WRITTEN.atom] {
        let feed = feed_rs::parser::parse(document.as_bytes()).expect("a feed");
        let crane = feed.entries.iter().find(|entry| entry.id.ends_with(":old-crane")).expect("the crane");
        let media = crane.media.first().expect("a picture");
        let picture = media.content.first().expect("a picture");
        assert_eq!(
            picture.url.as_ref().map(Url::as_str),
            Some("https://news.harbour.example/press/releases/old-crane/alter-kran.png")
        );
        assert_eq!((picture.width, picture.height), (Some(48), Some(32)));
        assert_eq!(media.credits.first().map(|credit| credit.entity.as_str()), Some("Häfen & Co. / Åse Öst"));
    }
}
