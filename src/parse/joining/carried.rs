//! Lines that look whole by themselves and are the end of a sentence that was wrapped: "... call the office
//! on" above "555-0123.", "... on 25" above "September 2026.".

use super::endings::{awaits_a_day, ends_open, ends_sentence, is_stamp, opens_lower};
use super::wrapped::{begins_sentence, ends_small};
use super::{SHORTEST_CUT, was_joined};
use crate::manuscript::{Block, Joint, Shape};
use crate::parse::date::{self, Written};
use crate::parse::words::{self, Wordings};
use crate::parse::{dateline, details, header, line, people};

/// Whether a line that could stand alone goes on with the sentence of the paragraph right above.
pub fn carries_on(last: &Block, next: &Block) -> bool {
    const FEWEST_WORDS: usize = 5;
    let before = last.text();
    next.joint == Joint::Line
        && next.shape == Shape::Text
        && matches!(last.shape, Shape::Text | Shape::Item { .. })
        && words::at_least(before, FEWEST_WORDS)
        && (is_detail_of(last, next.text()) || is_day_of(last, next.text()))
}

/// "WHAT:" above what it is, or "What:  The director and" above the rest, set in below the value.
pub fn goes_on_with_fact(last: &Block, next: &Block) -> bool {
    const FEWEST_BLANKS: usize = 4;
    let (before, after) = (last.text(), next.text());
    if next.joint != Joint::Line || last.shape != Shape::Text || next.shape != Shape::Text || !header::is_fact(before) {
        return false;
    }
    let is_bare = before.ends_with([':', '?']) && !words::at_least(before, 4);
    let is_set_in = || next.at.column >= last.at.column + FEWEST_BLANKS;
    let is_day = || dateline::own_line(after).is_some_and(|own| own.place.is_none() && own.rest.is_none());
    is_bare && (!line::stands_alone(after) || is_day())
        || is_set_in()
            && !ends_sentence(before)
            && (opens_lower(after) || ends_open(before) || was_joined(last))
            && !line::stands_alone(after)
}

/// "• Return of capital, made in" above "the spring": the second line of an item, which is not set in.
pub fn goes_on_with_item(last: &Block, next: &Block) -> bool {
    let before = last.text();
    matches!(last.shape, Shape::Item { .. })
        && next.joint == Joint::Line
        && next.shape == Shape::Text
        && !ends_sentence(before)
        && (ends_open(before) || ends_small(before) || next.text().starts_with('('))
        && before.len() >= SHORTEST_CUT
}

/// Whether the rest of a day stands on the line below: "on 25", "for the year ended".
pub fn breaks_off_in_a_day(before: &str) -> bool {
    ends_with_a_day(before) || ends_a_period(before)
}

/// A phone, an address or a link that a sentence gives.
fn is_detail_of(last: &Block, after: &str) -> bool {
    let before = last.text();
    let closes = after.trim_end_matches([')', '”', '"', '»']).ends_with('.');
    // "For more information, please contact Ann Lee at": a contact is read line by line.
    let calls = || words::wordings(before).has(Wordings::CONTACT) && !is_of_sentences(last);
    !ends_sentence(before)
        && !before.ends_with([',', ';'])
        // "Quayside Flight Center, Millbrook, MD" above "(Phone: 301/555-0155)" is a name, and no sentence that it
        // goes on with.
        && !is_name(before)
        && details::is_detail_line(after)
        && (details::label(after).is_none() || opens_lower(after) && closes)
        && (closes || is_in_parentheses(after) || awaits_a_detail(before) || is_of_sentences(last))
        && !calls()
}

/// Large words and those that join them, of which none ends a name.
fn is_name(text: &str) -> bool {
    let last = text.rsplit(char::is_whitespace).next().unwrap_or("");
    !last.starts_with(char::is_lowercase) && people::is_joined_by_capitals(text.split_whitespace())
}

/// "(070-555 01 23)", where "(070) 555 01 23" opens with the code of a town.
fn is_in_parentheses(after: &str) -> bool {
    let bare = after.trim_end_matches(['.', ',', ';']);
    bare.starts_with('(') && bare.find(')') == Some(bare.len() - 1)
}

/// "... can call the project office on", "aanmelden via", "erreichbar unter"
fn awaits_a_detail(before: &str) -> bool {
    const LONGEST_SMALL: usize = 4;
    let last = before.rsplit([' ', '\u{A0}']).next().unwrap_or("");
    let is_small = last.chars().count() <= LONGEST_SMALL && last.chars().all(char::is_lowercase);
    is_small || ends_open(before) || ends_small(before)
}

/// The rest of a day that a sentence or a headline gives.
fn is_day_of(last: &Block, after: &str) -> bool {
    let before = last.text();
    if before.len() < SHORTEST_CUT || dateline::own_line(after).is_none_or(|own| own.place.is_some()) {
        return false;
    }
    let Some(opening) = date::opening(after) else { return false };
    if ends_with_a_day(before) {
        return opening.date == Written::NoDay;
    }
    // "12 marca 2026 r." ends so by itself.
    let closes = || after.strip_suffix('.').is_some_and(|bare| bare.ends_with(|c: char| c.is_ascii_digit()));
    let in_month = || opening.date == Written::NoDay && ends_open(before);
    !ends_sentence(before)
        && (awaits_a_day(before) && !is_stamp(after)
            || ends_a_period(before)
            || in_month()
            || closes() && is_of_sentences(last))
}

/// "ended 31", "am 3.", "le 1er"
fn ends_with_a_day(before: &str) -> bool {
    let last = before.rsplit([' ', '\u{A0}']).next().unwrap_or("");
    let digits = last.trim_end_matches(|c: char| c == '.' || c == 'º' || c.is_alphabetic());
    let small = matches!(&last[digits.len()..], "" | "." | "st" | "nd" | "rd" | "th" | "er" | "º" | "TH" | "ST");
    small && digits.parse::<u8>().is_ok_and(|day| (1..=31).contains(&day))
}

/// "for the six months ended", in capitals too.
pub fn ends_a_period(before: &str) -> bool {
    words::PERIOD_ENDS.has(before.rsplit([' ', '\u{A0}']).next().unwrap_or(""))
}

/// Lines of text, as no headline is: a sentence ends above, or a date line opens them.
fn is_of_sentences(last: &Block) -> bool {
    let before = last.text();
    begins_sentence(before) || was_joined(last) && dateline::run_in(before).is_some()
}

#[cfg(test)]
mod tests {
    use crate::source::text;

    fn joined(input: &str) -> usize {
        crate::parse::joining::paragraphs(text::read(input, 1).blocks).0.len()
    }

    #[test]
    fn what_a_sentence_ends_with_is_no_line_of_its_own() {
        for text in [
            "Those who want to help can call the office until 1 April on\n555-0123.",
            "Wie wil meedenken kan zich aanmelden bij het bureau via\nhttps://www.westmeer.example/weg\nof bellen op\n055-501 01 23.",
            "Domstolen nås även på kvällar och helger\n(070-555 01 23).",
            "Orders match those of the year ended 31\nMarch 2026.",
            "Der Betrieb ruhte in der ganzen Stadt bis zum 3.\nMärz 2026.",
            "RESULTS FOR THE SIX MONTHS ENDED\n30 JUNE 2026",
            "The yard has grown since it opened its doors in\nMay 2020",
            "Code of the Garden Offered Under a Free Licence and to Reside at\nwww.garden.example",
        ] {
            assert_eq!(joined(text), 1, "{text}");
        }
    }

    #[test]
    fn what_stands_alone_below_a_headline_or_a_name_stays_a_line() {
        for text in [
            "New bridge over the river opens to all cyclists\n12 March 2026",
            "New bridge over the river opens to all cyclists\npress@bridge.example",
            "Ann Lee, Press Office of the Harbour Museum\n555-0123",
            "Senior Communications Officer Public Relations and Media\n(450) 555-0170",
            "Press Office of the Town of Westlake and Harbour\nTel. 555-0123",
            "Quayside Balloon Flight Center, Millbrook, MD\n(Phone:  301/555-0155)",
            "Pressestelle der Stadt Morne am Alten Hafen\n(0555 123 45 67)",
            "Budowa mostu na rzece ukończona przed czasem\n12 marca 2026 r.",
        ] {
            assert_eq!(joined(text), 2, "{text}");
        }
    }
}
