//! The way down to the lead, block by block: each is asked what it is, and the first answer counts.
//!
//! The order of the questions is the whole of the rule here; what each of them means, the files beside
//! this one say.

use super::above::is_box_above_text;
use super::contact;
use super::dates::{is_period, labelled_time, may_open};
use super::exchange::is_wire_kicker;
use super::frame::{self, is_fact, is_salutation, place_before_dash};
use super::house_name::names_a_house;
use super::letterhead::LETTERHEAD;
use super::on_release_line::behind_release_line;
use super::ornaments::ornamented;
use super::reference::is_reference;
use super::{Reader, fields, sender};
use crate::manuscript::{Block, Shape};
use crate::parse::{Placed, correction, dateline, embargo, joining, line};

/// Where the way goes on.
pub(super) enum Step {
    To(usize),
    /// The top ends here, and what stands there is below the lead.
    End(usize),
}

impl Reader {
    /// Returns the index of the first block below the lead.
    pub(super) fn walk(&mut self, blocks: &[Block]) -> usize {
        let mut at = 0;
        while at < blocks.len() {
            self.hear_of_embargo(&blocks[at]);
            let step = self
                .unfinished(&blocks[at], at)
                .or_else(|| self.held(blocks, at))
                .or_else(|| self.restricted(blocks, at))
                .or_else(|| self.framed(blocks, at))
                .or_else(|| self.dated(blocks, at))
                .or_else(|| self.numbered_or_placed(&blocks[at], at))
                .or_else(|| self.labelled(blocks, at))
                .or_else(|| self.notice_of_page(blocks, at))
                .or_else(|| self.spoken_or_nobodys(blocks, at))
                .or_else(|| self.beside_the_text(blocks, at))
                .or_else(|| self.called(blocks, at))
                .unwrap_or_else(|| self.text(blocks, at));
            match step {
                Step::To(next) => at = next,
                Step::End(below) => return below,
            }
        }
        at
    }

    fn framed(&mut self, blocks: &[Block], at: usize) -> Option<Step> {
        let (block, text) = (&blocks[at], blocks[at].text());
        if self.opens_numbered_text(blocks, at) {
            self.decide(block, "lead", "the first of paragraphs that are numbered");
            self.header.lead = Some(Placed::new(block.at, block.prose.clone()));
            return Some(Step::End(at + 1));
        }
        if embargo::is_labelled_time(text) && dateline::own_line(text).is_none() {
            self.decide(block, "date line", "day and time of release by their label");
        } else if self.is_head_of_wire_in_items(block) {
            match dateline::own_line(text) {
                Some(own) => self.date(block, own.place, Some(own.date), own.time),
                None => self.leave_out(block, text, "a line of a news service"),
            }
        } else if !matches!(block.shape, Shape::Text | Shape::Heading(_) | Shape::Quote)
            || is_box_above_text(blocks, at)
        {
            self.aside(block);
        } else if let Some(contact) = behind_release_line(text).filter(|_| !correction::is_mark(text)) {
            return Some(Step::To(self.contact_on_release_line(blocks, at, contact)));
        } else if let Some(found) = line::release_line(text).filter(|_| !correction::is_mark(text)) {
            self.release_line(block, found);
        } else if let Some(field) = fields::of(text, self.form) {
            self.field(block, field);
        } else {
            return None;
        }
        Some(Step::To(at + 1))
    }

    fn dated(&mut self, blocks: &[Block], at: usize) -> Option<Step> {
        let (block, text) = (&blocks[at], blocks[at].text());
        // "Hafenburg – Sanierung der Brücke beginnt", once more below the day.
        let is_again = || self.stands_above(text) && !joining::ends_sentence(text);
        let run = dateline::run_in(text).filter(|run| may_open(block, run) && !self.ends_a_headline(block, run));
        let run = run.filter(|_| !is_again());
        if let Some(found) = run {
            // "PARIS--(BUSINESS WIRE)--March 12, 2026--Regulatory News:"
            let kicker = Some(&text[found.lead..]).filter(|lead| is_wire_kicker(lead));
            self.run_in(block, found);
            let Some(kicker) = kicker else { return Some(Step::End(at + 1)) };
            self.header.lead = None;
            self.leave_out(block, kicker, "a line of a news service");
            return Some(Step::To(at + 1));
        }
        if let Some(house) = contact::dated_house(blocks, at).filter(|_| self.names_somebody_above(block)) {
            return Some(Step::To(self.dated_contact(blocks, at, house)));
        }
        if let Some((date, time)) =
            dateline::issued(text).filter(|_| dateline::speaks_of_release(text) && !line::notice(text))
        {
            self.date(block, None, Some(date), time);
            self.leave_out(block, text, "who issued it, and when");
            return Some(Step::To(at + 1));
        }
        // "RESULTS FOR THE SIX MONTHS ENDED 30 JUNE 2026" is a headline.
        let is_period = |own: &dateline::OwnLine| own.place.as_deref().is_some_and(joining::ends_a_period);
        // "Richtigstellung zur Presseaussendung vom 19.01.2026": marks of a change were taken out before.
        let own = dateline::own_line(text).filter(|_| !correction::is_mark(text) || line::change_date(text));
        match own.filter(|own| !is_period(own) && !self.is_day_of_headline(blocks, at, own)) {
            Some(own) => Some(Step::To(self.own_line(blocks, at, own))),
            None => self.event_below_headline(blocks, at).map(Step::To),
        }
    }

    fn numbered_or_placed(&mut self, block: &Block, at: usize) -> Option<Step> {
        let text = block.text();
        if let Some(place) = dateline::place_line(text) {
            self.decide(block, "place", "a place with an agency's tag");
            // That of a known wire is surer than what may be somebody's short name.
            if dateline::names_known_agency(text) {
                self.header.place = None;
            }
            self.header.place.get_or_insert(Placed::new(block.at, place));
            self.placed_below.get_or_insert(self.candidates.len());
        } else if let Some(number) = line::number_line(text, self.header.release_lines > 0) {
            self.decide(block, "number", "a number below the release line");
            self.header.number.get_or_insert(number);
        } else if let Some(place) = place_before_dash(text).filter(|_| !self.candidates.is_empty()) {
            self.decide(block, "place", "a place before a dash, alone on its line");
            self.header.place.get_or_insert(Placed::new(block.at, place));
        } else {
            return None;
        }
        Some(Step::To(at + 1))
    }

    fn labelled(&mut self, blocks: &[Block], at: usize) -> Option<Step> {
        let (block, text) = (&blocks[at], blocks[at].text());
        if let Some(rest) = line::contact_heading(text) {
            self.without_cut_label(block);
            return Some(Step::To(self.contact(blocks, at, rest)));
        }
        let offset = fields::subject(blocks, at)?;
        self.decide(block, "headline", "the subject in a form, where no other headline stands");
        self.issuer.get_or_insert_with(|| Block { prose: block.prose.from_offset(offset), ..block.clone() });
        Some(Step::To(at + 1))
    }

    fn spoken_or_nobodys(&mut self, blocks: &[Block], at: usize) -> Option<Step> {
        let (block, text) = (&blocks[at], blocks[at].text());
        if is_salutation(text) && frame::is_spoken(&blocks[..at]) {
            self.decide(block, "lead", "a speech opens with whom it speaks to");
            self.header.lead = Some(Placed::new(block.at, block.prose.clone()));
            return Some(Step::End(at + 1));
        }
        // The sender, as a wire sets it above the headline and "Halden (ots)".
        let is_tagged =
            |text: &str| dateline::names_known_agency(text) || dateline::run_in(text).is_some_and(|run| run.tagged);
        let placed = || blocks[at + 1..].iter().take(4).any(|below| is_tagged(below.text()));
        if self.candidates.is_empty() && dateline::is_name_and_short_name(text) && placed() {
            self.leave_out(block, text, LETTERHEAD);
            return Some(Step::To(at + 1));
        }
        let calls = !self.candidates.is_empty() && sender::called(block).is_some();
        let addressed = || self.candidates.is_empty() && frame::is_note_alone(text);
        let why = frame::nobodys_part(text)
            .filter(|_| !calls)
            .or_else(|| addressed().then_some("whom it is addressed to"))?;
        self.leave_out(block, text, why);
        Some(Step::To(at + 1))
    }

    fn beside_the_text(&mut self, blocks: &[Block], at: usize) -> Option<Step> {
        let (block, text) = (&blocks[at], blocks[at].text());
        if self.has_facts() && line::end_mark(text) {
            return Some(Step::End(at));
        }
        if let Some(time) = labelled_time(blocks, at) {
            self.decide(block, "time", "a time of day beside the labelled date");
            self.header.time.get_or_insert(time);
        } else if self.is_said_by_fact(block) {
            self.decide(block, "lead", "what it is about, said in a sentence");
            self.header.lead = Some(Placed::new(block.at, block.prose.clone()));
            return Some(Step::End(at + 1));
        } else if let Some(time) = fields::time_behind_label(text) {
            self.decide(block, "time", "a time of day behind the label of a date");
            self.header.time.get_or_insert(time);
        } else if is_fact(text)
            || fields::is_further_fact(blocks, at)
            || line::is_caption(text)
            || is_period(text)
            || text.starts_with('*') && ornamented(text).is_none() && !self.is_starred_subtitle(blocks, at)
            || frame::is_set_as_item(text)
        {
            self.aside(block);
        } else if fields::is_of_form(blocks, at) {
            self.leave_out(block, text, "a line of a form");
        } else if !self.is_above_headline() && fields::is_among_labelled(blocks, at) && !is_reference(text) {
            self.aside(block);
        } else if frame::is_note_in_parentheses(text) && !self.candidates.is_empty() {
            self.decide(block, "notice", "a note in parentheses above the text");
            self.header.notices.push(Placed::new(block.at, block.prose.clone()));
        } else if let Some(note) = frame::note_to_editors(text).filter(|_| !self.candidates.is_empty()) {
            self.decide(block, "notice", "a note to editors above the text");
            self.header.notices.push(Placed::new(block.at, block.prose.from_offset(note)));
        } else if line::notice(text)
            && (text.chars().count() < 90 || line::is_shouted(text) || self.is_above_headline())
        {
            self.decide(block, "notice", "wording of a funding or legal notice");
            self.header.notices.push(Placed::new(block.at, block.prose.clone()));
        } else {
            return None;
        }
        Some(Step::To(at + 1))
    }

    /// "*Two more counters are planned": one line with a star, between the headline and the date line of the text.
    fn is_starred_subtitle(&self, blocks: &[Block], at: usize) -> bool {
        blocks[at].text().starts_with('*')
            && self.candidates.len() == 1
            && blocks.get(at + 1).is_some_and(|next| dateline::run_in(next.text()).is_some())
    }

    /// Whether a line stands among what may be the headline already.
    pub(super) fn stands_above(&self, text: &str) -> bool {
        self.candidates.iter().any(|line| line.text() == text)
    }

    /// Whether no headline can have been met yet.
    pub(super) fn is_above_headline(&self) -> bool {
        !self.given.title && self.candidates.iter().all(|line| names_a_house(line.text()))
    }

    fn called(&mut self, blocks: &[Block], at: usize) -> Option<Step> {
        let untitled = self.candidates.is_empty();
        if let Some(lines) = contact::signed(&blocks[at]).filter(|_| !untitled) {
            self.decide(&blocks[at], "contact", "who wrote it, with a number or an address");
            self.header.contacts.push(lines);
            return Some(Step::To(at + 1));
        }
        let (end, because) = if let Some(end) = contact::unlabelled(blocks, at, untitled) {
            (end, "lines of which one is a phone number or an address")
        } else {
            (contact::named_desk(blocks, at).filter(|_| !untitled)?, "a name with a title, and a desk")
        };
        self.decide(&blocks[at], "contact", because);
        let lines = self.without_town(&blocks[at..end]);
        self.header.contacts.push(lines);
        Some(Step::To(end))
    }

    /// The lead, what may stand before it, and else a line that may be the headline.
    fn text(&mut self, blocks: &[Block], at: usize) -> Step {
        let (block, text) = (&blocks[at], blocks[at].text());
        if self.is_overlong_headline(blocks, at) {
            self.header.overlong = Some(Placed::new(block.at, text.chars().count()));
            self.candidate(block, None);
        } else if self.is_called_below_facts(block) {
            return Step::End(at);
        } else if self.is_lead(blocks, at)
            || self.announces_text(blocks, at)
            || self.announces_list(blocks, at)
            || self.is_below_place(block)
            || self.is_said_below_facts(block)
        {
            self.decide(block, "lead", "the first sentences below the headline");
            self.header.lead = Some(Placed::new(block.at, block.prose.clone()));
            return Step::End(at + 1);
        } else if !self.candidates.is_empty() && line::boilerplate_heading(text) || line::end_mark(text) {
            return Step::End(at);
        } else if self.placed_below.is_some_and(|above| above > 0) && matches!(block.shape, Shape::Text) {
            // "Tatzeit: 11.03.2026, 22 Uhr" below "Hamburg (ots)" is of the text, as all is there.
            self.aside(block);
        } else if !self.candidates.is_empty() && frame::heads_a_list(blocks, at) {
            self.aside(block);
        } else if frame::says_whose(blocks, at) {
            self.leave_out(block, text, "whose release it is");
        } else {
            let starred =
                self.is_starred_subtitle(blocks, at).then(|| text.len() - text.trim_start_matches(['*', ' ']).len());
            let offset = self.dated_headline(block).or(starred);
            self.candidate(block, offset);
        }
        Step::To(at + 1)
    }
}
