//! Lines that were plainly wrapped, made one again. Hyphens at their ends are understood where the
//! PDF itself explains them: by the sign that only machines set there, or by the same word
//! elsewhere in the text. What is left may mean something, and the parser is to judge it.

use std::collections::HashSet;

use super::lines::Line;

/// The hyphen that programs set where they cut a word; nobody types it.
const MACHINE_SET: char = '\u{2010}';

/// A phone number has no fewer digits; a day and a year have fewer.
const FEWEST_DIGITS: usize = 7;

/// The words of a text that stand within a line, in lower case.
pub struct Hyphens {
    words: HashSet<String>,
    /// No program cut words: long ones went onto the next line though most of them had room.
    pub uncut: bool,
    /// Each address that may have got its hyphen where its line was cut, with the line it begins on.
    pub doubts: Vec<(usize, String)>,
}

impl Hyphens {
    pub fn of(lines: &[Line]) -> Self {
        let mut words = HashSet::new();
        for line in lines {
            let mut inside: Vec<&str> = line.text.split_whitespace().collect();
            inside.pop();
            for word in inside {
                words.extend(word.split(['@', '.', '/']).map(|part| bare(part).to_lowercase()));
                words.insert(bare(word).to_lowercase());
            }
        }
        Self { words, uncut: false, doubts: Vec::new() }
    }

    /// Two lines as one, if it is sure how they belong together; `number` is the first one's.
    pub fn joined(&mut self, before: &str, after: &str, number: usize) -> Option<String> {
        if opens_with_label(after) && !goes_on(before, after)
            || (may_end(before) || calls(before) && calls(after)) && may_begin(after)
        {
            return None;
        }
        if let Some(stem) = before.strip_suffix(MACHINE_SET) {
            return Some(format!("{stem}{after}"));
        }
        let last = before.rsplit(char::is_whitespace).next().unwrap_or(before);
        let next = after.split_whitespace().next().unwrap_or("");
        let address = ["://", "www.", "@"].iter().any(|sign| last.contains(sign));
        if address && last.ends_with(['/', '@', '=', '&', '_']) {
            return Some(format!("{before}{after}"));
        }
        if let Some(stem) = last.strip_suffix('-')
            && (address || next.contains('@'))
        {
            if self.knows(&format!("{}{}", tail(stem), head(next))) {
                return Some(format!("{}{after}", &before[..before.len() - 1]));
            }
            if !self.knows(&format!("{}-{}", tail(stem), head(next))) {
                self.doubts.push((number, format!("{last}{next}")));
            }
            return Some(format!("{before}{after}"));
        }
        // "IT/" above "ICT"
        if before.ends_with('/') && !before.ends_with(" /") {
            return Some(format!("{before}{after}"));
        }
        let Some(stem) = before.strip_suffix('-') else {
            return Some(format!("{before} {after}"));
        };
        // "787-555-" above "0149"
        if stem.ends_with(|c: char| c.is_ascii_digit()) && after.starts_with(|c: char| c.is_ascii_digit()) {
            return Some(format!("{before}{after}"));
        }
        let first = stem.rsplit(char::is_whitespace).next().unwrap_or(stem);
        match (self.knows(&format!("{first}{next}")), self.knows(&format!("{first}-{next}"))) {
            (true, false) => Some(format!("{stem}{after}")),
            (false, true) => Some(format!("{before}{after}")),
            (false, false) if self.uncut && is_part(first) && is_part(next) => Some(format!("{before}{after}")),
            _ => None,
        }
    }

    fn knows(&self, word: &str) -> bool {
        self.words.contains(&bare(word).to_lowercase())
    }
}

/// Part of a word with a hyphen; "und" behind one is not.
fn is_part(word: &str) -> bool {
    const JOINING: [&str; 12] = ["und", "oder", "bzw", "sowie", "bis", "and", "or", "to", "et", "ou", "og", "och"];
    let word = bare(word);
    word.chars().count() > 2 && word.chars().all(char::is_lowercase) && !JOINING.contains(&word)
}

/// "Telefon: …" opens a line of its own, however full the one above is; "555. Email: …" and
/// "(OTC: …" do not.
pub fn opens_with_label(line: &str) -> bool {
    let words = || line.split_whitespace().take(3);
    let opens = line.starts_with(char::is_alphabetic) || line.starts_with('•');
    opens
        && words()
            .position(|word| word.ends_with(':'))
            .is_some_and(|at| !words().take(at).any(|word| word.ends_with('.')))
}

/// A full line may end a paragraph, or a person's line in a contact, as well.
fn may_end(line: &str) -> bool {
    let last = line.rsplit(char::is_whitespace).next().unwrap_or(line);
    let number = line.trim_end_matches(|c: char| c.is_ascii_digit() || " -/()+".contains(c)).len();
    last.contains('@') || last.ends_with(['.', '!', '?']) || calls(&line[number..])
}

/// Whether a phone number stands on a line: two that have one are two people's.
fn calls(line: &str) -> bool {
    let mut runs = line.split(|c: char| !(c.is_ascii_digit() || " -/()+".contains(c)));
    runs.any(|run| run.bytes().filter(u8::is_ascii_digit).count() >= FEWEST_DIGITS)
}

fn may_begin(line: &str) -> bool {
    line.starts_with(char::is_uppercase)
}

/// "... activities. As" above "Ada Berg emphasised: ...": a full line that ends no sentence, and a
/// line of running text.
fn goes_on(before: &str, after: &str) -> bool {
    const FEWEST_WORDS: usize = 8;
    !before.ends_with(['.', '!', '?', ':', ';', '”', '"'])
        && after.split_whitespace().count() >= FEWEST_WORDS
        && !after.contains('@')
}

/// The end of an address up to the sign before it.
fn tail(address: &str) -> &str {
    address.rsplit(['@', '.', '/']).next().unwrap_or(address)
}

/// Its beginning up to the sign behind it.
fn head(address: &str) -> &str {
    address.split(['@', '.', '/']).next().unwrap_or(address)
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> Line {
        Line {
            text: text.to_owned(),
            left: 0.0,
            right: 0.0,
            baseline: 0.0,
            size: 0.0,
            bold: false,
            first_word: 0.0,
            slack: 0.0,
            page: 0,
            column: 0,
        }
    }

    #[test]
    fn a_word_that_stands_elsewhere_tells_what_its_hyphen_means() {
        let text = "The go-cluster program and its innovation, they say";
        let mut hyphens = Hyphens::of(&[line(text)]);
        assert_eq!(hyphens.joined("of the go-", "cluster program", 1).as_deref(), Some("of the go-cluster program"));
        assert_eq!(hyphens.joined("such innova-", "tion.", 1).as_deref(), Some("such innovation."));
        assert_eq!(hyphens.joined("high\u{2010}", "lighting", 1).as_deref(), Some("highlighting"));
        assert_eq!(hyphens.joined("pre-", "adjudication", 1), None);
        hyphens.uncut = true;
        assert_eq!(hyphens.joined("after nine-", "month repairs", 1).as_deref(), Some("after nine-month repairs"));
        assert_eq!(hyphens.joined("such innova-", "tion.", 1).as_deref(), Some("such innovation."));
        assert_eq!(hyphens.joined("of road-", "and rail", 1), None);
    }

    #[test]
    fn a_wrapped_address_is_whole_again_and_a_label_opens_a_line() {
        let mut hyphens = Hyphens::of(&[]);
        let mut joined = |before, after| hyphens.joined(before, after, 1);
        assert_eq!(joined("see www.bell.example/", "news now").as_deref(), Some("see www.bell.example/news now"));
        assert_eq!(joined("ask a@bell-", "fry.example").as_deref(), Some("ask a@bell-fry.example"));
        assert_eq!(joined("ask", "a@bell.example").as_deref(), Some("ask a@bell.example"));
        assert_eq!(joined("12 Mill Lane", "Phone: 555 0101"), None);
        assert_eq!(
            joined("call 555", "0101. Email: a@bell.example").as_deref(),
            Some("call 555 0101. Email: a@bell.example")
        );
        assert_eq!(joined("Bell Works Inc.", "(OTC: BELL) said").as_deref(), Some("Bell Works Inc. (OTC: BELL) said"));
        assert_eq!(joined("call 541-555-", "0101").as_deref(), Some("call 541-555-0101"));
    }

    #[test]
    fn a_full_line_that_may_end_a_paragraph_is_left_to_the_parser() {
        let mut hyphens = Hyphens::of(&[]);
        assert_eq!(hyphens.joined("Ada Berg, 555 0101, ada@bell.example", "Bo Holm, 555 0102", 1), None);
        assert_eq!(hyphens.joined("They rang it.", "Contacts for the press", 1), None);
        assert!(hyphens.joined("They rang it in", "Skarhaven", 1).is_some());
    }

    #[test]
    fn a_hyphen_in_an_address_is_judged_by_the_text_or_doubted() {
        let text = "Tramontane runs three lines and www.bell-fry.example shows them, she says";
        let mut hyphens = Hyphens::of(&[line(text)]);
        let mut joined = |before, after| hyphens.joined(before, after, 7);
        assert_eq!(joined("a@tramon-", "tane.example or").as_deref(), Some("a@tramontane.example or"));
        assert_eq!(joined("a@bell-", "fry.example").as_deref(), Some("a@bell-fry.example"));
        assert_eq!(joined("ask fluri-", "na@bell.example").as_deref(), Some("ask fluri-na@bell.example"));
        assert_eq!(hyphens.doubts, [(7, "fluri-na@bell.example".to_owned())]);
    }
}
