//! The dates of a release's top: on lines of their own, before a headline, run into the lead.
//!
//! Which of several counts is decided once the whole text has been read.

use std::collections::BTreeSet;

use chrono::NaiveTime;

use super::frame::{is_byline, is_fact, is_timed};
use super::{Reader, fields};
use crate::manuscript::{Block, Joint};
use crate::parse::date::{self, Dated, TimeOfDay, Written};
use crate::parse::dateline::{self, RunIn};
use crate::parse::{Placed, embargo, joining, line, people, words};

impl Reader {
    pub(super) fn date(
        &mut self,
        block: &Block,
        place: Option<String>,
        date: Option<Written>,
        time: Option<TimeOfDay>,
    ) {
        if let Some(date) = date {
            self.decide(block, "date line", "a date on a line of its own");
            self.header.dates.push(Dated::of(block, date));
        }
        self.header.time = self.header.time.or(time);
        // "City Museum, 12 June 2026" and "By Ada Berg, 12 June 2026" name nobody's place.
        let is_page = |place: &str| words::fold(place).ends_with("newsroom");
        let is_place = |place: &str| !people::is_organisation(place) && !is_byline(place) && !is_page(place);
        if let Some(place) = place.filter(|place| is_place(place)) {
            self.header.place.get_or_insert(Placed::new(block.at, place));
        }
    }

    pub(super) fn own_line(&mut self, blocks: &[Block], at: usize, found: dateline::OwnLine) -> usize {
        if fields::is_day_of_event(blocks, at) || fields::is_below_label(blocks, at) {
            self.aside(&blocks[at]);
            return at + 1;
        }
        if self.dated_at_end(blocks, at, &found) {
            return at + 1;
        }
        if self.is_hour_of_report(blocks, at, &found) {
            self.aside(&blocks[at]);
            return at + 1;
        }
        if self.is_hour_of_event_without_year(&blocks[at], &found) {
            return self.event(blocks, at);
        }
        // A programme's days and hours are no date lines.
        if found.time.is_some() && blocks.get(at + 1).is_some_and(is_timed) || self.programme {
            self.programme = found.time.is_some();
            if self.programme {
                self.aside(&blocks[at]);
                return at + 1;
            }
        }
        let invited = self.is_hour_of_invitation(&blocks[at], &found);
        if invited || is_day_of_other_event(blocks, at, &found) || self.is_day_after(&found) {
            // An earlier date line says when it was written, and this one when it may be read.
            if embargo::is_labelled_time(blocks[at].text()) {
                self.decide(&blocks[at], "embargo", "day and time of release by their label");
                return at + 1;
            }
            return self.event(blocks, at);
        }
        self.timed |= found.time.is_some();
        let text = blocks[at].text();
        let place = found.place.filter(|place| {
            let signs = signs_text(place, blocks, at);
            if signs {
                self.leave_out(&blocks[at], place.as_str(), "who signs it");
            }
            !signs
        });
        let below = blocks.get(at + 1).filter(|_| found.time.is_none() && found.rest.is_none());
        let time_below = below.filter(|below| below.joint != Joint::Gap).and_then(|below| whole_time(below.text()));
        let place_below =
            below.filter(|below| place.is_none() && below.joint != Joint::Gap && is_place_in_capitals(below.text()));
        self.date(&blocks[at], place, Some(found.date), found.time.or(time_below));
        if let Some(below) = place_below {
            self.date(below, Some(dateline::readable(below.text())), None, None);
            self.decide(below, "place", "a place in capitals below the date");
            return at + 2;
        }
        if time_below.is_some() {
            self.decide(&blocks[at + 1], "time", "a time of day below the date");
            return at + 2;
        }
        // "Hochschule Morne · Presseinformation 88/26 · 10. September 2026"
        let before = date::first(text).map_or("", |found| &text[..found.range.start]);
        if let Some(number) =
            before.split([' ', '\u{A0}']).filter(|word| word.contains('/')).find_map(line::release_number)
        {
            self.header.number.get_or_insert(number);
        }
        let Some(rest) = found.rest else { return at + 1 };
        if let Some(offset) = line::contact_heading(&text[rest..]) {
            return self.contact(blocks, at, rest + offset);
        }
        if let Some(number) = line::release_number(&text[rest..]) {
            self.header.number.get_or_insert(number);
        } else if let Some(number) = line::numbered_kind(&text[rest..]) {
            self.header.release_lines += 1;
            self.header.number.get_or_insert(number);
        } else if self.is_headline_behind_date(text, rest) || self.is_headline_in_list(blocks, at, rest) {
            self.candidate(&blocks[at], Some(rest));
        } else {
            self.leave_out(&blocks[at], &text[rest..], "a remark beside the date");
        }
        at + 1
    }

    /// "02.05.2021, 14:15 Uhr" below "Stand: 03.05.2021, 14:33 Uhr" and the headline: when it happened.
    fn is_hour_of_report(&self, blocks: &[Block], at: usize, found: &dateline::OwnLine) -> bool {
        let is_label = |block: &Block| words::DATE.opening(block.text()).is_some();
        let is_stated = |dated: &Dated| blocks[..at].iter().any(|block| block.at == dated.at && is_label(block));
        found.time.is_some()
            && found.place.is_none()
            && found.rest.is_none()
            && self.timed
            && !self.candidates.is_empty()
            && !is_label(&blocks[at])
            && self.header.dates.first().is_some_and(is_stated)
    }

    /// Once the release's own day is known, a later one is that of an event.
    fn is_day_after(&self, found: &dateline::OwnLine) -> bool {
        let Written::Day(day) = found.date else { return false };
        let own = self.header.dates.iter().find_map(|known| match known.date {
            Written::Day(own) => Some(own),
            _ => None,
        });
        found.rest.is_none() && own.is_some_and(|own| own < day)
    }

    /// "Friday, 14 May 2021, 10.00 - 11.30" below the headline, and the date line above it: when something is.
    pub(super) fn event_below_headline(&mut self, blocks: &[Block], at: usize) -> Option<usize> {
        const MOST_WORDS: usize = 10;
        let text = blocks[at].text();
        if self.candidates.is_empty() || self.header.dates.is_empty() || words::at_least(text, MOST_WORDS + 1) {
            return None;
        }
        let found = date::first(text)?;
        let first = text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
        let opens = found.range.start == 0 || words::WEEKDAYS.number(first).is_some();
        let behind = &text[found.range.end..];
        let timed = date::time(behind).is_some_and(|(range, _)| !behind[..range.start].contains(char::is_alphabetic));
        let own = dateline::OwnLine { place: None, date: found.date, time: None, rest: None };
        (opens && timed && !joining::ends_sentence(text) && self.is_day_after(&own)).then(|| self.event(blocks, at))
    }

    /// An event's day, and where it is held, on the lines below.
    fn event(&mut self, blocks: &[Block], at: usize) -> usize {
        let below = blocks[at + 1..].iter().take_while(|block| {
            block.joint != Joint::Gap && dateline::own_line(block.text()).is_none() && !line::stands_alone(block.text())
        });
        let end = at + 1 + below.count();
        for block in &blocks[at..end] {
            self.aside(block);
        }
        end
    }

    /// Three hours and more are those of a programme: which of its days is the release's, none says.
    pub(super) fn without_programme(&mut self, blocks: &[Block]) {
        const FEWEST: usize = 3;
        if !self.timed {
            return;
        }
        // "Stand: 3 May 2021, 15:00" above them is of the text.
        let is_labelled = |block: &Block| words::DATE.opening(block.text()).is_some();
        let own_lines = blocks.iter().filter(|block| !is_labelled(block));
        let own_lines = own_lines.filter_map(|block| Some(dateline::own_line(block.text())?.time?.time));
        let hours: BTreeSet<NaiveTime> = own_lines.collect();
        if hours.len() >= FEWEST {
            let stated = |dated: &Dated| blocks.iter().any(|block| block.at == dated.at && is_labelled(block));
            let first_stated = self.header.dates.first().is_some_and(stated);
            self.header.dates.retain(|dated| first_stated && stated(dated));
            self.header.time = self.header.time.filter(|_| first_stated);
        }
    }

    /// "... CADUCAS Y" above "FALLIDAS. Ayer": the end of a headline in capitals is no place.
    pub(super) fn ends_a_headline(&self, block: &Block, found: &RunIn) -> bool {
        let above = self.candidates.last().map(|last| last.prose.text());
        found.date.is_none()
            && block.joint != Joint::Gap
            && above.is_some_and(line::is_shouted)
            && !joining::is_long_sentence(&block.text()[found.lead..])
    }

    pub(super) fn run_in(&mut self, block: &Block, found: RunIn) {
        self.decide(block, "date line and lead", "place, date or agency before the first sentence");
        if let Some(place) = found.place {
            // The date line proper knows the place better than a letterhead's.
            self.header.place = Some(Placed::new(block.at, place));
        }
        if let Some(date) = found.date {
            self.header.dates.push(Dated::of(block, date));
        }
        self.header.time = self.header.time.or(found.time);
        self.header.lead = Some(Placed::new(block.at, block.prose.from_offset(found.lead)));
    }
}

/// "Ada Berg 19 July 2026" above a text that Ada Berg speaks in: who signs it, and no place.
fn signs_text(place: &str, blocks: &[Block], at: usize) -> bool {
    const NEAR: usize = 12;
    let before = blocks[at].text().split(place).nth(1).unwrap_or("");
    let parted = !before.starts_with([' ', '\u{A0}']);
    if parted || !words::at_least(place, 2) || people::person(place).is_none() {
        return false;
    }
    let speaks = |text: &str| {
        text.match_indices(place).any(|(found, _)| {
            let behind = text[found + place.len()..].split_whitespace().next();
            let before = text[..found].trim_end().rsplit([' ', '\u{A0}', ',']).next();
            behind.into_iter().chain(before).any(|word| words::SAYS.has(word))
        })
    };
    blocks[at + 1..].iter().take(NEAR).any(|block| speaks(block.text()))
}

/// "VILLARREAL, AGS.": a place and the short name of its state.
fn is_place_in_capitals(text: &str) -> bool {
    let state = text.rsplit_once(", ").map_or("", |(_, state)| state);
    let short = (2..=5).contains(&state.len()) && (state.ends_with('.') || state.len() == 2);
    short && line::is_shouted(text) && dateline::is_place(text)
}

/// "14:22", "at 09.30 CET": a line that is nothing but a time of day.
fn whole_time(text: &str) -> Option<TimeOfDay> {
    let (range, time) = date::zoned_time(text)?;
    let signs_only = |part: &str| !part.contains(char::is_alphanumeric);
    let labelled = words::TIMES.has(text[..range.start].trim_end_matches([' ', ':']));
    ((labelled || signs_only(&text[..range.start])) && signs_only(&text[range.end..])).then_some(time)
}

/// "Thursday 24 September 2026, 6 p.m." above the release's own date, or "Date: ..." beside "Place: ...":
/// the day of an event.
fn is_day_of_other_event(blocks: &[Block], at: usize, found: &dateline::OwnLine) -> bool {
    const NEAR: usize = 12;
    let Written::Day(day) = found.date else { return false };
    if found.place.is_some() || found.rest.is_some() {
        return false;
    }
    let beside = |block: Option<&Block>| block.is_some_and(|block| is_fact(block.text()));
    let together = blocks.get(at + 1).filter(|next| next.joint != Joint::Gap);
    let labelled = blocks[at].text().contains(':') && found.time.is_none();
    let own_day = |block: &Block| {
        let own = dateline::own_line(block.text()).filter(|own| own.time.is_none()).map(|own| own.date);
        let run_in = || dateline::run_in(block.text()).and_then(|run| run.date);
        match own.or_else(run_in) {
            Some(Written::Day(other)) => other < day,
            _ => false,
        }
    };
    (labelled && beside(together) || found.time.is_some()) && blocks[at + 1..].iter().take(NEAR).any(own_day)
}

/// "5 December 2026 – 30 January 2027", "9 to 12 May 2026": how long something lasts.
pub fn is_period(text: &str) -> bool {
    const LONGEST: usize = 80;
    let Some(found) = date::opening(text).filter(|_| text.len() <= LONGEST) else { return false };
    let behind = text[found.range.end..].trim_start();
    behind.strip_prefix(['-', '–', '—']).is_some_and(|last| date::whole(last).is_some())
}

/// "Time: 09:30" beside the labelled date of a release; beside that of an event it is the event's.
pub fn labelled_time(blocks: &[Block], at: usize) -> Option<TimeOfDay> {
    // "Data publikacji 14:04", where the day stands elsewhere.
    if let Some(time) = dateline::behind_label_of_publication(blocks[at].text()).and_then(whole_time) {
        return Some(time);
    }
    let (label, value) = blocks[at].text().split_once(':')?;
    let value = value.trim();
    let (range, time) = date::zoned_time(value).filter(|_| words::TIMES.has(label))?;
    let whole = range.start == 0 && !value[range.end..].contains(char::is_alphanumeric);
    (whole && fields::is_beside_date(blocks, at)).then_some(time)
}

/// "Publication date", which a system sets on a line of its own.
pub fn is_label_of_date(text: &str) -> bool {
    let bare = text.trim_end_matches([' ', '\u{A0}', ':']);
    words::DATE.has(bare) && (words::at_least(bare, 2) || bare.len() < text.len())
}

/// Whether a date line run into a text opens the lead here. A headline in capitals may hold an
/// abbreviation ("MAYOR DR. SMITH OPENS"), so without date or tag one must stand above.
pub fn may_open(block: &Block, found: &RunIn) -> bool {
    let rest = &block.text()[found.lead..];
    found.date.is_some() || !line::is_shouted(rest)
}
