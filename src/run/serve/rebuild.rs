//! One build for the preview: the same reading and the same verdicts as `build`, into a temporary
//! folder. What stands in the way is told on the terminal and handed on to be shown.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use dateline::config::Config;
use dateline::desk::{self, Desk, Warnings};
use dateline::disk::shelf::Shelf;
use dateline::disk::{self, Fault};
use dateline::edition::{self, Allowance};
use dateline::guard::Before;
use dateline::instant::Instant;
use dateline::newsroom::Newsroom;
use dateline::preview;
use dateline::problem::Problem;
use rayon::iter::ParallelIterator as _;

use super::stage::{Made, Shown};
use crate::cli::Serve;
use crate::run::building::copies;
use crate::run::given::{no_config, no_folder, now, parsed_config};
use crate::run::stop::{Failure, as_problems, refused, stopped};
use crate::run::telling::{Form, nothing_public, print_problems, summary, tell_of_held};
use crate::terminal::Terminal;

pub struct Workshop<'a> {
    pub serve: &'a Serve,
    pub terminal: &'a Terminal,
    pub port: u16,
    pub room: &'a Path,
    pub interrupted: &'a AtomicBool,
}

/// Why there is no new edition. The message has been printed.
enum Halt {
    Problems(Vec<Problem>),
    Interrupted,
}

/// An edition that was just made.
struct Fresh {
    /// Where it stands on this host.
    base: String,
    shelf: Shelf,
    problems: Vec<Problem>,
}

impl Workshop<'_> {
    /// What is to be shown from now on; `None` when that is what is shown already, or nobody is to
    /// see it any more.
    pub fn build(&self, shown: &Shown) -> Option<Made> {
        let last = &shown.made;
        let made = match self.edition() {
            Ok(Fresh { base, shelf, problems }) => {
                let same = last.shelf.as_ref().filter(|last| last.is_like(&shelf)).cloned();
                Made { base, shelf: Some(same.unwrap_or_else(|| Arc::new(shelf))), problems, failed: false }
            }
            // The last good edition stays.
            Err(Halt::Problems(problems)) => {
                let stays = if last.shelf.is_some() {
                    "the last edition that could be built stays"
                } else {
                    "nothing to show yet"
                };
                self.terminal.note(stays);
                Made { base: last.base.clone(), shelf: last.shelf.clone(), problems, failed: true }
            }
            Err(Halt::Interrupted) => return None,
        };
        let same_shelf = match (&made.shelf, &last.shelf) {
            (Some(new), Some(old)) => Arc::ptr_eq(new, old),
            (None, None) => true,
            _ => false,
        };
        (!same_shelf || (&made.base, &made.problems, made.failed) != (&last.base, &last.problems, last.failed))
            .then_some(made)
    }

    fn edition(&self) -> Result<Fresh, Halt> {
        let now = self.now()?;
        let config = preview::config(self.config(now)?, self.port);
        let desk = self.desk(&config, now)?;
        let told = self.terminal.tellable(&desk.problems, self.serve.warnings());
        print_problems(&desk.problems, Form::Human, self.serve.warnings(), self.terminal);
        let Some(newsroom) = &desk.newsroom else { return Err(Halt::Problems(told)) };
        tell_of_held(newsroom, now, self.terminal);
        match self.fill(&config, &desk, newsroom, now) {
            Ok(full) => Ok(Fresh { base: config.site.path().to_owned(), shelf: full, problems: told }),
            Err(failure) => {
                let problems = self.told(failure)?;
                Err(Halt::Problems(told.into_iter().chain(problems).collect()))
            }
        }
    }

    fn config(&self, now: Instant) -> Result<Config, Halt> {
        let path = &self.serve.inputs.config;
        match disk::read_optional(path) {
            Ok(Some(bytes)) => parsed_config(path, &bytes, Some(now)).map_err(|problems| self.stated(problems)),
            Ok(None) => Err(self.stated(vec![no_config(path)])),
            Err(fault) => Err(self.faulty(&fault)),
        }
    }

    fn now(&self) -> Result<Instant, Halt> {
        now(self.serve.now, self.terminal).map_err(|_| {
            let what = "the clock of this machine is far off";
            Halt::Problems(vec![Problem::of_file("--now", what, "set it, or state `--now`")])
        })
    }

    fn desk(&self, config: &Config, now: Instant) -> Result<Desk, Halt> {
        let releases = &self.serve.inputs.releases;
        if let Some(problem) = no_folder(releases) {
            return Err(self.stated(vec![problem]));
        }
        desk::read(releases, config, now, self.serve.warnings()).map_err(|fault| self.faulty(&fault))
    }

    /// Nothing was published from here, so no guard has anything to compare with.
    fn fill(&self, config: &Config, desk: &Desk, newsroom: &Newsroom, now: Instant) -> Result<Shelf, Failure> {
        let allowance = Allowance { removal: true, empty: true };
        let edition =
            edition::make(config, newsroom, now, &Before::read(None, None), allowance).map_err(Failure::Stop)?;
        let files = desk.files_by_release();
        let made = edition.documents(|slug| copies(&files, slug), |_| false).map(|made| {
            if self.interrupted.load(Ordering::SeqCst) {
                Err(Failure::Interrupted)
            } else {
                made.map_err(Failure::Stop)
            }
        });
        let full = Shelf::fill(self.room, made)?;
        summary(&edition, desk, &format!("shown at {}", config.site), self.terminal);
        if edition.cleared().is_empty() {
            let held = newsroom.held_at(now);
            let way = nothing_public(held.drafts + held.waiting > 0);
            self.terminal.note(&format!("no release is public; {way}"));
        }
        Ok(full)
    }

    fn told(&self, failure: Failure) -> Result<Vec<Problem>, Halt> {
        match failure {
            Failure::Interrupted => Err(Halt::Interrupted),
            Failure::Disk(fault) => Err(self.faulty(&fault)),
            Failure::Stop(stop) => {
                let problems = as_problems(&stop, &self.serve.inputs.releases);
                stopped(stop, self.terminal);
                Ok(problems)
            }
        }
    }

    fn stated(&self, problems: Vec<Problem>) -> Halt {
        print_problems(&problems, Form::Human, Warnings::Refused, self.terminal);
        Halt::Problems(problems)
    }

    fn faulty(&self, fault: &Fault) -> Halt {
        refused(fault, self.terminal);
        Halt::Problems(vec![fault.problem()])
    }
}
