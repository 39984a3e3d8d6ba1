//! Where the text begins when no date line opens it: the first sentence that is no headline.
//!
//! A sentence is known by its length and its end, never by what it says.

use super::{Header, LONGEST_HEADLINE, Reader};
use crate::manuscript::{Block, Shape};
use crate::parse::decision::Decision;
use crate::parse::{dateline, joining, words};

/// A sentence of this many words opens the text.
const FEWEST_WORDS_OF_A_LEAD: usize = 12;
/// A sentence of this many words is no headline.
const LONGEST_HEADLINE_IN_WORDS: usize = 26;

/// "Berlin. The sentence": a place before the first sentence, where the text speaks of it as one elsewhere.
pub fn part_place(header: &mut Header, blocks: &[Block]) {
    const IN: [&str; 14] = ["in", "aus", "bei", "nach", "à", "en", "de", "von", "a", "i", "te", "w", "em", "zu"];
    let Some((at, lead)) = header.lead.as_ref().filter(|_| header.place.is_none()) else { return };
    let Some((place, sentence)) = lead.text().split_once(". ") else { return };
    let opens = sentence.starts_with(|c: char| c.is_uppercase() || "„“\"«»‘¿¡".contains(c));
    if !opens || words::at_least(place, 4) || place.chars().count() < 3 || !dateline::is_place(place) {
        return;
    }
    let is_place_there = |text: &str| {
        text.match_indices(place).any(|(found, _)| {
            let before = text[..found].trim_end().rsplit([' ', '\u{A0}']).next().unwrap_or("");
            let is_code = (4..=5).contains(&before.len()) && before.bytes().all(|byte| byte.is_ascii_digit());
            let whole = !text[found + place.len()..].starts_with(char::is_alphanumeric);
            whole && found > 0 && (is_code || IN.contains(&before))
        })
    };
    let elsewhere = blocks.iter().filter(|block| block.at != *at).map(Block::text);
    if elsewhere.chain([sentence]).any(is_place_there) {
        let (at, offset, place) = (*at, lead.text().len() - sentence.len(), dateline::readable(place));
        let because = "a place before the first sentence, which the text names again";
        header.decisions.push(Decision { line: at.line, last_line: at.line, part: "place", because });
        header.lead = header.lead.take().map(|(at, lead)| (at, lead.from_offset(offset)));
        header.place = Some((at, place));
    }
}

impl Reader {
    pub(super) fn is_lead(&self, blocks: &[Block], at: usize) -> bool {
        let block = &blocks[at];
        let text = block.text();
        let words = text.split_whitespace().take(LONGEST_HEADLINE_IN_WORDS).count();
        // Under a stated headline any sentence opens the text; some scripts set no blanks.
        let fewest = if self.told.title { 4 } else { FEWEST_WORDS_OF_A_LEAD };
        let unspaced = words <= 3 && text.chars().count() >= 20 && !text.is_ascii();
        let sentence = joining::ends_sentence(text) && (words >= fewest || unspaced);
        let long = text.chars().count() > LONGEST_HEADLINE;
        let titled = self.told.title || !self.candidates.is_empty() || self.issuer.is_some();
        // So many words that end as a sentence are no headline, even where there is none.
        let long = long || !titled && sentence && words >= LONGEST_HEADLINE_IN_WORDS;
        if !matches!(block.shape, Shape::Text | Shape::Quote) || !titled && !long {
            return false;
        }
        // A summary above the date line is a sub-headline.
        let dated_soon = !long
            && blocks[at + 1..].iter().take(2).any(|next| {
                let next = next.text();
                dateline::run_in(next).is_some_and(|run| run.date.is_some()) || dateline::place_line(next).is_some()
            });
        (sentence || long) && !dated_soon
    }

    /// More than a headline can have, first of all lines and right above a date line that opens the text.
    pub(super) fn is_overlong_headline(&self, blocks: &[Block], at: usize) -> bool {
        let titled = self.told.title || !self.candidates.is_empty() || !self.header.dates.is_empty();
        let opens_text = |block: &Block| {
            let run = dateline::run_in(block.text());
            run.is_some_and(|run| run.date.is_some() && run.place.is_some())
        };
        !titled
            && blocks[at].text().chars().count() > LONGEST_HEADLINE
            && blocks[at + 1..].iter().take(2).any(opens_text)
    }

    /// Where no longer one was found, a short sentence below the headline is the lead.
    pub(super) fn short_lead(&mut self) {
        let titled = self.told.title || self.candidates.len() > 1;
        let sentence = self
            .candidates
            .last()
            .is_some_and(|last| joining::ends_sentence(last.prose.text()) && last.level.is_none());
        if self.header.lead.is_none() && titled && sentence {
            self.header.lead = self.candidates.pop().map(|last| (last.at, last.prose));
        }
    }
}
