//! The subjects that front matter states: each as written, once, with its part of an address.

use unicode_normalization::UnicodeNormalization as _;

use super::super::House;
use crate::problem::Report;
use crate::release::{Slug, Subject};
use crate::source::front_matter::FrontMatter;

pub fn of(front: &FrontMatter, house: &House, report: &mut Report) -> Vec<Subject> {
    let mut subjects: Vec<Subject> = Vec::new();
    for stated in &front.subjects {
        // File systems and keyboards differ in how they compose letters.
        let label: String = stated.value.nfc().collect();
        let slug = house.subjects.get(&label).cloned().or_else(|| slug(&label));
        let Some(slug) = slug else {
            report
                .error(
                    stated.at,
                    "the subject makes no address",
                    "write it in Latin letters, or give it an address under `[subjects]` in dateline.toml: `\"...\" = \"energy\"`",
                )
                .found(&label);
            continue;
        };
        match subjects.iter().find(|other| other.slug == slug) {
            Some(other) if other.label != label => {
                let what = format!("the subject in line {} has the same address already", other.at.line);
                let fix = "delete one of the two, or give one another address under `[subjects]` in dateline.toml";
                report.error(stated.at, what, fix).found(&label);
            }
            Some(_) => {}
            None => subjects.push(Subject { label, slug, at: stated.at }),
        }
    }
    subjects
}

/// The part of an address that a subject makes.
fn slug(label: &str) -> Option<Slug> {
    Slug::of_stem(&label.to_lowercase())
}
