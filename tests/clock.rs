//! The machine's clock: nothing that is written or said depends on it where `--now` is given, whether it
//! stands in 1970 or in 2100.

#![cfg(all(target_os = "linux", target_env = "gnu"))]
#![allow(clippy::expect_used)] // In a test an expectation that fails is the message.

mod preload;

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

const NOW: &str = "2026-11-22T12:00:00+01:00";
const OTHER_CLOCKS: [&str; 4] = ["0", "1", "2147483648", "4102444800"];
const IN_1970: &str = "0";
const IN_2100: &str = "4102444800";

type Files = BTreeMap<PathBuf, Vec<u8>>;

/// Exit code, stdout, stderr, and what lies in the output folder.
type Outcome = (Option<i32>, String, String, Files);

struct Desk {
    folder: TempDir,
    library: PathBuf,
}

impl Desk {
    /// A newsroom with releases of the past, of the future, under embargo, corrected and translated.
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let library = preload::built("tests/clock/wrong.rs", folder.path());
        let desk = Self { folder, library };
        fs::create_dir(desk.path("releases")).expect("a folder");
        fs::write(desk.path("dateline.toml"), include_str!("newsroom.toml")).expect("a configuration");
        let lead = "The mayor lit the lamp that has stood at the harbour for eighty years.";
        for (name, front_matter) in [
            ("old.md", "date: 1999-12-31"),
            ("crane.de.md", "date: 2026-03-02\nsubjects: [Ships]"),
            ("crane.en.md", "date: 2026-03-02"),
            ("corrected.md", "date: 2020-05-04\ncorrection: {date: 2026-06-01, note: The lamp is green.}"),
            ("embargo.md", "date: 2026-11-01\nembargo: 2026-12-01 09:00"),
            ("future.md", "date: 2060-01-01"),
            ("draft.md", "date: 2026-01-01\ndraft: true"),
        ] {
            let text =
                format!("---\ntitle: Lamp of {name}\n{front_matter}\n---\n\n{lead}\n\nIt is lit every evening.\n");
            fs::write(desk.path("releases").join(name), text).expect("a release");
        }
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Runs with a clock; says whether it was looked at.
    fn run(&self, arguments: &[&str], clock: Option<&str>) -> (Outcome, bool) {
        let _ = fs::remove_dir_all(self.path("public"));
        let asked = self.path("asked");
        let mut command = Command::new(assert_cmd::cargo::cargo_bin!("dateline"));
        command.current_dir(self.folder.path()).args(arguments);
        if let Some(clock) = clock {
            command.env("LD_PRELOAD", &self.library).env("CLOCK_SAYS", clock).env("CLOCK_ASKED", &asked);
        }
        let output = command.output().expect("a run");
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let outcome = (output.status.code(), text(&output.stdout), text(&output.stderr), files(&self.path("public")));
        (outcome, fs::remove_file(asked).is_ok())
    }
}

fn files(folder: &Path) -> Files {
    let mut files = Files::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.path().is_dir() {
            files.extend(self::files(&entry.path()));
        } else {
            files.insert(entry.path(), fs::read(entry.path()).expect("a file"));
        }
    }
    files
}

#[test]
fn with_now_given_nothing_depends_on_the_clock() {
    let desk = Desk::new();
    for arguments in [
        &["build", "--now", NOW, "--verbose"][..],
        &["check", "--now", NOW, "--format", "json"],
        &["check", "--now", NOW, "--strict"],
        &["lifted", "--now", NOW, "--since", "2026-01-01T00:00:00Z"],
        &["show", "releases/crane.de.md", "--explain"],
        &["show", "releases/embargo.md", "--format", "json"],
    ] {
        let (usual, _) = desk.run(arguments, None);
        for clock in OTHER_CLOCKS {
            let (outcome, _) = desk.run(arguments, Some(clock));
            assert!(outcome == usual, "{arguments:?} with a clock of {clock}:\n{outcome:#?}\n{usual:#?}");
        }
    }
    let (built, _) = desk.run(&["build", "--now", NOW], Some(IN_1970));
    assert!(built.0 == Some(0) && built.3.len() > 20, "{built:?}");
}

#[test]
fn a_preview_is_shown_whatever_the_clock_says() {
    let desk = Desk::new();
    for clock in ["-86400", IN_1970, IN_2100] {
        let mut command = Command::new(assert_cmd::cargo::cargo_bin!("dateline"));
        command.current_dir(desk.folder.path()).args(["serve", "--port", "0", "--now", NOW]);
        command.env("LD_PRELOAD", &desk.library).env("CLOCK_SAYS", clock).env("CLOCK_ASKED", desk.path("asked"));
        let mut preview = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("a preview");
        let mut line = String::new();
        BufReader::new(preview.stdout.take().expect("a pipe")).read_line(&mut line).expect("a line");
        preview.kill().expect("an end");
        preview.wait().expect("an end");
        assert!(line.starts_with("http://127.0.0.1:"), "{clock}: {line}");
    }
}

/// Or the other test would show nothing.
#[test]
fn without_now_the_clock_says_what_is_public() {
    let desk = Desk::new();
    let ((code, _, stderr, files), asked) = desk.run(&["build"], Some(IN_1970));
    assert!(asked, "the clock was not looked at");
    assert_eq!(code, Some(5), "{stderr}");
    assert!(stderr.contains("no release is public") && files.is_empty(), "{stderr}");
    let ((code, _, stderr, _), asked) = desk.run(&["build"], Some(IN_2100));
    assert!(asked, "the clock was not looked at");
    assert_eq!(code, Some(0), "{stderr}");
    assert!(stderr.contains("6 releases public"), "{stderr}");
    let ((code, _, stderr, _), _) = desk.run(&["build", "--now", NOW], Some(IN_2100));
    assert_eq!(code, Some(0), "{stderr}");
    assert!(stderr.contains("4 releases public"), "{stderr}");
}

#[test]
fn a_clock_that_is_far_off_is_told_of_and_nothing_is_written() {
    let desk = Desk::new();
    // The year 30828, and long before there were calendars.
    for clock in ["910692730085", "-62167219201", "-9000000000000000"] {
        let ((code, stdout, stderr, files), _) = desk.run(&["build"], Some(clock));
        assert_eq!(code, Some(2), "{clock}: {stderr}");
        assert_eq!(stderr, "the clock of this machine is far off; set it, or state `--now`\n");
        assert!(stdout.is_empty() && files.is_empty());
    }
}
