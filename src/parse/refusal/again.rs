//! Several releases one below the other, without a contact between them that would tell: each with its own day.
//!
//! A version in another language has the day of the first, and a day without a headline beside it begins nothing.

use chrono::NaiveDate;

use super::{Refusal, Text};
use crate::manuscript::{Block, Shape};
use crate::parse::date::Written;
use crate::parse::joining::ends_sentence;
use crate::parse::words::{self, fold};
use crate::parse::{dateline, details, embargo, line};

/// A line that dates a text, and where that is said.
struct Dated {
    day: NaiveDate,
    place: Option<String>,
    /// The text itself follows on the line.
    runs_in: bool,
}

pub fn begun(text: Text<'_>) -> Option<Refusal> {
    const FEWEST_IN_A_ROW: usize = 3;
    let blocks = text.paragraphs;
    let mut all = (0..blocks.len()).filter_map(|at| Some((at, dated(&blocks[at])?)));
    let (above, first) = all.next()?;
    let others: Vec<(usize, Dated)> = all.filter(|(_, other)| other.day != first.day).collect();
    let alike = |other: &Dated| match (&first.place, &other.place) {
        (Some(first), Some(other)) => fold(first) == fold(other),
        _ => false,
    };
    let headline_above = |at: usize| (at > above + 1).then(|| at - 1).filter(|title| is_title(&blocks[*title]));
    let in_a_row: Vec<usize> = others
        .iter()
        .filter(|(_, other)| other.runs_in && alike(other))
        .filter_map(|(at, _)| headline_above(*at))
        .collect();
    let told = (in_a_row.len() + 1 >= FEWEST_IN_A_ROW && first.runs_in).then(|| in_a_row[0]);
    let begins = |(at, other): &(usize, Dated)| {
        let titled = if other.runs_in { headline_above(*at) } else { is_titled_below(blocks, *at).then_some(*at) }?;
        let near = || blocks[above + 1..titled].iter().rev();
        let parted = near().take(2).any(|block| line::end_mark(block.text()));
        let marked = near().take(1).any(|block| embargo::is_line(block.text()) || is_numbered(block));
        let numbered = is_numbered(&blocks[above.saturating_sub(1)]) && near().take(1).any(is_numbered);
        (parted && other.place.is_some() || marked && alike(other) || numbered).then_some(titled)
    };
    let titled = told.or_else(|| others.iter().find_map(begins))?;
    Some(Refusal::of(&blocks[titled], "a second press release begins here", "keep each release in a file of its own"))
}

fn dated(block: &Block) -> Option<Dated> {
    let text = block.text();
    if !super::lists::may_name_a_year(block) || !matches!(block.shape, Shape::Text | Shape::Heading(_)) {
        return None;
    }
    if let Some(own) = dateline::own_line(text).filter(|_| !embargo::is_line(text)) {
        let Written::Day(day) = own.date else { return None };
        return Some(Dated { day, place: own.place, runs_in: false });
    }
    let run = dateline::run_in(text).filter(|_| ends_sentence(text))?;
    let Some(Written::Day(day)) = run.date else { return None };
    Some(Dated { day, place: run.place, runs_in: true })
}

/// "Pressemitteilung Nr. 13/2024"
fn is_numbered(block: &Block) -> bool {
    line::release_line(block.text()).is_some_and(|line| line.number.is_some())
}

fn is_titled_below(blocks: &[Block], at: usize) -> bool {
    const FEWEST_WORDS: usize = 4;
    let says = |block: &Block| ends_sentence(block.text()) && words::at_least(block.text(), FEWEST_WORDS);
    blocks.get(at + 1).is_some_and(is_title) && blocks.get(at + 2).is_some_and(says)
}

fn is_title(block: &Block) -> bool {
    let text = block.text();
    matches!(block.shape, Shape::Text | Shape::Heading(_))
        && words::at_least(text, 2)
        && !words::at_least(text, 31)
        && !ends_sentence(text)
        && line::notes_heading(text).is_none()
        && !line::boilerplate_heading(text)
        && !details::holds_detail(text)
        && !embargo::is_line(text)
}

#[cfg(test)]
mod tests {
    use super::super::of_words;
    use super::*;

    fn is(words: &str) -> bool {
        of_words(words, begun).is_some()
    }

    #[test]
    fn releases_with_days_of_their_own_stand_in_files_of_their_own() {
        for text in [
            "News of the week\n\nLamp lit at last\nALDWICK, 5 March 2026 – The lamp of the harbour was lit today.\n\nKeeper named\nALDWICK, 7 March 2026 – The harbour named Ada Berg as keeper.\n\nLamp room shut\nALDWICK, 9 March 2026 – The lamp room is shut for a week.",
            "ALDWICK, 5 March 2026\n\nLamp lit\n\nThe lamp was lit today. It is old.\n\n* * *\n\nALDWICK, 7 March 2026\n\nKeeper named\n\nThe harbour named Ada Berg as keeper.",
            "Pressemitteilung Nr. 4/2026\n5. März 2026\nLampe brennt\nDie Lampe brennt wieder. Sie ist alt.\n\nPressemitteilung Nr. 5/2026\n7. März 2026\nWärterin benannt\nDer Hafen hat Ada Berg benannt.",
            "Lamp lit\n\nALDWICK, 5 March 2026 – The lamp was lit today. It is old.\n\n###\n\nKeeper named\n\nALDWICK, 7 March 2026 – The harbour named Ada Berg as keeper.",
        ] {
            assert!(is(text), "{text}");
        }
    }

    #[test]
    fn days_within_one_release_begin_none() {
        for text in [
            "Lamp lit\n\nALDWICK, 5 March 2026 – The lamp was lit today. It is old.\n\nThe tour\n\nAldwick, 7 March 2026\n\nMorne, 8 March 2026\n\nAll are welcome.",
            "Lampe brennt\n\nAhlbrück, 5. März 2026 – Die Lampe brennt wieder. Sie ist alt.\n\nLamp lit\n\nAhlbrück, 5 March 2026 – The lamp was lit again today.",
            "Lamp lit\n\nALDWICK, 5 March 2026 – The lamp was lit today. It is old.\n\n###\n\nRecent news\n\n3 March 2026\n\nBoats are back\n\nThe boats came back today.",
            "Programme of lamps\n\nALDWICK, 5 March 2026\n\nThe harbour shows its lamps on two days. All are welcome.\n\nAldwick, 7 March 2026\nLamps of old\nThe tour begins at nine.\n\nAldwick, 8 March 2026\nLamps of today\nThe tour begins at ten.",
        ] {
            assert!(!is(text), "{text}");
        }
    }
}
