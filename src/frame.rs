//! A release to fill in: headline and date are given, the rest stands in brackets.
//!
//! The brackets are placeholders that the reading refuses, so a frame can't be published half
//! filled in. Nothing is written here, and the day is the caller's.

use chrono::NaiveDate;

use crate::config::Publisher;
use crate::content::day;
use crate::release::{Language, Slug};
use crate::source::Format;
use crate::source::name::{self, Kind};

/// A language that a frame can be written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tongue {
    English,
    German,
    French,
    Spanish,
}

impl Tongue {
    /// English where there is no frame in a language.
    pub fn of(language: &Language) -> Self {
        match language.primary() {
            "de" => Self::German,
            "fr" => Self::French,
            "es" => Self::Spanish,
            _ => Self::English,
        }
    }

    fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
            Self::French => "fr",
            Self::Spanish => "es",
        }
    }
}

struct Words {
    release_line: &'static str,
    /// Before the day.
    place: &'static str,
    lead: &'static str,
    body: &'static str,
    about: &'static str,
    organisation: &'static str,
    contact: &'static str,
    person: &'static str,
    phone: &'static str,
    email: &'static str,
    address: &'static str,
}

const ENGLISH: Words = Words {
    release_line: "PRESS RELEASE",
    place: "[City],",
    lead: "[Your first paragraph: who does what, when, where and why.]",
    body: "[Add what else is to be said, and a quote with the name and role of its speaker.]",
    about: "About",
    organisation: "[Your organisation in two or three sentences.]",
    contact: "Contact:",
    person: "[Name], [Your role]",
    phone: "Phone: [Phone]",
    email: "E-mail:",
    address: "[E-mail]",
};

const GERMAN: Words = Words {
    release_line: "PRESSEMITTEILUNG",
    place: "[Ort],",
    lead: "[Hier der erste Absatz: wer macht was, wann, wo und warum.]",
    body: "[Hier der weitere Text, mit einem Zitat samt Name und Funktion.]",
    about: "Über",
    organisation: "[Hier die Organisation in zwei, drei Sätzen.]",
    contact: "Pressekontakt:",
    person: "[Name], [Hier die Funktion]",
    phone: "Telefon: [Hier die Nummer]",
    email: "E-Mail:",
    address: "[E-Mail]",
};

const FRENCH: Words = Words {
    release_line: "COMMUNIQUÉ DE PRESSE",
    place: "[insérer la ville], le",
    lead: "[insérer le premier paragraphe : qui fait quoi, quand, où et pourquoi.]",
    body: "[insérer la suite, avec une citation, le nom et la fonction.]",
    about: "À propos de",
    organisation: "[insérer l'organisation en deux ou trois phrases.]",
    contact: "Contact presse :",
    person: "[insérer le nom], [insérer la fonction]",
    phone: "Téléphone : [insérer le numéro]",
    email: "Courriel :",
    address: "[insérer l'adresse]",
};

const SPANISH: Words = Words {
    release_line: "NOTA DE PRENSA",
    place: "[insertar la ciudad],",
    lead: "[insertar el primer párrafo: quién hace qué, cuándo, dónde y por qué.]",
    body: "[insertar el resto, con una cita, el nombre y el cargo.]",
    about: "Acerca de",
    organisation: "[insertar la organización en dos o tres frases.]",
    contact: "Contacto de prensa:",
    person: "[insertar el nombre], [insertar el cargo]",
    phone: "Teléfono: [insertar el número]",
    email: "Correo electrónico:",
    address: "[insertar la dirección]",
};

/// The longest part of a headline that a file's name is made of, in characters.
const LONGEST_NAME: usize = 80;

/// The stem of a file for this headline, in lower case. `None` where its letters make no address,
/// or the file would not be read as a release.
pub fn stem(headline: &str) -> Option<String> {
    let mut start = String::new();
    for word in headline.split_whitespace() {
        if !start.is_empty() && start.chars().count() + word.chars().count() >= LONGEST_NAME {
            break;
        }
        start.push_str(if start.is_empty() { "" } else { " " });
        start.push_str(word);
    }
    let slug = Slug::of_stem(&start)?.as_str().to_lowercase();
    matches!(name::kind(&format!("{slug}.txt")), Kind::Release(_)).then_some(slug)
}

/// The frame. `house` is the newsroom's language, which knows how its country writes a day.
pub fn text(
    headline: &str,
    today: NaiveDate,
    tongue: Tongue,
    format: Format,
    publisher: &Publisher,
    house: &Language,
) -> String {
    let words = match tongue {
        Tongue::English => &ENGLISH,
        Tongue::German => &GERMAN,
        Tongue::French => &FRENCH,
        Tongue::Spanish => &SPANISH,
    };
    let own = Language::parse(tongue.code()).filter(|own| own.primary() != house.primary());
    let today = day(today, own.as_ref().unwrap_or(house));
    let markdown = format == Format::Markdown;
    let (first, second) = if markdown { ("# ", "## ") } else { ("", "") };
    let headline = if markdown { escaped(headline) } else { headline.to_owned() };
    let organisation = if markdown { escaped(&publisher.name) } else { publisher.name.clone() };
    let address = publisher.email.as_deref().unwrap_or(words.address);
    let Words { release_line, place, lead, body, about, organisation: portrait, contact, person, phone, email, .. } =
        words;
    format!(
        "{release_line}\n\n{first}{headline}\n\n{place} {today} – {lead}\n\n{body}\n\n\
         {second}{about} {organisation}\n\n{portrait}\n\n\
         {second}{contact}\n\n{person}\n{organisation}\n{phone}\n{email} {address}\n"
    )
}

/// Signs that mean something in Markdown, as they are (`CommonMark` 0.31 §2.4).
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if "\\`*_[]<>&#".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_after_its_headline() {
        let stem = |headline: &str| stem(headline);
        assert_eq!(stem("Größe & Maß: neu!").as_deref(), Some("groesse-mass-neu"));
        assert_eq!(stem("2.0 is here").as_deref(), Some("2.0-is-here"));
        let long = "Word ".repeat(60);
        assert_eq!(stem(&long).map(|stem| stem.len()), Some(79));
        for nothing in ["東京で", "", "...", "README"] {
            assert_eq!(stem(nothing), None, "{nothing}");
        }
    }

    #[test]
    fn markdown_shows_the_headline_as_it_is() {
        assert_eq!(escaped("5 * 3 [sic] <b>"), "5 \\* 3 \\[sic\\] \\<b\\>");
    }
}
