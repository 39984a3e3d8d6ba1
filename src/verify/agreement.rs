//! Whether a document says what its entries say: the same ids in the same order, the same dates,
//! links, titles, content and enclosures, to the character.

use super::enclosures::Enclosed;
use super::{Finding, Seen};
use crate::feed::{Entry, Format};
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
        let expected = expected(format, entry);
        let parts = [
            ("id", seen.id == expected.id),
            ("link", seen.link == expected.link),
            ("title", seen.title == expected.title),
            ("published", seen.published == expected.published),
            ("updated", seen.updated == expected.updated),
            ("summary", seen.summary == expected.summary),
            ("content", seen.content == expected.content),
            ("subjects", seen.subjects == expected.subjects),
            ("language", seen.language == expected.language),
            ("translations", seen.translations == expected.translations),
            ("enclosures", seen.enclosed == expected.enclosed),
            ("tombstone", seen.deleted == expected.deleted),
        ];
        for (part, _) in parts.iter().filter(|(_, same)| !same) {
            differ(format!("the {part} of {}", entry.id));
        }
    }
    all
}

fn expected(format: Format, entry: &Entry) -> Seen {
    let utc = |at: Instant| at.as_chrono().to_utc().to_rfc3339();
    Seen {
        id: entry.id.to_string(),
        link: entry.link.to_string(),
        title: entry.title.clone(),
        published: utc(entry.published),
        updated: (format != Format::Rss).then(|| utc(entry.updated)),
        summary: entry.summary.clone(),
        content: entry.content_html.clone(),
        subjects: entry.subjects.clone(),
        language: Some(entry.language.to_string()),
        translations: entry.translations.iter().map(|other| (other.language.to_string(), other.link.clone())).collect(),
        enclosed: entry
            .media
            .iter()
            .map(|media| Enclosed {
                url: media.url.to_string(),
                media_type: media.media_type.to_owned(),
                length: media.length,
            })
            .collect(),
        deleted: entry.deleted.filter(|_| format == Format::Atom).map(utc),
    }
}
