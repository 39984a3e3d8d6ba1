//! What benchmarks need.
//!
//!     cargo xtask releases N DIR           a newsroom of N releases in DIR
//!     cargo xtask floor DIR OUT BYTES      reads all files of DIR and writes so many bytes to OUT, and
//!                                          nothing else: what no program that does more can undercut

#![forbid(unsafe_code)]

mod floor;

use std::path::Path;
use std::process::ExitCode;

use xtask::releases;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments.as_slice() {
        ["releases", count, folder] => number(count).and_then(|count| releases::write(count, Path::new(folder))),
        ["floor", folder, out, bytes] => {
            number(bytes).and_then(|bytes| floor::run(Path::new(folder), Path::new(out), bytes))
        }
        _ => Err("usage: cargo xtask releases N DIR | floor DIR OUT BYTES".to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::from(2)
        }
    }
}

fn number(text: &str) -> Result<usize, String> {
    text.parse().map_err(|_| format!("`{text}` is no number"))
}
