//! What a tag becomes: the scripts that pack an archive and find its notes, run as the workflow runs them.

#![cfg(target_os = "linux")]
#![allow(clippy::expect_used)] // In a test an expectation that fails is the message.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const PROJECT: &str = env!("CARGO_MANIFEST_DIR");
const TARGET: &str = "x86_64-unknown-linux-gnu";
const VERSION: &str = env!("CARGO_PKG_VERSION");

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&[output.stdout.as_slice(), &output.stderr].concat()).into_owned()
}

fn archive(out: &Path) -> PathBuf {
    let binary = assert_cmd::cargo::cargo_bin!("dateline");
    let packed = Command::new(Path::new(PROJECT).join(".github/release/archive"))
        .args([binary, Path::new(TARGET), out])
        .output()
        .expect("bash and tar");
    assert!(packed.status.success(), "{}", said(&packed));
    PathBuf::from(String::from_utf8_lossy(&packed.stdout).trim())
}

#[test]
fn an_archive_holds_a_dateline_that_runs_and_what_belongs_to_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let archive = archive(folder.path());
    let unpacked = Command::new("tar").arg("-xzf").arg(&archive).current_dir(folder.path()).output().expect("tar");
    assert!(unpacked.status.success(), "{}", said(&unpacked));
    let inside = folder.path().join(format!("dateline-{VERSION}-{TARGET}"));
    let version = Command::new(inside.join("dateline")).arg("--version").output().expect("the packed binary");
    assert_eq!(said(&version).trim(), format!("dateline {VERSION}"));
    for name in ["README.md", "SECURITY.md", "LICENSE-MIT", "man/dateline.1", "man/dateline-build.1"] {
        assert!(fs::metadata(inside.join(name)).is_ok_and(|file| file.len() > 0), "{name}");
    }
    for page in
        ["README.md", "CHANGELOG.md", "SECURITY.md", "docs/ten-minutes.md", "docs/reference.md", "docs/hosting.md"]
    {
        let text = fs::read_to_string(inside.join(page)).expect("a page");
        let links = text.split("](").skip(1).filter_map(|rest| rest.split([')', '#']).next());
        for link in links.filter(|link| !link.is_empty() && !link.contains(':')) {
            let to = inside.join(page).parent().expect("a folder").join(link);
            assert!(to.exists(), "{page} leads to {link}, which is not packed");
        }
    }
    let completes =
        Command::new("bash").arg("-n").arg(inside.join("completions/dateline.bash")).output().expect("bash");
    assert!(completes.status.success(), "{}", said(&completes));
}

#[test]
fn an_archive_is_the_same_bytes_whenever_it_is_packed() {
    let folder = tempfile::tempdir().expect("a folder");
    let packed = |name: &str| fs::read(archive(&folder.path().join(name))).expect("an archive");
    assert!(packed("one") == packed("two"));
}

#[test]
fn a_release_needs_the_tag_of_its_version_and_a_section_of_the_changelog() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir_all(folder.path().join(".github/release")).expect("a folder");
    for name in [".github/release/notes", "Cargo.toml"] {
        fs::copy(Path::new(PROJECT).join(name), folder.path().join(name)).expect("a copy");
    }
    let notes = |changelog: &str, tag: &str| {
        fs::write(folder.path().join("CHANGELOG.md"), changelog).expect("a changelog");
        // Run by its shell: a file that was just written may still be open where another test forks.
        Command::new("bash").arg(folder.path().join(".github/release/notes")).arg(tag).output().expect("bash")
    };
    let changelog = format!(
        "# Changelog\n\n## Unreleased\n\n- Later\n\n## {VERSION} (2026-12-01)\n\n- Now\n\n## 0.0.1\n\n- Before\n"
    );
    let tag = format!("v{VERSION}");
    let good = notes(&changelog, &tag);
    assert!(good.status.success() && said(&good).trim() == "- Now", "{}", said(&good));
    let other = notes(&changelog, "v99.0.0");
    assert!(!other.status.success() && said(&other).contains("the tag says 99.0.0"), "{}", said(&other));
    let none = notes("# Changelog\n\n## Unreleased\n\n- Later\n", &tag);
    assert!(!none.status.success() && said(&none).contains("has no section"), "{}", said(&none));
}
