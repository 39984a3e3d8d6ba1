//! What becomes of a run whose words nobody hears: stdout and stderr that are closed, full, or left by
//! their reader. The files are in place, the exit code says what happened, and no file is written into.

#![cfg(target_os = "linux")]
#![allow(clippy::expect_used)] // In a test an expectation that fails is the message.

mod desk;

use std::fs;
use std::process::{Command, Output, Stdio};

use desk::{Desk, NOW, code, stderr};

#[derive(Debug, Clone, Copy, PartialEq)]
enum Stream {
    Heard,
    Closed,
    Full,
    Left,
}

use Stream::{Closed, Full, Heard, Left};

const ALL: [Stream; 4] = [Heard, Closed, Full, Left];

/// Runs the program; what it says is there where it is heard.
fn run(desk: &Desk, arguments: &str, out: Stream, err: Stream) -> Output {
    let redirected = |stream, number: u8| match stream {
        Closed => format!(" {number}>&-"),
        Full => format!(" {number}>/dev/full"),
        Heard | Left => String::new(),
    };
    let binary = assert_cmd::cargo::cargo_bin!("dateline");
    // The shell waits for a line, so that whoever leaves has left before the program begins.
    let script =
        format!("read begin; exec {} {arguments}{}{}", binary.display(), redirected(out, 1), redirected(err, 2));
    let mut command = Command::new("sh");
    command.args(["-c", &script]).current_dir(desk.path(""));
    let mut run = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("a run");
    if out == Left {
        drop(run.stdout.take());
    }
    if err == Left {
        drop(run.stderr.take());
    }
    // Closing it is a line, too.
    drop(run.stdin.take());
    run.wait_with_output().expect("an end")
}

fn every(mut judge: impl FnMut(Stream, Stream)) {
    for out in ALL {
        for err in ALL {
            judge(out, err);
        }
    }
}

#[test]
fn a_build_that_nobody_hears_is_whole() {
    let desk = Desk::with(3);
    assert_eq!(code(&desk.build()), Some(0));
    let expected = desk.files();
    every(|out, err| {
        fs::remove_dir_all(desk.path("public")).expect("a folder");
        let output = run(&desk, &format!("build --now {NOW}"), out, err);
        assert_eq!(code(&output), Some(if out == Full { 3 } else { 0 }), "{out:?} {err:?}: {}", stderr(&output));
        assert!(desk.files() == expected, "{out:?} {err:?}");
        let heard = |bytes: &[u8], stream| bytes.is_empty() != (stream == Heard);
        assert!(heard(&output.stdout, out) && heard(&output.stderr, err), "{out:?} {err:?}: {output:?}");
        if out == Full && err == Heard {
            let told = "the output could not be written: No space left on device (os error 28)\n";
            assert!(stderr(&output).starts_with(told), "{}", stderr(&output));
        }
    });
}

#[test]
fn data_that_can_not_be_written_is_never_taken_for_all() {
    let desk = Desk::with(1);
    for arguments in [
        "show releases/r0.txt --format json",
        "show releases/r0.txt",
        &format!("check --format json --now {NOW}"),
        &format!("lifted --since 1990-01-01T00:00:00Z --now {NOW}"),
        "schema config",
        "man",
        "completions bash",
    ] {
        every(|out, err| {
            let output = run(&desk, arguments, out, err);
            let expected = if out == Full { 3 } else { 0 };
            assert_eq!(code(&output), Some(expected), "{arguments} {out:?} {err:?}: {}", stderr(&output));
        });
    }
    assert!(!desk.path("public").exists());
}

#[test]
fn what_is_wrong_has_its_exit_code_though_nobody_hears_it() {
    let desk = Desk::with(1);
    fs::write(desk.path("releases/bad.txt"), "no release\n").expect("a file");
    for (arguments, expected) in [
        (format!("build --now {NOW}"), 1),
        (format!("check --format github --now {NOW}"), 1),
        ("show releases/bad.txt --format json".to_owned(), 1),
        ("build --no-such-flag".to_owned(), 2),
        (format!("build --now {NOW} --config nowhere.toml"), 2),
        (format!("build --now {NOW} --releases nowhere"), 2),
    ] {
        every(|out, err| {
            let output = run(&desk, &arguments, out, err);
            assert_eq!(code(&output), Some(expected), "{arguments} {out:?} {err:?}: {}", stderr(&output));
        });
    }
    assert!(!desk.path("public").exists());
}
