//! Which lines below the lead are a contact's. Who it is, `contacts` reads.

use super::elsewhere::{
    heads_something_else, labels_somebody, leads_elsewhere, names_who_is_called, opens_links, opens_table, opens_value,
    says_something, says_something_else,
};
use super::kinds::{ends_with_colon, is_prose};
use super::{Reader, Section, SentenceContact};
use crate::manuscript::{Block, Bullet, Joint, Shape};
use crate::parse::joining::ends_sentence;
use crate::parse::{Piece, contacts, details, line, people, words};
use crate::release::Part;

/// Why a line is left out of which nothing is made.
pub const BELOW_CONTACT: &str = "below the contact, and no sentence";

/// The most lines that a sentence naming a contact is cut into.
const LONGEST_SENTENCE: usize = 6;

/// A sentence that names whom to ask and breaks off before the number or address, which stands on
/// the lines below; and where those end.
pub fn sentence(blocks: &[Block], at: usize) -> Option<(String, usize)> {
    let text = blocks[at].text();
    let is_sentence = contacts::speaks_of_contact(text)
        && words::at_least(text, 5)
        && !text.contains('|')
        && !people::is_name_of_house(text);
    // "Service de presse : Jane Doe" above her number is a heading and its contact.
    let labels = || line::contact_heading(text).is_some_and(|rest| names_somebody(text[rest..].trim()));
    if ends_sentence(text) || !is_sentence || labels() {
        return None;
    }
    let goes_on = |block: &&Block| {
        let text = block.text();
        details::is_detail_line(text) || contacts::is_joint(text) || details::unobfuscated(text).trim().is_empty()
    };
    let below = blocks[at + 1..].iter().take(LONGEST_SENTENCE).take_while(goes_on).count();
    let end = at + 1 + below;
    let sentence = blocks[at..end].iter().map(Block::text).collect::<Vec<_>>().join(" ");
    (below > 0 && contacts::in_sentence(&sentence).is_some()).then_some((sentence, end))
}

/// "Jane Doe, Acme", "Communications, St. Brannoc's Hospitals"
fn names_somebody(value: &str) -> bool {
    people::opens_with_person(value)
        || value.starts_with(char::is_uppercase) && (people::is_organisation(value) || people::is_role(value))
}

/// The last lines of a contact, which each line below asks about.
fn last(group: &[contacts::Line]) -> &[contacts::Line] {
    const MOST: usize = 40;
    &group[group.len().saturating_sub(MOST)..]
}

impl Reader {
    /// Inside a contact that has no details yet, a department's name is not the next heading. Behind a gap
    /// without a heading the next contact of the group begins.
    pub(super) fn is_department(&self, block: &Block) -> bool {
        let open = self.out.contacts.last().is_some_and(|group| {
            let group = last(group);
            let gap = group.iter().rposition(|line| line.gap).filter(|_| block.joint != Joint::Gap);
            let lines = &group[gap.unwrap_or(0)..];
            !lines.is_empty() && !lines.iter().any(|line| details::is_detail_line(&line.text))
        });
        self.section == Section::Contact && open && !block.text().contains(':')
    }

    /// Opens a contact; `rest` stands on the line of its heading.
    pub(super) fn open_contact(&mut self, rest: String, block: &Block) {
        if rest.is_empty() && self.is_below_house_to_call(block) {
            return;
        }
        let mut group = Vec::new();
        // "Pressesprecher" on a line of its own says what the name above it is.
        if rest.is_empty() && self.section == Section::Body && people::is_role(block.text()) && self.names_somebody() {
            self.lines_above(&mut group, block);
            group.reverse();
            if !group.is_empty() {
                group.push(contacts::Line { number: block.at.line, text: block.text().to_owned(), gap: false });
            }
        }
        // House, street and town right above "Ansprechpartner:"
        if rest.is_empty() && self.is_right_below_address(block) {
            self.lines_above(&mut group, block);
            group.reverse();
        }
        // "Harbour Office" right above "Press and Public Relations"
        if rest.is_empty() && !ends_with_colon(block.text()) && self.is_right_below_house(block) {
            self.lines_above(&mut group, block);
            group.reverse();
            if people::is_department_alone(block.text()) {
                group.push(contacts::Line { number: block.at.line, text: block.text().to_owned(), gap: false });
            }
        }
        self.section = Section::Contact;
        if !rest.is_empty() {
            group.push(contacts::Line { number: block.at.line, text: rest, gap: false });
        }
        self.house = self.url.take().map(|url| (self.out.contacts.len(), url)).or(self.house.take());
        self.out.contacts.push(group);
    }

    /// `below` opens with the block.
    pub(super) fn in_contact(&mut self, below: &[Block]) {
        let Some(block) = below.first() else { return };
        let text = block.text();
        // Pages of wires set each name as a heading.
        if matches!(block.shape, Shape::Heading(_)) && people::person(text).is_none() {
            self.section = Section::Body;
            return self.body_heading(block);
        }
        // "Photos: example.org/press" below a contact.
        let pictures = text.split_once(':').filter(|(label, _)| line::is_picture_label(label));
        if pictures.is_some_and(|(_, value)| !value.trim().is_empty() && !people::opens_with_person(value.trim())) {
            return self.notice(block, "where pictures are to be had");
        }
        // "Beilagen: Plan 1:5000, Visualisierung"
        let enclosed = || words::ENCLOSED.opening(text).is_some_and(|label| opens_value(words::after(text, label)));
        if self.calls_somebody() && !details::reaches_somebody(text) && enclosed() {
            return self.notice(block, "what comes with the release");
        }
        let numbered = matches!(block.shape, Shape::Item { bullet: Bullet::Number(_), .. });
        if numbered && self.calls_somebody() && !details::calls_somebody(text) {
            self.section = Section::Notes;
            return self.notice(block, "a numbered note below the contact");
        }
        if block.joint == Joint::Gap && self.calls_somebody() {
            if opens_table(below) {
                self.section = Section::Body;
                return self.body(block);
            }
            if opens_links(below) {
                self.section = Section::Notes;
                return self.notice(block, "links below the contact");
            }
            if heads_something_else(below) {
                self.section = Section::Notes;
                return self.notice(block, "the heading of something else below the contact");
            }
            if self.is_sender(below) {
                return self.sender(block);
            }
            if says_something_else(text) {
                self.section = Section::Tail;
                return self.notice(block, "a line below the contact");
            }
            // "The ferry was built in 1988."
            if !is_prose(block)
                && says_something(block)
                && details::phones(text).is_empty()
                && !people::opens_with_person(text)
            {
                return self.notice(block, "a sentence below the contact");
            }
        }
        let is_sentence = ends_sentence(text) && text.split_whitespace().count() >= 7 && !text.ends_with(':');
        // "Public Relations Division, Kitakaze Precision Co., Ltd." ends in no full stop.
        let is_sentence = is_sentence && !line::ends_with_legal_form(&words::fold(text));
        let says_nobody = is_sentence && details::phones(text).is_empty() && !text.contains('@');
        if (is_prose(block) || says_nobody && !people::is_role(text))
            && !labels_somebody(text)
            && !names_who_is_called(below)
        {
            if contacts::in_contact(text).is_some() {
                let (at, text) = (block.at, text.to_owned());
                self.out.sentence_contacts.push(SentenceContact { at, text, below_heading: true });
            }
            self.section = Section::Tail;
            return self.notice(block, "a paragraph below the contact");
        }
        if leads_elsewhere(text) {
            return self.notice(block, "a line of the contact that calls nobody");
        }
        self.decide(block, "contact", "a line below the heading of a contact");
        if let Some(group) = self.out.contacts.last_mut() {
            group.extend(block.prose.lines().into_iter().enumerate().map(|(index, line)| contacts::Line {
                number: block.at.line + index,
                text: line.into_text(),
                gap: index == 0 && block.joint == Joint::Gap,
            }));
        }
    }

    /// Whether a text goes on below a contact that stands right below the lead, as a box beside it is read.
    pub(super) fn text_goes_on(&self, block: &Block) -> bool {
        let is_text = |piece: &Piece| matches!(piece, Piece::Part(Part::Paragraph(_) | Part::Quote(_)));
        matches!(self.section, Section::Contact | Section::Tail)
            && block.joint == Joint::Gap
            && matches!(block.shape, Shape::Text | Shape::Quote)
            && (is_prose(block) || says_something(block))
            && self.calls_somebody()
            && self.out.boilerplate.is_empty()
            && !self.out.body.iter().any(|piece| is_text(&piece.value))
            && !details::holds_detail(block.text())
            && contacts::in_contact(block.text()).is_none()
    }

    /// Whether a group of lines stands below a contact that can be called, and nothing in it or in what
    /// follows is of anybody's.
    pub(super) fn is_behind_contact(&self, blocks: &[Block], at: usize) -> bool {
        const MOST: usize = 12;
        let reachable = |group: &Vec<contacts::Line>| {
            group.iter().rev().take(MOST).any(|line| details::reaches_somebody(&line.text))
        };
        let of_somebody = |block: &Block| {
            let text = block.text();
            !details::phones(text).is_empty()
                || text.contains('@')
                || details::label(text).is_some()
                || people::is_role(text)
                || people::is_organisation(text) && !says_something(block)
                || contacts::is_address(text)
                || text.split([',', ':', '(', '/', '|']).any(|part| people::person(part).is_some())
        };
        blocks[at].joint == Joint::Gap
            && self.out.contacts.last().is_some_and(reachable)
            && !is_prose(&blocks[at])
            && matches!(blocks[at].shape, Shape::Text | Shape::Item { .. })
            && !blocks[at..].iter().take(MOST).take_while(|block| !is_prose(block)).any(of_somebody)
    }

    /// A sentence there, a list, and what stands above a paragraph are for the reader.
    pub(super) fn behind_contact(&mut self, blocks: &[Block], at: usize) {
        let block = &blocks[at];
        if self.is_sender(&blocks[at..]) {
            return self.sender(block);
        }
        let is_item = matches!(block.shape, Shape::Item { .. });
        // What stands below the heading of a list is of the list.
        self.section = if is_item || ends_with_colon(block.text()) { Section::Notes } else { Section::Tail };
        let heads = ends_with_colon(block.text()) && blocks.get(at + 1).is_some();
        let is_notice = heads || says_something(block) || leads_elsewhere(block.text());
        if is_item || is_notice || blocks.get(at + 1).is_some_and(is_prose) {
            self.notice(block, "a line below the contact");
        } else {
            self.leave_out(block, BELOW_CONTACT);
        }
    }

    /// Whether the contact that is being read has a number or an address.
    pub(super) fn calls_somebody(&self) -> bool {
        self.out
            .contacts
            .last()
            .is_some_and(|group| last(group).iter().any(|line| details::reaches_somebody(&line.text)))
    }
}
