//! Plain text: each line becomes a block. Nothing in it is markup but the sign before a list item.
//!
//! It never goes through Markdown: "1. November 2018" is a date, not a list.

use std::borrow::Cow;

use crate::characters::LINE_BREAK;
use crate::manuscript::{Block, Bullet, Joint, Manuscript, Shape};
use crate::problem::Place;
use crate::prose::Prose;

/// Signs that open a list item when white space follows.
const BULLETS: [&str; 16] = ["•", "*", "-", "--", "–", "‣", "▪", "·", "●", "+", "◦", "■", "➢", "➤", "✓", "✔"];

/// A line behind a dash may be a sentence from this many characters on.
const SHORTEST_SENTENCE: usize = 40;

/// Reads lines; the first has the number `first_line`.
pub fn read(text: &str, first_line: usize) -> Manuscript {
    let mut blocks = Vec::new();
    let mut joint = Joint::Gap;
    let mut lists = Lists::default();
    let quoted = is_quoted(text);
    let lines = text.split('\n').map(|line| if quoted { without_quote(line) } else { line }).enumerate();
    for (index, line) in lines.flat_map(|(index, line)| line.split(LINE_BREAK).map(move |part| (index, part))) {
        let tidy = tidied(line.trim());
        let words = tidy.trim();
        if words.is_empty() || is_rule(words) {
            joint = Joint::Gap;
            continue;
        }
        let number = first_line + index;
        let column = line.chars().take_while(|c| c.is_whitespace()).count() + 1;
        let (shape, words) = match item(words).or_else(|| lists.item_within(words, column)) {
            Some((bullet, rest)) => (Shape::Item { bullet, level: lists.level_at(column) }, rest),
            None => (Shape::Text, words),
        };
        if joint == Joint::Gap && shape == Shape::Text {
            lists = Lists::default();
        }
        let has_gap = matches!(tidy, Cow::Owned(_));
        let at = Place::new(number, column);
        if has_gap && shape == Shape::Text && push_cells(&mut blocks, line, at, joint) {
            joint = Joint::Line;
            continue;
        }
        let (words, beside) = if has_gap { columns(line, words) } else { (words, "") };
        blocks.push(Block { at, last_line: number, joint, shape, prose: Prose::plain(words) });
        if !beside.is_empty() {
            let (joint, prose) = (Joint::Beside, Prose::plain(beside));
            let at = Place::new(number, column_of_last(line).unwrap_or(column));
            blocks.push(Block { at, last_line: number, joint, shape: Shape::Text, prose });
        }
        joint = Joint::Line;
    }
    Manuscript { blocks, ..Manuscript::default() }
}

/// The columns at which the signs of the lists stand that are open, the outermost first.
#[derive(Default)]
struct Lists(Vec<usize>);

impl Lists {
    /// The level of an item at a column. One blank more is no list within a list.
    fn level_at(&mut self, column: usize) -> u8 {
        const MOST: usize = 8;
        while self.0.len() > 1 && self.0.last().is_some_and(|last| column < *last) {
            self.0.pop();
        }
        if self.0.len() < MOST && self.0.last().is_none_or(|last| column > last + 1) {
            self.0.push(column);
        }
        u8::try_from(self.0.len() - 1).unwrap_or(u8::MAX)
    }
}

impl Lists {
    /// "o  New sliders" in a list within a list, well set in: the small circle of word processors and mails.
    fn item_within<'w>(&self, words: &'w str, column: usize) -> Option<(Bullet, &'w str)> {
        const FEWEST_BLANKS: usize = 4;
        let rest = words.strip_prefix('o')?.strip_prefix([' ', '\t'])?.trim_start();
        let last = self.0.last()?;
        let is_deeper = column >= last + FEWEST_BLANKS || self.0.len() > 1 && column == *last;
        (is_deeper && rest.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())).then_some((Bullet::Dot, rest))
    }
}

/// Whether each line stands behind the sign of an answered mail: "> FOR IMMEDIATE RELEASE".
fn is_quoted(text: &str) -> bool {
    text.starts_with('>') && text.lines().all(|line| line.starts_with('>') || line.trim().is_empty())
}

fn without_quote(line: &str) -> &str {
    let rest = line.trim_start_matches('>');
    if rest.len() < line.len() { rest.strip_prefix(' ').unwrap_or(rest) } else { line }
}

/// The two columns of a line, and nothing beside where it has but one. `words` is the tidied line.
fn columns<'w>(line: &str, words: &'w str) -> (&'w str, &'w str) {
    let mut parts = cells(line);
    let (Some(_), Some(beside), None) = (parts.next(), parts.next(), parts.next()) else { return (words, "") };
    match words.len().checked_sub(tidied(beside).len()).filter(|at| words.is_char_boundary(*at)) {
        // "Date:      12 May 2026" is a label and its value, "Press:     Investors:" are two headings.
        Some(at) if !words[..at].trim_end().ends_with(':') || words.ends_with(':') => {
            (words[..at].trim_end(), &words[at..])
        }
        _ => (words, ""),
    }
}

/// The column at which the last cell of a line begins.
fn column_of_last(line: &str) -> Option<usize> {
    let last = line.rfind(cells(line).last()?)?;
    Some(line[..last].chars().count() + 1)
}

/// The cells of a line that has three and more, as of people beside each other; none where one of them is a figure.
fn push_cells(blocks: &mut Vec<Block>, line: &str, at: Place, mut joint: Joint) -> bool {
    const CELLS: std::ops::RangeInclusive<usize> = 3..=5;
    if cells(line).nth(2).is_none() {
        return false;
    }
    let speaks = |cell: &str| cell.contains(char::is_alphabetic) || cell.bytes().filter(u8::is_ascii_digit).count() > 6;
    let mut found_cells: Vec<(usize, String)> = Vec::new();
    let mut from = 0;
    for part in cells(line) {
        let found = line[from..].find(part).map_or(from, |found| from + found);
        from = found + part.len();
        match found_cells.last_mut() {
            // "Contact:   Jane Doe   John Roe", and no "Media:   Investors:" above their names.
            Some((_, label)) if label.ends_with(':') && !part.ends_with(':') => {
                *label = format!("{label} {}", tidied(part));
            }
            _ => found_cells.push((line[..found].chars().count() + 1, tidied(part).into_owned())),
        }
    }
    if !CELLS.contains(&found_cells.len()) || !found_cells.iter().all(|(_, cell)| speaks(cell)) {
        return false;
    }
    for (column, cell) in found_cells {
        let at = Place::new(at.line, column);
        blocks.push(Block { at, last_line: at.line, joint, shape: Shape::Text, prose: Prose::plain(cell) });
        joint = Joint::Beside;
    }
    true
}

/// The parts of a line that wide gaps or tabs part.
fn cells(line: &str) -> impl Iterator<Item = &str> {
    const WIDE: &str = "   ";
    line.split(WIDE).flat_map(|part| part.split('\t')).map(str::trim).filter(|part| !part.is_empty())
}

/// One line alone is no list: "– The mayor said" goes on with the date line above it.
pub(super) fn without_lone_dash(blocks: &mut [Block]) {
    let mut dashed = blocks.iter_mut().filter(|block| matches!(block.shape, Shape::Item { bullet: Bullet::Dash, .. }));
    if let (Some(block), None) = (dashed.next(), dashed.next())
        && block.text().chars().count() >= SHORTEST_SENTENCE
    {
        let mut prose = Prose::plain("– ");
        prose.append("", &block.prose);
        (block.shape, block.prose) = (Shape::Text, prose);
    }
}

/// "* Among the clubs" above "** Estimate": notes of a text, and no list.
pub(super) fn without_lone_star(blocks: &mut [Block]) {
    for at in 1..blocks.len() {
        let [above, below] = &mut blocks[at - 1..=at] else { return };
        let is_second = below.shape == Shape::Text && below.text().starts_with("** ") && below.joint == Joint::Line;
        let is_first = matches!(above.shape, Shape::Item { bullet: Bullet::Dot, level: 0 });
        if is_first && is_second {
            let mut prose = Prose::plain("* ");
            prose.append("", &above.prose);
            (above.shape, above.prose) = (Shape::Text, prose);
        }
    }
}

/// A line drawn with signs, as under a headline.
pub(super) fn is_rule(line: &str) -> bool {
    line.chars().all(|c| "=_~-–—+".contains(c)) && line.chars().count() >= 3
}

/// The bullet and what follows it, when the line is a list item. "- 30 -" and "– ENDE –" are none.
pub(super) fn item(line: &str) -> Option<(Bullet, &str)> {
    let (sign, rest) = line.split_once(char::is_whitespace)?;
    let rest = rest.trim_start();
    // "+ 49 351 ..." is a number.
    let is_number = || sign == "+" && !rest.contains(char::is_alphabetic);
    if !BULLETS.contains(&sign) || rest.is_empty() || is_number() {
        return None;
    }
    let closes_as_it_opens =
        rest.strip_suffix(sign).is_some_and(|inner| inner.ends_with(' ') || rest.chars().count() < 24);
    let bullet = if sign.starts_with(['-', '–']) { Bullet::Dash } else { Bullet::Dot };
    (!closes_as_it_opens).then_some((bullet, rest))
}

/// Soft hyphens show only where a line breaks, and runs of blanks are layout. No-break spaces
/// stay: French sets them on purpose.
fn tidied(words: &str) -> Cow<'_, str> {
    if !words.contains("  ") && !words.contains('\t') && !words.contains("\u{AD}") {
        return Cow::Borrowed(words);
    }
    let mut tidy = String::with_capacity(words.len());
    let mut blank = false;
    for c in words.chars().filter(|c| *c != '\u{AD}') {
        let is_blank = matches!(c, ' ' | '\t');
        if !(is_blank && blank) {
            tidy.push(if is_blank { ' ' } else { c });
        }
        blank = is_blank;
    }
    Cow::Owned(tidy)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_keep_their_numbers_and_gaps() {
        let blocks = read("\n\na\n  b\n\nc", 1).blocks;
        let seen: Vec<_> = blocks.iter().map(|b| (b.at.line, b.at.column, b.joint, b.text())).collect();
        assert_eq!(seen, [(3, 1, Joint::Gap, "a"), (4, 3, Joint::Line, "b"), (6, 1, Joint::Gap, "c")]);
    }

    #[test]
    fn a_small_circle_set_in_below_an_item_is_an_item() {
        let levels = |text: &str| {
            let level = |block: &Block| match block.shape {
                Shape::Item { level, .. } => Some(level),
                _ => None,
            };
            read(text, 1).blocks.iter().map(level).collect::<Vec<_>>()
        };
        let list = "    * Text:\n          o New sliders\n          o Better notes\n    * Tables";
        assert_eq!(levels(list), [Some(0), Some(1), Some(1), Some(0)]);
        assert_eq!(levels("  * O deputado que abriu\n    o Hospital do Porto"), [Some(0), None]);
        assert_eq!(levels("o New sliders"), [None]);
    }

    #[test]
    fn notes_behind_one_star_and_two_are_no_list() {
        let mut blocks = read("* Among the clubs.\n** Estimate.", 1).blocks;
        without_lone_star(&mut blocks);
        assert_eq!(blocks.iter().map(Block::text).collect::<Vec<_>>(), ["* Among the clubs.", "** Estimate."]);
    }

    #[test]
    fn a_line_drawn_under_a_headline_is_none_itself() {
        let blocks = read("Headline\n========\nText", 1).blocks;
        assert_eq!(blocks.iter().map(Block::text).collect::<Vec<_>>(), ["Headline", "Text"]);
    }

    #[test]
    fn a_date_is_no_list_and_an_end_mark_is_no_item() {
        for line in ["1. November 2018", "– ENDE –", "- 30 -", "# # #", "*** Note", "-Institutsteile"] {
            assert_eq!(read(line, 1).blocks[0].shape, Shape::Text, "{line}");
        }
        assert_eq!(read("  • Telefon:", 1).blocks[0].text(), "Telefon:");
    }
}
