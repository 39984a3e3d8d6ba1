//! The date line that runs into the lead: "WASHINGTON, May 1, 2026 (AGENCY) – The ...".
//!
//! "Apple – the maker of phones – said" is none: without a date or an agency's tag, a new
//! sentence must begin after the dash.

use std::borrow::Cow;

use crate::characters;
use crate::parse::memory::remembered;
use crate::parse::{joining, line, words};

use super::super::date::{self, Found, TimeOfDay, Written};
use super::ends::{End, ends};
use super::place::{is_place, place_before, readable};
use super::{agency, filed, is_link};

/// A date line before the lead's first sentence: "WASHINGTON, May 1, 2026 – ".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunIn {
    pub place: Option<String>,
    pub date: Option<Written>,
    pub time: Option<TimeOfDay>,
    /// An agency's tag stands in it.
    pub tagged: bool,
    /// Byte offset where the sentence begins.
    pub lead: usize,
}

/// A date line run into the lead ends within this many bytes.
const LONGEST: usize = 140;

pub fn run_in(text: &str) -> Option<RunIn> {
    // "Paris, le 7 novembre 2026. Communiqué de presse." opens no text.
    let says = |run: &RunIn| {
        let lead = &text[run.lead..];
        !words::RELEASE_LINES.has(lead.trim_end_matches('.')) && line::numbered_kind(lead).is_none()
    };
    remembered!(text, read_run_in => Option<RunIn>).filter(says)
}

fn read_run_in(text: &str) -> Option<RunIn> {
    // "(PresseBox) (Dresden, 12.05.2016) "
    let skip = agency::leading(text);
    if skip > 0 {
        let rest = &text[skip..];
        let tag_only = || {
            let is_prose = rest.chars().count() >= 50 && rest.starts_with(|c: char| !c.is_lowercase());
            is_prose.then_some(RunIn { place: None, date: None, time: None, tagged: true, lead: 0 })
        };
        return run_in(rest).or_else(tag_only).map(|found| RunIn { lead: found.lead + skip, ..found });
    }
    // "(ACON) Trieste, 31 lug - La consigliera": an agency that is known by nothing but its place.
    if let Some(found) = agency::shouted_before(text).and_then(|skip| {
        let found = run_in(&text[skip..])?;
        (found.date.is_some() && found.place.is_some()).then(|| RunIn {
            lead: found.lead + skip,
            tagged: true,
            ..found
        })
    }) {
        return Some(found);
    }
    let ends = ends(characters::at_most(text, LONGEST));
    ends.into_iter()
        .rev()
        .find_map(|end| read_head(text, end))
        .or_else(|| numbered(text))
        .or_else(|| capitals_and_period(text))
        .or_else(|| unparted(text))
}

/// Whether a line begins with place and date, or place and agency, however little follows.
pub fn opens(text: &str) -> bool {
    let text = characters::at_most(text, LONGEST);
    let padded = format!("{text} and so on, for as many words as the first sentence of a lead has at the least.");
    run_in(&padded).is_some_and(|found| {
        let lead = &text[found.lead.min(text.len())..];
        // As long as a line is that was wrapped.
        let is_line = (60..=120).contains(&text.len()) && !text.ends_with(';') && !line::is_shouted(lead);
        found.date.is_some()
            || found.tagged && found.place.is_some() && is_line
            || is_shouted_first(text) && !is_shouted_first(lead)
    })
}

fn read_head(text: &str, end: End) -> Option<RunIn> {
    let rest = &text[end.lead..];
    let (head, tagged) = agency::without(text[..end.head].trim());
    let (head, tagged) = match agency::without_name(&head) {
        Some(bare) => (Cow::Owned(bare), true),
        None => (head, tagged),
    };
    let (head, in_brackets) = without_brackets(head.trim());
    let head = without_parentheses(head);
    let found = date::all(&head);
    let (before, after, date) = match found.last() {
        Some(last) => (&head[..first_of_alike(&head, &found)], &head[last.range.end..], Some(last.date.clone())),
        None => (&*head, "", None),
    };
    let (after, time) = match date::zoned_time(after) {
        Some((range, time)) if is_joint(&after[..range.start], before) => (&after[range.end..], Some(time)),
        _ => (after, None),
    };
    // "Madrid, 27 nov. 2026 (Gabinete de prensa).- "
    let desk = after.trim();
    let desk = desk.starts_with('(') && desk.ends_with(')') && !words::at_least(desk, 6) && !before.is_empty();
    let after = if desk { "" } else { after };
    let before = if opens_french(before, rest) { "" } else { before };
    let after = after.trim_matches(|c: char| !c.is_alphanumeric() && c != '.').trim_start_matches('.');
    let after = if ["r.", "r", "roku"].contains(&after) { "" } else { after };
    let place = match (place_before(before).ok(), after) {
        (Some(place), "" | ".") => place,
        // "Company logo, Oct. 6, 2014 – PALO ALTO, Calif. – "
        (Some(Some(_)) | None, after) if is_place(after) && is_shouted_first(after) => Some(readable(after)),
        // "12 June 2026, Aldwick – "
        (Some(None), after) if is_place(after) && after.split_whitespace().count() <= 3 => Some(readable(after)),
        _ => return None,
    };
    // "[HVB PR][DE] ": what a mailing list sets before a subject.
    if text.starts_with('[') && date.is_none() {
        return None;
    }
    let certain = date.is_some() || tagged || in_brackets;
    let place_is_given = place.is_some();
    // "(Bay Harbor, Ohio) Today the clerk opened ..."
    let two_parts = || place_is_given && before.contains(',') && joining::is_long_sentence(rest);
    if end.bracket && !tagged && !matches!(date, Some(Written::Day(_))) && !two_parts() {
        return None;
    }
    // A head without date or tag must look like nothing but a place, and a sentence must follow.
    let opens_sentence =
        rest.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || "„“\"”«»‘'’¿¡(".contains(c));
    // With a place and a whole day no more than a sentence is needed to be sure.
    let whole = place_is_given && matches!(date, Some(Written::Day(_)));
    // "BAY HARBOR – The clerk opened a second counter today."
    let shouted = || line::is_shouted(before) && is_shouted_first(before) && rest.ends_with('.');
    let fewest = if whole || tagged {
        15
    } else if shouted() {
        40
    } else {
        50
    };
    // A statement may be announced, and a full stop forgotten.
    let says = |word: &str| word.chars().count() > 2 && word.chars().all(char::is_lowercase);
    let announces = || {
        // "4 O 55/20 –" is a court's number.
        rest.trim_end().ends_with([':', ';', '–', '…'])
            && words::at_least(rest, 4)
            && rest.split(|c: char| !c.is_alphanumeric()).any(says)
    };
    // "OLDFORD, ME – The miller issued this statement on the mill:" below a date.
    let in_a_state = || before.contains(',') && line::is_shouted(before) && rest.trim_end().ends_with(':');
    let is_prose = in_a_state() && words::at_least(rest, 8)
        || whole && (announces() || words::at_least(rest, if tagged { 8 } else { 14 }))
        || rest.chars().count() >= fewest && rest.contains(['.', '!', '?', '”', '"', if tagged { ':' } else { '.' }]);
    // "DALLAS, TX and MILWAUKEE, WI – "
    let two_towns = || {
        let (first, second) = [" and ", " & ", " AND "].iter().find_map(|joint| before.split_once(joint))?;
        (first.contains(',') && second.contains(',') && line::is_shouted(first) && line::is_shouted(second))
            .then_some(8)
    };
    let most_words = two_towns().unwrap_or(if before.contains(',') { 4 } else { 3 });
    let only_place = place_is_given && before.split_whitespace().count() <= most_words && opens_sentence;
    let fits = if certain { place_is_given || date.is_some() } else { only_place };
    (fits && is_prose).then_some(RunIn { place, date, time, tagged, lead: end.lead })
}

/// "Le 14 septembre 2026 – Le musée annonce ...", and not "Le 14 juillet 2026 – fête nationale – le musée ferme".
fn opens_french(before: &str, rest: &str) -> bool {
    const NEAR: usize = 80;
    let near = characters::at_most(rest, NEAR);
    before.trim().eq_ignore_ascii_case("le")
        && rest.starts_with(char::is_uppercase)
        && ![" – ", " — ", " - "].iter().any(|dash| near.contains(dash))
}

/// "Aldwick, Nov 12, 2026, Nov. 12, 2026": where the day begins that a wire set again behind the text's own.
fn first_of_alike(head: &str, found: &[Found]) -> usize {
    let alike = |pair: &&[Found]| {
        let between = &head[pair[0].range.end..pair[1].range.start];
        pair[0].date == pair[1].date && !between.contains(char::is_alphanumeric)
    };
    let again = found.windows(2).rev().take_while(alike).count();
    found[found.len() - 1 - again].range.start
}

/// Whether nothing but signs stands between day and time; behind a place it may be "at".
fn is_joint(between: &str, before: &str) -> bool {
    let placed = || matches!(place_before(before), Ok(Some(_)));
    !between.contains(char::is_alphanumeric) || is_link(between) && placed()
}

fn is_shouted_first(text: &str) -> bool {
    let first = text.split([' ', ',', '–', '—']).next().unwrap_or("");
    first.chars().count() >= 3 && !first.chars().any(char::is_lowercase)
}

fn without_brackets(head: &str) -> (&str, bool) {
    let inner = [('(', ')'), ('[', ']')]
        .into_iter()
        .find_map(|(open, close)| head.strip_prefix(open).and_then(|inner| inner.strip_suffix(close)));
    inner.filter(|inner| !inner.contains(['(', '['])).map_or((head, false), |inner| (inner.trim(), true))
}

/// "HALVERTON, Ore. (June 12, 2026)": the parentheses around a date or behind it mean nothing.
fn without_parentheses(head: &str) -> Cow<'_, str> {
    if let Some(inner) = head.strip_suffix(')')
        && let Some(open) = inner.rfind('(')
        && (date::whole(&inner[open + 1..]).is_some() || date::whole(head[..open].trim()).is_some())
    {
        return format!("{} {}", &head[..open], &inner[open + 1..]).into();
    }
    head.into()
}

/// "Essen (pts007/06.05.2026/10:15) - Der Verein ...": the number, day and time by which a wire files it.
fn numbered(text: &str) -> Option<RunIn> {
    let near = characters::at_most(text, LONGEST);
    let filed = filed::filed(near)?;
    let sign = [" - ", " – "].into_iter().find(|sign| filed.rest.starts_with(sign))?;
    let lead = near.len() - filed.rest.len() + sign.len();
    is_place(filed.place).then(|| RunIn {
        place: Some(readable(filed.place)),
        date: Some(filed.date),
        time: filed.time,
        tagged: true,
        lead,
    })
}

/// "FRANKFURT. Die Bank ..."
fn capitals_and_period(text: &str) -> Option<RunIn> {
    let (head, rest) = text.split_once(". ")?;
    let letters = head.chars().filter(|c| c.is_alphabetic()).count();
    let all_capitals = letters >= 4 && head.chars().all(|c| c.is_uppercase() || " -/".contains(c));
    // "Gumbach. Die Messe in Gumbach"
    let named_again = || {
        let one_word = !head.contains(' ') && head.chars().skip(1).all(char::is_lowercase);
        let mut places = rest.match_indices(head).filter(|(at, _)| *at < LONGEST);
        one_word
            && letters >= 4
            && places.any(|(at, _)| {
                let before = rest[..at].trim_end().rsplit(' ').next().unwrap_or("");
                words::BEFORE_PLACES.has_small(before) || ["of", "near"].contains(&before)
            })
    };
    ((all_capitals || named_again()) && is_place(head) && rest.chars().count() >= 50).then(|| RunIn {
        place: Some(readable(head)),
        date: None,
        time: None,
        tagged: false,
        lead: text.len() - rest.len(),
    })
}

/// "Lindau, 03.05.2021 Fischer haben ...": place, comma and a whole day, and the sentence right behind.
fn unparted(text: &str) -> Option<RunIn> {
    const MOST_WORDS: usize = 3;
    let found = date::first(characters::at_most(text, LONGEST)).filter(|found| found.range.start > 0)?;
    let before = text[..found.range.start].trim_end();
    let rest = text[found.range.end..].strip_prefix([' ', '\u{A0}'])?.trim_start();
    let place = before.strip_suffix(',').filter(|place| is_place(place) && !words::at_least(place, MOST_WORDS + 1))?;
    let says = rest.starts_with(char::is_uppercase) && joining::is_long_sentence(rest);
    (matches!(found.date, Written::Day(_)) && says && line::release_line(rest).is_none()).then(|| RunIn {
        place: Some(readable(place)),
        date: Some(found.date),
        time: None,
        tagged: false,
        lead: text.len() - rest.len(),
    })
}

#[cfg(test)]
mod tests;
