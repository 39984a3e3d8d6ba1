//! The top of a release, down to its lead: release line, embargo, date line, headlines, and a
//! contact that stands first.
//!
//! The order is not fixed, so each block is asked what it is by its own words; what is left over
//! are headlines. Nothing below the lead is looked at.

mod contact;
mod dates;
mod event_day;
mod fields;
mod frame;
mod headlines;
mod house_name;
mod lead;
mod letterhead;
mod lost;

use super::Told;
use super::contacts;
use super::date::{Dated, TimeOfDay};
use super::dateline;
use super::decision::Decision;
use super::joining::LeftOut;
use super::{embargo, line};
use crate::manuscript::{Block, Joint, Shape};
use crate::problem::Place;
use crate::prose::Prose;
use dates::{is_period, labelled_time, may_open};
use frame::place_before_dash;
pub use frame::{is_fact, is_salutation};
use headlines::{Candidate, is_shouted};
use lead::Opening;
pub use lost::keep_lost_embargoes;

/// What the top of a release says.
#[derive(Debug, Default)]
pub struct Header {
    pub number: Option<String>,
    pub embargoes: Vec<(Place, String)>,
    /// Days and times of release by their labels, which hold the text back where its date line is of an earlier day.
    pub likely_embargoes: Vec<(Place, String)>,
    /// The first date line on its own, then the one run into the lead.
    pub dates: Vec<Dated>,
    pub place: Option<(Place, String)>,
    pub time: Option<TimeOfDay>,
    pub kicker: Option<(Place, String)>,
    pub title: Option<(Place, usize, Prose)>,
    pub subtitle: Option<(Place, Prose)>,
    pub contacts: Vec<Vec<contacts::Line>>,
    pub lead: Option<(Place, Prose)>,
    /// What stood above the lead and belongs to the body: lists, facts, pictures.
    pub aside: Vec<Block>,
    pub notices: Vec<(Place, Prose)>,
    /// A line that can be nothing but the headline and is too long, and how many characters it has.
    pub overlong: Option<(Place, usize)>,
    /// Where the text calls itself a draft.
    pub draft_mark: Option<(Place, String)>,
    pub left_out: Vec<LeftOut>,
    pub decisions: Vec<Decision>,
    /// How many there were above the lead.
    pub release_lines: usize,
}

/// No headline is longer, in characters.
pub const LONGEST_HEADLINE: usize = 280;

/// Reads the top and returns the index of the first block below the lead.
///
/// `wrapped` says that the text was wrapped by hand, so that lines of a block are one headline.
pub fn read(blocks: &[Block], wrapped: bool, told: Told) -> (Header, usize) {
    let mut reader = Reader { told, ..Reader::default() };
    let mut next = reader.walk(blocks);
    // Where no long sentence opens the text, a short one does.
    if reader.misses_lead() {
        reader = Reader { told, opening: Opening::AnySentence, ..Reader::default() };
        next = reader.walk(blocks);
    }
    reader.without_programme(blocks);
    reader.short_lead();
    if reader.candidates.is_empty()
        && !told.title
        && let Some(issuer) = reader.issuer.take()
    {
        reader.candidate(&issuer, None);
    }
    let Reader { mut header, candidates, .. } = reader;
    headlines::choose(&mut header, candidates, &blocks[next..], wrapped);
    lead::part_place(&mut header, blocks);
    lead::first_fact(&mut header);
    if !told.title && !told.no_embargo {
        lost::keep_below_short_lead(&mut header, blocks, next);
    }
    (header, next)
}

#[derive(Default)]
struct Reader {
    header: Header,
    candidates: Vec<Candidate>,
    told: Told,
    /// A release line that says whose release it is.
    issuer: Option<Block>,
    /// The lines are days and hours of events.
    programme: bool,
    /// A date line of its own gives a time of day.
    timed: bool,
    /// A headline was labelled, so the text is a filled-in form.
    form: bool,
    opening: Opening,
}

impl Reader {
    fn walk(&mut self, blocks: &[Block]) -> usize {
        let mut at = 0;
        while let Some(block) = blocks.get(at) {
            let text = block.text();
            if !self.told.no_embargo && embargo::is_in_sentence(text) {
                // The day of the date line is not when the embargo ends.
                let sentence = dateline::run_in(text).map(|run| &text[run.lead..]);
                let sentence = sentence.filter(|sentence| embargo::is_in_sentence(sentence)).unwrap_or(text);
                self.header.embargoes.push((block.at, embargo::statement(sentence).to_owned()));
                self.decide(block, "embargo", "a sentence that holds the text back");
            }
            if !self.told.no_embargo && embargo::is_labelled_time(text) {
                self.header.likely_embargoes.push((block.at, text.to_owned()));
            }
            let holds = !matches!(block.shape, Shape::Picture(_) | Shape::Markup(_)) && !self.told.no_embargo;
            if !self.told.no_embargo {
                self.header.embargoes.extend(lost::in_markup(block));
            }
            if holds && embargo::is_none(text) {
                self.decide(block, "embargo", "the text says that there is none");
                at += 1;
            } else if holds && (embargo::is_line(text) || embargo::opens_held_text(text)) {
                at = self.embargo(blocks, at);
            } else if embargo::is_labelled_time(text) && dateline::own_line(text).is_none() {
                self.decide(block, "date line", "day and time of release by their label");
                at += 1;
            } else if !matches!(block.shape, Shape::Text | Shape::Heading(_) | Shape::Quote) {
                self.aside(block);
                at += 1;
            } else if let Some(found) = line::release_line(text) {
                self.release_line(block, found);
                at += 1;
            } else if let Some(field) = fields::of(text, self.form) {
                self.field(block, field);
                at += 1;
            } else if let Some(found) =
                dateline::run_in(text).filter(|found| may_open(block, found) && !self.ends_a_headline(block, found))
            {
                self.run_in(block, found);
                return at + 1;
            } else if let Some(house) = contact::dated_house(blocks, at).filter(|_| self.names_somebody_above(block)) {
                at = self.dated_contact(blocks, at, house);
            } else if let Some(found) = dateline::own_line(text).filter(|own| !self.is_day_of_headline(blocks, at, own))
            {
                at = self.own_line(blocks, at, found);
            } else if let Some(place) = dateline::place_line(text) {
                self.decide(block, "place", "a place with an agency's tag");
                self.header.place.get_or_insert((block.at, place));
                at += 1;
            } else if let Some(number) = line::number_line(text, self.header.release_lines > 0) {
                self.decide(block, "number", "a number below the release line");
                self.header.number.get_or_insert(number);
                at += 1;
            } else if let Some(place) = place_before_dash(text).filter(|_| !self.candidates.is_empty()) {
                self.decide(block, "place", "a place before a dash, alone on its line");
                self.header.place.get_or_insert((block.at, place));
                at += 1;
            } else if let Some(rest) = line::contact_heading(text) {
                at = self.contact(blocks, at, rest);
            } else if line::draft_mark(text) {
                self.header.draft_mark = Some((block.at, text.to_owned()));
                at += 1;
            } else if let Some(offset) = fields::subject(blocks, at) {
                self.decide(block, "headline", "the subject in a form, where no other headline stands");
                self.issuer.get_or_insert_with(|| Block { prose: block.prose.from_offset(offset), ..block.clone() });
                at += 1;
            } else if is_salutation(text) && frame::is_spoken(&blocks[..at]) {
                self.decide(block, "lead", "a speech opens with whom it speaks to");
                self.header.lead = Some((block.at, block.prose.clone()));
                return at + 1;
            } else if let Some(why) = frame::nobodys_part(text) {
                self.leave_out(block, text, why);
                at += 1;
            } else if let Some(time) = labelled_time(blocks, at) {
                self.decide(block, "time", "a time of day beside the labelled date");
                self.header.time.get_or_insert(time);
                at += 1;
            } else if is_fact(text)
                || fields::is_further_fact(blocks, at)
                || line::is_caption(text)
                || is_period(text)
                || text.starts_with('*')
            {
                self.aside(block);
                at += 1;
            } else if fields::is_of_form(blocks, at) {
                self.leave_out(block, text, "a line of a form");
                at += 1;
            } else if line::notice(text) && (text.chars().count() < 90 || is_shouted(text)) {
                self.decide(block, "notice", "wording of a funding or legal notice");
                self.header.notices.push((block.at, block.prose.clone()));
                at += 1;
            } else if let Some(end) = contact::unlabelled(blocks, at, self.candidates.is_empty()) {
                self.decide(block, "contact", "lines of which one is a phone number or an address");
                self.header.contacts.push(contact::lines(&blocks[at..end]));
                at = end;
            } else if let Some(end) = contact::named_desk(blocks, at).filter(|_| !self.candidates.is_empty()) {
                self.decide(block, "contact", "a name with a title, and a desk");
                self.header.contacts.push(contact::lines(&blocks[at..end]));
                at = end;
            } else if self.is_overlong_headline(blocks, at) {
                self.header.overlong = Some((block.at, text.chars().count()));
                self.candidate(block, None);
                at += 1;
            } else if self.is_lead(blocks, at) {
                self.decide(block, "lead", "the first sentences below the headline");
                self.header.lead = Some((block.at, block.prose.clone()));
                return at + 1;
            } else if !self.candidates.is_empty() && line::boilerplate_heading(text) || line::end_mark(text) {
                return at;
            } else if frame::says_whose(blocks, at) {
                self.leave_out(block, text, "whose release it is");
                at += 1;
            } else if let Some(offset) = self.dated_headline(block) {
                self.candidate(block, Some(offset));
                at += 1;
            } else {
                self.candidate(block, None);
                at += 1;
            }
        }
        at
    }

    fn decide(&mut self, block: &Block, part: &'static str, because: &'static str) {
        self.header.decisions.push(Decision::of(block, part, because));
    }

    fn leave_out(&mut self, block: &Block, text: impl Into<String>, why: &'static str) {
        self.header.left_out.push(LeftOut { line: block.at.line, text: text.into(), why });
    }

    fn aside(&mut self, block: &Block) {
        self.header.aside.push(block.clone());
    }

    fn release_line(&mut self, block: &Block, found: line::ReleaseLine) {
        self.decide(block, "release line", "wording of a release line");
        self.header.release_lines += 1;
        self.header.number = self.header.number.take().or(found.number);
        if found.issuer {
            self.issuer.get_or_insert_with(|| block.clone());
        }
        let Some(offset) = found.rest else { return };
        let rest = block.prose.from_offset(offset);
        match dateline::own_line(rest.text()) {
            // "Einladung zum Pressetermin am Montag, 23. November 2026, 11 Uhr": the day of what is invited to.
            Some(own) if own.time.is_some() && frame::is_invitation(block.text()) => self.aside(block),
            Some(own) => self.date(block, own.place, Some(own.date), own.time),
            // "Press Release • Defence" below a headline names a desk.
            None if !self.candidates.is_empty() && (found.remark || rest.text().split_whitespace().count() <= 4) => {
                self.leave_out(block, rest.into_text(), "a remark on the release line");
            }
            None => self.candidate(block, Some(offset)),
        }
    }

    fn candidate(&mut self, block: &Block, offset: Option<usize>) {
        let start = offset.unwrap_or(0);
        if start == 0 && self.signs_a_letterhead(block) {
            return self.leave_out(block, block.text(), "who signs it");
        }
        let prose = match headlines::words(block, start, !self.candidates.is_empty()) {
            Ok(prose) if prose.is_empty() => return,
            Ok(prose) => prose,
            Err(why) => return self.leave_out(block, block.text(), why),
        };
        self.candidates.push(Candidate {
            at: Place::new(block.at.line, block.at.column + block.text()[..start].chars().count()),
            last_line: block.last_line,
            prose,
            dates_above: self.header.dates.len(),
            embargoes_above: self.header.embargoes.len(),
            joint: if offset.is_some() { Joint::Gap } else { block.joint },
            dashed: headlines::is_between_dashes(block.text()),
            level: if let Shape::Heading(level) = block.shape { Some(level) } else { None },
            after_release_line: offset.is_some(),
            release_lines_above: self.header.release_lines,
        });
    }
}
