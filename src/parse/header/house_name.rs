//! Lines that hold the name of a house and nothing else, as letterheads do: "Hull City Council",
//! "Préfecture de la Vire", "Verband der Drechsler e. V."
//!
//! Known by the word of its kind, which stands first or last, and by the few shapes that names have. What
//! else a line says of a house makes it a headline.

use crate::parse::words::{self, fold};
use crate::parse::{dateline, line, people};

/// Large words in a row, behind a small one and right behind the kind of house.
const MOST_IN_A_ROW: usize = 3;

/// Whether a line is nothing but the name of a house.
pub fn is_house_alone(text: &str) -> bool {
    const LONGEST: usize = 120;
    if text.len() > LONGEST || words::at_least(text, 13) {
        return false;
    }
    let shouted = !text.chars().any(char::is_lowercase);
    let readable = if shouted { dateline::readable(text) } else { text.to_owned() };
    // "Brückmann Pumpen AG (ISIN: ...)", "Kanton Hinterwald, Baudirektion"
    let bare = readable.split_once(" (").filter(|(_, inner)| inner.ends_with(')')).map_or(&*readable, |(name, _)| name);
    let mut parts = bare.split([',', '|', '–', '—']).map(str::trim).filter(|part| !part.is_empty());
    let first = parts.next().unwrap_or("");
    opens_with_house(first, shouted) && parts.all(|part| is_further_part(part, shouted))
}

/// Whether a line names a house and is no headline, also where its name has other shapes.
pub fn names_a_house(text: &str) -> bool {
    // "News from the University of Aldwick"
    let news = || words::NEWS_FROM.behind_each(text).any(people::is_organisation);
    people::is_name_of_house(text) || is_house_alone(text) || news()
}

/// A department or a place behind the name, or what the house calls its release.
fn is_further_part(part: &str, shouted: bool) -> bool {
    // "– pba": how the house signs its texts.
    const LONGEST_SIGN: usize = 4;
    let is_name = |word: &str| word.starts_with(char::is_uppercase) || joins(word);
    line::release_line(part).is_some()
        || opens_with_house(part, shouted)
        || part.len() <= LONGEST_SIGN && part.bytes().all(|byte| byte.is_ascii_alphabetic())
        || part.split(' ').all(is_name) && (!words::at_least(part, 2) || people::is_organisation(part))
}

fn opens_with_house(name: &str, shouted: bool) -> bool {
    let formed = line::ends_with_legal_form(&fold(name)) || name.rsplit(' ').next().is_some_and(people::is_legal_form);
    let name = if formed { without_form(name) } else { name };
    let words: Vec<&str> = name.split_whitespace().collect();
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return false };
    if name.contains(['.', ':', '?', '!', '"', '„', '“', '”', '«', '»']) || words::NO_HOUSE_OPENINGS.has(first)
    {
        return false;
    }
    let head = head(name, &words);
    if head == words.len() {
        // "Vigili del fuoco" is a name, "Museum" is none.
        return head > 1;
    }
    if head > 0 {
        return is_name_behind(&words[head..], words[head - 1], shouted);
    }
    let all_large = words.iter().all(|word| *word == "&" || *word == "and" || people::is_large(word));
    if formed {
        return all_large && words.len() <= 4;
    }
    // "Nørrekær kommune" writes its kind small.
    let (before, kind_is_small) = (&words[..words.len() - 1], last.starts_with(char::is_lowercase));
    let large = before.iter().all(|word| *word == "&" || *word == "and" || people::is_large(word));
    (2..=if shouted || kind_is_small { 2 } else { 5 }).contains(&words.len())
        && large
        && (!kind_is_small || words::HOUSES.has(last))
        && is_kind(last)
}

/// How many words name the kind of house at the beginning: "Préfecture", "Statistisches Landesamt", "Zone de police".
fn head(name: &str, words: &[&str]) -> usize {
    let described = usize::from(words.len() > 1 && words::ADJECTIVE_ENDS_BEFORE.before_each(words[0]).next().is_some());
    let tables = [&words::HOUSES, &words::ORGANISATIONS].into_iter();
    let known = tables
        .filter_map(|table| table.opening(name))
        .filter(|kind| !words::WEAK_HOUSES.has(kind))
        .max_by_key(|kind| kind.len());
    match known {
        Some(kind) => kind.split(' ').count(),
        None if is_kind(words[described]) && people::is_large(words[described]) => described + 1,
        None => 0,
    }
}

/// Whether what stands behind the kind of house goes on with its name: "de la Vire", "Husum", "für soziale Dienste".
fn is_name_behind(rest: &[&str], kind: &str, shouted: bool) -> bool {
    let joins = |word: &&str| joins(&small(word, shouted));
    let of = |word: &&str| words::GENITIVES.has_small(&small(word, shouted));
    // In English headlines every word is large: "Council Budget Gap Widens".
    let unparted = if shouted { 0 } else { 2 - usize::from(words::is_english_house(kind)) };
    let parted = joins(&kind)
        || rest.first().is_some_and(|word| joins(word) || is_adjective(word))
        || rest.get(1).is_some_and(of);
    if rest.is_empty() || !parted && rest.len() > unparted {
        return false;
    }
    let mut in_a_row = 0;
    for (at, word) in rest.iter().enumerate() {
        let joined = at.checked_sub(1).is_some_and(|above| joins(&rest[above]));
        if joins(word) {
            in_a_row = 0;
        } else if people::is_large(word) {
            in_a_row += 1;
        } else if !joined && !is_adjective(word) {
            return false;
        }
        if in_a_row > MOST_IN_A_ROW - usize::from(shouted) {
            return false;
        }
    }
    rest.last().is_some_and(|word| !joins(word))
}

/// A small word within a name; "Gericht zum Hafenbau" is a headline.
fn joins(word: &str) -> bool {
    (words::NAME_WORDS.has_small(word) || word == "&") && !["zum", "zur"].contains(&word)
}

/// "l'" of "l'eau"; in capitals the small words are large too.
fn small(word: &str, shouted: bool) -> String {
    let first = word.split_inclusive(['\'', '’']).next().unwrap_or(word);
    if shouted { fold(first) } else { first.replace('’', "'") }
}

fn is_adjective(word: &str) -> bool {
    words::ADJECTIVE_ENDS_BEHIND.before_each(&word.to_lowercase()).next().is_some()
}

fn is_kind(word: &str) -> bool {
    let folded = fold(word);
    let of_german =
        || people::is_german_house(&folded) && words::NO_COMPOUND_HOUSES.before_each(&folded).next().is_none();
    words::HOUSES.has(word) || words::ORGANISATIONS.has(word) && !words::WEAK_HOUSES.has(&folded) || of_german()
}

fn without_form(name: &str) -> &str {
    let mut bare = name.trim_end();
    while let Some((before, form)) = bare.rsplit_once(' ')
        && (people::is_legal_form(form) || form.ends_with('.') && form.chars().count() <= 6 || form == "Co.")
    {
        bare = before.trim_end();
    }
    bare
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_house_is_told_from_what_is_said_of_one() {
        for name in [
            "Hull City Council",
            "Universität Husum",
            "Ministerium für Fischerei",
            "Statistisches Landesamt Elbaue",
            "Verband der Krabbenfischer e. V.",
            "Brückmann Pumpen AG (ISIN: DE000EXMPL01 / WKN: EXMPL0)",
            "Kanton Hinterwald, Baudirektion",
            "Préfecture de la Vire",
            "Régie des transports de Strasmont",
            "ZONE DE POLICE DES TROIS VALLÉES (5999)",
            "BOMBEROS DE LA MANCOMUNIDAD DEL ALTO JALVE",
            "VIGILI DEL FUOCO – COMANDO PROVINCIALE DI SELVANERA",
            "Comune di Borgo San Rocco",
            "Gemeente Waterhoven",
            "MUNICÍPIO DE VALE DE SANTIAGO",
            "Björkhults kommun",
            "TRØNDERVIK POLITIDISTRIKT",
            "Urząd Miejski w Piaskowie",
            "Dienst Communicatie",
        ] {
            assert!(is_house_alone(name), "{name}");
        }
        for headline in [
            "Hull City Council raises fees",
            "Hull City Council Raises Fees",
            "Council Budget Gap Widens",
            "COUNCIL RAISES FEES",
            "New Hull City Library",
            "Award for Hull Harbour Trust",
            "Dramatic Harbour Rescue",
            "Kunstwerke des Barock",
            "Baustelle Hafenstraße",
            "Universität Husum im Aufwind",
            "Neue Leitung im Stadtmuseum Husum",
            "Abschied vom Stadttheater",
            "Stadtwerke Husum senken Preise",
            "Le musée de la Vire rouvre ses portes",
            "MUSEO DE LA CIUDAD ABRE SUS PUERTAS",
            "Syndicat des enseignants mécontent",
            "Comune di Borgo San Rocco, via ai lavori",
            "Gemeente Waterhoven bouwt brug",
            "Fischer kehren nach Husum zurück",
        ] {
            assert!(!is_house_alone(headline), "{headline}");
        }
    }
}
