//! Labels of a form that stand above what they label, or beside it without a colon, as the cells of a
//! table are read: "Name" above "Jane Doe", "Name Jane Doe".

use super::Line;
use crate::parse::{details, words};

/// Whether a text is nothing but the label of a name, a house, a number or an address.
pub fn is_label(text: &str) -> bool {
    const LONGEST: usize = 40;
    let bare = text.trim_end_matches([' ', '\u{A0}', ':', '.']);
    !bare.is_empty()
        && bare.len() <= LONGEST
        && (words::CONTACT_FIELDS.has(bare)
            || details::label(&format!("{bare}:")).is_some_and(|(_, at)| at > bare.len()))
}

/// The lines with each label beside its value, where several of them are labels.
pub fn beside_values(lines: &[Line]) -> Option<Vec<Line>> {
    const FEWEST: usize = 2;
    let above = lines.windows(2).filter(|pair| is_above_value(&pair[0], &pair[1])).count();
    let before = lines.iter().filter(|line| label_before(&line.text).is_some()).count();
    let names = |line: &Line| words::CONTACT_FIELDS.opening(&line.text).is_some();
    if above.max(before) < FEWEST || !lines.iter().any(names) {
        return None;
    }
    let mut joined = Vec::with_capacity(lines.len());
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let next = lines.get(at + 1).filter(|next| is_above_value(line, next));
        let text = match (next, label_before(&line.text)) {
            (Some(next), _) => format!("{}: {}", line.text.trim_end_matches([' ', ':']), next.text),
            (None, Some(label)) => format!("{}: {}", &line.text[..label], line.text[label..].trim_start()),
            (None, None) => line.text.clone(),
        };
        joined.push(Line { text, ..line.clone() });
        at += 1 + usize::from(next.is_some());
    }
    Some(joined)
}

fn is_above_value(label: &Line, value: &Line) -> bool {
    is_label(&label.text) && !is_label(&value.text) && !value.text.is_empty()
}

/// "Organisation Acme": where a label that names somebody or a house ends.
fn label_before(text: &str) -> Option<usize> {
    let label = words::CONTACT_FIELDS.opening(text)?;
    let value = words::after(text, label);
    let names = value.starts_with([' ', '\u{A0}']) && value.trim_start().starts_with(char::is_uppercase);
    (names && text.starts_with(char::is_uppercase)).then(|| text.len() - value.len())
}
