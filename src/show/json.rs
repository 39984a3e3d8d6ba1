//! The JSON that `show --format json` prints; its members are fixed.

use schemars::JsonSchema;
use serde::Serialize;

use super::paragraph;
use crate::content::Reachable;
use crate::parse::assemble::Assembled;
use crate::parse::decision::Decision;
use crate::problem::Severity;
use crate::reading::Understanding;
use crate::release::{Caption, time_text};

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "What dateline understood of a press release", deny_unknown_fields)]
pub(crate) struct Shown<'a> {
    title: Option<&'a str>,
    subtitle: Option<&'a str>,
    /// `YYYY-MM-DD`.
    date: Option<String>,
    /// `HH:MM`.
    time: Option<String>,
    place: Option<&'a str>,
    /// BCP 47.
    language: Option<&'a str>,
    lead: Option<&'a str>,
    /// Paragraphs.
    body: Vec<String>,
    boilerplate: Vec<ShownBoilerplate<'a>>,
    contacts: Vec<Reachable>,
    captions: Vec<&'a Caption>,
    notices: Vec<&'a str>,
    embargo: Option<ShownEmbargo<'a>>,
    id: Option<&'a str>,
    slug: Option<&'a str>,
    problems: Vec<ShownProblem>,
    /// Only where it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    decisions: Option<&'a [Decision]>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct ShownBoilerplate<'a> {
    heading: &'a str,
    text: String,
}

#[derive(Debug, Serialize, JsonSchema)]
struct ShownEmbargo<'a> {
    /// RFC 3339; null where it holds without an end.
    until: Option<String>,
    text: &'a str,
}

#[derive(Debug, Serialize, JsonSchema)]
struct ShownProblem {
    line: Option<usize>,
    column: Option<usize>,
    severity: Severity,
    message: String,
}

/// One JSON object; absent things are null or empty lists. `explain` adds what each line was taken
/// for, and why.
///
/// # Errors
/// None that strings, numbers and lists could cause.
pub fn json(understanding: &Understanding, explain: bool) -> serde_json::Result<String> {
    let problems = understanding
        .problems
        .iter()
        .map(|problem| ShownProblem {
            line: problem.at.map(|at| at.line),
            column: problem.at.map(|at| at.column),
            severity: problem.severity,
            message: problem.message(),
        })
        .collect();
    let mut shown = match &understanding.assembled {
        Some(assembled) => shown(assembled, problems),
        None => nothing(problems),
    };
    if explain {
        shown.decisions = Some(understanding.assembled.as_ref().map_or(&[], |assembled| &assembled.text.decisions));
    }
    serde_json::to_string_pretty(&shown)
}

fn shown(assembled: &Assembled, problems: Vec<ShownProblem>) -> Shown<'_> {
    let text = &assembled.text;
    Shown {
        title: assembled.title.as_deref(),
        subtitle: assembled.subtitle.as_deref(),
        date: assembled.day.map(|day| day.format("%Y-%m-%d").to_string()),
        time: assembled.time.map(time_text),
        place: assembled.place.as_deref(),
        language: assembled.language.as_ref().map(crate::release::Language::as_str),
        lead: text.lead.as_ref().map(|lead| lead.value.text()),
        body: text.body.iter().map(|piece| paragraph(&piece.value)).filter(|text| !text.is_empty()).collect(),
        boilerplate: text
            .boilerplate
            .iter()
            .map(|placed| ShownBoilerplate {
                heading: &placed.value.heading,
                text: placed.value.text.iter().map(crate::prose::Prose::text).collect::<Vec<_>>().join("\n\n"),
            })
            .collect(),
        contacts: text.contacts.iter().map(|placed| placed.value.clone().into()).collect(),
        captions: text.captions.iter().map(|placed| &placed.value).collect(),
        notices: text.notices.iter().map(|placed| placed.value.text()).collect(),
        embargo: assembled.embargo.as_ref().map(|embargo| ShownEmbargo {
            until: embargo.until.map(crate::instant::Instant::rfc3339),
            text: &embargo.text,
        }),
        id: assembled.id.as_ref().map(crate::release::Id::as_str),
        slug: assembled.slug.as_ref().map(crate::release::Slug::as_str),
        problems,
        decisions: None,
    }
}

fn nothing(problems: Vec<ShownProblem>) -> Shown<'static> {
    Shown {
        title: None,
        subtitle: None,
        date: None,
        time: None,
        place: None,
        language: None,
        lead: None,
        body: Vec::new(),
        boilerplate: Vec::new(),
        contacts: Vec::new(),
        captions: Vec::new(),
        notices: Vec::new(),
        embargo: None,
        id: None,
        slug: None,
        problems,
        decisions: None,
    }
}
