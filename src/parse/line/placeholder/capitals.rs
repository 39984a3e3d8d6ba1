//! `TARGET_AUDIENCE`, `SUPPORTING_PARAGRAPH_1`: names of a template's own fields, written as programs write theirs.
//!
//! One of its parts must be a template's word; `RUST_LOG`, a hashtag and the name of a file are left alone.

use crate::parse::words::{FIELDS, fold};

pub fn named(text: &str) -> Option<&str> {
    text.match_indices('_').find_map(|(at, _)| {
        let is_of_name = |c: char| c.is_uppercase() || c.is_ascii_digit() || c == '_';
        let start = at - text[..at].chars().rev().take_while(|c| is_of_name(*c)).map(char::len_utf8).sum::<usize>();
        let end = at + text[at..].chars().take_while(|c| is_of_name(*c)).map(char::len_utf8).sum::<usize>();
        let (before, name, behind) = (&text[..start], &text[start..end], &text[end..]);
        let stands_alone = !before.ends_with(|c: char| c.is_alphanumeric() || "#@/=$.-%&{:\\".contains(c))
            && !behind.starts_with(|c: char| c.is_alphanumeric() || "(=/-}".contains(c))
            && !behind.strip_prefix('.').is_some_and(|behind| behind.starts_with(char::is_alphanumeric));
        let is_field = |part: &str| FIELDS.contains(&fold(part).as_str());
        let has_words = name.split('_').filter(|part| !part.is_empty()).count() > 1;
        (stands_alone && has_words && name.split('_').any(is_field)).then_some(name)
    })
}
