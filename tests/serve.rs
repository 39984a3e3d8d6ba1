//! `dateline serve`: the real binary, asked over a real connection. What it answers to which request
//! is held in `src/preview`; here stands what only a running preview can show.

#![cfg(unix)]
#![allow(clippy::expect_used, clippy::panic)] // In a test an expectation that fails is the message.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

const CONFIG: &str = "title = \"Harbour Museum News\"\ndescription = \"D\"\nlanguage = \"en\"\n\
    site = \"https://news.example.org/\"\nid_base = \"tag:example.org,2018\"\ntime_zone = \"Europe/Berlin\"\n\
    hubs = [\"https://hub.example.org/\"]\n[publisher]\nname = \"Harbour Museum\"\n";

const RELEASE: &str = "Museum opens its cellar\n\n\
    Hamburg, 2 March 2026 – The Harbour Museum opens its cellar to visitors on Saturday. Forty models of ships can be \
    seen there for the first time.\n\nThe cellar was closed for repairs for six years. Admission is free until \
    Easter.\n";

const PATIENCE: Duration = Duration::from_secs(30);

/// A newsroom, and a folder for the temporary files of what runs in it.
struct Newsroom {
    folder: TempDir,
    temporary: TempDir,
}

impl Newsroom {
    fn new() -> Self {
        let newsroom = Self {
            folder: tempfile::tempdir().expect("a folder"),
            temporary: tempfile::tempdir().expect("a temporary folder"),
        };
        fs::create_dir(newsroom.path("releases")).expect("a folder");
        newsroom.write("dateline.toml", CONFIG);
        newsroom.write("releases/cellar.txt", RELEASE);
        newsroom
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).expect("a file");
    }

    /// In one step, so that no build can read half of it.
    fn replace(&self, name: &str, text: &str) {
        self.write("new", text);
        fs::rename(self.path("new"), self.path(name)).expect("a rename");
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(assert_cmd::cargo::cargo_bin!("dateline"));
        command.current_dir(self.folder.path()).env("TMPDIR", self.temporary.path()).arg("serve").args(arguments);
        command
    }

    fn serve(&self, arguments: &[&str]) -> Preview {
        let mut command = self.command(&["--port", "0"]);
        let mut child =
            command.args(arguments).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("a preview");
        let mut address = String::new();
        BufReader::new(child.stdout.take().expect("stdout")).read_line(&mut address).expect("an address");
        let port = address.trim_end().strip_prefix("http://127.0.0.1:").and_then(|rest| rest.strip_suffix('/'));
        let port = port.and_then(|port| port.parse().ok()).unwrap_or_else(|| panic!("no address: {address}"));
        Preview { child, port }
    }

    /// Everything there is in the temporary folder.
    fn left_over(&self) -> Vec<PathBuf> {
        fs::read_dir(self.temporary.path()).expect("a folder").flatten().map(|entry| entry.path()).collect()
    }
}

struct Preview {
    child: Child,
    port: u16,
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

struct Reply {
    status: u16,
    head: String,
    body: Vec<u8>,
}

impl Reply {
    fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| {
            let (known, value) = line.split_once(": ")?;
            known.eq_ignore_ascii_case(name).then_some(value)
        })
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

impl Preview {
    /// What comes back for these bytes, up to the end of the connection.
    fn raw(&self, bytes: &[u8]) -> Vec<u8> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("a connection");
        stream.set_read_timeout(Some(PATIENCE)).expect("a limit");
        // It may be refused before all of it is sent.
        let _ = stream.write_all(bytes);
        let mut back = Vec::new();
        let _ = stream.read_to_end(&mut back);
        back
    }

    fn ask(&self, method: &str, target: &str, headers: &str) -> Reply {
        let host = format!("Host: 127.0.0.1:{}\r\n", self.port);
        let host = if headers.contains("Host: ") { "" } else { host.as_str() };
        let back = self.raw(format!("{method} {target} HTTP/1.1\r\n{host}{headers}\r\n").as_bytes());
        let end = back.windows(4).position(|part| part == b"\r\n\r\n").expect("a whole head");
        let head = String::from_utf8_lossy(&back[..end]).into_owned();
        let status = head.split(' ').nth(1).and_then(|code| code.parse().ok()).expect("a status");
        Reply { status, head, body: back[end + 4..].to_vec() }
    }

    fn get(&self, target: &str) -> Reply {
        self.ask("GET", target, "")
    }

    /// Asks until the answer is as it should be.
    fn until(&self, target: &str, what: &str, wanted: impl Fn(&Reply) -> bool) -> Reply {
        let end = Instant::now() + PATIENCE;
        loop {
            let reply = self.get(target);
            if wanted(&reply) {
                return reply;
            }
            assert!(Instant::now() < end, "{target} never came to be so: {what}\n{}\n{}", reply.head, reply.text());
            thread::sleep(Duration::from_millis(20));
        }
    }

    fn version(&self) -> String {
        self.get("/_dateline/version").text()
    }

    /// Its exit code, when it has ended by this signal.
    fn ended_by(mut self, signal: &str) -> Option<i32> {
        let sent = Command::new("kill").args([signal, &self.child.id().to_string()]).status().expect("a signal");
        assert!(sent.success());
        let end = Instant::now() + PATIENCE;
        while Instant::now() < end {
            if let Some(status) = self.child.try_wait().expect("a child") {
                return status.code();
            }
            thread::sleep(Duration::from_millis(10));
        }
        panic!("it did not end by {signal}")
    }
}

#[test]
fn where_no_release_is_public_it_is_told_how_to_begin() {
    let newsroom = Newsroom::new();
    fs::remove_file(newsroom.path("releases/cellar.txt")).expect("a release");
    let mut child =
        newsroom.command(&["--port", "0"]).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("a preview");
    let told = BufReader::new(child.stderr.take().expect("stderr")).lines().map_while(Result::ok).take(2);
    let told: Vec<String> = told.collect();
    let _ = child.kill();
    let _ = child.wait();
    assert!(told[1].starts_with("no release is public; put a release into"), "{told:?}");
}

#[test]
fn every_document_is_served_with_its_type_and_its_tag() {
    let newsroom = Newsroom::new();
    let preview = newsroom.serve(&[]);
    for (target, kind) in [
        ("/", "text/html; charset=utf-8"),
        ("/releases/cellar/", "text/html; charset=utf-8"),
        ("/style.css", "text/css; charset=utf-8"),
        ("/copy.js", "text/javascript; charset=utf-8"),
        ("/rss.xml", "application/rss+xml"),
        ("/atom.xml", "application/atom+xml"),
        ("/feed.json", "application/feed+json"),
        ("/feeds.opml", "text/x-opml; charset=utf-8"),
        ("/sitemap.xml", "application/xml; charset=utf-8"),
        ("/_dateline/reload.js", "text/javascript; charset=utf-8"),
        ("/_dateline/panel.css", "text/css; charset=utf-8"),
    ] {
        let reply = preview.get(target);
        assert_eq!((reply.status, reply.header("Content-Type")), (200, Some(kind)), "{target}");
        assert_eq!(reply.header("Content-Length"), Some(reply.body.len().to_string().as_str()), "{target}");
        assert_eq!(reply.header("Cache-Control"), Some("no-cache"), "{target}");
        assert_eq!(reply.header("X-Content-Type-Options"), Some("nosniff"), "{target}");
        let head = preview.ask("HEAD", target, "");
        assert_eq!((head.head.as_str(), head.body.len()), (reply.head.as_str(), 0), "{target}");
        let tag = reply.header("ETag").expect("a tag");
        let again = preview.ask("GET", target, &format!("If-None-Match: \"other\", {tag}\r\n"));
        assert_eq!((again.status, again.body.len()), (304, 0), "{target}");
    }
    let feed = preview.ask("GET", "/atom.xml", "Accept: text/html,application/xhtml+xml\r\n");
    assert_eq!(feed.header("Content-Type"), Some("application/xml; charset=utf-8"));
    assert_eq!(feed.header("Vary"), Some("Accept, Sec-Fetch-Dest"));
}

#[test]
fn a_picture_beside_a_release_is_served_byte_by_byte() {
    let newsroom = Newsroom::new();
    let picture = Path::new(env!("CARGO_MANIFEST_DIR")).join("releases/askerdale-stars.jpg");
    fs::copy(&picture, newsroom.path("releases/stars.jpg")).expect("a picture");
    newsroom.write("releases/cellar.txt", &format!("---\nimage: stars.jpg\n---\n{RELEASE}"));
    let preview = newsroom.serve(&[]);
    let reply = preview.get("/releases/cellar/stars.jpg");
    assert_eq!((reply.status, reply.header("Content-Type")), (200, Some("image/jpeg")));
    assert_eq!(reply.body, fs::read(picture).expect("a picture"));
}

#[test]
fn redirects_and_refusals_say_what_they_are() {
    let newsroom = Newsroom::new();
    let preview = newsroom.serve(&[]);
    let moved = preview.get("/releases/cellar");
    assert_eq!((moved.status, moved.header("Location")), (301, Some("/releases/cellar/")));
    let unknown = preview.get("/releases/attic/");
    assert_eq!(unknown.status, 404);
    assert!(unknown.text().contains("<a href=\"/\">"), "{}", unknown.text());
    let posted = preview.ask("POST", "/", "Content-Length: 3\r\n");
    assert_eq!((posted.status, posted.header("Allow")), (405, Some("GET, HEAD")));
}

#[test]
fn no_path_leads_out_of_the_edition() {
    let newsroom = Newsroom::new();
    newsroom.write("secret.txt", "S3CR3T");
    let preview = newsroom.serve(&[]);
    let absolute = newsroom.path("secret.txt");
    let absolute = absolute.to_str().expect("a path");
    let written: Vec<String> = [
        "/../secret.txt",
        "/../../secret.txt",
        "/../../../../../../../../etc/passwd",
        "/releases/../../secret.txt",
        "/releases/cellar/../../../secret.txt",
        "/%2e%2e/secret.txt",
        "/%2E%2E%2Fsecret.txt",
        "/..%2fsecret.txt",
        "/..%5csecret.txt",
        "/..\\secret.txt",
        "/%252e%252e/secret.txt",
        "/.%00./secret.txt",
        "/secret.txt%00",
        "/%00",
        "/....//secret.txt",
        "/./../secret.txt",
        "/%c0%ae%c0%ae/secret.txt",
        "/_dateline/../../secret.txt",
        "/file:///etc/passwd",
        "//etc/passwd",
        "/secret.txt",
        "/dateline.toml",
        "/releases/cellar.txt",
        "/~root/",
        "/C:/secret.txt",
    ]
    .map(str::to_owned)
    .into_iter()
    .chain([absolute.to_owned(), format!("/{absolute}"), format!("/%2f{absolute}")])
    .collect();
    for target in written {
        let reply = preview.get(&target);
        assert!(matches!(reply.status, 400 | 404), "{target}: {}", reply.status);
        assert!(!reply.text().contains("S3CR3T") && !reply.text().contains("root:"), "{target}");
    }
}

#[test]
fn a_link_or_a_file_that_comes_to_the_temporary_folder_later_is_not_served() {
    let newsroom = Newsroom::new();
    newsroom.write("secret.txt", "S3CR3T");
    let preview = newsroom.serve(&[]);
    let room = newsroom.left_over().pop().expect("the preview's folder");
    for edition in fs::read_dir(room).expect("a folder").flatten() {
        symlink(newsroom.path("secret.txt"), edition.path().join("link.txt")).expect("a link");
        symlink(newsroom.path(""), edition.path().join("folder")).expect("a link");
        fs::write(edition.path().join("later.txt"), "S3CR3T").expect("a file");
    }
    for target in ["/link.txt", "/folder/secret.txt", "/folder/", "/later.txt"] {
        assert_eq!(preview.get(target).status, 404, "{target}");
    }
}

#[test]
fn only_this_machine_s_own_names_are_answered_to() {
    let newsroom = Newsroom::new();
    let preview = newsroom.serve(&[]);
    let port = preview.port;
    for host in
        ["evil.example".to_owned(), format!("evil.example:{port}"), "127.0.0.1".to_owned(), "localhost:1".into()]
    {
        for target in ["/", "/_dateline/version?seen=1", "/nothing"] {
            let reply = preview.ask("GET", target, &format!("Host: {host}\r\n"));
            assert_eq!(reply.status, 403, "{host}{target}");
            assert!(!reply.text().contains("Museum"), "{host}{target}");
        }
    }
    let led = preview.ask("GET", "/rss.xml", &format!("Host: localhost:{port}\r\n"));
    let home = format!("http://127.0.0.1:{port}/rss.xml");
    assert_eq!((led.status, led.header("Location")), (302, Some(home.as_str())));
    assert!(preview.get("/").header("Access-Control-Allow-Origin").is_none());
}

#[test]
fn hostile_input_ends_its_own_connection_and_no_other() {
    let newsroom = Newsroom::new();
    let preview = newsroom.serve(&[]);
    let host = format!("Host: 127.0.0.1:{}", preview.port);
    let status = |bytes: &[u8]| {
        let back = preview.raw(bytes);
        String::from_utf8_lossy(&back).split(' ').nth(1).map(str::to_owned).unwrap_or_default()
    };
    let long = format!("GET / HTTP/1.1\r\n{host}\r\nX: {}\r\n\r\n", "a".repeat(1 << 20));
    assert_eq!(status(long.as_bytes()), "431");
    let many = format!("GET / HTTP/1.1\r\n{host}\r\n{}\r\n", "X: a\r\n".repeat(100));
    assert_eq!(status(many.as_bytes()), "431");
    let address = format!("GET /{} HTTP/1.1\r\n{host}\r\n\r\n", "a".repeat(1 << 20));
    assert_eq!(status(address.as_bytes()), "431");
    assert_eq!(status(b"GET / HTTP/1.1\r\n\r\n"), "400");
    assert_eq!(status(format!("GET / HTTP/1.1\r\n{host}\r\n{host}\r\n\r\n").as_bytes()), "400");
    assert_eq!(status(format!("GET /%zz HTTP/1.1\r\n{host}\r\n\r\n").as_bytes()), "400");
    assert_eq!(status(format!("GET http://evil.example/ HTTP/1.1\r\n{host}\r\n\r\n").as_bytes()), "400");
    assert_eq!(status(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"), "400");
    assert_eq!(status(b"\0\0\0\0\r\n\r\n"), "400");
    assert_eq!(status(format!("GET /\u{ff} HTTP/1.1\r\n{host}\r\n\r\n").as_bytes()), "404");
    // One that says nothing, and one that leaves in the middle.
    let silent = TcpStream::connect(("127.0.0.1", preview.port)).expect("a connection");
    let mut leaving = TcpStream::connect(("127.0.0.1", preview.port)).expect("a connection");
    leaving.write_all(b"GET / HT").expect("a beginning");
    drop(leaving);
    assert_eq!(preview.get("/").status, 200);
    drop(silent);
}

#[test]
fn who_waits_for_a_change_keeps_nobody_else_waiting_and_is_told_of_it() {
    let newsroom = Newsroom::new();
    let preview = newsroom.serve(&[]);
    let seen = preview.version();
    thread::scope(|scope| {
        let waiting: Vec<_> =
            (0..20).map(|_| scope.spawn(|| preview.get(&format!("/_dateline/version?seen={seen}")).text())).collect();
        assert_eq!(preview.get("/").status, 200);
        newsroom.replace("releases/cellar.txt", &RELEASE.replace("cellar", "attic"));
        for waiter in waiting {
            assert_ne!(waiter.join().expect("an answer"), seen);
        }
    });
    assert!(preview.get("/").text().contains("Museum opens its attic"));
    // A page of an earlier run is told at once.
    assert_eq!(preview.get("/_dateline/version?seen=1-1").text(), preview.version());
}

#[test]
fn a_change_is_seen_however_it_is_made() {
    let newsroom = Newsroom::new();
    let preview = newsroom.serve(&[]);
    let shows = |words: &str| preview.until("/", words, |reply| reply.text().contains(words));
    // Written by rename, as editors do.
    newsroom.replace("releases/cellar.txt", &RELEASE.replace("opens", "shuts"));
    shows("Museum shuts its cellar");
    // In a folder that was not there.
    fs::create_dir(newsroom.path("releases/2026")).expect("a folder");
    newsroom.write("releases/2026/attic.txt", &RELEASE.replace("cellar", "attic"));
    shows("Museum opens its attic");
    newsroom.write("releases/2026/attic.txt", &RELEASE.replace("cellar", "tower"));
    shows("Museum opens its tower");
    fs::remove_file(newsroom.path("releases/2026/attic.txt")).expect("a file that was there");
    preview.until("/", "gone", |reply| !reply.text().contains("tower"));
    // The whole folder in the place of the other.
    fs::create_dir(newsroom.path("other")).expect("a folder");
    newsroom.write("other/yard.txt", &RELEASE.replace("cellar", "yard"));
    fs::rename(newsroom.path("releases"), newsroom.path("old")).expect("a rename");
    fs::rename(newsroom.path("other"), newsroom.path("releases")).expect("a rename");
    shows("Museum opens its yard");
    newsroom.write("releases/yard.txt", &RELEASE.replace("cellar", "roof"));
    shows("Museum opens its roof");
    newsroom.write("dateline.toml", &CONFIG.replace("Harbour Museum News", "News of the Harbour"));
    shows("News of the Harbour");
    newsroom.replace("dateline.toml", CONFIG);
    shows("Harbour Museum News");
}

#[test]
fn a_file_that_is_written_again_as_it_was_reloads_nothing() {
    let newsroom = Newsroom::new();
    let preview = newsroom.serve(&[]);
    let seen = preview.version();
    newsroom.replace("releases/cellar.txt", RELEASE);
    newsroom.replace("releases/attic.txt", &RELEASE.replace("cellar", "attic"));
    preview.until("/", "the attic", |reply| reply.text().contains("attic"));
    let (run, _) = seen.split_once('-').expect("a version");
    assert_eq!(preview.version(), format!("{run}-2"));
}

#[test]
fn problems_stand_in_every_page_above_the_last_good_edition_until_they_are_put_right() {
    let newsroom = Newsroom::new();
    let preview = newsroom.serve(&[]);
    newsroom.write("releases/<b>.txt", "A headline alone\n");
    for target in ["/", "/releases/cellar/", "/nothing"] {
        let page = preview.until(target, "a panel", |reply| reply.text().contains("dateline-panel dateline-failed"));
        let page = page.text();
        assert!(page.contains("<code>releases/&#60;b&#62;.txt:1:1</code>"), "{page}");
        assert!(page.contains("there is no date line"), "{page}");
        assert!(page.contains("<title>(2 errors) "), "{page}");
    }
    assert!(preview.get("/").text().contains("Museum opens its cellar"));
    assert_eq!(preview.get("/rss.xml").status, 200);
    fs::remove_file(newsroom.path("releases/<b>.txt")).expect("a file");
    preview.until("/", "no panel", |reply| !reply.text().contains("dateline-panel"));
    newsroom.write("dateline.toml", "title = 3\n");
    preview.until("/", "a panel", |reply| reply.text().contains("<code>dateline.toml:1:"));
    newsroom.write("dateline.toml", CONFIG);
    preview.until("/", "no panel", |reply| !reply.text().contains("dateline-panel"));
    fs::rename(newsroom.path("releases"), newsroom.path("away")).expect("a rename");
    preview.until("/", "a panel", |reply| reply.text().contains("there is no such folder"));
    fs::rename(newsroom.path("away"), newsroom.path("releases")).expect("a rename");
    preview.until("/", "no panel", |reply| !reply.text().contains("dateline-panel"));
}

#[test]
fn without_any_edition_the_problems_are_all_there_is_and_the_newsroom_comes_with_the_first() {
    let newsroom = Newsroom::new();
    newsroom.write("releases/cellar.txt", "A headline alone\n");
    let preview = newsroom.serve(&[]);
    let page = preview.get("/");
    assert_eq!(page.status, 500);
    assert!(page.text().contains("there is no date line") && page.text().contains("/_dateline/reload.js"));
    newsroom.write("releases/cellar.txt", RELEASE);
    preview.until("/", "a newsroom", |reply| reply.status == 200 && reply.text().contains("Museum opens its cellar"));
}

#[test]
fn a_warning_is_told_in_the_page_and_with_strict_it_keeps_the_last_edition() {
    let warned = format!("{RELEASE}\nContact\n\nTel. 12\n");
    let warned = format!("---\ntitle: Cellar of the museum\nplace: Bremen\n---\n{warned}");
    let newsroom = Newsroom::new();
    let preview = newsroom.serve(&[]);
    let strict = newsroom.serve(&["--strict"]);
    newsroom.write("releases/cellar.txt", &warned);
    let page = preview.until("/", "a panel", |reply| reply.text().contains("dateline-panel")).text();
    assert!(page.contains("Cellar of the museum") && page.contains("<details>"), "{page}");
    assert!(page.contains("<title>Harbour Museum News</title>"), "{page}");
    let page = strict.until("/", "a panel", |reply| reply.text().contains("dateline-failed")).text();
    assert!(page.contains("Museum opens its cellar") && page.contains("<details open>"), "{page}");
    assert!(page.contains("the last edition that could be built") && page.contains(" warnings) Harbour"), "{page}");
}

#[test]
fn words_under_embargo_are_in_no_panel_unless_they_are_asked_for() {
    let newsroom = Newsroom::new();
    newsroom.write(
        "releases/secret.txt",
        "---\nembargo: 2099-01-01T00:00:00Z\ndate: 2026-02-31\n---\nS3CR3T headline\n\nS3CR3T text is long enough.\n",
    );
    let preview = newsroom.serve(&[]);
    let page = preview.get("/").text();
    assert!(
        page.contains("releases/secret.txt:") && !page.contains("S3CR3T") && !page.contains("2026-02-31"),
        "{page}"
    );
    let verbose = newsroom.serve(&["--verbose"]);
    assert!(verbose.get("/").text().contains("2026-02-31"), "{}", verbose.get("/").text());
}

#[test]
fn links_lead_to_the_preview_below_the_site_s_own_path_and_no_hub_is_named() {
    let newsroom = Newsroom::new();
    newsroom.write("dateline.toml", &CONFIG.replace("news.example.org/", "news.example.org/press/"));
    let preview = newsroom.serve(&[]);
    let base = format!("http://127.0.0.1:{}/press/", preview.port);
    let to_base = preview.get("/");
    assert_eq!((to_base.status, to_base.header("Location")), (302, Some("/press/")));
    for target in ["/press/", "/press/rss.xml", "/press/atom.xml", "/press/feed.json", "/press/releases/cellar/"] {
        let text = preview.get(target).text();
        assert!(text.contains(&base), "{target}: {text}");
        assert!(!text.contains("news.example.org") && !text.contains("hub.example.org"), "{target}: {text}");
    }
    assert_eq!(preview.get("/rss.xml").status, 404);
}

#[test]
fn an_instant_shows_what_is_public_then() {
    let newsroom = Newsroom::new();
    newsroom.write("releases/cellar.txt", &format!("---\nembargo: 2099-01-01T00:00:00Z\n---\n{RELEASE}"));
    let now = newsroom.serve(&[]);
    let page = now.get("/");
    assert_eq!(page.status, 200);
    assert!(!page.text().contains("cellar"), "{}", page.text());
    assert_eq!(now.get("/releases/cellar/").status, 404);
    let then = newsroom.serve(&["--now", "2099-01-02T00:00:00Z"]);
    assert!(then.get("/releases/cellar/").text().contains("Museum opens its cellar"));
}

#[test]
fn a_signal_ends_it_with_nothing_left_and_nothing_was_written_elsewhere() {
    for signal in ["-INT", "-TERM"] {
        let newsroom = Newsroom::new();
        let preview = newsroom.serve(&[]);
        let rooms = newsroom.left_over();
        assert_eq!(rooms.len(), 1);
        let mode = fs::metadata(&rooms[0]).expect("metadata").permissions().mode();
        assert_eq!(mode & 0o777, 0o700, "nobody else may look into it");
        newsroom.write("releases/attic.txt", &RELEASE.replace("cellar", "attic"));
        preview.until("/", "the attic", |reply| reply.text().contains("attic"));
        assert_eq!(preview.ended_by(signal), Some(130), "{signal}");
        assert_eq!(newsroom.left_over(), Vec::<PathBuf>::new(), "{signal}");
        let mut there: Vec<_> =
            fs::read_dir(newsroom.path("")).expect("a folder").flatten().map(|entry| entry.file_name()).collect();
        there.sort();
        assert_eq!(there, ["dateline.toml", "releases"], "{signal}");
    }
}

#[test]
fn a_signal_ends_it_at_any_moment() {
    let newsroom = Newsroom::new();
    for number in 0..60 {
        newsroom.write(&format!("releases/r{number}.txt"), &RELEASE.replace("cellar", &format!("room {number}")));
    }
    for round in 0..8_u64 {
        let mut command = newsroom.command(&["--port", "0"]);
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("a preview");
        // Not before it listens for signals: until its folder is there.
        let end = Instant::now() + PATIENCE;
        while newsroom.left_over().is_empty() && Instant::now() < end {
            thread::yield_now();
        }
        thread::sleep(Duration::from_millis(round * 30));
        assert!(Command::new("kill").arg(child.id().to_string()).status().expect("a signal").success());
        assert_eq!(child.wait().expect("an end").code(), Some(130), "round {round}");
        assert_eq!(newsroom.left_over(), Vec::<PathBuf>::new(), "round {round}");
    }
}

#[test]
fn what_is_wrong_from_the_start_is_a_matter_of_usage() {
    let newsroom = Newsroom::new();
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = taken.local_addr().expect("an address").port().to_string();
    for (arguments, named) in [
        (vec!["--port", &port], "`--port`"),
        (vec!["--port", "99999"], "--port"),
        (vec!["--port", "0", "--config", "none.toml"], "none.toml: there is no such file"),
        (vec!["--port", "0", "--releases", "none"], "none: there is no such folder"),
        (vec!["--port", "0", "--releases", newsroom.temporary.path().to_str().expect("a path")], "`TMPDIR`"),
    ] {
        let output = newsroom.command(&arguments).output().expect("a run");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(output.stdout.is_empty(), "{arguments:?}");
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert!(stderr.contains(named), "{arguments:?}: {stderr}");
        assert_eq!(newsroom.left_over(), Vec::<PathBuf>::new(), "{arguments:?}");
    }
}
