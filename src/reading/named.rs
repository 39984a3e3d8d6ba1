//! What a file's name and its folders say of when its text may be public, against what the text says.
//!
//! A name is no statement: nothing is held back by it in silence, and nothing goes out against it.

use crate::config::Config;
use crate::disk::input::SourceFile;
use crate::instant::Instant;
use crate::parse::assemble::Assembled;
use crate::parse::{self, FrontMatterGives};
use crate::problem::{Place, Report};
use crate::source::front_matter::FrontMatter;
use crate::source::name::{self, marks};
use crate::source::unfinished;

/// `of_now` is given where it matters what is public.
pub fn judge(
    file: &SourceFile,
    front: &FrontMatter,
    assembled: &Assembled,
    of_now: Option<(&Config, Instant)>,
    report: &mut Report,
) {
    let at = Place::line(1);
    let says_of_embargo = assembled.embargo.is_some() || FrontMatterGives::of(front).no_embargo;
    let says_of_draft = assembled.draft || front.draft.is_some() || front.status.is_some();
    let names_embargo = !says_of_embargo && speaks_of_embargo(file);
    if names_embargo {
        let what = "the name of the file or its folder speaks of an embargo that its text doesn't state";
        let fix =
            "state it in the text, or `embargo: none` in front matter where it may go out, or give it another name";
        report.error(at, what, fix).holding();
    } else if !says_of_embargo && !says_of_draft && file.below.iter().any(|name| unfinished::is_schedule(name)) {
        let what = "the name of the folder says that its texts wait, and this one doesn't say until when";
        let fix = "state `embargo:` with a day, or `embargo: none` where it may go out, or move it to another folder";
        report.error(at, what, fix).holding();
    }
    if !says_of_draft && marks::find(&file.stem, unfinished::word).is_some() {
        let what = "the name of the file says that it is not ready";
        let fix = "state `draft: true`, or `draft: false` where it may go out, or give it another name";
        report.error(at, what, fix);
    }
    let Some((config, now)) = of_now else { return };
    if names_embargo || says_of_embargo || assembled.withdrawn.is_some() || assembled.is_held_at(now) {
        return;
    }
    if let Some(day) = name::day(&file.stem).filter(|day| *day > now.date_in(config.time_zone)) {
        let what = "the day in the file's name has not come, and the text doesn't say that it waits for it";
        let fix = format!(
            "state `date: {day}` if it waits for that day, or `embargo: none` where it may go out, or rename the file"
        );
        report.error(at, what, fix).holding();
    }
}

fn speaks_of_embargo(file: &SourceFile) -> bool {
    let names = file.below.iter().map(String::as_str).chain([file.stem.as_str()]);
    let is_marked = |name: &str| marks::find(name, unfinished::word_of_embargo).is_some();
    file.shown().split(['/', '\\']).any(parse::is_embargo_in_name) || names.into_iter().any(is_marked)
}
