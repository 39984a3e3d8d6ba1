//! Widths of the fonts that every PDF reader has, which a file may therefore leave out: those of the
//! Helvetica and Times families for ASCII, in thousandths of the size, by Adobe's font metrics.

use unicode_normalization::UnicodeNormalization as _;

/// From the blank to the tilde.
type Widths = [u16; 95];

const HELVETICA: Widths = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
    556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
    260, 334, 584,
];
const HELVETICA_BOLD: Widths = [
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611,
    556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389,
    280, 389, 584,
];
const TIMES: Widths = [
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500,
    500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889,
    722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500,
    444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480,
    200, 480, 541,
];
const TIMES_BOLD: Widths = [
    250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500,
    500, 500, 500, 333, 333, 570, 570, 570, 500, 930, 722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944,
    722, 778, 611, 778, 722, 556, 667, 722, 722, 1000, 722, 722, 667, 333, 278, 333, 581, 500, 333, 500, 556, 444, 556,
    444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444, 394,
    220, 394, 520,
];
const TIMES_ITALIC: Widths = [
    250, 333, 420, 500, 500, 833, 778, 214, 333, 333, 500, 675, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500,
    500, 500, 500, 333, 333, 675, 675, 675, 500, 920, 611, 611, 667, 722, 611, 611, 722, 722, 333, 444, 667, 556, 833,
    667, 722, 611, 722, 611, 500, 556, 722, 611, 833, 611, 556, 556, 389, 278, 389, 422, 500, 333, 500, 500, 444, 500,
    444, 278, 500, 500, 278, 278, 444, 278, 722, 500, 500, 500, 500, 389, 389, 278, 500, 444, 667, 444, 444, 389, 400,
    275, 400, 541,
];

/// The width of a character in a font of this name; the nearest standard font stands in for others.
pub fn width(font: &str, c: char) -> f64 {
    let name = font.to_lowercase();
    if ["courier", "mono", "typewriter"].iter().any(|fixed| name.contains(fixed)) {
        return 600.0;
    }
    let bold = name.contains("bold");
    let serif = ["times", "serif", "roman", "georgia", "garamond"].iter().any(|serif| name.contains(serif));
    let widths = match (serif && !name.contains("sans"), bold) {
        (true, true) => &TIMES_BOLD,
        (true, false) if name.contains("italic") => &TIMES_ITALIC,
        (true, false) => &TIMES,
        (false, true) => &HELVETICA_BOLD,
        (false, false) => &HELVETICA,
    };
    // Letters are as wide with their accents as without.
    let base = match c {
        '\u{A0}' => ' ',
        '’' | '‘' | '‚' => ',',
        '“' | '”' | '„' => '^',
        '•' => '?',
        'ß' => 'n',
        c => std::iter::once(c).nfd().next().unwrap_or(c),
    };
    let known = u32::from(base).checked_sub(32).and_then(|at| widths.get(usize::try_from(at).ok()?));
    match (known, c) {
        (Some(width), _) => f64::from(*width),
        (None, '—' | '…') => 1000.0,
        (None, _) => 556.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::float_cmp, reason = "the tables hold whole numbers")]
    fn letters_are_as_wide_as_the_metrics_say_with_and_without_accents() {
        assert_eq!(width("Helvetica", 'A'), 667.0);
        assert_eq!(width("ABCDEF+Arial-BoldMT", 'Ü'), 722.0);
        assert_eq!(width("Times-Roman", 'é'), 444.0);
        assert_eq!(width("Courier", '—'), 600.0);
    }
}
