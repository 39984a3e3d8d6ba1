//! YAML front matter: what a release states outright, each value with the place it stands at.
//!
//! Read from the parser's events, not into a map, so that a key given twice is an error with both
//! lines. Anchors and aliases are refused: nothing here needs them and they can grow without end.

mod aside;
mod changes;
mod enclosures;
mod fence;
mod values;
mod waiting;
mod yaml;

use saphyr_parser::ScalarStyle;

use crate::problem::{Place, Report, did_you_mean};
pub use aside::refuse_embargo;
pub use changes::{Correction, Withdrawal};
pub use enclosures::{Attachment, Image};
pub use fence::{refuse_above, split};
use values::{line, several, truth};
pub use waiting::GoesPublic;
use yaml::Value;

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

/// What people call them elsewhere.
const OTHER_NAMES: [(&str, &str); 17] = [
    ("headline", "title"),
    ("heading", "title"),
    ("subject_line", "title"),
    ("subheadline", "subtitle"),
    ("subheading", "subtitle"),
    ("deck", "subtitle"),
    ("location", "place"),
    ("city", "place"),
    ("lang", "language"),
    ("locale", "language"),
    ("tags", "subjects"),
    ("categories", "subjects"),
    ("keywords", "subjects"),
    ("topics", "subjects"),
    ("picture", "image"),
    ("photo", "image"),
    ("downloads", "attachments"),
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
}

/// Whether front matter that can't be read may be that of a release nobody may see yet.
pub fn may_hold_back(yaml: &str) -> bool {
    let lower = yaml.to_lowercase();
    holds_back(&lower) || waiting::may_say(&lower)
}

fn holds_back(lower: &str) -> bool {
    ["embargo", "sperrfrist", "draft", "status", "publish", "release_", "hold", "expire", "withdraw", "retract"]
        .iter()
        .any(|word| lower.contains(word))
}

/// Reads front matter whose first line has the number `first_line`. `None` when it is no YAML.
pub fn read(yaml: &str, first_line: usize, report: &mut Report) -> Option<FrontMatter> {
    let mut front = FrontMatter::default();
    if yaml.len() > LONGEST {
        report.error(
            Place::line(first_line),
            "the front matter is longer than 64 KiB",
            "keep the text of the release below it",
        );
        return None;
    }
    let entries = yaml::read(yaml, first_line, report)?;
    for (index, (key, value)) in entries.iter().enumerate() {
        if let Some((first, _)) = entries[..index].iter().find(|(other, _)| other.value == key.value) {
            yaml::given_twice(key, first, report);
            continue;
        }
        front.take(key, value, report);
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
            "withdrawn" => self.withdrawn = changes::withdrawal(value, report),
            "embargo" => self.embargo = line(name, value, report),
            "language" => self.language = line(name, value, report),
            "translation_key" => self.translation_key = line(name, value, report),
            "slug" => self.slug = line(name, value, report),
            "id" => self.id = line(name, value, report),
            "status" => self.status = line(name, value, report),
            "draft" => self.draft = truth(value, report),
            "subjects" => {
                self.subjects = several(name, value, report);
                if let Value::Scalar(stated, ScalarStyle::Plain) = value
                    && stated.value.contains(',')
                {
                    let fix =
                        "write several as a list: `subjects: [Energy, Research]`; one that has a comma, in quotes";
                    report.warning(stated.at, "this is one subject, comma and all", fix).found(&stated.value);
                }
            }
            "author" => self.authors = several(name, value, report),
            "image" => self.images = enclosures::images(value, report),
            "attachments" => self.attachments = enclosures::attachments(value, report),
            _ => {
                if key.value.eq_ignore_ascii_case("title") {
                    self.blank.push("title");
                }
                unknown(key, waiting::says(key, value, &mut self.goes_public), report);
            }
        }
    }
}

fn unknown(key: &Stated<String>, holds: waiting::Holds, report: &mut Report) {
    let lower = key.value.to_lowercase();
    let other = OTHER_NAMES.iter().find(|(name, _)| *name == lower).map(|(_, key)| *key);
    let fix = match other.or_else(|| did_you_mean(&key.value, KEYS)) {
        Some(known) => format!("did you mean `{known}`?"),
        None => "docs/reference.md lists the keys that are known".to_owned(),
    };
    let near = did_you_mean(&lower, ["embargo", "draft", "sperrfrist", "withdrawn"]).is_some()
        || strsim::damerau_levenshtein(&lower, "status") <= 2;
    let holds_back = match holds {
        waiting::Holds::Yes => true,
        waiting::Holds::No => false,
        waiting::Holds::Unknown => near || holds_back(&lower),
    };
    if holds_back {
        // "Draft: yes" must not publish for the sake of a capital letter.
        report.error(key.at, "an unknown key that may hold the release back", fix).found(&key.value);
    } else if KEYS.contains(&lower.as_str()) {
        report.error(key.at, "keys are written in small letters", fix).found(&key.value);
    } else {
        report.warning(key.at, "an unknown key", fix).found(&key.value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_text(text: &str) -> (FrontMatter, Vec<String>) {
        let mut report = Report::new("a.md");
        let (block, _, _) = split(text, &mut report);
        let front = block.and_then(|(yaml, line)| read(yaml, line, &mut report)).unwrap_or_default();
        (front, report.problems.iter().map(crate::problem::Problem::human).collect())
    }

    #[test]
    fn values_come_with_their_lines() {
        let (front, problems) = read_text(
            "---\ntitle: \"A: b\"\nsubjects: [One, \"Two & Three\"]\nimage:\n  file: p.jpg\n  alt: A lamp\n---\nText",
        );
        assert_eq!(problems, Vec::<String>::new());
        assert_eq!(front.title.map(|t| (t.value, t.at.line)), Some(("A: b".into(), 2)));
        assert_eq!(front.subjects.iter().map(|s| s.value.as_str()).collect::<Vec<_>>(), ["One", "Two & Three"]);
        assert_eq!(front.images.iter().map(|i| i.file.value.as_str()).collect::<Vec<_>>(), ["p.jpg"]);
    }

    #[test]
    fn an_unquoted_colon_is_explained() {
        let (_, problems) = read_text("---\ntitle: Results: up 5 %\n---\n");
        assert_eq!(problems.len(), 1);
        assert!(problems[0].starts_with("a.md:2:"), "{problems:?}");
        assert!(problems[0].contains("put the title in quotes: `title: \"...\"`"), "{problems:?}");
    }

    #[test]
    fn a_key_given_twice_names_both_lines() {
        let (_, problems) = read_text("---\ntitle: A\ndate: 2020-01-01\ntitle: B\n---\n");
        assert_eq!(problems, ["a.md:4:1: the key stands here and in line 2 already: `title`; keep one of the two"]);
    }

    #[test]
    fn front_matter_without_an_end_is_an_error_at_its_opener() {
        let (_, problems) = read_text("---\ntitle: A\n\nText");
        assert_eq!(problems, ["a.md:1:1: the front matter has no end; close it with a line `---`"]);
    }

    #[test]
    fn an_unknown_key_is_a_warning_with_a_suggestion() {
        let (_, problems) = read_text("---\npubdate: 2020-01-01\n---\n");
        assert_eq!(problems, ["a.md:2:1: warning: an unknown key: `pubdate`; did you mean `date`?"]);
    }

    #[test]
    fn a_misspelt_draft_or_embargo_never_publishes() {
        for key in ["Draft: yes", "embargoo: 2030-01-01", "Embargo: 2030-01-01", "draf: true"] {
            let (_, problems) = read_text(&format!("---\n{key}\n---\n"));
            assert!(problems[0].contains("may hold the release back"), "{problems:?}");
        }
    }

    #[test]
    fn what_keeps_a_text_from_the_public_elsewhere_never_publishes() {
        for key in
            ["private: true", "Hidden: yes", "unlisted: true", "live: false", "published: false", "scheduled: yes"]
        {
            let (_, problems) = read_text(&format!("---\n{key}\n---\n"));
            assert!(problems[0].contains("may hold the release back"), "{key}: {problems:?}");
        }
        for key in ["releaseDate", "ReleaseDate", "publication_date", "liveDate", "postDate", "visibleFrom", "showFrom"]
        {
            let (front, _) = read_text(&format!("---\n{key}: 2090-05-03\n---\n"));
            assert_eq!(front.goes_public.len(), 1, "{key}");
        }
        for key in ["private: false", "live: true", "published: true", "layout: post", "release: 2.1", "stage: final"] {
            let (_, problems) = read_text(&format!("---\n{key}\n---\n"));
            assert!(problems[0].contains("warning: an unknown key:"), "{key}: {problems:?}");
        }
        let (front, _) = read_text("---\npubDate: 2027-03-10\ngo_live: 2027-03-10 09:00\n---\n");
        assert_eq!(front.goes_public.iter().map(|day| day.by_schedule).collect::<Vec<_>>(), [false, true]);
    }

    #[test]
    fn bombs_end_in_an_error() {
        let (_, aliases) = read_text("---\na: &a [x, x]\nb: *a\n---\n");
        assert!(!aliases.is_empty());
        let (_, nested) = read_text(&format!("---\ntitle: {}\n---\n", "[".repeat(20_000)));
        assert!(!nested.is_empty());
    }
}
