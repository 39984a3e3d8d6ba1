//! "[Your name]", "{Headline}", "(insert name)": what a template asks for between brackets. A quotation's own
//! "[the mayor]", "[sic]" and "[...]", a note "[1]" and a link are none of it.

use crate::parse::words::{self, ASKED, ASKED_IN_PARENTHESES, LAST_OF_FIELD, LAST_ORDERS, NUMBERED, ORDERS, fold};

/// Between square, angled or curly brackets, wherever one stands.
pub fn asked(text: &str) -> Option<&str> {
    let pairs = [('[', ']'), ('<', '>'), ('{', '}')];
    let asked = pairs.iter().filter(|(open, _)| text.contains(*open)).find_map(|(open, close)| {
        text.match_indices(*open).find_map(|(start, _)| asked_in(&text[start..], *open, *close))
    });
    asked.or_else(|| in_capitals(text)).or_else(|| empty_box(text))
}

/// Of files.
const ENDINGS: [&str; 10] = [".txt", ".pdf", ".doc", ".jpg", ".png", ".csv", ".xml", ".html", ".md", ".zip"];

/// At the beginning of a text.
fn asked_in(text: &str, open: char, close: char) -> Option<&str> {
    // Up to the next bracket of either kind, or opening ones without end would be looked through again and again.
    let length = text[1..].find([open, close]).map(|at| at + 1).filter(|at| text[*at..].starts_with(close))?;
    // An address stands behind brackets in Markdown, and is a link's.
    let is_link = open == '[' && text[length + 1..].starts_with('(');
    // `{"@type":"NewsArticle"}` is data.
    let is_data = open == '{' && text[..length].contains('"');
    // "[name].txt" is how a file is called.
    let is_file = ENDINGS.iter().any(|ending| text[length + 1..].starts_with(ending));
    if is_data || is_file || open == '<' && is_tag(&text[1..length]) {
        return None;
    }
    let inner = text[1..length].trim_matches(['*', '_', ' ']);
    (!is_link && (asks(&fold(inner)) || is_numbered(inner) || names_a_field(inner))).then(|| &text[..=length])
}

/// "[problem 1]", and no "[Figure 1]".
fn is_numbered(inner: &str) -> bool {
    inner.split_once(' ').is_some_and(|(word, number)| {
        (1..=2).contains(&number.len())
            && number.bytes().all(|byte| byte.is_ascii_digit())
            && NUMBERED.contains(&fold(word).as_str())
    })
}

/// "[Intended Launch Date]": a few words with capitals of which the last is a field of a form.
fn names_a_field(inner: &str) -> bool {
    const MOST_WORDS: usize = 4;
    let last = inner.rsplit(' ').next().unwrap_or(inner);
    words::at_least(inner, 2)
        && !words::at_least(inner, MOST_WORDS + 1)
        && inner.split(' ').all(|word| word.starts_with(char::is_uppercase))
        && LAST_OF_FIELD.contains(&fold(last).as_str())
}

/// "helps [CUSTOMER SEGMENT] to grind": words in capitals in the midst of a line; at its beginning they are a tag.
fn in_capitals(text: &str) -> Option<&str> {
    const FEWEST_LETTERS: usize = 8;
    text.match_indices('[').find_map(|(start, _)| {
        let end = start + text[start..].find(']')?;
        let (before, inner, behind) = (&text[..start], &text[start + 1..end], &text[end + 1..]);
        let is_joined = before.trim_end().ends_with(char::is_alphanumeric)
            && before.ends_with(' ')
            && (behind.is_empty() || behind.starts_with([' ', '.', ',']));
        let letters = inner.chars().filter(|c| c.is_alphabetic()).count();
        let is_shouted = letters >= FEWEST_LETTERS && inner.contains(' ') && !inner.contains(char::is_lowercase);
        (is_joined && is_shouted && behind.contains(char::is_alphabetic)).then(|| &text[start..=end])
    })
}

/// "</text>", "<title>", "<text y="9">": an element of HTML or a drawing by its name.
fn is_tag(inner: &str) -> bool {
    const ELEMENTS: [&str; 7] = ["title", "text", "link", "address", "data", "label", "body"];
    let name = inner.split_once(' ').filter(|(_, rest)| rest.contains('=')).map_or(inner, |(name, _)| name);
    inner.starts_with('/') || ELEMENTS.contains(&name)
}

/// Whether words, in small letters, are what a template has somebody fill in: more than half of them name a part of
/// a release, or say what to do.
fn asks(inner: &str) -> bool {
    const MOST_WORDS: usize = 12;
    // "à compléter" in capitals opens as an article does.
    if is_ordered(inner) {
        return true;
    }
    // "[the mayor]" is an editor's word.
    let opens_with_article =
        ["the ", "a ", "an ", "der ", "die ", "das ", "le ", "la ", "el "].iter().any(|word| inner.starts_with(word));
    if inner.is_empty() || opens_with_article || inner.contains("...") || inner.contains('…') {
        return false;
    }
    let all = || inner.split(|c: char| !(c.is_alphanumeric() || c == '-')).filter(|word| !word.is_empty());
    let is_blank = |word: &str| word.len() > 1 && word.bytes().all(|byte| byte == b'x');
    let is_in = |list: &[&str], word: &str| list.binary_search(&word).is_ok();
    let asked = |word: &str| is_in(&ASKED, word) || is_in(&LAST_ORDERS, word) || is_blank(word);
    let first = all().next().unwrap_or("");
    if is_in(&ORDERS, first) && inner.contains(' ') {
        return true;
    }
    if words::at_least(inner, MOST_WORDS + 1) {
        return false;
    }
    let (mut named, mut others) = (0, 0);
    for word in all().filter(|word| !words::SMALL_WORDS.has_small(word)) {
        if asked(word) || is_in(&ORDERS, word) {
            named += 1;
        } else {
            others += 1;
        }
    }
    // "[Name of Trust]"
    let of = asked(first) && all().nth(1).is_some_and(|word| words::SMALL_WORDS.has_small(word));
    let is_sign = ["●", "•", "■", "○"].contains(&inner);
    named > others && !is_in(&ORDERS, inner) || of && others <= 2 || is_sign
}

/// "Preis prüfen", "à compléter": a few words, and behind them what to do.
fn is_ordered(inner: &str) -> bool {
    const MOST_WORDS: usize = 4;
    !words::at_least(inner, MOST_WORDS + 1) && is_ordered_last(inner)
}

fn is_ordered_last(inner: &str) -> bool {
    let last = inner.trim_end_matches(['!', '.', '?', ' ']).rsplit([' ', '\u{A0}']).next().unwrap_or("");
    LAST_ORDERS.binary_search(&last).is_ok()
}

/// "cost [ ] million": the only box of a line, within a sentence; a slip to be sent back has several, or words behind.
fn empty_box(text: &str) -> Option<&str> {
    const FEWEST_WORDS: usize = 3;
    let (before, rest) = text.split_once('[')?;
    let (inner, behind) = rest.split_once(']')?;
    let fits = !inner.is_empty()
        && inner.trim().is_empty()
        && words::at_least(before, FEWEST_WORDS)
        && before.trim_end().ends_with(char::is_alphanumeric)
        && behind.trim_start().starts_with(char::is_lowercase)
        && !behind.contains('[');
    fits.then(|| &text[before.len()..text.len() - behind.len()])
}

/// Bytes of what parentheses in a form ask for; none is looked for to the end of a long text.
const LONGEST_ASKED: usize = 160;

/// "(name of group)", "(à compléter)"
pub fn in_parentheses(text: &str) -> Option<&str> {
    text.match_indices('(').find_map(|(open, _)| {
        let length = text[open..].bytes().take(LONGEST_ASKED).position(|byte| byte == b')')?;
        let inner = fold(&text[open + 1..open + length]);
        let asks = [
            "date",
            "time",
            "time and date",
            "date and time",
            "insert date",
            "your name",
            "phone number",
            "email address",
        ]
        .contains(&inner.as_str())
            || [
                "name of ",
                "insert ",
                "your ",
                "name des ",
                "name der ",
                "nom de ",
                "nombre de ",
                "insertar ",
                "insérer ",
                "inserire ",
                "inserir ",
            ]
            .iter()
            .any(|ask| inner.strip_prefix(ask).is_some_and(|rest| rest.split_whitespace().count() <= 3))
            || ASKED_IN_PARENTHESES.iter().any(|ask| inner.starts_with(ask)) && words::at_least(&inner, 3)
            || inner.starts_with("bitte ") && is_ordered_last(&inner)
            || inner.contains(' ') && is_ordered(&inner);
        asks.then(|| &text[open..=open + length])
    })
}
