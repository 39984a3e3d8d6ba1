//! A release's part of an address. One that another program would have to transliterate is none.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The part of an address and of a `tag:` URI that names one release: RFC 3986 unreserved
/// characters, at most [`Slug::LONGEST`] of them, and never only dots.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String")]
pub struct Slug(String);

impl Slug {
    pub const LONGEST: usize = 150;

    pub fn stated(text: &str) -> Option<Self> {
        let fits = !text.is_empty()
            && text.len() <= Self::LONGEST
            && text.chars().all(|c| c.is_ascii_alphanumeric() || "-_.~".contains(c))
            && text.chars().any(|c| c.is_ascii_alphanumeric())
            && !text.starts_with('.');
        fits.then(|| Self(text.to_owned()))
    }

    /// The slug of a file stem. A stem of unreserved characters stays as it is; blanks become
    /// hyphens and Latin letters lose their accents. `None` when other letters are left, because
    /// no transliteration of them is for ever.
    pub fn of_stem(stem: &str) -> Option<Self> {
        use unicode_normalization::UnicodeNormalization as _;
        if let Some(slug) = Self::stated(stem) {
            return Some(slug);
        }
        let mut slug = String::with_capacity(stem.len());
        // File systems differ in how they compose letters, so compose first.
        for c in stem.nfc() {
            match c {
                'ä' | 'æ' => slug.push_str("ae"),
                'ö' | 'œ' => slug.push_str("oe"),
                'ü' => slug.push_str("ue"),
                'Ä' | 'Æ' => slug.push_str("Ae"),
                'Ö' | 'Œ' => slug.push_str("Oe"),
                'Ü' => slug.push_str("Ue"),
                'ß' => slug.push_str("ss"),
                'ø' => slug.push('o'),
                'Ø' => slug.push('O'),
                'ł' => slug.push('l'),
                'Ł' => slug.push('L'),
                'đ' => slug.push('d'),
                'Đ' => slug.push('D'),
                c if c.is_ascii_alphanumeric() || "-_.~".contains(c) => slug.push(c),
                c if c.is_alphanumeric() => {
                    let base = c.nfd().next().filter(char::is_ascii_alphanumeric)?;
                    slug.push(base);
                }
                _ if slug.ends_with('-') => {}
                _ => slug.push('-'),
            }
        }
        Self::stated(slug.trim_matches(['-', '.']))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Slug {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::stated(&text).ok_or("no slug")
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_stem_is_its_slug_and_others_are_written_in_ascii_for_ever() {
        let slug = |stem: &str| Slug::of_stem(stem).map(|slug| slug.0);
        assert_eq!(slug("000_cc4b38f48f45eca1").as_deref(), Some("000_cc4b38f48f45eca1"));
        assert_eq!(slug("Größe & Maß – neu").as_deref(), Some("Groesse-Mass-neu"));
        assert_eq!(slug("Gro\u{308}ße"), slug("Größe"));
        assert_eq!(slug("Éloïse  à l'école").as_deref(), Some("Eloise-a-l-ecole"));
        assert_eq!(slug("東京"), None);
        assert_eq!(slug("..."), None);
        for attack in ["../../x", "a/b", "a\\b", "%2e%2e", "\0"] {
            assert_eq!(Slug::stated(attack), None, "{attack}");
        }
    }
}
