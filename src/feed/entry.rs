//! One release as every format shows it, rendered once.

use std::io;

use chrono::NaiveDate;
use serde::Serialize;
use url::Url;

use crate::content::{self, Reachable};
use crate::instant::Instant;
use crate::link;
use crate::newsroom::Cleared;
use crate::prose::Prose;
use crate::release::{Caption, Contact, Id, Language};

use super::Media;

/// One release as every format shows it.
#[derive(Debug)]
pub struct Entry {
    pub id: Id,
    pub link: Url,
    pub title: String,
    pub published: Instant,
    pub updated: Instant,
    pub language: Language,
    /// The lead, as plain text.
    pub summary: String,
    pub content_html: String,
    pub content_text: String,
    pub authors: Vec<String>,
    pub subjects: Vec<String>,
    /// The lead picture.
    pub image: Option<Url>,
    /// Its pictures, the lead picture first, and its attachments.
    pub media: Vec<Media>,
    /// The instant of the tombstone of a withdrawn release.
    pub deleted: Option<Instant>,
    /// The same release in other languages, by language.
    pub translations: Vec<Translation>,
    pub press: Press,
}

/// Where the same release stands in another language.
#[derive(Debug, Clone)]
pub struct Translation {
    pub language: Language,
    pub id: Id,
    pub link: String,
}

/// What a journalist needs and no feed format has a place for: JSON Feed's `_press`.
#[derive(Debug, Serialize)]
pub struct Press {
    pub place: Option<String>,
    pub date: String,
    pub contacts: Vec<Reachable>,
    pub captions: Vec<Caption>,
    pub boilerplate: Vec<PressBoilerplate>,
    pub notices: Vec<String>,
    /// Newest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<PressCorrection>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<PressWithdrawal>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub translations: Vec<PressTranslation>,
}

#[derive(Debug, Serialize)]
pub struct PressTranslation {
    pub language: String,
    pub id: String,
    pub url: String,
}

#[derive(Debug, Serialize)]
pub struct PressBoilerplate {
    pub heading: String,
    pub text: String,
}

#[derive(Debug, Serialize)]
pub struct PressCorrection {
    pub date: Option<String>,
    pub note: Option<String>,
}

#[derive(Debug, Serialize)]
pub struct PressWithdrawal {
    pub date: String,
    pub reason: Option<String>,
}

impl Entry {
    /// # Errors
    /// When the release can't be had back from where it waits.
    pub fn of(cleared: &Cleared) -> io::Result<Self> {
        let release = cleared.release()?;
        let translations: Vec<Translation> = cleared
            .translations()
            .iter()
            .map(|other| Translation {
                language: other.language.clone(),
                id: other.id.clone(),
                link: other.permalink.clone(),
            })
            .collect();
        Ok(Self {
            title: content::notice::title(cleared.facts()),
            published: cleared.published(),
            updated: cleared.updated(),
            summary: content::summary(&release),
            content_html: content::html(&release).into_string(),
            content_text: content::text(&release),
            image: release.lead_picture().map(|picture| picture.url.clone()),
            media: Media::of(&release),
            // A second later than the notice, or who knows tombstones would have to pass it over.
            deleted: release.withdrawn.as_ref().map(|_| cleared.updated().plus_seconds(1)),
            id: release.id,
            link: release.permalink,
            language: release.language,
            authors: release.authors,
            subjects: release.subjects.into_iter().map(|subject| subject.label).collect(),
            press: Press {
                place: release.place,
                date: iso(release.day),
                contacts: release.contacts.into_iter().map(with_absolute_addresses).collect(),
                captions: release.captions,
                boilerplate: release
                    .boilerplate
                    .into_iter()
                    .map(|boilerplate| PressBoilerplate {
                        text: content::paragraphs(boilerplate.text.iter().map(Prose::text)),
                        heading: boilerplate.heading,
                    })
                    .collect(),
                notices: release.notices.into_iter().map(Prose::into_text).collect(),
                corrections: release
                    .corrections
                    .into_iter()
                    .map(|correction| PressCorrection { date: correction.day.map(iso), note: correction.note })
                    .collect(),
                withdrawn: release
                    .withdrawn
                    .map(|withdrawn| PressWithdrawal { date: iso(withdrawn.day), reason: withdrawn.reason }),
                translations: translations
                    .iter()
                    .map(|other| PressTranslation {
                        language: other.language.to_string(),
                        id: other.id.to_string(),
                        url: other.link.clone(),
                    })
                    .collect(),
            },
            translations,
        })
    }
}

fn iso(day: NaiveDate) -> String {
    day.format("%Y-%m-%d").to_string()
}

/// A contact's web addresses are as written; in a feed every link is absolute (rule 7).
fn with_absolute_addresses(contact: Contact) -> Reachable {
    let mut contact = Reachable::from(contact);
    for address in &mut contact.urls {
        if let Some(url) = link::web(address).or_else(|| link::web(&format!("https://{address}"))) {
            *address = url.into();
        }
    }
    contact
}
