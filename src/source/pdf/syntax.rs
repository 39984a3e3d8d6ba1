//! The operators of a content stream with what stands before each. What is damaged is passed
//! over: the words after it are still words.

/// What an operator works on. Dictionaries keep only their strings' keys, for `ActualText`.
#[derive(Debug, Clone, PartialEq)]
pub enum Operand {
    Number(f64),
    Name(Vec<u8>),
    Text(Vec<u8>),
    List(Vec<Operand>),
    Dictionary(Vec<(Vec<u8>, Operand)>),
}

/// Lists within each other.
const DEEPEST: usize = 8;

#[derive(Debug)]
pub struct Operators<'a> {
    bytes: &'a [u8],
    at: usize,
}

#[derive(Debug)]
enum Token {
    Operand(Operand),
    Word(Vec<u8>),
    Open(u8),
    Close,
}

impl<'a> Operators<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// The next operator and its operands.
    pub fn next(&mut self) -> Option<(Vec<u8>, Vec<Operand>)> {
        let mut operands = Vec::new();
        while let Some(token) = self.token() {
            match token {
                Token::Word(word) if word == b"BI" => self.pass_over_picture(),
                Token::Word(word) => return Some((word, operands)),
                Token::Close => {}
                token => operands.extend(self.operand(token, 0)),
            }
        }
        None
    }

    fn operand(&mut self, token: Token, depth: usize) -> Option<Operand> {
        match token {
            Token::Operand(operand) => Some(operand),
            Token::Word(_) | Token::Close => None,
            Token::Open(kind) => {
                let mut items = Vec::new();
                while let Some(token) = self.token() {
                    match token {
                        Token::Close => break,
                        token if depth < DEEPEST => items.extend(self.operand(token, depth + 1)),
                        _ => {}
                    }
                }
                if kind == b'[' {
                    return Some(Operand::List(items));
                }
                let mut pairs = Vec::new();
                let mut items = items.into_iter();
                while let (Some(Operand::Name(key)), Some(value)) = (items.next(), items.next()) {
                    pairs.push((key, value));
                }
                Some(Operand::Dictionary(pairs))
            }
        }
    }

    fn token(&mut self) -> Option<Token> {
        loop {
            let byte = *self.bytes.get(self.at)?;
            self.at += 1;
            return Some(match byte {
                0 | 9 | 10 | 12 | 13 | 32 | b')' | b'{' | b'}' => continue,
                b'%' => {
                    while self.peek().is_some_and(|byte| byte != b'\n' && byte != b'\r') {
                        self.at += 1;
                    }
                    continue;
                }
                b'/' => Token::Operand(Operand::Name(self.name())),
                b'(' => Token::Operand(Operand::Text(self.text())),
                b'<' if self.peek() == Some(b'<') => {
                    self.at += 1;
                    Token::Open(b'<')
                }
                b'<' => Token::Operand(Operand::Text(self.hex())),
                // A single one closes what a hexadecimal text has closed already.
                b'>' => {
                    self.at += usize::from(self.peek() == Some(b'>'));
                    Token::Close
                }
                b'[' => Token::Open(b'['),
                b']' => Token::Close,
                _ => {
                    self.at -= 1;
                    self.word()
                }
            });
        }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn regular(&mut self) -> &'a [u8] {
        let start = self.at;
        while self.peek().is_some_and(|byte| !is_delimiter(byte)) {
            self.at += 1;
        }
        &self.bytes[start..self.at]
    }

    fn word(&mut self) -> Token {
        let word = self.regular();
        match std::str::from_utf8(word).ok().and_then(number) {
            Some(number) => Token::Operand(Operand::Number(number)),
            None => Token::Word(word.to_vec()),
        }
    }

    fn name(&mut self) -> Vec<u8> {
        let written = self.regular();
        let mut name = Vec::with_capacity(written.len());
        let mut at = 0;
        while at < written.len() {
            let digits = (written[at] == b'#').then(|| written.get(at + 1..at + 3)).flatten();
            let code = digits.and_then(|digits| u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok());
            name.push(code.unwrap_or(written[at]));
            at += if code.is_some() { 3 } else { 1 };
        }
        name
    }

    fn text(&mut self) -> Vec<u8> {
        let mut text = Vec::new();
        let mut depth = 1;
        while let Some(byte) = self.peek() {
            self.at += 1;
            match byte {
                b'\\' => self.escaped(&mut text),
                b'(' => {
                    depth += 1;
                    text.push(byte);
                }
                b')' => {
                    depth -= 1;
                    if depth == 0 {
                        break;
                    }
                    text.push(byte);
                }
                _ => text.push(byte),
            }
        }
        text
    }

    fn escaped(&mut self, text: &mut Vec<u8>) {
        let Some(byte) = self.peek() else { return };
        self.at += 1;
        match byte {
            b'n' => text.push(b'\n'),
            b'r' => text.push(b'\r'),
            b't' => text.push(b'\t'),
            b'b' => text.push(8),
            b'f' => text.push(12),
            b'\r' => self.at += usize::from(self.peek() == Some(b'\n')),
            b'\n' => {}
            b'0'..=b'7' => {
                let mut code = u32::from(byte - b'0');
                for _ in 0..2 {
                    let Some(digit @ b'0'..=b'7') = self.peek() else { break };
                    code = code * 8 + u32::from(digit - b'0');
                    self.at += 1;
                }
                text.extend(u8::try_from(code & 0xFF));
            }
            byte => text.push(byte),
        }
    }

    fn hex(&mut self) -> Vec<u8> {
        let mut text = Vec::new();
        let mut half = None;
        while let Some(byte) = self.peek() {
            self.at += 1;
            if byte == b'>' {
                break;
            }
            let Some(digit) = char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok()) else {
                continue;
            };
            match half.take() {
                None => half = Some(digit << 4),
                Some(high) => text.push(high | digit),
            }
        }
        text.extend(half);
        text
    }

    /// An inline picture is bytes of any kind up to `EI` between white space.
    fn pass_over_picture(&mut self) {
        let rest = &self.bytes[self.at..];
        let ends = |four: &[u8]| {
            four[0].is_ascii_whitespace() && &four[1..3] == b"EI" && four.get(3).is_none_or(u8::is_ascii_whitespace)
        };
        let end = rest.windows(4).position(ends).map_or(rest.len(), |at| at + 3);
        self.at += end;
    }
}

fn is_delimiter(byte: u8) -> bool {
    matches!(byte, 0 | 9 | 10 | 12 | 13 | 32 | b'/' | b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'%')
}

/// Numbers as PDF writes them; some writers double the sign.
fn number(word: &str) -> Option<f64> {
    let digits = word.trim_start_matches(['+', '-']);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.' || byte == b'-') {
        return None;
    }
    let value: f64 = digits.split('-').next().unwrap_or("").parse().ok()?;
    Some(if word.starts_with('-') { -value } else { value })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(content: &[u8]) -> Vec<(String, Vec<Operand>)> {
        let mut operators = Operators::new(content);
        let next = || operators.next();
        std::iter::from_fn(next)
            .map(|(word, operands)| (String::from_utf8_lossy(&word).into_owned(), operands))
            .collect()
    }

    #[test]
    fn operators_come_with_what_stands_before_them() {
        let seen = all(b"/F#31 12 Tf % a comment\n[(a\\)b\\334) -20.5 <4142>]TJ /Span<</ActualText(x)>>BDC T*");
        assert_eq!(seen[0], ("Tf".into(), vec![Operand::Name(b"F1".to_vec()), Operand::Number(12.0)]));
        let list = vec![Operand::Text(b"a)b\xDC".to_vec()), Operand::Number(-20.5), Operand::Text(b"AB".to_vec())];
        assert_eq!(seen[1], ("TJ".into(), vec![Operand::List(list)]));
        assert_eq!(seen[2].1[1], Operand::Dictionary(vec![(b"ActualText".to_vec(), Operand::Text(b"x".to_vec()))]));
        assert_eq!(seen[3].0, "T*");
    }

    #[test]
    fn pictures_in_the_text_and_damage_are_passed_over() {
        let seen = all(b"BI /W 1 ID \x00(\xFF<< EI (a) Tj >> ] ) (b) Tj [[[[[[[[[[[[ (c");
        assert_eq!(seen.iter().filter(|(word, _)| word == "Tj").count(), 2, "{seen:?}");
    }
}
