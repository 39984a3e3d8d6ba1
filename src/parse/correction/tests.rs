use super::*;
use crate::source::text;

/// Day and note.
type Taken = (Option<String>, Option<String>);

/// Corrections, then the withdrawal; and the lines that are left.
fn taken(text: &str) -> (Vec<Taken>, Vec<String>) {
    let mut blocks = text::read(text, 1).blocks;
    let marks = take(&mut blocks, false);
    let marks = marks.corrections.into_iter().chain(marks.withdrawal);
    let left = blocks.iter().map(|block| block.text().to_owned()).collect();
    (marks.map(|mark| (mark.date.map(|date| date.text), mark.note)).collect(), left)
}

const BELOW: &str = "\n\nStadt senkt Gebühren\n\nDresden, 2. Juni 2026 – Die Stadt senkt die Gebühren zum Juli.";

#[test]
fn a_mark_gives_up_its_date_and_its_note() {
    for (line, date, note) in [
        ("KORREKTUR", None, None),
        ("*** BERICHTIGUNG ***", None, None),
        ("KORREKTUR vom 14.06.2026", Some("14.06.2026"), None),
        ("Korrektur vom 14.06.2026: Es sind 40 Euro.", Some("14.06.2026"), Some("Es sind 40 Euro.")),
        ("Korrektur vom 14.06.2026: 40 statt 400 Euro", Some("14.06.2026"), Some("40 statt 400 Euro")),
        ("CORRECTION (14 June 2026, 16:30): It is 40.", Some("14 June 2026"), Some("It is 40.")),
        ("CORRECTED RELEASE – June 14, 2026", Some("June 14, 2026"), None),
        ("Berichtigung: Die Feier ist am 14.06.2026.", None, Some("Die Feier ist am 14.06.2026.")),
        (
            "RECTIFICATIF du 14 juin 2026 : le prix est de 40 euros.",
            Some("14 juin 2026"),
            Some("le prix est de 40 euros."),
        ),
        ("FE DE ERRATAS: El precio es de 40 euros.", None, Some("El precio es de 40 euros.")),
        ("Diese Mitteilung wurde am 14. Juni 2026 zurückgezogen.", Some("14. Juni 2026"), None),
        ("THIS RELEASE HAS BEEN WITHDRAWN", None, None),
        ("KILL – June 14, 2026 – The study was flawed.", Some("June 14, 2026"), Some("The study was flawed.")),
        ("RETIRADO", None, None),
        ("PRESS RELEASE – CORRECTION", None, None),
        ("PRESSEMITTEILUNG (Korrektur vom 14.06.2026)", Some("14.06.2026"), None),
        ("Media advisory: WITHDRAWN 14 June 2026: It was wrong.", Some("14 June 2026"), Some("It was wrong.")),
        ("This release was withdrawn by the board on 14 June 2026.", None, Some("by the board on 14 June 2026.")),
    ] {
        let (marks, left) = taken(&format!("{line}{BELOW}"));
        let owned = |text: Option<&str>| text.map(str::to_owned);
        assert_eq!(marks, [(owned(date), owned(note))], "{line}");
        assert_eq!(left.len(), 2, "{line}: {left:?}");
    }
}

#[test]
fn blanks_at_the_end_of_a_line_do_no_harm() {
    for line in [
        "Diese Mitteilung wurde am 14. Juni 2026 zurückgezogen, weil sie falsch wär\u{A0} ",
        "KORREKTUR: Größe Ü. \u{2003}",
    ] {
        let mut blocks = text::read(BELOW, 1).blocks;
        blocks[0].prose = crate::prose::Prose::plain(line);
        let marks = take(&mut blocks, true);
        assert_eq!(marks.corrections.len() + usize::from(marks.withdrawal.is_some()), 1, "{line}");
    }
}

#[test]
fn a_note_may_run_on_below_its_mark() {
    let note = "The release of 2 June gave a wrong price. It is 40 euros.";
    let (marks, left) = taken(&format!("CORRECTION:\n\n{note}{BELOW}"));
    assert_eq!(marks[0].1.as_deref(), Some(note));
    assert_eq!(left.len(), 2);
    let (marks, left) = taken(&format!("CORRECTION, 14 June 2026:\nIt is 40 euros.{BELOW}"));
    assert_eq!(marks[0].1.as_deref(), Some("It is 40 euros."));
    assert_eq!(left.len(), 2);
    let wrapped = "Korrektur vom 14.06.2026: Die Zahl der Besucher war um eine Stelle\nzu hoch angegeben.";
    let (marks, left) = taken(&format!("{wrapped}{BELOW}"));
    assert_eq!(marks[0].1.as_deref().map(|note| note.ends_with("Stelle zu hoch angegeben.")), Some(true));
    let (marks, _) = taken(&format!("*** {wrapped} ***{BELOW}"));
    assert_eq!(marks[0].1.as_deref().map(|note| note.ends_with("Stelle zu hoch angegeben.")), Some(true));
    assert_eq!(left.len(), 2);
}

#[test]
fn a_headline_behind_the_mark_stays_the_headline() {
    let body = "\n\nDresden, 2. Juni 2026 – Die Stadt senkt die Gebühren zum Juli.";
    for line in
        ["Korrektur: Stadt senkt Gebühren", "CORRECTION – City lowers fees", "CORRECTING and REPLACING Fees fall"]
    {
        let (marks, left) = taken(&format!("{line}{body}"));
        assert_eq!(marks, [(None, None)], "{line}");
        assert!(line.ends_with(&left[0]) && left[0].starts_with(['S', 'C', 'F']), "{line}: {left:?}");
    }
    let note = "This corrected release replaces that of Monday, which named another day.";
    let (marks, left) = taken(&format!("CORRECTED: City lowers fees\n\n{note}{body}"));
    assert_eq!(marks, [(None, Some(note.to_owned()))]);
    assert_eq!((left[0].as_str(), left.len()), ("City lowers fees", 2));
    let (marks, left) = taken(&format!("WITHDRAWN 14 June 2026: City lowers fees{body}"));
    assert_eq!(marks, [(Some("14 June 2026".to_owned()), None)]);
    assert_eq!(left[0], "City lowers fees");
}

#[test]
fn a_withdrawal_is_understood_in_the_words_that_readers_are_told_of_it() {
    for line in [
        "This release was withdrawn on June 14, 2026.",
        "Diese Mitteilung wurde am 14. Juni 2026 zurückgezogen.",
        "Ce communiqué a été retiré le 14 juin 2026.",
        "Este comunicado fue retirado el 14 de junio de 2026.",
        "Questo comunicato è stato ritirato in data 14 giugno 2026.",
        "Este comunicado foi retirado em 14 de junho de 2026.",
        "Dit bericht is ingetrokken op 14 juni 2026.",
        "Pressmeddelandet återkallades den 14 juni 2026.",
        "Pressemeddelelsen blev trukket tilbage den 14. juni 2026.",
        "Pressemeldingen ble trukket tilbake 14. juni 2026.",
        "Informacja została wycofana 14 czerwca 2026.",
        "Please note: this release was withdrawn on 14 June 2026.",
        "Dit persbericht is op 14 juni 2026 ingetrokken.",
        "Denne pressemeddelelse er den 14. juni 2026 trukket tilbage.",
        "This news release has been withdrawn on 14 June 2026",
        "Diese Pressemitteilung wird am 14. Juni 2026 widerrufen.",
        "Le présent communiqué de presse a été annulé le 14 juin 2026.",
        "Questo comunicato è stato ritirato il 14 giugno 2026.",
        "Esta nota de imprensa foi retirada a 14 de junho de 2026.",
        "Detta pressmeddelande har dragits tillbaka den 14 juni 2026.",
        "Pressemeldingen er trukket tilbake den 14. juni 2026.",
        "Ta informacja prasowa została wycofana 14 czerwca 2026 r.",
        "[WITHDRAWN 14 June 2026]",
    ] {
        let (marks, left) = taken(&format!("{line}{BELOW}"));
        assert!(matches!(marks.as_slice(), [(Some(_), None)]), "{line}: {marks:?}");
        assert_eq!(left.len(), 2, "{line}: {left:?}");
        assert!(takes_back(line) || line.starts_with('['), "{line}");
    }
}

#[test]
fn the_text_that_is_taken_back_is_never_the_reason() {
    const MARK: &str = "This release was withdrawn on 20 November 2026.";
    const TEXT: &str = "The museum opens a new hall on the quay. It cost one million.";
    const LEAD: &str = "Hamburg, 10 November 2026 – The museum opens a new hall on the quay, and it cost one million.";
    const CONTACT: &str = "Contact: Lena Fischer, press@harbour.example";
    for (text, titled) in [
        (format!("Museum opens a hall\n\n{MARK}\n\n{TEXT}\n\n{CONTACT}"), false),
        (format!("Museum opens a hall\n\n{MARK}\n\n{TEXT}\n\nTickets cost nothing\n\nAll may come."), false),
        (format!("{MARK}\n\n{TEXT}"), true),
        (format!("{MARK}\n\n{TEXT}\n\nTickets cost nothing\n\nAll may come."), true),
        (format!("Museum opens a hall\n\n{MARK}\n{LEAD}"), false),
        (format!("Museum opens a hall\n{MARK}\n{LEAD}\n{CONTACT}"), false),
        (format!("Museum opens a hall\n\n{MARK} {LEAD}\n\n{CONTACT}"), false),
        (format!("Hamburg, 10 November 2026\nMuseum opens a hall\n{MARK}\n{TEXT}\n{CONTACT}"), false),
    ] {
        let marks = take(&mut text::read(&text, 1).blocks, titled);
        assert_eq!(marks.withdrawal.map(|mark| mark.note), Some(None), "{text}");
    }
}

#[test]
fn a_reason_stands_in_the_paragraph_of_its_mark() {
    const MARK: &str = "This release was withdrawn on 20 November 2026";
    for reason in
        [" because the figures\nwere wrong.", ": the figures were wrong.", ".\nThe figures in it were all wrong."]
    {
        let text = format!("{MARK}{reason}{BELOW}");
        let marks = take(&mut text::read(&text, 1).blocks, false);
        let note = marks.withdrawal.and_then(|mark| mark.note);
        assert!(note.is_some_and(|note| note.ends_with("wrong.")), "{text}");
    }
    let (marks, left) = taken(&format!("{MARK}, because the figures were wrong\n\nHamburg, 2. Juni 2026{BELOW}"));
    assert_eq!(marks[0].1.as_deref(), Some("because the figures were wrong"));
    assert_eq!(left[1], "Stadt senkt Gebühren");
}

#[test]
fn what_a_release_is_about_is_no_mark() {
    for line in [
        "Correctional Facility Opens",
        "Korrektur der Flugroute am Flughafen",
        "Correction fluid is sixty years old",
        "Correction-fluid factory opens",
        "Withdrawn: the story of a ship",
        "Withdrawal from Brussels is complete",
        "Retirado el tráfico del centro",
        "Updated timetable for the ferry",
        "Berichtigung des Grundbuchs dauert länger",
        "Killing time in the waiting room",
    ] {
        let (marks, left) = taken(&format!("{line}{BELOW}"));
        assert_eq!((marks.len(), left.len()), (0, 3), "{line}");
    }
    let alone = "Press release of 13 May\n\nCorrection: The number of pumps was incorrectly stated as forty.";
    assert_eq!(taken(alone).0.len(), 0);
    let deep = format!("Fees fall{BELOW}\n\nCorrection: It is 40 euros.");
    assert_eq!(taken(&deep).0.len(), 0);
}
