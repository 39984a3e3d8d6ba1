//! The page of one release, at its permalink.

use askama::Template;

use super::feeds::FeedLink;
use super::words::Words;
use super::{MARK, Site, figures, graph, structured, tongue, wide};
use crate::address::{INDEX, RELEASES};
use crate::body::SafeHtml;
use crate::content;
use crate::document::Document;
use crate::feed::{Part, Scope};
use crate::newsroom::Cleared;
use crate::release::{Facts, Language, Release};

#[derive(Template)]
#[template(path = "release.html")]
struct Page<'a> {
    site: &'a Site<'a>,
    words: &'static Words,
    language: &'a Language,
    address: &'a str,
    feeds: Vec<&'a FeedLink>,
    release: &'a Release,
    title: String,
    summary: String,
    graph: Vec<(&'static str, String)>,
    structured: SafeHtml,
    /// Its labels and their pages.
    subjects: Vec<(&'a str, String)>,
    published: String,
    day: String,
    /// With the release itself.
    translations: Vec<Translation<'a>>,
    withdrawal: Option<String>,
    corrections: SafeHtml,
    figures: Vec<SafeHtml>,
    further: Vec<SafeHtml>,
    downloads: Option<(&'static str, SafeHtml)>,
    lead: SafeHtml,
    body: SafeHtml,
    boilerplate: Vec<(&'a str, SafeHtml)>,
    contact_heading: &'static str,
    tongue_of_headings: SafeHtml,
    contacts: Vec<SafeHtml>,
    notices: Vec<SafeHtml>,
    /// Names of the copies beside the page, with blanks between them.
    files: String,
}

struct Translation<'a> {
    language: &'a Language,
    name: String,
    link: &'a str,
}

/// What stands before the names of the copies beside the page. No text of a release can hold it.
const FILES: &str = "<article class=\"release\" data-files=\"";

/// The names that a page of ours gives of the copies beside it. What it merely links to may be anybody's.
pub fn files(page: &str) -> impl Iterator<Item = &str> {
    let names = page.split_once(FILES).and_then(|(_, rest)| rest.split_once('"')).map(|(names, _)| names);
    let names = names.into_iter().flat_map(str::split_whitespace);
    // A copy lies in the page's folder, and is never a page.
    names.filter(|name| !name.contains(['/', '\\']) && *name != INDEX)
}

/// `files` are the names of the copies beside the page, by which a later edition knows what to take away.
///
/// # Errors
/// When the template can't be rendered: a bug.
pub fn release(site: &Site, cleared: &Cleared, release: &Release, files: &[&str]) -> askama::Result<Document> {
    let words = Words::of(&release.language);
    let title = content::notice::title(cleared.facts());
    let summary = content::summary(release);
    let structured = structured::json(site, cleared, release, &title, &summary).map_err(askama::Error::custom)?;
    let page = Page {
        site,
        words,
        language: &release.language,
        address: release.permalink.as_str(),
        feeds: site.feeds_of(cleared).collect(),
        graph: graph::properties(site, cleared, release, &title, &summary),
        structured: SafeHtml::script_data(&structured),
        subjects: subjects(site, release),
        published: cleared.published().rfc3339(),
        day: content::day(release.day, &release.language),
        translations: translations(cleared),
        withdrawal: content::notice::withdrawal(release),
        corrections: content::corrections(release),
        figures: figures::leading(release, words),
        further: figures::further(release, words),
        downloads: content::downloads_of(release),
        lead: SafeHtml::of(&release.lead),
        body: wide::body(release, words),
        boilerplate: release
            .boilerplate
            .iter()
            .map(|boilerplate| (boilerplate.heading.as_str(), content::boilerplate_text(boilerplate)))
            .collect(),
        contact_heading: content::contact_heading(&release.language),
        tongue_of_headings: tongue::of_headings(&release.language),
        contacts: release.contacts.iter().map(|contact| content::contact_of(contact, &release.language)).collect(),
        notices: release.notices.iter().map(SafeHtml::of).collect(),
        files: files.join(" "),
        release,
        title,
        summary,
    };
    Ok(Document::new(format!("{RELEASES}/{}/{INDEX}", release.slug), page.render()?).marked(MARK))
}

fn subjects<'a>(site: &'a Site, release: &Release) -> Vec<(&'a str, String)> {
    let feeds = site.feeds.iter().filter_map(|feed| match &feed.scope {
        Scope::Subject(subject) if release.subjects.iter().any(|other| other.slug == subject.slug) => {
            Some((subject.label.as_str(), feed.page(Part::Subscription { prev: None }).to_string()))
        }
        _ => None,
    });
    feeds.collect()
}

/// Itself and the others, by language: each page of a group names all of them.
fn translations<'a>(cleared: &Cleared<'a>) -> Vec<Translation<'a>> {
    let others = cleared.translations();
    if others.is_empty() {
        return Vec::new();
    }
    let mut all: Vec<&Facts> = std::iter::once(cleared.facts()).chain(others.iter().copied()).collect();
    all.sort_by(|a, b| a.language.cmp(&b.language));
    all.into_iter()
        .map(|release| Translation {
            language: &release.language,
            name: content::autonym(&release.language),
            link: &release.permalink,
        })
        .collect()
}
