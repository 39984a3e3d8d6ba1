//! What of a release lists, feeds and other releases have to know of it, without its words.

use chrono::NaiveDate;

use super::{Embargo, Id, Kin, Language, Release, Slug, Subject};
use crate::instant::Instant;

/// What is held of each release while an edition is made; the rest waits until it is written.
#[derive(Debug, Clone)]
pub struct Facts {
    /// As [`Release::path`].
    pub path: String,
    pub id: Id,
    pub slug: Slug,
    pub permalink: String,
    pub title: String,
    pub day: NaiveDate,
    /// As [`Release::published`]; among others, a second that no other has.
    pub published: Instant,
    pub updated: Instant,
    pub withdrawn: bool,
    pub embargo: Option<Box<Embargo>>,
    pub draft: bool,
    pub language: Language,
    pub kin: Option<Kin>,
    pub subjects: Vec<Subject>,
}

impl Facts {
    pub fn of(release: &Release) -> Self {
        Self {
            path: release.path.clone(),
            id: release.id.clone(),
            slug: release.slug.clone(),
            permalink: release.permalink.to_string(),
            title: release.title.clone(),
            day: release.day,
            published: release.published,
            updated: release.updated,
            withdrawn: release.withdrawn.is_some(),
            embargo: release.embargo.clone().map(Box::new),
            draft: release.draft,
            language: release.language.clone(),
            kin: release.kin.clone(),
            subjects: release.subjects.clone(),
        }
    }
}
