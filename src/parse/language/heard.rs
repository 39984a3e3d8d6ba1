//! Which languages a text may be in, by its small words and its letters.
//!
//! Which one it is, the detector decides.

use std::collections::HashMap;
use std::sync::LazyLock;

use whatlang::Lang;

use super::{ENOUGH, lower};
use crate::characters;

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
        words: &[
            "che", "della", "gli", "è", "nel", "dei", "alla", "sono", "più", "delle", "di", "anche", "cui", "dal",
            "dalla", "alle", "degli", "agli", "nella", "sul", "sulla", "ai", "e", "ed", "oggi", "tra", "ogni",
            "questo", "questa", "nuova", "nuovo",
        ],
        letters: "ì",
    },
    Signs {
        lang: Lang::Por,
        words: &[
            "não", "uma", "ao", "às", "são", "pelo", "em", "os", "dos", "da", "pela", "foi", "no", "do", "das", "e",
            "sua", "seu", "nos", "mais",
        ],
        letters: "ãõ",
    },
    Signs {
        lang: Lang::Nld,
        words: &[
            "het", "een", "van", "niet", "voor", "zijn", "wordt", "aan", "dat", "bij", "naar", "ook", "heeft",
            "nieuwe", "vandaag", "worden", "werd", "onze", "zich", "deze", "tot", "uit", "jaar",
        ],
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
            "og",
            "af",
            "på",
            "det",
            "til",
            "ikke",
            "med",
            "kan",
            "fra",
            "som",
            "har",
            "skal",
            "blev",
            "ud",
            "mere",
            "kun",
            "efter",
            "også",
            "mod",
            "siger",
            "bliver",
            "nogle",
            "mellem",
            "noget",
            "gør",
            "gøre",
            "uden",
            "nu",
            "hvad",
            "selskabet",
        ],
        letters: "øæå",
    },
    Signs {
        lang: Lang::Nob,
        words: &[
            "og",
            "av",
            "på",
            "det",
            "til",
            "ikke",
            "med",
            "kan",
            "fra",
            "som",
            "har",
            "skal",
            "ble",
            "ut",
            "mer",
            "bare",
            "etter",
            "også",
            "mot",
            "sier",
            "blir",
            "noen",
            "mellom",
            "noe",
            "gjør",
            "gjøre",
            "uten",
            "nå",
            "hva",
            "selskapet",
        ],
        letters: "øæå",
    },
    Signs {
        lang: Lang::Pol,
        words: &["się", "na", "że", "jest", "nie", "dla", "oraz", "przez", "są", "już", "jak", "od"],
        letters: "ąęłśżźćń",
    },
];

pub const FEWEST_SMALL_WORDS: usize = 3;

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
pub struct Heard {
    /// Those of the other languages whose signs the text has many of, the most first. To ask the
    /// detector about all of them would make it slow and less sure.
    pub speaking: Vec<(Lang, usize)>,
    /// It has so few small words of ours that it may be in a language without any words here.
    pub foreign: bool,
}

/// Of a hundred words in one of our languages, at least this many are small ones.
const FEWEST_IN_A_HUNDRED: usize = 14;

/// Of a hundred words, so many with a letter that none of ours has are no names.
const NAMES_IN_A_HUNDRED: usize = 6;

/// Fewer words tell nothing.
const FEWEST_WORDS: usize = 18;

pub fn heard(text: &str) -> Heard {
    let mut found = SIGNS.map(|signs| (signs, 0));
    let (mut count, mut small, mut other_letters) = (0, 0, 0);
    let words = characters::at_most(text, ENOUGH).split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
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
