//! The language of a release, from its body alone: the frame around it is often in another.

use whatlang::{Detector, Info, Lang};

use super::words;
use crate::release::Language;

/// The detected language, when the detector is sure of it. `expected` joins the languages whose
/// words are known here, so that a house that writes Polish is not told it wrote Spanish.
pub fn detect(text: &str, expected: Option<&Language>) -> Option<Language> {
    let mut allowed: Vec<Lang> = words::ALL.iter().filter_map(|words| of_code(words.language)).collect();
    allowed.extend(expected.and_then(|language| of_code(language.primary())));
    let detector = Detector::with_allowlist(allowed);
    let mut enough = text.len().min(ENOUGH);
    while !text.is_char_boundary(enough) {
        enough -= 1;
    }
    // Where the first sentences are in doubt, the whole text is asked.
    let info = detector.detect(&text[..enough]).filter(Info::is_reliable).or_else(|| detector.detect(text))?;
    let code = CODES.iter().find(|(lang, _)| *lang == info.lang())?.1;
    info.is_reliable().then(|| Language::parse(code)).flatten()
}

/// Bytes that mostly suffice to tell a language; the detector's work grows with the text.
const ENOUGH: usize = 320;

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
