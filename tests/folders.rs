//! Folders that can't be written to, belong to others, vanish while a run goes on, or lie elsewhere: what
//! is said, with which exit code, and that each file stays old or becomes new.

#![cfg(unix)]
#![allow(clippy::expect_used)] // In a test an expectation that fails is the message.

mod desk;

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, chown, symlink};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::thread;
use std::time::Instant;

use desk::{Desk, NOW, Snapshot, code, is_temporary, stderr};
use tempfile::TempDir;

/// Who is nobody on every system.
const NOBODY: u32 = 65534;

fn is_root() -> bool {
    tempfile::tempfile().and_then(|file| file.metadata()).expect("a file").uid() == 0
}

/// The program as somebody whom modes bind, who owns the newsroom. None where there is no way to be that.
fn bound(desk: &Desk) -> Option<Command> {
    let binary = assert_cmd::cargo::cargo_bin!("dateline");
    let mut command = Command::new(binary);
    if is_root() {
        if Command::new("setpriv").arg("--version").output().is_err() {
            eprintln!("skipped: root is bound by no mode, and there is no `setpriv` to become somebody else");
            return None;
        }
        command = Command::new("setpriv");
        command.args([format!("--reuid={NOBODY}"), format!("--regid={NOBODY}")]);
        command.arg("--clear-groups").arg(binary);
    }
    command.current_dir(desk.path("")).args(["build", "--now", NOW]);
    Some(command)
}

/// A newsroom that is built, and belongs to whom modes bind.
fn owned(count: usize) -> (Desk, Option<Command>) {
    let desk = Desk::with(count);
    assert_eq!(code(&desk.build()), Some(0));
    each(&desk.path(""), |path| {
        if is_root() {
            chown(path, Some(NOBODY), Some(NOBODY)).expect("another owner");
        }
    });
    fs::set_permissions(desk.path(""), fs::Permissions::from_mode(0o755)).expect("a mode");
    let command = bound(&desk);
    (desk, command)
}

/// Does something to everything in a folder and to the folder.
fn each(folder: &Path, act: impl Fn(&Path)) {
    let mut open = vec![folder.to_owned()];
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(fs::read_dir(&path).expect("a folder").flatten().map(|entry| entry.path()));
        }
        act(&path);
    }
}

fn mode(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("a mode");
}

/// A refusal of the file system that says where and what to do, and left everything as it was.
fn refused(desk: &Desk, command: &mut Command, place: &str, says: [&str; 2]) {
    let before = desk.snapshot();
    let output = command.output().expect("a run");
    assert_eq!(code(&output), Some(3), "{}", stderr(&output));
    assert!(stderr(&output).starts_with(place), "{place}: {}", stderr(&output));
    for words in says {
        assert!(stderr(&output).contains(words), "{words}: {}", stderr(&output));
    }
    assert!(!stderr(&output).contains(".dateline-"), "nobody knows of that file: {}", stderr(&output));
    assert!(output.stdout.is_empty());
    assert!(desk.snapshot() == before, "something was touched: {}", stderr(&output));
}

const DENIED: [&str; 2] = ["Permission denied (os error 13)", "; check who owns it and its permissions"];

#[test]
fn an_output_folder_that_is_read_only_is_named_and_stays_as_it_was() {
    let (desk, Some(mut command)) = owned(3) else { return };
    each(&desk.path("public"), |path| {
        if path.is_dir() {
            mode(path, 0o555);
        }
    });
    // Where nothing changed, nothing has to be written.
    let output = command.output().expect("a run");
    assert_eq!(code(&output), Some(0), "{}", stderr(&output));
    assert!(stderr(&output).contains("nothing changed"), "{}", stderr(&output));
    desk.release(0, "second");
    refused(&desk, &mut command, "public/", DENIED);
    // A page's folder alone, at which the run comes when others are written already.
    each(&desk.path("public"), |path| {
        if path.is_dir() && !path.ends_with("releases/r0") {
            mode(path, 0o755);
        }
    });
    refused(&desk, &mut command, "public/releases/r0/index.html: writing", DENIED);
    // No output folder, and none may be made.
    each(&desk.path("public"), |path| mode(path, 0o755));
    mode(&desk.path(""), 0o555);
    let output = command.args(["--out", "elsewhere"]).output().expect("a run");
    mode(&desk.path(""), 0o755);
    assert_eq!(code(&output), Some(3));
    assert!(
        stderr(&output).starts_with("elsewhere: making the output folder failed: Permission"),
        "{}",
        stderr(&output)
    );
    assert!(!desk.path("elsewhere").exists());
}

#[test]
fn folders_of_others_are_named_and_stay_as_they_were() {
    let (desk, Some(mut command)) = owned(3) else { return };
    if !is_root() {
        eprintln!("skipped: only root can give files to others");
        return;
    }
    desk.release(0, "second");
    let give = |name: &str, to: u32| each(&desk.path(name), |path| chown(path, Some(to), Some(to)).expect("an owner"));
    give("public", 0);
    refused(&desk, &mut command, "public/", DENIED);
    // Anybody may put files there, and nobody may replace those of others.
    each(&desk.path("public"), |path| {
        if path.is_dir() {
            mode(path, 0o1777);
        }
    });
    refused(&desk, &mut command, "public/", ["failed: Operation not permitted (os error 1)", "; check who owns it"]);
    give("public", NOBODY);
    each(&desk.path("public"), |path| mode(path, 0o755));
    for name in
        ["public/feed.json", "public/atom.xml", "public/sitemap.xml", "releases/r1.txt", "releases", "dateline.toml"]
    {
        give(name, 0);
        mode(&desk.path(name), 0o700);
        refused(&desk, &mut command, name, DENIED);
        mode(&desk.path(name), 0o755);
        give(name, NOBODY);
    }
    // A file of others in a folder of one's own can be replaced, whatever it is.
    chown(desk.path("public/rss.xml"), Some(0), Some(0)).expect("an owner");
    mode(&desk.path("public/rss.xml"), 0o644);
    let output = command.output().expect("a run");
    assert_eq!(code(&output), Some(0), "{}", stderr(&output));
    assert!(String::from_utf8_lossy(&desk.files()[Path::new("rss.xml")]).contains("second"));
}

/// Lets something happen at moments all over a run; `judge` is told what was there before it and how it
/// ended.
fn meanwhile(desk: &Desk, act: impl Fn(), judge: impl Fn(&Snapshot, &Output)) {
    const MOMENTS: u32 = 30;
    let begun = Instant::now();
    desk.release(0, "second");
    assert_eq!(code(&desk.build()), Some(0));
    let whole = begun.elapsed();
    for moment in 0..MOMENTS {
        desk.release(0, if moment % 2 == 0 { "first" } else { "second" });
        let before = desk.snapshot();
        let run = desk.command().stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("a run");
        thread::sleep(whole * moment / MOMENTS);
        act();
        judge(&before, &run.wait_with_output().expect("an end"));
    }
}

fn temporary_below(folder: &Path) -> Vec<PathBuf> {
    let found = std::cell::RefCell::new(Vec::new());
    if folder.exists() {
        each(folder, |path| {
            if is_temporary(path) {
                found.borrow_mut().push(path.to_owned());
            }
        });
    }
    found.into_inner()
}

#[test]
fn an_output_folder_that_vanishes_meanwhile_is_told_of_and_built_by_the_next_run() {
    for name in ["public", "public/releases/r0", "public/releases"] {
        let desk = Desk::with(20);
        assert_eq!(code(&desk.build()), Some(0));
        let away = desk.path("away");
        let act = || {
            let _ = fs::rename(desk.path(name), &away);
        };
        meanwhile(&desk, act, |_, output| {
            let told = stderr(output);
            match code(output) {
                Some(0) => {}
                Some(3) => assert!(told.starts_with("public") && told.contains(" failed: No such file"), "{told}"),
                _ => panic!("{output:?}"),
            }
            let again = desk.command().arg("--allow-removal").output().expect("a run");
            assert_eq!(code(&again), Some(0), "after {told}: {}", stderr(&again));
            assert_eq!(temporary_below(&desk.path("public")), [""; 0].map(PathBuf::from), "after {told}");
            let whole = ["rss.xml", "feed.json", "releases/r0/index.html", "sitemap.xml"];
            assert!(whole.iter().all(|name| desk.path("public").join(name).is_file()), "after {told}");
            let _ = fs::remove_dir_all(&away);
        });
    }
}

#[test]
fn a_releases_folder_that_vanishes_meanwhile_changes_nothing() {
    let desk = Desk::with(40);
    assert_eq!(code(&desk.build()), Some(0));
    let (releases, away) = (desk.path("releases"), desk.path("away"));
    meanwhile(
        &desk,
        || fs::rename(&releases, &away).expect("a move"),
        |before, output| {
            let told = stderr(output);
            match code(output) {
                Some(0) => {}
                Some(2) => assert!(told.starts_with("releases: there is no such folder"), "{told}"),
                Some(3) => assert!(told.starts_with("releases") && told.contains("No such file"), "{told}"),
                _ => panic!("{output:?}"),
            }
            if code(output) != Some(0) {
                assert!(desk.snapshot() == *before, "something was touched: {told}");
            }
            assert!(temporary_below(&desk.path("public")).is_empty(), "{told}");
            fs::rename(&away, &releases).expect("a move");
        },
    );
}

/// A folder on another file system than the newsroom's.
fn elsewhere(desk: &Desk) -> Option<TempDir> {
    let folder = tempfile::tempdir_in("/dev/shm").ok()?;
    let system = |path: &Path| fs::metadata(path).expect("a folder").dev();
    if system(folder.path()) == system(&desk.path("")) {
        eprintln!("skipped: there is no other file system");
        return None;
    }
    Some(folder)
}

#[test]
fn an_output_on_another_file_system_is_the_same() {
    let desk = Desk::with(3);
    assert_eq!(code(&desk.build()), Some(0));
    let [first, second] = ["first", "second"].map(|word| {
        desk.release(0, word);
        assert_eq!(code(&desk.build()), Some(0));
        desk.files()
    });
    let Some(there) = elsewhere(&desk) else { return };
    let public = there.path().join("public");
    let files = || -> BTreeMap<PathBuf, Vec<u8>> {
        let all = std::cell::RefCell::new(BTreeMap::new());
        each(&public, |path| {
            if path.is_file() {
                let name = path.strip_prefix(&public).expect("below it").to_owned();
                all.borrow_mut().insert(name, fs::read(path).expect("a file"));
            }
        });
        all.into_inner()
    };
    // By its path.
    for (word, expected) in [("first", &first), ("second", &second)] {
        desk.release(0, word);
        let output = desk.command().arg("--out").arg(&public).output().expect("a run");
        assert_eq!(code(&output), Some(0), "{}", stderr(&output));
        assert!(files() == *expected, "{word}");
    }
    // Behind a link.
    fs::remove_dir_all(desk.path("public")).expect("a folder");
    symlink(&public, desk.path("public")).expect("a link");
    desk.release(0, "first");
    assert_eq!(code(&desk.build()), Some(0));
    assert!(files() == first && desk.path("public").is_symlink());
    // A file and a page's folder that are links back.
    let (feed, page) = (desk.path("feed.xml"), desk.path("page"));
    fs::copy(public.join("rss.xml"), &feed).expect("a copy");
    fs::remove_file(public.join("rss.xml")).expect("a file");
    symlink(&feed, public.join("rss.xml")).expect("a link");
    fs::create_dir(&page).expect("a folder");
    fs::remove_dir_all(public.join("releases/r0")).expect("a folder");
    symlink(&page, public.join("releases/r0")).expect("a link");
    desk.release(0, "second");
    let output = desk.build();
    assert_eq!(code(&output), Some(0), "{}", stderr(&output));
    assert!(files() == second);
    assert!(public.join("rss.xml").is_symlink() && public.join("releases/r0").is_symlink());
    assert_eq!(fs::read(&feed).expect("a feed"), second[Path::new("rss.xml")]);
    assert!(temporary_below(&desk.path("")).is_empty() && temporary_below(there.path()).is_empty());
}

#[test]
fn an_output_behind_a_link_to_nowhere_is_named() {
    let desk = Desk::with(1);
    symlink(desk.path("nowhere/at/all"), desk.path("public")).expect("a link");
    let output = desk.build();
    assert_eq!(code(&output), Some(3), "{}", stderr(&output));
    assert!(stderr(&output).starts_with("public: making the output folder failed: "), "{}", stderr(&output));
}
