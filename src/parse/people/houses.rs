//! Organisations, by the words of their kind. A name alone makes no house.

use crate::parse::line::ends_with_legal_form;
use crate::parse::memory::remembered;
use crate::parse::words::{self, fold};

pub fn is_legal_form(text: &str) -> bool {
    const FORMS: &str = "ag gmbh ggmbh gesmbh ges.m.b.h. mbh kg kgaa gbr ohg eg se ug inc inc. ltd ltd. llc plc corp corp. sa \
        s.a. e.v. sas s.a.s. sarl srl s.r.l. spa s.p.a. sl s.l. llp l.l.c. bv b.v. nv n.v. asbl ltda. lda. \
        ab aps oy asa a/s oyj abp";
    let folded = fold(text);
    FORMS.split_ascii_whitespace().any(|form| form == folded)
}

/// "Tillman Widgets, Inc.": where a house ends whose form stands behind a comma.
pub fn named_by_its_form(text: &str) -> Option<usize> {
    let (name, behind) = text.split_once(", ")?;
    let form = behind.split([',', '(']).next().unwrap_or(behind).trim_end();
    is_legal_form(form).then_some(name.len() + 2 + form.len())
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

/// "Luminen Oyj": a name that ends in a legal form.
pub fn is_house_with_legal_form(text: &str) -> bool {
    let form = text.rsplit([' ', '\u{A0}']).next().filter(|form| form.len() < text.len());
    ends_with_legal_form(&fold(text)) || form.is_some_and(is_legal_form)
}

/// Whether a line is the name of a house and no headline about one: nothing in it is small but the
/// words that join names and what is said of a kind ("für soziale Dienste", "Transition écologique"),
/// and nothing is done.
pub fn is_name_of_house(text: &str) -> bool {
    let shouted = !text.chars().any(char::is_lowercase);
    let ends = text.contains(['.', ':', '?', '!', '"', '„', '“', '”', '«', '»']);
    if shouted || ends || words::at_least(text, 13) || !is_organisation(text) {
        return false;
    }
    let parts: Vec<&str> = text.split_whitespace().collect();
    parts.first().is_some_and(|first| is_large(first)) && is_joined_by_capitals(parts.into_iter().skip(1))
}

/// Whether words go on with a name: large ones, the small ones between them, and what is said of a kind.
pub fn is_joined_by_capitals<'t>(parts: impl Iterator<Item = &'t str>) -> bool {
    let parts: Vec<&str> = parts.collect();
    (0..parts.len()).all(|at| {
        let part = parts[at];
        let above = at.checked_sub(1).and_then(|above| parts.get(above));
        // "Bund freier Fischer", and not "Stadtwerke senken Preise".
        let qualifies = above.map_or(part.ends_with("er"), |above| words::HOUSE_WORDS.has_small(above))
            && parts.get(at + 1).is_some_and(|next| is_large(next));
        let is_adjective = words::ADJECTIVE_ENDS_BEHIND.before_each(part).next().is_some();
        is_large(part) || part == "&" || words::HOUSE_WORDS.has_small(part) || qualifies || is_adjective
    })
}

/// A word that is written large, and says nothing that somebody does.
pub fn is_large(part: &str) -> bool {
    let bare = part.trim_matches(|c: char| !c.is_alphanumeric());
    (bare.starts_with(char::is_uppercase) || bare.starts_with("d'") || bare.starts_with("l'"))
        && !words::DEEDS.has(bare)
}

/// German writes the kind of house into the name's last part: "Fraunhofer-Institut".
pub fn is_german_house(word: &str) -> bool {
    words::COMPOUND_HOUSES.before_each(word).any(|(before, _)| !before.is_empty()) || word == "landesregierung"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_house_is_no_headline_about_one() {
        for name in [
            "Ministerium für Verkehr des Landes Nordmark",
            "Landesamt für soziale Dienste",
            "Department of Fisheries and Harbours",
            "Ministère de la Transition écologique",
            "Ayuntamiento de Castellmar",
        ] {
            assert!(is_name_of_house(name), "{name}");
        }
        for headline in [
            "Ministerium fördert sechs Bahnhöfe",
            "Department of Fisheries Opens New Office in Northgate",
            "Department of Fisheries opens an office",
            "Le ministère annonce la fin des travaux",
            "MINISTRY OF TRANSPORT",
            "Ministerium: Bahnhöfe werden ausgebaut",
            "Northgate Celebrates",
        ] {
            assert!(!is_name_of_house(headline), "{headline}");
        }
    }

    #[test]
    fn the_kind_of_a_house_alone_is_no_compound() {
        assert!(is_german_house("stadtwerke") && is_german_house("polizeiwache") && !is_german_house("werke"));
    }
}
