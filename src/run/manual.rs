//! Shell completions and manual pages, made of the commands themselves, so that they can't differ.

use std::io;
use std::path::Path;

use clap::builder::Resettable;
use clap::{Command, CommandFactory as _};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, roman};
use dateline::disk::{self, Fault, built, fresh};
use dateline::schema;

use super::stop::refused;
use crate::cli::{self, Cli, SchemaOf};
use crate::exit::Exit;
use crate::terminal::Terminal;

/// Prints what completes the commands in a shell.
pub fn completions(asked: &cli::Completions, terminal: &Terminal) -> Exit {
    let mut script = Vec::new();
    clap_complete::generate(asked.shell, &mut Cli::command(), "dateline", &mut script);
    print(&script, terminal)
}

/// Prints a JSON Schema.
pub fn schema(asked: &cli::Schema, terminal: &Terminal) -> Exit {
    let text = match asked.of {
        SchemaOf::Config => schema::config(),
        SchemaOf::Show => schema::show(),
    };
    match text {
        Ok(text) => {
            terminal.data(&text);
            Exit::Done
        }
        Err(error) => terminal.bug(&error),
    }
}

/// Prints the page of the whole, or writes one a command.
pub fn man(asked: &cli::Man, terminal: &Terminal) -> Exit {
    match &asked.out {
        None => match page(whole()) {
            Ok(page) => print(&page, terminal),
            Err(error) => told(Path::new("the manual page"), error, terminal),
        },
        Some(folder) => match write(folder, terminal) {
            Ok(()) => Exit::Done,
            Err(fault) => refused(&fault.elsewhere("--out"), terminal),
        },
    }
}

fn print(bytes: &[u8], terminal: &Terminal) -> Exit {
    terminal.data(String::from_utf8_lossy(bytes).trim_end());
    Exit::Done
}

fn told(path: &Path, error: io::Error, terminal: &Terminal) -> Exit {
    refused(&Fault::new(path, "writing", error), terminal)
}

fn whole() -> Command {
    // Of help no page is written, and the codes have a section of their own.
    let mut command = Cli::command().disable_help_subcommand(true).after_help(Resettable::Reset);
    command.build();
    command
}

fn write(folder: &Path, terminal: &Terminal) -> Result<(), Fault> {
    fresh::folder(folder)?;
    let whole = whole();
    let parts: Vec<Command> = whole.get_subcommands().cloned().collect();
    for command in std::iter::once(whole).chain(parts) {
        let name = command.get_display_name().unwrap_or("dateline").to_owned();
        let path = folder.join(format!("{name}.1"));
        let page = page(command).map_err(|error| Fault::new(&path, "writing", error))?;
        built::replace(&path, &String::from_utf8_lossy(&page))?;
        terminal.data(&disk::shown(&path));
    }
    Ok(())
}

const FILES: [(&str, &str); 3] = [
    ("dateline.toml", "The newsroom's configuration."),
    ("releases/", "Press releases, as they were written: text, Markdown, HTML, Word, PDF."),
    ("public/", "What is to be served: feeds, pages, pictures and attachments."),
];

const ENVIRONMENT: [(&str, &str); 1] =
    [("HTTP_PROXY, HTTPS_PROXY, ALL_PROXY, NO_PROXY", "Proxies for push and for check --against.")];

fn page(command: Command) -> io::Result<Vec<u8>> {
    let man = Man::new(command);
    let mut page = Vec::new();
    man.render(&mut page)?;
    let codes = Exit::ALL.map(|exit| (exit.code().to_string(), exit.meaning()));
    let codes = codes.each_ref().map(|(code, meaning)| (code.as_str(), *meaning));
    for (heading, entries) in
        [("EXIT STATUS", codes.as_slice()), ("FILES", FILES.as_slice()), ("ENVIRONMENT", ENVIRONMENT.as_slice())]
    {
        let mut section = Roff::new();
        section.control("SH", [heading]);
        for (name, meaning) in entries {
            section.control("TP", []).text([roman(*name)]).text([roman(*meaning)]);
        }
        section.to_writer(&mut page)?;
    }
    Ok(page)
}
