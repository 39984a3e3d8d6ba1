//! The commands, step by step.

mod against;
pub mod begin;
pub mod manual;
pub mod push;
pub mod serve;
mod stop;

use std::collections::HashMap;
use std::path::Path;
use std::time::SystemTime;

use chrono::DateTime;
use dateline::config::Config;
use dateline::desk::{self, Desk};
use dateline::disk::input::SourceFile;
use dateline::disk::output::{Output, Written};
use dateline::disk::{self, Fault, built};
use dateline::document::{Content, Document};
use dateline::edition::earlier::EarlierEdition;
use dateline::edition::{self, Edition, Leave, Stop};
use dateline::feed::Format;
use dateline::guard::Before;
use dateline::instant::Instant;
use dateline::newsroom::Newsroom;
use dateline::problem::{Problem, ProblemJson};
use dateline::reading::{Enclosure, Origin};
use dateline::{reading, show as shown, sitemap};
use rayon::iter::ParallelIterator as _;

use crate::cli::{Build, Check, CheckFormat, Folders, Lifted, Live, Show, ShowFormat};
use crate::exit::Exit;
use crate::interrupt::Interrupt;
use crate::terminal::Terminal;
use stop::{Failure, as_problem, failed, refused, stopped};

/// Why a command ended early. The message has been printed.
type Ended = Exit;

pub fn build(build: &Build, terminal: &Terminal, interrupt: &Interrupt) -> Exit {
    match try_build(&build.folders, terminal, interrupt) {
        Ok(()) => Exit::Done,
        Err(ended) => ended,
    }
}

fn try_build(folders: &Folders, terminal: &Terminal, interrupt: &Interrupt) -> Result<(), Ended> {
    let config = config(&folders.config, CheckFormat::Human, terminal)?;
    let now = now(folders.now, terminal)?;
    let desk = read_releases(folders, &config, now, terminal)?;
    print_problems(&desk.problems, CheckFormat::Human, folders.strict, terminal);
    let newsroom = desk.newsroom.as_ref().ok_or(Exit::Release)?;
    let open = || Output::open(&folders.out).map_err(|fault| refused(&fault, terminal));
    // Held before it is compared with; a folder that is not there yet is only made to be written to.
    let held = folders.out.is_dir().then(open).transpose()?;
    let edition = make_edition(folders, &config, newsroom, now, terminal)?;
    let edition = edition.map_err(|stop| stopped(stop, terminal))?;
    let output = held.map_or_else(open, Ok)?;
    let files = desk.files_by_release();
    interrupt.hold();
    let made = edition
        .documents(|slug| copies(&files, slug), |document| output.holds(document))
        .map(|made| if interrupt.is_meant() { Err(Failure::Interrupted) } else { made.map_err(Failure::Stop) });
    let earlier = earlier(&folders.out, &config).map_err(|fault| refused(&fault, terminal))?;
    let written = output.write(made, &earlier).map_err(|failure| failed(failure, terminal))?;
    terminal.lines(written.paths());
    summary(&edition, &desk, &outcome(&written), terminal);
    Ok(())
}

pub fn check(check: &Check, terminal: &Terminal, _: &Interrupt) -> Exit {
    match try_check(check, terminal) {
        Ok(()) => Exit::Done,
        Err(ended) => ended,
    }
}

fn try_check(check: &Check, terminal: &Terminal) -> Result<(), Ended> {
    let folders = &check.folders;
    let config = config(&folders.config, check.format, terminal)?;
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

pub fn show(show: &Show, terminal: &Terminal) -> Exit {
    match try_show(show, terminal) {
        Ok(exit) | Err(exit) => exit,
    }
}

fn try_show(show: &Show, terminal: &Terminal) -> Result<Exit, Ended> {
    let config = match disk::read_optional(&show.config).map_err(|fault| refused(&fault, terminal))? {
        Some(bytes) => Some(parse_config(&show.config, &bytes, CheckFormat::Human, terminal)?),
        None => None,
    };
    let file = SourceFile::named(&show.file);
    if !show.file.is_file() {
        let what = if show.file.is_dir() { "this is a folder, not a file" } else { "there is no such file" };
        terminal.error(&format!("{}: {what}; name a press release", file.shown()));
        return Err(Exit::Usage);
    }
    let understanding = match file.bytes().map_err(|fault| refused(&fault, terminal))? {
        Ok(bytes) => reading::understand(&file, &bytes, config.as_ref()),
        Err(problem) => reading::Understanding { assembled: None, problems: vec![problem] },
    };
    match show.format {
        ShowFormat::Json => terminal.json(&shown::json(&understanding, show.explain)),
        ShowFormat::Human => {
            terminal.data(shown::human(&file.shown(), &understanding, show.explain).trim_end());
            for problem in &understanding.problems {
                terminal.note(&problem.human());
            }
        }
    }
    let failed = understanding.problems.iter().any(Problem::is_error);
    Ok(if failed { Exit::Release } else { Exit::Done })
}

pub fn lifted(lifted: &Lifted, terminal: &Terminal) -> Exit {
    match try_lifted(lifted, terminal) {
        Ok(()) => Exit::Done,
        Err(ended) => ended,
    }
}

fn try_lifted(lifted: &Lifted, terminal: &Terminal) -> Result<(), Ended> {
    let config = config(&lifted.config, CheckFormat::Human, terminal)?;
    let now = now(lifted.now, terminal)?;
    if let Some(problem) = no_folder(&lifted.releases) {
        terminal.error(&problem.human());
        return Err(Exit::Usage);
    }
    let desk = desk::read(&lifted.releases, &config, now, false).map_err(|fault| refused(&fault, terminal))?;
    let errors: Vec<Problem> = desk.problems.iter().filter(|problem| problem.is_error()).cloned().collect();
    print_problems(&errors, CheckFormat::Human, false, terminal);
    let newsroom = desk.newsroom.as_ref().ok_or(Exit::Release)?;
    terminal.data(&newsroom.lifted(lifted.since, now).to_string());
    tell_of_held(newsroom, now, terminal);
    Ok(())
}

/// The one look at the clock.
fn now(stated: Option<Instant>, terminal: &Terminal) -> Result<Instant, Ended> {
    stated.or_else(clock).ok_or_else(|| {
        terminal.error("the clock of this machine is far off; set it, or state `--now`");
        Exit::Usage
    })
}

/// Nothing where it stands before 1970, which chrono's own look at it would not survive.
fn clock() -> Option<Instant> {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).ok()?;
    Instant::from_clock(DateTime::from_timestamp(i64::try_from(since.as_secs()).ok()?, 0)?)
}

fn config(path: &Path, format: CheckFormat, terminal: &Terminal) -> Result<Config, Ended> {
    let Some(bytes) = disk::read_optional(path).map_err(|fault| refused(&fault, terminal))? else {
        terminal.error(&no_config(path).human());
        return Err(Exit::Usage);
    };
    parse_config(path, &bytes, format, terminal)
}

fn no_config(path: &Path) -> Problem {
    let fix = "write one with `dateline init`, or name one with `--config`";
    Problem::of_file(&disk::shown(path), "there is no such file", fix)
}

fn parse_config(path: &Path, bytes: &[u8], format: CheckFormat, terminal: &Terminal) -> Result<Config, Ended> {
    parsed_config(path, bytes).map_err(|problems| {
        print_problems(&problems, format, true, terminal);
        Exit::Usage
    })
}

fn parsed_config(path: &Path, bytes: &[u8]) -> Result<Config, Vec<Problem>> {
    let shown = disk::shown(path);
    match std::str::from_utf8(bytes) {
        Ok(text) => Config::parse(&shown, text.trim_start_matches('\u{FEFF}')),
        Err(_) => Err(vec![Problem::of_file(&shown, "the configuration is not UTF-8", "save it as UTF-8")]),
    }
}

fn read_releases(folders: &Folders, config: &Config, now: Instant, terminal: &Terminal) -> Result<Desk, Ended> {
    if let Some(problem) = no_folder(&folders.releases) {
        terminal.error(&problem.human());
        return Err(Exit::Usage);
    }
    let copies = folders.out.join(reading::RELEASES);
    if is_within(&folders.out, &folders.releases) || is_within(&copies, &folders.releases) {
        terminal.error(&format!(
            "{}: the output would lie in the releases folder; name another with `--out`",
            disk::shown(&folders.out)
        ));
        return Err(Exit::Usage);
    }
    desk::read(&folders.releases, config, now, folders.strict).map_err(|fault| refused(&fault, terminal))
}

/// What is wrong with a releases folder that is none.
fn no_folder(releases: &Path) -> Option<Problem> {
    let what = if releases.exists() { "this is a file, not a folder" } else { "there is no such folder" };
    let fix = "name the folder of press releases with `--releases`";
    (!releases.is_dir()).then(|| Problem::of_file(&disk::shown(releases), what, fix))
}

/// Whether a folder, which may not be there yet, is another one or lies in it.
fn is_within(inner: &Path, outer: &Path) -> bool {
    let Ok(outer) = outer.canonicalize() else { return false };
    inner
        .ancestors()
        .find_map(|ancestor| {
            if ancestor.as_os_str().is_empty() {
                Path::new(".").canonicalize().ok()
            } else {
                ancestor.canonicalize().ok()
            }
        })
        .is_some_and(|inner| inner.starts_with(outer))
}

fn make_edition<'a>(
    folders: &Folders,
    config: &'a Config,
    newsroom: &'a Newsroom,
    now: Instant,
    terminal: &Terminal,
) -> Result<Result<Edition<'a>, Stop>, Ended> {
    tell_of_held(newsroom, now, terminal);
    let before = before(&folders.out).map_err(|fault| refused(&fault, terminal))?;
    let leave = Leave { removal: folders.allow_removal, empty: folders.allow_empty };
    Ok(edition::make(config, newsroom, now, &before, leave))
}

fn tell_of_held(newsroom: &Newsroom, now: Instant, terminal: &Terminal) {
    let held = newsroom.held_at(now);
    if held.drafts + held.waiting > 0 {
        let next = held.next.map(|at| format!("; the next may be public at {at}")).unwrap_or_default();
        terminal.detail(&format!(
            "{} not public yet, {} of them drafts{next}",
            held.drafts + held.waiting,
            held.drafts
        ));
    }
}

fn before(out: &Path) -> Result<Before, Fault> {
    let read = |format: Format| disk::read_optional(&out.join(format.file()));
    let mut before = Before::read(read(Format::Json)?.as_deref(), read(Format::Atom)?.as_deref());
    for number in 1.. {
        match disk::read_optional(&out.join(format!("archive/{number}/{}", Format::Json.file())))? {
            Some(page) => before.add_archive_page(&page),
            None => break,
        }
    }
    Ok(before)
}

/// What the folder holds of an earlier edition; sitemaps lead from the first to the others.
fn earlier(out: &Path, config: &Config) -> Result<EarlierEdition, Fault> {
    let read = |name: &str| disk::read_optional(&out.join(name));
    let mut addresses = read(sitemap::SITEMAP)?.map(|bytes| sitemap::addresses(&bytes)).unwrap_or_default();
    for name in sitemap::parts(&addresses, &config.site) {
        addresses.extend(read(&name)?.iter().flat_map(|bytes| sitemap::addresses(bytes)));
    }
    let pages = built::pages(out, reading::RELEASES)?;
    Ok(EarlierEdition::of(&config.site, &addresses, pages))
}

/// The files of a release, which are read when they are written.
fn copies(files: &HashMap<&str, Vec<&Enclosure>>, slug: &str) -> Vec<Document> {
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

fn print_problems(problems: &[Problem], format: CheckFormat, strict: bool, terminal: &Terminal) {
    let problems = terminal.tellable(problems, strict);
    match format {
        CheckFormat::Human => terminal.errors(problems.iter().map(Problem::human)),
        CheckFormat::Github => terminal.lines(problems.iter().map(Problem::github)),
        CheckFormat::Json => {
            let problems: Vec<ProblemJson> = problems.iter().map(Problem::json).collect();
            // Strings and numbers: serialising them can't fail.
            terminal.json(&serde_json::to_string_pretty(&problems).unwrap_or_default());
        }
    }
}

fn summary(edition: &Edition, desk: &Desk, outcome: &str, terminal: &Terminal) {
    if edition.over_budget() > 0 {
        terminal.note(&format!(
            "left out the oldest {} of {} entries to keep each feed within `byte_budget`",
            edition.over_budget(),
            edition.over_budget() + edition.entries()
        ));
    }
    if !desk.passed_over.is_empty() {
        terminal.note(&format!(
            "passed over {}: {}",
            counted(desk.passed_over.len(), "file that is no release", "files that are no releases"),
            desk.passed_over.join(", ")
        ));
    }
    let public = counted(edition.cleared().len(), "release", "releases");
    terminal.note(&format!("{public} public, {} in each feed; {outcome}", edition.entries()));
}

fn outcome(Written { changed, removed, .. }: &Written) -> String {
    let files = counted(changed.len(), "file", "files");
    match (changed.len(), removed.len()) {
        (0, 0) => "nothing changed".to_owned(),
        (_, 0) => format!("{files} written"),
        (_, removed) => format!("{files} written, {removed} of earlier editions removed"),
    }
}

fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
