//! What was put right or taken back after publication, from front matter and the marks in the
//! text, and when the release changed last.
//!
//! A change without a date is never given one: readers go by the date, so it would be unseen.

use chrono::NaiveDate;

use super::super::correction::Mark;
use super::super::date::{self, Written};
use super::super::words::fold;
use super::super::{House, Understood};
use super::dates::{self, Changed};
use crate::instant::Instant;
use crate::problem::{Place, Report};
use crate::release::{Correction, Withdrawal};
use crate::source::front_matter::{self, FrontMatter, Stated};

pub struct Changes {
    pub corrections: Vec<Correction>,
    pub withdrawn: Option<Withdrawal>,
    /// The last change; first publication where there was none. Both as they are stated, without seconds.
    pub updated: Option<Instant>,
    /// Where the last change is dated.
    pub at: Option<Place>,
}

/// What the readers of changes are told.
struct Desk<'a> {
    house: &'a House,
    /// `updated:`.
    updated: Option<Changed>,
    /// Changes that bear a date of their own, and what they are called.
    dated: Vec<(&'static str, Changed)>,
}

pub fn of(
    text: &mut Understood,
    front: &FrontMatter,
    published: Option<Instant>,
    house: &House,
    report: &mut Report,
) -> Changes {
    let updated = dates::updated(front, published, house, report);
    let mut desk = Desk { house, updated, dated: Vec::new() };
    let mut corrections: Vec<Correction> =
        front.corrections.iter().filter_map(|stated| desk.stated(stated, report)).collect();
    let folded = |correction: &Correction| (correction.note.as_deref().map(fold), correction.day);
    let mut known: Vec<_> = corrections.iter().map(folded).collect();
    // Behind the mark the headline stands once more, where front matter gives it.
    let title = front.title.as_ref().map(|title| fold(&title.value));
    let is_title = |note: &String| title.as_ref().is_some_and(|title| *title == fold(note));
    for mut mark in std::mem::take(&mut text.corrections) {
        mark.note = mark.note.filter(|note| !is_title(note));
        let corrected = desk.read(&mark, report);
        // A line in the text often says what front matter states.
        let (note, day) = folded(&corrected);
        let said = known.iter().any(|(known_note, known_day)| {
            (note.is_none() || note == *known_note) && (day.is_none() || day == *known_day)
        });
        if !said {
            if corrected.day.is_none() {
                report.warning(
                    mark.at,
                    "a correction without a date, which readers will not see as a change",
                    "write its day beside it, or state `updated: 2026-06-14`",
                );
            }
            if corrected.day.is_some() && corrected.note.is_none() {
                report.warning(
                    mark.at,
                    UNSAID,
                    "write it behind the day, as in `Correction, 14 June 2026: The bridge is 40 m long.`",
                );
            }
            known.push((note, day));
            corrections.push(corrected);
        }
    }
    // Newest first; of one day, as they were given.
    corrections.sort_by_key(|correction| std::cmp::Reverse(correction.day));
    let withdrawn = desk.withdrawal(front.withdrawn.as_ref(), text.withdrawal.take().as_ref(), report);
    let last = desk.last_change(published, report);
    let (updated, at) = (last.map(|last| last.instant).or(published), last.map(|last| last.at));
    Changes { corrections, withdrawn, updated, at }
}

const EXAMPLE: &str = "2026-06-14";
const UNSAID: &str = "the correction does not say what was put right, so readers are told its day alone";

impl Desk<'_> {
    fn stated(&mut self, stated: &front_matter::Correction, report: &mut Report) -> Option<Correction> {
        let note = stated.note.clone();
        // `correction: 2026-06-14` is the day, not what was put right.
        let is_day = |note: &Stated<String>| matches!(date::whole(&note.value), Some(Written::Day(_)));
        let (date, note) = match (&stated.date, note) {
            (None, Some(note)) if is_day(&note) => (Some(note), None),
            (date, note) => (date.clone(), note),
        };
        let day = if let Some(date) = date {
            let changed = dates::changed(&date, "correction", self.house, report)?;
            self.dated.push(("correction", changed));
            changed.day
        } else if let Some(updated) = self.updated {
            updated.day
        } else {
            let what = "the correction has no date, so readers would never see it";
            report.error(stated.at, what, format!("state `updated: {EXAMPLE}`"));
            return None;
        };
        if note.is_none() {
            report.warning(stated.at, UNSAID, "state it as `note:` below `correction:`, beside its `date:`");
        }
        Some(Correction { day: Some(day), note: note.map(|note| note.value) })
    }

    fn read(&mut self, mark: &Mark, report: &mut Report) -> Correction {
        let changed = self.changed_by(mark, "updated", report);
        if let Some(changed) = changed {
            self.dated.push(("correction", changed));
        }
        let day = changed.map(|changed| changed.day).or(self.updated.map(|updated| updated.day));
        Correction { day, note: mark.note.clone() }
    }

    fn changed_by(&self, mark: &Mark, key: &str, report: &mut Report) -> Option<Changed> {
        dates::changed_in_text(mark.date.as_ref()?, mark.time, key, self.house, report)
    }

    fn withdrawal(
        &mut self,
        stated: Option<&front_matter::Withdrawal>,
        mark: Option<&Mark>,
        report: &mut Report,
    ) -> Option<Withdrawal> {
        let at = stated.map(|stated| stated.at).or(mark.map(|mark| mark.at))?;
        let date = stated.and_then(|stated| stated.date.as_ref());
        let by_front = match date {
            Some(date) => Some(dates::changed(date, "withdrawn", self.house, report)?),
            None => None,
        };
        let by_text = match mark {
            Some(mark) if mark.date.is_some() => Some(self.changed_by(mark, "withdrawn", report)?),
            _ => None,
        };
        if let (Some(front), Some(text)) = (by_front, by_text)
            && front.day != text.day
        {
            let what = format!("`withdrawn` differs from line {} of the text", text.at.line);
            report.warning(front.at, what, "the front matter counts; correct one of the two");
        }
        let changed = by_front.or(by_text);
        self.dated.extend(changed.map(|changed| ("withdrawn", changed)));
        let reason = stated.and_then(|stated| stated.reason.as_ref()).map(|reason| reason.value.clone());
        let reason = reason.or(mark.and_then(|mark| mark.note.clone()));
        let Some(day) = changed.or(self.updated).map(|changed| changed.day) else {
            undated_withdrawal(at, stated.is_some(), report);
            return None;
        };
        Some(Withdrawal { day, reason })
    }

    /// `updated:`, or the last of the dated changes. A change is never before the release, and never
    /// after `updated:`.
    fn last_change(&self, published: Option<Instant>, report: &mut Report) -> Option<Changed> {
        let last = self.dated.iter().max_by_key(|(_, changed)| changed.instant);
        for (key, changed) in &self.dated {
            self.refuse_early(key, changed, published, report);
        }
        let Some(updated) = self.updated else { return last.map(|(_, changed)| *changed) };
        if let Some((key, changed)) = last.filter(|(_, changed)| changed.day > updated.day) {
            report.error(
                changed.at,
                format!("this {} is later than `updated` in line {}", named(key), updated.at.line),
                "`updated` is the day of the last change: correct one of the two, or delete `updated:`",
            );
        }
        Some(updated)
    }

    fn refuse_early(&self, key: &str, changed: &Changed, published: Option<Instant>, report: &mut Report) {
        let Some(published) = published.filter(|published| changed.instant <= *published) else { return };
        let of_its_day = changed.day == published.date_in(self.house.zone) && !changed.timed;
        if self.updated.is_some() && of_its_day {
            return;
        }
        let (what, fix) = if of_its_day {
            let example: NaiveDate = changed.day;
            (
                format!("this {} is of the release's own day, so readers would not see it", named(key)),
                format!("state its time as well, as in `{example} 16:30`"),
            )
        } else if key == "withdrawn" {
            (
                "this withdrawal is earlier than the release itself".to_owned(),
                "write the day of the withdrawal; a release that was never published is simply deleted".to_owned(),
            )
        } else {
            (
                "this correction is earlier than the release itself".to_owned(),
                "write the day of the correction".to_owned(),
            )
        };
        report.error(changed.at, what, fix);
    }
}

fn named(key: &str) -> &str {
    if key == "withdrawn" { "withdrawal" } else { "correction" }
}

fn undated_withdrawal(at: Place, stated: bool, report: &mut Report) {
    let fix = if stated {
        format!("write the day, as in `withdrawn: {EXAMPLE}`")
    } else {
        format!(
            "write its day beside it, or state `withdrawn: {EXAMPLE}`; a headline that only speaks of it goes into `title:`"
        )
    };
    report.error(at, "the withdrawal has no date", fix);
}
