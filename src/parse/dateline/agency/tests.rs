use super::*;

#[test]
fn tags_are_taken_out_of_a_head_and_their_dates_stay() {
    for (head, expected) in [
        ("(Wien-OTS)", "(Wien)"),
        ("Wien-OTS", "Wien"),
        ("Toronto (Newsfile Corp. - June 12, 2026)", "Toronto June 12, 2026"),
    ] {
        assert_eq!(without(head), (expected.into(), true), "{head}");
    }
    for head in ["Aldwick (the - June 12, 2026)", "Aldwick (Newsfile Corp. - later)", "Bern/Basel/Zug"] {
        assert_eq!(without(head), (head.into(), false), "{head}");
    }
    assert!(is_known("OTS/RK") && !is_known("ORF"));
}

#[test]
fn a_code_behind_a_place_is_no_short_name_of_a_house() {
    assert!(is_code_behind("Linz", "SPW", "Der Bund weist alles zurück."));
    assert!(is_code_behind("Wien", "XYZ-Klub", "Bezugnehmend auf die Sitzung"));
    for (place, tag, sentence) in [
        ("Linz", "LNZ", "Der Bund weist alles zurück."),
        ("Hafen Nord", "SPW", "Der Bund weist alles zurück."),
        ("Acme", "XYZ", "President Ada Berg said"),
    ] {
        assert!(!is_code_behind(place, tag, sentence), "{place} {tag}");
    }
    assert!(is_short_name("Bund der Fährleute", "BdF") && !is_short_name("Wien", "WKO"));
}

#[test]
fn a_code_opens_a_sentence_in_german_alone() {
    assert_eq!(leading("(BSK) Das Amt baut."), "(BSK) ".len());
    for text in ["(UK) The council builds.", "(a) Die Ämter", "(Linz) Das Amt baut."] {
        assert_eq!(leading(text), 0, "{text}");
    }
}

#[test]
fn a_name_between_dashes_is_taken_out_of_a_head() {
    let without = |head: &str| without_name(head);
    assert_eq!(without("Aldwick, Maine – TheNewswire - 2 June 2026").as_deref(), Some("Aldwick, Maine, 2 June 2026"));
    assert_eq!(without("Aldwick, Maine / ACCESSWIRE").as_deref(), Some("Aldwick, Maine"));
    assert_eq!(without("Aldwick – the harbour - 2 June 2026"), None);
}
