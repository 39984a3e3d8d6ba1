//! What earlier editions put into the output folder and this one does not have: pages of releases
//! that are public no longer, the copies beside them, sitemaps that are needed no more. What stayed
//! there would be published again with the folder.
//!
//! Removes only what an edition of ours lists, or a page of ours names as its copy; never anything
//! else, and never a folder that is not empty.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Component, Path};

use super::earlier::Earlier;
use super::{Fault, shown};

/// What may have to go, by its name below the folder.
#[derive(Debug)]
pub enum Left {
    /// An earlier edition lists it, or it has a name of ours: it goes where it bears our mark.
    Listed(String),
    /// A page of ours has it beside it.
    Beside(String),
}

/// Removes what is `left` and not among the `names` of this edition; returns the paths that went.
///
/// # Errors
/// When a file that must go can't be read or removed, after all others have gone.
pub fn remove(
    folder: &Path,
    left: &[Left],
    names: &HashSet<&str>,
    earlier: &impl Earlier,
) -> Result<Vec<String>, Fault> {
    let mut removal = Removal { folder, names, earlier, removed: Vec::new(), refused: None };
    for left in left {
        removal.remove(left);
    }
    removal.removed.sort();
    removal.refused.map_or(Ok(removal.removed), Err)
}

struct Removal<'a, E> {
    folder: &'a Path,
    names: &'a HashSet<&'a str>,
    earlier: &'a E,
    removed: Vec<String>,
    refused: Option<Fault>,
}

impl<E: Earlier> Removal<'_, E> {
    fn remove(&mut self, left: &Left) {
        let (Left::Listed(name) | Left::Beside(name)) = left;
        let path = self.folder.join(name);
        let is_file = || path.symlink_metadata().is_ok_and(|metadata| metadata.is_file());
        if self.names.contains(name.as_str()) || !is_below(name) || !is_file() {
            return;
        }
        if let Left::Listed(_) = left {
            let bytes = match fs::read(&path) {
                Ok(bytes) => bytes,
                Err(error) => return self.refuse(&path, "reading what must go", error),
            };
            if !self.earlier.is_ours(&bytes) {
                return;
            }
            // The page last: nothing else knows of its copies.
            for name in self.earlier.beside(name, &bytes) {
                self.remove(&Left::Beside(name));
            }
        }
        match fs::remove_file(&path) {
            Ok(()) => self.removed.push(shown(&path)),
            Err(error) => self.refuse(&path, "removing", error),
        }
        // Fails where something is left in it, which then is somebody's.
        let above = path.ancestors().skip(1).take_while(|above| *above != self.folder);
        for above in above {
            if fs::remove_dir(above).is_err() {
                break;
            }
        }
    }

    fn refuse(&mut self, path: &Path, doing: &'static str, error: io::Error) {
        self.refused.get_or_insert_with(|| Fault::new(path, doing, error));
    }
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

    /// An edition that takes every file for its own.
    struct Greedy;

    impl Earlier for Greedy {
        fn pages(&self) -> &[String] {
            &[]
        }

        fn records(&self) -> &[String] {
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
        let names = || names.map(str::to_owned).into_iter().chain([shown(&outside)]);
        let left = names().map(Left::Beside).chain(names().map(Left::Listed)).collect::<Vec<_>>();
        let removed = remove(&folder, &left, &HashSet::new(), &Greedy).expect("a removal");
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
