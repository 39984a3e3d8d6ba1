//! Lines that say from when a text is free, without the word embargo: "Zur Veröffentlichung ab
//! Samstag, 10 Uhr". What is free from a day on is held back until then.
//!
//! Only what a day, a weekday or a time of day follows at once holds anything back: "Frei ab 18" is a
//! headline.

use crate::characters;
use crate::parse::date;
use crate::parse::words::{self, fold};

/// `bare` is a line without the signs around it.
pub fn opens(bare: &str) -> bool {
    const MOST_WORDS: usize = 16;
    if media_first(bare) {
        return true;
    }
    let Some(phrase) = words::FREE_FROM.opening(bare).filter(|_| !words::at_least(bare, MOST_WORDS + 1)) else {
        return false;
    };
    let folded = fold(bare);
    if words::FREE_WITH_TIME.has(phrase) && date::time(bare).is_none() {
        return false;
    }
    let rest = folded[phrase.len()..].trim_start_matches([' ', ':', '-', '–', '—']);
    says_when(for_media(phrase, rest).or_else(|| for_editions(phrase, rest)).unwrap_or(rest))
}

/// "Ansprache in voller Länge frei ab Mittwoch, 25. Dezember": a part of what was sent, and from when it is
/// free. Who prints the text may not know of which part it is.
pub fn frees_a_part(text: &str) -> bool {
    const MOST_WORDS: usize = 20;
    if !characters::has_digit(text) || words::at_least(text, MOST_WORDS + 1) || !words::PARTS_IN.is_in(&fold(text)) {
        return false;
    }
    let begins = |at: &usize| text[..*at].ends_with(|c: char| !c.is_alphanumeric());
    let mut starts = text.char_indices().filter(|(_, c)| c.is_alphabetic()).map(|(at, _)| at).filter(begins);
    let not_before =
        |text: &str| words::EMBARGO.opening(text).is_some_and(|ban| says_when(&fold(words::after(text, ban))));
    let frees = |text: &str| opens(text) || not_before(text);
    // "Study: entrance free from Monday" frees no study.
    let named = |before: &str| {
        let before = fold(before.trim_end_matches([' ', ':']));
        words::PARTS_IN.is_in(before.rsplit(':').next().unwrap_or(&before))
    };
    starts.any(|at| frees(&text[at..]) && named(&text[..at]))
}

/// Whether a text begins with a day, a weekday or a time of day.
pub fn says_when(text: &str) -> bool {
    let rest = without_articles(text.trim_start());
    let first = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or(rest);
    words::WEEKDAYS.number(first).is_some()
        || date::opening(rest).is_some()
        || date::time(rest).is_some_and(|(range, _)| range.start == 0)
        || behind_hour(rest).is_some_and(|day| date::opening(day).is_some())
}

/// "18 del 12 marzo": what stands behind an hour and the small words that lead on to its day.
fn behind_hour(text: &str) -> Option<&str> {
    let behind = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_hour = (1..=2).contains(&(text.len() - behind.len()));
    let behind = behind.strip_prefix('h').unwrap_or(behind).trim_start();
    Some(without_articles(behind)).filter(|day| is_hour && day.len() < behind.len())
}

/// ", bis 20. Mai", behind the label of an embargo.
pub fn goes_on_until(rest: &str) -> bool {
    let until = |behind: &str| words::UNTIL.behind_each(behind.trim_start()).any(says_when);
    rest.strip_prefix(',').is_some_and(until)
}

/// "Für Abendzeitungen frei ab Samstag": what German may say first.
fn media_first(bare: &str) -> bool {
    const MOST_WORDS: usize = 6;
    let folded = fold(bare);
    let Some((media, _)) = folded.split_once(" frei").filter(|(media, _)| media.starts_with("für ")) else {
        return false;
    };
    !words::at_least(media, MOST_WORDS + 1) && words::MEDIA_IN.is_within(media) && opens(&folded[media.len() + 1..])
}

/// "für Zeitungen: Mittwoch": what stands behind the media that a day is for.
fn for_media<'t>(phrase: &str, rest: &'t str) -> Option<&'t str> {
    // "frei für Agenturen ab Samstag, 10 Uhr"
    let (media, day) = rest.split_once(':').or_else(|| rest.split_once(" ab "))?;
    let words = media.split_once(' ').filter(|(purpose, _)| words::PURPOSES.has(purpose)).map(|(_, media)| media);
    let words = words.or(Some(media).filter(|_| phrase.ends_with("für")))?;
    (!words::at_least(words, 9) && words::MEDIA_IN.is_within(words)).then_some(day)
}

/// "für die Morgenausgaben vom 5. Juni", "für die Dienstagsausgaben der Tageszeitungen am 5. Juni": what
/// stands behind the editions that print it.
fn for_editions<'t>(phrase: &str, rest: &'t str) -> Option<&'t str> {
    const MOST_WORDS: usize = 4;
    let (kind, at) =
        ["ausgaben", "ausgabe", "zeitungen"].into_iter().find_map(|kind| Some((kind, rest.find(kind)?)))?;
    let (editions, day) = rest.split_at(at + kind.len());
    if !phrase.ends_with("für") || words::at_least(editions, MOST_WORDS + 1) {
        return None;
    }
    let day = day.trim_start_matches([' ', ',', ':']);
    let papers = words::behind(day, "der ").and_then(|papers| papers.split_once([' ', ',']));
    Some(papers.map_or(day, |(_, day)| day.trim_start_matches([' ', ','])))
}

/// "vor dem 5. Juni", "until the 5th": small words before the day.
pub fn without_articles(text: &str) -> &str {
    const BEFORE: [&str; 11] = ["um", "at", "dal", "dalle", "alle", "al", "ore", "das", "às", "do", "dia"];
    let first = text.split_whitespace().next().unwrap_or("");
    if words::ARTICLES.has(first) || words::BEFORE_DAYS.has(first) || BEFORE.contains(&first) {
        return without_articles(text[first.len()..].trim_start());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_free_from_a_day_on_is_held_back_until_then() {
        for line in [
            "Zur Veröffentlichung ab Samstag, 10 Uhr",
            "Frei ab Samstag, 10 Uhr",
            "Freigabe: 21.11.2026, 10 Uhr",
            "Freigabe für Zeitungen: Samstag, 21.11.2026",
            "Frei für Hörfunk und Fernsehen: 21.11.2026, 10 Uhr",
            "For publication from Saturday 21 November 2026, 10am",
            "For release from 21 November 2026",
            "For use from 10am Saturday",
            "Freigegeben für die Morgenausgaben vom 21. November 2026",
            "Frei für Abendausgaben am 21.11.2026",
            "Frei für Agenturen ab Samstag, 21. November 2026, 14 Uhr",
            "Presse frei: 21. November 2026, 11 Uhr",
            "Vorab zur Veröffentlichung am 21. November 2026",
            "Für Abendzeitungen frei ab Samstag, 21. November 2026, 17 Uhr",
            "Frei für Sonntagszeitungen, 22. November 2026",
            "Zur Publikation frei: 21. November 2026, 17 Uhr",
            "Frei für die Samstagsausgaben der Tageszeitungen am 21. November 2026",
            "Pas te gebruiken na zaterdag 21 november 2026, 12.00 uur",
            "Do publikacji po 21 listopada 2026 r.",
            "A publier à partir du 21 novembre 2026",
            "Da pubblicare dal 21 novembre 2026",
            "Pour publication à compter du 21 novembre 2026 à 18h00",
            "Diffusable à partir du 21 novembre 2026",
            "Libre de publication à partir du 21 novembre 2026",
            "Se autoriza su publicación a partir del 21 de noviembre de 2026 a las 18:00",
            "Libera pubblicazione dalle ore 18 del 21 novembre 2026",
            "Per la pubblicazione dal 21 novembre 2026",
            "Liberado para publicação em 21/11/2026 às 18h",
            "Liberado para divulgação a partir de 21 de novembro de 2026",
            "Para divulgação a partir das 18h do dia 21 de novembro de 2026",
            "Publicação autorizada a partir das 18h do dia 21 de novembro de 2026",
        ] {
            assert!(opens(line), "{line}");
        }
        for line in [
            "Frei ab 18 Jahren",
            "Freigabe der Brücke am 21.11.2026",
            "Frei für alle Ausgaben des Vereins am 21.11.2026",
            "Freigabe für Radfahrer: Samstag, 10 Uhr",
            "Frei für Radfahrer ab Samstag, 10 Uhr",
            "Für Radfahrer frei ab Samstag, 10 Uhr",
            "For use from spring",
            "Free from Saturday: the buses of Aldwick",
            "For publication 21 November 2026",
            "Freie Fahrt ab Samstag",
        ] {
            assert!(!opens(line), "{line}");
        }
    }

    #[test]
    fn what_is_free_may_be_named_first() {
        for line in [
            "Ansprache in voller Länge frei ab Samstag, 21. November 2026, 19 Uhr.",
            "Zitate frei ab Samstag, 21. November 2026",
            "Speech in full for use from 21 November 2026, 6 p.m.",
            "Pictures and text: not before 21 November 2026, 6 p.m.",
            "Discours intégral libre à partir du 21 novembre 2026 à 10 h",
        ] {
            assert!(frees_a_part(line), "{line}");
        }
        for line in [
            "Brücke frei ab Samstag, 21. November 2026",
            "Texte der Schüler sind frei ab 12 Jahren",
            "Interview: Hafenbad frei ab Samstag, 21. November 2026",
            "Speech of the mayor, 21 November 2026",
        ] {
            assert!(!frees_a_part(line), "{line}");
        }
    }
}
