//! The way from an address to everything that is live: which feed is asked for, and how its archive
//! is followed to the end.
//!
//! Whatever is not understood on the way ends it. What can't be read is never taken for nothing, or a
//! server that is down would look like a newsroom to be filled anew.

mod first;

use std::collections::HashSet;
use std::error::Error;
use std::fmt;

use url::Url;

use super::live::{self, LiveEntry, NotAFeed};
use super::served::Served;
use crate::link;
use first::{first, present};

/// The documents of one feed's archive that are followed.
pub const MOST_DOCUMENTS: usize = 10_000;
/// Of all of them together: what is kept of each has to stay in memory.
pub const MOST_BYTES: usize = 1 << 30;

/// Where answers come from.
pub trait Web {
    /// # Errors
    /// When there is no answer, or one that is larger than a feed may be: a sentence's end on why.
    fn get(&mut self, url: &Url, led: Led) -> Result<Answer, String>;
}

/// Who named an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Led {
    /// Whoever runs this.
    ByUs,
    /// A public address, which may lead nobody into the network that we stand in.
    ByOthers,
}

/// What a server answered, redirects followed.
#[derive(Debug, Clone)]
pub struct Answer {
    pub status: u16,
    /// The address that answered in the end.
    pub url: Url,
    /// The addresses that redirects led to, this one the last.
    pub redirects: Vec<Url>,
    /// A public address answered, or was on the way.
    pub public: bool,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

/// What readers have.
#[derive(Debug)]
pub struct Live {
    /// The address of its subscription document; none where nothing is published yet.
    pub feed: Option<Url>,
    /// From the newest document to the oldest, each id once.
    pub entries: Vec<LiveEntry>,
    pub documents: usize,
    /// How the feeds are served that are there.
    pub served: Vec<Served>,
}

/// Why nobody can tell what is live.
#[derive(Debug, PartialEq, Eq)]
pub struct Unknown {
    /// As it may be shown.
    pub url: String,
    pub what: String,
    pub fix: &'static str,
}

impl fmt::Display for Unknown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}; {}", self.url, self.what, self.fix)
    }
}

impl Error for Unknown {}

impl Unknown {
    pub fn new(url: &Url, what: impl Into<String>, fix: &'static str) -> Self {
        Self { url: link::without_secrets(url), what: what.into(), fix }
    }

    fn not_a_feed(url: &Url, NotAFeed(why): NotAFeed) -> Self {
        Self::new(url, format!("this is no feed: {why}"), "name the site, or a feed's own address")
    }
}

/// Everything that is live at an address: a site with a final slash, whose feeds lie below it, or a
/// feed's own. `site` is where the newsroom says that it is served, and may lead further there.
///
/// # Errors
/// When a document can't be had, is no feed, or leads astray.
pub fn live(web: &mut dyn Web, address: &Url, site: &Url) -> Result<Live, Unknown> {
    let mut served = Vec::new();
    let Some((answer, page)) = first(web, address, &mut served)? else {
        return Ok(Live { feed: None, entries: Vec::new(), documents: 0, served });
    };
    let feed = answer.url.clone();
    let sites = [address.clone(), feed, site.clone()];
    let mut led = if answer.public { Led::ByOthers } else { Led::ByUs };
    let mut live = Live { feed: Some(answer.url.clone()), entries: Vec::new(), documents: 0, served };
    let mut bytes = answer.body.len();
    let mut ids = HashSet::new();
    let mut visited = HashSet::from([answer.url.clone()]);
    let (mut at, mut page) = (answer.url, page);
    loop {
        live.documents += 1;
        live.entries.extend(page.entries.into_iter().filter(|entry| ids.insert(entry.id.clone())));
        let Some(older) = page.older else { return Ok(live) };
        let next = at.join(&older).ok().and_then(|next| link::web(next.as_str()));
        let next = next.filter(|next| sites.iter().any(|site| link::is_same_site(next, site))).ok_or_else(|| {
            Unknown::new(&at, "its archive is said to go on elsewhere", "name the feed as it is on its own site")
        })?;
        let answer = present(web, &next, led)?;
        if answer.public {
            led = Led::ByOthers;
        }
        bytes += answer.body.len();
        if live.documents >= MOST_DOCUMENTS || bytes > MOST_BYTES {
            let many = live.documents;
            return Err(Unknown::new(&at, format!("the archive has no end within {many} documents"), WRONG_WAY));
        }
        // Both addresses, or a redirect could lead round.
        if visited.contains(&next) || visited.contains(&answer.url) {
            let to = link::without_secrets(&next);
            return Err(Unknown::new(&at, format!("the archive leads in a circle, to {to}"), WRONG_WAY));
        }
        visited.extend([next.clone(), answer.url.clone()]);
        page = live::read(&answer.body).map_err(|why| Unknown::not_a_feed(&next, why))?;
        at = answer.url;
    }
}

const WRONG_WAY: &str = "put right where its documents lead (`next_url`, `prev-archive`), and run this again";

#[cfg(test)]
mod tests {
    use super::*;

    /// Addresses with status and body; what is not here is 404. Notes what was asked for because others said so.
    struct Site {
        pages: Vec<(&'static str, u16, String)>,
        public: bool,
        led: Vec<String>,
    }

    impl Web for Site {
        fn get(&mut self, url: &Url, led: Led) -> Result<Answer, String> {
            if led == Led::ByOthers {
                self.led.push(url.to_string());
            }
            let found = self.pages.iter().find(|(address, ..)| *address == url.as_str());
            let (status, body) = found.map_or((404, ""), |(_, status, body)| (*status, body.as_str()));
            if status == 0 {
                return Err("no connection".to_owned());
            }
            Ok(Answer {
                status,
                url: url.clone(),
                redirects: Vec::new(),
                public: self.public,
                headers: Vec::new(),
                body: body.as_bytes().to_vec(),
            })
        }
    }

    fn feed(id: &str, next: &str) -> String {
        format!("{{\"items\":[{{\"id\":\"{id}\"}}],\"next_url\":{next}}}")
    }

    fn walk(address: &str, pages: &[(&'static str, u16, String)]) -> Result<Live, String> {
        let url = |text| Url::parse(text).expect("an address");
        let mut web = Site { pages: pages.to_vec(), public: true, led: Vec::new() };
        live(&mut web, &url(address), &url("https://x.example/")).map_err(|unknown| unknown.what)
    }

    #[test]
    fn where_a_public_address_leads_is_asked_for_as_that() {
        let pages = vec![
            ("https://x.example/feed.json", 200, feed("c", "\"archive/2/feed.json\"")),
            ("https://x.example/archive/2/feed.json", 200, feed("b", "null")),
        ];
        let site = Url::parse("https://x.example/").expect("an address");
        for (public, led) in [(true, &["https://x.example/archive/2/feed.json"][..]), (false, &[])] {
            let mut web = Site { pages: pages.clone(), public, led: Vec::new() };
            assert_eq!(live(&mut web, &site, &site).expect("a feed").documents, 2);
            assert_eq!(web.led, led);
        }
    }

    #[test]
    fn the_archive_is_followed_to_its_end_and_each_id_taken_once() {
        let pages = [
            ("https://x.example/feed.json", 200, feed("c", "\"archive/2/feed.json\"")),
            ("https://x.example/archive/2/feed.json", 200, feed("c", "\"/archive/1/feed.json\"")),
            ("https://x.example/archive/1/feed.json", 200, feed("a", "null")),
        ];
        let found = walk("https://x.example/", &pages).expect("a feed");
        assert_eq!(found.entries.iter().map(|entry| entry.id.as_str()).collect::<Vec<_>>(), ["c", "a"]);
        assert_eq!((found.documents, found.served.len()), (3, 1));
        let told = walk("https://x.example/", &pages[..2]).expect_err("a page is missing");
        assert!(told.contains("nothing is there"), "{told}");
    }

    #[test]
    fn an_archive_that_leads_round_or_elsewhere_is_not_followed() {
        for (next, told) in [
            ("\"feed.json\"", "in a circle"),
            ("\"https://elsewhere.example/feed.json\"", "elsewhere"),
            ("\"http://x.example/feed.json\"", "elsewhere"),
            ("\"https://x.example:8443/feed.json\"", "elsewhere"),
            ("\"file:///etc/passwd\"", "elsewhere"),
            ("\"\"", "in a circle"),
        ] {
            let why = walk("https://x.example/", &[("https://x.example/feed.json", 200, feed("a", next))]);
            let why = why.expect_err("no way");
            assert!(why.contains(told), "{next}: {why}");
        }
    }

    #[test]
    fn only_404_and_410_mean_that_nothing_is_there() {
        let feed_json = "https://x.example/feed.json";
        assert!(walk("https://x.example/", &[]).expect("an empty site").feed.is_none());
        assert!(walk(feed_json, &[(feed_json, 410, String::new())]).expect("an empty site").feed.is_none());
        for status in [0, 204, 304, 401, 403, 429, 500, 503] {
            assert!(walk("https://x.example/", &[(feed_json, status, String::new())]).is_err(), "{status}");
        }
        let page = [(feed_json, 200, "<!DOCTYPE html><title>Not found</title>".to_owned())];
        assert!(walk("https://x.example/", &page).expect_err("a page").contains("web page"));
    }

    #[test]
    fn a_feed_at_a_folder_s_address_is_found_and_a_page_there_is_none() {
        let folder = "https://x.example/feed/";
        let rss = "<rss><channel><item><guid>7</guid></item></channel></rss>".to_owned();
        let found = walk(folder, &[(folder, 200, rss)]).expect("a feed");
        assert_eq!((found.entries[0].id.as_str(), found.served.len()), ("7", 1));
        let page = "<!DOCTYPE html><title>Newsroom</title>".to_owned();
        assert!(walk(folder, &[(folder, 200, page.clone())]).expect("no feed").feed.is_none());
        // A site without its slash.
        let below = ("https://x.example/press/atom.xml", 200, "<feed xmlns='http://www.w3.org/2005/Atom'/>".to_owned());
        let found = walk("https://x.example/press", &[("https://x.example/press", 200, page), below]).expect("a feed");
        assert_eq!(found.feed.map(String::from).as_deref(), Some("https://x.example/press/atom.xml"));
    }

    #[test]
    fn a_sibling_that_fails_is_reported_and_hinders_nothing() {
        let pages = [
            ("https://x.example/feed.json", 200, feed("a", "null")),
            ("https://x.example/atom.xml", 500, String::new()),
            ("https://x.example/rss.xml", 0, String::new()),
        ];
        let served = walk("https://x.example/", &pages).expect("a feed").served;
        assert_eq!(served.iter().map(|served| served.status).collect::<Vec<_>>(), [Some(200), Some(500), None]);
    }
}
