//! One text in each format that is read, as a program would write it.

use std::io::{Cursor, Write as _};

use dateline::source::Format;
use lopdf::content::{Content, Operation};
use lopdf::{Document, Object, Stream, dictionary};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

pub fn written(text: &str, format: Format) -> Vec<u8> {
    match format {
        Format::Text => text.as_bytes().to_vec(),
        Format::Markdown => markdown(text).into_bytes(),
        Format::Html => html(text).into_bytes(),
        Format::Docx => docx(text),
        Format::Pdf => pdf(text),
    }
}

/// Paragraphs; the second is the headline.
fn paragraphs(text: &str) -> impl Iterator<Item = (bool, &str)> {
    text.trim().split("\n\n").enumerate().map(|(at, paragraph)| (at == 1, paragraph))
}

fn markdown(text: &str) -> String {
    let set = |(is_headline, paragraph): (bool, &str)| match paragraph {
        headline if is_headline => format!("# {headline}\n"),
        address if address.starts_with("www.") => format!("[{address}](https://{address}/)\n"),
        paragraph => format!("{paragraph}\n"),
    };
    paragraphs(text).map(set).collect::<Vec<_>>().join("\n")
}

fn html(text: &str) -> String {
    let set = |(is_headline, paragraph): (bool, &str)| {
        let element = if is_headline { "h1" } else { "p" };
        format!("<{element}>{paragraph}</{element}>\n")
    };
    let paragraphs: String = paragraphs(text).map(set).collect();
    format!(
        "<!doctype html>\n<html><head><meta charset=\"utf-8\"><title>News</title></head>\n<body><article>\n{paragraphs}</article></body></html>\n"
    )
}

fn docx(text: &str) -> Vec<u8> {
    const WORDS: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    const KIND: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
    const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
    let set = |(is_headline, paragraph): (bool, &str)| {
        let style = if is_headline { "<w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr>" } else { "" };
        format!("<w:p>{style}<w:r><w:t>{paragraph}</w:t></w:r></w:p>")
    };
    let body: String = paragraphs(text).map(set).collect();
    let parts = [
        (
            "_rels/.rels",
            format!(
                "<Relationships xmlns=\"{RELATIONSHIPS}\"><Relationship Id=\"r\" Type=\"{KIND}\" Target=\"word/document.xml\"/></Relationships>"
            ),
        ),
        ("word/document.xml", format!("<w:document xmlns:w=\"{WORDS}\"><w:body>{body}</w:body></w:document>")),
    ];
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in parts {
        zip.start_file(name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(part.as_bytes()).expect("a part");
    }
    zip.finish().expect("an archive").into_inner()
}

/// One page, however long, in a font that every reader has.
fn pdf(text: &str) -> Vec<u8> {
    const WIDEST: usize = 90;
    let mut document = Document::with_version("1.4");
    let pages = document.new_object_id();
    let font = document.add_object(dictionary! {
        "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica", "Encoding" => "WinAnsiEncoding",
    });
    let mut operations = vec![
        Operation::new("BT", vec![]),
        Operation::new("Tf", vec!["F".into(), 11.into()]),
        Operation::new("TL", vec![14.into()]),
        Operation::new("Td", vec![60.into(), 2940.into()]),
    ];
    for line in text.lines().flat_map(|line| wrapped(line, WIDEST)) {
        let bytes = encoding_rs::WINDOWS_1252.encode(&line).0.into_owned();
        operations.push(Operation::new("Tj", vec![Object::string_literal(bytes)]));
        operations.push(Operation::new("T*", vec![]));
    }
    operations.push(Operation::new("ET", vec![]));
    let drawn = Content { operations }.encode().expect("a page");
    let content = document.add_object(Stream::new(dictionary! {}, drawn));
    let page = document.add_object(dictionary! {
        "Type" => "Page", "Parent" => pages, "Contents" => content,
        "Resources" => dictionary! { "Font" => dictionary! { "F" => font } },
        "MediaBox" => vec![0.into(), 0.into(), 595.into(), 3000.into()],
    });
    let kids = dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 };
    document.objects.insert(pages, Object::Dictionary(kids));
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    document.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).expect("a file");
    bytes
}

/// Lines as a program sets them; an empty one stays.
fn wrapped(line: &str, widest: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in line.split_whitespace() {
        let last = lines.len() - 1;
        if lines[last].len() + word.len() > widest {
            lines.push(word.to_owned());
        } else {
            if !lines[last].is_empty() {
                lines[last].push(' ');
            }
            lines[last].push_str(word);
        }
    }
    lines
}
