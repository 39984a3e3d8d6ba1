//! The front of every id. What comes behind it, releases say.

use super::table::UNFIT;

/// The frozen front of every id: `tag:` authority `,` date (RFC 4151 §2.1).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdBase(String);

impl IdBase {
    /// # Errors
    /// What is wrong with it.
    pub fn parse(text: &str) -> Result<Self, &'static str> {
        let (authority, date) = text.strip_prefix("tag:").and_then(|tag| tag.split_once(',')).ok_or(UNFIT)?;
        let host = authority.rsplit('@').next().unwrap_or_default();
        let host_ok = host.contains('.')
            && host
                .split('.')
                .all(|label| !label.is_empty() && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'));
        let mailbox_ok = authority.chars().all(|c| c.is_ascii_alphanumeric() || "-._@".contains(c));
        if !host_ok || !mailbox_ok {
            return Err(UNFIT);
        }
        // Ids are compared byte by byte (§2.4); lower case leaves one way to write the domain.
        if authority.chars().any(|c| c.is_ascii_uppercase()) {
            return Err("has capital letters in its domain");
        }
        if date.ends_with(':') {
            return Err("ends in a colon, which each id gets by itself");
        }
        Self::date_of(date).map(|_| Self(text.to_owned())).ok_or("has no day behind its comma")
    }

    /// # Errors
    /// Where its day is still to come: who will hold the domain then, nobody knows (RFC 4151 §2.1). A day before
    /// this program was written is an edition of old, or a clock that has stopped, and says nothing of it.
    pub fn by(self, today: chrono::NaiveDate) -> Result<Self, &'static str> {
        let today = chrono::NaiveDate::from_ymd_opt(2026, 1, 1).map_or(today, |written| today.max(written));
        if self.date().is_some_and(|day| day > today) { Err("names a day that has not come yet") } else { Ok(self) }
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
            assert!(IdBase::parse(good).is_ok(), "{good}");
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
            assert!(IdBase::parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn what_is_wrong_with_an_id_base_is_said() {
        let why = |text| IdBase::parse(text).expect_err("a reason");
        assert_eq!(why("tag:example.org,2018:"), "ends in a colon, which each id gets by itself");
        assert_eq!(why("tag:Example.org,2018"), "has capital letters in its domain");
        assert_eq!(why("tag:example.org,2018-13"), "has no day behind its comma");
        assert_eq!(why("https://example.org/"), UNFIT);
    }

    #[test]
    fn nobody_can_claim_a_domain_on_a_day_that_has_not_come() {
        let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 27).expect("a day");
        let claimed = |text| IdBase::parse(text).and_then(|base| base.by(today));
        assert!(claimed("tag:example.org,2026-11-27").is_ok() && claimed("tag:example.org,2026").is_ok());
        let of_old = chrono::NaiveDate::from_ymd_opt(1970, 1, 1).expect("a day");
        assert!(IdBase::parse("tag:example.org,2018").and_then(|base| base.by(of_old)).is_ok());
        assert!(claimed("tag:example.org,2026-11-28").is_err() && claimed("tag:example.org,2030").is_err());
    }
}
