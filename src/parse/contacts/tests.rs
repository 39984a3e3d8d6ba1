use super::*;

fn contacts(text: &str) -> Vec<Contact> {
    let mut gap = false;
    let mut lines = Vec::new();
    for line in text.lines() {
        if line.trim().is_empty() {
            gap = true;
        } else {
            lines.push(Line { number: 0, text: line.trim().to_owned(), gap: std::mem::take(&mut gap) });
        }
    }
    read(&lines, &|_| false).contacts.into_iter().map(|(_, contact)| contact).collect()
}

#[test]
fn a_fax_is_never_a_phone_and_the_house_may_come_first() {
    let all = contacts(
        "ABA-Alpen Bild Agentur\nStabstelle Kommunikation\nMag. Edith Lörcher\nTel: 0043-1-2083-2500\nFax : 0043-1-2083-2099\nE-Mail: e.loercher@aba.example",
    );
    assert_eq!(all.len(), 1);
    assert_eq!(all[0].name.as_deref(), Some("Edith Lörcher"));
    assert_eq!(all[0].organization.as_deref(), Some("ABA-Alpen Bild Agentur, Stabstelle Kommunikation"));
    assert_eq!(all[0].phones, ["0043-1-2083-2500"]);
    assert_eq!(all[0].fax, ["0043-1-2083-2099"]);
    assert_eq!(all[0].emails, ["e.loercher@aba.example"]);
}

#[test]
fn two_people_on_a_line_share_the_house_and_part_the_numbers() {
    let all = contacts("Ada Berg/Nora Quill\nHeadquarters, Washington\n202-555-0126/0195");
    assert_eq!(all.len(), 2);
    assert_eq!(all[0].phones, ["202-555-0126"]);
    assert_eq!(all[1].phones, ["0195"]);
    assert_eq!(all[1].organization.as_deref(), Some("Headquarters, Washington"));
}

#[test]
fn details_under_a_list_of_names_are_the_first_ones() {
    let all = contacts(
        "Tobias Gerling (tg)\nMirko Lahn (ml)\n\nStabsstelle Kommunikation\n\nTelefon:\n+49 30 23125-2400\nTelefax:\n+49 30 23125-2281",
    );
    assert_eq!(all.len(), 2);
    assert_eq!(all[0].phones, ["+49 30 23125-2400"]);
    assert_eq!(all[0].fax, ["+49 30 23125-2281"]);
    assert!(!all[1].has_details());
}

#[test]
fn role_organisation_and_details_find_their_fields() {
    let all = contacts(
        "Kimberlee Larch\nDirector of Communications\nMarlow County District Attorney’s Office\n214-555-0156 (Office)\nKimberlee.larch@MarlowCounty.example",
    );
    assert_eq!(all[0].role.as_deref(), Some("Director of Communications"));
    assert_eq!(all[0].organization.as_deref(), Some("Marlow County District Attorney’s Office"));
    assert_eq!(all[0].phones, ["214-555-0156"]);
    let all = contacts("Jonas Wendrich, Leiter Öffentlichkeitsarbeit\nSteinhorch e. V.\nTelefon: +49 30 23125 417");
    assert_eq!(all[0].role.as_deref(), Some("Leiter Öffentlichkeitsarbeit"));
}
