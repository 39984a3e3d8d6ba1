use super::*;

fn name(text: &str) -> Option<String> {
    person(text).map(|person| person.name)
}

#[test]
fn people_are_known_by_their_shape() {
    assert_eq!(name("Ms. Tilda Reinbeck").as_deref(), Some("Tilda Reinbeck"));
    assert_eq!(name("Mag. Edith Lörcher").as_deref(), Some("Edith Lörcher"));
    assert_eq!(name("Tobias Gerling (tg)").as_deref(), Some("Tobias Gerling"));
    assert_eq!(name("Prof. Dr. Anna von der Heide").as_deref(), Some("Anna von der Heide"));
    for other in [
        "Page One Public Relations",
        "Stabsstelle Kommunikation",
        "Director of Communications",
        "01067 Dresden",
        "Headquarters, Washington",
        "Contact",
    ] {
        assert_eq!(name(other), None, "{other}");
    }
}

#[test]
fn a_name_is_split_from_the_organisation_on_its_line() {
    let split = fused("Ms. Tilda Reinbeck bioelbtal e. V.", |_| false);
    assert_eq!(split.map(|(p, o)| (p.name, o)), Some(("Tilda Reinbeck".into(), "bioelbtal e. V.".into())));
    assert_eq!(fused("Page One Public Relations", |_| false), None);
    let known = fused("Jane Doe Acme Widgets", |org| org == "Acme Widgets");
    assert_eq!(known.map(|(p, o)| (p.name, o)), Some(("Jane Doe".into(), "Acme Widgets".into())));
}

#[test]
fn a_role_may_stand_before_a_house_and_a_name() {
    for (text, expected) in [
        ("Konserndirektør, Per Solberg", Some(("Konserndirektør", None, "Per Solberg"))),
        (
            "Presserådgiver i Handelsministeriet Jesper Holm",
            Some(("Presserådgiver", Some("Handelsministeriet"), "Jesper Holm")),
        ),
        (
            "Pressesekretær i Statsministeriet, Christian Lund Aaby",
            Some(("Pressesekretær", Some("Statsministeriet"), "Christian Lund Aaby")),
        ),
        ("Director of Communications", None),
        ("Per Solberg, Konserndirektør", None),
        ("Head of Press, Acme", None),
    ] {
        let found = role_and_name(text);
        let found = found.as_ref().map(|(role, house, person)| (*role, *house, person.name.as_str()));
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn two_people_on_a_line_are_two() {
    let names: Vec<String> = people("Ada Berg/Nora Quill").into_iter().map(|p| p.name).collect();
    assert_eq!(names, ["Ada Berg", "Nora Quill"]);
}

#[test]
fn titles_forms_and_acronyms_are_told_from_names() {
    for (text, expected) in [
        ("Don Ada Berg", Some("Ada Berg")),
        ("Don Savage", Some("Don Savage")),
        ("Dr. Berg", Some("Berg")),
        ("JEAN DUPONT", Some("JEAN DUPONT")),
        ("ÖVP Berg", None),
        ("Ada Berg (Lamp Works)", None),
        ("Zum Goldenen Anker", None),
        ("Al Bo", None),
    ] {
        assert_eq!(name(text).as_deref(), expected, "{text}");
    }
    let house = |text: &str| fused(text, |part| part != text).map(|(_, house)| house);
    assert_eq!(house("Ada Berg GmbH"), None);
    assert_eq!(house("Halverton Lamp Works"), None);
    assert_eq!(house("Ada Berg ORF").as_deref(), Some("ORF"));
    assert_eq!(house("Ada Berg Loom Harbour Inc.").as_deref(), Some("Loom Harbour Inc."));
}
