//! The sender's name on a line of its own above the headline, as news services set it. Their line below the
//! text names it again; where a copy lacks that, the layout tells: a time stamp, the sender, the headline,
//! "Hamburg (ots)".

use super::Reader;
use super::contact::is_line;
use super::headlines::leave_out;
use crate::manuscript::{Block, Joint};
use crate::parse::joining::{self, LeftOut};
use crate::parse::words::{self, fold};
use crate::parse::{contacts, details, line, people};

/// A sender's name has no more words.
const LONGEST_NAME: usize = 8;

impl Reader {
    /// Takes it out, where another line is left to be the headline.
    pub(super) fn without_sender(&mut self, of_page: &[LeftOut]) {
        let [first, second, ..] = self.candidates.as_slice() else { return };
        let is_line = first.level.is_none() && !first.after_release_line && !joining::ends_sentence(first.text());
        let name = fold(first.text());
        let is_named = || of_page.iter().filter_map(|left| named(&left.text)).any(|named| is_same(&named, &name));
        let is_laid_out = || {
            self.placed_below == Some(2)
                && self.header.time.is_some()
                && first.words() <= LONGEST_NAME
                && !first.text().contains(':')
                && (first.dates_above, second.dates_above) == (1, 1)
                && first.joint == Joint::Gap
                && second.joint == Joint::Gap
        };
        // "EKD Evangelische Kirche in Deutschland" above a longer line
        let is_name = || {
            self.placed_below == Some(2)
                && (2..=LONGEST_NAME).contains(&first.words())
                && second.words() > first.words()
                && second.joint == Joint::Gap
                && !line::is_shouted(first.text())
                && first.text().split(' ').all(|word| {
                    word.starts_with(char::is_uppercase)
                        || words::HOUSE_WORDS.has_small(word)
                        || ["&", "e."].contains(&word)
                })
        };
        if is_line && (is_named() || is_laid_out() || is_name()) {
            let sender = self.candidates.remove(0);
            leave_out(&mut self.header, sender, "whose release it is");
        }
    }

    /// "General" behind "Press Release |" names a desk, and is no headline where none is there.
    pub(super) fn without_desk(&mut self, blocks: &[Block]) {
        let [only] = self.candidates.as_slice() else { return };
        let behind_sign = |block: &Block| {
            let before: String = block.text().chars().take(only.at.column.saturating_sub(block.at.column)).collect();
            before.trim_end().ends_with(['|', '/', '●', '•', '·'])
        };
        let is_desk = only.after_release_line
            && only.words() == 1
            && blocks.iter().any(|block| block.at.line == only.at.line && behind_sign(block));
        if is_desk && !self.given.title {
            let desk = self.candidates.remove(0);
            leave_out(&mut self.header, desk, "a remark on the release line");
        }
    }
}

/// "Original-Content von: Hafenbund, übermittelt durch news aktuell"
fn named(foot: &str) -> Option<String> {
    let label = words::WIRE_FEET.beginning(foot)?;
    let name = words::after(foot, label).trim_start_matches([':', ' ', '\u{A0}']);
    (!name.is_empty()).then(|| fold(name))
}

fn is_same(named: &str, name: &str) -> bool {
    named.strip_prefix(name).is_some_and(|behind| behind.is_empty() || behind.starts_with([',', '.']))
}

/// "From: Jane Doe of the Harbor Museum, 020 7946 0101" without its label.
pub fn called(block: &Block) -> Option<contacts::Line> {
    let (label, sender) = block.text().split_once(": ")?;
    let is_one = words::SENDERS.has(label)
        && details::calls_somebody(sender)
        && is_line(block)
        && people::opens_with_person(&without_house(sender.trim()));
    is_one.then(|| contacts::Line { number: block.at.line, text: sender.trim().to_owned(), gap: false })
}

/// "Jane Doe" of "Jane Doe of the Harbor Museum, 020 7946 0101".
fn without_house(sender: &str) -> String {
    let first = sender.split(',').next().unwrap_or(sender);
    let words = first.split(' ').take_while(|word| !words::GENITIVES.has_small(word));
    words.collect::<Vec<_>>().join(" ")
}
