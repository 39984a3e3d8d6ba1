//! Folders whose name begins with `_`, as a generator of sites keeps its texts in, and everybody else what is to be
//! passed over.

/// What such folders are called, without the `_`, in the languages that are known.
const COLLECTIONS: [&str; 48] = [
    "posts",
    "post",
    "press",
    "press releases",
    "pressreleases",
    "press release",
    "releases",
    "news",
    "newsroom",
    "media",
    "media releases",
    "articles",
    "announcements",
    "statements",
    "updates",
    "blog",
    "collections",
    "presse",
    "pressemitteilungen",
    "medienmitteilungen",
    "meldungen",
    "mitteilungen",
    "aktuelles",
    "nachrichten",
    "communiqués",
    "communiques",
    "actualités",
    "actualites",
    "comunicados",
    "noticias",
    "notícias",
    "prensa",
    "comunicati",
    "notizie",
    "stampa",
    "imprensa",
    "persberichten",
    "nieuws",
    "pressmeddelanden",
    "nyheter",
    "pressemeddelelser",
    "nyheder",
    "pressemeldinger",
    "komunikaty",
    "aktualności",
    "aktualnosci",
    "tiedotteet",
    "uutiset",
];

/// Whether a folder, whose name begins with `_`, is called as generators of sites call one of releases.
pub fn is_collection(name: &str) -> bool {
    let name = name.trim_start_matches('_').to_lowercase().replace(['-', '_'], " ");
    COLLECTIONS.contains(&name.as_str())
}
