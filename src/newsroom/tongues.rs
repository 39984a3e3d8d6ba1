//! Translations of a release that was taken back: what it said can still be read in them.

use std::collections::HashMap;

use super::{Between, is_public};
use crate::instant::Instant;
use crate::problem::{Place, Problem};
use crate::release::{Facts, Kin};

/// A warning for each that is public while one that it is a translation of is withdrawn.
pub fn problems<'a>(releases: impl Iterator<Item = &'a Facts>, now: Instant) -> Vec<Problem> {
    let public = releases.filter(|release| is_public(release, now));
    let with_kin = public.filter_map(|release| Some((release.kin.as_ref()?, release)));
    let (withdrawn, others): (Vec<_>, Vec<_>) = with_kin.partition(|(_, release)| release.withdrawn);
    let withdrawn: HashMap<&Kin, &Facts> = withdrawn.into_iter().collect();
    let mut problems = Vec::new();
    for (kin, release) in others {
        if let Some(other) = withdrawn.get(kin) {
            let what = format!("{} is withdrawn, and this translation of it is not", other.path);
            let fix = "take it back as well, if it says the same";
            problems.push(Between(release, other).warning(Place::line(1), what, fix, now));
        }
    }
    problems
}
