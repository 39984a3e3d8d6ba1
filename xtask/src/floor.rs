//! The floor: every source read, as many bytes written as the feeds have, nothing looked at.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;

pub fn run(folder: &Path, out: &Path, bytes: usize) -> Result<(), String> {
    let told = |error: io::Error| error.to_string();
    let mut read = 0;
    for entry in fs::read_dir(folder).map_err(told)? {
        read += fs::read(entry.map_err(told)?.path()).map_err(told)?.len();
    }
    fs::create_dir_all(out).map_err(told)?;
    let chunk = vec![b'x'; 1 << 20];
    // In three files, as a feed has three formats.
    for name in ["rss.xml", "atom.xml", "feed.json"] {
        let mut file = File::create(out.join(name)).map_err(told)?;
        let mut left = bytes / 3;
        while left > 0 {
            let part = left.min(chunk.len());
            file.write_all(&chunk[..part]).map_err(told)?;
            left -= part;
        }
    }
    writeln!(io::stdout(), "{read} bytes read, {bytes} written").map_err(told)
}
