//! A small newsroom whose releases a test writes itself.

use dateline::config::Config;
use dateline::desk::{self, Desk, Warnings};
use dateline::instant::Instant;

const CONFIG: &str = r#"
title = "Harbour"
description = "News of the harbour"
language = "en"
site = "https://news.harbour.example/"
id_base = "tag:harbour.example,2018"
time_zone = "Europe/Berlin"
entries = 0
byte_budget = 0
[publisher]
name = "Harbour Press Office"
"#;

pub fn config() -> Config {
    Config::parse("dateline.toml", CONFIG).expect("a configuration")
}

pub fn now() -> Instant {
    Instant::parse("2026-06-01T12:00:00+02:00").expect("an instant")
}

/// Names and texts of sources, read as from a folder.
pub fn read<N: AsRef<str>, T: AsRef<str>>(sources: &[(N, T)]) -> Desk {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in sources {
        std::fs::write(folder.path().join(name.as_ref()), text.as_ref()).expect("a source");
    }
    desk::read(folder.path(), &config(), now(), Warnings::Told).expect("a readable folder")
}
