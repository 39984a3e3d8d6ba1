//! Lines that hold a text back in words of which each is of such lines, in whatever order a press office sets them:
//! "Utilizzabile dopo il 5 marzo", "Do not share before 3 December", "Publikacja dopiero 5 marca".
//!
//! No table has such lines as a whole, and so none of their words may be of anything else: "Results published before
//! 3 March" has a subject of its own, and is news.

use crate::characters;
use crate::parse::date::{self, Written};
use crate::parse::memory::remembered;
use crate::parse::words::by_language::{self, Languages, Lexicon};
use crate::parse::words::{self, fold};

use super::day::ReleaseDay;
use super::plainly::plainly;

/// What such a line says of the day that it names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Composed {
    /// Nothing is to be published before.
    Held,
    /// It is to be published then, which may be the text's own day.
    Then,
}

pub fn composed(text: &str) -> Option<Composed> {
    const LONGEST: usize = 240;
    const MOST_WORDS: usize = 22;
    if text.len() > LONGEST || words::at_least(text, MOST_WORDS + 1) {
        return None;
    }
    remembered!(text, read => Option<Composed>)
}

fn read(text: &str) -> Option<Composed> {
    let plain = plainly(text);
    if !may_begin(&plain) {
        return None;
    }
    let folded = fold(&plain);
    if characters::has_digit(&folded) && may_be_composed(&folded) { dated(&folded) } else { waits_for_event(&folded) }
}

/// Whether the first word may be one of such a line's, which rules nearly all others out before they are looked at.
fn may_begin(text: &str) -> bool {
    // Letters set apart, and what is no letter, are looked at later.
    const SHORTEST: usize = 2;
    let first = text.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty()).unwrap_or("");
    if first.len() < SHORTEST || characters::has_digit(first) {
        return true;
    }
    let folded = fold(first);
    by_language::HOLD_ANY.of(&by_language::plain(&folded)) != 0
        || words::WEEKDAYS.number(&folded).is_some()
        || words::MONTHS.number(&folded).is_some()
        || date::time(&folded).is_some()
        || date::abbreviated_zone(&folded).is_some()
}

/// Nearly all lines have two words of which nothing is known, and dates are costlier to look for.
fn may_be_composed(folded: &str) -> bool {
    // Beside the one that a line may have, what belongs to an hour or a zone.
    const MOST_UNKNOWN: usize = 3;
    let words = words_of(folded).filter(|word| !characters::has_digit(word)).map(by_language::plain);
    let (mut unknown, mut speaks) = (0, false);
    for word in words {
        speaks = speaks || by_language::HOLD_SPEAKS.of(&word) != 0;
        let is_known = || by_language::HOLD_ANY.of(&word) != 0 || words::WEEKDAYS.number(&word).is_some();
        unknown += usize::from(!is_known());
        if unknown > MOST_UNKNOWN + 1 {
            return false;
        }
    }
    speaks
}

fn dated(folded: &str) -> Option<Composed> {
    let tokens = tokens(folded);
    let days = tokens.iter().filter(|token| token.is_day).count();
    let names_hour = || tokens.iter().any(|token| token.is_weekday) && tokens.iter().any(|token| token.is_hour);
    if days > 1 || days == 0 && !names_hour() {
        return None;
    }
    by_language::languages().find_map(|language| Line { tokens: &tokens, language }.says())
}

/// "Publicar únicamente tras la intervención del ministro": nothing is said of when that is.
fn waits_for_event(folded: &str) -> Option<Composed> {
    const MOST_WORDS_BEHIND: usize = 8;
    let mut known = Languages::MAX;
    let (mut speaks, mut bounds): (Languages, Languages) = (0, 0);
    let mut words = words_of(folded);
    while let Some(word) = words.next() {
        known &= by_language::HOLD_ANY.of(&by_language::plain(word));
        if known == 0 {
            return None;
        }
        let token = Token::of(word);
        // "Only after", "not until", "not before".
        let waits = known & bounds & (token.from | token.until);
        if waits != 0 {
            let behind: Vec<&str> = words.clone().take(MOST_WORDS_BEHIND + 1).collect();
            let is_event = |word: &&str| by_language::HOLD_EVENTS.of(&by_language::plain(word)) & waits != 0;
            let speaks_behind = || behind.iter().fold(0, |all, word| all | Token::of(word).speaks());
            let holds = behind.len() <= MOST_WORDS_BEHIND
                && behind.iter().any(is_event)
                && (speaks | speaks_behind()) & waits != 0;
            return holds.then_some(Composed::Held);
        }
        speaks |= token.publishes | token.uses | token.opens;
        bounds |= token.only | token.no;
    }
    None
}

fn words_of(folded: &str) -> impl Iterator<Item = &str> + Clone {
    folded.split(|c: char| !c.is_alphanumeric() && !matches!(c, DAY | HOUR)).filter(|word| !word.is_empty())
}

/// What stands for a day and for an hour while the words around them are looked at.
const DAY: char = '\u{1}';
const HOUR: char = '\u{2}';

/// The day of a line that says no more than that the text is to be published then.
pub fn then(text: &str) -> Option<ReleaseDay> {
    if composed(text)? != Composed::Then {
        return None;
    }
    let found = date::first(text)?;
    Some(ReleaseDay::Dated { date: found.date, timed: date::time(text).is_some() })
}

/// A word, and the languages in which it is of each kind.
#[derive(Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a kind of token that is no word")]
struct Token {
    is_day: bool,
    is_weekday: bool,
    is_hour: bool,
    is_figure: bool,
    is_short: bool,
    publishes: Languages,
    uses: Languages,
    opens: Languages,
    keeps: Languages,
    later: Languages,
    from: Languages,
    until: Languages,
    only: Languages,
    no: Languages,
    frame: Languages,
}

impl Token {
    fn of(word: &str) -> Self {
        let weekday = word.chars().count() > 3 && words::WEEKDAYS.number(word).is_some();
        if weekday || word.bytes().all(|byte| byte.is_ascii_digit()) {
            return Self { is_weekday: weekday, is_figure: !weekday, ..Self::default() };
        }
        if date::abbreviated_zone(word).is_some() {
            return Self { is_figure: true, ..Self::default() };
        }
        let plain = by_language::plain(word);
        let of = |lexicon: &Lexicon| lexicon.of(&plain);
        Self {
            is_short: plain.len() <= 2,
            publishes: of(&by_language::HOLD_PUBLISH),
            uses: of(&by_language::HOLD_USE),
            opens: of(&by_language::HOLD_OPEN),
            keeps: of(&by_language::HOLD_SECRET),
            later: of(&by_language::HOLD_LATER),
            from: of(&by_language::HOLD_FROM),
            until: of(&by_language::HOLD_UNTIL),
            only: of(&by_language::HOLD_ONLY),
            no: of(&by_language::HOLD_NO),
            frame: of(&by_language::HOLD_FRAMES),
            ..Self::default()
        }
    }

    fn is_when(&self) -> bool {
        self.is_day || self.is_weekday || self.is_hour
    }

    /// The languages in which it says what is withheld.
    fn speaks(&self) -> Languages {
        self.publishes | self.uses | self.opens | self.keeps
    }

    /// The languages that have the word.
    fn all(&self) -> Languages {
        if self.is_when() || self.is_figure {
            return Languages::MAX;
        }
        let kinds = [self.later, self.from, self.until, self.only, self.no, self.frame];
        kinds.into_iter().fold(self.speaks(), |all, kind| all | kind)
    }
}

/// The words of a folded line; its day and its hours are a token each.
fn tokens(folded: &str) -> Vec<Token> {
    const MOST: usize = 3;
    let mut text = folded.to_owned();
    for _ in 0..MOST {
        let Some(day) = date::first(&text).filter(|day| day.date != Written::NoDay) else { break };
        text.replace_range(day.range, &format!(" {DAY} "));
    }
    for _ in 0..MOST {
        let Some((hour, _)) = date::time(&text) else { break };
        text.replace_range(hour, &format!(" {HOUR} "));
    }
    let token = |word: &str| match word.chars().next() {
        Some(DAY) => Token { is_day: true, ..Token::default() },
        Some(HOUR) => Token { is_hour: true, ..Token::default() },
        _ => Token::of(word),
    };
    words_of(&text).map(token).collect()
}

/// The tokens of a line as one language has them.
struct Line<'t> {
    tokens: &'t [Token],
    language: Languages,
}

impl Line<'_> {
    fn says(&self) -> Option<Composed> {
        let unknown = self.tokens.iter().filter(|token| token.all() & self.language == 0).count();
        let begins = self.tokens.first().is_some_and(|token| token.all() & self.language != 0);
        let publishes = self.has(|token| token.publishes);
        let uses = self.has(|token| token.uses | token.opens);
        let (forbids, keeps) = (self.has(|token| token.no), self.has(|token| token.keeps));
        let (only, later) = (self.has(|token| token.only), self.has(|token| token.later));
        let (until, from) = (self.leads_to_day(|token| token.until), self.leads_to_day(|token| token.from));
        let speaks = publishes || uses;
        // "Do not share figures before 3 March": one other thing may be forbidden by name.
        if unknown > 0 && !(unknown == 1 && begins && speaks && (forbids && until || only && from && publishes)) {
            return None;
        }
        let is_period = from && until && !forbids && !keeps && !only;
        let held_until = until && (keeps || speaks && forbids);
        let held_from = from && (publishes || uses && only || self.is_opened()) && (!forbids || only);
        let put_off = later && publishes;
        if !is_period && (held_until || held_from || put_off) {
            return Some(Composed::Held);
        }
        (unknown == 0 && only && publishes && !until && !forbids && self.tokens.iter().any(|token| token.is_day))
            .then_some(Composed::Then)
    }

    /// "Offentligt från 5 mars", "Público a partir de 5 de março"; "Public notice from 5 March" is of the notice.
    fn is_opened(&self) -> bool {
        let is_small = |token: &&Token| token.is_short && token.from == 0;
        let mut tokens = self.tokens.iter().skip_while(is_small);
        tokens.next().is_some_and(|token| token.opens & self.language != 0)
            && tokens.find(|token| !is_small(token)).is_some_and(|token| token.from & self.language != 0)
    }

    fn has(&self, kind: impl Fn(&Token) -> Languages) -> bool {
        self.tokens.iter().any(|token| kind(token) & self.language != 0)
    }

    /// Whether nothing but small words stands between a word of direction and the day or the hour.
    fn leads_to_day(&self, kind: impl Fn(&Token) -> Languages) -> bool {
        const MOST_BETWEEN: usize = 4;
        let is_between = |token: &Token| {
            token.is_figure || (token.frame | token.from | token.until | token.only) & self.language != 0
        };
        self.tokens.iter().enumerate().any(|(at, token)| {
            let behind = &self.tokens[at + 1..];
            let ahead = behind.iter().take(MOST_BETWEEN + 1).find(|token| !is_between(token));
            let is_behind = at.checked_sub(1).is_some_and(|before| self.tokens[before].is_day);
            kind(token) & self.language != 0 && (ahead.is_some_and(Token::is_when) || is_behind)
        })
    }
}

#[cfg(test)]
mod tests;
