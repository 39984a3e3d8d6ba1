//! Whether releases mean the same by one subject: a subject is its address, and so are its feeds.

use std::collections::BTreeMap;

use super::Between;
use crate::instant::Instant;
use crate::problem::Problem;
use crate::release::{Facts, Slug};

/// A problem for each subject whose address an earlier release gives to another: a warning where
/// the two differ in capitals alone.
pub fn problems<'a>(releases: impl Iterator<Item = &'a Facts>, now: Instant) -> Vec<Problem> {
    let mut first: BTreeMap<&Slug, (&str, &Facts)> = BTreeMap::new();
    let mut problems = Vec::new();
    for release in releases {
        for subject in &release.subjects {
            let (label, other) = *first.entry(&subject.slug).or_insert((&subject.label, release));
            if label == subject.label {
                continue;
            }
            let between = Between(release, other);
            let mut problem = if label.to_lowercase() == subject.label.to_lowercase() {
                let what = format!("{} writes this subject with other capitals", other.path);
                between.warning(subject.at, what, "write both alike; they share one feed", now)
            } else {
                let what = format!("another subject in {} has the same address already", other.path);
                let fix = "write both alike, or give one another address under `[subjects]` in dateline.toml";
                between.error(subject.at, what, fix, now)
            };
            problem.found(&subject.label);
            problems.push(problem);
        }
    }
    problems
}
