//! Lines behind a dash that are spoken, as the north quotes: "– We save a lot, says the mayor." They are
//! paragraphs and no list.

use super::endings::ends_sentence;
use crate::manuscript::{Block, Bullet, Joint, Shape};
use crate::parse::words;
use crate::prose::Prose;

/// Makes paragraphs of them, with those between that end as sentences do.
pub fn part(blocks: &mut [Block]) {
    let mut start = 0;
    while start < blocks.len() {
        let run = blocks[start..]
            .iter()
            .take_while(|block| matches!(block.shape, Shape::Item { bullet: Bullet::Dash, .. }))
            .count();
        let lines = &mut blocks[start..start + run];
        if lines.iter().any(is_spoken) && lines.iter().all(|line| ends_sentence(line.text())) {
            for line in lines {
                let mut prose = Prose::plain("– ");
                prose.append("", &line.prose);
                (line.shape, line.prose, line.joint) = (Shape::Text, prose, Joint::Gap);
            }
        }
        start += run.max(1);
    }
}

/// Whether a verb of saying stands near the end, behind a comma.
fn is_spoken(block: &Block) -> bool {
    const NEAR: usize = 12;
    let text = block.text();
    let mut last = text.rmatch_indices(", ").map(|(at, _)| &text[at + 2..]);
    ends_sentence(text) && last.any(|said| !words::at_least(said, NEAR) && words::SAYS.opening(said).is_some())
}

#[cfg(test)]
mod tests {
    use crate::source::text;

    #[test]
    fn what_is_spoken_behind_a_dash_is_a_paragraph_and_an_item_is_not() {
        let shapes = |input: &str| {
            let (paragraphs, _) = crate::parse::joining::paragraphs(text::read(input, 1).blocks);
            paragraphs.into_iter().map(|block| block.prose.into_text()).collect::<Vec<_>>()
        };
        let said = "– Vi sparar mycket, säger rektor Eva Lund.\n– Barnen får en skola, säger Ola Berg.";
        assert_eq!(shapes(said), said.lines().collect::<Vec<_>>());
        assert_eq!(shapes("– ny skola,\n– ny väg."), ["ny skola,", "ny väg."]);
    }
}
