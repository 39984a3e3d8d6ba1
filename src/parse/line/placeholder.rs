//! What a template left behind for somebody to fill in.

use super::super::words::{self, Wordings, fold};
use crate::characters;

/// Placeholders that a template left behind, in their order.
pub fn placeholders(text: &str) -> Vec<&str> {
    const MOST: usize = 20;
    let mut all = Vec::new();
    let mut texts = vec![text];
    while let Some(text) = texts.pop().filter(|_| all.len() < MOST) {
        let Some(found) = placeholder(text) else { continue };
        all.push(found);
        let start = found.as_ptr() as usize - text.as_ptr() as usize;
        texts.extend([&text[start + found.len()..], &text[..start]]);
    }
    all.sort_by_key(|found| found.as_ptr());
    all
}

fn placeholder(text: &str) -> Option<&str> {
    let opens = |byte| matches!(byte, b'{' | b'<' | b'[' | b'(' | b'X' | b'_');
    if !characters::holds(text, opens) && !has_blank_form(text) {
        return None;
    }
    let pairs = [("_{", "}"), ("{{", "}}"), ("${", "}"), ("<<", ">>"), ("[[", "]]")];
    for (open, close) in pairs {
        if let Some(start) = text.find(open)
            && let Some(length) = text[start + open.len()..].find(close)
            && length > 0
        {
            return text.get(start..start + open.len() + length + close.len());
        }
    }
    if let Some(found) = blank_form(text) {
        return Some(found);
    }
    let pairs = [('[', ']'), ('<', '>'), ('{', '}')];
    let asked = pairs.iter().filter(|(open, _)| text.contains(*open)).find_map(|(open, close)| {
        text.match_indices(*open).find_map(|(start, _)| asked_in(&text[start..], *open, *close))
    });
    asked.or_else(|| figures_to_come(text))
}

/// "£XX,XXX", "May XX, 2026", "20XX", and a blank "________" within a sentence.
fn figures_to_come(text: &str) -> Option<&str> {
    let bytes = text.as_bytes();
    let run = |sign: u8, at: usize| bytes[at..].iter().take_while(|byte| **byte == sign).count();
    // Looked for once: a hostile line has many blanks behind a far colon.
    let colon = text.find(':').unwrap_or(text.len());
    let mut at = 0;
    while let Some(found) = bytes[at..].iter().position(|byte| matches!(byte, b'X' | b'_')) {
        let start = at + found;
        let length = run(bytes[start], start);
        at = start + length;
        let (before, behind) = (&text[..start], &text[at..]);
        let is_figure = || {
            let priced = before.ends_with(['£', '€', '$']);
            let dated = before.ends_with("20") && !before[..before.len() - 2].ends_with(char::is_alphanumeric);
            let month = before.trim_end().rsplit(' ').next().unwrap_or("");
            let of_month = before.ends_with(' ') && words::MONTHS.number(&fold(month)).is_some() && length == 2;
            (priced || dated && length == 2 || of_month) && !behind.starts_with(char::is_alphabetic)
        };
        // "Name: ____" is a slip to be sent back, and a rule stands alone.
        let is_blank = || {
            length >= 3
                && before.trim_end().ends_with(char::is_alphanumeric)
                && behind.trim_start().starts_with(char::is_lowercase)
                && colon >= start
        };
        if length > 1 && if bytes[start] == b'X' { is_figure() } else { is_blank() } {
            return Some(&text[start..at]);
        }
    }
    None
}

/// "[Your name]", "<Headline>", at the beginning of a text.
fn asked_in(text: &str, open: char, close: char) -> Option<&str> {
    // Up to the next bracket of either kind, or opening ones without end would be looked through again and again.
    let length = text[1..].find([open, close]).map(|at| at + 1).filter(|at| text[*at..].starts_with(close))?;
    // An address stands behind brackets in Markdown, and is a link's.
    let is_link = open == '[' && text[length + 1..].starts_with('(');
    if open == '<' && is_tag(&text[1..length]) {
        return None;
    }
    (!is_link && asks(&fold(text[1..length].trim_matches(['*', '_', ' '])))).then(|| &text[..=length])
}

/// "</text>", "<title>": an element of HTML by its name.
fn is_tag(inner: &str) -> bool {
    const ELEMENTS: [&str; 7] = ["title", "text", "link", "address", "data", "label", "body"];
    inner.starts_with('/') || ELEMENTS.contains(&inner)
}

/// Whether words, in small letters, are what a template has somebody fill in: more than half of them name a part of
/// a release, or say what to do.
fn asks(inner: &str) -> bool {
    const MOST_WORDS: usize = 12;
    const LINKS: [&str; 35] = [
        "of", "the", "a", "à", "an", "for", "from", "to", "and", "or", "in", "on", "der", "die", "das", "des", "den",
        "von", "und", "oder", "de", "du", "la", "le", "les", "del", "el", "di", "della", "van", "het", "av", "af",
        "do", "da",
    ];
    // "[the mayor]" is an editor's word.
    let opens_with_article =
        ["the ", "a ", "an ", "der ", "die ", "das ", "le ", "la ", "el "].iter().any(|word| inner.starts_with(word));
    if inner.is_empty() || opens_with_article || inner.contains("...") || inner.contains('…') {
        return false;
    }
    let all = || inner.split(|c: char| !(c.is_alphanumeric() || c == '-')).filter(|word| !word.is_empty());
    let is_blank = |word: &str| word.len() > 1 && word.bytes().all(|byte| byte == b'x');
    let asked = |word: &str| ASKED.binary_search(&word).is_ok() || is_blank(word);
    let first = all().next().unwrap_or("");
    if ORDERS.binary_search(&first).is_ok() && inner.contains(' ') {
        return true;
    }
    if words::at_least(inner, MOST_WORDS + 1) {
        return false;
    }
    let (mut named, mut others) = (0, 0);
    for word in all().filter(|word| !LINKS.contains(word)) {
        if asked(word) {
            named += 1;
        } else {
            others += 1;
        }
    }
    // "[Name of Trust]"
    let of = asked(first) && all().nth(1).is_some_and(|word| LINKS.contains(&word));
    named > others || of && others <= 2 || inner == "●"
}

/// What templates call the parts of a release, in the order of their bytes.
#[rustfmt::skip]
const ASKED: [&str; 116] = [
    "address", "adresse", "amount", "anschrift", "azienda", "bedrijf", "betrag", "boilerplate", "cargo", "ceo",
    "cidade", "cita", "citaat", "citat", "citation", "citazione", "citação", "città", "city", "ciudad", "company",
    "completar", "compléter", "contact", "cytat", "data", "date", "datum", "dirección", "e-mail", "einfügen",
    "email", "empresa", "enter", "entreprise", "ergänzen", "fecha", "firma", "firmenname", "first", "fonction",
    "function", "funktion", "função", "headline", "imię", "inserer", "inserir", "inserire", "insert", "insertar",
    "insérer", "invoegen", "last", "lead", "link", "location", "miasto", "naam", "nachname", "name", "namn",
    "navn", "nazwa", "nom", "nombre", "nome", "number", "número", "opening", "organisation", "organization", "ort",
    "paragraph", "phone", "place", "please", "position", "prénom", "quotation", "quote", "release", "role", "rolle",
    "ruolo", "spokesperson", "sprecher", "stadt", "state", "subheadline", "subtitle", "surname", "tbc", "tbd",
    "tel", "telefon", "telefono", "telephone", "text", "titel", "title", "titolo", "titre", "titulo", "town",
    "tytuł", "título", "unternehmen", "url", "ville", "virksomhed", "vorname", "website", "zahl", "zitat",
    "überschrift",
];

/// How a template says what is to be done, before what is to be written.
const ORDERS: [&str; 18] = [
    "add", "bitte", "check", "enter", "fill", "fyll", "hier", "indsæt", "infoga", "inserir", "inserire", "insert",
    "insertar", "insérer", "sett", "vul", "wpisz", "your",
];

/// Bytes of what parentheses in a form ask for; none is looked for to the end of a long text.
const LONGEST_ASKED: usize = 160;

/// Whether one of the forms is there, be it in small letters.
fn has_blank_form(text: &str) -> bool {
    words::wordings(text).has(Wordings::BLANK_FORM)
}

/// "DD/MM/YYYY", "(name of group)", "Lorem ipsum".
fn blank_form(text: &str) -> Option<&str> {
    let find = |pattern: &&str| text.find(pattern).map(|at| &text[at..at + pattern.len()]);
    let pattern = if has_blank_form(text) { words::BLANK_FORMS.iter().find_map(find) } else { None };
    pattern.or_else(|| {
        text.match_indices('(').find_map(|(open, _)| {
            let length = text[open..].bytes().take(LONGEST_ASKED).position(|byte| byte == b')')?;
            let inner = fold(&text[open + 1..open + length]);
            let asks = [
                "date",
                "time",
                "time and date",
                "date and time",
                "insert date",
                "your name",
                "phone number",
                "email address",
            ]
            .contains(&inner.as_str())
                || ["name of ", "insert ", "your ", "name des ", "name der ", "nom de ", "nombre de "]
                    .iter()
                    .any(|ask| inner.strip_prefix(ask).is_some_and(|rest| rest.split_whitespace().count() <= 3));
            asks.then(|| &text[open..=open + length])
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_seen() {
        for text in ["_{headline}", "{{ title }}", "[Insert date]", "[CITY]", "[Your name]"] {
            assert_eq!(placeholders(text).len(), 1, "{text}");
        }
        for text in [
            "[amount]",
            "[Quote from CEO]",
            "[Spokesperson name]",
            "[First Name Last Name]",
            "[TITLE OF RELEASE]",
            "[Name of Trust] opens a mill",
            "[QUOTE TBC]",
            "[XX]",
            "[Zitat einfügen]",
            "[Firmenname]",
            "[bitte ergänzen]",
            "[NOM]",
            "[à compléter]",
            "[**INSERER UN NOM**]",
            "[NOMBRE]",
            "<name>",
            "<Headline>",
            "{NAME}",
            "Click or tap here to enter text.",
            "The mill cost £XX,XXX.",
            "in May XX, 2026",
            "since 20XX",
            "The mill has ________ wheels.",
        ] {
            assert_eq!(placeholders(text).len(), 1, "{text}");
        }
        for text in [
            "[sic]",
            "an array [0]",
            "{braces}",
            "He said [the mayor] would",
            "\"[The company] will grow\"",
            "[...]",
            "[1]",
            "[PDF, 2 MB]",
            "[names have been changed]",
            "[Website](https://example.org)",
            "Name: ________ Firma: ________",
            "________________",
            "Siglo XX",
            "Super Bowl XXX",
            "size XXL",
            "2 < 3 and 4 > 3",
        ] {
            assert!(placeholders(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn each_placeholder_of_a_line_is_seen() {
        let text = "[City], {{ date }} – [Your first paragraph], [sic], (insert name)";
        assert_eq!(placeholders(text), ["[City]", "{{ date }}", "[Your first paragraph]", "(insert name)"]);
    }

    #[test]
    fn a_form_is_seen_without_brackets_and_empty_brackets_are_none() {
        assert_eq!(placeholders("Lorem ipsum dolor"), ["Lorem ipsum dolor"]);
        assert_eq!(placeholders("Choir (name of the group) sings"), ["(name of the group)"]);
        assert!(placeholders("{{}} is a sign of programs").is_empty());
    }
}
