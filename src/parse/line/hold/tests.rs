use super::*;
use crate::source::text;

#[test]
fn a_line_holds_a_text_back_in_every_language() {
    for text in [
        "Status: Draft",
        "Status: awaiting sign-off",
        "Approval pending",
        "HOLD",
        "DO NOT SEND",
        "Internal – staff only",
        "HOLDING STATEMENT – use only if asked",
        "OBSOLETE – see new version",
        "TEST – please ignore",
        "EXERCISE EXERCISE EXERCISE",
        "Harbour Trust | DRAFT | 1",
        "CONFIDENTIAL DRAFT – page 1 of 2",
        "Freigabe: ausstehend",
        "Pressemitteilung (intern, noch nicht freigegeben)",
        "Stand: 3. März, 16 Uhr, nicht final",
        "Bitte noch nicht verwenden",
        "Testmeldung – bitte ignorieren",
        "Statut : en attente",
        "Ne pas envoyer",
        "Estado: pendiente",
        "No enviar",
        "Stato: in attesa",
        "Non inviare",
        "Estado: pendente",
        "Não enviar",
        "Status: concept",
        "Niet versturen",
        "Status: utkast",
        "Skicka inte",
        "Må ikke sendes",
        "Nie wysyłać",
        "Not yet released",
        "Achtung: noch nicht freigegeben",
        "Let op: nog niet vrijgegeven",
        "OBS: ännu inte släppt",
        "Uwaga: jeszcze niezatwierdzone do publikacji",
    ] {
        assert!(hold_mark(text), "{text}");
    }
}

#[test]
fn a_line_with_a_word_of_its_own_holds_nothing_back() {
    for text in [
        "TEST: Sirenen heulen am Donnerstag",
        "Test of the siren on Thursday",
        "Übung im Hafen am Sonntag",
        "Sample of the week: oak",
        "Confidential help line opens",
        "Status: pier open again",
        "Internal affairs: minister speaks",
        "Off the record: museum shows its lamps",
        "Hold the line",
        "Draft law on harbours: statement of the trust",
        "Version 3 of the timetable is out",
        "Stand: 3. März 2026",
        "Vor Sonntag, 17. Januar 2027, 17 Uhr, nicht zur Veröffentlichung bestimmt!",
        "PRESS RELEASE | 1",
        "TEST STAND PHOTO OPPORTUNITY",
    ] {
        assert!(!hold_mark(text), "{text}");
    }
}

#[test]
fn below_the_beginning_a_plain_word_is_a_heading() {
    const ABOVE: &str = "The pier is made of oak.";
    let is = |words: &str| holds_below(&text::read(words, 1).blocks, 1).next().is_some();
    for mark in ["DRAFT", "Draft v2", "Nicht zur Veröffentlichung", "Trust | Draft | 1", "INTERN", "Status: draft"] {
        assert!(is(&format!("{ABOVE}\n\n{mark}\n\nThe pier has forty berths.")), "{mark}");
    }
    for word in ["Draft", "Entwurf", "Projet", "PROJET", "Test", "TEST", "Beispiel", "Work in progress", "Intern"] {
        assert!(!is(&format!("{ABOVE}\n\n{word}\n\nThe pier has forty berths.")), "{word}");
    }
    for word in ["Draft", "TEST", "Intern"] {
        assert!(is(&format!("{ABOVE}\n\n{word}\n")), "{word}");
    }
    assert!(!is("Place: Aldwick\n\nStatus: draft\n\nLength: 40 metres"));
}
