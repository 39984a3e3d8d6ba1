//! The language of a release: what front matter states, what the file's name says, what the text
//! reads as, in this order. Where two of them differ, both are named; none is passed over.

use super::super::{House, Understood, language};
use crate::problem::{Place, Report};
use crate::release::Language;
use crate::source::front_matter::{FrontMatter, Stated};

/// `named` is the language that the file's name says.
pub fn of(
    text: &Understood,
    front: &FrontMatter,
    named: Option<&Language>,
    house: &House,
    report: &mut Report,
) -> Option<Language> {
    if let Some(stated) = &front.language {
        let Some(language) = Language::parse(&stated.value) else {
            report
                .error(stated.at, "`language` is no language code", "write a code such as `de`, `en` or `fr-CH`")
                .found(&stated.value);
            return None;
        };
        warn_of_other(stated, &language, text, named, house, report);
        return Some(language);
    }
    if let Some(named) = named
        && let Some(read) = other_reading(text, named, house)
    {
        let what = format!("the text reads as `{read}`, and the file's name says `{named}`");
        report.warning(body(text), what, format!("the name counts; rename the file, or state `language: {read}`"));
    }
    // The publisher's word, then the detector's, then the house's.
    match (named.or(text.language.as_ref()), &house.language) {
        // The house's own variant ("de-AT") says more than a bare "de".
        (Some(found), Some(house)) if found.as_str() == house.primary() => Some(house.clone()),
        (Some(found), _) => Some(found.clone()),
        (None, house) => house.clone(),
    }
}

fn warn_of_other(
    stated: &Stated<String>,
    language: &Language,
    text: &Understood,
    named: Option<&Language>,
    house: &House,
    report: &mut Report,
) {
    let what = if let Some(named) = named.filter(|named| named.primary() != language.primary()) {
        format!("`language` differs from the file's name, which says `{named}`")
    } else if let Some(read) = other_reading(text, language, house) {
        format!("`language` differs from the text from line {} on, which reads as `{read}`", body(text).line)
    } else {
        return;
    };
    report.warning(stated.at, what, "the front matter counts; correct one of the two").found(&stated.value);
}

/// The language that the text surely reads as, when that is another one. Asked only of languages
/// that the detector tells apart: to it a text in Catalan is in Spanish.
fn other_reading<'a>(text: &'a Understood, language: &Language, house: &House) -> Option<&'a Language> {
    let known = language::is_told_apart(language, house.language.as_ref());
    text.language.as_ref().filter(|read| known && read.primary() != language.primary())
}

fn body(text: &Understood) -> Place {
    text.lead.as_ref().map_or(Place::line(1), |lead| lead.at)
}
