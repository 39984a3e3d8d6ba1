//! The date line: a place and a date on a line of their own, or run into the lead.
//!
//! Nothing here completes a date or a place.

mod agency;
mod ends;
mod filed;
mod issued;
mod kind;
mod own;
mod place;
mod run_in;

use crate::characters;
use crate::parse::memory::remembered;

use super::date::{self, TimeOfDay, Written};
use super::words;
pub use issued::{issued, speaks_of_release};
pub use own::behind_label_of_publication;
pub use place::{is_place, readable};
pub use run_in::{RunIn, run_in};

/// A date on its own line: "Dresden, November 2, 2018".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnLine {
    pub place: Option<String>,
    pub date: Written,
    pub time: Option<TimeOfDay>,
    /// Byte offset of what follows on the line, such as a contact or a kind of release.
    pub rest: Option<usize>,
}

/// Longest own line, in characters.
const LONGEST_LINE: usize = 140;

pub fn own_line(text: &str) -> Option<OwnLine> {
    // Most lines have no digit, so no date.
    if text.len() > 4 * LONGEST_LINE || !characters::has_digit(text) {
        return None;
    }
    remembered!(text, own::read => Option<OwnLine>)
}

/// "Hamburg (ots)": the place of a text whose date a wire keeps elsewhere.
pub fn place_line(text: &str) -> Option<String> {
    const LONGEST: usize = 60;
    if text.len() > 4 * LONGEST || text.chars().count() > LONGEST {
        return None;
    }
    let (head, tagged) = agency::without(text.trim());
    let place = head.trim();
    (tagged && !is_name_and_short_name(text) && date::first(place).is_none() && is_place(place))
        .then(|| readable(place))
}

/// "Deutscher Wetterverein (DWV)", "WRF - Westrundfunk": a house, though the first looks like a place and a tag.
pub fn is_name_and_short_name(text: &str) -> bool {
    let short_first = text.split_once(" - ").or_else(|| text.split_once(" – "));
    if short_first.is_some_and(|(tag, name)| agency::are_letters_of(tag, name) && !words::at_least(name, 5)) {
        return true;
    }
    let parts = text.trim_end().strip_suffix(')').and_then(|text| text.rsplit_once('('));
    parts.is_some_and(|(name, tag)| is_place(name.trim()) && agency::is_short_name(name.trim(), tag))
}

/// Whether a known agency's tag ends the line: "Hamburg (ots)".
pub fn names_known_agency(text: &str) -> bool {
    agency::without_known(text).is_some()
}

/// Whether an agency's number opens the line.
pub fn is_stamped(text: &str) -> bool {
    place::without_number(text).len() < text.len()
}

/// Whether a known agency's tag opens the line: "(ots) - ".
pub fn opens_with_tag(text: &str) -> bool {
    agency::leading(text) > 0
}

/// "`PRNewswire`", "(ots)": nothing but an agency's tag.
pub fn is_agency_line(text: &str) -> bool {
    agency::is_name(text.trim().trim_matches(['(', ')', '/', '-', '–', ' ']))
}

/// "idw-Team Lohe", "idw - Informationsdienst": an agency that names itself or its desk, and no more.
pub fn names_a_service(text: &str) -> bool {
    agency::opens_as_service(text)
}

/// "pkh. Der Rat": the initials of who wrote it, before the first sentence.
pub fn opens_with_initials(text: &str) -> bool {
    agency::initials(text) > 0
}

/// Whether a line begins with a date line, however little of the lead follows on it.
pub fn opens(text: &str) -> bool {
    run_in::opens(text)
}

fn is_link(text: &str) -> bool {
    let is_small =
        |word: &str| words::BEFORE_HOURS.has(word) || words::BEFORE_DAYS.has(word) || words::HALF_WEEKDAYS.has(word);
    text.split(|c: char| !c.is_alphanumeric())
        .all(|word| word.is_empty() || is_small(word) || words::WEEKDAYS.number(word).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_on_its_own_line_is_read_with_place_and_time() {
        let place = |text: &str| own_line(text).map(|found| (found.place, found.time.is_some(), found.rest.is_some()));
        assert_eq!(place("Dresden, November 2, 2018"), Some((Some("Dresden".into()), false, false)));
        assert_eq!(place("2015-08-05"), Some((None, false, false)));
        assert_eq!(place("Stand: 03.07.2019, 17:00 Uhr"), Some((None, true, false)));
        assert_eq!(place("January 8, 2025 Contact: Claire Crouch"), Some((None, false, true)));
        assert_eq!(place("27.08.2015, 13:22 Uhr — Erstveröffentlichung (aktuell)"), Some((None, true, true)));
        assert_eq!(place("Issued: 16:40 hrs, Sunday 22 November 2026"), Some((None, true, false)));
        assert_eq!(place("Harbour Athletic FC | Statement | 25 November 2026"), Some((None, false, false)));
        let behind = place("November 20, 2026 - Aldwick, Quebec - Northern Science Canada");
        assert_eq!(behind, Some((Some("Aldwick, Quebec".into()), false, true)));
        assert_eq!(place("5 December 2026 – 30 January 2027"), None);
        let updated = place("Published 26 November 2026, last updated 27 November 2026");
        assert_eq!(updated, Some((None, false, true)));
        for by in ["by admin", "September 9, 2026", "September 9, 2026 by Ada Berg"] {
            let read = place(&format!("Posted on September 8, 2026 {by}"));
            assert_eq!(read, Some((None, false, true)), "{by}");
        }
        assert_eq!(place("8 September 2026 Press release"), Some((None, false, true)));
        assert_eq!(place("8 September 2026 by train to the harbour of the old town"), None);
        assert_eq!(place("22.04.2015 | Pressemeldung"), Some((None, false, true)));
        assert_eq!(place("OTS0063, 17. März 2026, 09:30"), Some((None, true, false)));
        for kind in ["CP – 20 novembre 2026", "NP 45/2026 – 20 November 2026", "Service update – Sunday 8 March 2026"]
        {
            assert_eq!(place(kind), Some((None, false, false)), "{kind}");
        }
        for changed in ["Updated 14 March 2026", "Aktualisiert am 14. März 2026", "Corrected, March 14, 2026"] {
            assert_eq!(place(changed), None, "{changed}");
        }
        assert_eq!(place("Join us on November 2, 2018"), None);
        assert_eq!(place("Zeit:     03.07.2019, gegen 13.00 Uhr"), None);
    }

    #[test]
    fn what_stands_beside_a_date_is_its_place_its_time_or_a_remark() {
        let read = |text: &str| own_line(text).map(|found| (found.place, found.time.is_some(), found.rest.is_some()));
        let place = |name: &str| Some(name.to_owned());
        for (text, expected) in [
            ("Bad Aibling, September 2009", Some((place("Bad Aibling"), false, false))),
            ("Neue Mitte Nord, September 2009", None),
            ("Dresden, 12. Juni 2026 um 10 Uhr", Some((place("Dresden"), true, false))),
            ("Aldwick, 12 June 2026, doors open at 10:00", None),
            ("12 June 2026, 10:00 REMARK", None),
            ("12 June 2026, Harbour 12 Pier", None),
            ("12 June 2026, our ref 214/26", Some((None, false, true))),
            ("Aldwick, 12 June 2026, ref PM/12", None),
            ("Aldwick, 12 June 2026, No. 44", Some((place("Aldwick"), false, true))),
            ("22.04.2015 – Kurz notiert", Some((None, false, true))),
            ("City Museum – Culture – 12 June 2026", None),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn a_line_longer_than_a_date_line_or_a_place_is_none() {
        // Of letters of two bytes, since letters are counted.
        let dated = |length: usize| format!("8. Januar 2025 Kontakt: {}", "ü".repeat(length - 24));
        assert!(own_line(&dated(LONGEST_LINE)).is_some());
        assert!(own_line(&dated(LONGEST_LINE + 1)).is_none());
        let tagged = |length: usize| format!("Ü{} (ots)", "ü".repeat(length - 7));
        assert!(place_line(&tagged(60)).is_some());
        assert!(place_line(&tagged(61)).is_none());
    }

    #[test]
    fn agencies_numbers_and_tags_are_known_at_the_start_of_a_line() {
        assert!(is_stamped("OTS0006 2023-01-21/08:00") && !is_stamped("Bern, 26 February 2002"));
        assert!(opens_with_tag("(ots) - Der Rat") && !opens_with_tag("Der Rat (ots)"));
        assert!(is_agency_line("(ots)") && is_agency_line("PRNewswire") && !is_agency_line("(Aldwick)"));
        for (text, is_one) in [
            ("Aldwick, 12 June 2026 – The", true),
            ("BERLIN (ots) - Der", true),
            ("Berlin (ots) - Der", false),
            ("Berlin (ots) - Der Rat der Stadt hat in seiner Sitzung am Montag den", true),
            ("BERLIN (ots) - DER", false),
            ("The council", false),
        ] {
            assert_eq!(opens(text), is_one, "{text}");
        }
        // Cut where a letter of several bytes may stand.
        for before in ["", "a"] {
            assert!(opens(&format!("Aldwick, 12 June 2026 – {before}{}", "ü".repeat(LONGEST_LINE))));
        }
    }
}
