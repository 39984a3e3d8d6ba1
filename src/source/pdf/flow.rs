//! From lines to blocks: which line runs on into the next, and where a paragraph ends.
//!
//! A page shows more than its text does. A line that left no room for the next word was wrapped;
//! a distance wider than between wrapped lines is a gap.

use super::edges::{BLANK, Edges};
use super::hyphens::{Hyphens, opens_with_label};
use super::lines::Line;
use crate::manuscript::{Block, Joint, Shape};
use crate::problem::Place;
use crate::prose::Prose;
use crate::source::text;

/// Between lines of one paragraph, in sizes, where nothing tells.
const USUAL_LEADING: f64 = 1.25;
/// Nothing narrower or wider is a paragraph's leading.
const LEADINGS: std::ops::RangeInclusive<f64> = 0.9..=2.4;
/// A distance is a gap from this many times the leading on.
const GAP: f64 = 1.15;
/// Sizes that differ by more are set for different things.
const SAME_SIZE: f64 = 0.12;
/// So many wrapped lines tell the leading.
const FEWEST_WRAPPED: usize = 2;

/// The blocks, and the addresses whose hyphen is doubtful, each with its line.
pub fn blocks(lines: &[Line]) -> (Vec<Block>, Vec<(usize, String)>) {
    let columns = lines.iter().map(|line| line.column).max().unwrap_or(0);
    let columns: Vec<Option<Edges>> = (0..=columns).map(|number| Edges::of(lines, number)).collect();
    let edges = |line: &Line| columns.get(line.column).and_then(Option::as_ref);
    let leading = leading(lines, &edges);
    let mut hyphens = Hyphens::of(lines);
    hyphens.uncut = cuts_no_words(lines, &edges);
    let mut blocks: Vec<Block> = Vec::new();
    // A bullet that was set apart from its item.
    let mut sign = false;
    let mut gap = true;
    for (at, line) in lines.iter().enumerate() {
        let mut words = tidied(&line.text);
        if words == "•" {
            sign = true;
            continue;
        }
        if std::mem::take(&mut sign) {
            words.insert_str(0, "• ");
        }
        if words.is_empty() || text::is_rule(&words) {
            gap = true;
            continue;
        }
        let joint = match at.checked_sub(1).map(|before| &lines[before]) {
            Some(before) if !gap => joint(before, line, edges(before), leading),
            _ => Joint::Gap,
        };
        gap = false;
        let number = at + 1;
        let (shape, words) = match text::item(&words) {
            Some((bullet, rest)) => (Shape::Item { bullet, level: 0 }, rest.to_owned()),
            None => (Shape::Text, words),
        };
        let joint = if joint == Joint::Soft
            && shape == Shape::Text
            && let Some(last) = blocks.last_mut()
        {
            if let Some(whole) = hyphens.joined(last.text(), &words, last.at.line) {
                last.prose = Prose::plain(whole);
                last.last_line = number;
                continue;
            }
            // What is left is a hyphen that may be of either kind, an end that may be a paragraph's, or
            // a label.
            if opens_with_label(&words) { Joint::Line } else { Joint::Soft }
        } else if joint == Joint::Gap {
            Joint::Gap
        } else {
            Joint::Line
        };
        blocks.push(Block { at: Place::line(number), last_line: number, joint, shape, prose: Prose::plain(words) });
    }
    (blocks, hyphens.doubts)
}

fn joint(before: &Line, line: &Line, column: Option<&Edges>, leading: f64) -> Joint {
    let full = column.is_some_and(|column| column.is_full(before, line));
    let same = is_same_size(before, line) && before.bold == line.bold && !parts_capitals(before, line);
    if line.page != before.page || line.column != before.column || line.baseline > before.baseline {
        // The sentence goes on at the top of the next page or column.
        let on = if before.column == 0 { line.column == 0 } else { line.column == before.column + 1 };
        // An address ends a contact.
        let ends = ends_sentence(&before.text) || before.text.rsplit(' ').next().is_some_and(|last| last.contains('@'));
        return if on && full && same && !ends { Joint::Soft } else { Joint::Gap };
    }
    let distance = before.baseline - line.baseline;
    let indented = line.left > before.left + line.size && column.is_some_and(|column| before.left < column.left + 2.0);
    let far = distance > leading * before.size.max(line.size) * GAP || !is_same_size(before, line);
    if far || full && (!same || indented && ends_sentence(&before.text)) {
        Joint::Gap
    } else if full {
        Joint::Soft
    } else {
        Joint::Line
    }
}

fn is_same_size(a: &Line, b: &Line) -> bool {
    (a.size - b.size).abs() < a.size.max(b.size) * SAME_SIZE
}

/// A headline in capitals ends where other letters begin. A figure or a single word in capitals
/// goes on with either.
fn parts_capitals(before: &Line, line: &Line) -> bool {
    let small = |line: &Line| line.text.chars().any(char::is_lowercase);
    let capitals = |line: &Line| !small(line) && line.text.split_whitespace().count() > 2;
    capitals(before) && small(line) || small(before) && capitals(line)
}

/// The distance between lines of a paragraph, in sizes.
fn leading<'c>(lines: &[Line], edges: &impl Fn(&Line) -> Option<&'c Edges>) -> f64 {
    let mut wrapped = Vec::new();
    let mut all = Vec::new();
    for pair in lines.windows(2) {
        let [before, line] = pair else { continue };
        let distance = (before.baseline - line.baseline) / before.size.max(1.0);
        if before.page != line.page || before.column != line.column || !is_same_size(before, line) || distance < 0.5 {
            continue;
        }
        all.push(distance);
        // The widest of short paragraphs is full, and ends.
        if !ends_sentence(&before.text) && edges(before).is_some_and(|column| column.is_full(before, line)) {
            wrapped.push(distance);
        }
    }
    // Of a short text many lines are full by chance, above a gap.
    let lower = |mut distances: Vec<f64>| {
        distances.sort_by(f64::total_cmp);
        distances.get(distances.len() / 4).copied()
    };
    let seen = if wrapped.len() >= FEWEST_WRAPPED { lower(wrapped) } else { None };
    match seen.filter(|leading| LEADINGS.contains(leading)) {
        Some(leading) => leading,
        None => all.into_iter().min_by(f64::total_cmp).unwrap_or(USUAL_LEADING).clamp(1.0, 1.5),
    }
}

/// Whether long words went onto the next line where a program that cuts words would have cut them.
fn cuts_no_words<'c>(lines: &[Line], edges: &impl Fn(&Line) -> Option<&'c Edges>) -> bool {
    const LONG: usize = 9;
    const ROOM: f64 = 0.7;
    const FEWEST: usize = 2;
    let whole = lines.windows(2).filter(|pair| {
        let first = pair[1].text.split(' ').next().unwrap_or("");
        let long = first.chars().take_while(|c| c.is_lowercase()).count() >= LONG;
        long && pair[0].column == pair[1].column
            && edges(&pair[0]).is_some_and(|column| {
                let room = column.right - pair[0].right - pair[0].size * BLANK;
                room > pair[1].first_word * ROOM && column.is_full(&pair[0], &pair[1])
            })
    });
    whole.count() >= FEWEST && !lines.iter().any(|line| line.text.ends_with(['\u{2010}', '\u{AD}']))
}

fn ends_sentence(text: &str) -> bool {
    let bare = text.trim_end_matches(['"', '”', '“', '»', '’', ')', ' ']);
    bare.ends_with(['.', '!', '?', ':'])
}

/// A soft hyphen shows only where a line ends, and what no one can read is left out.
fn tidied(text: &str) -> String {
    let trimmed = text.trim();
    let (body, hyphen) = match trimmed.strip_suffix('\u{AD}') {
        Some(body) => (body, "-"),
        None => (trimmed, ""),
    };
    let kept = body.chars().filter(|c| *c != '\u{AD}' && (*c == '\u{FFFD}' || !super::pieces::is_unreadable(*c)));
    let kept: String = kept.chain(hyphen.chars()).collect();
    kept.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str, right: f64, baseline: f64) -> Line {
        Line {
            text: text.to_owned(),
            left: 50.0,
            right,
            baseline,
            size: 10.0,
            bold: false,
            first_word: 30.0,
            slack: 0.0,
            page: 0,
            column: 0,
        }
    }

    fn paragraph() -> Vec<Line> {
        vec![
            line("one", 495.0, 700.0),
            line("two", 500.0, 688.0),
            line("three", 490.0, 676.0),
            line("four", 200.0, 664.0),
        ]
    }

    #[test]
    fn full_lines_run_on_and_short_ones_may_not() {
        let mut lines = paragraph();
        lines.push(line("five", 300.0, 652.0));
        lines.push(line("six", 300.0, 632.0));
        let blocks = blocks(&lines).0;
        let seen: Vec<_> = blocks.iter().map(|b| (b.at.line, b.last_line, b.joint, b.text())).collect();
        assert_eq!(
            seen,
            [(1, 4, Joint::Gap, "one two three four"), (5, 5, Joint::Line, "five"), (6, 6, Joint::Gap, "six")]
        );
    }

    #[test]
    fn paragraphs_of_one_line_each_stay_apart() {
        let lines = [
            line("The lock is closed.", 300.0, 700.0),
            line("It opens again.", 290.0, 676.0),
            line("Its keeper is well.", 295.0, 652.0),
            line("Phone", 80.0, 628.0),
            line("555", 80.0, 616.0),
        ];
        let joints: Vec<_> = blocks(&lines).0.iter().map(|block| block.joint).collect();
        assert_eq!(joints, [Joint::Gap, Joint::Gap, Joint::Gap, Joint::Gap, Joint::Line]);
    }

    #[test]
    fn an_address_that_sticks_out_of_justified_text_tears_no_line_above_it() {
        let lines = [
            line("They meet on the", 500.0, 700.0),
            Line { first_word: 5.0, ..line("8 of June, and not on the", 500.04, 688.0) },
            Line { first_word: 5.0, ..line("9 of June.", 120.0, 676.0) },
            line("https://lock.example/a-long-address", 540.0, 652.0),
        ];
        let blocks = blocks(&lines).0;
        let seen: Vec<_> = blocks.iter().map(Block::text).collect();
        let meet = "They meet on the 8 of June, and not on the 9 of June.";
        assert_eq!(seen, [meet, "https://lock.example/a-long-address"]);
    }

    #[test]
    fn a_sentence_goes_on_over_the_page() {
        let mut lines = paragraph();
        lines.truncate(3);
        lines.push(Line { page: 1, ..line("next", 300.0, 780.0) });
        assert_eq!(blocks(&lines).0.len(), 1);
        lines[2].text = "three.".to_owned();
        assert_eq!(blocks(&lines).0[1].joint, Joint::Gap);
    }

    #[test]
    fn a_hyphen_of_either_kind_and_a_label_are_left_to_the_parser() {
        let mut lines = paragraph();
        lines[0].text = "pre-".to_owned();
        lines[3].text = "Phone: 1".to_owned();
        let joints: Vec<_> = blocks(&lines).0.iter().map(|block| block.joint).collect();
        assert_eq!(joints, [Joint::Gap, Joint::Soft, Joint::Line]);
    }

    #[test]
    fn a_bullet_set_apart_comes_before_its_item() {
        let lines = [line("•", 55.0, 700.0), line("Milk", 90.0, 700.0), line("so\u{AD}ft\u{AD}", 90.0, 688.0)];
        let blocks = blocks(&lines).0;
        assert_eq!(
            (blocks[0].shape.clone(), blocks[0].text()),
            (Shape::Item { bullet: crate::manuscript::Bullet::Dot, level: 0 }, "Milk")
        );
        assert_eq!(blocks[1].text(), "soft-");
    }
}
