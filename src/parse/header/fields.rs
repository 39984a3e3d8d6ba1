//! Labelled fields at the top of a release, as a form asks for them: "Headline: ...". In an
//! invitation "Place:" is where the event is, so it counts only below a labelled headline.

use crate::parse::words;

/// A field and the byte offset of its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    Headline,
    Place,
}

/// The field that a line states; `in_form` says that a headline was labelled above.
pub fn of(text: &str, in_form: bool) -> Option<(Field, usize)> {
    let (label, rest) = text.split_once(':')?;
    let field = if words::HEADLINES.has(label) {
        Field::Headline
    } else if in_form && words::PLACES.has(label) {
        Field::Place
    } else {
        return None;
    };
    (!rest.trim().is_empty()).then(|| (field, text.len() - rest.trim_start().len()))
}
