//! Everybody whom the text says to call, above and below it and in its sentences, and what of the lines of
//! contacts nothing came of. Nobody is made up of a name alone.

mod unsaid;

pub use unsaid::{held, is_of_address};

use std::cell::{Cell, LazyCell};

use super::joining::LeftOut;
use super::sections::SentenceContact;
use super::{contacts, details, words};
use crate::manuscript::Block;
use crate::problem::{Place, Report};
use crate::release::Contact;

/// How often it is asked whether the text has the words of a contact elsewhere.
const MOST_ASKED: usize = 200;
const NOTHING_OF_A_CONTACT: &str = "nothing that a contact has";

/// Contacts with the line of each, and what is told of the others.
#[derive(Default)]
pub struct ToCall {
    pub contacts: Vec<(usize, Contact)>,
    pub left_out: Vec<LeftOut>,
    mislabelled: Vec<(usize, details::Kind, String)>,
    unread: Vec<(usize, String)>,
    /// Lines below a contact of which nothing was made.
    lost: Vec<(usize, String)>,
    /// Lines that were left out, with a number or an address that nothing else has.
    unsaid: Vec<(usize, String)>,
}

/// Reads the groups of lines that are contacts, and the sentences that name one; `blocks` are the whole text.
pub fn read<'g>(
    groups: impl Iterator<Item = &'g Vec<contacts::Line>>,
    sentences: &[SentenceContact],
    blocks: &[Block],
) -> ToCall {
    // Asked for a few lines of a contact only.
    let whole_text =
        LazyCell::new(|| blocks.iter().map(|block| words::fold(block.text())).collect::<Vec<_>>().join("\n"));
    let asked = Cell::new(0);
    let known = |words: &str| {
        // Each answer goes through all of the text, and no release has so many contacts.
        asked.set(asked.get() + 1);
        asked.get() <= MOST_ASKED && whole_text.matches(words::fold(words).as_str()).nth(1).is_some()
    };
    let mut all = ToCall::default();
    for found in groups.map(|group| contacts::read(group, &known)) {
        all.contacts.extend(found.contacts);
        all.mislabelled.extend(found.mislabelled);
        all.unread.extend(found.unread);
    }
    all.contacts.extend(sentences.iter().flat_map(|sentence| {
        let named = contacts::all_in_sentence(&sentence.text, sentence.below_heading);
        named.into_iter().map(|contact| (sentence.at.line, contact))
    }));
    all.left_out = all.unread.iter().map(|(line, text)| nothing(*line, text.clone())).collect();
    all.keep_who_can_be_called();
    all
}

/// Two words or more, no label without a value, and no address alone, so that something is lost with them.
fn says_something(text: &str) -> bool {
    const SHORTEST: usize = 2;
    let is_word = |word: &&str| word.chars().filter(|c| c.is_alphabetic()).count() >= SHORTEST;
    let said = text.split_whitespace().filter(|word| !word.contains(['/', '@']));
    !text.trim_end().ends_with(':') && said.filter(is_word).nth(1).is_some()
}

fn nothing(line: usize, text: String) -> LeftOut {
    LeftOut { line, text, why: NOTHING_OF_A_CONTACT }
}

impl ToCall {
    fn keep_who_can_be_called(&mut self) {
        let is_called = |contact: &Contact| !contact.phones.is_empty() || !contact.emails.is_empty();
        let left_out = &mut self.left_out;
        let mut keep = |contacts: &mut Vec<(usize, Contact)>, is_one: &dyn Fn(&Contact) -> bool| {
            contacts.retain(|(line, contact)| {
                let kept = is_one(contact);
                if !kept {
                    left_out.push(nothing(*line, contact.words().join(", ")));
                }
                kept
            });
        };
        keep(&mut self.contacts, &|contact| {
            contact.name.is_some() || is_called(contact) || contact.organization.is_some() && contact.has_details()
        });
        // Where somebody can be called, a name above nothing but a web address is the label of a link.
        if self.contacts.iter().any(|(_, contact)| is_called(contact)) {
            keep(&mut self.contacts, &|contact| {
                contact.urls.is_empty() || is_called(contact) || !contact.fax.is_empty()
            });
        }
    }

    /// Tells of values that are not what their labels say, and of numbers that nothing came of.
    pub fn warn(&self, report: &mut Report) {
        const FEWEST_FIGURES: usize = 7;
        for (line, kind, value) in &self.mislabelled {
            let (what, fix) = match kind {
                details::Kind::Email => ("this is no e-mail address", "write it as in `press@example.org`"),
                _ => ("this is no phone number", "write it as in `+49 30 1234567`"),
            };
            report.warning(Place::line(*line), what, fix).found(value);
        }
        self.warn_of_unsaid(report);
        // So many figures are somebody's number.
        let figures =
            |text: &str| if text.contains("://") { 0 } else { text.bytes().filter(u8::is_ascii_digit).count() };
        let told = |line: usize| self.mislabelled.iter().any(|(other, ..)| *other == line);
        for left in self.left_out.iter().filter(|left| left.why == NOTHING_OF_A_CONTACT && !told(left.line)) {
            let fix = match figures(&left.text) >= FEWEST_FIGURES {
                true => "write a phone number as in `+49 30 1234567`",
                false if says_something(&left.text) => {
                    "write it above the contact if readers need it, or a number below it if it is somebody to call"
                }
                false => continue,
            };
            let what = "no part of a contact was found in this line, so it is left out";
            report.warning(Place::line(left.line), what, fix).found(&left.text);
        }
        for (line, text) in self.lost.iter().filter(|(_, text)| says_something(text)) {
            let what = "this line below the contact is left out";
            report.warning(Place::line(*line), what, "write it above the contact if readers need it").found(text);
        }
    }
}
