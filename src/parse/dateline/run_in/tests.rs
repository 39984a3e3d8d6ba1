use super::*;

const SENTENCE: &str = "Zum ersten Mal findet die Konferenz in diesem Land statt, wie sie sagte.";

fn run(head: &str) -> Option<(Option<String>, bool)> {
    run_in(&format!("{head}{SENTENCE}")).map(|found| {
        assert_eq!(found.lead, head.len(), "{head}");
        (found.place, found.date.is_some())
    })
}

#[test]
fn every_listed_shape_of_a_date_line_run_into_the_lead_is_read() {
    for (head, place, dated) in [
        ("(DALLAS) – ", "Dallas", false),
        ("(Dallas, Texas) – ", "Dallas, Texas", false),
        ("WASHINGTON - ", "Washington", false),
        ("Ottawa, Kanada, 25. Juni 2008 - ", "Ottawa, Kanada", true),
        ("Wien (OTS) - ", "Wien", false),
        ("Wien (OTS/RK) - ", "Wien", false),
        ("TACOMA, Wash., June 29 /PRNewswire/ -- ", "Tacoma, Wash.", true),
        ("Heidelberg, August 2015 - ", "Heidelberg", true),
        ("NEW YORK, Nov. 12, 2020 (GLOBE NEWSWIRE) — ", "New York", true),
        ("SPRINGFIELD, Ill.–(BUSINESS WIRE)–", "Springfield, Ill.", false),
        ("ROCHESTER, MN— ", "Rochester, MN", false),
        ("Paris, le 12 mars 2026 – ", "Paris", true),
        ("Berne, 21.9.2023 - ", "Berne", true),
        ("FRANKFURT. ", "Frankfurt", false),
        ("Meißen, 12. Mai 2026 – ", "Meißen", true),
        ("Baden-Baden, 3. Mai 2026 – ", "Baden-Baden", true),
        ("Washington, DC – ", "Washington, DC", false),
        ("HALVERTON, Ore. (June 12, 2026) – ", "Halverton, Ore.", true),
        ("Ahlbrück, 13. Mai 2026. ", "Ahlbrück", true),
        ("Valdehierro, 29 de abril de 2026.- ", "Valdehierro", true),
        ("Lindau, 03.05.2026 ", "Lindau", true),
        ("Lindau (pts007/03.05.2026/10:15) - ", "Lindau", true),
    ] {
        assert_eq!(run(head), Some((Some(place.to_owned()), dated)), "{head}");
    }
}

#[test]
fn a_dash_in_a_sentence_or_headline_is_no_date_line() {
    for text in [
        "Apple – the maker of phones – announced today that it will open a new office in the city.",
        "Forschung für die Praxis - 20 Jahre Fraunhofer in Dresden",
        "Nach Anschlägen - 55-Jahr-Feier der APA verschoben",
        "DebConf15 - Debian-Konferenz in Heidelberg",
        "The Silver Label Expert Group – won over by the results – has decided. It will follow up on them.",
    ] {
        assert_eq!(run_in(text), None, "{text}");
    }
}

#[test]
fn tags_bars_and_places_behind_a_date_are_read_too() {
    for (head, place, dated) in [
        ("(ots) - ", None, false),
        ("Aldwick, 12 June 2026 | ", Some("Aldwick"), true),
        ("Company logo, Oct. 6, 2014 – PALO ALTO, Calif. – ", Some("Palo Alto, Calif."), true),
        ("12 June 2026, Aldwick – ", Some("Aldwick"), true),
    ] {
        assert_eq!(run(head), Some((place.map(str::to_owned), dated)), "{head}");
    }
    let quoted = "WASHINGTON - „Zum ersten Mal findet die Konferenz in diesem Land statt“, wie sie sagte.";
    assert!(run_in(quoted).is_some());
    for text in [
        "(ots) - Der Rat tagt.",
        "(ots) - der Rat tagt heute zum ersten Mal in diesem Land, wie er gestern sagte.",
        "WASHINGTON - The council met today.",
        "WASHINGTON - The council met today and spoke of the harbour and its lamps for long",
    ] {
        assert_eq!(run_in(text), None, "{text}");
    }
    for head in [
        "Ahlbrück: ",
        "Company logo, Oct. 6, 2014 – Palo Alto – ",
        "12 June 2026, at noon – ",
        "Aldwick, 12 June 2026, doors at 10:00 – ",
    ] {
        assert_eq!(run_in(&format!("{head}{SENTENCE}")), None, "{head}");
    }
}
