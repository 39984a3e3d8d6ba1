//! Lines above the text that are nobody's headline, by their own words: a salutation, an address, a
//! byline, a desk it is sent to, the facts of an event.

use super::exchange::{is_definition, is_house_and_symbol, is_keywords, is_of_wire, is_ticker, is_wire_kicker};
use super::navigation::is_navigation;
use crate::characters;
use crate::manuscript::{Block, Joint, Shape};
use crate::parse::words::{self, fold};
use crate::parse::{date, dateline, details, line, people};

/// A day and a time of day.
pub fn is_timed(block: &Block) -> bool {
    let text = block.text();
    date::opening(text).is_some_and(|found| date::time(&text[found.range.end..]).is_some())
}

/// Why a line of the header is nobody's part of a release: a date of change, a salutation, a desk
/// it is addressed to, an agency's tag.
pub fn nobodys_part(text: &str) -> Option<&'static str> {
    if line::change_date(text) {
        Some("a date of change; state `updated:`")
    } else if is_salutation(text) {
        Some("a salutation")
    } else if text.starts_with("# ") && text.matches("# ").count() >= 2 {
        // Wrapped, so each of its lines bears the sign, which no heading does.
        Some("a line of a mailing list")
    } else if is_issuer(text) {
        Some("who issued it")
    } else if is_routing(text) {
        Some("the desk it is addressed to")
    } else if is_filing(text) || is_keywords(text) {
        Some("where a site files it")
    } else if is_navigation(text) {
        Some("a line of the page")
    } else if is_of_wire(text) || is_wire_kicker(text) || dateline::names_a_service(text) {
        Some("a line of a news service")
    } else if is_definition(text) {
        Some("how the text calls the house")
    } else if is_ticker(text) || is_house_and_symbol(text) {
        Some("a symbol on a stock exchange")
    } else {
        dateline::is_agency_line(text).then_some("an agency's tag")
    }
}

/// "der Fraktion im Rat der Stadt Morne" right below "PRESSEERKLÄRUNG".
pub fn says_whose(blocks: &[Block], at: usize) -> bool {
    let text = blocks[at].text();
    let below_release_line = || {
        let above = at.checked_sub(1).map(|above| &blocks[above]);
        above.is_some_and(|above| line::release_line(above.text()).is_some())
    };
    blocks[at].joint != Joint::Gap
        && text.split([' ', '\u{A0}']).next().is_some_and(|of| words::GENITIVES.has_small(of))
        && below_release_line()
}

/// "Topics: Health, Transport"
pub fn is_filing(text: &str) -> bool {
    let bare = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    // "Filed under", of which a copy of a page lost the rest.
    bare.contains(' ') && words::FILING.has(bare)
        || bare.split_once(':').is_some_and(|(label, _)| words::FILING.has(label))
}

/// "Issued by the Harbour Fire Service", "From: Department for Roads and The Rt Hon Jane Doe MP"
fn is_issuer(text: &str) -> bool {
    let house = |labels: &[&str]| labels.iter().find_map(|label| words::behind(text, label));
    let issued_by = words::ISSUERS.behind_each(text).find_map(|house| house.strip_prefix(' '));
    issued_by.is_some_and(|house| people::is_organisation(house) && !words::at_least(house, 9))
        || house(&["from:", "for:"]).is_some_and(|house| people::is_organisation(house) && !words::at_least(house, 16))
}

/// "To: National Desk"
pub fn is_routing(text: &str) -> bool {
    // "Business Editors", "Business/Technology Editors"
    if text.ends_with(" Editors") && text.starts_with("Business") && !words::at_least(text, 5) {
        return true;
    }
    let Some((label, rest)) = text.split_once(':') else { return false };
    words::ROUTING.has(label) && (1..=8).contains(&rest.split_whitespace().count())
}

/// "Hauppauge, NY 11788-5138", "100 Motor Parkway, Suite 160"
pub fn is_postal(text: &str) -> bool {
    let last: Vec<&str> = text.split_whitespace().rev().take(2).collect();
    let [code, before] = last.as_slice() else { return false };
    let digits = code.chars().filter(char::is_ascii_digit).count();
    let state = before.len() == 2 && before.chars().all(|c| c.is_ascii_uppercase()) && matches!(digits, 5 | 9);
    let suite = words::SUITES.has(before) && digits == code.len();
    text.split_whitespace().count() <= 7 && (state || suite)
}

/// "2, rue du Pont – 44000 Nantes – Tél. ...": a street and a town on one line of a letterhead, with what it takes
/// to write or call.
pub fn is_address(text: &str, has_phone: bool) -> bool {
    if !characters::has_digit(text) {
        return false;
    }
    let is_code = |part: &str| {
        let (code, town) = part.split_once([' ', '\u{A0}']).unwrap_or_default();
        let bare =
            ["D-", "A-", "CH-", "F-", "B-", "L-", "I-"].iter().find_map(|land| code.strip_prefix(land)).unwrap_or(code);
        (4..=5).contains(&bare.len())
            && bare.bytes().all(|byte| byte.is_ascii_digit())
            && town.starts_with(char::is_uppercase)
            && !words::at_least(town, 5)
    };
    let is_house_number = |part: &str| {
        let last = part.rsplit([' ', '\u{A0}']).next().unwrap_or("");
        last.len() <= 4 && last.starts_with(|c: char| c.is_ascii_digit())
            || part.split_once(' ').is_some_and(|(first, street)| {
                first.len() <= 4 && first.starts_with(|c: char| c.is_ascii_digit()) && !words::at_least(street, 7)
            })
    };
    let parts: Vec<&str> = text.split([',', '–', '—', '|', '·', '•', ';']).map(str::trim).collect();
    let town = parts.iter().position(|part| is_code(part));
    town.is_some_and(|town| has_phone || parts[..town].iter().any(|part| is_house_number(part)))
        || has_phone && parts.len() >= 3 && parts.iter().any(|part| details::label(part).is_some())
}

/// "POL-HGF: 260312-4: Traktor rollt durch Gärten", "260312 - 0271 Morne-Nord: Raub": a day and a count, by which
/// the police number their texts, before a headline. They are nobody's phone.
pub fn is_numbered(text: &str) -> bool {
    const FEWEST_WORDS: usize = 3;
    const LONGEST_DESK: usize = 12;
    const SIGNS: [char; 8] = ['-', '–', '/', ':', '.', ' ', '\u{A0}', '#'];
    let is_desk =
        |desk: &str| desk.len() <= LONGEST_DESK && desk.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'-');
    let text = text.split_once(": ").filter(|(desk, _)| is_desk(desk)).map_or(text, |(_, rest)| rest);
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let Some(count) = (digits(text) == 6).then(|| text[6..].trim_start_matches([' ', '-', '–', '/'])) else {
        return false;
    };
    let length = digits(count);
    let day = |range: std::ops::Range<usize>, most: u8| {
        text[range].parse::<u8>().is_ok_and(|part| (1..=most).contains(&part))
    };
    (1..=4).contains(&length)
        && (day(2..4, 12) && day(4..6, 31) || day(2..4, 12) && day(0..2, 31))
        && count[length..].starts_with(SIGNS)
        && words::at_least(count[length..].trim_start_matches(SIGNS), FEWEST_WORDS)
}

/// "RIVER DEFENCE press release DEPARTMENT OF RIVERS", "PRESS RELEASE ______ THE SENATE": a letterhead that holds
/// the kind of text between names, or a rule.
pub fn is_kind_within(text: &str) -> bool {
    const LONGEST: usize = 100;
    if text.len() > LONGEST || !text.contains(['_', ' ']) {
        return false;
    }
    if text.contains("____") {
        return words::RELEASE_LINES.opening(text).is_some();
    }
    let is_small = |word: &&str| word.chars().all(char::is_lowercase);
    let is_large = |word: &str| !word.chars().any(char::is_lowercase);
    let (before, within) = text.split_at(text.find(char::is_lowercase).unwrap_or(text.len()));
    let kind: Vec<&str> = within.split(' ').take_while(is_small).collect();
    let mut behind = within.split(' ').skip(kind.len()).peekable();
    before.ends_with(' ')
        && (2..=3).contains(&kind.len())
        && behind.peek().is_some()
        && behind.all(is_large)
        && words::RELEASE_LINES.has(&kind.join(" "))
}

/// "| von Ada Berg", "By admin"
pub fn is_byline(text: &str) -> bool {
    let bare = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let Some(by) = words::BYLINES.opening(bare) else { return false };
    let name = words::after(bare, by).trim_start_matches([' ', '\u{A0}', ':']);
    // "Di Ada Berg" is a name as a whole, "Posted by" is none.
    let person = || people::person(name).is_some_and(|_| by.len() > 2 || people::person(bare).is_none() || by == "by");
    // "Press Release Prepared by Captain Ada Berg, Aldwick Police Department"
    let is_of_house = |(name, house): (&str, &str)| {
        let named = people::person(name).is_some() || people::behind_words(name).is_some();
        named && people::is_organisation(house) && !words::at_least(name, 6) && !words::at_least(house, 8)
    };
    !words::at_least(bare, 6) && (words::ACCOUNTS.has(name) || person())
        || by.len() > 2 && name.split_once(", ").is_some_and(is_of_house)
}

/// "Dear editors,", which an invitation opens with.
pub fn is_salutation(text: &str) -> bool {
    if text.len() > 200 {
        return false;
    }
    let bare = text.trim_end();
    words::SALUTATIONS.opening(text).is_some()
        && !bare.ends_with('.')
        && !words::at_least(text, 13)
        && (bare.ends_with([',', '!', ':']) || words::ADDRESSED.is_within(&fold(text)))
}

/// "Es gilt das gesprochene Wort": what stands below is a speech.
pub fn is_spoken(above: &[Block]) -> bool {
    above.iter().any(|block| words::DELIVERY.opening(block.text().trim_start_matches('(')).is_some())
}

/// "Einladung zum Pressetermin", "Press invitation".
pub fn is_invitation(text: &str) -> bool {
    words::INVITATION_IN.is_within(&fold(text))
}

/// "(Editor's note: corrected to give the right length.)"
pub fn is_note_in_parentheses(text: &str) -> bool {
    let inner = text.strip_prefix('(').and_then(|inner| inner.strip_suffix(')'));
    inner.is_some_and(|inner| note_to_editors(inner).is_some())
}

/// "Editor's Note: For the list of grants see ..." above the text: the byte offset of the note.
pub fn note_to_editors(text: &str) -> Option<usize> {
    let (label, _) = text.split_once(':')?;
    // "Notes: a concert" may be a headline.
    let offset = line::notes_heading(text).filter(|_| words::at_least(label, 2) && !words::at_least(label, 6))?;
    (offset > label.len() && words::at_least(&text[offset..], 3)).then_some(offset)
}

/// "Hinweis an die Redaktionen" above the headline.
pub fn is_note_alone(text: &str) -> bool {
    words::at_least(text, 2) && !text.contains(':') && line::notes_heading(text) == Some(text.len())
}

/// "Executive Snapshot:" above the items of a list.
pub fn heads_a_list(blocks: &[Block], at: usize) -> bool {
    const MOST_WORDS: usize = 4;
    let text = blocks[at].text();
    let is_item = |below: &Block| matches!(below.shape, Shape::Item { .. }) || is_set_as_item(below.text());
    // "HIGHLIGHTS", "Key figures"
    let alone = line::is_shouted(text) && !words::at_least(text, 3) || words::LIST_HEADINGS.has(text);
    let heads = text.ends_with(':') || alone;
    heads && !words::at_least(text, MOST_WORDS + 1) && blocks.get(at + 1).is_some_and(is_item)
}

/// "o Net income rose": a sign of a list that is a letter.
pub fn is_set_as_item(text: &str) -> bool {
    text.strip_prefix("o ").or_else(|| text.strip_prefix("§ ")).is_some_and(|item| item.starts_with(char::is_uppercase))
}

/// "Zeit: 12 Uhr", "WHO: the mayor", "Wann? Montag, 11 Uhr".
pub fn is_fact(text: &str) -> bool {
    let Some(label) = words::FACTS.opening(text) else { return false };
    let behind = words::after(text.trim_start(), label).trim_start();
    let answer = || behind.strip_prefix('?').is_some_and(|answer| !answer.trim().is_empty());
    behind.starts_with(':') || answer()
}

/// "PORT ALDER —", which an extraction parted from its sentence.
pub fn place_before_dash(text: &str) -> Option<String> {
    let place = text.trim_end().strip_suffix(['–', '—'])?.trim();
    (place.split_whitespace().count() <= 4 && dateline::is_place(place)).then(|| dateline::readable(place))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byline_may_be_set_with_a_blank_that_does_not_break() {
        for line in ["| von Ada Berg", "Von\u{A0}Ada Berg"] {
            assert!(is_byline(line), "{line}");
        }
    }

    #[test]
    fn lines_of_a_frame_are_told_from_headlines() {
        assert!(is_filing("Topics: Health, Transport") && is_filing("– Topics: Health"));
        assert!(is_routing("To: National Desk") && is_routing("Business/Technology Editors"));
        assert!(
            is_kind_within("RIVER DEFENCE press release DEPARTMENT OF RIVERS")
                && !is_kind_within("DEFENCE press release")
        );
        assert!(is_postal("Hauppauge, NY 11788-5138") && !is_postal("Hauppauge, NYC 11788"));
        assert!(!is_postal("Call extension 12345"));
        for line in ["POL-HGF: 260312-4: Traktor rollt durch Gärten", "260312 - 0271 Morne-Nord: Raub auf Kiosk"] {
            assert!(is_numbered(line), "{line}");
        }
        for line in ["POL-HGF: 269912-4: Traktor rollt durch Gärten", "260312-4 Pressestelle Morne", "Tel.: 260312-4"]
        {
            assert!(!is_numbered(line), "{line}");
        }
        assert!(!is_byline("by train"));
        let of_house = "Press Release Prepared by Captain Ada Berg, Aldwick Police Department";
        for line in ["By admin", "Posted by Ada Berg", "Par : Ada Berg", of_house] {
            assert!(is_byline(line), "{line}");
        }
        assert_eq!(place_before_dash("PORT ALDER —").as_deref(), Some("Port Alder"));
        assert_eq!(place_before_dash("open the door —"), None);
    }

    #[test]
    fn a_salutation_is_no_longer_than_its_limit() {
        let greeting = |length: usize| format!("Dear {},", "x".repeat(length - 6));
        assert!(is_salutation(&greeting(200)));
        assert!(!is_salutation(&greeting(201)));
    }
}
