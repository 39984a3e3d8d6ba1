//! A key that nobody knows: whether it may hold the release back, which is an error, or is only told of.

use super::entries::Value;
use super::waiting::{self, Holds};
use super::{FrontMatter, KEYS, Stated, elsewhere, values};
use crate::problem::{Report, did_you_mean};

/// Whether a key, or front matter that can't be read, in small letters, has a word of waiting.
pub fn holds_back(lower: &str) -> bool {
    let lower = lower.replace("publisher", "").replace("shareholder", "").replace("stakeholder", "");
    ["embargo", "sperrfrist", "draft", "status", "publish", "release_", "hold", "expir", "withdraw", "retract"]
        .iter()
        .any(|word| lower.contains(word))
}

impl FrontMatter {
    pub(super) fn unknown(&mut self, key: &Stated<String>, value: &Value, report: &mut Report) {
        let (lower, name) = (key.value.to_lowercase(), waiting::words_of(&key.value));
        let of_a_site = elsewhere::is_of_a_site(&name);
        let near = || {
            did_you_mean(&lower, ["embargo", "draft", "sperrfrist", "withdrawn"]).is_some()
                || strsim::damerau_levenshtein(&lower, "status") <= 2
        };
        let said = match value {
            Value::Scalar { stated, .. } => waiting::says(key, &stated.value, &mut self.goes_public),
            _ => Holds::Unknown,
        };
        let holds_back = match said {
            Holds::Yes => true,
            Holds::No => false,
            Holds::Unknown => !of_a_site && (near() || holds_back(&lower)),
        };
        let fix = match elsewhere::known_as(&name) {
            _ if said == Holds::Yes => "state `draft: true` if nobody may see it yet, or delete the key".to_owned(),
            Some(known) => format!("did you mean `{known}`?"),
            None => "docs/reference.md lists the keys that are known".to_owned(),
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
        } else if !of_a_site {
            report.warning(key.at, "an unknown key", fix).found(&key.value);
        }
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
