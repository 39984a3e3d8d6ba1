//! Lines that free a text for newspapers of a day which they don't date: "Frei für die Sonntagszeitungen", "For the
//! Sunday papers". Whether that day has come nobody can tell, so they hold for good, and are told of.

use crate::parse::words::{self, fold};

/// Whether a line, without the signs around it, says nothing else.
pub fn frees_papers(bare: &str) -> bool {
    const MOST_WORDS: usize = 9;
    if words::at_least(bare, MOST_WORDS + 1) {
        return false;
    }
    let folded = fold(bare);
    let labels = [&words::FREE_FROM, &words::FOR_RELEASE, &words::TIMED_RELEASES];
    let mut behind = labels.iter().flat_map(|table| table.behind_each(&folded));
    let is_for = || folded.split_once(' ').is_some_and(|(purpose, _)| words::PURPOSES.has_small(purpose));
    behind.any(|rest| rest.starts_with(' ') && are_papers(rest)) || is_for() && are_papers(&folded)
}

/// " in the Sunday papers, 13 December": what is said of their day.
pub fn behind_papers(text: &str) -> Option<&str> {
    const MOST_SIGNS: usize = 8;
    let ends = text.match_indices([' ', ',', ':']).map(|(at, _)| at).take(MOST_SIGNS);
    ends.filter(|end| *end > 0)
        .map(|end| text.split_at(end))
        .find(|(papers, _)| are_papers(&fold(papers)))
        .map(|(_, day)| day)
}

/// "die Wochenendausgaben", "in the Sunday papers", "les journaux du dimanche"
fn are_papers(folded: &str) -> bool {
    const MOST_WORDS: usize = 5;
    // "Für die Sonntagszeitungen frei"
    let folded = folded.trim_end_matches(" freigegeben").trim_end_matches(" frei").trim();
    let mut named = folded;
    while let Some((_, rest)) = named.split_once(' ').filter(|(word, _)| is_small(word)) {
        named = rest;
    }
    let is_day = |word: &str| words::WEEKDAYS.number(word).is_some() && word.len() > 3;
    let mut known = [false, false];
    let mut others = 0;
    for word in named.split(' ') {
        let found = [words::NEWSPAPERS.has_small(word), is_day(word)];
        others += usize::from(!found.contains(&true) && !is_small(word));
        known = [known[0] || found[0], known[1] || found[1]];
    }
    let day = words::DAYS_OF_PAPERS.iter().find(|day| contains_words(named, day));
    let others = others - day.map_or(0, |day| day.split(' ').filter(|word| !is_small(word)).count()).min(others);
    let apart = known[0] && (known[1] || day.is_some()) && others == 0 && !words::at_least(named, MOST_WORDS + 1);
    apart || is_compound(named)
}

fn is_small(word: &str) -> bool {
    let leads_on = words::ARTICLES.has_small(word) || words::PURPOSES.has_small(word);
    leads_on || words::GENITIVES.has_small(word) || words::LOCATIVES.has_small(word) || word == "to"
}

/// "sonntagszeitungen", "wochenend-ausgaben", "zondagskranten"
fn is_compound(word: &str) -> bool {
    let is_day = |day: &str| {
        let day = day.trim_end_matches('-');
        words::DAYS_OF_PAPERS.has_small(day) || words::WEEKDAYS.number(day.trim_end_matches('s')).is_some()
    };
    words::NEWSPAPERS.before_each(word).any(|(day, _)| day.len() > 3 && is_day(day))
}

fn contains_words(text: &str, words: &str) -> bool {
    format!(" {text} ").contains(&format!(" {words} "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_frees_a_text_for_newspapers_without_a_date_holds_it_back() {
        for line in [
            "Frei für die Wochenendausgaben",
            "Frei für Wochenend-Ausgaben",
            "Frei für die Sonntagszeitungen",
            "Frei für Donnerstagzeitungen",
            "Freigegeben für die Morgenpresse",
            "Für die Sonntagszeitungen frei",
            "For the Sunday papers",
            "For release to the Sunday papers",
            "For use in weekend editions",
            "Pour les journaux du dimanche",
            "Pour les éditions du week-end",
            "Voor de zondagskranten",
            "Para los periódicos del domingo",
            "Per i giornali della domenica",
        ] {
            assert!(frees_papers(line), "{line}");
        }
        for line in [
            "Frei für alle Ausgaben des Vereins",
            "Frei für Radfahrer am Sonntag",
            "For the Sunday papers a new dawn",
            "For Sunday lovers of papers",
            "Für die Presse",
            "Pour la presse",
            "Wochenendausgaben",
        ] {
            assert!(!frees_papers(line), "{line}");
        }
    }
}
