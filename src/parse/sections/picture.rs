//! Captions and credits below the lead. A credit is never made of a name without its label.

use std::cell::LazyCell;

use super::kinds::opens_caption;
use super::{FEWEST_WORDS_OF_PROSE, Reader, Section};
use crate::manuscript::{Block, Joint, Shape};
use crate::parse::joining::ends_sentence;
use crate::parse::words::{self, fold};
use crate::parse::{Piece, Placed, line};
use crate::release::{Caption, Part};

/// So many captions above, the same one is given again.
const NEAR: usize = 40;
/// Words of a caption that no label and no heading names.
const LONGEST_LONE_CAPTION: usize = 40;

/// "[Photo: What it shows]" without the brackets around it.
fn in_brackets(text: &str) -> &str {
    let inner = text.strip_prefix('[').and_then(|inner| inner.strip_suffix(']'));
    inner.filter(|inner| !inner.contains(['[', ']']) && inner.contains(':')).unwrap_or(text)
}

/// "© Harbour Institute" above one sentence, the two of them apart from the text.
fn is_above_caption(blocks: &[Block], at: usize) -> bool {
    let apart = |at: usize| blocks.get(at).is_none_or(|block| block.joint == Joint::Gap);
    blocks[at].text().starts_with('©')
        && apart(at)
        && apart(at + 2)
        && blocks.get(at + 1).is_some_and(|next| {
            next.shape == Shape::Text
                && next.joint == Joint::Line
                && ends_sentence(next.text())
                && !words::at_least(next.text(), LONGEST_LONE_CAPTION + 1)
                && line::credit_line(next.text()).is_none()
        })
}

impl Reader {
    /// Takes a caption or a credit; false when the block is neither.
    pub(super) fn picture(&mut self, blocks: &[Block], at: usize) -> bool {
        let before = self.out.captions.len();
        let is_taken = self.caption_or_credit(blocks, at);
        let is_new = self.out.captions.len() > before && blocks[at].shape == Shape::Caption;
        if is_new && at > 0 && matches!(blocks[at - 1].shape, Shape::Picture(_)) {
            self.give_caption_to_picture();
        }
        is_taken
    }

    fn caption_or_credit(&mut self, blocks: &[Block], at: usize) -> bool {
        let block = &blocks[at];
        let text = in_brackets(block.text());
        if let Some(rest) = line::caption_heading(text).filter(|rest| opens_caption(blocks, at, *rest)) {
            self.section = Section::Caption;
            let rest = text[rest..].trim();
            if !rest.is_empty() {
                self.caption(block, rest);
            }
        } else if let Some((caption, credit)) = line::credit_before_caption(text) {
            self.caption(block, caption);
            if let Some(open) = self.open_caption() {
                open.credit = Some(credit);
            }
        } else if let Some(caption) = self.labelled_or_further_caption(text) {
            // "Foto (frei zur Veröffentlichung):" above its caption
            if caption.is_empty() {
                self.section = Section::Caption;
                self.decide(block, "caption", "the label of a caption");
            } else {
                self.caption(block, caption);
            }
        } else if block.shape == Shape::Caption {
            self.caption(block, text);
        } else if let Some(credit) = line::credit_line(text).filter(|_| self.credits_a_picture(block)) {
            self.credit(block, credit);
            if is_above_caption(blocks, at) && self.out.captions.last().is_some_and(|last| last.value.text.is_none()) {
                self.section = Section::Caption;
            }
        } else {
            // The same caption again: converters give it once above and once below the picture.
            return self.repeats_caption(text);
        }
        true
    }

    /// What the format itself sets right below a picture in the text is that picture's caption.
    fn give_caption_to_picture(&mut self) {
        let last = self.out.captions.last().map(|last| last.value.clone());
        if let Some(Piece::Picture(_, _, caption)) = self.out.body.last_mut().map(|piece| &mut piece.value) {
            *caption = last;
        }
    }

    /// The last caption, where nobody is credited for it yet.
    fn open_caption(&mut self) -> Option<&mut Caption> {
        let last = self.out.captions.last_mut().map(|last| &mut last.value);
        last.filter(|caption| caption.credit.is_none())
    }

    /// "What it shows. (Group/Name)": behind a label, a name with a slash in parentheses is a credit.
    fn credit_in_parentheses(&mut self) {
        let Some(caption) = self.open_caption() else { return };
        let Some(text) = caption.text.take() else { return };
        let credit = text.strip_suffix(')').and_then(|inner| inner.rsplit_once('(')).filter(|(before, inner)| {
            !before.is_empty() && inner.contains('/') && inner.split_whitespace().count() <= 6
        });
        (caption.text, caption.credit) = match credit {
            Some((before, inner)) => (Some(before.trim().to_owned()), Some(inner.trim().to_owned())),
            None => (Some(text), None),
        };
    }

    /// A caption or credit above the lead, where it opens no section.
    pub(super) fn caption_above(&mut self, block: &Block) {
        let text = block.text();
        if let Some(credit) = line::credit_line(text) {
            self.credit(block, credit);
        } else {
            let labelled = text.split_once(':').filter(|(label, _)| line::is_picture_label(label));
            let caption = labelled.map_or(text, |(_, caption)| caption.trim());
            self.caption(block, caption);
            self.credit_in_parentheses();
        }
    }

    pub(super) fn caption(&mut self, block: &Block, text: &str) {
        self.decide(block, "caption", "wording of a caption, or its place below one");
        let caption = match line::credit_at_end(text) {
            Some((end, credit)) => Caption {
                text: Some(text[..end].trim_end_matches([' ', '–', '-', '|']).trim().to_owned())
                    .filter(|t| !t.is_empty()),
                credit: Some(credit),
            },
            None => Caption { text: Some(text.to_owned()), credit: None },
        };
        // The credit may stand above.
        if block.joint == Joint::Line
            && let Some(last) = self.out.captions.last_mut()
            && last.at.line + 1 == block.at.line
            && last.value.text.is_none()
            && caption.credit.is_none()
        {
            last.value.text = caption.text;
        } else if self.out.captions.iter().rev().take(NEAR).all(|known| known.value != caption) {
            self.out.captions.push(Placed::new(block.at, caption));
        }
        self.section = if self.section == Section::Caption { Section::Tail } else { self.section };
    }

    /// A credit on a line of its own belongs to the caption above it, with or without a label.
    fn credit(&mut self, block: &Block, credit: String) {
        self.decide(block, "credit", "the label or sign of a credit");
        if let Some(open) = self.open_caption() {
            open.credit = Some(credit);
        } else {
            let text = match self.out.body.last() {
                Some(Placed { at, value: Piece::Part(Part::Paragraph(prose)) })
                    if block.joint != Joint::Gap
                        && self.is_right_above(at.line, block.at.line)
                        && !(ends_sentence(prose.text())
                            && prose.text().split_whitespace().count() >= FEWEST_WORDS_OF_PROSE) =>
                {
                    let text = prose.text().to_owned();
                    self.out.body.pop();
                    Some(text)
                }
                _ => None,
            };
            self.out.captions.push(Placed::new(block.at, Caption { text, credit: Some(credit) }));
        }
        if self.section == Section::Caption {
            self.section = Section::Tail;
        }
    }

    /// "Foto: What it shows (Foto: X)", and the second caption below one heading.
    fn labelled_or_further_caption<'t>(&self, text: &'t str) -> Option<&'t str> {
        // "Images: Zara Holt, z.holt@example.org" names whom to ask for them, "Photos: example.org/press" where.
        let (_, value) = text.split_once(':').unwrap_or_default();
        if text.contains('@') && !text.contains('©') || !value.trim().contains(' ') && value.contains('.') {
            return None;
        }
        let at_most = |count: usize| !words::at_least(text, count + 1);
        let labelled = text.split_once(':').filter(|(label, _)| line::is_picture_label(label));
        // "Photo: The new light at the door"
        let plain = labelled.filter(|_| at_most(40) && line::credit_line(text).is_none());
        if let Some((_, caption)) = plain.filter(|(label, _)| !line::names_a_source(label)) {
            return Some(caption.trim());
        }
        line::credit_at_end(text).filter(|(end, _)| *end > 0 && at_most(60))?;
        // "The new hall from the south. Foto: Ada Berg" is a caption wherever it stands.
        let lone = at_most(LONGEST_LONE_CAPTION) && self.section == Section::Body;
        let further = lone || matches!(self.section, Section::Caption | Section::Tail);
        let further = further.then_some(text);
        labelled.map(|(_, caption)| caption.trim()).or(further)
    }

    /// "Source: the count of class 4b" below a paragraph says where a figure comes from.
    fn credits_a_picture(&self, block: &Block) -> bool {
        let open = self.section == Section::Caption
            || self.out.captions.last().is_some_and(|caption| caption.value.credit.is_none());
        // "© 2026 Harbour Works. All rights reserved." is the foot of a page.
        let reserves_rights = line::notice(block.text());
        open || !line::names_a_source(block.text()) && !reserves_rights
    }

    fn repeats_caption(&self, text: &str) -> bool {
        let mut known = self.out.captions.iter().rev().take(NEAR).filter_map(|caption| caption.value.text.as_ref());
        let folded = LazyCell::new(|| fold(text));
        known.any(|known| fold(known) == *folded)
    }
}
