//! A run that is killed at any moment leaves each file entirely old or entirely new, and the next one
//! clears up. `DATELINE_KILLS=2000 cargo test --test kills -- --nocapture` kills more often than here,
//! `DATELINE_SEED` at other moments.

#![cfg(unix)]
#![allow(clippy::expect_used)] // In a test an expectation that fails is the message.

mod desk;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};
use std::{env, thread};

use desk::{Desk, code, is_temporary, stderr};

type Files = BTreeMap<PathBuf, Vec<u8>>;

fn number(name: &str, usual: u64) -> u64 {
    env::var(name).map_or(usual, |stated| stated.parse().expect("a number"))
}

/// Numbers that look like chance and are the same each time (`SplitMix64`).
struct Chance(u64);

impl Chance {
    /// Below `end`.
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % end
    }
}

/// Two editions of one newsroom that differ in more than a file.
fn turn(desk: &Desk, word: &str) {
    for release in 0..5 {
        desk.release(release, word);
    }
    // One that comes and goes, with its page.
    if word == "second" {
        desk.release(60, word);
    } else {
        let _ = std::fs::remove_file(desk.path("releases/r60.txt"));
    }
}

fn whole_build(desk: &Desk) -> Files {
    let output = desk.command().arg("--allow-removal").output().expect("a run");
    assert_eq!(code(&output), Some(0), "{}", stderr(&output));
    desk.files()
}

/// Until a temporary file is seen, or the run has ended.
fn wait_until_it_writes(desk: &Desk, run: &mut Child) {
    while run.try_wait().expect("a state").is_none() && !desk.names().iter().any(|name| is_temporary(name)) {}
}

#[test]
fn a_run_killed_at_any_moment_leaves_old_or_new_files_and_the_next_run_clears_up() {
    const WORDS: [&str; 2] = ["first", "second"];
    let (kills, seed) = (number("DATELINE_KILLS", 40), number("DATELINE_SEED", 6));
    let desk = Desk::with(60);
    let mut editions = WORDS.map(|word| {
        turn(&desk, word);
        whole_build(&desk)
    });
    let begun = Instant::now();
    turn(&desk, WORDS[0]);
    editions[0] = whole_build(&desk);
    // Beyond a run's end, and then as far as it takes to come too late as often as not: a machine that is
    // busy now is idle later.
    let mut longest = u64::try_from(begun.elapsed().as_micros()).expect("a short run") * 3 / 2;
    let mut chance = Chance(seed);
    let (mut killed, mut half_way, mut mixed, mut now) = (0, 0, 0, 0);
    for kill in 0..kills {
        now = 1 - now;
        turn(&desk, WORDS[now]);
        let mut run = desk.command();
        let run = run.arg("--allow-removal").stdout(Stdio::null()).stderr(Stdio::null());
        let mut run = run.spawn().expect("a run");
        if kill % 2 == 0 {
            thread::sleep(Duration::from_micros(chance.below(longest)));
        } else {
            // Writing is a small part of a run, so chance alone may never meet it.
            wait_until_it_writes(&desk, &mut run);
            thread::sleep(Duration::from_micros(chance.below(longest / 16)));
        }
        // Already over when it was quick; then there is nothing to kill.
        let _ = run.kill();
        let ended = run.wait().expect("an end");
        let was_killed = ended.code().is_none();
        if kill % 2 == 0 {
            longest = if was_killed { longest * 9 / 8 } else { longest * 7 / 8 };
        }
        killed += u64::from(was_killed);
        let told = format!("kill {kill} of seed {seed}, {ended}");
        assert!(ended.code().is_none_or(|code| code == 0), "{told}");
        let there = desk.files();
        let [first, second] = editions
            .each_ref()
            .map(|edition| there.iter().filter(|(name, bytes)| edition.get(*name) == Some(bytes)).count());
        for (name, bytes) in there.iter().filter(|(name, _)| !is_temporary(name)) {
            let whole = editions.iter().any(|edition| edition.get(name) == Some(bytes));
            assert!(whole, "{} is half-written; {told}", name.display());
        }
        let lasting = editions[0].keys().filter(|name| editions[1].contains_key(*name));
        let gone: Vec<&PathBuf> = lasting.filter(|name| !there.contains_key(*name)).collect();
        assert!(gone.is_empty(), "{gone:?} is gone; {told}");
        half_way += u64::from(there.keys().any(|name| is_temporary(name)));
        mixed += u64::from(first.max(second) < there.keys().filter(|name| !is_temporary(name)).count());
        // Now and then a run comes to its end, behind a killed one.
        if chance.below(4) == 0 {
            assert!(whole_build(&desk) == editions[now], "the next run leaves something else; {told}");
        }
    }
    assert!(whole_build(&desk) == editions[now], "the last run leaves something else; seed {seed}");
    eprintln!("{kills} times: {killed} killed, {half_way} with temporary files, {mixed} between two editions");
    assert!(killed > kills / 4 && half_way > kills / 8, "{killed} of {kills} killed, {half_way} while they wrote");
}
