//! Where the text begins when no date line opens it: the first sentence that is no headline.
//!
//! A sentence is known by its length and its end, never by what it says.

use super::frame::{is_fact, is_salutation};
use super::headlines::Candidate;
use super::house_name::names_a_house;
use super::{Header, LONGEST_HEADLINE, Reader};
use crate::manuscript::{Block, Bullet, Joint, Shape};
use crate::parse::date::Written;
use crate::parse::decision::Decision;
use crate::parse::{Placed, dateline, joining, line, words};

/// What may open the text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Opening {
    #[default]
    LongSentence,
    AnySentence,
}

/// A sentence of this many words opens the text.
const FEWEST_WORDS_OF_A_LEAD: usize = 12;
/// So many, within which a sentence ends, are text whatever they end with.
const FEWEST_WORDS_OF_TEXT: usize = 20;
/// A sentence of this many words is no headline.
const LONGEST_HEADLINE_IN_WORDS: usize = 26;

/// "Berlin. The sentence": a place before the first sentence, where the text speaks of it as one elsewhere.
pub fn part_place(header: &mut Header, blocks: &[Block]) {
    let Some(Placed { at, value: lead }) = header.lead.as_ref().filter(|_| header.place.is_none()) else { return };
    // "Atenas- La casa ...", with the blank before the dash forgotten
    let parted = lead.text().split_once(". ").into_iter().chain(lead.text().split_once("- "));
    let Some((place, sentence)) = parted.min_by_key(|(place, _)| place.len()) else { return };
    let opens = sentence.starts_with(|c: char| c.is_uppercase() || "„“\"«»‘¿¡".contains(c));
    if !opens || words::at_least(place, 4) || place.chars().count() < 3 || !dateline::is_place(place) {
        return;
    }
    let is_place_there = |text: &str| {
        text.match_indices(place).any(|(found, _)| {
            let before = text[..found].trim_end().rsplit([' ', '\u{A0}']).next().unwrap_or("");
            let is_code = (4..=5).contains(&before.len()) && before.bytes().all(|byte| byte.is_ascii_digit());
            let whole = !text[found + place.len()..].starts_with(char::is_alphanumeric);
            whole && found > 0 && (is_code || words::BEFORE_PLACES.has_small(before))
        })
    };
    let elsewhere = blocks.iter().filter(|block| block.at != *at).map(Block::text);
    if elsewhere.chain([sentence]).any(is_place_there) {
        let (at, offset, place) = (*at, lead.text().len() - sentence.len(), dateline::readable(place));
        let because = "a place before the first sentence, which the text names again";
        header.decisions.push(Decision { line: at.line, last_line: at.line, part: "place", because });
        header.lead = header.lead.take().map(|lead| lead.map(|prose| prose.from_offset(offset)));
        header.place = Some(Placed::new(at, place));
    }
}

/// "The fleet came home on Tuesday.": few words, set as a sentence and not as a name or a headline.
pub fn is_short_sentence(text: &str) -> bool {
    const FEWEST_WORDS: usize = 3;
    let bare = joining::without_initials(text).trim_end_matches(['"', '”', '“', '»', '’', '\'', ')', '\u{A0}', ' ']);
    let last = bare.trim_end_matches('.').rsplit([' ', '\u{A0}']).next().unwrap_or("");
    bare.ends_with('.')
        // "Palmer & Co." is a name, "legt wieder ab." a sentence.
        && last.chars().count() > if last.starts_with(char::is_lowercase) { 1 } else { 2 }
        && words::at_least(text, FEWEST_WORDS)
        && text.split_whitespace().skip(1).any(|word| word.starts_with(char::is_lowercase))
        && !line::ends_with_legal_form(&words::fold(bare))
}

/// Of an advisory that holds nothing but what, when and where, the first of these is the lead.
pub fn first_fact(header: &mut Header) {
    const FEWEST: usize = 2;
    let facts = |header: &Header| header.aside.iter().filter(|block| is_fact(block.text())).count();
    if header.lead.is_some() || facts(header) < FEWEST {
        return;
    }
    if let Some(first) = header.aside.iter().position(|block| block.shape == Shape::Text && is_fact(block.text())) {
        let fact = header.aside.remove(first);
        header.decisions.push(Decision::of(&fact, "lead", "the first fact of a text that has no sentence"));
        header.lead = Some(Placed::new(fact.at, fact.prose));
    }
}

impl Reader {
    pub(super) fn is_lead(&self, blocks: &[Block], at: usize) -> bool {
        let block = &blocks[at];
        let text = block.text();
        let words = text.split_whitespace().take(LONGEST_HEADLINE_IN_WORDS).count();
        let titled = self.given.title
            || !self.candidates.is_empty()
            || self.issuer.is_some()
            || self.is_told_below_stand_in(text);
        // Under a stated headline any sentence opens the text; some scripts set no blanks.
        let fewest = if self.given.title { 4 } else { FEWEST_WORDS_OF_A_LEAD };
        let unspaced = words <= 3 && text.chars().count() >= 20 && !text.is_ascii();
        let sentence = joining::ends_sentence(text) && !self.is_titled_hour(text) && (words >= fewest || unspaced)
            // "... reported today. For details call Ann Lee on 020 7946 0101"
            || titled && words >= FEWEST_WORDS_OF_TEXT && joining::begins_sentence(text);
        let long = text.chars().count() > LONGEST_HEADLINE;
        // So many words that end as a sentence are no headline, even where there is none.
        let long = long || !titled && sentence && words >= LONGEST_HEADLINE_IN_WORDS;
        // A headline in quotes that is given again below the head of an e-mail.
        let is_again = || self.stands_above(text);
        if !matches!(block.shape, Shape::Text | Shape::Quote) || !titled && !long || is_again() {
            return false;
        }
        if !sentence && !long && !self.is_short_lead(blocks, at) {
            return false;
        }
        // "STRIKE ON 19 NOVEMBER: THE BOARD MUST TALK!" above a text in small letters is its headline; so is "NEW
        // BUILDING IN NORTON, OKLA.", where no other stands.
        let shouted = |block: &Block| line::is_shouted(block.text());
        if !long
            && (!text.ends_with('.') || !self.given.title && self.candidates.is_empty())
            && shouted(block)
            && blocks.get(at + 1).is_some_and(|next| next.shape == Shape::Text && !shouted(next))
        {
            return false;
        }
        // A headline that ends in a name between quotes: "The lock opens its great show of photographs “Weir”".
        if !long
            && joining::ends_in_quoted_name(text)
            && blocks.get(at + 1).is_some_and(|next| joining::is_long_sentence(next.text()))
        {
            return false;
        }
        // A summary above the date line is a sub-headline.
        let placed_below = || blocks.get(at + 1).is_some_and(|next| dateline::opens(next.text()));
        let dates = |next: &Block| {
            let run = dateline::run_in(next.text());
            run.is_some_and(|run| run.date.is_some() || run.tagged && run.place.is_some())
                || dateline::place_line(next.text()).is_some()
        };
        let dated_below = || {
            let near = if self.is_followed_by_text(blocks, at) { 1 } else { 2 };
            blocks[at + 1..].iter().take(near).any(dates)
        };
        let dated_soon = !long && (placed_below() || dated_below());
        !dated_soon && (long || !self.is_above_date_line(blocks, at))
    }

    /// Below the release's own day two paragraphs are of the text, whatever day is told of below them.
    fn is_followed_by_text(&self, blocks: &[Block], at: usize) -> bool {
        let is_dated = self.header.dates.iter().any(|dated| matches!(dated.date, Written::Day(_)));
        let is_text = |block: &Block| block.shape == Shape::Text && joining::is_long_sentence(block.text());
        is_dated && is_text(&blocks[at]) && blocks.get(at + 1).is_some_and(is_text)
    }

    /// "Special Extended Hours on Aug. 7, 10 a.m. to 8 p.m.": a sub-headline by its capitals, which a stop ends that
    /// ends no sentence.
    fn is_titled_hour(&self, text: &str) -> bool {
        const LONGEST_SMALL: usize = 4;
        let is_large = |word: &str| {
            word.chars().count() < LONGEST_SMALL || !word.starts_with(char::is_lowercase) || word.contains('.')
        };
        !self.candidates.is_empty()
            && !words::at_least(text, FEWEST_WORDS_OF_TEXT)
            && ["a.m.", "p.m."].iter().any(|end| text.ends_with(end))
            && text.split_whitespace().all(is_large)
    }

    /// "For the new season the council has set these rules:" right above the text that says them.
    pub(super) fn announces_text(&self, blocks: &[Block], at: usize) -> bool {
        const FEWEST_WORDS: usize = 4;
        let block = &blocks[at];
        block.text().ends_with(':')
            && block.joint == Joint::Gap
            && block.shape == Shape::Text
            && words::at_least(block.text(), FEWEST_WORDS)
            && !line::is_shouted(block.text())
            && (self.given.title || self.candidates.iter().any(|line| !names_a_house(line.text())))
            && blocks.get(at + 1).is_some_and(|next| {
                let is_speech = next.text().starts_with(['"', '“', '„', '«', '»']) || next.shape == Shape::Quote;
                next.joint == Joint::Gap
                    && matches!(next.shape, Shape::Text | Shape::Quote)
                    && (joining::is_long_sentence(next.text()) || is_speech && joining::ends_sentence(next.text()))
                    && dateline::run_in(next.text()).is_none()
            })
    }

    /// "The works will publish its reports on the following dates:" above them, below headline and date.
    pub(super) fn announces_list(&self, blocks: &[Block], at: usize) -> bool {
        const FEWEST_WORDS: usize = 7;
        let block = &blocks[at];
        let is_item = |below: &Block| matches!(below.shape, Shape::Item { .. }) || joining::ends_item(below.text());
        block.text().ends_with(':')
            && block.shape == Shape::Text
            && block.joint == Joint::Gap
            && words::at_least(block.text(), FEWEST_WORDS)
            && (self.given.title || !self.candidates.is_empty())
            && !self.header.dates.is_empty()
            && blocks.get(at + 1).is_some_and(is_item)
    }

    /// "1. The ministers today signed ..." above "2. ...": a text whose paragraphs are numbered.
    pub(super) fn opens_numbered_text(&self, blocks: &[Block], at: usize) -> bool {
        let is_paragraph = |block: &Block, number: u64| {
            block.shape == (Shape::Item { bullet: Bullet::Number(number), level: 0 })
                && block.joint == Joint::Gap
                && joining::is_long_sentence(block.text())
        };
        (self.given.title || !self.candidates.is_empty())
            && is_paragraph(&blocks[at], 1)
            && blocks.get(at + 1).is_some_and(|next| is_paragraph(next, 2))
    }

    /// A short sentence below "Hamburg (ots)", where nothing but the text follows.
    pub(super) fn is_below_place(&self, block: &Block) -> bool {
        self.placed_below.is_some_and(|above| above > 0)
            && block.shape == Shape::Text
            && is_short_sentence(block.text())
    }

    /// A sentence of few words. It opens the text right below the date line; elsewhere only where no longer
    /// one does, since a sub-headline may be a sentence too.
    fn is_short_lead(&self, blocks: &[Block], at: usize) -> bool {
        let block = &blocks[at];
        let Some(last) = self.candidates.last() else {
            let below_date = block.joint == Joint::Gap && !self.header.dates.is_empty();
            return below_date && is_short_sentence(block.text()) && self.is_told_below_stand_in(block.text());
        };
        let apart = block.joint == Joint::Gap;
        let below_date = apart && self.header.dates.len() > last.dates_above;
        // What stands above may be the name of a house, whose headline is still to come.
        let titled = || self.candidates.iter().any(|line| !names_a_house(line.text()));
        // Behind "Dear editors," it begins small.
        let begins = || {
            let above = at.checked_sub(1).map_or("", |above| blocks[above].text());
            !block.text().starts_with(char::is_lowercase) || is_salutation(above)
        };
        (below_date || self.opening == Opening::AnySentence)
            && block.shape == Shape::Text
            && is_short_sentence(block.text())
            && titled()
            && begins()
    }

    /// Whether what stands below a line that may stand in for a headline is several sentences, so none itself.
    fn is_told_below_stand_in(&self, text: &str) -> bool {
        let new_sentence = |(at, _): (usize, &str)| {
            text[..at].ends_with(char::is_lowercase) && text[at + 2..].starts_with(char::is_uppercase)
        };
        (self.issuer.is_some() || self.invitation.is_some()) && text.match_indices(". ").any(new_sentence)
    }

    /// "2 September 2026", or "From: the council" and "Published 2 September 2026", between a sentence and the
    /// text that it sums up.
    fn is_above_date_line(&self, blocks: &[Block], at: usize) -> bool {
        let text_begins = |at: usize| blocks[at..].iter().take(2).any(|below| is_short_sentence(below.text()));
        let is_date_line = |next: &Block| {
            let labelled = || words::DATE.opening(next.text()).is_some();
            let own = dateline::own_line(next.text()).filter(|own| own.rest.is_none());
            own.is_some_and(|own| matches!(own.date, Written::Day(_)) && (own.time.is_none() || labelled()))
        };
        let near = |next: &usize| blocks.get(*next).is_some_and(is_date_line);
        if self.given.title || !self.header.dates.is_empty() {
            return false;
        }
        let between = |next: usize| next == at + 1 || !joining::ends_sentence(blocks[at + 1].text());
        let date = [at + 1, at + 2].into_iter().find(near);
        date.is_some_and(|date| between(date) && text_begins(date + 1))
    }

    /// More than a headline can have, first of all lines and right above a date line that opens the text.
    pub(super) fn is_overlong_headline(&self, blocks: &[Block], at: usize) -> bool {
        let titled = self.given.title || !self.candidates.is_empty() || !self.header.dates.is_empty();
        let opens_text = |block: &Block| {
            let run = dateline::run_in(block.text());
            run.is_some_and(|run| run.date.is_some() && run.place.is_some())
        };
        !titled
            && blocks[at].text().chars().count() > LONGEST_HEADLINE
            && blocks[at + 1..].iter().take(2).any(opens_text)
    }

    /// Whether a short sentence stands below the headline, and no lead was found.
    pub(super) fn misses_lead(&self) -> bool {
        let above = usize::from(!self.given.title);
        self.header.lead.is_none() && self.candidates.iter().skip(above).any(Candidate::is_short_sentence)
    }

    /// Where no longer one was found, a short sentence below the headline is the lead.
    pub(super) fn short_lead(&mut self) {
        let titled = self.given.title || self.candidates.len() > 1;
        let sentence = self
            .candidates
            .last()
            .is_some_and(|last| joining::ends_sentence(last.prose.text()) && last.level.is_none());
        if self.header.lead.is_none() && titled && sentence {
            self.header.lead = self.candidates.pop().map(|last| Placed::new(last.at, last.prose));
        }
    }
}
