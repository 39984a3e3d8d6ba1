//! "For release after market close": lines that say by what happens, and by no clock, when a text is free.
//! The day they mean is over before anything of it is published.

use super::from::without_articles;
use crate::characters;
use crate::parse::date::Written;
use crate::parse::memory::remembered;
use crate::parse::words::{self, fold};
use crate::parse::{date, dateline};

/// Whether a line opens as what says from when a text is free, and an occasion follows.
pub fn opens(text: &str) -> bool {
    remembered!(text, reads_as_occasion => bool)
}

fn reads_as_occasion(text: &str) -> bool {
    const MOST_WORDS: usize = 16;
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    if words::at_least(bare, MOST_WORDS + 1) {
        return false;
    }
    opens_by(&RELEASED, bare) || opens_by(&[&words::EMBARGO], bare)
}

/// Whether such a line says when the text is released, and is no embargo by its own word.
pub fn is_of_release(text: &str) -> bool {
    opens(text) && opens_by(&RELEASED, text.trim_matches(|c: char| !c.is_alphanumeric()))
}

const RELEASED: [&words::Table; 2] = [&words::FREE_FROM, &words::RELEASE_TIMES];

fn opens_by(tables: &[&words::Table], bare: &str) -> bool {
    let labels = tables.iter().filter_map(|table| table.opening(bare));
    let mut labels = labels.chain(words::FOR_RELEASE_AT_ONCE.opening(bare));
    labels.any(|label| is_occasion(words::after(bare, label)))
}

/// "after market close March 2, 2030": nothing but an occasion, its day and its hour.
fn is_occasion(text: &str) -> bool {
    let folded = fold(text.trim_start_matches(|c: char| !c.is_alphanumeric()));
    let named = without_small_words(&folded);
    let Some(occasion) = words::OCCASIONS.opening(named) else { return false };
    let behind = &named[occasion.len()..];
    // "After close race in Aldwick" is a headline.
    let rest = behind.trim_start_matches(|c: char| !c.is_alphanumeric());
    let follows = without_articles(rest);
    let of = words::behind(follows, "of ").or_else(|| words::behind(follows, "in ")).unwrap_or(follows);
    rest.is_empty()
        || date::opening(of).is_some()
        || starts_with_weekday(of)
        || date::time(of).is_some_and(|(range, _)| range.start == 0)
}

/// A date line that ends in what closes its day, so that nothing may be read of it before.
#[derive(Debug, PartialEq)]
pub struct ClosedDay {
    pub place: Option<String>,
    pub date: Written,
}

/// "Paris, le 12 mars 2026 – après Bourse", "Amsterdam, 12 maart 2026 (nabeurs)". Below the text such a line is an
/// entry of a calendar.
pub fn closed_day(text: &str) -> Option<ClosedDay> {
    const MOST_WORDS: usize = 12;
    if !characters::has_digit(text) || words::at_least(text, MOST_WORDS + 1) {
        return None;
    }
    let found = date::all(text);
    let (first, last) = found.first().zip(found.last())?;
    let behind = fold(text[last.range.end..].trim_matches(|c: char| !c.is_alphanumeric()));
    let named = without_small_words(&behind);
    let occasion = words::OCCASIONS.opening(named)?;
    let rest = named[occasion.len()..].trim_start_matches(|c: char| !c.is_alphanumeric());
    let comes_late = words::LATE_OCCASIONS.has(occasion) || words::AFTER.opening(&behind).is_some();
    if !comes_late || !rest.is_empty() && date::time(rest).is_none_or(|(range, _)| range.start > 0) {
        return None;
    }
    let mut place = None;
    for part in text[..first.range.start].split([',', '–', '—', '|', '-']) {
        let part = part.trim().trim_end_matches(" le").trim_end_matches(" den");
        if !part.is_empty() && part != "le" && words::RELEASE_LINES.opening(part).is_none() {
            place = Some(dateline::is_place(part).then(|| part.to_owned())?);
        }
    }
    Some(ClosedDay { place, date: last.date.clone() })
}

fn starts_with_weekday(text: &str) -> bool {
    let first = text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or(text);
    words::WEEKDAYS.number(first).is_some()
}

fn without_small_words(text: &str) -> &str {
    let text = without_articles(text.trim_start_matches([' ', ',', ':', '-', '–', '—', '(']));
    let first = text.split([' ', ',']).next().unwrap_or("");
    let small = words::BEFORE_OCCASIONS.has(first) || words::BEGINNINGS.has(first) || starts_with_weekday(text);
    if small && first.len() < text.len() { without_small_words(&text[first.len()..]) } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_line_that_ends_in_the_close_of_its_day_is_known() {
        for line in [
            "March 2, 2030 – after market close",
            "Paris, le 2 mars 2030 – après Bourse",
            "Communiqué de presse – 2 mars 2030, après clôture des marchés",
            "Zürich, 2. März 2030 (nach Börsenschluss)",
            "Amsterdam, 2 maart 2030 (nabeurs)",
            "Persbericht, 2 maart 2030, na beurs",
            "Milano, 2 marzo 2030 - a mercati chiusi",
            "Regulated information, Brussels, 2 March 2030, after market close, 17:45",
        ] {
            assert!(closed_day(line).is_some(), "{line}");
        }
        for line in [
            "Paris, le 2 mars 2030 – avant Bourse",
            "March 2, 2030 – after market day, thieves flee",
            "Half-year results: 2 August 2030, after market close",
            "Zürich, 2. März 2030",
            "The board meets on 2 March 2030 after market close",
        ] {
            assert!(closed_day(line).is_none(), "{line}");
        }
    }

    #[test]
    fn an_occasion_is_known_by_its_words_and_by_what_stands_around_it() {
        for line in [
            "FOR RELEASE AFTER MARKET CLOSE",
            "For Release After Market Close March 2, 2030",
            "FOR RELEASE BEFORE MARKET OPENS, MARCH 2, 2030",
            "For release at the close of business on 2 March 2030",
            "FOR RELEASE SUNDAY A.M., MARCH 3, 2030",
            "FOR RELEASE IN A.M. PAPERS, SUNDAY, MARCH 3, 2030",
            "Frei ab Redebeginn",
            "Veröffentlichung nach Börsenschluss",
            "Diffusion après la clôture des marchés",
        ] {
            assert!(opens(line), "{line}");
        }
        for line in [
            "For release after years of work",
            "For release after close vote of the council",
            "Press release: morning papers sell out",
            "Media advisory: start of the press conference, 2 March 2030",
            "Press release, Sunday morning, 3 March 2030",
            "Press release",
            "For immediate release",
            "FOR RELEASE MARCH 2, 2030",
        ] {
            assert!(!opens(line), "{line}");
        }
    }
}
