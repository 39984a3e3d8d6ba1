//! The language of a release, from its body alone: the frame around it is often in another.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use whatlang::{Detector, Info, Lang};

use super::words;
use crate::release::Language;

/// The detected language, when the detector is sure of it. `expected` joins the languages whose
/// words are known here, so that a house that writes Polish is not told it wrote Spanish.
pub fn detect(text: &str, expected: Option<&Language>) -> Option<Language> {
    let mut allowed: Vec<Lang> = MOST.into_iter().filter_map(of_code).collect();
    allowed.extend(expected.and_then(|language| of_code(language.primary())));
    let speaking = speaking(text);
    allowed.extend(speaking.iter().map(|(lang, _)| *lang));
    let detector = Detector::with_allowlist(allowed);
    // Where the first sentences are in doubt, the whole text is asked.
    let info = detector.detect(opening(text)).filter(Info::is_reliable).or_else(|| detector.detect(text));
    let sure = info.filter(Info::is_reliable).map(|info| info.lang());
    let lang = sure.or(match speaking.as_slice() {
        [(lang, count), others @ ..] if *count > FEWEST_SMALL_WORDS => {
            others.first().is_none_or(|(_, other)| other < count).then_some(*lang)
        }
        _ => None,
    })?;
    let code = CODES.iter().find(|(known, _)| *known == lang)?.1;
    Language::parse(code)
}

/// The languages that are always thought of.
const MOST: [&str; 4] = ["en", "de", "fr", "es"];

/// Small words that only the other languages have, each language's in a row.
const SMALL_WORDS: [(Lang, &[&str]); 7] = [
    (Lang::Ita, &["che", "della", "gli", "è", "nel", "dei", "alla", "sono", "più", "delle", "di", "anche", "cui"]),
    (Lang::Por, &["não", "uma", "ao", "às", "são", "pelo", "em", "os", "dos", "da", "pela", "foi"]),
    (Lang::Nld, &["het", "een", "van", "niet", "voor", "zijn", "wordt", "aan", "dat", "bij", "naar", "ook"]),
    (Lang::Swe, &["och", "att", "är", "för", "som", "på", "av", "ett", "till", "från", "inte", "har"]),
    (
        Lang::Dan,
        &[
            "og", "af", "på", "det", "til", "ikke", "med", "kan", "fra", "som", "har", "skal", "blev", "ud", "mere",
            "kun", "efter", "også", "mod", "siger", "bliver", "nogle",
        ],
    ),
    (
        Lang::Nob,
        &[
            "og", "av", "på", "det", "til", "ikke", "med", "kan", "fra", "som", "har", "skal", "ble", "ut", "mer",
            "bare", "etter", "også", "mot", "sier", "blir", "noen",
        ],
    ),
    (Lang::Pol, &["się", "na", "że", "jest", "nie", "dla", "oraz", "przez", "są", "już", "jak", "od"]),
];

/// Letters that only some of them have; a word with one counts as a small word.
const LETTERS: [(char, &[Lang]); 14] = [
    ('ą', &[Lang::Pol]),
    ('ę', &[Lang::Pol]),
    ('ł', &[Lang::Pol]),
    ('ś', &[Lang::Pol]),
    ('ż', &[Lang::Pol]),
    ('ź', &[Lang::Pol]),
    ('ć', &[Lang::Pol]),
    ('ń', &[Lang::Pol]),
    ('ã', &[Lang::Por]),
    ('õ', &[Lang::Por]),
    ('ì', &[Lang::Ita]),
    ('ø', &[Lang::Dan, Lang::Nob]),
    ('æ', &[Lang::Dan, Lang::Nob]),
    ('å', &[Lang::Swe, Lang::Dan, Lang::Nob]),
];

const FEWEST_SMALL_WORDS: usize = 3;

/// Each of them, with the places of the languages that have it.
static HAVING: LazyLock<HashMap<&str, Vec<usize>>> = LazyLock::new(|| {
    let mut having: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, (_, words)) in SMALL_WORDS.iter().enumerate() {
        for word in *words {
            having.entry(word).or_default().push(at);
        }
    }
    having
});

/// Those of the other languages whose small words the text has many of, the most first. To ask the detector about all
/// of them would make it slow and less sure.
fn speaking(text: &str) -> Vec<(Lang, usize)> {
    let mut found = [0; SMALL_WORDS.len()];
    let words = opening(text).split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    for word in words.map(lower) {
        let languages = HAVING.get(&*word).map(Vec::as_slice).unwrap_or_default();
        for at in languages {
            found[*at] += 1;
        }
        let letter =
            word.chars().filter(|c| !c.is_ascii()).find_map(|c| LETTERS.iter().find(|(letter, _)| *letter == c));
        if let (true, Some((_, having))) = (languages.is_empty(), letter) {
            for (count, _) in found.iter_mut().zip(SMALL_WORDS).filter(|(_, (lang, _))| having.contains(lang)) {
                *count += 1;
            }
        }
    }
    let most = found.iter().copied().max().unwrap_or(0);
    // Neighbours share many of them, so one that is close behind is asked about, too.
    let spoken = |count: usize| count >= FEWEST_SMALL_WORDS && count + 1 >= most;
    let speaking = found.iter().zip(SMALL_WORDS).filter(|(count, _)| spoken(**count));
    let mut speaking: Vec<(Lang, usize)> = speaking.map(|(count, (lang, _))| (lang, *count)).collect();
    speaking.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    speaking
}

/// Bytes that mostly suffice to tell a language; the detector's work grows with the text.
const ENOUGH: usize = 320;

fn lower(word: &str) -> Cow<'_, str> {
    if word.chars().any(char::is_uppercase) { word.to_lowercase().into() } else { word.into() }
}

fn opening(text: &str) -> &str {
    let mut enough = text.len().min(ENOUGH);
    while !text.is_char_boundary(enough) {
        enough -= 1;
    }
    &text[..enough]
}

/// Whether the detector knows a language from the others that it is asked about.
pub fn is_told_apart(language: &Language, expected: Option<&Language>) -> bool {
    let ours = words::ALL.iter().any(|words| words.language == language.primary());
    ours || expected
        .is_some_and(|expected| expected.primary() == language.primary() && of_code(expected.primary()).is_some())
}

fn of_code(code: &str) -> Option<Lang> {
    CODES.iter().find(|(_, other)| *other == code).map(|(lang, _)| *lang)
}

/// ISO 639-1 codes of the languages of Europe that the detector knows.
const CODES: [(Lang, &str); 24] = [
    (Lang::Eng, "en"),
    (Lang::Deu, "de"),
    (Lang::Fra, "fr"),
    (Lang::Spa, "es"),
    (Lang::Ita, "it"),
    (Lang::Por, "pt"),
    (Lang::Nld, "nl"),
    (Lang::Pol, "pl"),
    (Lang::Ces, "cs"),
    (Lang::Slk, "sk"),
    (Lang::Slv, "sl"),
    (Lang::Hrv, "hr"),
    (Lang::Hun, "hu"),
    (Lang::Ron, "ro"),
    (Lang::Bul, "bg"),
    (Lang::Ell, "el"),
    (Lang::Dan, "da"),
    (Lang::Swe, "sv"),
    (Lang::Nob, "nb"),
    (Lang::Fin, "fi"),
    (Lang::Est, "et"),
    (Lang::Lav, "lv"),
    (Lang::Lit, "lt"),
    (Lang::Ukr, "uk"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_body_decides() {
        let german = "Die Stadt hat am Dienstag beschlossen, den Bau der neuen Brücke im kommenden Jahr zu beginnen, weil die alte nicht mehr sicher ist.";
        let spanish = "El programa se enorgullece en anunciar el rotundo éxito de su segundo concurso anual, una iniciativa única para los participantes.";
        assert_eq!(detect(german, None).map(|l| l.to_string()).as_deref(), Some("de"));
        assert_eq!(detect(spanish, Language::parse("en").as_ref()).map(|l| l.to_string()).as_deref(), Some("es"));
    }
}
