//! What a single line is by its own words, whatever stands around it.

use super::words::{self, fold, opening};
use super::{dateline, details, embargo};

/// A line that no neighbour may be joined to.
pub fn stands_alone(text: &str) -> bool {
    // Bytes first: this is asked of a growing paragraph for each of its lines.
    let short = text.len() <= 640 && text.chars().count() <= 160;
    short
        && (release_line(text).is_some()
            || embargo::is_line(text)
            || contact_heading(text).is_some()
            || caption_heading(text).is_some()
            || boilerplate_heading(text)
            || credit_line(text).is_some()
            || end_mark(text)
            || details::is_detail_line(text)
            || dateline::own_line(text).is_some())
}

/// "FOR IMMEDIATE RELEASE: A headline", "Medieninformation: 292/2019".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReleaseLine {
    pub number: Option<String>,
    /// Byte offset of what follows and is no number: a headline or a date.
    pub rest: Option<usize>,
}

pub fn release_line(text: &str) -> Option<ReleaseLine> {
    let lead_in = text.len() - text.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
    let body = &text[lead_in..];
    let folded = fold(body);
    if is_spaced_phrase(&folded) {
        return Some(ReleaseLine { number: None, rest: None });
    }
    let phrase = opening(&folded, words::all(|w| w.release_lines))?;
    let after = words::after(body, phrase);
    let colon = after.trim_start().starts_with([':', '|', '/']);
    let rest = after.trim_matches(|c: char| !c.is_alphanumeric() && !"„“\"”«»'(".contains(c));
    if rest.is_empty() {
        return Some(ReleaseLine { number: None, rest: None });
    }
    if let Some(number) = release_number(rest) {
        return Some(ReleaseLine { number: Some(number), rest: None });
    }
    if dateline::own_line(rest).is_none()
        && let Some((number, date)) = number_and_date(rest)
    {
        let offset = text.len() - after.len() + after.find(date)?;
        return Some(ReleaseLine { number: Some(number), rest: Some(offset) });
    }
    let bare_word = ["release", "for release", "aviso", "ots", "communiqué", "comunicado", "zur veröffentlichung"]
        .contains(&phrase);
    let offset = text.len() - after.len() + after.find(rest)?;
    if colon || dateline::own_line(rest).is_some() && !bare_word {
        return Some(ReleaseLine { number: None, rest: Some(offset) });
    }
    // "Pressemitteilung der Stadt Dresden", "Press release of the council"
    let of_someone =
        !bare_word && rest.split_whitespace().count() <= 6 && rest.chars().next().is_some_and(char::is_lowercase);
    of_someone.then_some(ReleaseLine { number: None, rest: None })
}

/// "P R E S S  R E L E A S E", set with blanks between its letters.
fn is_spaced_phrase(folded: &str) -> bool {
    folded.split_whitespace().take_while(|word| word.chars().count() == 1).count() >= 5 && {
        let squeezed: String = folded.split_whitespace().collect();
        words::all(|w| w.release_lines).any(|phrase| squeezed == phrase.split(' ').collect::<String>())
    }
}

/// "Nr. 12/2026 vom 12.06.2026".
fn number_and_date(rest: &str) -> Option<(String, &str)> {
    rest.match_indices([' ', ',']).map(|(at, _)| rest.split_at(at)).find_map(|(number, date)| {
        let date = date.trim_start_matches([' ', ',', '|', '–', '-']);
        dateline::own_line(date).filter(|own| own.rest.is_none())?;
        Some((release_number(number)?, date))
    })
}

/// "Nr. 12/2019", "M07-44", "(Nr. I) /".
pub fn release_number(rest: &str) -> Option<String> {
    let bare = rest.trim_matches(|c: char| !c.is_alphanumeric());
    let mut words = bare.split_whitespace();
    let first = words.next()?;
    let labelled =
        ["nr", "nr.", "no", "no.", "n°", "núm", "núm.", "number", "nummer"].contains(&first.to_lowercase().as_str());
    let number = if labelled { words.next()?.trim_matches(|c: char| !c.is_alphanumeric()) } else { first };
    let digits = number.chars().filter(char::is_ascii_digit).count();
    let looks = number.chars().all(|c| c.is_ascii_alphanumeric() || "/-.".contains(c)) && number.len() <= 12;
    (words.next().is_none() && looks && (labelled || digits >= 1) && dateline::own_line(bare).is_none())
        .then(|| number.to_owned())
}

/// "###", "# #", "-30-", "– ENDE –", "Ends".
pub fn end_mark(text: &str) -> bool {
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    if bare.is_empty() {
        return text.chars().filter(|c| *c == '#').count() >= 2 || text.replace(' ', "") == "***";
    }
    let marked = bare.len() < text.len();
    let folded = fold(bare);
    (folded == "30" && marked)
        || words::all(|w| w.end_marks).any(|mark| mark == folded && (marked || folded != "more"))
        || folded.starts_with("schluss)")
}

/// The offset of what follows on the line after "Contact:" or "Pressekontakt".
pub fn contact_heading(text: &str) -> Option<usize> {
    heading(text, words::all(|w| w.contact), CONTACT_SLACK)
}

pub fn other_contact_heading(text: &str) -> bool {
    heading(text, words::all(|w| w.other_contact), CONTACT_SLACK).is_some()
}

pub fn caption_heading(text: &str) -> Option<usize> {
    let offset = heading(text, words::all(|w| w.caption), 0)?;
    // "Photo: X/Y" is a credit; a caption's label alone on its line opens a caption.
    (credit_line(text).is_none() || text[offset..].trim().is_empty()).then_some(offset)
}

pub fn notes_heading(text: &str) -> Option<usize> {
    heading(text, words::all(|w| w.notes), 40)
}

/// Bytes of qualification that a contact's heading may carry: "Contact for the media in Austria:".
const CONTACT_SLACK: usize = 60;

/// A label at the start, then a colon or the end of the line. Up to `slack` bytes of qualification
/// may stand between, as in "Contact for the media in Austria:".
fn heading(text: &str, entries: impl Iterator<Item = &'static str>, slack: usize) -> Option<usize> {
    let lead_in = text.len() - text.trim_start_matches(['*', '#', '_', ' ', '•', '+', '=']).len();
    let body = &text[lead_in..];
    let folded = fold(body);
    let label = opening(&folded, entries)?;
    let after = words::after(body, label);
    let trimmed = after.trim_matches(['*', '_', ' ', '\u{A0}', '#', '=', '+']);
    if trimmed.is_empty() {
        return Some(text.len());
    }
    let colon = after.find(':').filter(|at| *at <= slack.max(2))?;
    let qualification = &after[..colon];
    // "Contact with passengers: drivers greet everyone who boards" is a sentence.
    let value = &after[colon + 1..];
    let is_sentence =
        value.split_whitespace().count() > 14 && !value.contains('@') && details::phones(value).is_empty();
    if qualification.split_whitespace().count() > 5 || slack >= CONTACT_SLACK && is_sentence {
        return None;
    }
    let plain = qualification.chars().all(|c| c.is_alphanumeric() || " ,&/()*_-\u{A0}".contains(c));
    (plain && !qualification.contains('@')).then(|| text.len() - after.len() + colon + 1)
}

/// "About X", "Über X": short, without the end of a sentence, and not about the release itself.
pub fn boilerplate_heading(text: &str) -> bool {
    let bare = text.trim_matches(['*', '_', '#', ' ', ':', '\u{A0}']);
    let folded = fold(bare);
    if (folded.ends_with(" im profil") || folded == "boilerplate") && bare.chars().count() <= 90 {
        return true;
    }
    let Some(phrase) = words::all(|w| w.boilerplate).filter(|p| folded.starts_with(p)).max_by_key(|p| p.len()) else {
        return false;
    };
    let after = &folded[phrase.len()..];
    let separated = phrase.ends_with('\'') || after.is_empty() || after.starts_with([' ', '\u{A0}', ':']);
    let named = bare.chars().skip(phrase.chars().count()).find(|c| c.is_alphanumeric());
    let alone = [
        "hintergrund",
        "hintergrundinformation",
        "hintergrundinformationen",
        "zum unternehmen",
        "zur person",
        "unternehmensprofil",
        "qui sommes-nous",
        "quiénes somos",
    ];
    let has_name = match named {
        None => alone.contains(&phrase) || folded == "about us",
        Some(c) => {
            !c.is_ascii_digit()
                && (bare.split_whitespace().skip(1).any(|w| w.chars().any(char::is_uppercase))
                    || folded == "about us"
                    || folded == "über uns")
        }
    };
    let sentence = bare.ends_with(['.', '!', '?']) && !ends_with_legal_form(&folded);
    separated
        && has_name
        && !sentence
        && bare.chars().count() <= 90
        && !words::all(|w| w.false_boilerplate).any(|p| folded.starts_with(p))
        && text.chars().next().is_some_and(|c| c.is_uppercase() || !c.is_alphanumeric())
}

pub fn ends_with_legal_form(folded: &str) -> bool {
    ["e. v.", "e.v.", "e.g.", "inc.", "ltd.", "corp.", "co.", "s.a.", "s.l."].iter().any(|form| folded.ends_with(form))
}

/// The credit of a picture, when that is all the line says: "(Photo: X/Y)", "Foto: X", "© X".
pub fn credit_line(text: &str) -> Option<String> {
    let bare = text.trim().trim_matches(['*', '_']);
    let in_parentheses = bare.starts_with(['(', '[']);
    let bare =
        bare.strip_prefix(['(', '[']).map_or(bare, |inner| inner.strip_suffix([')', ']']).unwrap_or(inner)).trim();
    if bare.chars().count() > 120 {
        return None;
    }
    if bare.starts_with('©') {
        return (bare.chars().count() <= 80 && bare.trim_start_matches(['©', ' ']).chars().any(char::is_alphabetic))
            .then(|| bare.to_owned());
    }
    let folded = fold(bare);
    let label = opening(&folded, words::all(|w| w.credit))?;
    let after = words::after(bare, label).trim_start();
    let value = if label.ends_with(" by") {
        after.strip_prefix(':').unwrap_or(after)
    } else {
        after.strip_prefix([':', '©'])?
    }
    .trim();
    // "Bild: The mayor (Foto: X)" is a caption with its credit.
    if credit_at_end(value).is_some() {
        return None;
    }
    let short = value.chars().count() <= 80
        && value.split_whitespace().count() <= 9
        && value.chars().next().is_some_and(char::is_alphanumeric);
    // "Photo:" opens captions as well as credits; "Photo credit:" does not.
    let says_credit = in_parentheses
        || !["photo", "foto", "fotos", "bild", "image", "grafik", "imagen", "photograph", "fotografía", "photographie"]
            .contains(&label);
    (short && (says_credit || is_credit_name(value)) || value.starts_with('©')).then(|| value.to_owned())
}

/// A credit is a name, not a sentence: "Jane Doe/Acme" and "privat", not "The new light at the door".
fn is_credit_name(value: &str) -> bool {
    const SMALL: [&str; 33] = [
        "of", "the", "for", "and", "by", "at", "via", "von", "der", "des", "die", "das", "für", "und", "zu", "zur",
        "im", "van", "de", "du", "da", "del", "la", "le", "les", "et", "pour", "para", "y", "el", "los", "e.",
        "courtesy",
    ];
    const ALONE: [&str; 14] = [
        "privat",
        "private",
        "privée",
        "privado",
        "honorarfrei",
        "eigene",
        "own",
        "archive",
        "archiv",
        "zvg",
        "z.v.g.",
        "handout",
        "gratis",
        "frei",
    ];
    let words: Vec<&str> = value.split_whitespace().collect();
    let capital = |word: &str| {
        let bare = word.trim_start_matches(|c: char| !c.is_alphanumeric());
        bare.chars().next().is_none_or(|c| c.is_uppercase() || c.is_ascii_digit())
    };
    let known = |word: &str| {
        let folded = fold(word.trim_matches([',', '(', ')']));
        SMALL.contains(&folded.as_str()) || ALONE.contains(&folded.as_str()) || folded.contains(['.', '/', '@'])
    };
    let article = ["the", "der", "die", "das", "a", "an", "le", "la", "les", "el", "los", "las", "ein", "eine"];
    let opens_with_article = words.first().is_some_and(|word| article.contains(&fold(word).as_str()));
    let first_may_be_small = words.len() == 1;
    value.contains('/')
        || (!opens_with_article || words.len() <= 3)
            && words.iter().all(|word| first_may_be_small || capital(word) || known(word))
}

pub fn is_picture_label(label: &str) -> bool {
    let folded = fold(label);
    words::all(|w| w.credit).chain(words::all(|w| w.caption)).any(|known| known == folded)
}

/// "Source", which says where a figure comes from as often as whose a picture is.
pub fn names_a_source(text: &str) -> bool {
    let folded = fold(text);
    ["source", "quelle", "fuente"].iter().any(|label| folded.starts_with(label))
}

/// A credit in parentheses at the end of a caption, and the offset where the caption ends.
pub fn credit_at_end(text: &str) -> Option<(usize, String)> {
    let bare = text.trim_end_matches(['.', ' ']);
    if let Some(inner) = bare.strip_suffix([')', ']'])
        && let Some(open) = inner.rfind(['(', '['])
        && let Some(credit) = credit_line(&inner[open + 1..])
    {
        return Some((open, credit));
    }
    let at = [
        "Foto:",
        "Photo:",
        "Fotos:",
        "Credit:",
        "Crédit photo :",
        "Crédit photo\u{A0}:",
        "Photo :",
        "Photo\u{A0}:",
        "Crédit photo:",
        "©",
        "Bild:",
        "Photo credit:",
    ]
    .iter()
    .filter_map(|label| text.rfind(label))
    .filter(|at| *at > 0)
    .min()?;
    credit_line(text[at..].trim_end_matches('.')).map(|credit| (at, credit))
}

/// Funding and legal lines.
pub fn notice(text: &str) -> bool {
    words::NOTICES.is_in(&fold(text))
}

/// Why a line belongs to the page and not to the release: a letterhead's foot, a page number.
pub fn furniture(text: &str) -> Option<&'static str> {
    if text.chars().count() > 160 {
        return None;
    }
    let folded = fold(text);
    let tokens: Vec<&str> = folded.split_whitespace().collect();
    let number = |token: &str| !token.is_empty() && token.chars().all(|c| c.is_ascii_digit());
    let page = match tokens.as_slice() {
        [word, n] => ["page", "seite", "página", "p."].contains(word) && number(n),
        [word, n, of, m] => {
            ["page", "seite", "página"].contains(word)
                && number(n)
                && ["of", "von", "de", "sur", "/"].contains(of)
                && number(m)
        }
        _ => false,
    };
    if page {
        return Some("a page number");
    }
    let separators =
        text.chars().filter(|c| matches!(c, '•' | '·' | '|' | '‧' | '▪' | '\u{E000}'..='\u{F8FF}')).count();
    // A foot holds a post code or a phone; prices and opening hours do not make one.
    let postcode = text.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() >= 4);
    let opens_with_bullet = text.starts_with(['•', '·', '▪']);
    (separators >= 2
        && (postcode || !details::phones(text).is_empty())
        && !opens_with_bullet
        && !embargo::is_line(text)
        && release_line(text).is_none()
        && contact_heading(text).is_none())
    .then_some("a letterhead line")
}

/// "DRAFT – not for release": the text calls itself unfinished.
pub fn draft_mark(text: &str) -> bool {
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    let folded = fold(bare);
    let Some(mark) = words::all(|w| w.drafts).find(|mark| folded.starts_with(mark)) else {
        return false;
    };
    let rest = folded[mark.len()..].trim_start();
    let version = rest.strip_prefix('v').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit() || c == '.'));
    folded.split_whitespace().count() <= 9
        && (rest.is_empty() || rest.starts_with(['-', '–', '—', ':', '|', '(', ',', '!', '.']) || version)
}

/// "Updated: 15 June 2026", which is not the date of the release.
pub fn change_date(text: &str) -> bool {
    let folded = fold(text);
    folded.split_whitespace().count() <= 8
        && opening(&folded, words::all(|w| w.changes)).is_some()
        && super::date::first(text).is_some()
}

/// "(1.184 Zeichen inkl. Leerzeichen)", "Word count: 420".
pub fn is_count(text: &str) -> bool {
    let folded = fold(text);
    folded.chars().any(|c| c.is_ascii_digit())
        && folded.split_whitespace().count() <= 6
        && words::COUNTS.is_in(&folded)
        && (folded.starts_with('(') || folded.contains(':'))
}

/// Placeholders that a template left behind.
pub fn placeholder(text: &str) -> Option<&str> {
    let pairs = [("_{", "}"), ("{{", "}}"), ("${", "}"), ("<<", ">>"), ("[[", "]]")];
    for (open, close) in pairs {
        if let Some(start) = text.find(open)
            && let Some(length) = text[start + open.len()..].find(close)
            && length > 0
        {
            return text.get(start..start + open.len() + length + close.len());
        }
    }
    let start = text.find('[')?;
    let length = text[start..].find(']')?;
    let inner = fold(&text[start + 1..start + length]);
    let asks = [
        "insert ",
        "your ",
        "enter ",
        "add ",
        "hier ",
        "name",
        "date",
        "datum",
        "headline",
        "titel",
        "title",
        "city",
        "ort",
        "phone",
        "email",
        "e-mail",
        "insérer ",
        "insertar ",
        "company name",
        "contact name",
    ];
    asks.iter()
        .any(|ask| inner == ask.trim() || ask.ends_with(' ') && inner.starts_with(ask))
        .then(|| &text[start..=start + length])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn release_lines_give_up_their_number_or_headline() {
        let parts = |text: &'static str| release_line(text).map(|l| (l.number, l.rest.map(|at| &text[at..])));
        assert_eq!(parts("FOR IMMEDIATE RELEASE"), Some((None, None)));
        assert_eq!(parts("FOR IMMEDIATE RELEASE: County Hires"), Some((None, Some("County Hires"))));
        assert_eq!(parts("MEDIA ADVISORY: M07-44"), Some((Some("M07-44".into()), None)));
        assert_eq!(parts("Medieninformation: 292/2019"), Some((Some("292/2019".into()), None)));
        assert_eq!(parts("Presseinformation (Nr. I) /"), Some((Some("I".into()), None)));
        assert_eq!(parts("Pressemitteilung Nr. 7/2026"), Some((Some("7/2026".into()), None)));
        assert_eq!(
            parts("Pressemitteilung Nr. 12/2026 vom 12.06.2026"),
            Some((Some("12/2026".into()), Some("vom 12.06.2026")))
        );
        assert_eq!(parts("Release of the new tool delights users"), None);
        assert_eq!(parts("Pressemitteilung der Stadt Dresden"), Some((None, None)));
    }

    #[test]
    fn end_marks_are_known_in_every_writing() {
        for mark in ["###", "# # #", "# #", "-30-", "--30--", "-end-", "ENDS", "– ENDE –", "– FIN –", "***"] {
            assert!(end_mark(mark), "{mark}");
        }
        for text in ["30", "The end of an era", "#1 in Europe"] {
            assert!(!end_mark(text), "{text}");
        }
    }

    #[test]
    fn contact_headings_may_carry_the_contact() {
        let rest = |text: &'static str| contact_heading(text).map(|at| text[at..].trim());
        assert_eq!(rest("Contact:"), Some(""));
        assert_eq!(rest("Contact: Claire Crouch"), Some("Claire Crouch"));
        assert_eq!(rest("Rückfragen & Kontakt:"), Some(""));
        assert_eq!(rest("Pressekontakt"), Some(""));
        assert_eq!(rest("Contact lenses are popular"), None);
    }

    #[test]
    fn boilerplate_headings_are_told_from_false_ones() {
        for text in [
            "About Acme",
            "Über die Eclipse Foundation",
            "À propos de Graines à quai",
            "Acerca de Acme:",
            "About the Night Sky Trust",
            "Über Steinhorch e. V.",
        ] {
            assert!(boilerplate_heading(text), "{text}");
        }
        for text in [
            "Über die Mitteilung",
            "Über 300 Menschen kamen",
            "About 300 people came",
            "About the matter he said nothing.",
            "À propos de l'annonce",
        ] {
            assert!(!boilerplate_heading(text), "{text}");
        }
    }

    #[test]
    fn credits_are_names_not_sentences() {
        assert_eq!(credit_line("(Photo: biosaxony/Steffen Runke)").as_deref(), Some("biosaxony/Steffen Runke"));
        assert_eq!(credit_line("© Fraunhofer Dresden").as_deref(), Some("© Fraunhofer Dresden"));
        assert_eq!(credit_line("Foto: Erika Muster").as_deref(), Some("Erika Muster"));
        assert_eq!(credit_line("Photo: this shows the minister as he hands over the approval to the cluster."), None);
        assert_eq!(credit_at_end("The minister. (Photo: A/B)"), Some((14, "A/B".into())));
    }

    #[test]
    fn placeholders_are_seen() {
        for text in ["_{headline}", "{{ title }}", "[Insert date]", "[CITY]", "[Your name]"] {
            assert!(placeholder(text).is_some(), "{text}");
        }
        for text in ["[sic]", "an array [0]", "{braces}", "He said [the mayor] would"] {
            assert!(placeholder(text).is_none(), "{text}");
        }
    }
}
