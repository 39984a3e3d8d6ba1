//! What was understood of one release, part by part: for people, and as JSON. Only says it; decides
//! nothing.

mod human;
pub(crate) mod json;

pub use human::human;
pub use json::json;

use crate::parse::Piece;
use crate::release::Part;

fn paragraph(piece: &Piece) -> String {
    let Piece::Part(part) = piece else { return String::new() };
    match part {
        Part::Item { number: Some(number), prose } => format!("{number}. {}", prose.text()),
        Part::Item { number: None, prose } => format!("• {}", prose.text()),
        part => part.text().to_owned(),
    }
}
