//! From bytes to text: UTF-8 with or without a byte order mark, lines ended by LF, CRLF or CR.
//!
//! Any other encoding is an error that names the byte and the likely encoding, unless the file itself
//! says which it is, as a page does. It is never converted on a guess: a wrong guess turns names into
//! other names without a word.

use std::borrow::Cow;

use encoding_rs::Encoding;

use super::garbled::garbled;
use crate::markup;
use crate::problem::{Place, Report};

const AS_UTF_8: &str =
    "save it as UTF-8 (in Word: plain text, encoding Unicode UTF-8; in Notepad: Save as, encoding UTF-8)";

/// The encoding that a page says it is in, as browsers look for it: in the first bytes.
pub fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    const LOOKED_AT: usize = 4096;
    let head: String = bytes.iter().take(LOOKED_AT).map(|byte| char::from(*byte)).collect();
    let of_xml = || head.strip_prefix("<?xml")?.split_once("encoding=").map(|(_, rest)| rest.to_owned());
    let of_meta = || {
        let (tags, _) = markup::tags_and_text_of_others(&head);
        let mut metas = tags.iter().filter(|tag| tag.element == "meta");
        metas.find_map(|meta| {
            let content = || meta.attribute("content")?.split_once("charset=").map(|(_, label)| label);
            meta.attribute("charset").or_else(content).map(str::to_owned)
        })
    };
    let label = of_meta().or_else(of_xml)?;
    let label = label.trim_start_matches(['"', '\'', ' ']).split(['"', '\'', ';', ' ', '?']).next()?;
    Encoding::for_label(label.as_bytes())
}

/// A text that its own file says how to read, if each of its bytes then is a letter or a sign.
fn as_declared(bytes: &[u8], declared: Option<&'static Encoding>) -> Option<String> {
    let encoding = declared.filter(|encoding| *encoding != encoding_rs::UTF_8 && encoding.is_ascii_compatible())?;
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
    (!text.contains(|c: char| ('\u{80}'..='\u{9F}').contains(&c))).then(|| text.into_owned())
}

/// The text with LF line ends, or `None` after reporting why it can't be read. `declared` is what the
/// file says its bytes are, where its format has a place for that.
pub fn decode<'a>(bytes: &'a [u8], declared: Option<&'static Encoding>, report: &mut Report) -> Option<Cow<'a, str>> {
    if let Some((what, fix)) = no_text(bytes) {
        report.error(Place::line(1), what, fix);
        return None;
    }
    if let Some(encoding) = utf_16(bytes) {
        report.error(Place::line(1), format!("the text is {encoding}, not UTF-8"), AS_UTF_8);
        return None;
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => {
            let text = lf_only(text);
            let Some(found) = garbled(&text) else { return Some(text) };
            found.report(Place::of_offset(&text, found.at), report);
            None
        }
        Err(error) => {
            let mixed = letter_of_utf_8(bytes);
            if let Some(text) = as_declared(bytes, declared.filter(|_| mixed.is_none())) {
                return Some(Cow::Owned(lf_only(&text).into_owned()));
            }
            let offset = error.valid_up_to();
            let before = String::from_utf8_lossy(&bytes[..offset]);
            let at = Place::of_offset(&lf_only(&before), lf_only(&before).len());
            let byte = bytes[offset];
            if let Some(letter) = mixed {
                let what = format!(
                    "the file mixes two encodings: byte {offset} (0x{byte:02X}) is no UTF-8, and `{letter}` is"
                );
                let fix = format!("retype {}, and {AS_UTF_8}", spoilt_lines(bytes));
                report.error(at, what, fix);
            } else {
                let likely = likely_encoding(bytes);
                let what = format!("byte {offset} (0x{byte:02X}) is no UTF-8; the text looks like {likely}");
                report.error(at, what, AS_UTF_8);
            }
            None
        }
    }
}

/// What a file is that holds no text at all, by the first bytes that its kind begins with.
fn no_text(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    let head = &bytes[..bytes.len().min(1024)];
    // The letters alone may begin a text: "BMW" as a picture does.
    let is_text = || !head.contains(&0) && !head.starts_with(b"%PDF-") || std::str::from_utf8(bytes).is_ok();
    if Encoding::for_bom(bytes).is_some() || is_text() {
        return None;
    }
    let kind = infer::get(bytes)?;
    Some(match (kind.matcher_type(), kind.mime_type()) {
        (infer::MatcherType::Image, _) => {
            ("this is a picture, not a text", "name the release that it lies beside, or give it a picture's ending")
        }
        (infer::MatcherType::Audio | infer::MatcherType::Video, _) => {
            ("this is a recording, not a text", "name the release that it lies beside, or give it a recording's ending")
        }
        (_, "application/pdf") => ("this is a PDF, not a text", "give it the ending `.pdf`"),
        (infer::MatcherType::Text, _) => return None,
        _ => (
            "this is a document of another program or an archive, not a text",
            "save it as text, or give it the ending of its kind, such as `.docx`",
        ),
    })
}

/// A letter or a sign of typography that stands as UTF-8 in bytes of which others are none. In another
/// encoding it would be two or three signs that nobody sets side by side.
fn letter_of_utf_8(bytes: &[u8]) -> Option<char> {
    let is_sign = |c: &char| matches!(c, 'À'..='ÿ' | '–'..='„' | '…' | '€');
    bytes.utf8_chunks().find_map(|chunk| chunk.valid().chars().find(is_sign))
}

/// "line 3", "lines 3, 5 and others".
fn spoilt_lines(bytes: &[u8]) -> String {
    const MOST: usize = 5;
    // Old Macs end lines with CR alone.
    let end = if bytes.contains(&b'\n') { b'\n' } else { b'\r' };
    let spoilt: Vec<String> = bytes
        .split(|byte| *byte == end)
        .enumerate()
        .filter(|(_, line)| std::str::from_utf8(line).is_err())
        .map(|(at, _)| (at + 1).to_string())
        .collect();
    match spoilt.as_slice() {
        [only] => format!("line {only}"),
        [first @ .., last] if first.len() < MOST => format!("lines {} and {last}", first.join(", ")),
        lines => format!("lines {} and others", lines[..MOST].join(", ")),
    }
}

/// By its byte order mark, or where there is none, by the zeros beside letters of ASCII.
fn utf_16(bytes: &[u8]) -> Option<&'static str> {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
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
        assert_eq!(decode(bytes, None, &mut report), None);
        report.problems[0].human()
    }

    #[test]
    fn a_file_that_is_no_text_is_called_what_it_is() {
        let said = |bytes: &[u8]| {
            let mut report = Report::new("a.txt");
            decode(bytes, None, &mut report);
            report.problems.iter().map(crate::problem::Problem::message).collect::<String>()
        };
        let png = b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\x10\0\0\0\x10\x08\xC3\xBC\n\xFF";
        assert!(said(png).starts_with("this is a picture, not a text; "), "{}", said(png));
        assert!(said(b"ID3\x04\0\0\0\0\xFF\xFB").starts_with("this is a recording, not a text; "));
        assert!(said(b"%PDF-1.4\n%\xE2\xE3\xCF\xD3\n").starts_with("this is a PDF, not a text; "));
        assert!(said(b"PK\x03\x04\x14\0\x06\0\x08\0\xE2").starts_with("this is a document of another program"));
        assert!(said(b"BMW baut gr\xF6\xDFer").contains("the text looks like"));
    }

    #[test]
    fn the_byte_order_mark_and_every_line_end_are_read_alike() {
        let mut report = Report::new("a.txt");
        let mut read = |bytes: &'static [u8]| decode(bytes, None, &mut report).map(Cow::into_owned);
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
            "a.txt:1:3: byte 2 (0xFC) is no UTF-8; the text looks like windows-1252; save it as UTF-8 (in Word: plain text, encoding Unicode UTF-8; in Notepad: Save as, encoding UTF-8)"
        );
    }

    #[test]
    fn a_page_is_read_in_the_encoding_that_it_declares() {
        for head in [
            "<meta charset=windows-1252>",
            "<META http-equiv=Content-Type content=\"text/html; charset=iso-8859-1\">",
            "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>",
        ] {
            let bytes = [head.as_bytes(), b"<p>K\xF6ln\r\n\x84Ja\x93"].concat();
            let mut report = Report::new("a.html");
            let text = decode(&bytes, declared(&bytes), &mut report).map(Cow::into_owned);
            assert_eq!(text, Some(format!("{head}<p>Köln\n„Ja“")), "{:?}", report.problems);
        }
        for (head, body) in [
            ("<meta charset=utf-8>", &b"K\xF6ln"[..]),
            ("<meta charset=latin-1000>", b"K\xF6ln"),
            ("<meta charset=windows-1252>", b"K\xF6ln \x81"),
            ("<meta charset=windows-1252>", b"K\xF6ln, Gr\xC3\xBC\xC3\x9Fe"),
        ] {
            let bytes = [head.as_bytes(), body].concat();
            assert_eq!(decode(&bytes, declared(&bytes), &mut Report::new("a.html")), None, "{head}");
        }
    }

    #[test]
    fn two_encodings_in_one_file_are_named_with_the_lines_to_retype() {
        let found = problem(b"Gr\xC3\xBC\xC3\x9Fe aus K\xF6ln\r\nund\r\nM\xFCnchen");
        assert!(found.starts_with("a.txt:1:12: the file mixes two encodings: byte 13 (0xF6) is no UTF-8, and `ü` is; retype lines 1 and 3, and save"), "{found}");
    }

    #[test]
    fn utf_16_is_named() {
        assert!(problem(b"\xFF\xFEa\0b\0").contains("UTF-16LE"));
        assert!(problem(b"a\0b\0\xE4\0\r\0\n\0").contains("UTF-16LE"));
        assert!(problem(b"\0a\0b\0\xE4\0\r\0\n").contains("UTF-16BE"));
    }
}
