//! Whether a document says what its entries say: the same ids in the same order, the same dates,
//! links, titles, content and enclosures, to the character.

use chrono::{DateTime, Utc};

use super::enclosures::Enclosed;
use super::{Finding, Seen};
use crate::feed::{Entry, Format, Media, Translation};
use crate::instant::Instant;

pub fn with_entries(format: Format, seen: &[Seen], entries: &[Entry]) -> Vec<Finding> {
    let mut all = Vec::new();
    let mut differ = |detail: String| {
        all.push(Finding { format, rule: "Disagreement", detail });
    };
    if seen.len() != entries.len() {
        differ(format!("{} of {} entries", seen.len(), entries.len()));
    }
    for (seen, entry) in seen.iter().zip(entries) {
        let updated = (format != Format::Rss).then_some(entry.updated);
        let deleted = entry.deleted.filter(|_| format == Format::Atom);
        let parts = [
            ("id", seen.id == entry.id.as_str()),
            ("link", seen.link == entry.link.as_str()),
            ("title", seen.title == entry.title),
            ("published", seen.published == Some(utc(entry.published))),
            ("updated", seen.updated == updated.map(utc)),
            ("summary", seen.summary == entry.summary),
            ("content", seen.content == entry.content_html),
            ("subjects", seen.subjects == entry.subjects),
            ("language", seen.language.as_deref() == Some(entry.language.as_str())),
            ("translations", seen.translations.iter().map(pair).eq(entry.translations.iter().map(translation))),
            ("enclosures", seen.enclosed.iter().map(file).eq(entry.media.iter().map(media))),
            ("tombstone", seen.deleted == deleted.map(utc)),
        ];
        for (part, _) in parts.iter().filter(|(_, same)| !same) {
            differ(format!("the {part} of {}", entry.id));
        }
    }
    all
}

fn utc(at: Instant) -> DateTime<Utc> {
    at.as_chrono().to_utc()
}

fn pair((language, link): &(String, String)) -> (&str, &str) {
    (language, link)
}

fn translation(other: &Translation) -> (&str, &str) {
    (other.language.as_str(), &other.link)
}

fn file(enclosed: &Enclosed) -> (&str, &str, Option<u64>) {
    (&enclosed.url, &enclosed.media_type, enclosed.length)
}

fn media(media: &Media) -> (&str, &str, Option<u64>) {
    (media.url.as_str(), media.media_type, media.length)
}
