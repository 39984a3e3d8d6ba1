//! Items of a list that go on below themselves, though their second lines are not set in.

use super::{SHORTEST_CUT, WIDEST_WRAP, ends_open, ends_sentence, join};
use crate::manuscript::{Block, Joint, Shape};
use crate::parse::{details, line};

/// An item whose second line is not set in: what stands between two items, below one that ends no sentence, is of
/// the first.
pub fn with_wrapped_items(blocks: Vec<Block>) -> Vec<Block> {
    if !blocks.iter().any(|block| matches!(block.shape, Shape::Item { .. })) {
        return blocks;
    }
    let mut joined: Vec<Block> = Vec::with_capacity(blocks.len());
    let mut blocks = blocks.into_iter();
    while let Some(block) = blocks.next() {
        let goes_on = match joined.as_slice() {
            [.., above, item] => is_wrapped_item(item, &block, blocks.as_slice(), Some(above)),
            [item] => is_wrapped_item(item, &block, blocks.as_slice(), None),
            [] => false,
        };
        match joined.last_mut() {
            Some(item) if goes_on => join(item, &block),
            _ => joined.push(block),
        }
    }
    joined
}

/// "A preview of the new card from Harbour" above "Corp., which ...", set in below the words of the item.
fn is_set_in(item: &Block, block: &Block) -> bool {
    const SHORTEST: usize = 40;
    item.text().len() >= SHORTEST
        && block.at.column > item.at.column + 1
        && !line::stands_alone(item.text())
        && !line::stands_alone(block.text())
}

/// "-- Ann Doe, deputy head of the gauges, Harbour" above "Mission Office, Bay Harbour", in a list whose items
/// blank lines part.
fn is_filled_item(item: &Block, block: &Block, above: Option<&Block>, next: Option<&Block>) -> bool {
    const SHORTEST: usize = 50;
    let is_part = |other: &Block| is_item(other) && other.at.column == item.at.column;
    let length = item.text().chars().count();
    let word = block.text().split_whitespace().next().map_or(0, |word| word.chars().count());
    (SHORTEST..WIDEST_WRAP).contains(&length)
        && block.text().chars().count() <= length + word
        && item.joint == Joint::Gap
        && next.is_none_or(|next| next.joint == Joint::Gap)
        && (next.is_some_and(is_part) || above.is_some_and(is_part))
        && !line::stands_alone(block.text())
}

fn is_item(block: &Block) -> bool {
    matches!(block.shape, Shape::Item { .. })
}

fn is_wrapped_item(item: &Block, block: &Block, below: &[Block], above: Option<&Block>) -> bool {
    const MOST_LINES: usize = 3;
    let is_line = |block: &Block| block.shape == Shape::Text && block.joint == Joint::Line;
    let next = below.iter().take(MOST_LINES).find(|next| !is_line(next));
    let (before, after) = (item.text(), block.text());
    is_item(item)
        && is_line(block)
        && before.len() >= SHORTEST_CUT
        && !ends_sentence(before)
        && line::contact_heading(after).is_none()
        && !details::is_detail_line(before)
        && (ends_open(before)
            || is_set_in(item, block)
            || is_filled_item(item, block, above, next)
            || next.is_some_and(|next| is_item(next) && next.joint == Joint::Line && !after.ends_with(':')))
}

#[cfg(test)]
mod tests {
    use crate::source::text;

    fn joined(input: &str) -> Vec<String> {
        let blocks = crate::parse::joining::paragraphs(text::read(input, 1).blocks).0;
        blocks.into_iter().map(|block| block.prose.into_text()).collect()
    }

    #[test]
    fn an_item_goes_on_below_itself_though_it_is_not_set_in() {
        let text = "Highlights\n\n• Return of capital of 241 million made in\nJanuary 2024\n• Operating profit of 2.3m before all items\n(2022: 1.3m)\n• Net cash";
        assert_eq!(
            joined(text),
            [
                "Highlights",
                "Return of capital of 241 million made in January 2024",
                "Operating profit of 2.3m before all items (2022: 1.3m)",
                "Net cash"
            ]
        );
        let wire = "The demonstrations include:\n\n  --  A preview of the new cable card of Harbour\n      Works, which lets lamps be seen at once.\n\nAll.";
        assert_eq!(joined(wire).len(), 3);
        let apart = "Those who speak:\n\n-- Tom Weller, deputy head of the harbours, Tide Gauges\nMission Office, Bay Harbor\n\n\
                     -- Jim Fenn, deputy head, Tidal Gauge Division, Tide Gauges\nMission Office, Bay Harbor\n\nAll may listen.";
        assert_eq!(joined(apart).len(), 4);
        assert_eq!(joined("- the lamps of the four old harbours\n- the boats\nAll are here.").len(), 3);
    }
}
