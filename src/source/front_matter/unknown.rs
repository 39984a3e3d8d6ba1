//! A key that nobody knows: whether it may hold the release back, which is an error, or is only told of.

use super::entries::{Item, Value};
use super::waiting::{self, Holds};
use super::{FrontMatter, KEYS, Stated, elsewhere, values};
use crate::problem::{Report, did_you_mean};
use crate::source::unfinished;

/// Whether a key, or front matter that can't be read, in small letters, has a word of waiting.
pub fn holds_back(lower: &str) -> bool {
    let lower = lower.replace("publisher", "").replace("shareholder", "").replace("stakeholder", "");
    ["embargo", "sperrfrist", "draft", "status", "publish", "release_", "hold", "expir", "withdraw", "retract"]
        .iter()
        .any(|word| lower.contains(word))
}

/// The lines of a value: its own, or those of its list.
fn lines_of(value: &Value) -> impl Iterator<Item = &str> {
    let (own, items) = match value {
        Value::Scalar { stated, .. } => (Some(stated), &[][..]),
        Value::List(items, _) => (None, &items[..]),
        Value::Map(..) | Value::Deep(..) => (None, &[][..]),
    };
    let of_list = items.iter().filter_map(|item| match item {
        Item::Line(stated) => Some(stated),
        Item::Map(..) => None,
    });
    own.into_iter().chain(of_list).map(|stated| stated.value.as_str())
}

/// Whether a text is filed among those that are not ready: `tags: [draft]`.
pub fn files_as_draft(value: &Value) -> bool {
    lines_of(value)
        .flat_map(|line| line.split(','))
        .map(|word| word.trim().to_lowercase())
        .any(|word| word != "concept" && unfinished::is_word_or_plural(&word))
}

/// What to write instead of a key, in small letters, of which nobody knows what it means.
fn remedy(lower: &str) -> &'static str {
    match lower {
        _ if ["embargo", "sperrfrist"].iter().any(|word| lower.contains(word)) => {
            "state its end as `embargo: 2027-05-05T09:00:00+02:00`, or delete the key"
        }
        _ if lower.contains("expir") => {
            "nothing expires here: delete the key, and state `withdrawn:` once the release is taken back"
        }
        _ if lower.contains("draft") => "state `draft: true` if nobody may see it yet, or delete the key",
        _ if lower.contains("publish") || lower.contains("release_") => {
            "state its day as `date:`, or as `embargo:` where it waits for that day, or delete the key"
        }
        _ => "docs/reference.md lists the keys that are known",
    }
}

impl FrontMatter {
    pub(super) fn unknown(&mut self, key: &Stated<String>, value: &Value, report: &mut Report) {
        let (lower, name) = (key.value.to_lowercase(), waiting::words_of(&key.value));
        let of_a_site = elsewhere::is_of_a_site(&name);
        let near = || {
            did_you_mean(&lower, ["embargo", "draft", "sperrfrist", "withdrawn"]).is_some()
                || strsim::damerau_levenshtein(&lower, "status") <= 2
        };
        let known = elsewhere::known_as(&name);
        let said = match value {
            _ if known == Some("subjects") && files_as_draft(value) => Holds::Yes,
            Value::Scalar { stated, .. } => waiting::says(key, &stated.value, &mut self.goes_public),
            Value::List(..) if lines_of(value).any(|line| waiting::says(key, line, &mut Vec::new()) == Holds::Yes) => {
                Holds::Yes
            }
            _ => Holds::Unknown,
        };
        let holds_back = match said {
            Holds::Yes => true,
            Holds::No => false,
            Holds::Unknown => !of_a_site && (near() || holds_back(&lower)),
        };
        let fix = match known {
            _ if said == Holds::Yes => "state `draft: true` if nobody may see it yet, or delete the key".to_owned(),
            Some(known) => format!("did you mean `{known}`?"),
            None => remedy(&lower).to_owned(),
        };
        if holds_back {
            // "Draft: yes" must not publish for the sake of a capital letter.
            report.error(key.at, "an unknown key that may hold the release back", fix).found(&key.value);
        } else if KEYS.contains(&lower.as_str()) {
            report.error(key.at, "keys are written in small letters", fix).found(&key.value);
        } else if let Some((below, _)) =
            value.lines_below().into_iter().find(|(below, line)| self.holds_below(below, line))
        {
            let fix = "state it at the top, as a key of its own";
            report.error(below.at, "an unknown key that may hold the release back", fix).found(&below.value);
        } else if !(of_a_site || known == Some("subjects") && self.is_told_of_subjects()) {
            report.warning(key.at, "an unknown key", fix).found(&key.value);
        }
    }

    /// `tags` and `categories` in one file are told of once, and not where `subjects` is stated.
    fn is_told_of_subjects(&mut self) -> bool {
        std::mem::replace(&mut self.told_of_subjects, true) || !self.subjects.is_empty()
    }

    /// A line below a key that nobody knows, as in `params:` and below it `draft: true`.
    fn holds_below(&mut self, key: &Stated<String>, line: &Stated<String>) -> bool {
        let name = waiting::words_of(&key.value);
        match waiting::says(key, &line.value, &mut self.goes_public) {
            Holds::Yes => true,
            Holds::No => false,
            Holds::Unknown => match name.as_str() {
                "draft" => values::truth_of(&line.value) != Some(false),
                "embargo" | "sperrfrist" | "withdrawn" => true,
                _ => false,
            },
        }
    }
}
