//! A sentence that says when the text was made public: the law asks companies for it, and archives set it above.

use crate::characters;
use crate::parse::date::{self, TimeOfDay, Written};
use crate::parse::words;

/// Whether the sentence is about the release itself, and not about a book that somebody brought out.
pub fn speaks_of_release(text: &str) -> bool {
    let folded = words::fold(text);
    words::RELEASE_LINES.iter().any(|phrase| phrase.len() > 7 && folded.contains(phrase))
}

/// "The press release issued by the council on 15 October 2026.", with the only day that stands in it.
pub fn issued(text: &str) -> Option<(Written, Option<TimeOfDay>)> {
    const LONGEST: usize = 480;
    if text.len() > LONGEST || !characters::has_digit(text) || !words::ISSUED_IN.is_in(&words::fold(text)) {
        return None;
    }
    let days = date::all(text);
    let [day] = days.as_slice() else { return None };
    let Written::Day(_) = day.date else { return None };
    let (before, behind) = (&text[..day.range.start], &text[day.range.end..]);
    let time = date::zoned_time(behind).or_else(|| date::zoned_time(before));
    Some((day.date.clone(), time.map(|(_, time)| time)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_only_day_of_a_sentence_about_the_release_is_its_day() {
        let day = |text: &str| issued(text).map(|(_, time)| time.is_some());
        assert_eq!(day("The press release issued by the council on 15 October 2026."), Some(false));
        assert_eq!(day("Informationen lämnades för offentliggörande 2026-04-14 kl 08:20"), Some(true));
        for text in [
            "The press release issued by the council on 15 October.",
            "The press release issued by the council on 15 October 2026 speaks of 1 May 2026.",
            "The book was issued by the council on 15 October 2026.",
        ] {
            assert_eq!(day(text), None, "{text}");
        }
        assert!(!speaks_of_release("Boken är för offentliggörande 2026-04-14"));
    }
}
