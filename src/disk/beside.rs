//! Which files lie beside which release: those of its name, and those of its folder.
//!
//! Only names are looked at. Where a file could belong to two releases it belongs to none, unless
//! the two are translations of each other.

use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};
use std::path::PathBuf;

use super::enclosure::folded;
use super::input::SourceFile;
use super::shown;
use crate::source::Format;

/// A file that is taken up with a release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beside {
    /// Relative to the release's folder, with slashes.
    pub name: String,
    /// It is called as the release is, or as its translations are together.
    pub has_its_name: bool,
}

/// PDF files that belong to a release of another format in the same folder, by their common name.
/// They are taken out of `files` into `others`.
pub fn set_aside_same_names(files: &mut Vec<SourceFile>, others: &mut Vec<PathBuf>) {
    if !files.iter().any(is_pdf) {
        return;
    }
    let texts: HashSet<(String, String)> = files.iter().filter(|file| !is_pdf(file)).map(own_name).collect();
    set_aside(files, others, |file| texts.contains(&own_name(file)));
}

/// Word files in a folder that a release is named after, which no other text lies in. What they hold nobody may have
/// seen, so they go with the release only where it names them; and no release of their own they are. They are taken
/// out of `files`.
pub fn take_documents(root: &str, files: &mut Vec<SourceFile>) -> Vec<PathBuf> {
    let is_document = |file: &SourceFile| file.format == Format::Docx;
    if !files.iter().any(is_document) {
        return Vec::new();
    }
    let names = Names::of(files);
    let texts: HashSet<String> = files
        .iter()
        .filter(|file| !is_document(file) && !is_pdf(file))
        .flat_map(|file| folders(&file.folder(), root))
        .collect();
    let belongs = |file: &SourceFile| {
        let mut around = folders(&file.folder(), root).into_iter().take_while(|folder| !texts.contains(folder));
        is_document(file) && around.any(|folder| names.of_folder(&folder).is_some())
    };
    let taken: Vec<bool> = files.iter().map(belongs).collect();
    let mut at = taken.iter();
    let mut documents = Vec::new();
    files.retain(|file| {
        let stays = at.next() != Some(&true);
        if !stays {
            documents.push(file.path.clone());
        }
        stays
    });
    documents
}

/// Gives every release its files, and returns those that are nobody's. `files` know their
/// translations already; PDF files that turn out to be attachments are taken out of them.
pub fn give(root: &str, files: &mut Vec<SourceFile>, mut others: Vec<PathBuf>) -> Vec<PathBuf> {
    if others.is_empty() && !files.iter().any(is_pdf) {
        return others;
    }
    let names = Names::of(files);
    let text_folders: HashSet<String> =
        files.iter().filter(|file| !is_pdf(file)).flat_map(|file| folders(&file.folder(), root)).collect();
    set_aside(files, &mut others, |file| {
        let folder = file.folder();
        let of_text = |owners: &[usize]| owners.iter().any(|owner| names.is_text[*owner]);
        let shared = names.bases.get(&own_name(file)).is_some_and(|owners| of_text(owners));
        shared
            || folders(&folder, root)
                .iter()
                .take_while(|folder| !text_folders.contains(*folder))
                .any(|folder| names.of_folder(folder).is_some_and(of_text))
    });
    let names = Names::of(files);
    let rooms = Rooms::of(root, files);
    let mut others: Vec<(String, PathBuf)> = others.into_iter().map(|path| (shown(&path), path)).collect();
    others.sort_by(|(a, _), (b, _)| natural(a, b));
    let mut left = Vec::new();
    for (whole, path) in others {
        let (folder, file_name) = whole.rsplit_once('/').unwrap_or(("", &whole));
        let stem = file_name.rsplit_once('.').map_or(file_name, |(stem, _)| stem);
        let key = (folder.to_owned(), folded(stem));
        let namesakes = names.owners(&key);
        let owners = namesakes.or_else(|| {
            folders(folder, root).into_iter().find_map(|folder| {
                // The nearest folder with releases decides, and the folder's name where there are none.
                rooms.owners(&folder).or_else(|| names.of_folder(&folder).filter(|_| !text_folders.contains(&folder)))
            })
        });
        let owners = owners.unwrap_or_default();
        if owners.is_empty() {
            left.push(path);
            continue;
        }
        for owner in owners {
            let file = &mut files[*owner];
            let home = file.folder();
            let name = whole.strip_prefix(&home).unwrap_or(&whole).trim_start_matches('/').to_owned();
            file.beside.push(Beside { name, has_its_name: namesakes.is_some() });
        }
    }
    for file in files {
        // Those of its name come first; the rest keep their order.
        file.beside.sort_by_key(|beside| !beside.has_its_name);
    }
    left
}

fn set_aside(files: &mut Vec<SourceFile>, others: &mut Vec<PathBuf>, is_attachment: impl Fn(&SourceFile) -> bool) {
    files.retain(|file| {
        let aside = is_pdf(file) && is_attachment(file);
        if aside {
            others.push(file.path.clone());
        }
        !aside
    });
}

fn is_pdf(file: &SourceFile) -> bool {
    file.format == Format::Pdf
}

fn own_name(file: &SourceFile) -> (String, String) {
    (file.folder(), folded(&file.stem))
}

/// A folder and the folders that it lies in, up to the root, without it.
fn folders(folder: &str, root: &str) -> Vec<String> {
    let mut all = Vec::new();
    let mut next = folder;
    while next.len() > root.len() {
        all.push(next.to_owned());
        next = next.rsplit_once('/').map_or("", |(above, _)| above);
    }
    all
}

/// Releases by folder and name.
struct Names {
    own: HashMap<(String, String), Vec<usize>>,
    /// By the name that translations share.
    bases: HashMap<(String, String), Vec<usize>>,
    is_text: Vec<bool>,
}

impl Names {
    fn of(files: &[SourceFile]) -> Self {
        let mut names = Self {
            own: HashMap::new(),
            bases: HashMap::new(),
            is_text: files.iter().map(|file| !is_pdf(file)).collect(),
        };
        for (index, file) in files.iter().enumerate() {
            names.own.entry(own_name(file)).or_default().push(index);
            if let Some(named) = &file.translation {
                let (folder, base) = named.base.rsplit_once('/').unwrap_or(("", &named.base));
                names.bases.entry((folder.to_owned(), folded(base))).or_default().push(index);
            }
        }
        names
    }

    fn owners(&self, key: &(String, String)) -> Option<&[usize]> {
        self.own.get(key).or_else(|| self.bases.get(key)).map(Vec::as_slice)
    }

    /// The releases beside a folder that it is named after.
    fn of_folder(&self, folder: &str) -> Option<&[usize]> {
        let (above, name) = folder.rsplit_once('/').unwrap_or(("", folder));
        self.owners(&(above.to_owned(), folded(name)))
    }
}

/// Which folders are rooms for one release, alone or with its translations.
struct Rooms {
    /// Releases that lie directly in a folder.
    inside: HashMap<String, Vec<usize>>,
    /// How many there are in it or below, counting translations as one.
    below: HashMap<String, usize>,
}

impl Rooms {
    fn of(root: &str, files: &[SourceFile]) -> Self {
        let mut inside: HashMap<String, Vec<usize>> = HashMap::new();
        let mut below: HashMap<String, HashSet<String>> = HashMap::new();
        for (index, file) in files.iter().enumerate() {
            let folder = file.folder();
            let one = || file.translation.as_ref().map_or_else(|| file.shown(), |named| named.base.clone());
            for folder in folders(&folder, root) {
                below.entry(folder).or_default().insert(one());
            }
            inside.entry(folder).or_default().push(index);
        }
        Self { inside, below: below.into_iter().map(|(folder, all)| (folder, all.len())).collect() }
    }

    /// The releases that a folder belongs to, none where there are several, and `None` where there
    /// is nothing to decide.
    fn owners(&self, folder: &str) -> Option<&[usize]> {
        let inside = self.inside.get(folder)?;
        // A folder of a year or a month has one release only until the next comes, whose pictures may
        // lie there already.
        let is_date = !folder.rsplit('/').next().is_some_and(|name| name.contains(char::is_alphabetic));
        Some(if self.below.get(folder) == Some(&1) && !is_date { inside } else { &[] })
    }
}

/// As people count: `2` before `10`, and byte by byte where that says nothing.
fn natural(a: &str, b: &str) -> Ordering {
    let digits = |text: &str| text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (mut one, mut other) = (a, b);
    loop {
        let (run, others_run) = (digits(one), digits(other));
        let order = if run > 0 && others_run > 0 {
            let (number, others_number) =
                (one[..run].trim_start_matches('0'), other[..others_run].trim_start_matches('0'));
            (one, other) = (&one[run..], &other[others_run..]);
            number.len().cmp(&others_number.len()).then_with(|| number.cmp(others_number))
        } else {
            let (mut rest, mut others_rest) = (one.chars(), other.chars());
            let next = (rest.next(), others_rest.next());
            if next == (None, None) {
                return a.cmp(b);
            }
            (one, other) = (rest.as_str(), others_rest.as_str());
            next.0.cmp(&next.1)
        };
        if order != Ordering::Equal {
            return order;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_count_as_people_count_them() {
        let mut names = ["bx.jpg", "b10.jpg", "b2.jpg", "b02.jpg", "a.jpg", "B1.jpg", "b2", "b.jpg"];
        names.sort_by(|a, b| natural(a, b));
        assert_eq!(names, ["B1.jpg", "a.jpg", "b.jpg", "b2", "b02.jpg", "b2.jpg", "b10.jpg", "bx.jpg"]);
        assert_eq!((natural("b2", "bx"), natural("bx", "b2")), (Ordering::Less, Ordering::Greater));
    }

    #[test]
    fn a_folder_is_followed_by_those_it_lies_in() {
        assert_eq!(folders("r/a/b", "r"), ["r/a/b", "r/a"]);
        assert_eq!(folders("r", "r"), [""; 0]);
    }
}
