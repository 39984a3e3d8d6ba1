//! Keys by which other systems keep a text from the public: a switch, or the day on which it goes live.
//!
//! None of them is known here, so that none may be passed over: a release that waits there must not be
//! published for the sake of another name.

use super::Stated;
use super::values::truth_of;
use super::yaml::Value;
use crate::problem::Place;

/// True in these means that nobody is to see it.
const HIDES: [&str; 12] = [
    "confidential",
    "hidden",
    "hide",
    "internal",
    "locked",
    "password",
    "private",
    "protected",
    "secret",
    "unlisted",
    "unpublished",
    "wip",
];

/// False in these does.
const SHOWS: [&str; 10] =
    ["active", "approved", "live", "listed", "online", "public", "publish", "published", "released", "visible"];

/// Their value is the day on which a system publishes by itself.
const SCHEDULES: [&str; 17] = [
    "active_from",
    "available_from",
    "go_live",
    "goes_live",
    "golive",
    "live_at",
    "live_from",
    "live_on",
    "not_before",
    "online_from",
    "public_from",
    "schedule",
    "scheduled",
    "show_from",
    "shown_from",
    "start_publishing",
    "visible_from",
];

/// Their value is the day of publication, which may be yet to come.
const DAYS: [&str; 14] = [
    "available",
    "display_date",
    "live_date",
    "online_date",
    "post_date",
    "pub_date",
    "pubdate",
    "publication_date",
    "publication_day",
    "publishing_date",
    "release",
    "release_date",
    "release_day",
    "released",
];

/// Their value says how far a text is on its way to the public.
const STAGES: [&str; 9] = [
    "approval",
    "moderation",
    "moderation_state",
    "review",
    "review_state",
    "stage",
    "state",
    "workflow",
    "workflow_state",
];

/// Of a text on that way: nobody is to see it yet.
const NOT_YET: [&str; 13] = [
    "awaiting",
    "draft",
    "embargoed",
    "hidden",
    "in review",
    "in_review",
    "internal",
    "pending",
    "private",
    "review",
    "scheduled",
    "unpublished",
    "waiting",
];

/// The day on which another system would make the release public, as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoesPublic {
    pub key: String,
    pub at: Place,
    pub value: String,
    /// The key means nothing else.
    pub by_schedule: bool,
}

/// Whether a key holds its release back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    Yes,
    No,
    Unknown,
}

/// What a key that nobody knows says of when its release is public.
pub fn says(key: &Stated<String>, value: &Value, days: &mut Vec<GoesPublic>) -> Holds {
    let name = in_words(&key.value);
    let Value::Scalar(stated, _) = value else { return Holds::Unknown };
    let value = stated.value.trim();
    let is = |table: &[&str]| table.contains(&name.as_str());
    if let Some(truth) = truth_of(value) {
        return match truth {
            _ if is(&SCHEDULES) => Holds::Yes,
            true if is(&HIDES) => Holds::Yes,
            false if is(&SHOWS) => Holds::Yes,
            _ if is(&HIDES) || is(&SHOWS) => Holds::No,
            _ => Holds::Unknown,
        };
    }
    if name == "password" && !value.is_empty() {
        return Holds::Yes;
    }
    if name == "visibility" {
        let seen = ["public", "visible", "everyone", "all"].contains(&value.to_lowercase().as_str());
        return if seen { Holds::No } else { Holds::Yes };
    }
    if is(&STAGES) {
        let lower = value.to_lowercase();
        return if NOT_YET.contains(&lower.as_str()) { Holds::Yes } else { Holds::Unknown };
    }
    // "release_date: soon"
    if name.starts_with("release_") && !value.contains(|c: char| c.is_ascii_digit()) {
        return Holds::Yes;
    }
    let by_schedule = is(&SCHEDULES);
    if by_schedule || is(&DAYS) || is(&SHOWS) && name != "publish" && name != "published" {
        days.push(GoesPublic { key: key.value.clone(), at: key.at, value: value.to_owned(), by_schedule });
        return Holds::No;
    }
    Holds::Unknown
}

/// "releaseDate" and "Release-Date" as `release_date`.
fn in_words(key: &str) -> String {
    let mut words = String::with_capacity(key.len() + 2);
    let mut before = ' ';
    for c in key.chars() {
        if c.is_uppercase() && before.is_lowercase() {
            words.push('_');
        }
        words.extend(if matches!(c, '-' | ' ') { '_' } else { c }.to_lowercase());
        before = c;
    }
    words
}

/// Whether front matter that can't be read, in small letters, has one of these keys.
pub fn may_say(lower: &str) -> bool {
    let tables = || HIDES.iter().chain(&SHOWS).chain(&SCHEDULES).chain(&DAYS);
    let keys =
        lower.lines().filter_map(|line| line.split_once(':')).map(|(key, _)| key.trim().replace(['-', ' '], "_"));
    keys.filter(|key| key.len() < 20).any(|key| tables().any(|known| *known == key))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::Report;
    use crate::source::front_matter::yaml;

    #[test]
    fn a_stage_before_the_last_holds_back_in_any_writing_of_its_key() {
        for (line, holds) in [
            ("stage: draft", Holds::Yes),
            ("workflowState: In review", Holds::Yes),
            ("Review: pending", Holds::Yes),
            ("startPublishing: yes", Holds::Yes),
            ("releaseDate: soon", Holds::Yes),
            ("releaseDate: 2090-05-03", Holds::No),
            ("stage: final", Holds::Unknown),
        ] {
            let entries = yaml::read(line, 1, &mut Report::new("a.md")).unwrap_or_default();
            let said: Vec<Holds> = entries.iter().map(|(key, value)| says(key, value, &mut Vec::new())).collect();
            assert_eq!(said, [holds], "{line}");
        }
    }
}
