//! The frame in which a wire sends a release again: "CORRECTING and REPLACING ...", what was wrong, and then "The
//! updated release reads:" above the release as it is to be.
//!
//! What holds the text back and what dates it stays where it is.

use super::{Mark, Marks, has_text, is_lead, line, may_be_headline};
use crate::manuscript::{Block, LeftOut};
use crate::parse::{dateline, embargo, words};

/// Takes the frame out, and what it says was wrong as the note of a correction.
pub fn take(blocks: &mut Vec<Block>, marks: &mut Marks) {
    const DEEPEST: usize = 12;
    let announces = |block: &Block| announced_in(block.text()).is_some();
    let Some(last) = blocks.iter().take(DEEPEST).position(announces) else { return };
    let below = &blocks[last + 1..];
    // Else the headline is that of the frame.
    let has_headline = below.iter().take_while(|block| !is_lead(block.text())).any(may_be_headline);
    if !has_headline || !has_text(below) {
        return;
    }
    let mut note: Vec<String> = Vec::new();
    let at = blocks[last].at;
    let below = blocks.split_off(last + 1);
    let above = std::mem::take(blocks);
    for block in above {
        let says_more = embargo::holds_back(block.text()) || super::takes_back(block.text());
        if says_more || dateline::own_line(block.text()).is_some() {
            blocks.push(block);
            continue;
        }
        let text = block.text();
        let text = announced_in(text).map_or(text, |from| &text[..from]);
        let from = dateline::run_in(text).map_or(0, |run| run.lead);
        if is_of_note(text) || !note.is_empty() {
            note.push(text[from..].trim().to_owned());
        }
        marks.left_out.push(LeftOut { line: block.at.line, text: block.text().to_owned(), why: "what was corrected" });
    }
    blocks.extend(below);
    let note = note.join(" ").trim().to_owned();
    let note = Some(note).filter(|note| !note.is_empty());
    marks.corrections.push(Mark { at, date: None, time: None, note });
}

/// Where the words begin that announce the release as it is to be.
fn announced_in(text: &str) -> Option<usize> {
    const MOST_WORDS: usize = 10;
    let bare = text.trim_end_matches([' ', ':', '.']);
    let start = bare.rfind(['.', '!', '?']).map_or(0, |stop| stop + 1);
    let sentence = bare[start..].trim_start();
    let announces = !words::at_least(sentence, MOST_WORDS + 1) && words::CORRECTED_FOLLOWS.has(sentence);
    announces.then(|| bare.len() - sentence.len())
}

/// A sentence, and no headline of the frame.
fn is_of_note(text: &str) -> bool {
    words::at_least(text, 8)
        && line::release_line(text).is_none()
        && !text.starts_with(['/', '*'])
        && (text.trim_end().ends_with(['.', ',', ';']) || words::at_least(text, 16))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::text;

    /// The note, and the lines that are left.
    fn taken(input: &str) -> (Vec<Option<String>>, Vec<String>) {
        let (mut blocks, mut marks) = (text::read(input, 1).blocks, Marks::default());
        take(&mut blocks, &mut marks);
        let left = blocks.iter().map(|block| block.text().to_owned()).collect();
        (marks.corrections.into_iter().map(|mark| mark.note).collect(), left)
    }

    #[test]
    fn the_release_below_the_announcement_is_all_that_is_left() {
        let release = "Works recall bread\n\nMILWAUKEE, Oct. 8, 2026 /PRNewswire/ -- The works recall bread.";
        let (notes, left) = taken(&format!(
            "/C O R R E C T I O N -- Works/\n\nIn the news release of 7 October the second paragraph should read \"OCT 19\". \
             The complete, corrected release follows:\n\n{release}"
        ));
        let note = "In the news release of 7 October the second paragraph should read \"OCT 19\".";
        assert_eq!((notes, left.len()), (vec![Some(note.to_owned())], 2));
        assert_eq!(left[0], "Works recall bread");
        let (notes, left) = taken(&format!(
            "CORRECTING and REPLACING Works recall bread\n\nMIAMI--(BUSINESS WIRE)--Please replace the release dated \
             March 4, 2026, with the following one due to a wrong number.\n\nThe updated release reads:\n\n{release}"
        ));
        let note = "Please replace the release dated March 4, 2026, with the following one due to a wrong number.";
        assert_eq!((notes, left.len()), (vec![Some(note.to_owned())], 2));
    }

    #[test]
    fn what_holds_back_stays_and_a_text_that_announces_nothing_is_left_alone() {
        let release = "Works recall bread\n\nMILWAUKEE, Oct. 8, 2026 -- The works recall bread today.";
        let (_, left) = taken(&format!("EMBARGOED UNTIL 9 OCTOBER 2026\n\nThe corrected release reads:\n\n{release}"));
        assert_eq!(left.len(), 3);
        let (notes, left) = taken(release);
        assert_eq!((notes.len(), left.len()), (0, 2));
        assert_eq!(taken("Works recall bread\n\nThe updated release reads:").0.len(), 0);
    }
}
