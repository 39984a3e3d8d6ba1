//! What the parts are given: generated releases, each format's bytes, and a newsroom of them.

use dateline::config::Config;
use dateline::disk::drawer::Drawer;
use dateline::disk::input::SourceFile;
use dateline::instant::Instant;
use dateline::newsroom::Newsroom;
use dateline::newsroom::kept::Kept;
use dateline::problem::Problem;
use dateline::reading;
use dateline::release::Release;
use dateline::source::Format;
use url::Url;
use xtask::releases;

/// Releases of one run: more than the memory of lines holds, as in a build.
pub const MANY: usize = 100;

pub fn texts() -> Vec<String> {
    (0..MANY).map(releases::text).collect()
}

pub fn config() -> Config {
    Config::parse("dateline.toml", releases::CONFIGURATION).unwrap_or_else(|problems| panic!("{}", told(&problems)))
}

/// The address that a release's links are relative to.
pub fn base() -> Url {
    config().site
}

/// After all that is generated.
pub fn now() -> Instant {
    Instant::parse("2027-01-01T00:00:00Z").expect("an instant")
}

pub fn file(number: usize) -> SourceFile {
    let stem = format!("r{number:06}");
    let name = format!("{stem}.txt");
    SourceFile {
        path: name.into(),
        stem,
        format: Format::Text,
        translation: None,
        beside: Vec::new(),
        below: Vec::new(),
    }
}

pub fn read(count: usize) -> Vec<Release> {
    let (config, now) = (config(), now());
    let read = |number: usize| {
        let reading = reading::read(&file(number), releases::text(number).as_bytes(), &config, now);
        *reading.release.unwrap_or_else(|| panic!("{}", told(&reading.problems)))
    };
    (0..count).map(read).collect()
}

/// Releases put away, as they wait for an edition.
pub fn kept(releases: &[Release]) -> (Vec<Kept>, Box<Drawer>) {
    let drawer = Box::new(Drawer::default());
    let kept = releases.iter().map(|release| Kept::new(release, &*drawer).expect("room"));
    (kept.collect(), drawer)
}

pub fn newsroom(count: usize) -> Newsroom {
    let (kept, drawer) = kept(&read(count));
    Newsroom::new(kept, drawer, now()).unwrap_or_else(|problems| panic!("{}", told(&problems)))
}

fn told(problems: &[Problem]) -> String {
    problems.iter().map(Problem::human).collect::<Vec<_>>().join("\n")
}
