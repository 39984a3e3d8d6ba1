//! Front matter: what a release states outright, each value with the place it stands at, in YAML or TOML.
//!
//! Nothing is guessed of a key that nobody knows, but that it may hold the release back.

mod aside;
mod changes;
mod elsewhere;
mod enclosures;
mod entries;
mod fence;
mod foreign;
mod of_folder;
mod said;
mod toml;
mod unknown;
mod values;
mod waiting;
mod yaml;

use crate::problem::{Place, Report};
pub use aside::{refuse_embargo, remarks};
pub use changes::{Correction, Withdrawal};
pub use enclosures::{Attachment, Image};
use entries::Value;
use fence::Form;
pub use fence::{Fenced, refuse_above, split};
pub use of_folder::Data;
pub use said::{Said, is_of_a_program, said_in};
use values::{line, people, several, truth};
pub use waiting::GoesPublic;

/// Longest front matter that is read, in bytes.
const LONGEST: usize = 64 * 1024;

/// Every key that may stand in front matter.
pub const KEYS: [&str; 19] = [
    "title",
    "subtitle",
    "date",
    "time",
    "place",
    "updated",
    "correction",
    "withdrawn",
    "embargo",
    "language",
    "translation_key",
    "subjects",
    "slug",
    "id",
    "author",
    "image",
    "attachments",
    "draft",
    "status",
];

/// Those that programs write where there is nothing to say.
const MAY_BE_BLANK: [&str; 11] = [
    "subtitle",
    "time",
    "place",
    "language",
    "translation_key",
    "subjects",
    "slug",
    "id",
    "author",
    "image",
    "attachments",
];

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stated<T> {
    pub value: T,
    pub at: Place,
}

pub type Line = Option<Stated<String>>;

/// Front matter as written; nothing but its form has been looked at.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FrontMatter {
    pub title: Line,
    pub subtitle: Line,
    pub date: Line,
    pub time: Line,
    pub place: Line,
    pub updated: Line,
    pub corrections: Vec<Correction>,
    pub withdrawn: Option<Withdrawal>,
    /// Whether the release is taken back is stated, if only that it isn't.
    pub says_withdrawn: bool,
    pub embargo: Line,
    pub language: Line,
    pub translation_key: Line,
    pub slug: Line,
    pub id: Line,
    pub status: Line,
    pub draft: Option<Stated<bool>>,
    pub subjects: Vec<Stated<String>>,
    pub authors: Vec<Stated<String>>,
    /// The lead picture first.
    pub images: Vec<Image>,
    pub attachments: Vec<Attachment>,
    /// Days on which keys of other systems would make the release public.
    pub goes_public: Vec<GoesPublic>,
    /// Keys that are there without a value.
    pub blank: Vec<&'static str>,
    told_of_subjects: bool,
}

/// Whether front matter that can't be read may be that of a release nobody may see yet.
pub fn may_hold_back(yaml: &str) -> bool {
    let lower = yaml.to_lowercase();
    unknown::holds_back(&lower) || waiting::may_say(&lower)
}

/// Reads front matter. `None` when it can't be read.
pub fn read(fenced: Fenced<'_>, report: &mut Report) -> Option<FrontMatter> {
    let mut front = FrontMatter::default();
    if fenced.text.len() > LONGEST {
        report.error(
            Place::line(fenced.first_line),
            "the front matter is longer than 64 KiB",
            "keep the text of the release below it",
        );
        return None;
    }
    let entries = match fenced.form {
        Form::Yaml => yaml::read(fenced.text, fenced.first_line, report)?,
        Form::Toml => toml::read(fenced.text, fenced.first_line, report)?,
    };
    for (index, (key, value)) in entries.iter().enumerate() {
        let first = !entries[..index].iter().any(|(other, _)| other.value == key.value);
        if first && !(MAY_BE_BLANK.contains(&key.value.as_str()) && value.is_blank()) {
            front.take(key, value, report);
        }
    }
    Some(front)
}

impl FrontMatter {
    fn take(&mut self, key: &Stated<String>, value: &Value, report: &mut Report) {
        let name = key.value.as_str();
        match name {
            "title" => {
                self.title = line(name, value, report);
                if self.title.is_none() {
                    self.blank.push("title");
                }
            }
            "subtitle" => self.subtitle = line(name, value, report),
            "date" => self.date = line(name, value, report),
            "time" => self.time = line(name, value, report),
            "place" => self.place = line(name, value, report),
            "updated" => self.updated = line(name, value, report),
            "correction" => self.corrections = changes::corrections(value, report),
            "withdrawn" => {
                self.says_withdrawn = true;
                self.withdrawn = changes::withdrawal(value, report);
            }
            "embargo" => self.embargo = line(name, value, report),
            "language" => self.language = line(name, value, report),
            "translation_key" => self.translation_key = line(name, value, report),
            "slug" => self.slug = line(name, value, report),
            "id" => self.id = line(name, value, report),
            "status" => self.status = line(name, value, report),
            "draft" => self.draft = truth(value, report),
            "subjects" => {
                self.subjects = several(name, value, report);
                if unknown::files_as_draft(value) {
                    let fix = "state `draft: true` if nobody may see it yet, or give the subject another name";
                    report.error(key.at, "a subject calls the release a draft", fix);
                }
                if let Value::Scalar { stated, bare: true } = value
                    && stated.value.contains(',')
                {
                    let fix =
                        "write several as a list: `subjects: [Energy, Research]`; one that has a comma, in quotes";
                    report.warning(stated.at, "this is one subject, comma and all", fix).found(&stated.value);
                }
            }
            "author" => self.authors = people(name, value, report),
            "image" => self.images = enclosures::images(value, report),
            "attachments" => self.attachments = enclosures::attachments(value, report),
            _ => {
                if key.value.eq_ignore_ascii_case("title") {
                    self.blank.push("title");
                }
                self.unknown(key, value, report);
            }
        }
    }
}

#[cfg(test)]
mod tests;
