//! Whether a paragraph of Word's is a paragraph or a line.
//!
//! Some authors press Enter once for a line and twice for a paragraph, as in plain text; others
//! leave the space to the styles and press it once for either. Which of the two wrote a document
//! shows in its long paragraphs: nobody sets those off from each other by nothing at all.

use super::content::{Kind, Paragraph, Piece, are_spaced};
use crate::manuscript::Joint;

/// Longer than any line: a paragraph, whoever wrote it.
const LONGER_THAN_LINES: usize = 120;
/// Lines of an address or a contact are shorter.
const LONGEST_SHORT_LINE: usize = 70;
/// One sentence may be cut by mistake.
const FEWEST_CUT_SENTENCES: usize = 3;
/// A line of this many words that ends as sentences do is one.
const FEWEST_WORDS_OF_A_SENTENCE: usize = 10;
/// A phone number has at least these many digits.
const FEWEST_DIGITS: usize = 6;

/// How the author of a document, a cell or a box parts paragraphs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Habit {
    /// By empty paragraphs.
    Empty,
    /// By space, which some pairs have and others have not.
    Space,
    /// By nothing that can be seen here.
    Plain,
}

/// Two texts in a row: both, and whether empty paragraphs stand between.
type Pair<'a> = (&'a Paragraph, &'a Paragraph, bool);

/// The joint of each piece to what stands above it. `narrow` is a cell or a box, where short
/// paragraphs are lines.
pub fn joints(pieces: &[Piece], narrow: bool) -> Vec<Joint> {
    let habit = habit(&pairs(pieces), narrow);
    let mut joints = vec![Joint::Gap; pieces.len()];
    let mut above: Option<&Paragraph> = None;
    for (piece, joint) in pieces.iter().zip(&mut joints) {
        let Piece::Paragraph(paragraph) = piece else {
            above = None;
            continue;
        };
        if paragraph.is_empty() || paragraph.kind != Kind::Text || paragraph.apart {
            above = None;
            continue;
        }
        if let Some(above) = above {
            let is_line = match habit {
                Habit::Empty => true,
                Habit::Space => !are_spaced(above, paragraph),
                Habit::Plain => false,
            };
            if is_line {
                *joint = Joint::Line;
            }
        }
        above = Some(paragraph);
    }
    if habit != Habit::Empty {
        join_contacts(pieces, &mut joints);
    }
    joints
}

fn pairs(pieces: &[Piece]) -> Vec<Pair<'_>> {
    let mut pairs = Vec::new();
    let mut above: Option<&Paragraph> = None;
    let mut parted = false;
    for piece in pieces {
        match piece {
            Piece::Paragraph(paragraph) if paragraph.is_empty() => parted = true,
            Piece::Paragraph(paragraph) if paragraph.kind == Kind::Text && !paragraph.apart => {
                if let Some(above) = above {
                    pairs.push((above, paragraph, parted));
                }
                above = Some(paragraph);
                parted = false;
            }
            _ => {
                above = None;
                parted = false;
            }
        }
    }
    pairs
}

fn habit(pairs: &[Pair], narrow: bool) -> Habit {
    let is_long = |paragraph: &Paragraph| paragraph.text().chars().count() > LONGER_THAN_LINES;
    let long: Vec<&Pair> = pairs.iter().filter(|(above, ..)| is_long(above)).collect();
    let parted = long.iter().filter(|(.., parted)| *parted).count();
    let adjacent = long.len() - parted;
    let spaced = pairs.iter().any(|(above, below, parted)| !parted && are_spaced(above, below));
    let any_parted = pairs.iter().any(|(.., parted)| *parted);
    let by_empty = match (parted, adjacent) {
        (0, 0) => any_parted || narrow || is_wrapped(pairs),
        (parted, adjacent) => parted > adjacent || parted == adjacent && !spaced,
    };
    match (by_empty, spaced) {
        (true, _) => Habit::Empty,
        (false, true) => Habit::Space,
        (false, false) => Habit::Plain,
    }
}

/// Whether sentences run over the ends of paragraphs: lines of a text that was pasted as it was.
fn is_wrapped(pairs: &[Pair]) -> bool {
    let runs_over = |above: &Paragraph, below: &Paragraph| {
        below.text().starts_with(char::is_lowercase) && !above.text().trim_end().ends_with(['.', '!', '?', ':', ';'])
    };
    pairs.iter().filter(|(above, below, _)| runs_over(above, below)).count() >= FEWEST_CUT_SENTENCES
}

/// Where space parts nothing, short lines in a row are one block when one of them is a number or
/// an address. The first of the row keeps its gap.
fn join_contacts(pieces: &[Piece], joints: &mut [Joint]) {
    let short = |piece: &Piece| match piece {
        Piece::Paragraph(paragraph) if paragraph.kind == Kind::Text && !paragraph.is_empty() => {
            let text = paragraph.text();
            let ends = text.trim_end().ends_with(['.', '!', '?'])
                && text.split_whitespace().count() >= FEWEST_WORDS_OF_A_SENTENCE;
            text.lines().all(|line| line.chars().count() <= LONGEST_SHORT_LINE) && !ends
        }
        _ => false,
    };
    // A credit belongs to the caption above it.
    for ((above, piece), joint) in pieces.iter().zip(pieces.iter().skip(1)).zip(joints.iter_mut().skip(1)) {
        let is_credit = matches!(piece, Piece::Paragraph(credit) if credit.text().trim_start().starts_with('©'));
        if is_credit && matches!(above, Piece::Paragraph(above) if !above.is_empty()) {
            *joint = Joint::Line;
        }
    }
    let mut start = 0;
    while let Some(rest) = pieces.get(start..).filter(|rest| !rest.is_empty()) {
        let length = rest.iter().take_while(|piece| short(piece)).count();
        let row = rest.get(..length).unwrap_or_default();
        let first = row.iter().position(is_detail);
        let last = row.iter().rposition(is_detail);
        if let (Some(first), Some(last)) = (first, last) {
            // A name, a role and a house above; what stands higher is a headline's or a heading's.
            let from = first.saturating_sub(3);
            for joint in joints.iter_mut().take(start + last + 1).skip(start + from + 1) {
                *joint = Joint::Line;
            }
        }
        start += length.max(1);
    }
}

fn is_detail(piece: &Piece) -> bool {
    let Piece::Paragraph(paragraph) = piece else { return false };
    let text = paragraph.text();
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    text.contains('@') || digits >= FEWEST_DIGITS && letters <= digits + 10
}
