//! The rooms of the library in the order of the data. Each may know those above it, and none below: a room that is
//! imported from above it closes a circle.

#![allow(clippy::expect_used)] // In a test an expectation that fails is the message.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const ROOMS: [&str; 33] = [
    "address",
    "problem",
    "fingerprint",
    "characters",
    "markup",
    "document",
    "link",
    "instant",
    "prose",
    "body",
    "manuscript",
    "release",
    "config",
    "source",
    "parse",
    "newsroom",
    "content",
    "feed",
    "verify",
    "page",
    "sitemap",
    "guard",
    "disk",
    "reading",
    "desk",
    "edition",
    "show",
    "schema",
    "frame",
    "workflow",
    "preview",
    "hub",
    "against",
];

/// The rooms that a file of the library names in what is no test.
fn imports(text: &str) -> BTreeSet<String> {
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    let code: Vec<&str> = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    let code = code.join("\n");
    let mut rooms = BTreeSet::new();
    for (at, opener) in code.match_indices("crate::") {
        let behind = &code[at + opener.len()..];
        let end = if behind.starts_with('{') { "};" } else { "::" };
        let names = behind.split(end).next().unwrap_or_default();
        let names = names.split(['{', ',']).map(|name| name.trim().split([':', ';', ' ']).next().unwrap_or_default());
        rooms.extend(names.filter(|name| ROOMS.contains(name)).map(str::to_owned));
    }
    rooms
}

/// The chains of `super::` that lead out of the room that a file is in, which only `crate::` should.
fn leaves(within: &Path, text: &str) -> Vec<String> {
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    // `feed.rs` is the room itself, `feed/rss.rs` one module deeper.
    let depth = within.iter().count();
    let names =
        |behind: &str| behind.split(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':')).next().map(str::to_owned);
    let chains = code.match_indices("super::").filter(|(at, _)| !code[..*at].ends_with("super::"));
    let leaving = chains.filter(|(at, _)| code[*at..].split("::").take_while(|step| *step == "super").count() >= depth);
    leaving.filter_map(|(at, _)| names(&code[at..])).collect()
}

fn files(folder: &Path, all: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files(&path, all);
        } else if path.extension().is_some_and(|extension| extension == "rs") && !path.ends_with("tests.rs") {
            all.push(path);
        }
    }
}

#[test]
fn every_room_of_the_library_is_in_the_table() {
    let library = include_str!("../src/lib.rs");
    let rooms = library.lines().filter_map(|line| line.strip_prefix("pub ").unwrap_or(line).strip_prefix("mod "));
    let rooms: BTreeSet<&str> = rooms.map(|room| room.trim_end_matches(';')).collect();
    assert_eq!(rooms, BTreeSet::from(ROOMS));
}

#[test]
fn imports_run_one_way() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut all = Vec::new();
    files(&source, &mut all);
    let mut against = BTreeSet::new();
    let mut out_of_room = Vec::new();
    let mut seen = 0;
    for path in all {
        let within = path.strip_prefix(&source).expect("below it");
        let room = within.iter().next().expect("a name").to_string_lossy();
        // What is no room is the binary's.
        let Some(place) = ROOMS.iter().position(|other| room.strip_suffix(".rs").unwrap_or(&room) == *other) else {
            continue;
        };
        let text = fs::read_to_string(&path).expect("a file");
        out_of_room.extend(leaves(within, &text).iter().map(|chain| format!("{}: {chain}", within.display())));
        for import in imports(&text) {
            seen += 1;
            if ROOMS[place + 1..].contains(&import.as_str()) {
                against.insert(format!("{} imports `{import}`", within.display()));
            }
        }
    }
    assert!(seen > 300, "{seen} imports were found");
    assert!(out_of_room.is_empty(), "these leave their room without saying `crate::`: {out_of_room:#?}");
    assert!(against.is_empty(), "these stand below it in the table: {against:#?}");
}

#[test]
fn a_chain_that_leaves_its_room_is_seen() {
    let text = "use super::super::link;\nuse super::Feed;\npub(super) fn f() {}";
    assert_eq!(leaves(Path::new("feed/rss.rs"), text), ["super::super::link"]);
    assert_eq!(leaves(Path::new("feed.rs"), text).len(), 2);
    assert!(leaves(Path::new("feed/rss/item.rs"), text).is_empty());
}

#[test]
fn every_way_of_naming_a_room_is_seen() {
    let text = "use crate::feed::Format;\nuse crate::{link, problem::Place};\n//! See [`crate::disk`].\nfn f() { crate::page::g() }\n\
                #[cfg(test)]\nuse crate::hub;";
    assert_eq!(imports(text), ["feed", "link", "page", "problem"].map(str::to_owned).into());
}
