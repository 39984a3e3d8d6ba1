//! One file's way from bytes to a release: source, manuscript, parse, and the files that go with it.
//!
//! `build`, `check` and `show` all come this way, so that they never disagree.

mod captions;
mod dead_ends;
mod demanded;
mod enclosures;
mod gathering;
mod in_hand;
mod named;

use std::path::PathBuf;

use url::Url;

pub use crate::address::RELEASES;
use crate::config::Config;
use crate::disk::enclosure;
use crate::disk::input::SourceFile;
use crate::instant::Instant;
use crate::link;
use crate::manuscript::PictureSource;
use crate::parse::assemble::{self, Assembled, NamedAttachment};
use crate::parse::{self, FrontMatterGives, House, Piece, Placed};
use crate::problem::{Place, Problem, Report};
use crate::release::{Attachment, Caption, FileKind, Image, ImageKind, Release, Slug};
use crate::source::{Source, front_matter};
pub use enclosures::{Enclosure, Origin};
use gathering::Gathering;
pub use in_hand::in_hand;

/// What became of a file, with its release as it was read or as it is held.
#[derive(Debug)]
pub struct Reading<R = Box<Release>> {
    /// `None` when a problem is an error.
    pub release: Option<R>,
    pub problems: Vec<Problem>,
    /// What is to be copied beside the release.
    pub enclosures: Vec<Enclosure>,
    /// Attachments of it that would be releases of their own if it did not name them; of a withdrawn
    /// release all that it names.
    pub claims: Vec<PathBuf>,
}

impl<R> Reading<R> {
    /// A file of which there is no release.
    pub fn without_release(problems: Vec<Problem>) -> Self {
        Self { release: None, problems, enclosures: Vec::new(), claims: Vec::new() }
    }

    /// The same with what `hold` makes of the release.
    ///
    /// # Errors
    /// As `hold`.
    pub fn holding<H, E>(self, hold: impl FnOnce(R) -> Result<H, E>) -> Result<Reading<H>, E> {
        let Self { release, problems, enclosures, claims } = self;
        Ok(Reading { release: release.map(hold).transpose()?, problems, enclosures, claims })
    }
}

/// A file as far as it was understood, for `show`.
#[derive(Debug)]
pub struct Understanding {
    pub assembled: Option<Assembled>,
    pub problems: Vec<Problem>,
}

/// The address of a release's page.
pub fn permalink(site: &Url, slug: &Slug) -> Url {
    link::below(site, &format!("{RELEASES}/{slug}/"))
}

/// Reads one file for publication. Problems of a release that is not public at `now` are marked.
pub fn read(file: &SourceFile, bytes: &[u8], config: &Config, now: Instant) -> Reading {
    in_hand::holding(file, || read_in_hand(file, bytes, config, now))
}

fn read_in_hand(file: &SourceFile, bytes: &[u8], config: &Config, now: Instant) -> Reading {
    let mut report = Report::new(&file.shown());
    let house = House::of(config);
    let Some(mut assembled) = assembled(file, bytes, &house, Some(config), Some(now), &mut report) else {
        // Nothing is known of it but its bytes; words of a release under embargo stay in.
        let text = String::from_utf8_lossy(bytes);
        let told = report.problems.iter().any(|problem| problem.held);
        let held = told || front_matter::may_hold_back(&text) || parse::names_a_day_after(&text, now.date());
        report.problems.iter_mut().for_each(|problem| problem.held = held);
        return Reading::without_release(report.problems);
    };
    let held = assembled.is_held_at(now);
    // What waits for its time is no leak, and a page whose time is past is public.
    let waits = |live: &&Placed<String>| !held && parse::is_after(&live.value, now, config.time_zone);
    if let Some(live) = assembled.text.goes_live.iter().find(waits) {
        let what = "the page says of itself that it is to be published later";
        report.error(live.at, what, "state the day as `embargo:`, or delete the line").holding().found(&live.value);
    }
    // Its seconds are not the author's.
    let to_come = assembled.updated.is_some_and(|updated| updated.plus_seconds(-updated.second()) > now);
    if let Some(at) = assembled.changed_at.filter(|_| !held && to_come) {
        // What is taken back is gone from readers at once, whatever day it bears.
        if assembled.withdrawn.as_ref().is_some_and(|withdrawn| withdrawn.day > now.date_in(config.time_zone)) {
            report.error(at, "the withdrawal is dated in the future", "write the day on which it was taken back");
        } else {
            let what = "the last change is dated in the future, where feed readers don't look";
            report.warning(at, what, "correct the date, or make the change on that day");
        }
    }
    // Of a withdrawn release nothing is shown, and its files may be gone.
    let withdrawn = assembled.withdrawn.is_some();
    let hidden = if withdrawn { pictures_named(&assembled) } else { Vec::new() };
    let pictures = std::mem::take(&mut assembled.pictures);
    let attachments = std::mem::take(&mut assembled.attachments);
    let claims = claims(file, &attachments, &hidden);
    let permalink = assembled.slug.as_ref().map(|slug| permalink(&config.site, slug));
    let mut enclosures = Vec::new();
    let release = permalink.and_then(|permalink| {
        let links = if withdrawn { Vec::new() } else { dead_ends::links(&assembled.text, &permalink) };
        let mut gathering = Gathering::new(file, bytes, &permalink, &mut report);
        if !withdrawn {
            for picture in pictures {
                gathering.picture(picture);
            }
            for attachment in &attachments {
                gathering.attachment(attachment);
            }
        }
        let mut release = assembled.release(&file.shown(), permalink.clone(), |picture| gathering.figure(picture))?;
        if !withdrawn {
            gathering.take_up(&file.beside);
        }
        let free: Vec<Caption> = release.captions_alone().cloned().collect();
        let gathered = gathering.finish(&free);
        (release.pictures, release.attachments) = (gathered.pictures, gathered.attachments);
        enclosures = gathered.copies;
        dead_ends::warn(&links, &permalink, &enclosures, &mut report);
        Some(release)
    });
    let failed = report.has_errors();
    let mut problems = report.problems;
    let held = held || problems.iter().any(|problem| problem.held);
    for problem in &mut problems {
        problem.held = held;
    }
    Reading { release: release.filter(|_| !failed).map(Box::new), problems, enclosures, claims }
}

/// What goes with a release.
struct Gathered {
    pictures: Vec<Image>,
    attachments: Vec<Attachment>,
    /// The files among them, to be copied.
    copies: Vec<Enclosure>,
}

/// Attachments that are Word files or PDF, which by their names alone would be read as releases; and
/// pictures that a release names and does not show.
fn claims(file: &SourceFile, attachments: &[NamedAttachment], hidden: &[String]) -> Vec<PathBuf> {
    let names = attachments.iter().map(|attachment| attachment.name.as_str());
    let documents = names.filter(|name| matches!(FileKind::of_extension(name), Some(FileKind::Pdf | FileKind::Docx)));
    let hidden = hidden.iter().map(String::as_str).filter(|name| ImageKind::of_extension(name).is_some());
    documents
        .chain(hidden)
        .filter_map(|name| enclosure::named(&file.path, name))
        .map(|path| enclosure::identity(&path))
        .collect()
}

/// The files of pictures that a release names, in its text or above it.
fn pictures_named(assembled: &Assembled) -> Vec<String> {
    let in_text = assembled.text.body.iter().filter_map(|piece| match &piece.value {
        Piece::Picture(source, ..) => Some(source),
        Piece::Part(_) => None,
    });
    let files = assembled.pictures.iter().map(|picture| &picture.source).chain(in_text);
    files
        .filter_map(|source| match source {
            PictureSource::File(name) => Some(name.clone()),
            _ => None,
        })
        .collect()
}

/// Reads one file as far as it goes.
pub fn understand(file: &SourceFile, bytes: &[u8], config: Option<&Config>) -> Understanding {
    let mut report = Report::new(&file.shown());
    let house = config.map_or_else(House::unconfigured, House::of);
    let assembled = in_hand::holding(file, || assembled(file, bytes, &house, config, None, &mut report));
    report.problems.sort_by(Problem::in_order);
    // Who asks to be shown a file may see what is in it.
    report.problems.iter_mut().for_each(|problem| problem.held = false);
    Understanding { assembled, problems: report.problems }
}

fn assembled(
    file: &SourceFile,
    bytes: &[u8],
    house: &House,
    config: Option<&Config>,
    now: Option<Instant>,
    report: &mut Report,
) -> Option<Assembled> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        report.error(Place::line(1), "the file is empty", "write the release, or delete the file");
        return None;
    }
    if !file.format.has_front_matter() {
        report.keyless();
    }
    let mut source = Source::open(file.format, bytes, parse::heard_beside, report)?;
    source.names_contact = parse::names_contact;
    source.is_draft = parse::is_draft;
    let given = FrontMatterGives::of(&source.front);
    let identity = assemble::identity(&file.stem, &source.front, house, report);
    // Without a site, links are resolved all the same, and never shown.
    let nowhere = || Url::parse("https://site.invalid/").ok();
    let base = match (config, &identity.0) {
        (Some(config), Some(slug)) => permalink(&config.site, slug),
        (Some(config), None) => config.site.clone(),
        (None, _) => nowhere()?,
    };
    let manuscript = source.manuscript(&base, report);
    // Of a withdrawn release the headline in its front matter is enough.
    if manuscript.blocks.is_empty() && source.front.withdrawn.is_none() {
        report.error(
            Place::line(1),
            "there is no text",
            "write the release, below its front matter where there is one, or delete the file",
        );
        return None;
    }
    let understood = parse::understand(manuscript, house, given, report)?;
    let assembled = assemble::assemble(understood, &source.front, identity, file.translation.as_ref(), house, report);
    named::judge(file, &source.front, &assembled, config.zip(now), report);
    Some(assembled)
}
