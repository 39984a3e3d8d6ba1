//! `dateline push`: the real binary, between a site and hubs that are one server on this machine. The
//! program believes it to be its proxy, so that sites and hubs have the names that a configuration may
//! state.

#![cfg(unix)]
#![allow(clippy::expect_used, clippy::panic)] // In a test an expectation that fails is the message.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use tempfile::TempDir;

mod world;

use world::{Answer, Asked, World, says, serves};

const CONFIG: &str = "title = \"Harbour Museum News\"\ndescription = \"D\"\nlanguage = \"en\"\n\
    site = \"http://news.example.org/\"\nid_base = \"tag:example.org,2018\"\ntime_zone = \"Europe/Berlin\"\n\
    [publisher]\nname = \"Harbour Museum\"\n";

const RELEASE: &str = "Museum opens its cellar\n\n\
    Hamburg, 2 March 2026 – The Harbour Museum opens its cellar to visitors on Saturday. Forty models of ships can be \
    seen there for the first time.\n\nThe cellar was closed for repairs for six years. Admission is free until \
    Easter.\n";

const FEEDS: [&str; 3] = ["rss.xml", "atom.xml", "feed.json"];
const SITE: &str = "http://news.example.org/";

/// A newsroom that was built.
struct Newsroom {
    folder: TempDir,
}

#[derive(Debug)]
struct Ran {
    code: Option<i32>,
    out: String,
    err: String,
}

impl Newsroom {
    fn new() -> Self {
        let newsroom = Self { folder: tempfile::tempdir().expect("a folder") };
        fs::create_dir(newsroom.path("releases")).expect("a folder");
        newsroom.write("dateline.toml", CONFIG);
        newsroom.write("releases/cellar.txt", RELEASE);
        newsroom.build();
        newsroom
    }

    fn build(&self) {
        let built = self.command("http://127.0.0.1:1").arg("build").output().expect("a run");
        assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn public(&self) -> PathBuf {
        self.path("public")
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).expect("a file");
    }

    fn command(&self, proxy: &str) -> Command {
        let mut command = Command::new(assert_cmd::cargo::cargo_bin!("dateline"));
        for name in ["HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy", "no_proxy"] {
            command.env_remove(name);
        }
        command.current_dir(self.folder.path()).env("HTTP_PROXY", proxy).env("NO_PROXY", "127.0.0.1");
        command
    }

    fn push(&self, world: &World, arguments: &[&str]) -> Ran {
        let ran = self.command(&world.proxy).arg("push").args(arguments).output().expect("a run");
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        Ran { code: ran.status.code(), out: text(&ran.stdout), err: text(&ran.stderr) }
    }
}

/// What is built, wherever it is asked for.
fn built(public: &Path, asked: &Asked) -> Answer {
    let name = asked.address.trim_start_matches("news.example.org/");
    fs::read(public.join(name)).map_or_else(|_| says("404 Not Found", "", "no such page"), serves)
}

/// A world in which what is built is live at once, and hubs answer so.
fn live(newsroom: &Newsroom, hub: impl Fn(&Asked, usize) -> Answer + Send + Sync + 'static) -> World {
    let public = newsroom.public();
    World::new(move |asked, before| if asked.method == "GET" { built(&public, asked) } else { hub(asked, before) })
}

fn form(name: &str) -> String {
    let topic = format!("http%3A%2F%2Fnews.example.org%2F{name}");
    format!("hub.mode=publish&hub.url={topic}&hub.topic={topic}")
}

fn sorted_lines(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    lines.sort();
    lines
}

#[test]
fn every_hub_is_told_of_every_topic_once_when_all_is_live() {
    let newsroom = Newsroom::new();
    let world = live(&newsroom, |asked, _| match asked.address.as_str() {
        "google.example/" => says("204 No Content", "", ""),
        "switchboard.example/" => says("202 Accepted", "Content-Type: text/plain\r\n", "Thanks!\n"),
        "endless.example/" => Answer::Endless,
        _ => says("500 Internal Server Error", "", "Topic not found for topic URL."),
    });
    let hubs = ["google", "switchboard", "endless", "websubhub"].map(|name| format!("http://{name}.example/"));
    let arguments: Vec<&str> = hubs.iter().flat_map(|hub| ["--hub", hub]).chain(["--strict"]).collect();
    let ran = newsroom.push(&world, &arguments);
    let mut expected: Vec<String> = hubs[..3]
        .iter()
        .flat_map(|hub| FEEDS.map(|name| format!("hub accepted: {hub} {SITE}{name}")))
        .chain(
            FEEDS
                .map(|name| format!("hub took note: {} {SITE}{name}: this hub knows no subscriber of it yet", hubs[3])),
        )
        .collect();
    expected.sort();
    assert_eq!((ran.code, sorted_lines(&ran.out)), (Some(0), expected), "{}", ran.err);
    assert_eq!(
        ran.err,
        "telling of all 3 feeds, since no note (`--since`) says which of them changed\n\
         12 messages taken by 4 hubs, 0 failed; 0 of 3 feeds not live\n"
    );
    for hub in ["google", "switchboard", "endless", "websubhub"] {
        let bodies: Vec<String> = world.posts(hub).into_iter().map(|asked| asked.body).collect();
        assert_eq!(bodies, FEEDS.map(form), "{hub}");
    }
    let asked = world.asked();
    assert!(asked[..9].iter().all(|asked| asked.method == "GET"), "three looks at three feeds come first");
    assert_eq!(asked.len(), 9 + 12);
    for asked in asked {
        assert!(
            asked.head.contains("accept: */*\r\n") && asked.head.contains("accept-encoding: identity"),
            "{asked:?}"
        );
        let is_form = asked.head.contains("content-type: application/x-www-form-urlencoded");
        assert_eq!(is_form, asked.method == "POST", "{asked:?}");
        assert!(!asked.address.contains('?') && !asked.head.contains("\r\nif-"), "{asked:?}");
    }
}

#[test]
fn nothing_is_sent_before_the_new_bytes_stay() {
    let newsroom = Newsroom::new();
    let public = newsroom.public();
    // Old and new in turns, as two machines answer that share a name.
    let world = World::new(move |asked, before| match asked.method.as_str() {
        "GET" if asked.address.ends_with("rss.xml") && [0, 2].contains(&before) => serves(b"<old/>".to_vec()),
        "GET" if asked.address.ends_with("atom.xml") && before == 0 => says("404 Not Found", "", ""),
        "GET" => built(&public, asked),
        _ => says("204 No Content", "", ""),
    });
    let ran = newsroom.push(&world, &["--hub", "http://hub.example/"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(ran.err.contains("waiting for http://news.example.org/rss.xml: it serves other bytes\n"), "{}", ran.err);
    assert!(ran.err.contains("waiting for http://news.example.org/atom.xml: it answers 404\n"), "{}", ran.err);
    let asked = world.asked();
    let first = asked.iter().position(|asked| asked.method == "POST").expect("a post");
    let looks = asked[..first].iter().filter(|asked| asked.address.ends_with("rss.xml"));
    assert_eq!(looks.count(), 3 + 6, "six in a row are needed after a fall");
    assert_eq!(asked.len() - first, 3);
    assert!(asked[first].at - asked[0].at >= Duration::from_secs(3));
}

#[test]
fn what_is_not_live_in_time_is_told_to_nobody() {
    let newsroom = Newsroom::new();
    let public = newsroom.public();
    let world = World::new(move |asked, _| match asked.method.as_str() {
        "GET" if asked.address.ends_with("atom.xml") => says("404 Not Found", "", ""),
        "GET" if asked.address.ends_with("feed.json") => Answer::Endless,
        "GET" => built(&public, asked),
        _ => says("204 No Content", "", ""),
    });
    let ran = newsroom.push(&world, &["--hub", "http://hub.example/", "--wait", "2s"]);
    assert_eq!(
        (ran.code, ran.out.as_str()),
        (Some(4), "hub accepted: http://hub.example/ http://news.example.org/rss.xml\n")
    );
    for line in [
        "not live after 2s: http://news.example.org/atom.xml: it answers 404; no hub was told of it\n",
        "not live after 2s: http://news.example.org/feed.json: it serves other bytes; no hub was told of it\n",
    ] {
        assert!(ran.err.contains(line), "{}", ran.err);
    }
    assert_eq!(world.posts("hub.example").len(), 1);
}

#[test]
fn a_hub_that_is_busy_is_asked_again_when_it_says() {
    let newsroom = Newsroom::new();
    fs::remove_file(newsroom.path("public/atom.xml")).expect("a file");
    fs::remove_file(newsroom.path("public/feed.json")).expect("a file");
    let world = live(&newsroom, |asked, before| match (asked.address.as_str(), before) {
        ("seconds.example/", 0) => says("429 Too Many Requests", "Retry-After: 2\r\n", "slow down"),
        ("date.example/", 0) => {
            let date = httpdate::fmt_http_date(SystemTime::now() + Duration::from_secs(3));
            says("503 Service Unavailable", &format!("Retry-After: {date}\r\n"), "")
        }
        ("closed.example/", 0) => Answer::Closed,
        ("later.example/", 0 | 1) => says("502 Bad Gateway", "", ""),
        ("never.example/", _) => says("503 Service Unavailable", "Retry-After: 86400\r\n", ""),
        _ => says("204 No Content", "", ""),
    });
    let hubs = ["seconds", "date", "closed", "later", "never"].map(|name| format!("http://{name}.example/"));
    let arguments: Vec<&str> = hubs.iter().flat_map(|hub| ["--hub", hub]).collect();
    let ran = newsroom.push(&world, &arguments);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    for (hub, tries, least) in
        [("seconds", 2, 2.0), ("date", 2, 1.9), ("closed", 2, 0.5), ("later", 3, 1.5), ("never", 1, 0.0)]
    {
        let posts = world.posts(hub);
        assert_eq!(posts.len(), tries, "{hub}");
        let took = posts[tries - 1].at - posts[0].at;
        assert!(took.as_secs_f64() >= least && took < Duration::from_secs(8), "{hub}: {took:?}");
        if hub != "never" {
            let line = format!("hub accepted: http://{hub}.example/ http://news.example.org/rss.xml ({tries} tries)\n");
            assert!(ran.out.contains(&line), "{}", ran.out);
        }
    }
    assert!(ran.err.contains("it answers 503; it asks to be left alone for 86400 s, push again then"), "{}", ran.err);
    assert!(ran.err.contains("warning: 1 of 5 hubs failed, the others took everything"), "{}", ran.err);
}

#[test]
fn a_hub_that_asks_for_more_than_is_waited_for_is_asked_once_for_all_feeds() {
    let newsroom = Newsroom::new();
    let world = live(&newsroom, |asked, _| match asked.address.as_str() {
        "hour.example/" => says("429 Too Many Requests", "Retry-After: 3600\r\n", "slow down"),
        "wait.example/" => says("503 Service Unavailable", "Retry-After: 100\r\n", ""),
        _ => says("204 No Content", "", ""),
    });
    let hubs = ["hour", "wait", "good"].map(|name| format!("http://{name}.example/"));
    let arguments: Vec<&str> = hubs.iter().flat_map(|hub| ["--hub", hub]).chain(["--wait", "60s"]).collect();
    let ran = newsroom.push(&world, &arguments);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert_eq!(["hour", "wait", "good"].map(|hub| world.posts(hub).len()), [1, 1, 3]);
    for feed in ["atom.xml", "feed.json"] {
        for (hub, seconds) in [("hour", 3600), ("wait", 100)] {
            let line = format!(
                "hub failed: http://{hub}.example/ http://news.example.org/{feed}: it asked to be left alone for {seconds} s, \
                 push again then\n"
            );
            assert!(ran.err.contains(&line), "{}", ran.err);
        }
    }
    assert!(ran.err.contains("warning: 2 of 3 hubs failed, the others took everything"), "{}", ran.err);
}

#[test]
fn a_slow_hub_holds_up_no_other_and_some_failures_are_a_warning() {
    let newsroom = Newsroom::new();
    let world = live(&newsroom, |asked, _| match asked.address.as_str() {
        "hang.example/" => Answer::Silence,
        "bad.example/" => says("400 Bad Request", "Content-Type: text/html\r\n", "<p>\n<b>hub.url invalid</b>\nmore"),
        "moved.example/" => says("301 Moved Permanently", "Location: http://new.example/hub?k=S3CR3T\r\n", ""),
        _ => says("204 No Content", "", ""),
    });
    let hubs = ["hang", "bad", "moved", "good"].map(|name| format!("http://{name}.example/"));
    let mut arguments: Vec<&str> = hubs.iter().flat_map(|hub| ["--hub", hub]).chain(["--wait", "3s"]).collect();
    let begun = Instant::now();
    let ran = newsroom.push(&world, &arguments);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(begun.elapsed() < Duration::from_secs(15));
    assert_eq!(ran.out.lines().filter(|line| line.starts_with("hub accepted: http://good.example/ ")).count(), 3);
    for line in [
        "hub failed: http://hang.example/ http://news.example.org/rss.xml: no whole answer within 3 s\n",
        "hub failed: http://bad.example/ http://news.example.org/rss.xml: it answers 400: hub.url invalid\n",
        "hub failed: http://moved.example/ http://news.example.org/rss.xml: it answers 301; name the address it has moved to: http://new.example/hub\n",
    ] {
        assert!(ran.err.contains(line), "{}", ran.err);
    }
    assert!(world.posts("new.example").is_empty() && world.posts("bad.example").len() == 3);
    let good = world.posts("good.example");
    assert!(good[2].at - good[0].at < Duration::from_secs(2));
    arguments.push("--strict");
    assert_eq!(newsroom.push(&world, &arguments).code, Some(4));
    let ran = newsroom.push(&world, &["--hub", "http://bad.example/"]);
    assert_eq!(ran.code, Some(4), "all hubs failed: {}", ran.err);
}

#[test]
fn a_form_follows_a_bounded_way_that_leads_nowhere_private() {
    let newsroom = Newsroom::new();
    let world = live(&newsroom, |asked, _| match asked.address.as_str() {
        "chain.example/" => says("307 Temporary Redirect", "Location: /two\r\n", ""),
        "chain.example/two" => says("308 Permanent Redirect", "Location: http://end.example/\r\n", ""),
        "circle.example/" => says("307 Temporary Redirect", "Location: /\r\n", ""),
        "inward.example/" => says("307 Temporary Redirect", "Location: http://169.254.169.254/?k=S3CR3T\r\n", ""),
        _ => says("204 No Content", "", ""),
    });
    let hubs = ["chain", "circle", "inward"].map(|name| format!("http://{name}.example/"));
    let arguments: Vec<&str> = hubs.iter().flat_map(|hub| ["--hub", hub]).collect();
    let ran = newsroom.push(&world, &arguments);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let bodies: Vec<String> = world.posts("end.example").into_iter().map(|asked| asked.body).collect();
    assert_eq!(bodies, FEEDS.map(form));
    assert_eq!(world.posts("circle.example").len(), 3 * 6, "five redirects, and no second try");
    assert!(ran.err.contains("more than 5 redirects: http://circle.example/\n"), "{}", ran.err);
    assert!(
        ran.err.contains("a public address led to one of a private network: http://169.254.169.254/\n"),
        "{}",
        ran.err
    );
    assert!(world.asked().iter().all(|asked| !asked.address.starts_with("169.")));
}

#[test]
fn no_secret_of_a_hubs_address_is_printed() {
    let newsroom = Newsroom::new();
    let world = live(&newsroom, |asked, _| {
        let authorised = asked.head.contains("authorization: basic ");
        says("403 Forbidden", "", &format!("no: S3CR3T is wrong for {} ({authorised})", asked.address))
    });
    let nobody = std::net::TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("an address");
    let refused = format!("http://user:S3CR3T@{nobody}/?k=S3CR3T#S3CR3T");
    let told = "http://user:S3CR3T@hub.example/?k=S3CR3T";
    for format in ["human", "json"] {
        let arguments = ["--verbose", "--hub", told, "--hub", &refused, "--wait", "2s", "--format", format];
        let ran = newsroom.push(&world, &arguments);
        assert_eq!(ran.code, Some(4), "{}", ran.err);
        assert!(ran.err.contains("it answers 403: no: … is wrong for hub.example/?… (true)"), "{}", ran.err);
        assert!(ran.err.contains("can't be reached: "), "{}", ran.err);
        assert!(!format!("{ran:?}").contains("S3CR3T"), "{ran:?}");
    }
    for wrong in [vec!["--hub", "user:S3CR3T@hub"], vec!["--hub", told, "--dry-run"]] {
        let ran = newsroom.push(&world, &wrong);
        assert!(!format!("{ran:?}").contains("S3CR3T"), "{ran:?}");
    }
}

#[test]
fn programs_read_one_object() {
    let newsroom = Newsroom::new();
    let world = live(&newsroom, |asked, _| match asked.address.as_str() {
        "bad.example/" => says("410 Gone", "", "closed for good"),
        _ => says("202 Accepted", "", ""),
    });
    let ran =
        newsroom.push(&world, &["--hub", "http://bad.example/", "--hub", "http://hub.example/", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&ran.out).expect("an object");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert_eq!(report["topics"].as_array().map(Vec::len), Some(3));
    let topic = serde_json::json!({"topic": "http://news.example.org/rss.xml", "file": "rss.xml", "live": true, "message": null});
    assert_eq!(report["topics"][0], topic);
    let failed = serde_json::json!({"hub": "http://bad.example/", "topic": "http://news.example.org/rss.xml",
        "outcome": "failed", "status": 410, "tries": 1, "message": "it answers 410: closed for good"});
    assert_eq!((&report["hubs"][0], &report["hubs"][3]["outcome"]), (&failed, &"accepted".into()));
}

#[test]
fn a_note_tells_of_feeds_of_which_nobody_could_say_whether_they_are_live() {
    let newsroom = Newsroom::new();
    let world = World::new(move |asked, _| match asked.address.as_str() {
        address if address.ends_with("/rss.xml") => says("503 Service Unavailable", "", ""),
        _ => says("404 Not Found", "", ""),
    });
    let ran = newsroom.push(&world, &["--note-live", "live.json"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(
        ran.err.contains("/rss.xml: nobody can tell what is live (it answers 503), so hubs will be told of it\n"),
        "{}",
        ran.err
    );
    assert!(!ran.err.contains("/atom.xml"), "{}", ran.err);
}

#[test]
fn a_note_from_before_the_deployment_says_what_changed() {
    let newsroom = Newsroom::new();
    let deployed = tempfile::tempdir().expect("a folder");
    let site = deployed.path().to_owned();
    let world = World::new(move |asked, _| match asked.method.as_str() {
        "GET" => built(&site, asked),
        _ => says("204 No Content", "", ""),
    });
    let deploy = |name: &str| fs::copy(newsroom.public().join(name), deployed.path().join(name)).expect("a copy");
    deploy("rss.xml");
    fs::write(deployed.path().join("feed.json"), "old").expect("a file");
    let ran = newsroom.push(&world, &["--note-live", "live.json"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(0), "live.json\n"), "{}", ran.err);
    assert!(world.asked().iter().all(|asked| asked.method == "GET"));
    for name in FEEDS {
        deploy(name);
    }
    let arguments = ["--hub", "http://hub.example/", "--since", "live.json"];
    let ran = newsroom.push(&world, &arguments);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(ran.err.starts_with("telling of 2 of 3 feeds that changed since the note\n"), "{}", ran.err);
    let bodies: Vec<String> = world.posts("hub.example").into_iter().map(|asked| asked.body).collect();
    assert_eq!(bodies, ["atom.xml", "feed.json"].map(form));
    newsroom.push(&world, &["--note-live", "live.json"]);
    let ran = newsroom.push(&world, &arguments);
    assert_eq!(
        (ran.code, ran.err.as_str()),
        (Some(0), "none of the 3 feeds changed since the note; nothing to tell\n")
    );
    assert_eq!(world.posts("hub.example").len(), 2);
    let ran = newsroom.push(&world, &[&arguments[..], &["--all"]].concat());
    assert_eq!((ran.code, world.posts("hub.example").len()), (Some(0), 5), "{}", ran.err);
    let ran = newsroom.push(&world, &["--hub", "http://hub.example/", "--since", "dateline.toml"]);
    assert_eq!(ran.code, Some(2));
    assert_eq!(
        ran.err,
        "dateline.toml: this is no note of what was live; write one with `dateline push --note-live`\n"
    );
}

#[test]
fn what_can_not_be_right_is_told_before_anybody_is_asked() {
    let newsroom = Newsroom::new();
    let world = live(&newsroom, |_, _| says("204 No Content", "", ""));
    let hub = ["--hub", "http://hub.example/"];
    let ran = newsroom.push(&world, &[]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(0), ""));
    assert_eq!(ran.err, "there is no hub to tell; name them with `hubs` in dateline.toml, or with `--hub`\n");
    let ran = newsroom.push(&world, &["--hub", "hub.example"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.starts_with("`--hub` number 1 is no absolute address"), "{}", ran.err);
    let ran = newsroom.push(&world, &[&hub[..], &["--out", "nowhere"]].concat());
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.starts_with("nowhere: there is no such folder; run `dateline build` first"), "{}", ran.err);
    for wait in ["soon", "99999999999years", ""] {
        assert_eq!(newsroom.push(&world, &[&hub[..], &["--wait", wait]].concat()).code, Some(2), "{wait}");
    }
    let ran = newsroom.push(&world, &[&hub[..], &["--dry-run"]].concat());
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let lines = FEEDS.map(|name| format!("would send: POST http://hub.example/ {}\n", form(name)));
    assert_eq!(ran.out, lines.concat());
    newsroom.write("releases/another.txt", &RELEASE.replace("cellar", "attic"));
    let ran = newsroom.push(&world, &[&hub[..], &["--dry-run"]].concat());
    assert_eq!(ran.code, Some(0));
    let warning = "a build of now would write atom.xml and 2 other feeds otherwise; run `dateline build` first\n";
    assert!(ran.err.starts_with(&format!("public: warning: {warning}")), "{}", ran.err);
    let ran = newsroom.push(&world, &[&hub[..], &["--strict"]].concat());
    assert_eq!((ran.code, ran.err), (Some(2), format!("public: {warning}")));
    newsroom.write("dateline.toml", &CONFIG.replace("http://news", "http://www.news"));
    let ran = newsroom.push(&world, &hub);
    assert_eq!(ran.code, Some(2));
    assert!(
        ran.err.starts_with(
            "public/rss.xml: its self link is http://news.example.org/rss.xml, and it would be served as \
             http://www.news.example.org/rss.xml; run `dateline build`"
        ),
        "{}",
        ran.err
    );
    assert!(world.asked().is_empty());
}

#[test]
fn hubs_of_the_configuration_are_told_and_ctrl_c_ends_it() {
    let newsroom = Newsroom::new();
    newsroom.write("dateline.toml", &format!("hubs = [\"http://hub.example/\", \"http://hang.example/\"]\n{CONFIG}"));
    newsroom.build();
    let world = live(&newsroom, |asked, _| match asked.address.as_str() {
        "hang.example/" => Answer::Silence,
        _ => says("204 No Content", "", ""),
    });
    let mut command = newsroom.command(&world.proxy);
    let child = command.arg("push").stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("a run");
    let end = Instant::now() + Duration::from_secs(20);
    while world.posts("hub.example").len() < 3 || world.posts("hang.example").is_empty() {
        assert!(Instant::now() < end, "hubs are not told: {:?}", world.asked());
        thread::sleep(Duration::from_millis(20));
    }
    thread::sleep(Duration::from_millis(100));
    assert!(Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("a signal").success());
    let ran = child.wait_with_output().expect("an end");
    assert_eq!(ran.status.code(), Some(130));
    assert_eq!(String::from_utf8_lossy(&ran.stdout).lines().count(), 3);
    assert!(String::from_utf8_lossy(&ran.stderr).ends_with("interrupted; what hubs have been told stands\n"));
    assert!(Instant::now() < end);
}
