//! Kicker, headline and sub-headline, out of the lines above the lead that are nothing else.
//!
//! No line is made a headline because it is set large; only where it stands and how it is worded
//! count, and a heading of Markdown, HTML or DOCX.

use std::collections::HashSet;

use super::Header;
use super::above::{event_above, kinds_above, place_beside_date};
use super::frame::{is_address, is_byline, is_kind_within, is_numbered, is_postal};
use super::house_name::names_a_house;
use super::letterhead::{LETTERHEAD, below_headline, letterhead, names};
use super::ornaments::{is_between_dashes, ornamented};
use super::over_lines::joined;
use super::reference::{behind_tags, is_reference, opens_with_number, rulings_above};
use super::street::{beside_addresses, is_street};
use super::{dates, kicker, lead, officeholders};
use crate::manuscript::{Block, Joint, Shape};
use crate::parse::decision::Decision;
use crate::parse::joining::LeftOut;
use crate::parse::words::{self, fold};
use crate::parse::{Placed, date, dateline, details, line, people};
use crate::problem::Place;
use crate::prose::Prose;

/// A line that may be a headline.
pub struct Candidate {
    pub at: Place,
    pub last_line: usize,
    pub prose: Prose,
    pub joint: Joint,
    pub level: Option<u8>,
    /// It is set between dashes.
    pub dashed: bool,
    pub after_release_line: bool,
    /// How many dates, embargoes and release lines stood above.
    pub dates_above: usize,
    pub embargoes_above: usize,
    pub release_lines_above: usize,
}

impl Candidate {
    pub fn text(&self) -> &str {
        self.prose.text()
    }

    pub fn words(&self) -> usize {
        self.text().split_whitespace().count()
    }

    pub fn is_short_sentence(&self) -> bool {
        self.level.is_none() && lead::is_short_sentence(self.text())
    }

    pub fn into_block(self) -> Block {
        let shape = self.level.map_or(Shape::Text, Shape::Heading);
        Block { at: self.at, last_line: self.last_line, joint: Joint::Gap, shape, prose: self.prose }
    }
}

/// The words of a line that may be a headline, from byte `start` on; or why it is none. `others`
/// says that another line may be the headline.
pub fn words(block: &Block, start: usize, others: bool) -> Result<Prose, &'static str> {
    const DASHES: [char; 4] = ['-', '–', '—', ' '];
    let text = block.text();
    let start = if start == 0 { behind_tags(text) } else { start };
    // "http://..." leads to another text, and is no part of a headline.
    if start == 0 && text.contains("://") && (others || text.split_whitespace().count() > 3) {
        return Err("a remark with an address");
    }
    // "- For private people too -" is set between dashes; some wires close a headline with " =".
    let between_dashes = start == 0 && is_between_dashes(text);
    let (from, to) = if let Some(within) = ornamented(text).filter(|_| start == 0) {
        (within.start, within.end)
    } else if between_dashes {
        (text.len() - text.trim_start_matches(DASHES).len(), text.trim_end_matches(DASHES).len())
    } else {
        (start, text.trim_end_matches(" =").len())
    };
    // "/R E P E A T -- Minister to visit the yard/", as a wire sets it.
    let (from, to) = match text.strip_prefix('/').and_then(|inner| inner.strip_suffix('/')) {
        Some(inner) if start == 0 && words::at_least(inner, 4) => {
            let again = words::REPEATS.behind_each(inner).next();
            let rest = again.map_or(inner, |rest| rest.trim_start_matches(DASHES));
            (text.len() - 1 - rest.len(), text.len() - 1)
        }
        _ => (from, to),
    };
    let prose = block.prose.slice(from.min(to)..to);
    let text = prose.text();
    let count = text.split_whitespace().count();
    let has_phone = !is_numbered(text) && !is_reference(text) && !details::phones(text).is_empty();
    if count <= 12 && has_phone
        || is_postal(text)
        || is_address(text, has_phone)
        || is_street(text)
        || is_kind_within(text)
        || is_set_apart(text)
    {
        Err(LETTERHEAD)
    } else if dateline::is_stamped(text) && line::is_shouted(text) {
        Err("an agency's number")
    } else if details::is_detail_line(text) || details::is_bare_address(text) || is_labelled_address(text) {
        Err("an address")
    } else if count <= 2 && text.ends_with(':') || dates::is_label_of_date(text) {
        Err("a label")
    } else if is_numbered_release_line(text)
        || is_reference(text)
        || text.len() < "2026".len() && !text.contains(char::is_alphabetic)
    {
        Err("a number")
    } else if is_byline(text) {
        Err("who wrote it")
    } else {
        Ok(prose)
    }
}

/// "Society website: www.society.example"
fn is_labelled_address(text: &str) -> bool {
    const MOST_WORDS: usize = 3;
    text.split_once(':').is_some_and(|(label, address)| {
        !words::at_least(label, MOST_WORDS + 1) && details::is_bare_address(address.trim())
    })
}

/// "Pressemitteilung `BoxID`: 772555 (Stadtwerke Lohe)"
fn is_numbered_release_line(text: &str) -> bool {
    let line = words::RELEASE_LINES.opening(text);
    line.is_some_and(|line| opens_with_number(words::after(text.trim_start(), line)))
}

/// "P U B LI C  O F F I C E": a letterhead whose letters are set apart, as the text of a PDF has them.
fn is_set_apart(text: &str) -> bool {
    const FEWEST: usize = 6;
    let (mut single, mut all) = (0, 0);
    for word in text.split_whitespace() {
        all += 1;
        single += usize::from(word.chars().count() <= 2);
    }
    all >= FEWEST && single * 4 >= all * 3 && line::is_shouted(text)
}

/// Gives the header its kicker, headline and sub-headline. `below` is what stands below the
/// header; `wrapped` says that the text was wrapped by hand.
pub fn choose(header: &mut Header, candidates: Vec<Candidate>, below: &[Block], wrapped: bool) {
    let mut lines = candidates;
    officeholders::leave_out_above_date(header, &mut lines);
    place_above_lead(header, &mut lines);
    place_beside_date(header, &mut lines);
    beside_addresses(header, &mut lines);
    let mut lines = joined(lines, wrapped);
    event_above(header, &mut lines);
    rulings_above(header, &mut lines);
    kinds_above(header, &mut lines);
    // So many words that name no house are no letterhead, however often they stand there.
    if lines.first().is_some_and(|first| first.words() > 3 && !people::is_organisation(first.text())) {
        given_twice(header, &mut lines);
    }
    letterhead(header, &mut lines, below);
    given_twice(header, &mut lines);
    kicker::take(header, &mut lines);
    below_headline(header, &mut lines, below);
    house_and_town_alone(header, &mut lines);
    let mut lines = lines.into_iter();
    if let Some(title) = lines.next() {
        decide(header, &title, "headline", "the first line above the text that is nothing else");
        header.title = Some(Placed::new(title.at, title.prose));
    }
    let is_table = opens_table(lines.as_slice());
    let mut lines = lines.peekable();
    // "Statement" right below a headline says what it heads.
    if let Some(kind) =
        lines.next_if(|line| header.kicker.is_none() && header.title.is_some() && kicker::names_kind(line.text()))
    {
        decide(header, &kind, "kicker", "the kind of text, below its headline");
        header.kicker = Some(Placed::new(kind.at, kind.text().to_owned()));
    }
    if let Some(subtitle) = lines.next_if(|line| !line.text().ends_with(':') && !is_table) {
        decide(header, &subtitle, "sub-headline", "the line below the headline that is nothing else");
        let (at, mut last, apart, dashed, mut prose) =
            (subtitle.at, subtitle.last_line, subtitle.joint == Joint::Gap, subtitle.dashed, subtitle.prose);
        // "Turnover grows" and "Targets confirmed", one right below the other and apart from the headline.
        while let Some(line) = lines.next_if(|line| apart && is_more_of_subtitle(last, line) || dashed && line.dashed) {
            prose.append(if line.dashed { " – " } else { " " }, &line.prose);
            last = line.last_line;
        }
        // "– Forty places", the one line of a list.
        let sign = ["– ", "— ", "- ", "• ", "· "].iter().find(|sign| prose.text().starts_with(**sign));
        header.subtitle = Some(Placed::new(at, prose.from_offset(sign.map_or(0, |sign| sign.len()))));
    }
    let rest: Vec<Block> = lines.map(Candidate::into_block).collect();
    header.aside.splice(0..0, rest);
}

/// "Acme Works Incorporated" and "Aldwick, Maine", above no headline: whose release it is, and where that sits.
fn house_and_town_alone(header: &mut Header, lines: &mut Vec<Candidate>) {
    let [house, town] = lines.as_slice() else { return };
    let is_town = town.text().contains(',') && dateline::is_place(town.text());
    let is_form =
        |last: &str| people::is_legal_form(last) || ["incorporated", "corporation", "limited"].contains(&&*fold(last));
    let is_house = house.text().rsplit(' ').next().is_some_and(is_form);
    if house.level.is_none() && is_town && is_house && house.words() > 1 {
        for line in std::mem::take(lines) {
            leave_out(header, line, LETTERHEAD);
        }
    }
}

fn is_more_of_subtitle(last: usize, line: &Candidate) -> bool {
    line.joint != Joint::Gap && line.at.line == last + 1 && line.level.is_none() && !line.text().ends_with(':')
}

/// Lines one below the other of which the second ends with a figure or begins with a day.
fn opens_table(lines: &[Candidate]) -> bool {
    let [first, second, ..] = lines else { return false };
    let is_row =
        |line: &Candidate| line.text().ends_with(|c: char| c.is_ascii_digit()) || date::opening(line.text()).is_some();
    second.joint != Joint::Gap && second.at.line == first.last_line + 1 && is_row(second)
}

pub fn decide(header: &mut Header, line: &Candidate, part: &'static str, because: &'static str) {
    header.decisions.push(Decision { line: line.at.line, last_line: line.last_line, part, because });
}

pub fn leave_out(header: &mut Header, line: Candidate, why: &'static str) {
    header.left_out.push(LeftOut { line: line.at.line, text: line.prose.into_text(), why });
}

/// "NEW YORK" right above the lead is where the news is from, under a headline in small letters; so
/// is a place that the lead names.
fn place_above_lead(header: &mut Header, lines: &mut Vec<Candidate>) {
    let [first, .., last] = lines.as_slice() else { return };
    // "City College" above "REGISTRAR TAKES LEAVE" is a house, and the capitals are its headline.
    let titled = lines[..lines.len() - 1].iter().any(|line| line.words() > 2 && !names_a_house(line.text()));
    let shouted_alone = titled && line::is_shouted(last.text()) && !line::is_shouted(first.text());
    let named_below = || header.lead.iter().any(|lead| names(&fold(lead.value.text()), &fold(last.text())));
    let known = last.level.is_none()
        && dateline::is_place(last.text())
        && (last.words() <= 3 && shouted_alone
            || last.joint == Joint::Gap && last.words() <= 2 && first.words() > 3 && named_below());
    // What a release line stands above is the headline.
    let known = known
        && last.release_lines_above == first.release_lines_above
        && !people::is_organisation(&dateline::readable(last.text()));
    if header.place.is_none() && known {
        let place = dateline::readable(last.text().trim_end_matches('.'));
        decide(header, &lines[lines.len() - 1], "place", "a place in capitals right above the text");
        header.place = lines.pop().map(|line| Placed::new(line.at, place));
    }
}

pub fn above_headline(header: &mut Header, above: &[Candidate]) {
    for line in above {
        decide(header, line, "kicker", "a short phrase above the date, the release line or the first heading");
    }
    let (at, first) = header.kicker.take().map_or((above[0].at, None), |kicker| (kicker.at, Some(kicker.value)));
    let text = first.as_deref().into_iter().chain(above.iter().map(Candidate::text)).collect::<Vec<_>>().join(" ");
    header.kicker = Some(Placed::new(at, text));
}

/// A headline given twice is the headline; what stood between named a region or a desk.
fn given_twice(header: &mut Header, lines: &mut Vec<Candidate>) {
    let Some(first) = lines.first().map(|first| fold(first.text())) else { return };
    // "Final Results", the house, and "Final Results 2026"
    let goes_on =
        |line: &Candidate| fold(line.text()).strip_prefix(&*first).is_some_and(|behind| behind.starts_with(' '));
    let in_full = lines.iter().position(goes_on).filter(|full| {
        lines[0].level.is_none()
            && lines[0].words() <= 4
            && *full > 1
            && lines[1..*full].iter().all(|line| names_a_house(line.text()))
    });
    if let Some(full) = in_full {
        for above in lines.drain(..full).collect::<Vec<_>>() {
            leave_out(header, above, "above the headline, which says it in full");
        }
        return;
    }
    let Some(again) = (1..lines.len()).rfind(|at| fold(lines[*at].text()) == first) else { return };
    // "Historical archive" above and below a headline is of the page.
    if lines[0].words() <= 2 && lines[1..again].iter().any(|between| between.words() > 2) {
        for at in [again, 0] {
            let line = lines.remove(at);
            leave_out(header, line, "a line of the page, which stands there twice");
        }
        return;
    }
    let left_out: HashSet<usize> = header.left_out.iter().map(|left| left.line).collect();
    for between in lines.drain(..again).collect::<Vec<_>>() {
        if !left_out.contains(&between.at.line) {
            leave_out(header, between, "above the headline");
        }
    }
}
