//! The output folder as it stands: the feeds that a build wrote there, and a note of what was live.

use std::io::Write as _;
use std::path::Path;

use super::staging::{PREFIX, temporary};
use super::{Fault, read_optional};
use crate::feed::Format;
use crate::feed::scope::FOLDERS;
use crate::page::INDEX;

/// Names below the folder, with slashes, and bytes: the newsroom's own feeds first, then those of
/// languages and of subjects, by name.
///
/// # Errors
/// When the file system refuses.
pub fn feeds(out: &Path) -> Result<Vec<(String, Vec<u8>)>, Fault> {
    let mut folders = vec![String::new()];
    for above in FOLDERS {
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

/// The names of pages in the folders of a folder, whoever made them.
///
/// # Errors
/// When the file system refuses.
pub fn pages(out: &Path, above: &str) -> Result<Vec<String>, Fault> {
    let pages = names(&out.join(above))?.into_iter().map(|name| format!("{above}/{name}/{INDEX}"));
    Ok(pages.filter(|page| out.join(page).is_file()).collect())
}

fn names(folder: &Path) -> Result<Vec<String>, Fault> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let fault = |error| Fault::new(folder, "reading", error);
    let entries = std::fs::read_dir(folder).map_err(fault)?.collect::<Result<Vec<_>, _>>().map_err(fault)?;
    let mut names: Vec<String> = entries.iter().filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.sort();
    Ok(names)
}

/// Writes a file, entire or not at all, in place of what has its name.
///
/// # Errors
/// When the file system refuses.
pub fn replace(path: &Path, text: &str) -> Result<(), Fault> {
    let fault = |error| Fault::new(path, "writing", error);
    let folder = path.parent().unwrap_or(Path::new(""));
    let mut file = temporary(folder, PREFIX).map_err(fault)?;
    file.write_all(text.as_bytes()).map_err(fault)?;
    file.persist(path).map_err(|error| fault(error.error))?;
    Ok(())
}
