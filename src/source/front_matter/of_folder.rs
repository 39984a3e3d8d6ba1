//! What generators of sites keep beside texts for whole folders: whether it holds those texts back there.
//!
//! Nothing of it is taken over. What can't be read is let alone, as other data are.

use std::path::Path;

use super::entries::Value;
use super::waiting::{self, Holds};
use super::{Form, Stated, split, toml, unknown, values, yaml};
use crate::problem::{Place, Report};

/// What such a file speaks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Data {
    /// What stands below `cascade` in the front matter of `_index.md` is for all that is below its folder.
    Section,
    /// A file that is called as its folder or a text beside it is.
    Named,
    /// Any other, of which only keys count that are for nothing but texts.
    Other,
}

/// Keys that mean nothing else in any file.
const OF_TEXTS: [&str; 5] = ["draft", "published", "permalink", "eleventy_exclude_from_collections", "publish_date"];

impl Data {
    /// What a file of this name speaks for; `None` where it holds no such data.
    pub fn of(path: &Path, is_text: impl Fn(&str) -> bool) -> Option<Self> {
        let name = path.file_name()?.to_string_lossy().into_owned();
        let (stem, ending) = name.rsplit_once('.')?;
        if stem.split('.').next() == Some("_index") {
            return matches!(ending, "md" | "markdown" | "html" | "txt").then_some(Self::Section);
        }
        let own = stem.strip_suffix(".11tydata");
        if !(ending == "json" || own.is_some() && matches!(ending, "yaml" | "yml")) {
            return None;
        }
        let stem = own.unwrap_or(stem);
        let folder = path.parent().and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
        let is_named = own.is_some() || folder.is_some_and(|folder| folder == stem) || is_text(stem);
        Some(if is_named { Self::Named } else { Self::Other })
    }

    /// The first key in the file that holds texts back, and its place. `is_to_come` knows days that have not come.
    pub fn holds_back(self, text: &str, is_to_come: impl Fn(&str) -> bool) -> Option<(Place, String)> {
        let mut unheard = Report::new("");
        let entries = match self {
            Self::Section => match split(text, &mut unheard).0? {
                fenced if fenced.form == Form::Yaml => yaml::read(fenced.text, fenced.first_line, &mut unheard)?,
                fenced => toml::read(fenced.text, fenced.first_line, &mut unheard)?,
            },
            // JSON is YAML, but for tabs.
            Self::Named | Self::Other => yaml::read(&text.replace('\t', " "), 1, &mut unheard)?,
        };
        let holds = |key: &Stated<String>, value: &str| {
            let name = waiting::words_of(&key.value);
            let mut days = Vec::new();
            let waits = match waiting::says(key, value, &mut days) {
                Holds::Yes => true,
                Holds::No => days.iter().any(|day| day.by_schedule || is_to_come(&day.value)),
                Holds::Unknown => name == "draft" && values::truth_of(value) != Some(false),
            };
            waits && (self != Self::Other || OF_TEXTS.contains(&name.as_str()))
        };
        let found = |key: &Stated<String>| (key.at, key.value.clone());
        entries.iter().find_map(|(key, value)| match (self, value) {
            (Self::Section, value) if key.value == "cascade" => {
                value.lines_below().into_iter().find(|(key, line)| holds(key, &line.value)).map(|(key, _)| found(key))
            }
            (Self::Section, _) => None,
            (_, Value::Scalar { stated, .. }) => holds(key, &stated.value).then(|| found(key)),
            (Self::Named, value) => unknown::files_as_draft(value).then(|| found(key)),
            (Self::Other, _) => None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_of_a_folder_tell_what_they_hold_back() {
        let to_come = |day: &str| day.starts_with("2027");
        for (data, text, line) in [
            (Data::Section, "---\ntitle: Press\ncascade:\n  draft: true\n---\n", 4),
            (Data::Section, "---\ncascade:\n  - target:\n      path: /a\n    publishDate: 2027-05-05\n---\n", 5),
            (Data::Section, "+++\n[cascade]\ndraft = true\n+++\n", 3),
            (Data::Named, "{\n\t\"draft\": true\n}", 2),
            (Data::Named, "{\"tags\": [\"draft\"]}", 1),
            (Data::Other, "{\"permalink\": false, \"layout\": \"post\"}", 1),
        ] {
            assert_eq!(data.holds_back(text, to_come).map(|(at, _)| at.line), Some(line), "{text}");
        }
        for (data, text) in [
            (Data::Section, "---\ntitle: Press\ndraft: true\n---\n"),
            (Data::Section, "---\ncascade:\n  publishDate: 2024-05-05\n  draft: false\n---\n"),
            (Data::Named, "{\"layout\": \"press.njk\", \"draft\": false}"),
            (Data::Other, "{\"name\": \"site\", \"private\": true}"),
            (Data::Other, "[1, 2"),
        ] {
            assert_eq!(data.holds_back(text, to_come), None, "{text}");
        }
    }

    #[test]
    fn data_are_known_by_their_names() {
        let of = |path: &str| Data::of(Path::new(path), |stem| stem == "boat");
        for (path, data) in [
            ("r/_index.md", Some(Data::Section)),
            ("r/_index.de.md", Some(Data::Section)),
            ("r/r.json", Some(Data::Named)),
            ("r/boat.json", Some(Data::Named)),
            ("r/any.11tydata.json", Some(Data::Named)),
            ("r/feed.json", Some(Data::Other)),
            ("r/boat.yaml", None),
            ("r/plan.svg", None),
        ] {
            assert_eq!(of(path), data, "{path}");
        }
    }
}
