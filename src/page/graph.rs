//! Open Graph: what a link to a release looks like where it is shared.

use crate::newsroom::Cleared;
use crate::page::Site;
use crate::release::Release;

/// Properties and contents, in order.
pub fn properties(
    site: &Site,
    cleared: &Cleared,
    release: &Release,
    title: &str,
    summary: &str,
) -> Vec<(&'static str, String)> {
    let mut all = vec![
        ("og:type", "article".to_owned()),
        ("og:title", title.to_owned()),
        ("og:description", summary.to_owned()),
        ("og:url", release.permalink.to_string()),
        ("og:site_name", site.config.title.clone()),
    ];
    // A locale has a region, and none is made up.
    all.extend(release.language.region().map(|_| ("og:locale", release.language.as_str().replace('-', "_"))));
    if let Some(picture) = release.lead_picture() {
        all.push(("og:image", picture.url.to_string()));
        all.push(("og:image:type", picture.kind.mime().to_owned()));
        if let Some((width, height)) = picture.size {
            all.push(("og:image:width", width.to_string()));
            all.push(("og:image:height", height.to_string()));
        }
        if !picture.alt.is_empty() {
            all.push(("og:image:alt", picture.alt.clone()));
        }
    }
    all.push(("article:published_time", cleared.published().rfc3339()));
    all.push(("article:modified_time", cleared.updated().rfc3339()));
    all.extend(release.subjects.iter().map(|subject| ("article:tag", subject.label.clone())));
    all
}
