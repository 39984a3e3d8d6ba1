//! A newsroom on the disk, and the program that is run in it.

#![allow(dead_code, reason = "no test uses all of it")]

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

pub const NOW: &str = "2026-11-22T12:00:00+01:00";

/// Each file with what would show that it was touched: bytes, inode and time.
pub type Snapshot = BTreeMap<PathBuf, (Vec<u8>, u64, i64)>;

pub struct Desk {
    folder: TempDir,
}

impl Desk {
    /// A newsroom with `count` releases.
    pub fn with(count: usize) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let config = "title = \"N\"\ndescription = \"D\"\nlanguage = \"en\"\nsite = \"https://n.example.org/\"\n\
                      id_base = \"tag:example.org,2020\"\ntime_zone = \"Europe/Berlin\"\n[publisher]\nname = \"P\"\n";
        fs::create_dir(folder.path().join("releases")).expect("a folder");
        fs::write(folder.path().join("dateline.toml"), config).expect("a configuration");
        let desk = Self { folder };
        for number in 0..count {
            desk.release(number, "first");
        }
        desk
    }

    /// Release number `number` on a day of its own.
    pub fn release(&self, number: usize, word: &str) {
        let (year, day) = (1990 + number / 300, number % 300 % 28 + 1);
        let month = number % 300 / 28 + 1;
        let text = format!(
            "Dresden, {year}-{month:02}-{day:02}\n\nHeadline Number {number} Is {word}\n\n\
             The {word} lead of release number {number} is long enough to be taken for the lead of a release.\n"
        );
        fs::write(self.path("releases").join(format!("r{number}.txt")), text).expect("a release");
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn command(&self) -> Command {
        let mut command = Command::new(assert_cmd::cargo::cargo_bin!("dateline"));
        command.current_dir(self.folder.path()).args(["build", "--now", NOW]);
        command
    }

    pub fn build(&self) -> Output {
        self.command().output().expect("a run")
    }

    /// The bytes of every file of the output folder, by its name there.
    pub fn files(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let name = |path: &Path| path.strip_prefix(self.path("public")).expect("below it").to_owned();
        self.snapshot().into_iter().map(|(path, (bytes, ..))| (name(&path), bytes)).collect()
    }

    pub fn snapshot(&self) -> Snapshot {
        let mut snapshot = Snapshot::new();
        for path in self.names() {
            let metadata = fs::symlink_metadata(&path).expect("metadata");
            let bytes = fs::read(&path).unwrap_or_default();
            snapshot.insert(path, (bytes, metadata.ino(), metadata.mtime_nsec()));
        }
        snapshot
    }

    /// Every file below the output folder.
    pub fn names(&self) -> Vec<PathBuf> {
        let (mut names, mut folders) = (Vec::new(), vec![self.path("public")]);
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).expect("a folder").flatten() {
                if entry.path().is_dir() {
                    folders.push(entry.path());
                } else {
                    names.push(entry.path());
                }
            }
        }
        names
    }
}

pub fn code(output: &Output) -> Option<i32> {
    output.status.code()
}

pub fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

pub fn is_temporary(name: &Path) -> bool {
    name.file_name().is_some_and(|name| name.to_string_lossy().starts_with(".dateline-"))
}
