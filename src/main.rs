//! The binary: the only room that knows the clock, the terminal and exit codes.

#![forbid(unsafe_code)]

mod cli;
mod exit;
mod interrupt;
mod run;
mod terminal;

use std::process::ExitCode;

use clap::Parser as _;

use cli::{Cli, Command};
use exit::Exit;
use interrupt::Interrupt;
use terminal::Terminal;

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            // Help and version are no errors; a closed pipe is nobody's fault.
            let _ = error.print();
            return if error.use_stderr() { Exit::Usage.into() } else { Exit::Done.into() };
        }
    };
    let terminal = Terminal::new(cli.quiet, cli.verbose);
    let exit = exit::bugs_reported(|| match &cli.command {
        Command::Build(build) => run::build(build, &terminal, &Interrupt::heard()),
        Command::Check(check) => run::check(check, &terminal, &Interrupt::heard()),
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
    if exit == Exit::Done && terminal.lost_data() { Exit::FileSystem.into() } else { exit.into() }
}
