//! When a hub is asked again: later each time, never all at the same moment, and not before it says.
//!
//! Refuses to wait for a hub longer than a workflow can.

use std::hash::{BuildHasher as _, RandomState};
use std::time::{Duration, SystemTime};

/// How often one hub is told of one topic at most.
pub const MOST_TRIES: u32 = 5;
const FIRST: Duration = Duration::from_secs(1);
const LONGEST: Duration = Duration::from_secs(60);
/// Google's hub asks for two minutes.
const LONGEST_ASKED: Duration = Duration::from_secs(180);

/// What a `Retry-After` asks for: seconds, or a date (RFC 9110 §10.2.3).
pub fn asked(header: &str, now: SystemTime) -> Option<Duration> {
    let header = header.trim();
    if !header.is_empty() && header.bytes().all(|byte| byte.is_ascii_digit()) {
        // More digits than a number has are more than anybody waits.
        return Some(header.parse().map_or(Duration::MAX, Duration::from_secs));
    }
    let date = httpdate::parse_http_date(header).ok()?;
    Some(date.duration_since(now).unwrap_or(Duration::ZERO))
}

/// How long to wait before the next try, after so many; `None` when the hub asks for more than it is
/// given. `chance` is between 0 and 1.
pub fn pause(tries: u32, asked: Option<Duration>, chance: f64) -> Option<Duration> {
    let backing_off = FIRST.saturating_mul(1 << (tries.clamp(1, 16) - 1)).min(LONGEST);
    let pause = backing_off.mul_f64(0.5 + chance / 2.0);
    match asked {
        Some(asked) if asked > LONGEST_ASKED => None,
        // Not all who were sent away are to come back at once.
        Some(asked) => Some(asked.max(pause) + FIRST.mul_f64(chance / 4.0)),
        None => Some(pause),
    }
}

/// Another number each time, which no two runs share.
pub fn chance() -> f64 {
    f64::from(u16::from_le_bytes(RandomState::new().hash_one(()).to_le_bytes()[..2].try_into().unwrap_or_default()))
        / f64::from(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_double_up_to_a_minute_and_differ() {
        let longest: Vec<u64> =
            (1..10).filter_map(|tries| pause(tries, None, 1.0)).map(|pause| pause.as_secs()).collect();
        assert_eq!(longest, [1, 2, 4, 8, 16, 32, 60, 60, 60]);
        assert_eq!(pause(3, None, 0.0), Some(Duration::from_secs(2)));
        assert_eq!(pause(u32::MAX, None, 1.0), Some(LONGEST));
        let chances: Vec<f64> = (0..8).map(|_| chance()).collect();
        assert!(chances.iter().all(|chance| (0.0..=1.0).contains(chance)));
        assert!(chances.iter().any(|chance| (chance - chances[0]).abs() > f64::EPSILON));
    }

    #[test]
    fn a_hub_says_when_in_seconds_or_by_a_date() {
        let now = SystemTime::UNIX_EPOCH + Duration::from_secs(784_111_717);
        let ask = |header| asked(header, now);
        assert_eq!(ask(" 120 "), Some(Duration::from_secs(120)));
        assert_eq!(ask("Sun, 06 Nov 1994 08:49:37 GMT"), Some(Duration::from_secs(60)));
        assert_eq!(ask("Sunday, 06-Nov-94 08:47:37 GMT"), Some(Duration::ZERO));
        assert_eq!(ask("99999999999999999999999"), Some(Duration::MAX));
        assert_eq!((ask("soon"), ask("-1"), ask("")), (None, None, None));
    }

    #[test]
    fn a_wait_that_is_asked_for_is_kept_and_one_without_end_is_not() {
        assert!(pause(1, Some(Duration::from_secs(120)), 0.0) >= Some(Duration::from_secs(120)));
        assert_eq!(pause(1, Some(Duration::MAX), 0.5), None);
        assert!(pause(1, Some(Duration::ZERO), 1.0) >= Some(FIRST), "zero is no leave to hammer");
    }
}
