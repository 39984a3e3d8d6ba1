//! What was found out about a line, kept for those who ask again: the readers each ask every line
//! what it is, and a newsroom's releases share their frame, contacts and boilerplates.
//!
//! Only answers that follow from the line alone belong here, so none is ever out of date.

use std::cell::RefCell;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Answers to one question, by line.
#[derive(Debug)]
pub struct Memory<T>(RefCell<Known<T>>);

#[derive(Debug)]
struct Known<T> {
    answers: HashMap<Box<str>, T, BuildHasherDefault<Words>>,
    /// Of all lines together.
    bytes: usize,
}

/// Bytes: the lines of a few releases; then it begins anew.
const MOST: usize = 1 << 16;
/// Bytes of a line. What is longer is a whole text.
const LONGEST: usize = 1 << 12;

impl<T: Clone> Memory<T> {
    pub fn new() -> Self {
        Self(RefCell::new(Known { answers: HashMap::default(), bytes: 0 }))
    }

    /// The answer to a question about a line. It may ask others, and itself about parts of the line.
    pub fn answer(&self, line: &str, question: impl FnOnce(&str) -> T) -> T {
        if line.len() > LONGEST {
            return question(line);
        }
        if let Some(known) = self.0.borrow().answers.get(line) {
            return known.clone();
        }
        let answer = question(line);
        let mut known = self.0.borrow_mut();
        if known.bytes >= MOST {
            known.answers.clear();
            known.bytes = 0;
        }
        known.bytes += line.len();
        known.answers.insert(line.into(), answer.clone());
        answer
    }
}

/// The remembered answer of a function of one line.
macro_rules! remembered {
    ($line:expr, $question:path => $answer:ty) => {{
        thread_local! {
            static KNOWN: $crate::parse::memory::Memory<$answer> = $crate::parse::memory::Memory::new();
        }
        KNOWN.with(|known| known.answer($line, $question))
    }};
}
pub(crate) use remembered;

/// A hasher for lines, eight bytes at a time: several times faster than the standard one. What can be
/// made to collide with it is a single release's reading, which is bounded anyway.
#[derive(Debug, Default)]
pub struct Words(u64);

impl Words {
    fn add(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95);
    }
}

impl Hasher for Words {
    fn write(&mut self, bytes: &[u8]) {
        // The ends of a line tell it from nearly all others.
        const END: usize = 32;
        if bytes.len() > 2 * END {
            self.add(bytes.len() as u64);
            self.write(&bytes[..END]);
            return self.write(&bytes[bytes.len() - END..]);
        }
        let (words, rest) = bytes.as_chunks::<8>();
        for word in words {
            self.add(u64::from_le_bytes(*word));
        }
        let mut last = [0; 8];
        last[..rest.len()].copy_from_slice(rest);
        self.add(u64::from_le_bytes(last));
    }

    fn write_u8(&mut self, byte: u8) {
        self.add(u64::from(byte));
    }

    fn finish(&self) -> u64 {
        // The map takes the high bits for its tags and the low ones for its places.
        self.0 ^ self.0 >> 32
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[test]
    fn a_line_is_asked_once_and_a_paragraph_each_time() {
        let asked = Cell::new(0);
        let memory = Memory::new();
        let length = |line: &str| {
            asked.set(asked.get() + 1);
            line.len()
        };
        assert_eq!([memory.answer("a line", length), memory.answer("a line", length)], [6, 6]);
        assert_eq!(asked.get(), 1);
        let paragraph = "word ".repeat(LONGEST);
        memory.answer(&paragraph, length);
        memory.answer(&paragraph, length);
        assert_eq!(asked.get(), 3);
    }

    #[test]
    fn a_memory_never_grows_beyond_its_bound() {
        let memory = Memory::new();
        for number in 0..MOST {
            memory.answer(&number.to_string(), str::len);
            assert!(memory.0.borrow().bytes <= MOST + LONGEST);
        }
    }
}
