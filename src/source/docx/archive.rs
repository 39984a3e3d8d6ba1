//! The archive that a DOCX is: its parts by name, none larger than a release can need.
//!
//! What a part claims about its size is never believed; only bytes that came out are counted.

use std::collections::HashMap;
use std::io::{Cursor, Read as _};

use memchr::memmem;
use zip::ZipArchive;
use zip::result::ZipError;

use super::Refusal;

/// All parts that are read as XML, unpacked, in bytes. The longest real releases are below 1 MiB.
const MOST_XML: u64 = 16 * 1024 * 1024;
/// One picture, in bytes.
const LARGEST_PICTURE: u64 = 20 * 1024 * 1024;
/// Word writes about twenty parts, and one more for each picture.
const MOST_PARTS: usize = 4096;

/// The name that Microsoft's older container gives to a document under a password.
const ENCRYPTED: [u8; 32] = *b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";
const OLE: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

const DAMAGED: Refusal = ("the Word file is damaged or cut off", "copy it here again, or open it in Word and save it");
const TOO_MUCH: Refusal = ("the Word file holds far more than a release", "copy the release alone into a new document");

pub struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// Numbers of the parts by name: names are told apart without regard to case, and some
    /// programs write backslashes.
    parts: HashMap<String, usize>,
    left: u64,
}

impl<'a> Archive<'a> {
    pub fn open(bytes: &'a [u8]) -> Result<Self, Refusal> {
        if bytes.starts_with(&OLE) {
            return Err(if memmem::find(bytes, &ENCRYPTED).is_some() {
                ("the Word file is encrypted with a password", "save it without one")
            } else {
                ("this is an old Word document (.doc) under another name", "open it in Word and save it as .docx")
            });
        }
        if bytes.starts_with(b"{\\rtf") {
            return Err(("this is an RTF file under another name", "open it in Word and save it as .docx"));
        }
        if !bytes.starts_with(b"PK") {
            return Err(("this is no Word document", "open it in the program it comes from and save it as .docx"));
        }
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| DAMAGED)?;
        if zip.len() > MOST_PARTS {
            return Err(TOO_MUCH);
        }
        let names = zip.file_names().enumerate().filter_map(|(number, name)| Some((number, name.ok()?)));
        let parts = names.map(|(number, name)| (key(&name), number)).collect();
        Ok(Self { zip, parts, left: MOST_XML })
    }

    /// The text of an XML part; `None` where there is no such part.
    pub fn text(&mut self, part: &str) -> Result<Option<String>, Refusal> {
        let Some(bytes) = self.bytes(part, self.left)? else { return Ok(None) };
        self.left = self.left.saturating_sub(bytes.len() as u64);
        // XML is UTF-8, or UTF-16 with its mark; nobody writes documents in anything else.
        let encoding = encoding_rs::Encoding::for_bom(&bytes).map_or(encoding_rs::UTF_8, |(encoding, _)| encoding);
        let (text, _, lost) = encoding.decode(&bytes);
        if lost { Err(DAMAGED) } else { Ok(Some(text.into_owned())) }
    }

    /// The bytes of a picture.
    pub fn picture(&mut self, part: &str) -> Result<Vec<u8>, Refusal> {
        let missing = ("the picture is not in the Word file", "insert it again");
        match self.bytes(part, LARGEST_PICTURE) {
            Ok(bytes) => bytes.ok_or(missing),
            Err(TOO_MUCH) => Err(("the picture is larger than 20 MiB", "insert a smaller one")),
            Err(refusal) => Err(refusal),
        }
    }

    pub fn has(&self, part: &str) -> bool {
        self.parts.contains_key(&key(part))
    }

    fn bytes(&mut self, part: &str, most: u64) -> Result<Option<Vec<u8>>, Refusal> {
        let Some(number) = self.parts.get(&key(part)) else { return Ok(None) };
        let file = match self.zip.by_index(*number) {
            Ok(file) => file,
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => {
                return Err(("the Word file is encrypted with a password", "save it without one"));
            }
            Err(_) => return Err(DAMAGED),
        };
        let mut bytes = Vec::new();
        file.take(most + 1).read_to_end(&mut bytes).map_err(|_| DAMAGED)?;
        if bytes.len() as u64 > most { Err(TOO_MUCH) } else { Ok(Some(bytes)) }
    }
}

fn key(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_ascii_lowercase()
}
