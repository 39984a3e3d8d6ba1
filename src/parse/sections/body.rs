//! What stays in the body: whatever no section claims, as the part that its shape makes it.

use super::Reader;
use crate::manuscript::{Block, Bullet, Shape};
use crate::parse::{Piece, Placed, contacts};
use crate::release::Part;

impl Reader {
    pub(super) fn body(&mut self, block: &Block) {
        let text = block.text();
        let part = match &block.shape {
            Shape::Heading(_) => Part::Heading(block.prose.clone()),
            Shape::Item { bullet, level } => Part::Item {
                level: *level,
                number: match bullet {
                    Bullet::Number(number) => Some(*number),
                    Bullet::Dot | Bullet::Dash => None,
                },
                prose: block.prose.clone(),
            },
            Shape::Quote => Part::Quote(block.prose.clone()),
            Shape::Markup(html) => Part::Markup(html.clone(), text.to_owned()),
            Shape::Picture(source) => {
                let picture = Piece::Picture(source.clone(), text.to_owned(), None);
                return self.out.body.push(Placed::new(block.at, picture));
            }
            Shape::Text | Shape::Caption => {
                if contacts::in_sentence(text).is_some() {
                    self.decide(block, "contact", "a sentence that names whom to ask");
                    self.names_whom_to_ask(block, text);
                }
                Part::Paragraph(block.prose.clone())
            }
        };
        self.decide(block, "body", "no wording of its own, so the text goes on");
        self.out.body.push(Placed::new(block.at, Piece::Part(part)));
    }

    pub(super) fn body_heading(&mut self, block: &Block) {
        self.out.body.push(Placed::new(block.at, Piece::Part(Part::Heading(block.prose.clone()))));
    }
}
