//! Each folder below `tests/golden/` is a newsroom with what is to come out of it: `releases/` and
//! `dateline.toml` in, `now` for the clock, `expected/` out. Without a `releases/` of its own a
//! case takes the project's. `BLESS=1 cargo test --test golden` writes `expected/` anew: read the
//! difference before you commit it.

#![allow(clippy::expect_used, clippy::panic)] // In a test an expectation that fails is the message.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;

type Files = BTreeMap<String, Vec<u8>>;

fn files(folder: &Path) -> Files {
    let mut files = Files::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(&next).into_iter().flatten().flatten() {
            if entry.path().is_dir() {
                open.push(entry.path());
            } else {
                let name = entry.path().strip_prefix(folder).expect("below the folder").to_string_lossy().into_owned();
                files.insert(name, fs::read(entry.path()).expect("a readable file"));
            }
        }
    }
    files
}

/// Files that are the same in every newsroom: the program's own, which no case repeats.
const ASSETS: [&str; 3] = ["style.css", "copy.js", "feed.css"];

/// Builds a case in an environment, and returns what was written, less the assets.
fn build(case: &Path, environment: &[(&str, &str)], releases: Option<&Path>) -> Files {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let of = |name: &str| if case.join(name).exists() { case.join(name) } else { root.join(name) };
    let out = tempfile::tempdir().expect("a temporary folder");
    let now = fs::read_to_string(case.join("now")).expect("the case's `now`");
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("dateline"));
    for (name, value) in environment {
        command.env(name, value);
    }
    command
        .args(["build", "--now", now.trim(), "--config"])
        .arg(of("dateline.toml"))
        .arg("--releases")
        .arg(releases.map_or_else(|| of("releases"), Path::to_owned))
        .arg("--out")
        .arg(out.path());
    command.assert().success();
    let mut written = files(out.path());
    for name in ASSETS {
        let bytes = written.remove(name).unwrap_or_else(|| panic!("there is no {name}"));
        // What an opened feed says is in the newsroom's language.
        let same = fs::read(root.join("assets").join(name)).expect("an asset") == bytes;
        assert!(same || name == "feed.css", "{name}");
    }
    written
}

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let mut cases: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the cases")
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.is_dir())
        .collect();
    cases.sort();
    assert!(!cases.is_empty(), "there are no cases");
    cases
}

#[test]
fn every_newsroom_builds_to_the_letter_what_is_expected_of_it() {
    for case in cases() {
        let written = build(&case, &[], None);
        let expected = case.join("expected");
        if std::env::var_os("BLESS").is_some() {
            let _ = fs::remove_dir_all(&expected);
            for (name, bytes) in &written {
                let path = expected.join(name);
                fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
                fs::write(path, bytes).expect("a written file");
            }
        }
        let expected = files(&expected);
        assert_eq!(written.keys().collect::<Vec<_>>(), expected.keys().collect::<Vec<_>>(), "{}", case.display());
        for (name, bytes) in &written {
            assert!(*bytes == expected[name], "{}: {name} differs; see the module's head", case.display());
        }
    }
}

#[test]
fn the_bytes_are_the_same_in_every_zone_and_locale() {
    for case in cases() {
        let usual = build(&case, &[], None);
        for environment in [
            [("TZ", "Pacific/Kiritimati"), ("LC_ALL", "de_DE.UTF-8")],
            [("TZ", "America/Los_Angeles"), ("LC_ALL", "C")],
            [("TZ", "UTC"), ("LC_ALL", "tr_TR.UTF-8")],
        ] {
            assert!(build(&case, &environment, None) == usual, "{} under {environment:?}", case.display());
        }
    }
}

#[test]
fn the_order_of_the_folder_does_not_show() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let case = root.join("tests/golden/own");
    let releases = files(&root.join("releases"));
    let mut seen = Vec::new();
    for backwards in [false, true] {
        let shuffled = tempfile::tempdir().expect("a temporary folder");
        let mut names: Vec<&String> = releases.keys().collect();
        if backwards {
            names.reverse();
        }
        for name in names {
            fs::write(shuffled.path().join(name), &releases[name]).expect("a written file");
        }
        seen.push(build(&case, &[], Some(shuffled.path())));
    }
    assert!(seen[0] == seen[1]);
}
