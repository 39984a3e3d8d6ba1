//! The top of a release, down to its lead: release line, embargo, date line, headlines, and a
//! contact that stands first.
//!
//! The order is not fixed, so each block is asked what it is by its own words; what is left over
//! are headlines. Nothing below the lead is looked at.

use super::Told;
use super::contacts;
use super::date::{Dated, Written};
use super::dateline::{self, RunIn};
use super::joining::{self, LeftOut};
use super::words::{self, fold, opening};
use super::{details, embargo, line};
use crate::manuscript::{Block, Joint, Shape};
use crate::problem::Place;
use crate::prose::Prose;
use chrono::NaiveTime;

/// What the top of a release says.
#[derive(Debug, Default)]
pub struct Header {
    pub number: Option<String>,
    pub embargoes: Vec<(Place, String)>,
    /// The first date line on its own, then the one run into the lead.
    pub dates: Vec<Dated>,
    pub place: Option<(Place, String)>,
    pub time: Option<NaiveTime>,
    pub kicker: Option<String>,
    pub title: Option<(Place, usize, Prose)>,
    pub subtitle: Option<Prose>,
    pub contacts: Vec<Vec<contacts::Line>>,
    pub lead: Option<(Place, Prose)>,
    /// What stood above the lead and belongs to the body: lists, facts, pictures.
    pub aside: Vec<Block>,
    pub notices: Vec<Prose>,
    /// Where the text calls itself a draft.
    pub draft_mark: Option<(Place, String)>,
    pub left_out: Vec<LeftOut>,
}

/// A sentence of this many words opens the text.
const FEWEST_WORDS_OF_A_LEAD: usize = 12;
/// No headline is longer, in characters.
const LONGEST_HEADLINE: usize = 240;

/// Reads the top and returns the index of the first block below the lead.
///
/// `wrapped` says that the text was wrapped by hand, so that lines of a block are one headline.
pub fn read(blocks: &[Block], wrapped: bool, told: Told) -> (Header, usize) {
    let mut reader = Reader { header: Header::default(), candidates: Vec::new(), wrapped, told, release_lines: 0 };
    let next = reader.walk(blocks);
    reader.short_lead();
    reader.letterhead(&blocks[next..]);
    reader.headlines();
    (reader.header, next)
}

/// A line that may be a headline, and how many dates stood above it.
struct Candidate {
    at: Place,
    last_line: usize,
    prose: Prose,
    dates_above: usize,
    joint: Joint,
    level: Option<u8>,
    after_release_line: bool,
    /// How many release lines stood above.
    release_lines_above: usize,
}

struct Reader {
    header: Header,
    candidates: Vec<Candidate>,
    wrapped: bool,
    told: Told,
    release_lines: usize,
}

impl Reader {
    fn walk(&mut self, blocks: &[Block]) -> usize {
        let mut at = 0;
        while let Some(block) = blocks.get(at) {
            let text = block.text();
            if !self.told.no_embargo && embargo::is_in_sentence(text) {
                self.header.embargoes.push((block.at, text.to_owned()));
            }
            let holds = !matches!(block.shape, Shape::Picture(_) | Shape::Markup(_)) && !self.told.no_embargo;
            if holds && embargo::is_line(text) {
                at = self.embargo(blocks, at);
            } else if !matches!(block.shape, Shape::Text | Shape::Heading(_) | Shape::Quote) {
                self.header.aside.push(block.clone());
                at += 1;
            } else if let Some(found) = line::release_line(text) {
                self.release_line(block, found);
                at += 1;
            } else if let Some(found) = dateline::run_in(text) {
                self.run_in(block, found);
                return at + 1;
            } else if let Some(found) = dateline::own_line(text) {
                at = self.own_line(blocks, at, found);
            } else if let Some(rest) = line::contact_heading(text) {
                at = self.contact(blocks, at, rest);
            } else if line::draft_mark(text) {
                self.header.draft_mark = Some((block.at, text.to_owned()));
                at += 1;
            } else if line::change_date(text) {
                let text = text.to_owned();
                self.header.left_out.push(LeftOut {
                    line: block.at.line,
                    text,
                    why: "a date of change; state `updated:`",
                });
                at += 1;
            } else if is_salutation(text) {
                let text = text.to_owned();
                self.header.left_out.push(LeftOut { line: block.at.line, text, why: "a salutation" });
                at += 1;
            } else if is_fact(text) {
                self.header.aside.push(block.clone());
                at += 1;
            } else if line::notice(text) && text.chars().count() < 90 {
                self.header.notices.push(block.prose.clone());
                at += 1;
            } else if let Some(end) = Self::unlabelled_contact(blocks, at) {
                self.header.contacts.push(lines(&blocks[at..end]));
                at = end;
            } else if self.is_lead(blocks, at) {
                self.header.lead = Some((block.at, block.prose.clone()));
                return at + 1;
            } else if !self.candidates.is_empty() && line::boilerplate_heading(text) || line::end_mark(text) {
                return at;
            } else {
                self.candidate(block, after_headline_label(text));
                at += 1;
            }
        }
        at
    }

    fn embargo(&mut self, blocks: &[Block], at: usize) -> usize {
        let block = &blocks[at];
        let joined = embargo::with_line_below(block.text(), blocks.get(at + 1).map(Block::text));
        let lines = if joined.is_some() { 2 } else { 1 };
        self.header.embargoes.push((block.at, joined.unwrap_or_else(|| block.text().to_owned())));
        at + lines
    }

    fn release_line(&mut self, block: &Block, found: line::ReleaseLine) {
        self.release_lines += 1;
        self.header.number = self.header.number.take().or(found.number);
        let Some(offset) = found.rest else { return };
        let rest = block.prose.from_offset(offset);
        match dateline::own_line(rest.text()) {
            Some(own) => self.date(block, own.place, own.date, own.time),
            None => self.candidate(block, Some(offset)),
        }
    }

    fn date(&mut self, block: &Block, place: Option<String>, date: Written, time: Option<NaiveTime>) {
        let at = block.at;
        self.header.dates.push(Dated::of(block, date));
        self.header.time = self.header.time.or(time);
        if let Some(place) = place {
            self.header.place.get_or_insert((at, place));
        }
    }

    fn own_line(&mut self, blocks: &[Block], at: usize, found: dateline::OwnLine) -> usize {
        self.date(&blocks[at], found.place, found.date, found.time);
        let text = blocks[at].text();
        if let Some(rest) = found.rest.filter(|rest| line::contact_heading(&text[*rest..]).is_none()) {
            let text = text[rest..].to_owned();
            self.header.left_out.push(LeftOut { line: blocks[at].at.line, text, why: "a remark beside the date" });
        }
        match found.rest.and_then(|rest| line::contact_heading(&text[rest..]).map(|offset| rest + offset)) {
            Some(rest) => self.contact(blocks, at, rest),
            None => at + 1,
        }
    }

    /// A contact block whose heading ends at byte `rest` of its line.
    fn contact(&mut self, blocks: &[Block], at: usize, rest: usize) -> usize {
        let mut group = Vec::new();
        let first = blocks[at].text()[rest..].trim();
        let on_heading = !first.is_empty();
        if on_heading {
            group.push(contacts::Line { text: first.to_owned(), gap: false });
        }
        let mut end = at + 1;
        while let Some(block) = blocks.get(end) {
            // A contact that shares its line with the label ends with its lines.
            let gap_ends = block.joint == Joint::Gap && on_heading;
            if gap_ends
                || !is_contact_line(block)
                || block.joint == Joint::Gap
                    && !group.is_empty()
                    && !details::is_detail_line(block.text())
                    && !is_followed_by_detail(blocks, end)
            {
                break;
            }
            group.push(contacts::Line { text: block.text().to_owned(), gap: block.joint == Joint::Gap });
            end += 1;
        }
        self.header.contacts.push(group);
        end
    }

    /// The end of a group of lines that holds a phone or an address and opens with no label.
    fn unlabelled_contact(blocks: &[Block], at: usize) -> Option<usize> {
        let group_end = at
            + 1
            + blocks[at + 1..].iter().take_while(|block| block.joint != Joint::Gap && is_contact_line(block)).count();
        let group = &blocks[at..group_end];
        let has_detail = group.iter().any(|block| details::is_detail_line(block.text()));
        (is_contact_line(&blocks[at]) && has_detail && group.len() > 1).then_some(group_end)
    }

    fn run_in(&mut self, block: &Block, found: RunIn) {
        if let Some(place) = found.place {
            // The date line proper knows the place better than a letterhead's.
            self.header.place = Some((block.at, place));
        }
        if let Some(date) = found.date {
            self.header.dates.push(Dated::of(block, date));
        }
        self.header.time = self.header.time.or(found.time);
        self.header.lead = Some((block.at, block.prose.from_offset(found.lead)));
    }

    fn is_lead(&self, blocks: &[Block], at: usize) -> bool {
        let block = &blocks[at];
        let text = block.text();
        let words = text.split_whitespace().count();
        // Under a stated headline any sentence opens the text; some scripts set no blanks.
        let fewest = if self.told.title { 4 } else { FEWEST_WORDS_OF_A_LEAD };
        let unspaced = words <= 3 && text.chars().count() >= 20 && !text.is_ascii();
        let sentence = joining::ends_sentence(text) && (words >= fewest || unspaced);
        let long = text.chars().count() > LONGEST_HEADLINE;
        let titled = self.told.title || !self.candidates.is_empty();
        if !matches!(block.shape, Shape::Text | Shape::Quote) || !titled && !long {
            return false;
        }
        // A summary above the date line is a sub-headline.
        let dated_soon = !long
            && blocks[at + 1..]
                .iter()
                .take(2)
                .any(|next| dateline::run_in(next.text()).is_some_and(|run| run.date.is_some()));
        (sentence || long) && !dated_soon
    }

    fn candidate(&mut self, block: &Block, offset: Option<usize>) {
        self.candidates.push(Candidate {
            at: Place::new(block.at.line, block.at.column + block.text()[..offset.unwrap_or(0)].chars().count()),
            last_line: block.last_line,
            prose: block.prose.from_offset(offset.unwrap_or(0)),
            dates_above: self.header.dates.len(),
            joint: if offset.is_some() { Joint::Gap } else { block.joint },
            level: if let Shape::Heading(level) = block.shape { Some(level) } else { None },
            after_release_line: offset.is_some(),
            release_lines_above: self.release_lines,
        });
    }

    /// Where no longer one was found, a short sentence below the headline is the lead.
    fn short_lead(&mut self) {
        let titled = self.told.title || self.candidates.len() > 1;
        let sentence = self
            .candidates
            .last()
            .is_some_and(|last| joining::ends_sentence(last.prose.text()) && last.level.is_none());
        if self.header.lead.is_none() && titled && sentence {
            self.header.lead = self.candidates.pop().map(|last| (last.at, last.prose));
        }
    }

    /// A house's name above the headline, which the text below names again, is its letterhead.
    fn letterhead(&mut self, below: &[Block]) {
        if self.candidates.len() < 2 || self.candidates[0].level.is_some() {
            return;
        }
        let name = fold(self.candidates[0].prose.text());
        let lead = self.header.lead.iter().map(|(_, lead)| lead.text());
        let mut texts = lead.chain(below.iter().map(Block::text));
        if (2..=8).contains(&name.split_whitespace().count()) && texts.any(|text| fold(text).contains(&name)) {
            let Candidate { at, prose, .. } = self.candidates.remove(0);
            self.header.left_out.push(LeftOut { line: at.line, text: prose.into_text(), why: "a letterhead line" });
        }
    }

    fn headlines(&mut self) {
        let mut headlines = self.joined_candidates();
        // A headline given twice is the headline; what stood between named a region or a desk.
        if let Some(again) =
            (1..headlines.len()).find(|at| fold(headlines[*at].prose.text()) == fold(headlines[0].prose.text()))
        {
            for between in headlines.drain(..again) {
                if !fold(between.prose.text()).is_empty()
                    && self.header.left_out.iter().all(|l| l.line != between.at.line)
                {
                    self.header.left_out.push(LeftOut {
                        line: between.at.line,
                        text: between.prose.into_text(),
                        why: "above the headline",
                    });
                }
            }
        }
        if let Some(first) = headlines.iter().position(|headline| headline.level == Some(1)).filter(|at| *at > 0) {
            let kicker =
                headlines.drain(..first).map(|headline| headline.prose.into_text()).collect::<Vec<_>>().join(" ");
            self.header.kicker = Some(kicker);
        } else if headlines.len() > 1 && is_kicker(&headlines[0], &headlines[1]) {
            self.header.kicker = Some(headlines.remove(0).prose.into_text());
        }
        let mut headlines = headlines.into_iter();
        if let Some(title) = headlines.next() {
            self.header.title = Some((title.at, title.last_line, title.prose));
        }
        self.header.subtitle = headlines.next().map(|headline| headline.prose);
        let rest = headlines.map(|headline| Block {
            at: headline.at,
            last_line: headline.last_line,
            joint: Joint::Gap,
            shape: Shape::Text,
            prose: headline.prose,
        });
        let rest: Vec<Block> = rest.collect();
        self.header.aside.splice(0..0, rest);
    }

    /// Headlines over several lines, joined.
    fn joined_candidates(&mut self) -> Vec<Candidate> {
        let mut joined: Vec<Candidate> = Vec::new();
        for candidate in std::mem::take(&mut self.candidates) {
            match joined.last_mut() {
                Some(last) if self.is_one_headline(last, &candidate) => {
                    last.prose.append(" ", &candidate.prose);
                    last.last_line = candidate.last_line;
                }
                _ => joined.push(candidate),
            }
        }
        joined
    }

    fn is_one_headline(&self, last: &Candidate, next: &Candidate) -> bool {
        let (before, after) = (last.prose.text(), next.prose.text());
        let adjacent =
            next.joint != Joint::Gap && next.at.line == last.last_line + 1 && next.dates_above == last.dates_above;
        let same_case = is_shouted(before) == is_shouted(after);
        let runs_on = after.starts_with(char::is_lowercase)
            || before.ends_with([',', '-', '–', '&'])
            || joining::ends_open(before);
        let fits = before.chars().count() + after.chars().count() <= LONGEST_HEADLINE;
        adjacent && same_case && fits && last.level.is_none() && (self.wrapped || last.after_release_line || runs_on)
    }
}

/// Where the words begin behind "Headline:".
fn after_headline_label(text: &str) -> Option<usize> {
    let (label, rest) = text.split_once(':')?;
    let folded = fold(label);
    let known = words::all(|w| w.headlines).any(|known| known == folded);
    (known && !rest.trim().is_empty()).then(|| text.len() - rest.trim_start().len())
}

/// "Dear editors,", which an invitation opens with.
pub fn is_salutation(text: &str) -> bool {
    if text.len() > 200 {
        return false;
    }
    let folded = fold(text);
    folded.ends_with([',', '!', ':'])
        && folded.split_whitespace().count() <= 8
        && opening(&folded, words::all(|w| w.salutations)).is_some()
}

/// "Zeit: 12 Uhr", "WHO: the mayor".
fn is_fact(text: &str) -> bool {
    let folded = fold(text);
    opening(&folded, words::all(|w| w.facts)).is_some_and(|label| folded[label.len()..].trim_start().starts_with(':'))
}

fn is_shouted(text: &str) -> bool {
    text.chars().any(char::is_uppercase) && !text.chars().any(char::is_lowercase)
}

/// A short phrase above the date line or the release line, with a longer headline below it ("In eigener Sache").
fn is_kicker(first: &Candidate, second: &Candidate) -> bool {
    let words = |candidate: &Candidate| candidate.prose.text().split_whitespace().count();
    let parted = second.dates_above > first.dates_above || second.release_lines_above > first.release_lines_above;
    parted && words(first) <= 4 && words(second) > words(first)
}

/// A line that can be part of a contact: short, and nothing else by its own words.
fn is_contact_line(block: &Block) -> bool {
    let text = block.text();
    let short = text.chars().count() <= 100 && matches!(block.shape, Shape::Text | Shape::Item(_));
    let detail = details::is_detail_line(text);
    short
        && (detail
            || line::release_line(text).is_none()
                && !embargo::is_line(text)
                && dateline::run_in(text).is_none()
                && dateline::own_line(text).is_none()
                && line::contact_heading(text).is_none()
                && !is_fact(text)
                && !(joining::ends_sentence(text) && text.split_whitespace().count() > 12))
}

fn is_followed_by_detail(blocks: &[Block], at: usize) -> bool {
    blocks[at + 1..]
        .iter()
        .take_while(|block| block.joint != Joint::Gap)
        .any(|block| details::is_detail_line(block.text()))
}

fn lines(blocks: &[Block]) -> Vec<contacts::Line> {
    blocks
        .iter()
        .map(|block| contacts::Line { text: block.text().to_owned(), gap: block.joint == Joint::Gap })
        .collect()
}
