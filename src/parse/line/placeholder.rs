//! What a template left behind for somebody to fill in.
//!
//! Only its shape and the words of templates count; whether a text means what it says so, nothing here knows, but
//! that what is spoken of stands in quotation marks.

mod brackets;
mod capitals;
mod figures;

use super::super::details;
use super::super::words::{self, Wordings, fold};
use crate::characters;

/// Placeholders that a template left behind, in their order.
pub fn placeholders(text: &str) -> Vec<&str> {
    const MOST: usize = 20;
    let mut all = Vec::new();
    let mut texts = vec![text];
    while let Some(text) = texts.pop().filter(|_| all.len() < MOST) {
        let Some(found) = placeholder(text) else { continue };
        all.push(found);
        let start = found.as_ptr() as usize - text.as_ptr() as usize;
        texts.extend([&text[start + found.len()..], &text[..start]]);
    }
    if all.is_empty() && is_nothing_else(text) {
        all.push(text);
    }
    all.sort_by_key(|found| found.as_ptr());
    all
}

fn placeholder(text: &str) -> Option<&str> {
    let has_bracket = characters::holds(text, |byte| matches!(byte, b'{' | b'<' | b'[' | b'('));
    let bracketed = || has_bracket.then(|| brackets::in_parentheses(text).or_else(|| brackets::asked(text))).flatten();
    doubled(text, has_bracket)
        .or_else(|| blank_form(text))
        .or_else(bracketed)
        .or_else(|| figures::to_come(text))
        .or_else(|| figures::between_signs(text))
        .or_else(|| figures::of_a_program(text))
        .or_else(|| capitals::named(text))
}

/// "{{ title }}": in the brackets of a program.
fn doubled(text: &str, has_bracket: bool) -> Option<&str> {
    let pairs = [("_{", "}"), ("{{", "}}"), ("${", "}"), ("<<", ">>"), ("[[", "]]")];
    pairs.into_iter().filter(|_| has_bracket).find_map(|(open, close)| {
        let start = text.find(open)?;
        let length = text[start + open.len()..].find(close).filter(|length| *length > 0)?;
        text.get(start..start + open.len() + length + close.len())
    })
}

/// Whether one of the forms is there, be it in small letters.
fn has_blank_form(text: &str) -> bool {
    words::wordings(text).has(Wordings::BLANK_FORM)
}

/// "DD/MM/YYYY", "Lorem ipsum".
fn blank_form(text: &str) -> Option<&str> {
    if !has_blank_form(text) {
        return None;
    }
    let forms = words::BLANK_FORMS.iter();
    let mut found = forms.flat_map(|form| text.match_indices(form));
    found.find(|(at, _)| !is_spoken_of(&text[..*at])).map(|(at, form)| &text[at..at + form.len()])
}

/// where “Lorem ipsum dolor sit amet” comes from: quotation marks within a sentence. A quotation still to come
/// stands at the beginning, or behind a colon.
fn is_spoken_of(before: &str) -> bool {
    const NEAR: usize = 24;
    let mut near = before.char_indices().rev().take(NEAR);
    let opening = near.find(|(_, c)| "\"“„«‘'”".contains(*c));
    opening.is_some_and(|(at, _)| before[..at].trim_end().ends_with(char::is_alphanumeric))
}

/// "TODO: add quote", "INSERT QUOTE HERE", "Platzhaltertext": a line that says nothing else.
fn is_nothing_else(text: &str) -> bool {
    const MOST_WORDS: usize = 6;
    if ["TODO:", "FIXME:", "TK:"].iter().any(|label| text.starts_with(label)) {
        return true;
    }
    if is_shouted_order(text) || is_numbered(text) {
        return true;
    }
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '[' | ']'));
    if bare.is_empty() || words::at_least(bare, MOST_WORDS + 1) {
        return false;
    }
    let folded = fold(bare);
    let (first, last) = (folded.split(' ').next().unwrap_or(""), folded.rsplit(' ').next().unwrap_or(""));
    let between = |firsts: &[&str], lasts: &[&str]| firsts.contains(&first) && lasts.contains(&last);
    let asks = words::at_least(bare, 3)
        && (between(&["insert", "add", "type", "enter", "your", "put"], &["here"])
            || first == "hier" && words::LAST_ORDERS.binary_search(&last).is_ok()
            || between(&["insérer", "insérez", "votre", "ajouter"], &["ici"])
            || between(&["insertar", "inserte", "su"], &["aquí"])
            || between(&["inserire", "inserisci", "il"], &["qui"])
            || between(&["inserir", "insira", "seu"], &["aqui"]));
    asks || words::ALONE.binary_search(&fold(text.trim_end_matches(['.', '!', ':'])).as_str()).is_ok()
        || ["#REF!", "#NAME?", "NaN", "undefined", "null"].contains(&text)
}

/// "PROVIDE MORE DETAILS HERE", "MAY REPLACE WITH YOUR BOILERPLATE": an order in capitals, of no headline's words.
fn is_shouted_order(text: &str) -> bool {
    const ORDERS: [&str; 5] = ["INSERT", "PROVIDE", "REPLACE", "ENTER", "ADD"];
    if text.chars().any(char::is_lowercase) {
        return false;
    }
    let mut all = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let orders = all.clone().any(|word| ORDERS.contains(&word));
    let is_of_template = all.any(|word| ["HERE", "BOILERPLATE"].contains(&word)) || text.contains("REPLACE WITH");
    orders && is_of_template
}

/// "[Absatz 2]", "Paragraph 2"
fn is_numbered(text: &str) -> bool {
    const PARTS: [&str; 9] =
        ["absatz", "paragraph", "paragraphe", "párrafo", "paragrafo", "parágrafo", "alinea", "stycke", "avsnitt"];
    let inner = text.strip_prefix('[').and_then(|text| text.strip_suffix(']')).unwrap_or(text);
    let number = |number: &str| (1..=2).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
    inner.split_once(' ').is_some_and(|(part, rest)| number(rest) && PARTS.contains(&fold(part).as_str()))
}

/// "TBD", "wird ergänzt"
pub fn is_to_come(text: &str) -> bool {
    let bare = text.trim_matches([' ', '\u{A0}', '.', '!', '*', '_', '(', ')', '[', ']']);
    words::TO_COME.contains(&fold(bare).as_str())
}

/// "Media contact: TBD", "Tel.: folgt"
pub fn is_contact_to_come(text: &str) -> bool {
    text.split_once(':').is_some_and(|(label, value)| {
        is_to_come(value)
            && (super::contact_heading(text).is_some() || words::CONTACT.has(label) || is_way_to_call(text))
    })
}

fn is_way_to_call(text: &str) -> bool {
    details::label(text.trim_start()).is_some()
}

/// "Commented [JS1]: ...", as a word processor writes a remark of its margin: what is said in it, nobody is told.
pub fn review_comment(text: &str) -> Option<&str> {
    let label = words::COMMENTS.opening(text)?;
    let inner = words::after(text.trim_start(), label).trim_start().strip_prefix('[')?;
    let (mark, rest) = inner.split_once(']')?;
    let name = mark.trim_end_matches(|c: char| c.is_ascii_digit());
    let fits = (1..=6).contains(&mark.len()) && name.len() < mark.len() && name.chars().all(char::is_alphabetic);
    (fits && rest.starts_with(':')).then(|| &text[..text.len() - rest.len()])
}

#[cfg(test)]
mod tests;
