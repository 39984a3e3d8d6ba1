//! Lines that were wrapped by hand, told by those that stand together between two blank lines: each was
//! filled as far as the next word allowed, or breaks off in mid-sentence, and a sentence ends below.
//!
//! Programmes, addresses and verses break off nowhere and end as they please, so they stay lines.

use super::WIDEST_WRAP;
use super::endings::{ends_open, ends_sentence, opens_lower};
use crate::manuscript::{Block, Joint, Shape};
use crate::parse::{date, people, words};

/// What a line is to the one above it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seam {
    /// Nothing that the lines around tell.
    Open,
    GoesOn,
    /// It opens a paragraph or an entry of a list.
    Begins,
}

/// Nobody wraps narrower, in characters.
const NARROWEST: usize = 38;
/// A line was filled when the next word would have passed this share of the width, in per cent.
const FILLED_AT: usize = 85;
/// A line that breaks off is no shorter, in characters.
const SHORTEST_CUT_LINE: usize = 25;

/// Of each block what it is to the one above.
pub fn seams(blocks: &[Block]) -> Vec<Seam> {
    let mut seams = vec![Seam::Open; blocks.len()];
    let mut widths = Vec::new();
    let mut others = Vec::new();
    let mut start = 0;
    while start < blocks.len() {
        let below = blocks[start + 1..].iter().take_while(|block| block.joint == Joint::Line && is_line(block)).count();
        let end = start + 1 + below;
        if below > 0 && is_line(&blocks[start]) {
            let lines = Lines::of(&blocks[start..end]);
            if lines.cut.contains(&true) {
                widths.push(lines.width);
            }
            if !lines.join(&mut seams[start..end], None, start == 0) {
                others.push(start..end);
            }
        }
        start = end;
    }
    widths.sort_unstable();
    // What a few lines leave open, the width of the others tells.
    if let Some(width) = widths.get(widths.len() / 2) {
        for range in others.into_iter().filter(|range| range.start > 0) {
            Lines::of(&blocks[range.clone()]).join(&mut seams[range], Some(*width), false);
        }
    }
    seams
}

fn is_line(block: &Block) -> bool {
    block.shape == Shape::Text && block.text().chars().count() <= WIDEST_WRAP
}

/// Lines that stand together, down to the last sentence that ends on one: nothing goes on below it.
struct Lines<'b> {
    all: &'b [Block],
    texts: Vec<&'b str>,
    lengths: Vec<usize>,
    width: usize,
    /// Of each line but the last, whether it breaks off.
    cut: Vec<bool>,
}

impl<'b> Lines<'b> {
    fn of(all: &'b [Block]) -> Self {
        let last = all.iter().rposition(|line| ends(line.text())).map_or(0, |last| last + 1);
        let texts: Vec<&str> = all[..last].iter().map(Block::text).collect();
        let lengths: Vec<usize> = texts.iter().map(|text| text.chars().count()).collect();
        let cut = texts.windows(2).zip(&lengths).map(|(pair, length)| breaks_off(pair[0], pair[1], *length)).collect();
        Self { all, width: width(&lengths), texts, lengths, cut }
    }

    /// Whether a line is as long as the next word lets it be in this width.
    fn is_filled(&self, at: usize, width: usize) -> bool {
        let word = self.texts[at + 1].split_whitespace().next().map_or(0, |word| word.chars().count());
        let reach = self.lengths[at] + 1 + word;
        width >= NARROWEST && if ends(self.texts[at]) { reach > width } else { reach * 100 >= width * FILLED_AT }
    }

    /// Notes what goes on and what begins, and says whether the lines are wrapped by what they show
    /// themselves. `around` is the width of the text around; `heads` that the first may be a headline.
    fn join(&self, seams: &mut [Seam], around: Option<usize>, heads: bool) -> bool {
        entries(self.all, seams);
        indented(self.all, seams);
        let is_open = |line: &&&str| !line.ends_with(|c: char| c.is_ascii_punctuation() || "“”»…".contains(c));
        let evenly = || {
            let open = self.texts[..self.cut.len()].iter().filter(is_open).count();
            self.cut.len() >= 3
                && open * 3 >= self.cut.len() * 2
                && (0..self.cut.len()).all(|at| self.is_filled(at, self.width))
        };
        let wrapped = self.cut.contains(&true) || evenly();
        for (at, cut) in self.cut.iter().enumerate() {
            let filled = || match around {
                Some(width) => !ends(self.texts[at]) && self.is_filled(at, width),
                None => wrapped && self.is_filled(at, self.width),
            };
            if seams[at + 1] == Seam::Open && (*cut || !(heads && at == 0) && filled()) {
                seams[at + 1] = Seam::GoesOn;
            }
        }
        wrapped
    }
}

/// The longest line; the first, which an editor may have changed, does not make the others short.
fn width(lengths: &[usize]) -> usize {
    let most = |lengths: &[usize]| lengths.iter().copied().max().unwrap_or(0);
    match lengths {
        [first, second, rest @ ..] if rest.len() >= 2 && *first > most(&lengths[1..]) + 4 => most(rest).max(*second),
        _ => most(lengths),
    }
}

/// Whether a line breaks off in mid-sentence: the next goes on in small letters, the last word can end
/// nothing, or a sentence begins within the line and does not end on it.
fn breaks_off(line: &str, next: &str, length: usize) -> bool {
    length >= SHORTEST_CUT_LINE
        && !ends(line)
        // "said the chair, Ms."
        && (ends_sentence(line)
            || opens_lower(next)
            || length >= NARROWEST && ends_in_small_word(line) && opens_with_day(next)
            || ends_open(line)
            || ends_small(line)
            || begins_sentence(line)
            || opens_with_quotation(line))
}

/// A headline may end in a name: "Länsstyrelsen har öppet hus i Stadshuset" above "27 april klockan 11 kommer ...".
fn ends_in_small_word(line: &str) -> bool {
    line.rsplit([' ', '\u{A0}']).next().is_some_and(|last| last.starts_with(char::is_lowercase))
}

/// "6 marca o godz. 9 przy": a day behind which the sentence goes on, and no line of a programme or of a date.
fn opens_with_day(line: &str) -> bool {
    let figures = line.find(|c: char| !c.is_ascii_digit()).unwrap_or(line.len());
    let rest = line[figures..].trim_start_matches('.');
    let mut parts = rest.split([' ', '\u{A0}']).skip(1);
    let is_small = |word: &str| word.starts_with(char::is_lowercase) && !word.ends_with(':');
    (1..=2).contains(&figures)
        && rest.starts_with([' ', '\u{A0}'])
        && parts.next().is_some_and(|month| is_small(month) && words::MONTHS.number(month).is_some())
        && parts.next().is_some_and(is_small)
}

/// Whether a sentence ends with a line; "Ms." ends none.
fn ends(line: &str) -> bool {
    ends_sentence(line) && !line.rsplit([' ', '\u{A0}']).next().is_some_and(people::is_honorific)
}

/// "said on Monday. The council has": more than a word before the stop and behind it.
pub fn begins_sentence(line: &str) -> bool {
    line.match_indices(['.', '!', '?']).any(|(at, _)| {
        let word = line[..at].rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
        let whole = word.chars().count() >= 4 && word.chars().skip(1).all(char::is_lowercase);
        let behind = line[at + 1..].trim_start_matches(['"', '”', '“', '»', ')']);
        let rest = behind.strip_prefix(' ').unwrap_or("");
        whole && at >= SHORTEST_CUT_LINE / 2 && rest.starts_with(|c: char| c.is_uppercase() || "„“\"«".contains(c))
    })
}

/// "“Ninety children walk to that school,” said the president"
fn opens_with_quotation(line: &str) -> bool {
    let Some(said) = line.strip_prefix(['"', '“', '„', '«', '»']) else { return false };
    said.find(['"', '”', '“', '»', '«']).is_some_and(|end| {
        let behind = said[end..].trim_start_matches(['"', '”', '“', '»', '«', ',', ' ', '\u{A0}']);
        opens_lower(behind) && behind.len() < said.len()
    })
}

/// By a small word that ends no line of anybody's but a wrapped one, beside those that end no headline either.
pub fn ends_small(line: &str) -> bool {
    let last = line.rsplit([' ', '\u{A0}']).next().unwrap_or("");
    words::WRAPPED_ENDS.has_small(last)
}

/// Each day or hour of a programme is an entry: "25 februari 2027: ...", "10.30 uur: ..."; so is what is
/// counted: "(a) open the barriers,".
fn entries(lines: &[Block], seams: &mut [Seam]) {
    let opens = |line: &Block| line.text().starts_with(|c: char| c.is_ascii_digit() || c == '(');
    if lines.iter().filter(|line| opens(line)).count() < 2 {
        return;
    }
    let is_entry = |line: &Block| opens(line) && (is_counted(line.text()) || is_dated(line.text()));
    let entries: Vec<bool> = lines.iter().map(is_entry).collect();
    if entries.iter().filter(|entry| **entry).count() >= 2 {
        for (seam, _) in seams.iter_mut().zip(entries).filter(|(_, entry)| *entry) {
            *seam = Seam::Begins;
        }
    }
}

/// "(a) ", "(2) ", "1) "
fn is_counted(text: &str) -> bool {
    let sign = text.split(' ').next().unwrap_or("");
    sign.strip_suffix(')').is_some_and(|sign| (1..=2).contains(&sign.trim_start_matches('(').len()))
}

fn is_dated(text: &str) -> bool {
    date::opening(text).is_some() || date::time(text).is_some_and(|(range, _)| range.start == 0)
}

/// First lines that are set in open paragraphs, where no blank lines do; a hanging indent has them the
/// other way round.
fn indented(lines: &[Block], seams: &mut [Seam]) {
    const FEWEST_BLANKS: usize = 2;
    let Some(margin) = lines.iter().map(|line| line.at.column).min() else { return };
    let is_in = |line: &Block| line.at.column >= margin + FEWEST_BLANKS;
    let runs_out = |pair: &[Block]| is_in(&pair[0]) && !is_in(&pair[1]) && !ends(pair[0].text());
    if !lines.windows(2).any(runs_out) {
        return;
    }
    for (pair, seam) in lines.windows(2).zip(&mut seams[1..]) {
        if is_in(&pair[1]) && ends(pair[0].text()) {
            *seam = Seam::Begins;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::source::text;

    fn joined(input: &str) -> usize {
        crate::parse::joining::paragraphs(text::read(input, 1).blocks).0.len()
    }

    #[test]
    fn a_line_that_breaks_off_goes_on_before_a_capital() {
        for text in [
            "Im Mai fahren die Boote wieder aus, teilten das\nHafenamt und die Reederei mit.",
            "The board had weighed closing the school. Superintendent\nJoaquin Reyes said enrollment rose.",
            "“Ninety children walk to it,” said board president\nLu Ann Beecher of Larkspur.",
            "Zapraszamy na otwarcie przystani, które odbędzie się w najbliższy piątek\n6 marca o godz. 9 przy ul. Lipowej.",
            "De haven viert de opening van de nieuwe kade voor alle bewoners op\n6 maart om tien uur op de pier.",
            "All forty boats are safe, said the chair of the board, Ms.\nAnn Lee. The catch was good.",
        ] {
            assert_eq!(joined(text), 1, "{text}");
        }
    }

    #[test]
    fn programmes_addresses_counts_and_verses_stay_lines() {
        for text in [
            "10 Uhr: Rundgang mit dem\nBürgermeister\n11 Uhr: Suppe",
            "25 februari 2027: jaarresultaten 2026 van de\n13 mei 2027: resultaten eerste kwartaal.",
            "Hamnen och kommunen har öppet hus hela dagen i Rådhuset\n27 april klockan elva kommer landshövdingen dit.",
            "Het programma van de haven voor de hele maand\n6 maart: open dag op de kade.",
            "(a) open the barriers by 2032, and the\n(b) halve the catch,\n(c) report every year.",
            "Hafenamt Grünstetten\nAm Kai 4\n01067 Grünstetten",
            "The lamps hang low by the wall,\nThe ships go slow by the pier,\nThe night is long for us all.",
        ] {
            assert_eq!(joined(text), text.lines().count(), "{text}");
        }
    }
}
