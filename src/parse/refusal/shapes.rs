//! Other texts that their shape gives away: markup, a table, a poem, a transcript, a contact page.

use std::collections::HashMap;

use super::{Refusal, Text};
use crate::manuscript::{Block, Joint, Shape};
use crate::parse::words::{self, fold};
use crate::parse::{contacts, dateline, details, embargo, header, joining, line};

const NOT_HERE: &str = "move it out of the releases folder";

/// HTML, XML or JSON in a file for plain text.
pub fn markup(text: Text<'_>) -> Option<Refusal> {
    let first = text.lines.first().filter(|block| block.shape == Shape::Text)?;
    let start = first.text().trim_start().to_ascii_lowercase();
    let is_page = ["<!doctype", "<html", "<?xml", "<rss", "<feed", "{\\rtf"].iter().any(|sign| start.starts_with(sign));
    let is_data = start == "{" || start == "[" || start.starts_with("{\"");
    (is_page || is_data).then(|| {
        let fix = "give a page the ending .html, or keep only the words of the release";
        Refusal::of(first, "this is the source of a page or of data, no text of a press release", fix)
    })
}

/// Rows of a table whose lines are cut by the same sign again and again.
pub fn table(text: Text<'_>) -> Option<Refusal> {
    let rows: Vec<&str> = text.lines.iter().filter(|block| block.shape == Shape::Text).map(Block::text).collect();
    // "Name | Content |" above "---|---|"
    let is_rule = |row: &&&str| row.contains("--") && row.bytes().all(|byte| matches!(byte, b'-' | b'|' | b':' | b' '));
    if rows.first().is_some_and(|row| row.trim_end().ends_with('|')) && rows.iter().take(4).any(|row| is_rule(&row)) {
        return Some(Refusal::of(&text.lines[0], "this is a table, no press release", NOT_HERE));
    }
    // Sentences hold commas too, but never so evenly, and they end.
    let sentences = rows.iter().filter(|row| joining::ends_sentence(row)).count();
    if rows.len() < 3 || sentences * 4 > rows.len() {
        return None;
    }
    [b';', b'\t', b',', b'|'].into_iter().find_map(|sign| {
        let mut cuts: Vec<usize> = rows.iter().map(|row| row.bytes().filter(|byte| *byte == sign).count()).collect();
        cuts.sort_unstable();
        let alike = cuts.chunk_by(|a, b| a == b).filter(|alike| alike[0] >= 2).max_by_key(|alike| alike.len())?;
        (alike.len() * 100 >= rows.len() * 80)
            .then(|| Refusal::of(&text.lines[0], "this is a table, no press release", NOT_HERE))
    })
}

/// "M. Tanguay : ...", the same few speakers taking turns.
pub fn transcript(text: Text<'_>) -> Option<Refusal> {
    const FEWEST_STAMPED: usize = 3;
    let mut turns: HashMap<String, usize> = HashMap::new();
    let mut stamped = 0;
    for block in text.paragraphs {
        let turn = without_stamp(block.text());
        let Some((speaker, said)) = turn.split_once(':') else { continue };
        let is_name = (1..=5).contains(&speaker.split_whitespace().count()) && speaker.starts_with(char::is_uppercase);
        let is_label = line::is_picture_label(speaker) || header::is_fact(block.text());
        if is_name && !is_label && words::at_least(said, 4) {
            *turns.entry(fold(speaker)).or_default() += 1;
            stamped += usize::from(turn.len() < block.text().len());
        }
    }
    let again: usize = turns.values().filter(|turns| **turns >= 2).sum();
    let speakers = turns.values().filter(|turns| **turns >= 2).count();
    let first = text.lines.first()?;
    let takes_turns = speakers >= 2 && again >= 5 && again * 3 >= text.paragraphs.len();
    (takes_turns || stamped >= FEWEST_STAMPED && turns.len() >= 2).then(|| {
        Refusal::of(first, "this is a transcript, no press release", "state what was said in a release of its own")
    })
}

/// "[00:15] Ada: I am here": a turn without the time that a recording set before it.
fn without_stamp(text: &str) -> &str {
    let stamped = text.strip_prefix('[').and_then(|inner| inner.split_once("] "));
    stamped
        .filter(|(stamp, _)| stamp.bytes().all(|byte| byte.is_ascii_digit() || byte == b':'))
        .map_or(text, |(_, turn)| turn)
}

/// Nothing but people, numbers and addresses.
pub fn contact_page(text: Text<'_>) -> Option<Refusal> {
    if text.paragraphs.iter().any(|block| words::at_least(block.text(), 20)) {
        return None;
    }
    let details = text.lines.iter().filter(|block| details::is_detail_line(block.text())).count();
    let dated = text.paragraphs.iter().any(is_dated);
    let released = text
        .lines
        .iter()
        .any(|block| line::release_line(block.text()).is_some() || dateline::place_line(block.text()).is_some());
    let placed = |block: &Block| dateline::run_in(block.text()).is_some_and(|run| run.place.is_some());
    let released = released || text.paragraphs.iter().any(placed);
    let fits = details >= 3 && details * 4 >= text.lines.len() && !dated && !released;
    let first = text.lines.first()?;
    fits.then(|| Refusal::of(first, "this is a list of contacts, no press release", NOT_HERE))
}

/// Short lines in stanzas, hardly a sentence among them.
pub fn poem(text: Text<'_>) -> Option<Refusal> {
    const FEWEST_LINES: usize = 6;
    /// Characters.
    const LONGEST_VERSE: usize = 60;
    let verses: Vec<&Block> = text.lines.iter().filter(|block| block.shape == Shape::Text).collect();
    let short = verses.iter().filter(|block| block.text().chars().count() <= LONGEST_VERSE).count();
    let in_stanzas = verses.iter().filter(|block| block.joint == Joint::Line).count();
    let sentences = verses.iter().filter(|block| block.text().ends_with(['.', '”', '"', ':'])).count();
    let of_a_release = || {
        text.lines.iter().any(|block| {
            let text = block.text();
            line::release_line(text).is_some()
                || embargo::is_line(text)
                || line::contact_heading(text).is_some()
                || line::boilerplate_heading(text)
                || header::is_fact(text)
                || details::is_detail_line(text)
                || contacts::speaks_of_contact(text)
                || matches!(block.shape, Shape::Item { .. } | Shape::Markup(_))
                || dateline::run_in(text).is_some()
        })
    };
    let dates = || verses.iter().filter(|block| dateline::own_line(block.text()).is_some()).count();
    let fits = verses.len() >= FEWEST_LINES
        && short * 10 >= verses.len() * 9
        && in_stanzas * 2 >= verses.len()
        && sentences * 2 <= verses.len()
        && text.paragraphs.iter().all(|block| !words::at_least(block.text(), 41))
        && !text.paragraphs.iter().any(|block| is_wrapped_prose(block, text.lines))
        && dates() <= 1
        && !of_a_release();
    let first = text.lines.first()?;
    // A fact sheet, a price list and a programme have figures and labels.
    let labelled =
        verses.iter().filter(|block| block.text().contains(|c: char| c.is_ascii_digit() || c == ':')).count();
    let what = if labelled * 4 >= verses.len() {
        "these are short lines without sentences, a list and no press release"
    } else {
        "this reads like verse, no press release"
    };
    fits.then(|| Refusal::of(first, what, NOT_HERE))
}

/// Sentences over lines that are wider than verses, or below a date line.
fn is_wrapped_prose(block: &Block, lines: &[Block]) -> bool {
    const FEWEST_WORDS: usize = 15;
    /// Characters.
    const WIDER_THAN_VERSE: usize = 42;
    let sentence = || joining::ends_sentence(block.text()) && words::at_least(block.text(), FEWEST_WORDS);
    if !joining::was_joined(block) || !sentence() {
        return false;
    }
    let first = lines.partition_point(|line| line.at.line < block.at.line);
    let above_last = lines[first..].iter().take_while(|line| line.at.line < block.last_line);
    let lengths: Vec<usize> = above_last.map(|line| line.text().chars().count()).collect();
    is_dated(block) || lengths.iter().sum::<usize>() >= WIDER_THAN_VERSE * lengths.len()
}

fn is_dated(block: &Block) -> bool {
    dateline::own_line(block.text()).is_some() || dateline::run_in(block.text()).is_some_and(|run| run.date.is_some())
}

#[cfg(test)]
mod tests {
    use super::super::of_words;
    use super::*;

    fn is(test: fn(Text<'_>) -> Option<Refusal>, words: &str) -> bool {
        of_words(words, test).is_some()
    }

    #[test]
    fn data_and_tables_are_told_by_their_signs() {
        for text in ["{\n\"a\": 1\n}", "[\n1\n]", "{\"a\": 1}"] {
            assert!(is(markup, text), "{text}");
        }
        assert!(!is(markup, "{ an aside }"));
        assert!(is(table, "a;b;c\nd;e;f\ng;h;i"));
        assert!(is(table, "a;b;c\nd;e;f\ng;h;i\nj;k;l."));
        assert!(is(table, "Name | Lamp |\n---|---|\nThe lamp is lit. It is old."));
        for text in ["a;b;c\nd;e;f", "a;b;c\nd;e;f\ng;h;i.\nj;k;l."] {
            assert!(!is(table, text), "{text}");
        }
    }

    #[test]
    fn a_transcript_is_turns_of_speakers_and_nothing_labelled() {
        let turns = |speakers: [&str; 2], others: usize| {
            let turn = |at: usize| format!("{}: The lamps are lit again now.", speakers[at % 2]);
            let other = "The lamps of the pier hung in a chapel for many years.".to_owned();
            (0..5).map(turn).chain(vec![other; others]).collect::<Vec<_>>().join("\n\n")
        };
        assert!(is(transcript, &turns(["Ada Berg", "Ida Low"], 5)));
        assert!(!is(transcript, &turns(["Ada Berg", "Ida Low"], 11)));
        assert!(!is(transcript, &turns(["she said", "he said"], 5)));
        assert!(!is(transcript, &turns(["Photo", "Foto"], 5)));
    }

    #[test]
    fn numbers_below_a_date_or_a_release_line_are_no_list_of_contacts() {
        const NUMBERS: &str = "Ada Berg\n0351 1234567\n0351 1234568\n0351 1234569";
        assert!(is(contact_page, NUMBERS));
        for above in ["PRESS RELEASE", "Halverton, 3 March 2027", &"Lamps and lights\n\n".repeat(12)] {
            assert!(!is(contact_page, &format!("{above}\n\n{NUMBERS}")), "{above}");
        }
    }

    #[test]
    fn a_list_is_called_one_and_no_verse() {
        const SHEET: &str = "FACT SHEET\nThe lamps of Aldwick\n\nFounded: 1888\nMembers: 212\nLamps: 14\nTurnover: £14,000\nHead: Ada Berg";
        let lines = crate::source::text::read(SHEET, 1).blocks;
        let (paragraphs, _) = joining::paragraphs(lines.clone());
        let refusal = poem(Text::of(&lines, &paragraphs));
        assert!(refusal.is_some_and(|refusal| refusal.what.contains("a list")));
    }

    #[test]
    fn verse_is_short_lines_with_nothing_of_a_release() {
        const VERSES: &str = "The lamps hang low\nand the ships go slow\nfor the night is long\nand the wind is strong\nwhere the old bells ring\nand the sailors sing";
        assert!(is(poem, VERSES));
        for line in [
            "PRESS RELEASE",
            "EMBARGO",
            "Kontakt:",
            "About Acme",
            "WHO: the mayor",
            "0351 1234567",
            "- an item",
            "For questions please contact the works",
            "Halverton, 3 March 2027 – The lamps are lit again.",
        ] {
            assert!(!is(poem, &format!("{VERSES}\n\n{line}")), "{line}");
        }
        let long = "and the light of the lamps that hang by the pier is seen from far away";
        assert!(!is(poem, &format!("{VERSES}\nand the oars go down\nto the sleeping town\n{long}\n{long}")));
        let sentences = "The lamps hang low.\nThe ships go slow.\nThe night is long.\nThe wind is strong.\nwhere the old bells ring\nand the sailors sing";
        assert!(!is(poem, sentences));
    }
}
