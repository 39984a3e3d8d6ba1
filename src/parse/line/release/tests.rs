use super::*;

#[test]
fn release_lines_give_up_their_number_or_headline() {
    let parts = |text: &'static str| release_line(text).map(|l| (l.number, l.rest.map(|at| &text[at..])));
    assert_eq!(parts("FOR IMMEDIATE RELEASE"), Some((None, None)));
    assert_eq!(parts("FOR IMMEDIATE RELEASE: County Hires"), Some((None, Some("County Hires"))));
    assert_eq!(parts("MEDIA ADVISORY: M07-44"), Some((Some("M07-44".into()), None)));
    assert_eq!(parts("Medieninformation: 292/2019"), Some((Some("292/2019".into()), None)));
    assert_eq!(parts("Presseinformation (Nr. I) /"), Some((Some("I".into()), None)));
    assert_eq!(parts("Pressemitteilung Nr. 7/2026"), Some((Some("7/2026".into()), None)));
    assert_eq!(
        parts("Pressemitteilung Nr. 12/2026 vom 12.06.2026"),
        Some((Some("12/2026".into()), Some("vom 12.06.2026")))
    );
    assert_eq!(parts("Committee press notice 14/2026"), Some((Some("14/2026".into()), None)));
    assert_eq!(parts("CENSUS BUREAU MEDIA ADVISORY"), Some((None, None)));
    assert_eq!(parts("Pressemeldung Freie Netze Morne e.V. vom 18.08.2020"), Some((None, Some("18.08.2020"))));
    assert_eq!(parts("MEDIA ADVISORY for Monday, Nov. 30, 2026"), Some((None, None)));
    assert_eq!(parts("The council answers a press release that nobody has read"), None);
    assert_eq!(parts("Release of the new tool delights users"), None);
    assert_eq!(parts("Pressemitteilung der Stadt Dresden"), Some((None, None)));
    assert_eq!(parts("FOR IMMEDIATE RELEASE – PRESS RELEASE"), Some((None, None)));
    let remark = |text: &str| release_line(text).map(|line| (line.remark, line.issuer));
    assert_eq!(remark("PRESS RELEASE • Harbour Office"), Some((true, false)));
    assert_eq!(remark("Pressemitteilung der Stadt Dresden"), Some((false, true)));
}
