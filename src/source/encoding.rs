//! From bytes to text: UTF-8 with or without a byte order mark, lines ended by LF, CRLF or CR.
//!
//! Any other encoding is an error that names the byte and the likely encoding. It is never
//! converted on a guess: a wrong guess turns names into other names without a word.

use std::borrow::Cow;

use crate::problem::{Place, Report};

/// The text with LF line ends, or `None` after reporting why it can't be read.
pub fn decode<'a>(bytes: &'a [u8], report: &mut Report) -> Option<Cow<'a, str>> {
    if let Some(encoding) = utf_16(bytes) {
        report.error(
            Place::line(1),
            format!("the text is {encoding}, not UTF-8"),
            "save it as UTF-8 (in Word: plain text, encoding Unicode UTF-8)",
        );
        return None;
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => Some(lf_only(text)),
        Err(error) => {
            let offset = error.valid_up_to();
            let before = String::from_utf8_lossy(&bytes[..offset]);
            let likely = likely_encoding(bytes);
            report.error(
                Place::of_offset(&lf_only(&before), lf_only(&before).len()),
                format!("byte {offset} (0x{:02X}) is no UTF-8; the text looks like {likely}", bytes[offset]),
                format!("save it as UTF-8, for example with `iconv -f {likely} -t UTF-8`"),
            );
            None
        }
    }
}

/// By its byte order mark, or where there is none, by the zeros beside letters of ASCII.
fn utf_16(bytes: &[u8]) -> Option<&'static str> {
    if let Some((encoding, _)) = encoding_rs::Encoding::for_bom(bytes) {
        return (encoding != encoding_rs::UTF_8).then(|| encoding.name());
    }
    let (pairs, _) = bytes[..bytes.len().min(256)].as_chunks::<2>();
    let mostly = |zero: fn(&[u8; 2]) -> bool| pairs.iter().filter(|pair| zero(pair)).count() * 2 > pairs.len();
    if mostly(|pair| pair[0] != 0 && pair[1] == 0) {
        Some(encoding_rs::UTF_16LE.name())
    } else if mostly(|pair| pair[0] == 0 && pair[1] != 0) {
        Some(encoding_rs::UTF_16BE.name())
    } else {
        None
    }
}

fn likely_encoding(bytes: &[u8]) -> &'static str {
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    // Without a hint short windows-1252 texts are taken for Central European ones.
    detector.guess(Some(b"de"), chardetng::Utf8Detection::Deny).name()
}

fn lf_only(text: &str) -> Cow<'_, str> {
    if !text.contains('\r') {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(bytes: &[u8]) -> String {
        let mut report = Report::new("a.txt");
        assert_eq!(decode(bytes, &mut report), None);
        report.problems[0].human()
    }

    #[test]
    fn the_byte_order_mark_and_every_line_end_are_read_alike() {
        let mut report = Report::new("a.txt");
        let mut read = |bytes: &'static [u8]| decode(bytes, &mut report).map(Cow::into_owned);
        let expected = Some("a\nb\n".to_owned());
        assert_eq!(read(b"a\nb\n"), expected);
        assert_eq!(read(b"a\r\nb\r\n"), expected);
        assert_eq!(read(b"a\rb\r"), expected);
        assert_eq!(read(b"\xEF\xBB\xBFa\nb\n"), expected);
    }

    #[test]
    fn windows_1252_is_named_with_its_byte() {
        assert_eq!(
            problem(b"Gr\xFC\xDFe aus K\xF6ln\nund mehr"),
            "a.txt:1:3: byte 2 (0xFC) is no UTF-8; the text looks like windows-1252; save it as UTF-8, for example with `iconv -f windows-1252 -t UTF-8`"
        );
    }

    #[test]
    fn utf_16_is_named() {
        assert!(problem(b"\xFF\xFEa\0b\0").contains("UTF-16LE"));
        assert!(problem(b"a\0b\0\xE4\0\r\0\n\0").contains("UTF-16LE"));
        assert!(problem(b"\0a\0b\0\xE4\0\r\0\n").contains("UTF-16BE"));
    }
}
