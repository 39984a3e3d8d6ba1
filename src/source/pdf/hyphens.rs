//! Lines that were plainly wrapped, made one again. Hyphens at their ends are understood where the
//! PDF itself explains them: by the sign that only machines set there, or by the same word
//! elsewhere in the text. What is left may mean something, and the parser is to judge it.

use std::collections::HashSet;

use super::lines::Line;

/// The hyphen that programs set where they cut a word; nobody types it.
const MACHINE_SET: char = '\u{2010}';

/// The words of a text that stand within a line, in lower case.
pub struct Hyphens {
    words: HashSet<String>,
}

impl Hyphens {
    pub fn of(lines: &[Line]) -> Self {
        let mut words = HashSet::new();
        for line in lines {
            let mut inside: Vec<&str> = line.text.split_whitespace().collect();
            inside.pop();
            words.extend(inside.into_iter().map(|word| bare(word).to_lowercase()));
        }
        Self { words }
    }

    /// Two lines as one, if it is sure how they belong together.
    pub fn joined(&self, before: &str, after: &str) -> Option<String> {
        if opens_with_label(after) && !goes_on(before, after) {
            return None;
        }
        if let Some(stem) = before.strip_suffix(MACHINE_SET) {
            return Some(format!("{stem}{after}"));
        }
        let last = before.rsplit(char::is_whitespace).next().unwrap_or(before);
        let address = ["://", "www.", "@"].iter().any(|sign| last.contains(sign));
        if address && last.ends_with(['/', '-', '@', '=', '&', '_']) {
            return Some(format!("{before}{after}"));
        }
        // "IT/" above "ICT"
        if before.ends_with('/') && !before.ends_with(" /") {
            return Some(format!("{before}{after}"));
        }
        let Some(stem) = before.strip_suffix('-') else {
            return Some(format!("{before} {after}"));
        };
        let first = stem.rsplit(char::is_whitespace).next().unwrap_or(stem);
        let second = after.split_whitespace().next()?;
        let known = |word: String| self.words.contains(&bare(&word).to_lowercase());
        match (known(format!("{first}{second}")), known(format!("{first}-{second}"))) {
            (true, false) => Some(format!("{stem}{after}")),
            (false, true) => Some(format!("{before}{after}")),
            _ => None,
        }
    }
}

/// "Telefon: …" opens a line of its own, however full the one above is.
fn opens_with_label(line: &str) -> bool {
    let mut words = line.split_whitespace();
    words.by_ref().take(3).any(|word| word.ends_with(':'))
}

/// "... activities. As" above "Ada Berg emphasised: ...": a full line that ends no sentence, and a
/// line of running text.
fn goes_on(before: &str, after: &str) -> bool {
    const FEWEST_WORDS: usize = 8;
    !before.ends_with(['.', '!', '?', ':', ';', '”', '"'])
        && after.split_whitespace().count() >= FEWEST_WORDS
        && !after.contains('@')
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_that_stands_elsewhere_tells_what_its_hyphen_means() {
        let text = "The go-cluster program and its innovation, they say";
        let line = Line {
            text: text.to_owned(),
            left: 0.0,
            right: 0.0,
            baseline: 0.0,
            size: 0.0,
            bold: false,
            first_word: 0.0,
            page: 0,
            column: 0,
        };
        let hyphens = Hyphens::of(&[line]);
        assert_eq!(hyphens.joined("of the go-", "cluster program").as_deref(), Some("of the go-cluster program"));
        assert_eq!(hyphens.joined("such innova-", "tion.").as_deref(), Some("such innovation."));
        assert_eq!(hyphens.joined("high\u{2010}", "lighting").as_deref(), Some("highlighting"));
        assert_eq!(hyphens.joined("pre-", "adjudication"), None);
    }

    #[test]
    fn a_wrapped_address_is_whole_again_and_a_label_opens_a_line() {
        let hyphens = Hyphens::of(&[]);
        let joined = |before, after| hyphens.joined(before, after);
        assert_eq!(joined("see www.bell.example/", "news now").as_deref(), Some("see www.bell.example/news now"));
        assert_eq!(joined("ask a@bell-", "fry.example").as_deref(), Some("ask a@bell-fry.example"));
        assert_eq!(joined("ask", "a@bell.example").as_deref(), Some("ask a@bell.example"));
        assert_eq!(joined("12 Mill Lane", "Phone: 555 0101"), None);
    }
}
