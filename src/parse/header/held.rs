//! What blocks above the text say of an embargo, or of countries where it may not be read.

use super::walk::Step;
use super::{Reader, lost};
use crate::manuscript::{Block, Shape};
use crate::parse::date::{Dated, Written};
use crate::parse::embargo::{ClosedDay, ReleaseDay};
use crate::parse::{Placed, dateline, embargo, line};
use crate::source::front_matter::{self, Said};

impl Reader {
    /// What a block says of an embargo, whatever else it is.
    pub(super) fn hear_of_embargo(&mut self, block: &Block) {
        if self.given.no_embargo {
            return;
        }
        let text = block.text();
        if embargo::is_in_sentence(text) && embargo::beside_date(text).is_none() {
            // The day of the date line is not when the embargo ends.
            let sentence = dateline::run_in(text).map(|run| &text[run.lead..]);
            let sentence = sentence.filter(|sentence| embargo::is_in_sentence(sentence)).unwrap_or(text);
            self.header.embargoes.push(Placed::new(block.at, embargo::statement(sentence).to_owned()));
            self.decide(block, "embargo", "a sentence that holds the text back");
        }
        if embargo::is_labelled_time(text) {
            let held = Placed::new(block.at, text.to_owned());
            // "Release date: June 27, 2029 at 10:00 AM Eastern": else the time would be lost.
            if dateline::own_line(text).is_none() {
                self.header.embargoes.push(held);
            } else {
                self.header.likely_embargoes.push(held);
            }
        }
        let is_words = !matches!(block.shape, Shape::Picture(_) | Shape::Markup(_));
        if let Some(mark) = embargo::mark_of_headline(text).filter(|_| is_words) {
            self.header.embargoes.push(Placed::new(block.at, mark.to_owned()));
            self.decide(block, "embargo", "a mark beside the headline");
        }
        self.header.embargoes.extend(lost::in_markup(block));
    }

    /// A text that calls itself a draft. Whoever deletes that line must not lose an embargo with it.
    pub(super) fn unfinished(&mut self, block: &Block, at: usize) -> Option<Step> {
        let text = block.text();
        // "1. Entwurf"
        let is_item = matches!(block.shape, Shape::Item { .. }) && self.candidates.is_empty();
        let is_line = is_item || matches!(block.shape, Shape::Text | Shape::Heading(_) | Shape::Quote);
        if !is_line {
            return None;
        }
        let said = front_matter::said_in(text, block.at).filter(|_| !embargo::holds_back(text));
        let is_switch = said == Some(Said::Hidden);
        if let Some(Said::From(day)) = said
            && front_matter::is_of_a_program(&day.key)
        {
            self.header.goes_public.push(day);
            return Some(Step::To(at + 1));
        }
        let is_mark = is_switch || line::draft_mark(text) || line::hold_mark(text);
        if !is_mark && !line::is_marked_headline(text) {
            return None;
        }
        self.header.draft_mark = Some(Placed::new(block.at, text.to_owned()));
        // Beside a mark the headline is there all the same.
        (is_mark && (!embargo::holds_back(text) || embargo::is_ban_without_day(text))).then_some(Step::To(at + 1))
    }

    pub(super) fn held(&mut self, blocks: &[Block], at: usize) -> Option<Step> {
        let (block, text) = (&blocks[at], blocks[at].text());
        if let Some(ClosedDay { place, date }) = embargo::closed_day(text) {
            self.date(block, place, Some(date), None);
            if !self.given.no_embargo {
                self.decide(block, "embargo", "what closes the day behind it");
                self.header.embargoes.push(Placed::new(block.at, text.to_owned()));
            }
            return Some(Step::To(at + 1));
        }
        if matches!(block.shape, Shape::Picture(_) | Shape::Markup(_)) {
            return None;
        }
        if self.given.no_embargo {
            return self.day_to_publish(block, at);
        }
        if embargo::is_none(text) {
            self.decide(block, "embargo", "the text says that there is none");
            return Some(Step::To(at + 1));
        }
        if let Some((before, embargo)) = embargo::beside_date(text)
            && let Some(own) = dateline::own_line(before)
        {
            self.date(block, own.place, Some(own.date), own.time);
            self.decide(block, "embargo", "wording of an embargo behind the date line");
            self.header.embargoes.push(Placed::new(block.at, embargo.to_owned()));
            return Some(Step::To(at + 1));
        }
        // A day in a marked headline is that of the news.
        let is_marked = embargo::mark_of_headline(text).is_some();
        let holds = !is_marked && (embargo::is_line(text) || embargo::opens_held_text(text));
        let held = holds.then(|| self.embargo(blocks, at)).or_else(|| self.release_on_two_lines(blocks, at));
        held.map(Step::To).or_else(|| self.day_to_publish(block, at)).or_else(|| self.published_then(block, at))
    }

    /// "FOR RELEASE ON MONDAY, 30 NOVEMBER": whether it holds the text back, its date line will tell.
    fn day_to_publish(&mut self, block: &Block, at: usize) -> Option<Step> {
        let text = block.text();
        let day = embargo::release_day(text).filter(|_| !embargo::is_labelled_time(text))?;
        let is_whole = matches!(day, ReleaseDay::Dated { date: Written::Day(_), .. });
        let release_line = line::release_line(text);
        if is_whole && (dateline::own_line(text).is_some() || release_line.is_some()) {
            // "For release: 8 December 2026" beside an earlier date line.
            let is_other = || {
                embargo::opens_with_purpose(text) || embargo::may_be_of_anything(text) || embargo::is_timed_day(text)
            };
            if !self.given.no_embargo && is_other() {
                self.header.likely_embargoes.push(Placed::new(block.at, text.to_owned()));
            }
            return None;
        }
        self.decide(block, "date line", "the day on which it is to be published");
        self.header.release_lines += usize::from(release_line.is_some());
        if !self.given.no_embargo {
            self.header.likely_embargoes.push(Placed::new(block.at, text.to_owned()));
        }
        // An hour is of the embargo's end, which gives the day where no date line does.
        if let ReleaseDay::Dated { date, timed: false } = day
            && !(is_whole && self.header.dates.iter().any(|known| matches!(known.date, Written::Day(_))))
        {
            self.header.dates.push(Dated::of(block, date));
        }
        Some(Step::To(at + 1))
    }

    /// "Publikacja dopiero 5 marca": whether it holds the text back, its date line will tell.
    fn published_then(&mut self, block: &Block, at: usize) -> Option<Step> {
        let text = block.text();
        if embargo::composed(text).is_none() || dateline::own_line(text).is_some() {
            return None;
        }
        self.decide(block, "embargo", "the day on which it is to be published");
        self.header.likely_embargoes.push(Placed::new(block.at, text.to_owned()));
        Some(Step::To(at + 1))
    }

    /// "NOT FOR RELEASE, PUBLICATION OR DISTRIBUTION ... IN OR INTO ...", over as many lines as it is set on.
    pub(super) fn restricted(&mut self, blocks: &[Block], at: usize) -> Option<Step> {
        let block = &blocks[at];
        if block.shape != Shape::Text || !line::opens_legal_notice(block.text()) {
            return None;
        }
        self.decide(block, "notice", "a legal notice above the text");
        let mut notice = block.prose.clone();
        let mut end = at + 1;
        let goes_on = |notice: &str, next: &&Block| {
            let is_other = || {
                let text = next.text();
                line::opens_legal_notice(text) || line::notice(text) || line::release_line(text).is_some()
            };
            line::goes_on_in_capitals(notice, next) && !is_other()
        };
        while let Some(next) = blocks.get(end).filter(|next| goes_on(notice.text(), next)) {
            notice.append(" ", &next.prose);
            end += 1;
        }
        self.header.notices.push(Placed::new(block.at, notice));
        Some(Step::To(end))
    }
}
