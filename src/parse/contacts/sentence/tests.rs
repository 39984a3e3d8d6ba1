use super::*;

#[test]
fn a_sentence_can_be_the_contact() {
    let found = in_sentence(
        "Für Fragen steht Ihnen unsere Pressestelle unter press@debconf.example und +49 89 2155 0092 gerne zur Verfügung.",
    );
    let found = found.expect("a contact");
    assert_eq!(found.emails, ["press@debconf.example"]);
    assert_eq!(found.phones, ["+49 89 2155 0092"]);
    assert_eq!(in_sentence("To subscribe send a message to list@example.org"), None);
    let named = in_sentence("For further information, please contact Jane Doe, press officer, at jane@x.example.")
        .expect("a contact");
    assert_eq!(named.name.as_deref(), Some("Jane Doe"));
}

#[test]
fn each_whom_a_sentence_names_keeps_a_number() {
    let all = |text: &str| {
        let all = all_in_sentence(text, false).into_iter();
        all.map(|one| format!("{}: {}", one.name.unwrap_or_default(), one.phones.join(" "))).collect::<Vec<_>>()
    };
    assert_eq!(
        all("For more information contact press officer Jane Doe on 541-555-0163 or John Roe on 541-555-0164."),
        ["Jane Doe: 541-555-0163", "John Roe: 541-555-0164"]
    );
    assert_eq!(
        all("For more information contact Jane Doe on 541-555-0163 or 541-555-0164."),
        ["Jane Doe: 541-555-0163 541-555-0164"]
    );
    assert_eq!(
        all("Wilt u meer weten, neem dan contact op met Jane Doe, tel. 038 555 01 11 of Bram Low, tel. 038 555 01 22."),
        ["Jane Doe: 038 555 01 11", "Bram Low: 038 555 01 22"]
    );
    let desk = in_sentence("News media please call Northwatt Media Relations at 612-555-0130 for more information.");
    assert_eq!(desk.and_then(|desk| desk.organization).as_deref(), Some("Northwatt Media Relations"));
    let desk = in_sentence("For more information please call Lowland Energy Media Relations at 612-555-0130.");
    assert_eq!(desk.map(|desk| desk.name), Some(None));
}

#[test]
fn the_usual_sentences_of_the_north_name_whom_to_call() {
    for text in [
        "Więcej informacji udziela Jane Doe, rzeczniczka prasowa, tel.: 22 555 01 11.",
        "Szczegółowych informacji udziela: Jane Doe, kustosz, tel. 22 555 01 11.",
        "Wszelkich informacji udziela: Jane Doe, tel. 22 555 01 11.",
        "Nadere informatie bij Jane Doe, conservator, tel. 038 555 01 11.",
        "Mer information lämnas av Jane Doe, projektledare, tfn 0520-555 01 11.",
        "Yderligere information fås hos Jane Doe, rådmand, tlf. 55 55 01 11.",
        "Spørgsmål rettes til Jane Doe, pressechef, telefon 55 55 01 11.",
        "Nærmere opplysninger fås hos Jane Doe, overlege, tlf. 55 55 01 11.",
    ] {
        let found = in_sentence(text).unwrap_or_default();
        assert_eq!(found.name.as_deref(), Some("Jane Doe"), "{text}");
        assert_eq!(found.phones.len(), 1, "{text}");
    }
}

#[test]
fn of_several_sentences_one_is_the_contact() {
    let text =
        "Dr. Berg answers letters at home. For interviews please contact Jane Doe at 541-555-0163. Mr. Low does not.";
    let found = in_sentence(text).expect("a contact");
    assert_eq!((found.name.as_deref(), found.phones.as_slice()), (Some("Jane Doe"), &["541-555-0163".to_owned()][..]));
    assert_eq!(
        in_sentence("Please contact the museum. Its bell was cast in 1802 and weighs 541-555-0163 grains."),
        None
    );
}

#[test]
fn a_sentence_without_a_number_names_nobody_to_call() {
    let name = |text: &str| in_sentence(text).map(|contact| contact.name);
    let jane = Some(Some("Jane Doe".to_owned()));
    assert_eq!(name("We contact Ida Low daily. For interviews please contact Jane Doe at 541-555-0163."), jane);
    assert_eq!(name("For questions contact the museum. For interviews contact Jane Doe at 541-555-0163."), jane);
    assert_eq!(name("Ring 541-555-0163 at night. For questions contact the museum."), None);
}
