//! Lines that look like the head of a page: what they say decides whether they are no more than that.

use super::joining::LeftOut;
use super::{correction, date, details, embargo, line};
use crate::manuscript::Block;

const WHY: &str = "it stands in the head of the page";

/// Takes out those that say nothing of the release; `heads` are the lines that look so.
pub fn take(blocks: &mut Vec<Block>, heads: &[usize]) -> Vec<LeftOut> {
    let looks_so = |block: &Block| (block.at.line..=block.last_line).all(|line| heads.contains(&line));
    let end = blocks.iter().rposition(looks_so).map_or(0, |last| last + 1);
    let own = || blocks[..end].iter().filter(|block| looks_so(block));
    // Whom to call may be said in several lines.
    if own().any(|block| details::calls_somebody(block.text()) || line::contact_heading(block.text()).is_some()) {
        return Vec::new();
    }
    let mut left_out = Vec::new();
    let mut at = 0;
    blocks.retain(|block| {
        at += 1;
        let stays = at > end || !looks_so(block) || speaks_of_the_release(block.text());
        if !stays {
            left_out.push(LeftOut { line: block.at.line, text: block.text().to_owned(), why: WHY });
        }
        stays
    });
    left_out
}

fn speaks_of_the_release(text: &str) -> bool {
    date::first(text).is_some()
        || embargo::holds_back(text)
        || line::release_line(text).is_some()
        || line::number_line(text, true).is_some()
        || line::draft_mark(text)
        || line::hold_mark(text)
        || correction::is_mark(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::text;

    #[test]
    fn what_speaks_of_the_release_stays() {
        let kept = |text: &str| {
            let mut blocks = text::read(text, 1).blocks;
            let left_out = take(&mut blocks, &[1, 2]).len();
            (blocks.len(), left_out)
        };
        assert_eq!(kept("Mill House\n1 Mill Lane\n\nBells ring"), (1, 2));
        for line in ["Press release", "12 May 2026", "Embargo: 12 May 2026", "CORRECTION", "Draft", "No. 12/2026"] {
            assert_eq!(kept(&format!("Mill House\n{line}\n\nBells ring")), (2, 1), "{line}");
        }
        assert_eq!(kept("Press contact\nAda Berg\n\nBells ring"), (3, 0));
        assert_eq!(kept("Mill House\n555 0101 234\n\nBells ring"), (3, 0));
    }
}
