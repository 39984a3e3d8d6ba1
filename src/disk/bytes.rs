//! The bytes of a document, wherever they are: of a file there is never more in memory than a piece, for a film
//! may be larger than the machine.

use std::borrow::Cow;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::Path;

use super::Fault;
use crate::document::Content;
use crate::source::docx;

/// How much of a file is in memory at a time.
const PIECE: usize = 64 * 1024;

#[derive(Debug)]
pub enum Bytes<'a> {
    InMemory(Cow<'a, [u8]>),
    InFile(&'a Path),
}

impl<'a> Bytes<'a> {
    pub fn of(content: &'a Content) -> Result<Self, Fault> {
        Ok(match content {
            Content::Bytes(bytes) => Self::InMemory(Cow::Borrowed(bytes)),
            Content::CopyOf(path) => Self::InFile(path),
            Content::PartOf(path, part) => {
                let document = fs::read(path).map_err(|error| Fault::new(path, "reading", error))?;
                let changed = |(what, _)| Fault::new(path, "reading a picture of", io::Error::other(what));
                Self::InMemory(Cow::Owned(docx::picture(&document, part).map_err(changed)?))
            }
        })
    }

    /// Those in memory; what is copied from a file bears no mark and names nothing.
    pub fn in_memory(&self) -> &[u8] {
        match self {
            Self::InMemory(bytes) => bytes,
            Self::InFile(_) => &[],
        }
    }

    /// Whether a file holds the same ones.
    pub fn are_in(&self, place: &Path) -> Result<bool, Fault> {
        let length_there = fs::metadata(place).ok().filter(fs::Metadata::is_file).map(|there| there.len());
        match self {
            Self::InMemory(bytes) => {
                Ok(length_there == Some(bytes.len() as u64) && fs::read(place).is_ok_and(|there| there == **bytes))
            }
            Self::InFile(path) => {
                let fault = |error| Fault::new(path, "reading", error);
                let mut own = File::open(path).map_err(fault)?;
                if length_there != Some(own.metadata().map_err(fault)?.len()) {
                    return Ok(false);
                }
                let Ok(mut there) = File::open(place) else { return Ok(false) };
                let (mut piece, mut other) = (vec![0; PIECE], vec![0; PIECE]);
                loop {
                    let read = filled(&mut own, &mut piece).map_err(fault)?;
                    if !filled(&mut there, &mut other).is_ok_and(|also| piece[..read] == other[..also]) {
                        return Ok(false);
                    }
                    if read == 0 {
                        return Ok(true);
                    }
                }
            }
        }
    }

    /// Writes them to where `target` is to be.
    pub fn write_to(&self, file: &mut impl Write, target: &Path) -> Result<(), Fault> {
        let fault = |error| Fault::new(target, "writing", error);
        match self {
            Self::InMemory(bytes) => file.write_all(bytes).map_err(fault),
            Self::InFile(path) => {
                let unread = |error| Fault::new(path, "reading", error);
                let mut own = File::open(path).map_err(unread)?;
                let mut piece = vec![0; PIECE];
                loop {
                    let read = filled(&mut own, &mut piece).map_err(unread)?;
                    if read == 0 {
                        return Ok(());
                    }
                    file.write_all(&piece[..read]).map_err(fault)?;
                }
            }
        }
    }
}

/// Reads until the piece is full or the file ends.
fn filled(file: &mut impl Read, piece: &mut [u8]) -> io::Result<usize> {
    let mut length = 0;
    while length < piece.len() {
        match file.read(&mut piece[length..]) {
            Ok(0) => break,
            Ok(read) => length += read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(length)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::expect_used)] // In a test an expectation that fails is the message.

    use super::*;

    #[test]
    fn a_file_of_several_pieces_is_copied_and_known_again_to_the_byte() {
        let room = tempfile::tempdir().expect("a room");
        let (film, copy) = (room.path().join("film.mp4"), room.path().join("copy.mp4"));
        for length in [0, 1, PIECE, PIECE + 1, 3 * PIECE - 1] {
            let mut bytes: Vec<u8> = (0..=250).cycle().take(length).collect();
            fs::write(&film, &bytes).expect("a film");
            let content = Content::CopyOf(film.clone());
            let own = Bytes::of(&content).expect("bytes");
            let mut written = Vec::new();
            own.write_to(&mut written, &copy).expect("a copy");
            assert!(written == bytes, "{length}");
            fs::write(&copy, &bytes).expect("a copy");
            assert!(own.are_in(&copy).expect("a look"), "{length}");
            if let Some(last) = bytes.last_mut() {
                *last ^= 1;
                fs::write(&copy, &bytes).expect("a copy");
                assert!(!own.are_in(&copy).expect("a look"), "{length}");
            }
            bytes.push(0);
            fs::write(&copy, &bytes).expect("a copy");
            assert!(!own.are_in(&copy).expect("a look"), "{length}");
        }
        assert!(!Bytes::InFile(&film).are_in(&room.path().join("none")).expect("a look"));
    }
}
