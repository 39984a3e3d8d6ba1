//! The tags of news agencies and wires in a date line: "(OTS/RK)", "/`PRNewswire`/". What an agency
//! is called elsewhere in a text is not looked at.

use std::borrow::Cow;

use super::super::date;

/// Agencies whose tags are written in lower case or like a name.
const NAMES: [&str; 24] = [
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
    "firmenpresse",
    "openpr",
];

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
            if is_agency(inner) || named && date::first(inner).is_none() {
                return Some((start, end, None));
            }
            // "(Newsfile Corp. - June 12, 2026)"
            let (name, date) = inner.split_once(" - ").or_else(|| inner.split_once(" – "))?;
            let is_name = name.split_whitespace().count() <= 3 && name.starts_with(char::is_uppercase);
            (is_name && date::whole(date).is_some()).then_some((start, end, Some(date)))
        })
    })
}

/// Whether a text is the name of an agency.
pub fn is_name(text: &str) -> bool {
    const LONGEST: usize = 20;
    text.len() <= LONGEST && NAMES.contains(&text.to_lowercase().as_str())
}

/// How many bytes a known agency's tag takes at the start of a line: "(ots) - ".
pub fn leading(text: &str) -> usize {
    let Some((inner, rest)) = text.strip_prefix('(').and_then(|rest| rest.split_once(')')) else { return 0 };
    let rest = rest.trim_start_matches([' ', '-', '–', '—']);
    if is_name(inner.trim()) { text.len() - rest.len() } else { 0 }
}

/// Whether what stands in parentheses is a tag that no organisation's acronym could be.
pub fn is_known(tag: &str) -> bool {
    tag.split(['/', '-']).any(|part| is_name(part.trim()))
}

fn is_agency(tag: &str) -> bool {
    // "OTS/RK", "PRNewswire", "EIN Presswire", but not "Landkreis Rostock".
    let capitals = |word: &str| word.chars().filter(|c| c.is_uppercase()).count() >= 2;
    let in_capitals = tag.split([' ', '/', '-']).any(capitals)
        && tag.len() <= 40
        && tag.chars().all(|c| c.is_alphanumeric() || " /-.&".contains(c));
    in_capitals && date::first(tag).is_none() || tag.split('/').all(|part| is_name(part.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_taken_out_of_a_head_and_their_dates_stay() {
        for (head, expected) in [
            ("(Wien-OTS)", "(Wien)"),
            ("Wien-OTS", "Wien"),
            ("Toronto (Newsfile Corp. - June 12, 2026)", "Toronto June 12, 2026"),
        ] {
            assert_eq!(without(head), (expected.into(), true), "{head}");
        }
        for head in ["Aldwick (the - June 12, 2026)", "Aldwick (Newsfile Corp. - later)", "Bern/Basel/Zug"] {
            assert_eq!(without(head), (head.into(), false), "{head}");
        }
        assert!(is_known("OTS/RK") && !is_known("ORF"));
    }
}
