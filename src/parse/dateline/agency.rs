//! The tags of news agencies and wires in a date line: "(OTS/RK)", "/`PRNewswire`/". What an agency
//! is called elsewhere in a text is not looked at.

use std::borrow::Cow;

use super::super::date;
use super::super::words;

/// Agencies whose tags are written in lower case or like a name.
const NAMES: [&str; 43] = [
    "ots",
    "dpa",
    "apa",
    "pts",
    "pta",
    "sda",
    "ats",
    "afp",
    "epd",
    "kna",
    "ddp",
    "efe",
    "lifepr",
    "pressebox",
    "presseportal",
    "marketwired",
    "newswire.com",
    "prnewswire",
    "pr newswire",
    "business wire",
    "globe newswire",
    "globenewswire",
    "newswise",
    "firmenpresse",
    "openpr",
    "idw",
    "dts",
    "sid",
    "afx",
    "pte",
    "ptp",
    "prweb",
    "thenewswire",
    "the newswire",
    "accesswire",
    "marketwire",
    "newsfile",
    "newsfile corp.",
    "businesswire",
    "ein presswire",
    "cnw",
    "cnw telbec",
    "cision",
];

/// The longest code of an editor or a desk, in letters: "SPW", "pm", "bsk".
const LONGEST_CODE: usize = 5;

/// Takes tags such as "(GLOBE NEWSWIRE)" and "/`PRNewswire`/" out of a date line's head, and says
/// whether there was one. A date inside a tag stays.
pub fn without(head: &str) -> (Cow<'_, str>, bool) {
    // "(Wien-OTS)"
    let bare = head.trim_end_matches(')');
    let suffix = ["-OTS", "-ots"]
        .iter()
        .find_map(|tag| bare.strip_suffix(tag))
        .map(|place| if bare.len() < head.len() { format!("{place})") } else { place.to_owned() });
    let mut tagged = suffix.is_some();
    let mut rest = suffix.map_or(Cow::Borrowed(head), Cow::Owned);
    while let Some((start, end, date)) = tag(&rest) {
        let date = date.map_or_else(String::new, |date| format!(" {date}"));
        let before = rest[..start].trim_end_matches([' ', ',', '–', '—', '-']);
        let after = rest[end..].trim_start_matches([' ', ',', '–', '—', '-']);
        let gap = if after.is_empty() { "" } else { " – " };
        rest = format!("{before}{date}{gap}{after}").into();
        tagged = true;
    }
    (rest, tagged)
}

/// Takes a known agency's tag off the end: "Santa Clara, CA (PRWEB)".
pub fn without_known(head: &str) -> Option<String> {
    let (place, tag) = head.trim_end().strip_suffix([')', '/', ']'])?.rsplit_once(['(', '/', '['])?;
    (is_known(tag) && !place.is_empty()).then(|| place.trim_end().to_owned())
}

/// Takes an agency's name out of a head that sets it between dashes: "Aldwick, Quebec – `TheNewswire` - 21 June 2026".
pub fn without_name(head: &str) -> Option<String> {
    let parts: Vec<&str> = head.split([' ', '\u{A0}']).collect();
    let is_dash = |part: &&str| ["-", "–", "—", "--", "/"].contains(part);
    // Most heads name none.
    let named = parts.iter().enumerate().position(|(at, part)| {
        at > 1 && is_dash(&parts[at - 1]) && is_name(part) && parts.get(at + 1).is_none_or(is_dash)
    })?;
    let before = parts[..named - 1].join(" ");
    let after = parts.get(named + 2..).unwrap_or_default().join(" ");
    Some(if after.is_empty() { before } else { format!("{}, {after}", before.trim_end_matches(',')) })
}

/// The first tag: where it begins and ends, and the date inside it.
fn tag(head: &str) -> Option<(usize, usize, Option<&str>)> {
    [('(', ')'), ('/', '/'), ('[', ']')].into_iter().find_map(|(open, close)| {
        head.match_indices(open).find_map(|(start, _)| {
            let inner_start = start + open.len_utf8();
            let length = head[inner_start..].find(close)?;
            let inner = head[inner_start..inner_start + length].trim();
            let end = inner_start + length + close.len_utf8();
            if start == 0 {
                return None;
            }
            // "/Newsline/" closes a head; "Bern/Basel/Zug" is none.
            let named = open == '/'
                && head[..start].ends_with(' ')
                && head[end..].trim_matches([' ', '-', '–', '—']).is_empty()
                && inner.starts_with(char::is_uppercase)
                && inner.split_whitespace().count() <= 3;
            // "(rk)", "(pm/red)"
            let code = || open == '(' && is_small_code(inner);
            if is_agency(inner) || code() || named && date::first(inner).is_none() {
                return Some((start, end, None));
            }
            // "(Newsfile Corp. - June 12, 2026)"
            let (name, date) = inner.split_once(" - ").or_else(|| inner.split_once(" – "))?;
            let is_name = name.split_whitespace().count() <= 3 && name.starts_with(char::is_uppercase);
            (is_name && date::whole(date).is_some()).then_some((start, end, Some(date)))
        })
    })
}

/// "EUROPA PRESS": a tag in capitals that names no known agency.
pub fn is_shouted(tag: &str) -> bool {
    !words::at_least(tag, 4) && is_agency(tag) && !tag.contains(char::is_lowercase)
}

/// Whether a text is the name of an agency.
pub fn is_name(text: &str) -> bool {
    const LONGEST: usize = 20;
    text.len() <= LONGEST && NAMES.contains(&text.to_lowercase().as_str())
}

/// How many bytes a known agency's tag takes at the start of a line, or a desk's code: "(ots) - ", "(BSK) Das Amt".
pub fn leading(text: &str) -> usize {
    let Some((inner, rest)) = text.strip_prefix('(').and_then(|rest| rest.split_once(')')) else {
        return initials(text);
    };
    let behind = rest.trim_start_matches([' ', '-', '–', '—']);
    let of_desk = || rest.starts_with(' ') && is_code(inner) && opens_german_sentence(behind);
    if is_name(inner.trim()) || of_desk() { text.len() - behind.len() } else { 0 }
}

/// How many bytes the initials of who wrote it take before a German sentence: "pkh. Die Polizei".
pub fn initials(text: &str) -> usize {
    const FEWEST: usize = 2;
    const ABBREVIATIONS: [&str; 8] = ["usw", "etc", "bzw", "ca", "vgl", "inkl", "evtl", "ggf"];
    let Some((code, rest)) = text.split_once(". ") else { return 0 };
    let is_sign = (FEWEST..=LONGEST_CODE).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_lowercase());
    let sentence = rest.trim_start();
    let is_one = is_sign && !ABBREVIATIONS.contains(&code) && opens_german_sentence(sentence);
    if is_one { text.len() - sentence.len() } else { 0 }
}

/// "idw-Team Lohe", "idw - Informationsdienst"
pub fn opens_as_service(text: &str) -> bool {
    const MOST_WORDS: usize = 5;
    let (name, behind) = text.split_once('-').unwrap_or_default();
    let small = |name: &str| name.len() >= 3 && name.bytes().all(|byte| byte.is_ascii_lowercase()) && is_name(name);
    // "idw-Preis vergeben" is a headline.
    let is_part =
        |word: &str| word.starts_with(|c: char| !c.is_lowercase()) || small(word.split('-').next().unwrap_or(word));
    small(name.trim_end())
        && behind.contains(char::is_alphabetic)
        && behind.split_whitespace().all(is_part)
        && !words::at_least(text, MOST_WORDS + 1)
}

/// How many bytes a tag in capitals takes at the start of a line: "(ACON) - ".
pub fn shouted_before(text: &str) -> Option<usize> {
    let (inner, rest) = text.strip_prefix('(')?.split_once(')')?;
    let is_tag = (3..=10).contains(&inner.len()) && inner.bytes().all(|byte| byte.is_ascii_uppercase());
    is_tag.then(|| text.len() - rest.trim_start_matches([' ', '-', '–', '—']).len())
}

/// "SPW", "rk", "pm/red": the letters of a desk or an editor.
fn is_code(tag: &str) -> bool {
    let short = |part: &str| (2..=LONGEST_CODE).contains(&part.len());
    let one_size = |part: &str| {
        part.bytes().all(|byte| byte.is_ascii_lowercase()) || part.bytes().all(|byte| byte.is_ascii_uppercase())
    };
    tag.split('/').all(|part| short(part) && one_size(part))
}

/// "rk", "pm/red"
pub fn is_small_code(tag: &str) -> bool {
    is_code(tag) && !tag.bytes().any(|byte| byte.is_ascii_uppercase())
}

/// Codes without a dash behind them are set in German alone, where these words open most of all sentences.
fn opens_german_sentence(text: &str) -> bool {
    text.split(' ')
        .next()
        .is_some_and(|first| first.starts_with(char::is_uppercase) && words::SENTENCE_OPENINGS.has(first))
}

/// "Linz (SPW) Der Gemeindebund", "Wien (ÖVP-Klub) Bezugnehmend auf": whether what stands in parentheses behind a
/// place is a code, though no dash parts it from the sentence. "Google (GOOG) Die" is a house and its short name.
pub fn is_code_behind(place: &str, tag: &str, sentence: &str) -> bool {
    let folded = (words::fold(place), words::fold(tag));
    let short_name = folded.0.chars().next() == folded.1.chars().next();
    let of_club = tag.contains('-') && tag.len() <= 20 && tag.chars().all(|c| c.is_alphabetic() || c == '-');
    let goes_on_small = || sentence.split(' ').nth(1).is_some_and(|word| word.starts_with(char::is_lowercase));
    !place.contains(' ')
        && !short_name
        && (is_code(tag) && opens_german_sentence(sentence)
            || of_club && (opens_german_sentence(sentence) || goes_on_small()))
}

/// Whether what stands in parentheses is a tag that no organisation's acronym could be.
pub fn is_known(tag: &str) -> bool {
    tag.split(['/', '-']).any(|part| is_name(part.trim())) || is_service(tag)
}

/// "ots Ad hoc-Service": an agency and what it sends this by.
fn is_service(tag: &str) -> bool {
    let (first, rest) = tag.split_once(' ').unwrap_or_default();
    is_name(first) && !words::at_least(rest, 4) && !rest.contains(" - ") && date::first(rest).is_none()
}

/// "Deutscher Wetterverein (DWV)": whether letters in parentheses stand for the words before them.
pub fn is_short_name(name: &str, tag: &str) -> bool {
    name.contains(' ') && opens_and_goes_through(&words::fold(name), &words::fold(tag))
}

/// "WRF" before "Westrundfunk", in capitals.
pub fn are_letters_of(tag: &str, name: &str) -> bool {
    (3..=6).contains(&tag.len())
        && name.split(' ').all(|word| word.starts_with(char::is_uppercase))
        && tag.chars().all(char::is_uppercase)
        && opens_and_goes_through(&words::fold(name), &words::fold(tag))
}

fn opens_and_goes_through(name: &str, tag: &str) -> bool {
    let mut letters = name.chars();
    name.chars().next() == tag.chars().next() && tag.chars().all(|c| letters.any(|letter| letter == c))
}

fn is_agency(tag: &str) -> bool {
    // "OTS/RK", "PRNewswire", "EIN Presswire", but not "Landkreis Rostock".
    let capitals = |word: &str| word.chars().filter(|c| c.is_uppercase()).count() >= 2;
    let in_capitals = tag.split([' ', '/', '-']).any(capitals)
        && tag.len() <= 40
        && tag.chars().all(|c| c.is_alphanumeric() || " /-.&".contains(c));
    in_capitals && date::first(tag).is_none() || tag.split('/').all(|part| is_name(part.trim())) || is_service(tag)
}

#[cfg(test)]
mod tests;
