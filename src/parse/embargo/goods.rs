//! Embargoes on goods, arms and countries, which are news and hold no text back.

use crate::parse::words;

/// Whether an embargo is one on goods, by what stands before and behind its name.
pub fn is_on_goods(before: &str, behind: &str) -> bool {
    let mut parts = behind.split(|c: char| !c.is_alphanumeric());
    // The rest of "embargoed".
    parts.next();
    let (first, second) = (parts.next().unwrap_or(""), parts.next().unwrap_or(""));
    // "The embargo on these papers will lift on Monday"
    if words::OF_ITSELF.has(second) || ["this", "these", "our", "all"].contains(&second) {
        return false;
    }
    let is_day = |word: &str| {
        word.starts_with(|c: char| c.is_ascii_digit())
            || words::WEEKDAYS.number(word).is_some()
            || words::MONTHS.number(word).is_some()
    };
    words::GOODS_BEFORE.has(before.trim_end().rsplit(' ').next().unwrap_or(""))
        || words::GOODS_BEHIND.has(first) && !is_day(second)
        // "embargo na broń", where one on a text has the same small word
        || words::GOODS_BEHIND.has(&format!("{first} {second}"))
        || first == "on" && !is_day(second)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_embargo_on_a_text_is_none_on_goods() {
        for (before, behind) in [
            ("the trade ", ""),
            ("an ", " on grain"),
            ("das ", " gegen Inseln"),
            ("the ", "ed against"),
            ("", " na broń do"),
        ] {
            assert!(is_on_goods(before, behind), "{before}embargo{behind}");
        }
        for (before, behind) in [
            ("the ", " on these papers will lift"),
            ("an ", " on this release until"),
            ("the ", " on Monday"),
            ("the ", ""),
            ("", " na informację do"),
        ] {
            assert!(!is_on_goods(before, behind), "{before}embargo{behind}");
        }
    }
}
