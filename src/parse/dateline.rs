//! The date line: a place and a date on a line of their own, or run into the lead.
//!
//! "Apple – the maker of phones – said" is no date line: without a date or an agency's tag, a
//! new sentence must begin after the dash. Nothing here completes a date or a place.

use chrono::NaiveTime;

use super::date::{self, Written};
use super::line;
use super::words::{self, fold, opening};

/// A date on its own line: "Dresden, November 2, 2018".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnLine {
    pub place: Option<String>,
    pub date: Written,
    pub time: Option<NaiveTime>,
    /// Byte offset of what follows on the line, such as a contact or a kind of release.
    pub rest: Option<usize>,
}

/// A date line before the lead's first sentence: "WASHINGTON, May 1, 2026 – ".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunIn {
    pub place: Option<String>,
    pub date: Option<Written>,
    pub time: Option<NaiveTime>,
    /// Byte offset where the sentence begins.
    pub lead: usize,
}

/// Longest own line, in characters.
const LONGEST_LINE: usize = 140;
/// A date line run into the lead ends within this many bytes.
const LONGEST_RUN_IN: usize = 140;

const LINKS: [&str; 9] = ["den", "le", "am", "vom", "el", "on", "a", "dem", "im"];

pub fn own_line(text: &str) -> Option<OwnLine> {
    if text.chars().count() > LONGEST_LINE {
        return None;
    }
    let start = after_label(text);
    let found = date::first(&text[start..])?;
    let (date_start, date_end) = (start + found.range.start, start + found.range.end);
    let place = place_before(&text[start..date_start]).ok()?;
    let after = &text[date_end..];
    let (time, time_end) = match date::time(after) {
        Some((range, time))
            if after[..range.start].chars().all(|c| !c.is_alphanumeric()) || is_link(&after[..range.start]) =>
        {
            (Some(time), range.end)
        }
        _ => (None, 0),
    };
    let rest = after[time_end..].trim_start_matches(|c: char| !c.is_alphanumeric());
    let gap = &after[time_end..after.len() - rest.len()];
    let offset = text.len() - rest.len();
    if rest.is_empty() {
        return Some(OwnLine { place, date: found.date, time, rest: None });
    }
    let is_contact = line::contact_heading(rest).is_some();
    // "Hamburg, 4 March 2026 – The lamp room of the" is the start of a sentence wrapped by hand.
    let may_remark = place.is_none() || gap.contains('|') || line::release_line(rest).is_some();
    let is_remark = may_remark
        && gap.contains(['|', '—', '–', '/', '(', '-'])
        && rest.chars().count() <= 45
        && !rest.ends_with('.');
    (is_contact || is_remark).then_some(OwnLine { place, date: found.date, time, rest: Some(offset) })
}

fn after_label(text: &str) -> usize {
    let folded = fold(text);
    let Some(label) = opening(&folded, words::all(|w| w.date)) else {
        return 0;
    };
    let after = words::after(text.trim_start(), label);
    match after.trim_start().strip_prefix(':') {
        Some(rest) => text.len() - rest.len(),
        None if ["vom", "le", "issued", "published", "publié le", "erschienen am", "veröffentlicht am"]
            .contains(&label) =>
        {
            text.len() - after.len()
        }
        None => 0,
    }
}

fn is_link(text: &str) -> bool {
    let folded = fold(text);
    folded
        .split(|c: char| !c.is_alphanumeric())
        .all(|word| word.is_empty() || ["um", "at", "à", "a", "las", "gegen"].contains(&word))
}

/// Words before a date that are no place.
struct NoPlace;

/// The place before a date; nothing at all may stand there.
fn place_before(text: &str) -> Result<Option<String>, NoPlace> {
    let mut bare = text.trim();
    loop {
        let shorter = bare.trim_end_matches([',', ' ', '\u{A0}', '–', '—', '|', '(', '-']);
        let word = shorter.rsplit(char::is_whitespace).next().unwrap_or("");
        let shorter = if LINKS.contains(&word) { shorter[..shorter.len() - word.len()].trim_end() } else { shorter };
        if shorter == bare {
            break;
        }
        bare = shorter;
    }
    let bare = without_number(bare.trim_start_matches(['(', '*', ' ']));
    match bare {
        "" => Ok(None),
        place if is_place(place) => Ok(Some(readable(place))),
        _ => Err(NoPlace),
    }
}

/// Takes an agency's number, such as "OTS0063", off the front.
fn without_number(text: &str) -> &str {
    let (first, rest) = text.split_once([' ', ',']).unwrap_or((text, ""));
    let letters = first.chars().take_while(char::is_ascii_uppercase).count();
    let is_number = letters >= 2 && first.len() > letters && first[letters..].chars().all(|c| c.is_ascii_digit());
    if is_number { rest.trim_start_matches([' ', ',']) } else { text }
}

pub fn run_in(text: &str) -> Option<RunIn> {
    let mut limit = text.len().min(LONGEST_RUN_IN);
    while !text.is_char_boundary(limit) {
        limit -= 1;
    }
    dashes(&text[..limit])
        .into_iter()
        .rev()
        .find_map(|(head_end, lead)| read_head(text, head_end, lead))
        .or_else(|| capitals_and_period(text))
}

/// Where a dash ends a head, and where the sentence after it begins.
fn dashes(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        let is_dash = match c {
            '–' | '—' => true,
            // "Ahlbrück, 13. Mai 2026. The sentence"
            '.' => text[..at].ends_with(|c: char| c.is_ascii_digit()) && text[end..].starts_with([' ', '\u{A0}', '-']),
            '-' => {
                text[end..].starts_with('-')
                    || text[..at].ends_with([' ', '\u{A0}', ')', '/']) && text[end..].starts_with([' ', '\u{A0}'])
            }
            // "Berlin, 12.03.2024: The sentence"
            ':' => text[..at].ends_with(|c: char| c.is_ascii_digit()) && text[end..].starts_with(' '),
            _ => false,
        };
        if is_dash {
            let rest = text[end..].trim_start_matches(['.', '-', '–', '—', ' ', '\u{A0}']);
            found.push((at, text.len() - rest.len()));
        }
    }
    found
}

fn read_head(text: &str, head_end: usize, lead: usize) -> Option<RunIn> {
    let rest = &text[lead..];
    let head = text[..head_end].trim();
    let (head, tagged) = without_agency(head);
    let in_parentheses = head.starts_with('(') && head.ends_with(')');
    let head = if in_parentheses { head[1..head.len() - 1].trim() } else { head };
    let (head, time) = match date::time(head) {
        Some((range, time)) if head[range.end..].trim_matches([' ', ',', '.', ')']).is_empty() => {
            (head[..range.start].trim_end_matches([' ', ',']), Some(time))
        }
        _ => (head, None),
    };
    let head = without_parentheses(head);
    let (place_text, date) = match date::closing(&head) {
        Some(found) => (&head[..found.range.start], Some(found.date)),
        None => (&*head, None),
    };
    let place = place_before(place_text).ok()?;
    let certain = date.is_some() || tagged || in_parentheses;
    let place_is_given = place.is_some();
    // A head without date or tag must look like nothing but a place, and a sentence must follow.
    let opens_sentence =
        rest.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || "„“\"”«»‘'’¿¡(".contains(c));
    // With a place and a whole day no more than a sentence is needed to be sure.
    let whole = place_is_given && matches!(date, Some(Written::Day(_)));
    let is_prose = rest.chars().count() >= if whole { 15 } else { 50 } && rest.contains(['.', '!', '?', '”', '"']);
    let only_place = place_is_given && place_text.split_whitespace().count() <= 3 && opens_sentence;
    let fits = if certain { place_is_given || date.is_some() } else { only_place };
    (fits && is_prose).then_some(RunIn { place, date, time, lead })
}

/// "HALVERTON, Ore. (June 12, 2026)": the parentheses around a date mean nothing.
fn without_parentheses(head: &str) -> std::borrow::Cow<'_, str> {
    if let Some(inner) = head.strip_suffix(')')
        && let Some(open) = inner.rfind('(')
        && date::whole(&inner[open + 1..]).is_some()
    {
        return format!("{} {}", &head[..open], &inner[open + 1..]).into();
    }
    head.into()
}

/// Takes "(OTS/RK)", "(GLOBE NEWSWIRE)" or "/`PRNewswire`/" off the end.
fn without_agency(head: &str) -> (&str, bool) {
    let head = head.trim_end();
    if let Some(inner) = head.strip_suffix(')')
        && let Some(open) = inner.rfind('(')
        && open > 0
        && is_agency(&inner[open + 1..])
    {
        return (head[..open].trim_end_matches([' ', ',', '–', '—', '-']), true);
    }
    if let Some(inner) = head.strip_suffix('/')
        && let Some(open) = inner.rfind('/')
        && is_agency(&inner[open + 1..])
    {
        return (head[..open].trim_end_matches([' ', ',']), true);
    }
    (head, false)
}

fn is_agency(tag: &str) -> bool {
    let letters = tag.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = tag.chars().filter(|c| c.is_uppercase()).count();
    letters >= 2 && capitals >= 2 && tag.len() <= 40 && tag.chars().all(|c| c.is_alphanumeric() || " /-.&".contains(c))
}

/// "FRANKFURT. Die Bank ..."
fn capitals_and_period(text: &str) -> Option<RunIn> {
    let (head, rest) = text.split_once(". ")?;
    let letters = head.chars().filter(|c| c.is_alphabetic()).count();
    let all_capitals = letters >= 4 && head.chars().all(|c| c.is_uppercase() || " -/".contains(c));
    (all_capitals && is_place(head) && rest.chars().count() >= 50).then(|| RunIn {
        place: Some(readable(head)),
        date: None,
        time: None,
        lead: text.len() - rest.len(),
    })
}

const SMALL: [&str; 26] = [
    "am", "an", "der", "de", "del", "la", "le", "les", "las", "los", "el", "sur", "upon", "on", "of", "y", "im", "bei",
    "in", "den", "dem", "ob", "vor", "d'", "the", "und",
];

/// Whether words can be a place: few, capitalised, with no digit and no sign of a sentence.
pub fn is_place(text: &str) -> bool {
    let words: Vec<&str> = text.split([' ', '\u{A0}']).filter(|word| !word.is_empty()).collect();
    let shaped = text.chars().all(|c| c.is_alphabetic() || " .,'’-/()\u{A0}".contains(c));
    let capital =
        |word: &&str| word.trim_start_matches(['(', '\'', '’']).chars().next().is_some_and(char::is_uppercase);
    let known = |word: &&str| SMALL.contains(&word.to_lowercase().trim_end_matches(','));
    shaped
        && (1..=7).contains(&words.len())
        && text.chars().count() <= 60
        && text.chars().filter(|c| *c == ',').count() <= 2
        && text.chars().filter(|c| c.is_alphabetic()).count() >= 2
        && words.first().is_some_and(&capital)
        && words.iter().all(|word| capital(word) || known(word))
        && words::all(|w| w.release_lines).all(|line| fold(text) != line)
        && !text.trim_end_matches('.').contains(". ")
            | text.split(". ").all(|part| {
                part.split_whitespace().last().is_none_or(|word| word.chars().count() <= 4 || part.len() == text.len())
            })
}

/// "WASHINGTON" as "Washington"; abbreviations such as "DC" stay.
pub fn readable(place: &str) -> String {
    let place = place.trim().trim_end_matches(',');
    place
        .split(' ')
        .map(|word| {
            let letters = word.chars().filter(|c| c.is_alphabetic()).count();
            let shouted = letters > 3 && word.chars().all(|c| !c.is_lowercase())
                || ["SAN", "NEW", "LOS", "LAS", "THE", "BAD", "ULM", "ROM", "DEN", "LA", "DE", "AM"].contains(&word);
            if !shouted {
                return word.to_owned();
            }
            let lower = word.to_lowercase();
            if SMALL.contains(&lower.as_str()) && !place.starts_with(word) {
                return lower;
            }
            capitalised(&lower)
        })
        .collect::<Vec<_>>()
        .join(" ")
}

fn capitalised(lower: &str) -> String {
    let mut out = String::with_capacity(lower.len());
    let mut fresh = true;
    for c in lower.chars() {
        if fresh && c.is_alphabetic() {
            out.extend(c.to_uppercase());
        } else {
            out.push(c);
        }
        fresh = !c.is_alphabetic() && c != '\'' && c != '’';
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const SENTENCE: &str = "Zum ersten Mal findet die Konferenz in diesem Land statt, wie sie sagte.";

    fn run(head: &str) -> Option<(Option<String>, bool)> {
        run_in(&format!("{head}{SENTENCE}")).map(|found| {
            assert_eq!(found.lead, head.len(), "{head}");
            (found.place, found.date.is_some())
        })
    }

    #[test]
    fn every_listed_shape_of_a_date_line_run_into_the_lead_is_read() {
        for (head, place, dated) in [
            ("(DALLAS) – ", "Dallas", false),
            ("(Dallas, Texas) – ", "Dallas, Texas", false),
            ("WASHINGTON - ", "Washington", false),
            ("Ottawa, Kanada, 25. Juni 2008 - ", "Ottawa, Kanada", true),
            ("Wien (OTS) - ", "Wien", false),
            ("Wien (OTS/RK) - ", "Wien", false),
            ("TACOMA, Wash., June 29 /PRNewswire/ -- ", "Tacoma, Wash.", true),
            ("Heidelberg, August 2015 - ", "Heidelberg", true),
            ("NEW YORK, Nov. 12, 2020 (GLOBE NEWSWIRE) — ", "New York", true),
            ("SPRINGFIELD, Ill.–(BUSINESS WIRE)–", "Springfield, Ill.", false),
            ("ROCHESTER, MN— ", "Rochester, MN", false),
            ("Paris, le 12 mars 2026 – ", "Paris", true),
            ("Berne, 21.9.2023 - ", "Berne", true),
            ("FRANKFURT. ", "Frankfurt", false),
            ("Meißen, 12. Mai 2026 – ", "Meißen", true),
            ("Baden-Baden, 3. Mai 2026 – ", "Baden-Baden", true),
            ("Washington, DC – ", "Washington, DC", false),
            ("HALVERTON, Ore. (June 12, 2026) – ", "Halverton, Ore.", true),
            ("Ahlbrück, 13. Mai 2026. ", "Ahlbrück", true),
            ("Valdehierro, 29 de abril de 2026.- ", "Valdehierro", true),
        ] {
            assert_eq!(run(head), Some((Some(place.to_owned()), dated)), "{head}");
        }
    }

    #[test]
    fn a_dash_in_a_sentence_or_headline_is_no_date_line() {
        for text in [
            "Apple – the maker of phones – announced today that it will open a new office in the city.",
            "Forschung für die Praxis - 20 Jahre Fraunhofer in Dresden",
            "Nach Anschlägen - 55-Jahr-Feier der APA verschoben",
            "DebConf15 - Debian-Konferenz in Heidelberg",
            "The Silver Label Expert Group – won over by the results – has decided. It will follow up on them.",
        ] {
            assert_eq!(run_in(text), None, "{text}");
        }
    }

    #[test]
    fn a_date_on_its_own_line_is_read_with_place_and_time() {
        let place = |text: &str| own_line(text).map(|found| (found.place, found.time.is_some(), found.rest.is_some()));
        assert_eq!(place("Dresden, November 2, 2018"), Some((Some("Dresden".into()), false, false)));
        assert_eq!(place("2015-08-05"), Some((None, false, false)));
        assert_eq!(place("Stand: 03.07.2019, 17:00 Uhr"), Some((None, true, false)));
        assert_eq!(place("January 8, 2025 Contact: Claire Crouch"), Some((None, false, true)));
        assert_eq!(place("27.08.2015, 13:22 Uhr — Erstveröffentlichung (aktuell)"), Some((None, true, true)));
        assert_eq!(place("22.04.2015 | Pressemeldung"), Some((None, false, true)));
        assert_eq!(place("OTS0063, 17. März 2026, 09:30"), Some((None, true, false)));
        assert_eq!(place("Join us on November 2, 2018"), None);
        assert_eq!(place("Zeit:     03.07.2019, gegen 13.00 Uhr"), None);
    }
}
