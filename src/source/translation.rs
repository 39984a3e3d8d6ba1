//! What a file's name says of its language: `fair.de.txt` beside `fair.en.md`.
//!
//! One such file alone says nothing: `fair.no.txt` may be about a "no". The text is not looked at.

use crate::release::Language;

/// A name that ends with a language's code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// The folder, and the name before the code: what translations share.
    pub base: String,
    pub language: Language,
}

/// ISO 639-1, and the codes of three letters that press offices in Europe need.
const CODES: &str = "\
    aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo \
    es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka \
    kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng \
    nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su \
    sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu \
    ast dsb frr fur gsw hsb lld nds rom sco smj szl";

/// The code at the end of a file's stem. Nothing is said yet of other files.
pub fn named(folder: &str, stem: &str) -> Option<Named> {
    let (base, code) = stem.rsplit_once('.').filter(|(base, _)| !base.is_empty())?;
    let language = Language::parse(code)?;
    let known = CODES.split(' ').any(|known| known == language.primary());
    known.then(|| Named { base: format!("{folder}/{base}"), language })
}

/// Those of the names, in their order, that another one shares its base with.
pub fn shared(names: Vec<Option<Named>>) -> Vec<Option<Named>> {
    let mut bases: Vec<&str> = names.iter().flatten().map(|named| named.base.as_str()).collect();
    bases.sort_unstable();
    let twice: Vec<String> =
        bases.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0].to_owned()).collect();
    names.into_iter().map(|named| named.filter(|named| twice.binary_search(&named.base).is_ok())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_at_the_end_of_the_stem_is_a_language() {
        let code = |stem: &str| named("releases", stem).map(|named| (named.base, named.language.to_string()));
        assert_eq!(code("fair.de"), Some(("releases/fair".to_owned(), "de".to_owned())));
        assert_eq!(code("fair.DE-at"), Some(("releases/fair".to_owned(), "de-AT".to_owned())));
        for stem in ["fair", ".de", "fair.v2", "fair.us", "fair.eng", "fair.german", "de"] {
            assert_eq!(code(stem), None, "{stem}");
        }
    }

    #[test]
    fn one_file_alone_says_nothing() {
        let names = ["a.de", "b.no", "a.en", "c"].map(|stem| named("r", stem)).to_vec();
        let said: Vec<bool> = shared(names).iter().map(Option::is_some).collect();
        assert_eq!(said, [true, false, true, false]);
    }
}
