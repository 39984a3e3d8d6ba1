//! Lines above and below a headline that say whose release it is and what kind of text, and are no
//! headline, kicker or sub-headline themselves.

use super::headlines::{Candidate, leave_out};
use super::house_name::{is_house_alone, names_a_house};
use super::officeholders::is_officeholder;
use super::{Header, Reader};
use crate::manuscript::{Block, Joint, Shape};
use crate::parse::words::{self, fold};
use crate::parse::{dateline, joining, line, people};

/// Why a line of one is left out.
pub const LETTERHEAD: &str = "a letterhead line";
/// In capitals more words are a name only where its shape says so.
const LONGEST_SHOUTED_NAME: usize = 6;
/// No letterhead has more lines.
const LONGEST_LETTERHEAD: usize = 12;

impl Reader {
    /// "Le procureur de la République" below "PARQUET DE MORNE": whose release it is, which stands above no
    /// headline either. The lines above go with it.
    pub(super) fn signs_a_letterhead(&mut self, block: &Block) -> bool {
        // Every line above a lead is asked, so the question about itself comes first.
        if !matches!(block.shape, Shape::Text) || !people::is_office(block.text()) {
            return false;
        }
        let is_house = |line: &Candidate| {
            line.level.is_none() && (line::is_shouted(line.text()) || people::is_name_of_house(line.text()))
        };
        let names_a_house = |line: &Candidate| people::is_organisation(line.text());
        let lines = &self.candidates;
        if lines.len() > LONGEST_LETTERHEAD
            || !lines.iter().any(names_a_house)
            || !lines.iter().all(|line| is_house(line) || line.words() <= 3)
        {
            return false;
        }
        for line in std::mem::take(&mut self.candidates) {
            leave_out(&mut self.header, line, LETTERHEAD);
        }
        true
    }
}

/// A house's name above the headline, which the text below names again, is its letterhead.
pub fn letterhead(header: &mut Header, lines: &mut Vec<Candidate>, below: &[Block]) {
    const MOST: usize = 4;
    // "Office of the District Attorney" above "Sandoval County", and a gap before the headline.
    if let [first, second, third, ..] = lines.as_slice()
        && people::is_organisation(first.text())
        && first.level.is_none()
        && second.words() <= 4
        && third.joint == Joint::Gap
        && (second.joint != Joint::Gap || is_house_and_place(header, first, second, third))
    {
        for line in lines.drain(..2).collect::<Vec<_>>() {
            leave_out(header, line, LETTERHEAD);
        }
    }
    broken_above_date(header, lines);
    filed_above_house(header, lines);
    let mut below_house = false;
    for _ in 0..MOST {
        let [first, .., last] = lines.as_slice() else { return };
        if is_headline_of_office(lines) {
            return;
        }
        // What stands below a house is a headline, even if it is the title of a show that the text names again.
        let is_house = people::is_organisation(first.text());
        let held_by = || {
            lines_above_release(header, first)
                && last.release_lines_above > first.release_lines_above
                && is_officeholder(first.text())
        };
        // "Hull City Council" alone on a line, above what can be nothing but the headline.
        let alone = || {
            let is_headline = |line: &Candidate| line.words() > 1 && !is_house_alone(line.text());
            (is_house_alone(first.text()) || is_ministry(first.text())) && lines[1..].iter().any(is_headline)
        };
        if below_house && !is_house && first.words() > 1 && !held_by() && !alone() {
            return;
        }
        below_house = is_house;
        // "Ministry of Transport", a date line, and the headline below it.
        let names_a_house = || {
            let shouted = line::is_shouted(first.text()) && !line::is_shouted(last.text());
            people::is_name_of_house(first.text())
                || shouted
                    && (first.words() <= LONGEST_SHOUTED_NAME || is_house_alone(first.text()))
                    && people::is_name_of_house(&dateline::readable(first.text()))
        };
        let framed = last.dates_above > first.dates_above || last.embargoes_above > first.embargoes_above;
        // "Senator the Hon. Jane Doe, Leader, River Party"
        let names_somebody = || {
            let is_title = |word: &str| people::is_honorific(word) || people::is_role(word);
            let named = first.text().split_whitespace().filter(|word| *word != "the");
            first.text().contains(',')
                && first.text().split_whitespace().next().is_some_and(is_title)
                && people::is_joined_by_capitals(named)
        };
        let dated_below = || framed && (names_a_house() || names_somebody());
        if first.level.is_some() || !is_letterhead(header, first, below) && !dated_below() && !held_by() && !alone() {
            return;
        }
        let line = lines.remove(0);
        leave_out(header, line, LETTERHEAD);
    }
}

/// "Stadtarchiv unter neuer Leitung" above "Medienmitteilung" and "Bauamt": a headline about a house, since what else
/// might be one is but an office.
fn is_headline_of_office(lines: &[Candidate]) -> bool {
    let [first, below @ ..] = lines else { return false };
    let is_below = |line: &Candidate| line.release_lines_above > first.release_lines_above;
    first.words() > 1
        && !is_office_alone(first.text())
        && below.iter().all(|line| is_below(line) && is_office_alone(line.text()))
}

/// "Baudepartement", "Grosser Rat", "Amt für Umwelt": whose release it is, and no more.
fn is_office_alone(text: &str) -> bool {
    is_house_alone(text)
        || words::HOUSES.has(text)
        || words::ORGANISATIONS.has(text) && !words::WEAK_HOUSES.has(text)
        || !text.contains(' ') && people::is_organisation(text) && !words::WEAK_HOUSES.has(text)
}

/// "PRESS STATEMENT OF THE OFFICE OF" and "MINISTER JANE DOE" above the date, each in a paragraph of its own: a
/// line that ends in mid-phrase is no headline, nor is what stands with it where one stands below the date.
fn broken_above_date(header: &mut Header, lines: &mut Vec<Candidate>) {
    const FEWEST_WORDS: usize = 3;
    let Some(below) = lines.iter().position(|line| line.dates_above > 0) else { return };
    let breaks = |pair: &[Candidate]| pair[1].joint == Joint::Gap && joining::ends_open(pair[0].text());
    let all_shouted = lines[..below].iter().all(|line| line.level.is_none() && line::is_shouted(line.text()));
    let is_headline = !line::is_shouted(lines[below].text()) && lines[below].words() >= FEWEST_WORDS;
    if below > 1 && all_shouted && is_headline && lines[..below].windows(2).any(breaks) {
        for line in lines.drain(..below).collect::<Vec<_>>() {
            leave_out(header, line, LETTERHEAD);
        }
    }
}

/// "Trading statement" above "Harbour Lines plc" and the date, as an exchange files it, and the headline below.
fn filed_above_house(header: &mut Header, lines: &mut Vec<Candidate>) {
    const MOST_WORDS: usize = 4;
    let [filed, house, headline, ..] = lines.as_slice() else { return };
    let framed = headline.dates_above > house.dates_above && house.dates_above == filed.dates_above;
    let is_headline = headline.words() >= MOST_WORDS && !names_a_house(headline.text());
    if framed
        && is_headline
        && filed.words() <= MOST_WORDS
        && people::is_house_with_legal_form(house.text())
        && !words::at_least(house.text(), 6)
    {
        for line in lines.drain(..2).collect::<Vec<_>>() {
            leave_out(header, line, LETTERHEAD);
        }
    }
}

/// "Office of the Harbour Museum" and "Lisle County", each on a line by itself above a longer headline.
fn is_house_and_place(header: &Header, house: &Candidate, place: &Candidate, headline: &Candidate) -> bool {
    let named_by_lead = || header.lead.iter().any(|lead| names(&fold(lead.value.text()), &fold(place.text())));
    let named_above = || header.place.iter().any(|known| names(&fold(&known.value), &fold(place.text())));
    dateline::is_place(house.text())
        && dateline::is_place(place.text())
        && place.level.is_none()
        && headline.words() > place.words().max(3)
        && (people::is_organisation(place.text()) || named_above() || named_by_lead())
}

fn is_letterhead(header: &Header, line: &Candidate, below: &[Block]) -> bool {
    let name = fold(line.text());
    // "News from Brightwatt"
    let name = words::NEWS_FROM.behind_each(&name).find_map(|name| name.strip_prefix(' ')).unwrap_or(&name);
    let is_address = name.starts_with("www.") || name.starts_with("http");
    let is_name = || !says_something(line.text()) || names_a_house(line.text());
    let above_release_line = lines_above_release(header, line) && people::is_organisation(line.text()) && is_name();
    let before_desk = |(before, _): (&str, _)| ["– ", "- ", "| "].iter().any(|dash| before.ends_with(dash));
    let ends_with_desk = || name.ends_with(" news") || words::PRESS_DESKS.before_each(name).any(before_desk);
    let is_desk = above_release_line || ends_with_desk() && people::is_organisation(line.text());
    let lead = header.lead.iter().map(|lead| lead.value.text());
    let contacts = header.contacts.iter().flatten().map(|line| line.text.as_str());
    let named_again = || lead.chain(contacts).chain(below.iter().map(Block::text)).any(|text| names(&fold(text), name));
    // What is said in quotes is a headline, which the text may say again.
    let is_quote = line.text().starts_with(['"', '„', '“', '»', '«']);
    // So is "Forderungen an die Landesregierung".
    let longest = if people::is_organisation(line.text()) && !says_more_than_a_name(line.text()) { 8 } else { 4 };
    is_address || is_desk || !is_quote && line.words() <= longest && name.chars().count() >= 4 && named_again()
}

/// "Polizei sucht Zeugen": a small word that joins no name.
pub fn says_something(text: &str) -> bool {
    let is_small = |word: &str| word.starts_with(char::is_lowercase) && word.chars().count() > 3;
    text.split_whitespace().any(|word| is_small(word) && !words::HOUSE_WORDS.has_small(word) && !people::is_role(word))
}

fn lines_above_release(header: &Header, line: &Candidate) -> bool {
    header.release_lines > line.release_lines_above && header.release_lines == 1 && line.words() <= 8
}

/// What stands below the headline and is no sub-headline: the house, right above the date or named again
/// in the text; "Peer-reviewed / Observational study / People".
pub fn below_headline(header: &mut Header, lines: &mut Vec<Candidate>, below: &[Block]) {
    capitals_below(header, lines);
    let mut at = 1;
    // Each is looked for in all of the text below, and only a few stand below a headline.
    for _ in 0..LONGEST_LETTERHEAD {
        let Some(line) = lines.get(at) else { return };
        let text = line.text();
        let legal = || people::is_organisation(text) && line::ends_with_legal_form(&fold(text));
        let dated = || header.dates.iter().any(|dated| dated.at.line == line.last_line + 1);
        let below_release_line = || line.release_lines_above > lines[0].release_lines_above;
        let why = if line.level.is_some() {
            None
        } else if below_release_line() && is_office_alone(text)
            || (people::is_name_of_house(text) || legal())
                && (dated() && (!says_more_than_a_name(text) || is_house_alone(text))
                    || is_letterhead(header, line, below))
            || dated() && is_title_case(text) && !is_title_case(lines[0].text()) && !may_be_headline(header, text)
        {
            Some(LETTERHEAD)
        } else {
            let speaks = people::behind_words(text).is_some_and(|(role, _)| people::is_role(role)) && line.words() <= 6;
            let why = is_classed(text).then_some("what kind of text it is");
            why.or(speaks.then_some("who speaks for the house"))
        };
        match why {
            Some(why) => {
                let line = lines.remove(at);
                leave_out(header, line, why);
            }
            None => at += 1,
        }
    }
}

/// "STATE OF NORTHLAND", "DEPARTMENT OF PUBLIC SAFETY" below a headline in small letters.
fn capitals_below(header: &mut Header, lines: &mut Vec<Candidate>) {
    const MOST_WORDS: usize = 5;
    let is_capital = |line: &&Candidate| {
        line.level.is_none() && line.joint == Joint::Gap && line.words() <= MOST_WORDS && line::is_shouted(line.text())
    };
    let Some(first) = lines.first().filter(|first| !line::is_shouted(first.text())) else { return };
    let run = lines[1..].iter().take_while(is_capital).count();
    let apart = lines.get(1).is_some_and(|line| line.at.line > first.last_line);
    if run > 1 && apart && lines[1..=run].iter().any(|line| is_house_alone(line.text())) {
        for line in lines.drain(1..=run).collect::<Vec<_>>() {
            leave_out(header, line, LETTERHEAD);
        }
    }
}

/// "Skerryness Wildlife Rescue", as no sub-headline below a headline in small letters is written.
fn is_title_case(text: &str) -> bool {
    let is_large = |word: &str| word.starts_with(char::is_uppercase) || word.chars().count() <= 3;
    !words::at_least(text, 7) && !joining::ends_sentence(text) && text.split_whitespace().all(is_large)
}

/// "Feier mit Musik im Rathaus" has small words that join no name; and where the text writes every noun large, such
/// a line says nothing of a house.
fn may_be_headline(header: &Header, text: &str) -> bool {
    let speaks_german = |lead: &str| {
        let mut words = lead.split_whitespace();
        words.any(|word| ["der", "die", "das", "und", "den", "ist"].contains(&word.to_lowercase().as_str()))
    };
    let large_nouns = || header.lead.iter().any(|lead| speaks_german(lead.value.text()));
    says_more_than_a_name(text) || large_nouns() && !people::is_organisation(text)
}

fn says_more_than_a_name(text: &str) -> bool {
    let joins = |word: &str| words::OF_NAMES.has_small(word) || word == "für";
    let is_small = |word: &str| word.chars().all(char::is_lowercase) && !joins(word);
    text.split_whitespace().filter(|word| word.chars().count() <= 3 || *word == "nach").any(is_small)
}

/// Three short phrases and more, set apart by slashes or bars.
fn is_classed(text: &str) -> bool {
    [" / ", " | "].iter().any(|sign| {
        let mut parts = text.split(sign);
        text.matches(sign).count() >= 2 && parts.all(|part| !words::at_least(part, 4)) && !joining::ends_sentence(text)
    })
}

/// "Ministers for the Department of Rivers and the Arts", as no headline goes on: nobody does anything.
fn is_ministry(text: &str) -> bool {
    let behind = words::MINISTRIES.behind_each(text).find_map(|name| name.strip_prefix(' '));
    behind.is_some_and(|name| {
        people::is_joined_by_capitals(name.split_whitespace().filter(|word| *word != "the"))
            && !text.ends_with(['.', ':', '!', '?'])
    })
}

/// Whether a name stands in a text as whole words.
pub fn names(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        !text[..at].ends_with(char::is_alphanumeric) && !text[at + name.len()..].starts_with(char::is_alphanumeric)
    })
}
