//! Lines among those of a contact, or below them, that say something else: where pictures are, rows of
//! figures, a sentence.

use crate::characters;
use crate::manuscript::{Block, Joint, Shape};
use crate::parse::joining::ends_sentence;
use crate::parse::{contacts, details, line, people, words};

/// "Pictures to download: www.harbour.example/press" among the lines of a contact, or "Find pictures in
/// print quality at www.harbour.example/press".
pub fn leads_elsewhere(text: &str) -> bool {
    let speaks = || {
        let (emails, urls) = details::addresses(text);
        let [url] = urls.as_slice() else { return false };
        let rest = text.replace(url.as_str(), " ");
        let small = rest.split_whitespace().filter(|word| word.starts_with(char::is_lowercase)).count();
        emails.is_empty()
            && small >= 2
            && words::at_least(&rest, 5)
            && details::phones(&rest).is_empty()
            && !people::is_organisation(&rest)
            && !contacts::speaks_of_contact(&rest)
    };
    // "(all numbers of the office by day)"
    let in_parentheses =
        text.starts_with('(') && text.ends_with(')') && words::at_least(text, 4) && !details::reaches_somebody(text);
    in_parentheses || labels_an_address(text) || speaks()
}

/// "See also:" above "In Northland:" and addresses of pages: links for the reader, and nobody to call.
pub fn opens_links(below: &[Block]) -> bool {
    const MOST_LABELS: usize = 2;
    let is_label = |block: &&Block| {
        block.text().ends_with(':') && details::label(block.text()).is_none() && !contacts::is_label(block.text())
    };
    let labels = below.iter().take(MOST_LABELS).take_while(is_label).count();
    let is_page = |block: &Block| block.text().contains("://") && !block.text().trim().contains([' ', '@']);
    labels > 0 && below.get(labels).is_some_and(is_page)
}

/// "Technical documentation:" above lines of which none is a number, an address, a role or somebody's name: below
/// somebody who can be called they are of something else.
pub fn heads_something_else(below: &[Block]) -> bool {
    const MOST_WORDS: usize = 6;
    const MOST_LINES: usize = 12;
    let Some((heading, below)) = below.split_first() else { return false };
    let Some(label) = heading.text().trim_end().strip_suffix(':') else { return false };
    let is_known = || {
        details::label(heading.text()).is_some()
            || contacts::is_label(heading.text())
            || people::is_certain(label)
            || people::is_role(label)
            || people::is_house_with_legal_form(label)
    };
    let of_somebody = |block: &&Block| {
        let text = block.text();
        details::reaches_somebody(text)
            || details::label(text).is_some()
            || contacts::is_address(text)
            || people::is_role(text)
            || people::opens_with_person(text)
    };
    let is_below = |block: &&Block| block.joint != Joint::Gap || matches!(block.shape, Shape::Item { .. });
    let lines = || below.iter().take(MOST_LINES).take_while(is_below);
    !words::at_least(label, MOST_WORDS + 1)
        && label.starts_with(char::is_uppercase)
        && lines().next().is_some()
        && !lines().any(|block| of_somebody(&block))
        && !is_known()
}

/// Lines of which none calls anybody, and one says what something is: "Project: Workshop at the quay".
pub fn says_facts_alone(below: &[Block]) -> bool {
    const MOST_LINES: usize = 40;
    let is_fact = |block: &Block| {
        let text = block.text();
        text.split_once(": ").is_some_and(|(label, value)| {
            !words::at_least(label, 4)
                && words::at_least(value, 2)
                && details::label(text).is_none()
                && !contacts::is_label(&format!("{label}:"))
                && !people::is_role(label)
                && people::people(value).is_empty()
                && !people::opens_with_person(value)
                && !people::is_organisation(label)
        })
    };
    let below = || below.iter().take(MOST_LINES);
    below().take_while(|block| !matches!(block.shape, Shape::Heading(_))).any(is_fact)
        && !below().any(|block| details::reaches_somebody(block.text()))
}

/// "Dr Jane Doe, Institute of Lake Science, Northland." above her number.
pub fn names_who_is_called(below: &[Block]) -> bool {
    let [block, next, ..] = below else { return false };
    people::opens_with_person(block.text())
        && next.joint != Joint::Gap
        && details::is_detail_line(next.text())
        && !contacts::speaks_of_contact(block.text())
}

/// "For the ministers of schools and of health: press officer Jane Doe, 0113 496 0288.", long as it is.
pub fn labels_somebody(text: &str) -> bool {
    const MOST_WORDS: usize = 9;
    text.split_once(": ").is_some_and(|(_, value)| {
        let first = value.split(',').next().unwrap_or(value);
        !words::at_least(value, MOST_WORDS + 1)
            && (people::person(first).is_some() || people::behind_words(first).is_some())
            && details::reaches_somebody(value)
    })
}

fn labels_an_address(text: &str) -> bool {
    let Some((label, value)) = text.split_once(':').filter(|(label, _)| !words::at_least(label, 9)) else {
        return false;
    };
    let (emails, urls) = details::addresses(value);
    let [url] = urls.as_slice() else { return false };
    let address_alone = emails.is_empty() && value.trim().trim_end_matches(['.', '/']) == url.trim_end_matches('/');
    address_alone
        && !label.contains("//")
        && details::label(text).is_none()
        && people::people(label).is_empty()
        && !people::is_organisation(label)
        && !contacts::is_account(text)
}

/// ": Plan 1:5000" behind a label, or nothing.
pub fn opens_value(behind: &str) -> bool {
    let behind = ["(n)", "(s)", "(e)"].iter().find_map(|end| behind.strip_prefix(end)).unwrap_or(behind).trim_start();
    behind.is_empty() || behind.starts_with(':')
}

/// Whether rows of figures stand here or a few lines below, and nobody's number before them.
pub fn opens_table(below: &[Block]) -> bool {
    const MOST_HEADINGS: usize = 7;
    let is_figure = |cell: &&str| {
        characters::has_digit(cell) && cell.chars().all(|c| c.is_ascii_digit() || ".,$€£%()-–".contains(c))
    };
    let is_row = |block: &&Block| {
        block.text().split_whitespace().filter(is_figure).nth(1).is_some() && !ends_sentence(block.text())
    };
    let called = |block: &&Block| details::calls_somebody(block.text());
    below.iter().take(MOST_HEADINGS).take_while(|block| !called(block)).filter(is_row).nth(1).is_some()
}

/// Below a complete contact: so many words, or words in quotes, that are nobody's name, role or house.
pub fn says_something_else(text: &str) -> bool {
    let quoted = text.contains(['"', '“', '„', '«']);
    !details::holds_detail(text)
        && words::at_least(text, 7)
        && (quoted || !people::is_organisation(text) && !people::is_role(text) && !characters::has_digit(text))
        && !people::opens_with_person(text)
}

/// A sentence, be it short, or the heading of a list; and nobody's address.
pub fn says_something(block: &Block) -> bool {
    const FEWEST_WORDS: usize = 4;
    let text = block.text();
    ends_sentence(text)
        && words::at_least(text, FEWEST_WORDS)
        && !line::ends_with_legal_form(&words::fold(text))
        && !text.contains('@')
}
