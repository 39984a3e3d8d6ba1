//! `check --against`: what is live is fetched, and what is different told.

use std::time::Duration;

use dateline::against::report::{self, AgainstJson, Reported, Terms};
use dateline::against::{Answer, Led, Live, Own, Unknown, Web, compare, walk};
use dateline::config::Config;
use dateline::edition::{Edition, Stop};
use dateline::hub::fetch::{Fault, Fetcher};
use dateline::instant::Instant;
use dateline::link;
use dateline::problem::Problem;
use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};
use url::Url;

use super::Ended;
use super::stop::{as_problems, stopped};
use super::telling::{Form, counted, print_compared, print_problems};
use crate::cli::{Check, CheckFormat};
use crate::exit::Exit;
use crate::terminal::Terminal;

/// More than any reader would take for a feed.
const LARGEST: usize = 32 * 1024 * 1024;
const PATIENCE: Duration = Duration::from_secs(60);

struct Network(Fetcher);

impl Web for Network {
    fn get(&mut self, url: &Url, led: Led) -> Result<Answer, String> {
        let reply = match led {
            Led::ByUs => self.0.get(url, LARGEST, PATIENCE),
            Led::ByOthers => self.0.lead(url, LARGEST, PATIENCE),
        };
        let reply = reply.map_err(|fault| fault.to_string())?;
        if reply.cut {
            return Err(format!("the answer is larger than {} MiB, which is no feed", LARGEST / 1024 / 1024));
        }
        let names = ["content-type", "etag", "last-modified", "cache-control"];
        let headers =
            names.iter().filter_map(|name| Some(((*name).to_owned(), reply.header(name)?.to_owned()))).collect();
        // The first is what was asked for; the publisher is to see where that led.
        let redirects = reply.redirects.into_iter().chain([reply.url.clone()]).skip(1).collect();
        Ok(Answer { status: reply.status, redirects, public: reply.public, headers, url: reply.url, body: reply.body })
    }
}

/// What a check has come to when the comparison begins.
pub struct Checked<'a> {
    pub config: &'a Config,
    pub now: Instant,
    pub edition: &'a Edition<'a>,
    pub problems: &'a [Problem],
}

/// Tells what would be different at an address.
///
/// # Errors
/// When that can't be found out, or readers would lose something or be flooded.
pub fn against(check: &Check, address: &Url, checked: &Checked, terminal: &Terminal) -> Result<(), Ended> {
    let Checked { config, now, edition, problems } = checked;
    let own = edition.cleared().par_iter().map(Own::of).collect::<std::io::Result<Vec<Own>>>();
    let own = own.map_err(|why| {
        let stop = Stop::Lost(why);
        not_compared(as_problems(&stop, &check.folders.out), check, problems, terminal);
        stopped(stop, terminal)
    })?;
    let live = look(address, config).map_err(|unknown| {
        let problem = report::unknown(&unknown);
        not_compared(vec![problem.clone()], check, problems, terminal);
        terminal.error(&problem.human());
        Exit::Hub
    })?;
    let differences = compare(&live.entries, &own, config);
    let told = report::told(&differences, Terms { config, now: *now, removal: check.folders.allow_removal });
    match check.format {
        CheckFormat::Json => {
            print_compared(problems, AgainstJson::of(&live, &told), check.folders.warnings(), terminal);
        }
        CheckFormat::Human | CheckFormat::Github => tell(&live, &told, address, check, terminal),
    }
    let counts = report::counted(&told, own.len());
    if told.iter().any(Reported::is_refused) {
        terminal.error(&format!("readers would lose releases, or be shown them again: {counts}"));
        return Err(Exit::Guard);
    }
    terminal.note(&format!("against what is live: {counts}"));
    Ok(())
}

fn look(address: &Url, config: &Config) -> Result<Live, Unknown> {
    let unable = |fault: Fault| Unknown::new(address, fault.to_string(), "try again on another machine");
    let mut network = Network(Fetcher::new().map_err(unable)?);
    walk::live(&mut network, address, &config.site)
}

/// Programs that asked for one object are given it without a comparison.
fn not_compared(why: Vec<Problem>, check: &Check, problems: &[Problem], terminal: &Terminal) {
    if Form::of(check) == Form::JsonObject {
        let problems: Vec<Problem> = problems.iter().cloned().chain(why).collect();
        print_problems(&problems, Form::JsonObject, check.folders.warnings(), terminal);
    }
}

fn tell(live: &Live, told: &[Reported], address: &Url, check: &Check, terminal: &Terminal) {
    match &live.feed {
        Some(feed) => terminal.note(&format!(
            "{}: {} in {}",
            link::without_secrets(feed),
            counted(live.entries.len(), "entry", "entries"),
            counted(live.documents, "document", "documents")
        )),
        None => terminal.note(&format!(
            "{}: nothing is published there yet, so this would be the first time",
            link::without_secrets(address)
        )),
    }
    for told in told {
        match told.github().filter(|_| check.format == CheckFormat::Github) {
            Some(annotation) => terminal.data(&annotation),
            None if told.is_refused() => terminal.error(&told.human()),
            None => terminal.note(&told.human()),
        }
    }
    for served in &live.served {
        terminal.note(&served.human());
        served.warnings.iter().for_each(|warning| terminal.note(&format!("{}: warning: {warning}", served.url)));
    }
}
