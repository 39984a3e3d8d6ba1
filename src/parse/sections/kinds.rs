//! What a block below the lead is, by its own words and those of its neighbours.

use super::super::joining::ends_sentence;
use super::super::words::{self, fold};
use super::super::{contacts, details, header, line, people};
use super::FEWEST_WORDS_OF_PROSE;
use super::bare_name::is_bare_name;
use crate::characters;
use crate::manuscript::{Block, Shape};

pub fn contact_heading(block: &Block) -> Option<String> {
    let text = block.text();
    let rest = line::contact_heading(text)?;
    let heading = fold(&text[..rest]);
    // "For more information, visit:" leads to a page, not to a person.
    let leads_away = words::LEADS_TO_PAGE_IN.is_within(&heading);
    (!leads_away).then(|| text[rest..].trim().trim_start_matches(['*', '_', ' ']).to_owned())
}

/// "Forward-Looking Statements" on a line of its own.
pub fn is_notice_heading(blocks: &[Block], at: usize) -> bool {
    let text = blocks[at].text();
    text.len() <= 200
        && !ends_sentence(text)
        && line::notice(text)
        && !words::at_least(text, 7)
        && blocks.get(at + 1).is_some_and(is_prose)
}

/// A caption's label opens a caption when a text follows it.
pub fn opens_caption(blocks: &[Block], at: usize, rest: usize) -> bool {
    let text = blocks[at].text();
    // "Images: Zara Holt, z.holt@example.org", "Photos: example.org/press"
    let value = text[rest..].trim();
    let is_address = value.contains('.') && !value.contains(' ');
    if is_address || details::calls_somebody(value) {
        return false;
    }
    !text[rest..].trim().is_empty()
        || blocks.get(at + 1).is_some_and(|next| line::contact_heading(next.text()).is_none())
}

pub fn opens_boilerplate(blocks: &[Block], at: usize) -> bool {
    let block = &blocks[at];
    let text = block.text();
    if !matches!(block.shape, Shape::Text | Shape::Heading(_)) {
        return false;
    }
    let next = blocks.get(at + 1);
    if let Some((heading, rest)) = text.split_once(':')
        && rest.split_whitespace().count() >= FEWEST_WORDS_OF_PROSE
        && line::boilerplate_heading(heading)
    {
        return true;
    }
    let followed = next.is_some_and(|next| is_prose(next) || words::at_least(next.text(), 4));
    followed
        && (line::boilerplate_heading(text)
            || next.is_some_and(|next| describes(text, next.text()) || names_house_below(text, next.text()))
            || next.is_some_and(|next| is_bare_name(block, next, &blocks[at + 2..])))
}

/// "Sobre el sindicato de fareros" above "El sindicato de fareros se fundó ...": the house that the
/// next paragraph opens with, though its name has no capital.
fn describes(heading: &str, below: &str) -> bool {
    const LONGEST: usize = 80;
    if heading.len() > LONGEST || ends_sentence(heading) {
        return false;
    }
    let Some(phrase) = words::BOILERPLATE.opening(heading) else { return false };
    let house = fold(words::after(heading.trim_start(), phrase).trim_matches([' ', ':', '\u{A0}']));
    words::at_least(&house, 2) && words::behind(below, &house).is_some_and(|rest| rest.starts_with([' ', ',']))
}

/// "Over Vivantis", "Su Vivantis" above "Vivantis is ...": small words that open sentences as well, so the
/// paragraph has to name the house again.
fn names_house_below(heading: &str, below: &str) -> bool {
    const LONGEST: usize = 80;
    const NEAR: usize = 160;
    if heading.len() > LONGEST || ends_sentence(heading) {
        return false;
    }
    // "O PortNet" above "PortNet to ...": Polish, where in Portuguese an article would open the sentence too.
    if let Some(name) = words::behind(heading, "o ").filter(|name| name.len() > 2 && !words::at_least(name, 6)) {
        return words::behind(below, &fold(name))
            .is_some_and(|rest| [" to ", " jest "].iter().any(|is| rest.starts_with(is)));
    }
    let Some(name) = words::ABOUT_ALONE.behind_each(heading).find_map(|name| name.strip_prefix(' ')) else {
        return false;
    };
    let first = name.split([' ', ':', ',']).next().unwrap_or("");
    first.starts_with(char::is_uppercase)
        && first.chars().count() >= 3
        && !words::at_least(name, 6)
        && fold(characters::at_most(below, NEAR)).contains(&fold(first))
}

/// Whether a word says what a house does, in the first sentence about it.
pub fn introduces(word: &str) -> bool {
    words::INTRODUCTIONS.has_small(word)
}

/// A paragraph of sentences rather than a line of a block.
pub fn is_prose(block: &Block) -> bool {
    let text = block.text();
    matches!(block.shape, Shape::Text | Shape::Quote)
        && (ends_sentence(text) && words::at_least(text, FEWEST_WORDS_OF_PROSE)
            || text.len() > 200 && text.chars().nth(200).is_some())
}

pub fn ends_with_colon(text: &str) -> bool {
    text.trim_end().ends_with(':')
}

/// "House, Department, Name, Telefon: ...": people, house and labelled numbers on one line.
fn is_contact_line(block: &Block) -> bool {
    const LONGEST: usize = 220;
    let text = block.text();
    let calls_nobody = !characters::holds(text, |byte| byte.is_ascii_digit() || byte == b'@');
    if calls_nobody
        || !matches!(block.shape, Shape::Text)
        || text.chars().count() > LONGEST
        || details::is_detail_line(text)
    {
        return false;
    }
    // "Jane Doe | Press & Digital | jane@example.org"
    if text.contains(['@', '|'])
        && people::opens_with_person(text.split(['|', ':']).next().unwrap_or(text))
        && contacts::is_whole(text)
    {
        return true;
    }
    let Some(label) = details::label_starts(text).into_iter().find(|at| *at > 0) else { return false };
    let before = text[..label].trim_end_matches([' ', ',', ';', '|', '•', '·', '(']);
    let words = before.split_whitespace().count();
    let opens_with_name = || {
        let first: Vec<&str> = before.split_whitespace().take(2).collect();
        let first = first.join(" ");
        // "Further information gives the culture office on telephone 0113 496 0288."
        people::person(&first).is_some() && !words::CONTACT.has(&first)
    };
    // Parts of a list are names; those of a sentence go on in small letters.
    let names = before
        .split([',', '•', '|'])
        .all(|part| part.split_whitespace().count() <= 7 && part.trim_start().starts_with(|c: char| !c.is_lowercase()));
    let listed = names
        && before.split([',', '•', '|']).any(|part| people::person(part).is_some() || people::is_organisation(part));
    let number = || details::label(&text[label..]).map_or(label, |(_, at)| label + at);
    let calls = text[label..].contains('@') || !details::labelled_phones(&text[number()..]).is_empty();
    calls
        && !ends_sentence(before)
        && words <= 16
        && (listed && before.contains([',', '•', '|']) || opens_with_name())
        && (before.contains('|') || !contacts::speaks_of_contact(before))
}

/// A line that is a phone number or an e-mail address; a web address alone calls nobody.
pub fn is_call_detail(block: &Block) -> bool {
    let text = block.text();
    if is_contact_line(block) {
        return true;
    }
    if !matches!(block.shape, Shape::Text) || !details::is_detail_line(text) {
        return false;
    }
    let (emails, urls) = details::addresses(text);
    !emails.is_empty() || urls.is_empty() && !details::phones(text).is_empty()
}

/// "Tags: harbour, lamps" at the foot of a text.
pub fn is_filed(blocks: &[Block], at: usize) -> bool {
    const MOST_BELOW: usize = 3;
    const MOST_WORDS: usize = 20;
    let text = blocks[at].text();
    blocks.len() - at <= MOST_BELOW
        && header::is_filing(text)
        && !ends_sentence(text)
        && !words::at_least(text, MOST_WORDS + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks(text: &str) -> Vec<Block> {
        crate::source::text::read(text, 1).blocks
    }

    #[test]
    fn a_contact_on_one_line_is_names_and_labelled_numbers() {
        for text in [
            "Halverton Lamp Works, Ada Berg, Tel. 0351 1234567",
            "Halverton Lamp Works, Quay 4, Tel. 0351 1234567",
            "Ada Berg, Quay 4, E-Mail: press@works.example",
            "Ada Berg Tel. 0351 1234567",
            "press@works.example",
            "0351 1234567",
        ] {
            assert!(is_call_detail(&blocks(text)[0]), "{text}");
        }
        let long = format!("Halverton Lamp Works, Ada Berg, {}, Tel. 0351 1234567", "Ü".repeat(170));
        assert_eq!(long.chars().count(), 221);
        for text in [
            "www.works.example",
            "- Halverton Lamp Works, Ada Berg, Tel. 0351 1234567",
            "Halverton Lamp Works, Ada Berg, Tel. by the door",
            "Halverton Lamp Works and Ada Berg have moved. Tel. 0351 1234567",
            "For questions please contact Ada Berg, Halverton Lamp Works, Tel. 0351 1234567",
            &long,
        ] {
            assert!(!is_call_detail(&blocks(text)[0]), "{text}");
        }
    }

    #[test]
    fn a_paragraph_is_sentences_or_long() {
        assert!(is_prose(&blocks("It has kept the lamps of four harbours since 1871.")[0]));
        assert!(!is_prose(&blocks("It has kept the lamps of harbours since 1871.")[0]));
        // Of letters of two bytes, since letters are counted.
        assert!(is_prose(&blocks(&"ü".repeat(201))[0]));
        assert!(!is_prose(&blocks(&"ü".repeat(200))[0]));
    }

    #[test]
    fn a_label_opens_a_caption_where_a_text_follows() {
        assert!(opens_caption(&blocks("Photo: The new lamp"), 0, 6));
        assert!(opens_caption(&blocks("Photo:\nThe new lamp"), 0, 6));
        assert!(!opens_caption(&blocks("Photo:\nContact: Ada Berg"), 0, 6));
        assert!(!opens_caption(&blocks("Photo:"), 0, 6));
    }
}
