//! What a browser is answered that looks at a preview: a function of its request, of the names that
//! the edition has, and of the problems that stand in the way of the next one.
//!
//! Opens no socket, reads no file and asks no clock. Refuses to answer to another host's name, to
//! look for a name that the edition does not have, and to change a document: what a page shows
//! besides is added to the answer alone.

pub mod answer;
mod media;
mod panel;
mod reply;
pub mod request;

use std::collections::BTreeSet;

use url::Url;

use crate::config::Config;
use crate::problem::Problem;
pub use reply::Answer;

/// Begins the paths of the preview's own; no site has one that begins so.
const OWN: &str = "/_dateline/";
const VERSION: &str = "/_dateline/version";
const RELOAD: &str = "/_dateline/reload.js";
const PANEL_STYLE: &str = "/_dateline/panel.css";
/// The pages' own stylesheet, for pages that stand before any edition.
const PAGE_STYLE: &str = "/_dateline/style.css";

/// What there is to see at a moment.
#[derive(Debug, Clone, Copy)]
pub struct Standing<'a> {
    pub port: u16,
    /// Where the edition stands on this host: with a slash at both ends.
    pub base: &'a str,
    /// Another one whenever something else is to be seen.
    pub version: &'a str,
    /// The documents of the last good edition; `None` while there was none.
    pub names: Option<&'a BTreeSet<String>>,
    /// Of the last attempt, as far as they may be told.
    pub problems: &'a [Problem],
    /// They kept it from becoming an edition.
    pub failed: bool,
}

/// A configuration as a preview shows it: each address is the preview's, on the same path as the
/// site's own, and no hub is named, since none could ever fetch from here.
#[must_use]
pub fn config(mut config: Config, port: u16) -> Config {
    // A host, a port and a path that was parsed before make an address again.
    if let Ok(site) = Url::parse(&format!("http://127.0.0.1:{port}{}", config.site.path())) {
        if config.home == config.site {
            config.home = site.clone();
        }
        config.site = site;
    }
    config.hubs.clear();
    config
}

#[cfg(test)]
mod tests {
    use super::*;

    const CONFIG: &str = "title = \"N\"\ndescription = \"D\"\nlanguage = \"en\"\nsite = \"https://x.example/press\"\n\
        hubs = [\"https://hub.example/\"]\nid_base = \"tag:x.example,2018\"\ntime_zone = \"Europe/Berlin\"\n\
        [publisher]\nname = \"P\"\n";

    #[test]
    fn the_site_keeps_its_path_and_loses_its_host_and_its_hubs() {
        let config = config(Config::parse("", CONFIG).expect("a configuration"), 8000);
        assert_eq!(config.site.as_str(), "http://127.0.0.1:8000/press/");
        assert_eq!(config.home, config.site);
        assert!(config.hubs.is_empty());
    }

    #[test]
    fn an_organisation_s_own_page_stays_where_it_is() {
        let text = format!("home = \"https://www.x.example/\"\n{CONFIG}");
        let config = config(Config::parse("", &text).expect("a configuration"), 8000);
        assert_eq!(config.home.as_str(), "https://www.x.example/");
    }
}
