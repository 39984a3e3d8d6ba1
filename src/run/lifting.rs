//! Counts what has become public. Nothing else of a release is told.

use dateline::desk::{self, Warnings};
use dateline::problem::Problem;

use super::Ended;
use super::given::{config, no_folder, now};
use super::stop::refused;
use super::telling::{Form, print_problems, tell_of_held};
use crate::cli::Lifted;
use crate::exit::Exit;
use crate::terminal::Terminal;

pub fn lifted(lifted: &Lifted, terminal: &Terminal) -> Exit {
    match try_lifted(lifted, terminal) {
        Ok(()) => Exit::Done,
        Err(ended) => ended,
    }
}

fn try_lifted(lifted: &Lifted, terminal: &Terminal) -> Result<(), Ended> {
    let config = config(&lifted.inputs.config, None).map_err(|early| early.told(Form::Human, terminal))?;
    let now = now(lifted.now, terminal)?;
    if let Some(problem) = no_folder(&lifted.inputs.releases) {
        terminal.error(&problem.human());
        return Err(Exit::Usage);
    }
    let desk =
        desk::read(&lifted.inputs.releases, &config, now, Warnings::Told).map_err(|fault| refused(&fault, terminal))?;
    let errors: Vec<Problem> = desk.problems.iter().filter(|problem| problem.is_error()).cloned().collect();
    print_problems(&errors, Form::Human, Warnings::Told, terminal);
    let newsroom = desk.newsroom.as_ref().ok_or(Exit::Release)?;
    terminal.data(&newsroom.lifted(lifted.since, now).to_string());
    tell_of_held(newsroom, now, terminal);
    Ok(())
}
