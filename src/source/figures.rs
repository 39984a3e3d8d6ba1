//! Figures set high, as an exponent, the mark of a note or the minutes of a time are.

use crate::characters;

/// Figures set high: "10" and a high "6" are not "106". `None` where words are set high.
pub fn high(text: &str) -> Option<String> {
    let figure = |c: char| {
        Some(match c {
            '0'..='9' => characters::HIGH_FIGURES[c as usize - '0' as usize],
            '+' => '⁺',
            '-' | '−' | '–' => '⁻',
            _ => return None,
        })
    };
    text.chars().map(figure).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_high_figure_stays_apart_from_the_number_before_it() {
        assert_eq!(high("6").as_deref(), Some("⁶"));
        assert_eq!(high("st"), None);
    }
}
