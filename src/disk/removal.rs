//! What earlier editions put into the output folder and this one does not have: pages of releases
//! that are public no longer, and the pictures beside them. A page that stayed there would be
//! published again with the folder.
//!
//! Removes only what an edition of ours lists, or a page of ours names as its copy; never anything
//! else, and never a folder that is not empty.

use std::collections::HashSet;
use std::fs;
use std::path::{Component, Path};

use super::output::Earlier;
use super::{Fault, shown};

/// Removes what is `left` and not among the `names` of this edition; returns the paths that went.
///
/// # Errors
/// When a file that must go can't be read or removed, after all others have gone.
pub fn remove(
    folder: &Path,
    left: Vec<String>,
    names: &HashSet<&str>,
    earlier: &impl Earlier,
) -> Result<Vec<String>, Fault> {
    let mut removed = Vec::new();
    let mut refused = None;
    let mut done: HashSet<String> = HashSet::new();
    let mut open: Vec<String> = left;
    while let Some(name) = open.pop() {
        if names.contains(name.as_str()) || !is_below(&name) || !done.insert(name.clone()) {
            continue;
        }
        let path = folder.join(&name);
        if !path.symlink_metadata().is_ok_and(|metadata| metadata.is_file()) {
            continue;
        }
        if path.extension().is_some_and(|extension| extension == "html") {
            let bytes = match fs::read(&path) {
                Ok(bytes) => bytes,
                Err(error) => {
                    refused.get_or_insert_with(|| Fault::new(&path, "reading what must go", error));
                    continue;
                }
            };
            if !earlier.is_ours(&bytes) {
                continue;
            }
            open.extend(earlier.beside(&name, &bytes));
        }
        match fs::remove_file(&path) {
            Ok(()) => removed.push(shown(&path)),
            Err(error) => {
                refused.get_or_insert_with(|| Fault::new(&path, "removing", error));
            }
        }
        // Fails where something is left in it, which then is somebody's.
        let above = path.ancestors().skip(1).take_while(|above| *above != folder);
        for above in above {
            if fs::remove_dir(above).is_err() {
                break;
            }
        }
    }
    removed.sort();
    refused.map_or(Ok(removed), Err)
}

/// Whether a name leads nowhere but into the folder.
fn is_below(name: &str) -> bool {
    !name.is_empty()
        && !name.contains('\\')
        && Path::new(name).components().all(|part| matches!(part, Component::Normal(_)))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::expect_used)] // In a test an expectation that fails is the message.

    use super::*;

    /// An edition that takes every page for its own.
    struct Greedy;

    impl Earlier for Greedy {
        fn pages(&self) -> &[String] {
            &[]
        }

        fn folder(&self) -> &'static str {
            "releases"
        }

        fn beside(&self, _: &str, _: &[u8]) -> Vec<String> {
            Vec::new()
        }

        fn is_ours(&self, _: &[u8]) -> bool {
            true
        }
    }

    #[test]
    fn nothing_outside_the_folder_goes_whatever_an_edition_lists() {
        let room = tempfile::tempdir().expect("a folder");
        let (folder, outside) = (room.path().join("public"), room.path().join("outside.html"));
        fs::create_dir_all(folder.join("releases/old")).expect("a folder");
        fs::write(&outside, "page").expect("a file");
        fs::write(folder.join("releases/old/index.html"), "page").expect("a file");
        let names = ["../outside.html", "releases/../../outside.html", "", "releases\\old", "releases/old/index.html"];
        let left = names.map(str::to_owned).into_iter().chain([shown(&outside)]).collect();
        let removed = remove(&folder, left, &HashSet::new(), &Greedy).expect("a removal");
        assert_eq!(removed, [shown(&folder.join("releases/old/index.html"))]);
        assert!(outside.exists());
        assert!(folder.exists() && !folder.join("releases").exists());
    }

    #[test]
    fn a_name_leads_into_the_folder_or_is_none() {
        assert!(is_below("releases/old/index.html"));
        assert!(["", "..", "../a", "a/../b", "/a", "a\\b"].iter().all(|name| !is_below(name)));
    }
}
