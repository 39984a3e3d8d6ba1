//! Captions and credits, by the words on their line. Whether there is a picture is not asked.

use super::super::words::{self, fold};
use super::heading::heading;
use crate::characters;
use crate::parse::people;

pub fn caption_heading(text: &str) -> Option<usize> {
    let offset = heading(text, &words::CAPTION, 0)?;
    // "Photo: X/Y" is a credit; a caption's label alone on its line opens a caption.
    (credit_line(text).is_none() || text[offset..].trim().is_empty()).then_some(offset)
}

/// The credit of a picture, when that is all the line says: "(Photo: X/Y)", "Foto: X", "© X".
pub fn credit_line(text: &str) -> Option<String> {
    let bare = text.trim().trim_matches(['*', '_']);
    let in_parentheses = bare.starts_with(['(', '[']);
    let bare =
        bare.strip_prefix(['(', '[']).map_or(bare, |inner| inner.strip_suffix([')', ']']).unwrap_or(inner)).trim();
    if bare.chars().count() > 120 {
        return None;
    }
    if bare.starts_with('©') {
        return (bare.chars().count() <= 80 && bare.trim_start_matches(['©', ' ']).chars().any(char::is_alphabetic))
            .then(|| bare.to_owned());
    }
    // "(PRNewsFoto/Acme)", as a wire signs its pictures.
    if ["PRNewsFoto/", "PRNewsfoto/"].iter().any(|wire| bare.starts_with(wire)) {
        return Some(bare.to_owned());
    }
    let label = words::CREDIT.opening(bare)?;
    let after = words::after(bare, label).trim_start();
    let value = if label.ends_with(" by") || label.ends_with(" of") {
        after.strip_prefix(':').unwrap_or(after)
    } else {
        after.strip_prefix([':', '©'])?
    }
    .trim();
    // "Photo: http://..." is where one is to be had.
    if value.contains("://") {
        return None;
    }
    // "Bild: The mayor (Foto: X)" is a caption with its credit.
    if credit_at_end(value).is_some() {
        return None;
    }
    let short = value.chars().count() <= 80
        && value.split_whitespace().count() <= 9
        && value.chars().next().is_some_and(|c| c.is_alphanumeric() || c == '@');
    // "Photo:" opens captions as well as credits; "Photo credit:" does not.
    let says_credit = in_parentheses || !words::PICTURES.has(label);
    (short && (says_credit || is_credit_name(value)) || value.starts_with('©')).then(|| value.to_owned())
}

/// A credit is a name, not a sentence: "Jane Doe/Acme" and "privat", not "The new light at the door".
fn is_credit_name(value: &str) -> bool {
    let words_in: Vec<&str> = value.split_whitespace().collect();
    let capital = |word: &str| {
        let bare = word.trim_start_matches(|c: char| !c.is_alphanumeric());
        bare.chars().next().is_none_or(|c| c.is_uppercase() || c.is_ascii_digit())
    };
    let is_small =
        |word: &str| words::HOUSE_WORDS.has(word) || words::AGENTS.has(word) || ["via", "e."].contains(&word);
    let known = |word: &str| {
        let folded = fold(word.trim_matches([',', '(', ')']));
        is_small(&folded) || words::CREDITS_ALONE.has(&folded) || folded.contains(['.', '/', '@'])
    };
    let is_article = |word: &str| words::ARTICLES.has(word) || words::INDEFINITE_ARTICLES.has(word);
    let opens_with_article = words_in.first().is_some_and(|word| is_article(word));
    let first_may_be_small = words_in.len() == 1;
    value.contains(['/', '@'])
        || (!opens_with_article || words_in.len() <= 3)
            && words_in.iter().all(|word| first_may_be_small || capital(word) || known(word))
}

/// A caption or a credit, wherever it stands: "Photo: What it shows", "... (Foto: X)", "© X".
pub fn is_caption(text: &str) -> bool {
    let labelled = text
        .split_once(':')
        .is_some_and(|(label, rest)| is_picture_label(label) && !names_a_source(label) && !rest.trim().is_empty());
    (labelled || credit_line(text).is_some() || credit_at_end(text).is_some_and(|(at, _)| at > 0))
        && !words::at_least(text, 61)
}

/// "Foto", and "Foto (frei zur Veröffentlichung)".
pub fn is_picture_label(label: &str) -> bool {
    let bare = label.trim_end().strip_suffix(')').and_then(|inner| inner.split_once('('));
    let label = bare.filter(|(_, remark)| !words::at_least(remark, 13)).map_or(label, |(label, _)| label);
    words::CREDIT.has(label) || words::CAPTION.has(label)
}

/// "Foto (Jane Doe): The new light", "Fotos (Quelle: Acme): The new light": the caption, and whose the picture is.
pub fn credit_before_caption(text: &str) -> Option<(&str, String)> {
    let (label, caption) = text.split_once("):")?;
    let (label, inner) = label.split_once('(')?;
    let credit = credit_line(inner).or_else(|| people::person(inner).map(|person| person.name));
    let credit = credit.filter(|_| words::CREDIT.has(label) || words::CAPTION.has(label))?;
    Some((caption.trim(), credit)).filter(|(caption, _)| !caption.is_empty())
}

/// "Source", which says where a figure comes from as often as whose a picture is.
pub fn names_a_source(text: &str) -> bool {
    words::SOURCES.beginning(text).is_some()
}

/// A credit in parentheses at the end of a caption, and the offset where the caption ends.
pub fn credit_at_end(text: &str) -> Option<(usize, String)> {
    const LABELS: [&str; 12] = [
        "Foto:",
        "Photo:",
        "Fotos:",
        "Credit:",
        "Crédit photo :",
        "Crédit photo\u{A0}:",
        "Photo :",
        "Photo\u{A0}:",
        "Crédit photo:",
        "©",
        "Bild:",
        "Photo credit:",
    ];
    // "©" begins with this byte.
    if !characters::holds(text, |byte| matches!(byte, b':' | b')' | b']' | b'.' | 0xC2)) {
        return None;
    }
    let bare = text.trim_end_matches(['.', ' ']);
    if let Some(inner) = bare.strip_suffix([')', ']'])
        && let Some(open) = inner.rfind(['(', '['])
        && let Some(credit) = credit_line(&inner[open + 1..])
    {
        return Some((open, credit));
    }
    // "The lamp about 1880. Courtesy of the Corran Trust"
    if let Some((stop, _)) = text.trim_end_matches('.').rmatch_indices(". ").next()
        && let Some(credit) = credit_line(text[stop + 2..].trim_end_matches('.'))
    {
        return Some((stop + 1, credit));
    }
    if !text.contains(':') && !text.contains('©') {
        return None;
    }
    let ends_label = |end: usize| LABELS.iter().any(|label| text[..end].ends_with(label));
    let is_labelled = text.match_indices([':', '©']).any(|(at, sign)| ends_label(at + sign.len()));
    let labels = LABELS.iter().filter(|_| is_labelled);
    let known = labels.filter_map(|label| text.rfind(label)).filter(|at| *at > 0);
    let at = known.chain(labelled_credits(text)).min()?;
    credit_line(text[at..].trim_end_matches('.')).map(|credit| (at, credit))
}

/// Where the label of a credit stands behind the end of a sentence: "... in June. Crédito: ...".
fn labelled_credits(text: &str) -> impl Iterator<Item = usize> {
    const MOST_WORDS: usize = 3;
    /// Characters. A text may hold nothing but colons.
    const LONGEST: usize = 100;
    text.match_indices(':').filter_map(|(colon, _)| {
        let before = text[..colon].trim_end();
        let blanks = before.char_indices().rev().take(LONGEST).filter(|(_, c)| matches!(c, ' ' | '\u{A0}'));
        let mut words = blanks.map(|(at, blank)| at + blank.len_utf8()).take(MOST_WORDS);
        words.find(|at| {
            let label = &before[*at..];
            label.starts_with(char::is_uppercase)
                && before[..*at].trim_end().ends_with(['.', '!', '?', '"', '”', '»', '–', '|'])
                && words::CREDIT.has(label)
                && !names_a_source(label)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn credits_are_names_not_sentences() {
        assert_eq!(credit_line("(Photo: bioelbtal/Arne Tiedke)").as_deref(), Some("bioelbtal/Arne Tiedke"));
        assert_eq!(credit_at_end("Acme logo. (PRNewsFoto/Acme)"), Some((11, "PRNewsFoto/Acme".into())));
        assert_eq!(credit_line("© Fraunhofer Dresden").as_deref(), Some("© Fraunhofer Dresden"));
        assert_eq!(credit_line("Foto: Erika Muster").as_deref(), Some("Erika Muster"));
        assert_eq!(credit_line("Photo: this shows the minister as he hands over the approval to the cluster."), None);
        assert_eq!(credit_at_end("The minister. (Photo: A/B)"), Some((14, "A/B".into())));
    }

    #[test]
    fn a_credit_is_a_name_of_whatever_shape() {
        for text in [
            "Photo credit: @harbour",
            "Photo: Jane of Acme",
            "Photo: Jane privat",
            "Photo: jane",
            "Photo: Jane Doe Acme Harbour House",
            "Photo: The Harbour Museum",
        ] {
            assert!(credit_line(text).is_some(), "{text}");
        }
        for text in [
            "Photo: new light at the door",
            "Photo: new light",
            "Credit: one two three four five six seven eight nine ten",
            "© 2026",
        ] {
            assert_eq!(credit_line(text), None, "{text}");
        }
        let signed = |length: usize| format!("Foto: ©{}", "ü".repeat(length - 7));
        assert!(credit_line(&signed(120)).is_some());
        assert_eq!(credit_line(&signed(121)), None);
    }

    #[test]
    fn a_caption_ends_with_its_credit() {
        assert!(is_caption("© Jane Doe") && is_caption("The minister. (Photo: A/B)"));
        assert_eq!(credit_at_end("The minister. Foto: Jane Doe"), Some((13, "Jane Doe".into())));
        for text in ["The door (Photo: new light)", "Foto: Jane Doe"] {
            assert_eq!(credit_at_end(text), None, "{text}");
        }
    }
}
