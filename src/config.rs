//! `dateline.toml`, read once into types that can't be wrong. Every fault in it is reported with
//! its line, all in one run. What a release is, the configuration does not know.

mod address;
mod id_base;
pub mod outline;
mod table;
pub(crate) mod toml_fault;
pub(crate) mod written;

use std::collections::BTreeMap;

use chrono::NaiveTime;
use chrono_tz::Tz;
use url::Url;

use crate::instant::Instant;
use crate::problem::{Place, Problem, Report};
use crate::release::{Language, Slug};
use address::{email, folder, public_url};
pub use id_base::IdBase;
use table::{Table, UNFIT};

/// A newsroom: who publishes, where, and how its dates and ids are made.
#[derive(Debug, Clone, PartialEq)]
pub struct Config {
    pub title: String,
    pub description: String,
    /// The feeds' language; a release in another one says so itself.
    pub language: Language,
    /// The address under which the output folder is served, with a final slash.
    pub site: Url,
    /// The organisation's own page; the site where there is none.
    pub home: Url,
    pub id_base: IdBase,
    pub time_zone: Tz,
    /// The time of day of releases that state none.
    pub time_of_day: NaiveTime,
    pub publisher: Publisher,
    pub rights: Option<String>,
    pub hubs: Vec<Url>,
    /// The newest N releases are in a feed; `None` for all.
    pub entries: Option<usize>,
    /// The most bytes a feed may have; `None` for no limit.
    pub byte_budget: Option<usize>,
    /// Addresses of subjects whose own letters make none, by their labels.
    pub subjects: BTreeMap<String, Slug>,
    /// Write a sitemap of the last two days for Google News.
    pub news_sitemap: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Publisher {
    pub name: String,
    pub email: Option<String>,
    pub url: Option<Url>,
    pub logo: Option<Url>,
}

const DEFAULT_ENTRIES: usize = 50;
const DEFAULT_BYTE_BUDGET: usize = 1024 * 1024;

const KEYS: [&str; 15] = [
    "title",
    "description",
    "language",
    "site",
    "home",
    "id_base",
    "time_zone",
    "time_of_day",
    "publisher",
    "rights",
    "hubs",
    "entries",
    "byte_budget",
    "subjects",
    "news_sitemap",
];
const PUBLISHER_KEYS: [&str; 4] = ["name", "email", "url", "logo"];

/// How the front of every id is written.
const ID_BASE: &str = "a tag such as \"tag:example.org,2018\": a domain you owned on that day (RFC 4151)";

impl Config {
    /// Reads a configuration; `path` is how messages name it.
    ///
    /// # Errors
    /// All problems of the file, each with its line.
    pub fn parse(path: &str, text: &str) -> Result<Self, Vec<Problem>> {
        let mut report = Report::new(path);
        let config = Table::parse(text, &mut report).and_then(|table| read(&table, &mut report));
        match config {
            Some(config) if !report.has_errors() => Ok(config),
            _ => {
                report.problems.sort_by_key(|problem| problem.at);
                Err(report.problems)
            }
        }
    }

    /// Reads a configuration that is used on a day, which has to have come for what it claims.
    ///
    /// # Errors
    /// As [`Config::parse`].
    pub fn parse_on(path: &str, text: &str, now: Instant) -> Result<Self, Vec<Problem>> {
        let config = Self::parse(path, text)?;
        let today = now.date_in(config.time_zone);
        let mut report = Report::new(path);
        if let Some(table) = Table::parse(text, &mut report) {
            table.optional_as("id_base", ID_BASE, &mut report, |text| IdBase::parse(text)?.by(today));
        }
        if report.has_errors() { Err(report.problems) } else { Ok(config) }
    }
}

fn read(table: &Table, report: &mut Report) -> Option<Config> {
    table.refuse_unknown(&KEYS, report);
    let title = table.required("title", "the newsroom's name", report);
    let description = table.required("description", "one sentence on what the feed brings", report);
    let language = table.required_as("language", "a BCP 47 tag such as \"en\" or \"de-AT\"", report, |text| {
        Language::parse(text).ok_or(UNFIT)
    });
    let site = table.required_as(
        "site",
        "the absolute address the output is served under, such as \"https://news.example.org/\"",
        report,
        public_url,
    );
    if site.as_ref().is_some_and(|site| site.query().is_some() || site.fragment().is_some()) {
        let fix = "it without `?` or `#` and what follows: addresses below it would lose that";
        table.optional_as("site", fix, report, |_| Err::<Url, _>(UNFIT));
    }
    let home =
        table.optional_as("home", "an absolute address such as \"https://www.example.org/\"", report, public_url);
    let id_base = table.required_as("id_base", ID_BASE, report, IdBase::parse);
    let time_zone = table.required_as("time_zone", "an IANA zone such as \"Europe/Berlin\"", report, |text| {
        text.parse::<Tz>().map_err(|_| UNFIT)
    });
    let time_of_day = table.optional_as("time_of_day", "a time such as \"09:00\"", report, |text| {
        NaiveTime::parse_from_str(text, "%H:%M").map_err(|_| UNFIT)
    });
    let rights = table.optional("rights", report);
    let hubs = table.list_of(
        "hubs",
        "absolute addresses of WebSub hubs, without a key or a token, which `push --hub` takes",
        report,
        |text| public_url(text).and_then(|hub| if holds_key(&hub) { Err("holds a key or a token") } else { Ok(hub) }),
    );
    let entries = table.count("entries", report).unwrap_or(DEFAULT_ENTRIES);
    let byte_budget = table.count("byte_budget", report).unwrap_or(DEFAULT_BYTE_BUDGET);
    let news_sitemap = table.truth("news_sitemap", report).unwrap_or(false);
    let subjects = subjects(table, report);
    let publisher = publisher(table, report);
    let site = folder(site?);
    Some(Config {
        title: title?,
        description: description?,
        language: language?,
        home: home.unwrap_or_else(|| site.clone()),
        site,
        id_base: id_base?,
        time_zone: time_zone?,
        time_of_day: time_of_day.unwrap_or(NaiveTime::from_hms_opt(9, 0, 0)?),
        publisher: publisher?,
        rights,
        hubs,
        entries: Some(entries).filter(|n| *n > 0),
        byte_budget: Some(byte_budget).filter(|n| *n > 0),
        subjects,
        news_sitemap,
    })
}

/// `[subjects]`: a subject as releases write it, and its part of an address.
fn subjects(table: &Table, report: &mut Report) -> BTreeMap<String, Slug> {
    use unicode_normalization::UnicodeNormalization as _;
    let Some(table) = table.subtable("subjects", report) else { return BTreeMap::new() };
    let wanted = "a part of an address, such as \"energy\": letters a to z, digits, hyphens";
    let slug = |text: &str| {
        Slug::stated(text).filter(|slug| !slug.as_str().chars().any(|c| c.is_ascii_uppercase())).ok_or(UNFIT)
    };
    let entries = table.keys().into_iter();
    entries.filter_map(|label| Some((label.nfc().collect(), table.optional_as(label, wanted, report, slug)?))).collect()
}

fn publisher(table: &Table, report: &mut Report) -> Option<Publisher> {
    let Some(table) = table.subtable("publisher", report) else {
        if !table.has("publisher") {
            report.error(Place::line(1), "`publisher` is missing", "add `[publisher]` with `name = \"...\"`");
        }
        return None;
    };
    table.refuse_unknown_below("publisher", &PUBLISHER_KEYS, &KEYS, report);
    let name = table.required("name", "the organisation's name", report);
    let email = table.optional_as("email", "an address such as \"press@example.org\"", report, email);
    let url = table.optional_as("url", "an absolute address", report, public_url);
    let logo = table.optional_as("logo", "the absolute address of a picture", report, public_url);
    Some(Publisher { name: name?, email, url, logo })
}

/// Whether a parameter of an address is by its name nobody else's business.
fn holds_key(url: &Url) -> bool {
    const NAMES: [&str; 8] = ["token", "key", "secret", "auth", "pass", "pwd", "sig", "credential"];
    url.query_pairs().any(|(name, _)| NAMES.iter().any(|of_a_key| name.to_lowercase().contains(of_a_key)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = "title = \"News\"\ndescription = \"All news\"\nlanguage = \"en\"\nsite = \"https://news.example.org\"\nid_base = \"tag:example.org,2018\"\ntime_zone = \"Europe/Berlin\"\n[publisher]\nname = \"Example\"\n";

    fn problems(text: &str) -> Vec<String> {
        Config::parse("dateline.toml", text).expect_err("problems").iter().map(Problem::human).collect()
    }

    #[test]
    fn a_short_configuration_is_enough() {
        let config = Config::parse("dateline.toml", GOOD).expect("a configuration");
        assert_eq!(config.site.as_str(), "https://news.example.org/");
        assert_eq!(config.home, config.site);
        assert_eq!(config.entries, Some(50));
        assert_eq!(config.byte_budget, Some(1024 * 1024));
    }

    #[test]
    fn zero_means_no_limit() {
        let config = Config::parse("d", &format!("entries = 0\nbyte_budget = 0\n{GOOD}")).expect("a configuration");
        assert_eq!((config.entries, config.byte_budget), (None, None));
    }

    #[test]
    fn every_fault_is_reported_in_one_run() {
        let text = GOOD
            .replace("Europe/Berlin", "Berlin")
            .replace("title =", "tittle =")
            .replace("https://news.example.org", "/news");
        let found = problems(&text);
        assert!(
            found.iter().any(|p| p.starts_with("dateline.toml:1:1: an unknown key: `tittle`; did you mean `title`?")),
            "{found:?}"
        );
        assert!(found.iter().any(|p| p.starts_with("dateline.toml:4:")), "{found:?}");
        assert!(found.iter().any(|p| p.starts_with("dateline.toml:6:") && p.contains("Europe/Berlin")), "{found:?}");
    }

    #[test]
    fn what_may_be_secret_in_an_address_is_refused_and_not_printed() {
        let hub = |hub: &str| problems(&format!("hubs = [\"{hub}\"]\n{GOOD}"));
        for address in ["https://S3CR3T@hub.example.org/", "https://hub.example.org/?a=1&access_token=S3CR3T"] {
            let found = hub(address);
            assert!(found[0].contains("`hubs`") && !found[0].contains("S3CR3T"), "{found:?}");
        }
        let found = problems(&GOOD.replace("https://news", "https://S3CR3T@news"));
        assert!(found[0].contains("`site`") && !found[0].contains("S3CR3T"), "{found:?}");
        let logo = problems(&format!("{GOOD}logo = \"https://S3CR3T:a@example.org/logo.png\"\n"));
        assert!(logo[0].contains("`logo`") && !logo[0].contains("S3CR3T"), "{logo:?}");
    }

    #[test]
    fn local_and_relative_addresses_are_refused() {
        for site in [
            "http://localhost/",
            "http://127.0.0.1:8000/",
            "//example.org/",
            "news.example.org",
            "ftp://example.org/",
            "http://press.local/",
        ] {
            assert!(problems(&GOOD.replace("https://news.example.org", site))[0].contains("`site`"), "{site}");
        }
    }

    #[test]
    fn a_site_holds_nothing_that_addresses_below_it_would_lose() {
        for site in ["https://news.example.org/?x=1", "https://news.example.org/#a"] {
            let found = problems(&GOOD.replace("https://news.example.org", site));
            assert!(found[0].contains("`site`") && found[0].contains("write it without `?` or `#`"), "{found:?}");
        }
    }

    #[test]
    fn a_zone_that_is_missing_is_named() {
        assert!(problems(&GOOD.replace("time_zone = \"Europe/Berlin\"\n", ""))[0].contains("`time_zone` is missing"));
    }

    #[test]
    fn wrong_types_and_broken_toml_say_where() {
        assert!(problems(&format!("entries = \"many\"\n{GOOD}"))[0].starts_with("dateline.toml:1:11: `entries`"));
        assert!(problems("title = \n")[0].starts_with("dateline.toml:1:"));
    }
}
