//! Addresses that a configuration states. Refused is what nobody elsewhere could reach or write to.

use url::Url;

use super::table::UNFIT;
use crate::link;

/// An absolute http(s) address that readers elsewhere can reach.
pub fn public_url(text: &str) -> Result<Url, &'static str> {
    let Some(url) = link::web(text) else {
        let is_another_kind = Url::parse(text).is_ok_and(|url| url.has_host());
        return Err(if is_another_kind { "is neither an http nor an https address" } else { UNFIT });
    };
    if url.password().is_some() {
        return Err("holds a password, which is left out here");
    }
    if !url.username().is_empty() {
        return Err("holds the name of a user, which is left out here");
    }
    if link::is_local(&url) { Err("is no address that others can reach") } else { Ok(url) }
}

pub fn email(text: &str) -> Result<String, &'static str> {
    let (local, host) = text.split_once('@').ok_or(UNFIT)?;
    let plain =
        |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_graphic() && !"<>()\",;:@[]\\".contains(c));
    if plain(local) && plain(host) && host.contains('.') { Ok(text.to_owned()) } else { Err(UNFIT) }
}

/// Relative addresses are resolved below the site, so its path is a folder.
pub fn folder(mut site: Url) -> Url {
    if !site.path().ends_with('/') {
        let path = format!("{}/", site.path());
        site.set_path(&path);
    }
    site
}
