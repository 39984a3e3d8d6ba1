//! Whether what was built is what is served, and stays so.
//!
//! A site with several machines answers old and new in turns for a while, and a hub that is told in
//! between fetches the old text, and never again. So one equal answer is not believed; and a site that
//! was seen to fall back has to show more of them.

use std::time::{Duration, Instant};

use url::Url;

use super::clock::Clock;
use super::fetch::{Fault, Fetcher, Kind};
use super::note::hexadecimal;
use super::topic::Topic;
use super::{Event, side_by_side};

const REQUEST: Duration = Duration::from_secs(30);
const SHORTEST_REQUEST: Duration = Duration::from_secs(1);
/// As many at once as no site takes for an attack.
const MOST_WORKERS: usize = 4;
/// Between equal answers.
const STEADY: Duration = Duration::from_millis(500);
const FIRST_PAUSE: Duration = Duration::from_secs(1);
const LONGEST_PAUSE: Duration = Duration::from_secs(15);
/// How many equal answers in a row are believed, and at most where a site falls back.
const BELIEVED: u32 = 3;
const MOST_BELIEVED: u32 = 12;
/// The most bytes that are read of a feed whose built bytes are not asked for.
const LARGEST: usize = 64 * 1024 * 1024;

/// Waits until every topic is stably live, or the time is over; tells which are, in their order.
pub fn wait(
    topics: &[Topic],
    wait: Duration,
    clock: &dyn Clock,
    tell: &(dyn Fn(Event) + Sync),
) -> Result<Vec<usize>, Fault> {
    let end = clock.now() + wait;
    let workers = topics.len().min(MOST_WORKERS);
    let live = side_by_side(workers, |worker| {
        let mut fetcher = Fetcher::new()?;
        let own = (worker..topics.len()).step_by(workers);
        let mut watches: Vec<Watch> = own.map(|topic| Watch::new(topic, clock.now())).collect();
        let mut live = Vec::new();
        while let Some(at) = (0..watches.len()).min_by_key(|at| watches[*at].next) {
            let watch = &mut watches[at];
            let now = clock.now();
            if watch.looked && now.max(watch.next) >= end {
                tell(Event::NotLive { topic: watch.topic, why: watch.why() });
                watches.swap_remove(at);
                continue;
            }
            clock.sleep(watch.next.saturating_duration_since(now));
            let left = end.saturating_duration_since(clock.now());
            let sight = look(&mut fetcher, &topics[watch.topic], left.clamp(SHORTEST_REQUEST, REQUEST))?;
            let first = !watch.looked;
            if watch.see(&sight, clock.now()) {
                tell(Event::Live { topic: watch.topic, moved: sight.moved });
                live.push(watch.topic);
                watches.swap_remove(at);
            } else if first && watch.equal == 0 {
                tell(Event::Waiting { topic: watch.topic, why: watch.why() });
            }
        }
        Ok(live)
    })?;
    let mut live: Vec<usize> = live.into_iter().flatten().collect();
    live.sort_unstable();
    Ok(live)
}

/// What is live of a topic.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Live {
    /// By its digest.
    Digest(String),
    /// The site says so itself.
    Nothing,
    /// Nobody could tell, and why.
    Unknown(String),
}

impl Live {
    /// What a note can hold of it.
    pub fn digest(self) -> Option<String> {
        if let Self::Digest(digest) = self { Some(digest) } else { None }
    }
}

/// What is live now, in the order of the topics.
///
/// # Errors
/// When this machine can't ask anybody.
pub fn now(topics: &[Topic]) -> Result<Vec<Live>, Fault> {
    let workers = topics.len().min(MOST_WORKERS);
    let shares = side_by_side(workers, |worker| {
        let mut fetcher = Fetcher::new()?;
        let own = (worker..topics.len()).step_by(workers);
        let live = own.map(|topic| {
            let live = match fetcher.get(&topics[topic].url, LARGEST, REQUEST) {
                Ok(reply) if matches!(reply.status, 404 | 410) => Live::Nothing,
                Ok(reply) if reply.status != 200 => Live::Unknown(format!("it answers {}", reply.status)),
                Ok(reply) if reply.cut => Live::Unknown("it serves far more than a feed".to_owned()),
                Ok(reply) => Live::Digest(hexadecimal(&reply.body)),
                Err(fault) if fault.kind == Kind::Unable => return Err(fault),
                Err(fault) => Live::Unknown(fault.to_string()),
            };
            Ok((topic, live))
        });
        live.collect::<Result<Vec<_>, Fault>>()
    })?;
    let mut live: Vec<(usize, Live)> = shares.into_iter().flatten().collect();
    live.sort_unstable();
    Ok(live.into_iter().map(|(_, live)| live).collect())
}

/// One look at a topic.
struct Sight {
    /// Why it is not what was built.
    otherwise: Option<String>,
    moved: Option<Url>,
}

fn look(fetcher: &mut Fetcher, topic: &Topic, within: Duration) -> Result<Sight, Fault> {
    let (otherwise, moved) = match fetcher.get(&topic.url, topic.bytes.len(), within) {
        Ok(reply) if reply.status != 200 => (Some(format!("it answers {}", reply.status)), None),
        Ok(reply) if reply.cut || reply.body != topic.bytes => (Some("it serves other bytes".to_owned()), None),
        Ok(reply) => (None, Some(reply.url).filter(|_| !reply.redirects.is_empty())),
        Err(fault) if fault.kind == Kind::Unable => return Err(fault),
        Err(fault) => (Some(fault.to_string()), None),
    };
    Ok(Sight { otherwise, moved })
}

/// What has been seen of a topic.
struct Watch {
    topic: usize,
    looked: bool,
    equal: u32,
    needed: u32,
    pause: Duration,
    next: Instant,
    otherwise: Option<String>,
}

impl Watch {
    fn new(topic: usize, next: Instant) -> Self {
        Self { topic, looked: false, equal: 0, needed: BELIEVED, pause: FIRST_PAUSE, next, otherwise: None }
    }

    /// Takes a look into account; `true` when the topic is stably live.
    fn see(&mut self, sight: &Sight, now: Instant) -> bool {
        self.looked = true;
        if let Some(why) = &sight.otherwise {
            if self.equal > 0 {
                self.needed = (self.needed * 2).min(MOST_BELIEVED);
            }
            self.equal = 0;
            self.otherwise = Some(why.clone());
            self.next = now + self.pause;
            self.pause = (self.pause * 3 / 2).min(LONGEST_PAUSE);
            return false;
        }
        self.equal += 1;
        self.next = now + STEADY;
        self.equal >= self.needed
    }

    fn why(&self) -> String {
        match &self.otherwise {
            Some(why) if self.equal == 0 => why.clone(),
            Some(why) => format!("it is not so for long: before, {why}"),
            None => "there was no time to see that it stays so".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_that_falls_back_begins_anew_and_is_believed_less() {
        let sight = |same: bool| Sight { otherwise: (!same).then(|| "old".to_owned()), moved: None };
        let now = Instant::now();
        let mut watch = Watch::new(0, now);
        let seen: Vec<bool> = "==-======".chars().map(|sign| watch.see(&sight(sign == '='), now)).collect();
        assert_eq!(seen.iter().filter(|stable| **stable).count(), 1);
        assert!(seen[8], "six after a fall");
        let mut watch = Watch::new(0, now);
        let seen: Vec<bool> = "----===".chars().map(|sign| watch.see(&sight(sign == '='), now)).collect();
        assert_eq!(seen.iter().position(|stable| *stable), Some(6), "old at first is no fall");
        assert_eq!(watch.next, now + STEADY);
    }

    #[test]
    fn a_site_that_stays_old_is_asked_less_and_less() {
        let now = Instant::now();
        let mut watch = Watch::new(0, now);
        let old = Sight { otherwise: Some("old".to_owned()), moved: None };
        let pauses: Vec<Duration> = (0..20)
            .map(|_| {
                watch.see(&old, now);
                watch.next - now
            })
            .collect();
        assert!(pauses.is_sorted());
        assert_eq!((pauses[0], pauses[19]), (FIRST_PAUSE, LONGEST_PAUSE));
    }
}
