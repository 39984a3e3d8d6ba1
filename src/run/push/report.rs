//! What came of a push: a line as it happens for people, one object at the end for programs.
//!
//! Says "hub accepted", never more: what a hub does with it nobody learns.

use std::time::Duration;

use dateline::hub::topic::Topic;
use dateline::hub::{Event, Outcome, form};
use dateline::link;
use serde::Serialize;
use url::Url;

use crate::cli::{Push, PushFormat};
use crate::exit::Exit;
use crate::run::telling::counted;
use crate::terminal::Terminal;

#[derive(Serialize)]
pub struct Report {
    dry_run: bool,
    topics: Vec<TopicLine>,
    hubs: Vec<HubLine>,
    #[serde(skip)]
    hub_names: Vec<String>,
    #[serde(skip)]
    human: bool,
    #[serde(skip)]
    strict: bool,
    #[serde(skip)]
    wait: Duration,
}

#[derive(Serialize)]
struct TopicLine {
    topic: String,
    file: String,
    /// `null` when nobody looked.
    live: Option<bool>,
    message: Option<String>,
}

#[derive(Serialize)]
struct HubLine {
    /// Places of hub and topic: two hubs may differ in what is not shown.
    #[serde(skip)]
    at: (usize, usize),
    hub: String,
    topic: String,
    outcome: &'static str,
    status: Option<u16>,
    tries: u32,
    message: Option<String>,
}

const FAILED: &str = "failed";

impl Report {
    pub fn new(topics: &[Topic], hubs: &[Url], push: &Push) -> Self {
        let line =
            |topic: &Topic| TopicLine { topic: topic.shown(), file: topic.file.clone(), live: None, message: None };
        Self {
            dry_run: push.dry_run,
            topics: topics.iter().map(line).collect(),
            hubs: Vec::new(),
            hub_names: hubs.iter().map(link::without_secrets).collect(),
            human: push.format == PushFormat::Human,
            strict: push.strict,
            wait: push.wait,
        }
    }

    pub fn would_send(&mut self, terminal: &Terminal) {
        for (at, hub) in self.hub_names.iter().enumerate() {
            for (of, topic) in self.topics.iter().enumerate() {
                if self.human {
                    terminal.data(&format!("would send: POST {hub} {}", form(&topic.topic)));
                }
                self.hubs.push(HubLine {
                    at: (at, of),
                    hub: hub.clone(),
                    topic: topic.topic.clone(),
                    outcome: "would send",
                    status: None,
                    tries: 0,
                    message: None,
                });
            }
        }
    }

    pub fn note(&mut self, event: Event, terminal: &Terminal) {
        match event {
            Event::Waiting { topic, why } => {
                terminal.note(&format!("waiting for {}: {why}", self.topics[topic].topic));
            }
            Event::Live { topic, moved } => {
                let line = &mut self.topics[topic];
                line.live = Some(true);
                terminal.detail(&format!("live: {}", line.topic));
                if let Some(moved) = moved {
                    let moved = link::without_secrets(&moved);
                    terminal.note(&format!(
                        "{}: redirected to {moved}; subscribers know it by the first address",
                        line.topic
                    ));
                    line.message = Some(format!("redirected to {moved}"));
                }
            }
            Event::NotLive { topic, why } => {
                let line = &mut self.topics[topic];
                terminal.error(&format!(
                    "not live after {}: {}: {why}; no hub was told of it",
                    humantime::format_duration(self.wait),
                    line.topic
                ));
                line.live = Some(false);
                line.message = Some(why);
            }
            Event::Told { hub, topic, told } => {
                let at = (hub, topic);
                let (hub, topic) = (self.hub_names[hub].clone(), self.topics[topic].topic.clone());
                let (outcome, message) = match told.outcome {
                    Outcome::Accepted => ("accepted", None),
                    Outcome::NobodyYet => ("no subscribers", Some("this hub knows no subscriber of it yet".to_owned())),
                    Outcome::Failed => (FAILED, Some(told.why)),
                };
                let tries = if told.tries > 1 { format!(" ({} tries)", told.tries) } else { String::new() };
                match (&message, outcome) {
                    (Some(why), FAILED) => terminal.error(&format!("hub failed: {hub} {topic}{tries}: {why}")),
                    (Some(why), _) if self.human => {
                        terminal.data(&format!("hub took note: {hub} {topic}{tries}: {why}"));
                    }
                    _ if self.human => terminal.data(&format!("hub accepted: {hub} {topic}{tries}")),
                    _ => {}
                }
                self.hubs.push(HubLine { at, hub, topic, outcome, status: told.status, tries: told.tries, message });
            }
        }
    }

    /// What is left to be printed, and how it ended.
    pub fn finish(mut self, terminal: &Terminal) -> Exit {
        self.hubs.sort_by_key(|line| line.at);
        if !self.human {
            terminal.json(serde_json::to_string_pretty(&self));
        }
        if self.dry_run || self.topics.is_empty() {
            return Exit::Done;
        }
        let unseen = self.topics.iter().filter(|line| line.live != Some(true)).count();
        let failed = |hub: &usize| self.hubs.iter().any(|line| line.at.0 == *hub && line.outcome == FAILED);
        let failing = (0..self.hub_names.len()).filter(failed).count();
        let accepted = self.hubs.iter().filter(|line| line.outcome != FAILED).count();
        let hubs = counted(self.hub_names.len(), "hub", "hubs");
        terminal.note(&format!(
            "{} taken by {hubs}, {} failed; {unseen} of {} not live",
            counted(accepted, "message", "messages"),
            self.hubs.len() - accepted,
            counted(self.topics.len(), "feed", "feeds")
        ));
        let all_failed = failing > 0 && failing == self.hub_names.len();
        if unseen > 0 || all_failed || failing > 0 && self.strict {
            return Exit::Hub;
        }
        if failing > 0 {
            terminal.note(&format!(
                "warning: {failing} of {hubs} failed, the others took everything; `--strict` makes that an error"
            ));
        }
        Exit::Done
    }
}
