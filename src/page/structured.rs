//! Structured data: a release as a `NewsArticle` of schema.org, in JSON-LD.

use serde::Serialize;

use super::Site;
use crate::content;
use crate::newsroom::Cleared;
use crate::release::{Facts, Image, Language, Release};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct NewsArticle<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "@id")]
    id: &'a str,
    url: &'a str,
    identifier: &'a str,
    headline: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    alternative_headline: Option<&'a str>,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'a str,
    /// Where and when, as the release writes it.
    dateline: String,
    date_published: String,
    date_modified: String,
    in_language: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    keywords: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    image: Vec<Picture<'a>>,
    author: Vec<Party<'a>>,
    publisher: Party<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    translation_of_work: Option<Work<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    work_translation: Vec<Work<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Picture<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    url: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    width: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    height: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    caption: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    credit_text: Option<&'a str>,
}

#[derive(Serialize)]
struct Party<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    logo: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Work<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "@id")]
    id: &'a str,
    headline: &'a str,
    in_language: &'a str,
}

pub fn json(
    site: &Site,
    cleared: &Cleared,
    release: &Release,
    title: &str,
    summary: &str,
) -> serde_json::Result<String> {
    let publisher = &site.config.publisher;
    let organization = || Party {
        kind: "Organization",
        name: &publisher.name,
        url: publisher.url.as_ref().map(url::Url::as_str),
        logo: publisher.logo.as_ref().map(url::Url::as_str),
    };
    // Whether an author is a person, nobody says.
    let authors = release.authors.iter().map(|name| Party { kind: "Thing", name, url: None, logo: None });
    let authors: Vec<Party> = authors.collect();
    let (original, translations) = kin(cleared, &site.config.language);
    serde_json::to_string(&NewsArticle {
        context: "https://schema.org",
        kind: "NewsArticle",
        id: release.permalink.as_str(),
        url: release.permalink.as_str(),
        identifier: release.id.as_str(),
        headline: title,
        alternative_headline: release.subtitle.as_deref(),
        description: summary,
        dateline: content::dateline(release),
        date_published: cleared.published().rfc3339(),
        date_modified: cleared.updated().rfc3339(),
        in_language: release.language.as_str(),
        keywords: release.subjects.iter().map(|subject| subject.label.as_str()).collect(),
        image: release.pictures.iter().map(picture).collect(),
        author: if authors.is_empty() { vec![organization()] } else { authors },
        publisher: organization(),
        translation_of_work: original.map(work),
        work_translation: translations.into_iter().map(work).collect(),
    })
}

fn picture(image: &Image) -> Picture<'_> {
    let caption = image.caption.as_ref();
    Picture {
        kind: "ImageObject",
        url: image.url.as_str(),
        width: image.size.map(|(width, _)| width),
        height: image.size.map(|(_, height)| height),
        caption: caption.and_then(|caption| caption.text.as_deref()),
        credit_text: caption.and_then(|caption| caption.credit.as_deref()),
    }
}

fn work(release: &Facts) -> Work<'_> {
    Work {
        kind: "NewsArticle",
        id: release.permalink.as_str(),
        headline: &release.title,
        in_language: release.language.as_str(),
    }
}

/// The original of a release, or its translations. The original is the one in the newsroom's own
/// language; where none is, nobody says which was first.
fn kin<'a>(cleared: &Cleared<'a>, house: &Language) -> (Option<&'a Facts>, Vec<&'a Facts>) {
    let in_house = |release: &Facts| release.language.primary() == house.primary();
    if in_house(cleared.facts()) {
        return (None, cleared.translations().to_vec());
    }
    (cleared.translations().iter().copied().find(|other| in_house(other)), Vec::new())
}
