use super::*;

#[test]
fn contact_headings_may_carry_the_contact() {
    let rest = |text: &'static str| contact_heading(text).map(|at| text[at..].trim());
    assert_eq!(rest("Contact:"), Some(""));
    assert_eq!(rest("Contact: Claire Crouch"), Some("Claire Crouch"));
    assert_eq!(rest("Rückfragen & Kontakt:"), Some(""));
    assert_eq!(rest("Pressekontakt"), Some(""));
    assert_eq!(rest("Meer weten?"), Some(""));
    assert_eq!(rest("Vil du vide mere?"), Some(""));
    assert_eq!(rest("Presse Harrow-Museum:"), Some("Harrow-Museum:"));
    assert_eq!(rest("Kontakt Presse- und Öffentlichkeitsarbeit:"), Some(""));
    assert_eq!(rest("Contact lenses are popular"), None);
    assert_eq!(rest("Press view: Thursday 4 February 2027, 10.00–13.00"), None);
    assert_eq!(rest("Press freedom under threat: readers act"), None);
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
        "About Ferries Now!",
        "About the City Museum of Aldwick, D.C.",
    ] {
        assert!(boilerplate_heading(text), "{text}");
    }
    for text in [
        "Über die Mitteilung",
        "Über 300 Menschen kamen",
        "About 300 people came",
        "About the matter he said nothing.",
        "Über den Fahrplan entscheidet der Rat im Mai:",
        "À propos de l'annonce",
    ] {
        assert!(!boilerplate_heading(text), "{text}");
    }
}

#[test]
fn a_heading_of_a_contact_is_no_sentence() {
    let value = |words: usize| format!("Contact:{}", " lamp".repeat(words));
    assert!(contact_heading(&value(14)).is_some());
    assert_eq!(contact_heading(&value(15)), None);
    assert!(contact_heading(&format!("{} jane@x.example", value(14))).is_some());
    assert!(contact_heading("Contact for us in or at my own:").is_some());
    assert_eq!(contact_heading("Contact for us in or at my own go:"), None);
    assert_eq!(contact_heading("Contact us? Anybody can:"), None);
}

#[test]
fn a_boilerplate_heading_is_short_and_names_a_house() {
    for (text, is_one) in [
        ("Die Stadt Dresden im Profil", true),
        ("Boilerplate", true),
        ("À propos d'Acme", true),
        ("About us", true),
        ("**About us**", true),
        ("about us", false),
        ("**About Acme**", true),
        ("About Acme, plc", true),
        ("About Acme, Harbour House", true),
        ("About the Harbour, see our page", false),
    ] {
        assert_eq!(boilerplate_heading(text), is_one, "{text}");
    }
    // Of letters of two bytes, since letters are counted.
    let heading = |length: usize| format!("Über Ü{}", "ü".repeat(length - 6));
    assert!(boilerplate_heading(&heading(LONGEST_HEADING)));
    assert!(!boilerplate_heading(&heading(LONGEST_HEADING + 1)));
}
