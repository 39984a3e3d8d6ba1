//! Lines among those of a contact, or below them, that say something else: where pictures are, rows of
//! figures, a sentence.

use crate::characters;
use crate::manuscript::{Block, Joint};
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
