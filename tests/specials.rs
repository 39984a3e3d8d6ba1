//! What lies among the releases and is no file: pipes, sockets, devices, and links that lead in circles or
//! nowhere. None is waited for or followed; each is passed over or refused by its name.

#![cfg(unix)]
#![allow(clippy::expect_used, clippy::panic)] // In a test an expectation that fails is the message.

mod desk;

use std::fs;
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::process::{Command, Output, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use desk::{Desk, NOW, code, stderr};

/// The program's outcome; who waits for a pipe waits for ever.
fn run(desk: &Desk, arguments: &[&str]) -> Output {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("dateline"));
    command.current_dir(desk.path("")).args(arguments);
    let mut run = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("a run");
    let begun = Instant::now();
    while run.try_wait().expect("a run").is_none() {
        if begun.elapsed() > Duration::from_secs(120) {
            let _ = run.kill();
            panic!("{arguments:?} never ends");
        }
        thread::sleep(Duration::from_millis(5));
    }
    run.wait_with_output().expect("an end")
}

type Maker = (&'static str, fn(&Desk, &str) -> bool);

/// Each kind of what is no file, and how one is made; false where that can't be done here.
const KINDS: [Maker; 7] = [
    ("a pipe", |desk, name| made(desk, "mkfifo", &[name])),
    ("a socket", |desk, name| {
        // The way to a socket is short on every system.
        let (short, place) = (desk.path("s"), desk.path(name));
        UnixListener::bind(&short).is_ok() && fs::rename(short, place).is_ok()
    }),
    ("a device that never ends", |desk, name| made(desk, "mknod", &[name, "c", "1", "5"])),
    ("a device that holds nothing", |desk, name| made(desk, "mknod", &[name, "c", "1", "3"])),
    ("a link in a circle", |desk, name| symlink(desk.path(name).file_name().expect("a name"), desk.path(name)).is_ok()),
    ("a link to nowhere", |desk, name| symlink("nowhere/at/all", desk.path(name)).is_ok()),
    ("a link to a pipe", |desk, name| {
        made(desk, "mkfifo", &["pipe"]) && symlink(desk.path("pipe"), desk.path(name)).is_ok()
    }),
];

fn made(desk: &Desk, program: &str, arguments: &[&str]) -> bool {
    let output = Command::new(program).args(arguments).current_dir(desk.path("")).output();
    output.is_ok_and(|output| output.status.success())
}

/// For each kind under a name, a newsroom of one release with it.
fn each(name: &str, judge: impl Fn(&Desk, &str)) {
    let mut kinds = 0;
    for (kind, make) in KINDS {
        let desk = Desk::with(1);
        if make(&desk, name) {
            kinds += 1;
            judge(&desk, &format!("{name}, {kind}"));
        } else {
            eprintln!("skipped: {kind} can't be made here");
        }
    }
    assert!(kinds > 3, "{kinds} kinds");
}

#[test]
fn what_may_be_a_release_is_refused_by_its_name() {
    for name in [
        "releases/lamp.txt",
        "releases/lamp.md",
        "releases/lamp.html",
        "releases/lamp.docx",
        "releases/lamp.pdf",
        "releases/lamp.odt",
        "releases/lamp",
    ] {
        each(name, |desk, told| {
            for arguments in [&["build", "--now", NOW][..], &["check", "--now", NOW]] {
                let output = run(desk, arguments);
                assert_eq!(code(&output), Some(1), "{told}: {}", stderr(&output));
                let expected = format!("{name}: this is a link or a device, not a file; put the file itself here\n");
                assert_eq!(stderr(&output), expected, "{told}");
            }
            assert!(!desk.path("public").exists(), "{told}");
        });
    }
}

#[test]
fn what_would_lie_beside_a_release_is_passed_over_by_its_name() {
    for name in
        ["releases/r0.png", "releases/r0.pdf.csv", "releases/lamp.jpg", "releases/.lamp.txt", "releases/_lamp.xlsx"]
    {
        each(name, |desk, told| {
            let output = run(desk, &["build", "--verbose", "--now", NOW]);
            assert_eq!(code(&output), Some(0), "{told}: {}", stderr(&output));
            let expected = format!("passed over 1 file that is no release: {name}\n");
            assert!(stderr(&output).starts_with(&expected), "{told}: {}", stderr(&output));
            assert!(!desk.files().keys().any(|file| file.ends_with("r0.png") || file.ends_with("lamp.jpg")), "{told}");
        });
    }
}

#[test]
fn what_front_matter_names_is_refused_on_its_line() {
    for (key, name) in [("image", "lamp.png"), ("attachments", "lamp.csv"), ("attachments", "lamp.svg")] {
        each(&format!("releases/{name}"), |desk, told| {
            let text = fs::read_to_string(desk.path("releases/r0.txt")).expect("a release");
            let value = if key == "image" { name.to_owned() } else { format!("[{name}]") };
            fs::write(desk.path("releases/r0.txt"), format!("---\n{key}: {value}\n---\n{text}")).expect("a release");
            let output = run(desk, &["build", "--now", NOW]);
            assert_eq!(code(&output), Some(1), "{told}: {}", stderr(&output));
            let expected = format!("is a link or a folder: `{name}`; put the file itself beside the release\n");
            let told_of = stderr(&output);
            assert!(told_of.starts_with("releases/r0.txt:2:") && told_of.ends_with(&expected), "{told}: {told_of}");
        });
    }
}

#[test]
fn what_is_named_on_the_command_line_is_not_waited_for() {
    each("releases/lamp.txt", |desk, told| {
        let output = run(desk, &["show", "releases/lamp.txt"]);
        assert_eq!(code(&output), Some(2), "{told}: {}", stderr(&output));
        let expected = "releases/lamp.txt: there is no such file; name a press release\n";
        assert_eq!(stderr(&output), expected, "{told}");
        let output = run(desk, &["build", "--now", NOW, "--releases", "releases/lamp.txt"]);
        assert_eq!(code(&output), Some(2), "{told}: {}", stderr(&output));
    });
}

#[test]
fn a_configuration_that_is_no_file_is_not_waited_for() {
    each("news.toml", |desk, told| {
        let output = run(desk, &["build", "--now", NOW, "--config", "news.toml"]);
        let expected = match code(&output) {
            Some(2) => "news.toml: there is no such file; ",
            Some(3) => "news.toml: reading failed: ",
            code => panic!("{told}: {code:?}"),
        };
        assert!(stderr(&output).starts_with(expected), "{told}: {}", stderr(&output));
        assert!(!desk.path("public").exists(), "{told}");
    });
}

#[test]
fn a_backslash_in_a_name_makes_no_folder() {
    let desk = Desk::with(1);
    fs::write(desk.path("releases/r0\\berths.csv"), "berth;ships\n1;4\n").expect("a table");
    let text = fs::read_to_string(desk.path("releases/r0.txt")).expect("a release");
    let text = text.replace("Headline Number 0", "Headline of Another");
    fs::write(desk.path("releases/quay\\lamp.txt"), text).expect("a release");
    fs::write(desk.path("releases/quay\\lamp.csv"), "lamp;light\n1;4\n").expect("an attachment");
    let output = run(&desk, &["build", "--now", NOW, "--verbose"]);
    assert_eq!(code(&output), Some(0), "{}", stderr(&output));
    let passed_over = "passed over 1 file that is no release: releases/r0\\berths.csv\n";
    assert!(stderr(&output).contains(passed_over), "{}", stderr(&output));
    let told = "releases/quay\\lamp.txt:1:1: warning: the attachment's name holds a backslash, so it was left out: `quay\\lamp.csv`";
    assert!(stderr(&output).contains(told), "{}", stderr(&output));
    assert!(desk.path("public/releases/quay-lamp/index.html").exists(), "{:?}", desk.files().keys());
}

#[test]
fn folders_that_are_links_in_a_circle_end() {
    let desk = Desk::with(1);
    fs::create_dir_all(desk.path("releases/a/b")).expect("folders");
    symlink("../..", desk.path("releases/a/b/up.d")).expect("a link");
    symlink(".", desk.path("releases/here.csv")).expect("a link");
    symlink("/", desk.path("releases/all.png")).expect("a link");
    let output = run(&desk, &["build", "--now", NOW]);
    assert_eq!(code(&output), Some(1), "{}", stderr(&output));
    assert_eq!(
        stderr(&output),
        "releases/a/b/up.d: this is a link or a device, not a file; put the file itself here\n"
    );
    // The releases folder itself in a circle.
    let desk = Desk::with(1);
    fs::rename(desk.path("releases"), desk.path("texts")).expect("a move");
    symlink("releases", desk.path("releases")).expect("a link");
    let output = run(&desk, &["build", "--now", NOW]);
    assert_eq!(code(&output), Some(2), "{}", stderr(&output));
    assert!(stderr(&output).starts_with("releases: there is no such folder"), "{}", stderr(&output));
}

#[test]
fn a_releases_folder_behind_a_link_is_read_as_any_other() {
    let desk = Desk::with(3);
    fs::write(desk.path("releases/r0.csv"), "berth;ships\n1;4\n").expect("an attachment");
    assert_eq!(code(&run(&desk, &["build", "--now", NOW])), Some(0));
    fs::rename(desk.path("releases"), desk.path("texts")).expect("a move");
    symlink("texts", desk.path("releases")).expect("a link");
    let output = run(&desk, &["build", "--now", NOW]);
    assert_eq!(code(&output), Some(0), "{}", stderr(&output));
    assert_eq!(String::from_utf8_lossy(&output.stdout), "", "nothing changed");
}
