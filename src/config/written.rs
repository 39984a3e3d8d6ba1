//! `dateline.toml` as it is written, for its schema. The reader asks for each key by itself, to say of a
//! wrong value what to write instead; a test holds the keys here and there alike.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

/// A newsroom: who publishes, where, and how its dates and ids are made
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "dateline.toml")]
#[allow(dead_code, reason = "its shape is what counts")]
pub(crate) struct Written {
    /// The newsroom's name
    title: String,
    /// One sentence on what the feed brings
    description: String,
    /// A BCP 47 tag such as "en" or "de-AT"
    language: String,
    /// The absolute address that the output folder is served under
    #[schemars(url)]
    site: String,
    /// The organisation's own page; the site where there is none
    #[schemars(url)]
    home: Option<String>,
    /// The frozen front of every id, such as "tag:example.org,2018" (RFC 4151): never change it
    #[schemars(regex(pattern = r"^tag:[^,]+,[0-9]{4}(-[0-9]{2}){0,2}$"))]
    id_base: String,
    /// An IANA zone such as "Europe/Berlin"
    time_zone: String,
    /// The time of day of releases that state none, "09:00" unless given
    #[schemars(regex(pattern = r"^[0-9]{1,2}:[0-9]{2}$"))]
    time_of_day: Option<String>,
    /// The organisation that speaks
    publisher: Publisher,
    /// A line on use
    rights: Option<String>,
    /// Addresses of the hubs that are told of new editions
    hubs: Option<Vec<String>>,
    /// So many releases that were published or changed last are in a feed; 0 for all, 50 unless given
    entries: Option<u32>,
    /// The most bytes of a feed; 0 for no limit, 1048576 unless given
    byte_budget: Option<u32>,
    /// Parts of addresses for subjects that Latin letters don't make, by the subject
    subjects: Option<BTreeMap<String, String>>,
    /// Whether to write a sitemap of the last two days for Google News
    news_sitemap: Option<bool>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[allow(dead_code, reason = "its shape is what counts")]
struct Publisher {
    name: String,
    email: Option<String>,
    #[schemars(url)]
    url: Option<String>,
    /// The absolute address of a picture
    #[schemars(url)]
    logo: Option<String>,
}
