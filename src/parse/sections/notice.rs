//! Notices that stand in no section of their own.

use super::kinds::{contact_heading, is_prose};
use super::{Reader, Section};
use crate::manuscript::{Block, Shape};
use crate::parse::line;
use crate::parse::words::fold;

impl Reader {
    /// In the body only its last paragraph can be a notice.
    pub(super) fn is_notice(&self, blocks: &[Block], at: usize) -> bool {
        let block = &blocks[at];
        if !line::notice(block.text()) || !matches!(block.shape, Shape::Text) {
            return false;
        }
        match self.section {
            Section::Body | Section::Boilerplate => {
                let opens_notice = |text: &str| line::notice(&fold(text).chars().take(70).collect::<String>());
                let body_goes_on = blocks[at + 1..]
                    .iter()
                    .take_while(|next| contact_heading(next).is_none() && !line::end_mark(next.text()))
                    .any(|next| is_prose(next) && !opens_notice(next.text()));
                !body_goes_on && opens_notice(block.text())
            }
            _ => true,
        }
    }
}
