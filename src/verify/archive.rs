//! Archived feeds, RFC 5005 §4: a document says what it is, and leads to its neighbours.

use super::xml::{ATOM, HISTORY, child, children};
use super::{Finding, Findings, Read};
use crate::feed::{Feed, Format, Part, Rel};

/// The relations by which the documents of a feed lead to each other, and to hubs.
const BETWEEN: [&str; 5] = ["self", "hub", "current", "prev-archive", "next-archive"];

/// What the head of an XML document says of its place among others. `entries` are its items.
pub fn read<'a, 'd: 'a>(
    head: roxmltree::Node<'a, 'd>,
    entries: impl Iterator<Item = roxmltree::Node<'a, 'd>>,
    findings: &mut Findings,
) -> (Vec<(String, String)>, bool) {
    let links = children(head, Some(ATOM), "link").filter_map(|link| {
        let rel = link.attribute("rel").filter(|rel| BETWEEN.contains(rel))?;
        Some((rel.to_owned(), link.attribute("href").unwrap_or_default().to_owned()))
    });
    let links: Vec<(String, String)> = links.collect();
    let archive = child(head, Some(HISTORY), "archive").is_some();
    let current = links.iter().any(|(rel, _)| rel == "current");
    findings.unless(!archive || current, "MissingCurrentInArchive", "no link rel=current");
    let inside = entries
        .flat_map(|entry| children(entry, Some(ATOM), "link"))
        .any(|link| link.attribute("rel").is_some_and(|rel| BETWEEN[2..].contains(&rel)));
    findings.unless(!inside, "FeedHistoryRelInEntry", "an entry links to an archive page");
    (links, archive)
}

/// Whether a document stands where it belongs among the documents of its feed.
pub fn with_part(format: Format, read: &Read, feed: &Feed, part: Part) -> Vec<Finding> {
    let expected = feed.links(format, part).into_iter().filter(|(rel, _)| {
        // JSON Feed leads back in time and nowhere else.
        format != Format::Json || !matches!(rel, Rel::Current | Rel::Next)
    });
    let expected: Vec<(String, String)> = expected.map(|(rel, url)| (rel.name().to_owned(), url.to_string())).collect();
    let archive = format != Format::Json && matches!(part, Part::Archive { .. });
    let mut all = Vec::new();
    let mut differ = |detail: &str| {
        all.push(Finding { format, rule: "Disagreement", detail: detail.to_owned() });
    };
    if read.links != expected {
        differ("the links to other documents of the feed");
    }
    if read.archive != archive {
        differ("what it says of being an archive page");
    }
    all
}
