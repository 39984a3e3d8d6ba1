//! The place of a date line. Whether there is such a place in the world is not looked up.

use super::super::{people, words};

/// Words before a date that are no place.
pub struct NoPlace;

/// The place before a date; nothing at all may stand there.
pub fn place_before(text: &str) -> Result<Option<String>, NoPlace> {
    let mut bare = text.trim();
    loop {
        let shorter = bare.trim_end_matches([',', ' ', '\u{A0}', '–', '—', '|', '(', '[', '-', '·', '•', ';']);
        let word = shorter.rsplit(char::is_whitespace).next().unwrap_or("");
        let shorter =
            if words::BEFORE_DAYS.has_small(word) { shorter[..shorter.len() - word.len()].trim_end() } else { shorter };
        if shorter == bare {
            break;
        }
        bare = shorter;
    }
    let bare = without_number(bare.trim_start_matches(['(', '[', '*', ' ']));
    // "(Aldwick, Maine)"
    let bare = if bare.contains('(') { bare } else { bare.trim_end_matches([')', ']']) };
    let bare = without_postal_code(bare);
    let named = words::DONE_AT.behind_each(bare).find_map(|name| name.strip_prefix(' '));
    let bare = named.filter(|_| bare.starts_with(char::is_uppercase)).unwrap_or(bare);
    // "Aldwick." ends with the sentence's sign, "Tacoma, Wash." with that of an abbreviation.
    // So does "Bogotá D.C."
    let abbreviated = bare.rsplit(' ').next().is_some_and(|last| last.trim_end_matches('.').contains('.'));
    let is_short = bare.contains(',') || abbreviated || bare.chars().count() <= 4;
    let bare = if is_short { bare } else { bare.trim_end_matches('.') };
    match bare {
        "" => Ok(None),
        place if is_place(place) || are_two_towns(place) => Ok(Some(readable(place))),
        _ => Err(NoPlace),
    }
}

/// "Geneva, Switzerland, and Boston, MA, USA": more than one place can hold, each with its country or state.
fn are_two_towns(text: &str) -> bool {
    const MOST_WORDS: usize = 5;
    let is_town = |part: &str| {
        let part = part.trim().trim_end_matches(',');
        is_place(part) && !words::at_least(part, MOST_WORDS + 1)
    };
    people::joints(text).any(|(at, joint)| {
        let (first, second) = (&text[..at], &text[at + joint.len()..]);
        first.contains(',') && second.contains(',') && is_town(first) && is_town(second)
    })
}

/// "3003 Berne", "CH-3003 Berne"
fn without_postal_code(text: &str) -> &str {
    let (code, place) = text.split_once([' ', '\u{A0}']).unwrap_or_default();
    let digits = code.rsplit('-').next().unwrap_or("");
    let country = code[..code.len() - digits.len()].trim_end_matches('-');
    let is_code = (4..=5).contains(&digits.len())
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && country.len() <= 2
        && country.bytes().all(|byte| byte.is_ascii_uppercase());
    if is_code && place.starts_with(char::is_uppercase) { place } else { text }
}

/// Takes an agency's number, such as "OTS0063", off the front.
pub fn without_number(text: &str) -> &str {
    let (first, rest) = text.split_once([' ', ',']).unwrap_or((text, ""));
    let letters = first.chars().take_while(char::is_ascii_uppercase).count();
    let is_number = letters >= 2 && first.len() > letters && first[letters..].chars().all(|c| c.is_ascii_digit());
    if is_number { rest.trim_start_matches([' ', ',']) } else { text }
}

/// A small word within the name of a place.
fn is_small(word: &str) -> bool {
    words::WITHIN_PLACES.has(word) || word == "&"
}

/// Whether words can be a place: few, capitalised, with no digit and no sign of a sentence.
pub fn is_place(text: &str) -> bool {
    const LONGEST: usize = 60;
    if text.len() > 4 * LONGEST || text.chars().count() > LONGEST {
        return false;
    }
    let words: Vec<&str> = text.split([' ', '\u{A0}']).filter(|word| !word.is_empty()).collect();
    let is_sign = |c: char| " .,'’-/()&\u{A0}".contains(c) || c == '–' && ends_in_state(text);
    let shaped = text.chars().all(|c| c.is_alphabetic() || is_sign(c));
    let capital = |word: &&str| {
        let bare = word.trim_start_matches(['(', '\'', '’']);
        // "'s-Hertogenbosch"
        let bare = if bare.len() < word.len() { bare.strip_prefix("s-").unwrap_or(bare) } else { bare };
        // "Cortina d'Ampezzo", "Reggio nell'Emilia"
        let bare = behind_apostrophe(bare).unwrap_or(bare);
        bare.chars().next().is_some_and(char::is_uppercase)
    };
    // "Paris / Bruxelles", "São Paulo - SP"
    let parts = |word: &str| word == "/" && !text.ends_with('/') || matches!(word, "-" | "–") && ends_in_state(text);
    let known = |word: &&str| parts(word) || is_small(word.trim_end_matches(','));
    // "El Puerto de Santa María", "Le Puy en Velay"
    let named = words.get(1).is_some_and(&capital)
        && words.get(2).is_some_and(|word| ["de", "del", "en", "sur"].contains(word))
        && words.len() <= 5;
    // So is "A Pobra do Caramiñal".
    let is_article = |word: &&str| word.len() > 1 && words::ARTICLES.has(word);
    let opens_with_article = words.first().is_some_and(is_article) && !named;
    shaped
        && !(opens_with_article && words.len() > 2 && !text.contains(','))
        && text.matches('(').count() == text.matches(')').count()
        && (1..=7).contains(&words.len())
        && text.chars().filter(|c| *c == ',').count() <= 2
        && text.chars().filter(|c| c.is_alphabetic()).count() >= 2
        && words.first().is_some_and(&capital)
        && words.iter().all(|word| capital(word) || known(word))
        && !words::RELEASE_LINES.has(text)
        && !words::FACTS.has(text)
        && !words::DATE.has(text)
        && !words.iter().any(|word| words::RELEASE_LINES.has(word) || words::NO_PLACES.has(word))
        // "WVH-PRESSEEINLADUNG"
        && !words.iter().filter_map(|word| word.rsplit_once('-')).any(|(_, kind)| words::RELEASE_LINES.has(kind))
        // "Unemployment in"
        && !(words.len() > 1 && words.last().is_some_and(|last| words::WITHIN_PLACES.has_small(last)))
        && !words::NO_PLACE_ENDS.has(words.last().unwrap_or(&""))
        && text
            .rsplit(". ")
            .skip(1)
            .all(|part| part.split_whitespace().last().is_none_or(|word| word.chars().count() <= 6))
}

/// What stands behind a small word that is drawn together with it.
fn behind_apostrophe(word: &str) -> Option<&str> {
    let (small, name) = word.split_once(['\'', '’'])?;
    ["d", "l", "dell", "nell", "all", "sull", "dall", "de"]
        .contains(&small)
        .then_some(name)
        .filter(|name| !name.is_empty())
}

/// "São Paulo - SP": a town, and the two letters of its state.
fn ends_in_state(text: &str) -> bool {
    let (town, state) = text.rsplit_once([' ', '\u{A0}']).unwrap_or_default();
    state.len() == 2
        && state.bytes().all(|byte| byte.is_ascii_uppercase())
        && town.ends_with([' ', '-', '–'])
        && town.matches(['-', '–']).count() >= 1
}

/// Short words of names that are no abbreviations.
const SHORT_WORDS: [&str; 21] = [
    "SAN", "NEW", "LOS", "LAS", "THE", "BAD", "ULM", "ROM", "DEN", "LA", "DE", "AM", "EL", "FE", "LE", "DU", "ST.",
    "FT.", "MT.", "ST", "FT",
];

/// "WASHINGTON" as "Washington"; abbreviations such as "DC" stay.
pub fn readable(place: &str) -> String {
    let place = place.trim().trim_end_matches(',');
    // "KESTREL BAY, ORE": what stands behind the comma may be an abbreviation, so there it takes more letters.
    let name = place.split(',').next().unwrap_or(place);
    let long = |word: &str| word.chars().filter(|c| c.is_uppercase()).count() > 3;
    // "SANTA FE, NEW MEXICO": so is each part of several words of which one is long.
    let are_words: Vec<bool> =
        place.split(',').map(|part| part.trim().contains(' ') && part.split(' ').any(long)).collect();
    let mut commas = 0;
    let mut fewest = if name.contains(' ') && name.split(' ').any(long) { 3 } else { 4 };
    place
        .split(' ')
        .map(|word| {
            let letters = word.chars().filter(|c| c.is_alphabetic()).count();
            let enough = letters >= fewest;
            let behind_comma = commas > 0 && !are_words.get(commas).is_some_and(|words| *words);
            if word.contains(',') {
                commas += 1;
                fewest = if are_words.get(commas).is_some_and(|words| *words) { 3 } else { 4 };
            }
            // "Wilmington, DE" is in a state.
            let shouted = enough && word.chars().all(|c| !c.is_lowercase())
                || !behind_comma && SHORT_WORDS.contains(&word.trim_end_matches(','));
            if !shouted {
                return word.to_owned();
            }
            let lower = word.to_lowercase();
            if is_small(&lower) && !place.starts_with(word) {
                return lower;
            }
            capitalised(&lower)
        })
        .collect::<Vec<_>>()
        .join(" ")
}

fn capitalised(lower: &str) -> String {
    // "RIVIÈRE-AUX-LOUPS": small words inside a name stay small.
    if lower.contains('-') {
        let parts = lower.split('-').enumerate();
        let part = |(at, part): (usize, &str)| {
            let small = at > 0 && (is_small(part) || words::WITHIN_COMPOUND_PLACES.has(part));
            if small { part.to_owned() } else { capitalised(part) }
        };
        return parts.map(part).collect::<Vec<_>>().join("-");
    }
    let mut out = String::with_capacity(lower.len());
    let mut fresh = true;
    for c in lower.chars() {
        if fresh && c.is_alphabetic() {
            out.extend(c.to_uppercase());
        } else {
            out.push(c);
        }
        fresh = !c.is_alphabetic() && c != '\'' && c != '’';
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_few_words_with_capitals() {
        for place in ["The Hague", "The Hague, South Holland", "St. Gallen"] {
            assert!(is_place(place), "{place}");
        }
        for other in ["The Harbour Museum", "Aldwick. Harbour"] {
            assert!(!is_place(other), "{other}");
        }
        // Of letters of two bytes, since letters are counted.
        let name = |length: usize| format!("Ü{}", "ü".repeat(length - 1));
        assert!(is_place(&name(60)));
        assert!(!is_place(&name(61)));
    }

    #[test]
    fn the_sign_of_a_sentence_is_taken_off_a_place_and_that_of_an_abbreviation_is_not() {
        let before = |text: &str| place_before(text).ok().flatten();
        assert_eq!(before("Aldwick.").as_deref(), Some("Aldwick"));
        assert_eq!(before("Ore.").as_deref(), Some("Ore."));
    }

    #[test]
    fn capitals_become_a_name_with_its_small_words() {
        for (shouted, name) in [
            ("BROOKLYN, NEW YORK", "Brooklyn, New York"),
            ("SANTA FE, NEW MEXICO", "Santa Fe, New Mexico"),
            ("EL PASO, TX", "El Paso, TX"),
            ("WASHINGTON, DC", "Washington, DC"),
            ("NEW YORK, NY, USA", "New York, NY, USA"),
            ("KESTREL BAY, ORE", "Kestrel Bay, ORE"),
            ("LA CORUÑA", "La Coruña"),
            ("PUERTO DE LA CRUZ", "Puerto de la Cruz"),
            ("SUR-LE-MONT", "Sur-le-Mont"),
            ("ALDWICK (OHIO)", "Aldwick (Ohio)"),
            ("JOHN'S HARBOUR", "John's Harbour"),
            ("JOHN’S HARBOUR", "John’s Harbour"),
        ] {
            assert_eq!(readable(shouted), name);
        }
    }
}
