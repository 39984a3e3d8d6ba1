//! One POST for each hub and topic, in the form that every known hub understands: `hub.url` alone is
//! refused by some, `hub.topic` alone by others, and several topics at once lose all but one at a third.
//!
//! Each hub is told by a thread of its own. One that is down is not waited for again with every topic.

use std::time::{Duration, Instant};

use url::Url;
use url::form_urlencoded::Serializer;

use super::answer::{Verdict, judge};
use super::clock::Clock;
use super::fetch::{Fault, Fetcher, Kind};
use super::topic::Topic;
use super::{Event, Push, retry, side_by_side};

/// Some hubs fetch the topic before they answer.
const REQUEST: Duration = Duration::from_secs(60);
const SHORTEST_REQUEST: Duration = Duration::from_secs(1);
const LARGEST: usize = 64 * 1024;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Accepted,
    /// The hub has no subscriber of the topic.
    NobodyYet,
    Failed,
}

/// What came of telling one hub of one topic.
#[derive(Debug)]
pub struct Notification {
    pub outcome: Outcome,
    /// The last answer's, where there was one.
    pub status: Option<u16>,
    pub tries: u32,
    /// Why it failed.
    pub why: String,
}

/// What is sent for a topic.
pub fn form(topic: &str) -> String {
    Serializer::new(String::new())
        .append_pair("hub.mode", "publish")
        .append_pair("hub.url", topic)
        .append_pair("hub.topic", topic)
        .finish()
}

/// Tells every hub of these topics.
pub fn all(push: &Push, topics: &[usize], clock: &dyn Clock, tell: &(dyn Fn(Event) + Sync)) -> Result<(), Fault> {
    if topics.is_empty() {
        return Ok(());
    }
    side_by_side(push.hubs.len(), |hub| {
        let mut fetcher = Fetcher::new()?;
        let end = clock.now() + push.wait;
        let most_tries = retry::MOST_TRIES;
        let mut way = Way { fetcher: &mut fetcher, hub: &push.hubs[hub], clock, end, most_tries, rest: None };
        for topic in topics {
            let (told, is_down) = way.tell(&push.topics[*topic])?;
            way.most_tries = if is_down { 1 } else { retry::MOST_TRIES };
            tell(Event::Told { hub, topic: *topic, told });
        }
        Ok(())
    })?;
    Ok(())
}

/// The way to a hub.
struct Way<'a> {
    fetcher: &'a mut Fetcher,
    hub: &'a Url,
    clock: &'a dyn Clock,
    end: Instant,
    most_tries: u32,
    /// Until when it asked to be left alone, whatever the topic, and for how long.
    rest: Option<(Instant, Duration)>,
}

impl Way<'_> {
    /// What came of it, and whether the hub seems to be down.
    fn tell(&mut self, topic: &Topic) -> Result<(Notification, bool), Fault> {
        if let Some(asked) = self.rests() {
            let why = format!("it asked to be left alone for {} s, push again then", asked.as_secs());
            return Ok((Notification { outcome: Outcome::Failed, status: None, tries: 0, why }, true));
        }
        let form = form(topic.url.as_str());
        let mut tries = 0;
        loop {
            tries += 1;
            let left = self.end.saturating_duration_since(self.clock.now()).clamp(SHORTEST_REQUEST, REQUEST);
            let (status, verdict) = match self.fetcher.post(self.hub, &form, LARGEST, left) {
                Ok(reply) => (Some(reply.status), judge(&reply, self.hub, self.clock.date())),
                Err(fault) if fault.kind == Kind::Unable => return Err(fault),
                Err(fault) if fault.is_passing() => (None, Verdict::Later(fault.to_string(), None)),
                Err(fault) => (None, Verdict::Refused(fault.to_string())),
            };
            let told = |outcome, why| Notification { outcome, status, tries, why };
            let (why, asked) = match verdict {
                Verdict::Accepted => return Ok((told(Outcome::Accepted, String::new()), false)),
                Verdict::NobodyYet => return Ok((told(Outcome::NobodyYet, String::new()), false)),
                Verdict::Refused(why) => return Ok((told(Outcome::Failed, why), false)),
                Verdict::Later(why, asked) => (why, asked),
            };
            let until = |asked| self.clock.now().checked_add(asked).map_or(self.end, |until| until.min(self.end));
            self.rest = asked.map(|asked| (until(asked), asked));
            let Some(pause) = retry::pause(tries, asked, retry::chance()) else {
                let asked = asked.unwrap_or_default().as_secs();
                let why = format!("{why}; it asks to be left alone for {asked} s, push again then");
                return Ok((told(Outcome::Failed, why), true));
            };
            if tries >= self.most_tries || self.clock.now() + pause >= self.end {
                return Ok((told(Outcome::Failed, why), true));
            }
            self.clock.sleep(pause);
        }
    }

    /// Waits for the end of a rest that another topic's answer asked for; says how long that was where the end
    /// is too far off.
    fn rests(&self) -> Option<Duration> {
        let (until, asked) = self.rest?;
        let now = self.clock.now();
        let left = until.checked_duration_since(now).filter(|left| !left.is_zero())?;
        match retry::pause(1, Some(left), retry::chance()) {
            Some(pause) if now + pause < self.end => self.clock.sleep(pause),
            _ => return Some(asked),
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_topic_is_named_under_both_keys_and_encoded() {
        assert_eq!(
            form("https://news.example.org/a?b=c&d=ü"),
            "hub.mode=publish&hub.url=https%3A%2F%2Fnews.example.org%2Fa%3Fb%3Dc%26d%3D%C3%BC\
             &hub.topic=https%3A%2F%2Fnews.example.org%2Fa%3Fb%3Dc%26d%3D%C3%BC"
        );
    }
}
