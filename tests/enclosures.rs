//! Files that go with a release and are too large, or too many, for a case of text.

#![allow(clippy::expect_used, clippy::panic, reason = "a helper of tests may end them")]

use std::fs::{self, File};
use std::path::Path;

use dateline::desk::{self, Desk, Warnings};
use dateline::feed::{Entry, Feed, Format, Media, Part};
use dateline::verify;

#[allow(dead_code, reason = "other tests use the rest")]
mod harbour;

const PART: Part = Part::Subscription { prev: None };
const TEXT: &str = "Ferry runs at night\n\nHamburg, 4 March 2026 – The ferry now crosses the harbour until two at night. \
                    It is free for children.\n";
const PNG: &[u8] = b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\x03\0\0\0\x02";

/// One of each kind that is taken up by itself, with the type and the medium it must come out as.
const KINDS: [(&str, &[u8], &str, &str); 13] = [
    ("a.jpg", b"\xFF\xD8\xFF\xE0\0\x10JFIF\0\x01", "image/jpeg", "image"),
    ("b.png", PNG, "image/png", "image"),
    ("c.gif", b"GIF89a\x01\0\x01\0\0\0\0", "image/gif", "image"),
    ("d.webp", b"RIFF\x1A\0\0\0WEBPVP8L\x0D\0\0\0\x2F\0\0\0\0\0\0\0", "image/webp", "image"),
    ("e.pdf", b"%PDF-1.4\n", "application/pdf", "document"),
    ("f.mp3", b"ID3\x03\0\0\0\0\0\0", "audio/mpeg", "audio"),
    ("g.m4a", b"\0\0\0\x20ftypM4A \0\0\0\0", "audio/mp4", "audio"),
    ("h.wav", b"RIFF\x24\0\0\0WAVEfmt ", "audio/wav", "audio"),
    ("i.mp4", b"\0\0\0\x20ftypisom\0\0\x02\0", "video/mp4", "video"),
    ("j.mov", b"\0\0\0\x14ftypqt  \0\0\x02\0", "video/quicktime", "video"),
    ("k.zip", b"PK\x03\x04\x14\0\0\0\0\0", "application/zip", "document"),
    ("l.csv", b"name;number\n", "text/csv", "document"),
    ("m.ics", b"BEGIN:VCALENDAR\r\n", "text/calendar", "document"),
];

fn read(folder: &Path) -> Desk {
    desk::read(folder, &harbour::config(), harbour::now(), Warnings::Told).expect("a readable folder")
}

fn messages(desk: &Desk) -> Vec<String> {
    desk.problems.iter().map(|problem| format!("{} {}", problem.is_error(), problem.message())).collect()
}

fn media(desk: &Desk) -> Vec<Media> {
    let newsroom = desk.newsroom.as_ref().unwrap_or_else(|| panic!("{:?}", messages(desk)));
    let entries: Vec<Entry> =
        newsroom.public_at(harbour::now()).iter().map(|cleared| Entry::of(cleared).expect("a kept release")).collect();
    let config = harbour::config();
    let feed = Feed::new(&config);
    for format in Format::ALL {
        let document = feed.write(format, PART, &entries).expect("a document");
        assert_eq!(verify::part(&feed, PART, &entries, format, &document), []);
    }
    entries.into_iter().flat_map(|entry| entry.media).collect()
}

#[test]
fn a_file_of_every_kind_comes_out_as_what_it_is() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("ferry.txt"), TEXT).expect("a release");
    fs::create_dir(folder.path().join("ferry")).expect("a folder");
    for (name, bytes, _, _) in KINDS {
        fs::write(folder.path().join("ferry").join(name), bytes).expect("a file");
    }
    let media = media(&read(folder.path()));
    let found: Vec<(&str, &str, Option<u64>)> =
        media.iter().map(|media| (media.media_type, media.medium, media.length)).collect();
    let expected: Vec<(&str, &str, Option<u64>)> =
        KINDS.iter().map(|(_, bytes, kind, medium)| (*kind, *medium, Some(bytes.len() as u64))).collect();
    assert_eq!(found, expected);
}

#[test]
fn a_picture_of_thirty_megabytes_is_told_of_and_published() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = format!("---\nimage:\n  file: ferry.png\n  alt: A ferry\nattachments: [night.png]\n---\n{TEXT}");
    fs::write(folder.path().join("crossing.txt"), text).expect("a release");
    for name in ["ferry.png", "night.png"] {
        fs::write(folder.path().join(name), PNG).expect("a file");
        let file = File::options().write(true).open(folder.path().join(name)).expect("a file");
        file.set_len(30 * 1024 * 1024).expect("a large file");
    }
    let desk = read(folder.path());
    assert_eq!(
        messages(&desk),
        [
            "false the picture has 31.5 MB, which every reader has to load: `ferry.png`; \
             save it smaller, or make it an attachment",
            "false the attachment has 31.5 MB, which takes long to load on the way: `night.png`; save it smaller",
        ]
    );
    let lengths: Vec<Option<u64>> = media(&desk).iter().map(|media| media.length).collect();
    assert_eq!(lengths, [Some(31_457_280); 2]);
}

#[test]
fn a_folder_of_translations_is_one_releases_folder() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir(folder.path().join("ferry")).expect("a folder");
    let german = "Fähre fährt nachts\n\nHamburg, 4. März 2026 – Die Fähre quert den Hafen jetzt bis zwei Uhr nachts. \
                  Für Kinder ist sie frei.\n";
    for (name, text) in [("ferry/text.en.txt", TEXT), ("ferry/text.de.txt", german)] {
        fs::write(folder.path().join(name), text).expect("a release");
    }
    for name in ["ferry/one.png", "ferry/text.de.png"] {
        fs::write(folder.path().join(name), PNG).expect("a file");
    }
    let desk = read(folder.path());
    let copies: Vec<&str> = desk.enclosures.iter().map(|(_, copy)| copy.to.as_str()).collect();
    let expected = ["releases/text.de/text.de.png", "releases/text.de/one.png", "releases/text.en/one.png"];
    assert_eq!(copies, expected);
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_name_may_hold_anything_that_the_file_system_lets_it() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("ferry.txt"), TEXT).expect("a release");
    fs::create_dir(folder.path().join("ferry")).expect("a folder");
    for name in ["a\u{1}b\nc.csv", "<b>&amp;\"'.csv", "\u{202E}x.csv", "index.html.csv", "..csv", "back\\slash.csv"] {
        fs::write(folder.path().join("ferry").join(name), "a;b").expect("a file");
    }
    // Hidden, and behind a backslash, which other systems take for a folder.
    let copies: Vec<String> = read(folder.path()).enclosures.into_iter().map(|(_, copy)| copy.to).collect();
    assert_eq!(copies.len(), 4, "{copies:?}");
    assert!(copies.iter().all(|copy| copy.is_ascii() && !copy.contains(char::is_control)), "{copies:?}");
    assert_eq!(media(&read(folder.path())).len(), 4);
}

#[test]
fn the_files_of_one_release_never_stand_at_another() {
    let folder = tempfile::tempdir().expect("a folder");
    let releases = ["a/ferry.txt", "a/crane.txt", "b/tide.txt", "b/deep/pilot.txt"];
    for (day, name) in releases.iter().enumerate() {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, TEXT.replace("4 March", &format!("{} March", day + 4))).expect("a release");
    }
    // Of a folder with two releases only what bears a name is anybody's.
    for name in ["a/ferry.png", "a/other.png", "b/other.png", "b/deep/other.png", "root.png"] {
        fs::write(folder.path().join(name), PNG).expect("a file");
    }
    let desk = read(folder.path());
    let copies: Vec<&str> = desk.enclosures.iter().map(|(_, copy)| copy.to.as_str()).collect();
    assert_eq!(copies, ["releases/ferry/ferry.png", "releases/pilot/other.png"]);
    let told = desk.problems.iter().filter(|problem| problem.what.starts_with("no release has this picture's name"));
    let told: Vec<bool> = told
        .map(|problem| ["/a/other.png", "/b/other.png", "/root.png"].iter().any(|name| problem.path.ends_with(name)))
        .collect();
    assert_eq!(told, [true; 3], "{:?}", messages(&desk));
    assert_eq!(desk.passed_over, [""; 0]);
}
