//! A release of this edition, as it is compared.

use std::io;

use chrono::NaiveDate;
use url::Url;

use super::print::Print;
use crate::feed::Entry;
use crate::instant::Instant;
use crate::newsroom::Cleared;
use crate::release::Slug;

/// Made of a cleared release, so of nothing that is not public.
#[derive(Debug, Clone)]
pub struct Own {
    pub path: String,
    pub id: String,
    pub title: String,
    /// Without what a notice puts before it.
    pub headline: String,
    pub link: Url,
    pub slug: Slug,
    pub day: NaiveDate,
    pub published: Instant,
    pub updated: Instant,
    pub html: Print,
    pub plain: Print,
    pub withdrawn: bool,
}

impl Own {
    /// # Errors
    /// As [`Entry::of`].
    pub fn of(cleared: &Cleared) -> io::Result<Self> {
        let (entry, release) = (Entry::of(cleared)?, cleared.facts());
        let link = entry.link.to_string();
        Ok(Self {
            path: release.path.clone(),
            id: entry.id.to_string(),
            title: entry.title,
            headline: release.title.clone(),
            link: entry.link,
            slug: release.slug.clone(),
            day: release.day,
            published: entry.published,
            updated: entry.updated,
            html: Print::of_html(&entry.content_html, Some(&link)),
            plain: Print::of_text(&entry.content_text, Some(&link)),
            withdrawn: release.withdrawn,
        })
    }
}
