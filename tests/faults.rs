//! What the file system, other runs and whoever interrupts can do to the output folder: each file is
//! entirely old or entirely new. `tests/kills.rs` kills runs, `tests/folders.rs` takes folders away.

#![cfg(unix)]
#![allow(clippy::expect_used)] // In a test an expectation that fails is the message.

mod desk;

use std::fs;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use desk::{Desk, NOW, code, stderr};

#[test]
fn a_second_run_touches_nothing_and_says_so() {
    let desk = Desk::with(3);
    assert_eq!(code(&desk.build()), Some(0));
    let before = desk.snapshot();
    let again = desk.build();
    assert_eq!(desk.snapshot(), before);
    assert_eq!(String::from_utf8_lossy(&again.stdout), "");
    assert!(stderr(&again).contains("nothing changed"), "{}", stderr(&again));
}

#[test]
fn files_are_readable_by_a_web_server_and_keep_their_mode() {
    let desk = Desk::with(1);
    let script = format!("umask 022; exec {} build --now {NOW}", assert_cmd::cargo::cargo_bin!("dateline").display());
    let status = Command::new("sh").args(["-c", &script]).current_dir(desk.path("")).output().expect("a run").status;
    assert!(status.success());
    let mode = |name: &str| fs::metadata(desk.path(name)).expect("a file").permissions().mode() & 0o777;
    assert_eq!(mode("public/rss.xml"), 0o644);
    fs::set_permissions(desk.path("public/rss.xml"), fs::Permissions::from_mode(0o664)).expect("a mode");
    desk.release(0, "second");
    assert_eq!(code(&desk.build()), Some(0));
    assert_eq!(mode("public/rss.xml"), 0o664);
}

#[test]
fn an_output_that_is_a_link_stays_one() {
    let desk = Desk::with(1);
    assert_eq!(code(&desk.build()), Some(0));
    let elsewhere = desk.path("elsewhere.xml");
    fs::rename(desk.path("public/rss.xml"), &elsewhere).expect("a move");
    symlink(&elsewhere, desk.path("public/rss.xml")).expect("a link");
    desk.release(0, "second");
    assert_eq!(code(&desk.build()), Some(0));
    assert!(fs::symlink_metadata(desk.path("public/rss.xml")).expect("a link").is_symlink());
    assert!(fs::read_to_string(elsewhere).expect("a feed").contains("second"));
}

#[test]
fn a_disk_that_is_full_leaves_everything_as_it_was() {
    let desk = Desk::with(40);
    assert_eq!(code(&desk.build()), Some(0));
    let before = desk.snapshot();
    desk.release(0, "second");
    // A limit of 4 KiB a file stands in for the full disk: the write fails in the same place.
    let binary = assert_cmd::cargo::cargo_bin!("dateline");
    let script = format!("trap '' XFSZ; ulimit -f 8; exec {} build --now {NOW}", binary.display());
    let output = Command::new("sh").args(["-c", &script]).current_dir(desk.path("")).output().expect("a run");
    assert_eq!(code(&output), Some(3), "{}", stderr(&output));
    assert!(stderr(&output).contains("writing failed: File too large"), "{}", stderr(&output));
    assert_eq!(desk.snapshot(), before);
}

#[test]
fn something_else_in_the_place_of_a_file_or_folder_is_named() {
    let desk = Desk::with(1);
    fs::write(desk.path("public"), "a file").expect("a file");
    let output = desk.build();
    assert_eq!(code(&output), Some(2));
    assert!(stderr(&output).starts_with("public: this is a file, so no output can lie there;"), "{}", stderr(&output));
    let desk = Desk::with(1);
    fs::create_dir_all(desk.path("public/atom.xml")).expect("a folder");
    let output = desk.build();
    assert_eq!(code(&output), Some(3));
    assert!(stderr(&output).starts_with("public/atom.xml: "), "{}", stderr(&output));
    assert!(!desk.path("public/rss.xml").exists());
}

#[test]
fn runs_at_the_same_time_wait_for_each_other() {
    let desk = Desk::with(20);
    let children: Vec<_> = (0..6).map(|_| desk.command().stdout(Stdio::null()).spawn().expect("a run")).collect();
    for mut child in children {
        assert!(child.wait().expect("an end").success());
    }
    let before = desk.snapshot();
    assert_eq!(code(&desk.build()), Some(0));
    assert_eq!(desk.snapshot(), before);
    let temporary = before.keys().filter(|path| path.to_string_lossy().ends_with(".tmp"));
    assert_eq!(temporary.count(), 0);
}

#[test]
fn a_loop_of_links_among_the_releases_is_not_walked() {
    let desk = Desk::with(2);
    symlink(desk.path("releases"), desk.path("releases/loop")).expect("a link");
    let output = desk.build();
    // A link without an ending may be a release, so it is named, not followed.
    assert_eq!(code(&output), Some(1));
    assert_eq!(stderr(&output).matches("releases/loop").count(), 1, "{}", stderr(&output));
}

#[test]
fn of_thousands_of_releases_the_newest_are_in_the_feeds() {
    let desk = Desk::with(1500);
    assert_eq!(code(&desk.build()), Some(0));
    let feed: serde_json::Value =
        serde_json::from_slice(&fs::read(desk.path("public/feed.json")).expect("a feed")).expect("JSON");
    let ids: Vec<&str> =
        feed["items"].as_array().expect("items").iter().filter_map(|item| item["id"].as_str()).collect();
    assert_eq!(ids.len(), 50);
    let newest: Vec<String> = (1450..1500).rev().map(|number| format!("tag:example.org,2020:r{number}")).collect();
    assert_eq!(ids, newest);
}

#[test]
fn a_reader_that_closes_the_pipe_is_nobodys_fault() {
    let desk = Desk::with(1);
    let binary = assert_cmd::cargo::cargo_bin!("dateline");
    let script = format!("{} show releases/r0.txt --format json | head -c 1 >/dev/null", binary.display());
    let output = Command::new("sh").args(["-c", &script]).current_dir(desk.path("")).output().expect("a run");
    assert_eq!(stderr(&output), "");
}

#[test]
#[cfg(target_os = "linux")]
fn an_output_that_can_not_be_written_is_told_of_though_the_files_are_there() {
    let desk = Desk::with(1);
    let full = fs::OpenOptions::new().write(true).open("/dev/full").expect("a device");
    let output = desk.command().stdout(Stdio::from(full)).output().expect("a run");
    assert_eq!(code(&output), Some(3));
    assert!(stderr(&output).starts_with("the output could not be written: No space left"), "{}", stderr(&output));
    assert!(desk.path("public/rss.xml").is_file());
    let full = || Stdio::from(fs::OpenOptions::new().write(true).open("/dev/full").expect("a device"));
    desk.release(0, "second");
    let output = desk.command().stderr(full()).output().expect("a run");
    assert_eq!(code(&output), Some(0), "nobody listens on stderr");
}

#[test]
fn a_run_that_is_interrupted_says_so_and_leaves_everything_as_it_was() {
    let desk = Desk::with(600);
    assert_eq!(code(&desk.build()), Some(0));
    let before = desk.snapshot();
    for number in 0..600 {
        desk.release(number, "second");
    }
    let (mut interrupted, mut done) = (0, 0);
    for pause in 0..40 {
        let signal = if pause % 2 == 0 { "INT" } else { "TERM" };
        let run = desk.command().stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("a run");
        thread::sleep(Duration::from_millis(20 + 25 * pause));
        let sent = Command::new("kill").args([format!("-{signal}"), run.id().to_string()]).output().expect("kill");
        let output = run.wait_with_output().expect("an end");
        match code(&output) {
            Some(130) => {
                interrupted += 1;
                assert_eq!(desk.snapshot(), before, "after {pause}");
            }
            // Before a handler was there; after everything was in place.
            None if before == desk.snapshot() => {}
            Some(0) => {
                done += 1;
                break;
            }
            other => panic!("{other:?} {sent:?} {}", stderr(&output)),
        }
    }
    assert!(interrupted > 0, "interrupted {interrupted}, done {done}");
}

#[test]
fn a_password_in_a_hub_is_refused_and_not_printed() {
    let desk = Desk::with(1);
    let config = fs::read_to_string(desk.path("dateline.toml")).expect("a configuration");
    let secret = "hubs = [\"https://user:S3CR3T@hub.example.org/?k=S3CR3T\"]\n";
    fs::write(desk.path("dateline.toml"), format!("{secret}{config}")).expect("a configuration");
    let output = desk.build();
    assert_eq!(code(&output), Some(2));
    assert!(!stderr(&output).contains("S3CR3T"), "{}", stderr(&output));
}
