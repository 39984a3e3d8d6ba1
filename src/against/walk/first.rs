//! Which feed an address means, and which answers mean that there is none.

use url::Url;

use super::{Answer, Led, Unknown, Web};
use crate::against::live::{self, Page};
use crate::against::served::Served;
use crate::feed::Format;
use crate::link;

/// The order in which a site's feeds are taken for the comparison: the one that says most first.
const FORMATS: [Format; 3] = [Format::Json, Format::Atom, Format::Rss];

/// The first feed there is. Notes how it and its siblings are served.
pub fn first(web: &mut dyn Web, address: &Url, served: &mut Vec<Served>) -> Result<Option<(Answer, Page)>, Unknown> {
    if is_site(address) {
        return of_site(web, address, served);
    }
    // A feed's file has an ending; without one it may be a site that was named without its slash.
    let is_file = last_segment(address).contains('.');
    match get(web, address, Led::ByUs)? {
        None if is_file => Ok(None),
        None => of_site(web, &with_slash(address), served),
        Some(answer) => match live::read(&answer.body) {
            Ok(page) => {
                served.push(Served::of(address, &answer));
                Ok(Some((answer, page)))
            }
            Err(why) if is_file => Err(Unknown::not_a_feed(address, why)),
            Err(_) => of_site(web, &with_slash(address), served),
        },
    }
}

fn of_site(web: &mut dyn Web, site: &Url, served: &mut Vec<Served>) -> Result<Option<(Answer, Page)>, Unknown> {
    let mut found = None;
    for format in FORMATS {
        let address = link::below(site, format.file());
        if found.is_some() {
            // One is enough to compare with; how the others fare is only reported.
            match web.get(&address, Led::ByUs) {
                Ok(answer) if is_absent(&answer) => {}
                Ok(answer) => served.push(Served::of(&address, &answer)),
                Err(why) => served.push(Served::unreachable(&address, why)),
            }
        } else if let Some(answer) = get(web, &address, Led::ByUs)? {
            served.push(Served::of(&address, &answer));
            let page = live::read(&answer.body).map_err(|why| Unknown::not_a_feed(&address, why))?;
            found = Some((answer, page));
        }
    }
    if found.is_some() {
        return Ok(found);
    }
    // Other tools serve a feed under the address of a folder. A page there is no feed, and none is missing.
    let Some(answer) = get(web, site, Led::ByUs)? else { return Ok(None) };
    let page = live::read(&answer.body).ok();
    Ok(page.map(|page| {
        served.push(Served::of(site, &answer));
        (answer, page)
    }))
}

/// The answer to a document that has to be there.
pub fn present(web: &mut dyn Web, url: &Url, led: Led) -> Result<Answer, Unknown> {
    get(web, url, led)?.ok_or_else(|| {
        Unknown::new(url, "the archive leads here, and nothing is there", "publish the archive pages that are missing")
    })
}

/// None where a server says that nothing is there. Any other failure is no answer to the question.
fn get(web: &mut dyn Web, url: &Url, led: Led) -> Result<Option<Answer>, Unknown> {
    let again = "whether it is empty can't be told from this; try again, or see whether the address is right";
    let answer = web.get(url, led).map_err(|why| Unknown::new(url, why, again))?;
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
