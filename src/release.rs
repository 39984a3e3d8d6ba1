//! What a press release is: every part in a type that can't hold a wrong one.
//!
//! How it was written down is not known here, nor how it will be published.

mod attachment;
mod change;
mod facts;
mod kin;
mod picture;
pub mod svg;

use std::fmt;

use chrono::{NaiveDate, NaiveTime};
use oxilangtag::LanguageTag;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use url::Url;

use crate::body::{self, SafeHtml};
use crate::fingerprint;
use crate::instant::Instant;
use crate::problem::Place;
use crate::prose::Prose;
pub use attachment::{Attachment, FileKind};
pub use change::{Correction, Withdrawal};
pub use facts::Facts;
pub use kin::Kin;
pub use picture::{Figure, Image, ImageKind};

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
        let taken = |caption: &Caption| self.pictures.iter().any(|picture| picture.caption.as_ref() == Some(caption));
        self.captions.iter().filter(move |caption| !taken(caption))
    }
}

/// A name for ever: a URI that identifies the release in all three formats.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String")]
pub struct Id(String);

impl Id {
    /// A stated id: any absolute URI, taken to the letter (RFC 4287 §4.2.6.1).
    pub fn stated(text: &str) -> Option<Self> {
        let (scheme, rest) = text.split_once(':')?;
        let scheme_ok = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
        let rest_ok = !rest.is_empty() && rest.chars().all(|c| c.is_ascii_graphic() && !"<>\"{}|\\^`".contains(c));
        (scheme_ok && rest_ok).then(|| Self(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Id {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::stated(&text).ok_or("no id")
    }
}

impl Id {
    /// Seconds within a minute (FNV-1a, then mixed well). Of releases that state no more than their
    /// day, or the same time, it sets one apart from the other and depends on nothing else.
    pub fn spread(&self) -> i64 {
        let hash = fingerprint::of(self.0.as_bytes().iter());
        // Names that differ in their last sign only must not fall together.
        let hash = (hash ^ (hash >> 33)).wrapping_mul(0xFF51_AFD7_ED55_8CCD);
        let hash = (hash ^ (hash >> 33)).wrapping_mul(0xC4CE_B9FE_1A85_EC53);
        i64::try_from((hash ^ (hash >> 33)) % 60).unwrap_or(0)
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The part of an address and of a `tag:` URI that names one release: RFC 3986 unreserved
/// characters, at most [`Slug::LONGEST`] of them, and never only dots.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String")]
pub struct Slug(String);

impl Slug {
    pub const LONGEST: usize = 150;

    pub fn stated(text: &str) -> Option<Self> {
        let fits = !text.is_empty()
            && text.len() <= Self::LONGEST
            && text.chars().all(|c| c.is_ascii_alphanumeric() || "-_.~".contains(c))
            && text.chars().any(|c| c.is_ascii_alphanumeric())
            && !text.starts_with('.');
        fits.then(|| Self(text.to_owned()))
    }

    /// The slug of a file stem. A stem of unreserved characters stays as it is; blanks become
    /// hyphens and Latin letters lose their accents. `None` when other letters are left, because
    /// no transliteration of them is for ever.
    pub fn of_stem(stem: &str) -> Option<Self> {
        use unicode_normalization::UnicodeNormalization as _;
        if let Some(slug) = Self::stated(stem) {
            return Some(slug);
        }
        let mut slug = String::with_capacity(stem.len());
        // File systems differ in how they compose letters, so compose first.
        for c in stem.nfc() {
            match c {
                'ä' | 'æ' => slug.push_str("ae"),
                'ö' | 'œ' => slug.push_str("oe"),
                'ü' => slug.push_str("ue"),
                'Ä' | 'Æ' => slug.push_str("Ae"),
                'Ö' | 'Œ' => slug.push_str("Oe"),
                'Ü' => slug.push_str("Ue"),
                'ß' => slug.push_str("ss"),
                'ø' => slug.push('o'),
                'Ø' => slug.push('O'),
                'ł' => slug.push('l'),
                'Ł' => slug.push('L'),
                'đ' => slug.push('d'),
                'Đ' => slug.push('D'),
                c if c.is_ascii_alphanumeric() || "-_.~".contains(c) => slug.push(c),
                c if c.is_alphanumeric() => {
                    let base = c.nfd().next().filter(char::is_ascii_alphanumeric)?;
                    slug.push(base);
                }
                _ if slug.ends_with('-') => {}
                _ => slug.push('-'),
            }
        }
        Self::stated(slug.trim_matches(['-', '.']))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Slug {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::stated(&text).ok_or("no slug")
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A language tag (BCP 47) whose primary subtag is an ISO 639 code: "german" is none.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Language(LanguageTag<String>);

impl Language {
    pub fn parse(text: &str) -> Option<Self> {
        let tag = LanguageTag::parse_and_normalize(text.trim()).ok()?;
        matches!(tag.primary_language().len(), 2 | 3).then_some(Self(tag))
    }

    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    pub fn primary(&self) -> &str {
        self.0.primary_language()
    }

    pub fn region(&self) -> Option<&str> {
        self.0.region()
    }

    /// Whether it is written from right to left, as far as its script or its usual one tells.
    pub fn is_right_to_left(&self) -> bool {
        match self.0.script() {
            Some(script) => ["Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm"].contains(&script),
            None => ["ar", "fa", "he", "ur", "ps", "sd", "ug", "yi", "dv", "ckb"].contains(&self.primary()),
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
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
    /// A list item; `number` in an ordered list.
    Item {
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

/// Somebody to call. Numbers and addresses are as written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    pub name: Option<String>,
    pub role: Option<String>,
    pub organization: Option<String>,
    pub phones: Vec<String>,
    pub fax: Vec<String>,
    pub emails: Vec<String>,
    pub urls: Vec<String>,
    /// Lines that are none of the above, such as a street.
    pub address: Vec<String>,
}

impl Contact {
    pub fn has_details(&self) -> bool {
        !(self.phones.is_empty() && self.fax.is_empty() && self.emails.is_empty() && self.urls.is_empty())
    }

    pub fn is_empty(&self) -> bool {
        self.name.is_none() && self.organization.is_none() && !self.has_details()
    }

    /// Takes over what another reading of the same contact adds.
    pub fn absorb(&mut self, other: Self) {
        self.name = self.name.take().or(other.name);
        self.role = self.role.take().or(other.role);
        self.organization = self.organization.take().or(other.organization);
        for (mine, theirs) in [
            (&mut self.phones, other.phones),
            (&mut self.fax, other.fax),
            (&mut self.emails, other.emails),
            (&mut self.urls, other.urls),
            (&mut self.address, other.address),
        ] {
            for value in theirs {
                if !mine.contains(&value) {
                    mine.push(value);
                }
            }
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_stem_is_its_slug_and_others_are_written_in_ascii_for_ever() {
        let slug = |stem: &str| Slug::of_stem(stem).map(|slug| slug.0);
        assert_eq!(slug("000_cc4b38f48f45eca1").as_deref(), Some("000_cc4b38f48f45eca1"));
        assert_eq!(slug("Größe & Maß – neu").as_deref(), Some("Groesse-Mass-neu"));
        assert_eq!(slug("Gro\u{308}ße"), slug("Größe"));
        assert_eq!(slug("Éloïse  à l'école").as_deref(), Some("Eloise-a-l-ecole"));
        assert_eq!(slug("東京"), None);
        assert_eq!(slug("..."), None);
        for attack in ["../../x", "a/b", "a\\b", "%2e%2e", "\0"] {
            assert_eq!(Slug::stated(attack), None, "{attack}");
        }
    }

    #[test]
    fn a_language_is_a_code_not_a_word() {
        assert_eq!(Language::parse("de-at").map(|l| l.to_string()).as_deref(), Some("de-AT"));
        for wrong in ["german", "klingon!!", "de_DE", ""] {
            assert_eq!(Language::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn the_direction_of_writing_is_the_script_s() {
        let right_to_left = |tag: &str| Language::parse(tag).is_some_and(|language| language.is_right_to_left());
        assert!(["ar", "he-IL", "fa", "az-Arab"].into_iter().all(right_to_left));
        assert!(!["de", "en", "az", "ar-Latn"].into_iter().any(right_to_left));
    }

    #[test]
    fn an_id_is_an_absolute_uri() {
        assert!(Id::stated("tag:example.org,2018:x").is_some());
        assert!(Id::stated("urn:uuid:1").is_some());
        for wrong in ["x", "tag:", "tag:a b", "1a:b", "tag:ü"] {
            assert_eq!(Id::stated(wrong), None, "{wrong}");
        }
    }
}
