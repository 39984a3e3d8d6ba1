//! A text as numbers, words and signs, and a walk along them.
//!
//! What makes a date or a time of them is not known here.

use std::ops::Range;

use crate::characters;
use crate::parse::words;

#[derive(Debug, Clone, PartialEq)]
pub enum Token<'a> {
    Number(u32, usize),
    Word(&'a str),
    Sign(char),
}

pub type Tokens<'a> = Vec<(Token<'a>, Range<usize>)>;

pub fn tokens(text: &str) -> Tokens<'_> {
    let mut tokens = Tokens::with_capacity(text.len() / 5 + 2);
    let mut chars = text.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        let same = |next: char| {
            if c.is_ascii_digit() { next.is_ascii_digit() } else { next.is_alphabetic() }
        };
        let mut end = start + c.len_utf8();
        if c.is_ascii_digit() || c.is_alphabetic() {
            while let Some((at, next)) = chars.peek().copied().filter(|(_, next)| same(*next)) {
                end = at + next.len_utf8();
                chars.next();
            }
        }
        let part = &text[start..end];
        let token = match c {
            c if c.is_whitespace() => continue,
            '0'..='9' => Token::Number(part.parse().unwrap_or(u32::MAX), part.len()),
            c if c.is_alphabetic() => Token::Word(part),
            // "20⁰⁰ Uhr"
            c if high_figure(c).is_some()
                && matches!(tokens.last(), Some((Token::Number(..), last)) if last.end == start) =>
            {
                let Some((ones_at, ones)) = chars.next_if(|(_, next)| high_figure(*next).is_some()) else {
                    tokens.push((Token::Sign(c), start..end));
                    continue;
                };
                tokens.push((Token::Sign(':'), start..start));
                let minutes = 10 * high_figure(c).unwrap_or(0) + high_figure(ones).unwrap_or(0);
                tokens.push((Token::Number(minutes, 2), start..ones_at + ones.len_utf8()));
                continue;
            }
            c => Token::Sign(c),
        };
        tokens.push((token, start..end));
    }
    tokens
}

fn high_figure(c: char) -> Option<u32> {
    characters::HIGH_FIGURES.into_iter().zip(0..).find(|(figure, _)| *figure == c).map(|(_, value)| value)
}

/// Walks the tokens of one attempt.
pub struct Cursor<'t, 'a> {
    pub tokens: &'t [(Token<'a>, Range<usize>)],
    pub at: usize,
}

impl Cursor<'_, '_> {
    pub fn number(&mut self) -> Option<(u32, usize)> {
        let Some((Token::Number(value, digits), _)) = self.tokens.get(self.at) else {
            return None;
        };
        self.at += 1;
        Some((*value, *digits))
    }

    pub fn sign(&mut self, signs: &[char]) -> bool {
        let found = matches!(self.tokens.get(self.at), Some((Token::Sign(c), _)) if signs.contains(c));
        self.at += usize::from(found);
        found
    }

    pub fn word(&mut self, known: &[&str]) -> bool {
        let is_known = |word: &str| {
            if word.is_ascii() {
                known.iter().any(|known| known.eq_ignore_ascii_case(word))
            } else {
                known.contains(&word.to_lowercase().as_str())
            }
        };
        let found = matches!(self.tokens.get(self.at), Some((Token::Word(word), _)) if is_known(word));
        self.at += usize::from(found);
        found
    }

    pub fn word_of(&mut self, table: &words::Table) -> bool {
        let found = matches!(self.tokens.get(self.at), Some((Token::Word(word), _)) if table.has(word));
        self.at += usize::from(found);
        found
    }

    pub fn month(&mut self) -> Option<u32> {
        let Some((Token::Word(word), _)) = self.tokens.get(self.at) else {
            return None;
        };
        // "may" and "mar" are words too; a month is written with a capital or stands by a number.
        let month = words::MONTHS.number(word)?;
        self.at += 1;
        Some(month)
    }

    /// A month that is a word of another language as well, and is one only between a day and a year.
    pub fn word_for_month(&mut self) -> Option<u32> {
        const MONTHS: [(&str, u32); 2] = [("set", 9), ("out", 10)];
        let Some((Token::Word(word), _)) = self.tokens.get(self.at) else {
            return None;
        };
        let (_, month) = MONTHS.into_iter().find(|(name, _)| name.eq_ignore_ascii_case(word))?;
        self.at += 1;
        Some(month)
    }

    /// Two capitals behind a comma: "DETROIT, MI".
    pub fn is_state(&self) -> bool {
        let Some((Token::Word(word), _)) = self.tokens.get(self.at) else { return false };
        let [.., (Token::Word(_), _), (Token::Sign(','), _)] = &self.tokens[..self.at] else { return false };
        word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_uppercase())
    }

    pub fn weekday(&mut self) -> Option<u32> {
        let Some((Token::Word(word), _)) = self.tokens.get(self.at) else {
            return None;
        };
        // "do 21 listopada", "DO 3 LISTOPADA": two letters are a weekday's by their capital, or a sign behind them.
        let signed = || matches!(self.tokens.get(self.at + 1), Some((Token::Sign('.' | ','), _)));
        let is_word = || word.chars().all(char::is_lowercase) || word.chars().all(char::is_uppercase) && !signed();
        if word.len() <= 2 && is_word() {
            return None;
        }
        if let Some(day) = words::WEEKDAYS.number(word) {
            self.at += 1;
            return Some(day);
        }
        // "Sexta-feira"
        let [_, (Token::Sign('-'), _), (Token::Word(last), _), ..] = &self.tokens[self.at..] else { return None };
        let day = words::WEEKDAYS.number(&format!("{word}-{last}"))?;
        self.at += 3;
        Some(day)
    }

    /// Whether the next token touches the one before it.
    pub fn touches(&self) -> bool {
        self.at > 0
            && matches!((self.tokens.get(self.at - 1), self.tokens.get(self.at)), (Some(a), Some(b)) if a.1.end == b.1.start)
    }

    /// "53.01.77" within "03.53.01.77.00", which is a phone number: whether more numbers behind the same
    /// sign touch what was read from a token on.
    pub fn is_among_numbers(&self, start: usize, sign: char) -> bool {
        let number = |at: usize| matches!(self.tokens.get(at), Some((Token::Number(..), _)));
        let joins = |at: usize| {
            let token = |at: usize| self.tokens.get(at).map(|(_, range)| range);
            let touch = |a: usize, b: usize| token(a).zip(token(b)).is_some_and(|(a, b)| a.end == b.start);
            matches!(self.tokens.get(at), Some((Token::Sign(c), _)) if *c == sign)
                && touch(at, at + 1)
                && at.checked_sub(1).is_some_and(|before| touch(before, at) && number(before))
                && number(at + 1)
        };
        joins(self.at) || start.checked_sub(1).is_some_and(joins)
    }

    pub fn end(&self) -> usize {
        self.tokens[self.at - 1].1.end
    }
}
