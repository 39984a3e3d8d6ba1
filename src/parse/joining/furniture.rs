//! Lines of the page between those of the text: running heads and feet, page turns, numbers of pages.

use super::LeftOut;
use super::endings::ends_sentence;
use crate::manuscript::{Block, Joint, Shape};
use crate::parse::line::{self, Furniture};
use crate::parse::{dateline, people, words};

pub fn without_furniture(blocks: Vec<Block>) -> (Vec<Block>, Vec<LeftOut>) {
    let mut left_out = Vec::new();
    let mut kept: Vec<Block> = Vec::with_capacity(blocks.len());
    let mut gap = false;
    let mut turned = false;
    let mut blocks = blocks.into_iter().peekable();
    while let Some(mut block) = blocks.next() {
        let in_contact = || {
            let above = kept.last().map_or("", Block::text);
            line::contact_heading(above).is_some_and(|rest| above[rest..].trim().is_empty())
        };
        let page_number = || {
            let text = block.text();
            block.joint == Joint::Gap && text.len() <= 3 && text.bytes().all(|b| b.is_ascii_digit())
        };
        let below_picture = kept.last().is_some_and(|above| matches!(above.shape, Shape::Picture(_) | Shape::Caption));
        let is_of_wire = match blocks.peek() {
            Some(next) => is_town_again(block.text(), next.text()),
            None => names_its_source(block.text()) || !below_picture && is_copyright(block.text()),
        };
        let is_button = || matches!(block.shape, Shape::Heading(_)) && line::is_page_heading(block.text());
        if block.shape == Shape::Text
            && let Some(of_page) = line::furniture(block.text())
                .or_else(|| is_of_wire.then_some(Furniture::WireFoot))
                .or_else(|| page_number().then_some(Furniture::PageNumber))
                .or_else(|| (turned && is_running_head(&kept, block.text())).then_some(Furniture::RunningHead))
            && !(of_page == Furniture::Letterhead && in_contact())
        {
            turned |= of_page == Furniture::PageTurn;
            left_out.push(LeftOut { line: block.at.line, text: block.prose.into_text(), why: of_page.why() });
            gap |= block.joint == Joint::Gap;
            continue;
        }
        if is_button() {
            let why = Furniture::Button.why();
            left_out.push(LeftOut { line: block.at.line, text: block.prose.into_text(), why });
            gap = true;
            continue;
        }
        turned = false;
        if std::mem::take(&mut gap) {
            block.joint = Joint::Gap;
        }
        kept.push(block);
    }
    (kept, left_out)
}

/// "Atlanta, Georgia, UNITED STATES", as a wire heads the text that opens with "ATLANTA, Sept. 9".
fn is_town_again(text: &str, next: &str) -> bool {
    const LONGEST: usize = 80;
    let Some((place, country)) = text.rsplit_once(", ").filter(|_| text.len() <= LONGEST) else { return false };
    let town = place.split(", ").next().unwrap_or(place);
    place.len() > town.len()
        && line::is_shouted(country)
        && words::behind(next, &words::fold(town)).is_some_and(|rest| rest.starts_with([',', ' ']))
        && dateline::run_in(next).is_some_and(|run| run.place.is_some())
}

/// "Copyright © 2026 - Harbour Works" as the last line of all: whose the text is, not whose a picture.
fn is_copyright(text: &str) -> bool {
    let year = words::behind(text, "copyright")
        .map(|rest| rest.trim_start().trim_start_matches(['©', '(', 'c', 'C', ')', ' ']));
    let is_year = |year: &str| year.bytes().take(4).filter(u8::is_ascii_digit).count() == 4;
    !words::at_least(text, 13) && year.is_some_and(is_year)
}

/// "Source: Harbour Works Ltd." as the last line of all.
fn names_its_source(text: &str) -> bool {
    const MOST_WORDS: usize = 8;
    let house = text.strip_prefix("Source: ").filter(|_| !words::at_least(text, MOST_WORDS + 1));
    house.is_some_and(people::is_house_with_legal_form)
}

/// At the head of a page: its number, or words of the headline again.
fn is_running_head(above: &[Block], text: &str) -> bool {
    const OF_HEADLINE: usize = 6;
    let again = || {
        let head = words::fold(text);
        !ends_sentence(text) && above.iter().take(OF_HEADLINE).any(|line| words::fold(line.text()).starts_with(&head))
    };
    line::is_head_of_page(text) || again()
}
