//! Every single file operation of a build fails once, and once kills it. Each file is then entirely old
//! or entirely new, and the next run leaves nothing of the broken one behind.

#![cfg(all(target_os = "linux", target_env = "gnu"))]
#![allow(clippy::expect_used, clippy::panic)] // In a test an expectation that fails is the message.

mod preload;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

const NOW: &str = "2026-11-22T12:00:00+01:00";
const CONFIGURATION: &str = include_str!("newsroom.toml");

struct Newsroom {
    folder: TempDir,
    library: PathBuf,
}

type Files = BTreeMap<PathBuf, Vec<u8>>;

impl Newsroom {
    fn new(library: &Path) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        fs::create_dir(folder.path().join("releases")).expect("a folder");
        fs::write(folder.path().join("dateline.toml"), CONFIGURATION).expect("a configuration");
        let newsroom = Self { folder, library: library.to_owned() };
        for number in 1..=3 {
            newsroom.release(number, "first");
        }
        newsroom
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn release(&self, number: usize, word: &str) {
        let text = format!(
            "Dresden, 2020-05-{number:02}\n\nHeadline Number {number} Is {word}\n\n\
             The {word} lead of release number {number} is long enough to be taken for the lead of a release.\n"
        );
        fs::write(self.path(&format!("releases/r{number}.txt")), text).expect("a release");
    }

    fn command(&self) -> Command {
        let mut command = Command::new(assert_cmd::cargo::cargo_bin!("dateline"));
        command.current_dir(self.folder.path()).args(["build", "--now", NOW, "--allow-removal"]);
        command.env("RAYON_NUM_THREADS", "1");
        command
    }

    fn build(&self) -> Output {
        self.command().output().expect("a run")
    }

    /// A build whose operation number `at` fails; `None` when it has fewer.
    fn broken(&self, at: usize, kills: bool) -> Option<Output> {
        let told = self.path("told");
        let mut command = self.command();
        command.env("LD_PRELOAD", &self.library).env("OPERATION_FAILS", at.to_string()).env("OPERATION_TOLD", &told);
        if kills {
            command.env("OPERATION_KILLS", "1");
        }
        let output = command.output().expect("a run");
        fs::remove_file(&told).is_ok().then_some(output)
    }

    /// What lies in the output folder.
    fn files(&self) -> Files {
        let mut files = Files::new();
        let mut folders = vec![self.path("public")];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
                if entry.path().is_dir() {
                    folders.push(entry.path());
                } else {
                    let name = entry.path().strip_prefix(self.path("public")).expect("below it").to_owned();
                    files.insert(name, fs::read(entry.path()).expect("a file"));
                }
            }
        }
        files
    }
}

fn is_temporary(name: &Path) -> bool {
    name.file_name().is_some_and(|name| name.to_string_lossy().starts_with(".dateline-"))
}

/// Breaks every operation of a build in turn. `prepare` makes the newsroom that it begins with, `meanwhile`
/// is what happens before the next run.
fn each_operation_breaks_once(kills: bool, prepare: impl Fn(&Newsroom), meanwhile: impl Fn(&Newsroom)) -> usize {
    let folder = tempfile::tempdir().expect("a folder");
    let library = preload::built("tests/operations/failing.rs", folder.path());
    let started = || {
        let newsroom = Newsroom::new(&library);
        prepare(&newsroom);
        newsroom
    };
    let whole = started();
    let old = whole.files();
    assert_eq!(whole.build().status.code(), Some(0));
    let new = whole.files();
    assert_ne!(old, new);
    meanwhile(&whole);
    assert_eq!(whole.build().status.code(), Some(0));
    let repaired = whole.files();
    let mut operations = 0;
    let mut newsroom = started();
    loop {
        let at = operations + 1;
        let Some(output) = newsroom.broken(at, kills) else { return operations };
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        let told = format!("operation {at}: {:?} {said}", output.status);
        let there = newsroom.files();
        for (name, bytes) in there.iter().filter(|(name, _)| !is_temporary(name)) {
            let whole = old.get(name) == Some(bytes) || new.get(name) == Some(bytes);
            assert!(whole, "{} is half-written; {told}", name.display());
        }
        let meant = |name: &PathBuf| there.contains_key(name) || !new.contains_key(name);
        assert!(old.keys().all(meant), "a file is gone; {told}");
        match output.status.code() {
            // What failed was not needed, such as asking how many processors there are.
            // An empty file that could not be removed goes with the next run.
            Some(0) => {
                let lasting = there.iter().filter(|(name, bytes)| !(is_temporary(name) && bytes.is_empty()));
                assert!(kills || lasting.eq(&new), "{told}");
            }
            Some(2 | 3) => assert!(!said.is_empty(), "{told}"),
            None if kills => {}
            _ => panic!("{told}"),
        }
        meanwhile(&newsroom);
        let again = newsroom.build();
        assert_eq!(again.status.code(), Some(0), "{told} {}", String::from_utf8_lossy(&again.stderr));
        assert!(newsroom.files() == repaired, "the next run leaves something else; {told}");
        newsroom = started();
        operations = at;
    }
}

#[test]
fn every_operation_of_a_first_build_may_fail() {
    let operations = each_operation_breaks_once(false, |_| {}, |_| {});
    assert!(operations > 100, "{operations}");
}

#[test]
fn every_operation_of_a_later_build_may_fail() {
    let prepare = |newsroom: &Newsroom| {
        assert_eq!(newsroom.build().status.code(), Some(0));
        newsroom.release(2, "second");
        fs::remove_file(newsroom.path("releases/r3.txt")).expect("a file");
    };
    let operations = each_operation_breaks_once(false, prepare, |_| {});
    assert!(operations > 100, "{operations}");
}

#[test]
fn a_page_that_a_killed_build_put_there_goes_when_its_release_does() {
    let prepare = |newsroom: &Newsroom| {
        assert_eq!(newsroom.build().status.code(), Some(0));
        newsroom.release(4, "first");
    };
    let meanwhile = |newsroom: &Newsroom| fs::remove_file(newsroom.path("releases/r4.txt")).expect("a file");
    let operations = each_operation_breaks_once(true, prepare, meanwhile);
    assert!(operations > 100, "{operations}");
}
