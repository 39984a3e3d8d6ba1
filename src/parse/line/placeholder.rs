//! What a template left behind for somebody to fill in.
//!
//! Only its shape and the words of templates count; whether a text means what it says so, nothing here knows, but
//! that what is spoken of stands in quotation marks.

mod brackets;
mod figures;

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
    if all.is_empty() && is_nothing_else(text) {
        all.push(text);
    }
    all.sort_by_key(|found| found.as_ptr());
    all
}

fn placeholder(text: &str) -> Option<&str> {
    let has_bracket = characters::holds(text, |byte| matches!(byte, b'{' | b'<' | b'[' | b'('));
    let bracketed = || has_bracket.then(|| brackets::in_parentheses(text).or_else(|| brackets::asked(text))).flatten();
    doubled(text, has_bracket)
        .or_else(|| blank_form(text))
        .or_else(bracketed)
        .or_else(|| figures::to_come(text))
        .or_else(|| figures::between_signs(text))
        .or_else(|| figures::of_a_program(text))
}

/// "{{ title }}": in the brackets of a program.
fn doubled(text: &str, has_bracket: bool) -> Option<&str> {
    let pairs = [("_{", "}"), ("{{", "}}"), ("${", "}"), ("<<", ">>"), ("[[", "]]")];
    pairs.into_iter().filter(|_| has_bracket).find_map(|(open, close)| {
        let start = text.find(open)?;
        let length = text[start + open.len()..].find(close).filter(|length| *length > 0)?;
        text.get(start..start + open.len() + length + close.len())
    })
}

/// Whether one of the forms is there, be it in small letters.
fn has_blank_form(text: &str) -> bool {
    words::wordings(text).has(Wordings::BLANK_FORM)
}

/// "DD/MM/YYYY", "Lorem ipsum".
fn blank_form(text: &str) -> Option<&str> {
    if !has_blank_form(text) {
        return None;
    }
    let forms = words::BLANK_FORMS.iter();
    let mut found = forms.flat_map(|form| text.match_indices(form));
    found.find(|(at, _)| !is_spoken_of(&text[..*at])).map(|(at, form)| &text[at..at + form.len()])
}

/// where “Lorem ipsum dolor sit amet” comes from: quotation marks within a sentence. A quotation still to come
/// stands at the beginning, or behind a colon.
fn is_spoken_of(before: &str) -> bool {
    const NEAR: usize = 24;
    let mut near = before.char_indices().rev().take(NEAR);
    let opening = near.find(|(_, c)| "\"“„«‘'”".contains(*c));
    opening.is_some_and(|(at, _)| before[..at].trim_end().ends_with(char::is_alphanumeric))
}

/// "TODO: add quote", "INSERT QUOTE HERE", "Platzhaltertext": a line that says nothing else.
fn is_nothing_else(text: &str) -> bool {
    const MOST_WORDS: usize = 6;
    if ["TODO:", "FIXME:", "TK:"].iter().any(|label| text.starts_with(label)) {
        return true;
    }
    if is_shouted_order(text) || is_numbered(text) {
        return true;
    }
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '[' | ']'));
    if bare.is_empty() || words::at_least(bare, MOST_WORDS + 1) {
        return false;
    }
    let folded = fold(bare);
    let (first, last) = (folded.split(' ').next().unwrap_or(""), folded.rsplit(' ').next().unwrap_or(""));
    let between = |firsts: &[&str], lasts: &[&str]| firsts.contains(&first) && lasts.contains(&last);
    let asks = words::at_least(bare, 3)
        && (between(&["insert", "add", "type", "enter", "your", "put"], &["here"])
            || first == "hier" && words::LAST_ORDERS.binary_search(&last).is_ok()
            || between(&["insérer", "insérez", "votre", "ajouter"], &["ici"])
            || between(&["insertar", "inserte", "su"], &["aquí"])
            || between(&["inserire", "inserisci", "il"], &["qui"])
            || between(&["inserir", "insira", "seu"], &["aqui"]));
    asks || words::ALONE.binary_search(&fold(text.trim_end_matches(['.', '!', ':'])).as_str()).is_ok()
        || ["#REF!", "#NAME?", "NaN", "undefined", "null"].contains(&text)
}

/// "PROVIDE MORE DETAILS HERE", "MAY REPLACE WITH YOUR BOILERPLATE": an order in capitals, of no headline's words.
fn is_shouted_order(text: &str) -> bool {
    const ORDERS: [&str; 5] = ["INSERT", "PROVIDE", "REPLACE", "ENTER", "ADD"];
    if text.chars().any(char::is_lowercase) {
        return false;
    }
    let mut all = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let orders = all.clone().any(|word| ORDERS.contains(&word));
    let is_of_template = all.any(|word| ["HERE", "BOILERPLATE"].contains(&word)) || text.contains("REPLACE WITH");
    orders && is_of_template
}

/// "[Absatz 2]", "Paragraph 2"
fn is_numbered(text: &str) -> bool {
    const PARTS: [&str; 9] =
        ["absatz", "paragraph", "paragraphe", "párrafo", "paragrafo", "parágrafo", "alinea", "stycke", "avsnitt"];
    let inner = text.strip_prefix('[').and_then(|text| text.strip_suffix(']')).unwrap_or(text);
    let number = |number: &str| (1..=2).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
    inner.split_once(' ').is_some_and(|(part, rest)| number(rest) && PARTS.contains(&fold(part).as_str()))
}

/// "Commented [JS1]: ...", as a word processor writes a remark of its margin: what is said in it, nobody is told.
pub fn review_comment(text: &str) -> Option<&str> {
    let label = words::COMMENTS.opening(text)?;
    let inner = words::after(text.trim_start(), label).trim_start().strip_prefix('[')?;
    let (mark, rest) = inner.split_once(']')?;
    let name = mark.trim_end_matches(|c: char| c.is_ascii_digit());
    let fits = (1..=6).contains(&mark.len()) && name.len() < mark.len() && name.chars().all(char::is_alphabetic);
    (fits && rest.starts_with(':')).then(|| &text[..text.len() - rest.len()])
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
            "It cost £xx.x million.",
            "Some XX boats can moor.",
            "xxx Gäste kamen.",
            "XXX se réjouit de la roue.",
            "am XX. Mai",
            "am xx.xx.2026",
            "Der Eintritt kostet __ Euro.",
            "Der Eintritt kostet ??? Euro.",
            "______ euros",
            "The mill opens, said ______, club leader.",
            "The mill cost [ ] million.",
            "[•] boats can moor.",
            "[Preis prüfen!]",
            "[Ihr Unternehmen] ist stolz.",
            "[A COMPLETER]",
            "[delete if not needed]",
            "(à compléter)",
            "(Name einfügen) sagt so.",
            "%NAME% said so.",
            "##NAME## said so.",
            "{% block quote %}",
            "TODO: add quote",
            "INSERT QUOTE HERE",
            "Hier Zitat einfügen",
            "Platzhaltertext",
            "xxx",
            "#REF!",
            "Cliquez ici pour entrer du texte.",
            "Fel! Bokmärket är inte definierat.",
            "Kliknij tutaj, aby wprowadzić tekst.",
            "Max Mustermann sagt so.",
            "“Lorem ipsum dolor sit amet,” said the miller.",
            "The mill cost #REF! pounds.",
            "The mill cost [object Object] pounds.",
            "Dear «Vorname», the mill is open.",
            "*|FNAME|* opened the mill.",
            "The mill cost {0} pounds.",
            "The mill is open on Day of the week, Month Date, Year.",
            "(Describe the event) begins at nine.",
            "(Mention who will be speaking at your event.)",
            "(Bitte hier den Namen der Chefin einfügen)",
            "PROVIDE MORE DETAILS HERE – WHO PAID FOR THE MILL, HOW LONG IS IT, ETC.",
            "MAY REPLACE WITH YOUR BOILERPLATE",
            "The mill is ?? metres long.",
            "It cost x,xxx pounds.",
            "It cost £x million.",
            "XXXX metres of oak went in.",
            "Call Ada Berg, (xxx) xxx-xxxx",
            "Quote to follow.",
            "[Absatz 2]",
            "Paragraph 2",
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
            "XX y XXI, dos siglos de molinos",
            "XXX Congreso de Molinos",
            "Ludwig XX. kam nie an.",
            "-XXX-",
            "im XXL-Format, xxx-Wertung",
            "Really??? Yes, really.",
            "Time: to be confirmed (TBC)",
            "Das Formular (à compléter en mairie) ist da.",
            "[ ] Ich komme  [ ] Ich komme nicht",
            "Antwort: Name ____________ Redaktion ____________",
            "Ich komme ☐ ja ☐ nein, mit __ Personen",
            "Readers write TODO lists.",
            "Insert the card here, the sign says.",
            "The tag #NAME is used, and 100% OFF at 50%.",
            "It tells where “Lorem ipsum dolor sit amet” comes from.",
            "Frau Mustermann aus Ahlbrück gewann.",
            "The file is __init__.py.",
            "The file name is [name].txt, said Ada Berg.",
            "CITY TO REPLACE BRIDGE WITH TUNNEL",
            "C’est vrai ?? dit-elle.",
            "« Prénom Carmen » est joué.",
            "The film (included in the price) runs.",
            "Size XXL and xx.xx are none.",
            "{\"@type\":\"NewsArticle\",\"headline\":\"Not ours\"}",
        ] {
            assert!(placeholders(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn a_comment_of_a_word_processor_is_known_by_its_mark() {
        assert_eq!(review_comment("Commented [JS1]: Legal says no."), Some("Commented [JS1]"));
        assert_eq!(review_comment("Kommentar [AB2]: Stimmt das?"), Some("Kommentar [AB2]"));
        for text in ["Comment: the mill is old", "Kommentar [PDF]: ein Blatt", "Commented the mayor [1]: so"] {
            assert_eq!(review_comment(text), None, "{text}");
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
