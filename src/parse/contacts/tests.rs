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

#[test]
fn two_people_on_a_line_share_one_number_and_have_one_of_two_each() {
    let phones = |text: &str| contacts(text).into_iter().map(|one| one.phones.join(" ")).collect::<Vec<_>>();
    assert_eq!(phones("Ada Berg/Nora Quill\n0113 496 0288"), ["0113 496 0288", "0113 496 0288"]);
    assert_eq!(phones("Ada Berg / Nora Quill\nTel. 0113 496 0288 / 0113 496 0289"), ["0113 496 0288", "0113 496 0289"]);
}

#[test]
fn the_next_to_call_may_stand_behind_or() {
    for joint in ["or", "and", "oder", "ou", "o", "lub", "eller"] {
        let all = contacts(&format!("Ada Berg, 0113 496 0288\n{joint} Nora Quill, 0113 496 0289\nnora@lamps.example"));
        let names: Vec<_> = all.iter().filter_map(|one| one.name.as_deref()).collect();
        assert_eq!(names, ["Ada Berg", "Nora Quill"], "{joint}");
        assert_eq!((all[1].phones.len(), all[1].emails.len(), &all[1].role), (1, 1, &None), "{joint}");
    }
}

#[test]
fn streets_towns_and_links_are_no_part_of_a_house_or_a_name() {
    let all = contacts(
        "Lamp Survey, Office of Communication\n119 National Center\nReston, VA 20192\nAda Berg e-mail\nPhone: 650-555-0111",
    );
    assert_eq!(all.len(), 1);
    assert_eq!(all[0].name.as_deref(), Some("Ada Berg"));
    assert_eq!(all[0].organization.as_deref(), Some("Lamp Survey, Office of Communication"));
    let town = contacts("Washington D.C.\nNational Press Office\n(202) 555-0191");
    assert_eq!((town.len(), &town[0].name), (1, &None));
}

#[test]
fn whom_a_house_names_below_its_number_has_that_number() {
    let all = contacts("Office of Public Affairs\n(202) 555-0100\nAda Berg\nada.berg@lamps.example");
    assert_eq!((all.len(), all[0].phones.len(), all[0].emails.len()), (1, 1, 1));
    // Of two, each is to be called by what stands below the name.
    let all =
        contacts("Office of Public Affairs\n(202) 555-0100\nAda Berg\n(202) 555-0101\nNora Quill\n(202) 555-0102");
    assert_eq!(all.len(), 3);
}

#[test]
fn the_number_of_a_release_and_the_stop_behind_letters_are_no_part_of_a_house() {
    let house = |text: &str| contacts(text)[0].organization.clone().unwrap_or_default();
    assert_eq!(house("Public Information Office CB93-O.17\n301-555-0140"), "Public Information Office");
    assert_eq!(house("Dr Ada Berg, NSRO.\nTel: (02) 5550 0122"), "NSRO");
    assert_eq!(house("Ada Berg, Lamp Works Inc.\nTel: (02) 5550 0122"), "Lamp Works Inc.");
    assert_eq!(house("Ada Berg, City Council press office (0113) 496 0288"), "City Council press office");
}

#[test]
fn figures_in_the_address_of_a_page_are_no_phone() {
    assert!(
        contacts("Ada Berg\nftp://ftp.agency.example/pub/pressrel/1999/99-143-2026.txt")
            .iter()
            .all(|one| !one.has_details())
    );
    assert_eq!(contacts("Public/Industry(703) 555-0111")[0].phones, ["(703) 555-0111"]);
}

#[test]
fn a_number_below_a_second_name_is_never_that_of_the_first() {
    for what in ["projektledare", "conservator", "rådmand", "oficer prasowy", "lantmätare i norr"] {
        for between in [" ", "\n"] {
            let all = contacts(&format!(
                "Maja Lindh\npressekreterare\n0520-555 01 11\n\nKarin Berg{between}{what}\n0520-555 01 22\nkarin@hamn.example"
            ));
            assert_eq!(all.len(), 2, "{what}: {all:?}");
            assert_eq!(all[0].phones, ["0520-555 01 11"], "{what}");
            assert_eq!(all[1].name.as_deref(), Some("Karin Berg"), "{what}");
            assert_eq!(all[1].phones, ["0520-555 01 22"], "{what}");
        }
    }
}

#[test]
fn columns_of_a_name_a_role_and_a_number_are_somebody_each() {
    let all = contacts(
        "Maja Lindh\tpressekreterare\t0520-555 01 11\tmaja@hamn.example\nKarin Berg\tpresschef\t0520-555 01 22\tkarin@hamn.example",
    );
    let all = all.iter().map(|one| (one.name.as_deref(), one.role.as_deref(), one.phones.concat())).collect::<Vec<_>>();
    let maja = (Some("Maja Lindh"), Some("pressekreterare"), "0520-555 01 11".to_owned());
    assert_eq!(all, [maja, (Some("Karin Berg"), Some("presschef"), "0520-555 01 22".to_owned())]);
}
