//! Embargoes above the text that the reading of its parts would pass over: in markup, in a line that was
//! joined with others, in one that looks like a contact's or a letter's.

use std::collections::HashMap;

use super::{Header, Reader};
use crate::manuscript::{Block, Joint, Shape};
use crate::parse::date::Written;
use crate::parse::{Placed, date, dateline, embargo, joining, line};
use crate::problem::Place;

/// By so many of its characters the line is known that a lead begins on.
const OPENING: usize = 20;

/// A table or a listing above the text says as much as lines there. What is an embargo wherever it
/// stands is found where it is read.
pub fn in_markup(block: &Block) -> Vec<Placed<String>> {
    if !matches!(block.shape, Shape::Markup(_)) {
        return Vec::new();
    }
    let lines: Vec<&str> = block.text().lines().filter(|line| !line.is_empty()).collect();
    let by_themselves = lines.iter().filter(|line| !embargo::is_line(line) && embargo::holds_back(line));
    let mut held: Vec<String> = by_themselves.map(|line| (*line).to_owned()).collect();
    // Its author may have wrapped the line.
    for pair in lines.windows(2).filter(|pair| !pair.iter().any(|line| embargo::holds_back(line))) {
        held.extend(Some(pair.join(" ")).filter(|line| embargo::holds_back(line)));
    }
    held.into_iter().map(|line| Placed::new(block.at, line)).collect()
}

/// Below a lead of few words, all up to the first long sentence is judged as what stands above a text: what
/// holds the release back might as well have been read as such.
pub fn keep_below_short_lead(header: &mut Header, blocks: &[Block], next: usize) {
    let is_long = |block: &Block| joining::is_long_sentence(block.text()) || dateline::run_in(block.text()).is_some();
    let Some(lead) = next.checked_sub(1).and_then(|lead| blocks.get(lead)).filter(|_| header.lead.is_some()) else {
        return;
    };
    if is_long(lead) {
        return;
    }
    for block in &blocks[next..] {
        let text = block.text();
        if matches!(block.shape, Shape::Picture(_) | Shape::Markup(_)) || embargo::is_line(text) {
            continue;
        }
        if embargo::holds_back(text) {
            header.embargoes.push(Placed::new(block.at, text.to_owned()));
        } else if is_long(block) || line::boilerplate_heading(text) || line::end_mark(text) {
            return;
        }
    }
}

/// Takes in each line above the lead that holds the text back and was read as part of something else.
pub fn keep_lost_embargoes(header: &mut Header, lines: &[Block]) {
    let Some(Placed { at, value: lead }) = &header.lead else { return };
    // Of a page without line ends all stands on one line.
    let opens: String = lead.text().chars().take(OPENING).collect();
    let is_lead = |line: &Block| line.at.line == at.line && line.text().contains(&opens);
    let end = lines.iter().position(is_lead).or_else(|| lines.iter().position(|line| line.at.line >= at.line));
    let mut known: HashMap<Place, Vec<&str>> = HashMap::new();
    for held in &header.embargoes {
        known.entry(held.at).or_default().push(&held.value);
    }
    let lost: Vec<Placed<String>> = lines[..end.unwrap_or(0)]
        .iter()
        .filter(|line| !matches!(line.shape, Shape::Picture(_) | Shape::Markup(_)))
        .filter(|line| !embargo::is_line(line.text()) && embargo::holds_back(line.text()))
        .filter(|line| embargo::beside_date(line.text()).is_none())
        .filter(|line| embargo::mark_of_headline(line.text()).is_none())
        .filter(|line| !known.get(&line.at).is_some_and(|known| known.iter().any(|text| text.contains(line.text()))))
        .map(|line| Placed::new(line.at, line.text().to_owned()))
        .collect();
    header.embargoes.extend(lost);
}

/// The day of a date line that stands right above "Embargoed: 10.00am".
fn whole_day(block: &Block) -> Option<&str> {
    let own =
        dateline::own_line(block.text()).filter(|own| matches!(own.date, Written::Day(_)) && own.rest.is_none())?;
    date::first(block.text()).filter(|_| own.time.is_none()).map(|found| &block.text()[found.range])
}

impl Reader {
    /// Takes in a line that holds the text back, and says where the next one is.
    pub(super) fn embargo(&mut self, blocks: &[Block], at: usize) -> usize {
        let block = &blocks[at];
        self.decide(block, "embargo", "wording of an embargo");
        if let Some(told) = embargo::told_behind(block.text()) {
            self.header.embargoes.push(Placed::new(block.at, block.text()[..told].trim_end().to_owned()));
            self.header.aside.push(Block { prose: block.prose.from_offset(told), ..block.clone() });
            return at + 1;
        }
        let (statement, lines) = embargo::with_lines_below(block.text(), blocks[at + 1..].iter().map(Block::text));
        let above = at.checked_sub(1).map(|above| &blocks[above]).filter(|_| block.joint != Joint::Gap);
        let statement = match above.and_then(whole_day) {
            Some(day) if embargo::lacks_day_alone(&statement) => format!("{statement}, {day}"),
            _ => statement,
        };
        self.header.embargoes.push(Placed::new(block.at, statement));
        // "Berne, 15.01.2010 – Speech. Embargo: 15.01.2010, 21h00"
        if let Some(found) = dateline::run_in(block.text()).filter(|found| found.place.is_some()) {
            let date = found.date.filter(|date| matches!(date, Written::Day(_)));
            self.date(block, found.place, date, None);
        }
        at + 1 + lines
    }

    /// "FOR RELEASE" above "2:00 P.M. EST, MARCH 3, 2030" or "AFTER MARKET CLOSE".
    pub(super) fn release_on_two_lines(&mut self, blocks: &[Block], at: usize) -> Option<usize> {
        let label = blocks[at].text();
        let when = blocks.get(at + 1).filter(|next| next.joint != Joint::Gap && embargo::is_label_alone(label))?;
        let line = format!("{} {}", label.trim_end_matches([' ', ':']), when.text());
        if !embargo::is_line(&line) {
            return None;
        }
        self.decide(&blocks[at], "embargo", "wording of an embargo");
        let (statement, lines) = embargo::with_lines_below(&line, blocks[at + 2..].iter().map(Block::text));
        self.header.embargoes.push(Placed::new(blocks[at].at, statement));
        Some(at + 2 + lines)
    }
}
