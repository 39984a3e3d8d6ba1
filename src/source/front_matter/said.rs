//! What front matter would say, where it stands elsewhere: "published: false" above the headline, "draft: true" in a
//! comment.
//!
//! Only keys that are a program's own are heard; "Venue: private" is of the news.

use super::Stated;
use super::values::truth_of;
use super::waiting::{GoesPublic, Holds, says, words_of};
use crate::problem::Place;

/// What a line says of when its text is public.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// Not now.
    Hidden,
    /// Already, or it is no draft.
    Shown,
    /// From a day on.
    From(GoesPublic),
}

/// Keys whose value may be a word.
const OF_A_STATE: [&str; 7] = ["state", "status", "stage", "visibility", "workflow", "workflow_state", "draft"];
const SEEN_BY_FEW: [&str; 7] = ["hidden", "private", "internal", "unlisted", "unpublished", "none", "draft"];

/// `key: value` or `key = value`.
pub fn said_in(line: &str, at: Place) -> Option<Said> {
    const LONGEST_KEY: usize = 30;
    const LONGEST_VALUE: usize = 40;
    let (key, value) = line.split_once([':', '='])?;
    let (key, value) = (key.trim().trim_matches(['"', '\'']), value.trim().trim_matches(['"', '\'', ',', ';']));
    let is_key = !key.is_empty()
        && key.len() <= LONGEST_KEY
        && key.chars().all(|sign| sign.is_alphanumeric() || matches!(sign, '-' | '_' | '.'));
    if !is_key || value.is_empty() || value.len() > LONGEST_VALUE {
        return None;
    }
    let name = words_of(key);
    let truth = truth_of(value);
    match name.as_str() {
        "password" => return None,
        "draft" if truth.is_some() => return truth.map(|draft| if draft { Said::Hidden } else { Said::Shown }),
        "visibility" if !SEEN_BY_FEW.contains(&value.to_lowercase().as_str()) => return None,
        _ => {}
    }
    let mut days = Vec::new();
    let key = Stated { value: key.to_owned(), at };
    match says(&key, value, &mut days) {
        Holds::Yes if truth.is_some() || OF_A_STATE.contains(&name.as_str()) => Some(Said::Hidden),
        Holds::No => Some(days.pop().map_or(Said::Shown, Said::From)),
        Holds::Yes | Holds::Unknown => None,
    }
}

/// Whether a key is written as no word of a text is: `publishDate`, `go_live`.
pub fn is_of_a_program(key: &str) -> bool {
    let within = key.chars().skip(1).any(char::is_uppercase) && key.contains(char::is_lowercase);
    within || key.contains('_') || ["pubdate", "publishdate", "golive"].contains(&&*key.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_switch_is_heard_wherever_it_stands_and_a_fact_of_the_news_is_none() {
        for (line, said) in [
            ("published: false", Some(Said::Hidden)),
            ("draft = true", Some(Said::Hidden)),
            ("draft: false", Some(Said::Shown)),
            ("visibility: hidden", Some(Said::Hidden)),
            ("visibility: good", None),
            ("Status: private", Some(Said::Hidden)),
            ("Venue: private", None),
            ("Password: 1234", None),
            ("published: true", Some(Said::Shown)),
            ("layout: press", None),
            ("The harbour is hidden: true", None),
        ] {
            assert_eq!(said_in(line, Place::line(1)), said, "{line}");
        }
        assert!(matches!(said_in("publishDate: 2027-05-05", Place::line(1)), Some(Said::From(_))));
    }
}
