//! A number that stands for some bytes: FNV-1a with 64 bits, the same on every machine and for ever.
//!
//! Refuses to be a secret or a proof: whoever chooses the bytes can make two of them meet.

/// FNV-1a of the bytes in their order.
pub fn of<'a>(bytes: impl Iterator<Item = &'a u8>) -> u64 {
    bytes.fold(0xCBF2_9CE4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01B3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_published_function() {
        assert_eq!(of(b"".iter()), 0xCBF2_9CE4_8422_2325);
        assert_eq!(of(b"a".iter()), 0xAF63_DC4C_8601_EC8C);
        assert_eq!(of(b"foobar".iter()), 0x8594_4171_F739_67E8);
    }
}
