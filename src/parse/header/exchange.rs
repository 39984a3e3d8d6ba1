//! Lines above an announcement to an exchange: its number there, how it calls the house, where the shares of
//! the house are sold.

use crate::parse::words::{self, fold};

/// "RNS Number : 4711Q", "TIDMQBM", "SYMBOL: QBM": how exchanges and their wires head a text.
pub fn is_of_wire(text: &str) -> bool {
    const MOST_WORDS: usize = 6;
    if words::at_least(text, MOST_WORDS + 1) {
        return false;
    }
    let symbol = |symbol: &str| {
        (2..=12).contains(&symbol.len())
            && symbol.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
    };
    // "pts20260506007 Unternehmen, Kultur"
    let stamped = || {
        let first = text.split([' ', '\u{A0}']).next().unwrap_or("");
        let (letters, number) = first.split_at_checked(3).unwrap_or_default();
        letters.bytes().all(|byte| byte.is_ascii_lowercase())
            && number.len() >= "20260506001".len()
            && number.bytes().all(|byte| byte.is_ascii_digit())
    };
    // "SYMBOL: QBM"
    let named = words::behind(text, "symbol:").map(str::trim);
    fold(text) == "rns reach"
        || text.strip_prefix("TIDM").is_some_and(symbol)
        || stamped()
        || named.is_some_and(|symbols| symbols.split(", ").all(symbol))
        || ["rns number", "rns no", "prn number"]
            .iter()
            .any(|label| words::behind(text, label).is_some_and(|rest| rest.contains(|c: char| c.is_ascii_digit())))
}

/// "Kultur/Musik/Festspiele": words that a wire files a text by.
pub fn is_keywords(text: &str) -> bool {
    text.matches('/').count() >= 2
        && !text.contains([' ', ':', '.'])
        && text.split('/').all(|word| word.starts_with(char::is_uppercase))
}

/// "Regulatory News:", behind a wire's date line or alone: what the wire files a text under.
pub fn is_wire_kicker(text: &str) -> bool {
    ["regulatory news", "regulatory announcement", "regulated information"]
        .contains(&fold(text.trim().trim_end_matches(':')).as_str())
}

/// "Lakeglass (Paris:LKG):", below it: the house, and its symbol at an exchange.
pub fn is_house_and_symbol(text: &str) -> bool {
    const MOST_WORDS: usize = 8;
    let listed = text.trim_end().strip_suffix(':').map(str::trim_end).and_then(|text| text.strip_suffix(')'));
    let symbol = listed.and_then(|text| text.rsplit_once(" (")).and_then(|(_, inner)| inner.rsplit_once(':'));
    symbol.is_some_and(|(_, symbol)| {
        let symbol = symbol.trim();
        (1..=8).contains(&symbol.len())
            && symbol.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '.')
    }) && !words::at_least(text, MOST_WORDS + 1)
}

/// "("Quarrybank" or the "Company")", "('the Group')"
pub fn is_definition(text: &str) -> bool {
    const LONGEST: usize = 100;
    const QUOTES: [char; 9] = ['"', '“', '”', '„', '\'', '‘', '’', '«', '»'];
    // Exchanges that ask for such a line are told in English.
    const BETWEEN: [&str; 3] = ["together", "with", "collectively"];
    let Some(inner) = text.strip_prefix('(').and_then(|text| text.strip_suffix(')')) else { return false };
    if text.len() > LONGEST || !inner.ends_with(QUOTES) {
        return false;
    }
    // What stands outside of the quotation marks, which open and close in turn.
    let outside = inner.split(QUOTES).step_by(2).flat_map(str::split_whitespace);
    outside
        .map(|word| word.trim_matches([',', ':']))
        .all(|word| word.is_empty() || words::SMALL_WORDS.has(word) || BETWEEN.contains(&fold(word).as_str()))
}

/// "TSX: PLV", "(NASDAQ: PLV)", "NYSE American: PLVR | TSX: PLV": where the shares of a house are sold.
pub fn is_ticker(text: &str) -> bool {
    const LONGEST: usize = 80;
    const EXCHANGES: [&str; 22] = [
        "nyse",
        "nyse american",
        "nyse arca",
        "nasdaq",
        "tsx",
        "tsxv",
        "tsx-v",
        "tsx venture",
        "cse",
        "neo",
        "lse",
        "aim",
        "asx",
        "jse",
        "otc",
        "otcqb",
        "otcqx",
        "fse",
        "six",
        "euronext",
        "xetra",
        "hkex",
    ];
    if text.len() > LONGEST || !text.contains(':') {
        return false;
    }
    text.split([',', ';', '|', '/', '&', '(', ')']).map(str::trim).filter(|part| !part.is_empty()).all(|part| {
        part.split_once(':').is_some_and(|(exchange, symbol)| {
            let symbol = symbol.trim();
            // "TSX VENTURE SYMBOL: ACM"
            let exchange = fold(exchange);
            EXCHANGES.contains(&exchange.strip_suffix(" symbol").unwrap_or(&exchange))
                && (1..=8).contains(&symbol.len())
                && symbol.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || ".-".contains(c))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_an_exchange_are_told_from_headlines() {
        assert!(
            is_of_wire("RNS Number : 4711Q")
                && is_of_wire("TIDMQBM")
                && is_of_wire("pts20260506007 Kultur")
                && !is_of_wire("RNS numbers grow")
        );
        for text in ["(\"Quarrybank\" or the \"Company\")", "(“Quarrybank” or “the Group”)", "('the Group')"] {
            assert!(is_definition(text), "{text}");
        }
        for text in ["(a new \"harbour\")", "(\"All is well\", says the mayor)", "\"Quarrybank\" or the \"Company\""] {
            assert!(!is_definition(text), "{text}");
        }
        assert!(is_ticker("TSX VENTURE SYMBOL: ACM"));
        assert!(is_ticker("(NASDAQ: PLV)") && !is_ticker("Harbour: PLV"));
    }
}
