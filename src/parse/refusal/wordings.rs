//! Other texts that their wording gives away: an e-mail, a licence, statutes, minutes, an imprint.

use super::{Refusal, Text};
use crate::manuscript::Block;
use crate::parse::date::Written;
use crate::parse::words::{self, Wordings};
use crate::parse::{dateline, joining, line};

const NOT_HERE: &str = "move it out of the releases folder";

/// The head of an e-mail. A release below it is read without the head.
pub fn mail(text: Text<'_>) -> Option<Refusal> {
    const DEEPEST: usize = 8;
    let head: Vec<&Block> = text.lines.iter().take(DEEPEST).filter(|block| is_mail_label(block.text())).collect();
    let released = || text.lines.iter().any(|block| line::release_line(block.text()).is_some());
    let (first, many) = (head.first()?, head.len() >= 2);
    (many && !released() && !is_below_date_line(text, first)).then(|| {
        let fix = "keep only the text of the release, without the lines of the e-mail above it";
        Refusal::of(first, "this is an e-mail, no press release", fix)
    })
}

/// "From: ...", "Betreff: ..."
pub fn is_mail_label(text: &str) -> bool {
    text.split_once(':').is_some_and(|(label, rest)| !rest.trim().is_empty() && words::MAIL.has(label))
}

pub fn licence(text: Text<'_>) -> Option<Refusal> {
    let block = text.paragraphs.iter().find(|block| words::wordings(block.text()).has(Wordings::LICENCE))?;
    // A release may quote a licence.
    let released = text
        .paragraphs
        .iter()
        .any(|block| line::release_line(block.text()).is_some() || line::contact_heading(block.text()).is_some());
    if released {
        return None;
    }
    Some(Refusal::of(block, "this is a licence, no press release", NOT_HERE))
}

/// Paragraphs numbered as in a law: "§ 1", "Article 2".
pub fn statutes(text: Text<'_>) -> Option<Refusal> {
    const FEWEST: usize = 3;
    let is_paragraph = |block: &&Block| {
        let text = block.text().trim_start();
        words::PARAGRAPHS.behind_each(text).any(|rest| rest.trim_start().starts_with(|c: char| c.is_ascii_digit()))
            && !words::at_least(text, 11)
    };
    let numbered: Vec<&Block> = text.paragraphs.iter().filter(is_paragraph).collect();
    (numbered.len() >= FEWEST)
        .then(|| Refusal::of(numbered[0], "these are statutes or a contract, no press release", NOT_HERE))
}

pub fn minutes(text: Text<'_>) -> Option<Refusal> {
    let is_item = |block: &&Block| opens_with(block.text(), &words::MINUTES);
    let items: Vec<&Block> = text.lines.iter().filter(is_item).collect();
    // A council invites to its meeting, and says what it will speak of.
    (items.len() >= 2 && !is_below_date_line(text, items[0])).then(|| {
        let fix = "write what was decided as a release of its own";
        Refusal::of(items[0], "these are the minutes of a meeting, no press release", fix)
    })
}

/// A page of a website that says who runs it.
pub fn imprint(text: Text<'_>) -> Option<Refusal> {
    let marks: Vec<&Block> = text.lines.iter().filter(|block| opens_with(block.text(), &words::IMPRINTS)).collect();
    let on_top = text.lines.iter().take(4).any(|block| opens_with(block.text(), &words::IMPRINTS));
    (marks.len() >= 2 && on_top)
        .then(|| Refusal::of(marks[0], "this is the imprint of a website, no press release", NOT_HERE))
}

pub fn newsletter(text: Text<'_>) -> Option<Refusal> {
    let marks: Vec<&Block> = text
        .lines
        .iter()
        .filter(|block| block.text().len() <= 240 && words::wordings(block.text()).has(Wordings::NEWSLETTER))
        .collect();
    let released = || text.lines.iter().any(|block| line::release_line(block.text()).is_some());
    let on_top = marks.first().is_some_and(|mark| text.lines.iter().take(4).any(|line| line.at == mark.at));
    let short = marks.iter().any(|mark| mark.text().chars().count() <= 60);
    (marks.len() >= 2 && on_top && short && !released()).then(|| {
        Refusal::of(marks[0], "this is a newsletter, no press release", "keep each release in a file of its own")
    })
}

/// How to write a press release.
pub fn guide(text: Text<'_>) -> Option<Refusal> {
    let is_guide = |text: &str| words::wordings(text).has(Wordings::GUIDE) && !joining::ends_sentence(text);
    let block = text.lines.iter().take(4).find(|block| is_guide(block.text()))?;
    Some(Refusal::of(block, "this tells how to write a press release, and is none", NOT_HERE))
}

/// Advice on how to write to the press: its trade's words again and again, and what one should do.
pub fn advice(text: Text<'_>) -> Option<Refusal> {
    const FEWEST: usize = 4;
    const FEWEST_DIFFERENT: usize = 3;
    let (mut found, mut advises) = (Vec::new(), false);
    for block in text.paragraphs {
        let mut rest = block.text();
        while let Some(at) = rest.find(char::is_alphanumeric) {
            rest = &rest[at..];
            found.extend(words::PRESS_TRADE.opening(rest));
            advises |= words::SHOULDS.opening(rest).is_some();
            rest = rest.trim_start_matches(|c: char| c.is_alphanumeric() || c == '-');
        }
    }
    let many = found.len() >= FEWEST;
    found.sort_unstable();
    found.dedup();
    let first = text.lines.first()?;
    (advises && many && found.len() >= FEWEST_DIFFERENT)
        .then(|| Refusal::of(first, "this tells how to write to the press, and is no press release", NOT_HERE))
}

/// "Stellenausschreibung", "Privacy policy", alone above all else.
pub fn other_text(text: Text<'_>) -> Option<Refusal> {
    let first = text.lines.first()?;
    let is_headed = words::OTHER_TEXTS.has(first.text().trim_matches(|c: char| !c.is_alphanumeric()));
    is_headed.then(|| Refusal::of(first, "this calls itself something else than a press release", NOT_HERE))
}

/// What stands below place and day is told by a release.
fn is_below_date_line(text: Text<'_>, block: &Block) -> bool {
    let dated = |above: &Block| {
        let run = dateline::run_in(above.text());
        run.is_some_and(|run| run.place.is_some() && matches!(run.date, Some(Written::Day(_))))
    };
    text.lines.iter().take_while(|above| above.at != block.at).any(dated)
}

fn opens_with(text: &str, table: &words::Table) -> bool {
    table.opening(text).is_some() && text.chars().count() <= 120
}
