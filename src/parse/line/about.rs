//! How a heading of a house's description is worded, and what only begins as one does.
//!
//! Whether a description stands below is not asked here.

use crate::parse::{people, words};

/// "Kapsch & Runge in Kürze", "Vivantis en bref", and no "The project in brief"; "Porträt Säntiswerk AG".
pub fn is_name_in_brief(bare: &str, folded: &str) -> bool {
    let is_article = |word: &str| words::ARTICLES.has(word) || words::POSSESSIVES.has(word);
    let first = folded.split(' ').next().unwrap_or("");
    let named = || bare.starts_with(char::is_uppercase) && !is_article(first) && !words::at_least(bare, 9);
    let portrayed = || folded.strip_prefix("porträt ").is_some() && people::is_organisation(bare);
    // "WVH auf einen Blick", and no "Termine auf einen Blick"
    let at_a_glance = || {
        let name = folded.strip_suffix(" auf einen blick").and_then(|name| bare.get(..name.len()));
        let is_acronym = |name: &str| name.len() > 2 && name.chars().all(char::is_uppercase);
        name.is_some_and(|name| named() && (is_acronym(name) || people::is_name_of_house(name)))
    };
    words::BRIEFLY.before_each(folded).any(|(name, _)| name.ends_with(' ')) && named() || portrayed() || at_a_glance()
}

/// "Über den Fahrplan entscheidet der Rat im Mai:", "Über die Ergebnisse möchten wir Sie informieren": a verb, and
/// whom or what it is of, in German alone. What is said of a name ("Über die Stiftung für soziale Dienste") has no article behind it.
pub fn is_sentence_about(text: &str) -> bool {
    const BEHIND_A_VERB: [&str; 24] = [
        "der", "die", "das", "dem", "den", "ein", "eine", "einen", "wir", "sie", "ich", "er", "es", "man", "sich",
        "uns", "ihnen", "euch", "ihr", "unser", "unsere", "seine", "ihre", "nun",
    ];
    const PREPOSITIONS: [&str; 18] = [
        "über", "nach", "beim", "seit", "gegen", "unter", "hinter", "neben", "durch", "ohne", "zwischen", "sowie",
        "oder", "und", "auf", "entlang", "aus", "wider",
    ];
    if words::behind(text, "über ").is_none() {
        return false;
    }
    let is_verb = |word: &str| {
        word.chars().count() > 3
            && word.chars().all(char::is_lowercase)
            && !PREPOSITIONS.contains(&word)
            && !BEHIND_A_VERB.contains(&word)
    };
    let parts: Vec<&str> = text.split_whitespace().collect();
    parts.windows(2).any(|pair| is_verb(pair[0]) && BEHIND_A_VERB.contains(&&*words::fold(pair[1])))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_house_at_a_glance_is_told_from_what_a_text_sums_up() {
        let is_one = |text: &str| is_name_in_brief(text, &words::fold(text));
        assert!(is_one("WVH auf einen Blick") && is_one("Wasserverband Hohenrain auf einen Blick"));
        assert!(!is_one("Termine auf einen Blick") && !is_one("Die Stadtwerke auf einen Blick"));
    }

    #[test]
    fn a_sentence_that_begins_with_ueber_is_told_from_a_name() {
        for text in [
            "Über den genauen Fahrplan entscheidet der Rat im Mai",
            "Über die Ergebnisse der Zählung möchten wir Sie informieren",
            "Über Auswege spricht die Zunft mit Fachleuten",
        ] {
            assert!(is_sentence_about(text), "{text}");
        }
        for text in [
            "Über die Stiftung für soziale Dienste",
            "Über das Netzwerk zwischen den Städten",
            "Über uns",
            "Über die Initiative gegen das Vergessen",
            "Über Steinhorch e. V.",
        ] {
            assert!(!is_sentence_about(text), "{text}");
        }
    }
}
