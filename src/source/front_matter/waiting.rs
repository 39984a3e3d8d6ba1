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
const SCHEDULES: [&str; 12] = [
    "available_from",
    "go_live",
    "goes_live",
    "golive",
    "live_at",
    "live_from",
    "live_on",
    "not_before",
    "online_from",
    "schedule",
    "scheduled",
    "visible_from",
];

/// Their value is the day of publication, which may be yet to come.
const DAYS: [&str; 5] = ["available", "pub_date", "pubdate", "release", "released"];

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
    let name = key.value.to_lowercase().replace(['-', ' '], "_");
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
    let by_schedule = is(&SCHEDULES);
    if by_schedule || is(&DAYS) || is(&SHOWS) && name != "publish" && name != "published" {
        days.push(GoesPublic { key: key.value.clone(), at: key.at, value: value.to_owned(), by_schedule });
        return Holds::No;
    }
    Holds::Unknown
}

/// Whether front matter that can't be read, in small letters, has one of these keys.
pub fn may_say(lower: &str) -> bool {
    let tables = || HIDES.iter().chain(&SHOWS).chain(&SCHEDULES).chain(&DAYS);
    let keys =
        lower.lines().filter_map(|line| line.split_once(':')).map(|(key, _)| key.trim().replace(['-', ' '], "_"));
    keys.filter(|key| key.len() < 20).any(|key| tables().any(|known| *known == key))
}
