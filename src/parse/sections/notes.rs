//! Notes to editors, which are published below the text, but for those that say they are not to be.

use super::after::names_somebody_to_call;
use super::{Reader, Section};
use crate::manuscript::Block;
use crate::parse::{Placed, contacts, embargo};

impl Reader {
    /// The heading of notes, and what stands behind it from byte `rest` on.
    pub(super) fn notes(&mut self, block: &Block, rest: usize) {
        self.decide(block, "notice", "the heading of notes to editors");
        self.closed = true;
        let unpublished = embargo::names_a_ban(block.text());
        self.section = if unpublished { Section::Unpublished } else { Section::Notes };
        let rest = block.prose.from_offset(rest);
        if !rest.is_empty() && unpublished {
            self.unpublished(block);
        } else if !rest.is_empty() {
            // "Til redaktionen: spørgsmål rettes til ..."
            if contacts::in_sentence(rest.text()).is_some_and(|contact| contact.name.is_some()) {
                self.names_whom_to_ask(block, rest.text());
            }
            self.out.notices.push(Placed::new(block.at, rest));
        }
    }

    /// A paragraph of the notes, which stays whole, whomever it names.
    pub(super) fn in_notes(&mut self, block: &Block) {
        let text = block.text();
        if contacts::in_sentence(text).is_some() {
            self.names_whom_to_ask(block, text);
        } else if names_somebody_to_call(block) {
            // "Lamps: Jane Doe, 0113 496 0288": the notes say what about.
            self.out.contacts.push(vec![contacts::Line { number: block.at.line, text: text.to_owned(), gap: false }]);
        }
        self.notice(block, "below the heading of notes");
    }

    pub(super) fn notice(&mut self, block: &Block, because: &'static str) {
        if self.section == Section::Unpublished {
            return self.unpublished(block);
        }
        self.decide(block, "notice", because);
        self.out.notices.push(Placed::new(block.at, block.prose.clone()));
    }

    /// Whom the press may call is no secret, since that is who such notes are for.
    pub(super) fn unpublished(&mut self, block: &Block) {
        if contacts::in_sentence(block.text()).is_some() {
            self.names_whom_to_ask(block, block.text());
        }
        self.leave_out(block, "not for publication, as its heading says");
    }
}
