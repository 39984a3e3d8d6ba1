//! What benchmarks are given.

#![forbid(unsafe_code)]

pub mod releases;
