//! Whether a build of now would write the feeds otherwise: the releases are read again and the feeds
//! written in memory, which costs less than one request. Dates of files would say nothing: a checkout
//! sets them anew. Where the folder of releases is not at hand, as in a job that only pushes, nobody
//! can tell, and nothing is said.

use std::collections::BTreeMap;
use std::path::Path;

use dateline::config::Config;
use dateline::desk::{self, Warnings};
use dateline::disk;
use dateline::document::{Content, Document};
use dateline::edition::{self, Allowance};
use dateline::guard::Before;
use dateline::hub::topic::Topic;

use crate::cli::Push;
use crate::exit::Exit;
use crate::run::Ended;
use crate::run::given::{no_folder, now};
use crate::run::telling::counted;
use crate::terminal::Terminal;

/// Warns of feeds that are not up to date; with `--strict` that is an end.
pub fn tell(push: &Push, config: &Config, topics: &[Topic], terminal: &Terminal) -> Result<(), Ended> {
    let releases = push.releases.as_deref().unwrap_or(Path::new("releases"));
    if let Some(problem) = no_folder(releases) {
        if push.releases.is_none() {
            return Ok(());
        }
        terminal.error(&problem.human());
        return Err(Exit::Usage);
    }
    let now = now(None, terminal)?;
    // The feeds are there, so what keeps the releases from being read need not keep hubs from hearing.
    let desk = desk::read(releases, config, now, Warnings::Told).ok();
    let allowance = Allowance { removal: true, empty: true };
    let before = Before::read(None, None);
    let made = desk.as_ref().and_then(|desk| desk.newsroom.as_ref()).and_then(|newsroom| {
        edition::make(config, newsroom, now, &before, allowance).and_then(|edition| edition.subscriptions()).ok()
    });
    let warning = match made {
        None => "the releases can't be built as they are, so nobody can tell whether the feeds are up to date; run `dateline check`".to_owned(),
        Some(documents) => match outdated(&documents, topics).as_slice() {
            [] => return Ok(()),
            [first, rest @ ..] => {
                let others = if rest.is_empty() { String::new() } else { format!(" and {}", counted(rest.len(), "other feed", "other feeds")) };
                format!("a build of now would write {first}{others} otherwise; run `dateline build` first")
            }
        },
    };
    let out = disk::shown(&push.out);
    if push.strict {
        terminal.error(&format!("{out}: {warning}"));
        return Err(Exit::Usage);
    }
    terminal.note(&format!("{out}: warning: {warning}"));
    Ok(())
}

/// The names of feeds that differ, are missing, or are there no longer.
fn outdated(documents: &[Document], topics: &[Topic]) -> Vec<String> {
    let mut built: BTreeMap<&str, &[u8]> =
        topics.iter().map(|topic| (topic.file.as_str(), topic.bytes.as_slice())).collect();
    let mut names = Vec::new();
    for document in documents {
        let Content::Bytes(bytes) = &document.content else { continue };
        if built.remove(document.name.as_str()) != Some(bytes.as_slice()) {
            names.push(document.name.clone());
        }
    }
    names.extend(built.into_keys().map(str::to_owned));
    names.sort_by_key(|name| (name.contains('/'), name.clone()));
    names
}
