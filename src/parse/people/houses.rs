//! Organisations, by the words of their kind. A name alone makes no house.

use crate::parse::line::ends_with_legal_form;
use crate::parse::memory::remembered;
use crate::parse::words::{self, fold};

pub fn is_legal_form(text: &str) -> bool {
    ["ag", "gmbh", "kg", "se", "ug", "inc", "inc.", "ltd", "ltd.", "llc", "plc", "corp", "corp.", "sa", "s.a.", "e.v."]
        .contains(&fold(text).as_str())
}

pub fn is_organisation(text: &str) -> bool {
    remembered!(text, reads_as_organisation => bool)
}

fn reads_as_organisation(text: &str) -> bool {
    let folded = fold(text);
    ends_with_legal_form(&folded)
        || words::ORGANISATIONS_IN.is_in(&folded)
        || folded.split_whitespace().any(is_german_house)
}

/// German writes the kind of house into the name's last part: "Fraunhofer-Institut".
pub fn is_german_house(word: &str) -> bool {
    const ENDS: [&str; 36] = [
        "innung",
        "gericht",
        "klinikum",
        "sparkasse",
        "institut",
        "agentur",
        "verband",
        "amt",
        "stelle",
        "stiftung",
        "universität",
        "ministerium",
        "gesellschaft",
        "präsidium",
        "direktion",
        "gemeinschaft",
        "genossenschaft",
        "schule",
        "bibliothek",
        "archiv",
        "werke",
        "betriebe",
        "kammer",
        "klinik",
        "zentrum",
        "museum",
        "verlag",
        "theater",
        "orchester",
        "verein",
        "partei",
        "kanzlei",
        "verwaltung",
        "museen",
        "referat",
        "behörde",
    ];
    ENDS.iter().any(|end| word.len() > end.len() && word.ends_with(end))
}
