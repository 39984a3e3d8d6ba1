//! Documents that their headline or a line of their head names, and that a release may be called as well: minutes,
//! a list of contacts, a job, a bill.
//!
//! A text that bears any sign of a release is not asked here: it is one, whatever its headline says.

use super::{Refusal, Text};
use crate::manuscript::Block;
use crate::parse::date::{self, Written};
use crate::parse::words;

const NOT_HERE: &str = "move it out of the releases folder";
/// Lines of a text's head.
const TOP: usize = 12;

/// "Protokoll der Sitzung vom 27.01.2010", "Press kit", "Error 503": its name and a number, and no more.
pub fn named(text: Text<'_>) -> Option<Refusal> {
    let first = text.paragraphs.first().filter(|first| names_document(first.text()))?;
    Some(Refusal::of(first, "the headline is the name of a kind of document, and no news", NOT_HERE))
}

fn names_document(text: &str) -> bool {
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    words::DOCUMENTS.opening(bare).is_some_and(|kind| is_number_or_day(words::after(bare, kind)))
}

/// Nothing, "2020", "vom 27.01.2010", "of 3 March 2020", "No. 4/2020"; "am 18. November" is when something will be.
fn is_number_or_day(rest: &str) -> bool {
    let mut rest = rest.trim_matches(|c: char| !c.is_alphanumeric());
    while let Some((first, behind)) = rest.split_once([' ', '\u{A0}'])
        && !words::LOCATIVES.has(first)
        && (words::SMALL_WORDS.has(first) || words::DATED.has(first) || words::NUMBER_LABELS.has(first))
    {
        rest = behind.trim_start();
    }
    rest.is_empty()
        || matches!(date::whole(rest), Some(Written::Day(_)))
        || rest.bytes().all(|byte| byte.is_ascii_digit() || byte == b'/')
}

/// "Hafenmeister (m/w/d)": a job is advertised to everybody by law, in these signs.
pub fn job(text: Text<'_>) -> Option<Refusal> {
    const SIGNS: [&str; 14] = [
        "(m/w/d)", "(w/m/d)", "(d/m/w)", "(m/w/x)", "(m/w)", "(w/m)", "(gn)", "(m/f/d)", "(f/m/d)", "(m/f/x)", "(h/f)",
        "(f/h)", "(m/v)", "(v/m)",
    ];
    let ends = |block: &&Block| {
        let text = block.text().trim_end().to_lowercase();
        SIGNS.iter().any(|sign| text.ends_with(sign)) && !words::at_least(&text, 12)
    };
    let first = text.paragraphs.iter().take(3).find(ends)?;
    Some(Refusal::of(first, "this advertises a job, and is no press release", NOT_HERE))
}

pub fn bill(text: Text<'_>) -> Option<Refusal> {
    let numbers = |block: &&Block| {
        let behind = words::BILLS.behind_each(block.text().trim_start());
        behind
            .map(|rest| rest.trim_start_matches(|c: char| !c.is_alphanumeric()))
            .any(|number| number.chars().take(12).any(|c| c.is_ascii_digit()) && !words::at_least(number, 8))
    };
    let first = text.lines.iter().take(TOP).find(numbers)?;
    Some(Refusal::of(first, "this is a bill, no press release", NOT_HERE))
}

#[cfg(test)]
mod tests {
    use super::super::{of_words, unsigned};
    use super::*;

    fn is(test: fn(Text<'_>) -> Option<Refusal>, words: &str) -> bool {
        of_words(words, |text| unsigned(text, &[test])).is_some()
    }

    const BELOW: &str = "Bremen, 3. März 2021\n\nDie Lampe brennt wieder. Sie ist achtzig Jahre alt.";

    #[test]
    fn a_headline_that_is_the_name_of_a_document_is_no_news() {
        for headline in [
            "Security Policy",
            "Press Kit",
            "Protokoll der Sitzung vom 27.01.2010",
            "Niederschrift Nr. 4/2020",
            "Jahresbericht 2020",
            "Minutes of 3 March 2020",
            "Error 503",
            "Mitgliederversammlung",
            "Procès-verbal du 3 mars 2020",
        ] {
            assert!(is(named, &format!("{headline}\n\n{BELOW}")), "{headline}");
        }
        for headline in [
            "Jahresbericht 2020 erschienen",
            "Mitgliederversammlung am 18. November in der Mühle",
            "Mitgliederversammlung am 18. November",
            "Protokoll einer Lampe",
            "Press kit for the lamp is online",
            "Agenda for the harbour: council acts",
        ] {
            assert!(!is(named, &format!("{headline}\n\n{BELOW}")), "{headline}");
        }
        assert!(!is(named, &format!("Pressemitteilung\n\nJahresbericht 2020\n\n{BELOW}")));
        assert!(!is(named, &format!("Jahresbericht 2020\n\n{BELOW}\n\nPressekontakt: Ada Berg, 0421 555 0147")));
    }

    #[test]
    fn a_job_and_a_bill_are_known_by_their_signs() {
        assert!(is(job, &format!("Hafenmeister (m/w/d)\n\n{BELOW}")));
        assert!(!is(job, &format!("Stadt sucht Hafenmeister (m/w/d) für den Sommer\n\n{BELOW}")));
        assert!(is(bill, &format!("Lampe GmbH\nRechnung Nr. 2021-44\n\n{BELOW}")));
        assert!(!is(bill, &format!("Rechnung nicht bezahlt\n\n{BELOW}")));
    }
}
