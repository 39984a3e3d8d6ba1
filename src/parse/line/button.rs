//! Words of the page or the register that a text stands in, and of no text: buttons, trails, exhibits, logos.

use super::super::words::{self, fold};

/// "Exhibit 99.1", as releases are filed with an authority, also on two lines, and
/// "EX-99.1 2 lamp991.htm PRESS RELEASE", as its register heads them.
fn is_exhibit(bare: &str) -> bool {
    const MOST_WORDS: usize = 5;
    let opens = ["exhibit ", "ex-", "ex "]
        .iter()
        .any(|word| words::behind(bare, word).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit())));
    opens && (!words::at_least(bare, MOST_WORDS + 1) || bare.contains(".htm"))
        || words::behind(bare, "exhibit") == Some("")
        || bare.strip_prefix("99.").is_some_and(|number| matches!(number.parse(), Ok(1_u8..=99)))
}

/// What a web page or a layout puts beside a text: "Click here for the PDF", "Company Logo".
pub fn is_button(text: &str) -> bool {
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    let at_most = |count: usize| !words::at_least(bare, count + 1);
    // "1. Navigation", as browsers number a page's own links.
    let unnumbered = bare.trim_start_matches(|c: char| !c.is_alphabetic());
    let mut behind_buttons = words::BUTTONS.behind_each(unnumbered).filter(|rest| {
        let button = &unnumbered[..unnumbered.len() - rest.len()];
        // "Share on Facebook" is a button, "Share Repurchase Program" a headline's second line.
        button.contains(' ')
            || rest.starts_with(':')
            || rest.contains(['>', '›', '»'])
            || rest.split(' ').all(is_of_page)
    });
    let ends_with_logo = || {
        let (before, last) = bare.rsplit_once([' ', '\u{A0}']).unwrap_or_default();
        !before.is_empty() && last.eq_ignore_ascii_case("logo")
    };
    behind_buttons.any(|rest| rest.is_empty() || rest.starts_with([' ', '\u{A0}', ':']) && at_most(8))
        || ends_with_logo() && at_most(5)
        || is_exhibit(bare)
        || ["logo: http", "photo: http", "foto: http"].iter().any(|picture| words::behind(bare, picture).is_some())
}

/// "Share this article", set as a heading, and nothing else.
pub fn is_page_heading(text: &str) -> bool {
    words::BUTTONS.has(text.trim_matches(|c: char| !c.is_alphanumeric()))
}

/// Whether a word behind that of a button speaks of the page, or of where it may be sent to.
fn is_of_page(word: &str) -> bool {
    const WORDS: &str = "this the it a as an and or on via by per to with in of for this article page story release news post \
        link version copy pdf email e-mail mail friend friends print share save download text html tweet whatsapp \
        facebook twitter x linkedin xing pinterest bluesky mastodon telegram instagram threads reddit youtube \
        diese diesen dieser dieses seite artikel beitrag meldung mitteilung pressemitteilung auf über und als \
        ce cet cette l'article article la le page sur par communiqué actualité en au \
        este esta artículo página noticia por no na artigo notícia \
        questo questa articolo pagina su notizia comunicato \
        dit deze artikel bericht pagina op met \
        denna artikeln sidan på via siden artiklen saken na ten tę artykuł stronę";
    let word = fold(word.trim_matches(|c: char| !c.is_alphanumeric()));
    word.is_empty() || WORDS.split_ascii_whitespace().any(|known| known == word)
}
