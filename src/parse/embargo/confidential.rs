//! What may be read by nobody else until something has happened: "Vertraulich bis zum Beginn der Sitzung am 14. Mai",
//! "Until the start of the meeting on 14 May confidential". Without a day it is told of elsewhere, if at all.

use crate::characters;
use crate::parse::date;
use crate::parse::words::{self, fold};

/// Whether a line, without the signs around it, says nothing else.
pub fn is_until_a_day(bare: &str) -> bool {
    const MOST_WORDS: usize = 14;
    if !characters::has_digit(bare) || words::at_least(bare, MOST_WORDS + 1) {
        return false;
    }
    let until = |text: &str| words::UNTIL.opening(text.trim_start_matches([' ', ',', ':', '-', '–'])).is_some();
    // Few lines say so, and dates are costlier to look for.
    (words::BANS.behind_each(bare).any(until) || until(bare) && ends_in_ban(bare)) && date::first(bare).is_some()
}

/// "... vertraulich", "... vertraulich behandeln"
fn ends_in_ban(bare: &str) -> bool {
    const MOST_WORDS: usize = 3;
    let folded = fold(bare);
    let starts = folded.rmatch_indices(' ').take(MOST_WORDS).map(|(at, _)| &folded[at + 1..]);
    let mut bans = starts.filter(|end| words::BANS.opening(end).is_some());
    bans.any(|end| date::first(end).is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_confidential_until_a_day_is_held_back_until_then() {
        for line in [
            "Vertraulich bis zum Beginn der Sitzung am 14. Mai 2026",
            "Bis zum Beginn der Sitzung am 14. Mai 2026 vertraulich",
            "Bis zur Sitzung am 14. Mai 2026 vertraulich behandeln",
            "Confidential until the start of the meeting on 14 May 2026",
            "Until the meeting on 14 May 2026, strictly confidential",
            "Confidentiel jusqu'au début de la séance du 14 mai 2026",
            "Jusqu’au début de la séance du 14 mai 2026, confidentiel",
            "Confidencial hasta el inicio de la sesión del 14 de mayo de 2026",
            "Riservato fino all'inizio della seduta del 14 maggio 2026",
            "Confidencial até ao início da sessão de 14 de maio de 2026",
            "Vertrouwelijk tot het begin van de zitting op 14 mei 2026",
            "Konfidentiellt till sammanträdets början den 14 maj 2026",
            "Indtil mødets start den 14. maj 2026 fortroligt",
            "Fortrolig frem til møtestart 14. mai 2026",
            "Poufne do rozpoczęcia posiedzenia 14 maja 2026",
        ] {
            assert!(is_until_a_day(line), "{line}");
        }
        for line in [
            "Vertraulich: Rat berät am 14. Mai 2026",
            "Confidential files to open on 14 May 2026",
            "Until 14 May 2026 the bridge is closed",
            "Bis zum 14. Mai 2026 bleibt vieles vertraulich, sagt der Rat",
            "Vertraulich bis zuletzt",
        ] {
            assert!(!is_until_a_day(line), "{line}");
        }
    }
}
