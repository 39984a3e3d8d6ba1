//! The top of a release, down to its lead: release line, embargo, date line, headlines, and a
//! contact that stands first.
//!
//! The order is not fixed, so each block is asked what it is by its own words; what is left over
//! are headlines. Nothing below the lead is looked at.

mod above;
mod contact;
mod dates;
mod event_day;
mod exchange;
mod facts;
mod fields;
mod frame;
mod headlines;
mod held;
mod house_name;
mod kicker;
mod lead;
mod letterhead;
mod listed;
mod lost;
mod navigation;
mod officeholders;
mod on_release_line;
mod ornaments;
mod over_lines;
mod page_notice;
mod reference;
mod sender;
mod street;
mod venue;
mod walk;

use super::FrontMatterGives;
use super::contacts;
use super::date::{Dated, TimeOfDay, Written};
use super::dateline;
use super::decision::Decision;
use super::joining::LeftOut;
use super::line::Hold;
use super::{Placed, line, words};
use crate::manuscript::{Block, Joint, Shape};
use crate::problem::Place;
use crate::prose::Prose;
use crate::source::front_matter::GoesPublic;
pub use frame::{is_fact, is_filing, is_postal, is_salutation};
use headlines::Candidate;
use lead::Opening;
use letterhead::LETTERHEAD;
pub use lost::keep_lost_embargoes;

/// What the top of a release says.
#[derive(Debug, Default)]
pub struct Header {
    pub number: Option<String>,
    pub embargoes: Vec<Placed<String>>,
    /// Days and times of release by their labels, which hold the text back where its date line is of an earlier day.
    pub likely_embargoes: Vec<Placed<String>>,
    /// The first date line on its own, then the one run into the lead.
    pub dates: Vec<Dated>,
    pub place: Option<Placed<String>>,
    pub time: Option<TimeOfDay>,
    pub kicker: Option<Placed<String>>,
    pub title: Option<Placed<Prose>>,
    pub subtitle: Option<Placed<Prose>>,
    pub contacts: Vec<Vec<contacts::Line>>,
    pub lead: Option<Placed<Prose>>,
    /// What stood above the lead and belongs to the body: lists, facts, pictures.
    pub aside: Vec<Block>,
    pub notices: Vec<Placed<Prose>>,
    /// A line that can be nothing but the headline and is too long, and how many characters it has.
    pub overlong: Option<Placed<usize>>,
    /// Where the text calls itself a draft.
    pub draft_mark: Option<Placed<String>>,
    /// Days on which another program would make the text public.
    pub goes_public: Vec<GoesPublic>,
    /// What is an address or a number by itself.
    letterhead: Vec<Block>,
    pub left_out: Vec<LeftOut>,
    pub decisions: Vec<Decision>,
    /// How many there were above the lead.
    pub release_lines: usize,
}

/// No headline is longer, in characters.
pub const LONGEST_HEADLINE: usize = 280;

/// In words; a longer one is told of.
const LONGEST_RELEASE_LINE: usize = 12;

/// Reads the top and returns the index of the first block below the lead.
///
/// `wrapped` says that the text was wrapped by hand, so that lines of a block are one headline; `of_page` is what
/// was left out as belonging to the page.
pub fn read(blocks: &[Block], wrapped: bool, given: FrontMatterGives, of_page: &[LeftOut]) -> (Header, usize) {
    let mut reader = Reader { given, ..Reader::default() };
    let mut next = reader.walk(blocks);
    // Where no long sentence opens the text, a short one does.
    if reader.misses_lead() {
        reader = Reader { given, opening: Opening::AnySentence, ..Reader::default() };
        next = reader.walk(blocks);
    }
    reader.without_programme(blocks);
    reader.without_sender(of_page);
    reader.short_lead();
    reader.without_desk(blocks);
    if reader.candidates.is_empty()
        && !given.title
        && let Some(stand_in) = reader.issuer.take().or_else(|| reader.invitation.take())
    {
        reader.candidate(&stand_in, None);
    }
    let Reader { mut header, candidates, .. } = reader;
    headlines::choose(&mut header, candidates, &blocks[next..], wrapped);
    lead::part_place(&mut header, blocks);
    lead::first_fact(&mut header);
    if !given.title && !given.no_embargo {
        lost::keep_below_short_lead(&mut header, blocks, next);
    }
    (header, next)
}

#[derive(Default)]
struct Reader {
    header: Header,
    candidates: Vec<Candidate>,
    given: FrontMatterGives,
    /// A release line that says whose release it is.
    issuer: Option<Block>,
    /// A line that invites, and says no more.
    invitation: Option<Block>,
    /// The lines are days and hours of events.
    programme: bool,
    /// A date line of its own gives a time of day.
    timed: bool,
    /// A headline was labelled, so the text is a filled-in form.
    form: bool,
    opening: Opening,
    /// How many lines that may be headlines stood above a place with an agency's tag.
    placed_below: Option<usize>,
}

impl Header {
    /// What a format shows beside the text may call it a draft.
    pub fn take_draft_mark(&mut self, beside: &[LeftOut]) {
        // "Entwurf: Studio Bell" in a margin is a credit.
        let is_mark = |text: &str| line::draft_mark(text) || line::hold_mark(text);
        let mut beside = beside.iter();
        if let Some(mark) = beside.find(|beside| is_mark(&beside.text) && !beside.text.contains(':')) {
            self.draft_mark.get_or_insert_with(|| Placed::new(Place::line(mark.line), mark.text.clone()));
        }
    }
}

impl Header {
    /// What stands below the beginning may hold the text back as well: the head or the foot of a page lands anywhere.
    /// `lines` are those of the file, of which `blocks` were joined.
    pub fn hear_marks_below(&mut self, blocks: &[Block], below: usize, lines: &[Block], given: FrontMatterGives) {
        const MOST_LOOKED_FOR: usize = 40;
        let start = self.lead.as_ref().map_or(0, |lead| lead.at.line);
        let mut marks = Vec::new();
        let is_mark = |line: &&Block| line::is_mark_of_page(line.text(), line.at.line > start);
        let joined = lines.iter().filter(|line| matches!(line.shape, Shape::Text)).filter(is_mark);
        for (block, hold) in line::holds_below(blocks, below) {
            match hold {
                Hold::Banned(ban) if !given.no_embargo => self.embargoes.push(Placed::new(block.at, ban)),
                Hold::Banned(_) => {}
                Hold::Unready => marks.push(block),
            }
        }
        // A plain ban is said of an embargo.
        let is_whole = |line: &Block| blocks.iter().any(|block| block.at == line.at && block.text() == line.text());
        if marks.is_empty() && self.draft_mark.is_none() {
            marks.extend(joined.take(MOST_LOOKED_FOR).find(|line| !is_whole(line)));
        }
        if let Some(mark) = marks.first() {
            self.draft_mark.get_or_insert_with(|| Placed::new(mark.at, mark.text().to_owned()));
        }
    }
}

impl Reader {
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
        let invites = frame::is_invitation(block.text());
        if found.issuer {
            self.issuer.get_or_insert_with(|| block.clone());
        } else if invites && found.rest.is_none_or(|rest| dateline::own_line(&block.text()[rest..]).is_some()) {
            self.invitation.get_or_insert_with(|| block.clone());
        }
        let Some(offset) = found.rest else {
            // "Veröffentlichung einer Insiderinformation nach Artikel 17 MAR, übermittelt durch ..." says more.
            if words::at_least(block.text(), LONGEST_RELEASE_LINE + 1) {
                self.leave_out(block, block.text(), "by which law it is published");
            }
            return;
        };
        let rest = block.prose.from_offset(offset);
        if reference::opens_with_number(rest.text()) {
            return self.leave_out(block, rest.into_text(), "a number");
        }
        match dateline::own_line(rest.text()) {
            // "Einladung zum Pressetermin am Montag, 23. November 2026, 11 Uhr": the day of what is invited to.
            Some(own) if own.time.is_some() && invites => self.aside(block),
            // "Pressinbjudan: utskottets möte 7 december" names the day of the meeting.
            Some(own) if (found.issuer || invites) && matches!(own.date, Written::NoYear(..)) => {}
            Some(own) => self.date(block, own.place, Some(own.date), own.time),
            // "Press Release • Defence" below a headline names a desk.
            None if !self.candidates.is_empty()
                && (found.remark
                    || rest.text().split_whitespace().count() <= 4
                    || house_name::is_house_alone(rest.text())) =>
            {
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
            Err(why) => {
                if why == LETTERHEAD {
                    self.header.letterhead.push(block.clone());
                    if self.called_in_letterhead(block, &block.text()[start..]) {
                        return;
                    }
                }
                return self.leave_out(block, block.text(), why);
            }
        };
        self.candidates.push(Candidate {
            at: Place::new(block.at.line, block.at.column + block.text()[..start].chars().count()),
            last_line: block.last_line,
            prose,
            dates_above: self.header.dates.len(),
            embargoes_above: self.header.embargoes.len(),
            joint: if offset.is_some() { Joint::Gap } else { block.joint },
            dashed: ornaments::is_between_dashes(block.text()),
            level: if let Shape::Heading(level) = block.shape { Some(level) } else { None },
            after_release_line: offset.is_some(),
            release_lines_above: self.header.release_lines,
        });
    }
}
