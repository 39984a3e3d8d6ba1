//! The output folder as it stands: the feeds that a build wrote there, and a note of what was live.

use std::ffi::OsString;
use std::io::Write as _;
use std::path::Path;

use super::temporary::temporary_alone;
use super::{Fault, read_optional};
use crate::address::{FEEDS, INDEX};
use crate::feed::Format;

/// Names below the folder, with slashes, and bytes: the newsroom's own feeds first, then those of
/// languages and of subjects, by name.
///
/// # Errors
/// When the file system refuses.
pub fn feeds(out: &Path) -> Result<Vec<(String, Vec<u8>)>, Fault> {
    let mut folders = vec![String::new()];
    for above in FEEDS {
        folders.extend(names(&out.join(above))?.into_iter().map(|name| format!("{above}/{name}/")));
    }
    let mut feeds = Vec::new();
    for folder in folders {
        for format in Format::ALL {
            let name = format!("{folder}{}", format.file());
            if let Some(bytes) = read_optional(&out.join(&name))? {
                feeds.push((name, bytes));
            }
        }
    }
    Ok(feeds)
}

/// The names that pages in the folders of a folder have, whether they are there or not, as far as they are
/// `asked` for: of a hundred thousand most are not.
///
/// # Errors
/// When the file system refuses.
pub(super) fn pages(out: &Path, above: &str, asked: impl Fn(&str) -> bool) -> Result<Vec<String>, Fault> {
    let mut pages = Vec::new();
    for name in entries(&out.join(above))? {
        let page = name?.into_string().ok().map(|name| format!("{above}/{name}/{INDEX}"));
        pages.extend(page.filter(|page| asked(page)));
    }
    pages.sort();
    Ok(pages)
}

fn names(folder: &Path) -> Result<Vec<String>, Fault> {
    let entries = entries(folder)?.collect::<Result<Vec<OsString>, Fault>>()?;
    let mut names: Vec<String> = entries.into_iter().filter_map(|name| name.into_string().ok()).collect();
    names.sort();
    Ok(names)
}

/// The names in a folder that may be missing.
fn entries(folder: &Path) -> Result<impl Iterator<Item = Result<OsString, Fault>>, Fault> {
    let fault = |error| Fault::new(folder, "reading", error);
    let entries = if folder.is_dir() { Some(std::fs::read_dir(folder).map_err(fault)?) } else { None };
    Ok(entries.into_iter().flatten().map(move |entry| entry.map(|entry| entry.file_name()).map_err(fault)))
}

/// Writes a file, entire or not at all, in place of what has its name.
///
/// # Errors
/// When the file system refuses.
pub fn replace(path: &Path, text: &str) -> Result<(), Fault> {
    let fault = |error| Fault::new(path, "writing", error);
    let folder = path.parent().unwrap_or(Path::new(""));
    let mut file = temporary_alone(folder).map_err(fault)?;
    file.write_all(text.as_bytes()).map_err(fault)?;
    file.as_file().sync_all().map_err(fault)?;
    file.persist(path).map_err(|error| fault(error.error))?;
    Ok(())
}
