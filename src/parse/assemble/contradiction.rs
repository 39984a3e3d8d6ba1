//! Where front matter and the text below it say different things: front matter counts, and both
//! lines are named, since one of the two is old.
//!
//! An embargo is no such case, where the later end holds; nor is a part that only one of them gives.

use chrono::NaiveDate;

use super::super::date::TimeOfDay;
use super::super::words::fold;
use super::super::{Placed, Understood};
use super::headline;
use crate::problem::{Place, Report};
use crate::source::front_matter::{FrontMatter, Line};

/// `stated` is the day and the time of day that front matter gives.
pub fn warn(
    text: &Understood,
    front: &FrontMatter,
    stated: (Option<NaiveDate>, Option<TimeOfDay>),
    report: &mut Report,
) {
    let mut desk = Desk { front_counts: "the front matter counts; delete one of the two", report };
    let title =
        text.title.as_ref().filter(|_| !front.title.as_ref().is_some_and(|stated| headline::is_kind(&stated.value)));
    desk.words("title", &front.title, "the headline", title);
    desk.words("subtitle", &front.subtitle, "the sub-headline", text.subtitle.as_ref());
    desk.front_counts = "the front matter counts; correct one of the two";
    desk.words("place", &front.place, "the place", text.place.as_ref());
    let (day, time) = stated;
    let Some(date) = &text.date else { return };
    if front.date.is_some() && day.is_some_and(|day| day != date.value) {
        desk.differ("date", &front.date, "the date line", date.at);
    }
    if time.zip(text.time).is_some_and(|(stated, read)| stated.time != read.time) {
        let (key, stated) = if front.time.is_some() { ("time", &front.time) } else { ("date", &front.date) };
        desk.differ(key, stated, "the time of day", date.at);
    }
}

struct Desk<'r> {
    front_counts: &'static str,
    report: &'r mut Report,
}

impl Desk<'_> {
    fn words(&mut self, key: &str, stated: &Line, what: &str, read: Option<&Placed<String>>) {
        if let (Some(line), Some(read)) = (stated, read)
            && fold(&line.value) != fold(&read.value)
        {
            let differs = format!("`{key}` differs from {what} in line {}, which is left out", read.at.line);
            self.report.warning(line.at, differs, self.front_counts).found(&read.value);
        }
    }

    fn differ(&mut self, key: &str, stated: &Line, what: &str, at: Place) {
        let Some(stated) = stated else { return };
        let differs = format!("`{key}` differs from {what} in line {}", at.line);
        self.report.warning(stated.at, differs, self.front_counts).found(&stated.value);
    }
}
