//! Where the text begins when no date line opens it: the first sentence that is no headline.
//!
//! A sentence is known by its length and its end, never by what it says.

use super::{LONGEST_HEADLINE, Reader};
use crate::manuscript::{Block, Shape};
use crate::parse::{dateline, joining};

/// A sentence of this many words opens the text.
const FEWEST_WORDS_OF_A_LEAD: usize = 12;
/// A sentence of this many words is no headline.
const LONGEST_HEADLINE_IN_WORDS: usize = 26;

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
