//! Files that hold one release: a copy that somebody left beside it would be published once more.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::Between;
use crate::instant::Instant;
use crate::problem::{Place, Problem};
use crate::release::{Facts, Language};

/// A warning for each release whose headline, day and language an earlier one has.
pub fn problems<'a>(releases: impl Iterator<Item = &'a Facts>, now: Instant) -> Vec<Problem> {
    let mut first: HashMap<(&str, NaiveDate, &Language), &Facts> = HashMap::new();
    let mut problems = Vec::new();
    for release in releases.filter(|release| !release.withdrawn) {
        let other = *first.entry((&release.title, release.day, &release.language)).or_insert(release);
        if other.path == release.path {
            continue;
        }
        let what = format!("{} has this headline on the same day already", other.path);
        let fix = "delete one of the two, if it is a copy";
        let mut problem = Between(release, other).warning(Place::line(1), what, fix, now);
        problem.found(&release.title);
        problems.push(problem);
    }
    problems
}
