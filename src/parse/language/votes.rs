//! The language of a short text, which its small words, its letters and the words of its frame vote for.
//!
//! A detector that counts letters is sure of such a text too early: two sentences of Danish are English to it.

use whatlang::{Detector, Lang};

use super::{ENOUGH_OF_ANY, lower};
use crate::characters;
use crate::parse::words;
use crate::release::Language;

/// By what a language is told in few words.
struct Ballot {
    code: &'static str,
    lang: Lang,
    /// Small words; one that others have, too, counts for less.
    words: &'static [&'static str],
    /// Letters and pairs of letters that a word of few others has.
    letters: &'static [&'static str],
}

const BALLOTS: [Ballot; 12] = [
    Ballot {
        code: "en",
        lang: Lang::Eng,
        words: &[
            "the", "of", "and", "to", "in", "is", "for", "that", "with", "was", "will", "its", "by", "are", "from",
            "this", "has", "have", "on", "at", "as", "be", "an", "a", "it", "today", "who", "which", "their", "not",
            "been", "were",
        ],
        letters: &["th", "wh"],
    },
    Ballot {
        code: "de",
        lang: Lang::Deu,
        words: &[
            "der", "die", "das", "und", "den", "des", "von", "mit", "ist", "für", "im", "zu", "dem", "ein", "eine",
            "sich", "auf", "nicht", "in", "am", "zum", "zur", "bei", "wird", "wurde", "werden", "als", "auch", "aus",
            "einen", "einer", "sind", "nach", "heute", "wie", "hat",
        ],
        letters: &["ß", "ü", "ä", "ö", "sch"],
    },
    Ballot {
        code: "fr",
        lang: Lang::Fra,
        words: &[
            "le", "la", "les", "des", "et", "du", "un", "une", "pour", "que", "qui", "dans", "sur", "est", "au", "par",
            "aux", "ce", "cette", "avec", "en", "de", "sont", "ont", "à", "d", "l", "il", "elle", "a", "se",
        ],
        letters: &["è", "ê", "ç", "œ", "eau", "eux"],
    },
    Ballot {
        code: "es",
        lang: Lang::Spa,
        words: &[
            "el", "la", "los", "las", "y", "del", "por", "con", "para", "se", "su", "sus", "que", "en", "de", "un",
            "una", "al", "es", "como", "más", "ha", "han", "lo", "hoy", "a",
        ],
        letters: &["ñ", "ción", "í", "ll", "ue"],
    },
    Ballot {
        code: "it",
        lang: Lang::Ita,
        words: &[
            "che", "della", "gli", "è", "nel", "dei", "alla", "sono", "più", "delle", "di", "anche", "dal", "dalla",
            "alle", "nella", "sul", "sulla", "ai", "e", "oggi", "tra", "il", "la", "le", "un", "una", "per", "con",
            "in", "i", "lo", "del", "si", "da", "ha", "l",
        ],
        letters: &["zione", "ità", "ò"],
    },
    Ballot {
        code: "pt",
        lang: Lang::Por,
        words: &[
            "não", "uma", "ao", "às", "são", "pelo", "em", "os", "dos", "da", "pela", "foi", "no", "na", "do", "das",
            "e", "sua", "seu", "mais", "o", "a", "de", "que", "com", "para", "um", "se", "por", "é", "as", "nesta",
            "neste", "novo", "nova", "até", "já", "há", "ou",
        ],
        letters: &["ã", "õ", "ção", "nh", "lh", "ç", "ê", "â"],
    },
    Ballot {
        code: "nl",
        lang: Lang::Nld,
        words: &[
            "het", "een", "van", "niet", "voor", "zijn", "wordt", "aan", "dat", "bij", "naar", "ook", "heeft",
            "nieuwe", "worden", "werd", "zich", "deze", "tot", "uit", "de", "en", "in", "op", "te", "is", "met", "die",
            "om", "door", "er", "als", "tegen", "over", "hun",
        ],
        letters: &["ij", "aa", "oo", "uu", "ee"],
    },
    Ballot {
        code: "sv",
        lang: Lang::Swe,
        words: &[
            "och", "att", "är", "för", "som", "på", "av", "ett", "till", "från", "inte", "har", "en", "i", "den",
            "det", "med", "de", "om", "vid", "sin", "ska", "kan", "längs", "under", "efter", "när", "nu", "nya",
        ],
        letters: &["å", "ä", "ö", "skap"],
    },
    Ballot {
        code: "da",
        lang: Lang::Dan,
        words: &[
            "og", "af", "på", "det", "til", "ikke", "med", "kan", "fra", "som", "har", "skal", "blev", "mere", "efter",
            "også", "mod", "bliver", "mellem", "uden", "nu", "hvad", "i", "en", "et", "den", "de", "at", "er", "for",
            "om", "ved", "sig", "over", "ud", "ny", "nyt", "siger", "kun", "nogle", "ske", "åbner", "åben",
        ],
        letters: &["ø", "æ", "å", "øj", "ej", "hed", "tion"],
    },
    Ballot {
        code: "nb",
        lang: Lang::Nob,
        words: &[
            "og", "av", "på", "det", "til", "ikke", "med", "kan", "fra", "som", "har", "skal", "ble", "mer", "etter",
            "også", "mot", "blir", "mellom", "uten", "nå", "hva", "i", "en", "et", "den", "de", "at", "er", "for",
            "om", "ved", "seg", "over", "ut", "ny", "nytt", "ikkje", "dei", "frå", "ein", "eit", "sier", "bare",
            "noen", "skje", "åpner", "åpen",
        ],
        letters: &["ø", "æ", "å", "øy", "ei", "het", "sjon", "skj", "gj", "kj"],
    },
    Ballot {
        code: "pl",
        lang: Lang::Pol,
        words: &[
            "się", "na", "że", "jest", "nie", "dla", "oraz", "przez", "są", "już", "jak", "od", "w", "z", "i", "do",
            "o", "po", "ze", "za",
        ],
        letters: &["ą", "ę", "ł", "ś", "ż", "ź", "ć", "ń", "cz", "sz"],
    },
    Ballot {
        code: "fi",
        lang: Lang::Fin,
        words: &["on", "ja", "ei", "että", "se", "oli", "joka", "myös", "kun", "sekä", "ovat", "sen", "mukaan"],
        letters: &["ää", "yy", "ää", "ii", "kk", "ssa", "sta", "lla", "ta"],
    },
];

/// Texts of so many words are the detector's alone.
const FEW_WORDS: usize = 70;
/// What a line of the frame is worth beside a small word of the text, and all of them at the most.
const OF_FRAME: f32 = 2.0;
const MOST_OF_FRAME: f32 = 2.5;
/// What the newsroom's own language is worth.
const OF_HOUSE: f32 = 1.0;
/// Fewer votes elect none.
const FEWEST: f32 = 2.5;
/// What is so near to the first may be it.
const NEAR: f32 = 0.6;
/// How much behind the first a language may be that the detector is sure of.
const BEHIND: f32 = 2.0;
const BEHIND_TWIN: f32 = 0.9;

/// The language that few words of text are in; `sure` is what the detector says.
pub fn elected(text: &str, frame: &[&str], house: Option<&Language>, sure: Option<Lang>) -> Option<Lang> {
    if words::at_least(text, FEW_WORDS) {
        return sure;
    }
    let mut votes = of_text(characters::at_most(text, ENOUGH_OF_ANY));
    let mut framed = [0.0; BALLOTS.len()];
    for line in frame {
        share(&mut framed, OF_FRAME, |ballot| is_of_frame(ballot.code, line));
    }
    for ((ballot, framed), votes) in BALLOTS.iter().zip(framed).zip(&mut votes) {
        *votes += framed.min(MOST_OF_FRAME);
        *votes += if house.is_some_and(|house| house.primary() == ballot.code) { OF_HOUSE } else { 0.0 };
    }
    let most = votes.iter().copied().fold(0.0, f32::max);
    let of = |lang: Lang| BALLOTS.iter().position(|ballot| ballot.lang == lang).map(|at| votes[at]);
    // Between the twins, one word decides.
    let is_twin = |lang: Lang| matches!(lang, Lang::Dan | Lang::Nob);
    let ahead = BALLOTS.iter().zip(votes).filter(|(_, votes)| *votes >= most).all(|(ballot, _)| is_twin(ballot.lang));
    let behind = |lang| if ahead && is_twin(lang) { BEHIND_TWIN } else { BEHIND };
    match sure {
        // Of a language without a ballot the detector knows more.
        Some(lang) if of(lang).is_none_or(|votes| votes + behind(lang) >= most) => return sure,
        _ if most < FEWEST => return None,
        _ => {}
    }
    let near: Vec<Lang> =
        BALLOTS.iter().zip(votes).filter_map(|(ballot, votes)| (votes + NEAR > most).then_some(ballot.lang)).collect();
    match near.as_slice() {
        [only] => Some(*only),
        _ => Detector::with_allowlist(near).detect(text).map(|info| info.lang()),
    }
}

/// Whether a line of a release's frame is in a language: by its release lines, its contact headings, its months.
fn is_of_frame(language: &str, line: &str) -> bool {
    let Some(words) = words::ALL.into_iter().find(|words| words.language == language) else { return false };
    let opens = |table: &[&str]| table.iter().any(|entry| words::opens_with(line, entry));
    let is_month =
        |word: &str| word.len() > 2 && words.months.iter().any(|(name, _)| words::behind(word, name) == Some(""));
    let dated = || characters::has_digit(line) && line.split(|c: char| !c.is_alphabetic()).any(is_month);
    opens(words.release_lines) || opens(words.contact) || dated()
}

/// Gives a vote to the languages that something speaks for. Danish and Norwegian share most words, and count as one.
fn share(votes: &mut [f32], worth: f32, speaks_for: impl Fn(&Ballot) -> bool) {
    let having: Vec<bool> = BALLOTS.iter().map(speaks_for).collect();
    let twins =
        BALLOTS.iter().zip(&having).filter(|(ballot, has)| **has && ["da", "nb"].contains(&ballot.code)).count();
    let count = having.iter().filter(|has| **has).count() - twins / 2;
    // A dozen at most.
    let part = worth / f32::from(u8::try_from(count.max(1)).unwrap_or(u8::MAX));
    for (votes, _) in votes.iter_mut().zip(having).filter(|(_, has)| *has) {
        *votes += part;
    }
}

fn of_text(text: &str) -> [f32; BALLOTS.len()] {
    const OF_SMALL_WORD: f32 = 1.5;
    const OF_LETTERS: f32 = 0.25;
    let mut votes = [0.0; BALLOTS.len()];
    for word in text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
        let is_name = word.starts_with(char::is_uppercase);
        let word = lower(word);
        share(&mut votes, OF_SMALL_WORD, |ballot| ballot.words.contains(&&*word));
        // A name may hold any letter.
        for letters in BALLOTS.iter().flat_map(|ballot| ballot.letters).filter(|_| !is_name) {
            if word.contains(*letters) {
                share(&mut votes, OF_LETTERS, |ballot| ballot.letters.contains(letters));
            }
        }
    }
    votes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str, frame: &[&str]) -> Option<String> {
        let house = Language::parse("en");
        crate::parse::language::detect_in(text, frame, house.as_ref()).map(|language| language.to_string())
    }

    #[test]
    fn a_sentence_or_two_are_told_by_their_small_words() {
        for (code, text) in [
            ("da", "Kommunen åbner i dag en ny sti langs havnen, og den er lukket for biler."),
            ("nb", "Kommunen åpner i dag en ny sti langs havnen, og den er stengt for biler."),
            ("sv", "Kommunen öppnar i dag en ny stig längs hamnen."),
            ("nl", "De gemeente opent vandaag een nieuw pad langs de haven."),
            ("de", "Die Stadt öffnet heute einen neuen Weg am Hafen."),
            ("fr", "La ville ouvre aujourd'hui un nouveau chemin le long du port."),
            ("es", "La ciudad abre hoy un nuevo camino junto al puerto."),
            ("it", "Il comune apre oggi un nuovo sentiero lungo il porto."),
            ("pt", "A câmara abre hoje um novo caminho junto ao porto."),
            ("pl", "Miasto otwiera dziś nową ścieżkę przy porcie, która jest zamknięta dla samochodów."),
            ("en", "The town opens a new path along the harbour today."),
        ] {
            assert_eq!(said(text, &[]).as_deref(), Some(code), "{text}");
        }
    }

    #[test]
    fn the_frame_tells_twins_apart_and_is_not_believed_against_the_text() {
        let text = "Broen er åben igen.";
        assert_eq!(said(text, &["PRESSEMEDDELELSE"]).as_deref(), Some("da"));
        let german = "Die Stadt öffnet heute einen neuen Weg am Hafen.";
        assert_eq!(said(german, &["PRESS RELEASE", "For immediate release", "Contact:"]).as_deref(), Some("de"));
    }
}
