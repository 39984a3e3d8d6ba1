//! Pitfalls of the crates that write feeds and dates (R: `rss`, A: `atom_syndication`, D: chrono
//! and its zones). Each test first shows that the crate still has the pitfall, so that it tells
//! when upstream mends it and our way around can go; then that our feeds are right all the same.
//!
//! R6 and A8, errors that `to_string` swallows, can't be shown through it: writing to memory
//! never fails. There the test shows that the way we take does report.
#![allow(clippy::expect_used, clippy::panic, reason = "a helper of tests may end them")]

mod harbour;
mod made;

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::panic::catch_unwind;

use atom_syndication as atom;
use chrono::{LocalResult, NaiveDate, NaiveTime, TimeZone};
use chrono_tz::Europe::Berlin;
use dateline::edition::{self, Allowance, Stop};
use dateline::feed::Format;
use dateline::guard::{Before, Refusal};
use dateline::instant::{Instant, Twice, YEARS};
use dateline::verify;
use roxmltree::Document;
use serde_json::Value;
use url::Url;

use harbour::{config, now, read};

/// A body that is a release as soon as its front matter states title and date.
const BODY: &str = "The old crane has moved to the museum. It took four days.\n\nThe gulls came along.\n";

/// Markdown with a title, a day and more front matter.
fn stated(more: &str) -> String {
    format!("---\ntitle: The crane\ndate: 2026-03-02\n{more}\n---\n\n{BODY}")
}

/// What is wrong with one source.
fn problems(name: &str, text: &str) -> Vec<String> {
    let desk = read(&[(name, text)]);
    assert!(desk.newsroom.is_none(), "{name} was taken");
    desk.problems.iter().map(dateline::problem::Problem::message).collect()
}

struct Written {
    rss: String,
    atom: String,
    json: String,
}

impl Written {
    fn rss(&self) -> Document<'_> {
        Document::parse(&self.rss).expect("well-formed RSS")
    }

    fn atom(&self) -> Document<'_> {
        Document::parse(&self.atom).expect("well-formed Atom")
    }

    fn item(&self) -> Value {
        let feed: Value = serde_json::from_str(&self.json).expect("JSON");
        feed["items"][0].clone()
    }
}

fn write(sources: &[(&str, &str)]) -> Written {
    write_after(sources, &Before::default())
}

fn write_after(sources: &[(&str, &str)], before: &Before) -> Written {
    let desk = read(sources);
    let newsroom = desk.newsroom.unwrap_or_else(|| panic!("{:?}", desk.problems));
    let allowance = Allowance { removal: false, empty: true };
    let config = config();
    let edition = edition::make(&config, &newsroom, now(), before, allowance).expect("an edition");
    let feeds = made::feeds(&edition).expect("feeds");
    let mut texts = feeds.into_iter().map(|(_, bytes)| String::from_utf8(bytes).expect("UTF-8"));
    let [rss, atom, json] = [(); 3].map(|()| texts.next().expect("three feeds"));
    Written { rss, atom, json }
}

fn one(markdown: &str) -> Written {
    write(&[("crane.md", markdown)])
}

/// The text or an attribute of the first element of a name.
fn first(document: &Document, name: &str, attribute: Option<&str>) -> String {
    let node = document.descendants().find(|node| node.tag_name().name() == name).expect("the element");
    match attribute {
        Some(attribute) => node.attribute(attribute).expect("the attribute").to_owned(),
        None => node.text().unwrap_or_default().to_owned(),
    }
}

fn rss_of(channel: &rss::Channel) -> String {
    String::from_utf8(channel.write_to(Vec::new()).expect("RSS")).expect("UTF-8")
}

fn atom_of(feed: &atom::Feed) -> String {
    String::from_utf8(feed.write_to(Vec::new()).expect("Atom")).expect("UTF-8")
}

fn is_well_formed(xml: &str) -> bool {
    Document::parse(xml).is_ok()
}

fn extension(name: &str, attributes: &[(&str, &str)]) -> atom::extension::Extension {
    atom::extension::Extension {
        name: name.to_owned(),
        attrs: attributes.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect(),
        ..atom::extension::Extension::default()
    }
}

/// A writer with no room.
struct Full;

impl Write for Full {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(io::ErrorKind::StorageFull.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

const PICTURE: &str = r#"image:
  file: https://pictures.harbour.example/crane.jpg?w=1&h=2
  alt: 'A crane "and" <gulls> & more'
  credit: 'Öst & "><script/> <x'"#;

// rss

#[test]
fn r1_only_some_prefixes_are_declared_by_the_crate_so_we_declare_ours() {
    let archive = rss::extension::Extension { name: "fh:archive".to_owned(), ..rss::extension::Extension::default() };
    let channel = rss::Channel {
        extensions: BTreeMap::from([("fh".to_owned(), BTreeMap::from([("archive".to_owned(), vec![archive])]))]),
        ..rss::Channel::default()
    };
    assert!(!is_well_formed(&rss_of(&channel)));

    let pictured = one(&stated(PICTURE));
    assert_eq!(first(&pictured.rss(), "credit", None), "Öst & \"><script/> <x");
    assert!(!one(&stated("")).rss.contains("xmlns:media"), "declared, though nothing uses it");
}

#[test]
fn r2_characters_that_xml_forbids_pass_the_crate_and_its_reader_but_not_us() {
    for c in ['\0', '\u{B}', '\u{C}', '\u{1B}', '\u{FFFE}', '\u{FFFF}'] {
        let item = rss::Item { content: Some(format!("a{c}b")), ..rss::Item::default() };
        let channel = rss::Channel { items: vec![item], ..rss::Channel::default() };
        let written = rss_of(&channel);
        assert!(!is_well_formed(&written), "{c:?}");
        let back = rss::Channel::read_from(written.as_bytes()).expect("the crate reads what no parser does");
        assert_eq!(back.items, channel.items, "{c:?}");
    }

    forbidden_characters_are_refused();
}

/// R2 and A3.
fn forbidden_characters_are_refused() {
    for c in ['\0', '\u{1B}', '\u{FFFE}', '\u{FFFF}'] {
        let found = problems("crane.md", &format!("{}A{c}B moves.\n", stated("")));
        assert!(found.iter().any(|problem| problem.contains("can't stand in a feed")), "{c:?}: {found:?}");
    }
    for reference in ["&#27;", "&#xFFFE;", "&#x1F;"] {
        let found = problems("crane.md", &format!("{}A{reference}B moves.\n", stated("")));
        assert!(found.iter().any(|problem| problem.contains("can't stand in a feed")), "{reference}: {found:?}");
    }
    for title in ["\"a\\0b\"", "\"a\\x1Bb\"", "\"a\\uFFFFb\""] {
        problems("crane.md", &stated("").replace("The crane", title));
    }
    // Breaks that only word processors know are breaks.
    for c in ['\u{B}', '\u{C}'] {
        let written = one(&format!("{}The berth is empty.{c}It is swept.\n", stated("")));
        assert!(written.rss().descendants().any(|node| node.text().is_some_and(|text| text.contains("It is swept."))));
        assert!(written.atom.contains("It is swept.") && !written.json.contains(['\u{B}', '\u{C}']), "{c:?}");
    }
}

#[test]
fn r3_carriage_returns_do_not_survive_a_parser_so_none_are_written() {
    let written = rss_of(&rss::Channel { title: "a\r\nb\rc".to_owned(), ..rss::Channel::default() });
    assert_eq!(first(&Document::parse(&written).expect("XML"), "title", None), "a\nb\nc");

    let source = stated("subjects: [Ships]");
    let lines = one(&source);
    for end in ["\r\n", "\r"] {
        let other = one(&source.replace('\n', end));
        assert!(lines.rss == other.rss && lines.atom == other.atom && lines.json == other.json, "{end:?}");
    }
    assert!(!lines.rss.contains('\r') && !lines.json.contains("\\r"));
}

#[test]
fn r4_a_guid_is_a_permalink_unless_told_otherwise() {
    assert!(rss::Guid::default().permalink);

    let written = one(&stated(""));
    assert_eq!(first(&written.rss(), "guid", Some("isPermaLink")), "false");
    assert_eq!(first(&written.rss(), "guid", None), "tag:harbour.example,2018:crane");
}

#[test]
fn r5_the_crate_writes_what_no_reader_can_use_and_our_own_checks_find_it() {
    let item = || rss::Item {
        guid: Some(rss::Guid { value: "x".to_owned(), permalink: true }),
        link: Some("javascript:alert(1)".to_owned()),
        author: Some("nobody".to_owned()),
        ..rss::Item::default()
    };
    let channel =
        rss::Channel { language: Some("klingon!!".to_owned()), items: vec![item(), item()], ..rss::Channel::default() };
    let address = Url::parse("https://news.harbour.example/rss.xml").expect("a URL");
    let findings = verify::document(Format::Rss, rss_of(&channel).as_bytes(), &address);
    let rules: Vec<&str> = findings.iter().map(|finding| finding.rule).collect();
    for rule in [
        "MissingElement",
        "MissingItemElement",
        "InvalidLanguage",
        "InvalidContact",
        "InvalidHttpGUID",
        "DuplicateValue",
    ] {
        assert!(rules.contains(&rule), "{rule}: {rules:?}");
    }

    let manifest = include_str!("../Cargo.toml");
    let line = manifest.lines().find(|line| line.starts_with("rss =")).expect("the dependency");
    assert!(line.contains("default-features = false") && !line.contains("validation"), "{line}");
}

#[test]
fn r6_a_writer_without_room_is_an_error_where_to_string_would_say_nothing() {
    assert!(rss::Channel::default().write_to(Full).is_err());
    assert!(rss::Channel::default().pretty_write_to(Full, b' ', 2).is_err());

    let empty = write(&[]);
    assert_eq!(first(&empty.rss(), "title", None), "Harbour");
}

#[test]
fn r7_elements_of_extensions_are_written_in_the_order_of_their_names() {
    let child = |name: &str| {
        let child = rss::extension::Extension { name: format!("media:{name}"), ..rss::extension::Extension::default() };
        (name.to_owned(), vec![child])
    };
    let content = rss::extension::Extension {
        name: "media:content".to_owned(),
        children: [child("title"), child("credit")].into(),
        ..rss::extension::Extension::default()
    };
    let channel = rss::Channel {
        extensions: BTreeMap::from([("media".to_owned(), BTreeMap::from([("content".to_owned(), vec![content])]))]),
        ..rss::Channel::default()
    };
    let written = rss_of(&channel);
    assert!(written.find("media:credit") < written.find("media:title"));

    let written = one(&stated(PICTURE));
    for document in [written.rss(), written.atom()] {
        let media =
            document.descendants().filter(|node| node.tag_name().namespace().is_some_and(|n| n.contains("mrss")));
        let names: Vec<&str> = media.map(|node| node.tag_name().name()).collect();
        assert_eq!(names, ["content", "credit", "description"]);
    }
}

#[test]
fn r8_reading_a_feed_back_loses_parts_of_it_so_nothing_is_taken_from_the_old_one() {
    let old = r#"<rss version="2.0" xml:lang="en" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>t</title><link>https://a.example/</link><description>d</description><atom:author><atom:name>Ada</atom:name></atom:author><item xml:lang="de"><title>i</title></item></channel></rss>"#;
    let back = rss_of(&rss::Channel::read_from(old.as_bytes()).expect("RSS"));
    assert!(!back.contains("Ada") && !back.contains("xml:lang"), "{back}");

    let source = stated("");
    let fresh = one(&source);
    let extended = fresh.json.replacen("\"items\"", "\"_kept\": {\"by\": \"hand\"},\n  \"items\"", 1);
    let before = Before::read(Some(extended.as_bytes()), Some(fresh.atom.replace("Harbour", "Haven").as_bytes()));
    let after = write_after(&[("crane.md", &source)], &before);
    assert!(fresh.rss == after.rss && fresh.atom == after.atom && fresh.json == after.json);
}

#[test]
fn r9_titles_are_escaped_and_descriptions_stand_in_cdata() {
    let item = rss::Item {
        title: Some("a <b> & c".to_owned()),
        description: Some("a <b> & c".to_owned()),
        ..rss::Item::default()
    };
    let written = rss_of(&rss::Channel { items: vec![item], ..rss::Channel::default() });
    assert!(written.contains("<title>a &lt;b&gt; &amp; c</title>"));
    assert!(written.contains("<description><![CDATA[a <b> & c]]></description>"));

    let written = one(&stated("")
        .replace("The crane", "'R&D < 9 % ]]> &amp;lt; <b>'")
        .replace("four days", "9 < 10 ]]> &amp; R&D days"));
    let rss = written.rss();
    let titles: Vec<&str> =
        rss.descendants().filter(|node| node.has_tag_name("title")).filter_map(|node| node.text()).collect();
    assert!(titles.contains(&"R&D < 9 % ]]> &amp;lt; <b>"), "{titles:?}");
    let descriptions: Vec<&str> =
        rss.descendants().filter(|node| node.has_tag_name("description")).filter_map(|node| node.text()).collect();
    // In a description, readers see HTML.
    assert!(descriptions.iter().any(|text| text.contains("9 &lt; 10 ]]&gt; &amp; R&amp;D days")), "{descriptions:?}");
}

// atom_syndication

#[test]
fn a1_attributes_of_extensions_are_not_escaped_by_the_crate_so_we_escape_them_once() {
    let feed = |attributes: &[(&str, &str)]| {
        let content = extension("media:content", attributes);
        let feed = atom::Feed {
            namespaces: BTreeMap::from([("media".to_owned(), "http://search.yahoo.com/mrss/".to_owned())]),
            extensions: BTreeMap::from([("media".to_owned(), BTreeMap::from([("content".to_owned(), vec![content])]))]),
            ..atom::Feed::default()
        };
        atom_of(&feed)
    };
    assert!(!is_well_formed(&feed(&[("url", "https://a.example/?w=1&h=2")])));
    let injected = feed(&[("title", "a\"><media:credit/></media:content><media:content x=\"")]);
    assert!(Document::parse(&injected).expect("XML").descendants().any(|node| node.tag_name().name() == "credit"));
    // rss escapes its own; escaping there too would do it twice.
    let other = rss::extension::Extension {
        name: "atom:x".to_owned(),
        attrs: BTreeMap::from([("url".to_owned(), "?w=1&h=2".to_owned())]),
        ..rss::extension::Extension::default()
    };
    let channel = rss::Channel {
        namespaces: BTreeMap::from([("atom".to_owned(), "http://www.w3.org/2005/Atom".to_owned())]),
        extensions: BTreeMap::from([("atom".to_owned(), BTreeMap::from([("x".to_owned(), vec![other])]))]),
        ..rss::Channel::default()
    };
    assert_eq!(first(&Document::parse(&rss_of(&channel)).expect("XML"), "x", Some("url")), "?w=1&h=2");

    let written = one(&stated(PICTURE));
    let picture = "https://pictures.harbour.example/crane.jpg?w=1&h=2";
    for document in [written.rss(), written.atom()] {
        let media =
            document.descendants().find(|node| node.tag_name().name() == "content" && node.has_attribute("medium"));
        assert_eq!(media.expect("a picture").attribute("url"), Some(picture));
    }
    assert_eq!(first(&written.rss(), "enclosure", Some("url")), picture);
    assert!(written.atom().descendants().any(|node| node.attribute("href") == Some(picture)));
    assert_eq!(written.item()["image"], picture);
}

#[test]
fn a2_xhtml_is_copied_raw_by_the_crate_so_all_content_is_html() {
    let content = |content_type: &str| atom::Content {
        value: Some("<p>x & y<br></p>".to_owned()),
        content_type: Some(content_type.to_owned()),
        ..atom::Content::default()
    };
    let feed = |content_type: &str| {
        let entry = atom::Entry { content: Some(content(content_type)), ..atom::Entry::default() };
        atom_of(&atom::Feed { entries: vec![entry], ..atom::Feed::default() })
    };
    assert!(!is_well_formed(&feed("xhtml")));
    assert!(is_well_formed(&feed("html")));

    let contact = "Contact:\nAda Berg\n020 7946 0018";
    let written =
        one(&format!("{}\nOne line  \nand x & y, <br> or <em>another</em> one.\n\n{contact}\n", stated(PICTURE)));
    let atom = written.atom();
    assert!(atom.descendants().all(|node| node.attribute("type") != Some("xhtml")));
    assert!(atom.descendants().all(|node| node.tag_name().name() != "p" && node.tag_name().name() != "br"));
    assert!(atom.descendants().filter_map(|node| node.text()).any(|text| text.contains("<br>")));
}

#[test]
fn a3_characters_that_xml_forbids_pass_the_crate_but_not_us() {
    for c in ['\0', '\u{B}', '\u{C}', '\u{1B}', '\u{FFFE}', '\u{FFFF}'] {
        let feed = atom::Feed { title: atom::Text::plain(format!("a{c}b")), ..atom::Feed::default() };
        assert!(!is_well_formed(&atom_of(&feed)), "{c:?}");
    }

    forbidden_characters_are_refused();
}

#[test]
fn a4_defaults_of_the_crate_are_no_feed_and_none_of_them_is_in_ours() {
    let default = atom_of(&atom::Feed { entries: vec![atom::Entry::default()], ..atom::Feed::default() });
    assert!(default.contains("<id></id>") && default.contains("<updated>1970-01-01"), "{default}");

    for written in [one(&stated("")), write(&[])] {
        let atom = written.atom();
        assert!(!written.atom.contains("1970"));
        for node in
            atom.descendants().filter(|node| ["id", "title", "updated", "name"].contains(&node.tag_name().name()))
        {
            assert!(node.text().is_some_and(|text| !text.trim().is_empty()), "{node:?}");
        }
        assert_eq!(first(&atom, "name", None), "Harbour Press Office");
    }
}

#[test]
fn a5_xml_as_content_is_escaped_by_the_crate_so_none_is_given_to_it() {
    let content = atom::Content {
        value: Some("<a/>".to_owned()),
        content_type: Some("application/xml".to_owned()),
        ..atom::Content::default()
    };
    let entry = atom::Entry { content: Some(content), ..atom::Entry::default() };
    let written = atom_of(&atom::Feed { entries: vec![entry], ..atom::Feed::default() });
    assert!(written.contains("&lt;a/&gt;"));

    let written = one(&stated(""));
    assert_eq!(first(&written.atom(), "content", Some("type")), "html");
}

#[test]
fn a6_the_crate_refuses_a_prefixed_feed_that_our_guard_understands() {
    let prefixed = r#"<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>t</a:title><a:id>urn:x</a:id><a:updated>2026-01-01T00:00:00Z</a:updated><a:entry><a:title>Gone</a:title><a:id>urn:gone</a:id><a:updated>2026-01-01T00:00:00Z</a:updated></a:entry></a:feed>"#;
    assert!(atom::Feed::read_from(prefixed.as_bytes()).is_err());

    let newsroom = read(&[("crane.md", &stated(""))]).newsroom.expect("a newsroom");
    let before = Before::read(None, Some(prefixed.as_bytes()));
    let stop = edition::make(&config(), &newsroom, now(), &before, Allowance::default()).expect_err("a refusal");
    let Stop::Refused(Refusal::Vanishing { gone, of, .. }) = stop else { panic!("{stop:?}") };
    assert_eq!((gone.len(), of), (1, 1));
    assert!(gone[0].contains("urn:gone"), "{gone:?}");
}

#[test]
fn a7_fractions_of_a_second_are_written_by_the_crate_and_cut_by_us() {
    let date = "2026-03-02T10:00:30.123456789+01:00";
    let updated = chrono::DateTime::parse_from_rfc3339(date).expect("a date");
    assert!(atom_of(&atom::Feed { updated, ..atom::Feed::default() }).contains(".123456789+01:00"));

    let written = one(&stated("").replace("2026-03-02", date));
    assert_eq!(first(&written.atom(), "published", None), "2026-03-02T10:00:30+01:00");
    assert_eq!(first(&written.rss(), "pubDate", None), "Mon, 02 Mar 2026 09:00:30 +0000");
    assert_eq!(written.item()["date_published"], "2026-03-02T10:00:30+01:00");
}

#[test]
fn a8_a_writer_without_room_is_an_error_where_to_string_would_say_nothing() {
    assert!(atom::Feed::default().write_to(Full).is_err());
    assert!(atom::Feed::default().write_with_config(Full, atom::WriteConfig::default()).is_err());

    let empty = write(&[]);
    assert_eq!(first(&empty.atom(), "title", None), "Harbour");
}

// Dates

#[test]
fn d1_chrono_reads_two_digits_as_the_year_18_and_we_ask_for_four() {
    let read = NaiveDate::parse_from_str("02.11.18", "%d.%m.%Y").expect("a date of the first century");
    assert_eq!(chrono::Datelike::year(&read), 18);

    for date in ["02.11.18", "0018-11-02", "18-11-02", "2 November 18"] {
        problems("crane.md", &stated("").replace("2026-03-02", date));
        problems("crane.txt", &format!("Windhafen, {date}\n\nThe crane moves to the museum\n\n{BODY}"));
    }
}

#[test]
fn d2_chrono_knows_no_german_month_and_few_abbreviations_and_we_know_those_in_use() {
    for (date, shape) in [
        ("2. März 2026", "%d. %B %Y"),
        ("2. Jänner 2026", "%d. %B %Y"),
        ("Sept 2, 2025", "%b %d, %Y"),
        ("2. Mrz. 2026", "%d. %b. %Y"),
    ] {
        assert!(NaiveDate::parse_from_str(date, shape).is_err(), "{date}");
    }

    for (date, day) in [
        ("2. März 2026", "2026-03-02"),
        ("2. Jänner 2026", "2026-01-02"),
        ("2. Maerz 2026", "2026-03-02"),
        ("Sept 2, 2025", "2025-09-02"),
        ("Sept. 2, 2025", "2025-09-02"),
        ("2 mars 2026", "2026-03-02"),
        ("2 de marzo de 2026", "2026-03-02"),
    ] {
        let written = write(&[("crane.txt", &format!("Windhafen, {date}\n\nThe crane moves to the museum\n\n{BODY}"))]);
        assert_eq!(written.item()["_press"]["date"], day, "{date}");
    }
}

#[test]
fn d3_a_local_time_can_be_missing_or_happen_twice_and_no_release_falls_into_the_gap() {
    let local = |day: u32, month: u32| {
        let day = NaiveDate::from_ymd_opt(2019, month, day).and_then(|day| day.and_hms_opt(2, 30, 0));
        Berlin.from_local_datetime(&day.expect("a time"))
    };
    assert!(matches!(local(31, 3), LocalResult::None));
    assert!(matches!(local(27, 10), LocalResult::Ambiguous(..)));

    let published =
        |day: &str| one(&stated("time: \"02:30\"").replace("2026-03-02", day)).item()["date_published"].clone();
    assert_eq!(published("2019-03-31"), "2019-03-31T03:00:20+02:00");
    assert_eq!(published("2019-10-27"), "2019-10-27T02:30:20+02:00");
    // Of an embargo the later of the two is meant.
    let embargoed = one(&stated("embargo: 27 October 2019, 02:30").replace("2026-03-02", "2019-10-26"));
    assert_eq!(embargoed.item()["date_published"], "2019-10-27T02:30:20+01:00");
}

#[test]
fn d4_chrono_panics_on_rfc_2822_dates_past_the_year_9999_and_no_release_has_one() {
    let far = chrono::Utc.with_ymd_and_hms(10_000, 1, 1, 0, 0, 0).single().expect("an instant");
    assert!(catch_unwind(|| far.to_rfc2822()).is_err());

    for date in ["10000-01-01", "+10000-01-01T00:00:00Z", "2200-01-01", "99999-12-31"] {
        problems("crane.md", &stated("").replace("2026-03-02", date));
    }
}

#[test]
fn d5_midnight_in_berlin_is_the_day_before_in_utc_so_the_offset_is_kept() {
    let midnight = Berlin.with_ymd_and_hms(2018, 11, 2, 0, 0, 0).single().expect("an instant");
    assert_eq!(midnight.to_utc().to_rfc3339(), "2018-11-01T23:00:00+00:00");

    let written = one(&stated("time: \"00:00\"").replace("2026-03-02", "2018-11-02"));
    assert_eq!(first(&written.atom(), "published", None), "2018-11-02T00:00:20+01:00");
    assert_eq!(written.item()["date_published"], "2018-11-02T00:00:20+01:00");
    assert_eq!(written.item()["_press"]["date"], "2018-11-02");
    assert!(written.rss.contains("November 2, 2018"));
}

#[test]
fn d6_old_offsets_are_no_whole_minutes_and_every_instant_we_write_reads_back_as_it_was() {
    let old = Berlin.with_ymd_and_hms(1890, 1, 1, 12, 0, 0).single().expect("an instant");
    let back = chrono::DateTime::parse_from_rfc3339(&old.to_rfc3339()).expect("RFC 3339");
    assert_ne!(back.to_utc(), old.to_utc());

    problems("crane.md", &stated("").replace("2026-03-02", "1890-01-01"));
    let noon = NaiveTime::from_hms_opt(12, 0, 0).expect("noon");
    let mut wrong = Vec::new();
    for zone in chrono_tz::TZ_VARIANTS {
        // No zone has had such an offset since 1972.
        let last = (*YEARS.start()..=1975).rev().find(|year| {
            let day = NaiveDate::from_ymd_opt(*year, 1, 1).expect("a day");
            let at = Instant::local(day, noon, zone, Twice::Earlier);
            at.is_some_and(|at| Instant::parse(&at.rfc3339()) != Some(at))
        });
        wrong.extend(last.map(|year| (year, zone.name())));
    }
    wrong.sort_unstable();
    assert!(
        wrong.is_empty(),
        "in {} zones Atom and JSON Feed say another second than RSS, latest {:?}",
        wrong.len(),
        wrong.last()
    );
}
