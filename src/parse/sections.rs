//! What stands below the lead: body, boilerplates, contacts, captions, notices, in any order.
//!
//! A heading opens a section and the next one ends it. Whatever no section claims stays in the
//! body, so that no sentence of a release is lost; only what follows the end mark and belongs to
//! no section is left out, and said to be.

mod after;
mod bare_name;
mod below_contact;
mod body;
mod boilerplate;
mod contact;
mod contact_above;
mod contact_opening;
mod contact_table;
mod elsewhere;
mod held;
mod kinds;
mod notes;
mod notice;
mod picture;
mod sentences;
mod signature;

use std::collections::HashMap;

use super::contacts;
use super::date::{Dated, TimeOfDay};
use super::decision::Decision;
use super::joining::LeftOut;
use super::words;
use super::{FrontMatterGives, Piece, Placed};
use super::{details, line, whom_to_call};
use crate::manuscript::{Block, Joint, Shape};
use crate::problem::Place;
use crate::prose::Prose;
use crate::release::{Boilerplate, Caption};

pub use after::BELOW_END;
pub use contact::BELOW_CONTACT;
use contact_opening::names_speakers;
use kinds::{
    contact_heading, ends_with_colon, is_call_detail, is_filed, is_notice_heading, is_prose, opens_boilerplate,
};

/// A sentence that names whom to ask.
#[derive(Debug)]
pub struct SentenceContact {
    pub at: Place,
    pub text: String,
    pub below_heading: bool,
}

#[derive(Debug, Default)]
pub struct Sections {
    pub body: Vec<Placed<Piece>>,
    pub boilerplate: Vec<Placed<Boilerplate>>,
    pub contacts: Vec<Vec<contacts::Line>>,
    pub sentence_contacts: Vec<SentenceContact>,
    pub captions: Vec<Placed<Caption>>,
    pub notices: Vec<Placed<Prose>>,
    pub embargoes: Vec<Placed<String>>,
    /// Sentences that speak of an embargo, which is the text's own where its end lies ahead of the text.
    pub likely_embargoes: Vec<Placed<String>>,
    /// Date lines below the text, which count when none stands above.
    pub dates: Vec<(Dated, Option<String>)>,
    /// The time of day beside the first of them.
    pub time: Option<TimeOfDay>,
    pub left_out: Vec<LeftOut>,
    pub decisions: Vec<Decision>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Section {
    Body,
    Boilerplate,
    Contact,
    Caption,
    Notes,
    /// Notes that are for editors and nobody else: "Note to editors (not for publication)".
    Unpublished,
    /// Phones and addresses for other people than the press.
    Other,
    /// Below a caption or a contact, where a paragraph is the body's or a notice.
    Tail,
    /// Below the end mark.
    After,
}

/// Sentences shorter than this, in words, are lines of a block rather than prose.
const FEWEST_WORDS_OF_PROSE: usize = 10;

/// Reads the blocks that stand above the lead without being a headline, then those below it.
pub fn read(aside: Vec<Block>, below: &[Block], given: FrontMatterGives) -> Sections {
    let ends = aside.iter().chain(below).filter(|block| block.last_line > block.at.line);
    let ends = ends.map(|block| (block.at.line, block.last_line)).collect();
    let mut reader =
        Reader { out: Sections::default(), section: Section::Body, url: None, house: None, ends, given, closed: false };
    for block in aside {
        reader.embargo_in_markup(&block);
        if matches!(block.shape, Shape::Text | Shape::Caption) && line::is_caption(block.text()) {
            reader.caption_above(&block);
        } else {
            reader.body(&block);
        }
    }
    let mut at = 0;
    while at < below.len() {
        at = reader.block(below, at);
    }
    reader.finish()
}

struct Reader {
    out: Sections,
    section: Section,
    /// A web address that stood alone, waiting for the contact it may belong to.
    url: Option<String>,
    /// The house's address stood right above this group.
    house: Option<(usize, String)>,
    /// Where blocks end that go over several lines of their file, by where they begin.
    ends: HashMap<usize, usize>,
    given: FrontMatterGives,
    /// An end mark, notes or a closing stand above: what follows is no part of the body.
    closed: bool,
}

impl Reader {
    /// Reads a block, with those below that it needs, and returns where the next one is.
    fn block(&mut self, blocks: &[Block], at: usize) -> usize {
        let block = &blocks[at];
        let text = block.text();
        let mut next = at + 1;
        self.embargo_in_sentence(block);
        self.embargo_in_markup(block);
        if matches!(block.shape, Shape::Picture(_) | Shape::Markup(_)) {
            if !self.contact_table(block) {
                self.body(block);
            }
            return next;
        }
        if let Some(lines) = self.held_back(blocks, at) {
            next += lines;
        } else if line::is_count(text) {
            self.leave_out(block, "a count of words or characters");
        } else if is_filed(blocks, at) {
            self.leave_out(block, "where a site files it");
        } else if line::end_mark(text) && self.parts_sections(blocks, at) {
            self.leave_out(block, "a row of stars between two sections");
        } else if line::end_mark(text) {
            self.decide(block, "end mark", "wording or sign of the end");
            self.section = Section::After;
            self.closed = true;
        } else if line::valediction(text) {
            self.leave_out(block, "the closing of a letter");
            self.closed = true;
            self.open_contact(String::new(), block);
        } else if self.section == Section::Notes && block.joint != Joint::Gap && line::other_contact_heading(text) {
            // "References: ..." in a list of notes.
            self.notice(block, "below the heading of notes");
        } else if self.section == Section::After && line::other_contact_heading(text) {
            self.leave_out(block, "an address for other people than the press");
        } else if line::other_contact_heading(text) {
            self.decide(block, "body", "numbers and addresses for other people than the press follow");
            self.section = Section::Other;
            if words::at_least(text.split_once(':').map_or("", |(_, behind)| behind), 1) {
                self.body(block);
            } else {
                self.body_heading(block);
            }
        } else if let Some((sentence, end)) = contact::sentence(blocks, at).filter(|_| self.section != Section::Contact)
        {
            self.decide(block, "contact", "a sentence that names whom to ask");
            self.names_whom_to_ask(block, &sentence);
            next = end;
        } else if self.told_in_sentences(block) {
            // Who wants to know more, and what else is to be known.
        } else if let Some(rest) = contact_heading(block).filter(|_| !self.is_department(block)).filter(|rest| {
            let nobody = if rest.is_empty() { self.calls_nobody(blocks, at) } else { names_speakers(blocks, at) };
            !nobody
        }) {
            self.decide(block, "contact", "the heading of a contact");
            self.open_contact(rest, block);
        } else if let Some(rest) = line::notes_heading(text) {
            self.notes(block, rest);
        } else if line::false_boilerplate(text)
            && matches!(self.section, Section::Contact | Section::Tail | Section::After)
        {
            self.section = Section::Notes;
            self.notice(block, "the heading of what stands below the release");
        } else if self.picture(blocks, at) {
            // Caption or credit.
        } else if is_notice_heading(blocks, at) {
            self.decide(block, "notice", "the heading of a legal notice");
            self.section = Section::Notes;
        } else if opens_boilerplate(blocks, at) {
            self.decide(block, "boilerplate", "\"About\" or the house's name above its description");
            self.boilerplate(block);
        } else if self.is_notice(blocks, at) {
            self.notice(block, "wording of a funding or legal notice");
        } else {
            self.plain(blocks, at);
        }
        next
    }

    /// Whether what begins on a line ends right above another.
    fn is_right_above(&self, begins: usize, line: usize) -> bool {
        self.ends.get(&begins).unwrap_or(&begins) + 1 == line
    }

    fn decide(&mut self, block: &Block, part: &'static str, because: &'static str) {
        self.out.decisions.push(Decision::of(block, part, because));
    }

    /// A block that no words of its own place anywhere.
    fn plain(&mut self, blocks: &[Block], at: usize) {
        let block = &blocks[at];
        let text = block.text();
        if self.section == Section::Unpublished {
            return self.unpublished(block);
        }
        let calls_the_press = match self.section {
            Section::Contact | Section::Other => false,
            // Below the end mark an address alone is a mailing list's, unless it is a press office's.
            Section::After => !details::phones(text).is_empty() || details::calls_the_press(text),
            _ => true,
        };
        if calls_the_press && is_call_detail(block) {
            return self.unlabelled_contact(block);
        }
        if self.signature_date(blocks, at) {
            return;
        }
        if self.labels_contact(blocks, at) {
            self.decide(block, "contact", "a label above somebody's name and number");
            return self.open_contact(String::new(), block);
        }
        if self.text_goes_on(block) || self.goes_on_between(blocks, at) || self.goes_on_below_heading(blocks, at) {
            self.section = Section::Body;
            return self.body(block);
        }
        match self.section {
            Section::Body | Section::Other => self.body(block),
            Section::Boilerplate => self.in_boilerplate(blocks, at),
            Section::Contact if self.is_behind_contact(blocks, at) => self.behind_contact(blocks, at),
            Section::Contact => self.in_contact(&blocks[at..]),
            // "High-resolution images are at https://..." tells where, not what.
            Section::Caption if text.contains("://") => self.notice(block, "where pictures are to be had"),
            Section::Caption => {
                self.caption(block, text);
                self.section = Section::Tail;
            }
            Section::Notes | Section::Unpublished => self.in_notes(block),
            Section::Tail if self.out.boilerplate.is_empty() && self.out.contacts.is_empty() => {
                self.section = Section::Body;
                self.body(block);
            }
            Section::After if after::names_somebody_to_call(block) => self.unlabelled_contact(block),
            Section::Tail if contacts::is_whole(text) && !whom_to_call::held(text).is_empty() => {
                self.unlabelled_contact(block);
            }
            Section::Tail | Section::After if contacts::in_sentence(text).is_some() => {
                self.names_whom_to_ask(block, text);
                self.notice(block, "a sentence that names whom to ask");
            }
            Section::Tail if is_prose(block) => self.notice(block, "a paragraph below the contact"),
            Section::After => self.below_end(blocks, at),
            Section::Tail => {
                if is_prose(block) && details::addresses(text).0.is_empty() && !ends_with_colon(text) {
                    self.notice(block, "a paragraph below the end");
                } else if elsewhere::says_something(block) {
                    self.behind_contact(blocks, at);
                } else {
                    self.leave_out(block, "no part of the release");
                }
            }
        }
    }

    fn leave_out(&mut self, block: &Block, why: &'static str) {
        let text = block.text().to_owned();
        self.out.left_out.push(LeftOut { line: block.at.line, text, why });
    }

    fn finish(mut self) -> Sections {
        if let Some((group, url)) = self.house.take()
            && let Some(group) = self.out.contacts.get_mut(group)
        {
            let line = group.last().map_or(0, |last| last.number);
            group.push(contacts::Line { number: line, text: url, gap: false });
        }
        self.out.contacts.retain(|group| !group.is_empty());
        for about in &mut self.out.boilerplate {
            about.value.text.retain(|prose| !prose.is_empty());
        }
        self.out
    }
}
