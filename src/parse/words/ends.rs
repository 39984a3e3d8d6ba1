//! A sorted table by one byte of each entry, which rules out nearly all of them.

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
