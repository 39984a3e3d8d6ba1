//! What stands below the lead: body, boilerplates, contacts, captions, notices, in any order.
//!
//! A heading opens a section and the next one ends it. Whatever no section claims stays in the
//! body, so that no sentence of a release is lost; only what follows the end mark and belongs to
//! no section is left out, and said to be.

mod kinds;

use super::contacts;
use super::date::Dated;
use super::joining::{LeftOut, ends_sentence};
use super::words::fold;
use super::{Piece, Told};
use super::{dateline, details, embargo, line};
use crate::manuscript::{Block, Joint, Shape};
use crate::problem::Place;
use crate::prose::Prose;
use crate::release::{Caption, Part};
use kinds::{
    contact_heading, ends_with_colon, is_call_detail, is_notice_heading, is_prose, opens_boilerplate, opens_caption,
};

/// A boilerplate under its heading.
#[derive(Debug)]
pub struct About {
    pub at: Place,
    pub heading: String,
    pub text: Vec<Prose>,
}

#[derive(Debug, Default)]
pub struct Sections {
    pub body: Vec<(Place, Piece)>,
    pub boilerplate: Vec<About>,
    pub contacts: Vec<Vec<contacts::Line>>,
    pub sentence_contacts: Vec<String>,
    pub captions: Vec<Caption>,
    pub notices: Vec<Prose>,
    pub embargoes: Vec<(Place, String)>,
    /// Date lines below the text, which count when none stands above.
    pub dates: Vec<(Dated, Option<String>)>,
    pub left_out: Vec<LeftOut>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Section {
    Body,
    Boilerplate,
    Contact,
    Caption,
    Notes,
    /// Phones and addresses for other people than the press.
    Other,
    /// Below a caption or a contact, where a paragraph is the body's or a notice.
    Tail,
    /// Below the end mark.
    After,
}

/// Sentences shorter than this, in words, are lines of a block rather than prose.
const FEWEST_WORDS_OF_PROSE: usize = 10;

/// Reads the blocks that stand above the lead without being a headline, then those below it.
pub fn read(aside: Vec<Block>, below: &[Block], told: Told) -> Sections {
    let mut reader = Reader { out: Sections::default(), section: Section::Body, url: None, house: None, told };
    for block in aside {
        reader.embargo_in_markup(&block);
        reader.body(&block);
    }
    for at in 0..below.len() {
        reader.block(below, at);
    }
    reader.finish()
}

struct Reader {
    out: Sections,
    section: Section,
    /// A web address that stood alone, waiting for the contact it may belong to.
    url: Option<String>,
    /// The house's address stood right above this group.
    house: Option<(usize, String)>,
    told: Told,
}

impl Reader {
    fn block(&mut self, blocks: &[Block], at: usize) {
        let block = &blocks[at];
        let text = block.text();
        if !self.told.no_embargo && embargo::is_in_sentence(text) {
            self.out.embargoes.push((block.at, text.to_owned()));
        }
        self.embargo_in_markup(block);
        if matches!(block.shape, Shape::Picture(_) | Shape::Markup(_)) {
            return self.body(block);
        }
        if !self.told.no_embargo && embargo::is_line(text) {
            let joined = embargo::with_line_below(text, blocks.get(at + 1).map(Block::text));
            self.out.embargoes.push((block.at, joined.unwrap_or_else(|| text.to_owned())));
        } else if line::is_count(text) {
            self.leave_out(block);
        } else if line::end_mark(text) {
            self.section = Section::After;
        } else if self.section == Section::After && line::other_contact_heading(text) {
            self.leave_out(block);
        } else if line::other_contact_heading(text) {
            self.section = Section::Other;
            self.body_heading(block);
        } else if let Some(rest) = contact_heading(block).filter(|_| !self.is_department(text)) {
            self.contact(rest);
        } else if let Some(rest) = line::notes_heading(text) {
            self.section = Section::Notes;
            let rest = block.prose.from_offset(rest);
            if !rest.is_empty() {
                self.out.notices.push(rest);
            }
        } else if let Some(rest) = line::caption_heading(text).filter(|rest| opens_caption(blocks, at, *rest)) {
            self.section = Section::Caption;
            let rest = text[rest..].trim().to_owned();
            if !rest.is_empty() {
                self.caption(&rest);
            }
        } else if let Some(caption) = self.labelled_or_further_caption(text) {
            self.caption(caption);
        } else if let Some(credit) = line::credit_line(text).filter(|_| self.credits_a_picture(block)) {
            self.credit(block, credit);
        } else if is_notice_heading(blocks, at) {
            self.section = Section::Notes;
        } else if self.repeats_caption(text) {
            // The same caption again: converters give it once above and once below the picture.
        } else if opens_boilerplate(blocks, at) {
            self.boilerplate(block);
        } else if self.is_notice(blocks, at) {
            self.out.notices.push(block.prose.clone());
        } else {
            self.plain(blocks, at);
        }
    }

    /// A table or a listing is passed on as it is, and may state an embargo all the same.
    fn embargo_in_markup(&mut self, block: &Block) {
        if matches!(block.shape, Shape::Markup(_)) && !self.told.no_embargo {
            let lines = block.text().lines().filter(|line| embargo::is_line(line));
            self.out.embargoes.extend(lines.map(|line| (block.at, line.to_owned())));
        }
    }

    /// A block that no words of its own place anywhere.
    fn plain(&mut self, blocks: &[Block], at: usize) {
        let block = &blocks[at];
        let text = block.text();
        let calls_the_press = match self.section {
            Section::Contact | Section::Other => false,
            // Below the end mark an address alone is a mailing list's.
            Section::After => !details::phones(text).is_empty(),
            _ => true,
        };
        if calls_the_press && is_call_detail(block) {
            return self.unlabelled_contact(block);
        }
        match self.section {
            Section::Body | Section::Other => self.body(block),
            Section::Boilerplate => self.in_boilerplate(blocks, at),
            Section::Contact => self.in_contact(block),
            Section::Caption => {
                self.caption(text);
                self.section = Section::Tail;
            }
            Section::Notes => self.out.notices.push(block.prose.clone()),
            Section::Tail if self.out.boilerplate.is_empty() && self.out.contacts.is_empty() => {
                self.section = Section::Body;
                self.body(block);
            }
            Section::Tail | Section::After if contacts::in_sentence(text).is_some() => {
                self.out.sentence_contacts.push(text.to_owned());
                self.out.notices.push(block.prose.clone());
            }
            Section::Tail if is_prose(block) => self.out.notices.push(block.prose.clone()),
            Section::Tail | Section::After => {
                if let Some(own) = dateline::own_line(text) {
                    self.out.dates.push((Dated::of(block, own.date), own.place));
                } else if is_prose(block) && details::addresses(text).0.is_empty() && !ends_with_colon(text) {
                    self.out.notices.push(block.prose.clone());
                } else {
                    self.leave_out(block);
                }
            }
        }
    }

    fn leave_out(&mut self, block: &Block) {
        let text = block.text().to_owned();
        self.out.left_out.push(LeftOut { line: block.at.line, text, why: "no part of the release" });
    }

    /// Inside a contact that has no details yet, a department's name is not the next heading.
    fn is_department(&self, text: &str) -> bool {
        let open =
            self.out.contacts.last().is_some_and(|group| {
                !group.is_empty() && !group.iter().any(|line| details::is_detail_line(&line.text))
            });
        self.section == Section::Contact && open && !text.contains(':')
    }

    fn body(&mut self, block: &Block) {
        let text = block.text();
        let part = match &block.shape {
            Shape::Heading(_) => Part::Heading(block.prose.clone()),
            Shape::Item(bullet) => Part::Item {
                number: match bullet {
                    crate::manuscript::Bullet::Number(number) => Some(*number),
                    crate::manuscript::Bullet::Dot => None,
                },
                prose: block.prose.clone(),
            },
            Shape::Quote => Part::Quote(block.prose.clone()),
            Shape::Markup(html) => Part::Markup(html.clone(), text.to_owned()),
            Shape::Picture(source) => {
                let picture = Piece::Picture(source.clone(), text.to_owned());
                return self.out.body.push((block.at, picture));
            }
            Shape::Text | Shape::Caption => {
                if is_prose(block)
                    && let Some(_) = contacts::in_sentence(text)
                {
                    self.out.sentence_contacts.push(text.to_owned());
                }
                Part::Paragraph(block.prose.clone())
            }
        };
        self.out.body.push((block.at, Piece::Part(part)));
    }

    fn body_heading(&mut self, block: &Block) {
        self.out.body.push((block.at, Piece::Part(Part::Heading(block.prose.clone()))));
    }

    fn contact(&mut self, rest: String) {
        self.section = Section::Contact;
        let mut group = Vec::new();
        if !rest.is_empty() {
            group.push(contacts::Line { text: rest, gap: false });
        }
        self.house = self.url.take().map(|url| (self.out.contacts.len(), url)).or(self.house.take());
        self.out.contacts.push(group);
    }

    fn in_contact(&mut self, block: &Block) {
        let text = block.text();
        if matches!(block.shape, Shape::Heading(_)) {
            self.section = Section::Body;
            return self.body_heading(block);
        }
        if is_prose(block) {
            if contacts::in_sentence(text).is_some() || !details::addresses(text).0.is_empty() {
                self.out.sentence_contacts.push(text.to_owned());
            }
            self.section = Section::Tail;
            self.out.notices.push(block.prose.clone());
            return;
        }
        if let Some(group) = self.out.contacts.last_mut() {
            group.extend(block.prose.lines().into_iter().enumerate().map(|(index, line)| contacts::Line {
                text: line.into_text(),
                gap: index == 0 && block.joint == Joint::Gap,
            }));
        }
    }

    /// A phone or an e-mail address without any heading: the short lines above it are its people.
    fn unlabelled_contact(&mut self, block: &Block) {
        let mut group = vec![contacts::Line { text: block.text().to_owned(), gap: false }];
        let mut line = block.at.line;
        if block.joint != Joint::Gap && self.section == Section::Body {
            while let Some((at, Piece::Part(Part::Paragraph(prose)))) = self.out.body.last()
                && at.line + 1 == line
                && prose.text().chars().count() < 60
                && !ends_sentence(prose.text())
            {
                line = at.line;
                group.insert(0, contacts::Line { text: prose.text().to_owned(), gap: false });
                self.out.body.pop();
            }
        }
        while self.section == Section::After
            && let Some(left) = self.out.left_out.last()
            && left.line + 1 == line
            && left.text.chars().count() < 60
        {
            line = left.line;
            group.insert(0, contacts::Line { text: left.text.clone(), gap: false });
            self.out.left_out.pop();
        }
        self.out.contacts.push(group);
        self.section = Section::Contact;
    }

    fn boilerplate(&mut self, block: &Block) {
        self.section = Section::Boilerplate;
        let text = block.text();
        let (heading, rest) = match text.split_once(':') {
            Some((heading, rest)) if !rest.trim().is_empty() => {
                (heading, Some(block.prose.from_offset(heading.len() + 1)))
            }
            _ => (text.trim_end_matches([':', ' ', '\u{A0}']), None),
        };
        let heading = heading.trim_matches(['*', '_', '#', ' ']).trim_end_matches(':').trim();
        self.out.boilerplate.push(About {
            at: block.at,
            heading: heading.to_owned(),
            text: rest.into_iter().collect(),
        });
    }

    fn in_boilerplate(&mut self, blocks: &[Block], at: usize) {
        let block = &blocks[at];
        let text = block.text();
        let empty = self.out.boilerplate.last().is_none_or(|about| about.text.is_empty());
        let url_only = details::is_detail_line(text);
        let new_heading = matches!(block.shape, Shape::Heading(_))
            || block.shape == Shape::Text
                && block.joint == Joint::Gap
                && !url_only
                && !ends_sentence(text)
                && text.split_whitespace().count() <= 8
                && blocks.get(at + 1).is_some_and(is_prose);
        if new_heading && !empty {
            self.section = Section::Body;
            return self.body_heading(block);
        }
        if url_only {
            self.url = details::addresses(text).1.into_iter().next();
        }
        if let Some(about) = self.out.boilerplate.last_mut() {
            about.text.push(block.prose.clone());
        }
    }

    fn caption(&mut self, text: &str) {
        let caption = match line::credit_at_end(text) {
            Some((end, credit)) => {
                Caption { text: Some(text[..end].trim().to_owned()).filter(|t| !t.is_empty()), credit: Some(credit) }
            }
            None => Caption { text: Some(text.to_owned()), credit: None },
        };
        if !self.out.captions.contains(&caption) {
            self.out.captions.push(caption);
        }
        self.section = if self.section == Section::Caption { Section::Tail } else { self.section };
    }

    /// A credit on a line of its own belongs to the caption above it, with or without a label.
    fn credit(&mut self, block: &Block, credit: String) {
        if let Some(open) = self.out.captions.last_mut().filter(|caption| caption.credit.is_none()) {
            open.credit = Some(credit);
        } else {
            let text = match self.out.body.last() {
                Some((at, Piece::Part(Part::Paragraph(prose))))
                    if block.joint != Joint::Gap
                        && at.line + 1 == block.at.line
                        && !(ends_sentence(prose.text())
                            && prose.text().split_whitespace().count() >= FEWEST_WORDS_OF_PROSE) =>
                {
                    let text = prose.text().to_owned();
                    self.out.body.pop();
                    Some(text)
                }
                _ => None,
            };
            self.out.captions.push(Caption { text, credit: Some(credit) });
        }
        if self.section == Section::Caption {
            self.section = Section::Tail;
        }
    }

    /// "Foto: What it shows (Foto: X)", and the second caption below one heading.
    fn labelled_or_further_caption<'t>(&self, text: &'t str) -> Option<&'t str> {
        line::credit_at_end(text).filter(|(end, _)| *end > 0 && text.split_whitespace().count() <= 60)?;
        let labelled = text.split_once(':').filter(|(label, _)| line::is_picture_label(label));
        let further = matches!(self.section, Section::Caption | Section::Tail).then_some(text);
        labelled.map(|(_, caption)| caption.trim()).or(further)
    }

    /// "Source: the count of class 4b" below a paragraph says where a figure comes from.
    fn credits_a_picture(&self, block: &Block) -> bool {
        let folded = fold(block.text());
        let is_source = ["source", "quelle", "fuente"].iter().any(|label| folded.starts_with(label));
        !is_source
            || self.section != Section::Body
            || self.out.captions.last().is_some_and(|caption| caption.credit.is_none())
    }

    fn repeats_caption(&self, text: &str) -> bool {
        self.out.captions.iter().any(|caption| caption.text.as_ref().is_some_and(|known| fold(known) == fold(text)))
    }

    /// In the body only its last paragraph can be a notice.
    fn is_notice(&self, blocks: &[Block], at: usize) -> bool {
        let block = &blocks[at];
        if !line::notice(block.text()) || !matches!(block.shape, Shape::Text) {
            return false;
        }
        match self.section {
            Section::Body | Section::Boilerplate => {
                let body_goes_on = blocks[at + 1..]
                    .iter()
                    .take_while(|next| contact_heading(next).is_none() && !line::end_mark(next.text()))
                    .any(is_prose);
                let opens = fold(block.text()).chars().take(70).collect::<String>();
                !body_goes_on && line::notice(&opens)
            }
            _ => true,
        }
    }

    fn finish(mut self) -> Sections {
        if let Some((group, url)) = self.house.take()
            && let Some(group) = self.out.contacts.get_mut(group)
        {
            group.push(contacts::Line { text: url, gap: false });
        }
        self.out.contacts.retain(|group| !group.is_empty());
        for about in &mut self.out.boilerplate {
            about.text.retain(|prose| !prose.is_empty());
        }
        self.out
    }
}
