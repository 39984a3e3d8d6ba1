//! The name of a house as the heading of what it says of itself, told from the crossheads of a text: "Harbour
//! Museum", and not "The Court's decision", "Government to carry blankets" or "Hazel Project Update".

use super::kinds::{contact_heading, introduces, is_prose};
use crate::manuscript::{Block, Joint};
use crate::parse::joining::ends_sentence;
use crate::parse::words::{self, fold};
use crate::parse::{line, people};

/// So many further paragraphs a house says of itself below its bare name; below more a text goes on.
const MOST_PARAGRAPHS: usize = 3;

/// A word that stands before a common noun as before a name.
fn is_article(word: &str) -> bool {
    words::ARTICLES.has(word) || words::POSSESSIVES.has(word)
}

/// Only the organisation's name, above a paragraph that introduces it.
pub fn is_bare_name(block: &Block, next: &Block, below: &[Block]) -> bool {
    let text = block.text();
    if block.joint != Joint::Gap || text.len() > 280 || text.chars().count() > 70 || text.split_whitespace().count() > 7
    {
        return false;
    }
    let folded = fold(text);
    let ends_open = !ends_sentence(text) || line::ends_with_legal_form(&folded);
    if !(is_prose(next) || ends_sentence(next.text()) && next.text().split_whitespace().count() >= 6) || !ends_open {
        return false;
    }
    let opening = next.text().char_indices().nth(200).map_or(next.text(), |(end, _)| &next.text()[..end]);
    let opening = fold(opening);
    let verb_follows = |rest: &str| {
        let verb = rest.strip_prefix(' ').and_then(|rest| rest.split_once(' ')).map_or("", |(verb, _)| verb);
        introduces(verb)
    };
    let introduced = opening.strip_prefix(&folded).is_some_and(verb_follows);
    let of_text = || below.iter().take_while(|block| contact_heading(block).is_none() && !line::end_mark(block.text()));
    let is_last = || !of_text().any(is_prose);
    // A house's name above the text's last paragraph; "The Trust" above what it is.
    let last = || line::ends_with_legal_form(&folded) && is_last();
    let is_house = people::is_organisation(text);
    (introduced && (!is_common(text) || is_house && is_last())
        || last()
        || is_house && is_named(text, &folded, &opening))
        && is_shaped_as_name(text, introduced)
        && of_text().filter(|block| is_prose(block)).nth(MOST_PARAGRAPHS).is_none()
}

/// Whether a paragraph names the house of a heading again, be it by its first word alone.
fn is_named(text: &str, folded: &str, opening: &str) -> bool {
    const LEGAL_WORD: usize = 5;
    if opening.contains(folded) {
        return !is_common(text);
    }
    let mut parts = folded.split_whitespace().filter(|part| !is_article(part));
    let is_house = |part: &str| words::ORGANISATIONS.has(part) || people::is_german_house(part);
    let first = parts.next().unwrap_or("");
    let second = parts.next().unwrap_or("");
    let last = parts.next_back().unwrap_or(if second.is_empty() { first } else { second }).trim_end_matches(')');
    // "Die Technische Hochschule Hazel"
    let with_adjective = first.ends_with('e') && is_house(second);
    let has_article = is_article(folded.split(' ').next().unwrap_or(""));
    // "Hazel Project Update" names no house, "Hazel Museum" and "Museum Hazel" do.
    let named = is_house(first)
        || is_house(last)
        || last.len() <= LEGAL_WORD
        || folded.contains(" of ")
        || has_article && with_adjective;
    let shouted = !text.chars().any(char::is_lowercase);
    let own = folded.split_whitespace().filter(|part| !is_article(part) && !is_house(part));
    // Small words stand in every paragraph.
    let mut own = own.enumerate().filter(|(at, own)| own.chars().count() > if *at == 0 { 2 } else { 4 });
    named && !shouted && own.any(|(_, own)| opening.contains(own))
}

/// "The Court", "Die Ausstellung", "THE DEPARTMENT OF RIVERS": what a text speaks of anyway.
fn is_common(text: &str) -> bool {
    let Some((article, noun)) = text.split_once(' ') else { return words::ORGANISATIONS.has(text) };
    let shouted = !text.chars().any(char::is_lowercase);
    is_article(article) && (shouted || !words::at_least(noun, 2))
}

/// Whether nothing is done in a heading, nothing asked or labelled, and nothing said to be a house's.
fn is_shaped_as_name(text: &str, introduced: bool) -> bool {
    let shouted = !text.chars().any(char::is_lowercase);
    let mut parts = text.split_whitespace();
    let of_a_house = text.split_whitespace().any(|part| {
        let owner = part.strip_suffix("'s").or_else(|| part.strip_suffix("’s"));
        owner.is_some_and(|owner| words::ORGANISATIONS.has(owner))
    });
    let last = text.rsplit([' ', '\u{A0}']).next().unwrap_or(text);
    let ends_as_name = people::is_legal_form(last) || line::ends_with_legal_form(&fold(text));
    let is_large = parts.next().is_some_and(people::is_large);
    !text.contains(':')
        && !of_a_house
        && (introduced
            || ends_as_name
            || shouted && !fold(text).contains(" to ")
            || is_large && people::is_joined_by_capitals(parts))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks(text: &str) -> Vec<Block> {
        crate::source::text::read(text, 1).blocks
    }

    #[test]
    fn a_name_above_a_paragraph_that_introduces_it_is_a_heading() {
        let is_bare = |text: &str| {
            let blocks = blocks(&format!("The council met.\n\n{text}"));
            is_bare_name(&blocks[1], &blocks[2], &blocks[3..])
        };
        let works = "is a house of forty people who cut lenses and keep the lamps of four harbours.";
        for text in [
            &format!("Halverton Lights\nHalverton Lights {works}"),
            "Halverton Museum\nForty people of Halverton Museum cut lenses and keep the lamps of four harbours.",
            "Halverton Museum\nForty people of Halverton cut lenses and keep the lamps of four harbours.",
            "Halverton Lights Ltd.\nForty people cut lenses here and keep the lamps of four harbours.",
            &format!("One Two Three Four Five Six Seven\nOne Two Three Four Five Six Seven {works}"),
            "Halverton Lights\nHalverton Lights is a house of lamps.",
        ] {
            assert!(is_bare(text), "{text}");
        }
        for text in [
            "Halverton Lights\nForty people of Halverton Lights cut lenses and keep the lamps of four harbours.",
            "Halverton Museum\nForty people cut lenses here and keep the lamps of four harbours.",
            "Halverton Lights Ltd.\nForty people cut lenses here and keep the lamps of four harbours.\n\nThe oldest of them hung in a chapel for eighty years.",
            &format!("One Two Three Four Five Six Seven Eight\nOne Two Three Four Five Six Seven Eight {works}"),
            "Halverton Lights\nHalverton Lights is here.",
        ] {
            assert!(!is_bare(text), "{text}");
        }
        let touching = blocks(&format!("The council met.\nHalverton Lights\nHalverton Lights {works}"));
        assert!(!is_bare_name(&touching[1], &touching[2], &[]));
    }

    #[test]
    fn a_crosshead_is_no_name_of_a_house() {
        let is_bare = |text: &str| {
            let blocks = blocks(&format!("The council met.\n\n{text}"));
            is_bare_name(&blocks[1], &blocks[2], &blocks[3..])
        };
        for text in [
            "The Court’s decision\nThe Court found that the boatmen had been wronged in the spring.",
            "The Court\nThe Court found that the boatmen had been wronged in the spring.",
            "The exhibition\nThe exhibition is open until the last day of the month of May.",
            "Die Ausstellung\nDie Ausstellung ist bis zum letzten Tag des Monats Mai zu sehen.",
            "Government to carry blankets\nThe Government has arranged to carry blankets to the north by boat.",
            "GOVERNMENT TO CARRY BLANKETS\nThe Government has arranged to carry blankets to the north by boat.",
            "THE DEPARTMENT OF RIVERS\nThe Department of Rivers said that the water was still on the rise.",
            "Hazel Project Update\nThe permits for the drilling at Hazel are in the last stage of all.",
            "Hazel Project update\nThe permits for the drilling at Hazel are in the last stage of all.",
            "COURT ACTION: N\nPlease note that the day of the court and its time may both be changed.",
        ] {
            assert!(!is_bare(text), "{text}");
        }
        let paragraphs =
            |count: usize| "\n\nThe museum has shown the lamps of the four harbours since 1871.".repeat(count);
        let museum =
            |more: usize| format!("Hazel Museum\nHazel Museum is a house of lamps in a harbour.{}", paragraphs(more));
        assert!(is_bare(&museum(MOST_PARAGRAPHS)));
        assert!(!is_bare(&museum(MOST_PARAGRAPHS + 1)));
    }
}
