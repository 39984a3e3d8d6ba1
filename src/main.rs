//! The binary: the only room that knows the clock, the terminal and exit codes.

#![forbid(unsafe_code)]

mod cli;
mod exit;
mod interrupt;
mod run;
mod terminal;

use std::process::ExitCode;

use clap::Parser as _;
use dateline::problem::printable;

use cli::{Cli, Command};
use exit::Exit;
use interrupt::Interrupt;
use terminal::Terminal;

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            // Help and version are no errors; a closed pipe is nobody's fault.
            if !error.use_stderr() {
                let _ = error.print();
                return Exit::Done.into();
            }
            told_of_usage(&error);
            return Exit::Usage.into();
        }
    };
    let terminal = Terminal::new(cli.quiet, cli.verbose);
    let exit = exit::bugs_reported(|| match &cli.command {
        Command::Build(build) => run::build(build, &terminal, &Interrupt::heard()),
        Command::Check(check) => {
            let _heard = Interrupt::heard();
            run::check(check, &terminal)
        }
        Command::Show(show) => run::show(show, &terminal),
        Command::Push(push) => run::push::push(push, &terminal),
        Command::Serve(serve) => run::serve::serve(serve, &terminal),
        Command::Lifted(lifted) => run::lifted(lifted, &terminal),
        Command::Init(init) => run::begin::init(init, &terminal),
        Command::New(new) => run::begin::new(new, &terminal),
        Command::Completions(asked) => run::manual::completions(asked, &terminal),
        Command::Schema(asked) => run::manual::schema(asked, &terminal),
        Command::Man(asked) => run::manual::man(asked, &terminal),
    });
    // What was written stands; who asked for the list of it must not take half of it for all.
    terminal.ended(exit).into()
}

/// The arguments, which a shell may have taken from a folder of others, are quoted in it.
fn told_of_usage(error: &clap::Error) {
    let mut arguments = std::env::args_os().map(|argument| argument.to_string_lossy().into_owned());
    match arguments.find(|argument| printable(argument) != *argument) {
        None => {
            let _ = error.print();
        }
        Some(argument) => {
            let what = "the arguments can't be understood, and this one holds characters that are not to be printed";
            Terminal::new(false, false).error(&format!("{argument}: {what}; see `dateline --help`"));
        }
    }
}
