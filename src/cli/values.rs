//! Values of flags, read once.

use std::time::Duration;

use dateline::instant::Instant;
use dateline::link;
use url::Url;

use super::Live;

pub fn live(text: &str) -> Result<Live, String> {
    if text.is_empty() { Ok(Live::Configured) } else { address(text).map(Live::At) }
}

fn address(text: &str) -> Result<Url, String> {
    link::web(text).ok_or_else(|| "write it as in https://news.example.org/".to_owned())
}

pub fn instant(text: &str) -> Result<Instant, String> {
    Instant::parse(text).ok_or_else(|| "write it as in 2026-05-10T09:00:00+02:00".to_owned())
}

const LONGEST_WAIT: Duration = Duration::from_secs(24 * 60 * 60);

pub fn wait(text: &str) -> Result<Duration, String> {
    let wait = humantime::parse_duration(text).ok().filter(|wait| *wait <= LONGEST_WAIT);
    wait.ok_or_else(|| "write it as in 90s or 5m, a day at most".to_owned())
}
