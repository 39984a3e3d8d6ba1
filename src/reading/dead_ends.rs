//! Links of a text into the release's own folder, where only what is published with it can be.
//!
//! Whether another release is where a link leads is not asked.

use std::collections::{HashMap, HashSet};

use url::Url;

use super::{Enclosure, Origin};
use crate::parse::{Piece, Understood};
use crate::problem::{Place, Report};
use crate::prose::{Prose, Style};
use crate::release::Part;
use crate::{link, markup};

/// The links of a text below `releases/`, each with the place of its paragraph.
pub fn links(text: &Understood, permalink: &Url) -> Vec<(Place, Url)> {
    let mut found = Vec::new();
    let mut take = |at: Place, prose: &Prose| {
        let links = prose.marks().iter().filter_map(|mark| match &mark.style {
            Style::Link(url) => Some((at, url.clone())),
            _ => None,
        });
        found.extend(links);
    };
    text.lead.iter().chain(&text.notices).for_each(|placed| take(placed.at, &placed.value));
    for about in &text.boilerplate {
        about.value.text.iter().for_each(|prose| take(about.at, prose));
    }
    let mut in_markup = Vec::new();
    for placed in &text.body {
        match &placed.value {
            Piece::Part(
                Part::Paragraph(prose) | Part::Heading(prose) | Part::Quote(prose) | Part::Item { prose, .. },
            ) => take(placed.at, prose),
            Piece::Part(Part::Markup(html, _)) => {
                let tags = markup::tags_and_text(html.as_str()).0;
                // A picture's address has been told of where it was read.
                let targets = tags.iter().filter_map(|tag| tag.attribute("href"));
                in_markup.extend(targets.filter_map(|target| Some((placed.at, Url::parse(target).ok()?))));
            }
            Piece::Part(Part::Figure(_)) | Piece::Picture(..) => {}
        }
    }
    found.extend(in_markup);
    let releases = releases(permalink);
    found.retain(|(_, url)| below(url, &releases).is_some());
    found.sort_by_key(|(at, _)| *at);
    found
}

/// Tells of each address that leads to nothing, where it stands first.
pub fn warn(links: &[(Place, Url)], permalink: &Url, copies: &[Enclosure], report: &mut Report) {
    if links.is_empty() {
        return;
    }
    let address = |name: &str| Some(last(&link::resolve(name, permalink)?).to_owned());
    let there: HashSet<String> = copies.iter().filter_map(|copy| address(copy.to.rsplit('/').next()?)).collect();
    // A file may get another name there than it has here.
    let names: HashMap<String, &str> = copies
        .iter()
        .filter_map(|copy| match &copy.from {
            Origin::File(path) => Some((address(&path.file_name()?.to_string_lossy())?, copy.to.rsplit('/').next()?)),
            Origin::PartOf(..) => None,
        })
        .collect();
    let releases = releases(permalink);
    let leads_nowhere = |url: &Url| match below(url, permalink) {
        Some("" | "index.html") => false,
        Some(name) => !there.contains(name),
        // Beside the folders of releases there is nothing.
        None => below(url, &releases).is_some_and(|rest| !rest.is_empty() && !rest.contains('/')),
    };
    let mut told = HashSet::new();
    for (at, url) in links.iter().filter(|(_, url)| leads_nowhere(url)) {
        let name = last(url);
        if !told.insert((at.line, name)) {
            continue;
        }
        let fix = if let Some(own) = names.get(name) {
            format!("lead it to `{own}`, as the file is called there")
        } else if report.is_keyless() {
            "write its address in full, as in `https://...`".to_owned()
        } else {
            "write its address in full, as in `https://...`, or name a file beside the release in `attachments:`"
                .to_owned()
        };
        report.warning(*at, "a link leads to a file that is not published with the release", fix).found(name);
    }
}

fn releases(permalink: &Url) -> Url {
    permalink.join("../").unwrap_or_else(|_| permalink.clone())
}

fn last(url: &Url) -> &str {
    url.path_segments().and_then(|mut parts| parts.next_back()).unwrap_or_default()
}

/// What stands behind the address of a folder, without query and fragment.
fn below<'u>(url: &'u Url, folder: &Url) -> Option<&'u str> {
    let same = url.origin() == folder.origin();
    url.path().strip_prefix(folder.path()).filter(|_| same)
}
