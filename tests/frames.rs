//! A frame that `dateline new` writes is refused while a bracket is left in it, whichever, and
//! read to the letter once all are filled in.

#![allow(clippy::expect_used, reason = "a helper of tests may end them")]

use dateline::config::{Config, Publisher};
use dateline::disk::input::SourceFile;
use dateline::frame::{self, Tongue};
use dateline::problem::Problem;
use dateline::reading::{self, Understanding};
use dateline::release::Language;
use dateline::source::Format;

const CONFIG: &str = r#"
title = "Harbour"
description = "News of the harbour"
language = "en-GB"
site = "https://news.harbour.example/"
id_base = "tag:harbour.example,2018"
time_zone = "Europe/Berlin"
[publisher]
name = "Harbour Society"
"#;

const HEADLINE: &str = "Café #1 *reopens* on Friday";

/// What is written into the brackets, in their order.
const ENGLISH: [&str; 8] = [
    "Hamburg",
    "The café in the old harbour opens again on Friday, two years after the flood that closed it.",
    "Admission to the opening is free, and the first hundred guests are given a cup to keep.",
    "The society looks after the harbour's buildings. It has three hundred members in the city.",
    "Ada Lindqvist",
    "Press officer",
    "+49 40 123456",
    "ada@harbour.example",
];
const GERMAN: [&str; 8] = [
    "Hamburg",
    "Das Café im alten Hafen öffnet am Freitag wieder, zwei Jahre nach dem Hochwasser, das es geschlossen hat.",
    "Der Eintritt zur Eröffnung ist frei, und die ersten hundert Gäste bekommen eine Tasse geschenkt.",
    "Der Verein kümmert sich um die Gebäude des Hafens. Er hat dreihundert Mitglieder in der Stadt.",
    "Ada Lindqvist",
    "Pressesprecherin",
    "+49 40 123456",
    "ada@harbour.example",
];
const FRENCH: [&str; 8] = [
    "Nantes",
    "Le café du vieux port rouvre vendredi, deux ans après l'inondation qui l'avait obligé à fermer ses portes.",
    "L'entrée est libre le jour de l'ouverture, et les cent premiers visiteurs reçoivent une tasse en souvenir.",
    "L'association prend soin des bâtiments du port. Elle compte trois cents membres dans la ville.",
    "Ada Lindqvist",
    "Chargée de presse",
    "+33 2 12 34 56 78",
    "ada@harbour.example",
];
const SPANISH: [&str; 8] = [
    "Gijón",
    "El café del viejo puerto abre de nuevo el viernes, dos años después de la inundación que lo cerró.",
    "La entrada es gratuita el día de la apertura, y los cien primeros visitantes reciben una taza de regalo.",
    "La asociación cuida de los edificios del puerto. Tiene trescientos miembros en la ciudad.",
    "Ada Lindqvist",
    "Responsable de prensa",
    "+34 98 123 45 67",
    "ada@harbour.example",
];
const ITALIAN: [&str; 8] = [
    "Genova",
    "Il caffè del vecchio porto riapre venerdì, due anni dopo l'alluvione che lo aveva costretto a chiudere.",
    "L'ingresso all'inaugurazione è libero, e i primi cento ospiti ricevono una tazza in ricordo.",
    "L'associazione si prende cura degli edifici del porto. Conta trecento soci in città.",
    "Ada Lindqvist",
    "Addetta stampa",
    "+39 010 1234567",
    "ada@harbour.example",
];
const PORTUGUESE: [&str; 8] = [
    "Porto",
    "O café do porto velho volta a abrir na sexta-feira, dois anos depois da inundação que o obrigou a fechar.",
    "A entrada é livre no dia da abertura, e os primeiros cem visitantes recebem uma chávena de lembrança.",
    "A associação cuida dos edifícios do porto. Tem trezentos sócios na cidade.",
    "Ada Lindqvist",
    "Assessora de imprensa",
    "+351 22 123 4567",
    "ada@harbour.example",
];
const DUTCH: [&str; 8] = [
    "Rotterdam",
    "Het café in de oude haven gaat vrijdag weer open, twee jaar na de overstroming die het tot sluiting dwong.",
    "De toegang tot de opening is gratis, en de eerste honderd gasten krijgen een kopje als aandenken.",
    "De vereniging zorgt voor de gebouwen van de haven. Zij telt driehonderd leden in de stad.",
    "Ada Lindqvist",
    "Woordvoerder",
    "+31 10 123 4567",
    "ada@harbour.example",
];
const SWEDISH: [&str; 8] = [
    "Göteborg",
    "Kaféet i den gamla hamnen öppnar igen på fredag, två år efter översvämningen som tvingade det att stänga.",
    "Det är fri entré till öppningen, och de första hundra gästerna får en kopp att behålla.",
    "Föreningen tar hand om hamnens byggnader. Den har trehundra medlemmar i staden.",
    "Ada Lindqvist",
    "Pressansvarig",
    "+46 31 123 45 67",
    "ada@harbour.example",
];
const DANISH: [&str; 8] = [
    "Aarhus",
    "Caféen i den gamle havn åbner igen på fredag, to år efter oversvømmelsen, som tvang den til at lukke.",
    "Der er gratis adgang til åbningen, og de første hundrede gæster får en kop som minde.",
    "Foreningen tager sig af havnens bygninger. Den har tre hundrede medlemmer i byen.",
    "Ada Lindqvist",
    "Pressechef",
    "+45 86 12 34 56",
    "ada@harbour.example",
];
const NORWEGIAN: [&str; 8] = [
    "Bergen",
    "Kafeen i den gamle havnen åpner igjen på fredag, to år etter flommen som tvang den til å stenge.",
    "Det er gratis adgang til åpningen, og de første hundre gjestene får en kopp til minne.",
    "Foreningen tar vare på bygningene i havnen. Den har tre hundre medlemmer i byen.",
    "Ada Lindqvist",
    "Pressesjef",
    "+47 55 12 34 56",
    "ada@harbour.example",
];
const POLISH: [&str; 8] = [
    "Gdańsk",
    "Kawiarnia w starym porcie zostanie ponownie otwarta w piątek, dwa lata po powodzi, która zmusiła ją do zamknięcia.",
    "Wstęp na otwarcie jest wolny, a pierwszych stu gości otrzyma na pamiątkę filiżankę.",
    "Stowarzyszenie opiekuje się budynkami portu. Liczy trzystu członków w mieście.",
    "Ada Lindqvist",
    "Rzecznik prasowy",
    "+48 58 123 45 67",
    "ada@harbour.example",
];

fn frames() -> Vec<(Format, String, [&'static str; 8], &'static str)> {
    let publisher = Publisher { name: "Harbour Society".to_owned(), email: None, url: None, logo: None };
    let house = Language::parse("en-GB").expect("a language");
    let today = "2026-03-04".parse().expect("a day");
    let tongues = [
        (Tongue::English, ENGLISH, "en-GB"),
        (Tongue::German, GERMAN, "de"),
        (Tongue::French, FRENCH, "fr"),
        (Tongue::Spanish, SPANISH, "es"),
        (Tongue::Italian, ITALIAN, "it"),
        (Tongue::Portuguese, PORTUGUESE, "pt"),
        (Tongue::Dutch, DUTCH, "nl"),
        (Tongue::Swedish, SWEDISH, "sv"),
        (Tongue::Danish, DANISH, "da"),
        (Tongue::Norwegian, NORWEGIAN, "nb"),
        (Tongue::Polish, POLISH, "pl"),
    ];
    let mut frames = Vec::new();
    for (tongue, words, language) in tongues {
        for format in [Format::Text, Format::Markdown] {
            let text = frame::text(HEADLINE, today, tongue, format, &publisher, &house);
            frames.push((format, text, words, language));
        }
    }
    frames
}

/// The frame with its brackets filled in, all but the one with this number.
fn filled(frame: &str, words: &[&str], but: Option<usize>) -> String {
    let mut out = String::new();
    let mut rest = frame;
    let mut words = words.iter().enumerate();
    // Markdown escapes those of the headline.
    while let Some(open) = rest.match_indices('[').map(|(at, _)| at).find(|at| !rest[..*at].ends_with('\\')) {
        let close = open + rest[open..].find(']').expect("a bracket that closes") + 1;
        let (number, word) = words.next().expect("eight brackets");
        out.push_str(&rest[..open]);
        out.push_str(if but == Some(number) { &rest[open..close] } else { word });
        rest = &rest[close..];
    }
    assert_eq!(words.next(), None, "{frame}");
    out + rest
}

fn understand(format: Format, text: &str) -> Understanding {
    let name = if format == Format::Markdown { "cafe.md" } else { "cafe.txt" };
    let config = Config::parse("dateline.toml", CONFIG).expect("a configuration");
    reading::understand(&SourceFile::named(name.as_ref()), text.as_bytes(), Some(&config))
}

#[test]
fn a_frame_filled_in_is_read_as_it_was_meant() {
    for (format, frame, words, language) in frames() {
        let text = filled(&frame, &words, None);
        let understanding = understand(format, &text);
        let problems: Vec<String> = understanding.problems.iter().map(Problem::human).collect();
        assert_eq!(problems, [""; 0], "{text}");
        let read = understanding.assembled.expect("a release");
        let contact = &read.text.contacts[0];
        let parts = [
            read.title.as_deref(),
            read.place.as_deref(),
            read.day.map(|day| day.to_string()).as_deref(),
            read.language.as_ref().map(Language::as_str),
            read.text.lead.as_ref().map(|lead| lead.value.text()),
            read.text.body.first().map(|piece| piece.value.text()),
            read.text.boilerplate.first().map(|about| about.value.text[0].text()),
            contact.value.name.as_deref(),
            contact.value.role.as_deref(),
            contact.value.organization.as_deref(),
            contact.value.phones.first().map(String::as_str),
            contact.value.emails.first().map(String::as_str),
        ]
        .map(|part| part.unwrap_or("(nothing)").to_owned());
        let expected = [
            HEADLINE,
            words[0],
            "2026-03-04",
            language,
            words[1],
            words[2],
            words[3],
            words[4],
            words[5],
            "Harbour Society",
            words[6],
            words[7],
        ];
        assert_eq!(parts, expected, "{text}");
        assert_eq!((read.text.body.len(), read.text.contacts.len(), read.subtitle), (1, 1, None), "{text}");
    }
}

#[test]
fn a_frame_with_any_bracket_left_is_refused() {
    for (format, frame, words, _) in frames() {
        for left in 0..words.len() {
            let text = filled(&frame, &words, Some(left));
            let refused =
                understand(format, &text).problems.iter().any(|p| p.is_error() && p.what.contains("placeholder"));
            assert!(refused, "{left}: {text}");
        }
    }
}
