//! A sorted table by one byte or two of each entry, which rule out nearly all of them.

use std::ops::Range;

use super::folded;

/// Where the entries of each first byte end in a table that is sorted by it.
#[derive(Debug)]
pub struct Ends([u16; 256]);

impl Ends {
    /// Of entries that are sorted by these bytes.
    pub fn of(bytes: impl Iterator<Item = Option<u8>>) -> Self {
        let firsts: Vec<u8> = bytes.flatten().collect();
        let mut ends = [0; 256];
        for (byte, end) in (0..=u8::MAX).zip(&mut ends) {
            // A few hundred entries at most.
            *end = u16::try_from(firsts.partition_point(|first| *first <= byte)).unwrap_or(u16::MAX);
        }
        Self(ends)
    }

    pub fn with_first_letter_of(&self, text: &str) -> Range<usize> {
        let first = text.chars().next().map(|first| folded(first).encode_utf8(&mut [0; 4]).as_bytes()[0]);
        self.with(first)
    }

    pub fn with(&self, byte: Option<u8>) -> Range<usize> {
        let Some(byte) = byte.map(usize::from) else { return 0..0 };
        let start = byte.checked_sub(1).map_or(0, |before| self.0[before]);
        usize::from(start)..usize::from(self.0[byte])
    }
}

/// Which second letters the entries of a first letter have, some of them a bit together.
#[derive(Debug)]
pub struct Seconds([u32; 128]);

impl Seconds {
    pub fn of<'e>(entries: impl Iterator<Item = &'e str>) -> Self {
        let mut seconds = [0; 128];
        for entry in entries {
            match entry.as_bytes() {
                [first, second, ..] if first.is_ascii() => seconds[usize::from(*first)] |= Self::bit(*second),
                [first] if first.is_ascii() => seconds[usize::from(*first)] = u32::MAX,
                _ => {}
            }
        }
        Self(seconds)
    }

    /// Whether none of the entries begins as a text does. Only of ASCII letters is it known.
    #[inline]
    pub fn rule_out(&self, text: &str) -> bool {
        let Some([first, second]) = text.as_bytes().first_chunk::<2>() else { return false };
        let first = usize::from(first.to_ascii_lowercase());
        second.is_ascii() && self.0.get(first).is_some_and(|seconds| seconds & Self::bit(*second) == 0)
    }

    /// Capitals differ from small letters in a bit that is left out.
    fn bit(letter: u8) -> u32 {
        1 << (letter & 31)
    }
}
