//! What a template left behind for somebody to fill in.

use super::super::words::{self, Wordings, fold};
use crate::characters;

/// Placeholders that a template left behind.
pub fn placeholder(text: &str) -> Option<&str> {
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
    let start = text.find('[')?;
    let length = text[start..].find(']')?;
    let inner = fold(&text[start + 1..start + length]);
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
        "company name",
        "contact name",
    ];
    asks.iter()
        .any(|ask| inner == ask.trim() || ask.ends_with(' ') && inner.starts_with(ask))
        .then(|| &text[start..=start + length])
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
            assert!(placeholder(text).is_some(), "{text}");
        }
        for text in ["[sic]", "an array [0]", "{braces}", "He said [the mayor] would"] {
            assert!(placeholder(text).is_none(), "{text}");
        }
    }

    #[test]
    fn a_form_is_seen_without_brackets_and_empty_brackets_are_none() {
        assert_eq!(placeholder("Lorem ipsum dolor"), Some("Lorem ipsum dolor"));
        assert_eq!(placeholder("Choir (name of the group) sings"), Some("(name of the group)"));
        assert_eq!(placeholder("{{}} is a sign of programs"), None);
    }
}
