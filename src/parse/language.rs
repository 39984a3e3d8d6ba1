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
    let Heard { speaking, foreign } = heard(text);
    if let Some(other) = foreign.then(|| of_no_words(text)).flatten() {
        return Some(other);
    }
    let mut allowed: Vec<Lang> = MOST.into_iter().filter_map(of_code).collect();
    allowed.extend(expected.and_then(|language| of_code(language.primary())));
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

/// The small words that the four have most of.
const FREQUENT: [&str; 62] = [
    "the", "of", "and", "to", "in", "is", "for", "that", "with", "was", "will", "its", "by", "are", "from", "der",
    "die", "das", "und", "den", "des", "von", "mit", "ist", "für", "im", "zu", "dem", "ein", "eine", "sich", "auf",
    "nicht", "le", "la", "les", "de", "et", "du", "un", "une", "pour", "que", "qui", "dans", "sur", "est", "au", "par",
    "d", "l", "el", "los", "las", "y", "del", "por", "con", "para", "se", "su", "sus",
];

/// Each small word, with the places of the languages among the others that have it.
static HAVING: LazyLock<HashMap<&str, Vec<usize>>> = LazyLock::new(|| {
    let mut having: HashMap<&str, Vec<usize>> = FREQUENT.map(|word| (word, Vec::new())).into();
    for (at, signs) in SIGNS.iter().enumerate() {
        for word in signs.words {
            having.entry(word).or_default().push(at);
        }
    }
    having
});

/// What a text's words tell before the detector is asked.
struct Heard {
    /// Those of the other languages whose signs the text has many of, the most first. To ask the
    /// detector about all of them would make it slow and less sure.
    speaking: Vec<(Lang, usize)>,
    /// It has so few small words of ours that it may be in a language without any words here.
    foreign: bool,
}

/// Of a hundred words in one of our languages, at least this many are small ones.
const FEWEST_IN_A_HUNDRED: usize = 14;
/// Of a hundred words, so many with a letter that none of ours has are no names.
const NAMES_IN_A_HUNDRED: usize = 6;
/// Fewer words tell nothing.
const FEWEST_WORDS: usize = 18;

fn heard(text: &str) -> Heard {
    let mut found = SIGNS.map(|signs| (signs, 0));
    let (mut count, mut small, mut other_letters) = (0, 0, 0);
    let words = opening(text).split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    for word in words.map(lower) {
        count += 1;
        if let Some(having) = HAVING.get(&*word) {
            small += 1;
            for at in having {
                found[*at].1 += 1;
            }
            continue;
        }
        let is_a_sign = |c: &char| !c.is_ascii() && SIGNS.iter().any(|signs| signs.letters.contains(*c));
        if let Some(letter) = word.chars().find(is_a_sign) {
            found.iter_mut().filter(|(signs, _)| signs.letters.contains(letter)).for_each(|(_, count)| *count += 1);
        }
        other_letters += usize::from(word.chars().any(is_no_letter_of_ours));
    }
    let most = found.iter().map(|(_, count)| *count).max().unwrap_or(0);
    let mut speaking: Vec<(Lang, usize)> = found.iter().map(|(signs, count)| (signs.lang, *count)).collect();
    // Neighbours share many of them, so one that is close behind is asked about, too.
    speaking.retain(|(_, count)| *count >= FEWEST_SMALL_WORDS && count + 1 >= most);
    speaking.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let foreign = count >= FEWEST_WORDS
        && (small * 100 < count * FEWEST_IN_A_HUNDRED || other_letters * 100 >= count * NAMES_IN_A_HUNDRED);
    Heard { speaking, foreign }
}

/// A letter that none of the languages with words here is written with.
fn is_no_letter_of_ours(c: char) -> bool {
    c > 'ž'
        || matches!(
            c,
            'ā' | 'ă'
                | 'č'
                | 'ď'
                | 'đ'
                | 'ē'
                | 'ė'
                | 'ě'
                | 'ģ'
                | 'ğ'
                | 'ī'
                | 'į'
                | 'ı'
                | 'ķ'
                | 'ļ'
                | 'ľ'
                | 'ņ'
                | 'ň'
                | 'ő'
                | 'ř'
                | 'š'
                | 'ş'
                | 'ţ'
                | 'ť'
                | 'ū'
                | 'ů'
                | 'ű'
                | 'ų'
                | 'ž'
        )
}

/// The language of a text that is in none of ours, where it is long enough for the detector to be sure.
fn of_no_words(text: &str) -> Option<Language> {
    let enough = floor(text, ENOUGH_OF_ANY);
    let info = Detector::with_allowlist(CODES.iter().map(|(lang, _)| *lang).collect()).detect(&text[..enough])?;
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

fn opening(text: &str) -> &str {
    &text[..floor(text, ENOUGH)]
}

/// The end of so many bytes of a text, where a letter ends.
fn floor(text: &str, bytes: usize) -> usize {
    let mut end = text.len().min(bytes);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    end
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
const CODES: [(Lang, &str); 29] = [
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
