//! Requests and what is answered, without a connection.

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
    let standing = Standing {
        port: 8000,
        base,
        version: "v1",
        names: Some(&names),
        problems,
        failed: problems.iter().any(Problem::is_error),
    };
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
fn what_a_message_quotes_is_set_as_code_and_the_panel_is_in_english() {
    let mut problem = error();
    problem.found("2.11.18");
    let said = text(&asked(&request("GET", "/"), "/", &[problem.clone()]));
    assert!(said.contains("no day of the calendar: <code>2.11.18</code>; write one"), "{said}");
    assert!(said.contains("<aside class=\"dateline-panel dateline-failed\" lang=\"en\" dir=\"ltr\""), "{said}");
    problem.found("a ` sign");
    let odd = text(&asked(&request("GET", "/"), "/", &[problem]));
    assert!(odd.contains("no day of the calendar: `a ` sign`; write one"), "{odd}");
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
    let standing = Standing { port: 8000, base: "/", version: "v0", names: None, problems: &problems, failed: true };
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
