//! Labelled fields at the top of a release, as a form asks for them: "Headline: ...". In an
//! invitation "Place:" is where the event is, so it counts only below a labelled headline. What else a
//! form asks for is nobody's part.

use super::Reader;
use super::frame::is_fact;
use crate::characters;
use crate::manuscript::{Block, Joint, Shape};
use crate::parse::{Placed, date, dateline, joining, line, words};

/// A field and the byte offset of its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    Headline,
    Place,
}

/// The field that a line states; `in_form` says that a headline was labelled above.
pub fn of(text: &str, in_form: bool) -> Option<(Field, usize)> {
    let (label, rest) = text.split_once(':')?;
    let field = if words::HEADLINES.has(label) {
        Field::Headline
    } else if in_form && words::PLACES.has(label) {
        Field::Place
    } else {
        return None;
    };
    (!rest.trim().is_empty()).then(|| (field, text.len() - rest.trim_start().len()))
}

/// Whether a line is one of several labelled ones that stand together and of which one is labelled as
/// the release's date: "Ref: 214/26" below "Date: 18 November 2026".
pub fn is_of_form(blocks: &[Block], at: usize) -> bool {
    let label = |block: &Block| -> Option<usize> {
        let (label, value) = block.text().split_once(':')?;
        let short = !words::at_least(value, 9) || words::HEADLINES.has(label);
        (!words::at_least(label, 4) && !value.trim().is_empty() && short).then_some(label.len())
    };
    if label(&blocks[at]).is_none() {
        return false;
    }
    let together = together(blocks, at);
    // "Company Announcement" above them is no field, and heads the form.
    let fields = match together {
        [head, fields @ ..] if label(head).is_none() && !fields.is_empty() => fields,
        all => all,
    };
    let is_date = |block: &Block| label(block).is_some() && is_labelled_date(block);
    fields.iter().all(|block| label(block).is_some()) && fields.iter().any(is_date)
}

/// "Subject: Water is safe again" beside a labelled date: the byte offset of what the text is about.
pub fn subject(blocks: &[Block], at: usize) -> Option<usize> {
    const FEWEST_WORDS: usize = 3;
    let text = blocks[at].text();
    let (label, value) = text.split_once(':')?;
    let is_subject = words::FILING.has(label) && words::MAIL.has(label) && words::at_least(value, FEWEST_WORDS);
    (is_subject && is_of_form(blocks, at)).then(|| text.len() - value.trim_start().len())
}

/// "Parking: at Gate C" right below the facts of an event, "VISUALS: a band" in a paragraph of its own, or
/// somebody else who comes, on a line below "WHO: the mayor".
pub fn is_further_fact(blocks: &[Block], at: usize) -> bool {
    const LONGEST_LABEL: usize = 3;
    const FARTHEST: usize = 12;
    let (label, value) = blocks[at].text().split_once(':').unwrap_or_default();
    let labelled = !value.trim().is_empty() && !words::at_least(label, LONGEST_LABEL + 1);
    // What stands below a date or a release line is of the text again.
    let parts =
        |block: &Block| line::release_line(block.text()).is_some() || dateline::own_line(block.text()).is_some();
    let above = blocks[..=at].windows(2).rev().take(FARTHEST);
    let mut above =
        above.take_while(|pair| pair[1].joint != Joint::Gap && (is_fact(pair[0].text()) || !parts(&pair[0])));
    if labelled && line::is_shouted(label) {
        return blocks[..at].iter().rev().take(FARTHEST).any(|block| is_fact(block.text()));
    }
    let goes_on = !joining::ends_sentence(blocks[at].text()) && blocks[at].shape == Shape::Text;
    (labelled || goes_on) && above.any(|pair| is_fact(pair[0].text()))
}

/// "Date of incident: 19 February" between "Incident #: 2026-118" and "Issuing officer: Jane Doe": a line of a form
/// that the text stands in, and no headline.
pub fn is_among_labelled(blocks: &[Block], at: usize) -> bool {
    const FEWEST: usize = 3;
    const LONGEST_LABEL: usize = 4;
    let is_labelled = |block: &Block| {
        block.text().split_once(':').is_some_and(|(label, value)| {
            !words::at_least(label, LONGEST_LABEL + 1) && !value.trim().is_empty() && !value.starts_with("//")
        })
    };
    let together = |block: &&Block| block.joint != Joint::Gap && is_labelled(block);
    if !is_labelled(&blocks[at]) || joining::is_long_sentence(blocks[at].text()) {
        return false;
    }
    let below = blocks[at + 1..].iter().take(FEWEST).take_while(together).count();
    let goes_up = |pair: &&[Block]| pair[1].joint != Joint::Gap && is_labelled(&pair[0]);
    let above = blocks[..=at].windows(2).rev().take(FEWEST).take_while(goes_up).count();
    above + 1 + below >= FEWEST
}

/// Whether a line stands together with the facts of an event: "Venue: ..." below "Date: ...".
pub fn is_of_event(blocks: &[Block], at: usize) -> bool {
    let other = |block: &Block| {
        let (label, value) = block.text().split_once(':').unwrap_or_default();
        // "Place: Museum of the Coast, room 2. 8 Pier Street" is where one goes, not where one writes.
        let venue = || words::PLACES.has(label) && value.bytes().any(|byte| byte.is_ascii_digit());
        is_fact(block.text()) && !words::TIMES.has(label) && (!words::PLACES.has(label) || venue())
    };
    together(blocks, at).iter().any(other)
}

/// Whether a line gives a time of day by its label: "Time: 10:30".
pub fn is_labelled_time(block: &Block) -> bool {
    block.text().split_once(':').is_some_and(|(label, _)| words::TIMES.has(label))
}

/// "Date: 3 December 2026" beside "Time: ..." and "Venue: ...": the day of an event.
pub fn is_day_of_event(blocks: &[Block], at: usize) -> bool {
    is_labelled_date(&blocks[at]) && together(blocks, at).iter().any(is_labelled_time) && is_of_event(blocks, at)
}

/// "Today, 4 March 2026, at 11 a.m." right below "WHEN:".
pub fn is_below_label(blocks: &[Block], at: usize) -> bool {
    let above = at.checked_sub(1).map(|above| blocks[above].text()).filter(|_| blocks[at].joint != Joint::Gap);
    above.is_some_and(|label| label.trim_end().ends_with(':') && is_fact(label))
}

/// Whether the labelled date of a release stands with a line, and no event's.
pub fn is_beside_date(blocks: &[Block], at: usize) -> bool {
    together(blocks, at).iter().any(is_labelled_date) && !is_of_event(blocks, at)
}

fn is_labelled_date(block: &Block) -> bool {
    // "Stand: Boote kehren zurück" gives no date.
    let dated = |(label, value): (&str, &str)| characters::has_digit(value) && words::DATE.has(label);
    block.text().split_once(':').is_some_and(dated)
}

/// A form has no more lines above one of its own, and no more below.
const LONGEST_FORM: usize = 40;

/// The lines that no blank line parts from one. Each of them is asked about the others.
fn together(blocks: &[Block], at: usize) -> &[Block] {
    let (first, end) = (at.saturating_sub(LONGEST_FORM), blocks.len().min(at + 1 + LONGEST_FORM));
    let above = blocks[first..=at].iter().rposition(|block| block.joint == Joint::Gap).unwrap_or(0);
    let below = blocks[at + 1..end].iter().position(|block| block.joint == Joint::Gap);
    &blocks[first + above..below.map_or(end, |below| at + 1 + below)]
}

impl Reader {
    /// "Headline: ...", "Place: ...", as a form asks for them.
    pub(super) fn field(&mut self, block: &Block, (field, offset): (Field, usize)) {
        let value = block.prose.from_offset(offset);
        match field {
            // "Objet : invitation de presse" says what kind of text it is.
            Field::Headline if line::release_line(value.text()).is_some() => {
                self.decide(block, "release line", "the subject of a letter");
            }
            Field::Headline => {
                // A letter has a subject, and is no form.
                self.form |= !block.text().split_once(':').is_some_and(|(label, _)| words::MAIL.has(label));
                self.candidate(block, Some(offset));
            }
            Field::Place => {
                self.decide(block, "place", "the label of a form");
                self.header.place = Some(Placed::new(block.at, value.into_text()));
            }
        }
    }
}

/// "Stand: 14:04": a label that may be of any date, and a time of day alone.
pub fn time_behind_label(text: &str) -> Option<date::TimeOfDay> {
    if !characters::has_digit(text) {
        return None;
    }
    let label = words::DATE.opening(text)?;
    let rest = words::after(text.trim_start(), label).trim_start_matches([':', ' ', '\u{A0}']);
    date::zoned_time(rest).filter(|(range, _)| *range == (0..rest.len())).map(|(_, time)| time)
}
