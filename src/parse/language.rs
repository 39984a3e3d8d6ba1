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

/// By what one of the other languages is told.
struct Signs {
    lang: Lang,
    /// Small words that the four have not.
    words: &'static [&'static str],
    /// A word with one of these letters counts as a small word.
    letters: &'static str,
}

const SIGNS: [Signs; 7] = [
    Signs {
        lang: Lang::Ita,
        words: &["che", "della", "gli", "è", "nel", "dei", "alla", "sono", "più", "delle", "di", "anche", "cui"],
        letters: "ì",
    },
    Signs {
        lang: Lang::Por,
        words: &["não", "uma", "ao", "às", "são", "pelo", "em", "os", "dos", "da", "pela", "foi"],
        letters: "ãõ",
    },
    Signs {
        lang: Lang::Nld,
        words: &["het", "een", "van", "niet", "voor", "zijn", "wordt", "aan", "dat", "bij", "naar", "ook"],
        letters: "",
    },
    Signs {
        lang: Lang::Swe,
        words: &["och", "att", "är", "för", "som", "på", "av", "ett", "till", "från", "inte", "har"],
        letters: "å",
    },
    Signs {
        lang: Lang::Dan,
        words: &[
            "og", "af", "på", "det", "til", "ikke", "med", "kan", "fra", "som", "har", "skal", "blev", "ud", "mere",
            "kun", "efter", "også", "mod", "siger", "bliver", "nogle",
        ],
        letters: "øæå",
    },
    Signs {
        lang: Lang::Nob,
        words: &[
            "og", "av", "på", "det", "til", "ikke", "med", "kan", "fra", "som", "har", "skal", "ble", "ut", "mer",
            "bare", "etter", "også", "mot", "sier", "blir", "noen",
        ],
        letters: "øæå",
    },
    Signs {
        lang: Lang::Pol,
        words: &["się", "na", "że", "jest", "nie", "dla", "oraz", "przez", "są", "już", "jak", "od"],
        letters: "ąęłśżźćń",
    },
];

const FEWEST_SMALL_WORDS: usize = 3;

/// Each small word, with the places of the languages that have it.
static HAVING: LazyLock<HashMap<&str, Vec<usize>>> = LazyLock::new(|| {
    let mut having: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, signs) in SIGNS.iter().enumerate() {
        for word in signs.words {
            having.entry(word).or_default().push(at);
        }
    }
    having
});

/// Those of the other languages whose signs the text has many of, the most first. To ask the detector
/// about all of them would make it slow and less sure.
fn speaking(text: &str) -> Vec<(Lang, usize)> {
    let mut found = SIGNS.map(|signs| (signs, 0));
    let words = opening(text).split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    for word in words.map(lower) {
        if let Some(having) = HAVING.get(&*word) {
            for at in having {
                found[*at].1 += 1;
            }
            continue;
        }
        let is_a_sign = |c: &char| !c.is_ascii() && SIGNS.iter().any(|signs| signs.letters.contains(*c));
        if let Some(letter) = word.chars().find(is_a_sign) {
            found.iter_mut().filter(|(signs, _)| signs.letters.contains(letter)).for_each(|(_, count)| *count += 1);
        }
    }
    let most = found.iter().map(|(_, count)| *count).max().unwrap_or(0);
    let mut speaking: Vec<(Lang, usize)> = found.iter().map(|(signs, count)| (signs.lang, *count)).collect();
    // Neighbours share many of them, so one that is close behind is asked about, too.
    speaking.retain(|(_, count)| *count >= FEWEST_SMALL_WORDS && count + 1 >= most);
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
