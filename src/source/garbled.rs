//! Text that was read in another encoding than it was written in, and saved so: `Ã¶` for `ö`, `â€“` for
//! a dash. It is valid UTF-8 all the same, so nothing but the signs themselves tell of it.

use crate::problem::{Place, Report};

/// One letter that became several.
#[derive(Debug, PartialEq, Eq)]
pub struct Garbled {
    /// Its byte.
    pub at: usize,
    wrong: String,
    right: char,
}

impl Garbled {
    pub fn report(&self, at: Place, report: &mut Report) {
        let shown: String = self.wrong.chars().filter(|c| !c.is_control()).collect();
        let what = format!("the text was once saved in the wrong encoding: `{shown}` stands for `{}`", self.right);
        report.error(at, what, "copy it again from the original");
    }
}

/// What windows-1252 shows for the bytes 0x80 to 0x9F.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
];

/// The first letter that is garbled without doubt.
pub fn garbled(text: &str) -> Option<Garbled> {
    // `Ã`, `Ä`, `Å` and `â`, in their bytes.
    let leads = text.as_bytes().windows(2).enumerate().filter(|(_, pair)| matches!(pair, [0xC3, 0x83..=0x85 | 0xA2]));
    leads.filter_map(|(at, pair)| Some((at, pair.last()?))).find_map(|(at, lead)| {
        let length = if *lead == 0xA2 { 3 } else { 2 };
        let signs: Vec<char> = text[at..].chars().take(length).collect();
        let bytes: Vec<u8> = signs.iter().map(|c| byte(*c)).collect::<Option<_>>()?;
        let right = std::str::from_utf8(&bytes).ok()?.chars().next()?;
        let wrong: String = signs.into_iter().collect();
        let behind = &text[at + wrong.len()..];
        is_certain(&text[..at], right, behind).then_some(Garbled { at, wrong, right })
    })
}

/// "IRMÔ ends with a capital and a quote. So a letter counts only within a word in small
/// letters, where no capital could stand, or before such a word, where no sign could.
fn is_certain(before: &str, right: char, behind: &str) -> bool {
    match right {
        '\u{2010}'..='\u{203A}' | '€' | '™' => true,
        c if c.is_alphabetic() && c < '\u{180}' => {
            let last = before.chars().next_back();
            last.is_some_and(char::is_lowercase)
                || !last.is_some_and(char::is_alphanumeric) && behind.starts_with(char::is_lowercase)
        }
        _ => false,
    }
}

/// The byte that windows-1252, or Latin-1, shows as this character.
fn byte(c: char) -> Option<u8> {
    match WINDOWS.iter().position(|shown| *shown == c) {
        Some(at) => u8::try_from(0x80 + at).ok(),
        None => u8::try_from(u32::from(c)).ok().filter(|byte| *byte >= 0x80),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_became_several_are_found() {
        for (text, wrong, right) in [
            ("Museum Ã¶ffnet", "Ã¶", 'ö'),
            ("Grüße und GrÃ¼ÃŸe", "Ã¼", 'ü'),
            ("Die Ã–ffentlichkeit", "Ã–", 'Ö'),
            ("Die Ã\u{96}ffentlichkeit", "Ã\u{96}", 'Ö'),
            ("Lohe, 2. Juni 2026 â€“ Das Museum", "â€“", '–'),
            ("Elle a prÃ©sentÃ© le musÃ©e", "Ã©", 'é'),
            ("gÅ‚oÅ›nik", "Å‚", 'ł'),
        ] {
            let found = garbled(text).map(|found| (found.wrong, found.right));
            assert_eq!(found, Some((wrong.to_owned(), right)), "{text}");
        }
    }

    #[test]
    fn capitals_before_signs_are_right() {
        for text in [
            "São Paulo, CORAÇÃO “DA MANHû e «A IRMû",
            "O livro “IRMÔ – irmã e irmão",
            "Die „JÄ“ und Å– das Dorf – und Ä…",
            "Château, âme, «â»",
            "Wer „Ã¶“ sieht, hat „ö“ geschrieben.",
            "Ã",
        ] {
            assert_eq!(garbled(text), None, "{text}");
        }
    }
}
