//! What identifies a release. How one is made of a configuration is not known here.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::fingerprint;

/// A name for ever: a URI that identifies the release in all three formats.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String")]
pub struct Id(String);

impl Id {
    /// A stated id: any absolute URI, taken to the letter (RFC 4287 §4.2.6.1).
    pub fn stated(text: &str) -> Option<Self> {
        let (scheme, rest) = text.split_once(':')?;
        let scheme_ok = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
        let rest_ok = !rest.is_empty() && rest.chars().all(|c| c.is_ascii_graphic() && !"<>\"{}|\\^`".contains(c));
        (scheme_ok && rest_ok).then(|| Self(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Id {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::stated(&text).ok_or("no id")
    }
}

impl Id {
    /// Seconds within a minute (FNV-1a, then mixed well). Of releases that state no more than their
    /// day, or the same time, it sets one apart from the other and depends on nothing else. Never the
    /// minute's first, so that of two with the same seconds one has room before the other.
    pub fn spread(&self) -> i64 {
        let hash = fingerprint::of(self.0.as_bytes().iter());
        // Names that differ in their last sign only must not fall together.
        let hash = (hash ^ (hash >> 33)).wrapping_mul(0xFF51_AFD7_ED55_8CCD);
        let hash = (hash ^ (hash >> 33)).wrapping_mul(0xC4CE_B9FE_1A85_EC53);
        i64::try_from((hash ^ (hash >> 33)) % 60).unwrap_or_default().max(1)
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_an_absolute_uri() {
        assert!(Id::stated("tag:example.org,2018:x").is_some());
        assert!(Id::stated("urn:uuid:1").is_some());
        for wrong in ["x", "tag:", "tag:a b", "1a:b", "tag:ü"] {
            assert_eq!(Id::stated(wrong), None, "{wrong}");
        }
    }
}
