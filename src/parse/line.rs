//! What a single line is by its own words, whatever stands around it.

mod about;
mod button;
mod draft;
mod heading;
mod hold;
mod marked;
mod page;
mod picture;
mod placeholder;
mod release;

use super::words::{self, Wordings, fold};
use super::{contacts, dateline, details, embargo, header};
use crate::characters;
use crate::manuscript::{Block, Joint, Shape};
use crate::parse::memory::remembered;
pub use button::is_page_heading;
pub use draft::{draft_mark, is_sure_draft};
pub use heading::{
    boilerplate_heading, contact_heading, false_boilerplate, notes_heading, other_contact_heading, says_contact,
};
pub use hold::{Hold, hold_mark, holds_below, is_mark_of_page};
pub use marked::{Apart, Mark, is_marked_headline, marks_beside};
pub use page::{Furniture, furniture, is_head_of_page};
pub use picture::{
    caption_heading, credit_at_end, credit_before_caption, credit_line, is_caption, is_picture_label, names_a_source,
};
pub use placeholder::{is_contact_to_come, is_to_come, placeholders, review_comment};
pub use release::{ReleaseLine, is_label_of_number, number_line, numbered_kind, release_line, release_number};

/// A line that no neighbour may be joined to.
pub fn stands_alone(text: &str) -> bool {
    // A paragraph that grows is another text each time.
    if text.len() > 640 { false } else { remembered!(text, reads_as_alone => bool) }
}

fn reads_as_alone(text: &str) -> bool {
    let short = text.chars().count() <= 160;
    short
        && (release_line(text).is_some()
            || embargo::is_line(text)
            || contact_heading(text).is_some()
            || caption_heading(text).is_some()
            || boilerplate_heading(text)
            || credit_line(text).is_some()
            || end_mark(text)
            || valediction(text)
            || details::is_detail_line(text)
            || contacts::is_whole(text)
            || dateline::own_line(text).is_some()
            || dateline::names_a_service(text)
            || header::is_fact(text)
            || dateline::place_line(text).is_some())
}

/// Bytes of a line that is an end mark or a closing, with the signs around it.
const LONGEST_MARK: usize = 200;

/// "###", "# #", "-30-", "– ENDE –", "Ends".
pub fn end_mark(text: &str) -> bool {
    if text.len() > LONGEST_MARK {
        return false;
    }
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    if bare.is_empty() {
        // "#" alone, where an extraction lost its brothers.
        if text.trim() == "#" {
            return true;
        }
        let stars = text.bytes().filter(|byte| *byte == b'*').count();
        let only_stars = stars >= 3 && text.bytes().all(|byte| matches!(byte, b'*' | b' '));
        return text.chars().filter(|c| *c == '#').count() >= 2 || only_stars;
    }
    // "30." and "30," are the end of a line that was wrapped behind "June".
    let marked = bare.len() < text.len() && !text.trim_end().ends_with(['.', ',', ';', ':']);
    (bare == "30" && marked || bare == "0" && text.trim() == "-0-")
        || words::END_MARKS.has(bare)
        || ["schluss)", "schluß)"].iter().any(|mark| words::behind(bare, mark).is_some())
}

/// "Kind regards": the closing of a letter, above the name of its sender.
pub fn valediction(text: &str) -> bool {
    if text.len() > LONGEST_MARK {
        return false;
    }
    // "--" is how mail programs part a text from its sender.
    text.trim() == "--" || words::VALEDICTIONS.has(text.trim().trim_end_matches([',', '!', '.']))
}

pub fn ends_with_legal_form(folded: &str) -> bool {
    ["e. v.", "e.v.", "e.g.", "inc.", "ltd.", "corp.", "co.", "s.a.", "s.l."]
        .iter()
        .any(|form| folded.strip_suffix(form).is_some_and(|name| !name.ends_with(char::is_alphanumeric)))
}

/// Funding and legal lines.
pub fn notice(text: &str) -> bool {
    words::wordings(text).has(Wordings::NOTICE)
}

/// "Not for release, publication or distribution ...", "This announcement contains inside information ...".
pub fn opens_legal_notice(text: &str) -> bool {
    words::RESTRICTIONS.beginning(text.trim_start_matches(|c: char| !c.is_alphanumeric())).is_some()
}

/// Whether the letters of a text are capitals, and it has any.
pub fn is_shouted(text: &str) -> bool {
    text.chars().any(char::is_uppercase) && !text.chars().any(char::is_lowercase)
}

/// Whether a line goes on with what the one above says in capitals and does not end.
pub fn goes_on_in_capitals(above: &str, next: &Block) -> bool {
    next.joint == Joint::Line
        && next.shape == Shape::Text
        && is_shouted(above)
        && is_shouted(next.text())
        && !above.trim_end().ends_with(['.', '!'])
}

/// "Updated: 15 June 2026", which is not the date of the release.
pub fn change_date(text: &str) -> bool {
    words::CHANGES.opening(text).is_some() && !words::at_least(text, 9) && super::date::first(text).is_some()
}

/// "(1.184 Zeichen inkl. Leerzeichen)", "Word count: 420".
pub fn is_count(text: &str) -> bool {
    const MOST_WORDS: usize = 6;
    if !characters::has_digit(text) || words::at_least(text, MOST_WORDS + 1) {
        return false;
    }
    // "Porte-parole : Anne Roy, 0470/55.50.12" counts no words.
    if !details::phones(text).is_empty() {
        return false;
    }
    let folded = fold(text);
    words::COUNTS.is_in(&folded) && (folded.starts_with('(') || folded.contains(':'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn end_marks_are_known_in_every_writing() {
        for mark in ["###", "# # #", "# #", "-30-", "--30--", "-end-", "ENDS", "– ENDE –", "– FIN –", "***", "*****"]
        {
            assert!(end_mark(mark), "{mark}");
        }
        for text in ["30", "30.", "30,", "The end of an era", "#1 in Europe"] {
            assert!(!end_mark(text), "{text}");
        }
    }

    #[test]
    fn a_line_that_is_anything_by_itself_stands_alone() {
        for text in
            ["embargoed until delivery", "Pressekontakt", "Bildunterschrift:", "About Acme", "© Jane Doe", "###"]
        {
            assert!(stands_alone(text), "{text}");
        }
        assert!(!stands_alone("the lamp room of the harbour"));
    }

    #[test]
    fn marks_are_no_longer_than_their_limit() {
        assert!(end_mark(&"#".repeat(LONGEST_MARK)));
        assert!(!end_mark(&"#".repeat(LONGEST_MARK + 1)));
        assert!(end_mark("-0-") && !end_mark("0"));
        let regards = |length: usize| format!("Kind regards{}", "!".repeat(length - 12));
        assert!(valediction(&regards(LONGEST_MARK)));
        assert!(!valediction(&regards(LONGEST_MARK + 1)));
    }

    #[test]
    fn a_change_and_a_count_say_so_on_a_short_line() {
        assert!(change_date("Updated 14 March 2026"));
        assert!(!change_date("Updated timetable for the ferry that leaves on 14 March 2026"));
        assert!(is_count("(1.184 Zeichen inkl. aller Leerzeichen hier)"));
        assert!(!is_count("(1.184 Zeichen inkl. aller der Leerzeichen hier)"));
        assert!(!is_count("(alle Zeichen)") && !is_count("Porte-parole : Anne Roy, 0470/55.50.12"));
    }
}
