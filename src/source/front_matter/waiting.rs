//! Keys by which other systems keep a text from the public: a switch, or the day on which it goes live.
//!
//! None of them is known here, so that none may be passed over: a release that waits there must not be
//! published for the sake of another name.

use unicode_normalization::UnicodeNormalization as _;

use super::Stated;
use super::values::truth_of;
use crate::problem::Place;
use crate::source::unfinished;

/// True in these means that nobody is to see it.
const HIDES: [&str; 29] = [
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
    "headless",
    "exclude",
    "excluded",
    "eleventy_exclude_from_collections",
    "exclude_from_collections",
    "exclude_from_feed",
    "feed_exclude",
    "confidencial",
    "vertraulich",
    "confidentiel",
    "intern",
    "interne",
    "interno",
    "is_draft",
    "isdraft",
    "no_index",
    "noindex",
];

/// False in these does.
const SHOWS: [&str; 15] = [
    "active",
    "approved",
    "cleared",
    "complete",
    "final",
    "finished",
    "live",
    "listed",
    "online",
    "public",
    "publish",
    "published",
    "ready",
    "released",
    "visible",
];

/// False in these does, and a value of another kind says nothing: `permalink: false`, `list: false`.
const LISTS: [&str; 24] = [
    "aktiv",
    "aktuell",
    "aktywne",
    "enabled",
    "fertig",
    "freigegeben",
    "list",
    "permalink",
    "publicado",
    "publicerad",
    "publicada",
    "publié",
    "publie",
    "publisert",
    "opublikowane",
    "pubblicato",
    "gepubliceerd",
    "udgivet",
    "render",
    "show",
    "sichtbar",
    "veröffentlicht",
    "veroeffentlicht",
    "visibile",
];

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

/// The value of a key that has one of these words is the day of publication, which may be yet to come.
const DAYS: [&str; 46] = [
    "active",
    "available",
    "display",
    "live",
    "online",
    "post",
    "posted",
    "pub",
    "pubdate",
    "publication",
    "publish",
    "publishdate",
    "published",
    "release",
    "releasedate",
    "released",
    "show",
    "start",
    "visible",
    "datum",
    "dato",
    "fecha",
    "data",
    "planned",
    "geplant",
    "veröffentlichung",
    "veröffentlicht",
    "veroeffentlichung",
    "publikation",
    "publié",
    "parution",
    "publicación",
    "publicado",
    "publicação",
    "pubblicazione",
    "pubblicato",
    "publicatie",
    "gepubliceerd",
    "publicering",
    "publicerad",
    "offentliggørelse",
    "udgivet",
    "publisering",
    "publisert",
    "publikacja",
    "publikacji",
];

/// A text of which a key says one of these is not public.
const NOT_PUBLIC: [&str; 7] = ["embargoed", "hidden", "in review", "pending", "private", "scheduled", "unpublished"];
/// These keys say for whom it is, and their value that it is for nobody outside.
const AUDIENCES: [&str; 8] =
    ["access", "audience", "classification", "confidentiality", "distribution", "permissions", "privacy", "visible_to"];
const NOT_FOR_ALL: [&str; 12] = [
    "confidential",
    "employees",
    "intern",
    "internal",
    "interne",
    "interno",
    "members",
    "private",
    "restricted",
    "secret",
    "staff",
    "team",
];
/// In these keys so is one of these.
const STAGES: [&str; 5] = ["review", "stage", "state", "workflow", "workflow_state"];
const NOT_PUBLIC_YET: [&str; 5] = ["approval", "editing", "new", "open", "review"];

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

/// A key in small letters, its words parted by underscores: "releaseDate" and "release-date" are one.
pub fn words_of(key: &str) -> String {
    let mut words = String::with_capacity(key.len() + 4);
    let mut small = false;
    for sign in key.trim().nfc() {
        if sign.is_uppercase() && small {
            words.push('_');
        }
        small = sign.is_lowercase() || sign.is_ascii_digit();
        words.extend(if matches!(sign, '-' | ' ' | '.') { '_' } else { sign }.to_lowercase());
    }
    words
}

/// What a key that nobody knows says of when its release is public.
pub fn says(key: &Stated<String>, value: &str, days: &mut Vec<GoesPublic>) -> Holds {
    let name = words_of(&key.value);
    let value = value.trim();
    let is = |table: &[&str]| table.contains(&name.as_str());
    // "Draft" is a slip of a key that is known.
    let is_unfinished = |name: &str| name != "draft" && unfinished::is_word(name);
    if let Some(truth) = truth_of(value) {
        return match truth {
            _ if is(&SCHEDULES) => Holds::Yes,
            true if is(&HIDES) || is_unfinished(&name) => Holds::Yes,
            false if is(&SHOWS) || is(&LISTS) => Holds::Yes,
            _ if is(&HIDES) || is(&SHOWS) || is_unfinished(&name) => Holds::No,
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
    let said = value.to_lowercase();
    // "build: {render: never}" of Hugo.
    let never = said == "never" && is(&LISTS) || name == "robots" && said.contains("noindex");
    if never
        || unfinished::is_word(&said)
        || NOT_PUBLIC.contains(&said.as_str())
        || is(&STAGES) && NOT_PUBLIC_YET.contains(&said.as_str())
        || is(&AUDIENCES) && said.split([',', ' ']).any(|word| NOT_FOR_ALL.contains(&word))
    {
        return Holds::Yes;
    }
    let by_schedule = is(&SCHEDULES);
    let opens_with_day = value.starts_with(|sign: char| sign.is_ascii_digit()) && value.len() >= "1 May 2026".len();
    if by_schedule
        || is(&SHOWS) && name != "publish" && name != "published"
        || opens_with_day && name.split('_').any(|word| DAYS.contains(&word))
        || matches!(name.as_str(), "available" | "pub_date" | "pubdate" | "release" | "released")
    {
        days.push(GoesPublic { key: key.value.clone(), at: key.at, value: value.to_owned(), by_schedule });
        return Holds::No;
    }
    Holds::Unknown
}

/// Whether front matter that can't be read, in small letters, has one of these keys.
pub fn may_say(lower: &str) -> bool {
    let tables = || HIDES.iter().chain(&SHOWS).chain(&LISTS).chain(&SCHEDULES).chain(&DAYS);
    let keys = lower.lines().filter_map(|line| line.split_once([':', '='])).map(|(key, _)| words_of(key));
    keys.filter(|key| key.len() < 40).any(|key| unfinished::is_word(&key) || tables().any(|known| *known == key))
}
