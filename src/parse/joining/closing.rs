//! An end mark that stands behind the last sentence of a text, on its line: "... next week. ENDS". What
//! follows it there is set apart with it: "ENDS Contact: Jane Doe, 0113 496 0288".

use super::{LeftOut, ends_sentence, words};
use crate::manuscript::{Block, Joint, Shape};
use crate::parse::{details, line};
use std::ops::Range;

/// Bytes at the end of a paragraph in which a mark is looked for.
const TAIL: usize = 260;
/// Signs that a mark is set between.
const SIGNS: [char; 11] = ['-', '–', '—', '*', '(', ')', '/', '[', ']', '=', '~'];

/// Sets the mark behind a text, and what follows it, apart from the text.
pub fn without_marks(blocks: Vec<Block>, left_out: &mut Vec<LeftOut>) -> Vec<Block> {
    let mut parted = Vec::with_capacity(blocks.len());
    for mut block in blocks {
        if let Some(bare) = without_stars(&block) {
            let stars = block.text()[bare..].trim().to_owned();
            left_out.push(LeftOut { line: block.last_line, text: stars, why: "stars behind a paragraph" });
            block.prose = block.prose.slice(0..bare);
        }
        let Some(mark) = mark(&block) else {
            parted.push(block);
            continue;
        };
        let piece = |range: Range<usize>| {
            let mut piece = Block { prose: block.prose.slice(range), joint: Joint::Gap, ..block.clone() };
            piece.at.line = block.last_line;
            piece
        };
        let (sign, behind) = (piece(mark.clone()), piece(mark.end..block.text().len()));
        block.prose = block.prose.slice(0..mark.start);
        parted.push(block);
        parted.push(sign);
        parted.extend(Some(behind).filter(|behind| !behind.prose.is_empty()));
    }
    parted
}

/// "... thanked the helpers.****", as a news agency closes its paragraphs: where the stars begin.
fn without_stars(block: &Block) -> Option<usize> {
    const FEWEST: usize = 3;
    let text = block.text();
    let bare = text.trim_end_matches('*');
    (block.shape == Shape::Text && text.len() - bare.len() >= FEWEST && ends_sentence(bare.trim_end()))
        .then_some(bare.len())
}

fn mark(block: &Block) -> Option<Range<usize>> {
    const FEWEST_WORDS: usize = 5;
    let text = block.text();
    if !matches!(block.shape, Shape::Text | Shape::Quote) {
        return None;
    }
    let tail = (text.len().saturating_sub(TAIL)..=text.len()).find(|at| text.is_char_boundary(*at))?;
    text[tail..].match_indices([' ', '\u{A0}']).find_map(|(at, blank)| {
        let (before, rest) = (&text[..tail + at], &text[tail + at + blank.len()..]);
        // Most blanks stand within a sentence.
        if before.ends_with(|c: char| c.is_alphanumeric() || c == ',') {
            return None;
        }
        let opens = rest.starts_with(|c: char| SIGNS.contains(&c) || c == '#' || c.is_uppercase());
        if !opens || !ends_sentence(before) || before.ends_with(':') || !words::at_least(before, FEWEST_WORDS) {
            return None;
        }
        let length = opens_with_mark(rest)?;
        let behind = rest[length..].trim_start();
        let start = text.len() - rest.len();
        (behind.is_empty() || is_contact(behind)).then_some(start..start + length)
    })
}

/// How many bytes an end mark takes that a text opens with. A word is one in capitals, or between signs.
fn opens_with_mark(text: &str) -> Option<usize> {
    let bare = text.trim_start_matches(SIGNS);
    if bare.starts_with('#') {
        let behind = bare.trim_start_matches(['#', ' ']);
        let sign = bare[..bare.len() - behind.len()].trim_end();
        return (sign.bytes().filter(|byte| *byte == b'#').count() >= 2).then(|| text.len() - bare.len() + sign.len());
    }
    let bare = bare.trim_start();
    let signs = text.len() - bare.len();
    let word = if bare.starts_with("30") { "30" } else { words::END_MARKS.opening(bare)? };
    let behind = words::after(bare, word);
    let closing = behind.len() - behind.trim_start_matches([' ', '\u{A0}']).trim_start_matches(SIGNS).len();
    let between = signs > 0 && behind[..closing].contains(SIGNS);
    let shouted = word != "30" && bare[..bare.len() - behind.len()].chars().all(|c| !c.is_lowercase());
    // "(Schluss) abc/de": who wrote it, behind the mark of an agency.
    let sign = || {
        let sign = behind[closing..].trim();
        let is_short = || sign.chars().count() <= 4 && sign.chars().all(char::is_lowercase);
        !sign.contains(' ') && (sign.contains('/') || !sign.is_empty() && is_short())
    };
    let length = signs + bare.len() - behind.len() + if between { closing } else { 0 };
    if between && sign() {
        return Some(text.len());
    }
    (between || shouted).then_some(length)
}

fn is_contact(behind: &str) -> bool {
    line::notes_heading(behind).is_some() && behind.contains(':')
        || line::contact_heading(behind).is_some() && details::calls_somebody(behind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_behind_the_last_sentence_is_no_part_of_it() {
        let parts = |text: &str| {
            let blocks = without_marks(crate::source::text::read(text, 1).blocks, &mut Vec::new());
            blocks.into_iter().map(|block| block.prose.into_text()).collect::<Vec<_>>().join(" | ")
        };
        let text = "The boats will leave for the north.";
        for mark in [
            "ENDS",
            "-30-",
            "###",
            "# # #",
            "– ends –",
            "(ends)",
            "ENDE",
            "- FIN -",
            "(Schluss)",
            "(Schluss) ab/cd",
            "(Schluss) red",
            "(schluss) ah",
        ] {
            assert_eq!(parts(&format!("{text} {mark}")), format!("{text} | {mark}"), "{mark}");
        }
        assert_eq!(
            parts(&format!("{text} ENDS Contact: Jane Doe, 0113 496 0288")),
            format!("{text} | ENDS | Contact: Jane Doe, 0113 496 0288")
        );
        assert_eq!(parts(&format!("{text}****")), text);
        for words in ["End", "The end", "ENDS the line", "(more)", "30", "Ends meet", "#2", "– Finland –"] {
            assert_eq!(parts(&format!("{text} {words}")), format!("{text} {words}"), "{words}");
        }
    }
}
