//! The language a release is written in. What a text reads as is not asked here.

use std::fmt;

use oxilangtag::LanguageTag;
use serde::{Deserialize, Serialize};

/// A language tag (BCP 47) whose primary subtag is an ISO 639 code: "german" is none.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Language(LanguageTag<String>);

impl Language {
    pub fn parse(text: &str) -> Option<Self> {
        let tag = LanguageTag::parse_and_normalize(text.trim()).ok()?;
        matches!(tag.primary_language().len(), 2 | 3).then_some(Self(tag))
    }

    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    pub fn primary(&self) -> &str {
        self.0.primary_language()
    }

    pub fn region(&self) -> Option<&str> {
        self.0.region()
    }

    /// Whether it is written from right to left, as far as its script or its usual one tells.
    pub fn is_right_to_left(&self) -> bool {
        match self.0.script() {
            Some(script) => ["Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm"].contains(&script),
            None => ["ar", "fa", "he", "ur", "ps", "sd", "ug", "yi", "dv", "ckb"].contains(&self.primary()),
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_a_code_not_a_word() {
        assert_eq!(Language::parse("de-at").map(|l| l.to_string()).as_deref(), Some("de-AT"));
        for wrong in ["german", "klingon!!", "de_DE", ""] {
            assert_eq!(Language::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn the_direction_of_writing_is_the_script_s() {
        let right_to_left = |tag: &str| Language::parse(tag).is_some_and(|language| language.is_right_to_left());
        assert!(["ar", "he-IL", "fa", "az-Arab"].into_iter().all(right_to_left));
        assert!(!["de", "en", "az", "ar-Latn"].into_iter().any(right_to_left));
    }
}
