//! Files that look as if they belonged to a release and are with none: each is told of, with what to
//! call it. What is in them is not looked at.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::iter;
use std::path::{Path, PathBuf};

use crate::disk::enclosure::{self, folded};
use crate::disk::input::SourceFile;
use crate::problem::{Problem, Severity};
use crate::release::ImageKind;

/// Takes those files out of `passed_over`. `documents` are Word files in a release's folder; `claimed` is what a release
/// names and does not show; `waiting` are the files of releases that are not public: what may be theirs is not to be named
/// in a log.
pub fn told(
    passed_over: &mut Vec<String>,
    files: &[SourceFile],
    documents: &HashSet<String>,
    claimed: &HashSet<PathBuf>,
    waiting: &HashSet<&str>,
) -> Vec<Problem> {
    let given =
        files.iter().flat_map(|file| file.beside.iter().map(move |one| shown_below(&folder_of(file), &one.name)));
    let given: HashSet<String> = given.collect();
    let mut folders: HashMap<String, Vec<&SourceFile>> = HashMap::new();
    for file in files {
        folders.entry(folder_of(file)).or_default().push(file);
    }
    let mut problems = Vec::new();
    passed_over.retain(|path| {
        let document = || documents.contains(path).then(|| (NAMED_ONLY, way_of_document(path, &folders)));
        let Some((what, fix)) = document().or_else(|| stray(path, &folders)) else { return true };
        let file = Path::new(path);
        if given.contains(path) || !enclosure::is_file(file) || claimed.contains(&enclosure::identity(file)) {
            return true;
        }
        let held = may_be_of(path, &folders, waiting);
        problems.push(Problem { severity: Severity::Warning, held, ..Problem::of_file(path, what, fix) });
        false
    });
    problems
}

const NAMED_ONLY: &str = "a file of this kind goes with a release only where that names it";

/// What can be done with a Word file in the folder of a release.
fn way_of_document(path: &str, folders: &HashMap<String, Vec<&SourceFile>>) -> String {
    let mut below = path;
    let owner = iter::from_fn(|| {
        below = below.rsplit_once('/')?.0;
        let (above, name) = below.rsplit_once('/').unwrap_or(("", below));
        let owner = folders.get(above)?.iter().find(|file| folded(&file.stem) == folded(name))?;
        Some((*owner, path.strip_prefix(above).unwrap_or(path).trim_start_matches('/')))
    });
    let named = match owner.last() {
        Some((owner, _)) if !owner.format.has_front_matter() => "save it as PDF".to_owned(),
        Some((owner, name)) => format!("state `attachments: [{name}]` in `{}`", name_of(owner)),
        None => "name it in the release's `attachments:`".to_owned(),
    };
    format!("{named}, or move it out of this folder if it is a release of its own")
}

/// The one text in each folder that has one, but for the folder of all releases.
pub fn only_texts<'a>(files: &'a [SourceFile], root: &Path) -> HashMap<&'a Path, &'a SourceFile> {
    let mut texts: HashMap<&Path, Vec<&SourceFile>> = HashMap::new();
    for file in files.iter().filter(|file| file.format.has_front_matter()) {
        if let Some(folder) = file.path.parent().filter(|folder| *folder != root) {
            texts.entry(folder).or_default().push(file);
        }
    }
    texts
        .into_iter()
        .filter_map(|(folder, files)| Some((folder, *files.first().filter(|_| files.len() == 1)?)))
        .collect()
}

/// A Word file or a PDF that can't be read as a release may have been meant to go with the one beside it.
pub fn offer_as_attachment(problems: &mut [Problem], file: &SourceFile, texts: &HashMap<&Path, &SourceFile>) {
    let text = file.path.parent().filter(|_| !file.format.has_front_matter()).and_then(|folder| texts.get(folder));
    let problem = problems.iter_mut().find(|problem| problem.is_error());
    if let Some((text, problem)) = text.zip(problem) {
        let offer = format!("; if it goes with `{}`, state `attachments: [{}]` there", name_of(text), name_of(file));
        problem.fix.push_str(&offer);
    }
}

/// Whether a file may well be of a release that is not public.
fn may_be_of(path: &str, folders: &HashMap<String, Vec<&SourceFile>>, waiting: &HashSet<&str>) -> bool {
    let (folder, file_name) = path.rsplit_once('/').unwrap_or(("", path));
    let stem = file_name.rsplit_once('.').map_or(file_name, |(stem, _)| stem);
    let waits = |file: &SourceFile| waiting.contains(file.shown().as_str());
    let Some(beside) = folders.get(folder) else { return !waiting.is_empty() };
    let namesake = beside.iter().copied().find(|file| folded(&file.stem) == folded(stem));
    match namesake.or_else(|| nearest(stem, beside)) {
        Some(release) => waits(release),
        None => beside.iter().any(|file| waits(file)),
    }
}

/// `folders` has the releases of each folder.
fn stray(path: &str, folders: &HashMap<String, Vec<&SourceFile>>) -> Option<(&'static str, String)> {
    let (folder, file_name) = path.rsplit_once('/').unwrap_or(("", path));
    let (stem, ending) = file_name.rsplit_once('.').filter(|(stem, _)| !stem.is_empty() && !is_set_aside(stem))?;
    let lower = ending.to_lowercase();
    let beside = folders.get(folder).map_or(&[][..], Vec::as_slice);
    let namesake = beside.iter().find(|file| folded(&file.stem) == folded(stem));
    if ImageKind::of_extension(file_name).is_some() {
        // One that has a release's name is told of with the release where something is wrong with it.
        let way = || way_to(nearest(stem, beside), &lower);
        return namesake.is_none().then(|| ("no release has this picture's name, so it is in none", way()));
    }
    match lower.as_str() {
        "heic" | "heif" | "tif" | "tiff" => Some((
            "hardly any reader shows a picture of this kind, so it is in no release",
            "save it as JPEG".to_owned(),
        )),
        // These go along only where somebody says so.
        "svg" | "xlsx" | "pptx" => {
            let release = namesake?;
            let other = if lower == "svg" { "save it as PNG" } else { "save it as PDF" };
            let state = if release.format.has_front_matter() { "name it in `attachments:`, or " } else { "" };
            Some((NAMED_ONLY, format!("{state}{other}")))
        }
        _ => None,
    }
}

fn name_of(file: &SourceFile) -> Cow<'_, str> {
    file.path.file_name().unwrap_or_default().to_string_lossy()
}

/// What nobody means to publish is called so on purpose.
fn is_set_aside(stem: &str) -> bool {
    stem.starts_with(['.', '_', '~', '#'])
}

fn shown_below(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") }
}

fn folder_of(file: &SourceFile) -> String {
    let shown = file.shown();
    shown.rsplit_once('/').map_or_else(String::new, |(folder, _)| folder.to_owned())
}

/// The release that a file beside it is most likely of: the only one, or the one it shares a word with.
fn nearest<'a>(stem: &str, beside: &[&'a SourceFile]) -> Option<&'a SourceFile> {
    if let [one] = beside {
        return Some(one);
    }
    let words = |name: &str| -> Vec<String> {
        let folded = folded(name);
        let words = folded.split(|c: char| !c.is_alphabetic()).filter(|word| word.chars().count() > 3);
        words.map(str::to_owned).collect()
    };
    let own = words(stem);
    let mut like = beside.iter().filter(|file| words(&file.stem).iter().any(|word| own.contains(word)));
    let found = like.next()?;
    like.next().is_none().then_some(*found)
}

fn way_to(release: Option<&SourceFile>, ending: &str) -> String {
    let Some(release) = release else {
        return "call it as its release is called, put it into a folder of that name, or name it in `image:`"
            .to_owned();
    };
    let stem = &release.stem;
    let name = format!("{stem}.{ending}");
    let taken = release.beside.iter().any(|other| folded(&other.name) == folded(&name));
    match (taken, release.format.has_front_matter()) {
        (false, true) => format!("call it `{name}`, put it into a folder `{stem}/`, or name it in `image:`"),
        (false, false) => format!("call it `{name}` or put it into a folder `{stem}/`"),
        (true, true) => format!("put it into a folder `{stem}/`, or name it in `image:`"),
        (true, false) => format!("put it into a folder `{stem}/`"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disk::beside::Beside;

    fn said(path: &str, releases: &[&str]) -> Option<String> {
        let files: Vec<SourceFile> = releases.iter().map(|path| SourceFile::named(Path::new(path))).collect();
        among(path, &files)
    }

    fn among(path: &str, files: &[SourceFile]) -> Option<String> {
        let folders = HashMap::from([("r".to_owned(), files.iter().collect())]);
        stray(path, &folders).map(|(_, fix)| fix)
    }

    #[test]
    fn a_picture_is_told_what_to_be_called() {
        let keller = "call it `keller.png`, put it into a folder `keller/`, or name it in `image:`";
        assert_eq!(said("r/museum-01.png", &["r/keller.txt"]).as_deref(), Some(keller));
        assert_eq!(said("r/museum-keller-01.PNG", &["r/keller.md", "r/fair.md"]).as_deref(), Some(keller));
        let word = "call it `keller.png` or put it into a folder `keller/`";
        assert_eq!(said("r/museum-01.png", &["r/keller.docx"]).as_deref(), Some(word));
        let any = "call it as its release is called, put it into a folder of that name, or name it in `image:`";
        assert_eq!(said("r/photo.png", &["r/keller.md", "r/fair.md"]).as_deref(), Some(any));
        assert_eq!(said("r/all/photo.png", &["r/keller.md"]).as_deref(), Some(any));
    }

    #[test]
    fn a_name_that_is_taken_is_no_remedy() {
        let mut release = SourceFile::named(Path::new("r/keller.md"));
        release.beside.push(Beside { name: "Keller.png".to_owned(), has_its_name: true });
        let said = among("r/keller_2.png", &[release]);
        assert_eq!(said.as_deref(), Some("put it into a folder `keller/`, or name it in `image:`"));
    }

    #[test]
    fn what_can_not_be_shown_is_told_what_to_be_saved_as() {
        assert_eq!(said("r/a.HEIC", &[]).as_deref(), Some("save it as JPEG"));
        assert_eq!(said("r/a.svg", &["r/a.md"]).as_deref(), Some("name it in `attachments:`, or save it as PNG"));
        assert_eq!(said("r/a.xlsx", &["r/a.docx"]).as_deref(), Some("save it as PDF"));
    }

    #[test]
    fn what_nobody_means_to_publish_is_let_alone() {
        for path in
            ["r/_photo.png", "r/.photo.heic", "r/plan.svg", "r/feed.json", "r/dates.csv", "r/a.png", "r/.DS_Store"]
        {
            assert_eq!(said(path, &["r/a.md"]), None, "{path}");
        }
    }
}
