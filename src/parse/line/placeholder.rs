//! What a template left behind for somebody to fill in.

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
    all.sort_by_key(|found| found.as_ptr());
    all
}

fn placeholder(text: &str) -> Option<&str> {
    let opens = |byte| matches!(byte, b'{' | b'<' | b'[' | b'(');
    if !characters::holds(text, opens) && !has_blank_form(text) {
        return None;
    }
    let pairs = [("_{", "}"), ("{{", "}}"), ("${", "}"), ("<<", ">>"), ("[[", "]]")];
    for (open, close) in pairs {
        if let Some(start) = text.find(open)
            && let Some(length) = text[start + open.len()..].find(close)
            && length > 0
        {
            return text.get(start..start + open.len() + length + close.len());
        }
    }
    if let Some(found) = blank_form(text) {
        return Some(found);
    }
    text.match_indices('[').find_map(|(start, _)| asked_in_brackets(&text[start..]))
}

/// "[Your name]", at the beginning of a text.
fn asked_in_brackets(text: &str) -> Option<&str> {
    // Up to the next bracket of either kind, or opening ones without end would be looked through again and again.
    let length = text[1..].find(['[', ']']).map(|at| at + 1).filter(|at| text[*at..].starts_with(']'))?;
    let inner = fold(&text[1..length]);
    let asks = [
        "insert ",
        "your ",
        "enter ",
        "add ",
        "hier ",
        "name",
        "date",
        "datum",
        "headline",
        "titel",
        "title",
        "city",
        "ort",
        "phone",
        "email",
        "e-mail",
        "insérer ",
        "insertar ",
        "inserire ",
        "inserir ",
        "vul ",
        "fyll i ",
        "indsæt ",
        "sett inn ",
        "wpisz ",
        "company name",
        "contact name",
    ];
    asks.iter().any(|ask| inner == ask.trim() || ask.ends_with(' ') && inner.starts_with(ask)).then(|| &text[..=length])
}

/// Bytes of what parentheses in a form ask for; none is looked for to the end of a long text.
const LONGEST_ASKED: usize = 160;

/// Whether one of the forms is there, be it in small letters.
fn has_blank_form(text: &str) -> bool {
    words::wordings(text).has(Wordings::BLANK_FORM)
}

/// "DD/MM/YYYY", "(name of group)", "Lorem ipsum".
fn blank_form(text: &str) -> Option<&str> {
    let find = |pattern: &&str| text.find(pattern).map(|at| &text[at..at + pattern.len()]);
    let pattern = if has_blank_form(text) { words::BLANK_FORMS.iter().find_map(find) } else { None };
    pattern.or_else(|| {
        text.match_indices('(').find_map(|(open, _)| {
            let length = text[open..].bytes().take(LONGEST_ASKED).position(|byte| byte == b')')?;
            let inner = fold(&text[open + 1..open + length]);
            let asks = [
                "date",
                "time",
                "time and date",
                "date and time",
                "insert date",
                "your name",
                "phone number",
                "email address",
            ]
            .contains(&inner.as_str())
                || ["name of ", "insert ", "your ", "name des ", "name der ", "nom de ", "nombre de "]
                    .iter()
                    .any(|ask| inner.strip_prefix(ask).is_some_and(|rest| rest.split_whitespace().count() <= 3));
            asks.then(|| &text[open..=open + length])
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_seen() {
        for text in ["_{headline}", "{{ title }}", "[Insert date]", "[CITY]", "[Your name]"] {
            assert_eq!(placeholders(text).len(), 1, "{text}");
        }
        for text in ["[sic]", "an array [0]", "{braces}", "He said [the mayor] would"] {
            assert!(placeholders(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn each_placeholder_of_a_line_is_seen() {
        let text = "[City], {{ date }} – [Your first paragraph], [sic], (insert name)";
        assert_eq!(placeholders(text), ["[City]", "{{ date }}", "[Your first paragraph]", "(insert name)"]);
    }

    #[test]
    fn a_form_is_seen_without_brackets_and_empty_brackets_are_none() {
        assert_eq!(placeholders("Lorem ipsum dolor"), ["Lorem ipsum dolor"]);
        assert_eq!(placeholders("Choir (name of the group) sings"), ["(name of the group)"]);
        assert!(placeholders("{{}} is a sign of programs").is_empty());
    }
}
