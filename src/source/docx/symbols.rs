//! Signs that a document takes from fonts of its own numbering.
//!
//! Best effort, and honest: a sign that is not known is said to be left out, never guessed.

/// Signs of Wingdings that press offices use, by their number in the font.
const WINGDINGS: [(u32, char); 24] = [
    (0x28, '☎'),
    (0x29, '✆'),
    (0x2A, '✉'),
    (0x2B, '✉'),
    (0x3A, '💻'),
    (0x4A, '☺'),
    (0x6C, '●'),
    (0x6E, '■'),
    (0x6F, '□'),
    (0x71, '❑'),
    (0x73, '⬧'),
    (0x75, '◆'),
    (0x76, '❖'),
    (0x77, '⬥'),
    (0x9F, '•'),
    (0xA7, '▪'),
    (0xA8, '◻'),
    (0xD8, '➢'),
    (0xDF, '←'),
    (0xE0, '→'),
    (0xE8, '➔'),
    (0xF0, '⇨'),
    (0xFB, '✗'),
    (0xFC, '✓'),
];

/// Signs of Symbol, likewise.
const SYMBOL: [(u32, char); 24] = [
    (0x2D, '−'),
    (0x44, 'Δ'),
    (0x57, 'Ω'),
    (0x61, 'α'),
    (0x62, 'β'),
    (0x67, 'γ'),
    (0x6C, 'λ'),
    (0x6D, 'µ'),
    (0x70, 'π'),
    (0x73, 'σ'),
    (0xA3, '≤'),
    (0xA5, '∞'),
    (0xAB, '↔'),
    (0xAC, '←'),
    (0xAE, '→'),
    (0xB0, '°'),
    (0xB1, '±'),
    (0xB3, '≥'),
    (0xB4, '×'),
    (0xB7, '•'),
    (0xB8, '÷'),
    (0xB9, '≠'),
    (0xBB, '≈'),
    (0xBC, '…'),
];

/// Where fonts of their own numbering are put in Unicode's private area.
const PRIVATE: u32 = 0xF000;

/// The sign that a font shows for a number; `None` when it is not known.
pub fn sign(font: &str, number: u32) -> Option<char> {
    let font = font.to_lowercase();
    let own = number.checked_sub(PRIVATE).filter(|own| *own <= 0xFF);
    let table: &[(u32, char)] = match font.as_str() {
        "wingdings" => &WINGDINGS,
        "symbol" | "" => &SYMBOL,
        _ => &[],
    };
    let code = own.unwrap_or(number);
    let is_own = own.is_some() || matches!(font.as_str(), "wingdings" | "symbol");
    match table.iter().find(|(known, _)| *known == code) {
        Some((_, sign)) if is_own => Some(*sign),
        // Symbol's digits and punctuation are those of every font.
        _ if is_own && matches!(font.as_str(), "symbol" | "") => {
            char::from_u32(code).filter(|sign| matches!(code, 0x20..=0x3F) && !sign.is_control())
        }
        _ if is_own => None,
        _ => char::from_u32(number),
    }
}

/// Whether a character means nothing without a font of its own.
pub fn is_private(c: char) -> bool {
    ('\u{F020}'..='\u{F0FF}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_signs_are_shown_and_others_are_not_guessed() {
        assert_eq!(sign("Wingdings", 0xF028), Some('☎'));
        assert_eq!(sign("Wingdings", 0x28), Some('☎'));
        assert_eq!(sign("Symbol", 0xF0B7), Some('•'));
        assert_eq!(sign("Wingdings", 0xF041), None);
        assert_eq!(sign("MS Gothic", 0x2612), Some('☒'));
        assert_eq!(sign("Webdings", 0xF0C8), None);
    }
}
