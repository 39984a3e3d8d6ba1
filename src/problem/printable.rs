//! Text that no terminal obeys. What it says is not changed otherwise.

use std::fmt::Write as _;

/// Replaces control characters, so that no file name or text can drive the terminal.
pub fn printable(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\n' | '\t' | '\r' => ' ',
            c if drives(c) => '\u{FFFD}',
            c => c,
        })
        .collect()
}

/// JSON whose strings hold no character that drives a terminal, with the same meaning.
pub fn printable_json(json: &str) -> String {
    let mut printable = String::with_capacity(json.len());
    for c in json.chars() {
        // Between strings, JSON has no other than line ends.
        if drives(c) && c != '\n' {
            let _ = write!(printable, "\\u{:04x}", u32::from(c));
        } else {
            printable.push(c);
        }
    }
    printable
}

/// Whether a terminal obeys a character. Bidirectional overrides would let a text rewrite the line it is
/// quoted in.
fn drives(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_for_a_terminal_means_the_same() {
        let json = serde_json::to_string_pretty(&["\u{1b}\u{9b}\u{202e}\u{7f}\n"]).expect("JSON");
        let printed = printable_json(&json);
        assert!(!printed.contains(|c| drives(c) && c != '\n'), "{printed:?}");
        let value = |json: &str| serde_json::from_str::<serde_json::Value>(json).expect("JSON");
        assert_eq!(value(&printed), value(&json));
    }
}
