//! What each part costs: `cargo bench`, or `cargo bench parse` for those whose name holds that word.
//!
//! Releases come from the generator that `benches/peers.sh` measures the whole program with.

#![allow(clippy::expect_used, clippy::panic, reason = "where an input can't be made, there is nothing to measure")]

mod parts {
    mod formats;
    mod made;
    mod newsroom;
    mod pages;
    mod reading;
    mod rendering;
}

fn main() {
    divan::main();
}
