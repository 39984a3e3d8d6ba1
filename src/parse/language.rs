//! The language of a release, from its body alone: the frame around it is often in another.

mod heard;
mod script;
mod votes;

use std::borrow::Cow;

use whatlang::{Detector, Info, Lang};

use super::words;
use crate::characters;
use crate::release::Language;
use heard::{FEWEST_SMALL_WORDS, Heard, heard};

/// The detected language, when the detector is sure of it. `expected` joins the languages whose
/// words are known here, so that a house that writes Polish is not told it wrote Spanish.
pub fn detect(text: &str, expected: Option<&Language>) -> Option<Language> {
    detect_in(text, &[], expected)
}

/// The same, where the lines of the frame are known, too: they help where there is little text.
pub fn detect_in(text: &str, frame: &[&str], expected: Option<&Language>) -> Option<Language> {
    if let Some(of_script) = script::language(text) {
        return Some(of_script);
    }
    let Heard { speaking, foreign } = heard(text);
    if let Some(other) = foreign.then(|| of_no_words(text)).flatten() {
        return Some(other);
    }
    let mut allowed: Vec<Lang> = MOST.into_iter().filter_map(of_code).collect();
    allowed.extend(expected.and_then(|language| of_code(language.primary())));
    allowed.extend(speaking.iter().map(|(lang, _)| *lang));
    let detector = Detector::with_allowlist(allowed);
    // Where the first sentences are in doubt, the whole text is asked.
    let info =
        detector.detect(characters::at_most(text, ENOUGH)).filter(Info::is_reliable).or_else(|| detector.detect(text));
    let sure = info.filter(Info::is_reliable).map(|info| info.lang());
    let lang = sure.or(match speaking.as_slice() {
        [(lang, count), others @ ..] if *count > FEWEST_SMALL_WORDS => {
            others.first().is_none_or(|(_, other)| other < count).then_some(*lang)
        }
        _ => None,
    });
    let lang = votes::elected(text, frame, expected, lang)?;
    let code = CODES.iter().find(|(known, _)| *known == lang)?.1;
    Language::parse(code)
}

/// The languages that are always thought of.
const MOST: [&str; 4] = ["en", "de", "fr", "es"];

/// The language of a text that is in none of ours, where it is long enough for the detector to be sure.
fn of_no_words(text: &str) -> Option<Language> {
    let enough = characters::at_most(text, ENOUGH_OF_ANY);
    let info = Detector::with_allowlist(CODES.iter().map(|(lang, _)| *lang).collect()).detect(enough)?;
    let code = CODES.iter().find(|(known, _)| *known == info.lang())?.1;
    let ours = words::ALL.iter().any(|words| words.language == code);
    (info.is_reliable() && !ours).then(|| Language::parse(code)).flatten()
}

/// Bytes that mostly suffice to tell a language; the detector's work grows with the text.
const ENOUGH: usize = 320;
/// Bytes that tell any language.
const ENOUGH_OF_ANY: usize = 1200;

fn lower(word: &str) -> Cow<'_, str> {
    if word.chars().any(char::is_uppercase) { word.to_lowercase().into() } else { word.into() }
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
const CODES: [(Lang, &str); 30] = [
    (Lang::Eng, "en"),
    (Lang::Deu, "de"),
    (Lang::Fra, "fr"),
    (Lang::Spa, "es"),
    (Lang::Ita, "it"),
    (Lang::Por, "pt"),
    (Lang::Cat, "ca"),
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
    (Lang::Rus, "ru"),
    (Lang::Bel, "be"),
    (Lang::Mkd, "mk"),
    (Lang::Srp, "sr"),
    (Lang::Tur, "tr"),
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

    #[test]
    fn a_language_without_words_here_is_taken_for_no_other() {
        for (code, text) in [
            (
                "cs",
                "Město Lanškov otevře v sobotu novou lávku přes řeku Třebůvku. Stavba trvala čtrnáct měsíců a stála dvacet milionů korun, polovinu nákladů zaplatil kraj. Starosta pozval na slavnost všechny obyvatele a také děti z místní školy.",
            ),
            (
                "fi",
                "Kaupunki avaa lauantaina uuden kävelysillan joen yli. Rakentaminen kesti neljätoista kuukautta ja maksoi kaksi miljoonaa euroa, joista puolet tuli valtiolta. Kaupunginjohtaja kutsuu kaikki asukkaat mukaan avajaisiin ja kahville.",
            ),
            (
                "hu",
                "A város szombaton megnyitja az új gyaloghidat a folyó felett. Az építkezés tizennégy hónapig tartott, és kétmillió euróba került, amelynek felét az állam fizette. A polgármester minden lakost meghívott az ünnepségre, ahol zene is lesz.",
            ),
            (
                "ro",
                "Primăria va deschide sâmbătă noua pasarelă pietonală peste râu. Lucrările au durat paisprezece luni și au costat două milioane de euro, jumătate fiind plătită de stat. Primarul îi invită pe toți locuitorii orașului la festivitate.",
            ),
            (
                "el",
                "Ο δήμος εγκαινιάζει το Σάββατο τη νέα πεζογέφυρα πάνω από το ποτάμι. Τα έργα διήρκεσαν δεκατέσσερις μήνες και κόστισαν δύο εκατομμύρια ευρώ, τα μισά από τα οποία πλήρωσε το κράτος. Ο δήμαρχος καλεί όλους τους κατοίκους.",
            ),
            (
                "uk",
                "Місто відкриє в суботу новий пішохідний міст через річку. Будівництво тривало чотирнадцять місяців і коштувало два мільйони євро, половину з яких сплатила держава. Міський голова запрошує всіх мешканців на урочисте відкриття.",
            ),
        ] {
            assert_eq!(detect(text, None).map(|l| l.to_string()).as_deref(), Some(code), "{text}");
        }
    }

    #[test]
    fn names_from_elsewhere_make_no_text_foreign() {
        let german = "Zu Gast sind Jiří Dvořák, Božena Němcová, Tomáš Čapek, Łukasz Żółty, Ádám Kovács und Őrs Szűcs. Sie lesen aus ihren neuen Büchern, die im Herbst erscheinen, und sprechen mit dem Publikum über die Arbeit an den Grenzen.";
        assert_eq!(detect(german, None).map(|l| l.to_string()).as_deref(), Some("de"));
        let figures = "Umsatz 212 Millionen Euro, Ergebnis 18 Millionen Euro, Mitarbeiter 940, Standorte Hagen, Lohe, Morne, Plettenau, Werdohl, Altena, Neuenrade, Balve, Iserlohn, Hemer, Menden.";
        assert!(detect(figures, None).is_none_or(|found| found.as_str() == "de"), "{:?}", detect(figures, None));
    }
}
