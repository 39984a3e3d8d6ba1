//! How a live feed is served, and what of that hurts readers, each with its remedy.

use serde::Serialize;
use url::Url;

use super::walk::Answer;
use crate::feed::Format;
use crate::link;

/// A reader that is told to wait longer learns of a correction too late.
const LONGEST_AGE: u64 = 3600;

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Served {
    pub url: String,
    /// None where there was no answer.
    pub status: Option<u16>,
    pub content_type: Option<String>,
    pub charset: Option<String>,
    /// The addresses that redirects led to.
    pub redirects: Vec<String>,
    pub etag: Option<String>,
    pub last_modified: Option<String>,
    pub cache_control: Option<String>,
    pub warnings: Vec<String>,
}

impl Served {
    pub fn of(address: &Url, answer: &Answer) -> Self {
        let header = |name: &str| {
            answer.headers.iter().find(|(other, _)| other.eq_ignore_ascii_case(name)).map(|(_, value)| value.clone())
        };
        let stated = header("content-type").unwrap_or_default();
        let mut parts = stated.split(';').map(str::trim);
        let content_type = parts.next().filter(|kind| !kind.is_empty()).map(str::to_ascii_lowercase);
        let charset = parts.find_map(|part| {
            let (name, value) = part.split_once('=')?;
            name.trim().eq_ignore_ascii_case("charset").then(|| value.trim_matches([' ', '"']).to_ascii_lowercase())
        });
        let mut served = Self {
            url: link::without_secrets(address),
            status: Some(answer.status),
            content_type,
            charset,
            redirects: answer.redirects.iter().map(link::without_secrets).collect(),
            etag: header("etag"),
            last_modified: header("last-modified"),
            cache_control: header("cache-control"),
            warnings: Vec::new(),
        };
        served.warnings = if (200..300).contains(&answer.status) {
            let format = Format::ALL.into_iter().find(|format| answer.url.path().ends_with(format.file()));
            served.faults(format)
        } else {
            vec![format!("the server answers {}; see why, since readers get the same", answer.status)]
        };
        served
    }

    pub fn unreachable(address: &Url, why: String) -> Self {
        Self {
            url: link::without_secrets(address),
            status: None,
            content_type: None,
            charset: None,
            redirects: Vec::new(),
            etag: None,
            last_modified: None,
            cache_control: None,
            warnings: vec![why],
        }
    }

    fn faults(&self, format: Option<Format>) -> Vec<String> {
        let right = format.map_or("the type of its format", Format::media_type);
        let mut faults = Vec::new();
        match self.content_type.as_deref() {
            Some(kind @ "text/html") => faults.push(format!(
                "it is sent as `{kind}`, which readers take for a page; have the server send `{right}`"
            )),
            Some(kind @ ("application/octet-stream" | "text/plain")) => faults.push(format!(
                "it is sent as `{kind}`, which readers and browsers take for no feed; have the server send `{right}`"
            )),
            None => faults.push(format!("it is sent without a type; have the server send `{right}`")),
            Some("text/xml") if self.charset.is_none() => faults.push(format!(
                "`text/xml` without a charset is US-ASCII to some readers; have the server send `{right}; charset=utf-8`"
            )),
            Some(_) => {}
        }
        if let Some(charset) = self.charset.as_deref().filter(|charset| !matches!(*charset, "utf-8" | "utf8")) {
            faults.push(format!(
                "it is sent as `{charset}`, and its bytes are UTF-8; have the server send `charset=utf-8`"
            ));
        }
        if let Some(age) = self.max_age().filter(|age| *age > LONGEST_AGE) {
            faults.push(format!(
                "`max-age={age}` keeps corrections from readers for {} hours; have the server send `max-age=600`",
                age.div_ceil(LONGEST_AGE)
            ));
        }
        if let [_, .., last] = self.redirects.as_slice() {
            faults.push(format!("{} redirects in a row; have the first one lead to {}", self.redirects.len(), last));
        }
        if self.etag.is_none() && self.last_modified.is_none() {
            faults.push(
                "neither ETag nor Last-Modified, so each poll transfers all of it; have the server send one".to_owned(),
            );
        }
        faults
    }

    fn max_age(&self) -> Option<u64> {
        let mut directives = self.cache_control.as_deref()?.split(',');
        directives.find_map(|directive| {
            let (name, seconds) = directive.trim().split_once('=')?;
            name.eq_ignore_ascii_case("max-age").then(|| seconds.trim_matches('"').parse().ok()).flatten()
        })
    }

    /// One line for people.
    pub fn human(&self) -> String {
        let Some(status) = self.status else { return format!("{}: no answer", self.url) };
        let kind = self.content_type.as_deref().unwrap_or("no type");
        let charset = self.charset.as_ref().map(|charset| format!("; charset={charset}")).unwrap_or_default();
        let mut parts = vec![status.to_string(), format!("{kind}{charset}")];
        parts.extend(self.redirects.iter().map(|redirect| format!("redirected to {redirect}")));
        let headers =
            [("ETag", &self.etag), ("Last-Modified", &self.last_modified), ("Cache-Control", &self.cache_control)];
        parts.extend(headers.iter().filter_map(|(name, value)| value.as_ref().map(|value| format!("{name} {value}"))));
        format!("{}: {}", self.url, parts.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn served(headers: &[(&str, &str)]) -> Served {
        let url = Url::parse("https://news.example.org/rss.xml").expect("an address");
        let headers = headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let answer =
            Answer { status: 200, url: url.clone(), redirects: Vec::new(), public: true, headers, body: Vec::new() };
        Served::of(&url, &answer)
    }

    #[test]
    fn what_serves_readers_well_is_not_warned_of() {
        let good = served(&[
            ("Content-Type", "application/rss+xml; charset=UTF-8"),
            ("ETag", "\"a\""),
            ("Cache-Control", "public, max-age=600"),
        ]);
        assert_eq!(good.warnings, Vec::<String>::new());
        assert_eq!(
            good.human(),
            "https://news.example.org/rss.xml: 200, application/rss+xml; charset=utf-8, ETag \"a\", Cache-Control public, max-age=600"
        );
    }

    #[test]
    fn what_hurts_readers_is_told_with_its_remedy() {
        for (headers, told) in [
            (
                &[("content-type", "text/html"), ("etag", "a")][..],
                "take for a page; have the server send `application/rss+xml`",
            ),
            (&[("content-type", "application/octet-stream"), ("etag", "a")], "take for no feed"),
            (&[("content-type", "text/xml"), ("etag", "a")], "US-ASCII"),
            (&[("etag", "a")], "without a type"),
            (&[("content-type", "application/xml; charset=ISO-8859-1"), ("etag", "a")], "`iso-8859-1`"),
            (&[("content-type", "application/xml"), ("etag", "a"), ("cache-control", "Max-Age=7200")], "for 2 hours"),
            (&[("content-type", "application/xml")], "neither ETag nor Last-Modified"),
        ] {
            let warnings = served(headers).warnings;
            assert!(warnings.len() == 1 && warnings[0].contains(told), "{warnings:?}");
        }
    }
}
