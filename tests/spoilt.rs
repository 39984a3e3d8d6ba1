//! Every rule of `src/verify` is broken on purpose, one rule a file, and must be found, alone.
//!
//! `spoilt/rss`, `spoilt/atom` and `spoilt/json` hold feeds of our own making. Each says what it
//! breaks: XML in a comment `<!-- breaks: Rule -->` behind its declaration, JSON in a member
//! `"_spoilt": {"breaks": "Rule"}`; where the first bytes, the encoding or the form itself is
//! spoilt, the file's name begins with the rule, as in `NotUTF8.latin-1.xml`. A good feed of each
//! format breaks `nothing`.
//!
//! A rule bears the name of the W3C validator's message where that has one. Of the warnings that a
//! press feed meets there, only `CharacterData` is not among the rules: it wants `&#x26;` for
//! `&amp;` in RSS, is of level "info", and how a character is escaped is up to the crates that
//! write.

#![allow(clippy::expect_used, clippy::panic, reason = "a helper of tests may end them")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use dateline::feed::{Entry, Feed, Format, Media, Part, Translation};
use dateline::release::{Id, Language};
use dateline::verify;
use url::Url;

#[path = "rich/mod.rs"]
mod rich;

const FOLDERS: [(&str, Format); 3] = [("rss", Format::Rss), ("atom", Format::Atom), ("json", Format::Json)];

/// The W3C validator's warnings that a press feed meets.
const WARNINGS: [&str; 26] = [
    "AvoidNamespacePrefix",
    "ContainsEmail",
    "ContainsHTML",
    "ContainsRelRef",
    "ContainsUndeclaredHTML",
    "DangerousStyleAttr",
    "DuplicateEnclosure",
    "DuplicateEntries",
    "DuplicateUpdated",
    "EncodingMismatch",
    "ImageLinkDoesntMatch",
    "ImageTitleDoesntMatch",
    "ImplausibleDate",
    "MisplacedItem",
    "MisplacedXHTMLContent",
    "MissingGuid",
    "MissingRealName",
    "MissingSelf",
    "NeedDescriptionBeforeContent",
    "NonCanonicalURI",
    "NotUTF8",
    "ProblematicalRFC822Date",
    "SecurityRisk",
    "SelfDoesntMatchLocation",
    "UnknownNamespace",
    "UnregisteredAtomLinkRel",
];

/// A feed and the rule it says it breaks.
struct Spoilt {
    name: String,
    format: Format,
    bytes: Vec<u8>,
    breaks: String,
}

fn all() -> Vec<Spoilt> {
    FOLDERS
        .into_iter()
        .flat_map(|(folder, format)| files(folder).into_iter().map(move |path| open(&path, format)))
        .collect()
}

fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new("tests/spoilt").join(folder);
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    files
}

fn open(path: &Path, format: Format) -> Spoilt {
    let name = path.strip_prefix("tests/spoilt").expect("below the folder").to_string_lossy().replace('\\', "/");
    let bytes = fs::read(path).expect("a readable file");
    let stem = path.file_name().expect("a name").to_string_lossy().into_owned();
    let breaks = match stem.split_once('.') {
        Some((rule, rest)) if rest.contains('.') => rule.to_owned(),
        _ => stated(&bytes, format).unwrap_or_else(|| panic!("{name} does not say what it breaks")),
    };
    Spoilt { name, format, bytes, breaks }
}

fn stated(bytes: &[u8], format: Format) -> Option<String> {
    if format == Format::Json {
        let document: serde_json::Value = serde_json::from_slice(bytes).ok()?;
        return Some(document["_spoilt"]["breaks"].as_str()?.to_owned());
    }
    let (_, after) = std::str::from_utf8(bytes).ok()?.split_once("<!-- breaks: ")?;
    Some(after.split_once(" -->")?.0.to_owned())
}

fn found(format: Format, bytes: &[u8]) -> Vec<verify::Finding> {
    let address = Url::parse("https://news.harbour.example/").expect("a URL").join(format.file()).expect("a URL");
    verify::document(format, bytes, &address)
}

/// The names of rules in the sources: the literals that begin with a capital and hold no blank.
fn rules() -> BTreeSet<String> {
    let mut sources = vec![PathBuf::from("src/verify.rs")];
    sources.extend(fs::read_dir("src/verify").expect("a folder").map(|entry| entry.expect("an entry").path()));
    let mut rules = BTreeSet::new();
    for source in sources {
        let text = fs::read_to_string(&source).expect("a source");
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        for line in code.take_while(|line| *line != "#[cfg(test)]") {
            let literals = line.split('"').skip(1).step_by(2);
            rules.extend(literals.filter(|literal| is_name(literal)).map(str::to_owned));
        }
    }
    rules
}

fn is_name(literal: &str) -> bool {
    literal.len() > 3
        && literal.starts_with(|c: char| c.is_ascii_uppercase())
        && literal.chars().all(|c| c.is_ascii_alphanumeric())
}

#[test]
fn each_spoilt_feed_breaks_the_rule_it_names_and_no_other() {
    let mut wrong = Vec::new();
    for spoilt in all() {
        let findings = found(spoilt.format, &spoilt.bytes);
        let rules: BTreeSet<&str> = findings.iter().map(|finding| finding.rule).collect();
        let expected: BTreeSet<&str> =
            Some(spoilt.breaks.as_str()).filter(|rule| *rule != "nothing").into_iter().collect();
        if rules != expected {
            let findings: Vec<String> = findings.iter().map(ToString::to_string).collect();
            wrong.push(format!("{}: breaks {}, found {findings:?}", spoilt.name, spoilt.breaks));
        }
    }
    assert!(wrong.is_empty(), "{} files:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn there_is_a_good_feed_of_each_format() {
    for (folder, format) in FOLDERS {
        let good = all().into_iter().filter(|spoilt| spoilt.format == format && spoilt.breaks == "nothing");
        assert_eq!(good.count(), 1, "{folder}");
    }
}

#[test]
fn every_rule_has_a_spoilt_feed() {
    let covered: BTreeSet<String> = all().into_iter().map(|spoilt| spoilt.breaks).collect();
    let missing: Vec<String> = rules()
        .into_iter()
        // Holds a document against its releases; `a_document_that_says_something_else_than_its_release_disagrees`.
        .filter(|rule| rule != "Disagreement")
        .filter(|rule| !covered.contains(rule))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_warning_of_the_w3c_validator_is_a_rule_with_a_spoilt_feed() {
    let rules = rules();
    let covered: BTreeSet<String> = all().into_iter().map(|spoilt| spoilt.breaks).collect();
    for warning in WARNINGS {
        assert!(rules.contains(warning) && covered.contains(warning), "{warning}");
    }
}

#[test]
fn no_two_files_are_the_same() {
    let mut seen: BTreeMap<Vec<u8>, String> = BTreeMap::new();
    for spoilt in all() {
        if let Some(other) = seen.insert(spoilt.bytes, spoilt.name.clone()) {
            panic!("{} is {other} again", spoilt.name);
        }
    }
}

fn translation(entry: &Entry) -> Translation {
    Translation {
        language: Language::parse("tlh").expect("a language"),
        id: entry.id.clone(),
        link: entry.link.join("else").expect("a URL").to_string(),
    }
}

const PART: Part = Part::Subscription { prev: None };
fn attachment(entry: &Entry) -> Media {
    Media {
        url: entry.link.join("plan.pdf").expect("a URL"),
        media_type: "application/pdf",
        medium: "document",
        length: Some(1),
        size: None,
        title: None,
        description: None,
        credit: None,
    }
}

/// What is changed, how, and the formats that say it.
type Change = (&'static str, fn(&mut Entry), &'static [Format]);

#[test]
fn a_document_that_says_something_else_than_its_release_disagrees() {
    let rich = rich::Rich::read();
    let feed = Feed::new(&rich.config);
    let entries = || -> Vec<Entry> {
        rich.newsroom.public_at(rich.now).iter().map(|cleared| Entry::of(cleared).expect("a kept release")).collect()
    };
    let changes: [Change; 12] = [
        ("id", |entry| entry.id = Id::stated("tag:harbour.example,2018:else").expect("an id"), &Format::ALL),
        ("link", |entry| entry.link.set_fragment(Some("else")), &Format::ALL),
        ("title", |entry| entry.title.push('!'), &Format::ALL),
        ("published", |entry| entry.published = entry.published.plus_seconds(1), &Format::ALL),
        ("updated", |entry| entry.updated = entry.updated.plus_seconds(1), &[Format::Atom, Format::Json]),
        ("summary", |entry| entry.summary.push('!'), &Format::ALL),
        ("content", |entry| entry.content_html.push('!'), &Format::ALL),
        ("subjects", |entry| entry.subjects.reverse(), &Format::ALL),
        ("translations", |entry| entry.translations.push(translation(entry)), &Format::ALL),
        ("enclosures", |entry| entry.media.push(attachment(entry)), &Format::ALL),
        ("tombstone", |entry| entry.deleted = Some(entry.updated), &[Format::Atom]),
        ("language", |entry| entry.language = Language::parse("tlh").expect("a language"), &Format::ALL),
    ];
    for format in Format::ALL {
        let document = feed.write(format, PART, &entries()).expect("a document");
        let found = |entries: &[Entry]| -> Vec<String> {
            let findings = verify::part(&feed, PART, entries, format, &document).into_iter();
            findings.filter(|finding| finding.rule == "Disagreement").map(|finding| finding.detail).collect()
        };
        assert_eq!(found(&entries()), [""; 0]);
        for (part, change, formats) in changes {
            let mut entries = entries();
            let first = entries.iter().position(|entry| entry.subjects.len() > 1).expect("a release with subjects");
            change(&mut entries[first]);
            let expected = formats.contains(&format).then(|| format!("the {part} of {}", entries[first].id));
            assert_eq!(found(&entries), expected.into_iter().collect::<Vec<_>>(), "{format:?}");
        }
        let elsewhere = Part::Archive { number: 2, last: false };
        let links = verify::part(&feed, elsewhere, &entries(), format, &document).into_iter();
        let links: Vec<String> = links.map(|finding| finding.detail).collect();
        assert!(links.contains(&"the links to other documents of the feed".to_owned()), "{format:?}: {links:?}");
        let mut fewer = entries();
        fewer.pop();
        assert_eq!(found(&fewer).len(), 1, "{format:?}");
        let mut other_order = entries();
        other_order.swap(0, 1);
        assert!(found(&other_order).len() > 2, "{format:?}");
    }
}

#[test]
fn the_html_of_entries_is_judged_once_for_all_formats() {
    let rich = rich::Rich::read();
    let mut spoilt: Vec<Entry> =
        rich.newsroom.public_at(rich.now).iter().map(|cleared| Entry::of(cleared).expect("a kept release")).collect();
    assert_eq!(verify::contents(&spoilt), []);
    spoilt[1].content_html.push_str("<p onclick=\"a()\"><a href=\"javascript:b()\">c</a></p><script>d()</script>");
    let rules: Vec<&str> = verify::contents(&spoilt).into_iter().map(|finding| finding.rule).collect();
    assert_eq!(rules, ["SecurityRiskAttr", "SecurityRiskAttr", "SecurityRisk"]);
}
