//! Lines of the page between those of the text: running heads and feet, page turns, numbers of pages.

use super::LeftOut;
use super::endings::ends_sentence;
use crate::manuscript::{Block, Joint, Shape};
use crate::parse::line::{self, Furniture};
use crate::parse::words;

pub fn without_furniture(blocks: Vec<Block>) -> (Vec<Block>, Vec<LeftOut>) {
    let mut left_out = Vec::new();
    let mut kept: Vec<Block> = Vec::with_capacity(blocks.len());
    let mut gap = false;
    let mut turned = false;
    for mut block in blocks {
        let in_contact = || {
            let above = kept.last().map_or("", Block::text);
            line::contact_heading(above).is_some_and(|rest| above[rest..].trim().is_empty())
        };
        let page_number = || {
            let text = block.text();
            block.joint == Joint::Gap && text.len() <= 3 && text.bytes().all(|b| b.is_ascii_digit())
        };
        if block.shape == Shape::Text
            && let Some(of_page) = line::furniture(block.text())
                .or_else(|| page_number().then_some(Furniture::PageNumber))
                .or_else(|| (turned && is_running_head(&kept, block.text())).then_some(Furniture::RunningHead))
            && !(of_page == Furniture::Letterhead && in_contact())
        {
            turned |= of_page == Furniture::PageTurn;
            left_out.push(LeftOut { line: block.at.line, text: block.prose.into_text(), why: of_page.why() });
            gap |= block.joint == Joint::Gap;
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

/// At the head of a page: its number, or words of the headline again.
fn is_running_head(above: &[Block], text: &str) -> bool {
    const OF_HEADLINE: usize = 6;
    let again = || {
        let head = words::fold(text);
        !ends_sentence(text) && above.iter().take(OF_HEADLINE).any(|line| words::fold(line.text()).starts_with(&head))
    };
    line::is_head_of_page(text) || again()
}
