//! The answer to a request. Looks names up among those that the edition has, so that no path, however
//! it is written, leads anywhere else; and allows no other site to read or embed what it gives.

use url::Url;

use super::request::{Request, unescaped};
use super::{OWN, PAGE_STYLE, PANEL_STYLE, RELOAD, Standing, VERSION, media, panel};
use crate::page::{INDEX, MARK};

#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    headers: Vec<(&'static str, String)>,
    pub body: Vec<u8>,
    /// The body is measured and not sent.
    bodiless: bool,
}

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

/// To what is no request at all.
pub fn refusal(status: u16) -> Answer {
    Answer::text(status, reason(status))
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
    let Some(path) = request.path() else { return refusal(400) };
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
        let text = "There is no edition to show yet. This page reloads when there is one.";
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
    let ours = media.kind == media::HTML && bytes.windows(MARK.len()).any(|part| part == MARK.as_bytes());
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

impl Answer {
    fn of(status: u16, kind: &str, body: impl Into<Vec<u8>>) -> Self {
        Self { status, headers: vec![("Content-Type", kind.to_owned())], body: body.into(), bodiless: false }
    }

    fn text(status: u16, text: &str) -> Self {
        Self::of(status, media::TEXT, format!("{text}\n"))
    }

    fn page(status: u16, body: Vec<u8>) -> Self {
        Self::of(status, media::HTML, body)
    }

    fn moved(status: u16, to: &str) -> Self {
        Self::text(status, to).with("Location", to)
    }

    fn with(mut self, name: &'static str, value: &str) -> Self {
        self.headers.push((name, value.to_owned()));
        self
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }

    /// FNV-1a over type and bytes, with their length: the same for the same answer on every machine.
    /// Two versions that meet in all of it do so by chance alone, once in 2^64; nobody has a reason
    /// to make them meet, since whoever can write both can read both.
    fn tag(&self) -> String {
        let kind = self.header("Content-Type").unwrap_or_default().as_bytes();
        let hash = kind
            .iter()
            .chain(&self.body)
            .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3));
        format!("\"{:x}-{hash:016x}\"", self.body.len())
    }

    /// As it goes over the wire.
    pub fn bytes(&self) -> Vec<u8> {
        use std::fmt::Write as _;
        let mut head = format!("HTTP/1.1 {} {}\r\n", self.status, reason(self.status));
        for (name, value) in &self.headers {
            let _ = write!(head, "{name}: {value}\r\n");
        }
        let _ = write!(head, "Content-Length: {}\r\n", self.body.len());
        // To be asked for anew each time; never guessed at; neither read nor shown by another site.
        head.push_str(
            "Cache-Control: no-cache\r\nX-Content-Type-Options: nosniff\r\n\
             Cross-Origin-Resource-Policy: same-origin\r\nConnection: close\r\n\r\n",
        );
        let mut bytes = head.into_bytes();
        if !self.bodiless {
            bytes.extend_from_slice(&self.body);
        }
        bytes
    }
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        301 => "Moved Permanently",
        302 => "Found",
        304 => "Not Modified",
        400 => "Bad Request",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        431 => "Request Header Fields Too Large",
        _ => "Internal Server Error",
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::problem::{Place, Problem};

    const PAGE: &str = "<!doctype html>\n<html>\n<head>\n<meta name=\"generator\" content=\"dateline\">\n\
        <title>Ships</title>\n</head>\n<body>\n<p>Ships</p>\n</body>\n</html>\n";

    fn names() -> BTreeSet<String> {
        ["index.html", "rss.xml", "releases/ships/index.html", "releases/100 %/index.html", "releases/ships/own.html"]
            .map(str::to_owned)
            .into()
    }

    fn request(method: &str, target: &str) -> Request {
        let host = Some("127.0.0.1:8000".to_owned());
        Request { method: method.to_owned(), target: target.to_owned(), host, ..Request::default() }
    }

    fn asked(request: &Request, base: &str, problems: &[Problem]) -> Answer {
        let names = names();
        let standing = Standing { port: 8000, base, version: "v1", names: Some(&names), problems };
        answer(request, &standing, |name| {
            assert!(names.contains(name), "{name} was looked for");
            Some(if name.ends_with("own.html") { b"<head></head>".to_vec() } else { PAGE.into() })
        })
    }

    fn got(target: &str) -> Answer {
        asked(&request("GET", target), "/", &[])
    }

    fn error() -> Problem {
        let mut problem = Problem::of_file("releases/<a>.txt", "no day of the calendar", "write one");
        problem.at = Some(Place::new(3, 10));
        problem.found("<script>alert(1)</script>");
        problem
    }

    fn text(answer: &Answer) -> String {
        String::from_utf8_lossy(&answer.body).into_owned()
    }

    #[test]
    fn only_names_of_the_edition_are_looked_for() {
        for target in [
            "/..",
            "/../",
            "/%2e%2e/",
            "/..%2f",
            "/%2e%2e%2findex.html",
            "/releases/../index.html",
            "//index.html",
            "/releases//ships/",
            "/./index.html",
            "/\\index.html",
            "/%5cindex.html",
            "/index.html%00",
            "/%00",
            "/%252e%252e/",
            "/C:/index.html",
            "/index.html/",
            "/etc/passwd",
            "/%ff",
            "/INDEX.HTML",
            "/releases/",
        ] {
            assert_eq!(got(target).status, 404, "{target}");
        }
        for target in ["index.html", "http://127.0.0.1:8000/", "*", "", "/%", "/%g0"] {
            assert_eq!(got(target).status, 400, "{target}");
        }
    }

    #[test]
    fn a_folder_is_its_index_and_lacks_no_slash() {
        assert_eq!(got("/releases/ships/?x=1").status, 200);
        assert_eq!(got("/releases/ships/index.html").status, 200);
        let moved = got("/releases/ships?x=1");
        assert_eq!((moved.status, moved.header("Location")), (301, Some("/releases/ships/")));
        let moved = got("/releases/100%20%25");
        assert_eq!((moved.status, moved.header("Location")), (301, Some("/releases/100%20%25/")));
    }

    #[test]
    fn a_site_below_a_path_is_shown_below_it() {
        let get = |target: &str| asked(&request("GET", target), "/pr%C3%A9sse/", &[]);
        assert_eq!(get("/pr%C3%A9sse/").status, 200);
        for target in ["/", "/pr%C3%A9sse"] {
            assert_eq!((get(target).status, get(target).header("Location")), (302, Some("/pr%C3%A9sse/")), "{target}");
        }
        assert_eq!(get("/pr%C3%A9sse/releases/ships").header("Location"), Some("/pr%C3%A9sse/releases/ships/"));
        assert_eq!(get("/index.html").status, 404);
    }

    #[test]
    fn other_hosts_are_refused_and_other_names_of_this_one_led_home() {
        let host = |host: Option<&str>| {
            asked(&Request { host: host.map(str::to_owned), ..request("GET", "/rss.xml?a") }, "/", &[])
        };
        assert_eq!(host(Some("evil.example:8000")).status, 403);
        assert_eq!(host(None).status, 400);
        let led = host(Some("localhost:8000"));
        assert_eq!((led.status, led.header("Location")), (302, Some("http://127.0.0.1:8000/rss.xml?a")));
    }

    #[test]
    fn only_reading_is_allowed() {
        for method in ["POST", "PUT", "DELETE", "OPTIONS", "get"] {
            let answer = asked(&request(method, "/"), "/", &[]);
            assert_eq!((answer.status, answer.header("Allow")), (405, Some("GET, HEAD")), "{method}");
        }
    }

    #[test]
    fn a_head_is_the_same_without_the_body() {
        let head = asked(&request("HEAD", "/"), "/", &[]).bytes();
        let whole = got("/").bytes();
        assert!(whole.starts_with(&head) && head.ends_with(b"\r\n\r\n") && whole.len() > head.len());
    }

    #[test]
    fn what_is_known_is_not_sent_again() {
        let tag = got("/").header("ETag").expect("a tag").to_owned();
        let again = Request { if_none_match: Some(tag), ..request("GET", "/") };
        assert_eq!(asked(&again, "/", &[]).status, 304);
        assert!(asked(&again, "/", &[]).bytes().ends_with(b"\r\n\r\n"));
        assert_eq!(asked(&again, "/", &[error()]).status, 200);
    }

    #[test]
    fn a_feed_that_is_shown_to_a_person_has_another_tag_than_for_a_reader() {
        let person = Request { destination: "document".to_owned(), ..request("GET", "/rss.xml") };
        let person = asked(&person, "/", &[]);
        let reader = got("/rss.xml");
        assert_eq!(person.header("Content-Type"), Some("application/xml; charset=utf-8"));
        assert_eq!(reader.header("Content-Type"), Some("application/rss+xml"));
        assert_eq!(reader.header("Vary"), Some("Accept, Sec-Fetch-Dest"));
        assert_ne!(person.header("ETag"), reader.header("ETag"));
        assert_eq!(person.body, PAGE.as_bytes());
    }

    #[test]
    fn a_page_gets_its_script_and_the_problems_escaped() {
        let fine = text(&got("/"));
        assert!(fine.contains("<script src=\"/_dateline/reload.js\" data-version=\"v1\" defer></script>"), "{fine}");
        assert!(!fine.contains("<aside"));
        let failed = text(&asked(&request("GET", "/"), "/", &[error()]));
        assert!(failed.contains("<title>(1 error) Ships</title>"), "{failed}");
        assert!(failed.contains("<code>releases/&#60;a&#62;.txt:3:10</code>"), "{failed}");
        assert!(failed.contains("&#60;script&#62;alert(1)&#60;/script&#62;"), "{failed}");
        assert!(failed.contains("<details open>"));
    }

    #[test]
    fn warnings_are_folded_and_leave_the_title_as_it_is() {
        let mut warning = error();
        warning.severity = crate::problem::Severity::Warning;
        let page = text(&asked(&request("GET", "/"), "/", &[warning]));
        assert!(page.contains("<title>Ships</title>") && page.contains("<details>"), "{page}");
        assert!(page.contains("<strong>1 warning</strong>"), "{page}");
    }

    #[test]
    fn a_page_of_others_is_given_as_it_is() {
        assert_eq!(got("/releases/ships/own.html").body, b"<head></head>");
    }

    #[test]
    fn without_an_edition_the_problems_stand_alone_and_are_no_success() {
        let problems = [error()];
        let standing = Standing { port: 8000, base: "/", version: "v0", names: None, problems: &problems };
        let answer = |target: &str| answer(&request("GET", target), &standing, |_| panic!("nothing to read"));
        for target in ["/", "/rss.xml", "/anything"] {
            assert_eq!(answer(target).status, 500, "{target}");
            assert!(text(&answer(target)).contains("no day of the calendar"), "{target}");
        }
        assert_eq!(text(&answer("/_dateline/version?seen=x")), "v0");
        assert_eq!(answer("/_dateline/panel.css").status, 200);
    }

    #[test]
    fn the_preview_s_own_paths_are_few() {
        for target in ["/_dateline/reload.js", "/_dateline/panel.css", "/_dateline/style.css", "/_dateline/version"] {
            assert_eq!(got(target).status, 200, "{target}");
        }
        for target in ["/_dateline/", "/_dateline", "/_dateline/../index.html", "/_dateline/reload.js/"] {
            assert_eq!(got(target).status, 404, "{target}");
        }
    }
}
