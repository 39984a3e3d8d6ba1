//! Names that stand for a number, months and weekdays, and those of time zones.

use std::cmp::Reverse;
use std::sync::LazyLock;

use chrono_tz::Tz;

use super::ends::Ends;
use super::opening::behind;
use super::{Words, with_frames};

/// A table of names that stand for a number.
#[derive(Debug)]
pub struct Names(LazyLock<Named>);

#[derive(Debug)]
struct Named {
    sorted: Vec<(&'static str, u32)>,
    ends: Ends,
}

pub static MONTHS: Names = Names(LazyLock::new(|| named(|words| words.months)));
pub static WEEKDAYS: Names = Names(LazyLock::new(|| named(|words| words.weekdays)));

fn named(table: fn(&'static Words) -> &'static [(&'static str, u32)]) -> Named {
    let mut sorted: Vec<_> = with_frames().flat_map(|words| table(words).iter().copied()).collect();
    // Stable: of a name in two languages the first one's number stays in front.
    sorted.sort_by_key(|(name, _)| *name);
    sorted.dedup_by_key(|(name, _)| *name);
    Named { ends: Ends::of(sorted.iter().map(|(name, _)| name.bytes().next())), sorted }
}

impl Names {
    pub fn number(&self, word: &str) -> Option<u32> {
        let names = &*self.0;
        let mut alike = names.sorted[names.ends.with_first_letter_of(word)].iter();
        alike.find(|(name, _)| behind(word, name) == Some("")).map(|(_, number)| *number)
    }
}

/// Whether a text names a weekday by more than its first three letters.
pub fn names_weekday(text: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric()).any(|word| word.chars().count() > 3 && WEEKDAYS.number(word).is_some())
}

/// The first zone that a folded text names, and where. Of those that begin at one place the longest counts.
pub fn zone_in(folded: &str) -> Option<(usize, Tz)> {
    let zones = with_frames().flat_map(|words| words.zones);
    let named = zones.filter_map(|(name, zone)| Some((folded.find(name)?, name.len(), *zone)));
    named.min_by_key(|(at, length, _)| (*at, Reverse(*length))).map(|(at, _, zone)| (at, zone))
}
