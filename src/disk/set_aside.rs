//! Folders whose name begins with `_`: what lies in them is passed over, and counted. It is not read.

use std::path::PathBuf;

use walkdir::WalkDir;

use super::input::{Listing, walk_fault};
use super::{Fault, shown};
use crate::problem::{Problem, Severity};
use crate::source::name::{self, Kind};

/// Notes what would be read as a release if its folder had another name. A folder such as generators of sites keep
/// releases in is told of; how others are called is not for a log.
pub fn tell(folders: &[PathBuf], listing: &mut Listing) -> Result<(), Fault> {
    for folder in folders {
        let before = listing.set_aside.len();
        for entry in WalkDir::new(folder).min_depth(1) {
            let entry = entry.map_err(|error| walk_fault(folder, error))?;
            let kind = name::kind(&entry.file_name().to_string_lossy());
            if entry.file_type().is_file() && matches!(kind, Kind::Release(_)) {
                listing.set_aside.push(shown(entry.path()));
            }
        }
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        let count = listing.set_aside.len() - before;
        if count > 0 && name::is_collection(&name) {
            let files = if count == 1 { "1 file was".to_owned() } else { format!("{count} files were") };
            let what = format!("{files} passed over, since the folder's name begins with `_`");
            let fix = format!("call it `{}` if they are releases, or move it elsewhere", name.trim_start_matches('_'));
            let problem = Problem::of_file(&shown(folder), what, fix);
            listing.problems.push(Problem { severity: Severity::Warning, ..problem });
        }
    }
    Ok(())
}
