//! Word documents, made from their parts: to add a case, add a folder to `tests/docx/`.
//!
//! `tests/docx/NAME/body.xml` is what stands in `<w:body>`. Beside it may lie the parts
//! `styles.xml`, `numbering.xml`, `comments.xml`, `footnotes.xml`, `endnotes.xml`, `header1.xml`,
//! `footer1.xml` and so on, each the inside of its root element, which get the id of their name
//! (`header1`), and `relationships.xml` with more relationships of the document.
//! `expected.json` says what it proves and what is expected, as far as its members go:
//!
//! - `proves`: the sentence that the case stands for
//! - `blocks`: `LINE JOINT SHAPE: HTML` for each block
//! - `problems`: `LINE SEVERITY: MESSAGE` for each problem that was found in making blocks
//! - `reading`: members of `dateline show --format json`, each with its value

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::io::{Cursor, Write as _};
use std::path::Path;
use std::process::Command;

use dateline::body::SafeHtml;
use dateline::config::Config;
use dateline::disk::input::SourceFile;
use dateline::manuscript::{Block, Bullet, Joint, PictureSource, Shape};
use dateline::problem::{Problem, Report};
use dateline::source::{Format, Source};
use dateline::{parse, reading, show};
use proptest::prelude::*;
use serde_json::{Map, Value};
use url::Url;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

type Fallible<T> = Result<T, Box<dyn Error>>;

const NAMESPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
    xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" \
    xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
    xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
    xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\" \
    xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" \
    xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" \
    xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:v=\"urn:schemas-microsoft-com:vml\"";

const KIND: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

const NEWSROOM: &str = include_str!("newsroom.toml");

/// A PNG of one pixel.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\rIDATx\x9cc\xf8\xcf\xc0\xf0\x1f\0\x05\0\x01\xff\x89\x99=\x1d\0\0\0\0IEND\xaeB`\x82";

/// A document by its parts.
#[derive(Debug, Clone, Default)]
struct Docx {
    /// Name below `word/`, and bytes.
    parts: BTreeMap<String, Vec<u8>>,
    relationships: String,
}

impl Docx {
    fn new(body: &str) -> Self {
        let mut docx = Self::default();
        docx.part("document.xml", wrapped("document", &format!("<w:body>{body}</w:body>")));
        docx
    }

    /// A document of paragraphs.
    fn of_lines(lines: &[&str]) -> Self {
        let paragraphs: Vec<String> = lines.iter().map(|line| paragraph(line)).collect();
        Self::new(&paragraphs.concat())
    }

    /// A part that the document refers to by an id like its name.
    fn part(&mut self, name: &str, bytes: impl Into<Vec<u8>>) -> &mut Self {
        self.parts.insert(name.to_owned(), bytes.into());
        let id = name.rsplit('/').next().unwrap_or(name).split('.').next().unwrap_or(name);
        let kind = if name.starts_with("media/") { "image" } else { id.trim_end_matches(|c: char| c.is_ascii_digit()) };
        if kind != "document" {
            self.relate(&format!("<Relationship Id=\"{id}\" Type=\"{KIND}{kind}\" Target=\"{name}\"/>"));
        }
        self
    }

    fn relate(&mut self, relationship: &str) -> &mut Self {
        self.relationships.push_str(relationship);
        self
    }

    fn bytes(&self) -> Fallible<Vec<u8>> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let mut add = |name: &str, bytes: &[u8]| -> Fallible<()> {
            zip.start_file(name, SimpleFileOptions::default())?;
            Ok(zip.write_all(bytes)?)
        };
        let main = format!("<Relationship Id=\"rId1\" Type=\"{KIND}officeDocument\" Target=\"word/document.xml\"/>");
        add("_rels/.rels", relationships(&main).as_bytes())?;
        add("word/_rels/document.xml.rels", relationships(&self.relationships).as_bytes())?;
        for (name, bytes) in &self.parts {
            add(&format!("word/{name}"), bytes)?;
        }
        Ok(zip.finish()?.into_inner())
    }
}

fn paragraph(line: &str) -> String {
    format!("<w:p><w:r><w:t>{line}</w:t></w:r></w:p>")
}

fn relationships(inside: &str) -> String {
    format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{inside}</Relationships>"
    )
}

fn wrapped(root: &str, inside: &str) -> String {
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<w:{root} {NAMESPACES}>{inside}</w:{root}>")
}

fn root_of(part: &str) -> &str {
    match part.trim_end_matches(|c: char| c.is_ascii_digit()) {
        "header" => "hdr",
        "footer" => "ftr",
        other => other,
    }
}

fn config() -> Fallible<Config> {
    Config::parse("dateline.toml", NEWSROOM)
        .map_err(|problems| problems.iter().map(Problem::human).collect::<String>().into())
}

/// What became of some bytes as a release.
struct Read {
    blocks: Vec<String>,
    problems: Vec<String>,
    shown: Map<String, Value>,
}

fn read(bytes: &[u8]) -> Fallible<Read> {
    let base = Url::parse("https://news.example.org/releases/x/")?;
    let mut report = Report::new("x.docx");
    let source = Source::open(Format::Docx, bytes, parse::heard_beside, &mut report);
    let blocks = source.map(|source| source.manuscript(&base, &mut report).blocks).unwrap_or_default();
    let file = SourceFile::named(Path::new("x.docx"));
    let understanding = reading::understand(&file, bytes, Some(&config()?));
    let problems = report.problems.iter().map(|problem| {
        let severity = if problem.is_error() { "error" } else { "warning" };
        format!("{} {severity}: {}", problem.at.map_or(0, |at| at.line), problem.message())
    });
    Ok(Read {
        blocks: blocks.iter().map(line_of).collect(),
        problems: problems.collect(),
        shown: serde_json::from_str(&show::json(&understanding, false)?)?,
    })
}

/// The first problem of bytes that can't be read.
fn refusal(bytes: &[u8]) -> Fallible<String> {
    Ok(read(bytes)?.problems.first().cloned().unwrap_or_else(|| "none".to_owned()))
}

fn line_of(block: &Block) -> String {
    let mut html = SafeHtml::new();
    html.prose(&block.prose);
    let shape = match &block.shape {
        Shape::Text => "text".to_owned(),
        Shape::Heading(level) => format!("heading {level}"),
        Shape::Item { bullet, level } => {
            let number = if let Bullet::Number(number) = bullet { format!(" {number}") } else { String::new() };
            let within = if *level == 0 { String::new() } else { format!(" at level {level}") };
            format!("item{number}{within}")
        }
        Shape::Quote => "quote".to_owned(),
        Shape::Caption => "caption".to_owned(),
        Shape::Picture(PictureSource::Embedded(part)) => format!("picture in {part}"),
        Shape::Picture(PictureSource::File(name)) => format!("picture beside it {name}"),
        Shape::Picture(PictureSource::Web(url)) => format!("picture at {url}"),
        Shape::Markup(markup) => return format!("{} markup: {markup}", block.at.line),
    };
    let joint = match block.joint {
        Joint::Gap => "gap",
        Joint::Line => "line",
        Joint::Soft => "soft",
        Joint::Beside => "beside",
    };
    format!("{} {joint} {shape}: {html}", block.at.line)
}

#[test]
fn every_document_is_read_as_its_case_says() -> Fallible<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/docx");
    let mut folders: Vec<_> =
        fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?.into_iter().map(|entry| entry.path()).collect();
    folders.sort();
    let mut faults = Vec::new();
    for folder in &folders {
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        for fault in play(folder).map_err(|error| format!("{name}: {error}"))? {
            faults.push(format!("{name}: {fault}"));
        }
    }
    assert!(folders.len() >= 20, "only {} cases", folders.len());
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    Ok(())
}

#[test]
fn a_header_or_a_watermark_that_calls_it_a_draft_is_read_in_every_language() -> Fallible<()> {
    let words = [
        "DRAFT",
        "Entwurf 2",
        "BROUILLON",
        "PROJET",
        "BORRADOR",
        "BOZZA",
        "RASCUNHO",
        "CONCEPT",
        "UTKAST",
        "UDKAST",
        "KLADDE",
        "SZKIC",
        "LUONNOS",
        "Draft v2",
    ];
    let lines = [
        "Museum opens its cellar",
        "",
        "Hamburg, 2 March 2026 – The Harbour Museum opens its cellar to visitors on Saturday. Forty models can be seen.",
    ];
    for word in words {
        let header = paragraph(word);
        let watermark =
            format!("<w:p><w:r><w:pict><v:shape><v:textpath string=\"{word}\"/></v:shape></w:pict></w:r></w:p>");
        for inside in [header, watermark] {
            let mut docx = Docx::of_lines(&lines);
            docx.part("header1.xml", wrapped("hdr", &inside));
            let found = read(&docx.bytes()?)?.shown;
            assert!(found["problems"].to_string().contains("calls itself a draft"), "{inside}: {found:?}");
            assert_eq!(found["title"], "Museum opens its cellar", "{inside}");
        }
    }
    for word in
        ["Projet : une gare", "Concept and design: Müller", "Entwurf: Müller und Partner, Hamburg", "Draft horses"]
    {
        let mut docx = Docx::of_lines(&lines);
        docx.part("header1.xml", wrapped("hdr", &paragraph(word)));
        let found = read(&docx.bytes()?)?.shown;
        assert!(!found["problems"].to_string().contains("draft"), "{word}: {found:?}");
    }
    Ok(())
}

fn play(folder: &Path) -> Fallible<Vec<String>> {
    let mut docx = Docx::default();
    let mut expected = Map::new();
    let mut entries: Vec<_> = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let text = fs::read_to_string(entry.path())?;
        match entry.file_name().to_str() {
            Some("expected.json") => expected = serde_json::from_str(&text)?,
            Some("relationships.xml") => drop(docx.relate(text.trim())),
            Some("body.xml") => {
                docx.part("document.xml", wrapped("document", &format!("<w:body>{text}</w:body>")));
            }
            Some(name) => {
                let part = name.trim_end_matches(".xml");
                docx.part(name, wrapped(root_of(part), &text));
            }
            None => return Err("a name that is no text".into()),
        }
    }
    let found = read(&docx.bytes()?)?;
    let mut faults = Vec::new();
    let mut known = 0;
    for (member, found) in [("blocks", &found.blocks), ("problems", &found.problems)] {
        let Some(expected) = expected.get(member) else { continue };
        known += 1;
        if *expected != serde_json::to_value(found)? {
            faults.push(format!(
                "{member}:\n  expected {}\n  found    {}",
                serde_json::to_string_pretty(expected)?,
                serde_json::to_string_pretty(found)?
            ));
        }
    }
    for (member, expected) in expected.get("reading").and_then(Value::as_object).into_iter().flatten() {
        known += 1;
        let found = found.shown.get(member).unwrap_or(&Value::Null);
        if expected != found {
            faults.push(format!("{member}:\n  expected {expected}\n  found    {found}"));
        }
    }
    if known == 0 || expected.get("proves").and_then(Value::as_str).is_none_or(str::is_empty) {
        faults.push("the case proves nothing".to_owned());
    }
    Ok(faults)
}

const RELEASE: [&str; 2] = [
    "Museum opens its cellar",
    "Hamburg, 2 March 2026 – The Harbour Museum opens its cellar to visitors on Saturday. Forty models of ships can be seen there.",
];

#[test]
fn a_file_that_is_no_readable_document_is_named_for_what_it_is() -> Fallible<()> {
    let good = Docx::of_lines(&RELEASE).bytes()?;
    let mut encrypted = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    let old = encrypted.clone();
    encrypted.extend("EncryptedPackage".bytes().flat_map(|byte| [byte, 0]));
    let mut no_document = ZipWriter::new(Cursor::new(Vec::new()));
    no_document.start_file("xl/workbook.xml", SimpleFileOptions::default())?;
    no_document.write_all(b"<workbook/>")?;
    let no_document = no_document.finish()?.into_inner();
    let cases: [(&str, &[u8], &str); 8] = [
        ("encrypted", &encrypted, "encrypted with a password"),
        ("old", &old, "old Word document (.doc)"),
        ("cut off", &good[..good.len() / 2], "damaged or cut off"),
        ("text", b"Museum opens its cellar", "no Word document"),
        ("rtf", b"{\\rtf1 Museum}", "RTF file"),
        ("spreadsheet", &no_document, "an archive, but no Word document"),
        ("no document", &Docx::default().bytes()?, "no Word document"),
        ("no text", &Docx::of_lines(&["", " "]).bytes()?, "no text in the document"),
    ];
    for (name, bytes, expected) in cases {
        let found = read(bytes)?.problems;
        assert_eq!(found.len(), 1, "{name}: {found:?}");
        assert!(found[0].starts_with("1 error: ") && found[0].contains(expected), "{name}: {found:?}");
    }
    assert!(read(&good)?.problems.is_empty());
    Ok(())
}

#[test]
fn a_bomb_is_refused_before_it_goes_off() -> Fallible<()> {
    let large = format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", "a".repeat(17 * 1024 * 1024));
    let many = "<w:p/>".repeat(1_000_001);
    let deep = format!("{}{}", "<w:tbl><w:tr><w:tc>".repeat(100_000), "</w:tc></w:tr></w:tbl>".repeat(100_000));
    let long = "<w:p/>".repeat(500_000) + &paragraph(&"a".repeat(600_000));
    let cases = [(&large, "far more than a release"), (&many, "far more than a release"), (&deep, "too deeply")];
    for (body, expected) in cases.into_iter().chain([(&long, "far more text than a release")]) {
        let bytes = Docx::new(body).bytes()?;
        assert!(bytes.len() < 1024 * 1024, "it is no bomb: {} bytes", bytes.len());
        let found = refusal(&bytes)?;
        assert!(found.contains(expected), "{found}");
    }
    Ok(())
}

#[test]
fn an_entity_is_never_expanded() -> Fallible<()> {
    let text = String::from_utf8(Docx::of_lines(&["&x;"]).parts["document.xml"].clone())?;
    let declaration = "<!DOCTYPE w:document [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><w:document ";
    let mut docx = Docx::default();
    docx.part("document.xml", text.replacen("<w:document ", declaration, 1));
    let found = refusal(&docx.bytes()?)?;
    assert!(found.contains("declares entities"), "{found}");
    Ok(())
}

#[test]
fn a_part_that_is_no_xml_is_an_error() -> Fallible<()> {
    let mut docx = Docx::of_lines(&RELEASE);
    docx.part("styles.xml", "<w:styles");
    let found = refusal(&docx.bytes()?)?;
    assert!(found.contains("no XML"), "{found}");
    Ok(())
}

#[test]
fn characters_that_no_feed_may_hold_are_found_in_a_document_too() -> Fallible<()> {
    let found = read(&Docx::of_lines(&["Museum", "opens\u{FEFF} its\u{9F} cellar"]).bytes()?)?;
    assert!(found.problems.iter().any(|problem| problem.starts_with("2 error: U+009F")), "{:?}", found.problems);
    assert_eq!(found.blocks[1], "2 gap text: opens its cellar");
    Ok(())
}

#[test]
fn a_document_in_the_strict_form_of_the_standard_is_read() -> Fallible<()> {
    let mut docx = Docx::of_lines(&RELEASE);
    let text = String::from_utf8(docx.parts["document.xml"].clone())?;
    let strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    docx.part("document.xml", text.replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main", strict));
    assert_eq!(read(&docx.bytes()?)?.shown["title"], "Museum opens its cellar");
    Ok(())
}

#[test]
fn a_document_in_utf_16_is_read() -> Fallible<()> {
    let mut docx = Docx::of_lines(&RELEASE);
    let text = String::from_utf8(docx.parts["document.xml"].clone())?.replace("UTF-8", "UTF-16");
    let bytes: Vec<u8> = std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    docx.part("document.xml", bytes);
    assert_eq!(read(&docx.bytes()?)?.shown["title"], "Museum opens its cellar");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_damage_to_a_file_makes_the_reader_fall_over(
        at in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
        cut in any::<prop::sample::Index>(),
    ) {
        let mut docx = Docx::of_lines(&RELEASE);
        docx.part("styles.xml", wrapped("styles", "<w:style w:styleId=\"A\"><w:name w:val=\"A\"/></w:style>"));
        let mut bytes = docx.bytes().expect("a document");
        for (index, byte) in at {
            let index = index.index(bytes.len());
            bytes[index] = byte;
        }
        read(&bytes).expect("a reading");
        bytes.truncate(cut.index(bytes.len()));
        read(&bytes).expect("a reading");
    }

    #[test]
    fn no_order_of_elements_makes_the_reader_fall_over(
        words in prop::collection::vec(prop::sample::select(vec![
            "p", "r", "t", "br", "tbl", "tr", "tc", "sdt", "sdtContent", "ins", "del", "hyperlink", "drawing", "pict",
            "txbxContent", "fldChar", "instrText", "pPr", "rPr", "numPr", "sym", "ruby", "footnoteReference", "object",
        ]), 0..60),
        closes in prop::collection::vec(any::<bool>(), 60),
    ) {
        let mut body = String::new();
        let mut open = Vec::new();
        for (word, close) in words.into_iter().zip(closes) {
            body.extend(["<w:", word, " w:val=\"1\" w:id=\"1\" w:fldCharType=\"begin\" w:char=\"F0B7\">a"]);
            open.push(word);
            if close {
                body.extend(open.pop().map(|word| format!("</w:{word}>")));
            }
        }
        body.extend(open.into_iter().rev().map(|word| format!("</w:{word}>")));
        read(&Docx::new(&body).bytes().expect("a document")).expect("a reading");
    }
}

/// An inline picture that shows a part.
fn drawing(id: &str, alt: &str) -> String {
    format!(
        "<w:p><w:r><w:drawing><wp:inline><wp:extent cx=\"3600000\" cy=\"2400000\"/><wp:docPr id=\"1\" name=\"Picture 1\" \
         descr=\"{alt}\"/><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\">\
         <pic:pic><pic:blipFill><a:blip r:embed=\"{id}\"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>\
         </wp:inline></w:drawing></w:r></w:p>"
    )
}

/// A newsroom with one Word document, built.
fn build(docx: &Docx) -> Fallible<(tempfile::TempDir, bool, String)> {
    let folder = tempfile::tempdir()?;
    fs::create_dir(folder.path().join("releases"))?;
    fs::write(folder.path().join("dateline.toml"), NEWSROOM)?;
    fs::write(folder.path().join("releases/cellar.docx"), docx.bytes()?)?;
    let ran = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(["build", "--allow-empty", "--now", "2026-06-01T00:00:00Z"])
        .current_dir(&folder)
        .output()?;
    Ok((folder, ran.status.success(), String::from_utf8(ran.stderr)?))
}

fn release_with_pictures(first_line: &str) -> Docx {
    let pictures =
        format!("{}{}{}", drawing("image1", "A ship"), drawing("image2", "A plan"), drawing("image1", "Again"));
    let mut docx =
        Docx::new(&format!("{}{}{}{pictures}", paragraph(first_line), paragraph(RELEASE[0]), paragraph(RELEASE[1])));
    docx.part("media/image1.png", PNG).part("media/image2.emf", b"\x01\0\0\0 no picture of the web".as_slice());
    docx
}

#[test]
fn a_picture_in_a_document_is_copied_to_its_release() -> Fallible<()> {
    let (folder, done, said) = build(&release_with_pictures("For immediate release"))?;
    assert!(done, "{said}");
    let public = folder.path().join("public");
    assert_eq!(fs::read(public.join("releases/cellar/image1.png"))?, PNG);
    assert!(!public.join("releases/cellar/image2.emf").exists());
    assert!(said.contains("cellar.docx:5:1: warning: a picture that feed readers can't show was left out"), "{said}");
    let feed: Value = serde_json::from_slice(&fs::read(public.join("feed.json"))?)?;
    assert_eq!(feed["items"][0]["image"], "https://news.example.org/releases/cellar/image1.png", "{feed}");
    let rss = fs::read_to_string(public.join("rss.xml"))?;
    assert!(rss.contains(&format!("fileSize=\"{}\"", PNG.len())), "{rss}");
    assert!(rss.contains("A ship"), "{rss}");
    Ok(())
}

#[test]
fn a_picture_of_a_held_release_is_not_written() -> Fallible<()> {
    let (folder, done, said) = build(&release_with_pictures("Embargoed until 1 July 2026, 10:00 CEST"))?;
    assert!(done, "{said}");
    assert!(folder.path().join("public/feed.json").exists());
    assert!(!folder.path().join("public/releases").exists());
    Ok(())
}

#[test]
fn a_comment_or_a_mark_beside_the_headline_holds_a_document_back() -> Fallible<()> {
    const TEXT: &str = "Hamburg, 2 March 2026 – The Harbour Museum opens its cellar to visitors on Saturday. Forty models of ships can be seen there.";
    let comment = |words: &str| wrapped("comments", &format!("<w:comment w:id=\"1\">{}</w:comment>", paragraph(words)));
    for (headline, words, problem) in [
        ("Museum opens its cellar", "Not yet approved", "a comment says that the text is not ready"),
        ("Museum opens its cellar", "TODO: ask the curator", "a comment says that the text is not ready"),
        ("[Draft] Museum opens its cellar", "Nice.", "a mark beside the headline says"),
        ("[EMBARGO] Museum opens its cellar", "Nice.", "the embargo names no day"),
        ("Museum opens its cellar", "Nice.", ""),
    ] {
        let mut docx = Docx::of_lines(&[headline, TEXT]);
        docx.part("comments.xml", comment(words));
        let shown = read(&docx.bytes()?)?.shown;
        let problems = shown.get("problems").map(Value::to_string).unwrap_or_default();
        assert_eq!(problems.contains("\"error\""), !problem.is_empty(), "{headline}, {words}: {problems}");
        assert!(problems.contains(problem), "{headline}, {words}: {problems}");
    }
    Ok(())
}
