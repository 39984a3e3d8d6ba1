//! What a release, a configuration or the name of a file says must not drive the terminal or the workflow
//! that it is told on: nothing in any format holds a control character or turns the line around.

#![cfg(unix)]
#![allow(clippy::expect_used)] // In a test an expectation that fails is the message.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use rayon::prelude::*;
use tempfile::TempDir;

const CONFIGURATION: &str = include_str!("newsroom.toml");
const NOW: [&str; 2] = ["--now", "2026-06-01T00:00:00Z"];

/// Colours, a title, a cursor that goes back, control characters of eight bits, text turned around, and a
/// line that would be a command to a workflow.
const EVIL: [&str; 9] = [
    "\u{1b}[31mred",
    "\u{1b}]0;red\u{7}",
    "red\u{8}\u{8}\u{8}",
    "red\u{7f}",
    "\u{9b}31mred",
    "\u{9d}0;red\u{9c}",
    "\u{202e}red\u{202c}",
    "\u{2066}red\u{2069}",
    "red\n::error::red\r",
];

struct Desk(TempDir);

impl Desk {
    fn new() -> Self {
        let desk = Self(tempfile::tempdir().expect("a folder"));
        fs::create_dir(desk.path("releases")).expect("a folder");
        desk.write("dateline.toml", CONFIGURATION);
        desk
    }

    fn path(&self, name: impl AsRef<Path>) -> PathBuf {
        self.0.path().join(name)
    }

    fn write(&self, name: impl AsRef<Path>, text: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    /// Runs the program and looks at all that it prints. `names` are what it has to speak of.
    fn run(&self, arguments: &[&OsStr], names: &str) -> Output {
        let mut command = Command::new(assert_cmd::cargo::cargo_bin!("dateline"));
        let output = command.args(arguments).current_dir(self.0.path()).output().expect("a run");
        let mut all = String::new();
        for printed in [&output.stdout, &output.stderr] {
            let printed = String::from_utf8(printed.clone()).expect("UTF-8");
            let drives = |c: char| {
                c != '\n' && (c.is_control() || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'))
            };
            assert!(!printed.contains(drives), "{arguments:?}: {printed:?}");
            for line in printed.lines().filter(|line| line.starts_with("::")) {
                let told = ["::error file=releases/", "::warning file=releases/", "::error file=dateline.toml"];
                assert!(told.iter().any(|start| line.starts_with(start)), "{arguments:?}: {line}");
            }
            all.push_str(&printed);
        }
        assert!(all.contains(names), "{arguments:?} says nothing of {names}: {all}");
        output
    }

    /// Everything that says what is wrong with a folder.
    fn check(&self, names: &str) {
        for format in ["human", "github", "json"] {
            self.run(&with_now(&["check", "--format", format]), names);
        }
        self.run(&with_now(&["build", "--verbose", "--strict"]), names);
    }

    fn show(&self, file: &Path, names: &str) {
        for more in [&["--format", "human"][..], &["--format", "json"], &["--explain"]] {
            let mut arguments: Vec<&OsStr> = vec!["show".as_ref(), file.as_os_str()];
            arguments.extend(more.iter().map(OsStr::new));
            self.run(&arguments, names);
        }
    }
}

const KEYS: [&str; 11] =
    ["title", "subtitle", "date", "language", "slug", "id", "place", "author", "embargo", "status", "titel"];

fn with_now<'a>(arguments: &'a [&'a str]) -> Vec<&'a OsStr> {
    arguments.iter().chain(&NOW).map(OsStr::new).collect()
}

/// As YAML and TOML can write what a file must not hold.
fn escaped(text: &str) -> String {
    text.chars().map(|c| format!("\\u{:04X}", u32::from(c))).collect::<Vec<_>>().concat()
}

fn release(front_matter: &str, text: &str) -> String {
    format!(
        "---\n{front_matter}\n---\nLamp lit\n\nAldwick, 1 May 2026 – The mayor lit the lamp that has stood at the \
         harbour for eighty years.\n\n{text}\n"
    )
}

#[test]
fn names_of_files_drive_nothing() {
    EVIL.par_iter().for_each(|evil| {
        let desk = Desk::new();
        symlink("nowhere", desk.path(format!("releases/{evil}.txt"))).expect("a link");
        desk.write(format!("releases/{evil}.odt"), "x");
        desk.write(format!("releases/{evil}.csv"), "x");
        desk.write(format!("releases/a{evil}.txt"), "");
        desk.write(format!("releases/{evil}/lamp.md"), release("titel: x", ""));
        let file = format!("releases/good{evil}.txt");
        desk.write(&file, release("", ""));
        desk.check("red");
        desk.show(Path::new(&file), "red");
        desk.show(&Path::new("releases").join(format!("{evil}-missing.txt")), "red");
        // As a shell hands over the names of a folder.
        let names: Vec<String> = ["show", &file, &file].map(str::to_owned).into();
        desk.run(&names.iter().map(OsStr::new).collect::<Vec<_>>(), "red");
        desk.run(&["build".as_ref(), format!("--now={evil}").as_ref()], "red");
        desk.run(&["build".as_ref(), "--releases".as_ref(), evil.as_ref()], "red");
        desk.run(&["build".as_ref(), "--config".as_ref(), evil.as_ref()], "red");
    });
}

#[test]
fn names_that_are_no_text_drive_nothing() {
    let desk = Desk::new();
    let name = |ending: &str| [b"releases/\x9b31mred\x1b\xff", ending.as_bytes()].concat();
    for ending in [".txt", ".csv", ".odt", "/lamp.txt"] {
        desk.write(OsStr::from_bytes(&name(ending)), release("titel: x", ""));
    }
    desk.check("31mred");
    desk.show(Path::new(OsStr::from_bytes(&name(".txt"))), "31mred");
}

#[test]
fn what_releases_say_drives_nothing() {
    EVIL.par_iter().for_each(|evil| {
        let escaped = escaped(evil);
        let desk = Desk::new();
        for key in KEYS {
            let text = release(&format!("{key}: \"x{escaped}\"\n\"{escaped}\": red"), "");
            desk.write(format!("releases/{key}.txt"), text);
        }
        let shown: Vec<String> = ["title", "subtitle", "place"].map(|key| format!("{key}: \"x{escaped}\"")).into();
        desk.write("releases/lamp.txt", release(&shown.join("\n"), ""));
        desk.show(Path::new("releases/lamp.txt"), "lamp");
        desk.check("titel.txt");
        let desk = Desk::new();
        let files = format!("image: \"{escaped}.png\"\nattachments: [\"{escaped}.pdf\", \"{escaped}\"]");
        desk.write("releases/lamp.txt", release(&files, ""));
        desk.check("red");
        desk.show(Path::new("releases/lamp.txt"), "lamp");
        for text in [
            (*evil).to_owned(),
            format!("# {evil}\n\n[{evil}](javascript:{evil}) <b onclick={evil}>red</b> ![{evil}]({evil}.png)"),
        ] {
            let desk = Desk::new();
            for ending in ["txt", "md", "html"] {
                desk.write(format!("releases/lamp-{ending}.{ending}"), release("", &text));
                desk.write(format!("releases/front-{ending}.{ending}"), release(&format!("{evil}: {evil}"), &text));
                desk.write(format!("releases/alone-{ending}.{ending}"), format!("{evil}\n\n{text}"));
            }
            desk.check("alone-md.md");
            for name in ["lamp-md.md", "alone-txt.txt"] {
                desk.show(&Path::new("releases").join(name), "");
            }
        }
    });
}

#[test]
fn what_the_configuration_says_drives_nothing() {
    EVIL.par_iter().for_each(|evil| {
        let escaped = escaped(evil);
        for key in ["title", "description", "language", "site", "id_base", "time_zone", "time_of_day", "hubs", "titel"]
        {
            let desk = Desk::new();
            desk.write("releases/lamp.txt", release("", ""));
            let kept: Vec<&str> = CONFIGURATION.lines().filter(|line| !line.starts_with(key)).collect();
            let kept = kept.join(
                "
",
            );
            desk.write("dateline.toml", format!("{key} = \"x{escaped}\"\n\"{escaped}\" = 1\n{kept}"));
            desk.check("dateline.toml");
            desk.write("dateline.toml", format!("{key} = {evil}\n{kept}"));
            desk.run(&with_now(&["check"]), "dateline.toml");
        }
    });
}
