//! What was understood of one release, part by part: for people, and as JSON. Only says it; decides
//! nothing.

mod human;
pub(crate) mod json;

pub use human::human;
pub use json::json;

use crate::content;
use crate::parse::Piece;

fn paragraph(piece: &Piece) -> String {
    let Piece::Part(part) = piece else { return String::new() };
    content::part_text(part).into_owned()
}
