//! A Word document around fuzzed parts: a mutator of bytes finds little behind compression and
//! checksums.

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const TYPES: &str = r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"#;
const RELATIONS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;
/// Between the parts in the fuzzer's bytes.
pub const CUT: &[u8] = b"\0cut\0";
const PARTS: [&str; 8] = [
    "word/document.xml",
    "word/styles.xml",
    "word/numbering.xml",
    "word/_rels/document.xml.rels",
    "word/footnotes.xml",
    "word/header1.xml",
    "word/comments.xml",
    "docProps/core.xml",
];

pub fn document(bytes: &[u8]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut part = |name: &str, bytes: &[u8]| {
        zip.start_file(name, stored).and_then(|()| Ok(zip.write_all(bytes)?)).expect("a part in memory");
    };
    part("[Content_Types].xml", TYPES.as_bytes());
    part("_rels/.rels", RELATIONS.as_bytes());
    let mut rest = bytes;
    for name in PARTS {
        let cut = rest.windows(CUT.len()).position(|window| window == CUT);
        part(name, &rest[..cut.unwrap_or(rest.len())]);
        match cut {
            Some(at) => rest = &rest[at + CUT.len()..],
            None => break,
        }
    }
    zip.finish().expect("an archive in memory").into_inner()
}
