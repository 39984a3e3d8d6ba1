//! One kind of wording over all languages, in the forms it is asked for: as the whole of a text, at
//! its start, or anywhere in it. A release's frame is often in another language than its body.
//!
//! A table is asked about a text as it stands, and folds no more of it than it compares; what is
//! searched for an entry anywhere is given folded, see [`super::fold`].

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use super::ends::Ends;
use super::{Words, folded, with_frames};

/// Entries by their first letter, which rules out nearly all of them.
#[derive(Debug)]
pub struct Table(LazyLock<Entries>);

#[derive(Debug)]
struct Entries {
    /// By first byte, the longest first.
    sorted: Vec<&'static str>,
    ends: Ends,
    /// By last byte.
    by_last: Vec<&'static str>,
    last_ends: Ends,
}

impl Table {
    const fn of(entries: fn() -> Entries) -> Self {
        Self(LazyLock::new(entries))
    }

    pub fn iter(&self) -> impl Iterator<Item = &'static str> {
        self.0.sorted.iter().copied()
    }

    /// The entries that begin with the letter that a text begins with.
    fn with_first_letter_of(&self, text: &str) -> &[&'static str] {
        let entries = &*self.0;
        &entries.sorted[entries.ends.with_first_letter_of(text)]
    }

    /// Whether a text is one of the entries.
    pub fn has(&self, text: &str) -> bool {
        let text = text.trim();
        self.with_first_letter_of(text).iter().any(|entry| behind(text, entry) == Some(""))
    }

    /// The longest entry that a text opens with, as whole words.
    pub fn opening(&self, text: &str) -> Option<&'static str> {
        let text = text.trim_start();
        let mut entries = self.with_first_letter_of(text).iter();
        entries.find(|entry| opens_with(text, entry)).copied()
    }

    /// What stands before each entry that a folded text ends with, and the entry.
    pub fn before_each<'t>(&self, folded: &'t str) -> impl Iterator<Item = (&'t str, &'static str)> {
        let entries = &*self.0;
        let range = entries.last_ends.with(folded.bytes().next_back());
        entries.by_last[range].iter().filter_map(move |entry| Some((folded.strip_suffix(entry)?, *entry)))
    }

    /// What stands behind each entry that a text begins with.
    pub fn behind_each<'t>(&self, text: &'t str) -> impl Iterator<Item = &'t str> {
        self.with_first_letter_of(text).iter().filter_map(move |entry| behind(text, entry))
    }

    /// The longest entry that a text begins with, though its last word may go on.
    pub fn beginning(&self, text: &str) -> Option<&'static str> {
        let text = text.trim_start();
        self.with_first_letter_of(text).iter().find(|entry| behind(text, entry).is_some()).copied()
    }
}

/// What stands behind an entry, or another folded text, that a text begins with.
#[inline]
pub fn behind<'t>(text: &'t str, entry: &str) -> Option<&'t str> {
    // The second letter and the third tell nearly all others apart.
    if let (Some(letters), Some(wanted)) = (text.as_bytes().first_chunk::<3>(), entry.as_bytes().first_chunk::<3>())
        && letters.is_ascii()
        && (letters[1].to_ascii_lowercase() != wanted[1] || letters[2].to_ascii_lowercase() != wanted[2])
    {
        return None;
    }
    behind_by_bytes(text, entry)
}

/// Letter by letter only from where one is not ASCII.
fn behind_by_bytes<'t>(text: &'t str, entry: &str) -> Option<&'t str> {
    let pairs = text.bytes().zip(entry.bytes());
    let same = pairs.take_while(|(letter, wanted)| letter.is_ascii() && letter.to_ascii_lowercase() == *wanted).count();
    let (text, entry) = (&text[same..], &entry[same..]);
    let mut letters = text.chars();
    entry.chars().all(|wanted| letters.next().map(folded) == Some(wanted)).then_some(letters.as_str())
}

fn entries(table: fn(&'static Words) -> &'static [&'static str]) -> Entries {
    let mut sorted: Vec<&'static str> = with_frames().flat_map(|words| table(words).iter().copied()).collect();
    sorted.sort_by_key(|entry| (entry.as_bytes().first().copied(), std::cmp::Reverse(entry.len()), *entry));
    sorted.dedup();
    let mut by_last = sorted.clone();
    by_last.sort_by_key(|entry| entry.bytes().next_back());
    Entries {
        ends: Ends::of(sorted.iter().map(|entry| entry.bytes().next())),
        last_ends: Ends::of(by_last.iter().map(|entry| entry.bytes().next_back())),
        sorted,
        by_last,
    }
}

macro_rules! tables {
    ($($name:ident: $table:ident,)*) => {
        $(pub static $name: Table = Table::of(|| entries(|words| words.$table));)*
    };
}

tables! {
    RELEASE_LINES: release_lines,
    EMBARGO: embargo,
    UNTIL: until,
    CONTACT: contact,
    CONTACT_LABELS: contact_labels,
    OTHER_CONTACT: other_contact,
    BOILERPLATE: boilerplate,
    FALSE_BOILERPLATE: false_boilerplate,
    CAPTION: caption,
    CREDIT: credit,
    NOTES: notes,
    PHONE: phone,
    FAX: fax,
    EMAIL: email,
    WEB: web,
    OTHER_LABEL: other_label,
    DATE: date,
    BYLINES: bylines,
    READING_TIME: reading_time,
    FACTS: facts,
    TIMES: times,
    ROLES: roles,
    ORGANISATIONS: organisations,
    HOUSES: houses,
    KINDS: kinds,
    TEXT_KINDS: text_kinds,
    HONORIFICS: honorifics,
    END_MARKS: end_marks,
    SAYS: says,
    PAGE_TURNS: page_turns,
    DRAFTS: drafts,
    DRAFTS_ALONE: drafts_alone,
    OTHER_TEXTS: other_texts,
    CHANGES: changes,
    CORRECTIONS: corrections,
    CORRECTED_FOLLOWS: corrected_follows,
    WITHDRAWALS: withdrawals,
    ENCLOSED: enclosed,
    SALUTATIONS: salutations,
    HEADLINES: headlines,
    PLACES: places,
    ROUTING: routing,
    FILING: filing,
    BUTTONS: buttons,
    WIRE_FEET: wire_feet,
    VALEDICTIONS: valedictions,
    CONTACT_FIELDS: contact_fields,
    PUBLICATION: publication,
    BOILERPLATE_ALONE: boilerplate_alone,
    CREDITS_ALONE: credits_alone,
    MAIL: mail,
    MINUTES: minutes,
    IMPRINTS: imprints,
    DELIVERY: delivery,
    TO_PUBLISH: to_publish,
    FREE_FROM: free_from,
    BEGINNINGS: beginnings,
    OF_ITSELF: of_itself,
    NO_EMBARGO: no_embargo,
    RELEASE_TIMES: release_times,
    BANS: bans,
    OCCASIONS: occasions,
    RESTRICTIONS: restrictions,
}

/// One kind of wording, searched for in a single pass over a text.
#[derive(Debug)]
pub struct Search(LazyLock<Option<AhoCorasick>>);

macro_rules! searches {
    ($($name:ident: $table:ident,)*) => {
        // Built from our own tables; if that failed, a test would.
        $(pub static $name: Search = Search(LazyLock::new(|| {
            AhoCorasick::new(with_frames().flat_map(|words| words.$table)).ok()
        }));)*
    };
}

searches! {
    ORGANISATIONS_IN: organisations,
    ROLES_IN: roles,
    COUNTS: counts,
    ISSUED_IN: issued,
    ADDRESSED: addressed,
    PUBLICATION_IN: publication,
    NOT_BEFORE: not_before,
    FORBIDS_IN: forbids,
    PERMITS_IN: permits,
    KEPT_IN: kept,
    PARTS_IN: parts,
    UNTIL_NOTICE_IN: until_notice,
    TIMES_OF_DAY: times_of_day,
    INVITATION_IN: invitations,
}

impl Search {
    /// Whether an entry stands in the text as whole words.
    pub fn is_in(&self, folded: &str) -> bool {
        self.0.as_ref().is_some_and(|search| {
            search.find_overlapping_iter(folded).any(|found| is_whole(folded, found.start(), found.end()))
        })
    }

    /// Whether an entry stands in the text, be it within a word.
    pub fn is_within(&self, folded: &str) -> bool {
        self.0.as_ref().is_some_and(|search| search.is_match(folded))
    }
}

pub(super) fn is_whole(text: &str, start: usize, end: usize) -> bool {
    starts_anew(&text[end..]) && text[..start].chars().next_back().is_none_or(|c| !c.is_alphanumeric())
}

/// Whether a text opens with an entry as whole words.
pub fn opens_with(text: &str, entry: &str) -> bool {
    behind(text, entry).is_some_and(starts_anew)
}

fn starts_anew(rest: &str) -> bool {
    rest.chars().next().is_none_or(|c| !c.is_alphanumeric())
}

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_match_whole_words_only() {
        assert_eq!(CONTACT.opening("contactless payment"), None);
        assert_eq!(CONTACT.opening("contact: us"), Some("contact"));
        assert!(!ROLES_IN.is_in("the directory") && ROLES_IN.is_in("our director, here"));
    }

    #[test]
    fn every_entry_is_found_as_a_whole_and_at_the_start() {
        for table in [&RELEASE_LINES, &EMBARGO, &ROLES, &ORGANISATIONS, &CREDIT, &HONORIFICS] {
            for entry in table.iter() {
                assert!(table.has(entry), "{entry}");
                assert!(table.beginning(entry) == Some(entry), "{entry}");
            }
        }
    }
}
