//! The day of what a headline announces: "Summer fair on 12 July 2026" is no date line, though a place and
//! a date are all that it seems to hold.

use super::Reader;
use super::house_name::names_a_house;
use super::lead::is_short_sentence;
use crate::manuscript::{Block, Joint, Shape};
use crate::parse::date::{self, Written};
use crate::parse::dateline::{self, OwnLine};
use crate::parse::{joining, line, words};

impl Reader {
    /// Whether a line that reads as a date line is the headline, or names another day than the release's own.
    pub(super) fn is_day_of_headline(&self, blocks: &[Block], at: usize, own: &OwnLine) -> bool {
        let text = blocks[at].text();
        if self.is_dated_headline(blocks, at, own) {
            return true;
        }
        let Some(sure) = own.place.as_ref().filter(|_| !self.given.title).and_then(|_| link(text)) else {
            return false;
        };
        let is_other = |date: &Written| matches!(date, Written::Day(_)) && *date != own.date;
        let dated_elsewhere = || {
            self.header.dates.iter().any(|dated| is_other(&dated.date))
                || blocks[at + 1..]
                    .iter()
                    .take(NEAR)
                    .any(|below| day_of_release(below).is_some_and(|day| is_other(&day)))
        };
        if sure {
            dated_elsewhere() || self.opens_text_below(blocks, at)
        } else {
            self.opens_text_below(blocks, at) && dated_elsewhere()
        }
    }

    /// "Friday, 21 May 2026, 10 a.m." below "Press invitation": when one is to come.
    pub(super) fn is_hour_of_invitation(&self, block: &Block, own: &OwnLine) -> bool {
        let first = block.text().split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
        self.invitation.is_some()
            && own.time.is_some()
            && own.place.is_none()
            && words::WEEKDAYS.number(first).is_some()
    }

    /// "Friday April 24 - 11:00 a.m." below the headline: when something is, whatever the release's own day.
    pub(super) fn is_hour_of_event_without_year(&self, block: &Block, own: &OwnLine) -> bool {
        own.time.is_some()
            && own.place.is_none()
            && matches!(own.date, Written::NoYear(..))
            && !self.candidates.is_empty()
            && block.text().split(|c: char| !c.is_alphanumeric()).next().is_some_and(words::names_weekday)
    }

    /// "RIVER LEVELS, JANUARY 2026", "Budget statement – 3 March 2026" below the date line, or the last line of
    /// a headline: "RESULTS FOR THE SIX MONTHS ENDED" above "30 JUNE 2026".
    fn is_dated_headline(&self, blocks: &[Block], at: usize, own: &OwnLine) -> bool {
        let block = &blocks[at];
        let whole = own.rest.is_none() && own.time.is_none();
        if self.given.title || !whole {
            return false;
        }
        if block.joint != Joint::Gap
            && own.place.is_none()
            && !joining::is_stamp(block.text())
            && self.candidates.last().is_some_and(|last| last.last_line + 1 == block.at.line && awaits_day(last.text()))
        {
            return true;
        }
        let known = self.header.dates.iter().any(|dated| matches!(dated.date, Written::Day(_)));
        let before = date::first(block.text()).map_or("", |found| block.text()[..found.range.start].trim_end());
        let subject = words::at_least(before, 1) && !before.ends_with(':') && words::DATE.opening(before).is_none();
        let about = own.date == Written::NoDay || own.place.is_none() && words::at_least(before, 2);
        known && subject && about && self.opens_text_below(blocks, at)
    }

    /// Whether no headline stands above a line, nor between it and the text.
    fn opens_text_below(&self, blocks: &[Block], at: usize) -> bool {
        let is_frame = |block: &&Block| {
            line::release_line(block.text()).is_some()
                || dateline::own_line(block.text()).is_some() && link(block.text()) != Some(true)
        };
        let mut below = blocks[at + 1..].iter().take(NEAR).skip_while(is_frame);
        self.candidates.iter().all(|line| names_a_house(line.text()))
            && below.next().is_some_and(|block| {
                let opens = dateline::run_in(block.text()).is_some() || is_short_sentence(block.text());
                block.shape == Shape::Text && opens
            })
    }
}

/// Whether the last word of a headline goes on with a day on the line below.
fn awaits_day(headline: &str) -> bool {
    headline.rsplit([' ', '\u{A0}']).next().is_some_and(|last| {
        words::DAY_PREPOSITIONS.has(last) || words::PERIOD_ENDS.has(last) || words::CONJUNCTIONS.has(last)
    })
}

/// Date lines stand no farther below.
const NEAR: usize = 4;

/// The small word right before a line's day, without a comma before it: whether it is that of an event.
fn link(text: &str) -> Option<bool> {
    let found = date::first(text)?;
    let (place, link) = text[..found.range.start].trim_end().rsplit_once([' ', '\u{A0}'])?;
    if place.ends_with([',', '-', '–', '—', '|', ':', ';']) {
        return None;
    }
    let parts_both = || words::BEFORE_DAYS.has_small(link) || words::DIRECTIONS.has_small(link);
    if words::EVENT_DAYS.has_small(link) { Some(true) } else { parts_both().then_some(false) }
}

fn day_of_release(block: &Block) -> Option<Written> {
    let own = dateline::own_line(block.text()).filter(|_| link(block.text()) != Some(true)).map(|own| own.date);
    own.or_else(|| dateline::run_in(block.text())?.date)
}
