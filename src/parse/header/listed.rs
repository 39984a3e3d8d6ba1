//! Headlines that stand behind the day of the release on one line, as lists of texts have them. A day that the
//! headline is about stays in it. One at the end of a headline is taken where no other line may be that.

use super::Reader;
use super::house_name::names_a_house;
use super::lead::is_short_sentence;
use super::letterhead::says_something;
use crate::manuscript::{Block, Shape};
use crate::parse::date::{self, Dated, Written};
use crate::parse::dateline::{self, OwnLine};
use crate::parse::{joining, words};

impl Reader {
    /// "June 5, 2026: Man charged with theft": the date of the release before its headline.
    pub(super) fn dated_headline(&mut self, block: &Block) -> Option<usize> {
        let text = block.text();
        let found = date::opening(text).filter(|found| matches!(found.date, Written::Day(_)))?;
        let behind = &text[found.range.end..];
        // "14.05.2026 - Neues Wehr fertiggestellt", as a list has it; "5 June 2026 – what it meant" may be about that day.
        let is_figure = !text[..found.range.end].contains(char::is_alphabetic);
        let dashed = || [" - ", " – ", " | "].iter().find_map(|sign| behind.strip_prefix(sign));
        let rest =
            behind.strip_prefix(':').or_else(|| dashed().filter(|_| is_figure && self.header.dates.is_empty()))?;
        if !self.candidates.is_empty() || rest.split_whitespace().count() < 3 {
            return None;
        }
        self.decide(block, "date line", "a date before the headline");
        self.header.dates.push(Dated::of(block, found.date));
        Some(text.len() - rest.trim_start().len())
    }

    /// "(Bergen, 22. oktober 2026) Laksen ASA: Resultat for tredje kvartal": what stands behind the date in brackets.
    pub(super) fn is_headline_behind_date(&self, text: &str, rest: usize) -> bool {
        const FEWEST_WORDS: usize = 3;
        text.starts_with('(')
            && !self.given.title
            && self.candidates.is_empty()
            && words::at_least(&text[rest..], FEWEST_WORDS)
    }

    /// "Mayor's statement on the boat hall - May 16, 2026", "Bramley opens hall, Bramley, Ohio, May 16, 2026" right above
    /// the text: a headline with day and place at its end, where no other is.
    pub(super) fn dated_at_end(&mut self, blocks: &[Block], at: usize, found: &OwnLine) -> bool {
        const FEWEST_WORDS: usize = 3;
        let block = &blocks[at];
        let opens_text = |next: &Block| next.shape == Shape::Text && joining::is_long_sentence(next.text());
        let ends = found.rest.is_none() && found.time.is_none() && self.candidates.is_empty() && !self.given.title;
        if !ends || !blocks.get(at + 1).is_some_and(opens_text) {
            return false;
        }
        let day = date::first(block.text()).map_or(0, |day| day.range.start);
        let head = block.text()[..day].trim_end_matches(|c: char| !c.is_alphanumeric());
        let placed = head.split_once(", ").filter(|(_, place)| dateline::is_place(place));
        let (headline, place) = placed.map_or((head, None), |(headline, place)| (headline, Some(place)));
        let is_statement = || headline.split(' ').skip(1).any(|word| words::STATEMENTS.has(word));
        // "Club statement" is no headline, "Governor's Statement" is.
        let is_named = || ["'s ", "’s "].iter().any(|of| headline.contains(of));
        let does = || placed.is_some() && headline.split(' ').any(|word| words::DEEDS.has(word));
        if !words::at_least(headline, FEWEST_WORDS) && !is_named()
            || !does() && !says_something(headline) && !is_statement()
        {
            return false;
        }
        self.date(block, place.map(dateline::readable), Some(found.date.clone()), None);
        let cut = Block { prose: block.prose.slice(0..headline.len()), ..block.clone() };
        self.candidate(&cut, None);
        true
    }

    /// "14.05.2026 - Neues Wehr fertiggestellt" right above the text: an entry of a list, of which there is no other
    /// headline.
    pub(super) fn is_headline_in_list(&self, blocks: &[Block], at: usize, rest: usize) -> bool {
        const FEWEST_WORDS: usize = 3;
        let text = blocks[at].text();
        let opens_text = |next: &Block| {
            next.shape == Shape::Text && (joining::is_long_sentence(next.text()) || is_short_sentence(next.text()))
        };
        date::opening(text).is_some_and(|found| !text[found.range].contains(char::is_alphabetic))
            && !self.given.title
            && self.candidates.is_empty()
            && words::at_least(&text[rest..], FEWEST_WORDS)
            && !names_a_house(&text[rest..])
            && blocks.get(at + 1).is_some_and(opens_text)
    }
}
