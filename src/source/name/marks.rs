//! Marks in the name of a file or a folder: words that stand beside the name itself and say of the text that nobody
//! is to see it yet.
//!
//! Within a name such a word is of the headline: `draft-law-published` is published.

use unicode_normalization::UnicodeNormalization as _;

/// What a word of a table says where it stands in a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Word {
    /// Nothing else, at the beginning as well: "do not publish".
    Sure,
    /// It may be the noun that a headline ends with: "draft".
    Noun,
    /// It is a word of headlines, too: only in capitals or set apart it may be a mark.
    Plain,
}

/// How sure a mark in a name is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// Where the word may also be the name's own, as at its end: `boat-draft`.
    Doubtful,
    /// In capitals, or set apart from the rest: `DRAFT boat`, `boat (draft)`.
    Apart,
}

/// The surest mark in a name without its ending. `word` knows words in small letters, parted by blanks.
pub fn find(name: &str, word: impl Fn(&str) -> Option<Word>) -> Option<Mark> {
    const MOST_WORDS: usize = 4;
    // Some systems take letters in names apart.
    let name: String = name.nfc().collect();
    let name = without_tongue(&name);
    let words = words(name);
    let counts = |word: &&str| is_count(word) || SHORT.contains(word);
    let own = words.iter().map(|(_, word)| *word);
    let first = own.clone().take_while(counts).count();
    let last = words.len() - own.rev().take_while(counts).count();
    let mut found = None;
    for from in first..last {
        for to in from + 1..=last.min(from + MOST_WORDS) {
            let run = &words[from..to];
            let phrase = run.iter().map(|(_, word)| word.to_lowercase()).collect::<Vec<_>>().join(" ");
            if let Some(kind) = word(&phrase) {
                found = found.max(judged(name, &words, (first, last), (from, to), kind));
            }
        }
    }
    found
}

/// What a word says that stands from one of the words to another; those before `first` and from `last` on only count.
fn judged(
    name: &str,
    words: &[(usize, &str)],
    (first, last): (usize, usize),
    (from, to): (usize, usize),
    kind: Word,
) -> Option<Mark> {
    let end_of = |index: usize| words[index].0 + words[index].1.len();
    let (opens, closes) = (from == first, to == last);
    let is_wide = |between: &str| between.chars().count() > 1 || between.contains(['(', ')', '[', ']', '{', '}']);
    let apart_before = opens || is_wide(&name[end_of(from - 1)..words[from].0]);
    let apart_behind = closes || is_wide(&name[end_of(to - 1)..words[to].0]);
    let is_capital = |(_, word): &(usize, &str)| word.chars().any(char::is_uppercase) && *word == word.to_uppercase();
    let neighbours = [from.checked_sub(1), Some(to)].into_iter().flatten().filter_map(|index| words.get(index));
    let alone = !neighbours.into_iter().any(|near| is_capital(near) && !SHORT.contains(&near.1));
    let all_capital = !name.chars().any(char::is_lowercase);
    let capital = words[from..to].iter().all(is_capital);
    // "Kein Embargo", "not a draft".
    if !opens && NEGATIONS.contains(&words[from - 1].1.to_lowercase().as_str()) {
        return None;
    }
    // A file may be called "draft", and its text a draft.
    if opens && closes {
        return Some(Mark::Doubtful);
    }
    if apart_before && apart_behind {
        return Some(Mark::Apart);
    }
    if capital && alone && !all_capital {
        // "CONCEPT trial ends early": studies and products have names in capitals as well.
        let sure = kind != Word::Plain && (opens || closes);
        return Some(if sure { Mark::Apart } else { Mark::Doubtful });
    }
    let doubtful = match kind {
        Word::Sure => opens || closes,
        Word::Noun => closes || opens && all_capital,
        Word::Plain => false,
    };
    doubtful.then_some(Mark::Doubtful)
}

/// "No", "without", before what there is none of.
const NEGATIONS: [&str; 18] = [
    "no", "not", "without", "kein", "keine", "keiner", "ohne", "sans", "sin", "senza", "sem", "geen", "zonder",
    "ingen", "utan", "uden", "uten", "bez",
];

/// What press offices call a release before its name: "PM 12".
const SHORT: [&str; 8] = ["PM", "PR", "PI", "CP", "MM", "PB", "NP", "KP"];

/// "2027", "v2": which text it is, and no word of its name.
fn is_count(word: &str) -> bool {
    let digits = word.strip_prefix(['v', 'V']).unwrap_or(word);
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// The name before the code of a language, as of `boat-draft.de`.
fn without_tongue(name: &str) -> &str {
    let parted = name.rsplit_once('.').filter(|(base, code)| !base.is_empty() && code.len() == 2);
    parted.map_or(name, |(base, _)| base)
}

/// The words of a name with the places they begin at.
fn words(name: &str) -> Vec<(usize, &str)> {
    let mut words = Vec::new();
    let mut rest = 0;
    for word in name.split(|c: char| !c.is_alphanumeric()) {
        if !word.is_empty() {
            words.push((rest, word));
        }
        rest += word.len() + name[rest + word.len()..].chars().next().map_or(0, char::len_utf8);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::super::super::unfinished;
    use super::*;

    fn mark(name: &str) -> Option<Mark> {
        find(name, unfinished::word)
    }

    #[test]
    fn a_mark_in_capitals_or_set_apart_says_that_a_text_is_not_ready() {
        for name in [
            "DRAFT boat",
            "boat_ENTWURF",
            "boat NOT APPROVED",
            "2027-05-05-DRAFT-boat",
            "PM DRAFT boat",
            "boat (draft)",
            "[Brouillon] bateau",
            "boat - draft 2",
            "Pressemitteilung NICHT FREIGEGEBEN v3",
        ] {
            assert_eq!(mark(name), Some(Mark::Apart), "{name}");
        }
    }

    #[test]
    fn at_the_end_of_a_name_a_word_may_be_a_mark() {
        for name in [
            "boat-draft",
            "boat-draft-2",
            "boat-draft.de",
            "boat_entwurf_2026-03-05",
            "boat-do-not-publish",
            "do-not-publish-boat",
            "boat-internal",
            "press-release-template",
            "DRAFT BOAT",
            "BOAT DRAFT",
            "draft",
            "2026-TEMPLATE",
            "boat-INTERN-2026",
            "CONCEPT-trial-ends-early",
            "museum DRAFT boat",
        ] {
            assert_eq!(mark(name), Some(Mark::Doubtful), "{name}");
        }
    }

    #[test]
    fn within_a_name_it_is_of_the_headline() {
        for name in [
            "internal-market-report",
            "draft-law-published",
            "Draft law published",
            "draft-budget-2027",
            "pending-cases-fall",
            "EU-DRAFT-LAW-published",
            "museum-hires-intern",
            "a-new-concept",
            "menschen-in-arbeit",
            "entwurf-fuer-neues-museum",
            "this-is-no-draft",
            "",
            "2026",
        ] {
            assert_eq!(mark(name), None, "{name}");
        }
    }
}
