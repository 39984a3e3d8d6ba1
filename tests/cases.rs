//! Every file `tests/cases/*.case` is a case that says itself what it expects: to add one, add a file.
//!
//! A case begins in a fresh folder with [`CONFIG`] as `dateline.toml` and [`RELEASE`] as
//! `releases/first.txt`, built once. Its first line is the sentence that it proves; sections
//! follow, each opened by a line `>>> ...`, and are worked through in their order:
//!
//! - `config`, `file PATH`: the text below becomes `dateline.toml`, or that file
//! - `bytes PATH`: as `file`, with the escapes `\xFC \0 \r \n \t \\`, which a path may hold too,
//!   and no line ends but those
//! - `delete PATH`, `rename PATH PATH`, `link PATH TARGET` (where there are none, the case is passed over)
//! - `env NAME=VALUE`: for all runs below
//! - `run ARGUMENTS`: runs the program; the sections below say what is expected of it:
//!   - `exit CODE`: 0 where it is left out
//!   - `stdout`, `stderr`: all that is printed, line by line, nothing where they are left out;
//!     `{...}` stands for any words of the system's. Of the written paths, `stdout` has those of the
//!     newsroom's own feeds and of files beside releases; `stdout all` has the others too
//!   - `contains WHERE`: the lines below are in that file, `stdout` or `stderr`, in that order
//!   - `lacks WHERE...: TEXT`: TEXT is in none of these, nor in the name of a file there
//!   - `untouched`: no file in the folder was made, removed, written or replaced.
//!     A run with another exit code than 0 is always held to that.
//!
//! `BLESS=1 cargo test --test cases` writes into each case what its runs print: read the difference.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use rayon::prelude::*;

const CONFIG: &str = r#"title = "Harbour Museum News"
description = "Press releases of the Harbour Museum"
language = "en"
site = "https://news.example.org/"
id_base = "tag:example.org,2018"
time_zone = "Europe/Berlin"

[publisher]
name = "Harbour Museum"
"#;

const RELEASE: &str = "Museum opens its cellar

Hamburg, 2 March 2026 – The Harbour Museum opens its cellar to visitors on Saturday. Forty models of ships can be seen there for the first time.

The cellar was closed for repairs for six years. Admission is free until Easter.
";

const FIRST_BUILD: &str = "build --now 2026-06-01T00:00:00Z";

type Fallible<T> = Result<T, Box<dyn Error>>;

/// Path below the folder, and what would show that a file was touched: bytes, time and inode.
type Snapshot = BTreeMap<String, (Vec<u8>, Option<(SystemTime, u64)>)>;

#[test]
fn every_case_does_what_it_says() -> Fallible<()> {
    let mut cases = Vec::new();
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases"))? {
        cases.push(entry?.path());
    }
    cases.retain(|path| path.extension().is_some_and(|extension| extension == "case"));
    cases.sort();
    let mut report = String::new();
    let mut failed = 0;
    let played: Result<Vec<Played>, String> =
        cases.par_iter().map(|path| play(path).map_err(|error| format!("{}: {error}", path.display()))).collect();
    for (path, (text, faults)) in cases.iter().zip(played?) {
        if !faults.is_empty() {
            failed += 1;
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let sentence = text.lines().next().unwrap_or_default();
            write!(report, "\n\n{name}: {sentence}\n{}", faults.join("\n"))?;
        }
    }
    assert!(!cases.is_empty(), "there are no cases");
    assert!(failed == 0, "{failed} of {} cases fail{report}\n", cases.len());
    eprintln!("{} cases hold", cases.len());
    Ok(())
}

/// The text of a case, and its faults.
type Played = (String, Vec<String>);

fn play(path: &Path) -> Fallible<Played> {
    let text = fs::read_to_string(path)?;
    let (faults, printed) = match Case::play(&text) {
        Ok(played) => played,
        Err(error) => (vec![format!("the case can't be played: {error}")], text.clone()),
    };
    if std::env::var_os("BLESS").is_some() && printed != text {
        fs::write(path, printed)?;
    }
    Ok((text, faults))
}

struct Case {
    folder: tempfile::TempDir,
    environment: Vec<(String, String)>,
    faults: Vec<String>,
}

/// Exit code, stdout, stderr.
type Outcome = (i32, String, String);

/// What follows `>>> ` on its line, and the lines below.
type Section<'a> = (&'a str, String);

impl Case {
    /// The faults, and the case with what was printed in place of what was expected.
    fn play(text: &str) -> Fallible<(Vec<String>, String)> {
        let folder = tempfile::tempdir()?;
        let mut case = Self { folder, environment: Vec::new(), faults: Vec::new() };
        case.write("dateline.toml", CONFIG.as_bytes())?;
        case.write("releases/first.txt", RELEASE.as_bytes())?;
        if case.run(FIRST_BUILD)?.0 != 0 {
            return Err("the first build fails".into());
        }
        let sections: Vec<Section> = text.split("\n>>> ").skip(1).map(section).collect();
        let mut printed = text.split("\n>>> ").next().unwrap_or_default().to_owned();
        let mut left = sections.as_slice();
        while let [(head, body), rest @ ..] = left {
            left = rest;
            append(&mut printed, head, body);
            let (word, argument) = head.split_once(' ').unwrap_or((head, ""));
            match (word, argument.split_whitespace().collect::<Vec<_>>().as_slice()) {
                ("config", []) => case.write("dateline.toml", body.as_bytes())?,
                ("file", _) => case.write(argument, body.as_bytes())?,
                ("bytes", _) => case.write(argument, &unescaped(body)?)?,
                ("delete", _) => fs::remove_file(case.path(argument)?)?,
                ("rename", [from, to]) => fs::rename(case.path(from)?, case.path(to)?)?,
                #[cfg(unix)]
                ("link", [path, target]) => std::os::unix::fs::symlink(target, case.path(path)?)?,
                #[cfg(not(unix))]
                ("link", _) => return Ok((Vec::new(), text.to_owned())),
                ("env", _) => {
                    let (name, value) = argument.split_once('=').ok_or("`env` needs NAME=VALUE")?;
                    case.environment.push((name.to_owned(), value.to_owned()));
                }
                ("run", _) => {
                    let (expected, next) = rest.split_at(rest.iter().take_while(|section| expects(section)).count());
                    printed.push_str(&case.check(argument, expected)?);
                    left = next;
                }
                _ => return Err(format!("what is `>>> {head}`?").into()),
            }
        }
        // The last section's text has no line end of its own.
        Ok((case.faults, if text.ends_with('\n') { printed + "\n" } else { printed }))
    }

    fn path(&self, name: &str) -> Fallible<PathBuf> {
        Ok(self.folder.path().join(String::from_utf8(unescaped(name)?)?))
    }

    fn write(&self, name: &str, bytes: &[u8]) -> Fallible<()> {
        let path = self.path(name)?;
        fs::create_dir_all(path.parent().ok_or("a path without a folder")?)?;
        Ok(fs::write(path, bytes)?)
    }

    fn run(&self, arguments: &str) -> Fallible<Outcome> {
        let output = Command::new(assert_cmd::cargo::cargo_bin!("dateline"))
            .args(arguments.split_whitespace())
            .current_dir(self.folder.path())
            .envs([("TZ", "Pacific/Kiritimati"), ("LC_ALL", "C"), ("NO_COLOR", "1")])
            .envs(self.environment.iter().map(|(name, value)| (name, value)))
            .output()?;
        let exit = output.status.code().ok_or("the program was killed")?;
        Ok((exit, String::from_utf8(output.stdout)?, String::from_utf8(output.stderr)?))
    }

    /// Runs the program and notes what is not as the sections expect it. Returns the sections with
    /// what was printed.
    fn check(&mut self, arguments: &str, expected: &[Section]) -> Fallible<String> {
        let before = self.snapshot()?;
        let (exit, stdout, stderr) = self.run(arguments)?;
        let after = self.snapshot()?;
        let of = |word: &str| expected.iter().find(|(head, _)| *head == word).map_or("", |(_, body)| body.as_str());
        let code = expected.iter().find_map(|(head, _)| head.strip_prefix("exit ")).unwrap_or("0");
        let mut faults = Vec::new();
        if exit.to_string() != code {
            faults.push(format!("  exit {code} is expected, not {exit}"));
        }
        let whole = expected.iter().any(|(head, _)| *head == "stdout all");
        let told = if whole { stdout.clone() } else { without_pages(&stdout) };
        let stdout_head = if whole { "stdout all" } else { "stdout" };
        let streams = [("stderr", &stderr), (stdout_head, &told)];
        let differing = streams.map(|(head, got)| (head, got, difference(head, of(head), got)));
        let mut printed = String::new();
        for (head, body) in expected {
            let got = differing.iter().find(|(other, _, fault)| other == head && fault.is_some());
            match got {
                Some((_, got, _)) if got.is_empty() => {}
                Some((_, got, _)) => append(&mut printed, head, got),
                None => append(&mut printed, head, body),
            }
        }
        for (head, got, fault) in differing {
            if fault.is_some() && !expected.iter().any(|(other, _)| *other == head) {
                append(&mut printed, head, got);
            }
            faults.extend(fault);
        }
        if exit != 0 || expected.iter().any(|(head, _)| *head == "untouched") {
            faults.extend(touched(&before, &after));
        }
        // Everything there is at a place: file names and contents.
        let all_of = |place: &str| match place {
            "stdout" => stdout.clone(),
            "stderr" => stderr.clone(),
            _ => (after.iter().filter(|(name, _)| Path::new(name).starts_with(place)))
                .flat_map(|(name, (bytes, _))| [name.into(), String::from_utf8_lossy(bytes)])
                .collect::<Vec<_>>()
                .join("\n"),
        };
        for (head, body) in expected {
            match head.split_once(' ').unwrap_or((head, "")) {
                ("contains", place) => {
                    let all = all_of(place);
                    let mut rest = all.as_str();
                    for line in body.lines().map(str::trim) {
                        match rest.split_once(line) {
                            Some((_, after)) => rest = after,
                            None => faults.push(format!("  {place} does not contain, or not there: {line}")),
                        }
                    }
                }
                ("lacks", places) => {
                    let (places, text) = places.split_once(": ").ok_or("`lacks` needs WHERE: TEXT")?;
                    let holders = places.split_whitespace().filter(|place| all_of(place).contains(text));
                    faults.extend(holders.map(|place| format!("  {place} contains: {text}")));
                }
                _ => {}
            }
        }
        if !faults.is_empty() {
            self.faults.push(format!("  $ dateline {arguments}\n{}", faults.join("\n")));
        }
        Ok(printed)
    }

    fn snapshot(&self) -> Fallible<Snapshot> {
        let mut snapshot = Snapshot::new();
        let mut folders = vec![String::new()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(self.folder.path().join(&folder))? {
                let entry = entry?;
                let name = format!("{folder}{}", entry.file_name().to_string_lossy());
                let metadata = entry.metadata()?;
                if metadata.is_dir() {
                    snapshot.insert(name.clone(), (Vec::new(), None));
                    folders.push(format!("{name}/"));
                } else {
                    let bytes = fs::read(entry.path()).unwrap_or_default();
                    snapshot.insert(name, (bytes, Some((metadata.modified()?, inode(&metadata)))));
                }
            }
        }
        Ok(snapshot)
    }
}

fn section(text: &str) -> Section<'_> {
    match text.split_once('\n') {
        Some((head, body)) => (head, format!("{}\n", body.strip_suffix('\n').unwrap_or(body))),
        None => (text, String::new()),
    }
}

/// As [`section`] reads it.
fn append(text: &mut String, head: &str, body: &str) {
    text.push_str("\n>>> ");
    text.push_str(head);
    if !body.trim_end_matches('\n').is_empty() {
        text.push('\n');
        text.push_str(body.strip_suffix('\n').unwrap_or(body));
    }
}

/// Without the paths of pages, of their assets, of feeds per language and subject, and of archives.
fn without_pages(stdout: &str) -> String {
    let page = |line: &&str| {
        let ends = ["/index.html", "/style.css", "/feed.css", "/copy.js", "/feeds.opml", "/sitemap.xml"];
        let below = ["/languages/", "/subjects/", "/archive/"];
        ends.iter().any(|end| line.ends_with(end)) || below.iter().any(|folder| line.contains(folder))
    };
    stdout.split_inclusive('\n').filter(|line| !page(&line.trim_end())).collect()
}

fn expects((head, _): &Section) -> bool {
    let words = ["exit", "stdout", "stderr", "contains", "lacks", "untouched"];
    head.split(' ').next().is_some_and(|word| words.contains(&word))
}

fn touched(before: &Snapshot, after: &Snapshot) -> Vec<String> {
    let names = before.keys().chain(after.keys().filter(|name| !before.contains_key(*name)));
    let changes = names.filter_map(|name| {
        let how = match (before.get(name), after.get(name)) {
            (old, new) if old == new => return None,
            (_, None) => "removed",
            (None, _) => "made",
            (Some((old, _)), Some((new, _))) if old != new => "changed",
            _ => "written again, or replaced by its like",
        };
        Some(format!("  {name} was {how}"))
    });
    changes.collect()
}

#[cfg(unix)]
fn inode(metadata: &fs::Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(metadata)
}

#[cfg(not(unix))]
fn inode(_: &fs::Metadata) -> u64 {
    0
}

fn difference(what: &str, expected: &str, got: &str) -> Option<String> {
    let (expected, got): (Vec<_>, Vec<_>) = (expected.lines().collect(), got.lines().collect());
    let alike = expected.iter().zip(&got).take_while(|(expected, got)| is_like(got, expected)).count();
    let tail = expected[alike..].iter().rev().zip(got[alike..].iter().rev());
    let alike_again = tail.take_while(|(expected, got)| is_like(got, expected)).count();
    let marked = |lines: &[&str], mark| {
        let differing = &lines[alike..lines.len() - alike_again];
        differing.iter().map(|line| ["\n    ", mark, " ", line].concat()).collect::<String>()
    };
    let (missing, extra) = (marked(&expected, "-"), marked(&got, "+"));
    (!missing.is_empty() || !extra.is_empty()).then(|| format!("  {what}, line {}:{missing}{extra}", alike + 1))
}

/// Whether a line is as expected, where `{...}` stands for any words.
fn is_like(got: &str, expected: &str) -> bool {
    match expected.split_once("{...}") {
        None => got == expected,
        Some((start, rest)) => got.strip_prefix(start).is_some_and(|got| {
            got.char_indices().map(|(at, _)| at).chain([got.len()]).any(|at| is_like(&got[at..], rest))
        }),
    }
}

fn unescaped(text: &str) -> Fallible<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut rest = text.bytes().filter(|byte| *byte != b'\n');
    while let Some(byte) = rest.next() {
        let escape = if byte == b'\\' { rest.next() } else { None };
        bytes.push(match escape {
            None => byte,
            Some(b'0') => 0,
            Some(b'n') => b'\n',
            Some(b'r') => b'\r',
            Some(b't') => b'\t',
            Some(b'\\') => b'\\',
            Some(b'x') => {
                let digits: Vec<u8> = rest.by_ref().take(2).collect();
                u8::from_str_radix(str::from_utf8(&digits)?, 16)?
            }
            Some(other) => return Err(format!("what is `\\{}`?", char::from(other)).into()),
        });
    }
    Ok(bytes)
}
