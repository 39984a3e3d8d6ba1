//! Losing power leaves each file old or new: its bytes are on the disk before it gets its name, and the
//! names before a build ends. No test can take the power away, so the order of what is asked of the
//! system is what is looked at.

#![cfg(all(target_os = "linux", target_env = "gnu"))]
#![allow(clippy::expect_used, clippy::panic)] // In a test an expectation that fails is the message.

mod preload;

use std::fs;
use std::os::unix::fs::{MetadataExt as _, symlink};
use std::path::Path;
use std::process::Command;

const CONFIGURATION: &str = include_str!("newsroom.toml");

/// What a build asked for, in its order: a word, and the path of the file or folder.
struct Told(Vec<(String, String)>);

impl Told {
    /// By the first build of a newsroom with `count` releases.
    fn by_a_build_of(count: usize) -> Self {
        Self::by_the_last_of_builds(None, &[count])
    }

    /// By one whose pages come to lie in another folder.
    fn by_a_build_into(elsewhere: &Path, count: usize) -> Self {
        Self::by_the_last_of_builds(Some(elsewhere), &[count])
    }

    /// By the last of builds after each of which there are more releases.
    fn by_the_last_of_builds(elsewhere: Option<&Path>, counts: &[usize]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let library = preload::built("tests/syncing/telling.rs", folder.path());
        fs::create_dir(folder.path().join("releases")).expect("a folder");
        fs::write(folder.path().join("dateline.toml"), CONFIGURATION).expect("a configuration");
        if let Some(elsewhere) = elsewhere {
            fs::create_dir(folder.path().join("public")).expect("a folder");
            symlink(elsewhere, folder.path().join("public/releases")).expect("a link");
        }
        let mut told = String::new();
        for count in counts {
            for number in 0..*count {
                let (month, day) = (number / 28 + 1, number % 28 + 1);
                let text = format!(
                    "Dresden, 2020-{month:02}-{day:02}\n\nCrane Number {number} Moves\n\n\
                     The old crane number {number} of the free port has moved to the museum, which took four days.\n"
                );
                fs::write(folder.path().join(format!("releases/r{number}.txt")), text).expect("a release");
            }
            let file = folder.path().join(format!("told-{count}"));
            let built = Command::new(assert_cmd::cargo::cargo_bin!("dateline"))
                .current_dir(folder.path())
                .args(["build", "--now", "2026-11-22T12:00:00+01:00"])
                .env("LD_PRELOAD", &library)
                .env("SYNCING_TOLD", &file)
                .output()
                .expect("a run");
            assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
            told = fs::read_to_string(file).expect("what was told");
        }
        Self(told.lines().filter_map(|line| line.split_once(' ')).map(|(a, b)| (a.to_owned(), b.to_owned())).collect())
    }

    fn first(&self, word: &str) -> usize {
        self.0.iter().position(|(other, _)| other == word).unwrap_or_else(|| panic!("nothing is {word}"))
    }

    /// What was asked for before the first file got its name.
    fn before_names(&self, word: &str) -> Vec<&str> {
        Self::of(&self.0[..self.first("named")], word)
    }

    /// What was asked for when the last file had its name.
    fn after_names(&self, word: &str) -> Vec<&str> {
        let last = self.0.iter().rposition(|(other, _)| other == "named").unwrap_or_default();
        Self::of(&self.0[last..], word)
    }

    fn named(&self) -> Vec<&str> {
        Self::of(&self.0, "named")
    }

    fn of<'a>(told: &'a [(String, String)], word: &str) -> Vec<&'a str> {
        told.iter().filter(|(other, _)| other == word).map(|(_, path)| path.as_str()).collect()
    }
}

/// The end of a path, whatever it is relative to.
fn is_one_of(path: &str, paths: &[&str]) -> bool {
    paths.iter().any(|other| other.ends_with(path) || path.ends_with(other))
}

#[test]
fn each_of_a_few_files_is_synced_before_any_gets_its_name_and_their_folders_after_the_last() {
    let told = Told::by_a_build_of(3);
    let (named, synced) = (told.named(), told.before_names("synced"));
    assert!(named.len() > 10, "{named:?}");
    for file in &named {
        assert!(is_one_of(file, &synced), "{file} is not among {synced:?}");
    }
    let folders = told.after_names("synced");
    for folder in ["public", "public/releases/r0", "public/releases/r2"] {
        assert!(folders.iter().any(|synced| synced.ends_with(folder)), "{folder} is not among {folders:?}");
    }
    assert!(told.0.iter().all(|(word, _)| word != "all"), "a whole file system is synced for a few files");
}

#[test]
fn of_a_new_release_the_folders_that_have_a_new_name_in_them_are_synced_and_no_others() {
    let told = Told::by_the_last_of_builds(None, &[3, 4]);
    let folders = told.after_names("synced");
    for folder in ["public", "public/releases", "public/releases/r3", "public/years/2020"] {
        assert!(folders.iter().any(|synced| synced.ends_with(folder)), "{folder} is not among {folders:?}");
    }
    assert!(!folders.iter().any(|synced| synced.ends_with("releases/r0")), "{folders:?}");
}

#[test]
fn of_many_files_the_rest_is_synced_together_before_any_gets_its_name_and_the_folders_after_the_last() {
    let told = Told::by_a_build_of(80);
    let (named, synced) = (told.named(), told.before_names("synced"));
    assert!(synced.len() < named.len(), "{} files of {} are synced one by one", synced.len(), named.len());
    assert_eq!(told.before_names("all").len(), 1);
    let together = told.first("all");
    let later = told.0[together..told.first("named")].iter().filter(|(word, _)| word == "synced").count();
    assert_eq!(later, 0, "the whole file system is synced when all have their bytes");
    assert_eq!(told.after_names("all").len(), 1);
    assert!(told.after_names("synced").is_empty());
}

#[test]
fn each_file_system_that_an_output_lies_on_is_synced() {
    let system = |path: &Path| fs::metadata(path).map(|metadata| metadata.dev()).ok();
    // Where there is no second one, there is nothing to see.
    let here = std::env::temp_dir();
    let other = [Path::new("/dev/shm"), Path::new("/var/tmp")]
        .into_iter()
        .find(|path| system(path).is_some_and(|number| Some(number) != system(&here)));
    let Some(elsewhere) = other.and_then(|path| tempfile::tempdir_in(path).ok()) else { return };
    let told = Told::by_a_build_into(elsewhere.path(), 80);
    assert_eq!(told.before_names("all").len(), 2, "{:?}", told.before_names("all"));
}
