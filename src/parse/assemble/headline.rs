//! Which headline counts where front matter states one and the text has a line that looks like one.
//!
//! No line of the text is lost for it: what says something else than the stated headline goes on as the
//! sub-headline, or opens the body.

use std::collections::HashSet;

use super::super::details;
use super::super::words::{self, fold};
use super::super::{Piece, Placed, Understood};
use crate::problem::Report;
use crate::prose::Prose;
use crate::release::Part;
use crate::source::front_matter::FrontMatter;

/// The headline that front matter states, if it is one. What the text has beside it is put where it belongs.
pub fn stated(text: &mut Understood, front: &FrontMatter, report: &mut Report) -> Option<String> {
    let stated = front.title.as_ref()?;
    let Some(read) = text.title.take() else {
        if words::RELEASE_LINES.has(&stated.value) {
            let what = "`title` says what kind of text it is, and no headline";
            report.error(stated.at, what, "state the headline").found(&stated.value);
        }
        return Some(stated.value.clone());
    };
    if is_kind(&stated.value) {
        let what = "`title` says what kind of text it is, and the headline stands in the text";
        report.warning(stated.at, what, "delete the key, or state the headline").found(&stated.value);
        let headline = read.value.clone();
        text.title = Some(read);
        return Some(headline);
    }
    let is_again = |line: &Placed<String>| fold(&line.value) == fold(&stated.value);
    if says_the_same(&stated.value, &read.value) {
        text.title = Some(read);
    } else if let Some(again) = text.subtitle.take_if(|line| is_again(line)) {
        // What stood above the headline is of the page around it, and the line below is the sub-headline.
        text.subtitle = below(text, again.at.line);
        text.body.insert(0, Placed::new(read.at, Piece::Part(Part::Paragraph(Prose::plain(read.value)))));
        text.title = Some(again);
    } else if text.subtitle.is_none() && front.subtitle.is_none() {
        text.subtitle = Some(read);
    } else if front.subtitle.as_ref().is_some_and(|subtitle| says_the_same(&subtitle.value, &read.value)) {
        text.subtitle.get_or_insert(read);
    } else {
        let heading = Piece::Part(Part::Heading(Prose::plain(read.value)));
        text.body.insert(0, Placed::new(read.at, heading));
    }
    Some(stated.value.clone())
}

/// Takes the line out of the body that stands below a line and above the lead.
fn below(text: &mut Understood, headline: usize) -> Option<Placed<String>> {
    const MOST_WORDS: usize = 30;
    let lead = text.lead.as_ref()?.at.line;
    let is_line = |piece: &Placed<Piece>| {
        let Piece::Part(Part::Paragraph(prose)) = &piece.value else { return false };
        (headline + 1..lead).contains(&piece.at.line) && !words::at_least(prose.text(), MOST_WORDS + 1)
    };
    let at = text.body.iter().position(is_line)?;
    let line = text.body.remove(at);
    Some(Placed::new(line.at, line.value.text().to_owned()))
}

/// "Press release" says what kind of text it is.
pub fn is_kind(headline: &str) -> bool {
    words::RELEASE_LINES.has(headline) || words::KINDS.has(headline)
}

/// Two labels of contacts, or one and somebody's number, or two numbers: lines of columns that were read as one.
pub fn is_of_contact(headline: &str) -> bool {
    let is_label = |at: &usize| words::CONTACT.has(headline[..*at].rsplit(' ').next().unwrap_or_default());
    let labels = headline.match_indices(':').map(|(at, _)| at).filter(is_label).count();
    labels > 1 || labels == 1 && !details::phones_of_contact(headline).is_empty() || details::phones(headline).len() > 1
}

/// Two headlines of one release share most of their longer words.
fn says_the_same(one: &str, other: &str) -> bool {
    const FEWEST_LETTERS: usize = 4;
    let words = |text: &str| -> HashSet<String> {
        let folded = fold(text);
        let words = folded.split(|c: char| !c.is_alphanumeric());
        words.filter(|word| word.chars().count() >= FEWEST_LETTERS).map(str::to_owned).collect()
    };
    let (a, b) = (words(one), words(other));
    let fewer = a.len().min(b.len());
    fold(one) == fold(other) || fewer > 0 && 3 * a.intersection(&b).count() >= 2 * fewer
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_wordings_of_one_headline_are_told_from_a_sub_headline() {
        for (one, other) in [
            ("Lamp room open", "Lamp room restored"),
            ("Ferry sails by night", "FERRY SAILS BY NIGHT"),
            ("Bell rings", "Bell of the old harbour office rings again"),
        ] {
            assert!(says_the_same(one, other), "{one} / {other}");
        }
        for (one, other) in [
            ("Fund gives grant for archive", "Glass plates of the old fleet will be cleaned and copied"),
            ("Ferry sails by night", "Three islands within reach after ten"),
        ] {
            assert!(!says_the_same(one, other), "{one} / {other}");
        }
    }
}
