//! The front of every id. What comes behind it, releases say.

/// The frozen front of every id: `tag:` authority `,` date (RFC 4151 §2.1).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdBase(String);

impl IdBase {
    pub fn parse(text: &str) -> Option<Self> {
        let (authority, date) = text.strip_prefix("tag:")?.split_once(',')?;
        let host = authority.rsplit('@').next()?;
        let host_ok = host.contains('.')
            && host
                .split('.')
                .all(|label| !label.is_empty() && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'));
        let mailbox_ok = authority.chars().all(|c| c.is_ascii_alphanumeric() || "-._@".contains(c));
        // Ids are compared byte by byte (§2.4); lower case leaves one way to write the domain.
        let lower = !authority.chars().any(|c| c.is_ascii_uppercase());
        (host_ok && mailbox_ok && lower && Self::date_of(date).is_some()).then(|| Self(text.to_owned()))
    }

    /// The id of one release.
    pub fn id(&self, specific: &str) -> String {
        format!("{}:{specific}", self.0)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The day from which the authority is claimed.
    pub fn date(&self) -> Option<chrono::NaiveDate> {
        self.0.rsplit(',').next().and_then(Self::date_of)
    }

    fn date_of(date: &str) -> Option<chrono::NaiveDate> {
        let mut parts = date.split('-');
        let mut number = |digits: usize| {
            let is_number = |part: &str| part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
            parts.next().map(|part| if is_number(part) { part.parse().ok() } else { None })
        };
        let year = number(4)??;
        let month = number(2).map_or(Some(1), |month| month)?;
        let day = number(2).map_or(Some(1), |day| day)?;
        let ended = parts.next().is_none();
        chrono::NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
            .filter(|_| ended && (1990..=2199).contains(&year))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_base_is_a_tag_with_a_true_date() {
        for good in ["tag:example.org,2018", "tag:press@example.org,2018-05", "tag:example.org,2018-05-06"] {
            assert!(IdBase::parse(good).is_some(), "{good}");
        }
        for bad in [
            "example.org,2018",
            "tag:example.org",
            "tag:Example.org,2018",
            "tag:example.org,18",
            "tag:example.org,2018-13",
            "tag:example.org,2018-+1",
            "tag:example.org,+018",
            "tag:example,2018",
        ] {
            assert_eq!(IdBase::parse(bad), None, "{bad}");
        }
    }
}
