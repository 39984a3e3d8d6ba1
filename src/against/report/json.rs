//! A comparison as programs read it.

use serde::Serialize;

use super::Reported;
use crate::against::difference::Kind;
use crate::against::served::Served;
use crate::against::walk::Live;
use crate::link;
use crate::problem::{ProblemJson, Severity};

#[derive(Debug, Serialize)]
pub struct Json<'a> {
    pub problems: Vec<ProblemJson>,
    /// None where a problem kept it from being compared.
    pub against: Option<AgainstJson<'a>>,
}

#[derive(Debug, Serialize)]
pub struct AgainstJson<'a> {
    /// The live feed's address; none where nothing is published yet.
    feed: Option<String>,
    documents: usize,
    entries: usize,
    refused: bool,
    differences: Vec<DifferenceJson<'a>>,
    served: &'a [Served],
}

#[derive(Debug, Serialize)]
struct DifferenceJson<'a> {
    kind: &'static str,
    severity: Option<Severity>,
    path: Option<&'a str>,
    id: &'a str,
    title: &'a str,
    url: Option<&'a str>,
    /// The id that readers have it under, where that is another one.
    live_id: Option<&'a str>,
    front_matter: &'a [String],
    message: String,
}

impl<'a> AgainstJson<'a> {
    pub fn of(live: &'a Live, told: &'a [Reported]) -> Self {
        let differences = told.iter().map(|told| DifferenceJson {
            kind: told.difference.kind.name(),
            severity: told.severity,
            path: told.difference.path.as_deref(),
            id: &told.difference.id,
            title: &told.difference.title,
            url: told.difference.url.as_deref(),
            live_id: match &told.difference.kind {
                Kind::ReAnnounced { live_id, .. } => Some(live_id),
                _ => None,
            },
            front_matter: &told.front_matter,
            message: told.message.message(),
        });
        Self {
            feed: live.feed.as_ref().map(link::without_secrets),
            documents: live.documents,
            entries: live.entries.len(),
            refused: told.iter().any(Reported::is_refused),
            differences: differences.collect(),
            served: &live.served,
        }
    }
}
