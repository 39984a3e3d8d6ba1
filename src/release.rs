//! What a press release is: every part in a type that can't hold a wrong one.
//!
//! How it was written down is not known here, nor how it will be published.

mod attachment;
mod change;
mod contact;
mod facts;
mod id;
mod kin;
mod language;
mod picture;
mod slug;
pub mod svg;

use chrono::{NaiveDate, NaiveTime};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use url::Url;

use crate::body::{self, SafeHtml};
use crate::instant::Instant;
use crate::problem::Place;
use crate::prose::Prose;
pub use attachment::{Attachment, FileKind};
pub use change::{Correction, Withdrawal};
pub use contact::{Contact, figures};
pub use facts::Facts;
pub use id::Id;
pub use kin::Kin;
pub use language::Language;
pub use picture::{Figure, Image, ImageKind};
pub use slug::Slug;

/// A release that can be published as it stands, once its time has come.
///
/// Can be written down and read again by the program that wrote it, and by no other.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Release {
    /// The file it came from, as messages name it.
    pub path: String,
    pub id: Id,
    pub slug: Slug,
    pub permalink: Url,
    pub title: String,
    pub subtitle: Option<String>,
    pub place: Option<String>,
    pub day: NaiveDate,
    /// First availability (RFC 4287 §4.2.9): the dateline's day at the house's time of day, the
    /// stated time, or the embargo's end, whichever is last.
    pub published: Instant,
    /// Last change the publisher calls significant (RFC 4287 §4.2.15); never before `published`.
    pub updated: Instant,
    /// Newest first.
    pub corrections: Vec<Correction>,
    /// Taken back: then the parts below are empty, so that nothing of them is published again.
    pub withdrawn: Option<Withdrawal>,
    pub embargo: Option<Embargo>,
    pub draft: bool,
    pub language: Language,
    /// What its translations share with it.
    pub kin: Option<Kin>,
    pub lead: Prose,
    pub body: Vec<Part>,
    pub boilerplate: Vec<Boilerplate>,
    pub contacts: Vec<Contact>,
    pub captions: Vec<Caption>,
    pub notices: Vec<Prose>,
    pub subjects: Vec<Subject>,
    pub authors: Vec<String>,
    /// The lead picture first.
    pub pictures: Vec<Image>,
    pub attachments: Vec<Attachment>,
}

impl Release {
    /// The one that stands above the text and for it.
    pub fn lead_picture(&self) -> Option<&Image> {
        self.pictures.first()
    }

    /// Captions of the text that no picture has taken.
    pub fn captions_alone(&self) -> impl Iterator<Item = &Caption> {
        let in_body = self
            .body
            .iter()
            .filter_map(|part| if let Part::Figure(figure) = part { figure.caption.as_ref() } else { None });
        let taken: Vec<&Caption> =
            self.pictures.iter().filter_map(|picture| picture.caption.as_ref()).chain(in_body).collect();
        self.captions.iter().filter(move |caption| !taken.contains(caption))
    }
}

/// A subject as written, and its part of an address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subject {
    pub label: String,
    /// In lower case, so that "Energy" and "energy" are one subject.
    pub slug: Slug,
    pub at: Place,
}

/// When the text may be used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Embargo {
    /// Not before this; unknown only in what `show` prints of a text that has errors.
    pub until: Option<Instant>,
    pub text: String,
}

/// One part of the body after the lead.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Part {
    Paragraph(Prose),
    Heading(Prose),
    /// A list item; `number` in an ordered list, `level` in how many items of other lists that list stands.
    Item {
        level: u8,
        number: Option<u64>,
        prose: Prose,
    },
    Quote(Prose),
    Figure(Figure),
    /// Sanitised markup, such as a table, and its text.
    Markup(#[serde(with = "body::kept")] SafeHtml, String),
}

impl Part {
    pub fn text(&self) -> &str {
        match self {
            Self::Paragraph(prose) | Self::Heading(prose) | Self::Quote(prose) | Self::Item { prose, .. } => {
                prose.text()
            }
            Self::Figure(figure) => &figure.alt,
            Self::Markup(_, text) => text,
        }
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Boilerplate {
    pub heading: String,
    pub text: Vec<Prose>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Caption {
    pub text: Option<String>,
    pub credit: Option<String>,
}

/// A stated or read time of day, `HH:MM`.
pub fn time_text(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}
