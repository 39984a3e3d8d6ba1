//! `dateline check --against`: the real binary, held against a site behind a proxy of this machine.

#![allow(clippy::expect_used, clippy::panic)] // In a test an expectation that fails is the message.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

use tempfile::TempDir;

const SITE: &str = "http://news.example.org/";
const NOW: &str = "2026-06-01T12:00:00Z";
const CONFIG: &str = "title = \"Harbour Museum News\"\ndescription = \"D\"\nlanguage = \"en\"\n\
    site = \"http://news.example.org/\"\nid_base = \"tag:example.org,2018\"\ntime_zone = \"Europe/Berlin\"\n\
    entries = 2\n[publisher]\nname = \"Harbour Museum\"\n";

/// What is answered: a head without its status line's version, and a body.
#[derive(Clone)]
struct Page {
    head: String,
    body: Vec<u8>,
    endless: bool,
}

/// A newsroom, and what of it is live.
struct Newsroom {
    folder: TempDir,
    pages: Arc<Mutex<BTreeMap<String, Page>>>,
    asked: Arc<AtomicUsize>,
    proxy: String,
}

struct Outcome {
    exit: i32,
    stdout: String,
    stderr: String,
}

impl Outcome {
    #[track_caller]
    fn exits(self, exit: i32) -> Self {
        assert_eq!(self.exit, exit, "{}{}", self.stdout, self.stderr);
        self
    }

    #[track_caller]
    fn says(self, text: &str) -> Self {
        assert!(self.stderr.contains(text), "not there: {text}\n{}", self.stderr);
        self
    }

    #[track_caller]
    fn lacks(self, text: &str) -> Self {
        assert!(!self.stderr.contains(text) && !self.stdout.contains(text), "{}{}", self.stdout, self.stderr);
        self
    }
}

impl Newsroom {
    /// With releases of the days after 1 March 2026, none of them live.
    fn new(count: u32) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let proxy = format!("http://{}", listener.local_addr().expect("an address"));
        let (pages, asked) = (Arc::<Mutex<BTreeMap<String, Page>>>::default(), Arc::<AtomicUsize>::default());
        let newsroom = Self { folder: tempfile::tempdir().expect("a folder"), pages, asked, proxy };
        let (pages, asked) = (newsroom.pages.clone(), newsroom.asked.clone());
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                asked.fetch_add(1, Ordering::SeqCst);
                answer(stream, &pages);
            }
        });
        newsroom.write("dateline.toml", CONFIG);
        (1..=count).for_each(|number| newsroom.release(number, "It has four wheels."));
        newsroom
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    fn release(&self, number: u32, text: &str) {
        self.release_with(number, "", text);
    }

    fn release_with(&self, number: u32, front: &str, text: &str) {
        let text = format!(
            "{front}Crane number {number} moves in\n\nHamburg, {number} March 2026 – The old crane number {number} has moved \
             to the museum.\n\n{text}\n"
        );
        self.write(&format!("releases/r{number}.txt"), &text);
    }

    fn run(&self, arguments: &[&str], proxy: &str) -> Outcome {
        let output = Command::new(assert_cmd::cargo::cargo_bin!("dateline"))
            .current_dir(self.folder.path())
            .args(arguments)
            .args(["--now", NOW])
            .env_remove("NO_PROXY")
            .env_remove("no_proxy")
            .envs([("HTTP_PROXY", proxy), ("http_proxy", proxy)])
            .output()
            .expect("a run");
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        Outcome { exit: output.status.code().unwrap_or(-1), stdout: text(output.stdout), stderr: text(output.stderr) }
    }

    fn check(&self, more: &[&str]) -> Outcome {
        self.run(&[&["check", "--against", SITE], more].concat(), &self.proxy)
    }

    /// Makes live what a build writes now.
    fn publish(&self) {
        self.run(&["build", "--out", "live"], "http://127.0.0.1:9").exits(0);
        self.pages.lock().expect("the pages").clear();
        self.serve_folder(&self.path("live"), "/");
    }

    fn serve_folder(&self, folder: &Path, below: &str) {
        for entry in fs::read_dir(folder).expect("a folder").flatten() {
            let name = format!("{below}{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() {
                self.serve_folder(&entry.path(), &format!("{name}/"));
                continue;
            }
            let kind = match name.rsplit('/').next().expect("a name") {
                "rss.xml" => "application/rss+xml; charset=utf-8",
                "atom.xml" => "application/atom+xml; charset=utf-8",
                "feed.json" => "application/feed+json",
                _ => "text/html",
            };
            let head = format!("200 OK\r\nContent-Type: {kind}\r\nETag: \"1\"\r\nCache-Control: max-age=600\r\n");
            self.serve(&name, &head, &fs::read(entry.path()).expect("a file"));
        }
    }

    fn serve(&self, path: &str, head: &str, body: &[u8]) {
        let page = Page { head: head.to_owned(), body: body.to_vec(), endless: false };
        self.pages.lock().expect("the pages").insert(path.to_owned(), page);
    }

    fn take_down(&self, path: &str) {
        self.pages.lock().expect("the pages").remove(path);
    }

    fn live(&self, path: &str) -> String {
        let pages = self.pages.lock().expect("the pages");
        String::from_utf8(pages[path].body.clone()).expect("UTF-8")
    }

    fn asked(&self) -> usize {
        self.asked.load(Ordering::SeqCst)
    }
}

fn answer(mut stream: TcpStream, pages: &Mutex<BTreeMap<String, Page>>) {
    let mut request = Vec::new();
    let mut piece = [0; 4096];
    while !request.windows(4).any(|four| four == b"\r\n\r\n") {
        match stream.read(&mut piece) {
            Ok(0) | Err(_) => return,
            Ok(length) => request.extend_from_slice(&piece[..length]),
        }
    }
    let request = String::from_utf8_lossy(&request).into_owned();
    let asked = request.split(' ').nth(1).and_then(|address| address.strip_prefix("http://news.example.org"));
    let page = asked.and_then(|path| pages.lock().expect("the pages").get(path).cloned());
    let page = page.unwrap_or(Page { head: "404 Not Found\r\n".to_owned(), body: Vec::new(), endless: false });
    let mut head = format!("HTTP/1.1 {}Connection: close\r\n", page.head);
    if !page.endless {
        write!(head, "Content-Length: {}\r\n", page.body.len()).expect("a line");
    }
    let _ = stream.write_all(format!("{head}\r\n").as_bytes());
    let _ = stream.write_all(&page.body);
    while page.endless && stream.write_all(&[b' '; 8192]).is_ok() {}
}

#[test]
fn the_first_publication_is_fine() {
    let newsroom = Newsroom::new(2);
    let outcome = newsroom.check(&[]).exits(0);
    outcome
        .says("http://news.example.org/: nothing is published there yet, so this would be the first time\n")
        .says("releases/r1.txt: would be new: `Crane number 1 moves in`\n")
        .says("against what is live: 2 new, 0 as they are\n")
        .says("nothing stands in the way of publishing");
}

#[test]
fn what_is_live_as_it_is_gives_no_line_through_the_archive() {
    let newsroom = Newsroom::new(5);
    newsroom.publish();
    let outcome = newsroom.check(&[]).exits(0).says("http://news.example.org/feed.json: 5 entries in 2 documents\n");
    let outcome = outcome.says("against what is live: 5 as they are\n").lacks("releases/").lacks("warning");
    assert_eq!(outcome.stdout, "");
    // Feeds are asked for once each, and the archive once.
    assert_eq!(newsroom.asked(), 4);
}

#[test]
fn what_is_new_updated_or_withdrawn_is_told_with_its_file() {
    let newsroom = Newsroom::new(3);
    newsroom.publish();
    newsroom.release_with(1, "---\nupdated: 2026-05-02\n---\n", "It has five wheels.");
    newsroom.release_with(2, "---\nwithdrawn: 2026-05-03\n---\n", "It has four wheels.");
    newsroom.release(4, "It has four wheels.");
    newsroom
        .check(&[])
        .exits(0)
        .says("releases/r4.txt: would be new: `Crane number 4 moves in`\n")
        .says("releases/r1.txt: would be updated: `Crane number 1 moves in`\n")
        .says("releases/r2.txt: would be withdrawn: `Withdrawn: Crane number 2 moves in`\n")
        .says("against what is live: 1 new, 1 updated, 1 withdrawn, 1 as they are\n");
}

#[test]
fn a_silent_change_is_told_with_the_front_matter_that_announces_it() {
    let newsroom = Newsroom::new(2);
    newsroom.publish();
    newsroom.release(1, "It has five wheels.");
    newsroom.check(&[]).exits(0).says(
        "releases/r1.txt: warning: its text differs from what is live, and readers are not told: `Crane number 1 \
         moves in`; state `updated: 2026-06-01 14:00`, and with `correction:` what was put right\n",
    );
    // What was advised is understood and suffices.
    let front = "---\nupdated: 2026-06-01 14:00\ncorrection: It has five wheels.\n---\n";
    newsroom.release_with(1, front, "It has five wheels.");
    newsroom.check(&[]).exits(0).lacks("warning").says("releases/r1.txt: would be updated");
}

#[test]
fn a_renamed_file_is_refused_with_the_lines_that_keep_its_id_and_address() {
    let newsroom = Newsroom::new(3);
    newsroom.publish();
    fs::rename(newsroom.path("releases/r2.txt"), newsroom.path("releases/second.txt")).expect("a rename");
    for more in [&[][..], &["--allow-removal"]] {
        newsroom
            .check(more)
            .exits(5)
            .says(
                "releases/second.txt: readers have this as tag:example.org,2018:r2, and would be shown it again: `Crane \
                 number 2 moves in`; state `id: tag:example.org,2018:r2` and `slug: r2`\n",
            )
            .says("readers would lose releases, or be shown them again: 1 shown again, 2 as they are\n")
            .lacks("nothing stands in the way");
    }
    newsroom.release_with(2, "---\nid: tag:example.org,2018:r2\nslug: r2\n---\n", "It has four wheels.");
    fs::rename(newsroom.path("releases/r2.txt"), newsroom.path("releases/second.txt")).expect("a rename");
    newsroom.check(&[]).exits(0).says("against what is live: 3 as they are\n");
}

#[test]
fn an_id_that_is_in_the_archive_alone_is_missed_too() {
    let newsroom = Newsroom::new(5);
    newsroom.publish();
    fs::remove_file(newsroom.path("releases/r1.txt")).expect("a removal");
    newsroom.check(&[]).exits(5).says(
        "tag:example.org,2018:r1: is live, and would be lost: `Crane number 1 moves in`; if its file was renamed, \
         state `id: tag:example.org,2018:r1` in it; pass `--allow-removal` if it is to go\n",
    );
    newsroom
        .check(&["--allow-removal"])
        .exits(0)
        .says("tag:example.org,2018:r1: warning: is live")
        .says("1 lost, 4 as");
}

#[test]
fn one_date_that_moves_is_warned_of_and_two_are_refused() {
    let newsroom = Newsroom::new(3);
    newsroom.publish();
    newsroom.release_with(1, "---\ntime: \"14:30\"\n---\n", "It has four wheels.");
    let outcome =
        newsroom.check(&[]).exits(0).says("releases/r1.txt: warning: its date would move from 2026-03-01 09:00");
    let outcome = outcome.says(" to 2026-03-01 14:30 +01:00: ");
    let advised = outcome.stderr.split("state `").nth(1).and_then(|rest| rest.split('`').next()).expect("advice");
    newsroom.release_with(1, &format!("---\n{advised}\n---\n"), "It has four wheels.");
    newsroom.check(&[]).exits(0).lacks("its date would move");
    newsroom.write("dateline.toml", &CONFIG.replace("entries = 2", "entries = 2\ntime_of_day = \"10:00\""));
    newsroom.check(&[]).exits(5).says("put `time_of_day` and `time_zone` back if they were changed, or state `date:");
}

#[test]
fn a_release_that_is_held_back_again_is_missed_without_a_word_of_its_file() {
    let newsroom = Newsroom::new(2);
    newsroom.publish();
    newsroom.release_with(2, "---\nembargo: 2026-07-01\n---\n", "CANARY");
    newsroom.release_with(9, "---\ndraft: true\n---\n", "CANARY");
    let outcome = newsroom.check(&[]).exits(5).says("tag:example.org,2018:r2: is live, and would be lost");
    outcome.lacks("CANARY").lacks("r2.txt").lacks("r9");
}

#[test]
fn what_can_t_be_read_is_never_taken_for_nothing() {
    let newsroom = Newsroom::new(3);
    newsroom.publish();
    let untold = "whether it is empty can't be told from this";
    for (head, body, told) in [
        ("500 Internal Server Error\r\n", "", "feed.json: the server answers 500; whether"),
        ("403 Forbidden\r\n", "", "feed.json: the server answers 403; whether"),
        ("200 OK\r\n", "<!DOCTYPE html><p>Soon</p>", "feed.json: this is no feed: it is a web page; name the site"),
        ("200 OK\r\n", "{}", "feed.json: this is no feed: it is no JSON Feed"),
        ("302 Found\r\nLocation: /feed.json\r\n", "", "more than 5 redirects"),
    ] {
        newsroom.serve("/feed.json", head, body.as_bytes());
        newsroom.check(&[]).exits(4).says(told).lacks("would be new").lacks("nothing stands in the way");
    }
    let endless = Page { head: "200 OK\r\n".to_owned(), body: b"{\"items\":[".to_vec(), endless: true };
    newsroom.pages.lock().expect("the pages").insert("/feed.json".to_owned(), endless);
    newsroom.check(&[]).exits(4).says("the answer is larger than 32 MiB").says(untold);
    // Nobody listens there.
    newsroom.run(&["check", "--against", SITE], "http://127.0.0.1:9").exits(4).says("feed.json: ").says(untold);
}

#[test]
fn an_archive_that_leads_round_or_nowhere_is_told() {
    let newsroom = Newsroom::new(5);
    newsroom.publish();
    let page = newsroom.live("/archive/1/feed.json");
    let round = page.replace("\"items\"", "\"next_url\": \"http://news.example.org/feed.json\",\n  \"items\"");
    newsroom.serve("/archive/1/feed.json", "200 OK\r\n", round.as_bytes());
    newsroom.check(&[]).exits(4).says("the archive leads in a circle, to http://news.example.org/feed.json");
    newsroom.take_down("/archive/1/feed.json");
    newsroom.check(&[]).exits(4).says("archive/1/feed.json: the archive leads here, and nothing is there");
}

#[test]
fn a_site_of_rss_or_atom_alone_is_compared_through_its_archive() {
    for format in ["rss.xml", "atom.xml"] {
        let newsroom = Newsroom::new(5);
        newsroom.publish();
        newsroom.pages.lock().expect("the pages").retain(|path, _| path.ends_with(format));
        newsroom.check(&[]).exits(0).says(&format!("{format}: 5 entries in 2 documents")).says("live: 5 as they are\n");
        newsroom.release(1, "It has five wheels.");
        let address = format!("{SITE}{format}");
        newsroom
            .run(&["check", "--against", &address], &newsroom.proxy)
            .exits(0)
            .says("releases/r1.txt: warning: its text differs")
            .says("live: 1 changed silently, 4 as they are\n");
        fs::rename(newsroom.path("releases/r2.txt"), newsroom.path("releases/x.txt")).expect("a rename");
        newsroom.check(&[]).exits(5).says("state `id: tag:example.org,2018:r2` and `slug: r2`");
    }
}

#[test]
fn how_the_feeds_are_served_is_reported_with_remedies() {
    let newsroom = Newsroom::new(1);
    newsroom.publish();
    let feed = newsroom.live("/rss.xml");
    newsroom.serve("/moved.xml", "301 Moved\r\nLocation: /again.xml\r\n", b"");
    newsroom.serve("/rss.xml", "302 Found\r\nLocation: /moved.xml\r\n", b"");
    let head = "200 OK\r\nContent-Type: text/html\r\nLast-Modified: Mon, 02 Mar 2026 08:00:00 GMT\r\nCache-Control: max-age=86400\r\n";
    newsroom.serve("/again.xml", head, feed.as_bytes());
    newsroom
        .check(&[])
        .exits(0)
        .says("http://news.example.org/feed.json: 200, application/feed+json, ETag \"1\", Cache-Control max-age=600\n")
        .says(
            "http://news.example.org/rss.xml: 200, text/html, redirected to http://news.example.org/moved.xml, redirected \
             to http://news.example.org/again.xml, Last-Modified Mon, 02 Mar 2026 08:00:00 GMT, Cache-Control max-age=86400\n",
        )
        .says("rss.xml: warning: it is sent as `text/html`, which readers take for a page; have the server send")
        .says("rss.xml: warning: `max-age=86400` keeps corrections from readers for 24 hours")
        .says("rss.xml: warning: 2 redirects in a row; have the first one lead to http://news.example.org/again.xml\n");
}

#[test]
fn programs_get_one_object_and_workflows_annotations() {
    let newsroom = Newsroom::new(2);
    newsroom.publish();
    newsroom.release(1, "It has five wheels.");
    for page in ["/rss.xml", "/atom.xml"] {
        newsroom.take_down(page);
    }
    let outcome = newsroom.check(&["--format", "json"]).exits(0);
    assert_eq!(outcome.stdout, include_str!("against/silent.json"));
    let outcome = newsroom.check(&["--format", "github"]).exits(0);
    let annotation = "::warning file=releases/r1.txt::its text differs from what is live, and readers are not told: `Crane \
        number 1 moves in`; state `updated: 2026-06-01 14:00`, and with `correction:` what was put right\n";
    assert_eq!(outcome.stdout, annotation);
    newsroom.serve("/feed.json", "500 No\r\n", b"");
    let outcome = newsroom.check(&["--format", "json"]).exits(4);
    assert!(outcome.stdout.contains("\"message\": \"the server answers 500; "), "{}", outcome.stdout);
    assert!(outcome.stdout.ends_with("\"against\": null\n}\n"), "{}", outcome.stdout);
}

#[test]
fn a_check_of_the_folder_alone_asks_nobody() {
    let newsroom = Newsroom::new(1);
    newsroom.run(&["check"], &newsroom.proxy).exits(0);
    newsroom.run(&["check", "--format", "json"], &newsroom.proxy).exits(0);
    newsroom.run(&["build"], &newsroom.proxy).exits(0);
    assert_eq!(newsroom.asked(), 0);
    // Nor does one whose releases have errors.
    newsroom.write("releases/broken.txt", "x\n");
    newsroom.check(&[]).exits(1);
    assert_eq!(newsroom.asked(), 0);
}

#[test]
fn what_an_address_keeps_secret_is_not_told() {
    let newsroom = Newsroom::new(1);
    let secret = "http://user:S3CR3T@news.example.org/?key=S3CR3T";
    newsroom.run(&["check", "--against", secret], &newsroom.proxy).exits(0).lacks("S3CR3T");
    newsroom.serve("/feed.json?key=S3CR3T", "500 No\r\n", b"");
    for format in ["human", "json"] {
        let against = ["check", "--against", secret, "--format", format];
        newsroom.run(&against, &newsroom.proxy).exits(4).says("feed.json: the server answers 500").lacks("S3CR3T");
        newsroom.run(&against, "http://127.0.0.1:9").exits(4).lacks("S3CR3T");
    }
    let round = br#"{"items":[],"next_url":"/feed.json?key=S3CR3T"}"#;
    newsroom.serve("/feed.json?key=S3CR3T", "200 OK\r\n", round);
    newsroom.run(&["check", "--against", secret], &newsroom.proxy).exits(4).says("in a circle").lacks("S3CR3T");
}

#[test]
fn an_address_that_is_none_is_a_matter_of_usage() {
    for address in ["news.example.org", "ftp://news.example.org/", "/feed.json"] {
        let newsroom = Newsroom::new(1);
        newsroom.run(&["check", "--against", address], &newsroom.proxy).exits(2).says("write it as in https://");
    }
}

#[test]
fn without_an_address_the_configured_site_is_meant() {
    let newsroom = Newsroom::new(2);
    newsroom.publish();
    newsroom.release(3, "It has four wheels.");
    newsroom.run(&["check", "--against"], &newsroom.proxy).exits(0).says("against what is live: ");
}
