//! Attachments: files that go with a release, to be taken along rather than looked at.
//!
//! What a file is, its first bytes say; its name only tells apart what the bytes leave open.

use serde::{Deserialize, Serialize};
use url::Url;

use super::ImageKind;

/// A file to download.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    pub url: Url,
    pub title: Option<String>,
    /// As the press office named it, without its folders.
    pub file_name: String,
    pub kind: FileKind,
    /// Bytes.
    pub length: u64,
}

/// What an attachment may be. Nothing in this list runs by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum FileKind {
    Picture(ImageKind),
    Svg,
    Pdf,
    Mp3,
    M4a,
    Wav,
    Ogg,
    Mp4,
    Webm,
    Mov,
    Zip,
    Docx,
    Xlsx,
    Pptx,
    Csv,
    Calendar,
}

impl FileKind {
    pub fn of_extension(path: &str) -> Option<Self> {
        if let Some(picture) = ImageKind::of_extension(path) {
            return Some(Self::Picture(picture));
        }
        Some(match path.rsplit_once('.')?.1.to_ascii_lowercase().as_str() {
            "svg" => Self::Svg,
            "pdf" => Self::Pdf,
            "mp3" => Self::Mp3,
            "m4a" => Self::M4a,
            "wav" => Self::Wav,
            "ogg" => Self::Ogg,
            "mp4" => Self::Mp4,
            "webm" => Self::Webm,
            "mov" => Self::Mov,
            "zip" => Self::Zip,
            "docx" => Self::Docx,
            "xlsx" => Self::Xlsx,
            "pptx" => Self::Pptx,
            "csv" => Self::Csv,
            "ics" => Self::Calendar,
            _ => return None,
        })
    }

    /// Whether the first bytes of a file are of this kind. Text is left to be read as a whole.
    pub fn fits(self, head: &[u8]) -> bool {
        if let Self::Picture(picture) = self {
            return ImageKind::sniff(head) == Some(picture);
        }
        let sniffed = infer::get(head).map(|kind| kind.mime_type());
        let one_of = |known: &[&str]| sniffed.is_some_and(|sniffed| known.contains(&sniffed));
        match self {
            Self::Picture(_) => false,
            Self::Pdf => one_of(&["application/pdf"]),
            Self::Mp3 => one_of(&["audio/mpeg"]),
            // Many programs give the container no brand of its own for sound.
            Self::M4a => one_of(&["audio/m4a", "video/mp4"]),
            Self::Wav => one_of(&["audio/x-wav"]),
            Self::Ogg => one_of(&["audio/ogg", "audio/opus"]),
            Self::Mp4 => one_of(&["video/mp4", "video/x-m4v"]),
            Self::Webm => one_of(&["video/webm"]),
            Self::Mov => one_of(&["video/quicktime"]),
            Self::Zip => one_of(&["application/zip"]),
            // Their archives are told apart by the order of parts, which is up to the program.
            Self::Docx | Self::Xlsx | Self::Pptx => one_of(&["application/zip", self.mime()]),
            Self::Svg => matches!(sniffed, None | Some("text/xml" | "text/html")),
            // Its first words may look like anything; what it may not be is something to open.
            Self::Csv => {
                !one_of(&["text/html", "text/xml", "text/x-shellscript", "application/pdf"]) && !is_program(head)
            }
            Self::Calendar => sniffed.is_none() && is_calendar(head),
        }
    }

    /// Whether the file is text, which must be UTF-8.
    pub fn is_text(self) -> bool {
        matches!(self, Self::Svg | Self::Csv | Self::Calendar)
    }

    pub fn mime(self) -> &'static str {
        match self {
            Self::Picture(picture) => picture.mime(),
            Self::Svg => "image/svg+xml",
            Self::Pdf => "application/pdf",
            Self::Mp3 => "audio/mpeg",
            Self::M4a => "audio/mp4",
            Self::Wav => "audio/wav",
            Self::Ogg => "audio/ogg",
            Self::Mp4 => "video/mp4",
            Self::Webm => "video/webm",
            Self::Mov => "video/quicktime",
            Self::Zip => "application/zip",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Pptx => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            Self::Csv => "text/csv",
            Self::Calendar => "text/calendar",
        }
    }

    /// As people call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Picture(ImageKind::Jpeg) => "JPEG",
            Self::Picture(ImageKind::Png) => "PNG",
            Self::Picture(ImageKind::Gif) => "GIF",
            Self::Picture(ImageKind::Webp) => "WebP",
            Self::Picture(ImageKind::Avif) => "AVIF",
            Self::Svg => "SVG",
            Self::Pdf => "PDF",
            Self::Mp3 => "MP3",
            Self::M4a => "M4A",
            Self::Wav => "WAV",
            Self::Ogg => "Ogg",
            Self::Mp4 => "MP4",
            Self::Webm => "WebM",
            Self::Mov => "MOV",
            Self::Zip => "ZIP",
            Self::Docx => "Word",
            Self::Xlsx => "Excel",
            Self::Pptx => "PowerPoint",
            Self::Csv => "CSV",
            Self::Calendar => "iCalendar",
        }
    }

    /// Media RSS's word for it.
    pub fn medium(self) -> &'static str {
        match self {
            Self::Picture(_) | Self::Svg => "image",
            Self::Mp3 | Self::M4a | Self::Wav | Self::Ogg => "audio",
            Self::Mp4 | Self::Webm | Self::Mov => "video",
            _ => "document",
        }
    }
}

fn is_program(head: &[u8]) -> bool {
    infer::is_app(head) && (head.contains(&0) || std::str::from_utf8(head).is_err())
}

/// RFC 5545 §3.4: a calendar opens with this line, and names know no case.
fn is_calendar(head: &[u8]) -> bool {
    const OPENER: &[u8] = b"BEGIN:VCALENDAR";
    let head = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head);
    head.get(..OPENER.len()).is_some_and(|opener| opener.eq_ignore_ascii_case(OPENER))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_decide_and_names_only_narrow() {
        for (name, head) in [
            ("a.PDF", b"%PDF-1.7\n".as_slice()),
            ("a.mp3", b"ID3\x03\0\0\0\0\0\0"),
            ("a.m4a", b"\0\0\0\x20ftypM4A \0\0\0\0"),
            ("a.m4a", b"\0\0\0\x20ftypisom\0\0\0\0isom"),
            ("a.wav", b"RIFF\0\0\0\0WAVEfmt "),
            ("a.ogg", b"OggS\0\x02\0\0\0\0\0\0"),
            ("a.mp4", b"\0\0\0\x20ftypisom\0\0\0\0isom"),
            ("a.mov", b"\0\0\0\x14ftypqt  \0\0\0\0qt  "),
            ("a.zip", b"PK\x03\x04\x14\0\0\0\0\0"),
            ("a.xlsx", b"PK\x03\x04\x14\0\0\0\0\0"),
            ("a.csv", b"name;number\nLamp;3\n"),
            ("a.ics", b"\xEF\xBB\xBFbegin:vcalendar\r\n"),
            ("a.png", b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01"),
        ] {
            let kind = FileKind::of_extension(name).expect("a kind");
            assert!(kind.fits(head), "{name}");
        }
    }

    #[test]
    fn a_film_in_a_container_that_many_share_is_known_by_its_kind() {
        let mut film = b"\x1A\x45\xDF\xA3\x9F\x42\x82\x84webm".to_vec();
        film.resize(300, 0);
        assert!(FileKind::Webm.fits(&film));
        film[8..12].copy_from_slice(b"wave");
        assert!(!FileKind::Webm.fits(&film));
    }

    #[test]
    fn a_program_or_a_page_under_another_name_does_not_fit() {
        let mut elf = b"\x7FELF\x02\x01\x01".to_vec();
        elf.resize(64, 0);
        let exe = b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xFF\xFF\0\0";
        for name in ["a.pdf", "a.csv", "a.svg", "a.zip", "a.mp3", "a.ics"] {
            let kind = FileKind::of_extension(name).expect("a kind");
            assert!(!kind.fits(&elf) && !kind.fits(exe), "{name}");
        }
        for name in ["a.csv", "a.ics", "a.pdf"] {
            let kind = FileKind::of_extension(name).expect("a kind");
            assert!(!kind.fits(b"<!DOCTYPE html><title>x</title>") && !kind.fits(b"#!/bin/sh\n"), "{name}");
        }
        for name in ["a.exe", "a.html", "a.htm", "a.js", "a.txt", "a.docm", "a"] {
            assert_eq!(FileKind::of_extension(name), None, "{name}");
        }
    }
}
