//! What a hub's answer means. A status of success is that the hub took it, never that anybody got it:
//! Google's and Superfeedr's hubs say 204 to topics that they have never heard of.

use std::time::{Duration, SystemTime};

use url::Url;

use super::fetch::Reply;
use super::retry;
use crate::link;
use crate::markup;
use crate::problem::printable;

#[derive(Debug, PartialEq, Eq)]
pub enum Verdict {
    Accepted,
    /// The hub knows no subscriber of this topic, which is no fault.
    NobodyYet,
    /// Asking again is of no use.
    Refused(String),
    /// It may be otherwise later, in so long if the hub says.
    Later(String, Option<Duration>),
}

/// Longest piece of a hub's words that is shown, in characters.
const LONGEST_WORDS: usize = 200;
/// Shorter pieces of an address keep nothing secret.
const SHORTEST_SECRET: usize = 3;

pub fn judge(reply: &Reply, hub: &Url, now: SystemTime) -> Verdict {
    if reply.is_success() {
        return Verdict::Accepted;
    }
    let words = first_line(reply, hub);
    let status = reply.status;
    // websubhub.com says so with a status of failure.
    if status == 500 && words.to_lowercase().contains("topic not found") {
        return Verdict::NobodyYet;
    }
    let mut why = format!("it answers {status}");
    if !words.is_empty() {
        why.push_str(": ");
        why.push_str(&words);
    }
    if let Some(to) = reply.location() {
        why.push_str("; name the address it has moved to: ");
        why.push_str(&link::without_secrets(&to));
    }
    if matches!(status, 408 | 425 | 429 | 500..=599) {
        let asked = reply.header("retry-after").and_then(|header| retry::asked(header, now));
        return Verdict::Later(why, asked);
    }
    Verdict::Refused(why)
}

/// The first line of an answer's text, without what the hub's address keeps secret.
fn first_line(reply: &Reply, hub: &Url) -> String {
    let text = String::from_utf8_lossy(&reply.body);
    let is_html = reply.header("content-type").is_some_and(|kind| kind.contains("html"));
    let text = if is_html { markup::tags_and_text_of_others(&text).1 } else { text.into_owned() };
    let line = text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
    let line = secrets(hub).iter().fold(line.to_owned(), |line, secret| line.replace(secret, "…"));
    let line = printable(&line);
    match line.char_indices().nth(LONGEST_WORDS) {
        Some((cut, _)) => format!("{}…", &line[..cut]),
        None => line,
    }
}

/// Longest first, so that no part of one stays because another was taken out of it.
fn secrets(hub: &Url) -> Vec<String> {
    let mut secrets: Vec<String> = hub.query_pairs().map(|(_, value)| value.into_owned()).collect();
    let raw = hub.query().unwrap_or_default();
    secrets.extend(raw.split('&').map(|pair| pair.split_once('=').map_or(pair, |(_, value)| value).to_owned()));
    secrets.extend([raw, hub.username(), hub.password().unwrap_or_default()].map(str::to_owned));
    secrets.retain(|secret| secret.chars().count() >= SHORTEST_SECRET);
    secrets.sort_by_key(|secret| std::cmp::Reverse(secret.len()));
    secrets
}
