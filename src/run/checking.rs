//! Reads and judges everything that `build` would write, and writes nothing.

use std::path::Path;

use dateline::config::Config;
use dateline::desk::Desk;
use dateline::disk::Fault;
use dateline::disk::standing::Standing;
use dateline::edition::earlier::EarlierEdition;
use dateline::edition::{Edition, Stop};
use rayon::iter::ParallelIterator as _;

use super::building::copies;
use super::given::{config, now, read_releases};
use super::published::{earlier, make_edition};
use super::stop::{Early, as_problems, exit_of, without_edition};
use super::telling::{Form, print_problems, summary};
use super::{Ended, against};
use crate::cli::{Check, Live};
use crate::exit::Exit;
use crate::terminal::Terminal;

pub fn check(check: &Check, terminal: &Terminal) -> Exit {
    match try_check(check, terminal) {
        Ok(()) => Exit::Done,
        Err(ended) => ended,
    }
}

fn try_check(check: &Check, terminal: &Terminal) -> Result<(), Ended> {
    let folders = &check.folders;
    let form = Form::of(check);
    let early = |early: Early| early.told(form, terminal);
    let now = now(folders.now, terminal)?;
    let config = config(&folders.inputs.config, Some(now)).map_err(early)?;
    let desk = read_releases(folders, &config, now).map_err(early)?;
    let mut problems = desk.problems.clone();
    let newsroom = desk.newsroom.as_ref();
    let made = newsroom.map(|newsroom| make_edition(folders, &config, newsroom, now, terminal)).transpose();
    let outcome = made.map_err(|fault| {
        problems.push(fault.problem());
        print_problems(&problems, form, folders.warnings(), terminal);
        exit_of(&fault)
    })?;
    let outcome = outcome.map(|made| made.and_then(|edition| proven(edition, &desk, &folders.out, &config)));
    let outcome = match outcome {
        Some(Ok((_, refused))) if !refused.is_empty() => {
            problems.extend(refused.iter().map(Fault::problem));
            print_problems(&problems, form, folders.warnings(), terminal);
            return Err(refused.first().map_or(Exit::FileSystem, exit_of));
        }
        outcome => outcome.map(|made| made.map(|(edition, _)| edition)),
    };
    if let Some(Err(stop)) = &outcome
        && form != Form::Human
    {
        problems.extend(as_problems(stop, &folders.out));
    }
    let against = check.against.as_ref().map(|live| match live {
        Live::At(address) => address,
        Live::Configured => &config.site,
    });
    // As a part of one object, they are printed with the comparison.
    if !(form == Form::JsonObject && matches!(outcome, Some(Ok(_)))) {
        print_problems(&problems, form, folders.warnings(), terminal);
    }
    let edition = outcome.ok_or(Exit::Release)?.map_err(|stop| without_edition(stop, &desk, terminal))?;
    if let Some(address) = against {
        let checked = against::Checked { config: &config, now, edition: &edition, problems: &problems };
        against::against(check, address, &checked, terminal)?;
    }
    summary(&edition, &desk, "nothing stands in the way of publishing", terminal);
    Ok(())
}

/// The edition, when all of its documents are as they should be, and what stands in their way.
fn proven<'a>(
    edition: Edition<'a>,
    desk: &Desk,
    out: &Path,
    config: &Config,
) -> Result<(Edition<'a>, Vec<Fault>), Stop> {
    let files = desk.files_by_release();
    let standing = Standing::of(out);
    let (earlier, unread) = match earlier(out, config) {
        Ok(earlier) => (earlier, None),
        Err(fault) => (EarlierEdition::of(&config.site), Some(fault)),
    };
    let made = edition.documents(|slug| copies(&files, slug), |_| false).map(|made| {
        made.map(|documents| documents.iter().filter_map(|one| standing.refusal(one, &earlier)).collect::<Vec<Fault>>())
    });
    let refused = made.collect::<Result<Vec<_>, Stop>>()?;
    Ok((edition, unread.into_iter().chain(refused.into_iter().flatten()).collect()))
}
