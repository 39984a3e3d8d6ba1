//! Reads and judges everything that `build` would write, and writes nothing.

use dateline::edition::Edition;

use super::given::{config, now, read_releases};
use super::published::make_edition;
use super::stop::{Early, as_problem, stopped};
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
        Exit::FileSystem
    })?;
    let outcome = outcome.map(|made| made.and_then(Edition::proven));
    if let Some(Err(stop)) = &outcome
        && form != Form::Human
    {
        problems.push(as_problem(stop, &folders.out));
    }
    let against = check.against.as_ref().map(|live| match live {
        Live::At(address) => address,
        Live::Configured => &config.site,
    });
    // As a part of one object, they are printed with the comparison.
    if !(form == Form::JsonObject && matches!(outcome, Some(Ok(_)))) {
        print_problems(&problems, form, folders.warnings(), terminal);
    }
    let edition = outcome.ok_or(Exit::Release)?.map_err(|stop| stopped(stop, terminal))?;
    if let Some(address) = against {
        let checked = against::Checked { config: &config, now, edition: &edition, problems: &problems };
        against::against(check, address, &checked, terminal)?;
    }
    summary(&edition, &desk, "nothing stands in the way of publishing", terminal);
    Ok(())
}
