//! Links to the same release in other languages: `rel="alternate"` with another address.
//!
//! Of several alternates some readers take the first for the release's page, and some the last.

use super::once_keyed::OnceKeyed;
use super::xml::{ATOM, children};
use super::{Findings, check_address};
use crate::release::Language;

/// Language and address of each translation of the release whose page is `own`.
pub fn read(node: roxmltree::Node, own: &str, findings: &mut Findings) -> Vec<(String, String)> {
    let alternates: Vec<_> = children(node, Some(ATOM), "link")
        .filter(|link| matches!(link.attribute("rel"), None | Some("alternate")))
        .map(|link| (link.attribute("hreflang"), link.attribute("href").unwrap_or_default()))
        .collect();
    findings.unless(alternates.last().is_none_or(|(_, last)| *last == own), "LastAlternateElsewhere", own);
    let others = alternates.into_iter().filter(|(_, address)| *address != own);
    others.map(|(language, address)| (tongue(language, findings), address.to_owned())).collect()
}

fn tongue(language: Option<&str>, findings: &mut Findings) -> String {
    let Some(language) = language else {
        findings.add("MissingAttribute", "hreflang of a translation");
        return String::new();
    };
    findings.unless(Language::parse(language).is_some(), "InvalidLanguage", language);
    language.to_owned()
}

/// The same from `_press` of a JSON item.
pub fn of_press(item: &OnceKeyed, findings: &mut Findings) -> Vec<(String, String)> {
    let translations = item["_press"]["translations"].as_list().into_iter().flatten();
    translations
        .map(|other| {
            let address = other["url"].as_str().unwrap_or_default();
            check_address(address, findings);
            (tongue(other["language"].as_str(), findings), address.to_owned())
        })
        .collect()
}
