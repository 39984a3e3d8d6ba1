//! The answer to a request. Looks names up among those that the edition has, so that no path, however
//! it is written, leads anywhere else.

use memchr::memmem;
use url::Url;

use super::reply::Answer;
use super::request::{Request, unescaped};
use super::{OWN, PAGE_STYLE, PANEL_STYLE, RELOAD, Standing, VERSION, media, panel};
use crate::page::{INDEX, MARK};

/// Answers a request. `read` gives the bytes of a document of the edition; it is asked for no name
/// that `standing` doesn't hold.
pub fn answer(request: &Request, standing: &Standing, read: impl FnOnce(&str) -> Option<Vec<u8>>) -> Answer {
    let mut answer = found(request, standing, read);
    if answer.status == 200 {
        let tag = answer.tag();
        if request.names_tag(&tag) {
            answer.status = 304;
            answer.bodiless = true;
        }
        answer.headers.push(("ETag", tag));
    }
    answer.bodiless |= request.method == "HEAD";
    answer
}

fn found(request: &Request, standing: &Standing, read: impl FnOnce(&str) -> Option<Vec<u8>>) -> Answer {
    if !request.is_for(standing.port) {
        return match request.host {
            None => Answer::text(400, "Which host is meant?"),
            Some(_) => Answer::text(403, "This is a preview; it answers to 127.0.0.1 and localhost, on its own port."),
        };
    }
    if !matches!(request.method.as_str(), "GET" | "HEAD") {
        return Answer::text(405, "A preview can be read, and nothing else.").with("Allow", "GET, HEAD");
    }
    let Some(path) = request.path() else { return Answer::refusal(400) };
    if !request.is_at_home(standing.port) {
        return Answer::moved(302, &format!("http://127.0.0.1:{}{}", standing.port, request.target));
    }
    // No document's name is anything but UTF-8.
    let Ok(path) = String::from_utf8(path) else { return unknown(standing) };
    if path.starts_with(OWN) {
        return own(&path, standing);
    }
    let Some(names) = standing.names else {
        // No success: what was asked for isn't there, by a fault on this side that a later attempt may
        // not meet; a program that reads the preview must not take the problems for a newsroom.
        let text = "The newsroom appears here as soon as what stands below has been put right.";
        return Answer::page(500, panel::page("Nothing to show yet", text, None, standing));
    };
    let base = unescaped(standing.base).and_then(|base| String::from_utf8(base).ok()).unwrap_or_default();
    let Some(name) = path.strip_prefix(&base) else {
        let to_base = path == "/" || format!("{path}/") == base;
        return if to_base { Answer::moved(302, standing.base) } else { unknown(standing) };
    };
    let name = if name.is_empty() || name.ends_with('/') { format!("{name}{INDEX}") } else { name.to_owned() };
    if !names.contains(&name) {
        let folder = names.contains(&format!("{name}/{INDEX}"));
        // Made of a name that is known, not of what was sent: it can't lead to another host.
        return if folder { Answer::moved(301, &escaped(standing.base, &name)) } else { unknown(standing) };
    }
    match read(&name) {
        Some(bytes) => document(&name, bytes, request, standing),
        None => Answer::page(500, panel::page("Unreadable", "This file can't be read.", Some(standing.base), standing)),
    }
}

fn document(name: &str, bytes: Vec<u8>, request: &Request, standing: &Standing) -> Answer {
    let media = media::of(name, request.is_by_a_person());
    // A page that lies beside a release is somebody's own and is given as it is.
    let ours = media.kind == media::HTML && memmem::find(&bytes, MARK.as_bytes()).is_some();
    let bytes = if ours { panel::added_to(&bytes, standing) } else { bytes };
    let answer = Answer::of(200, &media.kind, bytes);
    if media.varies { answer.with("Vary", "Accept, Sec-Fetch-Dest") } else { answer }
}

/// What is the preview's own.
fn own(path: &str, standing: &Standing) -> Answer {
    match path {
        VERSION => Answer::of(200, media::TEXT, standing.version),
        RELOAD => Answer::of(200, media::SCRIPT, include_bytes!("../../assets/reload.js").as_slice()),
        PANEL_STYLE => Answer::of(200, media::CSS, include_bytes!("../../assets/preview.css").as_slice()),
        PAGE_STYLE => Answer::of(200, media::CSS, include_bytes!("../../assets/style.css").as_slice()),
        _ => unknown(standing),
    }
}

fn unknown(standing: &Standing) -> Answer {
    let text = "There is nothing at this address. The release may have another name by now, or be public later.";
    Answer::page(404, panel::page("Not found", text, Some(standing.base), standing))
}

/// The path of a folder as a header can hold it.
fn escaped(base: &str, folder: &str) -> String {
    let host = Url::parse("http://127.0.0.1").ok();
    // The base is escaped already; of a name, percent signs are signs.
    let path = format!("{base}{}/", folder.replace('%', "%25"));
    host.map_or_else(String::new, |mut url| {
        url.set_path(&path);
        url.path().to_owned()
    })
}

#[cfg(test)]
mod tests;
