//! A newsroom that holds everything awkward: `releases/`, read the way the program reads them.

use std::fs;
use std::path::Path;

use dateline::config::Config;
use dateline::desk::{self, Warnings};
use dateline::instant::Instant;
use dateline::newsroom::Newsroom;

pub struct Rich {
    pub config: Config,
    pub newsroom: Newsroom,
    pub now: Instant,
}

pub const RELEASES: &str = "tests/rich/releases";

impl Rich {
    pub fn read() -> Self {
        let text = fs::read_to_string("tests/rich/dateline.toml").expect("a configuration");
        let config = Config::parse("dateline.toml", &text).expect("a valid configuration");
        let now = Instant::parse("2026-06-01T12:00:00+02:00").expect("an instant");
        let desk = desk::read(Path::new(RELEASES), &config, now, Warnings::Told).expect("a readable folder");
        let problems: Vec<String> = desk.problems.iter().map(dateline::problem::Problem::human).collect();
        let newsroom = desk.newsroom.unwrap_or_else(|| panic!("{problems:#?}"));
        Self { config, newsroom, now }
    }
}
