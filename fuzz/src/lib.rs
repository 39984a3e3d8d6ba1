//! What holds of any bytes: the oracles that all targets share.
//!
//! Nothing here is lenient: whatever is read must be read the same again, be told of with a place in
//! the file, and come out of every format as it went in.

pub mod pdf;
pub mod published;
pub mod word;

use std::path::Path;
use std::sync::LazyLock;

use dateline::config::Config;
use dateline::disk::input::SourceFile;
use dateline::instant::Instant;
use dateline::problem::Problem;
use dateline::reading::{self, Reading};
use dateline::show;

pub static CONFIG: LazyLock<Config> = LazyLock::new(|| {
    let text = r#"
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
    Config::parse("dateline.toml", text).expect("the configuration of the fuzzer")
});

pub static NOW: LazyLock<Instant> =
    LazyLock::new(|| Instant::parse("2026-06-01T12:00:00+02:00").expect("an instant"));

/// Reads bytes as a file with an ending, twice, and shows what was understood.
pub fn read(ending: &str, bytes: &[u8]) -> Reading {
    let file = SourceFile::named(Path::new(&format!("lamp.{ending}")));
    if bytes.len() as u64 > file.format.largest() {
        return Reading::without_release(Vec::new());
    }
    let reading = reading::read(&file, bytes, &CONFIG, *NOW);
    judge(&reading.problems, bytes);
    let again = reading::read(&file, bytes, &CONFIG, *NOW);
    assert_eq!(reading.release, again.release, "a second reading differs");
    assert_eq!(reading.problems, again.problems, "a second reading has other problems");
    assert!(reading.release.is_some() || reading.problems.iter().any(Problem::is_error), "no release and no error");
    let understanding = reading::understand(&file, bytes, Some(&CONFIG));
    plain(&show::human("lamp", &understanding, true));
    let json = show::json(&understanding, true).expect("strings are JSON");
    let _: serde_json::Value = serde_json::from_str(&json).expect("what is shown as JSON is JSON");
    reading
}

/// A place in a text names a line of it; a message holds nothing that a terminal obeys.
pub fn judge(problems: &[Problem], bytes: &[u8]) {
    let lines = bytes.split(|byte| matches!(byte, b'\n' | b'\r')).count();
    // Pages and paragraphs of other formats are counted in their own ways.
    let is_text = std::str::from_utf8(bytes).is_ok() && !bytes.starts_with(b"%PDF");
    for problem in problems {
        if let Some(place) = problem.at.filter(|_| is_text) {
            assert!((1..=lines + 1).contains(&place.line), "line {} of {lines}: {}", place.line, problem.what);
        }
        plain(&problem.human());
        plain(&problem.github());
    }
}

/// No control character but the line's end; see the terminal's own rules for escapes.
pub fn plain(text: &str) {
    let control = text.chars().find(|c| c.is_control() && *c != '\n');
    assert_eq!(control, None, "a control character reaches the terminal: {text:?}");
}
