use super::*;

#[test]
fn every_wording_of_an_embargo_is_seen() {
    for text in [
        "EMBARGOED UNTIL 9:00 A.M., FRIDAY, MAY 10, 2019",
        "EMBARGOED until 3/22/23",
        "embargoed until delivery",
        "Embargo: 00:01 GMT, 5 June 2026",
        "*** STRICT EMBARGO: 5 June 2026 ***",
        "Not for release before 5 June 2026",
        "Sperrfrist: Freitag, 5. Juni 2026, 10 Uhr MESZ",
        "Sperrfrist 5.6.2026",
        "Frei ab: 5. Juni 2026, 10:00 Uhr",
        "Sous embargo jusqu'au 5 juin 2026 à 10 h",
        "Embargado hasta el 5 de junio de 2026",
        "This report is under embargo until 5 June 2026.",
        "PRESS RELEASE | EMBARGO 19 JUNE 2026, 10:00",
        "Do not publish before 19 June 2026, 10:00",
        "FOR RELEASE 10:00 A.M. EDT, JUNE 19, 2026",
        "FOR RELEASE ON DELIVERY",
        "HFR: 10 a.m. ET Monday, Dec. 7, 2026",
        "Hold till 5 June 2026, 9:00 AM",
        "Do not use before 5 June 2026",
        "Restricted until 5 June 2026 09:30",
        "Publication date and time: 5 June 2026, 00:01 UK time",
        "Advance copy – publication on 5 June 2026",
        "For publication on or after 5 June 2026",
        "For broadcast and publication after 0600 hrs, 5 June 2026",
        "RELEASE: 10:00 A.M. EDT, JUNE 19, 2026",
        "Release time: 6:00 a.m. Central, Tuesday, Dec. 1, 2026",
        "Frei zur Veröffentlichung ab 19. Juni 2026, 10 Uhr",
        "Gesperrt bis zum 19. Juni 2026, 10 Uhr",
        "gesperrt bis und mit 19. Juni 2026",
        "Gesperrt bis einschließlich Freitag, 19. Juni 2026",
        "Gesperrt, bis 19. Juni 2026",
        "Pressesperre bis 19. Juni 2026",
        "Embargoed up to and including 19 June 2026",
        "No publicar hasta el 19 de junio de 2026",
        "No publicar fins al 19 de juny de 2026",
        "Interdit de publication jusqu’au 19 juin 2026",
        "Document confidentiel jusqu’au 19 juin 2026 à 18h",
        "Riservato fino alle ore 18 del 19 giugno 2026",
        "Vedada a divulgação até as 18h de 19 de junho de 2026",
        "Ei julkaisuun ennen 19.6.2026 klo 6.00",
        "Zastrzeżone do 19 czerwca 2026 r., godz. 6:00",
        "Zastrzeżenie publikacji: do 19 czerwca 2026 r., godz. 6:00",
        "E M B A R G O  19 June 2026",
        "Veröffentlichung nicht vor dem 19. Juni 2026, 10 Uhr",
        "Sous embargo strict jusqu’au vendredi 19 juin 2026, 10 h",
        "EMBARGO",
        "Sent under embargo",
        "Attention: embargo",
        "Let op embargo!",
        "Obs embargo!",
        "Uwaga, embargo!",
        "Embargo inntil vedtaket er klart",
        "Embargo totdat de raad heeft gestemd",
        "Embargo, bis der Rat entschieden hat",
        "Denne pressemeldingen sendes ut under embargo",
        "Op dit persbericht rust een embargo.",
        "Detta pressmeddelande skickas under embargo.",
        "Rozesłano pod embargiem",
        "Do publikacji od 19 czerwca 2026 r., godz. 6",
        "Til offentliggørelse efter 19. juni 2026",
        "Voor gebruik na 19 juni 2026",
        "The museum and the harbour office that it shares its house with invite the press, embargo: 15.03.2026, 21:00",
        "The museum and the harbour office that it shares its house with invite the press, embargo: 15.03.2026",
    ] {
        assert!(is_line(text), "{text}");
    }
}

#[test]
fn an_embargo_on_goods_is_none_on_news() {
    for text in [
        "Embargo hurts trade, study finds",
        "The embargo on oil was lifted in May.",
        "Frei ab 12 Jahren ist der Film",
        "For release June 19, 2026",
        "Release time: 09:30",
        "RELEASE: 07-128",
        "For release after years of work",
        "For release at the fair that opens at 9 a.m.",
    ] {
        assert!(!is_line(text), "{text}");
    }
}

#[test]
fn a_sentence_holds_a_text_back_where_it_says_until_when() {
    for when in ["Friday", "further notice", "9 a.m.", "5 June 2026"] {
        let text =
            format!("This report of the Halverton Lamp Museum and all of its tables are under embargo until {when}.");
        assert!(is_in_sentence(&text), "{text}");
    }
    for when in ["the sun has set over the pier", "they have paid"] {
        let text = format!("The lamps of the museum and all of its glass were under embargo until {when}.");
        assert!(!is_in_sentence(&text), "{text}");
    }
}

#[test]
fn a_longer_line_is_a_sentence() {
    // Of letters of two bytes, since letters are counted, and of too many words for a line.
    let line = |length: usize| format!("Embargo: {}", "ü ".repeat(length).chars().take(length - 9).collect::<String>());
    assert!(is_line(&line(LONGEST_LINE)));
    assert!(!is_line(&line(LONGEST_LINE + 1)));
    let above = |words: usize| format!("Embargo 12 June 2026{}", " lamp".repeat(words - 4));
    assert!(is_above(&above(25)));
    assert!(!is_above(&above(26)));
}

#[test]
fn a_time_right_behind_the_word_is_an_end() {
    assert!(opens("Embargo 10 Uhr"));
    assert!(!opens("Embargo hurts trade by 10:00"));
}
