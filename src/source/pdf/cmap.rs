//! Which character a code stands for, and how many bytes a code has, as a font's tables state it.

use super::syntax::{Operand, Operators};

/// A table of a font, sorted by code. The largest fonts have 65,536 codes.
#[derive(Debug, Default)]
pub struct CMap {
    /// First and last code, and what the first stands for in UTF-16.
    ranges: Vec<(u32, u32, Vec<u16>)>,
    /// Bytes of a code, first and last code.
    spaces: Vec<(usize, u32, u32)>,
    /// First and last code, and the number of the first one's glyph.
    glyphs: Vec<(u32, u32, u32)>,
}

const MOST_ENTRIES: usize = 70_000;

impl CMap {
    pub fn parse(bytes: &[u8]) -> Self {
        let mut cmap = Self::default();
        let mut operators = Operators::new(bytes);
        let mut pending: Vec<Operand> = Vec::new();
        while let Some((word, operands)) = operators.next() {
            pending.extend(operands);
            cmap.section(&word, &pending);
            pending.clear();
            if cmap.ranges.len() + cmap.glyphs.len() > MOST_ENTRIES {
                break;
            }
        }
        cmap.ranges.sort_by_key(|range| range.0);
        cmap.glyphs.sort_by_key(|range| range.0);
        cmap
    }

    fn section(&mut self, word: &[u8], operands: &[Operand]) {
        match word {
            b"endbfchar" => {
                for pair in operands.chunks_exact(2) {
                    if let [Operand::Text(code), Operand::Text(to)] = pair {
                        self.ranges.push((value(code), value(code), utf16(to)));
                    }
                }
            }
            b"endbfrange" => {
                for triple in operands.chunks_exact(3) {
                    match triple {
                        [Operand::Text(first), Operand::Text(last), Operand::Text(to)] => {
                            self.ranges.push((value(first), value(last), utf16(to)));
                        }
                        [Operand::Text(first), _, Operand::List(list)] => {
                            for (code, to) in (value(first)..).zip(list) {
                                if let Operand::Text(to) = to {
                                    self.ranges.push((code, code, utf16(to)));
                                }
                            }
                        }
                        _ => {}
                    }
                }
            }
            b"endcodespacerange" => {
                for pair in operands.chunks_exact(2) {
                    if let [Operand::Text(first), Operand::Text(last)] = pair {
                        self.spaces.push((first.len().clamp(1, 4), value(first), value(last)));
                    }
                }
            }
            b"endcidrange" => {
                for triple in operands.chunks_exact(3) {
                    if let [Operand::Text(first), Operand::Text(last), Operand::Number(glyph)] = triple {
                        self.glyphs.push((value(first), value(last), whole(*glyph)));
                    }
                }
            }
            b"endcidchar" => {
                for pair in operands.chunks_exact(2) {
                    if let [Operand::Text(code), Operand::Number(glyph)] = pair {
                        self.glyphs.push((value(code), value(code), whole(*glyph)));
                    }
                }
            }
            _ => {}
        }
    }

    /// The characters of a code. A table that says "nothing" says nothing.
    pub fn characters(&self, code: u32) -> Option<String> {
        let (first, _, to) = within(&self.ranges, code, |range| (range.0, range.1))?;
        let mut to = to.clone();
        let last = to.last_mut()?;
        *last = last.wrapping_add(u16::try_from(code - first).ok()?);
        let text = String::from_utf16_lossy(&to);
        (!text.chars().all(|c| c == '\0' || c == '\u{FFFD}')).then_some(text)
    }

    /// The number of a code's glyph, by which its width is known.
    pub fn glyph(&self, code: u32) -> u32 {
        within(&self.glyphs, code, |range| (range.0, range.1)).map_or(code, |(first, _, glyph)| glyph + (code - first))
    }

    /// The code that the bytes begin with, and how many they are.
    pub fn code(&self, bytes: &[u8]) -> (u32, usize) {
        for length in 1..=bytes.len().min(4) {
            let code = value(&bytes[..length]);
            if self.spaces.iter().any(|(bytes, first, last)| *bytes == length && (*first..=*last).contains(&code)) {
                return (code, length);
            }
        }
        let length = self.spaces.first().map_or(2, |space| space.0).min(bytes.len());
        (value(&bytes[..length]), length)
    }
}

fn within<T>(sorted: &[T], code: u32, range: impl Fn(&T) -> (u32, u32)) -> Option<&T> {
    let end = sorted.partition_point(|entry| range(entry).0 <= code);
    sorted[..end].iter().rev().take(8).find(|entry| range(entry).1 >= code)
}

fn value(bytes: &[u8]) -> u32 {
    bytes.iter().take(4).fold(0, |value, byte| value << 8 | u32::from(*byte))
}

fn utf16(bytes: &[u8]) -> Vec<u16> {
    if let [one] = bytes {
        return vec![u16::from(*one)];
    }
    bytes.chunks_exact(2).take(16).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect()
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to what fits")]
fn whole(number: f64) -> u32 {
    number.clamp(0.0, 65_535.0) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_ranges_and_lists_are_looked_up() {
        let cmap = CMap::parse(
            b"1 begincodespacerange <0000> <FFFF> endcodespacerange 2 beginbfchar <0003> <0020> <0010> <00660069> endbfchar\n2 beginbfrange <0020> <0022> <0041> <0030> <0031> [<0058> <0059>] endbfrange",
        );
        let looked_up: Vec<_> = [3, 0x10, 0x22, 0x31, 0x40].into_iter().map(|code| cmap.characters(code)).collect();
        let expected = [Some(" "), Some("fi"), Some("C"), Some("Y"), None];
        assert_eq!(looked_up, expected.map(|text| text.map(str::to_owned)));
        assert_eq!(cmap.code(b"\x00\x22\x00"), (0x22, 2));
    }

    #[test]
    fn a_range_without_end_costs_nothing() {
        let cmap = CMap::parse(b"beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange");
        assert_eq!(cmap.characters(1).as_deref(), Some("B"));
    }
}
