//! Which releases a feed brings: all of them, those in one language, those on one subject.
//!
//! Feeds per language are there as long as more than one language is public.

use std::collections::BTreeMap;

use crate::config::Config;
use crate::content;
use crate::newsroom::Cleared;
use crate::release::{Language, Slug, Subject};

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    All,
    Language(Language),
    Subject(Subject),
}

impl Scope {
    /// Its path below the site and in its feed's id, without slashes at the ends.
    pub(super) fn path(&self, all: &str) -> String {
        match self {
            Self::All => all.to_owned(),
            // Some web servers fold the case of paths.
            Self::Language(language) => format!("languages/{}", language.as_str().to_ascii_lowercase()),
            Self::Subject(subject) => format!("subjects/{}", subject.slug),
        }
    }

    /// The name of what sets it apart from the whole newsroom.
    pub fn name(&self) -> Option<String> {
        match self {
            Self::All => None,
            Self::Language(language) => Some(content::autonym(language)),
            Self::Subject(subject) => Some(subject.label.clone()),
        }
    }

    pub(super) fn title(&self, config: &Config) -> String {
        match self.name() {
            None => config.title.clone(),
            Some(name) => format!("{} – {name}", config.title),
        }
    }

    pub(super) fn description(&self, config: &Config) -> String {
        match self {
            Self::All => config.description.clone(),
            Self::Language(language) => content::releases_in(language),
            Self::Subject(subject) => content::releases_on(&subject.label, &config.language),
        }
    }

    pub(super) fn language(&self, config: &Config) -> Language {
        match self {
            Self::Language(language) => language.clone(),
            _ => config.language.clone(),
        }
    }

    pub fn brings(&self, cleared: &Cleared) -> bool {
        let release = cleared.facts();
        match self {
            Self::All => true,
            Self::Language(language) => release.language == *language,
            Self::Subject(subject) => release.subjects.iter().any(|other| other.slug == subject.slug),
        }
    }
}

/// The scopes of a newsroom's feeds: all, then by language, then by subject. `cleared` is sorted
/// newest first.
pub fn scopes(cleared: &[Cleared]) -> Vec<Scope> {
    let mut scopes = vec![Scope::All];
    scopes.extend(languages(cleared).into_iter().map(Scope::Language));
    scopes.extend(subjects(cleared).into_iter().map(Scope::Subject));
    scopes
}

/// The languages that have feeds.
fn languages(cleared: &[Cleared]) -> Vec<Language> {
    let mut languages: Vec<Language> = Vec::new();
    for cleared in cleared {
        if !languages.contains(&cleared.facts().language) {
            languages.push(cleared.facts().language.clone());
        }
    }
    languages.sort();
    if languages.len() > 1 { languages } else { Vec::new() }
}

/// The subjects, by their addresses, each as the oldest release writes it: a new one renames none.
fn subjects(cleared: &[Cleared]) -> Vec<Subject> {
    let mut subjects: BTreeMap<&Slug, &Subject> = BTreeMap::new();
    for subject in cleared.iter().flat_map(|cleared| &cleared.facts().subjects) {
        subjects.insert(&subject.slug, subject);
    }
    subjects.into_values().cloned().collect()
}
