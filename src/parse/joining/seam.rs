//! The seam of two lines that become one: a blank, nothing, or a hyphen that goes or stays.
//!
//! Whether they are to be joined is not asked here.

use super::endings::{CLOSING_SIGNS, ends_ordinal};
use crate::manuscript::Block;
use crate::parse::words;

pub fn join(last: &mut Block, next: &Block) {
    let text = last.text();
    let hyphen_parts = text.strip_suffix(['-', '\u{2010}']).map(|stem| {
        let before = stem.chars().next_back();
        (before, next.text().chars().next())
    });
    match hyphen_parts {
        // "Innova-" + "tion" was cut at a syllable; "pre-" + "Brexit" and "Forschungs-" + "und" were not.
        Some((Some(before), Some(after)))
            if before.is_lowercase() && after.is_lowercase() && !opens_with_conjunction(next.text()) =>
        {
            let stem = text.len() - text.chars().next_back().map_or(0, char::len_utf8);
            let keep = is_true_hyphen(text, next.text());
            last.prose = last.prose.slice(0..if keep { text.len() } else { stem });
            last.prose.append("", &next.prose);
        }
        Some((Some(before), Some(after))) if before.is_alphanumeric() && after.is_uppercase() => {
            last.prose.append("", &next.prose);
        }
        _ if is_initial(text, next.text()) => last.prose.append("", &next.prose),
        _ if next.text().starts_with(CLOSING_SIGNS) || ends_ordinal(text, next.text()) => {
            last.prose.append("", &next.prose);
        }
        _ => last.prose.append(" ", &next.prose),
    }
    last.last_line = next.last_line;
}

/// "G" above "ross profit": a large initial, and no letter that is a word.
fn is_initial(text: &str, next: &str) -> bool {
    text.len() == 1
        && text.starts_with(|c: char| c.is_ascii_uppercase() && !"AEIOUWYZ".contains(c))
        && next.starts_with(char::is_lowercase)
}

fn opens_with_conjunction(text: &str) -> bool {
    let word = text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    words::CONJUNCTIONS.has_small(word) || word == "to"
}

/// Prefixes that keep their hyphen: "pre-" + "adjudication", "so-" + "called" but not "so-" + "wie".
fn is_true_hyphen(before: &str, after: &str) -> bool {
    let word = before.trim_end_matches(['-', '\u{2010}']).rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    [
        "pre",
        "post",
        "non",
        "co",
        "self",
        "well",
        "high",
        "low",
        "long",
        "short",
        "anti",
        "ex",
        "multi",
        "cross",
        "mid",
        "state",
        "world",
        "full",
        "part",
        "value",
        "award",
        "market",
        "customer",
        "energy",
        "climate",
        "carbon",
        "decision",
        "cost",
        "data",
        "user",
        "peer",
        "record",
        "ground",
        "evidence",
        "science",
        "community",
        "government",
        "open",
        "large",
        "small",
        "free",
        "real",
        "hands",
        "face",
        "year",
        "old",
        "new",
        "half",
        "two",
        "three",
        "four",
        "third",
        "first",
        "second",
    ]
    .contains(&word.to_lowercase().as_str())
        || word.eq_ignore_ascii_case("so") && after.starts_with("called")
}

#[cfg(test)]
mod tests {
    use crate::source::text;

    fn joined(input: &str) -> Vec<String> {
        let (paragraphs, _) = crate::parse::joining::paragraphs(text::read(input, 1).blocks);
        paragraphs.into_iter().map(|block| block.prose.into_text()).collect()
    }

    #[test]
    fn syllables_are_joined_and_true_hyphens_stay() {
        assert_eq!(joined("a cut of the word innova-\ntion is healed"), ["a cut of the word innovation is healed"]);
        assert_eq!(joined("the pre-\nadjudication stays"), ["the pre-adjudication stays"]);
        assert_eq!(joined("die Forschungs-\nund Lehranstalt"), ["die Forschungs- und Lehranstalt"]);
    }
}
