//! The way from an address to everything that is live: which feed is asked for, and how its archive
//! is followed to the end.
//!
//! Whatever is not understood on the way ends it. What can't be read is never taken for nothing, or a
//! server that is down would look like a newsroom to be filled anew.

use std::collections::HashSet;

use url::Url;

use super::live::{self, LiveEntry, NotAFeed, Page};
use super::served::Served;
use crate::feed::Format;
use crate::link;

/// The documents of one feed's archive that are followed.
pub const MOST_DOCUMENTS: usize = 10_000;

/// The order in which a site's feeds are taken for the comparison: the one that says most first.
const FORMATS: [Format; 3] = [Format::Json, Format::Atom, Format::Rss];

/// Where answers come from.
pub trait Web {
    /// # Errors
    /// When there is no answer, or one that is larger than a feed may be: a sentence's end on why.
    fn get(&mut self, url: &Url) -> Result<Answer, String>;
}

/// What a server answered, redirects followed.
#[derive(Debug, Clone)]
pub struct Answer {
    pub status: u16,
    /// The address that answered in the end.
    pub url: Url,
    /// The addresses that redirects led to, this one the last.
    pub redirects: Vec<Url>,
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
    pub url: Url,
    pub what: String,
    pub fix: &'static str,
}

impl Unknown {
    fn new(url: &Url, what: impl Into<String>, fix: &'static str) -> Self {
        Self { url: url.clone(), what: what.into(), fix }
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
    let hosts = [address.host_str(), feed.host_str(), site.host_str()];
    let mut live = Live { feed: Some(answer.url.clone()), entries: Vec::new(), documents: 0, served };
    let mut ids = HashSet::new();
    let mut visited = HashSet::from([answer.url.clone()]);
    let (mut at, mut page) = (answer.url, page);
    loop {
        live.documents += 1;
        live.entries.extend(page.entries.into_iter().filter(|entry| ids.insert(entry.id.clone())));
        let Some(older) = page.older else { return Ok(live) };
        let next = at.join(&older).ok().and_then(|next| link::web(next.as_str()));
        let next = next.filter(|next| hosts.contains(&next.host_str())).ok_or_else(|| {
            Unknown::new(&at, "its archive is said to go on elsewhere", "name the feed as it is on its own site")
        })?;
        if live.documents >= MOST_DOCUMENTS {
            return Err(Unknown::new(
                &at,
                format!("the archive has no end within {MOST_DOCUMENTS} documents"),
                WRONG_WAY,
            ));
        }
        let answer = present(web, &next)?;
        // Both, or a redirect could lead round.
        if !visited.insert(next.clone()) | (answer.url != next && !visited.insert(answer.url.clone())) {
            return Err(Unknown::new(&at, format!("the archive leads in a circle, to {next}"), WRONG_WAY));
        }
        page = live::read(&answer.body).map_err(|why| Unknown::not_a_feed(&next, why))?;
        at = answer.url;
    }
}

const WRONG_WAY: &str = "put right where its documents lead (`next_url`, `prev-archive`), and run this again";

/// The first feed there is. Notes how it and its siblings are served.
fn first(web: &mut dyn Web, address: &Url, served: &mut Vec<Served>) -> Result<Option<(Answer, Page)>, Unknown> {
    if !is_site(address) {
        let Some(answer) = get(web, address)? else { return Ok(None) };
        return match live::read(&answer.body) {
            Ok(page) => {
                served.push(Served::of(address, &answer));
                Ok(Some((answer, page)))
            }
            // A site that was named without its slash; a file's name has an ending.
            Err(_) if !last_segment(address).contains('.') => of_site(web, &with_slash(address), served),
            Err(why) => Err(Unknown::not_a_feed(address, why)),
        };
    }
    of_site(web, address, served)
}

fn of_site(web: &mut dyn Web, site: &Url, served: &mut Vec<Served>) -> Result<Option<(Answer, Page)>, Unknown> {
    let mut found = None;
    for format in FORMATS {
        let address = link::below(site, format.file());
        if found.is_some() {
            // One is enough to compare with; how the others fare is only reported.
            match web.get(&address) {
                Ok(answer) if is_absent(&answer) => {}
                Ok(answer) => served.push(Served::of(&address, &answer)),
                Err(why) => served.push(Served::unreachable(&address, why)),
            }
        } else if let Some(answer) = get(web, &address)? {
            served.push(Served::of(&address, &answer));
            let page = live::read(&answer.body).map_err(|why| Unknown::not_a_feed(&address, why))?;
            found = Some((answer, page));
        }
    }
    if found.is_some() {
        return Ok(found);
    }
    // Other tools serve a feed under the address of a folder. A page there is no feed, and none is missing.
    let Some(answer) = get(web, site)? else { return Ok(None) };
    let page = live::read(&answer.body).ok();
    Ok(page.map(|page| {
        served.push(Served::of(site, &answer));
        (answer, page)
    }))
}

/// The answer to a document that has to be there.
fn present(web: &mut dyn Web, url: &Url) -> Result<Answer, Unknown> {
    get(web, url)?.ok_or_else(|| {
        Unknown::new(url, "the archive leads here, and nothing is there", "publish the archive pages that are missing")
    })
}

/// None where a server says that nothing is there. Any other failure is no answer to the question.
fn get(web: &mut dyn Web, url: &Url) -> Result<Option<Answer>, Unknown> {
    let again = "whether it is empty can't be told from this; try again, or see whether the address is right";
    let answer = web.get(url).map_err(|why| Unknown::new(url, why, again))?;
    match answer.status {
        200..=299 => Ok(Some(answer)),
        _ if is_absent(&answer) => Ok(None),
        status => Err(Unknown::new(url, format!("the server answers {status}"), again)),
    }
}

fn is_absent(answer: &Answer) -> bool {
    matches!(answer.status, 404 | 410)
}

fn is_site(address: &Url) -> bool {
    address.path().ends_with('/')
}

fn last_segment(address: &Url) -> &str {
    address.path().rsplit('/').next().unwrap_or_default()
}

fn with_slash(address: &Url) -> Url {
    let mut site = address.clone();
    site.set_path(&format!("{}/", address.path()));
    site
}
