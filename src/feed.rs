//! What goes in a feed, whatever its format: the entries with their words and links, rendered
//! once, so that the three formats can't say different things.
//!
//! Takes cleared releases only. Knows no tag, no folder and no clock.

pub mod atom;
pub mod content;
pub mod json;
pub mod media;
pub mod rss;

use chrono::{NaiveDate, NaiveTime};
use serde::Serialize;
use url::Url;

use crate::config::Config;
use crate::instant::{Instant, Twice};
use crate::link;
use crate::newsroom::Cleared;
use crate::release::{Caption, Contact, Id, Language};
pub use media::Media;

/// The files of a feed, and the media types they are served with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    Rss,
    Atom,
    Json,
}

impl Format {
    pub const ALL: [Self; 3] = [Self::Rss, Self::Atom, Self::Json];

    /// The file's name below the site, for ever.
    pub fn file(self) -> &'static str {
        match self {
            Self::Rss => "rss.xml",
            Self::Atom => "atom.xml",
            Self::Json => "feed.json",
        }
    }

    pub fn media_type(self) -> &'static str {
        match self {
            Self::Rss => "application/rss+xml",
            Self::Atom => "application/atom+xml",
            Self::Json => "application/feed+json",
        }
    }
}

/// A feed without its entries.
#[derive(Debug)]
pub struct Feed<'a> {
    pub config: &'a Config,
    pub id: String,
}

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
    pub link: Url,
}

/// What a journalist needs and no feed format has a place for: JSON Feed's `_press`.
#[derive(Debug, Serialize)]
pub struct Press {
    pub place: Option<String>,
    pub date: String,
    pub contacts: Vec<Contact>,
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

impl<'a> Feed<'a> {
    pub fn new(config: &'a Config) -> Self {
        // A slug holds no slash, so no release can have this id.
        Self { config, id: config.id_base.id("/newsroom") }
    }

    /// The topic: the address the file is served under, and its self link.
    pub fn url(&self, format: Format) -> Url {
        let mut url = self.config.site.clone();
        url.set_path(&format!("{}{}", url.path(), format.file()));
        url
    }

    /// The newest of the entries' changes. A feed without entries has not changed since its ids
    /// were claimed; the clock is never asked.
    pub fn updated(&self, entries: &[Entry]) -> Option<Instant> {
        entries.iter().map(|entry| entry.updated).max().or_else(|| {
            Instant::local(self.config.id_base.date()?, NaiveTime::MIN, self.config.time_zone, Twice::Earlier)
        })
    }

    pub fn write(&self, format: Format, entries: &[Entry]) -> Result<Vec<u8>, WriteError> {
        match format {
            Format::Rss => rss::write(self, entries),
            Format::Atom => atom::write(self, entries),
            Format::Json => json::write(self, entries),
        }
    }
}

/// A feed could not be written: a bug, since every entry holds only what a feed can hold.
#[derive(Debug)]
pub struct WriteError(pub String);

impl Entry {
    pub fn of(cleared: &Cleared) -> Self {
        let release = cleared.release();
        let translations: Vec<Translation> = cleared
            .translations()
            .iter()
            .map(|other| Translation {
                language: other.language.clone(),
                id: other.id.clone(),
                link: other.permalink.clone(),
            })
            .collect();
        Self {
            id: release.id.clone(),
            link: release.permalink.clone(),
            title: content::notice::title(release),
            published: cleared.published(),
            updated: cleared.updated(),
            language: release.language.clone(),
            summary: content::notice::withdrawal(release).unwrap_or_else(|| content::one_line(release.lead.text())),
            content_html: content::html(release).into_string(),
            content_text: content::text(release),
            authors: release.authors.clone(),
            subjects: release.subjects.iter().map(|subject| subject.label.clone()).collect(),
            image: release.lead_picture().map(|picture| picture.url.clone()),
            media: Media::of(release),
            // A second later than the notice, or who knows tombstones would have to pass it over.
            deleted: release.withdrawn.as_ref().map(|_| cleared.updated().plus_seconds(1)),
            press: Press {
                place: release.place.clone(),
                date: iso(release.day),
                contacts: release.contacts.iter().map(with_absolute_addresses).collect(),
                captions: release.captions.clone(),
                boilerplate: release
                    .boilerplate
                    .iter()
                    .map(|boilerplate| PressBoilerplate {
                        heading: boilerplate.heading.clone(),
                        text: content::paragraphs(boilerplate.text.iter().map(super::prose::Prose::text)),
                    })
                    .collect(),
                notices: release.notices.iter().map(|notice| notice.text().to_owned()).collect(),
                corrections: release
                    .corrections
                    .iter()
                    .map(|correction| PressCorrection { date: correction.day.map(iso), note: correction.note.clone() })
                    .collect(),
                withdrawn: release
                    .withdrawn
                    .as_ref()
                    .map(|withdrawn| PressWithdrawal { date: iso(withdrawn.day), reason: withdrawn.reason.clone() }),
                translations: translations
                    .iter()
                    .map(|other| PressTranslation {
                        language: other.language.to_string(),
                        id: other.id.to_string(),
                        url: other.link.to_string(),
                    })
                    .collect(),
            },
            translations,
        }
    }
}

fn iso(day: NaiveDate) -> String {
    day.format("%Y-%m-%d").to_string()
}

/// A contact's web addresses are as written; in a feed every link is absolute (rule 7).
fn with_absolute_addresses(contact: &Contact) -> Contact {
    let mut contact = contact.clone();
    for address in &mut contact.urls {
        let url = link::web(address).or_else(|| link::web(&format!("https://{address}")));
        *address = url.map_or_else(|| address.clone(), String::from);
    }
    contact
}
