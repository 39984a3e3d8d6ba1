//! `correction` and `withdrawn`: what the publisher put right or took back after publication.
//!
//! Only the form is looked at; whether a date is one, and whether readers would see the change,
//! is asked where the release is put together.

use super::entries::{Entries, Item, Value, too_deep};
use super::values::{blank, line, member, truth_of, unknown_members};
use super::{Line, Stated};
use crate::problem::{Place, Report};
use crate::prose::one_line;

/// What was put right, and when; one of the two is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    pub at: Place,
    pub date: Line,
    pub note: Line,
}

/// When the release was taken back, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withdrawal {
    pub at: Place,
    pub date: Line,
    pub reason: Line,
}

const WRITE_CORRECTION: &str = "write what was put right and when: `correction:`, below it `date: ...` and `note: ...`";
const WRITE_WITHDRAWN: &str = "write the day, as in `withdrawn: 2026-06-14`";

/// A line, a mapping, or a list of these.
pub fn corrections(value: &Value, report: &mut Report) -> Vec<Correction> {
    match value {
        Value::Scalar { stated, bare } => {
            if *bare && truth_of(&stated.value).is_some() {
                report.error(stated.at, "`correction` does not say what was put right", WRITE_CORRECTION);
                return Vec::new();
            }
            line("correction", value, report).into_iter().map(noted).collect()
        }
        Value::Map(entries, at) => correction(entries, *at, report).into_iter().collect(),
        Value::List(items, _) => items
            .iter()
            .filter_map(|item| match item {
                Item::Line(stated) if stated.value.trim().is_empty() => {
                    blank("correction", stated.at, report);
                    None
                }
                Item::Line(stated) => Some(noted(Stated { value: one_line(&stated.value), at: stated.at })),
                Item::Map(entries, at) => correction(entries, *at, report),
            })
            .collect(),
        Value::Deep(_, at) => {
            too_deep(*at, report);
            Vec::new()
        }
    }
}

fn noted(note: Stated<String>) -> Correction {
    Correction { at: note.at, date: None, note: Some(note) }
}

fn correction(entries: &Entries, at: Place, report: &mut Report) -> Option<Correction> {
    unknown_members(entries, "correction", &["date", "note"], report);
    let (date, note) = (filled(entries, "date", report)?, filled(entries, "note", report)?);
    if date.is_none() && note.is_none() {
        report.error(at, "`correction` says neither what was put right nor when", WRITE_CORRECTION);
        return None;
    }
    // What stands under another name would be lost.
    if note.is_none() && entries.iter().any(|(key, _)| key.value != "date") {
        report.error(at, "`correction` has no `note`, which says what was put right", WRITE_CORRECTION);
        return None;
    }
    Some(Correction { at, date, note })
}

/// A date, a mapping, or `true` beside `updated`.
pub fn withdrawal(value: &Value, report: &mut Report) -> Option<Withdrawal> {
    match value {
        Value::Scalar { stated, .. } if truth_of(&stated.value) == Some(false) => None,
        Value::Scalar { stated, .. } if truth_of(&stated.value) == Some(true) => {
            Some(Withdrawal { at: stated.at, date: None, reason: None })
        }
        Value::Scalar { stated, .. } => {
            let date = line("withdrawn", value, report)?;
            Some(Withdrawal { at: stated.at, date: Some(date), reason: None })
        }
        Value::Map(entries, at) => {
            unknown_members(entries, "withdrawn", &["date", "reason"], report);
            let (date, reason) = (filled(entries, "date", report)?, filled(entries, "reason", report)?);
            Some(Withdrawal { at: *at, date, reason })
        }
        Value::List(_, at) | Value::Deep(_, at) => {
            report.error(*at, "`withdrawn` is a list", WRITE_WITHDRAWN);
            None
        }
    }
}

/// A member that says something where it is there; `None` when it is blank, which is told of.
fn filled(entries: &Entries, name: &str, report: &mut Report) -> Option<Line> {
    match member(entries, name) {
        Some(stated) if matches!(stated.value.as_str(), "" | "~" | "null") => {
            blank(name, stated.at, report);
            None
        }
        member => Some(member),
    }
}
