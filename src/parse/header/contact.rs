//! A contact that stands above the lead: which lines belong to it. Who it is, `contacts` reads.

use super::Reader;
use super::frame;
use super::headlines::{Candidate, leave_out};
use super::sender;
use crate::manuscript::{Block, Joint, Shape};
use crate::parse::date::{self, Dated, Written};
use crate::parse::whom_to_call::{held, is_of_address};
use crate::parse::{Placed, contacts, dateline, details, embargo, header, joining, line, people, words};

/// The lines of a contact whose heading ends at byte `rest` of block `at`, and where they end.
/// `untitled` says that the headline is still to come.
pub fn headed(blocks: &[Block], at: usize, rest: usize, untitled: bool) -> (Vec<contacts::Line>, usize) {
    let mut group = Vec::new();
    let first = blocks[at].text()[rest..].trim();
    // "Contact:     FOR IMMEDIATE RELEASE": what stood in the column beside the heading.
    let first = if line::release_line(first).is_some() { "" } else { first };
    let on_heading = !first.is_empty();
    if on_heading {
        group.push(contacts::Line { number: blocks[at].at.line, text: first.to_owned(), gap: false });
    }
    let mut end = at + 1;
    while let Some(block) = blocks.get(end) {
        // A contact that shares its line with the label ends with its lines.
        let gap_ends = block.joint == Joint::Gap && on_heading;
        // Behind a number or an address, a gap ends it unless another one follows.
        let complete = || block.joint == Joint::Gap && blocks[at + 1..end].iter().any(holds_detail);
        if gap_ends
            || !is_line(block)
            || complete() && !details::is_detail_line(block.text()) && !is_followed_by_detail(blocks, end)
        {
            break;
        }
        end += 1;
    }
    // "Ufficio stampa" above a headline is a desk of the letterhead, and nobody's number follows.
    // So is one without a colon, where the headline below runs into the text, or stands apart and is no name.
    let has_colon = blocks[at].text().ends_with(':');
    let runs_into_text = || blocks.get(end).is_some_and(|next| next.joint != Joint::Gap);
    let stands_above = || {
        let next = blocks.get(at + 1).filter(|next| next.joint == Joint::Gap);
        !has_colon && next.is_some_and(|next| words::at_least(next.text(), 3) && people::people(next.text()).is_empty())
    };
    let is_above_headline = || {
        let house_or_text = || people::is_organisation(blocks[at].text()) || !has_colon && runs_into_text();
        untitled && house_or_text() || stands_above()
    };
    let is_desk = || !blocks[at + 1..end].iter().any(holds_detail) && is_above_headline();
    let end = if !on_heading && is_desk() {
        at + 1
    } else {
        without_headline(blocks, if on_heading { at } else { at + 1 }, end, untitled)
    };
    group.extend(lines(&blocks[at + 1..end]));
    (group, end)
}

/// The end of a group of lines that holds a phone or an address and opens with no label.
pub fn unlabelled(blocks: &[Block], at: usize, untitled: bool) -> Option<usize> {
    // Asked of every line of the header, so the cheapest question comes first.
    let may_be_detail = |block: &Block| block.text().contains(|c: char| c.is_ascii_digit() || c == '@');
    let near = &blocks[at..blocks.len().min(at + 1 + MOST_LINES)];
    if !near.iter().any(may_be_detail) {
        return None;
    }
    let end = at + 1 + lines_below(blocks, at);
    let group = &blocks[at..end];
    let has_detail = group.iter().any(|block| details::is_detail_line(block.text()));
    // A house, and right below it "Jane Doe, (555) 555-0142".
    let is_called = |block: &Block| people::opens_with_person(block.text()) && !held(block.text()).is_empty();
    let of_house = || !untitled && people::is_name_of_house(group[0].text()) && group[1..].iter().any(is_called);
    let has_detail = has_detail || of_house();
    (is_line(&blocks[at]) && has_detail && group.len() > 1).then(|| without_headline(blocks, at, end, untitled))
}

/// Nobody gives more lines of contact than this.
const MOST_LINES: usize = 40;

/// How many lines right below can be of one contact.
fn lines_below(blocks: &[Block], at: usize) -> usize {
    blocks[at + 1..].iter().take(MOST_LINES).take_while(|block| block.joint != Joint::Gap && is_line(block)).count()
}

/// Where no blank line parts them, the lines below the last number or address are the headline or
/// its sub-headline, when the text begins below.
fn without_headline(blocks: &[Block], start: usize, end: usize, untitled: bool) -> usize {
    let last_detail = (start..end).rev().find(|at| holds_detail(&blocks[*at]));
    let text_follows =
        blocks.get(end).is_none_or(|next| next.joint != Joint::Gap || dateline::run_in(next.text()).is_some());
    match last_detail {
        // Below a headline, so many words are its sub-headline.
        Some(last) if text_follows && last + 1 < end && (untitled || is_of_many_words(&blocks[last + 1..end])) => {
            last + 1
        }
        _ => end,
    }
}

/// More than a role or a house has, on one line or over several.
fn is_of_many_words(lines: &[Block]) -> bool {
    const FEWEST_WORDS: usize = 7;
    let is_long = |line: &Block| words::at_least(line.text(), FEWEST_WORDS);
    let of_somebody = |line: &Block| people::is_role(line.text()) || people::is_name_of_house(line.text());
    is_long(&lines[0]) || lines.last().is_some_and(is_long) && !lines.iter().any(of_somebody)
}

fn holds_detail(block: &Block) -> bool {
    details::holds_detail(block.text())
}

/// "Dr. Ada Berg Stabsstelle Kommunikation" above the text, as science services put it, and the
/// house on the line below.
pub fn named_desk(blocks: &[Block], at: usize) -> Option<usize> {
    const LONGEST: usize = 80;
    let text = blocks[at].text();
    if text.chars().count() > LONGEST || joining::ends_sentence(text) {
        return None;
    }
    let titled = text.split_whitespace().next().is_some_and(people::is_honorific);
    let (person, desk) = people::fused(text, people::is_department_alone)?;
    // "Ada Berg Presse und Öffentlichkeitsarbeit" has the shape of a headline, but for the house below.
    let house = || {
        blocks.get(at + 1).is_some_and(|next| {
            next.joint != Joint::Gap
                && people::is_organisation(next.text())
                && !words::at_least(next.text(), 9)
                && !joining::ends_sentence(next.text())
        })
    };
    if !titled {
        return (people::is_department_alone(&desk) && blocks[at].joint == Joint::Gap && house()).then_some(at + 2);
    }
    let below = blocks.get(at + 1).is_some_and(|next| {
        next.joint != Joint::Gap && next.text().split_whitespace().count() <= 6 && !joining::ends_sentence(next.text())
    });
    (person.certain && !desk.is_empty()).then_some(at + 1 + usize::from(below))
}

/// "By Jane Doe, jane@example.org, 020 7946 0101" above the text: the contact behind the word.
pub fn signed(block: &Block) -> Option<Vec<contacts::Line>> {
    let text = block.text();
    if !is_line(block) || !details::calls_somebody(text) {
        return None;
    }
    // "Jane Doe jane@example.org", as a mailing list has who sent it.
    let sends = |(name, address): (&str, &str)| address.contains('@') && people::person(name).is_some();
    if text.rsplit_once(' ').is_some_and(sends) {
        return Some(vec![contacts::Line { number: block.at.line, text: text.to_owned(), gap: false }]);
    }
    if let Some(line) = sender::called(block) {
        return Some(vec![line]);
    }
    let by = words::BYLINES.opening(text)?;
    let contact = words::after(text, by).trim_start_matches([' ', ':', '\u{A0}']);
    people::person(contact.split(',').next()?)?;
    Some(vec![contacts::Line { number: block.at.line, text: contact.to_owned(), gap: false }])
}

/// A house with the release's date on its line, and where its contact ends.
pub struct DatedHouse {
    pub name: String,
    pub date: Written,
    pub end: usize,
}

/// "Headquarters, Washington   August 1, 2005", followed by a phone or an address.
pub fn dated_house(blocks: &[Block], at: usize) -> Option<DatedHouse> {
    let text = blocks[at].text();
    let own = dateline::own_line(text).filter(|own| own.rest.is_none())?;
    own.place.as_deref().filter(|place| people::is_organisation(place))?;
    let found = date::first(text)?;
    let name = text[..found.range.start].trim_end_matches([' ', ',', '\u{A0}']).to_owned();
    let below = lines_below(blocks, at);
    let end = at + 1 + below;
    blocks[at + 1..end].iter().any(holds_detail).then_some(DatedHouse { name, date: own.date, end })
}

/// A line that can be part of a contact: short, and nothing else by its own words.
pub(super) fn is_line(block: &Block) -> bool {
    let text = block.text();
    let short = text.chars().count() <= 100 && matches!(block.shape, Shape::Text | Shape::Item { .. });
    let detail = details::is_detail_line(text);
    short
        && (detail
            || line::release_line(text).is_none()
                && !embargo::is_line(text)
                && dateline::run_in(text).is_none()
                && dateline::own_line(text).is_none()
                && line::contact_heading(text).is_none()
                && !header::is_fact(text)
                && !(joining::ends_sentence(text) && text.split_whitespace().count() > 12))
}

fn is_followed_by_detail(blocks: &[Block], at: usize) -> bool {
    const NEAR: usize = 4;
    blocks[at + 1..].iter().take(NEAR).any(|block| details::is_detail_line(block.text()))
}

pub fn lines(blocks: &[Block]) -> Vec<contacts::Line> {
    blocks
        .iter()
        .map(|block| contacts::Line {
            number: block.at.line,
            text: block.text().to_owned(),
            gap: block.joint == Joint::Gap,
        })
        .collect()
}

impl Reader {
    /// "Investor and" above "Media Inquiries:"
    pub(super) fn without_cut_label(&mut self, heading: &Block) {
        const MOST_WORDS: usize = 3;
        let is_cut = |last: &Candidate| {
            heading.joint != Joint::Gap
                && heading.text().ends_with(':')
                && last.last_line + 1 == heading.at.line
                && last.words() <= MOST_WORDS
                && joining::ends_open(last.text())
        };
        if let Some(cut) = self.candidates.pop_if(|last| is_cut(last)) {
            leave_out(&mut self.header, cut, "a label");
        }
    }

    /// A contact block whose heading ends at byte `rest` of its line.
    pub(super) fn contact(&mut self, blocks: &[Block], at: usize, rest: usize) -> usize {
        self.decide(&blocks[at], "contact", "the heading of a contact");
        // "Press" on a page's trail, above the headline that stood there before.
        let is_again = blocks.get(at + 1).is_some_and(|next| self.stands_above(next.text()));
        let untitled = self.candidates.is_empty() || is_again;
        let (group, end) = headed(blocks, at, rest, untitled);
        self.header.contacts.push(group);
        end
    }

    /// The lines of a contact without a label; "Washington D.C." above its house is where the text is from.
    pub(super) fn without_town(&mut self, lines: &[Block]) -> Vec<contacts::Line> {
        match lines {
            [town, house, ..] if contacts::is_town_in_state(town.text()) && people::is_organisation(house.text()) => {
                self.decide(town, "place", "a town and its state above the name of a house");
                self.header.place.get_or_insert_with(|| Placed::new(town.at, dateline::readable(town.text())));
                self::lines(&lines[1..])
            }
            _ => self::lines(lines),
        }
    }

    /// "Mayor's Press Office   312.555.0134" in a letterhead: whom to call, and no street and town.
    pub(super) fn called_in_letterhead(&mut self, block: &Block, text: &str) -> bool {
        let calls = contacts::is_whole(text)
            && !held(text).is_empty()
            && !is_of_address(text)
            && !frame::is_address(text, true);
        if calls {
            self.decide(block, "contact", "a name or a house, and its number");
            let line = contacts::Line { number: block.at.line, text: text.to_owned(), gap: false };
            self.header.contacts.push(vec![line]);
        }
        calls
    }

    /// "Headquarters, Washington   August 1, 2005" below a name: the house, and the release's date.
    pub(super) fn dated_contact(&mut self, blocks: &[Block], at: usize, house: DatedHouse) -> usize {
        let block = &blocks[at];
        self.decide(block, "contact", "a house and a date below a name");
        self.header.dates.push(Dated::of(block, house.date));
        let mut group = Vec::new();
        if let Some(name) = self.candidates.pop() {
            group.push(contacts::Line { number: name.at.line, text: name.prose.into_text(), gap: false });
        }
        group.push(contacts::Line { number: block.at.line, text: house.name, gap: false });
        group.extend(lines(&blocks[at + 1..house.end]));
        self.header.contacts.push(group);
        house.end
    }

    pub(super) fn names_somebody_above(&self, block: &Block) -> bool {
        self.candidates.last().is_some_and(|last| {
            block.joint != Joint::Gap
                && last.last_line + 1 == block.at.line
                && !people::people(last.prose.text()).is_empty()
        })
    }
}
