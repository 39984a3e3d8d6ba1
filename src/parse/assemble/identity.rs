//! A release's slug and id: stated, or made of its file's name. Nothing else of it goes into them.

use crate::parse::House;
use crate::problem::{Place, Report};
use crate::release::{Id, Slug};
use crate::source::front_matter::FrontMatter;

/// What to do with an id that is none.
const ABSOLUTE: &str =
    "delete it, or write the id that readers know the release by, such as `tag:example.org,2018:my-release`";

/// The slug and id of a file: stated, or its stem's.
pub fn identity(stem: &str, front: &FrontMatter, house: &House, report: &mut Report) -> (Option<Slug>, Option<Id>) {
    let slug = if let Some(stated) = &front.slug {
        let slug = Slug::stated(&stated.value);
        if slug.is_none() {
            // "/press/lamp-lit/", as an address of the page elsewhere.
            let last = stated.value.trim().split('/').rfind(|part| !part.is_empty());
            let fix = match last.filter(|_| stated.value.contains('/')).and_then(Slug::of_stem) {
                Some(meant) => format!("write `slug: {meant}`, without `/`"),
                None => "use letters a to z, digits, hyphens, at most 150 of them".to_owned(),
            };
            report.error(stated.at, "`slug` can't be part of an address", fix).found(&stated.value);
        }
        slug
    } else {
        let slug = Slug::of_stem(stem);
        if slug.is_none() {
            let fix = if report.is_keyless() {
                "rename it in Latin letters, as in `my-release`"
            } else {
                "rename it in Latin letters, or state one at the top: `---`, `slug: my-release`, `---`"
            };
            report.error(Place::line(1), "the file's name makes no address", fix);
        }
        slug
    };
    let id = match &front.id {
        Some(stated) => {
            let id = Id::stated(&stated.value);
            if id.is_none() {
                report.error(stated.at, "`id` is no absolute URI", ABSOLUTE).found(&stated.value);
            }
            id
        }
        None => house.id_base.as_ref().zip(slug.as_ref()).and_then(|(base, slug)| Id::stated(&base.id(slug.as_str()))),
    };
    (slug, id)
}
