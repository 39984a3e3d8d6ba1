//! Writes feeds and pages. What goes in them, the library decides.

use std::collections::HashMap;

use dateline::disk::output::{Output, Written};
use dateline::document::{Content, Document};
use dateline::reading::{Enclosure, Origin};
use rayon::iter::ParallelIterator as _;

use super::Ended;
use super::given::{config, now, read_releases};
use super::published::{earlier, make_edition};
use super::stop::{Early, Failure, failed, refused, without_edition};
use super::telling::{Form, counted, print_problems, summary};
use crate::cli::{Build, Folders};
use crate::exit::Exit;
use crate::interrupt::Interrupt;
use crate::terminal::Terminal;

pub fn build(build: &Build, terminal: &Terminal, interrupt: &Interrupt) -> Exit {
    match try_build(&build.folders, terminal, interrupt) {
        Ok(()) => Exit::Done,
        Err(ended) => ended,
    }
}

fn try_build(folders: &Folders, terminal: &Terminal, interrupt: &Interrupt) -> Result<(), Ended> {
    let early = |early: Early| early.told(Form::Human, terminal);
    let now = now(folders.now, terminal)?;
    let config = config(&folders.inputs.config, Some(now)).map_err(early)?;
    let desk = read_releases(folders, &config, now).map_err(early)?;
    print_problems(&desk.problems, Form::Human, folders.warnings(), terminal);
    let newsroom = desk.newsroom.as_ref().ok_or(Exit::Release)?;
    let open = || Output::open(&folders.out).map_err(|fault| refused(&fault.elsewhere("--out"), terminal));
    // Held before it is compared with; a folder that is not there yet is only made to be written to.
    let held = folders.out.is_dir().then(open).transpose()?;
    let edition = make_edition(folders, &config, newsroom, now, terminal).map_err(|fault| refused(&fault, terminal))?;
    let edition = edition.map_err(|stop| without_edition(stop, &desk, terminal))?;
    let output = held.map_or_else(open, Ok)?;
    let files = desk.files_by_release();
    interrupt.hold();
    let made = edition
        .documents(|slug| copies(&files, slug), |document| output.holds(document))
        .map(|made| if interrupt.is_requested() { Err(Failure::Interrupted) } else { made.map_err(Failure::Stop) });
    let earlier = earlier(&folders.out, &config).map_err(|fault| refused(&fault, terminal))?;
    let written = output.write(made, &earlier).map_err(|failure| failed(failure, terminal))?;
    terminal.lines(written.paths());
    summary(&edition, &desk, &outcome(&written), terminal);
    Ok(())
}

/// The files of a release, which are read when they are written.
pub fn copies(files: &HashMap<&str, Vec<&Enclosure>>, slug: &str) -> Vec<Document> {
    let copies = files.get(slug).into_iter().flatten();
    copies
        .map(|copy| Document { name: copy.to.clone(), content: content(&copy.from), mark: None, record: false })
        .collect()
}

fn content(origin: &Origin) -> Content {
    match origin {
        Origin::File(path) => Content::CopyOf(path.clone()),
        Origin::PartOf(document, part) => Content::PartOf(document.clone(), part.clone()),
    }
}

fn outcome(Written { changed, removed, .. }: &Written) -> String {
    let files = counted(changed.len(), "file", "files");
    match (changed.len(), removed.len()) {
        (0, 0) => "nothing changed".to_owned(),
        (_, 0) => format!("{files} written"),
        (_, removed) => format!("{files} written, {removed} of earlier editions removed"),
    }
}
