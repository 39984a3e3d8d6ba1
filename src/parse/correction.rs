//! Lines that say the release was put right or taken back: "KORREKTUR vom 14.06.2026: ...",
//! "THIS RELEASE HAS BEEN WITHDRAWN".
//!
//! They are taken out before anything else is read, since below a headline they would pass for a
//! sub-headline. Only a line above the lead counts, and only when nothing but an end, a sign or a
//! date follows its word: "Korrektur der Flugroute" is what a release is about. No date is made up.

mod head;
mod note;

use super::date::{Dated, TimeOfDay};
use super::joining::{LeftOut, ends_sentence};
use super::{dateline, embargo, line, words};
use crate::manuscript::{Block, Shape};
use crate::problem::Place;
use head::Head;
use note::{note_below_headline, take_note};

/// What one such line says.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    pub at: Place,
    pub date: Option<Dated>,
    pub time: Option<TimeOfDay>,
    /// What was put right, or why the release was taken back.
    pub note: Option<String>,
}

/// All of them.
#[derive(Debug, Default)]
pub struct Marks {
    pub corrections: Vec<Mark>,
    pub withdrawal: Option<Mark>,
    pub left_out: Vec<LeftOut>,
}

/// Lines further down belong to the text.
const LAST_LINE_ABOVE_A_LEAD: usize = 24;
/// No release has more marks.
const MOST: usize = 100;
/// A sentence of this many words is the lead.
const FEWEST_WORDS_OF_A_LEAD: usize = 12;
/// A line of this many characters may have been wrapped.
const SHORTEST_WRAPPED: usize = 60;

/// Whether a line says that the release was corrected or taken back.
pub fn is_mark(text: &str) -> bool {
    head::of_withdrawal(text).is_some() || head::of_correction(text).is_some()
}

/// Whether a line says in so many words that the release it belongs to is taken back, wherever it stands.
pub fn takes_back(text: &str) -> bool {
    const MOST_WORDS: usize = 40;
    !words::at_least(text, MOST_WORDS + 1) && head::of_withdrawal(text).is_some_and(|head| head.is_clause())
}

/// Takes the marks out of the blocks. `titled` says that front matter gives the headline.
pub fn take(blocks: &mut Vec<Block>, titled: bool) -> Marks {
    let mut marks = Marks::default();
    let (mut at, mut found) = (0, 0);
    while at < blocks.len().min(LAST_LINE_ABOVE_A_LEAD) && found < MOST {
        // What is left of the line is counted from its end.
        let text = blocks[at].text().trim_end();
        let withdrawn = head::of_withdrawal(text);
        let corrected = if withdrawn.is_none() { head::of_correction(text) } else { None };
        let may_be = matches!(blocks[at].shape, Shape::Text | Shape::Heading(_) | Shape::Quote | Shape::Item { .. });
        let (head, is_withdrawal) = match (withdrawn, corrected) {
            (Some(head), _) if may_be => (head, true),
            (None, Some(head)) if may_be && (head.rest.is_empty() || has_text(&blocks[at + 1..])) => (head, false),
            _ if is_lead(text) => break,
            _ => {
                at += 1;
                continue;
            }
        };
        found += 1;
        let is_sentence = head.is_sentence() && !is_withdrawal;
        let rest = if is_sentence { 0 } else { text.len() - head.rest.len() };
        let mark = Mark { at: blocks[at].at, date: head.date(&blocks[at]), time: head.time, note: None };
        let keeps_headline = !is_sentence && head.holds_headline(blocks, at, titled);
        let note = if keeps_headline {
            // That it was put right or taken back is said above the text, and in the feed's dates; "Correction to
            // our release of 12 June: the bridge opens ..." is a headline as a whole.
            if is_withdrawal || !blocks[at].text().get(rest..).is_some_and(|rest| rest.starts_with(char::is_lowercase))
            {
                blocks[at].prose = blocks[at].prose.from_offset(rest);
            }
            at += 1;
            if is_withdrawal { None } else { note_below_headline(blocks, at, &mut marks.left_out) }
        } else {
            take_note(blocks, at, rest, &mut marks.left_out, is_withdrawal)
        };
        let mark = Mark { note, ..mark };
        if is_withdrawal {
            marks.withdrawal.get_or_insert(mark);
        } else {
            marks.corrections.push(mark);
        }
    }
    marks
}

impl Head<'_> {
    /// Whether the rest of the line is the headline and no note.
    fn holds_headline(&self, blocks: &[Block], at: usize, titled: bool) -> bool {
        if self.rest.is_empty() || titled {
            return false;
        }
        let top = blocks.len().min(LAST_LINE_ABOVE_A_LEAD);
        let above = blocks[..at].iter().any(may_be_headline);
        let below = blocks[at + 1..top.max(at + 1)]
            .iter()
            .take_while(|block| dateline::own_line(block.text()).is_none() && !is_lead(block.text()))
            .any(may_be_headline);
        let line_follows = blocks.get(at + 1).is_some_and(|next| line::release_line(next.text()).is_some());
        let sure = self.written.is_some() || ends_sentence(self.rest) || line_follows;
        !(above || sure && below)
    }
}

/// A line that nothing but a headline, a kicker or a sub-headline looks like.
fn may_be_headline(block: &Block) -> bool {
    let text = block.text();
    matches!(block.shape, Shape::Text | Shape::Heading(_))
        && text.chars().any(char::is_alphabetic)
        && line::release_line(text).is_none()
        && !embargo::is_line(text)
        && dateline::own_line(text).is_none()
        && !is_lead(text)
}

/// Whether there is a text below: a correction that stands alone is no note but the text itself.
fn has_text(blocks: &[Block]) -> bool {
    blocks.iter().map(Block::text).any(|text| ends_sentence(text) && words::at_least(text, 4))
}

fn is_lead(text: &str) -> bool {
    dateline::run_in(text).is_some() || ends_sentence(text) && words::at_least(text, FEWEST_WORDS_OF_A_LEAD)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::text;

    /// Day and note.
    type Taken = (Option<String>, Option<String>);

    /// Corrections, then the withdrawal; and the lines that are left.
    fn taken(text: &str) -> (Vec<Taken>, Vec<String>) {
        let mut blocks = text::read(text, 1).blocks;
        let marks = take(&mut blocks, false);
        let marks = marks.corrections.into_iter().chain(marks.withdrawal);
        let left = blocks.iter().map(|block| block.text().to_owned()).collect();
        (marks.map(|mark| (mark.date.map(|date| date.text), mark.note)).collect(), left)
    }

    const BELOW: &str = "\n\nStadt senkt Gebühren\n\nDresden, 2. Juni 2026 – Die Stadt senkt die Gebühren zum Juli.";

    #[test]
    fn a_mark_gives_up_its_date_and_its_note() {
        for (line, date, note) in [
            ("KORREKTUR", None, None),
            ("*** BERICHTIGUNG ***", None, None),
            ("KORREKTUR vom 14.06.2026", Some("14.06.2026"), None),
            ("Korrektur vom 14.06.2026: Es sind 40 Euro.", Some("14.06.2026"), Some("Es sind 40 Euro.")),
            ("Korrektur vom 14.06.2026: 40 statt 400 Euro", Some("14.06.2026"), Some("40 statt 400 Euro")),
            ("CORRECTION (14 June 2026, 16:30): It is 40.", Some("14 June 2026"), Some("It is 40.")),
            ("CORRECTED RELEASE – June 14, 2026", Some("June 14, 2026"), None),
            ("Berichtigung: Die Feier ist am 14.06.2026.", None, Some("Die Feier ist am 14.06.2026.")),
            (
                "RECTIFICATIF du 14 juin 2026 : le prix est de 40 euros.",
                Some("14 juin 2026"),
                Some("le prix est de 40 euros."),
            ),
            ("FE DE ERRATAS: El precio es de 40 euros.", None, Some("El precio es de 40 euros.")),
            ("Diese Mitteilung wurde am 14. Juni 2026 zurückgezogen.", Some("14. Juni 2026"), None),
            ("THIS RELEASE HAS BEEN WITHDRAWN", None, None),
            ("KILL – June 14, 2026 – The study was flawed.", Some("June 14, 2026"), Some("The study was flawed.")),
            ("RETIRADO", None, None),
            ("PRESS RELEASE – CORRECTION", None, None),
            ("PRESSEMITTEILUNG (Korrektur vom 14.06.2026)", Some("14.06.2026"), None),
            ("Media advisory: WITHDRAWN 14 June 2026: It was wrong.", Some("14 June 2026"), Some("It was wrong.")),
            ("This release was withdrawn by the board on 14 June 2026.", None, Some("by the board on 14 June 2026.")),
        ] {
            let (marks, left) = taken(&format!("{line}{BELOW}"));
            let owned = |text: Option<&str>| text.map(str::to_owned);
            assert_eq!(marks, [(owned(date), owned(note))], "{line}");
            assert_eq!(left.len(), 2, "{line}: {left:?}");
        }
    }

    #[test]
    fn blanks_at_the_end_of_a_line_do_no_harm() {
        for line in [
            "Diese Mitteilung wurde am 14. Juni 2026 zurückgezogen, weil sie falsch wär\u{A0} ",
            "KORREKTUR: Größe Ü. \u{2003}",
        ] {
            let mut blocks = text::read(BELOW, 1).blocks;
            blocks[0].prose = crate::prose::Prose::plain(line);
            let marks = take(&mut blocks, true);
            assert_eq!(marks.corrections.len() + usize::from(marks.withdrawal.is_some()), 1, "{line}");
        }
    }

    #[test]
    fn a_note_may_run_on_below_its_mark() {
        let note = "The release of 2 June gave a wrong price. It is 40 euros.";
        let (marks, left) = taken(&format!("CORRECTION:\n\n{note}{BELOW}"));
        assert_eq!(marks[0].1.as_deref(), Some(note));
        assert_eq!(left.len(), 2);
        let (marks, left) = taken(&format!("CORRECTION, 14 June 2026:\nIt is 40 euros.{BELOW}"));
        assert_eq!(marks[0].1.as_deref(), Some("It is 40 euros."));
        assert_eq!(left.len(), 2);
        let wrapped = "Korrektur vom 14.06.2026: Die Zahl der Besucher war um eine Stelle\nzu hoch angegeben.";
        let (marks, left) = taken(&format!("{wrapped}{BELOW}"));
        assert_eq!(marks[0].1.as_deref().map(|note| note.ends_with("Stelle zu hoch angegeben.")), Some(true));
        let (marks, _) = taken(&format!("*** {wrapped} ***{BELOW}"));
        assert_eq!(marks[0].1.as_deref().map(|note| note.ends_with("Stelle zu hoch angegeben.")), Some(true));
        assert_eq!(left.len(), 2);
    }

    #[test]
    fn a_headline_behind_the_mark_stays_the_headline() {
        let body = "\n\nDresden, 2. Juni 2026 – Die Stadt senkt die Gebühren zum Juli.";
        for line in
            ["Korrektur: Stadt senkt Gebühren", "CORRECTION – City lowers fees", "CORRECTING and REPLACING Fees fall"]
        {
            let (marks, left) = taken(&format!("{line}{body}"));
            assert_eq!(marks, [(None, None)], "{line}");
            assert!(line.ends_with(&left[0]) && left[0].starts_with(['S', 'C', 'F']), "{line}: {left:?}");
        }
        let note = "This corrected release replaces that of Monday, which named another day.";
        let (marks, left) = taken(&format!("CORRECTED: City lowers fees\n\n{note}{body}"));
        assert_eq!(marks, [(None, Some(note.to_owned()))]);
        assert_eq!((left[0].as_str(), left.len()), ("City lowers fees", 2));
        let (marks, left) = taken(&format!("WITHDRAWN 14 June 2026: City lowers fees{body}"));
        assert_eq!(marks, [(Some("14 June 2026".to_owned()), None)]);
        assert_eq!(left[0], "City lowers fees");
    }

    #[test]
    fn what_a_release_is_about_is_no_mark() {
        for line in [
            "Correctional Facility Opens",
            "Korrektur der Flugroute am Flughafen",
            "Correction fluid is sixty years old",
            "Correction-fluid factory opens",
            "Withdrawn: the story of a ship",
            "Withdrawal from Brussels is complete",
            "Retirado el tráfico del centro",
            "Updated timetable for the ferry",
            "Berichtigung des Grundbuchs dauert länger",
            "Killing time in the waiting room",
        ] {
            let (marks, left) = taken(&format!("{line}{BELOW}"));
            assert_eq!((marks.len(), left.len()), (0, 3), "{line}");
        }
        let alone = "Press release of 13 May\n\nCorrection: The number of pumps was incorrectly stated as forty.";
        assert_eq!(taken(alone).0.len(), 0);
        let deep = format!("Fees fall{BELOW}\n\nCorrection: It is 40 euros.");
        assert_eq!(taken(&deep).0.len(), 0);
    }
}
