//! Live entries whose ids no release has any longer.

use std::collections::HashMap;

use crate::against::live::LiveEntry;
use crate::against::own::Own;
use crate::config::Config;
use crate::prose::one_line;

/// Each is there until a release turns out to be the same one under another id.
pub struct Gone<'a> {
    pub entries: Vec<Option<&'a LiveEntry>>,
    by_address: HashMap<&'a str, usize>,
    by_title: HashMap<String, Vec<usize>>,
}

impl<'a> Gone<'a> {
    pub fn of(entries: impl Iterator<Item = &'a LiveEntry>) -> Self {
        let entries: Vec<_> = entries.map(Some).collect();
        let (mut by_address, mut by_title) = (HashMap::new(), HashMap::<String, Vec<usize>>::new());
        for (at, entry) in entries.iter().enumerate().filter_map(|(at, entry)| Some((at, (*entry)?))) {
            by_address.extend(entry.link.as_deref().map(|link| (link, at)));
            by_title.entry(folded(&entry.title)).or_default().push(at);
        }
        by_title.remove("");
        Self { entries, by_address, by_title }
    }

    pub fn take_address(&mut self, own: &Own) -> Option<&'a LiveEntry> {
        let at = self.by_address.get(own.link.as_str())?;
        self.entries.get_mut(*at)?.take()
    }

    pub fn take_title(&mut self, own: &Own, config: &Config) -> Option<&'a LiveEntry> {
        let titles = [&own.title, &own.headline];
        let mut alike = titles.into_iter().filter_map(|title| self.by_title.get(&folded(title))).flatten();
        let of_its_day = |at: &&usize| {
            let entry = self.entries.get(**at).copied().flatten();
            let day = entry.and_then(|entry| entry.published.or(entry.updated)).map(|at| at.date_in(config.time_zone));
            day.is_some_and(|day| day == own.day || day == own.published.date_in(config.time_zone))
        };
        let at = *alike.find(of_its_day)?;
        self.entries.get_mut(at)?.take()
    }
}

fn folded(title: &str) -> String {
    one_line(title).to_lowercase()
}
