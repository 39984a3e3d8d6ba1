//! What was understood of one release, part by part: for people, and as the JSON that `design`
//! fixes. Only says it; decides nothing.

use std::fmt::Write as _;

use serde::Serialize;

use crate::parse::Piece;
use crate::parse::assemble::Assembled;
use crate::problem::Severity;
use crate::reading::Understanding;
use crate::release::{Caption, Contact, Part, time_text};

#[derive(Debug, Serialize)]
struct Shown<'a> {
    title: Option<&'a str>,
    subtitle: Option<&'a str>,
    date: Option<String>,
    time: Option<String>,
    place: Option<&'a str>,
    language: Option<&'a str>,
    lead: Option<&'a str>,
    body: Vec<String>,
    boilerplate: Vec<ShownBoilerplate<'a>>,
    contacts: &'a [Contact],
    captions: &'a [Caption],
    notices: Vec<&'a str>,
    embargo: Option<ShownEmbargo<'a>>,
    id: Option<&'a str>,
    slug: Option<&'a str>,
    problems: Vec<ShownProblem>,
}

#[derive(Debug, Serialize)]
struct ShownBoilerplate<'a> {
    heading: &'a str,
    text: String,
}

#[derive(Debug, Serialize)]
struct ShownEmbargo<'a> {
    until: Option<String>,
    text: &'a str,
}

#[derive(Debug, Serialize)]
struct ShownProblem {
    line: Option<usize>,
    column: Option<usize>,
    severity: Severity,
    message: String,
}

/// One JSON object; absent things are null or empty lists.
pub fn json(understanding: &Understanding) -> String {
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
    let shown = match &understanding.assembled {
        Some(assembled) => shown(assembled, problems),
        None => nothing(problems),
    };
    // Strings, numbers and lists: serialising them can't fail.
    serde_json::to_string_pretty(&shown).unwrap_or_default()
}

fn shown(assembled: &Assembled, problems: Vec<ShownProblem>) -> Shown<'_> {
    let text = &assembled.text;
    Shown {
        title: assembled.title.as_deref(),
        subtitle: assembled.subtitle.as_deref(),
        date: assembled.day.map(|day| day.format("%Y-%m-%d").to_string()),
        time: assembled.time.map(time_text),
        place: assembled.place.as_deref(),
        language: assembled.language.as_ref().map(super::release::Language::as_str),
        lead: text.lead.as_ref().map(|lead| lead.value.text()),
        body: text.body.iter().map(|piece| paragraph(&piece.value)).filter(|text| !text.is_empty()).collect(),
        boilerplate: text
            .boilerplate
            .iter()
            .map(|placed| ShownBoilerplate {
                heading: &placed.value.heading,
                text: placed.value.text.iter().map(super::prose::Prose::text).collect::<Vec<_>>().join("\n\n"),
            })
            .collect(),
        contacts: &text.contacts,
        captions: &text.captions,
        notices: text.notices.iter().map(super::prose::Prose::text).collect(),
        embargo: assembled.embargo.as_ref().map(|embargo| ShownEmbargo {
            until: embargo.until.map(super::instant::Instant::rfc3339),
            text: &embargo.text,
        }),
        id: assembled.id.as_ref().map(super::release::Id::as_str),
        slug: assembled.slug.as_ref().map(super::release::Slug::as_str),
        problems,
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
        contacts: &[],
        captions: &[],
        notices: Vec::new(),
        embargo: None,
        id: None,
        slug: None,
        problems,
    }
}

fn paragraph(piece: &Piece) -> String {
    let Piece::Part(part) = piece else { return String::new() };
    match part {
        Part::Item { number: Some(number), prose } => format!("{number}. {}", prose.text()),
        Part::Item { number: None, prose } => format!("• {}", prose.text()),
        part => part.text().to_owned(),
    }
}

/// A line a part, with the line of the file it came from.
pub fn human(path: &str, understanding: &Understanding) -> String {
    let mut out = format!("{path}\n");
    let mut line = |label: &str, at: Option<usize>, value: &str| {
        let at = at.map_or_else(String::new, |line| format!("line {line}"));
        let _ = writeln!(out, "  {label:<12} {at:<9} {}", excerpt(value));
    };
    let Some(assembled) = &understanding.assembled else {
        return out;
    };
    let text = &assembled.text;
    let missing = "(missing)";
    if let Some(kicker) = &text.kicker {
        line("kicker", None, kicker);
    }
    line("headline", text.title.as_ref().map(|title| title.at.line), assembled.title.as_deref().unwrap_or(missing));
    if let Some(subtitle) = &assembled.subtitle {
        line("sub-headline", None, subtitle);
    }
    let day = assembled.day.map_or_else(|| missing.to_owned(), |day| day.format("%Y-%m-%d").to_string());
    let time = assembled.time.map(|time| format!(" {}", time_text(time))).unwrap_or_default();
    line("date", text.date.as_ref().map(|date| date.at.line), &format!("{day}{time}"));
    line("place", None, assembled.place.as_deref().unwrap_or("(none)"));
    if let Some(number) = &text.number {
        line("number", None, number);
    }
    if let Some(embargo) = &assembled.embargo {
        let until = embargo.until.map_or_else(|| "an unknown time".to_owned(), |until| until.to_string());
        line("embargo", None, &format!("until {until}"));
    }
    line("language", None, assembled.language.as_ref().map_or(missing, |language| language.as_str()));
    line(
        "lead",
        text.lead.as_ref().map(|lead| lead.at.line),
        text.lead.as_ref().map_or(missing, |lead| lead.value.text()),
    );
    for part in &text.body {
        line("body", Some(part.at.line), &paragraph(&part.value));
    }
    for boilerplate in &text.boilerplate {
        line("about", Some(boilerplate.at.line), &boilerplate.value.heading);
        for prose in &boilerplate.value.text {
            line("", None, prose.text());
        }
    }
    for contact in &text.contacts {
        line("contact", None, &contact_line(contact));
    }
    for caption in &text.captions {
        line("caption", None, caption.text.as_deref().unwrap_or("(none)"));
        line("credit", None, caption.credit.as_deref().unwrap_or("(none)"));
    }
    for notice in &text.notices {
        line("notice", None, notice.text());
    }
    for (first, last) in &text.joined {
        line("joined", Some(*first), &format!("lines {first} to {last} are one paragraph"));
    }
    for left in &text.left_out {
        line("left out", Some(left.line), &format!("{} ({})", left.text, left.why));
    }
    line("id", None, assembled.id.as_ref().map_or("(none without dateline.toml)", |id| id.as_str()));
    out
}

fn contact_line(contact: &Contact) -> String {
    let words = contact.name.iter().chain(&contact.role).chain(&contact.organization);
    let details = contact.phones.iter().chain(&contact.emails).chain(&contact.urls).cloned();
    let fax = contact.fax.iter().map(|fax| format!("Fax {fax}"));
    words.cloned().chain(details).chain(fax).collect::<Vec<_>>().join(" · ")
}

/// The start of a value, on one line without control characters.
fn excerpt(value: &str) -> String {
    const LONGEST: usize = 92;
    let flat: String = value.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    match flat.char_indices().nth(LONGEST) {
        Some((cut, _)) => format!("{}…", flat[..cut].trim_end()),
        None => flat,
    }
}
