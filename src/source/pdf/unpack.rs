//! The bytes of a PDF's streams, unpacked as far as anything made of words goes and no further: a
//! few kilobytes can unpack to all the memory there is.

use std::io::Read as _;

use flate2::read::{DeflateDecoder, ZlibDecoder};
use lopdf::{Dictionary, Document, Object, Stream};
use memchr::memmem;

use super::Fault;

/// The longest text, font table or drawing that is unpacked, in bytes.
const LONGEST: u64 = 16 * 1024 * 1024;
/// All object tables of a file, which are unpacked before anything is known of them.
const LONGEST_TABLES: u64 = 64 * 1024 * 1024;
/// This filter can multiply its input by thousands.
const LONGEST_LZW: usize = 64 * 1024;

/// The bytes of a stream, or nothing if they are packed in a way that text never is.
pub fn unpacked(document: &Document, stream: &Stream) -> Vec<u8> {
    let filters = names(document, &stream.dict);
    let mut bytes = stream.content.clone();
    for filter in &filters {
        bytes = match filter.as_slice() {
            b"FlateDecode" | b"Fl" => inflated(&bytes, LONGEST),
            b"ASCIIHexDecode" | b"AHx" => from_hex(&bytes),
            b"ASCII85Decode" | b"A85" => by_library(&bytes, "ASCII85Decode"),
            b"LZWDecode" | b"LZW" if bytes.len() <= LONGEST_LZW => by_library(&bytes, "LZWDecode"),
            _ => return Vec::new(),
        };
    }
    bytes
}

fn names(document: &Document, dictionary: &Dictionary) -> Vec<Vec<u8>> {
    let Ok(filter) = dictionary.get_deref(b"Filter", document) else {
        return Vec::new();
    };
    match filter {
        Object::Name(name) => vec![name.clone()],
        Object::Array(names) => {
            let names = names.iter().filter_map(|name| document.dereference(name).ok()?.1.as_name().ok());
            names.map(<[u8]>::to_vec).collect()
        }
        _ => Vec::new(),
    }
}

/// What can be inflated of the bytes; a damaged end doesn't take the beginning with it.
fn inflated(bytes: &[u8], longest: u64) -> Vec<u8> {
    let mut out = Vec::new();
    let _ = ZlibDecoder::new(bytes).take(longest).read_to_end(&mut out);
    if out.is_empty() && bytes.len() > 2 {
        let _ = DeflateDecoder::new(&bytes[2..]).take(longest).read_to_end(&mut out);
    }
    out
}

fn by_library(bytes: &[u8], filter: &str) -> Vec<u8> {
    let mut dictionary = Dictionary::new();
    dictionary.set("Filter", Object::Name(filter.as_bytes().to_vec()));
    let mut bytes = bytes.trim_ascii();
    if let Some(rest) = bytes.strip_prefix(b"<~") {
        bytes = rest;
    }
    Stream::new(dictionary, bytes.to_vec()).decompressed_content().unwrap_or_default()
}

fn from_hex(bytes: &[u8]) -> Vec<u8> {
    let digits: Vec<u8> = bytes
        .iter()
        .take_while(|byte| **byte != b'>')
        .filter_map(|byte| char::from(*byte).to_digit(16))
        .filter_map(|digit| u8::try_from(digit).ok())
        .collect();
    digits.chunks(2).map(|pair| pair[0] << 4 | pair.get(1).unwrap_or(&0)).collect()
}

/// Refuses a file whose tables unpack to more than any release needs. The library unpacks them
/// all while it opens the file, without a limit of its own.
pub fn weigh(bytes: &[u8]) -> Result<(), Fault> {
    let mut total = 0;
    let mut from = 0;
    while let Some(at) = memmem::find(&bytes[from..], b"stream").map(|at| from + at) {
        from = at + b"stream".len();
        if bytes[..at].ends_with(b"end") {
            continue;
        }
        let start = at.saturating_sub(2048);
        let object = memmem::rfind(&bytes[start..at], b" obj").map_or(start, |obj| start + obj);
        let dictionary = &bytes[object..at];
        let has = |word: &[u8]| memmem::find(dictionary, word).is_some();
        // A name may be written in numbers, which nobody does who has nothing to hide.
        let table = has(b"/ObjStm") || has(b"/XRef") || has(b"#");
        if !table {
            continue;
        }
        let twice = memmem::find_iter(dictionary, b"Decode").count() > 1 + usize::from(has(b"/DecodeParms"));
        if has(b"/LZW") || twice {
            return Err(Fault::Endless);
        }
        let content = bytes[from..].trim_ascii_start();
        total += inflated_length(content, LONGEST_TABLES - total);
        if total >= LONGEST_TABLES {
            return Err(Fault::Endless);
        }
    }
    Ok(())
}

fn inflated_length(bytes: &[u8], longest: u64) -> u64 {
    let mut decoder = ZlibDecoder::new(bytes).take(longest);
    let mut buffer = [0; 8192];
    let mut length = 0;
    while let Ok(read) = decoder.read(&mut buffer)
        && read > 0
    {
        length += read as u64;
    }
    length
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    fn packed(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
        encoder.write_all(bytes).expect("memory");
        encoder.finish().expect("memory")
    }

    fn stream(filter: &str, content: &[u8]) -> Vec<u8> {
        let mut dictionary = Dictionary::new();
        let names = filter.split(' ').map(|name| Object::Name(name.as_bytes().to_vec())).collect();
        dictionary.set("Filter", Object::Array(names));
        unpacked(&Document::new(), &Stream::new(dictionary, content.to_vec()))
    }

    #[test]
    fn every_way_that_text_is_packed_is_unpacked() {
        assert_eq!(stream("FlateDecode", &packed(b"words")), b"words");
        assert_eq!(stream("ASCIIHexDecode", b"776f 7264 73>"), b"words");
        assert_eq!(stream("ASCII85Decode", b"F*2M7~>"), b"sure");
        assert_eq!(stream("DCTDecode", b"words"), b"");
    }

    #[test]
    fn what_is_packed_to_burst_is_cut_off_or_refused() {
        let bomb = packed(&vec![0; 70 * 1024 * 1024]);
        assert_eq!(stream("FlateDecode", &bomb).len() as u64, LONGEST);
        let mut file = b"1 0 obj <</Type/ObjStm/Filter/FlateDecode>> stream\n".to_vec();
        file.extend(&bomb);
        assert!(matches!(weigh(&file), Err(Fault::Endless)));
        let mut picture = b"1 0 obj <</Type/XObject/Subtype/Image/Filter/FlateDecode>> stream\n".to_vec();
        picture.extend(&bomb);
        assert!(weigh(&picture).is_ok());
    }
}
