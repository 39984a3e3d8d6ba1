//! One kind of wording over all languages, or some kinds together, in the forms it is asked for: as the
//! whole of a text or at its start. A release's frame is often in another language than its body.
//!
//! A table is asked about a text as it stands, and folds no more of it than it compares.

use std::sync::LazyLock;

use super::ends::Ends;
use super::opening::{behind, opens_with};
use super::{Words, with_frames};

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
        &self.0.sorted[self.0.ends.with_first_letter_of(text)]
    }

    /// Whether a text is one of the entries.
    pub fn has(&self, text: &str) -> bool {
        let text = text.trim();
        self.with_first_letter_of(text).iter().any(|entry| behind(text, entry) == Some(""))
    }

    /// Whether a word, which is written small, is one of the entries.
    pub fn has_small(&self, word: &str) -> bool {
        self.with_first_letter_of(word).contains(&word)
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

fn entries(tables: &[fn(&'static Words) -> &'static [&'static str]]) -> Entries {
    let of_language = |words| tables.iter().flat_map(move |table| table(words).iter().copied());
    let mut sorted: Vec<&'static str> = with_frames().flat_map(of_language).collect();
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
    ($($(#[$about:meta])* $name:ident: $($table:ident)|+,)*) => {
        $($(#[$about])* pub static $name: Table = Table::of(|| entries(&[$(|words| words.$table),+]));)*
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
    SHOULDS: shoulds,
    TRADE_WORDS: trade_words,
    COMMENTS: comments,
    BILLS: bills,
    DOCUMENTS: documents,
    HOLDS: holds,
    HOLDS_ALONE: holds_alone,
    CLEARANCES: clearances,
    WAITING: waiting,
    REPLIES: replies,
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
    ARTICLES: articles,
    INDEFINITE_ARTICLES: indefinite_articles,
    POSSESSIVES: possessives,
    CONJUNCTIONS: conjunctions,
    GENITIVES: genitives,
    PURPOSES: purposes,
    LOCATIVES: locatives,
    DIRECTIONS: directions,
    WITHIN_PLACES: within_places,
    PARTICLES: particles,
    NO_NAMES: no_names,
    NO_HOUSE_OPENINGS: no_house_openings,
    BEFORE_DAYS: before_days,
    EVENT_DAYS: event_days,
    DAY_PREPOSITIONS: day_prepositions,
    PERIOD_ENDS: period_ends,
    DATED: dated,
    BEFORE_HOURS: before_hours,
    HALF_WEEKDAYS: half_weekdays,
    OPEN_ENDS: open_ends,
    VERB_PARTICLES: verb_particles,
    WRAPPED_ENDS: wrapped_ends,
    TOMORROW: tomorrow,
    NEGATIONS: negations,
    DEEDS: deeds,
    DEEDS_BEFORE_OBJECT: deeds_before_object,
    INTRODUCTIONS: introductions,
    BRIEFLY: briefly,
    NEWS_FROM: news_from,
    HEADLINE_JOINTS: headline_joints,
    WEAK_HOUSES: weak_houses,
    COMPOUND_HOUSES: compound_houses,
    NO_COMPOUND_HOUSES: no_compound_houses,
    COMPOUND_ROLES: compound_roles,
    ADJECTIVE_ENDS_BEFORE: adjective_ends_before,
    ADJECTIVE_ENDS_BEHIND: adjective_ends_behind,
    DEPARTMENTS: departments,
    OFFICES: offices,
    BUREAUS: bureaus,
    DESKS: desks,
    DESK_ENDS: desk_ends,
    ENQUIRIES: enquiries,
    CALLS: calls,
    CONTACT_CUES: contact_cues,
    BEFORE_NUMBERS: before_numbers,
    NO_ROLES: no_roles,
    PRESS_ADDRESSES: press_addresses,
    LINES: lines,
    CALL_TIMES: call_times,
    LINE_LABELS: line_labels,
    EXTENSIONS: extensions,
    NUMBER_LABELS: number_labels,
    REFERENCE_LABELS: reference_labels,
    RULINGS: rulings,
    STREETS: streets,
    COMPOUND_STREETS: compound_streets,
    BOXES: boxes,
    ACCOUNTS: accounts,
    PAGES: pages,
    PLAIN_RELEASE_LINES: plain_release_lines,
    BY_LAW: by_law,
    VERSIONS: versions,
    AGENTS: agents,
    ROUGHLY: roughly,
    NO_PLACES: no_places,
    DATES_OF_ANYTHING: dates_of_anything,
    SENTENCE_OPENINGS: sentence_openings,
    STATEMENTS: statements,
    EVENINGS: evenings,
    MORNINGS: mornings,
    ZONE_NOUNS: zone_nouns,
    BESIDE_HOURS: beside_hours,
    EMBARGO_STEMS: embargo_stems,
    BAN_OPENINGS: ban_openings,
    BEFORE_OCCASIONS: before_occasions,
    AFTER: after,
    LATE_OCCASIONS: late_occasions,
    FOR_RELEASE: for_release,
    FOR_RELEASE_AT_ONCE: for_release | for_immediate_release,
    UNKNOWN_DAYS: unknown_days,
    COPIES: copies,
    ATTENTION: attention,
    NEWSPAPERS: newspapers,
    DAYS_OF_PAPERS: days_of_papers,
    FREE_WITH_TIME: free_with_time,
    GOODS_BEFORE: goods_before,
    GOODS_BEHIND: goods_behind,
    NOONS: noons,
    MIDNIGHTS: midnights,
    HOUR_LABELS: hour_labels,
    SOURCES: sources,
    PICTURES: pictures,
    ISSUERS: issuers,
    STRICT: strict,
    PARAGRAPHS: paragraphs,
    ABOUT_ALONE: about_alone,
    DONE_AT: done_at,
    NO_PLACE_ENDS: no_place_ends,
    WITHIN_COMPOUND_PLACES: within_compound_places,
    PRESS_DESKS: press_desks,
    PLAIN_CONTACTS: plain_contacts,
    ONLY: only,
    TIMED_RELEASES: timed_releases,
    RELEASE_HOURS: release_hours,
    BEFORE_RELEASE_TIMES: before_release_times,
    MINISTRIES: ministries,
    REPEATS: repeats,
    SUITES: suites,
    LIST_HEADINGS: list_headings,
    NAVIGATION: navigation,
    HOME_PAGES: home_pages,
    SEATS: seats,
    PRESS_EVENTS: press_events,
    /// Small words within a name that say of whom it is, and not what for.
    OF_NAMES: articles | conjunctions | genitives,
    /// Small words within a name.
    NAME_WORDS: articles | conjunctions | genitives | purposes,
    /// Small words within the name of a house, which may say where it is.
    HOUSE_WORDS: articles | conjunctions | genitives | purposes | locatives,
    /// Those that part a name from what stands before it, of whatever kind.
    SMALL_WORDS: articles | indefinite_articles | conjunctions | genitives | purposes | locatives | directions,
    /// What stands before the name of a place.
    BEFORE_PLACES: locatives | directions,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_match_whole_words_only() {
        assert_eq!(CONTACT.opening("contactless payment"), None);
        assert_eq!(CONTACT.opening("contact: us"), Some("contact"));
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
