//! Reads and judges everything that `build` would write, and writes nothing.

use dateline::edition::Edition;

use super::given::{config, now, read_releases};
use super::published::make_edition;
use super::stop::{as_problem, stopped};
use super::telling::{print_problems, summary};
use super::{Ended, against};
use crate::cli::{Check, CheckFormat, Live};
use crate::exit::Exit;
use crate::interrupt::Interrupt;
use crate::terminal::Terminal;

pub fn check(check: &Check, terminal: &Terminal, _: &Interrupt) -> Exit {
    match try_check(check, terminal) {
        Ok(()) => Exit::Done,
        Err(ended) => ended,
    }
}

fn try_check(check: &Check, terminal: &Terminal) -> Result<(), Ended> {
    let folders = &check.folders;
    let config = config(&folders.inputs.config, check.format, terminal)?;
    let now = now(folders.now, terminal)?;
    let desk = read_releases(folders, &config, now, terminal)?;
    let newsroom = desk.newsroom.as_ref();
    let outcome = newsroom.map(|newsroom| make_edition(folders, &config, newsroom, now, terminal)).transpose()?;
    let outcome = outcome.map(|made| made.and_then(Edition::proven));
    let mut problems = desk.problems.clone();
    if let Some(Err(stop)) = &outcome
        && check.format != CheckFormat::Human
    {
        problems.push(as_problem(stop, &folders.out));
    }
    let against = check.against.as_ref().map(|live| match live {
        Live::At(address) => address,
        Live::Configured => &config.site,
    });
    match (against, &outcome) {
        // As a part of one object, they are printed with the comparison.
        (Some(_), Some(Ok(_))) if check.format == CheckFormat::Json => {}
        (Some(_), _) => against::problems_alone(&problems, check, terminal),
        (None, _) => print_problems(&problems, check.format, folders.strict, terminal),
    }
    let edition = outcome.ok_or(Exit::Release)?.map_err(|stop| stopped(stop, terminal))?;
    if let Some(address) = against {
        let checked = against::Checked { config: &config, now, edition: &edition, problems: &problems };
        against::against(check, address, &checked, terminal)?;
    }
    summary(&edition, &desk, "nothing stands in the way of publishing", terminal);
    Ok(())
}
