//! A contact that stands on the release line, behind it: its name there, its number below, beside the day.
//!
//! A release line that says whose it is has no contact behind it.

use super::Reader;
use crate::manuscript::{Block, Joint};
use crate::parse::date::{self, Dated};
use crate::parse::{contacts, details, line, people, words};

/// "NEWS RELEASE... IMMEDIATE RELEASE CONTACT: Jane Doe": where the contact's heading begins.
pub fn behind_release_line(text: &str) -> Option<usize> {
    const LONGEST: usize = 160;
    if text.len() > LONGEST || !text.contains(':') {
        return None;
    }
    let blanks = text.match_indices([' ', '\u{A0}']).map(|(at, blank)| at + blank.len());
    let mut headings =
        blanks.filter(|at| line::contact_heading(&text[*at..]).is_some_and(|rest| at + rest < text.len()));
    headings.find(|at| {
        let label = text[*at..].split(':').next().unwrap_or("");
        let before = text[..*at].trim_end();
        words::CONTACT.has(label)
            && line::release_line(before).is_some_and(|found| found.rest.is_none() && !found.issuer)
            && people::opens_with_person(text[*at + label.len() + 1..].trim())
    })
}

impl Reader {
    /// The contact that stands on the release line from a byte on, and on the line below the day and its number.
    pub(super) fn contact_on_release_line(&mut self, blocks: &[Block], at: usize, contact: usize) -> usize {
        let block = &blocks[at];
        self.decide(block, "contact", "the heading of a contact behind the release line");
        self.header.release_lines += 1;
        let rest = block.text()[contact..].split_once(':').map_or("", |(_, name)| name.trim());
        let mut group = vec![contacts::Line { number: block.at.line, text: rest.to_owned(), gap: false }];
        let mut end = at + 1;
        if let Some(next) = blocks.get(end).filter(|next| next.joint != Joint::Gap)
            && let Some(day) = date::opening(next.text())
            && let number = next.text()[day.range.end..].trim_matches([' ', ',', '\u{A0}', '|'])
            && details::is_detail_line(number)
        {
            self.decide(next, "date line", "a day, and the number of the contact above");
            self.header.dates.push(Dated::of(next, day.date));
            group.push(contacts::Line { number: next.at.line, text: number.to_owned(), gap: false });
            end += 1;
        }
        self.header.contacts.push(group);
        end
    }
}
