//! What the facts of an event, "WHAT: ...", "WHEN: ...", mean for what stands with them.
//!
//! Which lines are facts, `frame` says.

use super::Reader;
use super::frame::is_fact;
use crate::manuscript::{Block, Shape};
use crate::parse::words::{self, Wordings};
use crate::parse::{details, joining};

impl Reader {
    /// "WHAT: Officers will show the boats that were recovered after the thefts." as the first fact.
    pub(super) fn is_said_by_fact(&self, block: &Block) -> bool {
        is_fact(block.text())
            && block.shape == Shape::Text
            && joining::is_long_sentence(block.text())
            && (self.given.title || !self.is_above_headline())
            && !self.header.aside.iter().any(|block| is_fact(block.text()))
    }

    /// Below what, when and where a sentence is no headline, though none stands above.
    pub(super) fn is_said_below_facts(&self, block: &Block) -> bool {
        self.is_above_headline()
            && self.has_facts()
            && block.shape == Shape::Text
            && joining::is_long_sentence(block.text())
            && block.text().ends_with('.')
    }

    pub(super) fn has_facts(&self) -> bool {
        self.header.aside.iter().filter(|block| is_fact(block.text())).count() >= 2
    }

    /// "For more information call 020 7946 0101" below what, when and where is no lead.
    pub(super) fn is_called_below_facts(&self, block: &Block) -> bool {
        self.has_facts()
            && words::wordings(block.text()).has(Wordings::CONTACT)
            && details::calls_somebody(block.text())
    }
}
