//! The words press offices use and the small words of grammar, one language a file. All entries are lower case.
//!
//! To teach the parser a wording, add it to the language's file; where the reader that asks for its kind
//! needs it narrower than another, it asks for a kind of its own. The list of kinds below is as long as
//! there are kinds.
//!
//! Elsewhere in the parser stands only what is of no one language: names of agencies, exchanges, registers,
//! sites, legal forms, abbreviations of zones, degrees and "number", signs, currencies, units and
//! ordinals, and what programs write. There are three exceptions: the small words within a written date or
//! hour are part of its shape (`date`); what tells languages apart is with the telling (`language`); and a
//! rule that holds in one language alone, or a single word behind a table, stands where it is asked, and
//! says so. What templates leave to be filled in is of all languages at once (`templates`).

mod beyond;
pub mod by_language;
mod da;
mod de;
mod en;
mod ends;
mod es;
mod fi;
mod fr;
mod it;
mod names;
mod nb;
mod nl;
mod opening;
mod pl;
mod pt;
mod search;
mod sv;
mod table;
mod tables;
mod templates;
mod untaught;
mod wordings;

use chrono_tz::Tz;

use crate::characters;
pub use names::{MONTHS, WEEKDAYS, names_weekday, zone_in};
pub use opening::{behind, opens_with};
pub use search::*;
pub use table::Table;
pub use tables::*;
pub use templates::{
    ALONE, ASKED, ASKED_IN_PARENTHESES, BLANK_FORMS, FIELDS, LAST_OF_FIELD, LAST_ORDERS, MERGED, NUMBERED, ORDERS,
    PROGRAM_SIGNS, TO_COME,
};
pub use wordings::{Wordings, wordings};

/// A struct of tables, and for the test of all of them a list that none is missing from.
macro_rules! listed {
    ($(#[$of:meta])* pub struct $name:ident { $($(#[$about:meta])* pub $table:ident: $kind:ty,)* }) => {
        $(#[$of])*
        pub struct $name { $($(#[$about])* pub $table: $kind,)* }

        #[cfg(test)]
        impl $name {
            /// Each table's name and its entries.
            fn tables(&self) -> Vec<(&'static str, Vec<&'static str>)> {
                vec![$((stringify!($table), tests::Entries::entries(&self.$table)),)*]
            }
        }
    };
}

listed! {
/// One language's words.
pub struct Words {
    /// BCP 47.
    pub language: &'static str,
    /// Full names and abbreviations, without a final period.
    pub months: &'static [(&'static str, u32)],
    /// Monday is 0.
    pub weekdays: &'static [(&'static str, u32)],
    /// "For immediate release", "Pressemitteilung".
    pub release_lines: &'static [&'static str],
    /// Openings of a line that puts the text under embargo.
    pub embargo: &'static [&'static str],
    /// Wordings that mean an embargo wherever they stand, even in a sentence.
    pub embargo_anywhere: &'static [&'static str],
    /// "Until", between the embargo's word and its end.
    pub until: &'static [&'static str],
    /// Openings of a contact block.
    pub contact: &'static [&'static str],
    /// Roles, and whom a line is for, which open a contact where somebody's name or number follows.
    pub contact_labels: &'static [&'static str],
    /// What makes a sentence with an address the press contact.
    pub contact_sentence: &'static [&'static str],
    /// Phones and addresses under these headings are for other people.
    pub other_contact: &'static [&'static str],
    /// "About", before the organisation's name.
    pub boilerplate: &'static [&'static str],
    /// Headings that look like a boilerplate's and are none.
    pub false_boilerplate: &'static [&'static str],
    pub caption: &'static [&'static str],
    pub credit: &'static [&'static str],
    /// Headings of notes to editors.
    pub notes: &'static [&'static str],
    /// Wordings of funding and legal notices.
    pub notices: &'static [&'static str],
    pub phone: &'static [&'static str],
    pub fax: &'static [&'static str],
    pub email: &'static [&'static str],
    pub web: &'static [&'static str],
    /// Labels whose value is kept but is no field: an address, opening hours.
    pub other_label: &'static [&'static str],
    /// Labels before the date of a release.
    pub date: &'static [&'static str],
    /// Wordings of a sentence that says when a text was made public.
    pub issued: &'static [&'static str],
    /// What stands between a text and who wrote it, or put it on a site.
    pub bylines: &'static [&'static str],
    /// What a site says of how long a text takes to read.
    pub reading_time: &'static [&'static str],
    /// Labels of an event's facts: when, where, who.
    pub facts: &'static [&'static str],
    /// Labels before the time of day of a release, below its date.
    pub times: &'static [&'static str],
    /// Words of a role: "director", "spokesman".
    pub roles: &'static [&'static str],
    /// Words that only an organisation's name holds.
    pub organisations: &'static [&'static str],
    /// Kinds of houses that are known as such in a letterhead alone.
    pub houses: &'static [&'static str],
    /// What kind of text it is, as it stands above a headline: "product recall".
    pub kinds: &'static [&'static str],
    /// What a text calls itself before its date: "joint statement".
    pub text_kinds: &'static [&'static str],
    /// Titles and degrees before a name.
    pub honorifics: &'static [&'static str],
    pub end_marks: &'static [&'static str],
    /// Between signs at the foot of a page: the text goes on on the next.
    pub page_turns: &'static [&'static str],
    /// What a text calls itself that is not finished.
    pub drafts: &'static [&'static str],
    /// The same in words that mean something else as soon as others follow: "Projet : une gare".
    pub drafts_alone: &'static [&'static str],
    /// What advice is given with: "should".
    pub shoulds: &'static [&'static str],
    /// What press offices speak of among themselves, and the public is told nothing of.
    pub press_trade: &'static [&'static str],
    /// What a word processor calls a remark at the margin, before the mark of who made it.
    pub comments: &'static [&'static str],
    /// "I", "my", in all forms.
    pub first_person: &'static [&'static str],
    /// Who is of the press, as the beginnings of words: whoever writes to them, or is written to.
    pub press_people: &'static [&'static str],
    /// How a line of a bill begins that gives its number.
    pub bills: &'static [&'static str],
    /// The same, where a year, a number or a day may follow, and a release might be called so as well: "minutes".
    pub documents: &'static [&'static str],
    /// What holds a text back that calls itself neither a draft nor secret: "do not send", "reactive only".
    pub holds: &'static [&'static str],
    /// Such words as are plain nouns too, and hold a text back where nothing else stands on their line.
    pub holds_alone: &'static [&'static str],
    /// Labels of how far a text is: "status", "approval".
    pub clearances: &'static [&'static str],
    /// What stands behind such a label while nobody has cleared the text.
    pub waiting: &'static [&'static str],
    /// "Feedback by", before the day by which others are to have read a text.
    pub replies: &'static [&'static str],
    /// Labels before the date of a change.
    pub changes: &'static [&'static str],
    /// Openings of a line that says something was put right.
    pub corrections: &'static [&'static str],
    /// Sentences that announce a release as it is to be, below what was wrong with it.
    pub corrected_follows: &'static [&'static str],
    /// Openings of a line that takes the release back.
    pub withdrawals: &'static [&'static str],
    /// Labels of what is sent with a release.
    pub enclosed: &'static [&'static str],
    /// What is counted below a text: words, characters.
    pub counts: &'static [&'static str],
    /// Verbs that say who said what stands behind a dash.
    pub says: &'static [&'static str],
    /// Openings of a letter.
    pub salutations: &'static [&'static str],
    /// Labels before a headline or sub-headline.
    pub headlines: &'static [&'static str],
    /// Labels of a form for where a release is from.
    pub places: &'static [&'static str],
    /// Labels before the desk that a release is addressed to.
    pub routing: &'static [&'static str],
    /// Labels under which a site files a release.
    pub filing: &'static [&'static str],
    /// Openings of a line that a web page or a layout adds.
    pub buttons: &'static [&'static str],
    /// Openings of a line that a news wire adds below.
    pub wire_feet: &'static [&'static str],
    /// Closings of a letter, above the name of its sender.
    pub valedictions: &'static [&'static str],
    /// Labels of a contact's name, house and position in a form.
    pub contact_fields: &'static [&'static str],
    /// Words of a line that invites to something.
    pub invitations: &'static [&'static str],
    /// Openings of a line that says on which day a text is to be published.
    pub to_publish: &'static [&'static str],
    /// Openings of a line that says from when a text is free.
    pub free_from: &'static [&'static str],
    /// What a ban in front of a text forbids.
    pub publication: &'static [&'static str],
    /// Until when it forbids it.
    pub not_before: &'static [&'static str],
    /// Words that make of a publication one that is forbidden.
    pub forbids: &'static [&'static str],
    /// Words that make of it one that is allowed.
    pub permits: &'static [&'static str],
    /// Words before the day from which it is allowed.
    pub beginnings: &'static [&'static str],
    /// Beginnings of a sentence by which a text speaks of itself.
    pub of_itself: &'static [&'static str],
    /// What is done with an embargo of news: kept, lifted, ended.
    pub kept: &'static [&'static str],
    /// Of an embargo: until somebody says so, and no day.
    pub until_notice: &'static [&'static str],
    /// That there is none.
    pub no_embargo: &'static [&'static str],
    /// Labels before the day and the time at which a text is released.
    pub release_times: &'static [&'static str],
    /// Lines above a text that forbid to publish it, and say no day.
    pub bans: &'static [&'static str],
    /// What is sent out and may be free at a time of its own: a speech, its pictures.
    pub parts: &'static [&'static str],
    /// From when a text is free, by what happens then and no clock: the close of the exchange.
    pub occasions: &'static [&'static str],
    /// Openings of a legal notice above a text: where it may not be spread, and what it is by law.
    pub restrictions: &'static [&'static str],
    /// What only a time of day holds, also where it is written in no figures.
    pub times_of_day: &'static [&'static str],
    /// Headings of a boilerplate that name no house.
    pub boilerplate_alone: &'static [&'static str],
    /// Beside an embargo: that what is said counts, and not what is written.
    pub delivery: &'static [&'static str],
    /// Beginnings of the words by which a letter addresses its readers.
    pub addressed: &'static [&'static str],
    /// Credits that are no name: "private", "own picture".
    pub credits_alone: &'static [&'static str],
    /// The label before whom a text is from.
    pub senders: &'static [&'static str],
    /// Labels in the head of an e-mail.
    pub mail: &'static [&'static str],
    /// Wordings of a licence.
    pub licences: &'static [&'static str],
    /// Openings of a line in the minutes of a meeting.
    pub minutes: &'static [&'static str],
    /// Openings of a line in the imprint of a website.
    pub imprints: &'static [&'static str],
    /// Wordings of a newsletter.
    pub newsletters: &'static [&'static str],
    /// Wordings in the headline of a guide to press releases.
    pub guides: &'static [&'static str],
    /// Headings of what stands in such a folder by mistake: a job advertisement, a privacy policy, a page not found.
    pub other_texts: &'static [&'static str],
    /// "The", in all cases.
    pub articles: &'static [&'static str],
    /// "A".
    pub indefinite_articles: &'static [&'static str],
    /// "Our", in all forms.
    pub possessives: &'static [&'static str],
    /// "And", "or". The Dutch "of" is left out, since in English it says whose something is.
    pub conjunctions: &'static [&'static str],
    /// "Of": what says whose something is.
    pub genitives: &'static [&'static str],
    /// "For": what or whom something is meant for.
    pub purposes: &'static [&'static str],
    /// "In", "at": where something is.
    pub locatives: &'static [&'static str],
    /// "From", "to": where something comes from or goes.
    pub directions: &'static [&'static str],
    /// Small words within the name of a place; fewer than in the name of a house, since most of what is no place has some.
    pub within_places: &'static [&'static str],
    /// Small words within the name of a person.
    pub particles: &'static [&'static str],
    /// Small words that no name of a person begins with, as some begin with an article.
    pub no_names: &'static [&'static str],
    /// What no name of a house begins with: "new", and articles where such names have none.
    pub no_house_openings: &'static [&'static str],
    /// Small words before a day.
    pub before_days: &'static [&'static str],
    /// Small words that part an event from its day, and hardly ever a place from the day of a release.
    pub event_days: &'static [&'static str],
    /// Prepositions that nothing but a day or a month may follow at the end of a line.
    pub day_prepositions: &'static [&'static str],
    /// What stands between a period and its last day.
    pub period_ends: &'static [&'static str],
    /// What stands between a text and its date.
    pub dated: &'static [&'static str],
    /// Small words before a time of day.
    pub before_hours: &'static [&'static str],
    /// What is left of a weekday before its hyphen.
    pub half_weekdays: &'static [&'static str],
    /// Small words that neither a headline nor a sentence ends with.
    pub open_ends: &'static [&'static str],
    /// Small words that end a phrase in the middle, and a sentence where they belong to its verb: "carry on".
    pub verb_particles: &'static [&'static str],
    /// Small words beside those that end a line only where it is wrapped; a headline may end with some.
    pub wrapped_ends: &'static [&'static str],
    /// "Tomorrow".
    pub tomorrow: &'static [&'static str],
    /// "No", "without", before what there is none of.
    pub negations: &'static [&'static str],
    /// What a house does in a headline, where every word is large.
    pub deeds: &'static [&'static str],
    /// The same at the end of a line, above what is done; only such as are no nouns too.
    pub deeds_before_object: &'static [&'static str],
    /// What a house does in the first sentence about it.
    pub introductions: &'static [&'static str],
    /// What makes of a name the heading of a description: "in brief".
    pub briefly: &'static [&'static str],
    /// "News from", before the name of a house.
    pub news_from: &'static [&'static str],
    /// Small words with which the second line of a headline goes on; no articles, with which others begin.
    pub headline_joints: &'static [&'static str],
    /// Kinds of houses that are as often what a headline speaks of.
    pub weak_houses: &'static [&'static str],
    /// The last part of a word that is a kind of house.
    pub compound_houses: &'static [&'static str],
    /// Such as only look like one: "Baustelle", "Kunstwerke".
    pub no_compound_houses: &'static [&'static str],
    /// The last part of a word that is a role.
    pub compound_roles: &'static [&'static str],
    /// How the adjectives in the name of a house end that stand before its kind.
    pub adjective_ends_before: &'static [&'static str],
    /// And those behind it.
    pub adjective_ends_behind: &'static [&'static str],
    /// Words of a role that also name a department.
    pub departments: &'static [&'static str],
    /// What a department calls itself behind its own word: "press office".
    pub offices: &'static [&'static str],
    /// What makes a house of a role behind it: "Office of the Mayor".
    pub bureaus: &'static [&'static str],
    /// Whom somebody is in charge of relations with: "investor relations".
    pub desks: &'static [&'static str],
    /// And what of: "relations", "affairs".
    pub desk_ends: &'static [&'static str],
    /// Whose label begins another contact: "Consumer enquiries".
    pub enquiries: &'static [&'static str],
    /// "Please call", before a desk in a sentence.
    pub calls: &'static [&'static str],
    /// Words in a sentence right before the name of a contact.
    pub contact_cues: &'static [&'static str],
    /// Small words that lead on to a number or an address.
    pub before_numbers: &'static [&'static str],
    /// Small words behind a name that begin no role.
    pub no_roles: &'static [&'static str],
    /// What the address of a press desk begins with.
    pub press_addresses: &'static [&'static str],
    /// What kind of line a number is of: "duty", "central".
    pub lines: &'static [&'static str],
    /// When a number is answered: "today", "thereafter".
    pub call_times: &'static [&'static str],
    /// "Line", "number", behind such a word.
    pub line_labels: &'static [&'static str],
    /// Labels of the extension behind a number.
    pub extensions: &'static [&'static str],
    /// "No.", before the number of a release.
    pub number_labels: &'static [&'static str],
    /// What a court, the police or an office calls the number of a case.
    pub reference_labels: &'static [&'static str],
    /// What a court decides by, and in what: "judgment", "case".
    pub rulings: &'static [&'static str],
    /// What the name of a street ends with behind its number.
    pub streets: &'static [&'static str],
    /// And before its number.
    pub compound_streets: &'static [&'static str],
    /// "P.O. box".
    pub boxes: &'static [&'static str],
    /// Accounts of a site, which are nobody's name.
    pub accounts: &'static [&'static str],
    /// "Page", before its number.
    pub pages: &'static [&'static str],
    /// Release lines that are also plain words, so that nothing but their own rest may follow.
    pub plain_release_lines: &'static [&'static str],
    /// Before the article of a law by which something is published.
    pub by_law: &'static [&'static str],
    /// "Version", before the number of a draft.
    pub versions: &'static [&'static str],
    /// "By", before whoever does or did something.
    pub agents: &'static [&'static str],
    /// "About", before a number.
    pub roughly: &'static [&'static str],
    /// Words that no place holds, and headlines in capitals do.
    pub no_places: &'static [&'static str],
    /// Labels of a date which may be that of anything.
    pub dates_of_anything: &'static [&'static str],
    /// Words that begin a sentence, and no house or agency in brackets.
    pub sentence_openings: &'static [&'static str],
    /// What a house calls a text behind its own name: "market update".
    pub statements: &'static [&'static str],
    /// Behind an hour of the second half of the day.
    pub evenings: &'static [&'static str],
    /// And of the first.
    pub mornings: &'static [&'static str],
    /// "Time", at the end of the name of a zone.
    pub zone_nouns: &'static [&'static str],
    /// "Local time".
    pub local_time: &'static [&'static str],
    /// What stands beside the hour of an embargo and is no zone.
    pub beside_hours: &'static [&'static str],
    /// What the word for an embargo begins with, in all its forms.
    pub embargo_stems: &'static [&'static str],
    /// "Before", "until", where the day stands before what is forbidden till then.
    pub ban_openings: &'static [&'static str],
    /// What stands before an occasion.
    pub before_occasions: &'static [&'static str],
    /// "After": what an occasion closes the day with, and no occasion opens it with.
    pub after: &'static [&'static str],
    /// Occasions that say so by themselves.
    pub late_occasions: &'static [&'static str],
    /// Openings of a line that says when a text is released. "Press release" is none: that may be of a morning.
    pub for_release: &'static [&'static str],
    /// Behind the label of a day that nobody knows.
    pub unknown_days: &'static [&'static str],
    /// What a text that is sent beforehand calls itself, beside the release lines.
    pub copies: &'static [&'static str],
    /// What asks to heed the rest of a line: "please note".
    pub attention: &'static [&'static str],
    /// What is printed, in the plural that a text is free for.
    pub newspapers: &'static [&'static str],
    /// Before or behind those, of which part of the day or the week they are; weekdays are known.
    pub days_of_papers: &'static [&'static str],
    /// Of `free_from`, what only a time of day makes more than a date or a headline.
    pub free_with_time: &'static [&'static str],
    /// Media that a day is for.
    pub media: &'static [&'static str],
    /// Before the word, what makes an embargo one of goods: "arms".
    pub goods_before: &'static [&'static str],
    /// And behind it: "against", "commercial".
    pub goods_behind: &'static [&'static str],
    /// Noon, as a time of day.
    pub noons: &'static [&'static str],
    /// Midnight, as a time of day.
    pub midnights: &'static [&'static str],
    /// Labels that nothing but an hour stands behind.
    pub hour_labels: &'static [&'static str],
    /// "Source", which says where a figure comes from as often as whose a picture is.
    pub sources: &'static [&'static str],
    /// What a picture is called, before its caption or in its place.
    pub pictures: &'static [&'static str],
    /// "Issued by", before the name of a house.
    pub issuers: &'static [&'static str],
    /// What an embargo is called behind its word.
    pub strict: &'static [&'static str],
    /// What the parts of a law are called.
    pub paragraphs: &'static [&'static str],
    /// What makes of "for more information" the way to a page.
    pub leads_to_page: &'static [&'static str],
    /// "About", where the word opens sentences as well.
    pub about_alone: &'static [&'static str],
    /// "Done at", "in", before the place of a date line.
    pub done_at: &'static [&'static str],
    /// Words that no place ends with.
    pub no_place_ends: &'static [&'static str],
    /// Small words within the compound name of a place: "Rivière-aux-Loups".
    pub within_compound_places: &'static [&'static str],
    /// What a house calls its desk for the press, behind its name and a dash.
    pub press_desks: &'static [&'static str],
    /// Openings of a contact block that are plain words too.
    pub plain_contacts: &'static [&'static str],
    /// "Only", "at the earliest", behind the day of a publication.
    pub only: &'static [&'static str],
    /// Openings of a line in which a time of day holds a text back, and a day alone is its date.
    pub timed_releases: &'static [&'static str],
    /// The same, which below a labelled day give the hour of a date.
    pub release_hours: &'static [&'static str],
    /// What stands between such an opening and the time.
    pub before_release_times: &'static [&'static str],
    /// Whose department a letterhead names.
    pub ministries: &'static [&'static str],
    /// What a wire sets before a text that it sends again.
    pub repeats: &'static [&'static str],
    /// What stands before a number within a house.
    pub suites: &'static [&'static str],
    /// "For immediate release", as a text may say that waits for an occasion.
    pub for_immediate_release: &'static [&'static str],
    /// What the press is asked to come to. In capitals before a day it is a headline.
    pub press_events: &'static [&'static str],
    /// What somebody is in a parliament, before for whom or of what.
    pub seats: &'static [&'static str],
    /// How a site calls the page that its trail begins with.
    pub home_pages: &'static [&'static str],
    /// What a site sets above each of its pages, as the whole of a line.
    pub navigation: &'static [&'static str],
    /// Headings of a list that sums a release up.
    pub list_headings: &'static [&'static str],
    /// Words that say nothing of their own beside that for an embargo.
    pub embargo_frames: &'static [&'static str],
    /// What a line that holds a text back forbids or allows, wherever it stands in it. Of these tables an entry with
    /// a hyphen at its end is the beginning of words, and all of them together are the words of such lines.
    pub hold_publish: &'static [&'static str],
    /// The same, in words that are of other things as often: "use", "share".
    pub hold_use: &'static [&'static str],
    /// What is not for everybody: "confidential", "withheld".
    pub hold_secret: &'static [&'static str],
    /// "Postponed".
    pub hold_later: &'static [&'static str],
    /// Words before the day from which something holds: "after".
    pub hold_from: &'static [&'static str],
    /// Words before the day until which it holds: "before".
    pub hold_until: &'static [&'static str],
    /// "Only", "permitted", "planned".
    pub hold_only: &'static [&'static str],
    /// "Not", "never".
    pub hold_no: &'static [&'static str],
    /// What else such lines are made of.
    pub hold_frames: &'static [&'static str],
    /// "Public", which is of many other things as well.
    pub hold_open: &'static [&'static str],
    /// What a text waits for that names no day: a speech, a session.
    pub hold_events: &'static [&'static str],
    /// What a site calls the part of it that a text stands in.
    pub rubrics: &'static [&'static str],
    /// What farmers may not spread in winter, under a word that is an embargo's as well.
    pub banned_goods: &'static [&'static str],
    /// What has a day of release of its own.
    pub works: &'static [&'static str],
    /// What a portal sets around each release as a line of its own: a button, a count, itself.
    pub page_lines: &'static [&'static str],
    /// A zone as a press office writes it behind a time: "Eastern", "heure de Paris".
    pub zones: &'static [(&'static str, Tz)],
}
}

pub const ALL: [&Words; 11] = [
    &en::WORDS,
    &de::WORDS,
    &fr::WORDS,
    &es::WORDS,
    &it::WORDS,
    &pt::WORDS,
    &nl::WORDS,
    &sv::WORDS,
    &da::WORDS,
    &nb::WORDS,
    &pl::WORDS,
];

/// All of them, and those that are not taught as a whole.
fn with_frames() -> impl Iterator<Item = &'static Words> {
    ALL.into_iter().chain([&fi::WORDS, &beyond::WORDS])
}

/// Lower case, without the blanks around, with plain apostrophes and blanks.
pub fn fold(text: &str) -> String {
    let mut rest = text.trim();
    let mut lower = String::with_capacity(rest.len());
    // Letters outside of ASCII are few, and the others quick to fold all together.
    while let Some(at) = characters::beyond_ascii(rest) {
        lower.push_str(&rest[..at]);
        let mut letters = rest[at..].chars();
        match letters.next() {
            // At the end of a word this one letter becomes another than within.
            Some('Σ') => return text.trim().to_lowercase().replace('’', "'").replace('\u{A0}', " "),
            // The one that becomes two.
            Some('İ') => lower.push_str("i\u{307}"),
            c => lower.extend(c.map(folded)),
        }
        rest = letters.as_str();
    }
    lower.push_str(rest);
    lower.make_ascii_lowercase();
    lower
}

/// One letter as [`fold`] leaves it.
fn folded(c: char) -> char {
    match c {
        '’' => '\'',
        '\u{A0}' => ' ',
        '\0'..='\u{7F}' => c.to_ascii_lowercase(),
        // What is no capital in the letters and signs that our languages use most.
        'ß'..='ÿ' | '\u{2010}'..='\u{2027}' => c,
        c => c.to_lowercase().next().unwrap_or(c),
    }
}

/// Whether a text has at least so many words. Blanks that are not ASCII part words too, and are few.
pub fn at_least(text: &str, words: usize) -> bool {
    let Some(last) = words.checked_sub(1) else { return true };
    // A word and the blank behind it are two bytes at the least, which spares short lines the count.
    if text.len() < words + last {
        return false;
    }
    opens_words(text.as_bytes(), words) || !text.is_ascii() && text.split_whitespace().nth(last).is_some()
}

/// Whether so many words begin in a text, by the blanks of ASCII. A stretch without a branch in it is counted at once.
fn opens_words(text: &[u8], words: usize) -> bool {
    const STRETCH: usize = 16;
    let opens = |before: u8, byte: u8| u8::from(is_blank(before) & !is_blank(byte));
    let Some((first, behind)) = text.split_first() else { return false };
    let mut count = usize::from(!is_blank(*first));
    let mut rest = (text, behind);
    while let (Some((before, _)), Some((stretch, left))) =
        (rest.0.split_first_chunk::<STRETCH>(), rest.1.split_first_chunk::<STRETCH>())
    {
        let mut opened = 0;
        for at in 0..STRETCH {
            opened += opens(before[at], stretch[at]);
        }
        count += usize::from(opened);
        if count >= words {
            return true;
        }
        rest = (&rest.0[STRETCH..], left);
    }
    for at in 0..rest.1.len() {
        count += usize::from(opens(rest.0[at], rest.1[at]));
    }
    count >= words
}

fn is_blank(byte: u8) -> bool {
    byte == b' ' || byte.wrapping_sub(b'\t') < 5
}

/// Whether a word of English names a kind of house.
pub fn is_english_house(word: &str) -> bool {
    en::WORDS.organisations.iter().any(|kind| behind(word, kind) == Some(""))
}

/// What follows an entry that the text opens with. Folding keeps the number of characters but not
/// of bytes: a typographic apostrophe is three bytes long, a plain one is one.
pub fn after<'a>(text: &'a str, entry: &str) -> &'a str {
    let end = text.char_indices().nth(entry.chars().count()).map_or(text.len(), |(at, _)| at);
    &text[end..]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The entries of a table of any kind.
    pub trait Entries {
        fn entries(&self) -> Vec<&'static str>;
    }

    impl Entries for &'static str {
        fn entries(&self) -> Vec<&'static str> {
            // The language's name is written as BCP 47 has it.
            Vec::new()
        }
    }

    impl Entries for &'static [&'static str] {
        fn entries(&self) -> Vec<&'static str> {
            self.to_vec()
        }
    }

    impl<T> Entries for &'static [(&'static str, T)] {
        fn entries(&self) -> Vec<&'static str> {
            self.iter().map(|(name, _)| *name).collect()
        }
    }

    #[test]
    fn every_entry_is_folded_so_that_it_can_match() {
        for words in with_frames() {
            for (table, entries) in words.tables() {
                for entry in entries {
                    assert_eq!(entry, fold(entry), "{} of {}", table, words.language);
                }
            }
        }
    }

    #[test]
    fn no_entry_stands_twice_in_a_table() {
        for words in with_frames() {
            for (table, mut entries) in words.tables() {
                entries.sort_unstable();
                let twice = entries.windows(2).find(|pair| pair[0] == pair[1]);
                assert_eq!(twice, None, "{table} of {}", words.language);
            }
        }
    }

    #[test]
    fn folding_makes_every_letter_small() {
        for c in '\0'..=char::MAX {
            let small = c.to_lowercase().to_string().replace('’', "'").replace('\u{A0}', " ");
            assert_eq!(fold(&format!("a{c}b")), format!("a{small}b"), "U+{:04X}", u32::from(c));
        }
        assert_eq!(fold(" ΟΔΟΣ "), "οδος");
    }

    #[test]
    fn words_are_counted_whatever_parts_them() {
        for (text, count) in [("", 0), ("  ", 0), ("one", 1), ("a\u{A0}b c", 3), ("a\u{2003}b", 2), (" a b ", 2)] {
            assert!(at_least(text, count) && !at_least(text, count + 1), "{text}");
        }
    }

    #[test]
    fn an_apostrophe_of_either_kind_is_one_character() {
        assert_eq!(after("Editor’s note: x", "editor's note"), ": x");
        assert_eq!(after("Editor's note: x", "editor's note"), ": x");
    }
}
