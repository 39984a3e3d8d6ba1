//! How the releases of a feed are spread over its documents (RFC 5005 §4).
//!
//! Archive pages are filled from the oldest release, so that a page is full once and for all: all
//! but the last of them have the same releases for ever, and the same links. The subscription
//! document holds what was published or changed last, whether it is in an archive page or not.

use std::ops::Range;

/// The releases of a full archive page. Another number would move what is frozen: never change it.
pub const PAGE: usize = 50;

/// One document of a feed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// What readers poll. `prev` is the number of the archive page that goes on where it ends.
    Subscription { prev: Option<usize> },
    /// An archive page, counted from 1, the oldest. The `last` one still grows.
    Archive { number: usize, last: bool },
}

/// How many archive pages hold `count` releases.
pub fn pages(count: usize) -> usize {
    count.div_ceil(PAGE)
}

/// The releases of an archive page among `count` that are sorted newest first.
pub fn page(number: usize, count: usize) -> Range<usize> {
    let oldest = (number - 1) * PAGE;
    let newest = (number * PAGE).min(count);
    count - newest..count - oldest
}

/// The last archive page with a release that the subscription document lacks, of `count` releases
/// sorted newest first. `None` when it has them all.
pub fn prev(count: usize, subscribed: impl Fn(usize) -> bool) -> Option<usize> {
    let newest_missing = (0..count).find(|at| !subscribed(*at))?;
    Some((count - newest_missing).div_ceil(PAGE))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_fill_from_the_oldest_and_a_full_one_never_changes() {
        // Newest first, as numbers that name the same release however many there are.
        let named = |number: usize, count: usize| page(number, count).map(|at| count - at).collect::<Vec<_>>();
        assert_eq!(pages(50), 1);
        assert_eq!(pages(51), 2);
        assert_eq!(named(1, 51), named(1, 500));
        assert_eq!(named(2, 100), named(2, 101));
        assert_eq!(named(2, 51), [51]);
    }

    #[test]
    fn every_release_is_in_the_subscription_document_or_reached_from_it() {
        for count in 0..200 {
            for newest in 0..=count {
                let reached = prev(count, |at| at < newest).unwrap_or(0);
                let held = (1..=reached).flat_map(|number| page(number, count)).filter(|at| *at >= newest).count();
                assert_eq!(held, count - newest, "{newest} of {count}");
            }
        }
    }

    #[test]
    fn an_archive_page_that_the_subscription_document_holds_entirely_is_not_its_previous_one() {
        assert_eq!(prev(120, |at| at < 50), Some(2));
        assert_eq!(prev(50, |at| at < 50), None);
        assert_eq!(prev(51, |at| at < 50), Some(1));
        // A corrected old release is in the subscription document, and newer ones are not.
        assert_eq!(prev(120, |at| !(10..=100).contains(&at)), Some(3));
    }
}
