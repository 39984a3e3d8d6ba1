//! What a page sets above all of its texts: "Informationen zur Sturmflut finden Sie unter:" above an address of the
//! web, and the headline with its release line below. Where no release line follows, it may be of the text.

use super::Reader;
use super::headlines::leave_out;
use super::walk::Step;
use crate::manuscript::Block;
use crate::parse::{details, line, words};

/// Why such a line is left out.
const WHY: &str = "a notice of the page";

impl Reader {
    /// Takes it out, with its heading above and the address below.
    pub(super) fn notice_of_page(&mut self, blocks: &[Block], at: usize) -> Option<Step> {
        if !self.is_notice_of_page(blocks, at) {
            return None;
        }
        for above in std::mem::take(&mut self.candidates) {
            leave_out(&mut self.header, above, WHY);
        }
        for block in &blocks[at..at + 2] {
            self.leave_out(block, block.text(), WHY);
        }
        Some(Step::To(at + 2))
    }

    fn is_notice_of_page(&self, blocks: &[Block], at: usize) -> bool {
        const FEWEST_WORDS: usize = 4;
        const NEAR: usize = 5;
        let text = blocks[at].text();
        let mut below = blocks[at + 1..].iter();
        text.ends_with(':')
            && !self.given.title
            && self.header.release_lines == 0
            && self.header.dates.is_empty()
            && words::at_least(text, FEWEST_WORDS)
            && below.next().is_some_and(|next| details::is_bare_address(next.text()))
            && below.take(NEAR).any(|block| line::release_line(block.text()).is_some())
    }
}
