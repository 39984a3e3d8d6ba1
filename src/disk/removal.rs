//! What earlier editions put into the output folder and this one does not have: pages of releases
//! that are public no longer, and the pictures beside them. A page that stayed there would be
//! published again with the folder.
//!
//! Removes only what an edition of ours lists or shows; never anything else, and never a folder that
//! is not empty.

use std::collections::HashSet;
use std::fs;
use std::path::{Component, Path};

use super::output::Earlier;
use super::shown;

/// Removes what is `left` and not among the `names` of this edition; returns the paths that went.
/// A file that can't be removed stays and is not told of: it is named again by the next edition.
pub fn remove(folder: &Path, left: Vec<String>, names: &HashSet<String>, earlier: &impl Earlier) -> Vec<String> {
    let mut removed = Vec::new();
    let mut done: HashSet<String> = HashSet::new();
    let mut open: Vec<String> = left;
    while let Some(name) = open.pop() {
        if names.contains(&name) || !is_below(&name) || !done.insert(name.clone()) {
            continue;
        }
        let path = folder.join(&name);
        if !path.symlink_metadata().is_ok_and(|metadata| metadata.is_file()) {
            continue;
        }
        if path.extension().is_some_and(|extension| extension == "html") {
            let Ok(bytes) = fs::read(&path) else { continue };
            if !earlier.is_ours(&bytes) {
                continue;
            }
            open.extend(earlier.beside(&name, &bytes));
        }
        if fs::remove_file(&path).is_ok() {
            removed.push(shown(&path));
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
    removed
}

/// Whether a name leads nowhere but into the folder.
fn is_below(name: &str) -> bool {
    !name.is_empty()
        && !name.contains('\\')
        && Path::new(name).components().all(|part| matches!(part, Component::Normal(_)))
}
